"""Commands of a session: hints, undo, "I was right", "easy", skip, help."""

from __future__ import annotations

import pytest
from played import TICK, events_of, played, resumed, started, steps, texts

from quizgen.study.ratings import Rating
from quizgen.study.session.session import Session, tell

WHO = "Who?\n= Kishida\nhint: The *premier*."
WHY = "Why?\n+ first\n+ second"
B = "B?\n= b"


class TestHelp:
    def test_it_lists_the_commands(self) -> None:
        before = started(WHO)
        session, said = played(before, "?")
        assert session == before
        assert [line.split()[0] for line in said] == ["?", ":h", ":u", ":o", ":e", ":s", ":r", ":q", "\\:q"]

    def test_in_an_exam_those_that_work_there(self) -> None:
        said = played(started(WHO, mode="exam"), "?")[1]
        assert [line.split()[0] for line in said] == ["?", ":u", ":s", ":q", "\\:q"]

    @pytest.mark.parametrize("typed", [":x", ":help", ":", ":Q", ":-)"])
    def test_what_is_no_command_is_said(self, typed: str) -> None:
        before = started(WHO)
        assert played(before, typed) == (before, [f"“{typed}” is no command; ? lists them."])

    def test_spaces_around_a_command_do_not_count(self) -> None:
        assert played(started(WHO), "  :q ")[0].over

    @pytest.mark.parametrize(("typed", "answer"), [("\\:q", ":q"), ("\\:-)", ":-)"), ("\\?", "?"), ("\\x", "\\x")])
    @pytest.mark.parametrize("patient", [True, False])
    def test_a_backslash_makes_an_answer_of_it(self, typed: str, answer: str, patient: bool) -> None:
        assert played(started(WHO, B, patient=patient), typed)[0].turns[0].response == answer


class TestHint:
    """What stands on the ladder: test_hints.py."""

    def test_each_says_how_many_there_are(self) -> None:
        session = started(WHO)
        said = [texts(step.lines) for step in steps(session, [":h", ":h", ":h"])]
        assert said == [["Hint 1 of 2: The premier."], ["Hint 2 of 2: K…"], ["There is no further hint."]]

    def test_where_there_is_none_that_is_said(self) -> None:
        before = started("So?\n= true")
        assert played(before, ":h") == (before, ["There is no hint here."])

    def test_an_answer_with_a_hint_is_hard_and_scores_as_it_does(self) -> None:
        _, answer = events_of(started(WHO), ":h", ":h", "Kishida")
        assert (answer.hints, answer.rating, answer.score) == (2, Rating.HARD, 1)

    def test_one_that_was_not_there_does_not_count(self) -> None:
        _, answer = events_of(started("So?\n= true"), ":h", "t")
        assert (answer.hints, answer.rating) == (0, Rating.GOOD)

    def test_the_next_question_begins_its_own_ladder(self) -> None:
        session, _ = played(started(WHO, WHO), ":h", "x")
        assert played(session, ":h")[1] == ["Hint 1 of 2: The premier."]
        assert events_of(session, "Kishida")[0].rating == Rating.GOOD

    def test_after_the_answer_there_is_none(self) -> None:
        for session in (played(started(WHY), "x")[0], played(started(WHO), "x")[0]):
            assert played(session, ":h") == (session, ["A hint is for a question; this one is answered."])


