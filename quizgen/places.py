"""Where the quotes of a bank stand: from its article where that is there, else from its seal.

Both are read at once, so that what is wrong with them is said before the first question of a quiz. A quote is looked
for when its place is asked for: to part an article into sentences takes longer than all else before that question.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.article.seal import read_seal, seal_path
from quizgen.bank.model import Bank
from quizgen.course import Course
from quizgen.shown import Locate

if TYPE_CHECKING:
    from quizgen.article.model import Article

__all__ = ["article_file", "article_of", "locate_in", "quotes_unknown"]


def article_of(path: Path, bank: Bank, course: Course | None) -> Article | None:
    """A bank's article, or None where it names none or its file is not there."""
    found = article_file(path, bank, course)
    if found is None:
        return None
    from quizgen.article.read import read_article  # not where a seal stands for it

    return read_article(found, bank.language or "en")


def article_file(path: Path, bank: Bank, course: Course | None) -> Path | None:
    """The file of a bank's article, or None where it names none or it is not there."""
    return (course or Course(path.parent)).article(path, bank.article) if bank.article else None


def quotes_unknown(bank: Bank, locate: Locate) -> int:
    """How many quotes of a bank that names an article nobody vouches for: neither the article nor a seal."""
    if not bank.article:
        return 0
    return sum(not locate(quote.text) for question in bank.approved for quote in question.all_evidence())


def locate_in(path: Path, bank: Bank, course: Course | None) -> Locate:
    """Says of each quote where it stands; "" where that is not known."""
    article = article_of(path, bank, course)
    if article is not None:
        return lambda quote: _place(article, quote)
    sealed = seal_path(path)
    return read_seal(sealed).place if sealed.is_file() else _nowhere


def _nowhere(_quote: str) -> str:
    return ""


def _place(article: Article, quote: str) -> str:
    from quizgen.article.quote import find_quote, locator

    place = find_quote(article, quote)
    return locator(place) if place else ""
