"""How much space an answer gets on paper: millimetres and lines.

Widths come in coarse steps and are the same for all parts of a question: enough for the longest answer in a pupil's
hand, and no measure of any one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from math import ceil
from unicodedata import east_asian_width

from quizgen.bank.model import Answer, Cloze, List, Number, Open, Question, Short

__all__ = ["FULL", "Space", "groups_of_lines", "space_for"]

FULL = 145
"""Width of a whole line beside the number and the points, in millimetres, on the narrower paper (A4)."""

_LETTER = 3.6  # width of a handwritten letter in mm
_STEPS = (60, 100, FULL)
_BLANK = 30  # the shortest blank in a text
_LONG = 14  # lines of 8 mm: half a page, beyond which an answer may break
_TOGETHER = 3  # lines that stay together where it breaks


@dataclass(frozen=True, slots=True)
class Space:
    """``width`` of each box or blank in mm, and ``lines``: how many boxes there are for one answer."""

    width: int = FULL
    lines: int = 1

    @property
    def may_break(self) -> bool:
        """Whether it is too long to be kept on one page."""
        return self.lines > _LONG


def space_for(question: Question) -> Space:
    """The space for an answer, or for each part of it where there are several."""
    match question:
        case Short():
            return _boxes(_forms(question.answers))
        case List():
            return _boxes(_forms(question.members))
        case Number():
            return Space(40 if _longest(_forms(question.answers)) <= 40 else _STEPS[1])
        case Cloze():
            return Space(_blank_width(form for blank in question.blanks for form in blank.forms))
        case Open():
            return Space(lines=question.lines or _open_lines(question))
        case _:
            return Space()


def _forms(answers: Iterable[Answer]) -> Iterable[str]:
    return (form for answer in answers for form in answer.forms)


def _longest(forms: Iterable[str]) -> float:
    return max(map(_letters, forms)) * _LETTER


def _letters(text: str) -> int:
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


def _boxes(forms: Iterable[str]) -> Space:
    needed = _longest(forms) + 10
    width = next((step for step in _STEPS if needed <= step), FULL)
    return Space(width, ceil(needed / FULL) if width == FULL else 1)


def _blank_width(forms: Iterable[str]) -> int:
    return min(max(_BLANK, ceil(_longest(forms) / 10) * 10), FULL - 5)


def _open_lines(question: Open) -> int:
    """Two lines a point, three at least: as exam boards do."""
    points = question.points or Decimal(len(question.marking) or 1)
    return min(max(_TOGETHER, int((2 * points).to_integral_value(ROUND_CEILING))), 40)


def groups_of_lines(lines: int) -> tuple[int, ...]:
    """Lines in groups that stay together: threes, the last one larger where they do not come out even."""
    whole = max(lines // _TOGETHER, 1)
    return (_TOGETHER,) * (whole - 1) + (lines - _TOGETHER * (whole - 1),)
