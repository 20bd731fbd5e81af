"""An exam: nothing is said of the answers before its end, then each with its mark, what was right and why."""

from __future__ import annotations

import pytest
from played import START, events_of, played, resumed, started, texts

from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.session.closing import score_of
from quizgen.study.session.session import Session, closing, prompt, stop, tell

WHO = "Who?\n= Kishida | Fumio Kishida\nhint: The premier.\nexplain: He was.\n> said Kishida"
WHY = "Why?\n+ first\n+ second"
B = "B?\n= b\nwrong: c :: Not *c*."


def exam(*questions: str, patient: bool = True, minutes: float | None = None) -> Session:
    return started(*questions, mode="exam", patient=patient, minutes=minutes)


def ended(session: Session) -> list[str]:
    return texts(closing(session, Moment(START)))


class TestBeforeTheEnd:
    @pytest.mark.parametrize("typed", ["Kishida", "x"])
    def test_an_answer_is_noted_and_no_more(self, typed: str) -> None:
        assert played(exam(WHO, B), typed)[1] == ["Noted."]

    def test_what_is_skipped_is_not_told_either(self) -> None:
        assert played(exam(WHO, B), ":s")[1] == ["Skipped."]

    def test_points_are_not_shown(self) -> None:
        session, said = played(exam(WHY, B), "Because.")
        assert (said, session.stage) == (["Noted."], "asking")

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            (":h", "There are no hints in an exam."),
            (":o", "The marks of an exam are shown at its end."),
            (":e", "The marks of an exam are shown at its end."),
            (":r", "An exam is not repeated."),
        ],
    )
    def test_what_would_give_something_away_does_not_work(self, typed: str, said: str) -> None:
        for before in (exam(WHO, B), played(exam(WHO, B), "x")[0], played(exam(WHO), "x")[0]):
            assert played(before, typed) == (before, [said])

    def test_an_answer_may_be_taken_back(self) -> None:
        session, _ = played(exam(WHO, B), "x", "b", ":u", ":u", "Kishida", "b")
        assert [turn.right for turn in session.turns] == [True, True]

    def test_not_after_its_time(self) -> None:
        session, _ = played(exam(WHO, B, minutes=0.1), "x")
        assert played(session, ":u") == (session, ["The time is over; the answers stand."])

    def test_one_that_was_stopped_is_not_marked(self) -> None:
        session = played(exam(WHO, B), "x", ":q")[0]
        assert ended(session) == [
            "",
            "You stopped after 1 of 2 questions.",
            "The exam is not handed in, and not marked.",
        ]
        session = stop(played(exam(WHO), "x")[0], Moment(START)).session
        assert ended(session) == ["", "The exam is not handed in, and not marked."]
        assert not session.ended

    def test_nor_one_that_was_not_begun(self) -> None:
        assert ended(played(exam(WHO), ":q")[0]) == ["", "You stopped after 0 of 1 questions."]


