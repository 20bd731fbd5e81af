"""Words in: one typed line at a time, from a person or from a pipe."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING

from quizgen.cli.output import write

if TYPE_CHECKING:
    from quizgen.cli.terminal import Terminal

__all__ = ["a_person_types", "read_line"]


def a_person_types() -> bool:
    """Whether the input is a terminal; a closed one is not."""
    return sys.stdin is not None and sys.stdin.isatty()


def read_line(prompt: str, screen: Terminal | None) -> str | None:
    """One typed line, or None at the end of the input. What is not UTF-8 in it becomes U+FFFD."""
    if a_person_types() and screen and screen.stream is sys.stdout:
        return _edited(prompt)
    if screen:
        write(prompt, screen.stream)
    if sys.stdin is None:
        return None
    line = sys.stdin.buffer.readline()
    return line.decode("utf-8", "replace").rstrip("\r\n") if line else None


def _edited(prompt: str) -> str | None:
    """A line that arrow keys edit while it is typed, where the platform can."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "replace":  # only before the first line
        sys.stdin.reconfigure(errors="replace")
    try:
        return input(prompt)
    except EOFError:
        return None
