"""The log: what it has kept outlives a kill; it is only ever added to; what it cannot use it leaves as it is."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import FrozenInstanceError, fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_events import FULL, answer

from quizgen.errors import ConfigError, DataError, MissingError, QuizgenError, WriteError
from quizgen.study.events import Event
from quizgen.study.log import connecting
from quizgen.study.log.event_form import FIELDS
from quizgen.study.log.log import Log, default_path
from quizgen.study.log.migrations import VERSION
from quizgen.study.log.rescue import rescued
from quizgen.study.log.rows import COLUMNS, INSERT, row_of
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

HOME = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="signals, limits and other users as Unix has them")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


def read(path: Path) -> list[Event]:
    with Log.open(path, reading=True) as log:
        return [*log.events()]


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


# What it keeps


def test_every_field_of_an_event_is_kept(path: Path) -> None:
    assert all(getattr(FULL, field.name) != field.default for field in fields(Event))
    with Log.open(path) as log:
        assert log.add([FULL]) == 1
        [kept] = log.events()
    assert kept == FULL
    assert (type(kept), type(kept.moment), type(kept.rating)) == (Event, Moment, Rating)
    assert hash(kept) == hash(FULL)
    with pytest.raises(FrozenInstanceError):
        kept.uid = "another"  # type: ignore[misc]
    assert replace(kept, uid="another").moment == FULL.moment


def test_every_field_of_an_event_has_a_column_and_a_place_in_the_export() -> None:
    names = [
        name for field in fields(Event) for name in (["time", "offset"] if field.name == "moment" else [field.name])
    ]
    assert COLUMNS.replace('"', "").split(", ") == names
    assert list(FIELDS) == ["log", *names]


def test_what_is_not_said_stays_unsaid(path: Path) -> None:
    bare = Event(uid="u", kind="end", session="s", mode="exam", moment=Moment(0))
    with Log.open(path) as log:
        log.add([bare])
        assert [*log.events()] == [bare]


@given(st.floats(0, 1), st.text(), st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_scores_are_exact_and_texts_as_typed(score: float, typed: str, plan: list[str]) -> None:
    text = typed.encode("utf-8", "replace").decode()
    event = replace(FULL, score=score, response=text, plan=tuple(plan))
    with Log(*_in_memory()) as log:
        log.add([event])
        assert [*log.events()] == [event]


def _in_memory() -> tuple[sqlite3.Connection, Path]:
    from quizgen.study.log.migrations import STEPS, migrate

    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, STEPS)
    return connection, Path("there is none")


def test_half_a_character_loses_no_answer(path: Path) -> None:
    with Log.open(path) as log:
        log.add([replace(FULL, response="a\ud800b")])
        assert [event.response for event in log.events()] == ["a?b"]


def test_an_event_that_is_there_is_passed_over(path: Path) -> None:
    with Log.open(path) as log:
        assert log.add([answer(1), answer(2)]) == 2
        assert log.add([answer(2), answer(3), answer(3)]) == 1
        assert log.add([replace(answer(1), response="another")]) == 0
        assert log.add([]) == 0
        assert [*log.events()] == [answer(1), answer(2), answer(3)]


def test_events_of_one_step_are_kept_all_or_none(path: Path) -> None:
    with Log.open(path) as log:
        with pytest.raises(DataError):
            log.add([answer(1), replace(answer(2), kind="guess")])  # type: ignore[arg-type]
        assert not [*log.events()]
        assert log.add([answer(1)]) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"uid": ""},
        {"session": ""},
        {"mode": "game"},
        {"mark": "good"},
        {"score": 1.5},
        {"rating": 5},
        {"hints": -1},
        {"hints": 1.5},
        {"duration": "long"},
        {"moment": Moment("now")},  # type: ignore[arg-type]
        {"response": b"a"},
        {"grader": None},
    ],
    ids=repr,
)
def test_what_is_no_event_does_not_come_in(path: Path, wrong: dict[str, object]) -> None:
    with Log.open(path) as log:
        with pytest.raises(DataError):
            log.add([replace(FULL, **wrong)])  # type: ignore[arg-type]
        assert not [*log.events()]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET score = 0",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "REPLACE INTO event SELECT arrival, 'new', kind, session, mode, time, \"offset\", bank, question, asked, "
        "answered, was, about, mark, score, rating, response, hints, duration, scope, plan, grader FROM event",
    ],
)
def test_it_is_only_ever_added_to(path: Path, statement: str) -> None:
    with Log.open(path) as log:
        log.add([FULL])
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        connection.execute(statement)
    assert read(path) == [FULL]


# What it gives back


def test_events_come_in_the_order_of_their_time(path: Path) -> None:
    with Log.open(path) as log:
        log.add([answer(1, time=30), answer(2, time=10), answer(3, time=20)])
        assert [event.moment.time for event in log.events()] == [10, 20, 30]


def test_at_one_moment_a_session_stays_together_and_in_the_order_it_came(path: Path) -> None:
    with Log.open(path) as log:
        log.add([answer(2, session="z", time=1), answer(1, session="z", time=1), answer(9, session="b", time=1)])
        assert [event.uid for event in log.events()] == ["b-0009", "z-0002", "z-0001"]


def test_of_some_banks_what_asks_them_and_what_frames_it(path: Path) -> None:
    begin = [
        Event(uid=f"{session}-0000", kind="begin", session=session, mode="quiz", moment=Moment(0)) for session in "ab"
    ]
    undo = Event(uid="a-0009", kind="undo", session="a", mode="quiz", moment=Moment(9), about="a-0001")
    events = [*begin, answer(1, session="a", bank="x/1"), answer(2, session="a", bank="x/2"), undo]
    events += [answer(1, session="b", bank="x/2")]
    with Log.open(path) as log:
        log.add(events)
        assert {event.uid for event in log.events(banks=["x/1"])} == {"a-0000", "a-0001", "a-0009"}
        assert {event.uid for event in log.events(banks=["x/1", "x/2"])} == {event.uid for event in events}
        assert {event.uid for event in log.events(banks=["x/2"], session="b")} == {"b-0000", "b-0001"}
        assert {event.uid for event in log.events(session="b")} == {"b-0000", "b-0001"}
        assert not [*log.events(banks=["x"])]
        assert not [*log.events(banks=["x/1' OR 1 --"])]


def test_the_last_session_of_a_scope_is_known(path: Path) -> None:
    def begin(session: str, scope: str, time: int) -> Event:
        return Event(uid=session, kind="begin", session=session, mode="quiz", moment=Moment(time), scope=scope)

    with Log.open(path) as log:
        assert log.last_session("x") == ""
        log.add([begin("a", "x", 5), begin("b", "x", 9), begin("c", "x", 7), begin("d", "y", 10), begin("e", "x", 9)])
        log.add([replace(begin("f", "x", 99), kind="end")])
        assert (log.last_session("x"), log.last_session("y"), log.last_session("z")) == ("e", "d", "")
        plan = log._connection.execute(
            "EXPLAIN QUERY PLAN SELECT session FROM event WHERE kind = 'begin' AND scope = ? ORDER BY time DESC", ["x"]
        )
        assert "event_by_scope" in str(plan.fetchall())


def test_events_can_be_added_while_others_are_read(path: Path) -> None:
    with Log.open(path) as log:
        log.add([answer(1), answer(2)])
        for event in log.events():
            log.add([replace(event, uid=f"{event.uid}-again")])
        assert len([*log.events()]) == 4


# Where it is


def test_an_environment_variable_names_the_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUIZGEN_LOG", str(tmp_path / "my.db"))
    assert default_path() == tmp_path / "my.db"


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of another platform")
def test_else_it_is_in_the_state_folder_of_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUIZGEN_LOG", "")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert default_path() == tmp_path / "quizgen" / "log.db"


@pytest.mark.parametrize("name", ["log.db", "Prüfung 1/ein log.db", "a?b#c%41.db", ":memory:", "file:x?mode=memory"])
@pytest.mark.skipif(os.name == "nt", reason="Windows forbids some of these names")
def test_any_name_is_the_name_of_a_file(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(name)
    with Log.open(path) as log:
        log.add([FULL])
    assert path.is_file()
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]
    assert read(path) == [FULL]


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    Log.open(tmp_path / "a" / "b" / "log.db").close()
    assert content(tmp_path / "a" / "b").keys() == {"log.db"}


def test_after_a_normal_end_the_file_alone_is_whole(path: Path, tmp_path: Path) -> None:
    with Log.open(path) as log:
        log.add([FULL])
    assert content(tmp_path).keys() == {"log.db"}


def test_the_file_alone_is_whole_even_where_another_program_has_it_open(path: Path, tmp_path: Path) -> None:
    with Log.open(path) as other:
        assert not [*other.events()]
        with Log.open(path) as log:
            log.add([FULL])
        assert path.with_name("log.db-wal").exists()
        copy = tmp_path / "copy.db"
        copy.write_bytes(path.read_bytes())
        assert read(copy) == [FULL]
        assert [*other.events()] == [FULL]


def test_an_empty_file_becomes_a_log(path: Path) -> None:
    path.touch()
    assert read(path) == []
    assert path.read_bytes() == b""
    with Log.open(path) as log:
        log.add([FULL])
    assert read(path) == [FULL]


def test_to_read_makes_nothing(path: Path, tmp_path: Path) -> None:
    assert read(path) == []
    assert not content(tmp_path)
    with Log.open(path, reading=True) as log, pytest.raises(WriteError):
        log.add([FULL])
    assert not content(tmp_path)


def test_to_read_does_not_write(path: Path) -> None:
    Log.open(path).close()
    before = path.read_bytes()
    with Log.open(path, reading=True) as log, pytest.raises(WriteError):
        log.add([FULL])
    assert path.read_bytes() == before


def test_every_commit_reaches_the_disk(path: Path) -> None:
    with Log.open(path) as log:
        settings = [log._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert settings == ["wal", 2]
        assert log._connection.execute("PRAGMA busy_timeout").fetchone()[0] == 5000


# What it does not touch


def other(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def opened_twice(path: Path, kind: type[QuizgenError]) -> str:
    """What is said of a file that cannot be opened, be it to write or to read."""
    before = content(path.parent)
    with pytest.raises(kind) as writing:
        Log.open(path)
    with pytest.raises(kind) as reading:
        Log.open(path, reading=True)
    assert content(path.parent) == before
    assert str(path) in str(reading.value)
    assert "--log" in str(reading.value)
    assert str(writing.value) == str(reading.value)
    return str(writing.value)


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


# Where it is damaged


def many(path: Path, count: int = 400) -> list[Event]:
    events = [replace(answer(number), response="words " * 20) for number in range(count)]
    with Log.open(path) as log:
        log.add(events)
    return events


def test_a_log_that_is_cut_short_is_told_and_what_can_be_read_is_rescued(path: Path) -> None:
    events = many(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    assert "cut short" in opened_twice(path, DataError)
    assert "quizgen log export --rescue" in opened_twice(path, DataError)
    found = rescued(path)
    assert set(found.events) < set(events)
    assert len(found.events) > len(events) // 3
    assert found.lost in (None, len(events) - len(found.events))


def test_a_log_with_a_broken_page_is_told_and_the_rest_is_rescued(path: Path) -> None:
    events = many(path)
    data = bytearray(path.read_bytes())
    at = data.find(b"words words", len(data) // 2) // 4096 * 4096
    data[at : at + 4096] = bytes(4096)
    path.write_bytes(data)
    before = content(path.parent)
    with pytest.raises(DataError, match=r"damaged.*--rescue"):
        read(path)
    found = rescued(path)
    assert found.lost == len(events) - len(found.events)
    assert 0 < found.lost < 40
    assert set(found.events) < set(events)
    assert content(path.parent) == before


def test_a_value_that_no_event_has_is_told_and_the_rest_is_rescued(path: Path) -> None:
    Log.open(path).close()
    with Log.open(path) as log:
        log.add([answer(1), replace(answer(2), plan=("one#two",))])
    path.write_bytes(path.read_bytes().replace(b'["one#two"]', b'["one#two"!'))
    with pytest.raises(DataError, match="an event cannot be read"):
        read(path)
    assert rescued(path) == ((answer(1),), 1)


def test_a_rescue_takes_what_stands_in_the_wal_only(path: Path, tmp_path: Path) -> None:
    with Log.open(path) as log:
        log.add([FULL])
        assert rescued(path) == ((FULL,), 0)


def test_of_what_is_no_log_nothing_is_rescued(path: Path) -> None:
    with pytest.raises(MissingError):
        rescued(path)
    path.write_bytes(b"words " * 100)
    with pytest.raises(DataError, match="nothing in it can be read"):
        rescued(path)


# Where it cannot be written


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


def python(script: str, *arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-c", script, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(HOME)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        **options,
    )


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


# What it outlives

ANSWERING = """
import os, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from log_events import answer
from quizgen.study.log.log import Log
with Log.open(Path(sys.argv[1])) as log:
    for number in range(len([*log.events()]), 100):
        log.add([answer(number)])
        print(number, flush=True)
