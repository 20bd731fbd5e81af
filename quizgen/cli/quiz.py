"""``quizgen quiz``: ask every question of a bank once."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from quizgen.cli.options import Json
from quizgen.cli.terminal import Terminal, print_json, write

if TYPE_CHECKING:
    from quizgen.study import Session

__all__ = ["quiz"]


def quiz(
    bank: Annotated[Path, typer.Argument(metavar="BANK", help="The bank to be asked.", show_default=False)],
    json: Json = False,
) -> None:
    """Ask every question of a bank once, and score the answers at the end.

    Answer in words or by letter; "?" lists the commands. With --json, one line of JSON for each question goes to the
    output, and what a person reads goes to the terminal. From a pipe each line is one answer.
    """
    from quizgen.bank.parse import read_bank
    from quizgen.course import find_course
    from quizgen.places import locate_in
    from quizgen.study import begin, closing

    asked = read_bank(bank)
    typed = sys.stdin.isatty()
    session = begin(asked, locate_in(bank, asked, find_course(bank.resolve().parent)), patient=typed)
    screen = Terminal.of(_screen(json))
    silent = json and not screen.stream.isatty()
    interrupted = False
    try:
        session = _run(session, screen, silent=silent, typed=typed, json=json)
    except _InterruptedError as stopped:
        session, interrupted = stopped.session, True
    if not silent:
        screen.show(closing(session))
    if interrupted:
        raise typer.Exit(130)


def _screen(json: bool) -> TextIO:
    return sys.stderr if json else sys.stdout


class _InterruptedError(Exception):
    """Ctrl-C, with what had been answered."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


def _run(session: Session, screen: Terminal, *, silent: bool, typed: bool, json: bool) -> Session:
    from quizgen.study import prompt, say, tell, turn_record

    asked = -1
    while not session.over:
        if session.at != asked and not silent:
            screen.show(tell(session))
        asked = session.at
        try:
            answer = _read(f"{prompt(session)} > ", screen, silent=silent, typed=typed)
        except KeyboardInterrupt:
            write("", screen.stream)
            raise _InterruptedError(session) from None
        if answer is None:
            if not silent:
                write("", screen.stream)
            return session
        before = len(session.turns)
        session, lines = say(session, answer)
        if not silent:
            screen.show(lines)
        if json and len(session.turns) > before:
            print_json(turn_record(session, session.turns[-1]))
    return session


def _read(prompt: str, screen: Terminal, *, silent: bool, typed: bool) -> str | None:
    """One typed line, or None at the end of the input."""
    if typed and screen.stream is sys.stdout:
        _edit_lines()
        try:
            return input(prompt)
        except EOFError:
            return None
    if not silent:
        write(prompt, screen.stream)
    line = sys.stdin.buffer.readline()
    return line.decode("utf-8", "replace").rstrip("\r\n") if line else None


def _edit_lines() -> None:
    """Let arrow keys edit what is typed, where the platform can."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401
