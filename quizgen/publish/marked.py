"""Whether a file of an earlier build holds drafts: it says so itself, as nothing else remembers it."""

from __future__ import annotations

import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from quizgen.publish.endings import DECK

__all__ = ["holds_drafts"]

_PAGE = b'class="draft"'  # the mark across a page, or on a card
_PDF = b"<pdf:Keywords>draft</pdf:Keywords>"  # in what a PDF says of itself, which is not compressed
_NOTE = b" status::draft "  # among the tags of a note, which have a space around each
_UNREADABLE = (OSError, EOFError, KeyError, RuntimeError, BadZipFile, zlib.error)  # what a damaged zip makes of itself


def holds_drafts(file: Path) -> bool:
    """Whether a page or a PDF is marked as one with drafts, or a deck has a note that is; False where it cannot be
    read.
    """
    try:
        if file.suffix != DECK:
            return (_PDF if file.suffix == ".pdf" else _PAGE) in file.read_bytes()
        with ZipFile(file) as package:
            return _NOTE in package.read("collection.anki2")
    except _UNREADABLE:
        return False
