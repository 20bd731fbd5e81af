"""Connections to a log's file, and what SQLite says of it in a user's words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from quizgen.errors import DataError, MissingError, QuizgenError, WriteError
from quizgen.study.log.log_file import beside, check_file, check_version, damaged, is_filled
from quizgen.study.log.migrations import STEPS, VERSION, bring_forward, migrate, version_of

__all__ = ["begun", "connect", "connect_to_read", "told", "unwritable"]

PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""

_REFUSED = {
    sqlite3.SQLITE_BUSY: "another program has been writing to it for {patience:g} seconds; close that one",
    sqlite3.SQLITE_LOCKED: "another program has been writing to it for {patience:g} seconds; close that one",
    sqlite3.SQLITE_READONLY: "it, or its folder, is read-only",
    sqlite3.SQLITE_CANTOPEN: "it, or its folder, may not be opened for writing",
    sqlite3.SQLITE_PERM: "permission denied",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk is full or fails",
}
"""What is wrong with the place and not with the file, by SQLite's code."""


def unwritable(path: Path, why: str) -> WriteError:
    """The error of a log that cannot be written, with what to do."""
    return WriteError(
        f"{path}: the log cannot be written: {why}. Name another with --log FILE; quizgen quiz "
        "--no-log keeps no answers"
    )


@contextmanager
def told(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Put what SQLite raises into a user's words."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(path, error, reading=reading) from None


def _in_words(path: Path, error: sqlite3.Error, *, reading: bool) -> QuizgenError:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF  # the rest of it is detail
    if code not in _REFUSED:
        return DataError(damaged(path, str(error)))
    why = _REFUSED[code].format(patience=PATIENCE)
    return MissingError(f"{path}: the log cannot be read: {why}") if reading else unwritable(path, why)


@contextmanager
def begun(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """A transaction that nobody else writes beside; it is committed, or on any error or interruption taken back."""
    if connection.in_transaction:  # an interruption at the worst moment left one
        connection.execute("ROLLBACK")
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a log that can be written now; it is made, or brought forward, where need be."""
    _make_folder(path)
    if check_file(path) and not os.access(path, os.W_OK):  # SQLite would open it to read, and leave files beside it
        raise unwritable(path, "it is read-only")
    with told(path):
        connection = sqlite3.connect(path.absolute(), timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, f"its folder cannot be made ({error.strerror})") from None


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = 1")  # macOS; else a power cut loses what the drive has not written yet
    with begun(connection):  # said before the first question if it cannot be
        check_version(path, version_of(connection))
        bring_forward(connection, path, STEPS)
    # Last: until here all is made in one transaction, or nothing. Where the file system has no WAL (network drives),
    # or another program has the file open just now, it is the slower journal, which loses nothing either.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads; to an empty log in memory where there is no file."""
    there = check_file(path, reading=True)
    with told(path, reading=True):
        connection = _readable(path) if there else sqlite3.connect(":memory:", isolation_level=None)
        try:
            check_version(path, version_of(connection))
            if version_of(connection) < VERSION:
                connection = _forward_in_memory(connection)
            connection.execute("PRAGMA query_only = 1")
        except BaseException:
            connection.close()
            raise
    return connection


def _readable(path: Path) -> sqlite3.Connection:
    """As it can be opened: to read, SQLite wants to write beside a log, which not all folders allow."""
    ways = ["mode=rw", "mode=ro"] if os.access(path, os.W_OK) else ["mode=ro"]
    if not is_filled(beside(path, "-wal")):  # all is in the file
        ways.insert(0 if len(ways) == 1 else 2, "immutable=1")
    refused: sqlite3.Error | None = None
    for how in ways:
        connection = sqlite3.connect(_uri(path, how), uri=True, timeout=PATIENCE, isolation_level=None)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error as error:
            connection.close()
            refused = error
        else:
            return connection
    assert refused is not None  # a loop that returned nothing was refused
    raise refused


def _uri(path: Path, how: str) -> str:
    name = path.absolute().as_posix()
    return f"file://{'' if name.startswith('/') else '/'}{quote(name, safe='/:')}?{how}"


def _forward_in_memory(old: sqlite3.Connection) -> sqlite3.Connection:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        old.backup(memory)
        with begun(memory):
            migrate(memory, STEPS)
    except BaseException:
        memory.close()
        raise
    old.close()
    return memory
