"""Where a flaw stands in the text of its bank: the line and the columns of the words at fault."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["place_of"]


def place_of(lines: Sequence[str], line: int, last: int, words: str) -> tuple[int, int, int]:
    """Line, column and end column (from 1, the end excluded) of words that stand in ``line`` or below, up to ``last``.

    Where no line holds them, or without words, it is the whole text of ``line``.
    """
    if words:
        for number in range(line, min(last, len(lines)) + 1):
            at = lines[number - 1].find(words)
            if at >= 0:
                return number, at + 1, at + 1 + len(words)
    text = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    start = len(text) - len(text.lstrip())
    return line, start + 1, max(len(text), start) + 1
