"""The banks that a session asks from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.bank.edit import with_ids
from quizgen.bank.model import Bank
from quizgen.bank.parse import read_bank
from quizgen.cli.chosen import chosen
from quizgen.course import Course, find_course
from quizgen.errors import DataError, Problem
from quizgen.places import locate_in
from quizgen.shown import Locate, view
from quizgen.study.session.asked import Asked
from quizgen.study.session.selection import Picked

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SessionBanks", "laid_out", "read_banks"]


@dataclass(frozen=True, slots=True)
class SessionBanks:
    """Banks in the order in which they are asked, and where the quotes of each stand, by the bank's id."""

    course: Course | None
    banks: tuple[Bank, ...]
    locates: Mapping[str, Locate]


def read_banks(named: Iterable[Path] | None) -> SessionBanks:
    """The banks named, else those of the course; each question has the id that it will be given.

    DataError where a bank or what proves it cannot be read, or where two banks have one id: the log could not tell
    their questions apart.
    """
    course, files = chosen(named)
    banks = tuple(with_ids(read_bank(path)) for path in files)
    _refuse_twins(banks)
    locates = {
        bank.id: locate_in(path, bank, find_course(path.resolve().parent))
        for path, bank in zip(files, banks, strict=True)
    }
    return SessionBanks(course, banks, locates)


def _refuse_twins(banks: Sequence[Bank]) -> None:
    first: dict[str, str] = {}
    problems = [
        Problem(bank.path, 1, 1, f'the id "{bank.id}" is that of {first[bank.id]}, too; change one')
        for bank in banks
        if first.setdefault(bank.id, bank.path) != bank.path
    ]
    if problems:
        raise DataError(problems)


def laid_out(picked: Iterable[Picked], there: SessionBanks, version: str, remarks: Mapping[str, str]) -> list[Asked]:
    """The questions as they are asked; ``version`` decides the order of options, ``remarks`` go by question keys."""
    plain = [Asked(bank, view(question, bank.id, version), there.locates[bank.id]) for bank, question in picked]
    return [Asked(one.bank, one.view, one.locate, remarks[one.key]) if one.key in remarks else one for one in plain]
