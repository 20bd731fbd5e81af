"""What a rule finds, and what is said of it: a flaw while it is looked for, a finding once its place is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding", "Flaw", "Severity", "shortened"]

Severity = Literal["error", "warning"]
_LONGEST = 60  # characters of an option or an answer that a message quotes


def shortened(text: str) -> str:
    """A text of a bank as a message quotes it: on one line, and only the beginning of a long one."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that a rule found.

    ``line`` is that of the part at fault (0: of the question). ``words`` are the words at fault as the bank has them:
    the caret is set under them, in that line or the next one of the question that holds them. ``more`` are further
    lines for people, such as the passage that was nearly quoted. ``at`` is the question that it is said of, by its
    place in ``Scope.cases``; a rule on one question leaves it out.
    """

    message: str
    line: int = 0
    words: str = ""
    more: tuple[str, ...] = ()
    at: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A problem of a bank at its place; lines and columns count from 1, ``end`` is the column after the words at fault.

    ``question`` is the id of the question that it is said of, or empty. Of a file that is no bank, ``rule`` is
    "format".
    """

    file: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    more: tuple[str, ...] = ()
    end: int = 0
    question: str = ""
