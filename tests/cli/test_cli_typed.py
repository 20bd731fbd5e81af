"""A self-test at a real terminal, typed by pexpect."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from terminals import ESCAPE, HOME, ended, pexpect, plain, spawned

from quizgen.text.columns import columns as columns_of

BANK = """---
id: test/typed
title: Typed
---

## Which four islands or island groups do both Japan and Russia claim, as the article tells? {#islands}
- Etorofu
- Kunashiri
hint: Think of Hokkaido.

## Which? {#which}
- [x] one
- [ ] two
shuffle: no

## Why? {#why}
+ first
+ second
"""


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Starts a quiz of the bank in a terminal of so many columns."""
    pexpect()
    (tmp_path / "bank.md").write_text(BANK, "utf-8")
    opened = []

    def start(columns: int = 80, *arguments: str, command: str = "quiz", **environment: str) -> Any:
        child = spawned(tmp_path, command, "bank.md", *arguments, columns=columns, **environment)
        opened.append(child)
        return child

    yield start
    for child in opened:
        child.close(force=True)


def typed(child: Any, *turns: tuple[str, str]) -> None:
    """Wait for what is asked, and type; again and again."""
    for asked, answer in turns:
        child.expect(asked)
        child.sendline(answer)


@pytest.mark.parametrize("columns", [80, 40, 20])
def test_to_the_end(terminal: Any, columns: int) -> None:
    child = terminal(columns)
    child.expect("commas\\s+between")
    assert all(len(row) <= columns for row in re.split(r"[\r\n]+", ESCAPE.sub("", child.before)))
    child.sendline("Kunashiri and Etorofu")
    child.expect("Right\\.")
    typed(child, ("A to B", "C"), ("no answer", "b"), ("own\\s+words", "Because."))
    typed(child, ("Which points", "2"), ("1 of 2 points", ""))
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


def test_the_ladder_of_hints(terminal: Any) -> None:
    child = terminal()
    typed(child, ("between > ", ":h"), ("Hint 1 of 2: Think of Hokkaido", ":h"), ("Hint 2 of 2: E", ":h"))
    child.expect("no further hint")
    child.sendline("Etorofu, Kunashiri")
    child.expect("Right\\.")


def test_undo(terminal: Any) -> None:
    child = terminal()
    typed(child, ("between > ", "nothing"), ("A to B > ", ":u"), ("Taken back", "Etorofu, Kunashiri"))
    typed(child, ("Right\\.", ":q"))
    assert "Score: 2 of 2 points (100%); 1 of 1 right." in ended(child)[1]


def test_i_was_right(terminal: Any) -> None:
    child = terminal()
    typed(child, ("between > ", "Iturup, Kunashiri"), ("A to B > ", ":o"), ("Counted as right", ":q"))
    assert "1 of 1 right" in ended(child)[1]


def test_the_last_word(terminal: Any) -> None:
    """After the last question a person can still put the last answer right."""
    child = terminal(80, "--kind", "choice")
    typed(child, ("A to B > ", "b"), ("That was the last question", ":u"), ("A to B > ", "a"), ("for the score > ", ""))
    code, said = ended(child)
    assert code == 0
    assert "1 of 1 right" in said


@pytest.mark.parametrize("way", ["quit", "ctrl-c", "ctrl-d"])
def test_stopped_and_gone_on_with(terminal: Any, way: str) -> None:
    child = terminal()
    typed(child, ("between > ", "Etorofu, Kunashiri"))
    child.expect("A to B > ")
    {"quit": lambda: child.sendline(":q"), "ctrl-c": child.sendintr, "ctrl-d": child.sendeof}[way]()
    code, said = ended(child)
    assert code == (130 if way == "ctrl-c" else 0)
    assert "You stopped after 1 of 3 questions." in said
    child = terminal()
    child.expect("You stopped the quiz today at .* after 1 of 3 questions; going\\s+on")
    typed(child, ("A to B > ", "a"), ("own words > ", "Because."), ("numbers", "1 2"), ("for the score", ""))
    assert "3 of 3 right" in ended(child)[1]
    child = terminal()
    child.expect("between > ")
    assert "Question 1 of 3" in plain(child.before)
    assert "going on" not in plain(child.before)


def test_begun_again(terminal: Any) -> None:
    child = terminal()
    typed(child, ("between > ", "Etorofu, Kunashiri"), ("A to B > ", ":q"))
    ended(child)
    child = terminal(80, "--new")
    child.expect("between > ")
    assert "going on" not in child.before