class TestHandingIn:
    def test_after_the_last_question(self) -> None:
        session, _ = played(exam(WHO), "x")
        assert texts(tell(session)) == ["", "That was the last question. Enter hands the exam in."]
        assert prompt(session) == "Enter to hand in"
        assert played(session, "")[0].over

    def test_open_answers_are_ticked_then(self) -> None:
        session, _ = played(exam(WHY, WHO, WHY), "Because.", "x", "So.", "")
        assert session.stage == "marking"
        assert texts(tell(session)) == [
            "",
            "Question 1 of 3",
            "Why?",
            "   Your answer: Because.",
            "   Marking points:",
            "   1. first",
            "   2. second",
        ]
        session, said = played(session, "1")
        assert said == ["1 of 2 points."]
        assert "Question 3 of 3" in texts(tell(session))
        session, _ = played(session, "1 2")
        assert texts(tell(session)) == ["", "Your open answers are marked. :u takes back the last marks."]
        assert prompt(session) == "Enter for the report"
        session, _ = played(session, "")
        assert session.over
        assert [turn.verdict.score for turn in session.turns] == [0.5, 0, 1]

    def test_in_the_log_it_ends_with_the_last_ticks(self) -> None:
        kinds = [event.kind for event in events_of(exam(WHY), "Because.", "", "1 2", "")]
        assert kinds == ["begin", "answer", "override", "end"]

    def test_ticks_may_be_taken_back_but_no_answer(self) -> None:
        session, _ = played(exam(WHY, WHY), "Because.", "So.", "")
        assert played(session, ":u") == (session, ["The exam is handed in; its answers stand."])
        session, said = played(session, "1", ":u")
        assert said == ["Taken back: tick the points of question 1 again."]
        assert (session.told, session.turns[0].rating) == (0, None)
        session, _ = played(session, "1 2", "")
        assert [turn.rating for turn in session.turns] == [Rating.GOOD, Rating.AGAIN]

    def test_they_may_be_left_unmarked(self) -> None:
        session, said = played(exam(WHY), "Because.", "", ":s")
        assert said == ["Not marked."]
        session, _ = played(session, "")
        assert "1 open answer to mark yourself." in ended(session)

    def test_the_last_ticks_may_be_taken_back_before_the_report(self) -> None:
        session, said = played(exam(WHY), "Because.", "", "1", ":u")
        assert said == ["Taken back: tick the points of question 1 again."]
        session, _ = played(session, "1 2", "")
        assert (session.ended, session.turns[0].verdict.score) == (True, 1)

    def test_one_that_was_stopped_before_its_report_goes_on_with_it(self) -> None:
        fresh = exam(WHY)
        session = resumed(fresh, events_of(fresh, "Because.", "", "1"))
        assert (session.stage, prompt(session)) == ("last", "Enter for the report")
        assert played(session, ":q")[0].ended  # all is marked: nothing is left to go on with

    def test_one_that_was_stopped_while_ticking_goes_on_with_it(self) -> None:
        fresh = exam(WHY, f"And {WHY}")
        session = resumed(fresh, events_of(fresh, "Because.", "So.", "", "1", ":q"))
        assert (session.stage, session.told) == ("marking", 1)

    def test_so_does_one_whose_last_ticks_were_taken_back(self) -> None:
        fresh = exam(WHY, f"And {WHY}", f"So {WHY}")
        session = resumed(fresh, events_of(fresh, "Because.", "So.", "Yes.", "", "1", "2", ":u"))
        assert (session.stage, session.told) == ("marking", 1)
        assert [turn.verdict.score for turn in session.turns] == [0.5, None, None]


class TestReport:
    def test_every_question_with_mark_answers_and_evidence(self) -> None:
        session, _ = played(exam(WHO, B, "So?\n= true", B), "Fumio Kishida", "c", "f", ":s", "")
        assert ended(session) == [
            "",
            "Question 1 of 4",
            "Who?",
            "Right.",
            "   Your answer: Fumio Kishida",
            "   The answer: Kishida (also: Fumio Kishida)",
            "   He was.",
            "   From the text, ¶ 1: “said Kishida”",
            "",
            "Question 2 of 4",
            "B?",
            "Wrong.",
            "   Your answer: c",
            "   Not c.",
            "   The answer: b",
            "",
            "Question 3 of 4",
            "So?",
            "Wrong.",
            "   Your answer: f",
            "   The answer: true",
            "",
            "Question 4 of 4",
            "B?",
            "Skipped.",
            "   The answer: b",
            "",
            "Score: 1 of 4 points (25%); 1 of 4 right.",
            "To repeat:",
            "   - B?",
            "   - So?",
            "   - B?",
        ]

    def test_what_the_time_did_not_reach_counts_as_wrong(self) -> None:
        session, said = played(exam(WHO, B, minutes=0.1), "Kishida")
        assert said == ["Noted.", "The 0.1 minutes are over."]
        session, _ = played(session, "")
        assert ended(session)[-6:] == [
            "Question 2 of 2",
            "B?",
            "Not reached.",
            "",
            "The time was over after 1 of 2 questions.",
            "Score: 1 of 2 points (50%); 1 of 2 right.",
        ]
        score = score_of(session, unreached=True)
        assert score
        assert score.share * 100 == 50

    def test_from_a_pipe_it_comes_after_the_last_answer(self) -> None:
        session, said = played(exam(WHO, WHY, patient=False), "Kishida", "Because.")
        assert (session.over, said) == (True, ["Noted."])
        assert ended(session)[-2:] == [
            "Score: 1 of 1 points (100%); 1 of 1 right.",
            "1 open answer to mark yourself.",
        ]
