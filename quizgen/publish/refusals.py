"""What check finds before a bank is published: what refuses it, and how much there is besides."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.bank.scan import head
from quizgen.check.finding import Finding
from quizgen.check.rules import RULES, STOPPING
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope
from quizgen.errors import Problem

__all__ = ["Verdict", "as_problems", "looked_through"]

_STOPPING = frozenset(rule.id for rule in STOPPING)
_USUAL = tuple(rule for rule in RULES.values() if rule.level != "off")


@dataclass(frozen=True, slots=True)
class Verdict:
    """``problems`` would reach a student wrong; ``errors`` and ``warnings`` count what else was found."""

    problems: tuple[Problem, ...]
    errors: int
    warnings: int


def looked_through(scope: Scope) -> Verdict:
    """Look through a bank once, with every rule that is on by default."""
    findings = check_bank(scope, _USUAL)
    other = [finding.severity for finding in findings if finding.rule not in _STOPPING]
    refused = [finding for finding in findings if finding.rule in _STOPPING]
    return Verdict(as_problems(scope, refused), other.count("error"), other.count("warning"))


def as_problems(scope: Scope, findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """Findings as the problems of a file, each with the question that it is about."""
    starts = [case.question.line for case in scope.cases]

    def name(line: int) -> str:
        case = scope.cases[bisect_right(starts, line) - 1]
        return f"{{#{case.question.id}}}" if case.question.id else f'"{head(case.stem)}"'

    return tuple(
        Problem(finding.file, finding.line, finding.column, f"question {name(finding.line)}: {finding.message}")
        for finding in findings
    )
