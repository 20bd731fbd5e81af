"""Banks on their way to the outputs: read, checked, and held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.bank.edit import Stamp
from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank, read_bank
from quizgen.course import Course
from quizgen.errors import DataError, Problem, UsageError
from quizgen.files import read_text
from quizgen.publish.checking import scope_of
from quizgen.publish.drafts import draft_ids, with_drafts, without_drafts
from quizgen.publish.refusals import looked_through
from quizgen.publish.stamp import stamp_bank
from quizgen.shown import none_approved

__all__ = ["Work", "bank_name", "read_works", "refuse_empty", "with_ids"]


@dataclass(frozen=True, slots=True)
class Work:
    """A bank, where it was read, what its files are called, and the ids that were stamped.

    ``included`` are the ids of drafts that were taken in: in ``bank`` they count as approved. ``errors`` and
    ``warnings`` are how many check finds that do not refuse the bank.
    """

    bank: Bank
    path: Path
    name: str
    stamps: tuple[Stamp, ...] = ()
    included: frozenset[str] = frozenset()
    errors: int = 0
    warnings: int = 0


def read_works(files: Sequence[Path], course: Course | None, *, drafts: bool = False) -> list[Work]:
    """Read every bank, its ``drafts`` as if they were approved where they are wanted.

    DataError with the problems of all: of their form, of what would reach a student wrong, and of ids or names that
    two have.
    """
    problems: list[Problem] = []
    works: list[Work] = []
    for path in files:
        try:
            work, refused = _read(path, course, drafts)
        except DataError as error:
            if not error.problems:
                raise
            problems += error.problems
        else:
            problems += refused
            works.append(work)
    problems += _twins(works)
    if problems:
        raise DataError(problems)
    return works


def _read(path: Path, course: Course | None, drafts: bool) -> tuple[Work, tuple[Problem, ...]]:
    text = read_text(path)
    bank = parse_bank(text, str(path))
    published = with_drafts(bank) if drafts else bank
    verdict = looked_through(scope_of(path, text, without_drafts(published), course))
    included = draft_ids(bank) if drafts else frozenset[str]()
    work = Work(published, path, bank_name(path, course), (), included, verdict.errors, verdict.warnings)
    return work, verdict.problems


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


def with_ids(works: Sequence[Work], *, frozen: bool, drafts: bool = False) -> list[Work]:
    """Every question with an id, ``drafts`` as in `read_works`.

    DataError where some have none and ``frozen`` forbids to stamp them.
    """
    unnamed = [(work, question) for work in works for question in work.bank.questions if not question.id]
    if frozen and unnamed:
        message = "this question has no id, and --frozen forbids giving it one; run quizgen ids"
        raise DataError([Problem(str(work.path), question.line, 1, message) for work, question in unnamed])
    return [_stamped(work, drafts) if any(work is other for other, _ in unnamed) else work for work in works]


def _stamped(work: Work, drafts: bool) -> Work:
    stamps = stamp_bank(work.path)
    bank = read_bank(work.path)
    if drafts:
        return replace(work, bank=with_drafts(bank), stamps=stamps, included=draft_ids(bank))
    return replace(work, bank=bank, stamps=stamps)
