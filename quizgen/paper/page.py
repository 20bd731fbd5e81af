"""What every page has, whatever stands on it: its size, its language and the words in its foot."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quizgen.bank.model import Bank
from quizgen.errors import UsageError
from quizgen.paper.sheet import Sheet
from quizgen.shown import source_of

__all__ = ["SIZES", "Page", "page_of", "points_text", "points_words"]


@dataclass(frozen=True, slots=True)
class Size:
    """A size of paper, as CSS and as people call it; ``width`` as CSS."""

    css: str
    name: str
    width: str


SIZES = {
    "a4": Size("210mm 297mm", "A4", "210mm"),
    "letter": Size("8.5in 11in", "Letter", "8.5in"),
}
"""The papers by name; a browser's own "A4" and "letter", spelt out."""

_RIGHT_TO_LEFT = re.compile(r"(?:ar|he|iw|fa|ur|ps|sd|ug|yi|ckb|dv)(?:-|$)|.*-(?:arab|hebr)\b", re.IGNORECASE)
_TITLE = 60  # letters of a title that fit into the foot of a page
_UNSAFE = re.compile(r"[^ \w.,;:!?()+–—·“”‘’…/-]")


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates know of a page. ``foot`` is a CSS string with its quotes, safe as CSS."""

    size: Size
    language: str
    direction: Literal["ltr", "rtl"]
    english: bool
    title: str
    version: str
    sheet_id: str
    source: str
    points: str
    points_words: str
    minutes: int | None
    foot: str
    draft: bool


def page_of(sheet: Sheet, bank: Bank, paper: str, heading: str = "", drafts: Collection[str] = ()) -> Page:
    """The page of a sheet; ``heading`` stands before the title in its foot. UsageError where the paper is unknown.

    Where one of ``drafts``, ids of questions, is on the sheet, each page is marked. The mark is no part of what the
    sheet's id is drawn from: a key fits the sheet before and after its questions are approved.
    """
    if paper not in SIZES:
        raise UsageError(f'the paper is {" or ".join(SIZES)}; found "{paper}"')
    language = bank.language or "en"
    draft = any(item.question.id in drafts for item in sheet.items)
    name = sheet.title if len(sheet.title) <= _TITLE else f"{sheet.title[: _TITLE - 1].rstrip()}…"
    return Page(
        size=SIZES[paper],
        language=language,
        direction="rtl" if _RIGHT_TO_LEFT.match(language) else "ltr",
        english=language.lower().partition("-")[0] == "en",
        title=sheet.title,
        version=sheet.version,
        sheet_id=sheet.id,
        source=source_of(bank),
        points=points_text(sheet.points),
        points_words=points_words(sheet.points),
        minutes=bank.minutes,
        foot=_css_string(f"{'DRAFT · ' * draft}{heading}{name} · Version {sheet.version} · Sheet {sheet.id}"),
        draft=draft,
    )


def _css_string(text: str) -> str:
    """A CSS string with its quotes; whatever could end it, or the style element, is written as a code."""
    return '"' + _UNSAFE.sub(lambda found: rf"\{ord(found[0]):x} ", text) + '"'


def points_text(points: Decimal) -> str:
    """A number of points without needless zeros: 2, 2.5."""
    text = f"{points:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def points_words(points: Decimal) -> str:
    """1 point, 2 points."""
    return f"{points_text(points)} {'point' if points == 1 else 'points'}"
