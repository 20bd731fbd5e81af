"""What counts as a number in a bank: sign, currency, digits, magnitude, per cent or a unit.

The whole text must be one number. Leading zeros, dates, spans such as ``3-5`` and counted things such as
"101 Dalmatians" are not numbers: a question that asks for them is a short one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

__all__ = ["Quantity", "read_quantity"]

_CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "us dollars": "USD",
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP",
    "¥": "JPY", "jpy": "JPY", "yen": "JPY", "₽": "RUB", "rub": "RUB", "rouble": "RUB", "roubles": "RUB",
    "ruble": "RUB", "rubles": "RUB", "₹": "INR", "inr": "INR", "rupee": "INR", "rupees": "INR",
    "chf": "CHF", "cny": "CNY", "yuan": "CNY", "krw": "KRW", "₩": "KRW", "won": "KRW", "a$": "AUD", "aud": "AUD",
    "c$": "CAD", "cad": "CAD", "₴": "UAH", "uah": "UAH", "hryvnia": "UAH", "cent": "cent", "cents": "cent",
}  # fmt: skip

_MAGNITUDES = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "millions": 10**6, "mn": 10**6, "m": 10**6,
    "mio": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
    "trillions": 10**12, "tn": 10**12,
}  # fmt: skip
_MONEY_ONLY = frozenset({"m", "b", "k"})  # "100m" alone is metres; "$100m" is money

_PERCENT = {"%": "%", "per cent": "%", "percent": "%", "pct": "%", "percentage points": "pp", "percentage point": "pp"}

_UNITS = {
    name: unit
    for unit, names in {
        "km": "km kilometre kilometres kilometer kilometers", "m": "m metre metres meter meters",
        "cm": "cm centimetre centimetres centimeter centimeters",
        "mm": "mm millimetre millimetres millimeter millimeters",
        "µm": "µm μm micrometre micrometres micrometer micrometers", "nm": "nm nanometre nanometres",
        "mi": "mi mile miles", "yd": "yd yard yards", "ft": "ft foot feet", "in": "inch inches",
        "km²": "km² km2 sq.km", "m²": "m² m2", "ha": "ha hectare hectares", "acre": "acre acres",
        "m³": "m³ m3", "km³": "km³ km3", "l": "l litre litres liter liters",
        "ml": "ml millilitre millilitres milliliter milliliters", "barrel": "barrel barrels bbl",
        "kg": "kg kilogram kilograms kilo kilos", "g": "g gram grams gramme grammes",
        "mg": "mg milligram milligrams", "t": "t tonne tonnes", "ton": "ton tons",
        "lb": "lb lbs pound pounds", "oz": "oz ounce ounces",
        "s": "s sec second seconds", "min": "min minute minutes", "h": "h hr hour hours", "day": "day days",
        "week": "week weeks", "month": "month months", "year": "year years", "decade": "decade decades",
        "century": "century centuries", "°C": "°c ℃ celsius", "°F": "°f ℉ fahrenheit", "K": "kelvin",
        "°": "° degree degrees", "km/h": "km/h kph", "mph": "mph", "m/s": "m/s",
        "W": "w watt watts", "kW": "kw kilowatt kilowatts", "MW": "mw megawatt megawatts",
        "GW": "gw gigawatt gigawatts", "kWh": "kwh", "MWh": "mwh", "GWh": "gwh", "TWh": "twh",
        "J": "joule joules", "kJ": "kj", "kcal": "kcal", "V": "volt volts", "A": "amp amps ampere amperes",
        "Hz": "hz hertz", "kHz": "khz", "MHz": "mhz", "GHz": "ghz", "Pa": "pa pascal pascals", "hPa": "hpa",
        "bar": "bar bars", "N": "newton newtons", "mol": "mol", "dB": "db", "byte": "byte bytes", "kB": "kb",
        "MB": "mb", "GB": "gb", "TB": "tb",
    }.items()
    for name in names.split()
}  # fmt: skip
_UNITS |= {"degrees celsius": "°C", "degrees fahrenheit": "°F", "square kilometres": "km²", "square metres": "m²",
           "square kilometers": "km²", "square meters": "m²", "square miles": "mi²", "sq km": "km²",
           "cubic metres": "m³", "cubic meters": "m³", "° c": "°C", "° f": "°F", "nautical miles": "nmi"}  # fmt: skip

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = re.compile(
    rf"""(?P<sign>[+\-−–]\s?)?
    (?P<before>[^\W\d_]{{0,2}}[$€£¥₽₹₩₴]|[A-Za-z]{{3}}(?={_SPACE}?[0-9]))?{_SPACE}?
    (?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)
    (?:[eE](?P<exponent>[+-]?[0-9]{{1,3}})|\s?[×x]\s?10\^(?P<power>[+\-−]?[0-9]{{1,3}}))?
    (?P<rest>.*)""",
    re.VERBOSE,
)
_ZERO_FIRST = re.compile(r"0[0-9]")
_DECADE = re.compile(r"[0-9]*0s")
_CAPITALS = frozenset("LW")  # the units of one letter that are written large: "5G" is no mass
_EXACT = Context(prec=100)
_LONGEST = 80  # characters: no number of a bank is longer, and a text of a megabyte is not worth reading


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: ``currency`` and ``unit`` in their standard form, or empty."""

    value: Decimal
    currency: str = ""
    unit: str = ""

    @property
    def dimension(self) -> str:
        """What it is measured in: the currency, "%" or the unit; empty for a bare number."""
        return self.currency or self.unit


