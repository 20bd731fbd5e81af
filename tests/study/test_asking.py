"""A question, and what is said after its answer, as lines of a terminal."""

from __future__ import annotations

import pytest
from played import played, started, steps, texts

from quizgen.study.session.session import prompt, tell


def asked(question: str) -> list[str]:
    return texts(tell(started(question)))[2:]


def heard(question: str, typed: str, head: str = "") -> list[str]:
    return played(started(question, head=head, patient=False), typed)[1]


class TestAsking:
    def test_prompt_and_body_are_read_without_marks(self) -> None:
        assert asked("Who *was* it?\nThe **body**.\n\n= one") == ["Who was it?", "   The body."]

    def test_a_picture_is_told_in_words(self) -> None:
        assert asked("What?\n= Kurils\nimage: map.png | A row of islands")[1] == "   [Picture: A row of islands]"

    def test_options_have_letters_in_the_order_of_the_view(self) -> None:
        session = started("Which?\n- [x] *a*\n- [ ] b\n- [ ] c")
        assert texts(tell(session))[3:] == [f"   {o.letter}  {o.words.plain()}" for o in session.on.view.options]

    def test_a_match_has_numbers_then_letters(self) -> None:
        lines = asked("Match.\n- one == a\n- two == b")
        assert lines[1:3] == ["   1. one", "   2. two"]
        assert [line[:6] for line in lines[3:]] == ["   A  ", "   B  "]

    def test_blanks_are_gaps_with_numbers_where_there_are_several(self) -> None:
        assert asked("Call it {{a}}.") == ["Call it ____."]
        assert asked("Call it {{a :: N…}}, {{b}}.") == ["Call it (1) ____ [N…], (2) ____."]
        assert asked("Call it {{a}}.\nOr {{b}}.\n") == ["Call it (1) ____.", "   Or (2) ____."]

    def test_the_answer_is_nowhere_in_it(self) -> None:
        for question in ("Call it {{Kurils | Kuril}}.", "Who?\n= Kurils\nexplain: Kurils.\nnote: Kurils"):
            assert "Kuril" not in "\n".join(asked(question))

    def test_a_table_keeps_its_columns(self) -> None:
        session = started("# T\n\n| a | bbbb |\n|---|---|\n| cccc | d |\n", "Who?\n= one")
        rows = [line for line in tell(session) if line.lead == "  | "]
        assert any(row.kept for row in rows)


@pytest.mark.parametrize(
    ("question", "how"),
    [
        ("Who?\n= a", "Your answer"),
        ("How many?\n= 4", "A number"),
        ("How far?\n= 4\nunit: km", "A number, in km"),
        ("How far?\n= 4 km", "A number with its unit"),
        ("How much?\n= $4", "A number with its unit"),
        ("So?\n= true", "True or false (t, f)"),
        ("Which?\n- [x] a\n- [ ] b", "One letter, A to B"),
        ("Which?\n- [x] a\n- [x] b\n- [ ] c", "All letters that apply, A to C"),
        ("{{a}}?", "Fill the gap"),
        ("{{a}} {{b}}?", "2 answers, semicolons between"),
        ("Which?\n- a\n- b\n- c", "3 answers, commas between"),
        ("Which?\n- a\n- b\nask: 1", "One answer"),
        ("Which?\n- a\n- b\norder: fixed", "2 answers, in order, commas between"),
        ("Match.\n- a == b\n- c == d", "A letter for each number, such as 1B 2A"),
        ("Order.\n1. a\n2. b", "All 2 letters in the right order"),
        ("Why?\n+ a", "In your own words"),
    ],
)
def test_what_to_type_is_said_for_every_kind(question: str, how: str) -> None:
    assert prompt(started(question)) == how


