"""Worksheet, key and cards as HTML pages for a browser's print dialog, each whole in itself."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from quizgen.files import read_bytes
from quizgen.paper.labels import Labels, Value, direction_of
from quizgen.paper.media import NO_IMAGES
from quizgen.paper.page import Page
from quizgen.paper.worksheet.worksheet import Worksheet
from quizgen.shown.media import IMAGES
from quizgen.templating import Templates

if TYPE_CHECKING:
    from markupsafe import Markup

    from quizgen.paper.cards.cards import Cards
    from quizgen.paper.key.key import Key

__all__ = ["cards_html", "key_html", "worksheet_html"]

_UNSAFE = re.compile(r"[^ \w.,;:!?()+–—·“”‘’…/°-]")
_TITLE = 60  # letters of a title that fit into the foot of a page


def worksheet_html(worksheet: Worksheet, templates: Templates, images: Mapping[str, bytes] = NO_IMAGES) -> str:
    """The sheets of a bank as one page; ``images`` are those of `Worksheet.images` by their file."""
    given = _given(worksheet.page, templates, images)
    return templates.render("paper/sheet.html", sheet=worksheet, **given)


def key_html(key: Key, templates: Templates) -> str:
    """The key of all versions as one page."""
    return templates.render("paper/key.html", key=key, **_given(key.page, templates))


def cards_html(cards: Cards, templates: Templates, images: Mapping[str, bytes] = NO_IMAGES) -> str:
    """The cards to cut out as one page; ``images`` are those of `Cards.images` by their file."""
    return templates.render("paper/cards.html", cards=cards, **_given(cards.page, templates, images))


def _given(page: Page, templates: Templates, images: Mapping[str, bytes] = NO_IMAGES) -> dict[str, Any]:
    """What every template knows: ``page``, its ``layout`` and ``labels``, ``images`` as addresses, and what it calls.

    ``say(label, …)`` is a label, ``said(words)`` words made of labels, both marked where they are in another language
    than the page; ``style(name)`` is a stylesheet, ``picture(name)`` the address of a picture among the templates. For
    a rule of CSS: ``css_string(text)``, ``title`` as the foot of a page has room for it, and ``count(counter)``: "Page
    2 of 3", or "Page 2" with a counter that the rule names.
    """
    from markupsafe import Markup

    labels = page.labels

    @cache
    def say(name: str, **values: Value) -> Markup:
        return _marked(labels(name, **values), labels.language_of(name), page.language)

    return {
        "page": page,
        "layout": page.layout,
        "labels": labels,
        "images": {file: _data_address(file, content) for file, content in images.items()},
        "say": say,
        "said": lambda words: _marked(words, labels.language, page.language) if words else "",
        "style": lambda name: Markup(templates.text(name)),
        "picture": lambda name: _data_address(name, read_bytes(templates.path(name))),
        "css_string": lambda text: Markup(_css_string(text)),
        "count": lambda counter="": Markup(_count(labels, counter)),
        "title": page.title if len(page.title) <= _TITLE else f"{page.title[: _TITLE - 1].rstrip()}…",
    }


def _marked(words: str, language: str, around: str) -> Markup:
    """Words of ours, escaped; with their language where the page is in another one."""
    from markupsafe import Markup, escape

    if _main(language) == _main(around):
        return escape(words)
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(language, direction_of(language), words)


def _main(language: str) -> str:
    return language.lower().partition("-")[0]


def _count(labels: Labels, counter: str) -> str:
    """The content of a margin box that counts the pages of the document, or those of one sheet in it.

    How many pages a sheet has is not known to a browser, where it is not alone in the document.
    """
    known = {"page": f"counter({counter or 'page'})", "pages": "counter(pages)", "": ""}
    parts = labels.parts("page_alone" if counter else "page")
    return " ".join(f"{_css_string(text)} {known[brace]}".rstrip() for text, brace in parts if text or brace)


def _css_string(text: str) -> str:
    """A CSS string with its quotes; whatever could end it, or the style element, is written as a code."""
    return '"' + _UNSAFE.sub(lambda found: rf"\{ord(found[0]):x} ", text) + '"'


def _data_address(file: str, content: bytes) -> str:
    """An image as a ``data:`` address, so that a page opens on any machine without its folder."""
    return f"data:{IMAGES[PurePath(file).suffix.lower()]};base64,{b64encode(content).decode('ascii')}"
