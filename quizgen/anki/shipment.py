"""What is about to ship of a bank, as the lock sees it."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.anki.content import Content

__all__ = ["Shipment"]


@dataclass(frozen=True, slots=True)
class Shipment:
    """A bank that is about to ship: its notes, and the keys of its questions that are left out as drafts.

    ``file`` is the bank's, for errors.
    """

    bank: str
    contents: tuple[Content, ...]
    drafts: frozenset[str] = frozenset()
    file: str = ""
