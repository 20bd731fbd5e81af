"""Misspelt words of a number put right: "twelvee", "12 kilometrs"; never where a word could be two of them."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import cache, lru_cache

from quizgen.answers.numbers.figures import plain
from quizgen.answers.numbers.numerals import number_meanings
from quizgen.answers.numbers.units import magnitudes, unit_names
from quizgen.answers.words.edits import edits

__all__ = ["respelled"]

_WORD = re.compile(r"[^\W\d_]{5,}")
_TWO = 8  # letters from which two edits may pass


@lru_cache(maxsize=4096)
def respelled(text: str, language: str) -> tuple[str, tuple[str, ...]]:
    """A plain text with its misspelt number words and units put right, and these words.

    >>> respelled("twelvee kilometrs", "en")
    ('twelve kilometers', ('twelve', 'kilometers'))
    """
    known = _known(language.partition("-")[0].lower())
    words: list[str] = []

    def right(found: re.Match[str]) -> str:
        word = found[0]
        meant = word if word in known else _meant(word, known)
        if meant and meant != word:
            words.append(meant)
        return meant or word

    return _WORD.sub(right, plain(text)), tuple(words)


def _meant(word: str, known: dict[str, Hashable]) -> str:
    """The word of one meaning that lies nearest; empty where none is near, or several are."""
    most = 2 if len(word) >= _TWO else 1
    for distance in range(1, most + 1):
        near = [
            name for name in known if abs(len(name) - len(word)) <= most and edits(word, name, distance) <= distance
        ]
        if near:
            closest = min(near, key=lambda name: (name[-1] != word[-1], name))
            return closest if len({known[name] for name in near}) == 1 else ""
    return ""


@cache
def _known(tongue: str) -> dict[str, Hashable]:
    """Words of five letters and more with what they mean."""
    words: dict[str, Hashable] = dict(unit_names())
    words |= {word: 10**power for word, power in magnitudes(tongue).items()}
    words |= number_meanings(tongue)
    return {word: meaning for word, meaning in words.items() if _WORD.fullmatch(word)}
