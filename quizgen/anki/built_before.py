"""What a deck that was built before has later than the lock: a lock that went back makes no correction of it.

As where a commit is taken back in git, and the lock with it: whoever has imported the deck keeps what it says.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from quizgen.anki.entries import Lock, bank_of
from quizgen.anki.tombstones import RETIRED

__all__ = ["later_notes"]

# what a damaged zip or database makes of itself
_UNREADABLE = (OSError, EOFError, KeyError, RuntimeError, ValueError, BadZipFile, zlib.error, sqlite3.Error)


def later_notes(package: bytes, lock: Lock, bank: str) -> tuple[str, ...]:
    """The keys of the notes of ``bank`` that a package has later than the lock, or of which the lock knows nothing.

    A file that is no package says nothing.
    """
    mods = {entry.guid: entry.mod for entry in lock.notes.values()}
    try:
        with ZipFile(BytesIO(package)) as archive, closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(archive.read("collection.anki2"))
            rows = database.execute("SELECT guid, mod, tags, flds FROM notes ORDER BY flds").fetchall()
            shipped = [(guid, mod, tags.split(), fields.partition("\x1f")[0]) for guid, mod, tags, fields in rows]
    except _UNREADABLE:
        return ()
    return tuple(
        key
        for guid, mod, tags, key in shipped
        if bank_of(key) == bank and (mod > mods[guid] if guid in mods else RETIRED not in tags)
    )