"""


def killed_after(path: Path, answers: int, seconds: float) -> tuple[list[int], bool]:
    """The answers that a program has said it kept until it was killed, and whether it was."""
    child = subprocess.Popen(
        [sys.executable, "-c", ANSWERING.format(tests=str(Path(__file__).parent)), str(path)],
        env=os.environ | {"PYTHONPATH": str(HOME)},
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(answers)]
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    said += child.stdout.readlines()
    child.stdout.close()
    return [int(line) for line in said if line.endswith(b"\n")], child.wait() == -signal.SIGKILL


@posix
def test_a_kill_at_any_moment_loses_no_answer_that_was_kept(tmp_path: Path) -> None:
    """Each program goes on where the one before was killed, up to 100 answers; then there is a new log."""
    chance = random.Random(5)
    kills, run = 0, 0
    while kills < 30:
        run += 1
        path = tmp_path / f"log-{run}.db"
        kept: list[int] = []
        numbers: list[int] = []
        while len(numbers) < 100:
            said, killed = killed_after(path, chance.randint(0, 4), chance.uniform(0, 0.01))
            kills += killed
            kept += said
            numbers = [event.moment.time for event in read(path)]
            assert numbers == list(range(len(numbers)))
            assert set(kept) <= set(numbers)
            assert not path.exists() or sound(path)
        assert read(path) == [answer(number) for number in range(100)]


CROWD = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from log_events import answer
from quizgen.study.log.log import Log
sys.stdin.readline()
with Log.open(Path(sys.argv[1])) as log:
    print(sum(log.add([answer(number, session=sys.argv[2])]) for number in range(500)))
"""


def test_four_programs_at_once_lose_nothing(path: Path) -> None:
    """They begin at the same moment, so that they also make the log together."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", CROWD.format(tests=str(Path(__file__).parent)), str(path), f"s{number}"],
            env=os.environ | {"PYTHONPATH": str(HOME)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for number in range(4)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(b"go\n")
        writer.stdin.flush()
    assert [writer.communicate()[0].strip() for writer in writers] == [b"500"] * 4
    events = read(path)
    assert len(events) == 2000
    for number in range(4):
        mine = [event for event in events if event.session == f"s{number}"]
        assert mine == [answer(one, session=f"s{number}") for one in range(500)]
    assert sound(path)
    assert content(path.parent).keys() == {"log.db"}


def test_until_the_log_is_opened_sqlite_is_not_loaded() -> None:
    assert python("import sys, quizgen.study.log.log; print('sqlite3' in sys.modules)").stdout == "False\n"
