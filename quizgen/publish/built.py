"""What a build made of one bank."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quizgen.bank.edit import Stamp
from quizgen.bank.model import Bank

__all__ = ["Built"]


@dataclass(frozen=True, slots=True)
class Built:
    """What was made of one bank: its files, and the ids that were stamped first.

    ``file`` is the bank as seen from the course. ``cards`` are those of the deck. ``sheet`` is how many questions its
    worksheet asks, or None where no sheet was made; ``unchecked`` how many quotes nobody could look up; ``included``
    how many drafts were taken in, which count as approved in ``bank``. ``errors`` and ``warnings`` are how many check
    finds.
    """

    bank: Bank
    path: Path
    name: str
    file: str
    files: tuple[Path, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    cards: int = 0
    sheet: int | None = None
    unchecked: int = 0
    included: int = 0
    errors: int = 0
    warnings: int = 0

    @property
    def drafts(self) -> int:
        """How many questions are left out, as no person has approved them yet."""
        return len(self.bank.questions) - len(self.bank.approved)
