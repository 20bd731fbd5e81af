"""A damaged log is told, and what can still be read of it is rescued."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from log_events import answer
from log_files import content, opened_twice, read

from quizgen.errors import DataError, MissingError
from quizgen.study.events import Event
from quizgen.study.log.log import Log
from quizgen.study.log.log_file import beside, check_file
from quizgen.study.log.rescue import rescued


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


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


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_one_that_another_program_writes_just_now_is_not_cut_short(path: Path, ending: str) -> None:
    many(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    with pytest.raises(DataError, match="cut short"):
        check_file(path)
    beside(path, ending).write_bytes(bytes(10))
    assert check_file(path)


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
    events = tuple(answer(number) for number in range(2000))  # more than the file alone could hold
    with Log.open(path) as log:
        log.add(events)
        assert path.stat().st_size < 40 * len(events)
        assert rescued(path) == (events, 0)


def test_what_is_rescued_comes_in_the_order_of_its_time(path: Path) -> None:
    with Log.open(path) as log:
        log.add([answer(2), answer(1), answer(3)])
    assert rescued(path).events == (answer(1), answer(2), answer(3))


def test_of_what_is_no_log_nothing_is_rescued(path: Path) -> None:
    with pytest.raises(MissingError):
        rescued(path)
    path.write_bytes(b"words " * 100)
    with pytest.raises(DataError, match="nothing in it can be read"):
        rescued(path)
