"""What the log cannot use it leaves as it is, and tells: other files, newer logs, what is no file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from log_events import FULL, answer
from log_files import opened_twice, read

from quizgen.errors import ConfigError, DataError, MissingError, WriteError
from quizgen.study.log.log import Log
from quizgen.study.log.migrations import APPLICATION, VERSION


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


def other(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("data", [b"x", b"not a database" * 20, b"{}\n", b"SQLite format 3" * 10], ids=len)
def test_what_is_no_database_is_left_as_it_is(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert "no log of quizgen" in opened_twice(path, DataError)


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_another_programs_database_is_left_as_it_is(path: Path, mode: str) -> None:
    other(path, f"PRAGMA journal_mode = {mode}", "CREATE TABLE event (a)", "PRAGMA user_version = 1")
    assert "another program" in opened_twice(path, DataError)


def test_a_newer_log_is_left_as_it_is(path: Path) -> None:
    Log.open(path).close()
    other(path, f"PRAGMA user_version = {VERSION + 1}")
    assert f"(version {VERSION + 1}; this one knows {VERSION})" in opened_twice(path, ConfigError)


def in_the_wal_only(path: Path, tmp_path: Path) -> Path:
    """A log as a newer program leaves it that is killed after it has brought it forward."""
    with Log.open(path) as log:
        log.add([FULL])
    there = tmp_path / "there" / "log.db"
    there.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("BEGIN")
        newer.execute("CREATE TABLE more (a)")
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
        newer.execute("COMMIT")
        for name in ("log.db", "log.db-wal"):
            there.with_name(name).write_bytes(path.with_name(name).read_bytes())
    assert there.read_bytes()[60:64] == VERSION.to_bytes(4, "big")
    return there


def test_a_newer_log_whose_version_stands_in_the_wal_only_is_left_as_it_is(path: Path, tmp_path: Path) -> None:
    there = in_the_wal_only(path, tmp_path)
    assert f"(version {VERSION + 1}; this one knows {VERSION})" in opened_twice(there, ConfigError)


def test_a_log_whose_newer_version_was_never_committed_is_no_newer_one(path: Path, tmp_path: Path) -> None:
    there = in_the_wal_only(path, tmp_path)
    wal = there.with_name("log.db-wal")
    wal.write_bytes(wal.read_bytes()[: -4096 - 24])  # its last page, which has the mark of the commit
    assert (VERSION + 1).to_bytes(4, "big") in wal.read_bytes()
    assert read(there) == [FULL]


def test_what_a_wal_holds_from_before_it_was_begun_anew_counts_no_more(path: Path) -> None:
    with Log.open(path) as log:
        log.add([FULL])
        other(path, "CREATE TABLE more (a)", f"PRAGMA user_version = {VERSION + 1}")
        other(path, "PRAGMA wal_checkpoint(RESTART)", f"PRAGMA user_version = {VERSION}")
        left = path.with_name("log.db-wal").read_bytes()
        assert left.count((VERSION + 1).to_bytes(4, "big") + bytes(4) + APPLICATION.to_bytes(4, "big")) == 1
        assert read(path) == [FULL]


def test_a_log_that_a_newer_program_brings_forward_meanwhile_takes_nothing_more(path: Path) -> None:
    with Log.open(path) as log:
        log.add([answer(1)])
        other(path, f"PRAGMA user_version = {VERSION + 1}")
        with pytest.raises(ConfigError):
            log.add([answer(2)])


def test_a_folder_is_no_log(path: Path) -> None:
    path.mkdir()
    with pytest.raises(WriteError, match="a folder; name a file in it"):
        Log.open(path)
    with pytest.raises(MissingError, match="a folder; name a file in it"):
        Log.open(path, reading=True)


def test_a_file_on_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match="--log FILE"):
        Log.open(tmp_path / "file" / "log.db")
