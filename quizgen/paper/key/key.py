"""The key of all versions as data, which the template of a page and that of a PDF show alike.

It says what is right under the numbers and letters of each sheet, and the words of the text that prove it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quizgen.bank.model import Bank
from quizgen.paper.key.by_version import KeyVersion, VersionTable, key_version, placed_in, tables_of
from quizgen.paper.key.entry import Entry, EntryWords, entry_of
from quizgen.paper.key.table import answer_in_words
from quizgen.paper.labels import Labels
from quizgen.paper.layout import Layout, Preset
from quizgen.paper.page import Page, page_of
from quizgen.paper.rich import Rich
from quizgen.paper.sheets.sheet import Item, Sheet
from quizgen.paper.sheets.versions import Copy
from quizgen.shown import Locate

__all__ = ["Holder", "Key", "KeySection", "make_key"]

_LOOK = Preset("key", 9, 1.25, 8)


@dataclass(frozen=True, slots=True)
class KeySection:
    """A topic and the entries of its questions. The title may be empty."""

    title: Rich
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has which version ("Version B")."""

    name: str
    group: str
    version: str


@dataclass(frozen=True, slots=True)
class Key:
    """All that a teacher needs to mark the sheets of one bank.

    ``title`` names the document, ``about`` says of which sheet it is and what that is worth. One version has its
    entries in printed order under printed numbers and no ``tables``; several have them in the order of the bank.
    ``support`` says that the key serves sheets with help, too, or is "".
    """

    page: Page
    title: str
    about: str
    versions: tuple[KeyVersion, ...]
    tables: tuple[VersionTable, ...]
    sections: tuple[KeySection, ...]
    holders: tuple[Holder, ...]
    support: str

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of every section in order."""
        return tuple(entry for section in self.sections for entry in section.entries)


def make_key(
    sheets: Sequence[Sheet],
    bank: Bank,
    layout: Layout,
    labels: Labels,
    *,
    locate: Locate,
    copies: Sequence[Copy] = (),
    drafts: Collection[str] = (),
    support: bool = False,
) -> Key:
    """The key of a bank's versions, which are given without support; ``locate`` says where a quote stands, or "".

    Those of ``copies`` that bear a name are listed. Questions whose ids are among the ``drafts`` are marked, and every
    page with them. ``support``: there are sheets with help, too.
    """
    placed = [*_in_order(sheets, bank)]
    items = [item for _, those in placed for item in those]
    places = {id(item.question): place for place, item in enumerate(items)}
    versions = tuple(key_version(sheet, places, labels) for sheet in sheets)
    words = EntryWords(bank, labels, locate, drafts, letters=len(sheets) == 1)
    page = page_of(sheets[0], bank, Layout(layout.paper, _LOOK, _LOOK.size), labels, drafts)
    rtl = page.direction == "rtl"
    sections = tuple(_sections(placed, versions, words, rtl=rtl))
    short = [answer_in_words(entry, labels) for section in sections for entry in section.entries]
    return Key(
        page=page,
        title=labels("key_title", title=page.title),
        about=_about(versions, page),
        versions=versions,
        tables=tuple(tables_of(versions, short, page.layout.column, rtl=rtl)),
        sections=sections,
        holders=tuple(_holders(copies, versions, labels)),
        support=labels("support_key", sign=labels("support")) if support else "",
    )


def _in_order(sheets: Sequence[Sheet], bank: Bank) -> Iterator[tuple[str, list[Item]]]:
    """Topics with their questions: those of the one sheet as printed, of several as the bank has them."""
    first = sheets[0]
    if len(sheets) == 1:
        yield from ((section.title, [*section.items]) for section in first.sections)
        return
    asked = {id(item.question): item for item in first.items}
    for topic in bank.topics:
        items = [asked[id(question)] for question in topic.questions if id(question) in asked]
        if items:
            yield topic.title, items


def _sections(
    placed: Sequence[tuple[str, Sequence[Item]]], versions: Sequence[KeyVersion], words: EntryWords, *, rtl: bool
) -> Iterator[KeySection]:
    where = placed_in(versions, rtl=rtl)
    place = 0
    for title, items in placed:
        entries = []
        for item in items:
            number = item.number if words.letters else place + 1
            entries.append(entry_of(item.view, number, words, where.get(place, ())))
            place += 1
        yield KeySection(Rich(title), tuple(entries))


def _about(versions: Sequence[KeyVersion], page: Page) -> str:
    sheet = [versions[0].words, versions[0].sheet] if len(versions) == 1 else []
    parts = [*sheet, page.points_words]
    if page.direction == "rtl":  # else a sheet's id and the number after it would change places
        parts = [f"\u2068{part}\u2069" for part in parts]
    return " · ".join(parts)


def _holders(copies: Sequence[Copy], versions: Sequence[KeyVersion], labels: Labels) -> Iterator[Holder]:
    """Sheets with support stand behind the plain ones, in the same order; their versions bear a sign."""
    for copy in copies:
        helped, place = divmod(copy.version, len(versions))
        if copy.name:
            sign = labels("support") if helped else ""
            yield Holder(copy.name, copy.group, f"{versions[place].words}{sign}")
