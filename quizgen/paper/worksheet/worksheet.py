"""The worksheet as data, which the template of a page and that of a PDF show alike.

Nothing in it says what is right: what is handed out can be looked through as a file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.bank.model import Bank
from quizgen.paper.labels import Labels
from quizgen.paper.layout import Layout
from quizgen.paper.page import Page, page_of
from quizgen.paper.rich import Rich
from quizgen.paper.sheets.sheet import Item, Section, Sheet
from quizgen.paper.sheets.versions import Copy, copies_of
from quizgen.paper.worksheet.asked import Asked, asked_of
from quizgen.paper.worksheet.reading import Reading

__all__ = ["Placed", "PlacedSection", "Version", "Worksheet", "make_worksheet"]


class Placed(NamedTuple):
    """A question in a version: its number, its place in `Worksheet.questions`, and its options under their letters,
    each by its place in `Asked.options`.
    """

    number: int
    question: int
    options: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A topic in a version; ``words`` are those to choose from."""

    title: Rich
    text: Rich
    words: tuple[Rich, ...]
    items: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A version in print. ``words`` names it ("Version A"), ``sheet`` its id ("Sheet ABCD2345"); ``hints``: they are
    printed.
    """

    name: str
    words: str
    id: str
    sheet: str
    sections: tuple[PlacedSection, ...]
    hints: bool


@dataclass(frozen=True, slots=True)
class Worksheet:
    """All that is printed for students of one bank. ``circle`` and ``square``: such options are on it."""

    page: Page
    questions: tuple[Asked, ...]
    versions: tuple[Version, ...]
    copies: tuple[Copy, ...]
    glossary: tuple[tuple[Rich, Rich], ...]
    circle: bool
    square: bool
    reading: Reading | None = None

    @property
    def images(self) -> tuple[str, ...]:
        """The files of the images on it, each once."""
        return tuple(dict.fromkeys(asked.image for asked in self.questions if asked.image))


def make_worksheet(
    sheets: Sequence[Sheet],
    bank: Bank,
    layout: Layout,
    labels: Labels,
    *,
    copies: Sequence[Copy] | None = None,
    drafts: Collection[str] = (),
    reading: Reading | None = None,
) -> Worksheet:
    """The versions of a bank as they are printed; ``copies`` None: each once.

    Every page is marked where one of the ``drafts``, ids of questions, is on it.
    """
    first = sheets[0]
    corrects = first.corrects
    kinds = {item.question.kind for item in first.items}
    laid, places = _laid_out(sheets)
    return Worksheet(
        page=page_of(first, bank, layout, labels, drafts),
        questions=tuple(asked_of(item.view, layout, labels, corrects=corrects) for item in laid),
        versions=tuple(_version(sheet, labels, places) for sheet in sheets),
        copies=tuple(copies_of(len(sheets)) if copies is None else copies),
        glossary=tuple((Rich(gloss.term), Rich(gloss.meaning)) for gloss in first.glossary),
        circle=not kinds.isdisjoint(("choice", "true-false")),
        square="choices" in kinds,
        reading=reading,
    )


def _laid_out(sheets: Sequence[Sheet]) -> tuple[list[Item], dict[tuple[bool, int], int]]:
    """A view of every question, without support and with it where there are such sheets, and where each stands.

    Any version will do: what one changes is no part of `Asked`.
    """
    laid: list[Item] = []
    places: dict[tuple[bool, int], int] = {}
    for sheet in {sheet.support: sheet for sheet in sheets}.values():
        for item in sheet.items:
            places[sheet.support, id(item.question)] = len(laid)
            laid.append(item)
    return laid, places


def _version(sheet: Sheet, labels: Labels, places: Mapping[tuple[bool, int], int]) -> Version:
    return Version(
        name=sheet.version,
        words=labels("version", version=sheet.version) + (labels("support") if sheet.support else ""),
        id=sheet.id,
        sheet=labels("sheet", id=sheet.id),
        sections=tuple(_section(section, sheet.support, places) for section in sheet.sections),
        hints=sheet.support,
    )


def _section(section: Section, support: bool, places: Mapping[tuple[bool, int], int]) -> PlacedSection:
    return PlacedSection(
        title=Rich(section.title),
        text=Rich(section.text, "block"),
        words=tuple(Rich(word, "literal") for word in section.words),
        items=tuple(_placed(item, places[support, id(item.question)]) for item in section.items),
    )


def _placed(item: Item, question: int) -> Placed:
    return Placed(item.number, question, tuple((option.letter, option.index) for option in item.view.options))
