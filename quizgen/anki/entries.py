"""What the lock remembers: of every note and every note type, what was shipped last and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Entry", "Lock", "State", "TypeEntry", "bank_of"]

State = Literal["", "draft", "retired"]
"""Of a note that students have: "", of one that only a build with drafts held: "draft"; "retired" of one whose question
is gone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was shipped last of one note.

    ``cards`` are the numbers of its cards as Anki counts them, from 1; ``deck`` the name of the deck that it was in;
    ``digest`` that of its content, or "" where merged locks do not agree what was shipped at that time; ``mod`` the
    time of its last change, in seconds since 1970; ``was`` the key of the question whose note it took over.
    """

    guid: str
    type: str
    cards: tuple[int, ...]
    deck: str
    digest: str
    mod: int
    state: State = ""
    was: str = ""


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """What was shipped last of a note type: the digest of its cards and style, and the time of their last change."""

    digest: str
    mod: int


@dataclass(frozen=True, slots=True)
class Lock:
    """Note types by name; notes by key, which is the bank's id, "#" and the question's.

    A retired note whose question goes on as another note has a key of its own (see `quizgen.anki.parked`). ``mended``:
    the file was left by a merge, and the lines of all sides were taken.
    """

    types: Mapping[str, TypeEntry] = field(default_factory=dict)
    notes: Mapping[str, Entry] = field(default_factory=dict)
    mended: bool = False


def bank_of(key: str) -> str:
    """The id of the bank that a note's key belongs to."""
    return key.partition("#")[0]
