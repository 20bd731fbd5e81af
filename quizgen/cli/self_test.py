"""A self-test at the terminal: read a line, keep what comes of it, and only then show it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizgen.cli.clock import now
from quizgen.cli.log_path import log_path
from quizgen.cli.output import output, print_json, write
from quizgen.cli.reading import read_line, uninterrupted
from quizgen.cli.terminal import Terminal
from quizgen.study.events import Event
from quizgen.study.lines import Line
from quizgen.study.log.log import Log
from quizgen.study.session.session import Session, closing, event_record, prompt, say, stop, tell
from quizgen.study.session.step import Step

__all__ = ["SelfTest", "opened", "screen_of"]


def screen_of(*, json: bool) -> Terminal | None:
    """Where a person reads. With ``--json`` the output is a machine's, and the other stream may have no reader."""
    if not json:
        return Terminal.of(output())
    return Terminal.of(sys.stderr) if sys.stderr is not None and sys.stderr.isatty() else None


@contextlib.contextmanager
def opened(path: Path | None, *, without: bool = False) -> Iterator[Log | None]:
    """The log, before the first question is asked: what is wrong with it is said at once. None ``without`` one."""
    if without:
        yield None
        return
    with Log.open(log_path(path)) as log:
        yield log


class SelfTest:
    """A session under way, and where its words go: the screen, the log, the records of ``--json``."""

    def __init__(self, session: Session, screen: Terminal | None, log: Log | None, *, json: bool = False) -> None:
        self.session = session
        self.events: list[Event] = []
        self._screen = screen
        self._log = log
        self._json = json
        self._shown = 0
        self._records: list[dict[str, object]] = []

    def run(self) -> bool:
        """Ask to the end, and say how it went. Ctrl-C ends it as :q does; returns whether that was it."""
        interrupted = False
        while not self.session.over:
            try:
                self._tell()
                self._take(self._heard())
            except KeyboardInterrupt:
                interrupted = True
                self._break_row()
                self._take(stop(self.session, now()))
        self.show(closing(self.session, now()))
        return interrupted

    def show(self, lines: Sequence[Line]) -> None:
        """Say something, where a person reads."""
        if self._screen:
            self._screen.show(lines)

    def _tell(self) -> None:
        if self.session.showing != self._shown:
            self.show(tell(self.session))
            self._shown = self.session.showing

    def _heard(self) -> Step:
        typed = read_line(prompt(self.session), self._screen)
        if typed is not None:
            return say(self.session, typed, now())
        self._break_row()
        return stop(self.session, now())

    def _take(self, step: Step) -> None:
        with uninterrupted():
            if self._log:
                self._log.add(step.events)
            self.session = step.session
            self.events += step.events
        if self._json:
            self._records += filter(None, (event_record(step.session, event) for event in step.events))
            self._write_records()
        self.show(step.lines)

    def _write_records(self) -> None:
        """Write what a machine reads; of an exam once it is handed in, for a record says what is right."""
        if self.session.exam and not self.session.ended:
            return
        for record in self._records:
            print_json(record)
        self._records.clear()

    def _break_row(self) -> None:
        """What was being typed stays in its row."""
        if self._screen:
            write("", self._screen.stream)
