"""The decks of a build as Anki reads them: what is in their databases, and in the lock beside the banks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from read_package import database

from quizgen.anki import Package
from quizgen.anki.entries import Lock
from quizgen.anki.lock import read_lock
from quizgen.course import Course


@dataclass(frozen=True)
class Shipped:
    guid: str
    mod: int
    tags: tuple[str, ...]
    deck: str
    cards: int


_NOTES = """
SELECT guid, notes.mod, tags, flds, did, count(cards.id) FROM notes LEFT JOIN cards ON nid = notes.id GROUP BY notes.id
"""


def deck(file: Path) -> dict[str, Shipped]:
    """The notes of a deck by the key that their field Id has."""
    with database(Package(file.read_bytes(), 0, 0)) as db:
        decks = json.loads(db.execute("SELECT decks FROM col").fetchone()[0])
        names = {None: ""} | {int(number): deck["name"] for number, deck in decks.items()}
        return {
            fields.split("\x1f")[0]: Shipped(guid, mod, tuple(tags.split()), names[did], cards)
            for guid, mod, tags, fields, did, cards in db.execute(_NOTES)
        }


def type_mods(file: Path) -> dict[str, int]:
    """The times of the note types of a deck, by name."""
    with database(Package(file.read_bytes(), 0, 0)) as db:
        models = json.loads(db.execute("SELECT models FROM col").fetchone()[0])
    return {model["name"]: model["mod"] for model in models.values()}


def locked(course: Course) -> Lock:
    """The lock of a course."""
    return read_lock(course.questions / "anki.lock")
