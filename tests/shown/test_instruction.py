"""What to do with a question: the terminal and the cards say in English what paper says in any language."""

from __future__ import annotations

import pytest
from seen import question_of

from quizgen.bank.model import KINDS
from quizgen.paper.labels import read_labels
from quizgen.shown import instruction, instructions
from quizgen.templating import Templates

MEMBERS = "".join(f"- m{n}\n" for n in range(12))
PAIRS = "- a == b\n- c == d\n"
SHAPES = {
    "short": "Who?\n= one",
    "number": "How many?\n= 4",
    "number with a unit": "How far?\n= 4\nunit: km",
    "true-false": "So?\n= true",
    "choice": "Which?\n- [x] a\n- [ ] b",
    "choices": "Which?\n- [x] a\n- [x] b\n- [ ] c",
    "cloze": "A {{b}}.",
    "cloze with two blanks": "A {{b}} {{c}}.",
    "list": "Which?\n- a\n- b\n- c",
    "list of twelve": f"Which?\n{MEMBERS}",
    "list, one of three": "Which?\n- a\n- b\n- c\nask: 1",
    "list, ten of twelve": f"Which?\n{MEMBERS}ask: 10",
    "list, eleven of twelve": f"Which?\n{MEMBERS}ask: 11",
    "list in order": "Which?\n- a\n- b\norder: fixed",
    "list, two of three in order": "Which?\n- a\n- b\n- c\nask: 2\norder: fixed",
    "match": f"Match.\n{PAIRS}",
    "match with a spare": f"Match.\n{PAIRS}- == e",
    "match with two spares": f"Match.\n{PAIRS}- == e\n- == f",
    "match with many spares": f"Match.\n{PAIRS}" + "".join(f"- == s{n}\n" for n in range(11)),
    "match, one used twice": f"Match.\n{PAIRS}- e == b",
    "match, one used twice and a spare": f"Match.\n{PAIRS}- e == b\n- == f",
    "order": "Order.\n1. a\n2. b",
    "open": "Why?\n+ a\n+ b",
}


def test_every_kind_is_here() -> None:
    assert {shape.partition(",")[0].split()[0] for shape in SHAPES} == {*KINDS}


@pytest.mark.parametrize("shape", SHAPES)
def test_english_paper_and_the_terminal_say_the_same(shape: str) -> None:
    question, labels = question_of(SHAPES[shape]), read_labels("en", Templates())
    assert " ".join(labels(said.name, **said.values) for said in instructions(question)) == instruction(question)


@pytest.mark.parametrize("asked", range(1, 13))
def test_both_count_in_the_same_words(asked: int) -> None:
    question, labels = question_of(f"Which?\n{MEMBERS}- one more\nask: {asked}"), read_labels("en", Templates())
    assert labels("list_any", n=asked) == instruction(question)


@pytest.mark.parametrize("language", ["ja", "ru", "uk", "fr", "de", "es", "ar"])
def test_every_language_says_what_to_do(language: str) -> None:
    labels = read_labels(language, Templates())
    for text in SHAPES.values():
        question = question_of(text)
        for said in instructions(question):
            words = labels(said.name, **said.values)
            assert words
            assert not {"{", "}"} & {*words}
            assert said.name != "number_in" or "km" in words


def test_letters_left_over_are_those_that_are_shown() -> None:
    """A sheet with help leaves out some of the right sides that belong to nothing."""
    question = question_of(SHAPES["match with two spares"])
    left = {rights: [said.values for said in instructions(question, rights=rights)][1:] for rights in (None, 3, 2)}
    assert left == {None: [{"n": 2}], 3: [{"n": 1}], 2: []}
