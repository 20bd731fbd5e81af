"""A session as a pure state machine: a typed line in, the next state and lines to say out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from played import bank_of, played, started, texts

from quizgen.errors import UsageError
from quizgen.study import Session, begin, closing, prompt, say, stop, tell, turn_record

WHO = "Who?\n= Kishida\nhint: The *premier*."
WHICH = "Which?\n- [x] one\n- [ ] two\n- [ ] three\n- [ ] four"
OPEN = "Why?\n+ first\n+ second\n+ third\n= A model."
EVERY_KIND = (
    ("Who?\n= one | uno", "one", "uno"),
    ("How far?\n= 20\nunit: km", "20", "20 km"),
    ("So?\n= true", "t", "true"),
    ("Fill {{one}} and {{two}}.", "one; two", "one, two"),
    ("Which?\n- one\n- two", "two, one", "one and two"),
    ("Recite.\n- one\n- two\norder: fixed", "one, two", "one; two"),
)


def test_it_asks_every_approved_question_once_in_the_order_of_the_bank() -> None:
    session = started("A?\n= a", "B?\n= b\nstatus: draft", "C?\n= c")
    assert [view.question.prompt for view in session.views] == ["A?", "C?"]
    session, _ = played(session, "a", "c")
    assert session.over
    assert [turn.question.prompt for turn in session.turns] == ["A?", "C?"]


def test_nothing_approved_is_said() -> None:
    with pytest.raises(UsageError, match="0 approved, 1 draft"):
        begin(bank_of("A?\n= a\nstatus: draft"), str)


@pytest.mark.parametrize(("question", "one", "other"), EVERY_KIND)
@pytest.mark.parametrize("patient", [True, False])
def test_a_right_answer_of_every_kind(question: str, one: str, other: str, patient: bool) -> None:
    for typed in (one, other):
        session, said = played(started(question, patient=patient), typed)
        assert session.turns[0].verdict.verdict == "right"
        assert said[0].startswith("Right.")


class TestTell:
    def test_it_says_which_question_of_how_many(self) -> None:
        session = started("A?\n= a", "B?\n= b")
        assert texts(tell(session)) == ["", "Question 1 of 2", "A?"]
        session, _ = played(session, "a")
        assert texts(tell(session)) == ["", "Question 2 of 2", "B?"]

    def test_the_text_of_a_topic_is_said_once_before_its_first_question(self) -> None:
        topic = "# The *islands*\n\nRead this.\n"
        session = started("Z?\n= z", topic, "A?\n= a", "B?\n= b", "# Aid\n", "C?\n= c")
        heard = []
        for typed in "zabc":
            heard.append(texts(tell(session)))
            session, _ = played(session, typed)
        assert heard[0] == ["", "Question 1 of 4", "Z?"]
        assert heard[1] == ["", "The islands", "", "Question 2 of 4", "  | Read this.", "", "A?"]
        assert heard[2] == ["", "Question 3 of 4", "B?"]
        assert heard[3] == ["", "Aid", "", "Question 4 of 4", "C?"]

    def test_a_topic_whose_first_question_is_a_draft_is_told_all_the_same(self) -> None:
        session = started("# Topic\n\nRead this.\n", "A?\n= a\nstatus: draft", "B?\n= b")
        assert "  | Read this." in texts(tell(session))


class TestCommands:
    def test_help_lists_the_commands(self) -> None:
        before = started(WHO)
        session, said = played(before, "?")
        assert session == before
        assert [line.split()[0] for line in said] == ["?", ":h", ":s", ":q"]

    def test_a_hint(self) -> None:
        before = started(WHO, "B?\n= b")
        assert played(before, ":h") == (before, ["Hint: The premier."])
        after, _ = played(before, "x")
        assert played(after, ":h") == (after, ["There is no hint here."])

    def test_skipping_is_wrong_and_shows_what_is_right(self) -> None:
        session, said = played(started(WHO, "B?\n= b"), ":s")
        assert said == ["Skipped.", "   The answer: Kishida"]
        (turn,) = session.turns
        assert (turn.response, turn.verdict.verdict, turn.verdict.score) == ("", "wrong", 0)
        assert session.at == 1

    def test_quitting_keeps_what_was_answered(self) -> None:
        session, said = played(started(WHO, "B?\n= b"), "Kishida", ":q")
        assert (session.over, len(session.turns), said) == (True, 1, [])

    @pytest.mark.parametrize("typed", [":x", ":help", ":", ":Q"])
    def test_what_is_no_command_is_said(self, typed: str) -> None:
        before = started(WHO)
        assert played(before, typed) == (before, [f"“{typed}” is no command; ? lists them."])

    def test_spaces_around_a_command_do_not_count(self) -> None:
        assert played(started(WHO), "  :q ")[0].over

    def test_commands_work_from_a_pipe_too(self) -> None:
        assert played(started(WHO, patient=False), ":q")[0].over


class TestPatience:
    """A person who mistypes is asked again; a pipe is graded as it stands."""

    def test_an_empty_line_is_no_answer_of_a_person(self) -> None:
        before = started(WHO)
        assert played(before, "") == (before, ["Type an answer, or :s to skip, or ? for help."])
        assert played(before, "   ")[0] == before

    def test_an_empty_line_of_a_pipe_is_an_empty_answer(self) -> None:
        session, said = played(started(WHO, patient=False), "")
        assert session.turns[0].verdict.verdict == "wrong"
        assert said[0] == "Wrong. No answer."

    @pytest.mark.parametrize(
        ("question", "typed", "how"),
        [
            (WHICH, "E", "One letter, A to D"),
            (WHICH, "AB", "One letter, A to D"),
            (WHICH, "one or two", "One letter, A to D"),
            ("Which?\n- [x] a\n- [x] b\n- [ ] c", "D", "All letters that apply, A to C"),
            ("So?\n= true", "perhaps", "True or false (t, f)"),
            ("Match.\n- a == b\n- c == d", "1Z", "A letter for each number, such as 1B 2A"),
            ("Order.\n1. a\n2. b\n3. c", "1 2 3", "All 3 letters in the right order"),
        ],
    )
    def test_what_cannot_be_an_answer_is_asked_again(self, question: str, typed: str, how: str) -> None:
        before = started(question)
        assert played(before, typed) == (before, [f"“{typed}” is no answer here. {how}."])
        after, _ = played(started(question, patient=False), typed)
        assert after.turns[0].verdict.verdict == "wrong"

    @pytest.mark.parametrize(
        ("question", "typed", "verdict"),
        [
            (WHICH, "one", "right"),
            (WHICH, "Two", "wrong"),
            ("Which?\n- [x] a fish\n- [x] a bird\n- [ ] c", "a bird; a fish", "right"),
            ("Order.\n1. first\n2. then\n3. last", "first, last, then", "partial"),
            ("So?\n= true", "True.", "right"),
            ("So?\n= true", "wrong", "wrong"),
        ],
    )
    def test_options_may_be_named_by_their_texts(self, question: str, typed: str, verdict: str) -> None:
        after, _ = played(started(question), typed)
        assert after.turns[0].verdict.verdict == verdict

    def test_a_pipe_may_name_an_option_by_its_text(self) -> None:
        session, _ = played(started(WHICH, patient=False), "one")
        assert session.turns[0].verdict.verdict == "right"


class TestLettersOnTheScreen:
    """They are those of the page, whatever the shuffle, and the grade is that of the texts behind them."""

    @given(st.integers(0, 500))
    def test_of_options(self, number: int) -> None:
        session = started(WHICH.replace("Which?", f"Which? {{#q{number}}}"))
        for option in session.view.options:
            after, said = played(session, option.letter.lower())
            right = option.words.text == "one"
            assert (after.turns[0].verdict.verdict == "right") == right
            letter = next(o.letter for o in session.view.options if o.words.text == "one")
            assert right or f"   The answer: {letter}  one" in said

    @given(st.integers(0, 500))
    def test_of_several_options(self, number: int) -> None:
        session = started(f"Which? {{#q{number}}}\n- [x] its\n- [ ] it's\n- [x] c\n- [ ] d")
        right = [option.letter for option in session.view.options if option.words.text in ("its", "c")]
        assert played(session, "".join(right))[0].turns[0].verdict.score == 1
        wrong = [option.letter for option in session.view.options if option.words.text not in ("its", "c")]
        assert played(session, " ".join(wrong))[0].turns[0].verdict.score == 0

    @given(st.integers(0, 500))
    def test_of_right_sides(self, number: int) -> None:
        session = started(f"Match. {{#q{number}}}\n- one == a\n- two == b\n- three == c\n- == d")
        letters = {option.words.text: option.letter for option in session.view.options}
        assert played(session, f"3{letters['c']} 1{letters['a']} 2{letters['b']}")[0].turns[0].verdict.score == 1
        assert played(session, f"{letters['a']}{letters['b']}{letters['d']}")[0].turns[0].verdict.score == 2 / 3
        assert played(session, f"2{letters['b']}")[0].turns[0].response == ["", "b", ""]

    @given(st.integers(0, 500))
    def test_of_items(self, number: int) -> None:
        session = started(f"Order. {{#q{number}}}\n1. one\n2. two\n3. three")
        letters = [session.view.option(index).letter for index in range(3)]
        assert played(session, " ".join(letters))[0].turns[0].verdict.score == 1
        assert played(session, "ABC")[0].turns[0].verdict.score < 1  # it never stands right already


class TestOpen:
    def test_a_person_sees_the_points_and_ticks_those_made(self) -> None:
        waiting, said = played(started(OPEN, "B?\n= b"), "Because of this.")
        assert waiting.marking == "Because of this."
        assert not waiting.turns
        assert said == [
            "   Marking points:",
            "   1. first",
            "   2. second",
            "   3. third",
            "   A model answer: A model.",
        ]
        assert prompt(waiting) == "Which points did you make? (numbers, Enter for none)"
        session, said = played(waiting, "1, 3")
        assert said == ["2 of 3 points."]
        (turn,) = session.turns
        assert (turn.response, turn.verdict.verdict, turn.verdict.score) == ("Because of this.", "partial", 2 / 3)
        assert (session.marking, session.at) == (None, 1)

    @pytest.mark.parametrize(
        ("typed", "mark"), [("1 2 3", "right"), ("3 1 2 2", "right"), ("", "wrong"), ("2", "partial")]
    )
    def test_none_some_or_all(self, typed: str, mark: str) -> None:
        session, _ = played(started(OPEN), "x", typed)
        assert session.turns[0].verdict.verdict == mark

    @pytest.mark.parametrize("typed", ["4", "0", "one", "1 x", "-1", "1.5", "9999", "²"])
    def test_what_is_no_point_is_asked_again(self, typed: str) -> None:
        waiting, _ = played(started(OPEN), "x")
        again, said = played(waiting, typed)
        assert again == waiting
        assert said == ["Type the numbers of the points you made, 1 to 3, such as “1 2”."]

    def test_commands_work_while_points_wait(self) -> None:
        waiting, _ = played(started(OPEN), "x")
        assert played(waiting, "?")[0] == waiting

    def test_an_answer_whose_points_are_not_ticked_is_kept_unmarked(self) -> None:
        waiting, _ = played(started(OPEN, "B?\n= b"), "x")
        for session in (played(waiting, ":s")[0], played(waiting, ":q")[0], stop(waiting)):
            (turn,) = session.turns
            assert (turn.response, turn.verdict.verdict, turn.verdict.score) == ("x", "unmarked", None)
        assert played(waiting, ":s")[1] == ["Not marked."]
        assert not played(waiting, ":s")[0].over

    def test_without_points_or_from_a_pipe_it_stays_unmarked(self) -> None:
        for session in (started("Why?\n= A model.\nlines: 2"), started(OPEN, patient=False)):
            after, said = played(session, "x")
            assert after.turns[0].verdict.verdict == "unmarked"
            assert said[0].startswith("Not marked.")
            assert "   A model answer: A model." in said

    def test_a_skipped_one_counts_as_not_known(self) -> None:
        session, _ = played(started(OPEN), ":s")
        assert session.turns[0].verdict.score == 0


class TestRightAndMisspelt:
    def test_a_typo_is_right_and_the_spelling_is_told(self) -> None:
        assert played(started("Who?\n= the Soviet Union"), "Sovite Union")[1] == ["Right. Spelled the Soviet Union."]

    def test_further_forms_are_read_without_marks(self) -> None:
        said = played(started("What?\n= a square | $x^2$ | `code x`"), "nothing")[1]
        assert said[1] == "   The answer: a square (also: x², code x)"


class TestClosing:
    def test_the_score_is_in_points(self) -> None:
        session, _ = played(started("A?\n= a", "Which?\n- b\n- c\n- d", "E?\n= e\npoints: 0.5"), "a", "b, c", "e")
        assert texts(closing(session)) == [
            "",
            "Score: 3.5 of 4.5 points (78%); 2 of 3 right.",
            "To repeat:",
            "   - Which?",
        ]

    def test_a_third_is_not_written_out(self) -> None:
        session, _ = played(started("Which?\n- b\n- c\n- d\npoints: 1"), "b")
        assert "Score: 0.33 of 1 points (33%); 0 of 1 right." in texts(closing(session))

    def test_all_right_leaves_nothing_to_repeat(self) -> None:
        session, _ = played(started("A?\n= a"), "a")
        assert texts(closing(session)) == ["", "Score: 1 of 1 points (100%); 1 of 1 right."]

    def test_what_was_not_reached_is_said(self) -> None:
        session, _ = played(started("A?\n= a", "B?\n= b", "C?\n= c"), "a", ":q")
        assert texts(closing(session))[1:] == [
            "You stopped after 1 of 3 questions.",
            "Score: 1 of 1 points (100%); 1 of 1 right.",
        ]

    def test_nothing_answered_has_no_score(self) -> None:
        assert texts(closing(stop(started("A?\n= a")))) == ["", "You stopped after 0 of 1 questions."]

    @pytest.mark.parametrize(
        ("count", "said"), [(1, "1 open answer to mark yourself."), (2, "2 open answers to mark yourself.")]
    )
    def test_open_answers_that_nobody_marked_are_counted_apart(self, count: int, said: str) -> None:
        session, _ = played(started(*["Why?\n= A.\nlines: 2"] * count), *["x"] * count)
        assert texts(closing(session)) == ["", said]

    def test_what_to_repeat_is_read_without_marks_and_answers(self) -> None:
        session, _ = played(started("The *{{Southern Kurils}}* and {{x}}."), "y")
        assert texts(closing(session))[-1] == "   - The ____ and ____."


class TestTurnRecord:
    def test_everything_that_a_program_may_want_to_know(self) -> None:
        session, _ = played(started("Who? {#who}\n= Kishida | Fumio Kishida\n> said Kishida\n> the premier"), "kishida")
        assert turn_record(session, session.turns[0]) == {
            "question": "who",
            "kind": "short",
            "response": "kishida",
            "verdict": "right",
            "score": 1.0,
            "accepted": ["Kishida", "Fumio Kishida"],
            "evidence": ["said Kishida", "the premier"],
            "places": ["¶ 1", "¶ 1"],
        }

    def test_a_response_by_letters_is_told_in_texts(self) -> None:
        session = started(WHICH)
        letter = session.view.option(0).letter
        session, _ = played(session, letter)
        assert turn_record(session, session.turns[0])["response"] == "one"

    def test_a_score_is_rounded_and_an_unmarked_one_is_none(self) -> None:
        session, _ = played(started("Which?\n- a\n- b\n- c", "Why?\n+ p\n= m"), "a", "x", ":q")
        records = [turn_record(session, turn) for turn in session.turns]
        assert [record["score"] for record in records] == [0.3333, None]
        assert records[1]["accepted"] == ["p"]

    def test_a_skipped_question_has_an_empty_response(self) -> None:
        session, _ = played(started(WHO), ":s")
        record = turn_record(session, session.turns[0])
        assert (record["response"], record["verdict"], record["accepted"]) == ("", "wrong", ["Kishida"])


@pytest.mark.parametrize("patient", [True, False])
@given(st.lists(st.one_of(st.text(max_size=8), st.sampled_from([":q", ":s", ":h", "?", "A", "1", "one"])), max_size=12))
def test_whatever_is_typed_a_session_goes_on_or_ends(patient: bool, typed: list[str]) -> None:
    session = started(*(question for question, *_ in EVERY_KIND), WHICH, OPEN, patient=patient)
    session = run(session, typed)
    assert len(session.turns) <= len(session.views)
    assert session.over or session.at == len(session.turns)
    assert closing(stop(session))


def run(session: Session, typed: list[str]) -> Session:
    for text in typed:
        if session.over:
            break
        assert tell(session)
        assert prompt(session)
        session, lines = say(session, text)
        assert all("\n" not in line.text for line in lines)
    return session


@pytest.mark.parametrize("typed", [":-)", ":h", "?", ":x"])
def test_from_a_pipe_every_line_is_an_answer_but_skip_and_quit(typed: str) -> None:
    """Else what follows would be taken for the answers of other questions."""
    after, _ = played(started(WHO, WHICH, patient=False), typed)
    assert (len(after.turns), after.at) == (1, 1)
