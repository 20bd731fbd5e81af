"""A question from a few lines of a bank, and the grade of a response to it."""

from __future__ import annotations

from quizgen.answers import Response, Verdict, grade
from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank

HEAD = "---\nid: test/bank\ntitle: T\n"


def bank_of(question: str, head: str = "") -> Bank:
    """A bank with one question; ``head`` holds further lines of the front matter."""
    return parse_bank(f"{HEAD}{head}---\n\n## {question}\n")


def graded(question: str, response: Response, head: str = "") -> Verdict:
    """The grade of a response to the one question of a bank."""
    bank = bank_of(question, head)
    return grade(bank.questions[0], response, bank)


def is_right(question: str, response: Response, head: str = "") -> bool:
    """Whether the response has the whole score; every other grade has less."""
    verdict = graded(question, response, head)
    assert (verdict.verdict == "right") == (verdict.score == 1)
    return verdict.verdict == "right"
