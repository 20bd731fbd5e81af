"""The lock that stands beside banks: which one is a bank's, and what it says before a build."""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

from quizgen.anki.entries import Lock
from quizgen.anki.lock import read_lock
from quizgen.course import Course
from quizgen.errors import ConfigError
from quizgen.files import read_bytes

__all__ = ["LOCK", "LockFile", "build_time", "lock_file", "lock_path"]

LOCK = "anki.lock"
_LAST = 4_102_444_799  # the end of 2099: Anki keeps times in 32 bits, and changes count up from here


@dataclass(frozen=True, slots=True)
class LockFile:
    """A lock before a build: its ``content``, None where there is none yet, and what that says."""

    path: Path
    content: bytes | None
    lock: Lock


def lock_path(bank: Path, course: Course | None) -> Path:
    """The lock of a bank: that of the course for every bank in its ``questions/``, else one beside the bank.

    It is named as the bank is: from the current folder, or in full.
    """
    folder = bank.parent.resolve()  # of a bank that is a link itself, where the link is
    if course is None or not folder.is_relative_to(course.questions.resolve()):
        return bank.parent / LOCK
    whole = course.questions / LOCK
    seen = Path(os.path.normpath(bank.parent / os.path.relpath(course.questions.resolve(), folder) / LOCK))
    return seen if os.path.realpath(seen) == os.path.realpath(whole) else whole


def lock_file(path: Path) -> LockFile:
    """Read a lock; what is raised is as in `read_lock`."""
    lock = read_lock(path)
    return LockFile(path, read_bytes(path) if path.is_file() else None, lock)


def build_time() -> int:
    """The time that is new in a deck, in seconds since 1970: ``SOURCE_DATE_EPOCH`` where it is set, else the clock's.

    What has not changed keeps the time that its lock has.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return int(time.time())
    if not re.fullmatch("[0-9]{1,10}", fixed) or int(fixed) > _LAST:
        raise ConfigError(f'SOURCE_DATE_EPOCH is a number of seconds since 1970, at most {_LAST}; found "{fixed}"')
    return max(1, int(fixed))  # Anki takes no note of the time 0
