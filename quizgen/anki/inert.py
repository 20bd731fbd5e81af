"""Text that Anki must show and not act on.

Anki looks for its own marks in the finished HTML of a field: blanks, sounds, LaTeX. Where a question's words happen to
hold one, its first character is written as an HTML entity: a browser shows the same, Anki sees nothing.
"""

from __future__ import annotations

import re

__all__ = ["inert", "inert_in_blank"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # 0x1f parts the fields of a note
_MARKS = re.compile(r"\{(?=\{)|\[(?=sound:|anki:|/?latex\]|/?\$)", re.IGNORECASE)
_BLANK_MARKS = re.compile(r"\}(?=\}|\Z)|:(?=:|\Z)")


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def inert(html: str) -> str:
    """The HTML without control characters, and without anything that Anki would take for a mark of its own."""
    return _MARKS.sub(_entity, _CONTROL.sub("", html))


def inert_in_blank(html: str) -> str:
    """The same for HTML inside a blank ``{{c1::…::…}}``, which the first ``}}`` ends and ``::`` parts."""
    return _BLANK_MARKS.sub(_entity, inert(html))
