"""Whether a sheet gives its answers away by their places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from quizgen.bank.model import Choice
from quizgen.paper.sheets.sheet import Sheet
from quizgen.shown import View

__all__ = ["same_order", "same_place"]

_FEWEST = 3  # questions of which it is no chance
_NAMES = ("the first", "the second", "the third", "the fourth", "the fifth", "the sixth")


def same_place(sheet: Sheet) -> str:
    """Where the right option of every question that asks for one stands, as "the first" or "the last".

    "" where they stand in several places, or where fewer than three questions ask for one.
    """
    places = [
        _right_place(question, item.view) for item in sheet.items if isinstance(question := item.question, Choice)
    ]
    if len(places) < _FEWEST:
        return ""
    first, last = ({place[side] for place in places} for side in (0, 1))
    if len(first) == 1:
        place = first.pop()
        return _NAMES[place] if place < len(_NAMES) else f"number {place + 1}"
    return "the last" if last == {1} else ""


def _right_place(question: Choice, view: View) -> tuple[int, int]:
    """The place of the right option among those shown, counted from the first (0) and from the last (1)."""
    place = next(at for at, option in enumerate(view.options) if question.options[option.index].right)
    return place, len(view.options) - place


def same_order(sheets: Sequence[Sheet]) -> tuple[tuple[str, str], ...]:
    """The names of versions, two by two, that ask in the same order; a single question has none."""
    orders = [(sheet.version, tuple(item.question.id for item in sheet.items)) for sheet in sheets]
    return tuple(
        (name, other)
        for (name, order), (other, another) in combinations(orders, 2)
        if order == another and len(order) > 1
    )
