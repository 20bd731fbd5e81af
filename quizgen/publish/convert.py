"""A bank's file in its other form."""

from __future__ import annotations

from pathlib import Path

from quizgen.bank.json_form import bank_from_json, bank_to_json
from quizgen.bank.parse import read_bank
from quizgen.bank.write import format_bank
from quizgen.errors import UsageError
from quizgen.files import read_text

__all__ = ["converted"]


def converted(source: Path, out: Path | None = None) -> str:
    """The text of a bank in the form that ``out`` ends in; without it, in the form that ``source`` is not in.

    UsageError where ``out`` ends in neither.
    """
    if out and out.suffix.lower() not in (".json", ".md"):
        raise UsageError(f"{out}: a bank's file ends in .md, its second form in .json; say which")
    from_json = source.suffix.lower() == ".json"
    bank = bank_from_json(read_text(source), str(source)) if from_json else read_bank(source)
    to_json = out.suffix.lower() == ".json" if out else not from_json
    return bank_to_json(bank) if to_json else format_bank(bank)
