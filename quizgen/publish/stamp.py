"""Give the questions of a bank's file their ids."""

from __future__ import annotations

from pathlib import Path

from quizgen.bank.edit import Stamp, stamp_ids
from quizgen.bank.parse import parse_bank
from quizgen.files import read_bytes, read_text, write_bytes

__all__ = ["stamp_bank"]

_MARK = b"\xef\xbb\xbf"


def stamp_bank(path: Path) -> tuple[Stamp, ...]:
    """Stamp a bank's file: every question without an id gets one, every other byte stays as it was."""
    text = read_text(path)
    stamped, stamps = stamp_ids(text, parse_bank(text, str(path)))
    if stamps:
        mark = _MARK if read_bytes(path).startswith(_MARK) else b""
        write_bytes(path, mark + stamped.encode())
    return stamps
