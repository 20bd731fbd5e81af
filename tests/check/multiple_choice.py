"""Multiple-choice questions for the tests of their rules."""

from __future__ import annotations

from examples import bank_text, found_in

from quizgen.check.finding import Finding
from quizgen.check.rule import Rule

FIRST = 7
"""The line of the first option: the front matter takes five lines, the heading the sixth."""

STEM = "What is asked here?"


def choice(stem: str, *options: str, key: int = 0, below: str = "", front: str = "") -> str:
    """A bank of one question; the options at places of ``key`` are right. ``front`` goes into the front matter."""
    marks = (f"- [{'x' if place == key else ' '}] {option}\n" for place, option in enumerate(options))
    text = bank_text(f"## {stem} {{#q}}\n{''.join(marks)}{below}")
    return text.replace("title: An example\n", f"title: An example\n{front}") if front else text


def finds(rule: Rule, stem: str, *options: str, key: int = 0, below: str = "", front: str = "") -> bool:
    """Whether the rule finds anything in such a question."""
    return bool(found_in(choice(stem, *options, key=key, below=below, front=front), "", rule))


def found(rule: Rule, stem: str, *options: str, key: int = 0) -> tuple[Finding, ...]:
    """What the rule finds in such a question."""
    return found_in(choice(stem, *options, key=key), "", rule)
