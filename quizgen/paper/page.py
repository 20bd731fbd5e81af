"""What every page has, whatever stands on it: its layout, its language and the words of its head and foot."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from quizgen.bank.model import Bank
from quizgen.paper.labels import Direction, Labels, direction_of
from quizgen.paper.layout import Layout
from quizgen.paper.sheets.sheet import Sheet
from quizgen.shown import source_of

__all__ = ["Page", "page_of"]


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates know of a page.

    ``direction`` is that of its language, though the labels may be in English. ``points`` is what a sheet is worth,
    ``draft``: drafts are on it.
    """

    layout: Layout
    labels: Labels
    language: str
    direction: Direction
    title: str
    source: str
    points: str
    points_words: str
    minutes_words: str
    draft: bool


def page_of(sheet: Sheet, bank: Bank, layout: Layout, labels: Labels, drafts: Collection[str] = ()) -> Page:
    """The page of a bank's sheets, of which any version will do.

    Where one of ``drafts``, ids of questions, is on the sheet, each page is marked. The mark is no part of what the
    sheet's id is drawn from: a key fits the sheet before and after its questions are approved.
    """
    language = bank.language or "en"
    return Page(
        layout=layout,
        labels=labels,
        language=language,
        direction=direction_of(language) if labels.fallback else labels.direction,
        title=sheet.title,
        source=source_of(bank),
        points=labels.number(sheet.points),
        points_words=labels("points", n=sheet.points),
        minutes_words=labels("minutes", n=bank.minutes) if bank.minutes else "",
        draft=any(item.question.id in drafts for item in sheet.items),
    )
