"""``quizgen study``: what is due today, by spaced repetition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.options import Banks, Json, Kinds, Levels, LogFile, Minutes, Number, Tags, Topics, finite

if TYPE_CHECKING:
    from quizgen.cli.session_banks import SessionBanks
    from quizgen.course import Course
    from quizgen.settings import StudySettings
    from quizgen.study.events import Event
    from quizgen.study.schedule.due import Plan
    from quizgen.study.schedule.known import Known
    from quizgen.study.session.selection import Filters, Picked
    from quizgen.study.session.session import Session

__all__ = ["study"]


def study(
    bank: Banks = None,
    topic: Topics = None,
    tag: Tags = None,
    kind: Kinds = None,
    level: Levels = None,
    number: Number = None,
    minutes: Minutes = None,
    new: Annotated[
        int | None,
        typer.Option(
            min=0, help="So many new questions a day. [default: as quizgen.toml says, else 20]", show_default=False
        ),
    ] = None,
    reviews: Annotated[
        int | None,
        typer.Option(
            min=0, help="So many reviews a day. [default: as quizgen.toml says, else 200]", show_default=False
        ),
    ] = None,
    retention: Annotated[
        float | None,
        typer.Option(
            min=0.7,
            max=0.99,
            callback=finite,
            help="The share of answers to have right. [default: as quizgen.toml says, else 0.9]",
            show_default=False,
        ),
    ] = None,
    ahead: Annotated[
        int, typer.Option(min=0, metavar="DAYS", help="Ask also what becomes due in so many days.", show_default=False)
    ] = 0,
    every: Annotated[bool, typer.Option("--all", help="Ask everything, due or not.")] = False,
    log: LogFile = None,
    json: Json = False,
) -> None:
    """Ask what is due today: spaced repetition by FSRS, as in Anki.

    What you know comes back after days, weeks, months; what was wrong, again in the same session until it is right.
    When each question is due follows from the log of all your answers, those to quizgen quiz among them: stop when
    you like, the next run goes on. A day begins at four in the morning.
    """
    from quizgen.cli.self_test import SelfTest, opened, screen_of
    from quizgen.cli.session_banks import read_banks
    from quizgen.study.renamed import banks_to_read
    from quizgen.study.schedule.today import coming_lines, nothing_lines, opening_lines
    from quizgen.study.session.selection import Filters, select

    there = read_banks(bank)
    filters = Filters.of(topic, tag, kind, level)
    wanted = _Wanted(there, filters, _settings(there.course, new, reviews, retention), minutes, ahead, every)
    picked = select(there.banks, filters)
    screen = screen_of(json=json)
    with opened(log) as kept:
        assert kept
        events = [*kept.events(banks=banks_to_read(there.banks))]
        day = _known(wanted, events)
        plan = _cut(_plan(wanted, day, picked), number)
        lines = opening_lines(day, plan) + ([] if plan.asked else nothing_lines(day, plan))
        if screen:
            screen.show(lines)
        if not plan.asked:
            return
        test = SelfTest(_session(wanted, day, plan, picked), screen, kept, json=json)
        interrupted = test.run()
    day = _known(wanted, (*events, *test.events))
    test.show(coming_lines(day, _plan(wanted, day, () if every else picked)))
    if interrupted:
        raise typer.Exit(130)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the arguments ask for, the course's settings where they say nothing."""

    there: SessionBanks
    filters: Filters
    settings: StudySettings
    minutes: float | None
    ahead: int
    every: bool


def _settings(course: Course | None, new: int | None, reviews: int | None, retention: float | None) -> StudySettings:
    from quizgen.settings import StudySettings

    usual = course.settings.study if course else StudySettings()
    return StudySettings(
        usual.new_per_day if new is None else new,
        usual.reviews_per_day if reviews is None else reviews,
        usual.retention if retention is None else retention,
    )


def _known(wanted: _Wanted, events: Iterable[Event]) -> Known:
    from quizgen.cli.clock import now
    from quizgen.study.schedule.known import known

    return known(wanted.there.banks, events, wanted.settings.retention, now().day)


def _plan(wanted: _Wanted, day: Known, picked: Iterable[Picked]) -> Plan:
    """What is to be asked of these questions; the day's limits count what was answered of all the banks."""
    from quizgen.study.events import question_key
    from quizgen.study.schedule.due import Limits, plan, put_off

    keys = [question_key(bank, question) for bank, question in picked]
    limits = Limits(wanted.settings.new_per_day, wanted.settings.reviews_per_day)
    without = put_off(day.histories, day.today)
    return plan(keys, day.memories, day.today, limits, ahead=wanted.ahead, whole=wanted.every, without=without)


def _cut(plan: Plan, number: int | None) -> Plan:
    """What one session asks of it."""
    return replace(plan, asked=plan.asked[:number])


def _session(wanted: _Wanted, day: Known, plan: Plan, picked: Iterable[Picked]) -> Session:
    from quizgen.cli.clock import new_uid, now
    from quizgen.cli.reading import a_person_types
    from quizgen.cli.session_banks import laid_out
    from quizgen.study.events import question_key
    from quizgen.study.schedule.today import remarks
    from quizgen.study.session.asked import Rules
    from quizgen.study.session.selection import scope_of
    from quizgen.study.session.session import begin

    by_key = {question_key(one.bank, one.question): one for one in picked}
    chosen = [by_key[key] for key, _ in plan.asked]
    asked = laid_out(chosen, wanted.there, day.today.isoformat(), remarks(day, chosen))
    scope = scope_of("study", wanted.there.banks, wanted.filters)
    rules = Rules("study", a_person_types(), again=True, minutes=wanted.minutes, scope=scope)
    return begin(asked, rules, new_uid(), now())
