"""How long a person waits: CPU seconds of `quizgen --help`, and of `quizgen quiz` up to its first question.

Each command is a whole process, measured from outside and in turn with a bare Python, so that the ratios hold when
the machine's speed drifts.

    python benchmarks/startup.py [--runs 15] [--questions 1000]
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
FIRST_QUESTION = "from quizgen.cli import main; main()"


def cpu_of(command: list[str], log: Path) -> float:
    """CPU seconds, user and system, of one run; its input is empty, so that a session stops at its first question."""
    environment = os.environ | {"QUIZGEN_LOG": str(log)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True, cwd=ROOT, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def large_bank(folder: Path, questions: int) -> Path:
    path = folder / "large.md"
    lines = ["---", "id: large", "title: Large", "---"]
    for number in range(questions):
        lines += [f"## What is asked in question {number}? {{#q-{number}}}", f"= answer {number}", "> the words", ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=15)
    options.add_argument("--questions", type=int, default=1000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bank = large_bank(Path(folder), given.questions)
        log, answered = Path(folder, "log.db"), Path(folder, "answered.db")
        start = [sys.executable, "-c", FIRST_QUESTION]
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "quizgen --help": [*start, "--help"],
            "quizgen quiz questions/islands.md": [*start, "quiz", "questions/islands.md"],
            f"quizgen quiz, {given.questions} questions": [*start, "quiz", str(bank)],
            f"quizgen study, {given.questions} questions, all new": [*start, "study", str(bank)],
            f"quizgen study, 50 of {given.questions} answered": [*start, "study", str(bank), "--log", str(answered)],
        }
        answers = "\n".join(f"answer {number}" for number in range(50))
        subprocess.run(
            [*start, "quiz", str(bank), "--log", str(answered)],
            input=answers,
            text=True,
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=ROOT,
        )
        for command in commands.values():
            cpu_of(command, log)  # fills the caches
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(given.runs):
            for name, command in commands.items():
                times[name].append(cpu_of(command, log))
    bare = statistics.median(times["python -c pass"])
    print(f"{'':50}{'CPU ms':>10}{'min':>8}{'x bare':>8}")
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        print(f"{name:50}{middle * 1000:>10.0f}{min(seconds) * 1000:>8.0f}{middle / bare:>8.1f}")


if __name__ == "__main__":
    main()
