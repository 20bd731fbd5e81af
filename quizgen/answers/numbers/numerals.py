"""Numbers in words, and in the digits of other scripts, as figures: "forty-one" is 41, "vierzigtausend" 40000.

For comparing only: the text that comes out is shown to nobody. A word that may be no number in its place ("der eine")
becomes one all the same; two texts that say the same still say the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quizgen.answers.numbers.figures import han

__all__ = ["in_digits", "number_meanings", "number_words", "spoken"]


@dataclass(frozen=True, slots=True)
class _Tongue:
    """The number words of a language: in order from 0, the tens, larger ones; ``within`` joins them in one number."""

    units: str  # from 0 on; words of one number are parted by "/"
    tens: str  # from 20 on; "-" where the language counts otherwise
    larger: str
    within: str

    @property
    def values(self) -> Mapping[str, int]:
        """The value of each word."""
        counted = dict(_words(enumerate(self.units.split())))
        counted.update(_words((20 + 10 * place, words) for place, words in enumerate(self.tens.split())))
        pairs = (entry.split("=") for entry in self.larger.split())
        counted.update(_words((int(value), words) for words, value in pairs))
        return counted


def _words(numbered: Iterator[tuple[int, str]] | enumerate[str]) -> Iterator[tuple[str, int]]:
    return ((word, value) for value, words in numbered for word in words.split("/") if word != "-")


_TONGUES = {
    "en": _Tongue(
        "zero/nought/naught one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen "
        "seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000 "
        "fourty=40 ninty=90 ninteen=19 fiveteen=15 fivety=50",  # as they are often misspelt
        "and",
    ),
    "de": _Tongue(
        "null ein/eins/eine/einen/einem/einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
        "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "hundert=100 tausend=1000 million/millionen=1000000 milliarde/milliarden=1000000000 "
        "billion/billionen=1000000000000",
        "und",
    ),
    "nl": _Tongue(
        "nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
        "zeventien achttien negentien",
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        "honderd=100 duizend=1000 miljoen=1000000 miljard=1000000000 biljoen=1000000000000",
        "en|ën",
    ),
    "fr": _Tongue(
        "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        "vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante",
        "cent/cents=100 mille=1000 million/millions=1000000 milliard/milliards=1000000000 "
        "billion/billions=1000000000000",
        "et",
    ),
    "es": _Tongue(
        "cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
        "diecisiete dieciocho diecinueve",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "veintiún/veintiuno/veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 "
        "veintisiete=27 veintiocho=28 veintinueve=29 cien/ciento=100 doscientos/doscientas=200 "
        "trescientos/trescientas=300 cuatrocientos/cuatrocientas=400 quinientos/quinientas=500 "
        "seiscientos/seiscientas=600 setecientos/setecientas=700 ochocientos/ochocientas=800 "
        "novecientos/novecientas=900 mil=1000 millón/millones=1000000 billón/billones=1000000000000",
        "y",
    ),
    "pt": _Tongue(
        "zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
        "dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        "cem/cento=100 duzentos/duzentas=200 trezentos/trezentas=300 quatrocentos/quatrocentas=400 "
        "quinhentos/quinhentas=500 seiscentos/seiscentas=600 setecentos/setecentas=700 oitocentos/oitocentas=800 "
        "novecentos/novecentas=900 mil=1000 milhão/milhões=1000000 bilhão/bilhões=1000000000 "
        "trilhão/trilhões=1000000000000",
        "e",
    ),
    "it": _Tongue(
        "zero un/uno/una due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
        "quindici sedici diciassette diciotto diciannove",
        "venti/vent trenta/trent quaranta/quarant cinquanta/cinquant sessanta/sessant settanta/settant "
        "ottanta/ottant novanta/novant",
        "cento/cent=100 mille/mila=1000 milione/milioni=1000000 miliardo/miliardi=1000000000",
        "e",
    ),
    "ru": _Tongue(
        "ноль/нуля один/одна/одно/одного/одной/одну два/две/двух/двум/двумя три/трех/трем/тремя "
        "четыре/четырех/четырем пять/пяти/пятью шесть/шести/шестью семь/семи/семью восемь/восьми девять/девяти "
        "десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати тринадцать/тринадцати "
        "четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати "
        "восемнадцать/восемнадцати девятнадцать/девятнадцати",
        "двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти "
        "семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста",
        "сто/ста=100 двести/двухсот=200 триста/трехсот=300 четыреста/четырехсот=400 пятьсот/пятисот=500 "
        "шестьсот/шестисот=600 семьсот/семисот=700 восемьсот/восьмисот=800 девятьсот/девятисот=900 "
        "тысяча/тысячи/тысяч/тысячу=1000 миллион/миллиона/миллионов=1000000 "
        "миллиард/миллиарда/миллиардов=1000000000 триллион/триллиона/триллионов=1000000000000",
        "и",
    ),
    "uk": _Tongue(
        "нуль/нуля один/одна/одно/одне/одного/одну два/дві/двох три/трьох чотири/чотирьох п'ять/п'яти шість/шести "
        "сім/семи вісім/восьми дев'ять/дев'яти десять/десяти одинадцять/одинадцяти дванадцять/дванадцяти "
        "тринадцять/тринадцяти чотирнадцять/чотирнадцяти п'ятнадцять/п'ятнадцяти шістнадцять/шістнадцяти "
        "сімнадцять/сімнадцяти вісімнадцять/вісімнадцяти дев'ятнадцять/дев'ятнадцяти",
        "двадцять/двадцяти тридцять/тридцяти сорок/сорока п'ятдесят/п'ятдесяти шістдесят/шістдесяти "
        "сімдесят/сімдесяти вісімдесят/вісімдесяти дев'яносто/дев'яноста",
        "сто/ста=100 двісті/двохсот=200 триста/трьохсот=300 чотириста/чотирьохсот=400 п'ятсот/п'ятисот=500 "
        "шістсот/шестисот=600 сімсот/семисот=700 вісімсот/восьмисот=800 дев'ятсот/дев'ятисот=900 "
        "тисяча/тисячі/тисяч/тисячу=1000 мільйон/мільйона/мільйони/мільйонів=1000000 "
        "мільярд/мільярда/мільярди/мільярдів=1000000000 трильйон/трильйони/трильйонів=1000000000000",
        "і",
    ),
}
_FRACTIONS = {"thirds": 3, "third": 3, "quarters": 4, "quarter": 4, "fourths": 4, "fourth": 4, "fifths": 5, "fifth": 5,
              "sixths": 6, "sixth": 6, "eighths": 8, "eighth": 8, "tenths": 10, "tenth": 10}  # fmt: skip
_FRACTION = re.compile(rf"\b(a|[0-9]+)[ -]({'|'.join(_FRACTIONS)})\b", re.IGNORECASE)
_ORDINAL_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth
"""
_ORDINALS = _ORDINAL_WORDS.split()
_TENTHS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]
_ORDINAL = re.compile(
    rf"\b(?:(?P<tens>[2-9]0)[ -](?P<after>{'|'.join(_ORDINALS[:9])})|(?P<unit>first|{'|'.join(_ORDINALS[2:])})"
    rf"|(?P<ten>{'|'.join(_TENTHS)})|(?P<figures>[0-9]+)(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_A_NUMBER = re.compile(r"\ban? (?=(?:hundred|thousand|million|billion)\b)", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\b([0-9]+) and (?:a|one|1) half\b", re.IGNORECASE)
