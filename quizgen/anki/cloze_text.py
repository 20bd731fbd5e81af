"""The text of a cloze question as Anki's cloze fields have it: ``{{c1::answer::hint}}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import quote

from quizgen.anki.inert import inert, inert_in_blank, inert_in_hint
from quizgen.bank.model import Blank
from quizgen.shown import View, Words
from quizgen.text.html import block_html, inline_html

__all__ = ["LAST_BLANK", "cloze_body", "cloze_prompt"]

LAST_BLANK = 500
"""The highest number of a blank that Anki makes a card for."""

_OPEN, _CLOSE = "\ufdd1", "\ufdd2"  # noncharacters: no bank may hold them, and Markdown takes them for letters
_STAND_IN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_IN_TAG = re.compile(f"<[^>]*(?:{_OPEN}|{quote(_OPEN)})")

_Render = Callable[[str], str]


def cloze_prompt(view: View) -> str:
    """The heading of a cloze question with its blanks."""
    return _with_blanks(view.stem, lambda source: inline_html(source, maths="anki"))


def cloze_body(view: View) -> str:
    """The body of a cloze question with its blanks, or "" where it has none."""
    return _with_blanks(view.body, lambda source: block_html(source, maths="anki")) if view.body else ""


def _with_blanks(parts: Sequence[str | Blank], render: _Render) -> str:
    """Render the text as one, each blank a stand-in, so that emphasis and lists may hold blanks."""
    blanks = [part for part in parts if isinstance(part, Blank)]
    numbers = iter(range(len(blanks)))
    source = "".join(
        f"{_OPEN}{next(numbers)}{_CLOSE}" if isinstance(part, Blank) else _STAND_IN.sub("", part) for part in parts
    )
    html = inert(render(source))
    if len(_STAND_IN.findall(html)) != len(blanks) or _IN_TAG.search(html):
        return _piece_by_piece(parts)  # a blank stands in the address of a link: show the link as it is written
    return _STAND_IN.sub(lambda found: _blank(blanks[int(found[1])]), html)


def _piece_by_piece(parts: Sequence[str | Blank]) -> str:
    return "".join(
        _blank(part) if isinstance(part, Blank) else inert(inline_html(part, maths="anki")) for part in parts
    )


def _blank(blank: Blank) -> str:
    answer = inert_in_blank(Words(blank.forms[0], literal=True).html("anki"))
    hint = f"::{inert_in_hint(Words(blank.hint).html('anki'))}" if blank.hint else ""
    return f"{{{{c{blank.group}::{answer}{hint}}}}}"
