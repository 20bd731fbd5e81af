"""Options read as amounts: a number, a year, a date or a span with what it counts, so that they can be put in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from quizgen.bank.quantity import read_quantity

__all__ = ["SCALES", "Amount", "amounts_of", "read_amount"]

_INFINITE = Decimal("Infinity")
_LONGEST = 60  # characters: a longer option is a sentence with a number in it

_UNDER_TWENTY = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
"""
_MONTHS = "january february march april may june july august september october november december"
_WORDS = {word: str(value) for value, word in enumerate(_UNDER_TWENTY.split())}
_WORDS |= {word: str(value * 10) for value, word in enumerate(_TENS.split(), 2)}
_WORDS |= {"once": "1 times", "twice": "2 times", "thrice": "3 times"}
_WORDS |= {word: f"{value}th" for value, word in enumerate(_ORDINALS.split(), 1)}
_MONTH = {word: value for value, word in enumerate(_MONTHS.split(), 1)}
_MONTH |= {word[:3]: value for word, value in _MONTH.items()} | {"sept": 9}
_SAY_NUMBERS = frozenset((*_WORDS, *_MONTH, "half", "quarter", "quarters"))

_HAS_DIGIT = re.compile(r"[0-9¼½¾]")
_WORD = re.compile(r"[a-z]+")
_MARKS = str.maketrans(".,-", "   ")
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS.split())})[- ]({'|'.join(_UNDER_TWENTY.split()[1:10])})\b")
_WRITTEN = re.compile(rf"\b({'|'.join(sorted(_WORDS, key=len, reverse=True))})\b")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_TO_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_POWER = re.compile(r"(?<=10)[⁰¹²³⁴-⁹⁻]+")
_BROKEN = {"¼": "1/4", "½": "1/2", "¾": "3/4"}

_PLAIN_NUMBER = r"[+\-−–]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_NUMBER = re.compile(rf"(?<![\w.,:/^√*+\-−–])({_PLAIN_NUMBER})(st|nd|rd|th|s)?(?![\w^:/(*×√]|[.,][0-9]|[-−–]?[0-9])")
_FRACTION = re.compile(rf"(?<![\w./:^])(?:({_PLAIN_NUMBER})\s+)?({_PLAIN_NUMBER})/([1-9][0-9]*)(?![\w./:^])")
_RATIO = re.compile(rf"({_PLAIN_NUMBER}) ?(?:to|:) ?1")
_UNIT_POWER = re.compile(r"(?<=[a-zµ])\^?([-−]?[1-4])(?![\w.,])")
_MONTH_NAME = rf"({'|'.join(sorted(_MONTH, key=len, reverse=True))})\.?"
_DAY = r"([0-3]?[0-9])(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"(?:(?:the )?{_DAY} (?:of )?)?{_MONTH_NAME}(?:,? ([0-9]{{4}}))?"),
    re.compile(rf"{_MONTH_NAME} {_DAY}(?:,? ([0-9]{{4}}))?"),
)
_TIME = re.compile(r"([01]?[0-9])(?:[:.]([0-5][0-9]))? ?([ap])\.? ?m\.?")
_ERA = re.compile(r"(?:(ad|ce) )?([0-9]{1,5})(?: (bce?|b\.c\.|ad|a\.d\.|ce))?")
_CENTURY = re.compile(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)[ -]century(?: (bce?|b\.c\.?|ad|a\.d\.?|ce))?")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_PART_IN_WORDS = re.compile(
    rf"\A(?:(?:an?|(one|two|three|four|five|seven|nine))[ -]({'|'.join(_PARTS)})s?|(half|quarter))( of| the|$)"
)
_ABOUT = re.compile(r"\A(?:about|around|approximately|approx\.?|circa|roughly|nearly|almost|c\.|~|≈) ?")
_SPAN = re.compile(
    r"(?:between (?P<low>.+?) and |(?:from )?(?P<left>.+?)(?: ?[–—] ?| to | through |(?<=[0-9%a-z]) ?- ?(?=[$€£0-9])))"
    r"(?P<right>.+)"
)
_HAS_TWO = re.compile(r"[0-9][^0-9]+[0-9]")
_UNDER = re.compile(
    r"(?:(?:less|fewer|lower|shorter|smaller|earlier|no more|not more) than|under|below|up to|at most|before|<|≤) ?(.+)"
)
_OVER = re.compile(
    r"(?:(?:more|greater|higher|longer|larger|bigger|later) than|over|above|at least|no less than|after|>|≥) ?(.+)"
)
_OR_LESS = re.compile(r"([$€£]?[0-9].*?),? (?:or|and) (?:less|fewer|under|below|lower|younger|earlier)")
_OR_MORE = re.compile(r"([$€£]?[0-9].*?)(?:\+|,? (?:or|and) (?:more|over|above|higher|older|greater|later))")
_OPEN = ((_UNDER, False), (_OR_LESS, False), (_OVER, True), (_OR_MORE, True))
"""How a span without an end is said, and whether what is said is its lower end."""