_HALF_A = re.compile(r"\bhalf (?:an?|1) ", re.IGNORECASE)
_HALF = re.compile(r"\b(?:(?:a|1)[ -])?half\b", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])")
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![\d,])")
_LETTER_THEN_DIGIT = re.compile(r"(?<=[^\W\d_])-?(?=\d)")
_HAN_NUMBER = re.compile("[〇零一二三四五六七八九两兩十百千万萬億亿]+")
_POINT_LANGUAGES = frozenset({"en", "ja", "zh", "ko", "he", "th", "hi"})  # 1,234.5


def in_digits(text: str, language: str = "en") -> str:
    """The text with its numbers in figures.

    >>> in_digits("two thirds of forty-one"), in_digits("One and a half million")
    ('2/3 of 41', '1.5 million')
    """
    tongue = language.partition("-")[0].lower()
    text = _ascii_digits(text)
    if tongue in ("ja", "zh"):
        return _HAN_NUMBER.sub(lambda found: str(han(found[0])), text)
    if tongue in ("ar", "he", "fa"):  # "and" and "in" are written on to a number, too
        text = _LETTER_THEN_DIGIT.sub(" ", text)
    if tongue not in _POINT_LANGUAGES:
        text = _GROUPED.sub(lambda found: found[0].replace(".", ""), text)
        text = _DECIMAL_COMMA.sub(r"\1.\2", text)
    if tongue == "ru":
        text = text.replace("ё", "е").replace("Ё", "Е")
    if tongue == "en":
        text = _A_NUMBER.sub("one ", text)
    if tongue in _TONGUES:
        text = _run(tongue).sub(lambda found: _figures(found[0], tongue), text)
    return _english(text) if tongue == "en" else text


