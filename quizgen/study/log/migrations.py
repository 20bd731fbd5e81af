"""The tables of the log, as steps from one version to the next.

A step that was ever on the main branch is never changed: whoever has a log of that version has it as it was made then.
To change the tables, add a step, and the text of a log of the version before to ``tests/study/logs``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import WriteError

if TYPE_CHECKING:
    import sqlite3

__all__ = ["APPLICATION", "STEPS", "VERSION", "Migration", "bring_forward", "migrate", "version_of"]

Migration = tuple[str, ...]
"""The statements that bring a log from one version to the next."""

APPLICATION = 0x717A676E
"""``PRAGMA application_id``: "qzgn". By it a log is told from another program's file."""

_FIRST: Migration = (
    # An event's arrival is its place in this file, and only here; its uid is its name among all logs. ``bank`` is the
    # part of ``question`` before the "#", for the index. STRICT tables would need SQLite 3.37: hence the CHECKs.
    """
    CREATE TABLE event (
        arrival INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE CHECK (typeof(uid) = 'text' AND uid <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('begin', 'answer', 'skip', 'override', 'undo', 'end')),
        session TEXT NOT NULL CHECK (typeof(session) = 'text' AND session <> ''),
        mode TEXT NOT NULL CHECK (mode IN ('quiz', 'exam', 'study')),
        time INTEGER NOT NULL CHECK (typeof(time) = 'integer'),
        "offset" INTEGER NOT NULL CHECK (typeof("offset") = 'integer'),
        bank TEXT NOT NULL CHECK (typeof(bank) = 'text'),
        question TEXT NOT NULL CHECK (typeof(question) = 'text'),
        asked TEXT NOT NULL CHECK (typeof(asked) = 'text'),
        answered TEXT NOT NULL CHECK (typeof(answered) = 'text'),
        was TEXT NOT NULL CHECK (typeof(was) = 'text'),
        about TEXT NOT NULL CHECK (typeof(about) = 'text'),
        mark TEXT NOT NULL CHECK (mark IN ('', 'right', 'close', 'partial', 'wrong', 'unmarked')),
        score REAL CHECK (score IS NULL OR (typeof(score) = 'real' AND score BETWEEN 0 AND 1)),
        rating INTEGER CHECK (rating IS NULL OR rating IN (1, 2, 3, 4)),
        response TEXT NOT NULL CHECK (typeof(response) = 'text'),
        hints INTEGER NOT NULL CHECK (typeof(hints) = 'integer' AND hints >= 0),
        duration INTEGER NOT NULL CHECK (typeof(duration) = 'integer' AND duration >= 0),
        scope TEXT NOT NULL CHECK (typeof(scope) = 'text'),
        plan TEXT NOT NULL CHECK (typeof(plan) = 'text'),
        grader INTEGER NOT NULL CHECK (typeof(grader) = 'integer' AND grader >= 0)
    )
    """,
    "CREATE INDEX event_by_bank ON event (bank, session)",
    "CREATE INDEX event_by_session ON event (session)",
    "CREATE INDEX event_by_scope ON event (scope, time) WHERE kind = 'begin'",
    # INSERT OR REPLACE deletes without a word to a trigger that watches over DELETE
    """
    CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE uid = NEW.uid OR arrival = NEW.arrival)
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
    """,
    """
    CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
    """,
    """
    CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END
    """,
)

STEPS: tuple[Migration, ...] = (_FIRST,)
"""The first makes the tables in an empty file, the next leads from version 1 to 2, and so on."""

VERSION = len(STEPS)
"""The version of the tables that this program knows."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of a log's tables; 0 where there are none yet."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    """Take the steps that a log has not taken yet, inside the transaction that the caller has begun."""
    for step in steps[version_of(connection) :]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {len(steps)}")


def bring_forward(connection: sqlite3.Connection, path: Path, steps: Sequence[Migration]) -> Path | None:
    """Bring a log to the newest version, inside the transaction that the caller has begun; its copy, if one was made.

    A log of an older version is copied beside itself first: "log.db.v1-copy". WriteError where that cannot be.
    """
    version = version_of(connection)
    if version >= len(steps):
        return None
    copy = _copy(path, version) if version else None
    migrate(connection, steps)
    return copy


def _copy(path: Path, version: int) -> Path:
    """A copy of the file with all that is committed, which a second connection still sees as it was."""
    import sqlite3
    from contextlib import closing, suppress

    target = _free(path, version)
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(path.absolute())) as old, closing(sqlite3.connect(part.absolute())) as new:
            old.backup(new)
        return part.rename(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink()
        why = error.strerror if isinstance(error, OSError) else error
        raise WriteError(
            f"{target}: the log is to be brought to a newer version, and cannot be copied before: {why}. It was not "
            "touched. Make room, or name another log: --log FILE"
        ) from None


def _free(path: Path, version: int) -> Path:
    """A name that no earlier copy has: that one may hold what this log does not."""
    name = f"{path.name}.v{version}-copy"
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(free for free in map(path.with_name, names) if not free.exists())
