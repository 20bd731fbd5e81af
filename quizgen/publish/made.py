"""The outputs of one bank, made and not yet written: files by the ending of their names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.course import Course
from quizgen.places import locate_in
from quizgen.publish.topics import questions_in, topics_in
from quizgen.publish.works import Work
from quizgen.shown import Locate
from quizgen.templating import Templates, shipped_templates

if TYPE_CHECKING:
    from quizgen.paper import Sheet

__all__ = ["DECK", "KEY", "OUTPUTS", "WORKSHEET", "Made", "Order", "make"]

OUTPUTS = ("anki", "paper")
"""What can be asked for with ``--only``."""

DECK, WORKSHEET, KEY = ".apkg", "-worksheet.html", "-key.html"


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a build. ``pick`` and ``topics`` shorten the sheets; ``frozen`` forbids changing a bank."""

    only: tuple[str, ...] = OUTPUTS
    paper: str = "a4"
    pick: int | None = None
    topics: tuple[str, ...] = ()
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """Files by their ending, the cards of the deck, and how many questions the sheet asks (None: no sheet)."""

    outputs: dict[str, bytes]
    cards: int = 0
    sheet: int | None = None


def make(work: Work, course: Course | None, order: Order, templates: Templates) -> Made:
    """Make what is asked for of one bank; nothing of a bank without approved questions."""
    if not work.bank.approved:
        return Made({})
    locate = locate_in(work.path, work.bank, course)
    deck, cards = _deck(work, locate, templates) if "anki" in order.only else ({}, 0)
    sheet = _sheet(work, order) if "paper" in order.only else None
    pages = _pages(sheet, work, order, locate, templates) if sheet else {}
    return Made(deck | pages, cards, len(sheet.items) if sheet else None)


def _deck(work: Work, locate: Locate, templates: Templates) -> tuple[dict[str, bytes], int]:
    from quizgen.anki import build_deck

    deck = build_deck(work.bank, locate=locate, templates=templates, modified=_modified(work.path, templates))
    return {DECK: deck.data}, deck.cards


def _modified(bank: Path, templates: Templates) -> int:
    """When the inputs of a deck changed last, in seconds since 1970; ``SOURCE_DATE_EPOCH`` stands for it if set.

    It is the only clock of a build: an unchanged bank gives an unchanged deck, and a later edit a later date, which
    is what Anki goes by when a deck is imported again.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdecimal():
        return int(fixed)
    folders = (*templates.folders, shipped_templates())
    inputs = [bank, *(path for folder in folders for path in (folder / "anki").glob("*"))]
    return int(max(path.stat().st_mtime for path in inputs))


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

    worksheet = worksheet_html(sheet, work.bank, paper=order.paper, templates=templates)
    key = key_html(sheet, work.bank, locate=locate, paper=order.paper, templates=templates)
    return {WORKSHEET: worksheet.encode(), KEY: key.encode()}
