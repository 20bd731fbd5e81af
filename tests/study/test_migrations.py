"""Older logs come forward whole, in one step and with a copy beside them; what fails half-way has changed nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizgen.errors import DataError, WriteError
from quizgen.study.log import connecting, log_file, migrations
from quizgen.study.log import log as logs
from quizgen.study.log.exchange import events_in
from quizgen.study.log.log import Log
from quizgen.study.log.migrations import STEPS, VERSION, Migration

GOLDEN = Path(__file__).parent / "logs"
INVENTED: Migration = (
    "ALTER TABLE event ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX event_by_colour ON event (colour)",
)
FAILING: Migration = (*INVENTED, "CREATE TABLE event (a)")


def golden(version: int, path: Path) -> None:
    """A log as that version made it, with nothing beside it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((GOLDEN / f"v{version}.sql").read_text("utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")


def shape(path: Path) -> list[tuple[str, str, str]]:
    """What SQLite knows of the tables; the spaces of their text tell nothing."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name")
        return [(kind, name, " ".join(sql.split())) for kind, name, sql in rows]


def numbers(path: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(path)) as connection:
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return found[0], found[1]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "log.db"
    golden(1, path)
    return path


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A program that knows one version more."""
    for module in (connecting, log_file, logs, migrations):
        if hasattr(module, "VERSION"):
            monkeypatch.setattr(module, "VERSION", VERSION + 1)
    set_steps(monkeypatch, (*STEPS, INVENTED))
    return monkeypatch


def set_steps(patch: pytest.MonkeyPatch, steps: tuple[Migration, ...]) -> None:
    patch.setattr(connecting, "STEPS", steps)


def test_there_is_a_golden_log_of_every_version() -> None:
    names = {f"v{version}{ending}" for version in range(1, VERSION + 1) for ending in (".sql", ".jsonl")}
    assert {file.name for file in GOLDEN.iterdir()} == names


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_log_of_every_version_comes_forward_with_all_it_holds(tmp_path: Path, version: int) -> None:
    golden(version, tmp_path / "log.db")
    Log.open(tmp_path / "new.db").close()
    events = events_in((GOLDEN / f"v{version}.jsonl").read_text("utf-8"), "golden")
    with Log.open(tmp_path / "log.db", reading=True) as log:
        assert [*log.events()] == events
    with Log.open(tmp_path / "log.db") as log:
        assert [*log.events()] == events
        assert log.add(events) == 0
    assert shape(tmp_path / "log.db") == shape(tmp_path / "new.db")
    assert numbers(tmp_path / "log.db") == numbers(tmp_path / "new.db")


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_step_that_was_ever_out_is_never_changed(tmp_path: Path, version: int) -> None:
    golden(version, tmp_path / "golden.db")
    with closing(sqlite3.connect(tmp_path / "made.db", isolation_level=None)) as made:
        migrations.migrate(made, STEPS[:version])
    assert shape(tmp_path / "made.db") == shape(tmp_path / "golden.db")
    assert numbers(tmp_path / "made.db") == numbers(tmp_path / "golden.db")


def test_a_log_is_copied_before_it_comes_forward(old: Path, tomorrow: pytest.MonkeyPatch) -> None:
    before = shape(old)
    Log.open(old).close()
    assert numbers(old)[1] == VERSION + 1
    assert ("index", "event_by_colour", "CREATE INDEX event_by_colour ON event (colour)") in shape(old)
    copy = old.with_name("log.db.v1-copy")
    assert {file.name for file in old.parent.iterdir()} == {old.name, copy.name}
    assert shape(copy) == before
    tomorrow.undo()
    with Log.open(copy) as log:
        assert len([*log.events()]) == 9


def test_it_comes_forward_once(old: Path, tomorrow: pytest.MonkeyPatch) -> None:
    Log.open(old).close()
    after = old.read_bytes()
    Log.open(old).close()
    assert old.read_bytes() == after
    assert {file.name for file in old.parent.iterdir()} == {"log.db", "log.db.v1-copy"}


def test_a_copy_of_before_is_not_written_over(old: Path, tomorrow: pytest.MonkeyPatch) -> None:
    old.with_name("log.db.v1-copy").write_bytes(b"precious")
    Log.open(old).close()
    assert old.with_name("log.db.v1-copy").read_bytes() == b"precious"
    assert numbers(old.with_name("log.db.v1-copy-2"))[1] == 1


def test_the_copy_holds_what_stands_in_the_wal_only(old: Path, tomorrow: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        names = [name for _, name, *_ in other.execute("PRAGMA table_info(event)")]
        values = ", ".join({"arrival": "NULL", "uid": "'more'"}.get(name, f'"{name}"') for name in names)
        other.execute(f"INSERT INTO event SELECT {values} FROM event WHERE arrival = 1")
        Log.open(old).close()
    with closing(sqlite3.connect(old.with_name("log.db.v1-copy"))) as copy:
        assert copy.execute("SELECT count(*) FROM event").fetchone() == (10,)


def test_a_step_that_fails_half_way_has_changed_nothing(old: Path, tomorrow: pytest.MonkeyPatch) -> None:
    set_steps(tomorrow, (*STEPS, FAILING))
    before = shape(old), numbers(old), old.read_bytes()
    with pytest.raises(DataError, match="table event already exists"):
        Log.open(old)
    assert (shape(old), numbers(old), old.read_bytes()) == before
    assert numbers(old.with_name("log.db.v1-copy"))[1] == 1


def test_without_room_for_the_copy_nothing_is_changed(old: Path, tomorrow: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    old.with_name("log.db.v1-copy.part").mkdir()
    with pytest.raises(WriteError, match=r"cannot be copied.*not touched.*--log FILE"):
        Log.open(old)
    assert old.read_bytes() == before


def test_a_copy_that_was_not_finished_is_made_anew(old: Path, tomorrow: pytest.MonkeyPatch) -> None:
    old.with_name("log.db.v1-copy.part").write_bytes(b"half of it " * 100)
    Log.open(old).close()
    assert {file.name for file in old.parent.iterdir()} == {"log.db", "log.db.v1-copy"}


def test_to_read_an_older_log_changes_nothing(old: Path, tomorrow: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    with Log.open(old, reading=True) as log:
        assert len([*log.events()]) == 9
    assert {file.name: file.read_bytes() for file in old.parent.iterdir()} == {"log.db": before}
