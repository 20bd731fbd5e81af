"""Banks as one package: their approved questions as notes, their topics as decks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import genanki

from quizgen.anki.apkg import pack
from quizgen.anki.content import Content
from quizgen.anki.deck_tree import deck_tree
from quizgen.anki.decks import deck_key
from quizgen.anki.entries import Entry, Lock, bank_of
from quizgen.anki.note_types import NoteTypes, digest_of, note_types
from quizgen.anki.prepare import Prepared, prepare
from quizgen.anki.preset import Preset
from quizgen.anki.relock import Relocked, relock
from quizgen.anki.tombstones import tombstone
from quizgen.bank.model import Bank
from quizgen.errors import UsageError
from quizgen.shown import Locate
from quizgen.templating import Templates

__all__ = ["Package", "build_deck", "digests", "package"]


@dataclass(frozen=True, slots=True)
class Package:
    """A package that Anki imports: the bytes of its file, and what is in it (``retired`` notes are not counted)."""

    data: bytes
    notes: int
    cards: int
    media: tuple[str, ...] = ()
    retired: int = 0


def build_deck(
    bank: Bank,
    *,
    locate: Locate,
    templates: Templates,
    now: int,
    lock: Lock | None = None,
    media_folder: Path | None = None,
    drafts: Collection[str] = (),
    preset: Preset | None = None,
) -> tuple[Package, Relocked]:
    """The package of a bank's approved questions, and the lock that the next build goes on from.

    ``now``, in seconds since 1970, becomes the time of what is new or changed since ``lock``. The package depends on
    the bank and the new lock alone, byte for byte. The rest, and what is raised, is as in `prepare`.
    """
    types = note_types(templates)
    prepared = prepare(bank, locate=locate, media_folder=media_folder, drafts=drafts)
    relocked = relock(lock or Lock(), [prepared.shipment], digests(types), now)
    return package([prepared], types, relocked.lock, preset), relocked


def digests(types: NoteTypes) -> dict[str, str]:
    """The digest of each note type by its name."""
    return {name: digest_of(model) for name, model in types.items()}


class _Note(genanki.Note):  # type: ignore[misc]
    """genanki's note with its time and the cards that it has."""

    def __init__(self, content: Content, entry: Entry, model: genanki.Model, position: int) -> None:
        super().__init__(model, list(content.fields), content.sort_field, content.tags, entry.guid, position)
        self.mod = entry.mod
        self.numbers = () if entry.state == "retired" else content.cards

    @property
    def cards(self) -> list[genanki.Card]:
        return [genanki.Card(number - 1) for number in self.numbers]


def package(
    parts: Sequence[Prepared],
    types: NoteTypes,
    lock: Lock,
    preset: Preset | None = None,
    gone: Collection[str] = (),
) -> Package:
    """The package of banks, with the guids and times of a lock that holds all of their notes.

    New cards come in the order of the banks. All decks bring the options of ``preset`` along, if there is one. ``gone``
    are the ids of banks that are not there any more, and whose notes are to be retired by this package, too.
    UsageError where there is no question.
    """
    contents = [content for part in parts for content in part.contents]
    if not contents:
        raise UsageError("there is no question to make a deck of")
    decks = deck_tree(parts)
    for position, content in enumerate(contents, 1):
        note = _Note(content, lock.notes[content.key], types[content.type], position)
        decks[deck_key(content.deck)].add_note(note)
    homes = dict.fromkeys(gone, parts[0]) | {part.bank.id: part for part in parts}
    retired = [key for key, entry in lock.notes.items() if entry.state == "retired" and bank_of(key) in homes]
    for key in retired:
        entry, home = lock.notes[key], homes[bank_of(key)].decks.parent
        decks[deck_key(home.name)].add_note(_Note(tombstone(key, entry), entry, types[entry.type], 0))
    media = {name: data for part in parts for name, data in part.media.files.items()}
    mods = {types[name].model_id: entry.mod for name, entry in lock.types.items() if name in types}
    data = pack(tuple(decks.values()), types.values(), media, mods, preset)
    return Package(data, len(contents), sum(len(content.cards) for content in contents), tuple(media), len(retired))
