"""What was wrong comes again: in study until it is right, in a quiz in a round of its own."""

from __future__ import annotations

import pytest
from played import events_of, played, resumed, started, steps, texts

from quizgen.study.ratings import Rating
from quizgen.study.session.session import Session, tell

FIVE = [f"{name}?\n= {name * 3}" for name in "ABCDE"]
PAIR = "Which?\n- one\n- two"


def order(session: Session, *typed: str) -> str:
    """Which question each of these lines was said to."""
    found = ""
    for text in typed:
        found += session.on.view.question.prompt[0]
        session, _ = played(session, text)
    return found


class TestStudy:
    def test_what_was_wrong_comes_after_the_others(self) -> None:
        assert order(started(*FIVE, mode="study"), "x", "bbb", "x", "ddd", "eee", "aaa", "ccc") == "ABCDEAC"

    def test_until_it_is_right(self) -> None:
        session = started(*FIVE[:3], mode="study")
        assert order(session, "x", "bbb", "ccc", "x", "x", "aaa") == "ABCAAA"

    def test_two_questions_lie_between_where_there_are_as_many(self) -> None:
        assert order(started(*FIVE[:3], mode="study"), "aaa", "x", "x", "x", "bbb", "ccc") == "ABCBCB"
        assert order(started(*FIVE[:3], mode="study"), *"xxxxxx") == "ABCABC"

    def test_it_is_told_that_it_comes_again(self) -> None:
        session, _ = played(started(*FIVE[:2], mode="study"), "x", "bbb")
        assert "Question 1 of 2, again" in texts(tell(session))

    def test_right_at_last_it_is_hard(self) -> None:
        ratings = [event.rating for event in events_of(started(FIVE[0], mode="study"), "x", "x", "aaa", "")]
        assert ratings == [None, Rating.AGAIN, Rating.AGAIN, Rating.HARD, None]

    def test_what_was_right_in_part_comes_again(self) -> None:
        assert order(started(PAIR, FIVE[0], mode="study"), "one", "aaa", "one, two") == "WAW"

    def test_an_open_answer_by_its_ticks(self) -> None:
        session, _ = played(started("Open?\n+ p\n+ q", FIVE[0], mode="study"), "x", "1", "aaa")
        assert session.on.view.question.prompt == "Open?"
        session, _ = played(started("Open?\n+ p\n+ q", FIVE[0], mode="study"), "x", "1 2", "aaa")
        assert session.stage == "last"

    def test_what_is_skipped_does_not(self) -> None:
        session, _ = played(started(*FIVE[:2], mode="study"), ":s", "bbb")
        assert session.stage == "last"
        session, _ = played(started(*FIVE[:2], mode="study"), "x", "bbb", ":s")
        assert session.stage == "last"

    def test_what_was_right_after_all_does_not(self) -> None:
        assert order(started(*FIVE[:3], mode="study"), "x", ":o", "bbb", "x", "ccc") == "ABBCC"
        session, _ = played(started(*FIVE[:2], mode="study"), "x", "bbb")
        assert session.stage == "asking"

    def test_not_even_where_it_is_asked_already(self) -> None:
        session, _ = played(started(FIVE[0], mode="study"), "x")
        assert session.stage == "asking"
        session, said = played(session, ":o")
        assert (session.stage, said) == ("last", ["Counted as right."])
        session, _ = played(started(FIVE[0], mode="study", patient=False), "x", ":o")
        assert (session.over, session.ended) == (True, True)

    def test_an_answer_that_is_taken_back_does_not_come_again(self) -> None:
        assert order(started(*FIVE[:3], mode="study"), "x", ":u", "aaa", "bbb", "ccc") == "ABABC"


class TestRound:
    def wrong_twice(self) -> Session:
        return played(started(*FIVE[:4]), "x", "bbb", ":s", "ddd")[0]

    def test_it_asks_again_what_was_not_right(self) -> None:
        session, said = played(self.wrong_twice(), ":r")
        assert said == ["Again: 2 questions."]
        assert "Question 1 of 4, again" in texts(tell(session))
        assert order(session, "aaa", "ccc") == "AC"
        assert played(session, "aaa", "ccc")[0].stage == "last"

    def test_its_answers_are_logged_and_hard_at_best(self) -> None:
        events = events_of(self.wrong_twice(), ":r", "aaa", "x")
        assert [(event.kind, event.mark, event.rating) for event in events] == [
            ("end", "", None),
            ("answer", "right", Rating.HARD),
            ("answer", "wrong", Rating.AGAIN),
        ]

    def test_then_again_what_is_still_wrong(self) -> None:
        session, said = played(self.wrong_twice(), ":r", "aaa", "x", ":r")
        assert said == ["Again: 1 question."]
        assert order(session, "ccc") == "C"

    def test_the_session_ends_with_each(self) -> None:
        kinds = [event.kind for event in events_of(self.wrong_twice(), ":r", "aaa", "ccc", "")]
        assert kinds == ["end", "answer", "answer", "end"]

    def test_an_answer_before_it_may_be_taken_back_from_within(self) -> None:
        session, said = played(self.wrong_twice(), ":r", ":u")
        assert said == ["Taken back: question 4 is asked again."]
        assert (session.round, session.told) == (0, 3)
        session, _ = played(self.wrong_twice(), ":r", "x", ":u")
        assert (session.round, session.told) == (1, 0)

    def test_then_it_ends_once_more(self) -> None:
        kinds = [event.kind for event in events_of(self.wrong_twice(), ":r", ":u", "ddd", "")]
        assert kinds == ["end", "undo", "answer", "end"]

    def test_what_was_right_after_all_is_not_asked_in_it(self) -> None:
        session, _ = played(started(*FIVE[:2]), "x", "x", ":r", ":o")
        assert session.queue == (0,)

    def test_not_even_where_it_is_put_already(self) -> None:
        session, _ = played(started("A?\n= 20 km", *FIVE[1:2], mode="study"), "x", ":s", "20", ":r")
        assert session.told == 0
        session, _ = played(session, ":o")
        assert (session.told, session.queue) == (1, (1,))

    def test_one_that_was_stopped_goes_on(self) -> None:
        fresh = started(*FIVE[:2])
        session = resumed(fresh, events_of(fresh, "x", "x", ":r", "aaa", ":q"))
        assert (session.round, session.told) == (1, 1)

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ([":r"], "That is for the end, when every question was asked."),
            (["aaa", ":r"], "That is for the end, when every question was asked."),
            (["aaa", "bbb", ":r"], "There is nothing to repeat."),
        ],
    )
    def test_only_at_the_end_and_where_something_was_wrong(self, typed: list[str], said: str) -> None:
        assert played(started(*FIVE[:2]), *typed)[1] == [said]

    def test_not_when_the_time_is_over(self) -> None:
        assert played(started(*FIVE[:2], minutes=0.1), "x", ":r")[1] == ["The time is over."]
        assert played(started(*FIVE[:2], minutes=0.2), "x", "x", ":r")[1] == ["The time is over."]

    def test_in_study_of_what_was_skipped(self) -> None:
        session, _ = played(started(*FIVE[:2], mode="study"), ":s", "bbb", ":r")
        assert session.told == 0
        assert steps(session, ["aaa"])[0].events[0].rating == Rating.HARD
