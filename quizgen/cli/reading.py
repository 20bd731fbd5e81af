"""Words in: one typed line at a time, from a person or from a pipe."""

from __future__ import annotations

import contextlib
import io
import signal
import sys
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

from quizgen.cli.output import write
from quizgen.text.columns import columns

if TYPE_CHECKING:
    from quizgen.cli.terminal import Terminal

__all__ = ["a_person_types", "read_line", "uninterrupted"]

_ROOM = 12  # columns to type in, at least, beside what is asked for


def a_person_types() -> bool:
    """Whether the input is a terminal; a closed one is not."""
    return sys.stdin is not None and sys.stdin.isatty()


def read_line(prompt: str, screen: Terminal | None) -> str | None:
    """One typed line, or None at the end of the input. What is not UTF-8 in it becomes U+FFFD."""
    if screen:
        prompt = _beside(prompt, screen)
        if a_person_types() and screen.stream is sys.stdout:
            return _edited(prompt)
        write(prompt, screen.stream)
    if sys.stdin is None:
        return None
    line = sys.stdin.buffer.readline()
    return line.decode("utf-8", "replace").rstrip("\r\n") if line else None


def _beside(prompt: str, screen: Terminal) -> str:
    """What stands before the cursor; a prompt that would leave no room to type in goes above."""
    whole = f"{prompt} > "
    if columns(whole) + _ROOM <= screen.width:
        return whole
    screen.say(prompt)
    return "> "


def _edited(prompt: str) -> str | None:
    """A line that arrow keys edit while it is typed, where the platform can."""
    with contextlib.suppress(ImportError):
        import readline

        readline.set_completer(_nothing)  # else Tab would answer with names of files
        for letters in ("input-meta on", "convert-meta off"):  # else an é or 東 at the start is lost in the C locale
            readline.parse_and_bind(f"set {letters}")
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.errors != "replace":  # only before the first line
        sys.stdin.reconfigure(errors="replace")
    try:
        return input(prompt)
    except EOFError:
        return None


def _nothing(_text: str, _state: int) -> None:
    return None


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until what is done here is done: an answer is kept as a whole, and the session knows of it."""
    held = False

    def hold(_number: int, _frame: FrameType | None) -> None:
        nonlocal held
        held = True

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        raise KeyboardInterrupt
