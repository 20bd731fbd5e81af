"""What is in a package, read with nothing of ours: the zip, the database in it, and its JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from quizgen.anki import Lock, Package, Relocked, build_deck
from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.templating import Templates

MODIFIED = 1_700_000_000


@dataclass(frozen=True)
class Note:
    guid: str
    type: str
    tags: list[str]
    fields: dict[str, str]
    deck: str
    cards: int

    def __getitem__(self, field: str) -> str:
        return self.fields[field]


def bank(questions: str, **front: str) -> Bank:
    """A bank of the questions, without the front matter that every test would repeat."""
    lines = {"id": "b", "title": "Title"} | {key.replace("_", "-"): value for key, value in front.items()}
    head = "\n".join(f"{key}: {value}" for key, value in lines.items())
    return parse_bank(f"---\n{head}\n---\n\n{questions}\n")


def build(source: Bank, **options: Any) -> Package:
    """The package of a bank on which no lock stands: all in it is of the time ``now``."""
    return build_on(Lock(), source, **options)[0]


def build_on(lock: Lock, source: Bank, **options: Any) -> tuple[Package, Relocked]:
    """The package of a bank that goes on from a lock, and the lock after it."""
    values: dict[str, Any] = {"locate": lambda _: "", "templates": Templates(), "now": MODIFIED, "lock": lock}
    return build_deck(source, **(values | options))


@contextmanager
def database(package: Package) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    try:
        with ZipFile(BytesIO(package.data)) as archive:
            connection.deserialize(archive.read("collection.anki2"))
        yield connection
    finally:
        connection.close()


def column(package: Package, name: str) -> Any:
    """One of the JSON columns of the collection's only row."""
    with database(package) as db:
        return json.loads(db.execute(f"SELECT {name} FROM col").fetchone()[0])


def notes(package: Package) -> dict[str, Note]:
    """The notes by the id of their question, in the order in which new cards come."""
    types, decks = column(package, "models"), column(package, "decks")
    found = {}
    with database(package) as db:
        for guid, mid, tags, fields, did, cards in db.execute(
            "SELECT guid, mid, tags, flds, did, count(*) FROM notes JOIN cards ON nid = notes.id "
            "GROUP BY notes.id ORDER BY due"
        ):
            names = [field["name"] for field in types[str(mid)]["flds"]]
            values = dict(zip(names, fields.split("\x1f"), strict=True))
            question = values["Id"].partition("#")[2]
            found[question] = Note(guid, types[str(mid)]["name"], tags.split(), values, decks[str(did)]["name"], cards)
    return found


def note(question: str, **front: str) -> Note:
    """The only note of a bank of one question."""
    (only,) = notes(build(bank(question, **front))).values()
    return only
