"""How long the log takes: the commit of an answer, opening, reading, export and import.

    python benchmarks/log.py [--commits 1000] [--events 100000] [--folder DIR]

A commit is wall time, since it waits for the disk: put the folder where logs are kept. All else is CPU time, the best
of five rounds; opening is that of a process that has not loaded SQLite yet. Events are those of quizzes of twenty
questions over a year, in banks of a hundred.
"""

from __future__ import annotations

import argparse
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from quizgen.study.events import Event
from quizgen.study.log.exchange import events_in, lines_of
from quizgen.study.log.log import Log
from quizgen.study.log.merging import add_exported
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

ROOT = Path(__file__).resolve().parent.parent
OPENING = """
import sys, time
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from quizgen.study.log.log import Log
start = time.process_time()
log = Log.open(Path(sys.argv[1]))
print(time.process_time() - start)
log.close()
"""


def event(number: int) -> Event:
    quiz, place = divmod(number, 20)
    session = UUID(int=quiz * 0x9E3779B97F4A7C15 << 40 & (1 << 128) - 1).hex
    return Event(
        uid=f"{session}-{place:04}",
        kind="answer",
        session=session,
        mode="quiz",
        moment=Moment(1_767_225_600_000 + number * 300_000, 60),
        question=f"japan-russia/bank-{number % 12}#question-{number % 1200}",
        asked=f"1:{number % 1200:016x}",
        answered=f"1:{number % 1200:016x}",
        mark="right" if number % 4 else "wrong",
        score=1.0 if number % 4 else 0.0,
        rating=Rating.GOOD if number % 4 else Rating.AGAIN,
        response="Kunashiri, Shikotan and the Habomai islands"[: number % 43],
        duration=4000 + number % 9000,
    )


def best(work: Callable[[], object], rounds: int = 5) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def commits(log: Log, count: int) -> list[float]:
    """Milliseconds of wall time for each of so many answers, one by one."""
    times = []
    for number in range(count):
        start = time.perf_counter()
        log.add([event(number)])
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def opening(path: Path) -> float:
    """CPU milliseconds from before SQLite is loaded until the log is open."""
    command = [sys.executable, "-c", OPENING, str(path), str(ROOT)]
    return min(float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(9)) * 1000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--commits", type=int, default=1000, help="how many answers to commit (default 1000)")
    options.add_argument("--events", type=int, default=100_000, help="how many events a log holds (default 100000)")
    options.add_argument("--folder", type=Path, default=None, help="where to put the logs (default: temporary files)")
    given = options.parse_args()
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        measure(Path(folder), given.commits, given.events)


def measure(folder: Path, answers: int, count: int) -> None:
    with Log.open(folder / "small.db") as log:
        times = commits(log, answers)
    p99 = times[int(len(times) * 0.99)]
    print(f"commit of an answer      {statistics.median(times):8.2f} ms median, {p99:.2f} ms p99 (wall)")
    print(f"opening, its first time  {opening(folder / 'new.db'):8.2f} ms")
    with Log.open(folder / "large.db") as log:
        events = [event(number) for number in range(count)]
        adding = best(lambda: log.add(events), 1)
        print(f"adding {count:,} at once  {adding:8.3f} s")
    size = (folder / "large.db").stat().st_size
    print(f"opening a log of {count:,}  {opening(folder / 'large.db'):5.2f} ms; {size / count:.0f} bytes an event")
    with Log.open(folder / "large.db", reading=True) as log:
        read = [*log.events()]
        assert read == events
        print(f"reading all              {best(lambda: [*log.events()]):8.3f} s")
        bank = best(lambda: [*log.events(banks=["japan-russia/bank-3"])])
        print(f"reading one bank of 12   {bank:8.3f} s")
        session = best(lambda: [*log.events(session=events[count // 2].session)])
        print(f"reading one session      {session * 1000:8.2f} ms")
        text = "\n".join(lines_of(read))
        writing = best(lambda: list(lines_of(read)), 2)
        print(f"export                   {writing:8.3f} s; {len(text) / count:.0f} bytes an event")
        print(f"reading an export        {best(lambda: events_in(text, ''), 2):8.3f} s")
    with Log.open(folder / "other.db") as log:
        print(f"import                   {best(lambda: add_exported(log, {'': text}), 1):8.3f} s")
        print(f"import of the same       {best(lambda: add_exported(log, {'': text}), 1):8.3f} s")


if __name__ == "__main__":
    main()
