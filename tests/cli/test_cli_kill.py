"""No answer is lost: not to a kill at any moment, not to any way of stopping."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from terminals import ended, spawned

from quizgen.study.events import Event
from quizgen.study.log.log import Log
from quizgen.study.moment import Moment

HOME = Path(__file__).parents[2]
QUESTIONS, KILLS = 100, 30
AT_ONCE = 3  # answers that a process is given before it is killed: so there are more kills than KILLS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither SIGKILL nor pseudo-terminals")


def bank_of(questions: int) -> str:
    asked = "\n".join(f"## What is {number}? {{#q{number}}}\n= {number}\nkind: short\n" for number in range(questions))
    return f"---\nid: many\ntitle: Many\n---\n\n{asked}"


def answers_in(log: Path) -> list[str]:
    """The keys of the questions that a log holds an answer to, one for each answer; the log is whole."""
    if not log.exists():
        return []
    with Log.open(log, reading=True) as opened:
        return [event.question for event in opened.events() if event.kind == "answer"]


def run_until_killed(folder: Path, log: Path, kept: int, chance: random.Random) -> int:
    """Go on with the quiz, give the next answers at once, and kill it; how many answers it has acknowledged.

    The kill comes at any moment of its work on them, in the middle of a commit too.
    """
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from quizgen.cli import main; main()",
            "quiz",
            "bank.md",
            "--resume",
            "--log",
            str(log),
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(HOME)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(f"{number}\n" for number in range(kept, kept + AT_ONCE)))
    process.stdin.flush()
    acknowledged, wanted = 0, chance.choice((0, 1, 2, 2, 3, 3, 3))
    while acknowledged < wanted:
        row = process.stdout.readline()
        assert row, "it ended by itself"
        acknowledged += row.startswith("Right.")
        wanted = min(wanted, QUESTIONS - kept)
    if not wanted:
        process.stdout.readline()  # it has begun
    time.sleep(chance.random() * 0.01)
    process.kill()
    rest, said = process.communicate()
    assert said == ""
    return acknowledged + sum(row.startswith("Right.") for row in rest.split("\n"))


def test_killed_at_any_moment_it_goes_on_with_every_answer_kept(tmp_path: Path) -> None:
    (tmp_path / "bank.md").write_text(bank_of(QUESTIONS), "utf-8")
    log = tmp_path / "log.db"
    chance = random.Random(20220307)
    kept, kills = 0, 0
    while kept < QUESTIONS:
        acknowledged = run_until_killed(tmp_path, log, kept, chance)
        kills += 1
        now = len(answers_in(log))
        assert now >= kept + acknowledged  # what was shown was kept; one more may have been kept and not shown yet
        kept = now
    answers = answers_in(log)
    assert answers == [f"many#q{number}" for number in range(QUESTIONS)]
    with closing(sqlite3.connect(log)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert kills >= KILLS


def without_times(events: list[Event]) -> list[Event]:
    """Events without what differs from one run to the next: times, and the names that come from chance."""
    numbers = [event.uid.rpartition("-")[2] for event in events]
    return [
        replace(event, uid=number, session="", moment=Moment(0), duration=0)
        for event, number in zip(events, numbers, strict=True)
    ]


def test_every_way_to_stop_leaves_the_same_log(tmp_path: Path) -> None:
    (tmp_path / "bank.md").write_text(bank_of(4), "utf-8")
    left = {}
    for way in ("quit", "ctrl-c", "ctrl-d", "killed", "terminated", "hung up"):
        log = tmp_path / f"{way}.db"
        child = spawned(tmp_path, "quiz", "bank.md", "--log", str(log))
        for answer in ("0", "wrong"):
            child.expect("Your answer > ")
            child.sendline(answer)
            child.expect("Right|Wrong")
        child.expect("Your answer > ")
        if way == "quit":
            child.sendline(":q")
        elif way == "ctrl-c":
            child.sendintr()
        elif way == "ctrl-d":
            child.sendeof()
        else:
            child.kill({"killed": signal.SIGKILL, "terminated": signal.SIGTERM, "hung up": signal.SIGHUP}[way])
        code, said = ended(child)
        assert "Traceback" not in said
        assert code == {"quit": 0, "ctrl-c": 130, "ctrl-d": 0}.get(way)
        left[way] = log
    left["end of pipe"] = tmp_path / "pipe.db"
    subprocess.run(
        [sys.executable, "-m", "quizgen", "quiz", "bank.md", "--log", str(left["end of pipe"])],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(HOME)},
        input="0\nwrong\n",
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    logs = {}
    for way, path in left.items():
        with Log.open(path, reading=True) as log:
            logs[way] = without_times([*log.events()])
    assert [event.kind for event in logs["quit"]] == ["begin", "answer", "answer"]
    for way, events in logs.items():
        assert events == logs["quit"], way
