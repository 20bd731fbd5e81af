"""Whether a score reaches what is asked for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from played import START, asked_of, bank_of

from quizgen.study.events import Mode
from quizgen.study.moment import Moment
from quizgen.study.session.asked import Rules
from quizgen.study.session.passing import passing_lines, percent_of
from quizgen.study.session.session import Session, begin, say

ONE, TWO, OPEN = "One? {#one}\n= 1", "Two? {#two}\n= 2\npoints: 3", "Why? {#why}\n+ a\n+ b"


def answered(questions: tuple[str, ...], *typed: str, mode: Mode = "quiz", patient: bool = False) -> Session:
    session = begin(asked_of(bank_of(*questions)), Rules(mode, patient=patient), "s", Moment(START))
    for text in typed:
        session = say(session, text, Moment(START)).session
    return session


@pytest.mark.parametrize(
    ("questions", "typed", "percent"),
    [
        ((ONE, TWO), ("1", "2"), 100),
        ((ONE, TWO), ("1", "x"), 25),
        ((ONE, TWO), ("1",), 25),
        ((ONE, TWO), (":s", "2"), 75),
        ((ONE, TWO), (), 0),
        ((ONE, OPEN), ("1", "because"), 100),
        ((ONE, OPEN), ("1",), 33),
        ((OPEN,), ("because",), None),
    ],
    ids=["all", "wrong", "not reached is wrong", "skipped", "nothing", "not marked counts not", "an open one", "none"],
)
def test_the_share_of_all_points(questions: tuple[str, ...], typed: tuple[str, ...], percent: int | None) -> None:
    found = percent_of(answered(questions, *typed))
    assert found is None if percent is None else found is not None and int(found) == percent


class TestExam:
    def test_once_handed_in_it_is_worth_what_a_quiz_is(self) -> None:
        session = answered((ONE, TWO), "1", "x", mode="exam")
        assert percent_of(session) == percent_of(answered((ONE, TWO), "1", "x"))

    @pytest.mark.parametrize("typed", [("1",), ("1", "2")], ids=["in the middle", "before Enter"])
    def test_before_that_it_is_worth_nothing_and_nothing_of_it_is_told(self, typed: tuple[str, ...]) -> None:
        session = answered((ONE, TWO), *typed, mode="exam", patient=True)
        assert percent_of(session) == 0
        (said,) = passing_lines(session, Decimal(20))
        assert said.text == "An exam that is not handed in does not reach the 20% asked for."


def test_what_is_said() -> None:
    (said,) = passing_lines(answered((ONE, TWO), "1"), Decimal(70))
    assert said.text == "Below the 70% asked for: 25%, with 1 not reached as wrong."
    (said,) = passing_lines(answered((ONE, TWO), "1", "2"), Decimal(70))
    assert said.text == "That is the 70% asked for, or more."
    (said,) = passing_lines(answered((OPEN,), "x"), Decimal(70))
    assert said.text == "Nothing is marked, so that nobody can say whether 70% is reached."


def test_what_lies_just_below_is_not_told_as_reached() -> None:
    questions = tuple(
        f"Q{number}? {{#q{number}}}\n= {number}\npoints: {points}" for number, points in enumerate((699.6, 300.4))
    )
    (said,) = passing_lines(answered(questions, "0", "x"), Decimal(70))
    assert said.text == "Below the 70% asked for: 69.9%."
