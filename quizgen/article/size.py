"""How long an article is: its words, and the sentences of each paragraph that a teacher counts.

Titles, by-lines, footnotes and tables have no number and are not measured.
"""

from __future__ import annotations

from quizgen.article.markdown import visible_text
from quizgen.article.model import Article
from quizgen.article.normal import readable
from quizgen.article.scripts import count_words
from quizgen.article.sentence import sentences

__all__ = ["body_words", "sentence_counts", "word_count"]

_APOSTROPHES = str.maketrans("", "", "'’ʼ")


def word_count(text: str) -> int:
    """The words of a piece of an article: "Japan’s" is one; footnote marks and addresses of links are none."""
    return count_words(readable(visible_text(text)).translate(_APOSTROPHES))


def body_words(article: Article) -> int:
    """The words of the counted paragraphs."""
    return sum(word_count(article.text[block.start : block.end]) for block in article.paragraphs)


def sentence_counts(article: Article) -> tuple[int, ...]:
    """How many sentences each counted paragraph has, in the order of their numbers."""
    return tuple(len(sentences(article, block)) for block in article.paragraphs)
