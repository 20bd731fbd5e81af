"""Reviews and other events for tests, with all that a test does not ask about left as it usually is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from quizgen.study.events import Event
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

__all__ = ["DAY", "HOUR", "at", "event", "review"]

HOUR, DAY = 3_600_000, 86_400_000
_NUMBERS = count(1)
_MARKS = {1: "wrong", 2: "right", 3: "right", 4: "right", None: "unmarked"}


def at(day: date, hours: float = 12.0, offset: int = 0) -> Moment:
    """A moment of a day, so many hours of local time after its midnight."""
    return Moment((day - date(1970, 1, 1)) // timedelta(days=1) * DAY + int(hours * HOUR) - offset * 60_000, offset)


def event(kind: str, moment: Moment | int = 0, *, uid: str = "", **said: Any) -> Event:
    """An event; without a uid it has one of its own."""
    moment = moment if isinstance(moment, Moment) else Moment(moment)
    uid = uid or f"event-{next(_NUMBERS):06}"
    return Event(uid=uid, kind=kind, session="s", mode="quiz", moment=moment, **said)


def review(time: int, rating: int | None = 3, key: str = "bank#one", *, offset: int = 0, **said: Any) -> Event:
    """An answer that was rated, or left unmarked."""
    score = None if rating is None else float(rating > 1)
    graded = {"mark": _MARKS[rating], "score": score, "rating": rating and Rating(rating)}
    return event("answer", Moment(time, offset), **{"question": key} | graded | said)
