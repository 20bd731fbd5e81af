"""Topics and questions as their lines stand, before anybody has seen what kind they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Line", "Mark", "RawQuestion", "RawTopic", "Report"]

Line = tuple[int, str]
"""A line number (from 1) and the text of the line."""

Report = Callable[[int, int, str], None]
"""Takes note of a problem: line, column, message."""


@dataclass(slots=True)
class Mark:
    """A marked line: ``sign`` is ``=``, ``[x]``, ``[ ]``, ``==``, ``-``, ``1.``, ``+``, ``>`` or a field's name."""

    sign: str
    text: str
    line: int
    below: list[Line] | None = None
    """The indented lines that belong to it; None, not an empty list, for the many marks that have none."""


@dataclass(slots=True)
class RawQuestion:
    """A question as its lines stand; ``column`` is where its prompt begins."""

    prompt: str
    id: str
    line: int
    column: int
    body: list[Line] = field(default_factory=list)
    parts: list[Mark] = field(default_factory=list)
    quotes: list[Mark] = field(default_factory=list)
    fields: dict[str, list[Mark]] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The text of a field, or nothing where it is not given."""
        marks = self.fields.get(name)
        return marks[0].text if marks else ""


@dataclass(slots=True)
class RawTopic:
    """A topic as its lines stand; ``line`` is 0 for the one before the first heading."""

    title: str
    id: str
    line: int
    body: list[Line] = field(default_factory=list)
    questions: list[RawQuestion] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
