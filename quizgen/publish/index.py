"""The page that links everything a build made, and says what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from quizgen.publish.built import Built, Merged
from quizgen.publish.endings import CARDS, DECK, KEY, SUPPORT, WORKSHEET, ending
from quizgen.publish.marked import holds_drafts
from quizgen.shown import source_of
from quizgen.templating import Templates

__all__ = ["index_html"]

_PARTS = {WORKSHEET: "worksheet", SUPPORT: "worksheet with support", KEY: "key", CARDS: "cards"}
_KINDS = {DECK: ("deck", "Anki deck")} | {
    ending(part, form): (part.strip("-").partition("-")[0], f"{name.capitalize()}{of}")
    for part, name in _PARTS.items()
    for form, of in (("pdf", " (PDF)"), ("html", ""))
}
_KINDS |= {ending(KEY, form): ("key", f"Key ({form.upper()})") for form in ("csv", "json")}
"""What a file is, by its ending: a class for the stylesheet, and words."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A link to a file, ``kind`` a class for the stylesheet."""

    kind: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """One bank on the page; ``marked`` where one of its links leads to drafts of an earlier build."""

    title: str
    description: str
    source: str
    questions: int
    drafts: int
    included: int
    marked: bool
    command: str
    links: tuple[_Link, ...]


def index_html(
    built: Sequence[Built], out: Path, templates: Templates, merged: Merged | None = None, earlier: Path | None = None
) -> str:
    """The index of an output folder; links lead to what is there, of this build or an earlier one.

    ``merged`` is the one file of all decks that this build made, ``earlier`` that of an earlier one, if it is there.
    """
    file = merged.file if merged else earlier
    return templates.render(
        "index/index.html",
        entries=[_entry(one, out) for one in built],
        merged=merged,
        merged_marked=merged.included > 0 if merged else earlier is not None and holds_drafts(earlier),
        merged_link=quote(file.relative_to(out).as_posix()) if file else "",
        language="en",
        css=templates.text("index/index.css"),
    )


def _entry(one: Built, out: Path) -> _Entry:
    bank = one.bank
    named = {ending: f"{one.name}{ending}" for ending in _KINDS}
    there = {
        end: file
        for end, file in named.items()
        if out / file in one.files or ((out / file).is_file() and out / file not in one.stale)
    }
    marked = {end for end, file in there.items() if out / file not in one.files and holds_drafts(out / file)}
    # a bank whose questions went back to drafts may have left outputs there
    links = tuple(_Link(*_KINDS[end], quote(file)) for end, file in there.items() if bank.approved or end in marked)
    return _Entry(
        bank.title,
        bank.description,
        source_of(bank),
        len(bank.approved),
        one.drafts,
        one.included,
        bool(marked),
        f'quizgen quiz "{one.file}"' if " " in one.file else f"quizgen quiz {one.file}",
        links,
    )
