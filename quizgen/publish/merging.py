"""The one file of all decks: its name, which no bank may have, and what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.course import Course, course_banks
from quizgen.errors import UsageError
from quizgen.publish.built import Built, Merged
from quizgen.publish.endings import DECK
from quizgen.publish.order import Order
from quizgen.publish.works import Work, bank_name

if TYPE_CHECKING:
    from quizgen.anki import Package

__all__ = ["merged_file", "merged_of", "refuse_merge"]

_NAME = "course"


def refuse_merge(works: Sequence[Work], course: Course | None, order: Order) -> None:
    """UsageError where one file of all decks is wanted and no deck is, or a bank is called as it would be."""
    if not order.merge:
        return
    if "anki" not in order.only:
        raise UsageError("--merge puts all decks into one file, and --only leaves out decks; take one of them away")
    taken = _taken(works, course)
    if taken:
        raise UsageError(f"{taken}: --merge makes {_NAME}{DECK}, and so does this bank; give its file another name")


def _taken(works: Sequence[Work], course: Course | None) -> Path | None:
    """The bank whose deck has the name of the merged one."""
    every = (*(work.path for work in works), *(course_banks(course) if course else ()))
    return next((path for path in every if bank_name(path, course).casefold() == _NAME), None)


def merged_of(built: Sequence[Built], package: Package | None, out: Path) -> Merged | None:
    """What is told of the one file, None where it was not made."""
    if package is None:
        return None
    inside = [one for one in built if one.deck]
    included = sum(one.included for one in inside)
    return Merged(out / f"{_NAME}{DECK}", package.notes, package.cards, len(inside), included)


def merged_file(works: Sequence[Work], course: Course | None, out: Path) -> Path | None:
    """The one file of an earlier build, where it is still there."""
    file = out / f"{_NAME}{DECK}"
    return file if file.is_file() and not _taken(works, course) else None
