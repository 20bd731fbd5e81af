"""A seal: where the quotes of a bank stand, for where the article itself cannot go.

It lies beside the bank and holds the article's digest, how long it is and, for each quote that was found, the digest of
the whole quote and its place. (Digests of whole quotes: from digests of a few words most of an article can be put
together. Numbers of words and sentences give nothing of the text away.)
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.errors import DataError, Problem
from quizgen.files import read_text

if TYPE_CHECKING:
    from quizgen.article.model import Article

__all__ = ["Seal", "article_digest", "format_seal", "make_seal", "read_seal", "seal_path"]

_FORM = "quizgen seal 1"


@dataclass(frozen=True, slots=True)
class Seal:
    """The article's file name and digest, and the place of each quote by the quote's digest.

    ``words`` of the counted paragraphs, and how many ``sentences`` each of them has; None and empty where the seal was
    made before these were counted.
    """

    article: str
    digest: str
    places: dict[str, str]
    words: int | None = None
    sentences: tuple[int, ...] = ()

    def place(self, quote: str) -> str:
        """Where a quote stands, or "" where the seal does not know it."""
        return self.places.get(_digest(quote), "")


def seal_path(bank: Path) -> Path:
    """The seal of a bank: ``islands.md`` has ``islands.seal.json``."""
    return bank.with_suffix(".seal.json")


def make_seal(article: Article, quotes: Iterable[str]) -> tuple[Seal, tuple[str, ...]]:
    """Seal the quotes that stand in the article; those that do not are returned beside the seal."""
    from quizgen.article.quote import find_quote, locator  # who reads a seal needs none of these
    from quizgen.article.size import body_words, sentence_counts

    places: dict[str, str] = {}
    missing = []
    for quote in dict.fromkeys(quotes):
        place = find_quote(article, quote)
        if place is None:
            missing.append(quote)
        else:
            places[_digest(quote)] = locator(place)
    name = Path(article.name).name
    seal = Seal(name, article_digest(article), places, body_words(article), sentence_counts(article))
    return seal, tuple(missing)


def article_digest(article: Article) -> str:
    """The digest by which a seal knows its article."""
    return hashlib.sha256(article.text.encode()).hexdigest()


def _digest(quote: str) -> str:
    from quizgen.article.normal import normal_text  # not before a place is asked for

    return hashlib.sha256(normal_text(quote)[0].encode()).hexdigest()


def format_seal(seal: Seal) -> str:
    """The text of a seal's file, in stable order."""
    content: dict[str, Any] = {"form": _FORM, "article": seal.article, "sha256": seal.digest}
    if seal.words is not None:
        content["words"] = seal.words
    if seal.sentences:
        content["sentences"] = seal.sentences
    content["quotes"] = dict(sorted(seal.places.items()))
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_seal(path: Path) -> Seal:
    """Read a seal; DataError where the file is not one."""
    try:
        return _seal_of(json.loads(read_text(path)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = "this is not a seal of quizgen, or a newer one; make it anew: quizgen seal"
        raise DataError([Problem(str(path), 1, 1, message)]) from None


def _seal_of(content: dict[str, Any]) -> Seal:
    """The seal of a file's content; raises what a wrong shape raises, or ValueError."""
    words, sentences = content.get("words", 0), content.get("sentences", [])
    seal = Seal(content["article"], content["sha256"], content["quotes"], content.get("words"), tuple(sentences))
    texts = (seal.article, seal.digest, *seal.places.values())
    if content["form"] != _FORM or not all(isinstance(text, str) for text in texts):
        raise ValueError
    # type(): a bool is an int to isinstance
    if type(sentences) is not list or not all(type(number) is int and number >= 0 for number in (words, *sentences)):
        raise ValueError
    return seal
