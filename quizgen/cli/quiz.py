"""``quizgen quiz``: ask every question of a bank once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.options import Json
from quizgen.cli.output import output, print_json, write

if TYPE_CHECKING:
    from quizgen.cli.terminal import Terminal
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
    from quizgen.cli.reading import a_person_types
    from quizgen.course import find_course
    from quizgen.places import locate_in
    from quizgen.study import begin, closing

    asked = read_bank(bank)
    locate = locate_in(bank, asked, find_course(bank.resolve().parent))
    screen = _screen(json=json)
    session, interrupted = _run(begin(asked, locate, patient=a_person_types()), screen, json=json)
    if screen:
        screen.show(closing(session))
    if interrupted:
        raise typer.Exit(130)


def _screen(*, json: bool) -> Terminal | None:
    """Where a person reads. With ``--json`` the output is a machine's, and the other stream may have no reader."""
    from quizgen.cli.terminal import Terminal

    if not json:
        return Terminal.of(output())
    return Terminal.of(sys.stderr) if sys.stderr is not None and sys.stderr.isatty() else None


def _run(session: Session, screen: Terminal | None, *, json: bool) -> tuple[Session, bool]:
    """Ask to the end; with the session comes whether Ctrl-C ended it."""
    from quizgen.study import tell

    asked, interrupted = -1, False
    while not session.over:
        if screen and session.at != asked:
            screen.show(tell(session))
        asked, before = session.at, len(session.turns)
        session, interrupted = _step(session, screen)
        if json and len(session.turns) > before:
            _record(session)
    return session, interrupted


def _step(session: Session, screen: Terminal | None) -> tuple[Session, bool]:
    """Read one line and take it; the end of the input and Ctrl-C end the session."""
    from quizgen.cli.reading import read_line
    from quizgen.study import prompt, say, stop

    interrupted = False
    try:
        typed = read_line(f"{prompt(session)} > ", screen)
    except KeyboardInterrupt:
        typed, interrupted = None, True
    if typed is not None:
        session, lines = say(session, typed)
        if screen:
            screen.show(lines)
        return session, False
    if screen:
        write("", screen.stream)
    return stop(session), interrupted


def _record(session: Session) -> None:
    from quizgen.study import turn_record

    print_json(turn_record(session, session.turns[-1]))
