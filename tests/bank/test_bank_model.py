"""What a bank and its questions say of themselves."""

from __future__ import annotations

import dataclasses

import pytest
from bank_texts import asked, bank_of, question_of

from quizgen.bank.model import KINDS, Blank, Match, Pair, Quote


def test_the_parts_of_a_question_are_those_that_carry_evidence() -> None:
    one_of_each = [
        "= a\n",
        "= 5\n",
        "- [x] a\n- [ ] b\n",
        "- [x] a\n- [x] b\n",
        "= true\n",
        "- a\n- b\n",
        "- a == b\n- c == d\n",
        "1. a\n2. b\n",
        "+ a\n= b\n",
    ]
    assert [len(asked(marks).parts()) for marks in one_of_each] == [1, 1, 2, 2, 1, 2, 2, 2, 2]
    assert question_of("## {{a}}\n").parts() == ()


def test_all_evidence_begins_with_that_of_the_question() -> None:
    question = asked("= a\n  > one\n= b\n  > two\n> three\n")
    assert question.all_evidence() == (Quote("three"), Quote("one"), Quote("two"))


def test_drafts_are_questions_that_nobody_has_approved() -> None:
    bank = bank_of("## A?\n= a\nstatus: draft\n## B?\n= b\n")
    assert [question.prompt for question in bank.questions] == ["A?", "B?"]
    assert [question.prompt for question in bank] == ["A?", "B?"]
    assert [question.prompt for question in bank.approved] == ["B?"]


def test_right_sides_are_shown_once() -> None:
    question = Match(prompt="?", pairs=(Pair("a", ("x", "y")), Pair("b", ("x",)), Pair("", ("z",))))
    assert question.rights == ("x", "z")
    assert [pair.left for pair in question.matched] == ["a", "b"]


def test_lines_take_no_part_in_comparison() -> None:
    assert Quote("a", line=3) == Quote("a")
    assert Blank(("a",), line=3) == Blank(("a",))
    assert hash(Quote("a", line=3)) == hash(Quote("a"))


@pytest.mark.parametrize("kind", KINDS.values())
def test_questions_are_frozen(kind: type) -> None:
    assert dataclasses.is_dataclass(kind)
    with pytest.raises(dataclasses.FrozenInstanceError):
        question_of("## A?\n= a\n").prompt = "B?"  # type: ignore[misc]
