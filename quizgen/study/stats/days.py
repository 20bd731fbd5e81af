"""A learner's days: when something was answered, and how much was remembered from an earlier day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizgen.study.history import Review
from quizgen.study.ratings import Rating

__all__ = ["Dated", "Retained", "Week", "in_a_row", "retained", "weeks"]

_SPANS = (7, 30)  # days of which the retention is told, beside that of all
_DAY = timedelta(days=1)

Dated = Sequence[tuple[date, Review]]
"""The answers to one question in order, each with its study day."""


@dataclass(frozen=True, slots=True)
class Retained:
    """Of ``reviews`` in the last ``days`` (None: ever), how many were remembered."""

    days: int | None
    reviews: int
    remembered: int

    @property
    def share(self) -> float | None:
        """The share remembered, None where there was nothing to remember."""
        return self.remembered / self.reviews if self.reviews else None


@dataclass(frozen=True, slots=True)
class Week:
    """The answers on each day of a week from Monday on; None for days to come."""

    monday: date
    answers: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """The answers of the week."""
        return sum(filter(None, self.answers))


def retained(answered: Iterable[Dated], today: date) -> tuple[Retained, ...]:
    """What was remembered in the last days, and ever.

    Counted is the first answer of a day to a question that was answered on an earlier day: what comes later that day
    was heard a moment before. What was not rated Again was remembered.
    """
    counted = [one for dated in answered for one in _first_of_later_days(dated)]
    spans = [[one for one in counted if 0 <= (today - one[0]).days < days] for days in _SPANS]
    return tuple(
        Retained(days, len(span), sum(kept for _, kept in span))
        for days, span in zip((*_SPANS, None), (*spans, counted), strict=True)
    )


def _first_of_later_days(dated: Dated) -> list[tuple[date, bool]]:
    latest = dated[0][0]
    firsts = []
    for day, review in dated:
        if day > latest:
            firsts.append((day, review.rating != Rating.AGAIN))
            latest = day
    return firsts


def weeks(answers: Mapping[date, int], first: date, today: date) -> tuple[Week, ...]:
    """The whole weeks from the one that holds the first day to that of today."""
    monday = first - first.weekday() * _DAY
    count = (today - monday).days // 7 + 1
    return tuple(_week(answers, monday + 7 * number * _DAY, today) for number in range(count))


def _week(answers: Mapping[date, int], monday: date, today: date) -> Week:
    days = [monday + number * _DAY for number in range(7)]
    return Week(monday, tuple(answers.get(day, 0) if day <= today else None for day in days))


def in_a_row(answers: Mapping[date, int], today: date) -> int:
    """How many days in a row something was answered, up to today; or to yesterday, as today is not over."""
    day = today if answers.get(today) else today - _DAY
    number = 0
    while answers.get(day - number * _DAY):
        number += 1
    return number
