"""``quizgen log``: where the log is, out of it and into it again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Command

from quizgen.study.events import Event
from quizgen.study.log.log import Log
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating


def answers(session: str, count: int) -> list[Event]:
    return [
        Event(
            uid=f"{session}-{number}",
            kind="answer",
            session=session,
            mode="quiz",
            moment=Moment(number),
            question="test/bank#who",
            mark="right",
            score=1.0,
            rating=Rating.GOOD,
            response="Etorofu, 択捉島",
        )
        for number in range(count)
    ]


@pytest.fixture
def log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log of three answers, which is the one that is used."""
    path = folder / "mine.db"
    with Log.open(path) as opened:
        opened.add(answers("a", 3))
    monkeypatch.setenv("QUIZGEN_LOG", str(path))
    return path


def events(path: Path) -> list[Event]:
    with Log.open(path, reading=True) as opened:
        return [*opened.events()]


def test_it_says_where_the_log_is(quizgen: Command, log: Path) -> None:
    assert quizgen("log", "path").out == f"{log}\n"
    assert quizgen("log", "path", "--log", "other.db").out == "other.db\n"
    assert not Path("other.db").exists()


def test_without_a_word_it_helps(quizgen: Command) -> None:
    run = quizgen("log")
    assert "export" in run.out + run.err
    assert "import" in run.out + run.err


def test_out_and_in_again(quizgen: Command, log: Path) -> None:
    assert quizgen("log", "export", "out.jsonl").out == "out.jsonl: 3 events\n"
    assert quizgen("log", "import", "out.jsonl", "--log", "new.db").out == "new.db: 3 events, 3 new\n"
    assert quizgen("log", "import", "out.jsonl", "--log", "new.db").out == "new.db: 3 events, 0 new\n"
    assert events(Path("new.db")) == events(log)
    quizgen("log", "export", "again.jsonl", "--log", "new.db")
    assert Path("again.jsonl").read_bytes() == Path("out.jsonl").read_bytes()


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_through_a_pipe(quizgen: Command, log: Path, arguments: tuple[str, ...]) -> None:
    out = quizgen("log", "export", *arguments).out
    assert [json.loads(line)["uid"] for line in out.splitlines()] == ["a-0", "a-1", "a-2"]
    assert quizgen("log", "import", "-", "--log", "new.db", typed=out).out == "new.db: 3 events, 3 new\n"
    assert events(Path("new.db")) == events(log)
    marked = b"\xef\xbb\xbf" + out.encode()  # as PowerShell writes it
    assert quizgen("log", "import", "-", "--log", "new.db", typed=marked).out == "new.db: 3 events, 0 new\n"


def test_for_machines(quizgen: Command, log: Path) -> None:
    run = quizgen("log", "export", "out.jsonl", "--json")
    assert json.loads(run.out) == {"log": str(log), "file": "out.jsonl", "events": 3}
    run = quizgen("log", "import", "out.jsonl", "--log", "new.db", "--json")
    assert json.loads(run.out) == {"log": "new.db", "events": 3, "new": 3}


def test_several_files_become_one(quizgen: Command, log: Path) -> None:
    quizgen("log", "export", "one.jsonl")
    with Log.open(Path("two.db")) as other:
        other.add([*answers("a", 2), *answers("b", 2)])
    quizgen("log", "export", "two.jsonl", "--log", "two.db")
    assert quizgen("log", "import", "one.jsonl", "two.jsonl", "--log", "all.db").out == "all.db: 5 events, 5 new\n"


def test_an_empty_log_has_an_empty_export(quizgen: Command, folder: Path) -> None:
    Log.open(Path("empty.db")).close()
    assert quizgen("log", "export", "--log", "empty.db").out == ""
    assert quizgen("log", "import", "-", "--log", "empty.db").out == "empty.db: 0 events, 0 new\n"


def test_of_a_log_that_is_not_there_nothing_is_made(quizgen: Command, folder: Path) -> None:
    run = quizgen("log", "export", "out.jsonl", "--log", "none.db")
    assert (run.code, [*folder.iterdir()]) == (66, [])
    assert run.err.startswith("none.db: there is no log yet")


def test_the_log_is_not_written_over_by_its_export(quizgen: Command, log: Path) -> None:
    run = quizgen("log", "export", "mine.db")
    assert run.code == 2
    assert "the log itself" in run.err
    assert len(events(log)) == 3


def test_where_a_line_is_wrong_nothing_comes_in(quizgen: Command, log: Path) -> None:
    quizgen("log", "export", "out.jsonl")
    Path("bad.jsonl").write_text(Path("out.jsonl").read_text("utf-8") + '{"log": 1}\nx\n', "utf-8")
    run = quizgen("log", "import", "out.jsonl", "bad.jsonl", "--log", "new.db")
    assert run.code == 65
    assert [line.split(": ")[0] for line in run.err.splitlines()] == ["bad.jsonl:4:1", "bad.jsonl:5:1"]
    assert events(Path("new.db")) == []


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("x", 65, "the input:1:1: this is not JSON"),
        (b"\xff\xfe", 65, "not UTF-8"),
        ('{"log": 99}', 78, "the input:1: a newer quizgen wrote this"),
    ],
)
def test_what_is_wrong_in_the_input_is_told(
    quizgen: Command, log: Path, typed: str | bytes, code: int, told: str
) -> None:
    run = quizgen("log", "import", "-", typed=typed)
    assert run.code == code
    assert told in run.err
    assert len(events(log)) == 3


def test_a_log_is_no_export(quizgen: Command, log: Path) -> None:
    run = quizgen("log", "import", "mine.db", "--log", "new.db")
    assert run.code == 65
    assert "quizgen log export FILE --log mine.db" in run.err


def test_what_is_missing_or_cannot_be_written_is_told(quizgen: Command, log: Path) -> None:
    assert quizgen("log", "import", "none.jsonl").code == 66
    assert quizgen("log", "export", "no/folder/out.jsonl").code == 73
    assert quizgen("log", "import", "-", "--log", "mine.db/new.db").code == 73
    assert quizgen("log", "import").code == 2


def test_a_newer_log_is_refused(quizgen: Command, log: Path) -> None:
    with closing(sqlite3.connect(log)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = log.read_bytes()
    for arguments in (("export", "out.jsonl"), ("import", "-"), ("export", "--rescue")):
        run = quizgen("log", *arguments)
        assert (run.code, log.read_bytes()) == (78, before)
        assert "Update quizgen" in run.err


def test_what_can_be_read_of_a_damaged_log_is_rescued(quizgen: Command, log: Path) -> None:
    with Log.open(log) as opened:
        opened.add(answers("b", 400))
    log.write_bytes(log.read_bytes()[: log.stat().st_size // 2])
    run = quizgen("log", "export", "out.jsonl")
    assert run.code == 65
    assert "quizgen log export --rescue rescued.jsonl --log" in run.err
    run = quizgen("log", "export", "--rescue", "rescued.jsonl")
    assert run.code == 0
    assert "could be read" in run.err
    assert quizgen("log", "import", "rescued.jsonl", "--log", "new.db").code == 0
    assert len(events(Path("new.db"))) > 100


@pytest.mark.parametrize("arguments", [("path",), ("export",), ("import", "-")])
def test_the_log_may_be_named_on_every_command(quizgen: Command, log: Path, arguments: tuple[str, ...]) -> None:
    assert quizgen("log", *arguments, "--log", log).code == 0
