"""An event as a row of the log's table, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import starmap
from typing import Any, cast

from quizgen.answers import Mark
from quizgen.study.events import Event, Happened, Mode
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

__all__ = ["COLUMNS", "INSERT", "events_of", "row_of"]

COLUMNS = (
    'uid, kind, session, mode, time, "offset", question, asked, answered, was, about, '
    "mark, score, rating, response, hints, duration, scope, plan, grader"
)
"""What an event is made of, in the order in which :func:`events_of` takes it."""

_VALUES = ", ".join("?" * len(COLUMNS.split(",")))  # after the uid
INSERT = (
    f"INSERT INTO event ({COLUMNS}, bank) SELECT * FROM (SELECT ? AS added, {_VALUES}) "
    "WHERE NOT EXISTS (SELECT 1 FROM event WHERE uid = added)"
)
"""Adds a row, unless its uid is there. (What an ON CONFLICT or an OR IGNORE does depends on SQLite's age.)"""

_NO_PLAN = "[]"
_RATINGS = (None, *Rating)

Row = tuple[Any, ...]


def row_of(event: Event) -> Row:
    """The row that holds an event. What cannot be written as UTF-8 in a typed text becomes "?", as nothing else can."""
    row = (
        event.uid,
        event.kind,
        event.session,
        event.mode,
        event.moment.time,
        event.moment.offset,
        event.question,
        event.asked,
        event.answered,
        event.was,
        event.about,
        event.mark,
        None if event.score is None else float(event.score),
        None if event.rating is None else int(event.rating),
        event.response,
        event.hints,
        event.duration,
        event.scope,
        json.dumps(event.plan, ensure_ascii=False) if event.plan else _NO_PLAN,
        event.grader,
        event.question.partition("#")[0],
    )
    return tuple(_writable(value) if isinstance(value, str) else value for value in row)


def _writable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def events_of(rows: Iterable[Row]) -> list[Event]:
    """The events that rows of :data:`COLUMNS` hold. ValueError, TypeError or LookupError where one holds none."""
    return cast("list[Event]", list(starmap(_Unsealed, rows)))


class _Unsealed:
    """An event whose fields are being set: a frozen one takes three times as long, and a log holds 100,000."""

    __slots__ = tuple(Event.__slots__)

    def __init__(
        self, uid: str, kind: Happened, session: str, mode: Mode, time: int, offset: int, question: str, asked: str,
        answered: str, was: str, about: str, mark: Mark, score: float | None, rating: int | None, response: str,
        hints: int, duration: int, scope: str, plan: str, grader: int,
    ) -> None:  # fmt: skip
        self.uid = uid
        self.kind = kind
        self.session = session
        self.mode = mode
        self.moment = _UnsealedMoment(time, offset)
        self.question = question
        self.asked = asked
        self.answered = answered
        self.was = was
        self.about = about
        self.mark = mark
        self.score = score
        self.rating = _RATINGS[rating or 0]
        self.response = response
        self.hints = hints
        self.duration = duration
        self.scope = scope
        self.plan = () if plan == _NO_PLAN else tuple(json.loads(plan))
        self.grader = grader
        self.__class__ = Event  # type: ignore[assignment]


class _UnsealedMoment:
    __slots__ = tuple(Moment.__slots__)

    def __init__(self, time: int, offset: int) -> None:
        self.time = time
        self.offset = offset
        self.__class__ = Moment  # type: ignore[assignment]
