"""The file of a package (.apkg): genanki's rows in a database, zipped to the same bytes every time.

genanki's own writer leaks a temporary file, takes the time and random places of the day into the file, and rewrites
the lists of all decks and note types once for each deck.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizgen.anki.archive import zipped
from quizgen.anki.note_ids import Numbered, numbered
from quizgen.anki.preset import Preset
from quizgen.bank.parse import collector_paused
from quizgen.errors import WriteError

__all__ = ["pack"]

_TABLES, _INDEXES = APKG_SCHEMA[: APKG_SCHEMA.index("CREATE INDEX")], APKG_SCHEMA[APKG_SCHEMA.index("CREATE INDEX") :]
_INSERT_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_INSERT_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
_FAST = """
PRAGMA page_size = 16384;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
"""
"""Nobody needs the file of a build that failed, so nothing is done to save it. Pages of this size are the fastest."""


def pack(
    decks: Sequence[genanki.Deck],
    models: Iterable[genanki.Model],
    media: Mapping[str, bytes],
    model_mods: Mapping[int, int],
    preset: Preset | None = None,
) -> bytes:
    """The bytes of an .apkg of decks, note types and media (content by name).

    Each note has its time in ``mod``, in seconds since 1970; ``model_mods`` are those of the note types by id. The
    newest of the notes' is that of all else. Descriptions of decks are Markdown. All decks have the options of
    ``preset``, or Anki's default where there is none.

    The database is a file while it is made: in memory, it would take several times its size. WriteError where the
    folder for temporary files has no room for it.
    """
    try:
        with collector_paused(), TemporaryDirectory(prefix="quizgen-") as folder:
            database = Path(folder) / "collection.anki2"
            _write_database(database, decks, models, model_mods, preset)
            return zipped(database, media)
    except (OSError, sqlite3.OperationalError) as error:
        raise WriteError(
            f"the deck cannot be put together in the folder for temporary files: {error}; "
            "make room there, or name another folder in the environment variable TMPDIR"
        ) from None


def _write_database(
    file: Path,
    decks: Sequence[genanki.Deck],
    models: Iterable[genanki.Model],
    model_mods: Mapping[int, int],
    preset: Preset | None,
) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript(f"{_FAST}BEGIN;{_TABLES}{APKG_COL}")  # it would commit what is begun before
        _write_collection(connection, decks, models, model_mods, preset)
        notes = numbered(decks)
        connection.executemany(_INSERT_NOTE, _note_rows(notes))
        connection.executemany(_INSERT_CARD, _card_rows(notes))
        for statement in filter(str.strip, _INDEXES.split(";")):
            connection.execute(statement)
        connection.execute("COMMIT")


def _note_rows(notes: Numbered) -> Iterator[tuple[Any, ...]]:
    for number, note, _ in notes:
        model, fields = note.model, note.fields
        if len(fields) != len(model.fields):  # Anki would refuse the whole package
            raise ValueError(f"{note.guid}: expected {len(model.fields)} fields of {model.name!r}, found {len(fields)}")
        tags = f" {' '.join(note.tags)} "
        yield (number, note.guid, model.model_id, note.mod, tags, "\x1f".join(fields), note.sort_field)


def _card_rows(notes: Numbered) -> Iterator[tuple[Any, ...]]:
    """The rows of all cards, by their numbers: the note's and on, and the next where one is taken."""
    last = 0
    for number, note, deck in notes:
        for card in note.cards:
            last = max(number + card.ord, last + 1)
            yield (last, number, deck, card.ord, note.mod, -1 if card.suspend else 0, note.due)


def _write_collection(
    connection: sqlite3.Connection,
    decks: Sequence[genanki.Deck],
    models: Iterable[genanki.Model],
    model_mods: Mapping[int, int],
    preset: Preset | None,
) -> None:
    """The one row that holds the settings, the note types, the decks and their presets."""
    modified = max(note.mod for deck in decks for note in deck.notes)
    settings, all_decks, presets = map(json.loads, connection.execute("SELECT conf, decks, dconf FROM col").fetchone())
    used = {note.model.model_id for deck in decks for note in deck.notes}
    all_models = {
        str(model.model_id): model.to_json(model_mods[model.model_id], decks[0].deck_id)
        for model in models
        if model.model_id in used
    }
    # without schedVer Anki takes the collection for an old one, and turns "good" into "easy" in shipped reviews
    settings["schedVer"] = 2
    conf = preset.id if preset else 1
    all_decks |= {str(deck.deck_id): _deck_json(deck, modified, conf) for deck in decks}
    if preset:
        presets[str(preset.id)] = preset.to_json()
    connection.execute(
        "UPDATE col SET mod = ?, conf = ?, models = ?, decks = ?, dconf = ?",
        (modified * 1000, *map(_json, (settings, all_models, all_decks, presets))),
    )


def _deck_json(deck: genanki.Deck, modified: int, preset: int) -> dict[str, Any]:
    as_markdown = {"md": True} if deck.description else {}  # else Anki keeps the user's, which may not be
    return {**deck.to_json(), **as_markdown, "mod": modified, "conf": preset}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