SCALES = {
    unit: (kind, Decimal(scale))
    for kind, units in {
        "time": "s 1 min 60 h 3600 day 86400 week 604800 month 2629800 year 31557600 decade 315576000",
        "length": "nm 0.000000001 µm 0.000001 mm 0.001 cm 0.01 m 1 km 1000",
        "mass": "mg 0.001 g 1 kg 1000 t 1000000",
        "volume": "ml 0.001 l 1",
        "frequency": "Hz 1 kHz 1000 MHz 1000000 GHz 1000000000",
    }.items()
    for unit, scale in zip(units.split()[::2], units.split()[1::2], strict=True)
}
"""What a unit measures, and how much of the first unit of its kind it is."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number (``low`` and ``high`` are one) or a span, and the ``kind`` of what it counts or measures.

    Amounts of one kind can be put in order. A span without an end ("over 30") reaches to infinity.
    """

    kind: str
    low: Decimal
    high: Decimal

    @property
    def span(self) -> bool:
        """Whether it is a span."""
        return self.low < self.high

    @property
    def place(self) -> tuple[Decimal, Decimal]:
        """What it is put in order by."""
        return self.low, self.high


@lru_cache(maxsize=64)
def amounts_of(texts: tuple[str, ...]) -> tuple[Amount | None, ...]:
    """Each of the options read as an amount; none is, where no digit stands in any and the first two say no number."""
    short = [text for text in texts if len(text) <= _LONGEST]
    if not any(map(_HAS_DIGIT.search, short)) and not any(map(_says_number, short[:2])):
        return (None,) * len(texts)
    return tuple(map(read_amount, texts))


def read_amount(text: str) -> Amount | None:
    """The amount that a text is as a whole, or None.

    A text around one number is the kind of that number: "8 barrels a day" and "60 barrels a day" are of one kind.
    """
    if len(text) > _LONGEST or not _may_be_amount(text):
        return None
    read = _quantity(text)
    if read:
        return read
    text = _normal(text)
    return _moment(text) or _open_span(text) or _span(text) or _single(text)


def _may_be_amount(text: str) -> bool:
    return _HAS_DIGIT.search(text) is not None or _says_number(text)


def _says_number(text: str) -> bool:
    """Whether a number or a month stands in a text as a word."""
    return not _SAY_NUMBERS.isdisjoint(text.lower().translate(_MARKS).split())


def _normal(text: str) -> str:
    """The text in lower case with its numbers in digits, without "about" and a full stop."""
    text = " ".join(text.lower().split()).rstrip(" .;,").removeprefix("in ")
    if not _HAS_DIGIT.search(text):
        text = _PART_IN_WORDS.sub(_in_digits, _ABOUT.sub("", text), count=1)
        text = _COMPOUND.sub(lambda found: str(int(_WORDS[found[1]]) + int(_WORDS[found[2]])), text)
        text = _WRITTEN.sub(lambda found: _WORDS[found[1]], text)
    elif not text.isascii():
        text = _POWER.sub(lambda found: f"^{found[0].translate(_RAISED)}", text)
        for sign, written in _BROKEN.items():
            text = text.replace(sign, f" {written}")
    text = f"1×{text}" if text.startswith("10^") else text
    text = _UNIT_POWER.sub(lambda found: found[1].translate(_TO_RAISED), text)
    return _ABOUT.sub("", text.strip(), count=1)


