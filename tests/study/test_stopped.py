"""A session that was stopped, and its questions as the banks have them now."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from played import START, asked_of, bank_of

from quizgen.bank.model import Bank
from quizgen.study.events import Event
from quizgen.study.log.log import Log
from quizgen.study.moment import Moment
from quizgen.study.session.asked import Rules
from quizgen.study.session.selection import Picked
from quizgen.study.session.session import begin, resume, say
from quizgen.study.session.stopped import answers_that_stand, came_to_its_end, going_on, planned_again

ONE, TWO, THREE = "One? {#one}\n= 1", "Two? {#two}\n= 2", "Three? {#three}\n= 3"


def events_of(bank: Bank, *typed: str, patient: bool = True) -> list[Event]:
    """What a session of the bank writes."""
    session = begin(asked_of(bank), Rules(patient=patient), "s", Moment(START))
    kept: list[Event] = []
    for number, text in enumerate(typed):
        step = say(session, text, Moment(START + number * 1000))
        session = step.session
        kept += step.events
    return kept


def picked(*questions: str) -> list[Picked]:
    bank = bank_of(*questions)
    return [Picked(bank, question) for question in bank.approved]


def ids(plan: tuple[Picked, ...]) -> list[str]:
    return [question.id for _, question in plan]


def test_only_an_end_ends_it() -> None:
    assert not came_to_its_end(events_of(bank_of(ONE, TWO), "1"))
    assert not came_to_its_end(events_of(bank_of(ONE), "1"))  # a person may still put it right
    assert came_to_its_end(events_of(bank_of(ONE), "1", ""))
    assert came_to_its_end(events_of(bank_of(ONE), "1", patient=False))


class TestPlan:
    def test_the_order_that_it_had(self) -> None:
        kept = events_of(bank_of(THREE, ONE, TWO), "3")
        assert ids(planned_again(picked(ONE, TWO, THREE), kept)) == ["three", "one", "two"]

    def test_what_is_gone_is_left_out_and_what_is_new_comes_at_the_end(self) -> None:
        kept = events_of(bank_of(ONE, TWO, THREE), "1")
        assert ids(planned_again(picked("New? {#new}\n= 0", THREE, ONE), kept)) == ["one", "three", "new"]

    def test_a_renamed_one_keeps_its_place(self) -> None:
        kept = events_of(bank_of(ONE, TWO, THREE), "1")
        renamed = "Two? {#zwei}\n= 2\nwas: test/bank#two"
        assert ids(planned_again(picked(renamed, ONE, THREE), kept)) == ["one", "zwei", "three"]

    def test_the_name_of_one_that_is_still_there_is_its_own(self) -> None:
        kept = events_of(bank_of(ONE, TWO), "1")
        new = "New? {#new}\n= 0\nwas: test/bank#one"
        assert ids(planned_again(picked(new, TWO, ONE), kept)) == ["one", "two", "new"]

    def test_so_many_stay_so_many(self) -> None:
        kept = events_of(bank_of(ONE, TWO), "1")
        assert ids(planned_again(picked(ONE, TWO, THREE), kept, 2)) == ["one", "two"]
        assert ids(planned_again(picked(TWO, THREE), kept, 2)) == ["two", "three"]


class TestAnswers:
    @pytest.mark.parametrize(
        ("now", "places"),
        [
            (ONE, [0]),
            ("Which is one? {#one}\n= 1", [0]),
            ("One? {#one}\n= 1 | uno", [0]),
            ("One? {#one}\n= 11", []),
            ("One? {#eins}\n= 1\nwas: test/bank#one", [0]),
            ("One? {#eins}\n= 11\nwas: test/bank#one", []),
        ],
        ids=["the same", "reworded", "a further form", "another right answer", "renamed", "renamed and corrected"],
    )
    def test_they_stand_unless_something_else_is_right_now(self, now: str, places: list[int]) -> None:
        kept = events_of(bank_of(ONE, TWO), "1")
        asked = asked_of(bank_of(now, TWO))
        session = begin(asked, Rules(), "t", Moment(START + 10**6))
        gone_on = resume(session, answers_that_stand(kept, asked), Moment(START + 10**6))
        assert [turn.place for turn in gone_on.turns] == places

    def test_one_that_was_given_after_the_change_stands(self) -> None:
        kept = events_of(bank_of("One? {#one}\n= 11", TWO), "11")
        assert len(answers_that_stand(kept, asked_of(bank_of("One? {#one}\n= 11", TWO)))) == len(kept)

    def test_digests_of_different_rules_say_nothing(self) -> None:
        begun, answer = events_of(bank_of(ONE, TWO), "1")
        older = replace(answer, answered="0:00")
        assert answers_that_stand([begun, older], asked_of(bank_of(ONE, TWO))) == [begun, older]


@pytest.mark.parametrize(
    ("later", "when"), [(60, "today at 22:13"), (24 * 60, "on 14 November")], ids=["the same day", "the next"]
)
def test_it_says_when_it_was_stopped_and_how_far_it_was(later: int, when: str) -> None:
    bank = bank_of(ONE, TWO)
    kept = events_of(bank, "1")
    now = Moment(START + later * 60_000)
    session = resume(begin(asked_of(bank), Rules(), "t", now), kept, now)
    (said,) = going_on(session, kept, now)
    assert said.text == f"You stopped the quiz {when} after 1 of 2 questions; going on. (--new begins again.)"


def test_the_last_session_of_a_scope_is_the_one_to_go_on_with(tmp_path: Path) -> None:
    def begun(uid: str, scope: str, time: int) -> Event:
        return Event(uid=uid, kind="begin", session=uid, mode="quiz", moment=Moment(time), scope=scope)

    with Log.open(tmp_path / "log.db") as log:
        log.add([begun("second", "quiz a", 2), begun("first", "quiz a", 1), begun("other", "quiz a number=3", 3)])
        assert log.last_session("quiz a") == "second"
        assert log.last_session("quiz") == ""
