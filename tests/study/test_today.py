"""What is said where there is nothing to ask today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from played import texts
from reviewed import review

from quizgen.bank.parse import parse_bank
from quizgen.study.ratings import Rating
from quizgen.study.schedule.due import Plan
from quizgen.study.schedule.known import Known, known
from quizgen.study.schedule.schedule import Memory
from quizgen.study.schedule.today import nothing_lines

TODAY = date(2025, 12, 30)


def due_in(*days: int) -> Known:
    """A learner who has answered one question for each of these days, on which it is due."""
    memories = {
        f"bank#{number}": Memory(5.0, 5.0, TODAY, TODAY, TODAY + timedelta(days=after), 1, Rating.GOOD)
        for number, after in enumerate(days)
    }
    return Known((), {}, memories, TODAY)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((1, 1, 2), "Next: 2 tomorrow."),
        ((9, 0), "Next: 1 in 9 days, on 8 January 2026."),
    ],
)
def test_when_something_is_due_next(days: tuple[int, ...], said: str) -> None:
    assert texts(nothing_lines(due_in(*days), Plan(())))[:2] == ["Nothing is due today.", said]


def test_where_it_is_only_the_limits_that_leave_nothing() -> None:
    first, *_ = texts(nothing_lines(due_in(), Plan((), due_left=3, new_left=2)))
    assert first == "Left for another day: 3 due (--reviews), 2 new (--new)."


def test_what_the_banks_do_not_ask_any_more_is_not_to_come() -> None:
    bank = parse_bank(
        "---\nid: test/bank\ntitle: T\n---\n\n## Who? {#who}\n= a\n\n## When? {#when}\n= b\nstatus: draft\n"
    )
    events = [review(number, key=f"test/bank#{name}") for number, name in enumerate(("who", "when", "gone"))]
    day = known([bank], events, 0.9, events[-1].moment.day)
    assert set(day.histories) == {"test/bank#who", "test/bank#when", "test/bank#gone"}
    assert set(day.memories) == {"test/bank#who"}
