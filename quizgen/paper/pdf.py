"""Worksheet, key and cards as PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.paper.json_form import json_form
from quizgen.paper.media import NO_IMAGES
from quizgen.paper.typeset import Typeset, typeset
from quizgen.paper.worksheet.worksheet import Worksheet
from quizgen.templating import Templates

if TYPE_CHECKING:
    from quizgen.paper.cards.cards import Cards
    from quizgen.paper.key.key import Key

__all__ = ["cards_pdf", "key_pdf", "worksheet_pdf"]


def worksheet_pdf(
    worksheet: Worksheet, templates: Templates, images: Mapping[str, bytes] = NO_IMAGES, fonts: Sequence[Path] = ()
) -> Typeset:
    """All copies of a bank's sheets in one file; ``images`` are those of `Worksheet.images` by their file."""
    return typeset("paper/sheet.typ", json_form(worksheet), templates, media=images, fonts=fonts)


def key_pdf(key: Key, templates: Templates, fonts: Sequence[Path] = ()) -> Typeset:
    """The key of all versions."""
    return typeset("paper/key.typ", json_form(key), templates, fonts=fonts)


def cards_pdf(
    cards: Cards, templates: Templates, images: Mapping[str, bytes] = NO_IMAGES, fonts: Sequence[Path] = ()
) -> Typeset:
    """The cards to cut out, fronts and backs."""
    return typeset("paper/cards.typ", json_form(cards), templates, media=images, fonts=fonts)
