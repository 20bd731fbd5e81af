"""Whether "a" or "an" stands before a word: by its sound, and only where that is sure."""

from __future__ import annotations

import re

__all__ = ["article_before"]

_NUMBER = re.compile(r"([0-9][0-9,]*)(?:\.[0-9]+)?")
_FIRST = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_SILENT_H = re.compile(r"hour|honest|hono|heir|hors(?!e)")
_UNSURE_H = re.compile(r"habitu|hallucin|herb|hero|hilar|histor|homage|hotel|human|humble|hyst")
_LIKE_YOU = re.compile(
    r"eu|ew[eo]|uni[acefloqtv]|unani|us[aeu]|using|ut[aeio]|ubi|ugand|ukr|uku|ur[aeio]|uv|one(?![a-z])|ones|once|ouija"
)
_UNSURE_U = re.compile(r"u(?:ni|[^bglmnprst])")  # "unidentified", "unidirectional"
_LETTER_LIKE_AN = frozenset("AEFHILMNORSX")
_NO_SYLLABLE = re.compile(
    r"(?:[MNLRHX][^AEIOUY]|F[^AEIOUYLR]|S[^AEIOUYCHKLMNPQTVW])"
)  # can only be spelt out: MRI, FBI


def article_before(text: str) -> str:
    """The article, "a" or "an", that a text takes; empty where people differ or it is not plain to see.

    >>> article_before("hour"), article_before("European"), article_before("MRI scan"), article_before("NASA probe")
    ('an', 'a', 'an', '')
    """
    text = text.lstrip("\"'“‘([")
    number = _NUMBER.match(text)
    if number:
        return _number(number[1].replace(",", ""))
    found = _FIRST.match(text)
    if not found or not found[0].isascii():
        return ""
    word, after = found[0], text[found.end() : found.end() + 1]
    if len(word) == 1:
        # "X-ray"; "a" itself may be an article
        return _letter(word) if after and after in "-" else ""
    return _capitals(word) if word.isupper() else _word(word.lower())


def _number(digits: str) -> str:
    """Eight, eighty, eleven and eighteen; "1100" is eleven hundred or one thousand one hundred."""
    if digits[0] == "8":
        return "an"
    if digits[:2] not in ("11", "18"):
        return "a"
    return ("a", "", "an")[len(digits) % 3]


def _letter(letter: str) -> str:
    return "an" if letter.upper() in _LETTER_LIKE_AN else "a"


def _capitals(word: str) -> str:
    """Of an abbreviation: some are spelt out (MRI), some are said as a word (NASA), and of many both begin alike."""
    first = word[0]
    if first in "AEIO":
        return "an"
    if first == "U":
        return ""
    if first not in _LETTER_LIKE_AN:
        return "a"
    return "an" if _NO_SYLLABLE.match(word) else ""


def _word(word: str) -> str:
    first = word[0]
    if first == "h":
        return "an" if _SILENT_H.match(word) else "" if _UNSURE_H.match(word) else "a"
    if first in "eou" and _LIKE_YOU.match(word):
        return "a"
    if first == "u" and _UNSURE_U.match(word):
        return ""
    if first == "y":
        return "an" if word.startswith(("ytt", "yp")) else "a"
    return "an" if first in "aeiou" else "a"
