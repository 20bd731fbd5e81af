"""Does a response give the number that is asked? By value and by what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from quizgen.answers.numbers.amounts import Amount, form_amount, is_share, own_units, read_amounts
from quizgen.answers.numbers.hedges import is_filler, turns_around
from quizgen.answers.numbers.moments import in_year
from quizgen.answers.numbers.phrases import numbered
from quizgen.answers.numbers.respelled import respelled
from quizgen.answers.numbers.units import Unit, money_named, units_named
from quizgen.answers.prompts import asks_how_many, numbers_in, stem, stems
from quizgen.answers.texts import Comparison
from quizgen.bank.model import Answer, Number

__all__ = ["Fit", "Fitted", "compare_number", "fit_number", "said_of"]

Fit = Literal["right", "no unit", "vague unit", "other unit", "bound", ""]
"""How a response fits a number; "bound" says more or less than it, "" is another number, or none."""

_BEST: tuple[Fit, ...] = ("right", "no unit", "vague unit", "other unit", "bound", "")
_BOUNDS = {">": "more than", "<": "less than", "≥": "at least", "≤": "at most"}
_LONGEST = 120  # characters of a response that may be misspelt
_SIMPLE = 5  # parts into which one unit may part another
_SUBJECTS = frozenset(str.split("it they he she we there"))
_RATE = frozenset(str.split("per a an each every / pro je par por al"))
_VERBS = frozenset(str.split("won real mark marks bar bars second stone foot min can"))  # units, but seldom in a prompt
_MAY_BE_UNIT = re.compile(  # not "in" and "a", which are units, too; nor the "km" of "a 10 km race"
    r"""per\ cent|[^\W\d_]{3,}|[%$€£¥₽₹₩₴]|°\s?[CF]\b
    |(?<![\w.])(?<!\d\s)(?:k?m[²³23]|km/h|m/s|[kcmµμn]m|[km]g|ml|ha|ft|yd|lb|[kMG]W|Hz|dB|[kMGT]B)(?![\w²³/])""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Fitted:
    """How a response fits, the answer that it fits, and what it counts in."""

    fit: Fit
    answer: Answer
    amount: Amount | None = None
    single: bool = True
    spelled: tuple[str, ...] = ()


def compare_number(question: Number, response: str, compare: Comparison) -> tuple[Fit, Answer]:
    """Hold a response against every form of a number question: the best fit, and the answer that it fits."""
    fitted = fit_number(question, response, compare)
    return fitted.fit, fitted.answer


def fit_number(question: Number, response: str, compare: Comparison) -> Fitted:
    """The same, with the amount that was said."""
    best = _fit_as_said(question, response, compare)
    if best.fit not in ("no unit", ""):
        return best
    text, words = respelled(response, compare.language) if len(response) <= _LONGEST else ("", ())
    again = _fit_as_said(question, text, compare) if words else best
    return replace(again, spelled=words) if _BEST.index(again.fit) < _BEST.index(best.fit) else best


def _fit_as_said(question: Number, response: str, compare: Comparison) -> Fitted:
    said = _amounts(question, response, compare)
    fits = [_best(question, answer, response, said, compare) for answer in question.answers]
    best = min(fits, key=lambda fitted: _BEST.index(fitted.fit))
    several = not said and (phrase := numbered(response, compare.language)) is not None and len(phrase.numbers) > 1
    return replace(best, single=not several)


def _amounts(question: Number, response: str, compare: Comparison) -> tuple[Amount, ...]:
    """What a response says; a number of the prompt, such as its year, may be said again beside it."""
    found = read_amounts(response, compare.language, question.unit, compare.english)
    if found or not (again := numbers_in(question.prompt)):
        return found
    rest = re.sub(rf"(?<![\w.,])(?:{'|'.join(again)})(?![\w,]|\.[0-9])", "", response)
    return read_amounts(rest, compare.language, question.unit, compare.english)


def said_of(fitted: Fitted) -> str:
    """What a teacher says to a number that is not quite right; empty where it is another number."""
    match fitted.fit, fitted.amount:
        case "no unit", _:
            return "The number is right; its unit is missing."
        case "vague unit", Amount() as amount:
            which = "dollars" if any(unit.kind == "USD" for unit in amount.units) else "degrees"
            return f"The number is right; say which {which}."
        case "other unit", Amount() as amount:
            named = money_named(next((unit.kind for unit in amount.units if not unit.vague), "")) or amount.unit_said
            return f"The number is right, but not in {named or 'that unit'}."
        case "bound", Amount() as amount:
            return f'The number is right, but not "{_BOUNDS.get(amount.bound, "about")}".'
        case _:
            return "" if fitted.single else "One number is asked for."