def _ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _english(text: str) -> str:
    """Halves, other fractions and ordinals, once the numbers in them are figures."""
    text = _HALF_A.sub("0.5 ", _AND_A_HALF.sub(r"\1.5", text))
    return _ORDINAL.sub(_ordinal, _FRACTION.sub(_fraction, _HALF.sub("1/2", text)))


def _ordinal(found: re.Match[str]) -> str:
    """The 9 of "ninth" and "9th"; "second" alone may be a time."""
    if found["figures"]:
        return found["figures"]
    if found["ten"]:
        return str(20 + 10 * _TENTHS.index(found["ten"].lower()))
    unit = _ORDINALS.index((found["after"] or found["unit"]).lower()) + 1
    return str(int(found["tens"] or 0) + unit)


def _fraction(found: re.Match[str]) -> str:
    return f"{1 if found[1] in 'aA' else found[1]}/{_FRACTIONS[found[2].lower()]}"


@cache
def _values(tongue: str) -> Mapping[str, int]:
    return _TONGUES[tongue].values


_ELIDED = {"cento": "cento(?!tt)"}  # of "centotto" the number words are "cent" and "otto"


def number_meanings(language: str) -> Mapping[str, int]:
    """The value of each number word of a language; none where it is not known."""
    return _values(language) if language in _TONGUES else {}


@cache
def number_words(language: str) -> tuple[str, ...]:
    """The number words of a language, in lower case; none where it is not known."""
    return tuple(_values(language)) if language in _TONGUES else ()


def _any_of(words: Iterable[str]) -> str:
    return "|".join(_ELIDED.get(word, word) for word in sorted(words, key=len, reverse=True))


@cache
def _word(tongue: str) -> re.Pattern[str]:
    """One number word, or what joins two; the longest first."""
    return re.compile(f"{_any_of(_values(tongue))}|{_TONGUES[tongue].within}", re.IGNORECASE)


@cache
def _run(tongue: str) -> re.Pattern[str]:
    """Number words that follow each other, as far as they begin and end with whole words."""
    word, joint = _any_of(_values(tongue)), _TONGUES[tongue].within
    return re.compile(rf"(?<!\w)(?:{word})(?:[\s-]?(?:(?:{joint})[\s-]?)?(?:{word}))*(?!\w)", re.IGNORECASE)


def _figures(run: str, tongue: str) -> str:
    """The run with each number in it as figures; a joining word that joins no number stays."""
    *parts, (number, end) = _numbers_of(run, tongue)
    said = [
        f"{number.figures}{run[end : after.start]}" for (number, end), (after, _) in pairwise([*parts, (number, end)])
    ]
    return "".join([*said, number.figures, run[end:]])


def _numbers_of(run: str, tongue: str) -> list[tuple[_Number, int]]:
    """The numbers of a run, each with its end."""
    numbers: list[tuple[_Number, int]] = []
    for found in _word(tongue).finditer(run):
        value = _values(tongue).get(found[0].lower())
        if value is None:
            continue
        if numbers:
            number, end = numbers[-1]
            if number.goes_on(run[end : found.start()].strip(" -").lower(), value):
                number.take(value, found[0])
                numbers[-1] = (number, found.end())
                continue
        number = _Number(tongue, found.start())
        number.take(value, found[0])
        numbers.append((number, found.end()))
    return numbers


_OH = re.compile(  # "nineteen oh five"
    r"(ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty)[ -](?:oh|o)[ -]"
    r"(one|two|three|four|five|six|seven|eight|nine)(?!\w)"
)


