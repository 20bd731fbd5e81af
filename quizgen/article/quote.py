"""Finding a quote in its article: the proof that the article says so.

A quote is found if, after the three normalisations of `normal`, it stands in one block of the article as
whole words: "he" is not found in "the", "elected" not in "re-elected", "can" not in "can’t", "100" not in
"100,000"; "île" is found in "l’île". Scripts without spaces have no such bounds.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.article.model import Article, Paragraph, Role
from quizgen.article.normal import normal_text, normalise, readable
from quizgen.article.scripts import in_word, is_combining
from quizgen.article.sentence import paragraph_text, sentences

__all__ = [
    "Place",
    "compared_blocks",
    "compared_spans",
    "find_all",
    "find_quote",
    "locator",
    "sentence_text",
    "stands_in",
]

_APOSTROPHES = "'’ʼ"
_HYPHENS = "-‐‑"
_IN_NUMBERS = ".,:/"
# Letters and digits for certain (`in_word`): between two of them no quote begins.
_SURE = "0-9A-Za-zÀ-ÖØ-öø-ɏΑ-ΡΣ-ώЀ-ҁҊ-ԯ"
_MAY_BEGIN = re.compile(rf"(?<![{_SURE}])(?=\S)|(?=[^{_SURE}\s])")
_LONG = 50_000  # characters of an article from which its quotes are looked up and no longer sought by reading
_HEAD = 12  # characters that a quote is looked up by


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: `text[start:end]` of the article, from its first to its last character.

    `paragraph`, `sentence` and `last_sentence` (the same as `sentence` where the quote lies in one) count
    from 1; all three are None outside counted paragraphs. `role` says what the quote stands in.
    """

    start: int
    end: int
    role: Role
    paragraph: int | None
    sentence: int | None
    last_sentence: int | None


@dataclass(frozen=True, slots=True)
class _Index:
    """All blocks normalised, a line each: as they are compared, and with quotes and dashes as they were written."""

    text: str
    tidy: str


def find_quote(article: Article, quote: str) -> Place | None:
    """Find a quote: the first place in a counted paragraph, else the first place at all."""
    elsewhere = None
    for span in _spans(article, quote):
        if _block(article, span[0]).number is not None:
            return _place(article, *span)
        elsewhere = elsewhere or span
    return _place(article, *elsewhere) if elsewhere else None


def stands_in(article: Article, quote: str) -> bool:
    """Whether a quote stands in the article: as `find_quote`, but no sentence is parted, so in microseconds."""
    return next(_whole(article, _as_sought(quote)), None) is not None


def compared_blocks(article: Article) -> tuple[str, str]:
    """Return all blocks after the normalisations, a line each: as they are compared, and as they were written.

    The second is as long as the first and keeps quotation marks and dashes.
    """
    index = _index(article)
    return index.text, index.tidy


def compared_spans(article: Article, quote: str) -> Iterator[tuple[int, int]]:
    """Yield where a quote stands, in offsets of `compared_blocks`; as `find_all`, but no sentence is parted."""
    yield from _whole(article, _as_sought(quote))


def find_all(article: Article, quote: str) -> tuple[Place, ...]:
    """Find every place of a quote, in the order of the text; places do not overlap."""
    return tuple(_place(article, *span) for span in _spans(article, quote))


def locator(place: Place) -> str:
    """Say where a place is: "¶ 3, sentence 4", "¶ 3, sentences 4–5", or what it stands in: "heading"."""
    if place.paragraph is None:
        return str(place.role)
    if place.sentence == place.last_sentence:
        return f"¶ {place.paragraph}, sentence {place.sentence}"
    return f"¶ {place.paragraph}, sentences {place.sentence}–{place.last_sentence}"


def sentence_text(article: Article, place: Place) -> str:
    """Return the whole sentences in which a place lies, on one line; outside counted paragraphs the block."""
    block = _block(article, place.start)
    start, end = block.start, block.end
    if place.sentence is not None and place.last_sentence is not None:
        parted = sentences(article, block)
        start, end = parted[place.sentence - 1].start, parted[place.last_sentence - 1].end
    return readable(paragraph_text(article, block)[start - block.start : end - block.start])


