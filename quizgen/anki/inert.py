"""Text that Anki must show and not act on.

Anki looks for its own marks in the finished HTML of a field: blanks, sounds, LaTeX, the box to type into. Where a
question's words happen to hold one, its first character is written as an HTML entity: a browser shows the same, Anki
sees nothing. MathJax looks in the page itself, where entities are gone: see :mod:`quizgen.text.mathjax`.
"""

from __future__ import annotations

import re

from quizgen.text.html import escape_html
from quizgen.text.mathjax import hide_maths_marks

__all__ = ["inert", "inert_in_blank", "inert_in_hint", "plain_html"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")  # 0x1f parts the fields of a note
# Anki composes characters in the finished HTML (NFC): a ">" and the stroke U+0338 become one, and a tag stays open
_MARKS = re.compile(r"\{(?=\{)|\[(?=sound:|anki:|\[type:|/?latex\]|/?\$)|(?<![^>])\u0338", re.IGNORECASE)
_BLANK_MARKS = re.compile(r"\}(?=\}|\Z)|:(?=:|\Z)|(?<=\Aimage-occlusion):")
_HINT_MARKS = re.compile(r"\A(?=sound:|anki:|/?latex|/?\$|\[type:).", re.IGNORECASE | re.DOTALL)


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def plain_html(text: str) -> str:
    """Plain text, in which nothing is marked, as HTML for an element of a card."""
    return hide_maths_marks(escape_html(text))


def inert(html: str) -> str:
    """The HTML without control characters, and without anything that Anki would take for a mark of its own."""
    return _MARKS.sub(_entity, _CONTROL.sub("", html))


def inert_in_blank(html: str) -> str:
    """The same for HTML inside a blank ``{{c1::…::…}}``, which the first ``}}`` ends and ``::`` parts."""
    return _BLANK_MARKS.sub(_entity, inert(html))


def inert_in_hint(html: str) -> str:
    """The same for the hint of a blank, which Anki shows in brackets: ``[sound:x]`` must not come of ``sound:x``."""
    return _HINT_MARKS.sub(_entity, inert_in_blank(html))
