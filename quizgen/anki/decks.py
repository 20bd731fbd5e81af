"""The decks of a bank: one with the bank's title, and in it one for each topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import normalize

from quizgen.anki.fixed_number import fixed_number
from quizgen.bank.model import Bank, Topic
from quizgen.shown import Words

__all__ = ["BankDecks", "NamedDeck", "bank_decks", "deck_key"]

_PAIR = re.compile(r'"([^"]*)"')
_SEPARATOR = re.compile(r":(?::+|\Z)|\A:(?=\S)")
_SPACES = re.compile(r"[\s\x00-\x1f\x7f]+")
_FIRST, _COUNT = 1 << 30, 1 << 30  # the ids that genanki recommends: from 2^30 below 2^31


@dataclass(frozen=True, slots=True)
class NamedDeck:
    """A deck by the full name that Anki knows it by; its id is for the package alone."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class BankDecks:
    """The decks of one bank: ``parent``, for each topic of the bank, in order, the deck of its questions, and those
    that ``parent`` stands in, the outermost first.
    """

    parent: NamedDeck
    of_topics: tuple[NamedDeck, ...]
    above: tuple[NamedDeck, ...] = ()

    @property
    def all(self) -> tuple[NamedDeck, ...]:
        """All of them, each after the deck that it stands in; a deck that topics share comes more than once."""
        return (*self.above, self.parent, *self.of_topics)


def bank_decks(bank: Bank, above: str = "") -> BankDecks:
    """The decks of a bank, in the deck ``above`` if one is named. Topics that Anki would call the same share a deck."""
    *outer, name = accumulate((*_parts(above), _part(bank.title) or bank.id), "{}::{}".format)
    parent = NamedDeck(_number(bank.id), name)
    by_key = {"": parent}  # a title of which nothing is left names no deck of its own
    of_topics = tuple(_topic_deck(bank, topic, parent, by_key) for topic in bank.topics)
    return BankDecks(parent, of_topics, tuple(NamedDeck(_number("", name), name) for name in outer))


def deck_key(name: str) -> str:
    """What two names share that are one deck to Anki, which does not tell capital letters from small ones."""
    return normalize("NFC", name.casefold())


def _topic_deck(bank: Bank, topic: Topic, parent: NamedDeck, by_key: dict[str, NamedDeck]) -> NamedDeck:
    if not any(question.approved for question in topic.questions):
        return parent  # an empty deck would be made in silence
    name = _part(Words(topic.title).plain())
    new = NamedDeck(_number(bank.id, topic.id or topic.title), f"{parent.name}::{name}")
    return by_key.setdefault(deck_key(name), new)


def _number(*key: str) -> int:
    return fixed_number(_FIRST, _COUNT, "\n".join(("quizgen deck", *key)))


def _parts(name: str) -> list[str]:
    return [part for part in map(_part, name.split("::")) if part]


def _part(title: str) -> str:
    """A title as one part of a deck's name: "::" would begin a subdeck, and old Ankis refuse quotation marks."""
    quoted = _PAIR.sub(r"“\1”", _SPACES.sub(" ", normalize("NFC", title))).replace('"', "”")
    return _SEPARATOR.sub("∶", quoted).strip()
