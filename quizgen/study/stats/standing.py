"""How questions stand on one day: new, being learned or mature, and what of them is due and known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quizgen.bank.model import Bank, Question, Topic
from quizgen.study.events import question_key
from quizgen.study.schedule.schedule import Memories, missed_today, retrievability

__all__ = ["MATURE", "BankStanding", "Standing", "bank_standing", "together"]

MATURE = 21
"""Days of stability from which a question is mature, as in Anki; below it is being learned."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many questions are ``new`` (never answered), being learned, or mature; how many are ``due`` by now.

    ``expected`` is how many would be remembered if all were asked now: the sum of how likely each is. A new one is
    not, nor is one that was wrong today and has not been right since, though its answer was heard only now.
    """

    questions: int = 0
    new: int = 0
    learning: int = 0
    mature: int = 0
    due: int = 0
    expected: float = 0.0

    @property
    def answered(self) -> int:
        """The questions that were answered at least once."""
        return self.questions - self.new

    @property
    def recall(self) -> float | None:
        """Of what was answered before, the share that would be remembered now."""
        return self.expected / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class BankStanding:
    """A bank, and each of its topics that asks something, in the order of the file."""

    bank: Bank
    standing: Standing
    topics: tuple[tuple[Topic, Standing], ...]


def bank_standing(bank: Bank, memories: Memories, today: date) -> BankStanding:
    """How the approved questions of a bank stand on a study day."""
    topics = tuple(
        (topic, together(_one(bank, question, memories, today) for question in asked))
        for topic in bank.topics
        if (asked := [question for question in topic.questions if question.approved])
    )
    return BankStanding(bank, together(standing for _, standing in topics), topics)


def _one(bank: Bank, question: Question, memories: Memories, today: date) -> Standing:
    memory = memories.get(question_key(bank, question))
    if memory is None:
        return Standing(1, new=1)
    chance = 0.0 if missed_today(memory, today) else retrievability(memory, today)
    mature = memory.stability >= MATURE
    return Standing(1, 0, int(not mature), int(mature), int(memory.due <= today), chance)


def together(parts: Iterable[Standing]) -> Standing:
    """Several as one."""
    every = [*parts]
    return Standing(
        sum(one.questions for one in every),
        sum(one.new for one in every),
        sum(one.learning for one in every),
        sum(one.mature for one in every),
        sum(one.due for one in every),
        sum(one.expected for one in every),
    )
