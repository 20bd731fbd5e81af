"""Responses as a teacher decides them: before.jsonl was written before the rules, more.jsonl after.

A line of them has ``group``, ``question`` (what follows "## " in a bank), ``response``, ``mark``, ``score``, ``why``.
It may have ``head`` (further front matter), ``others`` (further questions of the bank), ``feedback`` and ``doubtful``
(teachers may differ).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from graded import HEAD

from quizgen.answers import Verdict, grade
from quizgen.bank.parse import parse_bank

HERE = Path(__file__).parent / "cases"
Case = dict[str, Any]


def cases_of(name: str) -> list[Case]:
    """The cases of a file, in its order."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def sentence(case: Case) -> str:
    """A case as a line of a report: ``money: "$100 million" <- "€100m" is wrong (another currency)``."""
    asked = " / ".join(case["question"].split("\n")[1:]) or case["question"]
    given = json.dumps(case["response"], ensure_ascii=False)
    return f"{case['group']}: {asked[:60]} <- {given[:60]} is {case['mark']} ({case['why']})"


def graded_case(case: Case) -> Verdict:
    """The grade of a case, in a bank with its question first."""
    questions = [case["question"], *case.get("others", [])]
    bank = parse_bank(f"{HEAD}{case.get('head', '')}---\n\n" + "\n".join(f"## {each}\n" for each in questions))
    return grade(bank.questions[0], case["response"], bank)


def assert_as_a_teacher(case: Case) -> None:
    """Mark, score and, where the case has one, feedback."""
    verdict = graded_case(case)
    said = sentence(case)
    assert verdict.verdict == case["mark"], f"{said}; graded {verdict.verdict}: {verdict.reason}"
    assert verdict.score == pytest.approx(case["score"]), f"{said}; scored {verdict.score}: {verdict.reason}"
    if "feedback" in case:
        assert verdict.feedback == case["feedback"], f"{said}; told {verdict.feedback!r}"


@pytest.mark.parametrize("case", cases_of("before.jsonl"), ids=sentence)
def test_written_before_the_rules(case: Case) -> None:
    assert_as_a_teacher(case)


@pytest.mark.parametrize("case", cases_of("more.jsonl"), ids=sentence)
def test_written_from_the_rules(case: Case) -> None:
    assert_as_a_teacher(case)


def test_no_case_is_there_twice() -> None:
    keys = [
        json.dumps([case.get(key) for key in ("question", "response", "head", "others")])
        for case in cases_of("before.jsonl") + cases_of("more.jsonl")
    ]
    assert len(keys) == len(set(keys))
