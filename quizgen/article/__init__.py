"""The reading that questions are built from: its paragraphs and sentences, and where a quote stands in it.

Importing this package loads none of it: a self-test whose bank has a seal needs no article.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizgen.article.model import Article, Mark, Paragraph, Role, Sentence
    from quizgen.article.normal import Normalised, normalise, readable
    from quizgen.article.quote import (
        Place,
        compared_blocks,
        compared_spans,
        find_all,
        find_quote,
        locator,
        sentence_text,
        stands_in,
    )
    from quizgen.article.read import make_article, read_article
    from quizgen.article.sentence import sentences

__all__ = [
    "Article",
    "Mark",
    "Normalised",
    "Paragraph",
    "Place",
    "Role",
    "Sentence",
    "compared_blocks",
    "compared_spans",
    "find_all",
    "find_quote",
    "locator",
    "make_article",
    "normalise",
    "read_article",
    "readable",
    "sentence_text",
    "sentences",
    "stands_in",
]

_HOMES = dict.fromkeys(("Article", "Mark", "Paragraph", "Role", "Sentence"), "model")
_HOMES |= dict.fromkeys(("Normalised", "normalise", "readable"), "normal")
_HOMES |= dict.fromkeys(
    ("Place", "compared_blocks", "find_all", "find_quote", "locator", "sentence_text", "stands_in"), "quote"
)
_HOMES |= {"make_article": "read", "read_article": "read", "sentences": "sentence"}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
