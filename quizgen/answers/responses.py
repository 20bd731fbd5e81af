"""What a response picks out: letters, members of a list, sides of a match, blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

__all__ = ["Response", "letters_in", "pairs_in", "pieces_of", "split_blanks_typed"]

Response = str | Sequence[str]
"""A response as it was typed; or, of several things, one text each."""

_HARD = re.compile(r"[;\n]+")
_AND = {"de": "und", "es": "y|e", "fr": "et", "it": "e|ed", "nl": "en", "pt": "e"}  # besides "and" and "&"
_BULLET = re.compile(r"^\s*(?:[-*•]|\(?\d{1,2}[.)])\s+")
_PAIR = re.compile(r"\(?(\d{1,2})\)?\s*(?:[-–=:.→>)]+\s*)?([A-Za-z]{1,2})(?![A-Za-z])")
_BETWEEN_BLANKS = (";", "\n", "|", ", ", ",")
_MOST_JOINED = 4  # how many commas or "and"s one member may hold


def letters_in(text: str, count: int) -> list[int] | None:
    """The options that letters name ("A, C", "ac", "b and d"), as places from 0; None where it is not letters.

    ``count`` is how many options there are. Letters keep the order in which they were typed.
    """
    words = [word for word in re.split(r"[\s,;.&+/)(>→-]+", text.strip().upper()) if word and word != "AND"]
    if len(words) == 1 and count <= 26 and words[0].isalpha():
        words = list(words[0])
    places = [_place(word) for word in words]
    if not places or any(place is None or place >= count for place in places):
        return None
    return [place for place in places if place is not None]


def _place(word: str) -> int | None:
    if not re.fullmatch(r"[A-Z]{1,2}", word):
        return None
    place = 0
    for char in word:
        place = place * 26 + ord(char) - ord("A") + 1
    return place - 1


@cache
def _soft(language: str) -> re.Pattern[str]:
    """Commas and the "and" of a language."""
    own = _AND.get(language.partition("-")[0].lower())
    words = f"and|&|{own}" if own else "and|&"
    return re.compile(rf" ?[,、，] ?(?:(?:{words}) )?| (?:{words}) ", re.IGNORECASE)


def pieces_of(response: Response, known: Callable[[str], bool], language: str = "en") -> list[str]:
    """The members that a response names. ``known`` says whether a piece is one that the bank knows.

    A line break or a semicolon always parts; a comma or "and" parts unless what it joins is known.
    """
    if not isinstance(response, str):
        return [piece.strip() for piece in response if piece.strip()]
    found: list[str] = []
    for part in _HARD.split(response):
        part = " ".join(_BULLET.sub("", part).split())
        if part:
            found += [part] if known(part) else _soft_pieces(part, known, _soft(language))
    return found


def _soft_pieces(part: str, known: Callable[[str], bool], soft: re.Pattern[str]) -> list[str]:
    cuts = [(0, 0), *(found.span() for found in soft.finditer(part)), (len(part), len(part))]
    found: list[str] = []
    at = 0
    while at < len(cuts) - 1:
        joined = next(
            (
                end
                for end in range(min(at + _MOST_JOINED, len(cuts) - 1), at + 1, -1)
                if known(part[cuts[at][1] : cuts[end][0]])
            ),
            at + 1,
        )
        piece = part[cuts[at][1] : cuts[joined][0]].strip(" .")
        if piece:
            found.append(piece)
        at = joined
    return found


def pairs_in(text: str, lefts: int, rights: int) -> list[int | None] | None:
    """For each left side the right side chosen, from "1B 2A" or "B A"; None where it is not letters."""
    numbered = _PAIR.findall(text)
    rest = _PAIR.sub("", text).strip(" ,;.\n")
    if numbered and not rest:
        chosen: list[int | None] = [None] * lefts
        for number, name in numbered:
            place = _place(name.upper())
            if not 1 <= int(number) <= lefts or place is None or place >= rights:
                return None
            chosen[int(number) - 1] = place
        return chosen
    letters = letters_in(text, rights)
    if letters is None or len(letters) > lefts:
        return None
    return [*letters, *[None] * (lefts - len(letters))]


def _separator(response: str, count: int) -> str:
    """What parts the blanks: the first that gives as many as are wanted, else the first that is there.

    ", " comes before ",", for the sake of "1,000, 2,000".
    """
    there = [mark for mark in _BETWEEN_BLANKS if mark in response]
    return next((mark for mark in there if response.count(mark) == count - 1), there[0] if there else ";")


def split_blanks_typed(response: Response, count: int) -> list[str]:
    """What was typed for each blank: parted by semicolons, bars or lines, else by commas; padded to ``count``."""
    if not isinstance(response, str):
        parts = [part.strip() for part in response]
    elif count == 1:
        parts = [response.strip()]
    else:
        parts = [part.strip() for part in response.split(_separator(response, count))]
    return (parts + [""] * count)[:count]