def _in_digits(part: re.Match[str]) -> str:
    """A part of a whole as a fraction: two thirds as 2/3."""
    return f"{_WORDS.get(part[1] or '', '1')}/{_PARTS[part[2] or part[3]]}{part[4]}"


def _moment(text: str) -> Amount | None:
    """A date, a time of day or a year with its era. A date's kind says which of day, month and year it names."""
    if text[-1:] == "m" or text[-2:] == "m.":
        found = _TIME.fullmatch(text)
        if found:
            hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0)
            return _at("hour", hour * 60 + int(found[2] or 0))
    era = _ERA.fullmatch(text)
    if era and (era[1] or era[3]):
        return _at("era", -int(era[2]) if (era[3] or "")[:1] == "b" else int(era[2]))
    century = _CENTURY.fullmatch(text)
    if century:
        return _at("century", -int(century[1]) if (century[2] or "")[:1] == "b" else int(century[1]))
    if _MONTH.keys().isdisjoint(_WORD.findall(text)):
        return None
    return _date(text)


def _date(text: str) -> Amount | None:
    for pattern, (day, month) in zip(_DATES, ((1, 2), (2, 1)), strict=True):
        found = pattern.fullmatch(text)
        if found:
            kind = f"date{' day' if found[day] else ''}{' year' if found[3] else ''}"
            return _at(kind, int(found[3] or 0) * 10_000 + _MONTH[found[month]] * 100 + int(found[day] or 0))
    return None


def _at(kind: str, value: int | Decimal) -> Amount:
    return Amount(kind, Decimal(value), Decimal(value))


def _open_span(text: str) -> Amount | None:
    """A span of which one end is a number: "under 10", "30 or more"."""
    for pattern, low in _OPEN:
        found = pattern.fullmatch(text)
        end = _single(found[1]) if found else None
        if end:
            return Amount(end.kind, end.low, _INFINITE) if low else Amount(end.kind, -_INFINITE, end.high)
    return None


def _span(text: str) -> Amount | None:
    """A span of two numbers, of which the last, or both, say what is counted: "10 to 20 km"."""
    found = _SPAN.fullmatch(text) if _HAS_TWO.search(text) else None
    if not found:
        return None
    left, right = _single(found["low"] or found["left"]), _single(found["right"])
    if left is None or right is None:
        return None
    low, high, kind = left.low, right.low, left.kind or right.kind
    if left.kind != right.kind:
        if left.kind and right.kind:
            return None
        low *= _factor(found["right"], right)  # what counts the second number counts the first one, too
    if low > high and 1000 <= low < 2100 and high < 100:  # 1914–18
        high += low // 100 * 100
    return Amount(kind, low, high) if low < high else None


def _factor(text: str, amount: Amount) -> Decimal:
    """What the number in a text is multiplied by: of "20 million km" it is a million."""
    found = _NUMBER.search(text)
    value = _value(found[1]) if found else Decimal(0)
    return amount.low / value if value else Decimal(1)


def _single(text: str) -> Amount | None:
    ratio = _RATIO.fullmatch(text)
    return _at("ratio", _value(ratio[1])) if ratio else _quantity(text) or _in_words(text)


def _quantity(text: str) -> Amount | None:
    quantity = read_quantity(text)
    if quantity is None:
        return None
    kind, scale = SCALES.get(quantity.unit, (quantity.dimension, 1))
    return _at(kind, quantity.value * scale)


def _in_words(text: str) -> Amount | None:
    """A text around one number, which is told by the rest of its words: "8 barrels a day"."""
    fraction = _FRACTION.search(text)
    found = fraction or _NUMBER.search(text)
    if not found or len(_HAS_DIGIT.findall(text)) != len(_HAS_DIGIT.findall(found[0])):
        return None
    suffix = "" if fraction or not found[2] else "s" if found[2] == "s" else "th"
    rest = f"{text[: found.start()]}#{suffix}{text[found.end() :]}"
    value = _fraction(fraction) if fraction else _value(found[1])
    return _at("" if rest == "#" else _singular(rest.split()), value)


def _fraction(found: re.Match[str]) -> Decimal:
    whole, part = _value(found[1] or "0"), _value(found[2]) / int(found[3])
    return whole - part if whole < 0 else whole + part


def _singular(words: Iterable[str]) -> str:
    return " ".join(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words)


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace("−", "-").replace("–", "-"))
