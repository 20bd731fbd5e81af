"""What a session says: lines of styled stretches, which a terminal colours and wraps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Line", "Stretch", "Style", "blank", "line"]

Style = Literal["", "title", "prompt", "quiet", "right", "close", "partial", "wrong", "answer"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line in one style."""

    text: str
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, however long: ``lead`` stands before it ("  A  "), and what is wrapped is indented as far."""

    stretches: tuple[Stretch, ...] = ()
    lead: str = ""
    kept: bool = False  # its spaces are laid out: do not wrap

    @property
    def text(self) -> str:
        """The line without styles."""
        return self.lead + "".join(stretch.text for stretch in self.stretches)


def line(text: str, style: Style = "", lead: str = "") -> Line:
    """A line in one style."""
    return Line((Stretch(text, style),), lead)


def blank() -> Line:
    """An empty line."""
    return Line()
