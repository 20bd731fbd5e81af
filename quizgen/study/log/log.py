"""The log: every event of every session, in one file that is only ever added to.

A commit for each step of a session (WAL, ``synchronous=FULL``): what :meth:`Log.add` has returned from outlives a kill
and a power cut. Nothing is derived here; see :mod:`quizgen.study.history`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from quizgen.bank.parse import collector_paused
from quizgen.errors import DataError
from quizgen.study.events import Event, in_order
from quizgen.study.log.log_file import check_version, damaged
from quizgen.study.log.migrations import VERSION, version_of
from quizgen.study.log.rows import COLUMNS, INSERT, events_of, row_of

if TYPE_CHECKING:
    import sqlite3

__all__ = ["Log", "default_path"]

_OF_SESSION = "session = ?"
_OF_BANKS = """
    (bank IN ({banks}) OR (question = '' AND session IN (SELECT session FROM event WHERE bank IN ({banks}))))
"""


def default_path() -> Path:
    """Where the log is unless ``--log`` names another: QUIZGEN_LOG, else a file in the platform's state folder."""
    named = os.environ.get("QUIZGEN_LOG")
    if named:
        return Path(named)
    from platformdirs import user_state_path  # 18 ms

    return user_state_path("quizgen", appauthor=False) / "log.db"


class Log:
    """An open log. Close it, or use it in a ``with``."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._file = _identity(path)

    @classmethod
    def open(cls, path: Path, *, reading: bool = False) -> Self:
        """Open a log, and make it where there is none.

        ``reading``: only to read. Nothing is made or brought forward then; where there is no file, the log is empty.
        ConfigError where a newer program wrote it, DataError where it is no log or is damaged, WriteError where it
        cannot be written (MissingError where it cannot be read).
        """
        from quizgen.study.log.connecting import connect, connect_to_read

        return cls(connect_to_read(path) if reading else connect(path), path)

    def add(self, events: Iterable[Event]) -> int:
        """Keep events, all or none; how many were new. One whose uid is there already is passed over.

        WriteError where they cannot be kept.
        """
        rows = [row_of(event) for event in events]
        if not rows:
            return 0
        with self._transaction() as connection:
            before = connection.total_changes
            connection.executemany(INSERT, rows)
            return connection.total_changes - before

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        from quizgen.study.log.connecting import begun, told, unwritable

        if _identity(self._path) != self._file:  # SQLite would go on writing into a file that has no name any more
            raise unwritable(self._path, "it was moved or deleted while it was in use")
        with told(self._path), begun(self._connection) as connection:
            if version_of(connection) != VERSION:
                check_version(self._path, version_of(connection))
            yield connection

    def events(self, banks: Sequence[str] = (), session: str = "") -> Iterator[Event]:
        """The events in the order of their time; at one moment, session by session as they came.

        Logs that were merged give the same order, wherever that was done. ``banks``: only those about questions of
        these banks, and those about no question (begin, end) of the sessions that asked one. ``session``: only those
        of this session.
        """
        from quizgen.study.log.connecting import told

        wanted = [_OF_SESSION] if session else []
        wanted += [_OF_BANKS.format(banks=", ".join("?" * len(banks)))] if banks else []
        where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
        values = [*([session] if session else []), *banks, *banks]
        with told(self._path, reading=True), collector_paused():
            rows = self._connection.execute(f"SELECT {COLUMNS} FROM event {where} ORDER BY arrival", values)
            try:
                return iter(sorted(events_of(rows), key=in_order))
            except (ValueError, TypeError, LookupError) as error:
                raise DataError(damaged(self._path, f"an event cannot be read: {error}")) from None

    def last_session(self, scope: str) -> str:
        """The session of this scope that was begun last; "" where there was none."""
        from quizgen.study.log.connecting import told

        with told(self._path, reading=True):
            query = (
                "SELECT session FROM event WHERE kind = 'begin' AND scope = ? ORDER BY time DESC, arrival DESC LIMIT 1"
            )
            found = self._connection.execute(query, [scope]).fetchone()
        return found[0] if found else ""

    def close(self) -> None:
        """Close it; the file alone is whole then, also where another program still has it open."""
        import sqlite3

        with suppress(sqlite3.Error):  # what could not be moved into the file stands in the -wal, and counts
            self._connection.execute("PRAGMA wal_checkpoint")
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another that takes its name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
