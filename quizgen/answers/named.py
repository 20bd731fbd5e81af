"""Which options, or which items, a response names by their texts or by letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from quizgen.answers.responses import Response, letters_in, pieces_of
from quizgen.answers.texts import Comparison
from quizgen.answers.words.typos import slip_of
from quizgen.text.plain import inline_plain

__all__ = ["letter_places", "named_in"]

_Find = Callable[[str], int | None]
_LETTER_BEFORE = re.compile(r"\A\s*\(?[A-Za-z][).:\]–-]\s+(?=\S)")  # "B) World War II"


def named_in(texts: Sequence[str], response: Response, compare: Comparison) -> list[int] | None:
    """The places of the texts (inline Markdown) that a response names; None where one cannot be made out.

    A text goes before letters: where an option reads "B", a typed "B" is that option. A text may be misspelt where no
    other is as near.
    """
    find = _finder(texts, compare)
    misspelt = _misspelt(texts, compare)
    if isinstance(response, str):
        place = find(response)
        if place is not None:
            return [place]
        letters = letters_in(response, len(texts))
        if letters is not None:
            return letters

    @cache
    def heard(said: str) -> int | None:
        without = _LETTER_BEFORE.sub("", said)
        places = (find(said), misspelt(said), _as_both(said, find), find(without), misspelt(without))
        return next((place for place in places if place is not None), None)

    if isinstance(response, str) and (place := heard(response)) is not None:
        return [place]
    pieces = pieces_of(response, lambda piece: heard(piece) is not None, compare.language)
    found = [heard(piece) for piece in pieces]
    if not isinstance(response, str) and not any(place is not None for place in found):
        return letter_places(pieces, len(texts))
    return None if None in found or not found else [place for place in found if place is not None]


def _as_both(said: str, find: _Find) -> int | None:
    """The option that a letter and its own text name: "b dolphin"."""
    letter, _, text = said.strip().partition(" ")
    place = find(text) if len(letter) == 1 and letter.isalpha() and text else None
    return place if place is not None and letters_in(letter, place + 1) == [place] else None


def letter_places(texts: Sequence[str], count: int) -> list[int] | None:
    """The places that texts name by one letter each; None where one of them is anything else."""
    named = [letters_in(text, count) for text in texts]
    places = [letters[0] for letters in named if letters and len(letters) == 1]
    return places if places and len(places) == len(texts) else None


def _misspelt(texts: Sequence[str], compare: Comparison) -> _Find:
    """Finds the one text that is misspelt; none where two may be meant."""
    shown = [inline_plain(text) for text in texts]

    def find(said: str) -> int | None:
        places = [place for place, text in enumerate(shown) if slip_of(said, (text,), compare)]
        return places[0] if len(places) == 1 else None

    return find


def _finder(texts: Sequence[str], compare: Comparison) -> _Find:
    """Finds a text as it is written, as it is shown, and only then as it is compared.

    So "its" and "it's" stay two options although they are one answer; what two options share finds neither.
    """
    shown = [inline_plain(text) for text in texts]
    tables = [_once(texts), _once(shown), _once([compare.key(text) for text in shown])]

    def find(said: str) -> int | None:
        keys = (said.strip(), said.strip(), compare.key(said))
        return next((table[key] for table, key in zip(tables, keys, strict=True) if key in table), None)

    return find


def _once(keys: Sequence[str]) -> dict[str, int]:
    return {key: place for place, key in enumerate(keys) if keys.count(key) == 1}
