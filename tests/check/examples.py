"""The examples of a rule as banks, each beside its article."""

from __future__ import annotations

from pathlib import Path

from quizgen.article import make_article
from quizgen.bank.parse import parse_bank
from quizgen.check.finding import Finding
from quizgen.check.rule import Rule
from quizgen.check.rules import RULES
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope

READING = "reading.txt"


def bank_text(example: str, article: str = "") -> str:
    """An example as a whole bank."""
    if example.startswith("---"):
        return example
    named = f"article: {READING}\n" if article else ""
    return f"---\nid: example/one\ntitle: An example\n{named}---\n\n{example}"


def scope_of(text: str, article: str = "", folder: Path | None = None) -> Scope:
    """A bank's text under check."""
    read = make_article(article, name=READING) if article else None
    return Scope(parse_bank(text), text, read, None, folder)


def found_in(text: str, article: str = "", *rules: Rule) -> tuple[Finding, ...]:
    """What these rules find in a bank; without any, all that are not off."""
    looking = rules or tuple(rule for rule in RULES.values() if rule.level != "off")
    return check_bank(scope_of(text, article), looking)
