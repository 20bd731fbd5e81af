"""Nothing empty is made in silence: where no question is approved, that is said, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.bank.model import Bank, Question
from quizgen.errors import UsageError

__all__ = ["none_approved", "require_approved"]


def require_approved(bank: Bank, questions: Sequence[Question] | None = None) -> None:
    """Raise UsageError unless one question of the bank, or of ``questions`` (those of a topic), is approved."""
    asked = bank.questions if questions is None else questions
    if not any(question.approved for question in asked):
        raise UsageError(none_approved(bank, len(asked)))


def none_approved(bank: Bank, drafts: int) -> str:
    """What is said of a bank none of whose questions, or of those wanted, is approved."""
    name = bank.path or bank.id
    if not drafts:
        return f"{name}: there is no question here; add one"
    count, them = ("1 draft", "it") if drafts == 1 else (f"{drafts} drafts", "them")
    return f'{name}: 0 approved, {count}: take out "status: draft" once you have read {them}'
