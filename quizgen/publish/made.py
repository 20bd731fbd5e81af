"""What a build makes before it writes: of one bank its pages, and its notes laid out for a deck; the decks of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.course import Course
from quizgen.places import article_file, locate_in, quotes_unknown
from quizgen.publish.built import Deck, LockBuilt
from quizgen.publish.order import Order
from quizgen.publish.topics import questions_in, topics_in
from quizgen.publish.works import Work
from quizgen.shown import Locate
from quizgen.templating import Templates

if TYPE_CHECKING:
    from quizgen.anki import Package, Prepared
    from quizgen.paper import Sheet

__all__ = ["DECK", "ENDINGS", "KEY", "WORKSHEET", "Decks", "Made", "make"]

DECK, WORKSHEET, KEY = ENDINGS = (".apkg", "-worksheet.html", "-key.html")


@dataclass(frozen=True, slots=True)
class Made:
    """Pages by the ending of their names, the notes of the deck (None: no deck), how many questions the sheet asks
    (None: no sheet), and how many quotes neither the article nor a seal vouches for.
    """

    pages: dict[str, bytes]
    prepared: Prepared | None = None
    sheet: int | None = None
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class Decks:
    """``packages``, and what is ``told`` of them, are by the name of their bank; ``merged`` is the one package of all;
    ``changed`` holds the locks that are to be written, ``read`` what stood in each before (None: nothing). ``stranded``
    banks make no deck, though students have so many notes of an earlier one.
    """

    packages: Mapping[str, bytes] = field(default_factory=dict)
    told: Mapping[str, Deck] = field(default_factory=dict)
    merged: Package | None = None
    changed: Mapping[Path, bytes] = field(default_factory=dict)
    read: Mapping[Path, bytes | None] = field(default_factory=dict)
    stranded: Mapping[str, int] = field(default_factory=dict)
    locks: tuple[LockBuilt, ...] = ()


def make(work: Work, course: Course | None, order: Order, templates: Templates) -> Made:
    """Make what is asked for of one bank; nothing of a bank without approved questions."""
    if not work.bank.approved:
        return Made({})
    locate = locate_in(work.path, work.bank, course)
    prepared = _prepared(work, course, locate) if "anki" in order.only else None
    sheet = _sheet(work, order) if "paper" in order.only else None
    pages = _pages(sheet, work, order, locate, templates) if sheet else {}
    vouched = article_file(work.path, work.bank, course) is not None  # then check has looked them up
    unchecked = 0 if vouched else quotes_unknown(work.bank, locate)
    return Made(pages, prepared, len(sheet.items) if sheet else None, unchecked)


def _prepared(work: Work, course: Course | None, locate: Locate) -> Prepared:
    from quizgen.anki import prepare

    above = course.settings.anki.deck if course else ""
    return prepare(work.bank, locate=locate, drafts=work.included, above=above)


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
