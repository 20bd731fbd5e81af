"""How much space an answer gets: enough for a pupil's hand, and no measure of the answer."""

from __future__ import annotations

import pytest
from banks import bank_of

from quizgen.paper.layout import layout_of
from quizgen.paper.worksheet.space import Space, groups_of_lines, space_for

A4 = layout_of()


def space(answer: str, **look: object) -> Space:
    question = bank_of(f"## q? {{#q}}\n{answer}\n").questions[0]
    return space_for(question, layout_of(**look))  # type: ignore[arg-type]


@pytest.mark.parametrize("answers", [("x", "Moscow"), ("World War II", "Kunashir")])
def test_answers_of_a_class_get_the_same_space(answers: tuple[str, str]) -> None:
    assert len({space(f"= {answer}") for answer in answers}) == 1


def test_the_longest_form_that_is_accepted_has_room() -> None:
    assert space("= a | " + "word " * 6).width > space("= a").width


@pytest.mark.parametrize(("letters", "width"), [(16, 60), (17, 100), (30, 100)])
def test_a_box_has_room_for_each_letter_and_some_more(letters: int, width: float) -> None:
    assert space("= " + "x" * letters).width == width


def test_letters_that_are_twice_as_wide_count_twice() -> None:
    assert space("= 択捉島国後島色丹島歯舞群島").width == space("= " + "x" * 26).width


def test_an_answer_longer_than_a_line_gets_more_lines() -> None:
    assert space("= " + "many words " * 12).lines == 3
    assert space("= " + "many words " * 12, columns=2).lines > 3


def test_all_blanks_of_a_question_are_as_wide_as_the_widest_needs() -> None:
    question = bank_of("## The {{x}} and the {{a rather long answer here}}. {#q}\n").questions[0]
    assert space_for(question, A4).width == 80


@pytest.mark.parametrize("look", [{}, {"preset": "giant"}, {"columns": 2}, {"size": 36, "paper": "letter"}])
def test_nothing_is_wider_than_its_place(look: dict[str, object]) -> None:
    layout = layout_of(**look)  # type: ignore[arg-type]
    for question in ("= " + "x" * 90, "= " + "9" * 60 + " km", "{{" + "x" * 90 + "}}", "- " + "x" * 90 + "\n- b"):
        text = f"## q {question} {{#q}}\n" if question.startswith("{{") else f"## q? {{#q}}\n{question}\n"
        assert space_for(bank_of(text).questions[0], layout).width <= layout.answer


def test_an_open_answer_has_two_lines_a_point_and_three_at_least() -> None:
    assert space("+ one").lines == 3
    assert space("+ one\n+ two\n+ three\n+ four").lines == 8
    assert space("+ one\nlines: 5").lines == 5


def test_an_open_answer_may_break_where_it_is_longer_than_half_a_page() -> None:
    assert not space("+ one\nlines: 14").may_break
    assert space("+ one\nlines: 15").may_break


@pytest.mark.parametrize("lines", range(1, 41))
def test_where_it_breaks_three_lines_or_more_stay_together(lines: int) -> None:
    groups = groups_of_lines(lines)
    assert sum(groups) == lines
    assert lines < 3 or all(3 <= group < 6 for group in groups)
