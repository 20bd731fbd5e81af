"""When each question is due: FSRS, the scheduler of Anki, over all of its reviews.

Nothing of it is stored: the log is the truth, and the same events give the same days on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from quizgen.errors import UsageError
from quizgen.study.history import Histories, Review
from quizgen.study.ratings import Rating
from quizgen.study.schedule.fuzz import fuzzed

__all__ = ["RETENTION", "Memories", "Memory", "memory_of", "missed_today", "retrievability", "schedule"]

RETENTION = 0.9
"""The share of answers that shall be right, unless another is asked for."""

_RETENTIONS = (0.7, 0.99)  # what Anki lets its users choose from
_LAST = date(9000, 1, 1)  # the last day from which the next review, a century later at most, still has a date


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of how well a question is remembered, after its last review.

    ``stability`` is the days until the chance of a right answer has fallen to 90 %, ``difficulty`` is 1 to 10.
    ``first`` and ``last`` are the study days of the first and the last review, ``due`` is that of the next one.
    ``rating`` is the last.
    """

    stability: float
    difficulty: float
    first: date
    last: date
    due: date
    reviews: int
    rating: Rating


Memories = Mapping[str, Memory]
"""What is known of each question that has a rating, by its key."""


def schedule(histories: Histories, retention: float = RETENTION, today: date | None = None) -> dict[str, Memory]:
    """The memory of every question that has a rating, by key.

    ``retention`` is the share of answers that shall be right, 0.7 to 0.99, else UsageError. Reviews of days after
    tomorrow, as ``today`` has it, are left out until their day has come: the clock was wrong when they were made.
    """
    found = ((key, memory_of(key, reviews, retention, today)) for key, reviews in histories.items())
    return {key: memory for key, memory in found if memory}


def memory_of(
    key: str, reviews: Iterable[Review], retention: float = RETENTION, today: date | None = None
) -> Memory | None:
    """The memory of one question after its reviews, oldest first; None where none of them has a rating.

    A review on an earlier study day than the one before it (a journey, a clock set back) counts as one of that day.
    """
    low, high = _RETENTIONS
    if not low <= retention <= high:
        raise UsageError(f"the retention is a number from {low} to {high}; found {retention}")
    days, ratings = _days_and_ratings(reviews, today)
    if not days:
        return None
    from quizgen.study.schedule.forgetting import trace

    stability, difficulty, interval = trace(zip(days, ratings, strict=True), retention)
    first, last = date.fromordinal(days[0]), date.fromordinal(days[-1])
    due = last + timedelta(days=fuzzed(interval, key, len(days)))
    return Memory(stability, difficulty, first, last, due, len(days), ratings[-1])


def _days_and_ratings(reviews: Iterable[Review], today: date | None) -> tuple[list[int], list[Rating]]:
    latest = min(today + timedelta(days=1), _LAST).toordinal() if today else _LAST.toordinal()
    days: list[int] = []
    ratings: list[Rating] = []
    before = 1  # the first day there is
    for review in reviews:
        day = review.moment.day_number
        if review.rating and day <= latest:
            before = max(before, day)
            days.append(before)
            ratings.append(review.rating)
    return days, ratings


def missed_today(memory: Memory, today: date) -> bool:
    """Whether it was wrong when it was asked last, and that was today: it comes again today."""
    return memory.rating == Rating.AGAIN and memory.last >= today


def retrievability(memory: Memory, day: date) -> float:
    """The chance, 0 to 1, that the question is answered right on a day; 1 until its last review is a day old."""
    from quizgen.study.schedule.forgetting import chance

    return chance(memory.stability, (day - memory.last).days)
