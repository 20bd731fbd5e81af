"""A session that was stopped goes on from its events as it stood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from played import TICK, asked_of, bank_of, events_of, played, resumed, started, steps, texts

from quizgen.study.events import Mode
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.session.asked import Rules
from quizgen.study.session.session import Session, begin, closing, prompt, resume, say, tell

A, B, C, WHY = (
    "A?\n= aaa | alpha\nhint: h",
    "B?\n- one\n- two",
    "C?\n= 20\nunit: km",
    "Why?\n+ first\n+ second\n+ third",
)
LAST_WHY = "And why?\n+ p\n+ q"
LINES = ["aaa", "x", "one", "one, two", "20", "3", "", "1", "1 2", "1 2 3", ":h", ":u", ":o", ":e", ":s", ":r"]


def stands(session: Session) -> tuple[object, ...]:
    """What a session has in common with the one that goes on from its events: all that decides what comes."""
    turns = [replace(turn, verdict=replace(turn.verdict, feedback="")) for turn in session.turns]
    score = texts(closing(session, Moment(0)))
    return session.stage, session.queue, session.round, turns, score, prompt(session) if not session.over else ""


@pytest.mark.parametrize("patient", [True, False])
@pytest.mark.parametrize("mode", ["quiz", "exam", "study"])
@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from([None, 1.0]))
def test_it_stands_as_the_one_that_wrote_the_events(
    patient: bool, mode: Mode, typed: list[str], minutes: float | None
) -> None:
    fresh = started(A, B, WHY, C, LAST_WHY, patient=patient, mode=mode, minutes=minutes)
    session, events = fresh, []
    for step in steps(fresh, typed):
        session = step.session
        events += step.events
        if events and not unwritten(session):
            assert stands(resumed(fresh, events)) == stands(session)


def unwritten(session: Session) -> bool:
    """What leaves no event: a round of which nothing was answered, an exam handed in of which nothing was ticked."""
    begun = session.round > max((turn.round for turn in session.turns), default=0)
    return begun or (session.handed_in and not any(turn.override for turn in session.turns))


@pytest.mark.parametrize("mode", ["quiz", "exam", "study"])
@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=20), st.lists(st.sampled_from(LINES), max_size=20))
def test_undone_and_answered_again_is_as_if_answered_once(mode: Mode, typed: list[str], others: list[str]) -> None:
    """However much was said in between: back at the start nothing of it counts."""
    fresh = started(A, B, WHY, C, mode=mode)
    session = fresh
    for step in steps(fresh, others):
        session = step.session
    if session.over or session.handed_in or ":h" in others:  # a hint that was read stays so
        return
    while session.turns:
        session, _ = played(session, ":u")
    assert (session.queue, session.told, session.round) == (fresh.queue, 0, 0)
    assert verdicts(session, typed) == verdicts(fresh, typed)


def verdicts(session: Session, typed: list[str]) -> list[object]:
    for step in steps(session, typed):
        session = step.session
    return [(turn.place, turn.response, turn.verdict, turn.rating, turn.round) for turn in session.turns]


class TestGoingOn:
    def test_the_next_question_is_told_with_its_topic(self) -> None:
        fresh = started("# Aid\n\nRead this.\n", A, B)
        session = resumed(fresh, events_of(fresh, "x"))
        assert texts(tell(session)) == ["", "Aid", "", "Question 2 of 2", "  | Read this.", "", "B?"]

    def test_an_open_answer_that_was_not_ticked_is_told_to_be_ticked(self) -> None:
        fresh = started(A, WHY)
        session = resumed(fresh, events_of(fresh, "x", "Because."))
        assert session.stage == "marking"
        assert texts(tell(session))[1:] == [
            "Question 2 of 2",
            "Why?",
            "   Your answer: Because.",
            "   Marking points:",
            "   1. first",
            "   2. second",
            "   3. third",
        ]
        assert played(session, "1 2 3")[0].turns[-1].rating == Rating.GOOD

    def test_one_that_was_left_unmarked_is_not_asked_of_again(self) -> None:
        fresh = started(WHY, A)
        assert resumed(fresh, events_of(fresh, "Because.", ":s")).stage == "asking"

    def test_the_last_answer_may_be_taken_back_and_so_on_to_the_start(self) -> None:
        fresh = started(A, B, C)
        session = resumed(fresh, events_of(fresh, "aaa", "x"))
        session, said = played(session, ":u", ":u")
        assert said == ["Taken back: question 1 is asked again."]
        assert played(session, ":u")[1] == ["There is nothing to take back."]

    def test_or_be_said_to_be_right(self) -> None:
        fresh = started(A, B)
        session, said = played(resumed(fresh, events_of(fresh, "x")), ":o")
        assert said == ["Counted as right."]
        assert session.turns[0].right

    def test_the_time_since_it_was_stopped_is_no_one_s(self) -> None:
        fresh = started(A, B, C, minutes=0.5)
        session = resumed(fresh, events_of(fresh, "x"))
        step = say(session, "x", Moment(session.put.time + TICK))
        assert step.events[-1].duration == TICK
        assert step.session.stage == "asking"
        assert played(step.session, "20")[0].stage == "last"

    def test_a_clock_that_was_set_back_since_does_not_turn_the_order_round(self) -> None:
        fresh = started(A, B, C)
        events = events_of(fresh, "x")
        session = resume(begin(fresh.asked, fresh.rules, "later", Moment(0)), events, Moment(0))
        (event,) = say(session, "one", Moment(TICK)).events
        assert event.moment.time == events[-1].moment.time
        assert event.duration == TICK

    def test_hints_are_asked_for_anew(self) -> None:
        fresh = started(A, B)
        assert resumed(fresh, events_of(fresh, ":h")).hints == 0

    def test_without_events_it_is_the_session_as_begun(self) -> None:
        fresh = started(A)
        assert resume(fresh, [], Moment(0)) == fresh


class TestUids:
    def test_what_is_added_goes_into_the_same_session_under_uids_of_its_own(self) -> None:
        """So that two that go on with one session at the same time lose nothing to each other."""
        fresh = started(A, B)
        (event,) = events_of(resumed(fresh, events_of(fresh, "x")), "one")
        assert (event.session, event.uid) == ("s", "later-0001")

    def test_under_the_same_uid_the_numbers_go_on(self) -> None:
        fresh = started(A, B)
        (event,) = events_of(resume(fresh, events_of(fresh, "x"), Moment(0)), "one")
        assert event.uid == "s-0003"

    def test_it_began_once(self) -> None:
        fresh = started(A, B)
        first = events_of(fresh, "x")
        later = events_of(resumed(fresh, first), "x", "")
        assert [event.kind for event in (*first, *later)] == ["begin", "answer", "answer", "end"]


class TestAnotherPlan:
    """The banks may have been edited since."""

    def test_answers_to_a_question_that_is_gone_are_passed_over(self) -> None:
        events = events_of(started(A, B, C), "aaa", "one, two")
        session = resumed(started(B, C), events)
        assert [turn.question.prompt for turn in session.turns] == ["B?"]
        assert session.on.view.question.prompt == "C?"

    def test_a_renamed_question_is_known_again(self) -> None:
        events = events_of(started("A? {#old}\n= a", C), "a")
        session = resumed(started("A? {#new}\n= a\nwas: test/bank#old", C), events)
        assert session.on.view.question.prompt == "C?"

    def test_the_mark_of_the_log_stands_whatever_the_bank_says_by_now(self) -> None:
        events = events_of(started("A? {#a}\n= a", C), "a")
        session = resumed(started("A? {#a}\n= b", C), events)
        assert (session.turns[0].right, session.turns[0].verdict.accepted) == (True, ("b",))

    def test_the_order_may_be_another_one(self) -> None:
        session = resumed(started(A, B, C), events_of(started(A, C, B), "aaa", "20"))
        assert session.queue == (1,)
        assert session.on.view.question.prompt == "B?"

    def test_a_question_that_is_new_is_asked(self) -> None:
        bank = bank_of(C, A, B)
        events = events_of(started(A, B), "aaa", "one")
        rules = Rules()
        session = resume(begin(asked_of(bank), rules, "s", Moment(0)), events, Moment(0))
        assert session.on.view.question.prompt == "C?"


def test_a_session_that_ended_is_over() -> None:
    fresh = started(A)
    assert resumed(fresh, events_of(fresh, "aaa", "")).over
    assert resumed(fresh, events_of(fresh, "aaa")).stage == "last"


def test_from_a_pipe_nothing_is_left_after_the_last_answer() -> None:
    events = events_of(started(A), "aaa")
    assert resumed(started(A, patient=False), events).over
