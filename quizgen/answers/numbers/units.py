"""What a number counts: money, shares and units, in the words of the languages that the grader reads.

A unit is a kind of quantity and a scale, so that 5 km and 5000 m, or 90 minutes and an hour and a half, are one. Only
exact relations stand here: a month has no fixed number of days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

__all__ = ["Unit", "is_money", "magnitudes", "money_named", "symbol_before", "unit_names", "units_named"]


class Unit(NamedTuple):
    """What is counted or measured, and how much of its first unit it is; ``vague``: one of several kinds is meant."""

    kind: str
    scale: Fraction = Fraction(1)
    vague: bool = False


_DOLLARS = {
    "USD": "us$ usd us-dollar bucks buck", "AUD": "a$ au$ aud", "CAD": "c$ ca$ can$ cad", "NZD": "nz$ nzd",
    "HKD": "hk$ hkd",
    "SGD": "s$ sgd", "TWD": "nt$ twd",
}  # fmt: skip
_NATIONS = {
    "USD": "us u.s. american united_states amerikanische amerikanischer américains estadounidenses americanos "
    "americani amerikaanse американских сша amerikanischen",
    "AUD": "australian", "CAD": "canadian", "NZD": "new_zealand", "HKD": "hong_kong", "SGD": "singapore",
    "TWD": "taiwan new_taiwan",
}  # fmt: skip
_DOLLAR_WORDS = """
    dollar dollars dolars doller dollers dólar dólares dollari dollaro доллар доллара доллары долларов долар долара
    долари доларів
    ドル 美元
