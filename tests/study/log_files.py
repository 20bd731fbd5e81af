"""Files of logs as the tests look at them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from quizgen.errors import QuizgenError
from quizgen.study.events import Event
from quizgen.study.log.log import Log

HOME = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="signals, limits and other users as Unix has them")


def read(path: Path) -> list[Event]:
    with Log.open(path, reading=True) as log:
        return [*log.events()]


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


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
