"""How large the type of a card may be: an estimate, as nothing can be measured before a browser prints.

It is on the safe side. Typst, which can measure, takes larger type where that fits; what is left out for want of room
is decided here, the same for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Any

from quizgen.paper.cards.text import SMALLEST, Face, Part
from quizgen.paper.cards.words import Flow, Run, Stack, Table, flow_of, words_in

__all__ = ["Area", "height_of", "largest_allowed", "largest_that_fits", "steps_for"]

_STEPS = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.0, 6.5, SMALLEST)
_USUAL = 14.0  # points with which a card of 95 × 66 mm begins
_POINT = 25.4 / 72
_SAFE = 1.06  # of the height
_PICTURE = 0.4  # the least share of a face that is a picture's
_LONG_WORD = 9.0  # ems: about the 16 letters above which cards.typ breaks a word of a pair
_LABEL, _BETWEEN = 1.8, 2.0  # ems: the column of labels, the gap between the sides of a pair


@dataclass(frozen=True, slots=True)
class Area:
    """The space for the text of a face, in millimetres.

    ``leading`` is from line to line, in ems; ``foot`` the largest type at the foot, in points; ``letters`` how wide
    they are, as a multiple of those of a usual face.
    """

    width: float
    height: float
    leading: float
    foot: float
    letters: float = 1.0


def steps_for(width: float, height: float, least: float) -> tuple[float, ...]:
    """The sizes of type to try on a card of these sides, the largest first: larger cards begin with larger type."""
    largest = max(_USUAL * (width * height / (95 * 66)) ** 0.5, 13.0, least)
    return tuple(step for step in _STEPS if step <= largest)


def largest_that_fits(face: Face, area: Area, steps: Sequence[float]) -> float | None:
    """The largest of the steps at which a face surely fits, or None."""
    possible = _with_whole_words(face, area, steps)
    return next((size for size in possible if height_of(face, area, size) <= area.height), None)


def largest_allowed(face: Face, area: Area, steps: Sequence[float]) -> float:
    """The largest of the steps at which no word is longer than its line; the smallest where there is none."""
    return next(iter(_with_whole_words(face, area, steps)), steps[-1])


def height_of(face: Face, area: Area, size: float) -> float:
    """About how high a face is, in millimetres; a picture as high as it has to be at least."""
    text = sum(_height(part, area, size) for part in (*face.main, *face.foot))
    between = 2 * size * _POINT if face.foot else 0.0
    picture = area.height * _PICTURE if face.image else 0.0
    return text * _SAFE + between + picture


def _with_whole_words(face: Face, area: Area, steps: Sequence[float]) -> list[float]:
    """The steps at which no line is too short for a word; if there are none, at which none is but for words of pairs,
    which may be broken.
    """
    whole = [size for size in steps if _in_lines(face, area, size, broken=False)]
    return whole or [size for size in steps if _in_lines(face, area, size, broken=True)]


def _in_lines(face: Face, area: Area, size: float, *, broken: bool) -> bool:
    for part in (*face.main, *face.foot):
        for longest, room in zip(_longest(part, broken), _rooms(part, area, size), strict=True):
            if longest > room:
                return False
    return True


def _height(part: Part, area: Area, size: float) -> float:
    em = part.points(size, area.foot) * _POINT
    heights = (_lines(flow, room) for flow, room in zip(_flows(part), _rooms(part, area, size), strict=True))
    return (max(heights) * area.leading + part.above) * em


def _rooms(part: Part, area: Area, size: float) -> tuple[float, ...]:
    """The widths that the texts of a part have side by side, in ems of letters that are no wider than usual."""
    width = area.width / (part.points(size, area.foot) * _POINT)
    if part.role == "pair":
        half = (width - _BETWEEN) / 2
        return half / area.letters, (half - _LABEL) / area.letters
    return ((width - _LABEL if part.role == "row" else width) / area.letters,)


@lru_cache(maxsize=4096)
def _flows(part: Part) -> tuple[Flow, ...]:
    """The texts of a part, side by side."""
    gaps = tuple(gap.source for gap in part.gaps)
    flow = flow_of(_nodes(part), gaps, numbered=part.numbered)
    return (flow_of(part.left.tree), flow) if part.role == "pair" else (flow,)


@lru_cache(maxsize=4096)
def _longest(part: Part, broken: bool) -> tuple[float, ...]:
    """The longest word of each text that may not be broken, in ems."""
    most = _LONG_WORD if broken and part.role == "pair" else float("inf")
    return tuple(
        max((word.width for word in words_in(flow) if not word.splits and word.width <= most), default=0.0)
        for flow in _flows(part)
    )


def _nodes(part: Part) -> Iterator[Any]:
    if part.words:
        yield f"{part.words} "
    if part.role == "answer" and part.label:
        yield f"{part.label} "
    for at, text in enumerate(part.texts):
        if at and part.between:
            yield part.between
        yield from text.tree
    if part.also:
        forms = [node for form in part.also.forms for node in (part.also.between, *form.tree)]
        yield ["small", [f" {part.also.words}", *forms]]
    if part.stretches:
        yield part.marks[0] + "".join(text for text, _ in part.stretches) + part.marks[1]
        yield f" {part.place}"


def _lines(flow: Flow, width: float) -> float:
    """How many lines a flow fills in a width of so many ems."""
    high = 0.0
    for item in flow:
        match item:
            case Stack():
                inner = width / item.scale - item.indent
                high += item.around + item.scale * sum(item.apart + _lines(flow, inner) for flow in item.flows)
            case Table():
                high += 1 + sum(_row(row, width) for row in item.rows if row)
            case _:
                high += _run(item, width)
    return high


def _row(row: tuple[Flow, ...], width: float) -> float:
    cell = max(width / len(row) - 1.5, 1)
    return max(1.0, *(_lines(flow, cell) for flow in row)) + 0.8


def _run(words: Run, width: float) -> float:
    """How many lines words fill, each as high as the highest word in it may be."""
    if not words:
        return 0.0
    lines, at, more = 1.0, 0.0, 0.0
    for word in words:
        more += word.high - 1
        if word.begins or (at and at + word.width > width):
            lines, at = lines + 1, 0.0
        over = max(ceil(word.width / max(width, 1)) - 1, 0)
        lines += over
        at += word.width - over * width + word.space
    return lines + more
