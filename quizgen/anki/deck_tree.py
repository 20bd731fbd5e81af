"""The decks of a package: those of all its banks, each once, with its number and its description."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import count

import genanki

from quizgen.anki.decks import deck_key
from quizgen.anki.description import bank_description, topic_description
from quizgen.anki.prepare import Prepared
from quizgen.bank.model import Bank

__all__ = ["deck_tree"]


def deck_tree(parts: Sequence[Prepared]) -> dict[str, genanki.Deck]:
    """genanki's decks by their keys, without notes; banks with one title share theirs.

    A deck that banks stand in has no description: it may be the user's own, and Anki would replace the user's words.
    """
    described = _descriptions(parts)
    taken: set[int] = set()
    decks: dict[str, genanki.Deck] = {}
    for named in (named for part in parts for named in part.decks.all):
        key = deck_key(named.name)
        if key not in decks:
            number = next(number for number in count(named.number) if number not in taken)
            taken.add(number)
            decks[key] = genanki.Deck(number, _spelled(named.name, decks), described.get(key, ""))
    return decks


def _spelled(name: str, decks: Mapping[str, genanki.Deck]) -> str:
    """A deck's name in which the deck that it stands in is spelled as the first bank has spelled it."""
    above, separator, own = name.rpartition("::")
    return f"{decks[deck_key(above)].name}::{own}" if separator else name


def _descriptions(parts: Sequence[Prepared]) -> Mapping[str, str]:
    """Descriptions by the keys of decks; that of a bank counts the questions of all its topics."""
    of_banks: defaultdict[str, list[tuple[Bank, int]]] = defaultdict(list)
    of_topics: defaultdict[str, list[tuple[Bank, int]]] = defaultdict(list)
    for part in parts:
        of_banks[deck_key(part.decks.parent.name)].append((part.bank, len(part.contents)))
        for key, questions in Counter(deck_key(content.deck) for content in part.contents).items():
            of_topics[key].append((part.bank, questions))
    topics = {key: topic_description(shares) for key, shares in of_topics.items()}
    return topics | {key: bank_description(shares) for key, shares in of_banks.items()}
