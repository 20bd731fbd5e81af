"""The fields of a bank and of a question: their names, and what each may hold.

The tables below are the one place that lists them; parser, writer, JSON and the manual's test read them here.
"""

from __future__ import annotations

import re

__all__ = [
    "BANK_ID",
    "BANK_LISTS",
    "BANK_SCALARS",
    "FIELDS",
    "ID",
    "LANGUAGE",
    "LEVELS",
    "ONLY_FOR",
    "REPEATED",
    "YES_NO",
    "did_you_mean",
]

ID = re.compile(r"[a-z0-9][a-z0-9-]*")
BANK_ID = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")

LEVELS = ("recall", "understand", "apply", "analyse")

BANK_SCALARS = (
    "id",
    "title",
    "language",
    "article",
    "article-title",
    "article-author",
    "article-date",
    "publisher",
    "author",
    "license",
    "description",
    "minutes",
)
BANK_LISTS = ("tags", "names", "glossary", "objectives")

FIELDS = (
    "kind",
    "hint",
    "explain",
    "correction",
    "wrong",
    "note",
    "level",
    "difficulty",
    "objective",
    "tags",
    "points",
    "lines",
    "unit",
    "tolerance",
    "range",
    "ask",
    "choose",
    "order",
    "shuffle",
    "reverse",
    "typed",
    "names",
    "image",
    "audio",
    "as-of",
    "was",
    "status",
    "allow",
)
REPEATED = frozenset({"wrong", "allow"})
YES_NO = ("shuffle", "reverse", "typed", "names")

ONLY_FOR = {
    "unit": ("number",),
    "tolerance": ("number",),
    "range": ("number",),
    "ask": ("list",),
    "order": ("list",),
    "choose": ("choice", "choices"),
    "lines": ("open",),
    "correction": ("true-false",),
}
"""Fields that mean something for some kinds only; on another kind they are an error, not a silence."""


def did_you_mean(name: str, known: tuple[str, ...]) -> str:
    """``did you mean "level"? `` for a name that is nearly a known one, else nothing."""
    from difflib import get_close_matches

    near = get_close_matches(name.replace("_", "-"), known, n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"? ' if near else ""