def spoken(text: str, language: str) -> tuple[int, int] | None:
    """The whole number that a text (in lower case) begins with in words, and where it ends; None where it is two.

    >>> spoken("forty-one of them", "en"), spoken("nineteen forty-five", "en"), spoken("five or six", "en")
    ((41, 9), (1945, 19), (5, 4))
    """
    if language not in _TONGUES:
        return None
    oh = _OH.match(text) if language == "en" else None
    if oh:
        return 100 * _values("en")[oh[1]] + _values("en")[oh[2]], oh.end()
    run = _run(language).match(text)
    if run is None:
        return None
    numbers = _numbers_of(run[0], language)
    values = [number.value for number, _ in numbers]
    if None in values:
        return None
    known = [value for value in values if value is not None]
    if len(known) == 1:
        return known[0], run.end()
    if language == "en" and len(known) == 2 and 10 < known[0] < 22 and 10 <= known[1] < 100:  # as years are said
        return 100 * known[0] + known[1], run.end()
    return None


_TEN, _TWENTY, _HUNDRED, _THOUSAND, _MILLION = 10, 20, 100, 1000, 10**6
_TIMES_A_HUNDRED = {"en": 100, "de": 20, "nl": 20, "fr": 20, "it": 10}  # below how many: "neunzehnhundert"


class _Number:
    """A number that is read word by word."""

    def __init__(self, tongue: str, start: int = 0) -> None:
        self.start = start
        self._tongue = tongue
        self._thousands = 0  # what is read to the end
        self._rest = 0
        self._last = -1
        self._alone = ""

    @property
    def value(self) -> int | None:
        """The number; None where it is a word such as "million" alone."""
        return None if self._alone else self._thousands + self._rest

    @property
    def figures(self) -> str:
        """The number in figures; a word such as "million" alone stays as it is."""
        return self._alone or str(self._thousands + self._rest)

    def goes_on(self, joint: str, value: int) -> bool:
        """Whether a word of this value belongs to the number; ``joint`` is the word between."""
        if self._alone or not value or not self._last or not self._joins(joint, value):
            return False
        if value >= _THOUSAND:
            return self._low(value) > 0 and not self._thousands // value % _THOUSAND
        if value == _HUNDRED and self._tongue in _TIMES_A_HUNDRED:
            return self._rest < _TIMES_A_HUNDRED[self._tongue] if self._rest else self._tongue != "en"
        return not self._rest if value >= _HUNDRED else self._has_room(joint, value)

    def _joins(self, joint: str, value: int) -> bool:
        if not joint:
            return True
        if self._tongue in ("de", "nl"):
            return value >= _TWENTY if self._last < _TEN else self._last >= _HUNDRED
        if self._tongue in ("es", "fr"):
            return _TWENTY <= self._last < _HUNDRED and value < _TWENTY
        return self._last >= (_HUNDRED if self._tongue == "en" else _TWENTY)

    def _low(self, value: int) -> int:
        """What a word of this value multiplies: of "two million three hundred thousand" the 300."""
        return self._thousands % value + self._rest

    def _has_room(self, joint: str, value: int) -> bool:
        rest = self._rest % _HUNDRED
        if not rest or self._four_score(value):
            return True
        if self._tongue in ("de", "nl"):
            return bool(joint) and rest < _TEN and value >= _TWENTY  # vierundzwanzig
        if self._tongue == "fr" and rest == _TEN:
            return 6 < value < _TEN  # dix-sept
        if rest < _TWENTY or rest % _TEN:
            return False
        return value < _TEN or (rest in (60, 80) and self._tongue == "fr" and value < _TWENTY)  # soixante-dix

    def _four_score(self, value: int) -> bool:
        return self._tongue == "fr" and value == _TWENTY and self._rest % _HUNDRED == 4

    def take(self, value: int, word: str) -> None:
        """Go on with this word."""
        if value >= (_HUNDRED if self._tongue == "en" else _MILLION) and self._last < 0:
            self._alone = word
        elif value >= _THOUSAND:
            low = self._low(value)
            self._thousands += self._rest - low + max(low, 1) * value
            self._rest = 0
        elif value == _HUNDRED and self._tongue in _TIMES_A_HUNDRED:
            self._rest = max(self._rest, 1) * value
        else:
            self._rest += 76 if self._four_score(value) else value
        self._last = value
