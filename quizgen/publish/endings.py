"""What the files of a bank are called: its name, and an ending for each output."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["CARDS", "DECK", "ENDINGS", "KEY", "MANIFEST", "NUMBERED", "SUPPORT", "WORKSHEET", "ending"]

DECK = ".apkg"
WORKSHEET, SUPPORT, KEY, CARDS = "-worksheet", "-worksheet-support", "-key", "-cards"
MANIFEST = "-manifest.json"


def ending(part: str, form: str) -> str:
    """The ending of a part on paper in a format: "-key" as "csv" is "-key.csv"."""
    return f"{part}.{form}"


def _endings() -> Iterator[str]:
    yield DECK
    for part in (WORKSHEET, SUPPORT, KEY, CARDS):
        yield from (ending(part, form) for form in ("pdf", "html"))
    yield from (ending(KEY, form) for form in ("csv", "json"))
    yield MANIFEST


ENDINGS = tuple(_endings())
"""Every ending, in the order in which outputs are named."""

NUMBERED = tuple(one for one in ENDINGS if one.startswith((WORKSHEET, KEY)))
"""Those of sheets and keys, which belong together by the id of a sheet."""