class TestFeedback:
    @pytest.mark.parametrize(
        ("question", "typed", "first"),
        [
            ("Who?\n= a", "a", "Right."),
            ("Who?\n= a", "b", "Wrong."),
            ("How much?\n= $5", "5", "Close. The number is right; its unit is missing."),
            ("Which?\n- a\n- b", "a", "Partly right: 1 of 2; missing b."),
            ("Which?\n- a\n- b", "a, b, c", "Right. Not asked for: c."),
            ("Why?\n+ p", "x", "Not marked. Compare it with the marking points."),
        ],
    )
    def test_the_grade_comes_first_in_words(self, question: str, typed: str, first: str) -> None:
        assert heard(question, typed)[0] == first

    def test_after_a_wrong_answer_the_right_one_with_its_other_forms(self) -> None:
        assert heard("Who?\n= a | b\n= c", "x") == ["Wrong.", "   The answer: a (also: b, c)"]
        assert heard("Who?\n= a | b", "a") == ["Right."]

    def test_several_answers_one_below_the_other(self) -> None:
        assert heard("Which?\n- a\n- b", "x")[1:] == ["   The answers:", "   - a", "   - b"]
        assert heard("{{a}} {{b}}?", "x")[1:] == ["   The answers:", "   (1)  a", "   (2)  b"]

    def test_pairs_and_items_with_their_letters(self) -> None:
        session = started("Match.\n- one == a\n- two == b", patient=False)
        letters = {option.words.text: option.letter for option in session.on.view.options}
        lines = played(session, "x")[1]
        assert lines[2:] == [f"   {letters['a']}  one = a", f"   {letters['b']}  two = b"]
        session = started("Order.\n1. one\n2. two", patient=False)
        lines = played(session, "x")[1]
        assert lines[1:] == [
            "   The right order:",
            f"   {session.on.view.option(0).letter}  one",
            f"   {session.on.view.option(1).letter}  two",
        ]

    def test_a_false_statement_is_corrected_whatever_was_said(self) -> None:
        question = "So?\n= false\ncorrection: It is *not*."
        assert heard(question, "f") == ["Right.", "   It is not."]
        assert heard(question, "t") == ["Wrong.", "   It is not."]
        assert heard("So?\n= true", "f") == ["Wrong."]

    def test_what_the_bank_says_to_this_answer_then_why(self) -> None:
        question = "Who?\n= a\nwrong: b :: Not *b*.\nexplain: Because."
        assert heard(question, "b") == ["Wrong.", "   Not b.", "   The answer: a", "   Because."]

    def test_the_words_of_the_article_prove_it(self) -> None:
        assert heard("Who?\n= Kishida\n> said Kishida\n> the premier", "Kishida")[1:] == [
            "   From the text, ¶ 1: “said Kishida” … “the premier”"
        ]

    def test_an_answer_in_the_evidence_is_marked(self) -> None:
        session = started("Which?\n= Iturup\n> Etorufu islands", head="names:\n  - Etorofu | Etorufu | Iturup\n")
        (step,) = steps(session, ["x"])
        assert [stretch.text for stretch in step.lines[-1].stretches if stretch.style == "answer"] == ["Etorufu"]

    def test_the_date_at_which_it_holds(self) -> None:
        assert heard("Who?\n= a\nas-of: 2022-03", "a")[-1] == "   As of 2022-03."

    def test_the_note_is_for_the_teacher_alone(self) -> None:
        assert "secret" not in "\n".join(heard("Who?\n= a\nnote: secret", "x"))


@pytest.mark.parametrize(
    "typed", ["Kishida = Japan; Putin = Russia", "Putin - Russia, Kishida - Japan", "Japan; Russia", "japan, rusia"]
)
def test_pairs_may_be_typed_in_words(typed: str) -> None:
    session, said = played(started("Match.\n- Kishida == Japan\n- Putin == Russia\n- == India"), typed)
    assert session.turns[0].right, said


def test_what_names_no_side_is_asked_again() -> None:
    session, said = played(started("Match.\n- Kishida == Japan\n- Putin == Russia"), "no idea")
    assert not session.turns
    assert said == ["“no idea” is no answer here. A letter for each number, such as 1B 2A."]
