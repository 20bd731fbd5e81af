"""A quiz at a real terminal, typed by pexpect."""

from __future__ import annotations

import importlib
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

HOME = Path(__file__).parents[2]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
BANK = """---
id: test/typed
title: Typed
---

## Which four islands or island groups do both Japan and Russia claim, as the article tells? {#islands}
- Etorofu
- Kunashiri

## Which? {#which}
- [x] one
- [ ] two
shuffle: no

## Why? {#why}
+ first
+ second
"""


def pexpect() -> Any:
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals that pexpect can open")
    try:
        return importlib.import_module("pexpect")
    except ImportError:
        if os.environ.get("CI") == "true":
            pytest.fail("pexpect is not installed; the tests of real terminals must run")
        pytest.skip("pexpect is not installed")


@pytest.fixture
def terminal(tmp_path: Path) -> Any:
    """Starts a quiz in a terminal of so many columns."""
    real = pexpect()
    (tmp_path / "bank.md").write_text(BANK, "utf-8")
    opened = []

    def start(columns: int = 80, *arguments: str, **environment: str) -> Any:
        values = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
        child = real.spawn(
            sys.executable,
            ["-m", "quizgen", "quiz", "bank.md", *arguments],
            cwd=str(tmp_path),
            env=values | {"PYTHONPATH": str(HOME), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | environment,
            dimensions=(24, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=10,
        )
        opened.append(child)
        return child

    yield start
    for child in opened:
        child.close(force=True)


def ended(child: Any) -> tuple[int | None, str]:
    """The exit code, and the last words without colour."""
    rest = child.read()
    child.close()
    return child.exitstatus, ESCAPE.sub("", rest).replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [80, 40, 20])
def test_to_the_end(terminal: Any, columns: int) -> None:
    child = terminal(columns)
    child.expect("commas between")
    assert all(len(row) <= columns for row in re.split(r"[\r\n]+", ESCAPE.sub("", child.before)))
    child.sendline("Kunashiri and Etorofu")
    child.expect("Right\\.")
    child.expect("A to B")
    child.sendline("C")
    child.expect("no answer")
    child.expect("A to B")
    child.sendline("b")
    child.expect("Wrong\\.")
    child.expect("own words")
    child.sendline("Because.")
    child.expect("Which points")
    child.sendline("2")
    child.expect("1 of 2 points")
    code, said = ended(child)
    assert code == 0
    assert "Score: 3 of 5 points (60%)" in " ".join(said.split())


def test_ctrl_c_shows_the_score(terminal: Any) -> None:
    child = terminal()
    child.expect("commas between > ")
    child.sendline("Etorofu, Kunashiri")
    child.expect("A to B > ")
    child.sendintr()
    code, said = ended(child)
    assert code == 130
    assert "You stopped after 1 of 3 questions.\nScore: 2 of 2 points (100%); 1 of 1 right." in said
    assert "Traceback" not in said


def test_ctrl_d_ends_it(terminal: Any) -> None:
    child = terminal()
    child.expect("commas between > ")
    child.sendeof()
    code, said = ended(child)
    assert code == 0
    assert "You stopped after 0 of 3 questions." in said


def test_colour_and_none(terminal: Any) -> None:
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
        child = terminal(80, **environment)
        child.expect("commas between > ")
        assert ("\x1b[1m" in child.before) == coloured
        child.sendeof()
        ended(child)


def test_what_is_said_may_go_on_to_another_program(tmp_path: Path) -> None:
    real = pexpect()
    (tmp_path / "bank.md").write_text(BANK, "utf-8")
    child = real.spawn(
        "/bin/sh",
        ["-c", f"{sys.executable} -m quizgen quiz bank.md | cat"],
        cwd=str(tmp_path),
        env=os.environ | {"PYTHONPATH": str(HOME), "LC_ALL": "C.UTF-8"},
        encoding="utf-8",
        timeout=10,
    )
    child.expect("commas between")
    child.sendline("Etorofu, Kunashiri")
    child.expect("A to B")
    child.sendline("A")
    child.expect("own words")
    child.sendline(":q")
    assert "Score: 3 of 3 points" in ended(child)[1]


def test_what_is_typed_can_be_edited(terminal: Any) -> None:
    pytest.importorskip("readline")
    child = terminal()
    child.expect("commas between > ")
    child.send("Kunashiri, Etorofux\x7f\r")
    child.expect("Right\\.")


def test_bytes_that_are_not_utf8(terminal: Any) -> None:
    child = terminal()
    child.expect("commas between > ")
    os.write(child.child_fd, b"Etorofu\xff\n")
    child.expect("Wrong|Partly")
    child.expect("A to B > ")  # before it is asked for, an end of input would be lost
    child.sendeof()
    code, said = ended(child)
    assert code == 0
    assert "fault" not in said


def test_json_goes_to_the_output_and_the_questions_to_the_terminal(tmp_path: Path) -> None:
    real = pexpect()
    (tmp_path / "bank.md").write_text(BANK, "utf-8")
    child = real.spawn(
        "/bin/sh",
        ["-c", f"exec {sys.executable} -m quizgen quiz bank.md --json > records.jsonl"],
        cwd=str(tmp_path),
        env=os.environ | {"PYTHONPATH": str(HOME), "TERM": "xterm", "LC_ALL": "C.UTF-8"},
        dimensions=(24, 40),
        encoding="utf-8",
        timeout=20,
    )
    child.expect("commas between")
    assert all(len(row) <= 40 for row in ESCAPE.sub("", child.before).split("\r\n"))
    child.sendline("Etorofu; Kunashiri")
    child.expect("Right\\.")
    child.sendline(":q")
    code, _ = ended(child)
    assert code == 0
    assert (tmp_path / "records.jsonl").read_text("utf-8").count('"verdict": "right"') == 1
