"""The decks of a bank: one with the bank's title, and in it one for each topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

import genanki

from quizgen.anki.inert import inert
from quizgen.bank.model import Bank, Topic
from quizgen.shown import Words, source_of
from quizgen.text.html import escape_html

__all__ = ["BankDecks", "bank_decks"]

_PAIR = re.compile(r'"([^"]*)"')
_SEPARATOR = re.compile(r":(?::+|\Z)|\A:(?=\S)")
_SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
_FIRST, _COUNT = 1 << 30, 1 << 30  # the ids that genanki recommends: from 2^30 below 2^31


@dataclass(frozen=True, slots=True)
class BankDecks:
    """genanki's decks of one bank: ``parent``, and for each topic of the bank, in order, the deck of its questions."""

    parent: genanki.Deck
    of_topics: tuple[genanki.Deck, ...]

    @property
    def all(self) -> tuple[genanki.Deck, ...]:
        """Each deck once, the parent first, as the file orders them."""
        decks = {deck.deck_id: deck for deck in (self.parent, *self.of_topics)}
        return tuple(decks.values())

    def describe(self, bank: Bank) -> None:
        """Give each deck its description, once its notes are in it."""
        for deck in self.all:
            notes = self.all if deck is self.parent else (deck,)
            deck.description = _description(bank, sum(len(part.notes) for part in notes))


def bank_decks(bank: Bank) -> BankDecks:
    """The decks of a bank, without notes. Topics that Anki would call the same share a deck."""
    parent = genanki.Deck(_deck_id(bank.id), _part(bank.title) or bank.id)
    by_name = {"": parent}
    return BankDecks(parent, tuple(_topic_deck(bank, topic, parent, by_name) for topic in bank.topics))


def _topic_deck(bank: Bank, topic: Topic, parent: genanki.Deck, by_name: dict[str, genanki.Deck]) -> genanki.Deck:
    if not any(question.approved for question in topic.questions):
        return parent  # an empty deck would be made in silence
    name = _part(Words(topic.title).plain())
    new = genanki.Deck(_deck_id(bank.id, topic.id or topic.title), f"{parent.name}::{name}")
    return by_name.setdefault(name.casefold(), new)


def _deck_id(*key: str) -> int:
    digest = sha256("\n".join(("quizgen deck", *key)).encode()).digest()
    return _FIRST + int.from_bytes(digest[:8], "big") % _COUNT


def _part(title: str) -> str:
    """A title as one part of a deck's name: "::" would begin a subdeck, and old Ankis refuse quotation marks."""
    quoted = _PAIR.sub(r"“\1”", _SPACES.sub(" ", title)).replace('"', "”")
    return _SEPARATOR.sub("∶", quoted).strip()


def _description(bank: Bank, count: int) -> str:
    questions = f"{count} question{'s' * (count != 1)}"
    source = source_of(bank)
    lines = (
        bank.description,
        f"{questions} from {source}." if source else f"{questions}.",
        f"By {bank.author}." if bank.author else "",
        f"License: {bank.license}." if bank.license else "",
    )
    return "<br>".join(inert(escape_html(line)) for line in lines if line)
