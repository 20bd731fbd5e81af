"""What a rule is: one kind of flaw, why it is one, who says so, and the function that looks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NotRequired, TypedDict, Unpack

from quizgen.bank.model import Question
from quizgen.check.finding import Flaw
from quizgen.check.scope import Case, Scope

__all__ = ["Level", "Needs", "Rule", "Words", "bank_rule", "question_rule"]

Level = Literal["error", "warning", "off"]
"""How much a finding weighs. "off": looked for only where it is asked for, as it is often a false alarm."""

Needs = Literal["", "article", "no article", "folder"]
"""Without what a rule cannot find anything: the article, its absence, or the folder of the bank's media."""


class Words(TypedDict):
    """What is told of a rule; see ``Rule``."""

    title: str
    why: str
    source: str
    bad: str
    good: str
    article: NotRequired[str]
    stops: NotRequired[bool]
    needs: NotRequired[Needs]
    of_file: NotRequired[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of ``check``.

    ``title`` says in a line what is wrong, ``why`` why it matters and what to do, ``source`` who found that. ``bad``
    and ``good`` are questions in Markdown (or whole banks, where they begin with "---"), read beside ``article`` if
    there is one: the rule finds something in the first and nothing in the second. ``stops``: a build refuses it, too.
    ``of_file``: it speaks of the file as a whole, so that no question can allow it.
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
    needs: Needs = ""
    of_file: bool = False
    kinds: tuple[type[Question], ...] = ()
    of_question: Callable[[Case], Iterable[Flaw]] | None = None
    of_bank: Callable[[Scope], Iterable[Flaw]] | None = None

    def can_look(self, scope: Scope) -> bool:
        """Whether what the rule needs is there."""
        match self.needs:
            case "article":
                return scope.article is not None
            case "no article":
                return scope.article is None
            case "folder":
                return scope.folder is not None
            case _:
                return True


def question_rule(
    id: str, level: Level, *kinds: type[Question], **words: Unpack[Words]
) -> Callable[[Callable[[Case], Iterable[Flaw]]], Rule]:
    """Make a rule of a function that looks at one question; at those of ``kinds``, or at all without any."""
    return lambda look: Rule(id=id, level=level, kinds=kinds, of_question=look, **words)


def bank_rule(id: str, level: Level, **words: Unpack[Words]) -> Callable[[Callable[[Scope], Iterable[Flaw]]], Rule]:
    """Make a rule of a function that looks at a bank as a whole."""
    return lambda look: Rule(id=id, level=level, of_bank=look, **words)