class TestUndo:
    def test_it_takes_back_the_last_answer_and_asks_again(self) -> None:
        session, said = played(started(WHO, B), "x", ":u")
        assert said == ["Taken back: question 1 is asked again."]
        assert (session.turns, session.told) == ((), 0)
        assert texts(tell(session))[1:] == ["Question 1 of 2", "Who?"]
        *_, undo = events_of(started(WHO, B), "x", ":u")
        assert (undo.kind, undo.about, undo.question) == ("undo", "s-0002", session.on.key)

    def test_again_and_again_to_the_start(self) -> None:
        session, said = played(started("A?\n= a", B, "C?\n= c"), "a", ":s", "c", ":u", ":u", ":u")
        assert said == ["Taken back: question 1 is asked again."]
        assert played(session, ":u") == (session, ["There is nothing to take back."])

    def test_an_open_answer_goes_with_its_ticks(self) -> None:
        for typed in (["x"], ["x", "1"], ["x", ":s"]):
            session, said = played(started(WHY, B), *typed, ":u")
            assert (session.stage, session.turns) == ("asking", ())
            assert said == ["Taken back: question 1 is asked again."]

    def test_an_answer_given_anew_is_no_second_try(self) -> None:
        *_, answer = events_of(started(WHO, B), "x", ":u", "Kishida")
        assert answer.rating == Rating.GOOD

    def test_hints_that_were_taken_stay_so(self) -> None:
        session, _ = played(started(WHO, B), ":h", "x", ":u")
        assert session.hints == 1
        assert events_of(session, "Kishida")[-1].rating == Rating.HARD

    def test_where_another_is_to_be_asked_before_it_the_hints_are_not_that_ones(self) -> None:
        fresh = started("A?\n= a\nhint: h", B, WHO)
        events = events_of(fresh, ":h", "a", ":h", "b")
        session = resumed(fresh, [event for event in events if event.question != fresh.on.key])
        session, said = played(session, ":u")
        assert said == ["Taken back: question 2 is asked again."]
        assert (session.told, session.hints) == (0, 0)

    def test_after_the_last_question(self) -> None:
        session, _ = played(started(WHO), "x", ":u", "Kishida")
        assert [turn.right for turn in session.turns] == [True]


class TestIWasRight:
    def test_it_counts_as_right(self) -> None:
        session, said = played(started(WHO, B), "x", ":o")
        assert said == ["Counted as right."]
        (turn,) = session.turns
        assert (turn.verdict.verdict, turn.verdict.score, turn.rating) == ("right", 1, Rating.GOOD)
        *_, word = events_of(started(WHO, B), "x", ":o")
        assert (word.kind, word.about) == ("override", "s-0002")
        assert (word.mark, word.score, word.rating) == ("right", 1, Rating.GOOD)

    def test_after_a_hint_it_is_hard(self) -> None:
        *_, word = events_of(started(WHO), ":h", "x", ":o")
        assert word.rating == Rating.HARD

    def test_the_question_that_is_put_stays_so(self) -> None:
        before, _ = played(started(WHO, WHO), "x", ":h")
        after, _ = played(before, ":o")
        assert (after.showing, after.hints, after.put) == (before.showing, 1, before.put)

    def test_what_is_right_already_stays_so(self) -> None:
        for typed in (["Kishida"], ["x", ":o"]):
            session, _ = played(started(WHO, B), *typed)
            assert played(session, ":o") == (session, ["That is right already."])

    def test_what_was_skipped_was_not_right(self) -> None:
        assert played(started(WHO, B), ":s", ":o")[1] == ["That was skipped; :u asks it again."]

    def test_of_an_open_answer_the_points_are_ticked(self) -> None:
        assert played(started(WHY), "x", ":o")[1] == [
            "The points are for you to tick: type the numbers of those you made."
        ]
        assert played(started(WHY, B), "x", "1", ":o")[1] == ["You have ticked its points; :u asks it again."]

    @pytest.mark.parametrize("typed", [["x"], ["x", ":s"]])
    def test_one_that_has_none_or_was_left_unmarked_may_be_right(self, typed: list[str]) -> None:
        question = "Why?\n= A model.\nlines: 2" if len(typed) == 1 else WHY
        session, said = played(started(question, B), *typed, ":o")
        assert said == ["Counted as right."]
        assert (session.turns[0].verdict.score, session.turns[0].rating) == (1, Rating.GOOD)

    def test_without_an_answer_there_is_nothing_to_say(self) -> None:
        for typed in (":o", ":e"):
            assert played(started(WHO), typed)[1] == ["There is no answer yet."]


class TestThatWasEasy:
    def test_it_is_noted(self) -> None:
        assert played(started(WHO, B), "Kishida", ":e")[1] == ["Noted as easy."]
        *_, word = events_of(started(WHO, B), "Kishida", ":e")
        assert (word.kind, word.about, word.mark, word.score) == ("override", "s-0002", "right", 1)
        assert word.rating == Rating.EASY

    @pytest.mark.parametrize("typed", [["x"], [":h", "Kishida"], [":s"], [":h", "x", ":o"]])
    def test_only_what_was_right_at_once_without_a_hint(self, typed: list[str]) -> None:
        before, _ = played(started(WHO, B), *typed)
        assert played(before, ":e") == (before, ["Easy is what was right at once, without a hint."])

    def test_what_the_learner_says_was_right_may_be_easy_too(self) -> None:
        assert played(started(WHO, B), "x", ":o", ":e")[0].turns[0].rating == Rating.EASY

    def test_once(self) -> None:
        assert played(started(WHO, B), "Kishida", ":e", ":e")[1] == ["That is noted as easy already."]


