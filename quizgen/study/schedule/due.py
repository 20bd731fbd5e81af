"""What to ask today, and why.

First what is due, the longest overdue before the rest, as in Anki; then new questions in the order of the banks, so
that a short session leaves out what was never learned rather than what is being forgotten; then what was wrong today.
What is due on one day is mixed by a hash of the day and the key: another order every day, the same one after a break.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Literal, NamedTuple

from quizgen.study.history import Histories
from quizgen.study.schedule.schedule import Memories, missed_today, retrievability

__all__ = ["Counts", "Limits", "Plan", "Planned", "Reason", "counted", "forecast", "next_due", "plan", "put_off"]

_FAR = 40_000  # days; nothing is ever due later

Reason = Literal["due", "ahead", "new", "again"]
"""Why a question is asked: it is due, it is not due yet, it was never answered, or it was answered wrong today."""


class Planned(NamedTuple):
    """A question, by its key, and why it is asked."""

    key: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Limits:
    """How many new questions and how many reviews a day may have, over all sessions."""

    new: int = 20
    reviews: int = 200


class Counts(NamedTuple):
    """How many questions were answered today for the first time, and how many of those known before."""

    new: int = 0
    reviews: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask, in order. ``due_left`` and ``new_left`` are how many more today's limits leave for another day,
    ``put_off`` how many were skipped, or left unmarked, today and are not asked again today.
    """

    asked: tuple[Planned, ...]
    due_left: int = 0
    new_left: int = 0
    put_off: int = 0


def counted(memories: Memories, today: date) -> Counts:
    """What today's limits count: each question once, however often it was answered."""
    reviewed = [memory.first for memory in memories.values() if memory.last >= today]
    new = sum(first >= today for first in reviewed)
    return Counts(new, len(reviewed) - new)


def put_off(histories: Histories, today: date) -> frozenset[str]:
    """The questions that were skipped, or answered and left unmarked, when they were asked last, which was today."""
    last = ((key, reviews[-1]) for key, reviews in histories.items() if reviews)
    return frozenset(key for key, review in last if not review.rating and review.moment.day_number == today.toordinal())


def plan(
    keys: Iterable[str],
    memories: Memories,
    today: date,
    limits: Limits | None = None,
    counts: Counts | None = None,
    *,
    ahead: int = 0,
    whole: bool = False,
    without: Collection[str] = (),
) -> Plan:
    """What to ask today of these questions, in the order of their banks.

    ``counts`` is what of the ``limits`` is used up; without it, what ``memories`` say of today (:func:`counted`).
    ``ahead``: also what becomes due in so many days, unless it was answered today; reviews have no limit then.
    ``whole``: every question whatever is due, without limits; the weakest first, those wrong today after them, new
    ones last. ``without`` are questions that were put off today (:func:`put_off`); ``whole`` asks them, too.
    """
    every = tuple(dict.fromkeys(keys))
    if whole:
        return Plan(_whole(every, memories, today))
    limits, counts = limits or Limits(), counts or counted(memories, today)
    there = [key for key in every if key not in without]
    waiting = _waiting(there, memories, today, ahead)
    new = [Planned(key, "new") for key in there if key not in memories]
    for_waiting = len(waiting) if ahead else max(0, limits.reviews - counts.reviews)
    for_new = max(0, limits.new - counts.new)
    return Plan(
        (*waiting[:for_waiting], *new[:for_new], *_again(there, memories, today)),
        due_left=len(waiting[for_waiting:]),
        new_left=len(new[for_new:]),
        put_off=len(every) - len(there),
    )


def _waiting(keys: Iterable[str], memories: Memories, today: date, ahead: int) -> list[Planned]:
    """What is due, and what will be in so many days and was not answered today; by the day it is due."""
    until = today + timedelta(days=min(ahead, _FAR))
    known = [(memories[key], key) for key in keys if key in memories and memories[key].due <= until]
    left = [(memory, key) for memory, key in known if memory.due <= today or memory.last < today]
    left.sort(key=lambda one: (one[0].due, _mixed(one[1], today)))
    return [Planned(key, "due" if memory.due <= today else "ahead") for memory, key in left]


def _again(keys: Iterable[str], memories: Memories, today: date) -> list[Planned]:
    wrong = [key for key in keys if key in memories and missed_today(memories[key], today)]
    return [Planned(key, "again") for key in sorted(wrong, key=lambda key: _mixed(key, today))]


def _whole(keys: Sequence[str], memories: Memories, today: date) -> tuple[Planned, ...]:
    known = [(memories[key], key) for key in keys if key in memories and not missed_today(memories[key], today)]
    known.sort(key=lambda one: (retrievability(one[0], today), _mixed(one[1], today)))
    return (
        *(Planned(key, "due" if memory.due <= today else "ahead") for memory, key in known),
        *_again(keys, memories, today),
        *(Planned(key, "new") for key in keys if key not in memories),
    )


def _mixed(key: str, today: date) -> bytes:
    return sha256(f"quizgen/1|due|{today.isoformat()}|{key}".encode()).digest()


def forecast(memories: Memories, today: date, days: int) -> tuple[int, ...]:
    """How many questions become due today (with all that is overdue), tomorrow, and so on, for so many days."""
    counts = Counter(max(0, (memory.due - today).days) for memory in memories.values())
    return tuple(counts[day] for day in range(days))


def next_due(memories: Memories, today: date) -> date | None:
    """The first day after today on which a question becomes due; None where none does."""
    return min((memory.due for memory in memories.values() if memory.due > today), default=None)
