"""Bars as lines of text: a name, its number, and a bar as long as the number, so that each line can be read alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.text.columns import columns

__all__ = ["BLOCKS", "Bar", "bars"]

BLOCKS = "█▌"
"""A column and half a column of a bar. The fonts of old consoles have these, and not the finer parts."""

_LONGEST, _SHORTEST = 40, 4  # columns of the longest bar; where less than the second is left, there are no bars
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Bar:
    """``said`` is the number as it is read, ``length`` what the bar is drawn by, not below 0."""

    name: str
    said: str
    length: float


def bars(rows: Sequence[Bar], width: int, *, blocks: bool, full: float = 0) -> list[str]:
    """One line for each row, in ``width`` columns; what is not 0 has a bar.

    ``full`` is the number whose bar is the longest, 0 for the largest of the rows. ``blocks``: whether the output can
    show block characters; else bars are of "#". Where a name and a number alone are wider than the width, they are
    left so, for whoever shows them to wrap.
    """
    if not rows:
        return []
    most = max(full, *(row.length for row in rows))
    names = max(columns(row.name) for row in rows)
    digits = max(columns(row.said) for row in rows)
    room = min(_LONGEST, width - names - digits - 2 * len(_GAP))
    return [_row(row, names, digits, _drawn(row.length / most if most else 0, room, blocks)) for row in rows]


def _row(row: Bar, names: int, digits: int, bar: str) -> str:
    name = row.name + " " * (names - columns(row.name))
    said = " " * (digits - columns(row.said)) + row.said
    return _GAP.join((name, said, bar)).rstrip()


def _drawn(share: float, room: int, blocks: bool) -> str:
    """A bar of a share of the room; "" where there is too little."""
    if share <= 0 or room < _SHORTEST:
        return ""
    if not blocks:
        return "#" * max(1, round(share * room))
    whole, half = divmod(max(1, round(share * room * 2)), 2)
    return BLOCKS[0] * whole + BLOCKS[1] * half
