"""``quizgen stats``: what you know, what is due, what is hard."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from quizgen.cli.log_path import log_path
from quizgen.cli.options import Banks, Json, LogFile
from quizgen.cli.output import output, print_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.cli.session_banks import SessionBanks
    from quizgen.course import Course
    from quizgen.shown import Locate
    from quizgen.study.events import Event
    from quizgen.study.stats.stats import Stats

__all__ = ["stats"]


def stats(
    bank: Banks = None,
    days: Annotated[int, typer.Option(metavar="N", min=1, max=3660, help="How many days back the calendar goes.")] = 28,
    hardest: Annotated[
        int, typer.Option(metavar="N", min=0, max=1000, help="How many of the hardest questions to show.")
    ] = 5,
    log: LogFile = None,
    json: Json = False,
) -> None:
    """Tell what you know, what is due, and what is hard.

    All of it follows from the log of your answers to the quiz and to study: today, what is due in the next days, how
    much you remembered, the hardest questions with the words of the text that prove their answers, a calendar, and a
    line for each bank and topic. With --json, everything as one JSON object.
    """
    from quizgen.cli.clock import now
    from quizgen.cli.session_banks import read_banks
    from quizgen.study.schedule.known import known
    from quizgen.study.stats.stats import stats_of

    there = read_banks(bank)
    path = log_path(log, there=log is not None)  # the one that nobody named is empty until a quiz makes it
    events = _events(path, there, named=bool(bank))
    retention = _retention(there.course)
    learner = known(there.banks, events, retention, now().day)
    found = stats_of(learner, retention=retention, days=days, most=hardest)
    if json:
        from quizgen.study.stats.in_json import stats_record

        print_json(stats_record(found, there.locates))
    else:
        _show(found, there.locates, path, [str(file) for file in bank or ()])


def _events(path: Path, there: SessionBanks, *, named: bool) -> list[Event]:
    """What the log holds of these banks; where none were named, of others too, so that they can be told of."""
    from quizgen.study.log.log import Log
    from quizgen.study.renamed import banks_to_read

    with Log.open(path, reading=True) as opened:
        return [*opened.events(banks=banks_to_read(there.banks) if named else ())]


def _retention(course: Course | None) -> float:
    from quizgen.study.schedule.schedule import RETENTION

    return course.settings.study.retention if course else RETENTION


def _show(found: Stats, locates: Mapping[str, Locate], path: Path, named: Sequence[str]) -> None:
    from quizgen.cli.terminal import Terminal
    from quizgen.study.stats.in_words import nothing_lines, stats_lines

    screen = Terminal.of(output())
    if found.answers:
        screen.show(stats_lines(found, locates, screen.width, blocks=_shows_blocks(screen.stream)))
    else:
        screen.show(nothing_lines(found, str(path), named))


def _shows_blocks(stream: TextIO) -> bool:
    """Whether bars may be of block characters: a dumb terminal, and an encoding without them, has "#"."""
    from quizgen.study.stats.plots import BLOCKS

    if os.environ.get("TERM") == "dumb":
        return False
    try:
        BLOCKS.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
