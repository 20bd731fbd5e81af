"""Drafts on their way to the outputs: left out, or taken in for who wants to see them before they are approved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quizgen.bank.model import Bank, Question

__all__ = ["draft_ids", "with_drafts", "without_drafts"]


def with_drafts(bank: Bank) -> Bank:
    """The bank with its drafts as if they were approved, so that no output need tell them apart but to mark them."""
    return _changed(bank, lambda questions: tuple(replace(q, draft=False) if q.draft else q for q in questions))


def without_drafts(bank: Bank) -> Bank:
    """The bank as students get it."""
    return _changed(bank, lambda questions: tuple(q for q in questions if not q.draft))


def draft_ids(bank: Bank) -> frozenset[str]:
    """The ids of the drafts of a bank."""
    return frozenset(question.id for question in bank.questions if question.draft)


def _changed(bank: Bank, change: Callable[[tuple[Question, ...]], tuple[Question, ...]]) -> Bank:
    if not any(question.draft for question in bank.questions):
        return bank
    return replace(bank, topics=tuple(replace(topic, questions=change(topic.questions)) for topic in bank.topics))
