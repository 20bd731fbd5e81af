"""Faults put into the shipped banks one at a time: each is found by the right rule, on the right line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from faults import FAULTS, Fault, line_of, put

from quizgen.article import Article, read_article
from quizgen.article.seal import read_seal, seal_path
from quizgen.bank.parse import parse_bank
from quizgen.check.finding import Finding
from quizgen.check.rules import RULES
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope

ROOT = Path(__file__).parents[2]
BANKS = sorted((ROOT / "questions").glob("*.md"))
ARTICLE = ROOT.parent / "shared" / "article" / "japan-russia-ties.txt"
LOOKING = tuple(rule for rule in RULES.values() if rule.level != "off")
MISSING = "the article is not beside the project"


@cache
def article() -> Article:
    return read_article(ARTICLE)


def found(path: Path, text: str, *, beside_the_article: bool) -> tuple[Finding, ...]:
    bank = parse_bank(text, path.name)
    sealed = read_seal(seal_path(path)) if bank.article else None
    read = article() if beside_the_article and bank.article else None
    return check_bank(Scope(bank, text, read, sealed, path.parent), LOOKING)


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_a_shipped_bank_has_nothing_to_mend_where_only_its_seal_is(path: Path) -> None:
    assert not found(path, path.read_text("utf-8"), beside_the_article=False)


@pytest.mark.skipif(not ARTICLE.is_file(), reason=MISSING)
@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_a_shipped_bank_has_nothing_to_mend_beside_its_article(path: Path) -> None:
    assert not found(path, path.read_text("utf-8"), beside_the_article=True)


def faulty(fault: Fault) -> tuple[Path, str, int]:
    path = ROOT / "questions" / f"{fault.bank}.md"
    text = put(fault, path.read_text("utf-8"))
    return path, text, line_of(fault, text)


@pytest.mark.skipif(not ARTICLE.is_file(), reason=MISSING)
@pytest.mark.parametrize("fault", [one for one in FAULTS if one.rule != "needs-article"], ids=lambda one: one.name)
def test_a_fault_is_found_beside_the_article(fault: Fault) -> None:
    path, text, line = faulty(fault)
    findings = found(path, text, beside_the_article=True)
    assert (line, fault.rule) in {(one.line, one.rule) for one in findings}


@pytest.mark.parametrize(
    "fault", [fault for fault in FAULTS if not fault.article or fault.sealed], ids=lambda f: f.name
)
def test_a_fault_is_found_where_only_the_seal_is(fault: Fault) -> None:
    path, text, line = faulty(fault)
    findings = found(path, text, beside_the_article=False)
    assert (line, fault.sealed or fault.rule) in {(one.line, one.rule) for one in findings}


def test_the_faults_are_of_every_rule_that_is_looked_for() -> None:
    one_fault_is_a_file_that_is_not_there = {"article-missing"}
    assert {fault.rule for fault in FAULTS} | one_fault_is_a_file_that_is_not_there == {rule.id for rule in LOOKING}
