"""What a rule is: one kind of flaw, why it is one, who says so, and the function that looks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from quizgen.bank.model import Question
from quizgen.check.finding import Flaw
from quizgen.check.scope import Case, Scope

__all__ = ["Level", "Rule", "bank_rule", "question_rule"]

Level = Literal["error", "warning", "off"]
"""How much a finding weighs. "off": looked for only where it is asked for, as it is often a false alarm."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of ``check``.

    ``title`` says in a line what is wrong, ``why`` why it matters and what to do, ``source`` who found that. ``bad``
    and ``good`` are questions in Markdown (or whole banks, where they begin with "---"), read beside ``article`` if
    there is one: the rule finds something in the first and nothing in the second. ``stops``: a build refuses it, too.
    """

    id: str
    level: Level
    title: str
    why: str
    source: str
    bad: str
    good: str
    article: str = ""
    stops: bool = False
    kinds: tuple[type[Question], ...] = ()
    of_question: Callable[[Case], Iterable[Flaw]] | None = None
    of_bank: Callable[[Scope], Iterable[Flaw]] | None = None


def question_rule(
    id: str,
    level: Level,
    *kinds: type[Question],
    title: str,
    why: str,
    source: str,
    bad: str,
    good: str,
    article: str = "",
    stops: bool = False,
) -> Callable[[Callable[[Case], Iterable[Flaw]]], Rule]:
    """Make a rule of a function that looks at one question; at those of ``kinds``, or at all without any."""

    def made(look: Callable[[Case], Iterable[Flaw]]) -> Rule:
        return Rule(id, level, title, why, source, bad, good, article, stops, kinds, of_question=look)

    return made


def bank_rule(
    id: str,
    level: Level,
    *,
    title: str,
    why: str,
    source: str,
    bad: str,
    good: str,
    article: str = "",
    stops: bool = False,
) -> Callable[[Callable[[Scope], Iterable[Flaw]]], Rule]:
    """Make a rule of a function that looks at a bank as a whole."""

    def made(look: Callable[[Scope], Iterable[Flaw]]) -> Rule:
        return Rule(id, level, title, why, source, bad, good, article, stops, of_bank=look)

    return made
