"""What comes after an answer: the next question, the last word, or the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizgen.study.events import Event
from quizgen.study.lines import Line, line
from quizgen.study.moment import Moment
from quizgen.study.session.noting import note_end
from quizgen.study.session.state import Session
from quizgen.study.session.step import Step

__all__ = ["finish", "go_on", "next_place", "put", "time_is_over"]

_MINUTE = 60_000  # milliseconds


def go_on(session: Session, now: Moment, lines: Iterable[Line] = (), events: Iterable[Event] = ()) -> Step:
    """Put what comes next; where that is nothing, a person has the last word, and from a pipe it is the end."""
    said, kept = tuple(lines), tuple(events)
    if session.stage == "asking" and time_is_over(session):
        session = replace(session, late=True)
        said += (line(_minutes_over(session)),)
    if session.stage == "last" and not session.rules.patient:
        return finish(session, now, said, kept)
    return Step(put(session, now), said, kept)


def finish(session: Session, now: Moment, lines: Iterable[Line] = (), events: Iterable[Event] = ()) -> Step:
    """End a session that came to its end."""
    session, ending = note_end(session, now)
    return Step(replace(session, over=True), tuple(lines), (*events, *ending))


def put(session: Session, now: Moment) -> Session:
    """Put the question that is to be marked or asked now, or the last word."""
    told = next_place(session)
    return replace(session, told=told, before=session.told, put=now, hints=0, showing=session.showing + 1)


def next_place(session: Session) -> int:
    """The place of the question that is to be marked or asked now; where there is none, the one that is put."""
    waiting = session.waiting
    return waiting.place if waiting else next(iter(session.queue), session.told)


def time_is_over(session: Session) -> bool:
    """Whether its minutes are used up, by the answers that were given."""
    minutes = session.rules.minutes
    return minutes is not None and session.used >= minutes * _MINUTE


def _minutes_over(session: Session) -> str:
    minutes = session.rules.minutes or 0
    return "The minute is over." if minutes == 1 else f"The {minutes:g} minutes are over."
