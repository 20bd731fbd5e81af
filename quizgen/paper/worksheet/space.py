"""How much space an answer gets on paper: millimetres and lines.

Widths come in coarse steps and are the same for all parts of a question: enough for the longest answer in a pupil's
hand, and no measure of any one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from math import ceil

from quizgen.bank.model import Answer, Cloze, List, Number, Open, Question, Short
from quizgen.paper.layout import Layout
from quizgen.text.columns import columns as letters_in

__all__ = ["Space", "groups_of_lines", "space_for"]

_LETTER = 3.0  # width in mm of a letter in a pupil's hand, where lines are 8 mm high
_LINE = 8.0
_STEPS = (60, 100)
_NUMBERS = (40, 70)
_BLANKS = (30, 50, 80, 120)  # classes of blanks: that of an answer says little about its length
_LONG = 112  # mm of lines: half a page, beyond which an answer may break
_TOGETHER = 3  # lines that stay together where it breaks


@dataclass(frozen=True, slots=True)
class Space:
    """``width`` of each box or blank in mm, and ``lines``: how many boxes there are for one answer."""

    width: float
    lines: int = 1
    may_break: bool = False


def space_for(question: Question, layout: Layout) -> Space:
    """The space for an answer, or for each part of it where there are several, in the hand that fits the lines."""
    hand = layout.line / _LINE
    match question:
        case Short():
            return _boxes(_forms(question.answers), hand, layout.answer)
        case List():
            return _boxes(_forms(question.members), hand, layout.answer - layout.number)
        case Number():
            return Space(min(_class_of(_longest(_forms(question.answers)), _NUMBERS) * hand, layout.answer))
        case Cloze():
            widest = _longest(form for blank in question.blanks for form in blank.forms)
            return Space(min(_class_of(widest, _BLANKS) * hand, layout.answer - layout.number))
        case Open():
            lines = question.lines or _open_lines(question)
            return Space(layout.answer, lines, may_break=lines * layout.line > _LONG)
        case _:
            return Space(layout.answer)


def _forms(answers: Iterable[Answer]) -> Iterable[str]:
    return (form for answer in answers for form in answer.forms)


def _longest(forms: Iterable[str]) -> float:
    return max(map(letters_in, forms)) * _LETTER


def _class_of(needed: float, classes: tuple[int, ...]) -> int:
    return next((width for width in classes if needed <= width), classes[-1])


def _boxes(forms: Iterable[str], hand: float, whole: float) -> Space:
    needed = (_longest(forms) + 10) * hand
    width = next((step * hand for step in _STEPS if needed <= step * hand <= whole), whole)
    return Space(width, ceil(needed / whole) if width == whole else 1)


def _open_lines(question: Open) -> int:
    """Two lines a point, three at least: as exam boards do."""
    points = question.points or Decimal(len(question.marking) or 1)
    return min(max(_TOGETHER, int((2 * points).to_integral_value(ROUND_CEILING))), 40)


def groups_of_lines(lines: int) -> tuple[int, ...]:
    """Lines in groups that stay together: threes, the last one larger where they do not come out even."""
    whole = max(lines // _TOGETHER, 1)
    return (_TOGETHER,) * (whole - 1) + (lines - _TOGETHER * (whole - 1),)
