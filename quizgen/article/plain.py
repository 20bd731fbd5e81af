"""Plain text into blocks.

Blank lines part blocks. Two habits of plain text need more than that:

- a block with a line of more than `WRAP` columns was not wrapped by hand: each line of it is a paragraph;
- in a block of wrapped prose, an indented line after a line that ends a sentence begins a new paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.article.model import Role
from quizgen.article.scripts import is_east_asian

__all__ = ["Block", "plain_blocks", "trimmed"]

# nobody wraps lines by hand beyond this; a wrapped line of prose is longer than a line of verse
WRAP = 120
VERSE = 60

Block = tuple[Role | None, int, int]
"""A role (None: by the rule of prose), and where the block starts and ends, without white space around it."""

_PARAGRAPH = re.compile(r"^[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_INDENTED = re.compile(r"(?<=[.!?…。！？\"”’」』)\]])[^\S\n]*\n(?=\t|\u3000|[^\S\n]{2})")


def plain_blocks(text: str) -> list[Block]:
    """Part a plain text into blocks, none of them empty, in order."""
    return [
        (None, *trimmed(text, start, end))
        for found in _PARAGRAPH.finditer(text)
        for start, end in _parts(text, *found.span())
    ]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = [found.span() for found in _LINE.finditer(text, start, end)]
    longest = max(_width(text[first:last]) for first, last in lines)
    if longest > WRAP:
        yield from lines
        return
    if longest >= VERSE:
        for indented in _INDENTED.finditer(text, start, end):
            yield start, indented.start()
            start = indented.end()
    yield start, end


def _width(line: str) -> int:
    """Return the columns that a line takes; a Chinese or Japanese character takes two."""
    # a long web address says nothing of how prose is wrapped
    if "://" in line:
        return 0
    line = line.strip()
    return len(line) + (0 if line.isascii() else sum(map(is_east_asian, line)))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space at its two ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