def _best(question: Number, answer: Answer, response: str, said: Iterable[Amount], compare: Comparison) -> Fitted:
    if compare.any_text(response, answer.forms) or any(
        form.isdigit() and in_year(response, int(form), compare.language) for form in _years(question, answer)
    ):
        return Fitted("right", answer)
    fits = [
        Fitted(_fit(question, wanted, amount, compare), answer, amount)
        for form in answer.forms
        if (wanted := form_amount(form, compare.language, question.unit))
        for amount in said
    ]
    return min(fits, key=lambda fitted: _BEST.index(fitted.fit), default=Fitted("", answer))


def _years(question: Number, answer: Answer) -> Iterator[str]:
    """The forms that may be years: a day of the year is right, too, and more than was asked."""
    if not question.unit and not asks_how_many(question.prompt):
        yield from (form for form in answer.forms if len(form) == 4)


def _fit(question: Number, wanted: Amount, said: Amount, compare: Comparison) -> Fit:
    """How what was said fits what is wanted, and the words around it."""
    asked = _asked(question, wanted)
    fit = _by_value(question, wanted, said, asked, compare.language)
    if not fit or not _words_pass(question, said, bare=not asked or bool(question.unit)):
        return ""
    return "bound" if said.bound != wanted.bound else fit


def _by_value(question: Number, wanted: Amount, said: Amount, asked: tuple[Unit, ...], language: str) -> Fit:
    same_kind = [(one, other) for one in asked for other in said.units if one.kind == other.kind]
    sure = [pair for pair in same_kind if not pair[1].vague and (not pair[0].vague or pair[0].kind.startswith("°"))]
    for one, other in sure:
        if _is_simple(one, other) and _value_fits(question, wanted, said.value * other.scale / one.scale, language):
            return "right"
    if not _value_fits(question, wanted, said.value, language):
        return "right" if is_share(said, wanted) else ""
    if not said.units:
        return "right" if not wanted.units or question.unit else "no unit"
    if not sure and any(other.vague and not one.vague for one, other in same_kind):
        return "vague unit"
    return "other unit" if asked or not _goes_without_saying(question, said) else "right"


def _is_simple(one: Unit, other: Unit) -> bool:
    """Whether one unit is so many of the other, as of metres and kilometres, but not of miles."""
    ratio = max(one.scale, other.scale) / min(one.scale, other.scale)
    return ratio.denominator <= _SIMPLE


def _asked(question: Number, wanted: Amount) -> tuple[Unit, ...]:
    """What the answer counts; where it does not say, what is printed beside the blank or named by the prompt."""
    if wanted.units:
        return wanted.units
    if question.unit:
        return own_units(question.unit)
    return _named_by(question.prompt)


@lru_cache(maxsize=1024)
def _named_by(prompt: str) -> tuple[Unit, ...]:
    return tuple(
        unit
        for word in _MAY_BE_UNIT.findall(prompt)
        if word.lower() not in _VERBS
        for unit in units_named(word.lower())
    )


def _goes_without_saying(question: Number, said: Amount) -> bool:
    """Whether a unit that the prompt does not name may be meant: the years of "How old …", but not a %."""
    kinds = {unit.kind for unit in said.units}
    return "%" not in kinds and "how many" not in question.prompt.lower()  # "46 kg" is no number of chromosomes


def _words_pass(question: Number, said: Amount, *, bare: bool) -> bool:
    """Whether the words around a number leave it what it is: they mean nothing, or stand in the prompt."""
    known = stems(question.prompt)
    before = all(is_filler(word) or stem(word) in known for word in said.before) or _is_sentence(said.before)
    if not before or any(turns_around(word) and stem(word) not in known for word in (*said.before, *said.after)):
        return False
    if not said.after:
        return True
    if said.units:
        return said.after[0] not in _RATE or all(stem(word) in known for word in said.after[1:])
    return bare or all(is_filler(word) or stem(word) in known for word in said.after)


def _is_sentence(words: tuple[str, ...]) -> bool:
    """Whether words only lead up to a number: "they pledged", "a loan of"."""
    if words[:1] and words[0] in ("a", "an", "the"):
        return len(words) in (3, 4) and words[-1] == "of"
    return len(words) in (2, 3) and words[0] in _SUBJECTS


def _value_fits(question: Number, wanted: Amount, value: Fraction, language: str) -> bool:
    if question.low:
        ends = [form_amount(end, language, question.unit) for end in (question.low, question.high)]
        low, high = (end.value if end else value for end in ends)
        return low <= value <= high
    return abs(value - wanted.value) <= _slack(question.tolerance, question.unit, language, wanted.value)


@lru_cache(maxsize=1024)
def _slack(tolerance: str, unit: str, language: str, value: Fraction) -> Fraction:
    """How far off is still right: a number, or per cent of the answer, which may be a share itself (docs/banks.md)."""
    found = form_amount(tolerance, language, unit) if tolerance else None
    if not found:
        return Fraction(0)
    shares = any(other.kind == "%" for other in found.units)
    return abs(value) * found.value / 100 if shares else found.value
