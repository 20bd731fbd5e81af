"""What can still be read of a damaged log."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from quizgen.errors import DataError, MissingError
from quizgen.study.events import Event, in_order
from quizgen.study.log.exchange import events_in, lines_of
from quizgen.study.log.log_file import HEADER_SIZE, Header, beside, check_version
from quizgen.study.log.migrations import STEPS, VERSION, migrate, version_of
from quizgen.study.log.rows import COLUMNS, events_of

__all__ = ["Rescue", "rescued"]

_SMALLEST = 60
"""Bytes that no event can do without: so files of some size hold at most so many."""


class Rescue(NamedTuple):
    """``lost``: how many events could not be read; None where that cannot be known."""

    events: tuple[Event, ...]
    lost: int | None


def rescued(path: Path) -> Rescue:
    """The events of a damaged log that can be read, each looked for by itself; the file stays as it is.

    MissingError where there is none, DataError where nothing can be read.
    """
    with TemporaryDirectory(prefix="quizgen-") as folder:
        copy = Path(folder) / "log.db"
        try:
            shutil.copyfile(path, copy)
            with suppress(FileNotFoundError):
                shutil.copyfile(beside(path, "-wal"), beside(copy, "-wal"))
            _lengthen(copy)
        except OSError as error:
            raise MissingError(f"{path}: cannot be read: {error.strerror}") from None
        try:
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                check_version(path, version_of(connection))
                if version_of(connection) < VERSION:
                    migrate(connection, STEPS)
                return _rescued(connection, sum(file.stat().st_size for file in Path(folder).iterdir()))
        except sqlite3.Error as error:
            raise DataError(f"{path}: nothing in it can be read: {error}") from None


def _lengthen(path: Path) -> None:
    """Bring a file that was cut short to its size again: SQLite reads nothing of it else."""
    with path.open("rb") as file:
        data = file.read(HEADER_SIZE)
    size = Header.of(data).size if len(data) == HEADER_SIZE else None
    if size and size > path.stat().st_size:
        os.truncate(path, size)


def _rescued(connection: sqlite3.Connection, size: int) -> Rescue:
    last = _last_arrival(connection)
    most = size // _SMALLEST if last is None else min(last, size // _SMALLEST)
    events = [event for arrival in range(1, most + 1) for event in _event(connection, arrival)]
    events.sort(key=in_order)
    return Rescue(tuple(events), None if last is None else last - len(events))


def _last_arrival(connection: sqlite3.Connection) -> int | None:
    for where in ("event", "event INDEXED BY event_by_session", "event INDEXED BY event_by_bank"):
        with suppress(sqlite3.Error):
            last: int | None = connection.execute(f"SELECT max(arrival) FROM {where}").fetchone()[0]
            return last or 0
    return None


def _event(connection: sqlite3.Connection, arrival: int) -> list[Event]:
    """The event that came as this one, if it can be read and is what an event can be."""
    with suppress(sqlite3.Error, DataError, ValueError, TypeError, LookupError):
        rows = connection.execute(f"SELECT {COLUMNS} FROM event WHERE arrival = ?", (arrival,))
        return events_in("\n".join(lines_of(events_of(rows))), "")
    return []
