"""The versions of a sheet: their names, and who gets which."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.errors import UsageError
from quizgen.shown import letter

__all__ = ["FIRST", "MOST", "Copy", "copies_of", "version_names"]

FIRST = "A"
MOST = 999


@dataclass(frozen=True, slots=True)
class Copy:
    """One sheet that is printed: the place of its version among all, from 0, and for whom it is, if for somebody."""

    version: int
    name: str = ""
    group: str = ""


def version_names(count: int) -> tuple[str, ...]:
    """A to Z, then AA, AB, …; UsageError where it is none, or more than 999."""
    if not 1 <= count <= MOST:
        raise UsageError(f"a bank has 1 to {MOST} versions; found {count}")
    return tuple(letter(at) for at in range(count))


def copies_of(versions: int, copies: int | None = None) -> tuple[Copy, ...]:
    """Each version once, or so many ``copies`` in all, the versions in turn: neighbours get different ones.

    UsageError where it is none.
    """
    if copies is not None and copies < 1:
        raise UsageError(f"how many sheets to print is a whole number from 1; found {copies}")
    return tuple(Copy(at % versions) for at in range(versions if copies is None else copies))
