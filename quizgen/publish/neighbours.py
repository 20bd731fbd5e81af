"""Banks that one lock remembers must not share an id: each would take the other's notes for its own, and retire them.

A bank that is copied as the beginning of another easily keeps its id, and is then built alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os.path import normpath, realpath, relpath
from pathlib import Path

from quizgen.course import Course, course_banks, front_value
from quizgen.errors import Problem
from quizgen.publish.locks import LOCK, lock_path

__all__ = ["shared_ids"]


def shared_ids(banks: Sequence[tuple[Path, str]], course: Course | None) -> list[Problem]:
    """A problem for each of ``banks`` (file and id) that shares its id with another of the same lock, not built now."""
    built = {path.resolve() for path, _ in banks}
    known: dict[str, dict[str, Path]] = {}
    problems = []
    for path, bank_id in banks:
        lock = realpath(lock_path(path, course))
        if lock not in known:
            others = (other for other in _others(path, lock, course) if other.resolve() not in built)
            known[lock] = {name: other for other in others if (name := front_value(other, "id"))}
        other = known[lock].get(bank_id)
        if other:
            other = Path(normpath(path.parent / relpath(other, path.parent)))  # as the bank itself is named
            problems.append(Problem(str(path), 1, 1, f'the id "{bank_id}" is that of {other}, too; change one'))
    return problems


def _others(path: Path, lock: str, course: Course | None) -> Iterator[Path]:
    """The banks that one lock is about: those of the course, or those beside it."""
    if course and lock == realpath(course.questions / LOCK):
        yield from course_banks(course)
    else:
        yield from sorted(path.parent.glob("*.md"))