class TestSkip:
    def test_of_a_statement_it_says_whether_it_is_true(self) -> None:
        assert played(started("So?\n= true", B), ":s")[1] == ["Skipped.", "   The answer: true"]
        assert played(started("So?\n= false", B), ":s")[1] == ["Skipped.", "   The answer: false"]

    def test_it_shows_what_is_right(self) -> None:
        session, said = played(started(WHO, B), ":s")
        assert said == ["Skipped.", "   The answer: Kishida"]
        (turn,) = session.turns
        assert (turn.response, turn.verdict.verdict, turn.verdict.score) == ("", "wrong", 0)
        assert session.told == 1

    def test_after_the_last_question_there_is_none(self) -> None:
        before, _ = played(started(WHO), "x")
        assert played(before, ":s") == (before, ["That was the last question; there is none to skip."])


class TestOpen:
    QUESTION = "Why?\n+ first\n+ second\n+ third\n= A model."

    def waiting(self) -> Session:
        return played(started(self.QUESTION, B), "Because of this.")[0]

    def test_a_person_sees_the_points_and_ticks_those_made(self) -> None:
        session, said = played(started(self.QUESTION, B), "Because of this.")
        assert session.stage == "marking"
        assert said == [
            "   Marking points:",
            "   1. first",
            "   2. second",
            "   3. third",
            "   A model answer: A model.",
        ]
        session, said = played(session, "1, 3")
        assert said == ["2 of 3 points."]
        (turn,) = session.turns
        assert (turn.response, turn.verdict.verdict, turn.verdict.score) == ("Because of this.", "partial", 2 / 3)
        assert (session.stage, session.told) == ("asking", 1)

    def test_the_answer_goes_out_before_it_is_ticked(self) -> None:
        """So that a kill between loses nothing."""
        _, answer, ticks = events_of(started(self.QUESTION, B), "Because.", "1 2 3")
        assert (answer.kind, answer.mark, answer.score, answer.rating) == ("answer", "unmarked", None, None)
        assert (ticks.kind, ticks.about, ticks.mark) == ("override", answer.uid, "right")
        assert (ticks.score, ticks.rating) == (1, Rating.GOOD)
        assert answer.duration == TICK

    @pytest.mark.parametrize(
        ("typed", "mark", "rating"),
        [("1 2 3", "right", 3), ("3 1 2 2", "right", 3), ("", "wrong", 1), ("2", "partial", 1)],
    )
    def test_none_some_or_all(self, typed: str, mark: str, rating: int) -> None:
        session, _ = played(self.waiting(), typed)
        assert (session.turns[0].verdict.verdict, session.turns[0].rating) == (mark, rating)

    @pytest.mark.parametrize("typed", ["4", "0", "one", "1 x", "-1", "1.5", "9999", "9" * 5000, "²", "\\:q"])
    def test_what_is_no_point_is_asked_again(self, typed: str) -> None:
        waiting = self.waiting()
        again, said = played(waiting, typed)
        assert again == waiting
        assert said == ["Type the numbers of the points you made, 1 to 3, such as “1 2”."]

    def test_they_may_be_left_unmarked(self) -> None:
        session, said = played(self.waiting(), ":s")
        assert said == ["Not marked."]
        (turn,) = session.turns
        assert (turn.response, turn.verdict.verdict, turn.verdict.score) == ("Because of this.", "unmarked", None)
        assert session.stage == "asking"

    def test_commands_work_while_points_wait(self) -> None:
        waiting = self.waiting()
        assert played(waiting, "?")[0] == waiting
        assert played(waiting, ":q")[0].turns == waiting.turns

    def test_without_points_it_stays_unmarked(self) -> None:
        session, said = played(started("Why?\n= A model.\nlines: 2", B), "x")
        assert session.turns[0].verdict.verdict == "unmarked"
        assert said[0].startswith("Not marked.")
        assert "   A model answer: A model." in said

    def test_a_skipped_one_counts_as_not_known(self) -> None:
        assert played(started(self.QUESTION), ":s")[0].turns[0].verdict.score == 0
