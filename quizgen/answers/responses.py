"""What a response picks out: letters, members of a list, sides of a match, blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

__all__ = ["Response", "letters_in", "pairs_in", "pieces_of", "split_blanks_typed"]

Response = str | Sequence[str]
"""A response as it was typed; or, of several things, one text each."""

_HARD = re.compile(r"[;\n]+")
# besides "and" and "&"
_AND = {"de": "und", "es": "y|e", "fr": "et", "it": "e|ed", "nl": "en", "pt": "e", "ru": "и", "uk": "і|й|та"}
_BULLET = re.compile(r"^\s*(?:[-–—*•·▪◦‣+]|\(?(?:\d{1,2}|[a-z])[.)](?!\w))\s+")
_NUMBERED = re.compile(r"\s*\(?[1aA][.)]\s")  # "1. one 2. two" on one line
_NEXT_NUMBER = re.compile(r"[\s,]+(?=\(?(?:\d{1,2}|[B-Zb-z])[.)]\s)")
_PAIR = re.compile(
    r"[#(]?(\d{1,2})\)?\s*(?:(?:[-–—=:.→⇒>)]+|is|to|with|goes with|matches)\s*)?\(?([A-Za-z]{1,2})(?![A-Za-z])\)?"
    r"|(?<![A-Za-z])([A-Za-z]{1,2})\s*(?:[-–—=:.→⇒>)]+\s*)?(\d{1,2})(?!\d)",
    re.IGNORECASE,
)
_NONE_CHOSEN = frozenset(("?", "_", "-", "–", "—", "…", "...", "x"))
_WITH_LETTERS = "AND UND ET EN OG OCH BOTH OPTION OPTIONS LETTER LETTERS ANSWER ANSWERS NUMBER И І"
_AND_WORDS = frozenset(_WITH_LETTERS.split())
_AND_LETTERS = frozenset("YEI")  # "a y c": a word only where no option has that letter
_LABEL = re.compile(r"\A\(?(\d{1,2})(?:[.):]|\s*=)\s*(?=\S)")  # "(2) Tokyo"
_BETWEEN_BLANKS = (";", "\n", "|", ", ", ",")
_IN_ORDER = re.compile(r"\A(?:(?:first|second|third|last)(?:ly)?|next|finally)\b[:,]? +(?=\w)", re.IGNORECASE)
_AND_SO_ON = frozenset(("etc", "and so on", "usw", "u.s.w", "…", ""))
_MOST_WORDS = 12  # of a response without commas that is looked at word by word
_MOST_JOINED = 4  # how many commas or "and"s one member may hold


def letters_in(text: str, count: int) -> list[int] | None:
    """The options that letters name ("A, C", "ac", "b and d"), as places from 0; None where it is not letters.

    ``count`` is how many options there are. Letters keep the order in which they were typed.
    """
    typed = unicodedata.normalize("NFKC", text).strip().upper()
    words = [word for word in re.split(r"[\s,;.:&+/|)(\[\]\"'<>→⇒–—-]+", typed) if word and word not in _AND_WORDS]
    words = [word for word in words if len(words) < 3 or word not in _AND_LETTERS or (_place(word) or 0) < count]
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
def _commas(language: str) -> re.Pattern[str]:
    """Commas and the "and" of a language."""
    own = _AND.get(language.partition("-")[0].lower())
    words = "and|&" + (f"|{own}" if own else "")
    return re.compile(rf" ?[,、，،] ?(?:(?:{words}) )?| (?:{words}) ", re.IGNORECASE)


@cache
def _soft(language: str) -> re.Pattern[str]:
    """All that may stand between two members on one line."""
    own = _AND.get(language.partition("-")[0].lower())
    words = "and then|and also|and|&|then|plus|as well as|along with" + (f"|{own}" if own else "")
    return re.compile(
        rf" ?[,、，،] ?(?:(?:{words}) )?| (?:{words}) |(?<=\w) ?(?:[→⇒•·|/+]|->|=>) ?(?=\w)| [<>] ", re.IGNORECASE
    )


def pieces_of(response: Response, known: Callable[[str], bool], language: str = "en") -> list[str]:
    """The members that a response names. ``known`` says whether a piece is one that the bank knows.

    A line break or a semicolon always parts; a comma or "and" parts unless what it joins is known; a space parts where
    every part is known.
    """
    if not isinstance(response, str):
        return [piece.strip() for piece in response if piece.strip()]
    found: list[str] = []
    for line in _HARD.split(response):
        for part in _NEXT_NUMBER.split(line) if _NUMBERED.match(line) else [line]:
            part = " ".join(part.split())
            part = part if known(part) else _BULLET.sub("", part)
            if part:
                found += [part] if known(part) else _parted(part, known, language)
    return [piece for piece in found if piece.lower().strip(" .") not in _AND_SO_ON or (piece and known(piece))]


def _parted(part: str, known: Callable[[str], bool], language: str) -> list[str]:
    """A line in its pieces; "then" and the like part only where commas and "and" alone do not make it out."""
    plain = _soft_pieces(part, known, _commas(language))
    return plain if all(map(known, plain)) else _soft_pieces(part, known, _soft(language))


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
        piece = piece if len(cuts) < 3 or known(piece) else _IN_ORDER.sub("", piece)
        if piece:
            joined_up = _spaced_pieces(piece.replace("-", " "), known) if "-" in piece and not known(piece) else []
            found += joined_up or _spaced_pieces(piece, known) or [piece]
        at = joined
    return found


def _spaced_pieces(piece: str, known: Callable[[str], bool]) -> list[str]:
    """The members of "Etorofu Kunashiri Shikotan"; none where a word of it belongs to no member."""
    words = piece.removeprefix("both ").split()
    if not 1 < len(words) <= _MOST_WORDS or known(piece):
        return [] if known(piece) or len(words) != 1 else words
    found: list[str] = []
    at = 0
    while at < len(words):
        ends = range(min(at + _MOST_JOINED, len(words)), at, -1)
        end = next((end for end in ends if known(" ".join(words[at:end]))), 0)
        if not end:
            return []
        found.append(" ".join(words[at:end]))
        at = end
    return found


def pairs_in(text: str, lefts: int, rights: int) -> list[int | None] | None:
    """For each left side the right side chosen, from "1B 2A" or "B A"; None where it is not letters."""
    text = unicodedata.normalize("NFKC", text)
    numbered = [(found[1] or found[4], found[2] or found[3]) for found in _PAIR.finditer(text)]
    rest = re.sub(r"\band\b", "", _PAIR.sub("", text)).strip(" ,;.&/|\n\t")
    if numbered and not rest:
        chosen: list[int | None] = [None] * lefts
        for number, name in numbered:
            place = _place(name.upper())
            if not 1 <= int(number) <= lefts or place is None or place >= rights:
                return None
            chosen[int(number) - 1] = place
        return chosen
    words = re.split(r"[\s,;]+", text.strip(" ,;\n"))
    if any(word in _NONE_CHOSEN for word in words) and len(words) <= lefts:
        return _letters_and_gaps(words, lefts, rights)
    letters = letters_in(text, rights)
    if letters is None or len(letters) > lefts:
        return None
    return [*letters, *[None] * (lefts - len(letters))]


def _letters_and_gaps(words: Sequence[str], lefts: int, rights: int) -> list[int | None] | None:
    """ "A ? C": nothing is chosen for the second."""
    places = [None if word in _NONE_CHOSEN else _place(word.upper()) for word in words]
    if any(place is None and word not in _NONE_CHOSEN for word, place in zip(words, places, strict=True)):
        return None
    if all(place is None for place in places) or any(place is not None and place >= rights for place in places):
        return None
    return [*places, *[None] * (lefts - len(places))]


def _separator(response: str, count: int) -> str:
    """What parts the blanks: the first that gives as many as are wanted, else the first that is there.

    ", " comes before ",", for the sake of "1,000, 2,000".
    """
    there = [mark for mark in _BETWEEN_BLANKS if mark in response]
    return next((mark for mark in there if response.count(mark) == count - 1), there[0] if there else ";")


def split_blanks_typed(response: Response, count: int, known: Callable[[str], bool], language: str = "en") -> list[str]:
    """What was typed for each blank: parted by semicolons, bars or lines, else by commas; padded to ``count``.

    Numbers before all of them ("1. one; 2. two") do not count. ``known`` says whether a part is an answer of the bank.
    """
    if not isinstance(response, str):
        parts = [part.strip() for part in response]
    elif count == 1:
        parts = [response.strip()]
    else:
        parts = [part.strip() for part in response.split(_separator(response, count))]
        if len(parts) != count:
            pieces = pieces_of(response, known, language)
            parts = pieces if len(pieces) == count else parts
    labels = [_LABEL.match(part) for part in parts]
    if len(parts) > 1 and all(label and int(label[1]) == at for at, label in enumerate(labels, 1)):
        parts = [_LABEL.sub("", part) for part in parts]
    return (parts + [""] * count)[:count]
