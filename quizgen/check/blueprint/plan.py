"""The blueprint of one or several banks: how many questions ask what, and how hard; and what of the article they ask.

A table of topics by levels is how teachers plan a test so that it asks what was taught, in the same proportions
(Anderson and Krathwohl, A Taxonomy for Learning, Teaching, and Assessing, 2001).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizgen.bank.fields import LEVELS
from quizgen.bank.model import KINDS, Bank, Question
from quizgen.check.blueprint.coverage import AskedParagraph, Coverage, coverages
from quizgen.check.scope import Case, Scope
from quizgen.shown import points_of

__all__ = ["BankPlan", "Blueprint", "Tally", "TopicPlan", "blueprint_json", "blueprint_of"]

_DIFFICULTIES = ("1", "2", "3", "4", "5")
_NONE = ("",)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions have something in common, and what they are worth; the name "" is that of all without one."""

    name: str
    questions: int
    points: Decimal


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """The approved questions of one topic by level: the four ``LEVELS``, then those without one."""

    title: str
    id: str
    levels: tuple[Tally, ...]
    questions: int
    points: Decimal
    drafts: int


@dataclass(frozen=True, slots=True)
class BankPlan:
    """One bank. ``objectives`` has each that the bank names, then those without one; empty where it names none."""

    bank: Bank
    topics: tuple[TopicPlan, ...]
    objectives: tuple[Tally, ...]
    questions: int
    points: Decimal
    drafts: int


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Several banks together. Only approved questions are counted; drafts are a number of their own.

    ``levels`` and ``difficulties`` have every value, then those without one; ``kinds`` the kinds that are used.
    """

    banks: tuple[BankPlan, ...]
    levels: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    difficulties: tuple[Tally, ...]
    articles: tuple[Coverage, ...]
    questions: int
    points: Decimal
    drafts: int


def blueprint_of(scopes: Sequence[Scope]) -> Blueprint:
    """The blueprint of banks, in their order."""
    questions = [question for scope in scopes for question in scope.bank.approved]
    kinds = _tallies(questions, tuple(KINDS), lambda question: question.kind)
    return Blueprint(
        banks=tuple(_bank_plan(scope.bank) for scope in scopes),
        levels=_levels(questions),
        kinds=tuple(tally for tally in kinds if tally.questions),
        difficulties=_tallies(questions, _DIFFICULTIES + _NONE, lambda question: str(question.difficulty or "")),
        articles=coverages(scopes),
        questions=len(questions),
        points=_points(questions),
        drafts=sum(_drafts(scope.bank.questions) for scope in scopes),
    )


def _bank_plan(bank: Bank) -> BankPlan:
    topics = []
    for topic in bank.topics:
        approved = [question for question in topic.questions if question.approved]
        drafts = _drafts(topic.questions)
        if topic.questions:
            levels = _levels(approved)
            topics.append(TopicPlan(topic.title, topic.id, levels, len(approved), _points(approved), drafts))
    objectives = _tallies(bank.approved, bank.objectives + _NONE, lambda question: question.objective)
    drafts = _drafts(bank.questions)
    served = objectives if bank.objectives else ()
    return BankPlan(bank, tuple(topics), served, len(bank.approved), _points(bank.approved), drafts)


def _levels(questions: Sequence[Question]) -> tuple[Tally, ...]:
    return _tallies(questions, LEVELS + _NONE, lambda question: question.level)


def _tallies(
    questions: Sequence[Question], names: Iterable[str], name_of: Callable[[Question], str]
) -> tuple[Tally, ...]:
    """A tally for each of the names, those that no question has among them."""
    by_name: dict[str, list[Question]] = {name: [] for name in names}
    for question in questions:
        by_name.setdefault(name_of(question), []).append(question)
    return tuple(Tally(name, len(having), _points(having)) for name, having in by_name.items())


def _points(questions: Iterable[Question]) -> Decimal:
    return sum((points_of(question) for question in questions), Decimal(0))


def _drafts(questions: Iterable[Question]) -> int:
    return sum(question.draft for question in questions)


def blueprint_json(blueprint: Blueprint) -> dict[str, Any]:
    """The blueprint for programs; ``null`` is the name of what has none, and stands for what is not known."""
    return {
        "form": "quizgen blueprint 1",
        "questions": blueprint.questions,
        "drafts": blueprint.drafts,
        "points": _number(blueprint.points),
        "levels": _tallies_json(blueprint.levels),
        "kinds": _tallies_json(blueprint.kinds),
        "difficulties": _tallies_json(blueprint.difficulties),
        "banks": [_bank_json(plan) for plan in blueprint.banks],
        "articles": [_article_json(coverage) for coverage in blueprint.articles],
    }


def _bank_json(plan: BankPlan) -> dict[str, Any]:
    return {
        "id": plan.bank.id,
        "title": plan.bank.title,
        "questions": plan.questions,
        "drafts": plan.drafts,
        "points": _number(plan.points),
        "topics": [_topic_json(topic) for topic in plan.topics],
        "objectives": _tallies_json(plan.objectives),
    }


def _topic_json(topic: TopicPlan) -> dict[str, Any]:
    return {
        "id": topic.id or None,
        "title": topic.title or None,
        "questions": topic.questions,
        "drafts": topic.drafts,
        "points": _number(topic.points),
        "levels": _tallies_json(topic.levels),
    }


def _article_json(coverage: Coverage) -> dict[str, Any]:
    return {
        "name": coverage.name or None,
        "banks": [scope.bank.id for scope in coverage.scopes],
        "from": "article" if coverage.text else "seal" if coverage.seal else None,
        "quotes": len(coverage.quotes),
        "words": coverage.words,
        "covered": coverage.covered,
        "at_most": not coverage.exact,
        "paragraphs": [_paragraph_json(paragraph) for paragraph in coverage.paragraphs],
        "elsewhere": [_case_json(case) for case in coverage.elsewhere],
    }


def _paragraph_json(paragraph: AskedParagraph) -> dict[str, Any]:
    return {
        "number": paragraph.number,
        "sentences": paragraph.sentences,
        "asked": list(paragraph.asked),
        "never": None if paragraph.sentences is None else list(paragraph.never),
        "questions": [_case_json(case) for case in paragraph.cases],
    }


def _case_json(case: Case) -> dict[str, Any]:
    return {"bank": case.scope.bank.id, "id": case.question.id or None, "line": case.question.line}


def _tallies_json(tallies: Iterable[Tally]) -> list[dict[str, Any]]:
    return [
        {"name": tally.name or None, "questions": tally.questions, "points": _number(tally.points)} for tally in tallies
    ]


def _number(points: Decimal) -> int | float:
    return int(points) if points == int(points) else float(points)
