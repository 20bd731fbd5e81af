"""``quizgen quiz``: ask every question of a bank once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.options import Banks, Json, Kinds, Levels, LogFile, Minutes, Number, Tags, Topics, finite

if TYPE_CHECKING:
    from quizgen.cli.self_test import SelfTest
    from quizgen.cli.session_banks import SessionBanks
    from quizgen.study.events import Event
    from quizgen.study.log.log import Log
    from quizgen.study.session.selection import Filters
    from quizgen.study.session.session import Session

__all__ = ["quiz"]


def quiz(
    bank: Banks = None,
    topic: Topics = None,
    tag: Tags = None,
    kind: Kinds = None,
    level: Levels = None,
    number: Number = None,
    minutes: Minutes = None,
    shuffle: Annotated[bool, typer.Option("--shuffle", help="Ask in another order each time.")] = False,
    seed: Annotated[
        int | None, typer.Option(help="Shuffle in the order of this number, the same each time.", show_default=False)
    ] = None,
    exam: Annotated[bool, typer.Option("--exam", help="Say nothing of the answers until the end; no hints.")] = False,
    fail_under: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=100,
            callback=finite,
            metavar="PERCENT",
            help="End with exit code 1 below this score; what was not reached counts as wrong.",
            show_default=False,
        ),
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin again, where the same quiz was stopped.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the same quiz was stopped, also from a pipe.")
    ] = False,
    log: LogFile = None,
    no_log: Annotated[bool, typer.Option("--no-log", help="Keep no log of the answers.")] = False,
    json: Json = False,
) -> None:
    """Ask every question of a bank once, and score the answers at the end.

    Answer in words or by letter; "?" lists the commands. Each answer is kept in a log as soon as it is given: quit
    when you like, and the same command goes on from there. With --json, one line of JSON for each answer goes to the
    output, and what a person reads goes to the terminal. From a pipe each line is one answer.
    """
    _refuse_both({"--new": new, "--resume": resume, "--no-log": no_log, "--log": log is not None})
    from quizgen.cli.reading import a_person_types
    from quizgen.cli.self_test import SelfTest, opened, screen_of
    from quizgen.cli.session_banks import read_banks
    from quizgen.study.session.selection import Filters
    from quizgen.study.session.stopped import to_go_on

    filters = Filters.of(topic, tag, kind, level)
    order = f"seed={seed}" if seed is not None else "shuffled" if shuffle else ""
    there = read_banks(bank)
    wanted = _Wanted(there, filters, number, minutes, order, exam)
    screen = screen_of(json=json)
    with opened(log, without=no_log) as kept:
        stopped = _stopped(wanted.scope, kept) if resume or (a_person_types() and not new) else []
        session = _session(wanted, stopped)
        test = SelfTest(session, screen, kept, json=json)
        if session.turns:
            _tell_where_it_stopped(test, stopped)
        interrupted = test.run()
        if kept:
            test.show(to_go_on(test.session))
    passed = fail_under is None or _passed(test, fail_under)
    if interrupted:
        raise typer.Exit(130)
    if not passed:
        raise typer.Exit(1)


def _refuse_both(given: dict[str, bool]) -> None:
    from quizgen.errors import UsageError

    for one, other in (("--new", "--resume"), ("--no-log", "--log"), ("--no-log", "--resume")):
        if given[one] and given[other]:
            raise UsageError(f"{one} and {other} contradict each other; leave one out")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the arguments ask for. ``order`` is "", "shuffled" or "seed=" and its number."""

    there: SessionBanks
    filters: Filters
    number: int | None
    minutes: float | None
    order: str
    exam: bool

    @property
    def mode(self) -> str:
        return "exam" if self.exam else "quiz"

    @property
    def scope(self) -> str:
        from quizgen.study.session.selection import scope_of

        return scope_of(self.mode, self.there.banks, self.filters, number=self.number, order=self.order)


def _stopped(scope: str, log: Log | None) -> list[Event]:
    """The events of the last session of this scope, if it did not come to its end."""
    from quizgen.study.session.stopped import came_to_its_end

    session = log.last_session(scope) if log else ""
    events = [*log.events(session=session)] if log and session else []
    return [] if came_to_its_end(events) else events


def _session(wanted: _Wanted, stopped: Sequence[Event]) -> Session:
    """The session, fresh or as it stood when it was stopped."""
    from quizgen.cli.clock import new_uid, now
    from quizgen.cli.reading import a_person_types
    from quizgen.cli.session_banks import laid_out
    from quizgen.study.session.asked import Rules
    from quizgen.study.session.selection import select, shuffled
    from quizgen.study.session.session import begin, resume
    from quizgen.study.session.stopped import answers_that_stand, planned_again

    uid, moment = new_uid(), now()
    picked = select(wanted.there.banks, wanted.filters)
    seed = wanted.order.removeprefix("seed=")
    if seed == "shuffled":  # otherwise each time, but the same when it goes on
        seed = stopped[0].session if stopped else uid
    if seed:
        picked = shuffled(picked, seed)
    picked = planned_again(picked, stopped, wanted.number) if stopped else picked[: wanted.number]
    asked = laid_out(picked, wanted.there, seed or "A", {})
    rules = Rules("exam" if wanted.exam else "quiz", a_person_types(), minutes=wanted.minutes, scope=wanted.scope)
    session = begin(asked, rules, uid, moment)
    return resume(session, answers_that_stand(stopped, asked), moment) if stopped else session


def _tell_where_it_stopped(test: SelfTest, stopped: Sequence[Event]) -> None:
    from quizgen.cli.clock import now
    from quizgen.study.session.stopped import going_on

    test.show(going_on(test.session, stopped, now()))


def _passed(test: SelfTest, percent: float) -> bool:
    """Say whether the score is reached; what nobody has marked does not fail it."""
    from decimal import Decimal

    from quizgen.study.session.passing import passing_lines, percent_of

    wanted = Decimal(f"{percent:g}")
    test.show(passing_lines(test.session, wanted))
    found = percent_of(test.session)
    return found is None or found >= wanted
