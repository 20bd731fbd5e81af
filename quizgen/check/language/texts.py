"""Every text of a bank, with the dialect it is written in and the place it stands at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from quizgen.bank.model import Answer, Item, Open, Option, Pair, Point, Question, TrueFalse
from quizgen.check.scope import Scope

__all__ = ["Text", "texts_of"]

Dialect = Literal["inline", "block", "literal", "plain"]
"""Inline and block Markdown are shown, literal text is compared, plain text has no marks at all."""


class Text(NamedTuple):
    """A text that somebody reads. ``line`` and ``at`` as a flaw has them."""

    words: str
    dialect: Dialect
    line: int
    at: int | None


def texts_of(scope: Scope) -> Iterator[Text]:
    """The texts of a bank: of its front matter, of its topics, and of its questions in the order of the file."""
    yield from _texts_of_front(scope)
    for topic in scope.bank.topics:
        yield Text(topic.title, "inline", topic.line, None)
        yield Text(topic.text, "block", topic.line, None)
    for at, case in enumerate(scope.cases):
        for words, dialect, line in _texts_of_question(case.question):
            if words:
                yield Text(words, dialect, line, at)


def _texts_of_front(scope: Scope) -> Iterator[Text]:
    bank = scope.bank
    for key in ("title", "description", "author", "article_author", "article_title", "publisher", "license"):
        yield Text(getattr(bank, key), "plain", scope.front_line(key.replace("_", "-")), None)
    for group in bank.names:
        for form in group:
            yield Text(form, "literal", scope.front_line("names"), None)
    for gloss in bank.glossary:
        for words in (gloss.term, gloss.meaning):
            yield Text(words, "inline", scope.front_line("glossary"), None)


def _texts_of_question(question: Question) -> Iterator[tuple[str, Dialect, int]]:
    """The texts with their lines; 0 where the model does not know the line of a field."""
    yield question.prompt, "inline", 0
    yield question.body, "block", 0
    for words in (question.hint, question.explain, question.note):
        yield words, "inline", 0
    if isinstance(question, TrueFalse):
        yield question.correction, "inline", 0
    compared: Dialect = "inline" if isinstance(question, Open) else "literal"
    for part in question.parts():
        yield from _texts_of_part(part, compared)
    for quote in question.evidence:
        yield quote.text, "plain", quote.line
    for wrong in question.wrong:
        for form in wrong.forms:
            yield form, "literal", wrong.line
        yield wrong.feedback, "inline", wrong.line
    for media in (question.image, question.audio):
        if media:
            yield media.alt, "plain", media.line


def _texts_of_part(
    part: Answer | Option | Pair | Item | Point, compared: Dialect
) -> Iterator[tuple[str, Dialect, int]]:
    if isinstance(part, Answer):
        for form in part.forms:
            yield form, compared, part.line
    elif isinstance(part, Pair):
        yield part.left, "inline", part.line
        for form in part.forms:
            yield form, "inline", part.line
    else:
        yield part.text, "inline", part.line
    yield part.feedback, "inline", part.line
    for quote in part.evidence:
        yield quote.text, "plain", quote.line
