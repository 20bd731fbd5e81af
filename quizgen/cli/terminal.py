"""Lines on a terminal: in colour where it takes colour, wrapped to its width."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TextIO

from quizgen.cli.output import write
from quizgen.cli.windows_console import heeds_sequences
from quizgen.text.columns import columns

if TYPE_CHECKING:
    from quizgen.study.lines import Line, Stretch, Style

    _Part = tuple[Stretch, str]  # a stretch, and as much of its text as stands here

__all__ = ["Terminal"]

_COLOURS = {
    "title": "1",
    "prompt": "1",
    "quiet": "2",
    "right": "1;32",
    "close": "1;33",
    "partial": "1;33",
    "wrong": "1;31",
    "answer": "1;36",
}
_NARROWEST, _USUAL, _WIDEST = 20, 80, 100  # columns; beyond a hundred lines are hard to read


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where lines are shown: its stream, whether it takes colour, and its columns where they are settled."""

    stream: TextIO
    colour: bool = False
    columns: int | None = None

    @classmethod
    def of(cls, stream: TextIO) -> Terminal:
        """What is known of a stream; ``NO_COLOR`` and ``TERM=dumb`` are kept to."""
        wanted = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(stream, wanted and heeds_sequences(stream))

    @property
    def width(self) -> int:
        """Its columns, asked for anew each time, since a window may be made larger while a line is typed."""
        return max(_NARROWEST, min(self.columns or _width(self.stream), _WIDEST))

    def show(self, lines: Iterable[Line]) -> None:
        """Write lines, wrapped and coloured."""
        for shown in lines:
            for text in self.wrapped(shown):
                write(text, self.stream)

    def say(self, text: str) -> None:
        """Write a plain text, wrapped."""
        from quizgen.study.lines import Line, Stretch  # not where only the width of a terminal is wanted

        self.show([Line((Stretch(text),))])

    def wrapped(self, shown: Line) -> Iterator[str]:
        """The rows that a line takes."""
        width = self.width
        lead = shown.lead if columns(shown.lead) <= width // 2 else " "
        hang = " " * columns(lead)
        row: list[_Part] = []
        used = len(hang)
        for word in _words(shown.stretches):
            size = sum(columns(text) for _, text in word)
            solid = size - len(word[-1][1]) + len(word[-1][1].rstrip())
            if used + solid > width and row and not shown.kept:
                yield self._row(lead, row)
                lead, row, used = hang, [], len(hang)
            row += word
            used += size
        yield self._row(lead, row)

    def _row(self, lead: str, parts: list[_Part]) -> str:
        """A row without spaces at its end, each stretch painted as a whole."""
        runs = [(stretch, "".join(text for _, text in run)) for stretch, run in groupby(parts, itemgetter(0))]
        while runs and not runs[-1][1].rstrip():
            runs.pop()
        if not runs:
            return lead.rstrip()
        last, text = runs.pop()
        return lead + "".join(self.painted(text, stretch.style) for stretch, text in (*runs, (last, text.rstrip())))

    def painted(self, text: str, style: Style) -> str:
        """A text in its colour, where the stream takes colour."""
        code = _COLOURS.get(style) if self.colour and text.strip() else None
        return f"\x1b[{code}m{text}\x1b[0m" if code else text


def _width(stream: TextIO) -> int:
    """The columns of the terminal that a stream leads to; ``COLUMNS`` stands for them if set."""
    if not stream.isatty():
        return _USUAL
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except OSError:
        return _USUAL


def _words(stretches: Iterable[Stretch]) -> Iterator[list[_Part]]:
    """Words with the spaces after them, each in the stretches it runs through; a line may end after wide characters."""
    word: list[_Part] = []
    last = ""
    for stretch in stretches:
        text = ""
        for char in stretch.text:
            if last and ((last == " " and char != " ") or (_wide(last) and not _closes(char))):
                yield [*word, (stretch, text)] if text else word
                word, text = [], ""
            text += char
            last = char
        if text:
            word.append((stretch, text))
    if word:
        yield word


def _closes(char: str) -> bool:
    """Whether a row must not begin with this character."""
    return unicodedata.category(char) in ("Pe", "Pf", "Po") or char == " "


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"