"""
_MONEY = {
    "EUR": "€ eur euro euros euron евро євро ユーロ 欧元", "GBP": "£ gbp pounds_sterling pound_sterling sterling quid "
    "british_pounds british_pound",
    "JPY": "jpy yen yens ¥ 円 иен ієн", "CNY": "cny rmb yuan renminbi 元 ¥ 人民币 人民元",
    "RUB": "₽ rub rur rouble roubles ruble rubles рубль рубля рубли рублей руб rubel roebel rublos rubli ルーブル",
    "UAH": "₴ uah hryvnia hryvnias hryvnya гривня гривні гривень грн гривен", "INR": "₹ inr rs rupee rupees "
        "rupie rupien",
    "KRW": "₩ krw won ウォン", "CHF": "chf sfr swiss_franc swiss_francs franken", "TRY": "₺ try lira liras",
    "ILS": "₪ ils shekel shekels nis", "PLN": "zł pln zloty zlotys złoty złotych", "CZK": "kč czk koruna korunas",
    "HUF": "ft huf forint forints", "SEK": "sek swedish_kronor swedish_krona", "NOK": "nok norwegian_kroner",
    "DKK": "dkk danish_kroner", "BRL": "r$ brl real reais", "ZAR": "zar rand", "MXN": "mxn", "THB": "฿ thb baht",
    "VND": "₫ vnd dong", "NGN": "₦ ngn naira", "PHP": "₱ php", "KZT": "₸ kzt tenge", "GEL": "₾ gel lari",
    "BTC": "₿ btc bitcoin bitcoins", "SAR": "sar riyal riyals", "AED": "aed dirham dirhams", "DEM": "dm dem mark marks",
    "PKR": "pkr", "IDR": "idr rupiah", "EGP": "egp", "IRR": "irr rial rials",
}  # fmt: skip
_SHARED_MONEY = {"kr": "SEK NOK DKK", "krona": "SEK", "kronor": "SEK", "krone": "NOK DKK", "kroner": "NOK DKK",
    "franc": "CHF FRF", "francs": "CHF FRF", "peso": "MXN PHP ARS", "pesos": "MXN PHP ARS", "pound": "GBP",
    "pounds": "GBP", "rs": "INR PKR", "rupee": "INR PKR", "rupees": "INR PKR"}  # fmt: skip
_SMALL_MONEY = {"cent": "USD EUR AUD CAD", "cents": "USD EUR AUD CAD", "¢": "USD", "eurocent": "EUR",
    "eurocents": "EUR",
    "centimes": "EUR CHF", "céntimos": "EUR", "cêntimos": "EUR", "centesimi": "EUR", "pence": "GBP", "penny": "GBP",
    "p": "GBP", "kopek": "RUB", "kopeks": "RUB", "копеек": "RUB", "центов": "USD EUR", "центів": "USD EUR"}  # fmt: skip
_MONEY_SAID = {"USD": "US dollars", "AUD": "Australian dollars", "CAD": "Canadian dollars", "EUR": "euros",
    "GBP": "pounds", "JPY": "yen", "CNY": "yuan", "RUB": "roubles", "UAH": "hryvnias", "INR": "rupees", "KRW": "won",
    "CHF": "Swiss francs", "NZD": "New Zealand dollars"}  # fmt: skip

_UNITS = {
    "%": "10: 割 ; 1: % percent per_cent percents per_cents pct pc p.c. procent prozent pour_cent pourcent "
        "por_ciento por_cento "
    "per_cento процент процента проценты процентов відсоток відсотка відсотки відсотків パーセント 百分比",
    "pp": "1: percentage_points percentage_point percent_points per_cent_points pp ppt ppts prozentpunkte "
    "points_de_pourcentage puntos_porcentuales punti_percentuali pontos_percentuais procentpunten процентных_пункта "
    "процентных_пунктов %_points %-points",
    "‰": "1: ‰ per_mille permille per_mil promille",
    "length": "1000: km kms kilometre kilometres kilometer kilometers k.m. kilomètre kilomètres kilómetro kilómetros "
    "chilometro chilometri quilômetro quilômetros quilómetro quilómetros км километр километра километров кілометр "
    "кілометра кілометри кілометрів キロ キロメートル 公里 千米 ; 1: m metre metres meter meters mètre mètres "
    "metro metros "
    "metri м метр метра метров метри метрів メートル 米 ; 0.1: dm decimetre decimetres decimeter decimeters ; "
    "0.01: cm cms "
    "centimetre centimetres centimeter centimeters zentimeter centimètre centimètres centímetro centímetros centimetro "
    "centimetri см сантиметр сантиметра сантиметров сантиметрів センチ センチメートル ; 0.001: mm millimetre "
    "millimetres millimeter millimeters millimètre millimètres milímetro milímetros мм ミリ ; 0.000001: µm μm um "
    "micrometre micrometres micrometer micrometers micron microns ; 0.000000001: nm nanometre nanometres nanometer "
    "nanometers ; 1609.344: mi mile miles meile meilen mijl mijlen milla millas miglia миля мили миль マイル ; "
    "0.9144: yd "
    "yds yard yards ; 0.3048: ft foot feet ′ ; 0.0254: in inch inches ″ zoll ; 1852: nmi nautical_mile nautical_miles "
    "sea_miles ; 149597870700: au astronomical_unit astronomical_units ; 9460730472580800: light_year light_years "
    "light-year light-years lightyear lightyears ly",
    "area": "10000: ha hectare hectares hektar ektar hectárea hectáreas ettari ettaro hectáreas га гектар гектара "
    "гектаров гектарів ヘクタール ; 4046.8564224: acre acres",
    "volume": "0.001: l litre litres liter liters litro litros litri л литр литра литров літр літра літрів リットル ; "
    "0.000001: ml millilitre millilitres milliliter milliliters мл ; 0.00001: cl centilitre centilitres centiliter "
    "centiliters ; 0.0001: dl decilitre decilitres deciliter deciliters ; 0.1: hl hectolitre hectolitres hectoliters",
    "barrel": "1: barrel barrels bbl bbls fass barril barriles barili barris баррель барреля баррелей барель барелів",
    "gallon": "1: gallon gallons gal ; 0.25: quart quarts ; 0.125: pint pints",
    "mass": "1000: kg kgs kilogram kilograms kilogramme kilogrammes kilogramm kilo kilos kilogramo kilogramos "
    "chilogrammo chilogrammi chilo chili quilo quilos quilograma quilogramas кг килограмм килограмма килограммов "
    "кілограм кілограма кілограмів キログラム ; 1: g gr gram grams gramme grammes gramm gramo gramos grammi "
    "grama gramas "
    "грамм грамма граммов грам грамів グラム ; 0.001: mg milligram milligrams milligramme milligrammes milligramm ; "
    "0.000001: µg μg microgram micrograms ; 1000000: t tonne tonnes metric_ton metric_tons metric_tonnes tonnen "
    "tonelada "
    "toneladas tonnellata tonnellate т тонна тонны тонн тонни トン 吨 ton tons ; 1000000000: kt kilotonne kilotonnes ; "
    "1000000000000: megatonne megatonnes ; 453.59237: lb lbs pound pounds ; 28.349523125: oz ounce ounces ; "
    "6350.29318: stone stones",
    "short ton": "1: ton tons short_ton short_tons", "long ton": "1: ton tons long_ton long_tons",
    "time": "0.001: ms millisecond milliseconds ; 1: s sec secs second seconds sekunde sekunden seconde secondes "
    "seconden segundo segundos secondo secondi секунда секунды секунд секунди 秒 ; 60: min mins minute minutes minuten "
    "minuut minuto minutos minuti минута минуты минут мин хвилина хвилини хвилин 分 ; 3600: h hr hrs hour hours stunde "
    "stunden std heure heures hora horas ora ore uur uren час часа часов година години годин 時間 小时 小時 ; "
    "86400: d day "
    "days tag tage tagen jour jours día días dia dias giorno giorni dag dagen день дня дней дні днів 日 日間 天 "
    "; 604800: wk "
    "week weeks woche wochen semaine semaines semana semanas settimana settimane weken неделя недели недель тиждень "
    "тижні тижнів 週間 周 ; 1209600: fortnight fortnights",
    "years": "1/12: month months mth mths mo mos "
    "monat monate monaten mois mes meses mese mesi mês maand maanden месяц месяца месяцев "
    "місяць місяці місяців ヶ月 か月 个月 ; 1: y yr yrs year years jahr jahre jahren an ans année années año "
    "años anno anni "
    "ano anos jaar jaren год года лет рік роки років 年 年間 ; 10: decade decades jahrzehnt jahrzehnte décennie "
    "décennies "
    "década décadas decennio decenni decennium decennia ; 100: century centuries jahrhundert jahrhunderte siècle "
    "siècles "
    "siglo siglos secolo secoli século séculos eeuw eeuwen ; 1000: millennium millennia",
    "°C": "1: °c c ℃ °_c °_celsius celsius "
    "degrees_celsius degree_celsius degrees_c degrees_centigrade centigrade grad_celsius "
    "degrés_celsius grados_celsius gradi_celsius graus_celsius graden_celsius градусов_цельсия deg_c",
    "°F": "1: °f f ℉ °_fahrenheit fahrenheit degrees_fahrenheit degree_fahrenheit degrees_f grad_fahrenheit deg_f",
    "K": "1: kelvin kelvins", "°": "1: ° degree degrees deg grad degrés grados gradi graus graden градус градуса "
        "градусов "
    "градусів 度",
    "speed": "5/18: km/h kph kmh kmph km/hr km/hour km/std км/ч ; 0.44704: mph ; 1: m/s mps ; 0.5144444444: knot "
        "knots kn kt",
    "power": "0.001: milliw ; 1: w watt watts ; 1000: kw kilowatt kilowatts ; 1000000: mw megawatt megawatts ; "
        "1000000000: gw gigawatt "
    "gigawatts ; 1000000000000: tw terawatt terawatts",
    "energy": "0.001: millij milliwh ; 1: j joule joules ; 1000: kj kilojoule kilojoules ; 1000000: mj megajoule "
        "megajoules ; 3600: wh ; 3600000: "
    "kwh kilowatt_hour kilowatt_hours kilowatt-hours kilowatt-hour ; 3600000000: mwh megawatt_hours megawatt-hours ; "
    "3600000000000: gwh gigawatt_hours gigawatt-hours ; 3600000000000000: twh terawatt_hours terawatt-hours ; "
    "4184: kcal "
    "kilocalorie kilocalories ; 4.184: cal calorie calories",
    "volt": "1: v volt volts ; 1000: kv kilovolt kilovolts", "ampere": "1: a amp amps ampere amperes ; 0.001: ma",
    "ohm": "1: ω ohm ohms", "frequency": "0.001: millihz ; 1: hz hertz ; 1000: khz kilohertz ; 1000000: mhz "
        "megahertz ; 1000000000: ghz "
    "gigahertz", "pressure": "1: pa pascal pascals ; 100: hpa hectopascal hectopascals mbar millibar millibars "
        "; 1000: kpa "
        "kilopascal kilopascals ; 100000: bar bars ; "
        "1000000: mpa",
    "force": "1: n newton newtons ; 1000: kn", "mol": "1: mol mole moles", "dB": "1: db decibel decibels",
    "data": "1: b byte bytes ; 1000: kb kilobyte kilobytes ; 1000000: mb megabyte megabytes ; 1000000000: gb gigabyte "
    "gigabytes ; 1000000000000: tb terabyte terabytes",
}  # fmt: skip
_MAGNITUDES = {
    "": "thousand=3 thousands=3 million=6 millions=6 mn=6 mln=6 mio=6 mill=6 billion=9 billions=9 bn=9 bln=9 "
        "trillion=12 "
    "trillions=12 tn=12 trn=12 quadrillion=15 hundred=2 hundreds=2 lakh=5 lakhs=5 crore=7 crores=7 milion=6 milions=6 "
    "millon=6 bilion=9 billon=9 thousend=3 thousnd=3 hundered=2 hunderd=2",
    "de": "tausend=3 hundert=2 tsd=3 million=6 millionen=6 mio=6 milliarde=9 milliarden=9 mrd=9 billion=12 "
        "billionen=12 bio=12",
    "fr": "mille=3 cent=2 million=6 millions=6 milliard=9 milliards=9 md=9 mds=9 mrd=9 billion=12 billions=12",
    "es": "mil=3 millón=6 millones=6 mill=6 billón=12 billones=12",
    "it": "mila=3 mille=3 milione=6 milioni=6 mln=6 miliardo=9 miliardi=9 mld=9 mrd=9",
    "pt": "mil=3 milhão=6 milhões=6 bilhão=9 bilhões=9 mi=6 bi=9 trilhão=12 trilhões=12",
    "nl": "duizend=3 honderd=2 miljoen=6 mln=6 miljard=9 mld=9 biljoen=12",
    "ru": "тысяча=3 тысячи=3 тысяч=3 тыс=3 миллион=6 миллиона=6 миллионов=6 млн=6 миллиард=9 миллиарда=9 миллиардов=9 "
    "млрд=9 триллион=12 триллиона=12 триллионов=12 трлн=12",
    "uk": "тисяча=3 тисячі=3 тисяч=3 тис=3 мільйон=6 мільйона=6 мільйони=6 мільйонів=6 млн=6 мільярд=9 мільярда=9 "
    "мільярди=9 мільярдів=9 млрд=9 трильйон=12 трильйонів=12 трлн=12",
}  # fmt: skip
_POWERS = {"sq": 2, "square": 2, "quadrat": 2, "vierkante": 2, "квадратных": 2, "квадратні": 2, "平方": 2, "cu": 3,
    "cubic": 3, "kubik": 3, "kubieke": 3, "кубических": 3, "立方": 3, "кв": 2, "куб": 3}  # fmt: skip
_BEFORE = re.compile(rf"({'|'.join(sorted(_POWERS, key=len, reverse=True))})[. -]{{0,2}}(.+)")
_AFTER = re.compile(
    r"(.+?)(?: ?(?:\^?(?P<figure>[23])|(?P<raised>[²³]))"
    r"|[ -](?P<two>squared|carrés?|cuadrados?|quadrat[oi]|quadrados?)|[ -](?P<three>cubed|cubes?|cúbicos?|cub[oi]))"
)
_PER = re.compile(r"(.+?)(?: ?/ ?| per | an? | pro | par | por | each | every | je | в | на | за )(.+)")
_RAISED_KINDS = {2: "area", 3: "volume"}


@cache
def magnitudes(language: str) -> dict[str, int]:
    """The words that multiply a number, of a language and of English, with how many times ten."""
    entries = [*_MAGNITUDES[""].split(), *_MAGNITUDES.get(language, "").split()]
    return {word: int(power) for word, power in (entry.split("=") for entry in entries)}


@lru_cache(maxsize=4096)
def units_named(text: str) -> tuple[Unit, ...]:
    """What a text (in lower case) as a whole is the name of: "km", "square miles", "metres per second", "US dollars".

    >>> units_named("sq km") == units_named("km²"), [unit.kind for unit in units_named("pounds")]
    (True, ['mass', 'GBP'])
    """
    text = text.strip()
    found = _table().get(text) or _table().get(text.strip("."))
    if found:
        return found
    raised = _raised(text)
    if raised:
        return raised
    rate = _PER.fullmatch(text)
    if not rate:
        return ()
    return tuple(_rate(one, other) for one in units_named(rate[1]) for other in units_named(rate[2]))


def _raised(text: str) -> tuple[Unit, ...]:
    before, after = _BEFORE.fullmatch(text), _AFTER.fullmatch(text)
    if before:
        name, power = before[2], _POWERS[before[1]]
    elif after:
        name, power = after[1], 2 if after["two"] or (after["figure"] or after["raised"]) in ("2", "²") else 3
    else:
        return ()
    return tuple(
        Unit(_RAISED_KINDS[power] if unit.kind == "length" else f"{unit.kind}^{power}", unit.scale**power)
        for unit in _table().get(name, ())
        if unit.kind in ("length", "time")  # "m/s²"
    )


def _rate(one: Unit, other: Unit) -> Unit:
    """What is counted in so much of another: km per h is a speed."""
    kind = "speed" if (one.kind, other.kind) == ("length", "time") else f"{one.kind}/{other.kind}"
    return Unit(kind, one.scale / other.scale, one.vague or other.vague)


def is_money(units: Iterable[Unit]) -> bool:
    """Whether all of these are currencies."""
    return all(unit.kind in _money_kinds() for unit in units)


def unit_names() -> dict[str, tuple[Unit, ...]]:
    """Every unit by each of its names, in lower case."""
    return _table()


def money_named(kind: str) -> str:
    """The name of a currency in a sentence; empty where it is none."""
    return _MONEY_SAID.get(kind, "")


@cache
def symbol_before() -> re.Pattern[str]:
    """What may stand before a number to say which money it is: "US$", "€", "EUR"."""
    names = {name for name in _table() if any(unit.kind in _money_kinds() for unit in _table()[name])}
    signs = [name for name in names if not name[-1].isalpha()]
    codes = [name for name in names if name.isalpha() and len(name) <= 3]
    longest = sorted(signs, key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, longest))}|(?<!\w)(?:{'|'.join(sorted(codes))})\b\.?) ?", re.IGNORECASE
    )


@cache
def _money_kinds() -> frozenset[str]:
    return frozenset((*_DOLLARS, *_MONEY, *(code for codes in _SHARED_MONEY.values() for code in codes.split())))


@cache
def _table() -> dict[str, tuple[Unit, ...]]:
    """Every unit by each of its names, in lower case."""
    table: dict[str, dict[str, Unit]] = {}
    for name, unit in (*_units_written(), *_money_written()):
        table.setdefault(name.replace("_", " "), {}).setdefault(f"{unit.kind}{unit.vague}", unit)
    return {name: tuple(units.values()) for name, units in table.items()}


def _units_written() -> Iterator[tuple[str, Unit]]:
    for kind, written in _UNITS.items():
        for part in written.split(" ; "):
            scale, _, names = part.partition(": ")
            for name in names.split():
                yield name, Unit(kind, Fraction(scale))
    for name in ("degree", "degrees", "°"):
        yield name, Unit("°C", vague=True)
        yield name, Unit("°F", vague=True)


def _money_written() -> Iterator[tuple[str, Unit]]:
    words = _DOLLAR_WORDS.split()
    for name in ("$", *words):
        yield name, Unit("USD")
        for code in (*_DOLLARS, "MXN"):
            if code != "USD":
                yield name, Unit(code, vague=True)
    for code, signs in _DOLLARS.items():
        names = [*signs.split(), *(f"{nation}_{word}" for nation in _NATIONS[code].split() for word in words)]
        names += [f"{word}_{nation}" for nation in _NATIONS[code].split() for word in words]
        yield from _named(names, code)
    for code, signs in _MONEY.items():
        yield from _named(signs.split(), code)
    for name, codes in _SHARED_MONEY.items():
        yield from ((name, Unit(code)) for code in codes.split())
    for name, codes in _SMALL_MONEY.items():
        yield from ((name, Unit(code, Fraction(1, 100))) for code in codes.split())


def _named(names: Iterable[str], code: str) -> Iterator[tuple[str, Unit]]:
    return ((name, Unit(code)) for name in names)
