"""A log that cannot be written, or read, says so at once, and loses nothing that it has kept."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from log_events import FULL, answer
from log_files import content, posix, python, read, sound

from quizgen.errors import MissingError, WriteError
from quizgen.study.events import Event
from quizgen.study.log import connecting
from quizgen.study.log.log import Log
from quizgen.study.log.rows import INSERT, row_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


def test_a_program_that_holds_the_log_too_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Log.open(path).close()
    monkeypatch.setattr(connecting, "PATIENCE", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        log = Log.open(path)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(WriteError, match="another program has been writing"):
            log.add([FULL])
        with pytest.raises(WriteError, match=r"another program.*--log FILE.*--no-log"):
            Log.open(path)
        assert read(path) == []
        holder.execute("ROLLBACK")
        assert log.add([FULL]) == 1
        log.close()


def test_where_there_is_no_wal_a_program_that_only_reads_is_told_of_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Log.open(path).close()
    monkeypatch.setattr(connecting, "PATIENCE", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("PRAGMA journal_mode = DELETE")
        with Log.open(path, reading=True) as log:
            holder.execute("BEGIN EXCLUSIVE")
            with pytest.raises(MissingError, match="cannot be read: another program has been writing"):
                log.events()
            holder.execute("ROLLBACK")
            assert [*log.events()] == []


def test_a_log_that_was_deleted_while_in_use_is_told(path: Path) -> None:
    with Log.open(path) as log:
        log.add([FULL])
        try:
            path.unlink()
        except PermissionError:
            pytest.skip("Windows does not delete what is open")
        with pytest.raises(WriteError, match="moved or deleted"):
            log.add([answer(2)])


def test_an_interruption_takes_back_what_was_not_committed(path: Path) -> None:
    def interrupted() -> Iterator[Event]:
        yield answer(1)
        raise KeyboardInterrupt

    with Log.open(path) as log:
        with pytest.raises(KeyboardInterrupt), connecting.begun(log._connection):
            log._connection.executemany(INSERT, map(row_of, interrupted()))
        assert not [*log.events()]
        log._connection.execute("BEGIN IMMEDIATE")  # as one leaves it that came between two lines of ours
        assert log.add([FULL]) == 1
    assert read(path) == [FULL]


LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from log_events import answer
from quizgen.errors import WriteError
from quizgen.study.log.log import Log
log = Log.open(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
kept = 0
try:
    for number in range(10_000):
        log.add([answer(number)])
        kept += 1
except WriteError as error:
    print(kept, error)
log.close()
"""


@posix
def test_a_full_disk_is_told_and_loses_nothing_that_was_kept(path: Path) -> None:
    kept, _, message = python(LIMITED.format(tests=str(Path(__file__).parent)), path).stdout.partition(" ")
    assert "the disk is full" in message
    assert "--no-log" in message
    assert int(kept) > 0
    assert sound(path)
    assert read(path) == [answer(number) for number in range(int(kept))]


AS_NOBODY = """
import os, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from log_events import FULL
from quizgen.errors import QuizgenError
from quizgen.study.log import connecting, rescue
from quizgen.study.log.log import Log
if os.geteuid() == 0:
    os.setuid(65534)
for reading in (False, True):
    try:
        with Log.open(Path(sys.argv[1]), reading=reading) as log:
            print([*log.events()] == [FULL])
    except QuizgenError as error:
        print(type(error).__name__, error)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that another user reaches, as those of pytest are not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


@posix
@pytest.mark.parametrize(("of_folder", "of_file"), [(0o777, 0o444), (0o555, 0o666), (0o555, 0o444)])
def test_what_may_not_be_written_says_so_at_once_and_can_be_read(shared: Path, of_folder: int, of_file: int) -> None:
    path = shared / "log.db"
    with Log.open(path) as log:
        log.add([FULL])
    path.chmod(of_file)
    shared.chmod(of_folder)
    writing, reading = python(AS_NOBODY.format(tests=str(Path(__file__).parent)), path).stdout.splitlines()
    assert writing.startswith(f"WriteError {path}: the log cannot be written")
    assert "--log FILE" in writing
    assert "--no-log" in writing
    assert reading == "True"
    assert content(shared).keys() == {"log.db"}


@posix
def test_a_log_that_may_not_be_read_is_told(shared: Path) -> None:
    path = shared / "log.db"
    Log.open(path).close()
    path.chmod(0)
    writing, reading = python(AS_NOBODY.format(tests=str(Path(__file__).parent)), path).stdout.splitlines()
    assert writing == f"WriteError {path}: cannot be opened: Permission denied: --log FILE"
    assert reading == f"MissingError {path}: cannot be opened: Permission denied: --log FILE"


@posix
def test_a_folder_that_takes_no_file_is_told(shared: Path) -> None:
    shared.chmod(0o555)
    writing, reading = python(AS_NOBODY.format(tests=str(Path(__file__).parent)), shared / "log.db").stdout.splitlines()
    assert writing.startswith("WriteError")
    assert "--no-log" in writing
    assert reading == "False"
    assert not content(shared)
