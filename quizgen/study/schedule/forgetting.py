"""How a memory grows and fades: FSRS as py-fsrs has it, with its default parameters, fed with study days.

FSRS counts spans of 24 hours, Anki counts study days: fed with each day's noon it counts days, too. There are no
learning steps, for each answer has its rating. Whoever imports this loads py-fsrs.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler

__all__ = ["Trace", "chance", "trace"]

_RATINGS = {int(rating): rating for rating in Rating}


class Trace(NamedTuple):
    """What reviews leave behind: stability in days, difficulty 1 to 10, and the days until the next review."""

    stability: float
    difficulty: float
    interval: int


@cache
def _scheduler(retention: float) -> Scheduler:
    return Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@cache
def _noon(day: int) -> datetime:
    found = date.fromordinal(day)
    return datetime(found.year, found.month, found.day, 12, tzinfo=UTC)


def trace(reviews: Iterable[tuple[int, int]], retention: float) -> Trace:
    """What is left of reviews, at least one: the day of each (its ordinal, never falling) and its rating, 1 to 4."""
    scheduler = _scheduler(retention)
    card = Card(card_id=0, due=_noon(1))  # without an id it would sleep, without a day it would ask the clock
    for day, rating in reviews:
        card, _ = scheduler.review_card(card, _RATINGS[rating], _noon(day))
    assert card.stability is not None
    assert card.difficulty is not None
    assert card.last_review is not None
    return Trace(card.stability, card.difficulty, (card.due - card.last_review).days)


def chance(stability: float, days: int) -> float:
    """The chance, 0 to 1, of a right answer so many days after the last review."""
    card = Card(card_id=0, due=_noon(1), stability=stability, last_review=_noon(1))
    return _scheduler(0.9).get_card_retrievability(card, _noon(1 + max(0, days)))
