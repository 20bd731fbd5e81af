"""What check finds before a bank is published: what refuses it, and how much there is besides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.bank.scan import head
from quizgen.check.finding import Finding
from quizgen.check.rules import STOPPING, USUAL
from quizgen.check.rules.evidence import article_missing
from quizgen.check.run import check_bank
from quizgen.check.scope import Case, Scope
from quizgen.errors import Problem

__all__ = ["Refusals", "as_problems", "looked_through"]

_STOPPING = frozenset(rule.id for rule in STOPPING)


@dataclass(frozen=True, slots=True)
class Refusals:
    """``problems`` would reach a student wrong; ``errors`` and ``warnings`` count what else was found."""

    problems: tuple[Problem, ...]
    errors: int
    warnings: int


def looked_through(scope: Scope) -> Refusals:
    """Look through a bank once, with every rule that is on by default.

    A missing article is not counted: the build says itself how many quotes nobody could look up.
    """
    findings = check_bank(scope, USUAL)
    other = [finding.severity for finding in findings if finding.rule not in (*_STOPPING, article_missing.id)]
    refused = [finding for finding in findings if finding.rule in _STOPPING]
    return Refusals(as_problems(scope, refused), other.count("error"), other.count("warning"))


def as_problems(scope: Scope, findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """Findings as the problems of a file, each with the question that it is about."""
    starts = [case.question.line for case in scope.cases]

    def about(line: int) -> str:
        place = bisect_right(starts, line) - 1
        return f"question {_name(scope.cases[place])}: " if place >= 0 else ""

    return tuple(
        Problem(finding.file, finding.line, finding.column, f"{about(finding.line)}{finding.message}")
        for finding in findings
    )


def _name(case: Case) -> str:
    return f"{{#{case.question.id}}}" if case.question.id else f'"{head(case.stem)}"'
