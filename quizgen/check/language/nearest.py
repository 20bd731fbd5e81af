"""How a quote misses its article: the passage that it comes nearest to, and the words that differ.

Words are counted to choose the place: each word that quote and article share says where the quote would begin, and
the few places that most of them agree on are compared word by word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from quizgen.article.model import Article
from quizgen.article.normal import normalise
from quizgen.article.quote import compared_blocks, find_quote, locator, stands_in

__all__ = ["Miss", "miss_of"]

_NEAR = 0.5  # of the quote's words that the passage shares; with fewer it is another passage
_DRIFT = 3  # words by which the start may shift, as words were left out or put in
_LONGEST = 200  # words of a quote that are compared: time goes by their square
_WEIGHED = 40  # places whose neighbours' words are counted, too
_TRIED = 4  # places that are compared word by word
_COMMON = 400  # places of a word from which it says little of where a quote begins
# what stands between spaces; of scripts without spaces each character
_UNSPACED = "\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u3001-\ud7ff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_SIGNS = re.compile(r"[^\w%$€£¥&+]+")
_LEFT_OUT = re.compile(r"\s*[\[(]?(?:…|\.\s?\.\s?\.)[\])]?\s*")

_Step = tuple[int, int, int, int]
"""A stretch that differs: words of the quote from … to, words of the passage from … to."""


@dataclass(frozen=True, slots=True)
class Miss:
    """``lines`` say to people how a quote misses its article; ``words`` are those of the quote where it goes wrong."""

    lines: tuple[str, ...]
    words: str


class _Word(NamedTuple):
    """A word as it is compared, where it stands, and its ``key``: without capitals and signs."""

    text: str
    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class _Index:
    """The words of an article in order, and the places of each key among them."""

    text: str
    tidy: str
    words: list[_Word]
    places: dict[str, list[int]]


def miss_of(article: Article, quote: str) -> Miss:
    """Say how a quote that is not in the article misses it; of a very long one its beginning is looked at."""
    normal = normalise(quote)
    said = _words(normal.text)[:_LONGEST]
    index = _index(article)
    parted = _parted(article, normal.text)
    near = None if parted else _nearest(index, said)
    if near is None:
        return Miss((parted or "nothing in the article comes near it",), quote)
    passage = _without_outer_signs(index.words[near[0] : near[1]], said)
    found = index.text[passage[0].start : passage[-1].end]
    steps = _steps([word.text for word in said], [word.text for word in passage])
    place = find_quote(article, found)
    lines = (
        f"{_difference(normal.text, found, index.text)}{f', {locator(place)}' if place else ''}:",
        f"  the article: {_marked(index.tidy, passage, [step[2:] for step in steps])}",
        f"  this quote:  {_marked(normal.tidy, said, [step[:2] for step in steps])}",
    )
    at = said[min(steps[0][0], len(said) - 1)].start if steps else 0
    return Miss(lines, _from(quote, normal.offsets[at]))


def _without_outer_signs(passage: Sequence[_Word], said: Sequence[_Word]) -> list[_Word]:
    """The passage without the comma behind it and the bracket before it that the quote rightly leaves out."""
    words = [*passage]
    last, ending = words[-1], said[-1].text
    if last.text.startswith(ending) and last.key == said[-1].key:
        words[-1] = last._replace(text=ending, end=last.start + len(ending))
    first, beginning = words[0], said[0].text
    if first.text.endswith(beginning) and first.key == said[0].key:
        words[0] = first._replace(text=beginning, start=first.end - len(beginning))
    return words


def _parted(article: Article, sought: str) -> str:
    """What is wrong with a quote each part of which would be found, or ""."""
    parts = [part for part in _LEFT_OUT.split(sought) if part]
    if len(parts) > 1 and all(stands_in(article, part) for part in parts):
        return "each part of it is in the article; make them quotes of their own"
    if sought in _in_one_line(article) and sought not in compared_blocks(article)[0]:
        return "it runs from one paragraph into the next; make a quote of each part"
    return ""


@lru_cache(maxsize=4)
def _in_one_line(article: Article) -> str:
    return normalise(compared_blocks(article)[0]).text


@lru_cache(maxsize=4)
def _index(article: Article) -> _Index:
    text, tidy = compared_blocks(article)
    words = _words(text)
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.key, []).append(place)
    return _Index(text, tidy, words, places)


def _words(text: str) -> list[_Word]:
    return [
        _Word(found[0], *found.span(), _SIGNS.sub("", found[0]).casefold() or found[0])
        for found in _WORD.finditer(text)
    ]


def _nearest(index: _Index, said: Sequence[_Word]) -> tuple[int, int] | None:
    """The first and the last word (exclusive) of the passage that shares most words with the quote."""
    keys = [word.key for word in said]
    passages = [passage for start in _agreed(index, keys) if (passage := _passage(index, keys, start))]
    shared, first, last = max(passages, key=lambda passage: (passage[0], passage[1] - passage[2]), default=(0, 0, 0))
    return (first, last) if shared and shared >= _NEAR * len(keys) else None


def _agreed(index: _Index, keys: Sequence[str]) -> list[int]:
    """The places where the quote would begin by most of the words that it shares with the article."""
    shared = [(offset, index.places[key]) for offset, key in enumerate(keys) if key in index.places]
    telling = [(offset, places) for offset, places in shared if len(places) <= _COMMON] or shared[:1]
    votes = Counter(place - offset for offset, places in telling for place in places)
    around = {
        start: sum(votes[start + by] for by in range(-_DRIFT, _DRIFT + 1)) for start, _ in votes.most_common(_WEIGHED)
    }
    return sorted(around, key=lambda start: (-around[start], -votes[start], start))[:_TRIED]


def _passage(index: _Index, keys: Sequence[str], start: int) -> tuple[int, int, int] | None:
    """How many words the block about here shares with the quote, and the first and last word (exclusive) of them."""
    first, last = _within_block(index, start, start + len(keys))
    window = [word.key for word in index.words[first:last]]
    same = [block for block in _matcher(keys, window).get_matching_blocks() if block.size]
    if not same:
        return None
    # the words before the first one shared, and after the last, stand for those of the quote
    before, after = same[0].a, len(keys) - same[-1].a - same[-1].size
    begin = max(same[0].b - before, 0)
    end = min(same[-1].b + same[-1].size + after, len(window))
    return sum(block.size for block in same), first + begin, first + end


def _within_block(index: _Index, start: int, end: int) -> tuple[int, int]:
    """The words about ``start`` to ``end`` that stand in the block of the one in the middle."""
    words = index.words
    middle = words[min(max((start + end) // 2, 0), len(words) - 1)].start
    begins = index.text.rfind("\n", 0, middle) + 1
    ends = index.text.find("\n", middle) % (len(index.text) + 1)
    around = range(max(start - _DRIFT, 0), min(end + _DRIFT, len(words)))
    inside = [place for place in around if begins <= words[place].start < ends]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _matcher(left: Sequence[str], right: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, left, right, autojunk=False)


def _steps(said: Sequence[str], passage: Sequence[str]) -> list[_Step]:
    return [(a, b, c, d) for what, a, b, c, d in _matcher(said, passage).get_opcodes() if what != "equal"]


def _difference(sought: str, found: str, text: str) -> str:
    """What differs, where that is easily overlooked."""
    if sought.casefold() == found.casefold():
        return "only capitals differ"
    if _bare(sought) == _bare(found):
        return "only signs and spaces differ"
    if _bare(sought.casefold()) == _bare(found.casefold()):
        return "only capitals and signs differ"
    if sought in text:
        return "it begins or ends inside a word"
    return "the nearest words"


def _bare(text: str) -> str:
    return _SIGNS.sub("", text)


def _marked(text: str, words: Sequence[_Word], stretches: Iterable[Sequence[int]]) -> str:
    """The words as they stand in the text, those that differ in brackets."""
    parts = []
    at = words[0].start
    for first, last in stretches:
        if first < last:
            start, end = words[first].start, words[last - 1].end
            parts += [text[at:start], "[", text[start:end], "]"]
            at = end
    return "".join([*parts, text[at : words[-1].end]])


def _from(quote: str, start: int) -> str:
    """The word of the quote that begins here, with as many after it as it takes to be the first of its kind."""
    for found in _WORD.finditer(quote, start):
        if quote.find(quote[start : found.end()]) == start:
            return quote[start : found.end()]
    return quote[start:]
