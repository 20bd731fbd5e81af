"""Which characters make up words, and which scripts are written without spaces between words."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from itertools import chain

__all__ = ["count_words", "in_word", "is_combining", "is_east_asian"]

# first character, and the one after the last; looked up by bisection, since a regular expression of these
# ranges takes 5 ms to compile at every start
_EAST_ASIAN = (
    (0x3001, 0x3100),  # punctuation, hiragana, katakana
    (0x31F0, 0x3200),  # small katakana
    (0x3400, 0x4DC0),  # Han
    (0x4E00, 0xA000),
    (0xF900, 0xFB00),
    (0xFF01, 0xFFA0),  # full-width forms, half-width katakana
    (0x20000, 0x40000),
)
_OTHER_UNSPACED = (
    (0x0E00, 0x10A0),  # Thai, Lao, Tibetan, Burmese
    (0x1100, 0x1200),  # Hangul: its particles are written on to the noun
    (0x1780, 0x1800),  # Khmer
    (0x3130, 0x3190),
    (0xAC00, 0xD800),
)
_EAST_ASIAN_BOUNDS = tuple(chain.from_iterable(_EAST_ASIAN))
_UNSPACED_BOUNDS = tuple(chain.from_iterable(sorted(_EAST_ASIAN + _OTHER_UNSPACED)))
_WORD = re.compile(r"[^\W_]+")


def is_east_asian(char: str) -> bool:
    """Whether the character is Chinese or Japanese, punctuation included."""
    return bisect_right(_EAST_ASIAN_BOUNDS, ord(char)) % 2 == 1


def is_combining(char: str) -> bool:
    """Whether the character only changes the letter before it, as a combining accent does."""
    return unicodedata.category(char).startswith("M")


def in_word(char: str) -> bool:
    """Whether the character is part of words that spaces part from each other.

    Letters and digits are. Superscript digits are not (they are footnote marks), nor are scripts without
    spaces.
    """
    return (char.isalpha() or char.isdecimal()) and not _is_unspaced(char)


def count_words(text: str) -> int:
    """Count the words; two characters of a script without spaces are taken as one word."""
    words = unspaced = 0
    for token in _WORD.findall(text):
        here = 0 if token.isascii() else sum(map(_is_unspaced, token))
        unspaced += here
        words += here < len(token)
    return words + unspaced // 2


def _is_unspaced(char: str) -> bool:
    return bisect_right(_UNSPACED_BOUNDS, ord(char)) % 2 == 1
