"""What is said at the end: the score, what was left out, what to repeat."""

from __future__ import annotations

import pytest
from played import START, played, started, texts

from quizgen.study.moment import Moment
from quizgen.study.session.session import Session, closing, stop

WHY = "Why?\n+ p\n+ q"


def ended(session: Session, minutes: int = 0) -> list[str]:
    now = Moment(START + minutes * 60_000)
    return texts(closing(stop(session, now).session, now))


class TestQuiz:
    def test_the_score_is_in_points(self) -> None:
        session, _ = played(started("A?\n= a", "Which?\n- b\n- c\n- d", "E?\n= e\npoints: 0.5"), "a", "b, c", "e")
        assert ended(session) == ["", "Score: 3.5 of 4.5 points (78%); 2 of 3 right.", "To repeat:", "   - Which?"]

    def test_a_third_is_not_written_out(self) -> None:
        session, _ = played(started("Which?\n- b\n- c\n- d\npoints: 1"), "b")
        assert "Score: 0.33 of 1 points (33%); 0 of 1 right." in ended(session)

    def test_all_right_leaves_nothing_to_repeat(self) -> None:
        assert ended(played(started("A?\n= a"), "a")[0]) == ["", "Score: 1 of 1 points (100%); 1 of 1 right."]

    def test_what_was_not_reached_is_said(self) -> None:
        session, _ = played(started("A?\n= a", "B?\n= b", "C?\n= c"), "a", ":q")
        assert ended(session)[1:] == [
            "You stopped after 1 of 3 questions.",
            "Score: 1 of 1 points (100%); 1 of 1 right.",
        ]

    def test_nothing_answered_has_no_score(self) -> None:
        assert ended(started("A?\n= a")) == ["", "You stopped after 0 of 1 questions."]

    @pytest.mark.parametrize(
        ("count", "said"), [(1, "1 open answer to mark yourself."), (2, "2 open answers to mark yourself.")]
    )
    def test_open_answers_that_nobody_marked_are_counted_apart(self, count: int, said: str) -> None:
        session, _ = played(started(*["Why?\n= A.\nlines: 2"] * count), *["x"] * count)
        assert ended(session) == ["", said]

    def test_what_to_repeat_is_read_without_marks_and_answers(self) -> None:
        session, _ = played(started("The *{{Southern Kurils}}* and {{x}}."), "y")
        assert ended(session)[-1] == "   - The ____ and ____."

    def test_what_the_learner_marked_is_said(self) -> None:
        session, _ = played(started("A?\n= a", "B?\n= b"), "x", ":o", "b")
        assert ended(session)[1] == "Score: 2 of 2 points (100%); 2 of 2 right, 1 of them marked right by you."

    def test_ticks_are_not_that(self) -> None:
        assert ended(played(started(WHY), "x", "1 2")[0]) == ["", "Score: 2 of 2 points (100%); 1 of 1 right."]

    def test_hints_cost_no_points(self) -> None:
        assert "(100%)" in ended(played(started("A?\n= a\nhint: h"), ":h", "a")[0])[1]

    def test_the_score_is_that_of_the_first_round(self) -> None:
        session, _ = played(started("A?\n= aaa", "B?\n= b"), "x", "b", ":r", "aaa")
        assert ended(session) == [
            "",
            "Score: 1 of 2 points (50%); 1 of 2 right.",
            "In a further try: 1 of 1 right.",
        ]
        session, _ = played(started("A?\n= aaa", "B?\n= bbb"), "x", "x", ":r", "aaa", "x")
        assert ended(session)[2:] == ["In a further try: 1 of 2 right.", "To repeat:", "   - B?"]


class TestStudy:
    def test_how_many_were_right_at_the_first_try(self) -> None:
        typed = ["a", "x", "c", ":s", "b"]
        session, _ = played(started("A?\n= a", "B?\n= b", "C?\n= c", "D?\n= d", mode="study"), *typed)
        assert ended(session) == [
            "",
            "3 answered, 2 right (67%); 1 skipped.",
            "In a further try: 1 of 1 right.",
            "To repeat:",
            "   - D?",
        ]

    def test_how_long_it_took(self) -> None:
        session, _ = played(started("A?\n= a", mode="study"), "a")
        assert ended(session, minutes=4)[1] == "1 answered, 1 right (100%); 4 minutes."
        assert ended(session, minutes=1)[1] == "1 answered, 1 right (100%); 1 minute."

    def test_what_the_learner_marked(self) -> None:
        session, _ = played(started("A?\n= a", "B?\n= b", mode="study"), "x", ":o", "b")
        assert ended(session)[1] == "2 answered, 2 right (100%), 1 of them marked right by you."

    def test_what_nobody_marked(self) -> None:
        session, _ = played(started(WHY, mode="study"), "x", ":s")
        assert ended(session) == ["", "1 answered.", "1 open answer to mark yourself."]

    def test_nothing_answered(self) -> None:
        assert ended(started("A?\n= a", mode="study")) == ["", "You stopped after 0 of 1 questions."]
