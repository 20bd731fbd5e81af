"""Roman numerals."""

from __future__ import annotations

import re

__all__ = ["roman_value"]

_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}


def roman_value(text: str) -> int | None:
    """The number that a text (in either case) is in Roman numerals; None where it is none.

    >>> roman_value("XIV"), roman_value("iiii")
    (14, None)
    """
    text = text.lower()
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_VALUES[char] for char in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
