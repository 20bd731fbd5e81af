"""The log: it keeps what an event holds, is only ever added to, and gives the history back in its order."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import FrozenInstanceError, fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_events import FULL, answer
from log_files import content, python, read

from quizgen.errors import DataError, WriteError
from quizgen.study.events import Event
from quizgen.study.log.event_form import FIELDS
from quizgen.study.log.log import Log, default_path
from quizgen.study.log.rows import COLUMNS
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


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


def test_until_the_log_is_opened_sqlite_is_not_loaded() -> None:
    assert python("import sys, quizgen.study.log.log; print('sqlite3' in sys.modules)").stdout == "False\n"
