"""The file of a package: genanki's rows in a database that is never on disk, zipped to the same bytes every time.

genanki's own writer leaks a temporary file, takes the time and random places of the day into the file, and rewrites
the list of all decks once for each deck.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

__all__ = ["pack"]

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that zip knows
_LEVEL = 6
_SQLITE_VERSION = slice(92, 100)
"""The bytes of a database's header where SQLite may say how often, and by which version of it, it was written."""


def pack(
    decks: Sequence[genanki.Deck], models: Iterable[genanki.Model], modified: int, media: Mapping[str, bytes]
) -> bytes:
    """The bytes of an .apkg of decks, note types and media (content by name).

    ``modified``, in seconds since 1970, is the time of everything in it, and the ids of notes and cards count up from
    it: Anki shows an id as the time of creation, and moves those that are taken.
    """
    database = _database(decks, models, modified)
    names = json.dumps({str(number): name for number, name in enumerate(media)}, ensure_ascii=False)
    files = {"collection.anki2": database, "media": names.encode()}
    return _zipped(files | {str(number): data for number, data in enumerate(media.values())})


def _database(decks: Sequence[genanki.Deck], models: Iterable[genanki.Model], modified: int) -> bytes:
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(APKG_SCHEMA)
        connection.executescript(APKG_COL)
        cursor = connection.cursor()
        _write_collection(cursor, decks, models, modified)
        ids = itertools.count(modified * 1000)
        for deck in decks:
            for note in deck.notes:
                note.write_to_db(cursor, modified, deck.deck_id, ids)
        connection.commit()
        data = bytearray(connection.serialize())
    finally:
        connection.close()
    data[_SQLITE_VERSION] = bytes(8)
    return bytes(data)


def _write_collection(
    cursor: sqlite3.Cursor, decks: Sequence[genanki.Deck], models: Iterable[genanki.Model], modified: int
) -> None:
    """The one row that holds the settings, the note types and the decks."""
    settings, known = cursor.execute("SELECT conf, decks FROM col").fetchone()
    used = {note.model.model_id for deck in decks for note in deck.notes}
    all_models = {
        str(model.model_id): model.to_json(modified, decks[0].deck_id) for model in models if model.model_id in used
    }
    all_decks = json.loads(known) | {str(deck.deck_id): {**deck.to_json(), "mod": modified} for deck in decks}
    # without schedVer Anki takes the collection for an old one, and turns "good" into "easy" in shipped reviews
    all_settings = json.loads(settings) | {"schedVer": 2}
    cursor.execute(
        "UPDATE col SET mod = ?, conf = ?, models = ?, decks = ?",
        (modified * 1000, *map(_json, (all_settings, all_models, all_decks))),
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # not the system that built it
            entry.external_attr = 0o644 << 16
            package.writestr(entry, data)
    return out.getvalue()
