"""Mend in a bank's file what is safe to mend."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from quizgen.bank.parse import parse_bank
from quizgen.check.fix import Fix, fixed
from quizgen.errors import DataError
from quizgen.files import read_bytes, read_text, write_bytes

__all__ = ["fix_bank"]

_MARK = b"\xef\xbb\xbf"


def fix_bank(path: Path, rules: Collection[str]) -> tuple[Fix, ...]:
    """Mend what these rules can mend by themselves; every other byte stays. A file that is no bank stays whole."""
    text = read_text(path)
    try:
        bank = parse_bank(text, str(path))
    except DataError:
        return ()  # the check says what is wrong with it
    mended, fixes = fixed(text, bank, rules)
    if fixes:
        mark = _MARK if read_bytes(path).startswith(_MARK) else b""
        write_bytes(path, mark + mended.encode())
    return fixes
