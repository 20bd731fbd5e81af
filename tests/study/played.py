"""A session played from typed lines."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.study import Line, Session, begin, say


def bank_of(*questions: str, head: str = "") -> Bank:
    """A bank of these questions (or topics), each as it stands in a file without its signs."""
    body = "\n".join(text if text.startswith("#") else f"## {text}\n" for text in questions)
    return parse_bank(f"---\nid: test/bank\ntitle: T\n{head}---\n\n{body}")


def started(*questions: str, patient: bool = True, head: str = "") -> Session:
    """A session that has not been answered yet; quotes stand in "¶ 1"."""
    return begin(bank_of(*questions, head=head), lambda quote: "¶ 1" if quote else "", patient=patient)


def played(session: Session, *typed: str) -> tuple[Session, list[str]]:
    """The session after these lines, and what it said to the last one."""
    lines: list[Line] = []
    for text in typed:
        session, lines = say(session, text)
    return session, texts(lines)


def texts(lines: Iterable[Line]) -> list[str]:
    """Lines without styles."""
    return [line.text for line in lines]
