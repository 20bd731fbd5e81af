"""Small banks for the tests of this folder. The front matter takes four lines: a question begins in line 5."""

from __future__ import annotations

from quizgen.bank.model import Bank, Question, Topic
from quizgen.bank.parse import parse_bank
from quizgen.errors import DataError

FRONT = "---\nid: test\ntitle: Test\n---\n"


def bank_of(text: str) -> Bank:
    return parse_bank(FRONT + text)


def topic_of(text: str) -> Topic:
    (topic,) = bank_of(text).topics
    return topic


def question_of(text: str) -> Question:
    (question,) = bank_of(text).questions
    return question


def asked(marks: str) -> Question:
    """The question that these marked lines make, under a plain heading in line 5."""
    return question_of(f"## What?\n{marks}")


def errors_in(whole: str) -> list[str]:
    """Every problem of a whole file, as the user sees it."""
    try:
        parse_bank(whole)
    except DataError as error:
        return str(error).split("\n")
    return []


def errors_of(text: str) -> list[str]:
    """Every problem of a file with front matter and this text, which begins in line 5."""
    return errors_in(FRONT + text)


def error_of(text: str) -> str:
    """The one problem of such a file."""
    errors = errors_of(text)
    assert len(errors) == 1, errors
    return errors[0]
