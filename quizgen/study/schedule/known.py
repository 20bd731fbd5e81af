"""What a log says of the questions of some banks on a study day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from quizgen.bank.model import Bank
from quizgen.study.events import Event, question_key
from quizgen.study.history import Histories, histories
from quizgen.study.renamed import renamings
from quizgen.study.schedule.schedule import Memories, schedule

__all__ = ["Known", "known"]


@dataclass(frozen=True, slots=True)
class Known:
    """The answers to each question that stand, by question key; and the memory of each that the banks still ask."""

    banks: tuple[Bank, ...]
    histories: Histories
    memories: Memories
    today: date


def known(banks: Sequence[Bank], events: Iterable[Event], retention: float, today: date) -> Known:
    """What these events say of the banks; ``retention`` is the share of answers that shall be right."""
    kept = [*events]
    found = histories(kept, renamings(banks, kept))
    asked = {question_key(bank, question) for bank in banks for question in bank.approved}
    still = {key: reviews for key, reviews in found.items() if key in asked}
    return Known(tuple(banks), found, schedule(still, retention, today), today)
