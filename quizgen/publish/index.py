"""The page that links everything a build made, and says what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from quizgen.publish.built import Built, Merged
from quizgen.publish.made import DECK, KEY, WORKSHEET
from quizgen.publish.marked import holds_drafts
from quizgen.shown import source_of
from quizgen.templating import Templates

__all__ = ["index_html"]

_KINDS = {DECK: "deck", WORKSHEET: "worksheet", KEY: "key"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One bank on the page: links by what they are, in the order of ``_KINDS``; ``marked`` where one of them leads to
    drafts of an earlier build.
    """

    title: str
    description: str
    source: str
    questions: int
    drafts: int
    included: int
    marked: bool
    command: str
    links: dict[str, str]


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
    named = {name: f"{one.name}{ending}" for ending, name in _KINDS.items()}
    there = {name: file for name, file in named.items() if out / file in one.files or (out / file).is_file()}
    marked = {name for name, file in there.items() if out / file not in one.files and holds_drafts(out / file)}
    # a bank whose questions went back to drafts may have left outputs there
    links = {name: quote(file) for name, file in there.items() if bank.approved or name in marked}
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
