"""Numbers in words of ours: how many of something, how many points."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["counted", "points_text"]


def counted(number: int, noun: str, *, commas: bool = False) -> str:
    """1 question, 2 questions; ``commas``: 1,200 questions."""
    figure = f"{number:,}" if commas else str(number)
    return f"{figure} {noun}" if number == 1 else f"{figure} {noun}s"


def points_text(points: Decimal) -> str:
    """A number of points without needless zeros: 2, 2.5."""
    text = f"{points:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
