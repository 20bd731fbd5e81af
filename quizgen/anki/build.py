"""A bank as one package: its approved questions as notes, its topics as decks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from quizgen.anki.decks import bank_decks
from quizgen.anki.fields import surroundings
from quizgen.anki.media import collect_media
from quizgen.anki.note_types import note_types
from quizgen.anki.notes import make_note
from quizgen.anki.package import pack
from quizgen.bank.model import Bank
from quizgen.errors import UsageError
from quizgen.shown import Locate, require_approved
from quizgen.templating import Templates

__all__ = ["Package", "build_deck"]


@dataclass(frozen=True, slots=True)
class Package:
    """A package that Anki imports: the bytes of its file, and what is in it."""

    data: bytes
    notes: int
    cards: int
    media: tuple[str, ...] = ()


def build_deck(
    bank: Bank,
    *,
    locate: Locate,
    templates: Templates,
    modified: int,
    media_folder: Path | None = None,
    drafts: Collection[str] = (),
) -> Package:
    """The package of a bank's approved questions, the same bytes for the same arguments.

    ``modified``, in seconds since 1970, is the only clock: the time of the last change of every note and note type
    (Anki updates a note on a later import only where this is newer). Images and sounds are looked for in
    ``media_folder``, by default the folder of the bank's file. ``drafts`` are the ids of approved questions that
    nobody has approved in truth: each of their cards says so.

    Raises UsageError where no question is approved or one has no id, DataError where an image or a sound is not
    there, ConfigError where a template is at fault.
    """
    _refuse_unready(bank)
    media = collect_media(bank, media_folder or Path(bank.path).parent)
    types = note_types(templates)
    decks = bank_decks(bank)
    position = 0
    for topic, deck in zip(bank.topics, decks.of_topics, strict=True):
        around = surroundings(bank, topic, locate, media, drafts)
        for question in topic.questions:
            if question.approved:
                position += 1
                deck.add_note(make_note(question, around, types, position))
    decks.describe(bank)
    data = pack(decks.all, types.all, modified, media.files)
    notes = [note for deck in decks.all for note in deck.notes]
    return Package(data, len(notes), sum(len(note.cards) for note in notes), tuple(media.files))


def _refuse_unready(bank: Bank) -> None:
    require_approved(bank)
    unnamed = sum(not question.id for question in bank.approved)
    if unnamed:
        where = bank.path or bank.id
        raise UsageError(f"{where}: {unnamed} question{'s' * (unnamed > 1)} without an id: run quizgen ids")
