"""What a note holds: everything that ships of a question, before the lock says which note it is and how old."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import genanki

from quizgen.anki.note_types import QUESTION

__all__ = ["Content", "guid_of"]


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a question's note.

    ``key`` is the bank's id, "#" and the question's; ``type`` the name of the note type; ``fields`` stand in its
    order, as HTML; ``cards`` are numbers from 1, as Anki counts them; ``deck`` is the full name of the deck. ``was`` is
    the key that the question had before, ``draft`` that nobody has approved it, ``line`` where it stands in the bank.
    """

    key: str
    type: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    sort_field: str
    cards: tuple[int, ...]
    deck: str
    was: str = ""
    draft: bool = False
    line: int = 0

    @property
    def place_tag(self) -> str:
        """The tag of its bank and topic, or ""."""
        return next((tag for tag in self.tags if tag.startswith("quizgen::")), "")

    @property
    def digest(self) -> str:
        """The digest of what Anki would show of it: fields, tags, note type and cards, not its deck or its place."""
        parts = (self.type, " ".join(map(str, self.cards)), " ".join(self.tags), *self.fields)
        return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def guid_of(key: str, note_type: str = QUESTION) -> str:
    """What Anki knows a note by: a hash of where it comes from, so that a reworded question keeps its schedule.

    It is that of the bank's id and the question's. Anki cannot change the note type of a note, so a note of another
    type than most has its name in the hash, too: whoever builds, with or without a lock, the two never meet.
    """
    beside = () if note_type == QUESTION else (note_type,)
    return str(genanki.guid_for("\n".join((*key.split("#"), *beside))))
