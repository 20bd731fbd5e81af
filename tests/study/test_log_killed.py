"""What the log has kept outlives every kill, and four programs that write at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from log_events import answer
from log_files import HOME, content, posix, read, sound


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.db"


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
