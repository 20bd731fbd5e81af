"""From a bank to an Anki package (.apkg), in the format that every Anki since 2.1.54 imports."""

from __future__ import annotations

from quizgen.anki.build import Package, build_deck

__all__ = ["Package", "build_deck"]
