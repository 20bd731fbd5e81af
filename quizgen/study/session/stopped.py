"""A session that was stopped, and its questions as the banks have them now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from quizgen.study.events import Event, question_key
from quizgen.study.lines import Line, line
from quizgen.study.moment import Moment
from quizgen.study.session.asked import Asked
from quizgen.study.session.selection import Picked
from quizgen.study.session.state import Session

__all__ = ["answers_that_stand", "came_to_its_end", "going_on", "planned_again", "to_go_on"]


def came_to_its_end(events: Iterable[Event]) -> bool:
    """Whether a session with these events is over: there is nothing to go on with."""
    return any(event.kind == "end" for event in events)


def planned_again(picked: Sequence[Picked], events: Iterable[Event], number: int | None = None) -> tuple[Picked, ...]:
    """The questions of a session in the order that it had; what is gone is left out, what is new comes at the end.

    ``number`` is how many were wanted: then new ones only take the place of those that are gone.
    """
    plan = next((event.plan for event in events if event.kind == "begin"), ())
    now = {question_key(bank, question): Picked(bank, question) for bank, question in picked}
    renamed = {question.was: key for key, (_, question) in now.items() if question.was and question.was not in now}
    kept = dict.fromkeys(key for key in (renamed.get(key, key) for key in plan) if key in now)
    new = [key for key in now if key not in kept]
    return tuple(now[key] for key in (*kept, *new))[:number]


def answers_that_stand(events: Iterable[Event], asked: Iterable[Asked]) -> list[Event]:
    """The events without answers to questions of which something else is right by now: those are asked again.

    Digests that were made by different rules say nothing.
    """
    kept = list(events)
    held = {event.question for event in kept}
    every = list(asked)
    named = {one.view.question.was: one for one in every} | {one.key: one for one in every}
    right = {key: one.digests[1] for key, one in named.items() if key in held}
    return [event for event in kept if event.kind not in ("answer", "skip") or not _changed(event, right)]


def _changed(event: Event, right: Mapping[str, str]) -> bool:
    now = right.get(event.question, event.answered)
    return now != event.answered and now.partition(":")[0] == event.answered.partition(":")[0]


def going_on(session: Session, stopped: Sequence[Event], now: Moment) -> list[Line]:
    """What is said before a session goes on: when it was stopped, and how far it was."""
    last = stopped[-1].moment
    when = f"today at {last.local:%H:%M}" if last.day == now.day else f"on {last.local.day} {last.local:%B}"
    done = len({turn.place for turn in session.turns})
    what = "the exam" if session.exam else "the quiz"
    said = f"You stopped {what} {when} after {done} of {len(session.asked)} questions; going on. (--new begins again.)"
    return [line(said, "quiet")]


def to_go_on(session: Session) -> list[Line]:
    """What is said to a person after a session that was stopped: how to go on with it."""
    if session.ended or not session.turns or not session.rules.patient:
        return []
    return [line("The same command goes on from here.", "quiet")]
