"""A run of all rules: where findings stand, in which order, and what a question allows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from examples import bank_text, scope_of

from quizgen.article import make_article
from quizgen.bank.model import Choice
from quizgen.bank.parse import parse_bank
from quizgen.check.finding import Finding, Flaw
from quizgen.check.place import place_of
from quizgen.check.rule import Rule, bank_rule, question_rule
from quizgen.check.rules import RULES
from quizgen.check.run import check_bank
from quizgen.check.scope import Case, Scope

WORDS = {"title": "a word", "why": "It must not stand there at all.", "source": "Our own.", "bad": "", "good": ""}


@question_rule("negative-stem", "warning", **WORDS)
def word(case: Case) -> Iterator[Flaw]:
    if "cat" in case.stem + case.body:
        yield Flaw("a cat", words="cat")


@question_rule("k-type", "error", Choice, **WORDS)
def option(case: Case) -> Iterator[Flaw]:
    assert isinstance(case.question, Choice)
    for one, text in zip(case.question.options, case.options, strict=True):
        if "dog" in text:
            yield Flaw("a dog", one.line, "dog")


@bank_rule("near-duplicate", "warning", **WORDS)
def many(scope: Scope) -> Iterator[Flaw]:
    if len(scope.cases) > 1:
        yield Flaw("more than one", at=1)
    yield Flaw("of the bank", scope.front_line("title"))


CHOICE = "## A cat? {#one}\n- [x] a bird\n- [ ] a dog\n"


def found(text: str, *rules: Rule) -> tuple[Finding, ...]:
    return check_bank(scope_of(bank_text(text)), rules)


def test_a_finding_stands_under_the_words_at_fault() -> None:
    (finding,) = found(CHOICE, option)
    assert (finding.line, finding.column, finding.end) == (8, 9, 12)
    assert (finding.rule, finding.severity, finding.question) == ("k-type", "error", "one")


def test_words_that_stand_below_the_heading_are_found_there() -> None:
    (finding,) = found("## A pet? {#one}\nIt is\na cat.\n= yes\n\n## A cat? {#two}\n= no\n", word)[:1]
    assert (finding.line, finding.column) == (8, 3)


def test_findings_come_in_the_order_of_the_file() -> None:
    lines = [finding.line for finding in found(CHOICE, many, option, word)]
    assert lines == sorted(lines) == [3, 6, 8]


def test_what_a_bank_rule_says_of_a_question_stands_at_its_heading() -> None:
    findings = found(f"{CHOICE}\n## Two? {{#two}}\n= x\n", many)
    assert [(one.line, one.question) for one in findings] == [(3, ""), (10, "two")]


@pytest.mark.parametrize(("rule", "name"), [(word, "negative-stem"), (option, "k-type")])
def test_an_allowed_finding_is_gone(rule: Rule, name: str) -> None:
    assert found(f"{CHOICE}allow: {name} because it is meant\n", rule) == ()


def test_a_bank_rule_is_allowed_at_the_question_that_it_speaks_of() -> None:
    allowed = f"{CHOICE}\n## Two? {{#two}}\n= x\nallow: near-duplicate because both are asked\n"
    assert [finding.line for finding in found(allowed, many)] == [3]


class TestAllowances:
    def said(self, line: str, *rules: Rule) -> list[tuple[int, str, str]]:
        from quizgen.check.allow import ALLOWANCE_RULES

        findings = found(f"{CHOICE}{line}\n", *(rules or (word, option)), *ALLOWANCE_RULES)
        return [(one.line, one.rule, one.message) for one in findings if one.rule.endswith(("allow", "reason", "rule"))]

    def test_one_that_allows_nothing_is_said(self) -> None:
        said = self.said("allow: k-type because it was so", word)
        assert said == []  # its rule was not looked for
        (one,) = self.said("allow: duplicate-options because it was so", word, option, DUPLICATES)
        assert one == (9, "unused-allow", '"duplicate-options" finds nothing here; delete this line')

    def test_one_without_a_reason_is_said(self) -> None:
        (one,) = self.said("allow: k-type")
        assert one[:2] == (9, "allow-without-reason")
        assert "because" in one[2]

    def test_one_of_an_unknown_rule_gets_a_hint(self) -> None:
        (one,) = self.said("allow: k-typ because it was so")
        assert one == (9, "unknown-rule", 'there is no rule "k-typ"; did you mean "k-type"?')

    def test_one_that_says_the_same_again_is_said(self) -> None:
        (one,) = self.said("allow: k-type because it is meant\nallow: k-type because it is meant so")
        assert one == (10, "unused-allow", '"k-type" is allowed here already; delete this line')

    def test_one_that_is_idle_and_has_no_reason_is_said_twice(self) -> None:
        rules = [rule for _, rule, _ in self.said("allow: duplicate-options", word, option, DUPLICATES)]
        assert rules == ["allow-without-reason", "unused-allow"]

    def test_one_of_a_rule_that_could_not_look_may_be_needed_elsewhere(self) -> None:
        """Beside the article it is needed; where the article cannot go nobody can tell."""
        beside = Scope(parse_bank(bank_text(CHOICE)), "", make_article("A cat sat on the mat.\n"))
        for name in ("distractor-true", "quote-not-found", "abbreviation", "seal-stale"):
            assert not self.said(f"allow: {name} because it is meant", RULES[name])
            assert RULES[name].can_look(beside)
        assert not RULES["needs-article"].can_look(beside)
        assert not RULES["article-missing"].can_look(beside)

    def test_one_that_is_needed_is_passed_over(self) -> None:
        assert self.said("allow: k-type because it is meant") == []


@question_rule("duplicate-options", "error", **WORDS)
def DUPLICATES(case: Case) -> Iterator[Flaw]:  # noqa: N802 - a rule is a constant
    yield from ()


def test_a_place_without_words_is_the_whole_line() -> None:
    assert place_of(["", "  two words "], 2, 2, "") == (2, 3, 12)
    assert place_of(["", "two words"], 2, 2, "three") == (2, 1, 10)
    assert place_of(["", ""], 2, 2, "") == (2, 1, 1)
