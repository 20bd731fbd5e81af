"""Every rule, held to what the manual promises of it: an id, a source, one example that it finds, one that is fair."""

from __future__ import annotations

import re

import pytest
from examples import bank_text, found_in

from quizgen.check.rule import Rule
from quizgen.check.rules import RULES, STOPPING

EVERY = [pytest.param(rule, id=rule.id) for rule in RULES.values()]
NOT_FOUND_BY_TEXT = {
    "needs-article",
    "seal-stale",
    "unknown-media",
}  # a file beside the bank is at fault; rooms of their own test them


@pytest.mark.parametrize("rule", [param for param in EVERY if param.id not in NOT_FOUND_BY_TEXT])
def test_the_bad_example_is_found(rule: Rule) -> None:
    findings = found_in(bank_text(rule.bad, rule.article), rule.article, *dict.fromkeys((*RULES.values(), rule)))
    assert rule.id in {finding.rule for finding in findings}


@pytest.mark.parametrize("rule", EVERY)
def test_in_the_good_example_no_rule_finds_anything(rule: Rule) -> None:
    assert not found_in(bank_text(rule.good, rule.article), rule.article)
    assert not found_in(bank_text(rule.good, rule.article), rule.article, rule)


@pytest.mark.parametrize("rule", EVERY)
def test_a_rule_says_what_why_and_who_says_so(rule: Rule) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.id)
    assert rule.title[0].islower() or rule.title.split()[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert len(rule.why) > 40
    assert rule.source
    assert not rule.source.endswith(".")
    assert (rule.of_question is None) != (rule.of_bank is None) or rule.id in (
        "unused-allow",
        "allow-without-reason",
        "unknown-rule",
    )


def test_a_rule_stands_under_its_own_id_once() -> None:
    assert all(name == rule.id for name, rule in RULES.items())


def test_what_stops_a_build_is_an_error_that_would_reach_a_student() -> None:
    assert {rule.id for rule in STOPPING} == {
        "quote-not-found",
        "needs-article",
        "duplicate-options",
        "duplicate-parts",
        "wrong-is-right",
        "mixed-scripts",
        "unknown-media",
    }
    assert all(rule.level == "error" for rule in STOPPING)
