"""What a build made: of each bank, of all together, and of the locks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.bank.edit import Stamp
from quizgen.bank.model import Bank

if TYPE_CHECKING:
    from quizgen.anki import Changes
    from quizgen.publish.printing import Printed

__all__ = ["Built", "Deck", "LockBuilt", "Merged", "Outcome"]


@dataclass(frozen=True, slots=True)
class Deck:
    """A bank's deck: its cards, how many retired notes are in it, and what has changed since the last build."""

    cards: int
    retired: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Built:
    """What was made of one bank: its files, and the ids that were stamped first.

    ``file`` is the bank as seen from the course. ``deck`` is None where no deck was made, ``printed`` where nothing was
    printed; ``unchecked`` how many quotes nobody could look up; ``included`` how many drafts were taken in, which count
    as approved in ``bank``. ``errors`` and ``warnings`` are how many check finds; ``stranded`` how many notes students
    have of a bank that makes no deck any more. ``stale`` are sheets and keys of an earlier build that this one has not
    made anew: they need not fit each other.
    """

    bank: Bank
    path: Path
    name: str
    file: str
    files: tuple[Path, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    deck: Deck | None = None
    printed: Printed | None = None
    unchecked: int = 0
    included: int = 0
    errors: int = 0
    warnings: int = 0
    stranded: int = 0
    stale: tuple[Path, ...] = ()

    @property
    def sheet(self) -> int | None:
        """How many questions its worksheet asks; None where there is no sheet."""
        return self.printed.questions if self.printed else None

    @property
    def cards(self) -> int:
        """How many cards the deck has."""
        return self.deck.cards if self.deck else 0

    @property
    def drafts(self) -> int:
        """How many questions are left out, as no person has approved them yet."""
        return len(self.bank.questions) - len(self.bank.approved)


@dataclass(frozen=True, slots=True)
class LockBuilt:
    """A lock that a build went on from: ``new`` where it is the first, ``mended`` where a merge had left its marks in
    it; ``gone`` are the ids of banks that it knew and that are not there any more. ``later`` are the keys of
    notes that the deck built before has later than the lock; ``ahead``: it has times that have yet to come.
    """

    path: Path
    new: bool = False
    mended: bool = False
    gone: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """The one file of all decks: where it is, its questions and cards, and of how many banks it has the decks."""

    file: Path
    questions: int
    cards: int
    decks: int
    included: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build made, bank by bank and besides."""

    banks: tuple[Built, ...]
    merged: Merged | None = None
    locks: tuple[LockBuilt, ...] = ()
