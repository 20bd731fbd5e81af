"""The reason of a grade, in a teacher's words: "3 of 4; missing Shikotan"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.answers.texts import Comparison
from quizgen.answers.verdict import Mark
from quizgen.answers.words.typos import slip_of
from quizgen.bank.model import Question

__all__ = ["expected_wrong", "expected_wrongs", "joined", "mark_of", "sentence"]


def mark_of(score: float) -> Mark:
    """The grade that a score of 0 to 1 has."""
    if score >= 1:
        return "right"
    return "partial" if score > 0 else "wrong"


def expected_wrong(question: Question, response: str, compare: Comparison) -> str:
    """What the bank says to an expected wrong answer, misspelt or not."""
    exact = next((wrong.feedback for wrong in question.wrong if compare.any(response, wrong.forms)), "")
    return exact or next((wrong.feedback for wrong in question.wrong if slip_of(response, wrong.forms, compare)), "")


def expected_wrongs(question: Question, responses: Iterable[str], compare: Comparison) -> str:
    """What the bank says to each expected wrong answer among several, once."""
    said = (expected_wrong(question, response, compare) for response in responses)
    return " ".join(dict.fromkeys(filter(None, said)))


def joined(words: Iterable[str]) -> str:
    """Words as a list in a sentence: "A, B and C"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def sentence(parts: Sequence[str]) -> str:
    """Parts as one sentence; "" where there is none."""
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
