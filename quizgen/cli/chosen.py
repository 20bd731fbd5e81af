"""Which course and which banks a command works on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.course import Course

__all__ = ["chosen", "here", "near"]


def here() -> Path:
    """The current folder; MissingError where it was deleted meanwhile."""
    from quizgen.errors import MissingError

    try:
        return Path.cwd()
    except OSError:
        raise MissingError("the current folder is not there any more; change into another") from None


def chosen(named: Iterable[Path] | None) -> tuple[Course | None, tuple[Path, ...]]:
    """The course of the current folder, else that of the first bank named; and the banks, as seen from here."""
    from quizgen.course import bank_files, find_course

    course = find_course(here())
    files = bank_files(named or (), course)
    return course or find_course(files[0].resolve().parent), tuple(map(near, files))


def near(path: Path) -> Path:
    """A path as seen from the current folder, where it lies in it."""
    folder = here()
    return path.relative_to(folder) if path.is_relative_to(folder) else path
