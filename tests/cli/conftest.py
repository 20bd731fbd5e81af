"""The command line, run in this process: arguments and input in; exit code and words out."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizgen.cli import main
from quizgen.publish.init import start_course

BANK = """---
id: test/bank
title: A small bank
---

# Topic {#topic}

## Who? {#who}
= Kishida | Fumio Kishida
hint: The premier.

## Which? {#which}
- [x] one
- [ ] two
shuffle: no

## Still a draft {#draft}
= no
status: draft
"""


@dataclass(frozen=True)
class Run:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def quizgen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command; ``typed`` is its input. It never shows a traceback, nor a fault of its own."""

    def run(*arguments: object, typed: str | bytes = "") -> Run:
        data = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "argv", ["quizgen", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        with pytest.raises(SystemExit) as done:
            main()
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert "a fault in quizgen" not in said.err
        assert isinstance(done.value.code, int)
        return Run(done.value.code, said.out, said.err)

    return run


@pytest.fixture(autouse=True)
def _ctrl_c_as_it_was() -> Iterator[None]:
    """A command that was interrupted heeds no further Ctrl-C; the next test does."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bank(folder: Path) -> Path:
    """A bank on its own, in the current folder."""
    path = folder / "bank.md"
    path.write_text(BANK, "utf-8")
    return path


@pytest.fixture
def course(folder: Path) -> Path:
    """A course as ``quizgen init`` makes it, which is the current folder."""
    start_course(folder)
    return folder
