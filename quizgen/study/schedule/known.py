"""What a log says of the questions of some banks on a study day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from quizgen.bank.model import Bank
from quizgen.study.events import Event
from quizgen.study.history import Histories, histories
from quizgen.study.renamed import renamings
from quizgen.study.schedule.schedule import Memories, schedule

__all__ = ["Known", "known"]


@dataclass(frozen=True, slots=True)
class Known:
    """The answers to each question that stand, and what is known of its memory, both by question key."""

    banks: tuple[Bank, ...]
    histories: Histories
    memories: Memories
    today: date


def known(banks: Sequence[Bank], events: Iterable[Event], retention: float, today: date) -> Known:
    """What these events say of the banks; ``retention`` is the share of answers that shall be right."""
    kept = [*events]
    found = histories(kept, renamings(banks, kept))
    return Known(tuple(banks), found, schedule(found, retention, today), today)
