"""A bank for what people see of it."""

from __future__ import annotations

from quizgen.bank.model import Bank, Question
from quizgen.bank.parse import parse_bank


def bank_of(*questions: str, head: str = "") -> Bank:
    """A bank with these questions, each written below its heading."""
    body = "\n".join(f"## {question}\n" for question in questions)
    return parse_bank(f"---\nid: test/bank\ntitle: T\n{head}---\n\n{body}")


def question_of(text: str) -> Question:
    """One question."""
    return bank_of(text).questions[0]
