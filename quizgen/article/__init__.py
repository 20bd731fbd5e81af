"""The reading that questions are built from: its paragraphs and sentences, and where a quote stands in it."""

from __future__ import annotations

from quizgen.article.model import Article, Mark, Paragraph, Role, Sentence
from quizgen.article.normal import Normalised, normalise, readable
from quizgen.article.quote import Place, find_all, find_quote, locator, sentence_text
from quizgen.article.read import make_article, read_article
from quizgen.article.sentences import sentences

__all__ = [
    "Article",
    "Mark",
    "Normalised",
    "Paragraph",
    "Place",
    "Role",
    "Sentence",
    "find_all",
    "find_quote",
    "locator",
    "make_article",
    "normalise",
    "read_article",
    "readable",
    "sentence_text",
    "sentences",
]
