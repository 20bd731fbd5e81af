"""Retired notes whose question goes on as another note: each is kept under a key of its own beside it.

Anki cannot change the note type of a note, so a question that becomes a cloze begins anew; so does one that turns out
to be another's successor after it was shipped. The key is the question's, "~" and the last word of the note type
("islands#loan~question"), and a number from the second on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from quizgen.anki.entries import Entry

__all__ = ["park", "take_back"]


def park(notes: dict[str, Entry], key: str, entry: Entry) -> None:
    """Keep a note that has lost its ``key`` as a retired one; one that only drafts held is let go."""
    if entry.state != "draft":
        free = next(name for name in _keys(key, entry.type) if name not in notes)
        notes[free] = replace(entry, state="retired", was="")


def take_back(notes: dict[str, Entry], key: str, note_type: str) -> Entry | None:
    """Take out the note of this type that was parked beside ``key`` last; None where there is none."""
    found = None
    for name in _keys(key, note_type):
        if name not in notes:
            break
        found = name
    return notes.pop(found) if found else None


def _keys(key: str, note_type: str) -> Iterator[str]:
    name = f"{key}~{note_type.split()[-1]}"
    yield name
    for number in count(2):
        yield f"{name}~{number}"
