"""A paragraph into sentences, by pysbd: it knows "St. Petersburg" and "p.m.", in 23 languages.

pysbd is loaded when the first sentence is asked for, and each paragraph is parted once: both take longer than
reading does. Of pysbd only the order of its sentences is taken and not its offsets, which go wrong where a
sentence comes twice.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from quizgen.article.markdown import quoted_text
from quizgen.article.model import Article, Paragraph, Role, Sentence
from quizgen.article.normal import normalise

__all__ = ["paragraph_text", "sentences"]

# pysbd takes time by the square of the length: 0.05 s for 10,000 characters, 4 s for 100,000
LONGEST = 20_000
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|(?<=[。！？])(?![。！？」』])")


def sentences(article: Article, paragraph: Paragraph) -> tuple[Sentence, ...]:
    """Part a paragraph into sentences that leave nothing out but the white space between them.

    Footnote marks after a full stop belong to the sentence before. A language that pysbd does not know is
    parted as English is.
    """
    spans = _spans(paragraph_text(article, paragraph), article.language)
    return tuple(
        Sentence(number, paragraph.start + start, paragraph.start + end)
        for number, (start, end) in enumerate(spans, start=1)
    )


def paragraph_text(article: Article, paragraph: Paragraph) -> str:
    """Return the paragraph's text as long as in the article, with spaces for the `>` of a block quote."""
    text = article.text[paragraph.start : paragraph.end]
    return quoted_text(text) if paragraph.role is Role.QUOTE else text


@lru_cache(maxsize=4096)
def _spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    normal = normalise(text)
    starts = [normal.offsets[start] for start in _starts(normal.tidy, language)]
    # marks were dropped before parting, so what precedes the first sentence and follows the last is theirs
    bounds = [0, *starts[1:], len(text)]
    return tuple((start, start + len(text[start:end].rstrip())) for start, end in pairwise(bounds))


def _starts(tidy: str, language: str) -> list[int]:
    starts: list[int] = []
    position = 0
    for sentence in _part(tidy, language):
        found = tidy.find(sentence.strip(), position)
        # pysbd alters a few rare characters; such a sentence joins the one before
        if found >= 0 and sentence.strip():
            starts.append(found)
            position = found + len(sentence.strip())
    return starts


def _part(tidy: str, language: str) -> Iterable[str]:
    if len(tidy) > LONGEST:
        return _END.split(tidy)
    with warnings.catch_warnings():
        # it calls re.sub and re.split in a way that Python 3.13 is about to give up
        warnings.simplefilter("ignore", DeprecationWarning)
        parted: list[str] = _segmenter(language).processor(tidy).process()
    return parted


@cache
def _segmenter(language: str) -> Any:
    with warnings.catch_warnings():
        # its sources hold '\s' in plain strings, at which newer Pythons warn when they compile them
        warnings.simplefilter("ignore")
        from pysbd import Segmenter
        from pysbd.languages import LANGUAGE_CODES
    code = re.split("[-_]", language.lower())[0]
    return Segmenter(language=code if code in LANGUAGE_CODES else "en", clean=False)
