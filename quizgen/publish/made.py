"""The outputs of one bank, made and not yet written: files by the ending of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.article.seal import seal_path
from quizgen.course import Course
from quizgen.places import article_file, locate_in, quotes_unknown
from quizgen.publish.topics import questions_in, topics_in
from quizgen.publish.works import Work
from quizgen.shown import Locate
from quizgen.templating import Templates, shipped_templates

if TYPE_CHECKING:
    from quizgen.paper import Sheet

__all__ = ["DECK", "ENDINGS", "KEY", "OUTPUTS", "WORKSHEET", "Made", "Order", "make"]

OUTPUTS = ("anki", "paper")
"""What can be asked for with ``--only``."""

DECK, WORKSHEET, KEY = ENDINGS = (".apkg", "-worksheet.html", "-key.html")


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a build. ``pick`` and ``topics`` shorten the sheets; ``frozen`` forbids changing a bank;
    ``drafts`` takes in what is not approved, and marks it.
    """

    only: tuple[str, ...] = OUTPUTS
    paper: str = "a4"
    pick: int | None = None
    topics: tuple[str, ...] = ()
    frozen: bool = False
    drafts: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """Files by their ending, the cards of the deck, how many questions the sheet asks (None: no sheet), and how many
    quotes neither the article nor a seal vouches for.
    """

    outputs: dict[str, bytes]
    cards: int = 0
    sheet: int | None = None
    unchecked: int = 0


def make(work: Work, course: Course | None, order: Order, templates: Templates) -> Made:
    """Make what is asked for of one bank; nothing of a bank without approved questions."""
    if not work.bank.approved:
        return Made({})
    locate = locate_in(work.path, work.bank, course)
    deck, cards = _deck(work, course, locate, templates) if "anki" in order.only else ({}, 0)
    sheet = _sheet(work, order) if "paper" in order.only else None
    pages = _pages(sheet, work, order, locate, templates) if sheet else {}
    vouched = article_file(work.path, work.bank, course) is not None  # then check has looked them up
    unchecked = 0 if vouched else quotes_unknown(work.bank, locate)
    return Made(deck | pages, cards, len(sheet.items) if sheet else None, unchecked)


def _deck(work: Work, course: Course | None, locate: Locate, templates: Templates) -> tuple[dict[str, bytes], int]:
    from quizgen.anki import build_deck

    modified = _modified(work, course, templates)
    deck = build_deck(work.bank, locate=locate, templates=templates, modified=modified, drafts=work.included)
    return {DECK: deck.data}, deck.cards


def _modified(work: Work, course: Course | None, templates: Templates) -> int:
    """When the inputs of a deck changed last, in seconds since 1970; ``SOURCE_DATE_EPOCH`` stands for it if set.

    It is the only clock of a build: unchanged inputs give an unchanged deck, and a later edit a later date, which is
    what Anki goes by when a deck is imported again.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdecimal():
        return int(fixed)
    return int(max(path.stat().st_mtime for path in _inputs(work, course, templates) if path.is_file()))


def _inputs(work: Work, course: Course | None, templates: Templates) -> Iterator[Path]:
    """The files that a deck is made of: bank, article or seal, pictures and sounds, templates."""
    yield work.path
    yield seal_path(work.path)
    article = article_file(work.path, work.bank, course)
    if article:
        yield article
    for question in work.bank.approved:
        yield from (work.path.parent / media.file for media in (question.image, question.audio) if media)
    for folder in (*templates.folders, shipped_templates()):
        yield from (folder / "anki").glob("*")


def _sheet(work: Work, order: Order) -> Sheet | None:
    """The sheet, with all there is where more is wanted; None where the topics are not of this bank."""
    from quizgen.paper import make_sheet

    topics = topics_in(work.bank, order.topics)
    if order.topics and not topics:
        return None
    approved = sum(question.approved for question in questions_in(work.bank, topics))
    if not approved:
        return None
    pick = None if order.pick is None else min(order.pick, approved)
    return make_sheet(work.bank, pick=pick, topics=topics)


def _pages(sheet: Sheet, work: Work, order: Order, locate: Locate, templates: Templates) -> dict[str, bytes]:
    from quizgen.paper import key_html, worksheet_html

    drafts = work.included
    worksheet = worksheet_html(sheet, work.bank, paper=order.paper, templates=templates, drafts=drafts)
    key = key_html(sheet, work.bank, locate=locate, paper=order.paper, templates=templates, drafts=drafts)
    return {WORKSHEET: worksheet.encode(), KEY: key.encode()}
