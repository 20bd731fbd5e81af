"""The numbers by which Anki tells notes apart in one collection: the same in every build and every package.

A note is found again by its guid; its number is only where it is kept, and Anki moves one that is taken. But devices
are synchronised by number: of two that import two builds, each has the note, and it is one note if the number is one.
So the number is a hash of the guid. Anki shows it as the time of creation, in milliseconds since 1970, and counts notes
by it that are "added" of late; so it is a time in the past, before any build.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import genanki

from quizgen.anki.fixed_number import fixed_number

__all__ = ["Numbered", "numbered"]

_FIRST = 1_577_836_800_000  # 2020-01-01
_COUNT = 1 << 37  # milliseconds, to May 2024: of 50,000 notes hardly two meet


@dataclass(frozen=True, slots=True)
class Numbered:
    """Notes in the order of their numbers, which SQLite writes fastest, with those and the numbers of their decks.

    They are three lists because 50,000 small objects would have Python look again and again for what can be freed.
    """

    numbers: list[int]
    notes: list[genanki.Note]
    decks: list[int]

    def __iter__(self) -> Iterator[tuple[int, genanki.Note, int]]:
        return zip(self.numbers, self.notes, self.decks, strict=True)


def numbered(decks: Sequence[genanki.Deck]) -> Numbered:
    """The notes of all decks under their numbers, no two the same: of two that meet, the later takes the next."""
    notes = [note for deck in decks for note in deck.notes]
    homes = [deck.deck_id for deck in decks for _ in deck.notes]
    hashed = [fixed_number(_FIRST, _COUNT, note.guid) for note in notes]
    order = sorted(range(len(notes)), key=hashed.__getitem__)
    numbers: list[int] = []
    last = 0
    for position in order:
        last = max(hashed[position], last + 1)
        numbers.append(last)
    return Numbered(numbers, [notes[position] for position in order], [homes[position] for position in order])
