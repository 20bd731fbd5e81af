"""Seal a bank's quotes."""

from __future__ import annotations

from pathlib import Path

from quizgen.article.read import read_article
from quizgen.article.seal import format_seal, make_seal, seal_path
from quizgen.bank.parse import parse_bank
from quizgen.check.rules import RULES
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope
from quizgen.course import Course
from quizgen.errors import DataError, MissingError
from quizgen.files import read_text, write_text
from quizgen.places import article_of
from quizgen.publish.drafts import without_drafts
from quizgen.publish.refusals import as_problems

__all__ = ["seal_bank"]


def seal_bank(path: Path, course: Course | None, article_file: Path | None = None) -> tuple[Path, int]:
    """Write the seal of a bank; returns its path and how many quotes it holds.

    Raises DataError with every quote that is not in the article, MissingError where there is no article.
    """
    text = read_text(path)
    bank = parse_bank(text, str(path))
    article = read_article(article_file, bank.language or "en") if article_file else article_of(path, bank, course)
    if article is None:
        named = f'its article "{bank.article}" is not beside it' if bank.article else "it names no article"
        raise MissingError(f"{path}: {named}; say where it is: quizgen seal --article FILE")
    scope = Scope(without_drafts(bank), text, article)
    missing = as_problems(scope, check_bank(scope, (RULES["quote-not-found"],)))
    if missing:
        raise DataError(missing)
    quotes = [quote.text for question in bank.questions for quote in question.all_evidence()]
    seal, _ = make_seal(article, quotes)
    write_text(seal_path(path), format_seal(seal))
    return seal_path(path), len(seal.places)