def read_quantity(text: str, unit: str = "") -> Quantity | None:
    """The number that the whole text is, or None.

    >>> read_quantity("$100 million")
    Quantity(value=Decimal('100000000'), currency='USD', unit='')

    ``unit`` is a further unit that this question allows ("vehicles").
    """
    if not text or len(text) > _LONGEST:
        return None
    text = text.strip()
    found = _NUMBER.fullmatch(text)
    if found is None or _ZERO_FIRST.match(found["digits"]) or _DECADE.fullmatch(text):
        return None
    currency = _currency(found["before"])
    if found["before"] and not currency:
        return None
    rest = " ".join(found["rest"].split())
    if len(rest) == 1 and rest.isupper() and rest not in _CAPITALS and not currency and rest != unit:
        return None
    measured = _measure(rest.lower(), currency, unit)
    if measured is None:
        return None
    factor, currency, unit = measured
    return Quantity(_EXACT.multiply(_value(found), factor), currency, unit)


def _currency(mark: str | None) -> str:
    return _CURRENCIES.get((mark or "").lower(), "")


def _value(found: re.Match[str]) -> Decimal:
    digits = re.sub(rf"{_SPACE}|,", "", found["digits"])
    power = (found["exponent"] or found["power"] or "0").replace("−", "-")
    sign = "-" if (found["sign"] or "+")[0] in "-−–" else ""
    return Decimal(f"{sign}{digits}e{power}")


def _measure(rest: str, currency: str, own: str) -> tuple[int, str, str] | None:
    """Factor, currency and unit of what follows the digits; None where it is not as a whole a measure."""
    plain = _unit(rest, currency, own)
    if plain is not None:
        return 1, *plain
    word, _, after = rest.partition(" ")
    if word not in _MAGNITUDES:
        return None
    factor, after = _magnitudes(word, after.strip())
    measured = _unit(after, currency, own)
    if measured is None or (word in _MONEY_ONLY and not measured[0]):
        return None
    return factor, *measured


def _magnitudes(word: str, after: str) -> tuple[int, str]:
    factor = _MAGNITUDES[word]
    following, _, rest = after.partition(" ")
    if following in _MAGNITUDES and following not in _MONEY_ONLY:  # "100 thousand million"
        return factor * _MAGNITUDES[following], rest.strip()
    return factor, after


def _unit(text: str, currency: str, own: str) -> tuple[str, str] | None:
    if not text:
        return currency, ""
    if own and text == own.strip().lower():
        return currency, _PERCENT.get(text) or _UNITS.get(text) or own.strip()
    if currency:
        return (currency, "") if _CURRENCIES.get(text) == currency else None
    if text in _CURRENCIES:
        return _CURRENCIES[text], ""
    unit = _PERCENT.get(text) or _UNITS.get(text)
    return ("", unit) if unit else None
