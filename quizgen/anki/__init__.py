"""From banks to an Anki package (.apkg), in the format that every Anki since 2.1.54 imports."""

from __future__ import annotations

from quizgen.anki.build import Package, build_deck, digests, package
from quizgen.anki.changes import Changes
from quizgen.anki.entries import Lock
from quizgen.anki.note_types import note_types
from quizgen.anki.prepare import Prepared, prepare
from quizgen.anki.relock import Relocked, relock

__all__ = [
    "Changes",
    "Lock",
    "Package",
    "Prepared",
    "Relocked",
    "build_deck",
    "digests",
    "note_types",
    "package",
    "prepare",
    "relock",
]