@lru_cache(maxsize=16)
def _index(article: Article) -> _Index:
    both = [normal_text(paragraph_text(article, block)) for block in article.blocks]
    # no normalised text holds a line end, so no quote can reach from one block into the next
    return _Index("\n".join(text for text, _ in both), "\n".join(tidy for _, tidy in both))


@lru_cache(maxsize=16)
def _offsets(article: Article) -> array[int]:
    """Where each character of the normalised blocks stands in the article's text."""
    offsets: array[int] = array("q")
    for block in article.blocks:
        start = block.start
        offsets.extend([start + offset for offset in normalise(paragraph_text(article, block)).offsets])
        offsets.append(block.end)
    return offsets


def _spans(article: Article, quote: str) -> Iterator[tuple[int, int]]:
    """Yield where the quote stands as whole words, in offsets of the article's text."""
    for start, end in _whole(article, _as_sought(quote)):
        offsets = _offsets(article)
        yield offsets[start], offsets[end - 1] + 1


def _as_sought(quote: str) -> str:
    return normal_text(quote)[0]


def _whole(article: Article, sought: str) -> Iterator[tuple[int, int]]:
    """Yield where the text stands as whole words, in offsets of the normalised blocks; places do not overlap."""
    tidy = _index(article).tidy
    last = 0
    for start in _starts(article, sought):
        end = start + len(sought)
        if start >= last and not _runs_on(tidy, start) and not _runs_on(tidy, end):
            yield start, end
            last = end


def _starts(article: Article, sought: str) -> Iterator[int]:
    """Yield where the text stands and may begin, in order; places may overlap."""
    text = _index(article).text
    if len(sought) >= _HEAD and len(text) >= _LONG:
        heads = _heads(article)
        start = heads.first.get(sought[:_HEAD], -1)
        while start >= 0:
            if text.startswith(sought, start):
                yield start
            start = heads.following[start]
        return
    start = text.find(sought) if sought else -1
    while start >= 0:
        yield start
        start = text.find(sought, start + 1)


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where in the normalised blocks a quote may begin, by its first characters.

    ``first`` has the first place of each, ``following`` the next place with the same characters, or -1. Ten thousand
    quotes in an article of 100,000 words take a second if each is sought by reading.
    """

    first: dict[str, int]
    following: array[int]


@lru_cache(maxsize=4)
def _heads(article: Article) -> _Heads:
    text = _index(article).text
    first: dict[str, int] = {}
    following = array("q", [-1]) * len(text)
    for start in reversed([found.start() for found in _MAY_BEGIN.finditer(text)]):
        head = text[start : start + _HEAD]
        following[start] = first.get(head, -1)
        first[head] = start
    return _Heads(first, following)


def _runs_on(text: str, at: int) -> bool:
    """Whether a word (or a number) runs across this position."""
    if at == 0 or at == len(text):
        return False
    before, after = text[at - 1], text[at]
    if after == " " or (before == " " and after.isascii()):
        return False
    if is_combining(after) or (in_word(before) and in_word(after)):
        return True
    return _joins(text, at, _HYPHENS + _APOSTROPHES) or _joins(text, at - 1, _HYPHENS) or _in_number(text, at)


def _joins(text: str, at: int, joiners: str) -> bool:
    """Whether one of the joiners stands here with a letter or a digit on both sides."""
    if text[at] not in joiners or at == 0 or at + 1 >= len(text):
        return False
    return in_word(text[at - 1]) and in_word(text[at + 1])


def _in_number(text: str, at: int) -> bool:
    """Whether the position touches a sign between two digits, as in "100,000" and "1:30"."""
    for middle in (at - 1, at):
        around = text[middle - 1 : middle] + text[middle + 1 : middle + 2]
        if text[middle] in _IN_NUMBERS and len(around) == 2 and around.isdecimal():
            return True
    return False


def _block(article: Article, offset: int) -> Paragraph:
    return article.blocks[bisect_right(article.blocks, offset, key=lambda block: block.start) - 1]


def _place(article: Article, start: int, end: int) -> Place:
    block = _block(article, start)
    if block.number is None:
        return Place(start, end, block.role, None, None, None)
    starts = [sentence.start for sentence in sentences(article, block)]
    return Place(start, end, block.role, block.number, bisect_right(starts, start), bisect_right(starts, end - 1))
