"""Quotes on the front: the proof of an answer is not printed in its question."""

from __future__ import annotations

import pytest
from examples import bank_text, found_in

from quizgen.check.rules import RULES

READING = "The sea rises twice a day because the Moon pulls at the water.\n"
QUOTE = "> The sea rises twice a day\n"
RULE = RULES["quote-on-front"]


def found(question: str) -> list[int]:
    return [finding.line for finding in found_in(bank_text(question, READING), READING, RULE)]


@pytest.mark.parametrize(
    "question",
    [
        f'## "The sea rises twice a day." How often does it rise?\n= twice a day\n{QUOTE}',
        f"## How often, by the text: the sea rises? The sea rises twice a day!\n= twice\n{QUOTE}",
        f"## Which words are true? The sea rises twice a day.\n- [x] twice a day\n- [ ] once\n- [ ] never\n{QUOTE}",
        "## The sea rises twice a day. Why?\n+ the pull of the Moon\n  > The sea rises twice a day\n",
    ],
)
def test_a_quote_that_tells_the_answer_is_found_in_the_prompt(question: str) -> None:
    assert found(question) == [7]


def test_it_is_found_in_the_body_on_its_line() -> None:
    assert found(f"## How often does the sea rise?\nThe sea  rises twice a day.\n\n= twice a day\n{QUOTE}") == [7]
    assert found(f"## How often does the sea rise?\nThe sea rises twice a day.\n\n= twice a day\n{QUOTE}") == [8]


@pytest.mark.parametrize(
    "question",
    [
        f"## How often does the sea rise?\n= twice a day\n{QUOTE}",
        "## What pulls when the sea rises twice a day?\n= the Moon\n> The sea rises twice a day\n> the Moon pulls\n",
        "## What rises twice a day?\n= the sea\n> The sea rises\n",
        f"## The sea rises twice a day.\n= true\n{QUOTE}",
        f"## The sea rises {{{{twice a day}}}}.\n{QUOTE}",
    ],
)
def test_other_words_of_the_text_may_stand_there(question: str) -> None:
    assert not found(question)
