"""All rules over one bank: flaws become findings with places; what a question allows is taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.bank.parse import collector_paused
from quizgen.check.allow import Allowances
from quizgen.check.finding import Finding, Flaw, Severity
from quizgen.check.place import place_of
from quizgen.check.rule import Rule
from quizgen.check.rules import RULES
from quizgen.check.scope import Case, Scope

__all__ = ["check_bank"]


def check_bank(scope: Scope, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Every finding of these rules in a bank, in the order of the file."""
    with collector_paused():
        return _checked(scope, rules)


def _checked(scope: Scope, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    allowed = Allowances(scope.cases)
    found = []
    for rule, flaw, case in _flaws(scope, rules):
        if case is None or not allowed.takes(case.question, rule.id):
            found.append(_finding(scope, rule, flaw, case))
    looked = {rule.id for rule in rules}
    found += [
        _finding(scope, rule, flaw, case) for rule, flaw, case in allowed.idle(looked, RULES) if rule.id in looked
    ]
    return tuple(sorted(set(found)))


def _flaws(scope: Scope, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Flaw, Case | None]]:
    rules = [*rules]
    by_kind: dict[type, list[Rule]] = {}
    for case in scope.cases:
        kind = type(case.question)
        looking = by_kind.get(kind)
        if looking is None:
            looking = by_kind[kind] = [rule for rule in rules if rule.of_question and kind in (rule.kinds or (kind,))]
        for rule in looking:
            if rule.of_question:
                for flaw in rule.of_question(case):
                    yield rule, flaw, case
    for rule in rules:
        if rule.of_bank:
            for flaw in rule.of_bank(scope):
                yield rule, flaw, None if flaw.at is None else scope.cases[flaw.at]


def _finding(scope: Scope, rule: Rule, flaw: Flaw, case: Case | None) -> Finding:
    line = flaw.line or (case.question.line if case else 1)
    line, column, end = place_of(scope.lines, line, scope.last_line(line), flaw.words)
    severity: Severity = "error" if rule.level == "error" else "warning"
    question = case.question.id if case else ""
    return Finding(scope.bank.path, line, column, rule.id, severity, flaw.message, flaw.more, end, question)
