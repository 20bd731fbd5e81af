"""The reading on paper: its paragraphs under the numbers by which evidence is located."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.article.model import Article, Role
from quizgen.article.normal import readable
from quizgen.article.sentence import paragraph_text

__all__ = ["Paragraph", "Reading", "reading_of"]

_UNPRINTED = (Role.MATTER, Role.MARKUP)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article: its number ("" where nobody counts it), whether it is a heading, and its plain text."""

    number: str
    heading: bool
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The article as it is printed before the questions; ``title`` and ``source`` are what its bank calls it."""

    title: str
    source: str
    paragraphs: tuple[Paragraph, ...]


def reading_of(article: Article, title: str, source: str) -> Reading:
    """Every block of the article in order, but for what is markup alone."""
    printed = (block for block in article.blocks if block.role not in _UNPRINTED)
    return Reading(
        title,
        source,
        tuple(
            Paragraph(str(block.number or ""), block.heading, readable(paragraph_text(article, block)))
            for block in printed
        ),
    )
