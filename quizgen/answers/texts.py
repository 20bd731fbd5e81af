"""Does one response say what one form says? Words by folding and names, numbers by value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quizgen.answers.fold import compared, fold, unify
from quizgen.bank.model import Answer, Bank, Number, Question, Short
from quizgen.bank.quantity import Quantity, read_quantity

__all__ = ["Comparison", "Fit", "compare_number", "comparison"]

_ABOUT = re.compile(
    r"\A(?:in the year|the year|in|about|around|approximately|approx\.?|circa|ca\.?|roughly|some|nearly|~|≈)"
    r"(?![^\W\d])\s*",
    re.IGNORECASE,
)
_SPACE = re.compile(r"(?<!\d) | (?!\d)")  # one that parts no two numbers: "semi-conductors" is "semiconductors"
_WORD = 5  # letters from which spaces do not count: "A, B" is not "AB"
_COUNTED = re.compile(
    r"([-−–]?[\d.,\u00a0\u2009\u202f ]*\d(?:\s*(?:thousand|million|billion|trillion))?)\s+([^\d\s]+)[^\d]*"
)
_MAY_BE_UNIT = re.compile(  # not "in" and "a", which are units, too; nor the "km" of "a 10 km race"
    r"""per\ cent|[^\W\d_]{3,}|[%$€£¥₽₹₩₴]|°\s?[CF]\b
    |(?<![\w.])(?<!\d\s)(?:k?m[²³23]|km/h|m/s|[kcmµμn]m|[km]g|ml|ha|ft|yd|lb|[kMG]W|Hz|dB|[kMGT]B)(?![\w²³/])""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How responses to one question are compared: the bank's language, and its names where they count.

    ``by_value``: a bare number is compared by its value; of a short question it is text, as a year is.
    """

    question: Question
    bank: Bank
    language: str
    names: tuple[tuple[str, ...], ...]
    unit: str = ""
    by_value: bool = True

    def key(self, text: str) -> str:
        """What a response is compared by."""
        return unify(fold(text, self.language), self.names, self.language)

    def form_key(self, form: str) -> str:
        """What a form of the bank is compared by."""
        return unify(compared(form, self.language), self.names, self.language)

    def same(self, response: str, form: str) -> bool:
        """Whether the response says what the form says."""
        marked = "$" in response or "\\" in response or "`" in response  # who types the marks of maths or code
        said = {self.key(response), self.form_key(response)} if marked else {self.key(response)}
        key = self.form_key(form)
        if key in said or (len(key) >= _WORD and _SPACE.sub("", key) in {_SPACE.sub("", one) for one in said}):
            return True
        wanted = read_quantity(form, self.unit)
        if not wanted or not (self.by_value or wanted.dimension):
            return False
        return wanted == self.quantity(response)

    def any(self, response: str, forms: Iterable[str]) -> bool:
        """Whether the response says what one of the forms says."""
        return any(self.same(response, form) for form in forms)

    def quantity(self, response: str) -> Quantity | None:
        """The number that a response is; "about" before it does not count."""
        return read_quantity(_ABOUT.sub("", response.strip(), count=1).rstrip(" ."), self.unit)


def comparison(question: Question, bank: Bank) -> Comparison:
    """How responses to this question are compared."""
    unit = question.unit if isinstance(question, Number) else ""
    names = bank.names if question.names else ()
    return Comparison(question, bank, bank.language or "en", names, unit, not isinstance(question, Short))


Fit = Literal["right", "no unit", "other unit", ""]
"""How a response fits a number; "" is another number, or none."""


def compare_number(question: Number, response: str, compare: Comparison) -> tuple[Fit, Answer]:
    """Hold a response against every form of a number question: the best fit, and the answer that it fits."""
    found = _number_said(question, response, compare)
    fits = [(_best_fit(question, answer, response, found, compare), answer) for answer in question.answers]
    return min(fits, key=lambda fit: _BEST.index(fit[0]))


_BEST: tuple[Fit, ...] = ("right", "no unit", "other unit", "")


def _best_fit(question: Number, answer: Answer, response: str, found: Quantity | None, compare: Comparison) -> Fit:
    if compare.any(response, answer.forms):
        return "right"
    wanted = _quantities(question, [answer]) if found else []
    return min((_fit(question, quantity, found) for quantity in wanted if found), key=_BEST.index, default="")


def _number_said(question: Number, response: str, compare: Comparison) -> Quantity | None:
    found = compare.quantity(response)
    if found is None and all(not q.dimension or question.unit for q in _quantities(question, question.answers)):
        return _counted(response, compare)
    return found


def _quantities(question: Number, answers: Iterable[Answer]) -> list[Quantity]:
    forms = (form for answer in answers for form in answer.forms)
    return [quantity for form in forms if (quantity := read_quantity(form, question.unit))]


def _counted(response: str, compare: Comparison) -> Quantity | None:
    """The number of "80,000 cars a year", where no unit is demanded; of "20 miles an hour" it is 20 miles."""
    found = _COUNTED.fullmatch(_ABOUT.sub("", response.strip(), count=1))
    return (compare.quantity(f"{found[1]} {found[2]}") or compare.quantity(found[1])) if found else None


def _fit(question: Number, wanted: Quantity, found: Quantity) -> Fit:
    if not _value_fits(question, wanted, found.value):
        return ""
    if wanted.dimension == found.dimension:
        return "right"
    if question.unit and not found.dimension:
        return "right"  # the unit is printed beside the blank
    if not wanted.dimension:
        asked = _dimensions([question.unit] if question.unit else _MAY_BE_UNIT.findall(question.prompt), question.unit)
        goes = found.dimension in asked if asked else _goes_without_saying(question, found)
        return "right" if goes else "other unit"
    return "no unit" if not found.dimension else "other unit"


def _goes_without_saying(question: Number, found: Quantity) -> bool:
    """Whether a unit that the prompt does not name may be meant: the years of "How old …", but not a %."""
    return found.unit != "%" and not (found.currency and "how many" in question.prompt.lower())


def _dimensions(words: Iterable[str], unit: str) -> set[str]:
    """What these words, where they are units, measure: of "How many days" it is days."""
    read = (read_quantity(f"1 {word.lower()}", unit) for word in words)
    return {quantity.dimension for quantity in read if quantity}


def _value_fits(question: Number, wanted: Quantity, value: Decimal) -> bool:
    if question.low:
        ends = (read_quantity(question.low, question.unit), read_quantity(question.high, question.unit))
        low, high = (end.value for end in ends if end)
        return low <= value <= high
    return abs(value - wanted.value) <= _slack(question, wanted)


def _slack(question: Number, wanted: Quantity) -> Decimal:
    """How far off is still right: a number, or per cent of the answer, which may be a share itself (docs/banks.md)."""
    tolerance = read_quantity(question.tolerance, question.unit)
    if not tolerance:
        return Decimal(0)
    return abs(wanted.value) * tolerance.value / 100 if tolerance.unit == "%" else tolerance.value