def test_an_exam(terminal: Any) -> None:
    child = terminal(80, "--exam", "--fail-under", "70")
    typed(child, ("between > ", ":h"), ("no hints in an exam", "Etorofu"))
    child.expect("A to B > ")
    assert "Partly" not in child.before
    typed(child, ("", "b"), ("own words > ", "Because."), ("hand in > ", ""), ("Which points", "1 2"))
    typed(child, ("Enter for the report > ", ""))
    code, said = ended(child)
    assert code == 1
    assert said.index("Question 1 of 3") < said.index("Question 3 of 3") < said.index("Score: 3 of 5 points (60%)")
    assert said.endswith("Below the 70% asked for: 60%.\n")


def test_studying_what_was_wrong_comes_again(terminal: Any) -> None:
    child = terminal(80, "--kind", "choice", "--kind", "list", command="study")
    child.expect("2 new\\.")
    typed(child, ("between > ", "nothing"), ("Wrong|0 of 2", ""))
    child.expect("A to B > ")
    option = re.search(r"([AB])  one", plain(child.before))
    assert option
    typed(child, ("", option[1]), ("Question 1 of 2, again", "Etorofu, Kunashiri"), ("Right", ""), ("to end > ", ""))
    code, said = ended(child)
    assert code == 0
    assert "2 answered, 1 right (50%)." in said
    assert "Tomorrow" in said
    child = terminal(80, "--kind", "choice", "--kind", "list", command="study")
    assert "Nothing is due today." in ended(child)[1]


def test_a_window_that_is_made_smaller(terminal: Any) -> None:
    child = terminal(100)
    child.expect("between > ")
    assert any(len(row) > 60 for row in plain(child.before).split("\n"))
    child.setwinsize(24, 40)
    child.sendline("nothing")
    child.expect("A to B > ")
    assert all(columns_of(row) <= 40 for row in plain(child.before).split("\n")[1:])


@pytest.mark.parametrize("columns", [20, 40, 60, 100, 200])
def test_no_row_is_wider_than_the_screen(terminal: Any, columns: int) -> None:
    child = terminal(columns)
    answers = ["?", ":h", ":h", "nothing", ":o", "b", "Because.", "2", "?", ""]
    seen = ""
    for answer in answers:
        child.expect("> $")
        seen += child.before
        child.sendline(answer)
    code, said = ended(child)
    assert code == 0
    assert all(columns_of(row) <= columns for row in plain(seen + said).split("\n"))


def test_tab_completes_no_file_names(terminal: Any, tmp_path: Path) -> None:
    """Whatever the user's settings bind it to."""
    pytest.importorskip("readline")
    (tmp_path / "inputrc").write_text("TAB: complete\nset bell-style none\n", "utf-8")
    child = terminal(INPUTRC=str(tmp_path / "inputrc"))
    child.expect("between > ")
    child.send("ban\t\r")
    child.expect("A to B > ")
    assert "bank.md" not in child.before


def test_put_aside_and_taken_up_again(tmp_path: Path) -> None:
    """Ctrl-Z and fg: the shell's business, and nothing is lost."""
    real = pexpect()
    (tmp_path / "bank.md").write_text(BANK, "utf-8")
    child = real.spawn(
        "/bin/bash",
        ["--norc", "--noprofile", "-i"],
        cwd=str(tmp_path),
        env=os.environ | {"PYTHONPATH": str(HOME), "PS1": "shell$ ", "LC_ALL": "C.UTF-8", "TERM": "xterm"},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=15,
    )
    child.expect("shell\\$ ")
    child.sendline(f"{sys.executable} -m quizgen quiz bank.md")
    typed(child, ("between > ", "Etorofu, Kunashiri"))
    child.expect("A to B > ")
    child.sendcontrol("z")
    child.expect("Stopped")
    child.expect("shell\\$ ")
    child.sendline("fg")
    child.expect("quizgen quiz")
    child.sendline("a")
    typed(child, ("own words", ":q"))
    child.expect("2 of 2 right")
    child.close(force=True)


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


def test_letters_beyond_ascii_where_no_language_is_set(terminal: Any) -> None:
    child = terminal(LC_ALL="C")
    child.expect("commas between > ")
    child.sendline("東京")
    child.expect("Wrong\\..*not asked for: 東京")


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
