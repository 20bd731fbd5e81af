"""Banks on their way to the outputs: read, checked against their articles and against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.bank.edit import Stamp
from quizgen.bank.model import Bank
from quizgen.bank.parse import read_bank
from quizgen.course import Course
from quizgen.errors import DataError, Problem, UsageError
from quizgen.places import article_of, quotes_not_found
from quizgen.publish.stamp import stamp_bank
from quizgen.shown import none_approved

__all__ = ["Work", "bank_name", "read_works", "refuse_empty", "with_ids"]


@dataclass(frozen=True, slots=True)
class Work:
    """A bank, where it was read, what its files are called, and the ids that were stamped."""

    bank: Bank
    path: Path
    name: str
    stamps: tuple[Stamp, ...] = ()


def read_works(files: Sequence[Path], course: Course | None) -> list[Work]:
    """Read every bank; DataError with the problems of all: of their form, their quotes, and of ids or names that two
    have.
    """
    problems: list[Problem] = []
    works: list[Work] = []
    for path in files:
        try:
            work, missing = _read(path, course)
        except DataError as error:
            if not error.problems:
                raise
            problems += error.problems
        else:
            problems += missing
            works.append(work)
    problems += _twins(works)
    if problems:
        raise DataError(problems)
    return works


def _read(path: Path, course: Course | None) -> tuple[Work, list[Problem]]:
    bank = read_bank(path)
    article = article_of(path, bank, course)
    missing = quotes_not_found(path, bank, article) if article else []
    return Work(bank, path, bank_name(path, course)), missing


def bank_name(path: Path, course: Course | None) -> str:
    """What a bank's files are called: its own name, with the folders that it has inside ``questions/``."""
    whole = path.resolve()
    if course and whole.is_relative_to(course.questions):
        return whole.relative_to(course.questions).with_suffix("").as_posix()
    return path.stem


def _twins(works: Iterable[Work]) -> list[Problem]:
    """Banks whose files or whose notes would be taken for each other's."""
    problems = []
    seen: dict[tuple[str, str], Path] = {}
    for work in works:
        for what, value in (("name", work.name.casefold()), ("id", work.bank.id)):
            first = seen.setdefault((what, value), work.path)
            if first != work.path:
                problems.append(
                    Problem(str(work.path), 1, 1, f'the {what} "{value}" is that of {first}, too; change one')
                )
    return problems


def refuse_empty(works: Sequence[Work]) -> None:
    """UsageError where no bank has an approved question; it says so of each."""
    if not any(work.bank.approved for work in works):
        raise UsageError("\n".join(none_approved(work.bank, len(work.bank.questions)) for work in works))


def with_ids(works: Sequence[Work], *, frozen: bool) -> list[Work]:
    """Every question with an id. DataError where some have none and ``frozen`` forbids to stamp them."""
    unnamed = [(work, question) for work in works for question in work.bank.questions if not question.id]
    if frozen and unnamed:
        message = "this question has no id, and --frozen forbids giving it one; run quizgen ids"
        raise DataError([Problem(str(work.path), question.line, 1, message) for work, question in unnamed])
    return [_stamped(work) if any(work is other for other, _ in unnamed) else work for work in works]


def _stamped(work: Work) -> Work:
    stamps = stamp_bank(work.path)
    return replace(work, bank=read_bank(work.path), stamps=stamps)
