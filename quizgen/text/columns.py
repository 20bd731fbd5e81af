"""How wide a text is in a terminal, in columns: wide characters take two, those that stand on others none."""

from __future__ import annotations

import unicodedata

__all__ = ["columns", "fitting"]

_UNSEEN = ("Mn", "Me", "Cf")  # marks on a letter, joiners and marks of direction


def columns(text: str) -> int:
    """The columns that a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def fitting(text: str, room: int) -> int:
    """How many characters of a text, from its beginning, fit into so many columns."""
    used = 0
    for number, char in enumerate(text):
        used += columns(char)
        if used > room:
            return number
    return len(text)


def _width(char: str) -> int:
    if unicodedata.category(char) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
