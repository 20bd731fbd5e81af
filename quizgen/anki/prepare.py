"""A bank laid out for a deck: its approved questions as the contents of notes, its topics as decks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from quizgen.anki.content import Content
from quizgen.anki.decks import BankDecks, bank_decks
from quizgen.anki.fields import surroundings
from quizgen.anki.media import MediaFiles, collect_media
from quizgen.anki.notes import content_of
from quizgen.anki.shipment import Shipment
from quizgen.bank.model import Bank
from quizgen.errors import UsageError
from quizgen.shown import Locate, require_approved

__all__ = ["Prepared", "prepare"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A bank whose notes are laid out; the lock has yet to say which of them are new."""

    bank: Bank
    decks: BankDecks
    contents: tuple[Content, ...]
    media: MediaFiles

    @property
    def shipment(self) -> Shipment:
        """What the lock has to know of it."""
        there = {content.key for content in self.contents}
        keys = {f"{self.bank.id}#{question.id}" for question in self.bank.questions}
        return Shipment(self.bank.id, self.contents, frozenset(keys - there), self.bank.path)


def prepare(
    bank: Bank,
    *,
    locate: Locate,
    media_folder: Path | None = None,
    drafts: Collection[str] = (),
    above: str = "",
) -> Prepared:
    """Lay out the notes of a bank's approved questions, in their order.

    Images and sounds are looked for in ``media_folder``, by default the folder of the bank's file. ``drafts`` are the
    ids of approved questions that nobody has approved in truth: each of their cards says so. ``above`` is the full name
    of a deck that the bank's own stands in.

    Raises UsageError where no question is approved or one has no id, DataError where an image or a sound is not
    there.
    """
    _refuse_unready(bank)
    media = collect_media(bank, media_folder or Path(bank.path).parent)
    decks = bank_decks(bank, above)
    contents = []
    for topic, deck in zip(bank.topics, decks.of_topics, strict=True):
        around = surroundings(bank, topic, locate, media, drafts)
        contents += [
            content_of(question, topic, around, deck.name) for question in topic.questions if question.approved
        ]
    return Prepared(bank, decks, tuple(contents), media)


def _refuse_unready(bank: Bank) -> None:
    require_approved(bank)
    unnamed = sum(not question.id for question in bank.approved)
    if unnamed:
        where = bank.path or bank.id
        raise UsageError(f"{where}: {unnamed} question{'s' * (unnamed > 1)} without an id: run quizgen ids")
