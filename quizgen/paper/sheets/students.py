"""Who gets a sheet with the name printed, in which version, and who gets help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from quizgen.errors import UsageError
from quizgen.paper.sheets.versions import Copy

__all__ = ["Student", "alike", "copies_for", "no_version", "twins"]


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody who gets a sheet: ``group`` is a class or the like, ``version`` a name such as "B", or "" for the next
    in turn; with ``support`` the sheet has help on it.
    """

    name: str
    group: str = ""
    version: str = ""
    support: bool = False
    line: int = field(default=0, compare=False, repr=False)


def copies_for(students: Sequence[Student], versions: Sequence[str]) -> tuple[Copy, ...]:
    """A sheet for each student, in the order of the list; ``versions`` are the names of those that are made.

    The version is the student's own, or the next in turn, so that neighbours get different ones; another student's
    own changes no turn. Sheets with support stand behind all the plain ones, in the same order. UsageError where a
    version is not made.
    """
    places = {name: at for at, name in enumerate(versions)}
    return tuple(_copy(student, turn % len(places), places) for turn, student in enumerate(students))


def _copy(student: Student, turn: int, places: Mapping[str, int]) -> Copy:
    if student.version and student.version not in places:
        raise UsageError(f"{student.name}: {no_version(student.version, tuple(places))}")
    place = places.get(student.version, turn)
    return Copy(place + len(places) * student.support, student.name, student.group)


def no_version(name: str, versions: Sequence[str]) -> str:
    """What to say of a version that is not among those that are made."""
    made = f"{versions[0]} alone is made" if len(versions) == 1 else f"they are {versions[0]} to {versions[-1]}"
    return f"there is no version {name}: {made}; ask for more versions, or change the list"


def twins(students: Sequence[Student]) -> tuple[str, ...]:
    """What to say of names that stand in the list more than once in one group."""
    lines: dict[tuple[str, str], list[Student]] = {}
    for student in students:
        lines.setdefault((alike(student.name), alike(student.group)), []).append(student)
    return tuple(_twice(same) for same in lines.values() if len(same) > 1)


def alike(text: str) -> str:
    """What is the same for two texts that a reader takes for one."""
    return normalize("NFC", text).casefold()


def _twice(same: Sequence[Student]) -> str:
    where = " and ".join(str(student.line) for student in same)
    return f"“{same[0].name}” stands in the list {len(same)} times, in lines {where}; each gets a sheet"
