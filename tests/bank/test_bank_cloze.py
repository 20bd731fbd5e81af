"""Blanks: where they begin and end, their forms, hints and numbers."""

from __future__ import annotations

import pytest
from bank_texts import question_of
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.cloze import BlankError, segments, segments_of, split_blanks
from quizgen.bank.model import Blank, Cloze
from quizgen.bank.split import parts_of
from quizgen.text.spans import split_outside


@pytest.mark.parametrize(
    ("inner", "blank"),
    [
        ("answer", Blank(("answer",))),
        (" answer ", Blank(("answer",))),
        ("answer | form", Blank(("answer", "form"))),
        ("answer :: hint", Blank(("answer",), "hint")),
        ("answer | form :: hint", Blank(("answer", "form"), "hint")),
        ("answer :: a hint :: and more", Blank(("answer",), "a hint :: and more")),
        ("answer :: ", Blank(("answer",))),
        ("std::vector", Blank(("std::vector",))),
        ("a|b", Blank(("a|b",))),
        (r"a \| b", Blank(("a | b",))),
        (r"a \:: b", Blank(("a :: b",))),
        (r"$a | b :: c$ | d", Blank(("$a | b :: c$", "d"))),
        ("c1::answer", Blank(("answer",), "", 1)),
        ("c12::answer::hint", Blank(("answer",), "hint", 12)),
        ("c9999::answer :: hint", Blank(("answer",), "hint", 9999)),
        ("c1::answer | form::a hint::more", Blank(("answer", "form"), "a hint::more", 1)),
        ("c1::`a::b`::hint", Blank(("`a::b`",), "hint", 1)),
        ("c1", Blank(("c1",))),
        ("a\n  b", Blank(("a b",))),
        ("1945", Blank(("1945",))),
        (r"\{\{a", Blank(("{{a",))),
    ],
)
def test_a_blank(inner: str, blank: Blank) -> None:
    assert split_blanks(f"The {{{{{inner}}}}} is") == ["The ", blank, " is"]


@pytest.mark.parametrize(
    "text",
    ["no blank", r"plain \{{x}}", "`{{x}}`", r"\({{x}}\)", "$x_{{a}}$", "{x}", "}}", "```\n{{x}}\n```", "{ {x} }"],
)
def test_braces_that_are_no_blank(text: str) -> None:
    assert [part for part in split_blanks(text) if isinstance(part, Blank)] == []
    assert "".join(map(str, split_blanks(text))) == text


def test_a_blank_ends_at_the_first_braces_outside_code_and_maths() -> None:
    assert split_blanks("{{a}}}}") == ["", Blank(("a",)), "}}"]
    assert split_blanks("{{{a}}") == ["", Blank(("{a",)), ""]
    assert split_blanks("{{ $x^{a}$ }}") == ["", Blank(("$x^{a}$",)), ""]
    assert split_blanks("{{ `}}` }}{{b}}") == ["", Blank(("`}}`",)), "", Blank(("b",)), ""]
    assert split_blanks("{{$\\frac{a}{b}$}} costs $5") == ["", Blank(("$\\frac{a}{b}$",)), " costs $5"]


def test_every_blank_is_a_card_and_one_number_is_one_card() -> None:
    text = "{{a}} {{c1::b}} {{c}} {{c3::d}} {{c1::e}}"
    (found,) = segments(text)
    assert [part.group for part in found if isinstance(part, Blank)] == [2, 1, 4, 3, 1]


def test_a_number_is_kept_when_blanks_are_added() -> None:
    first = question_of("## {{c1::a}} and {{c2::b}}\n")
    second = question_of("## {{c}}, {{c1::a}} and {{c2::b}}\n")
    assert {(blank.forms, blank.group) for blank in first.blanks} < {(b.forms, b.group) for b in second.blanks}


def test_prompt_and_body_are_numbered_together() -> None:
    question = question_of("## {{a}}\n{{b}} and\nagain {{c2::c}}\n")
    assert isinstance(question, Cloze)
    prompt, body = segments_of(question)
    assert prompt == ["", Blank(("a",), "", 1), ""]
    assert body == ["", Blank(("b",), "", 3), " and\nagain ", Blank(("c",), "", 2), ""]


def test_an_error_says_which_text_it_is_in() -> None:
    with pytest.raises(BlankError, match="without") as caught:
        segments("{{a}}", "b {{c")
    assert (caught.value.text, caught.value.at) == (1, 2)


@given(st.text(alphabet="{}ab$`\\:| \n", max_size=30))
def test_any_text_is_split_or_refused(text: str) -> None:
    try:
        parts = split_blanks(text)
    except BlankError as error:
        assert text.startswith("{{", error.at)  # noqa: PT017
    else:
        assert all(all(part.forms) for part in parts if isinstance(part, Blank))


@given(st.text(alphabet="|=: ab\t$`\\", max_size=20), st.sampled_from(["|", "==", "::"]))
def test_the_quick_way_to_split_is_the_same_as_the_careful_one(text: str, separator: str) -> None:
    assert parts_of(text, separator) == [part for part, _ in split_outside(text, separator)]
