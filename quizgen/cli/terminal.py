"""Words out: colour only on a terminal, lines wrapped to its width, and a reader that has gone made known."""

from __future__ import annotations

import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from quizgen.errors import WriteError

if TYPE_CHECKING:
    from quizgen.study.lines import Line, Stretch

__all__ = ["Terminal", "print_json", "write"]

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
_NARROWEST, _WIDEST = 20, 100  # beyond a hundred columns lines are hard to read


def write(text: str, stream: TextIO | None = None) -> None:
    """Write a text and a line end. WriteError where nobody reads any more, or the disk is full."""
    stream = stream or sys.stdout
    try:
        stream.write(text + "\n")
        stream.flush()
    except BrokenPipeError:
        raise WriteError("the output was closed before it was complete") from None
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write((text + "\n").encode(encoding, "replace").decode(encoding))
    except OSError as error:
        raise WriteError(f"the output cannot be written: {error.strerror}") from None


def print_json(data: Any) -> None:
    """Write one line of JSON."""
    write(json.dumps(data, ensure_ascii=False))


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where lines are shown: its stream, its width in columns, and whether it takes colour."""

    stream: TextIO
    width: int
    colour: bool

    @classmethod
    def of(cls, stream: TextIO) -> Terminal:
        """What is known of a stream; ``NO_COLOR`` and ``TERM=dumb`` are kept to."""
        colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        columns = shutil.get_terminal_size((80, 24)).columns if stream.isatty() else 80
        return cls(stream, max(_NARROWEST, min(columns, _WIDEST)), colour)

    def show(self, lines: Iterable[Line]) -> None:
        """Write lines, wrapped and coloured."""
        for shown in lines:
            for text in self.wrapped(shown):
                write(text, self.stream)

    def wrapped(self, shown: Line) -> Iterator[str]:
        """The rows that a line takes."""
        lead = shown.lead if _columns(shown.lead) <= self.width // 2 else " "
        hang = " " * _columns(lead)
        row, used = lead, _columns(lead)
        for word in _words(shown.stretches):
            size = sum(_columns(text) for _, text in word)
            solid = size - len(word[-1][1]) + len(word[-1][1].rstrip())
            if used + solid > self.width and used > len(hang) and not shown.kept:
                yield row.rstrip()
                row, used = hang, len(hang)
            row += "".join(self.painted(text, stretch) for stretch, text in word)
            used += size
        yield row.rstrip()

    def painted(self, text: str, stretch: Stretch) -> str:
        """A text in its colour."""
        code = _COLOURS.get(stretch.style) if self.colour and text.strip() else None
        return f"\x1b[{code}m{text}\x1b[0m" if code else text


def _words(stretches: Iterable[Stretch]) -> Iterator[list[tuple[Stretch, str]]]:
    """Words with the spaces after them, each in the stretches it runs through; a line may end after wide characters."""
    word: list[tuple[Stretch, str]] = []
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


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 1 + _wide(char) for char in text)
