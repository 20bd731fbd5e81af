"""How long the file of a package takes to write, how much memory, and how large it is: genanki, quizgen, the bound.

    python benchmarks/anki.py [--notes 1000 10000 50000] [--decks 1000] [--rounds 5] [--folder FOLDER]

Every writer gets the same genanki objects: notes of six fields, about 750 characters of English. The bound is what no
writer of these rows can beat: a database on which nothing is done but to insert, in a zip that is not compressed. Each
round is a process of its own, which writes once, as a build does; the writers take turns. The times are wall and CPU
time of the best round, until the file is on disk; the memory is what the process grows by, at its peak, in the worst.
The last table is of real questions, from the bank to the package, by part.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizgen.anki.apkg import pack

_MANUAL = Path(__file__).resolve().parent.parent / "docs"
_TIME = 1_700_000_000
_FIELDS = ("Id", "Question", "Answer", "Explanation", "Evidence", "Source")
_SENTENCE = re.compile(r"[A-Z][^|<>#`*\n]{30,200}?[.?](?= |\n)")
_MODEL = genanki.Model(
    1_800_000_001,
    "benchmark",
    [{"name": name} for name in _FIELDS],
    [
        {
            "name": "Card",
            "qfmt": "{{Question}}",
            "afmt": "{{FrontSide}}<hr>{{Answer}}{{Explanation}}{{Evidence}}{{Source}}",
        }
    ],
)


def make_decks(notes: int, decks: int) -> list[genanki.Deck]:
    """genanki's decks with so many notes in all; their sentences are those of the manual, by chance."""
    pick = random.Random(1)
    sentences = sorted({found for page in sorted(_MANUAL.glob("*.md")) for found in _sentences(page)})
    made = [genanki.Deck(1_500_000_000 + number, f"Benchmark::Topic {number}") for number in range(decks)]
    for number in range(notes):
        made[number * decks // notes].add_note(_note(number, pick, sentences))
    return made


def _sentences(page: Path) -> list[str]:
    return _SENTENCE.findall(page.read_text(encoding="utf-8"))


def _note(number: int, pick: random.Random, sentences: list[str]) -> genanki.Note:
    one, two, three, four, five, six = pick.choices(sentences, k=6)
    source = "A. Writer, “Two states and the islands between them”, The Journal, 2023-05-01"
    fields = [f"bank#question-{number}", f"{number}. {one}", two, f"{three} {four}", f"<q>{five} {six}</q>", source]
    note = genanki.Note(_MODEL, fields, tags=["bank", "level::recall"], guid=f"benchmark-{number}", due=number)
    note.mod = _TIME
    return note


def write_genanki(decks: list[genanki.Deck], file: Path) -> None:
    genanki.Package(decks).write_to_file(file, timestamp=_TIME)


def write_quizgen(decks: list[genanki.Deck], file: Path) -> None:
    file.write_bytes(pack(decks, [_MODEL], {}, {_MODEL.model_id: _TIME}))


def write_bound(decks: list[genanki.Deck], file: Path) -> None:
    ids = count(_TIME * 1000)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "collection.anki2"
        connection = sqlite3.connect(database, isolation_level=None)
        connection.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;{APKG_SCHEMA}{APKG_COL}")
        connection.executemany(
            "INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,0,0,'')",
            (
                (next(ids), note.guid, _MODEL.model_id, _TIME, " bank ", "\x1f".join(note.fields), note.fields[0])
                for deck in decks
                for note in deck.notes
            ),
        )
        cards = count(_TIME * 1000)
        connection.executemany(
            "INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')",
            ((number := next(cards), number, deck.deck_id, _TIME, note.due) for deck in decks for note in deck.notes),
        )
        connection.execute("COMMIT")
        connection.close()
        with zipfile.ZipFile(file, "w") as archive:
            archive.write(database, database.name)


WRITERS: dict[str, Callable[[list[genanki.Deck], Path], None]] = {
    "genanki": write_genanki,
    "quizgen": write_quizgen,
    "bound": write_bound,
}


def measure(writer: str, notes: int, decks: int, folder: str) -> dict[str, float]:
    """Seconds, megabytes of memory and megabytes of the file, of one package."""
    made = make_decks(notes, decks)
    gc.collect()
    with tempfile.TemporaryDirectory(dir=folder) as place:
        file = Path(place) / "deck.apkg"
        memory, began, worked = _peak(), time.perf_counter(), time.process_time()
        WRITERS[writer](made, file)
        seconds, cpu = time.perf_counter() - began, time.process_time() - worked
        return {"seconds": seconds, "cpu": cpu, "memory": _peak() - memory, "size": file.stat().st_size / 1e6}


def _peak() -> float:
    """The most memory that this process has had, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def measure_apart(writer: str, notes: int, decks: int, folder: str) -> dict[str, float]:
    """The same in a process of its own, with the temporary files of the writer in the same folder."""
    command = [sys.executable, __file__, "--one", writer, "--notes", str(notes), "--decks", str(decks)]
    run = subprocess.run(
        [*command, "--folder", folder],
        env=os.environ | {"TMPDIR": folder},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return dict(json.loads(run.stdout))


def compare(notes: int, decks: int, rounds: int, folder: str) -> dict[str, dict[str, float]]:
    """The measures of each writer: the best time, the most memory."""
    runs = [{one: measure_apart(one, notes, decks, folder) for one in WRITERS} for _ in range(rounds)]
    return {
        one: {
            "seconds": min(run[one]["seconds"] for run in runs),
            "cpu": min(run[one]["cpu"] for run in runs),
            "memory": max(run[one]["memory"] for run in runs),
            "size": runs[0][one]["size"],
        }
        for one in WRITERS
    }


def file_system(folder: str) -> str:
    """The kind of file system that a folder is on, as far as the system says."""
    found = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"


def real_build(questions: int, rounds: int) -> list[tuple[str, float, str]]:
    """From the questions of a bank to its package: milliseconds by part, the best round of each."""
    from parse import make_text

    from quizgen.anki import Lock, digests, note_types, package, prepare, relock
    from quizgen.bank.parse import parse_bank
    from quizgen.templating import Templates

    bank = parse_bank(make_text(questions))
    best: dict[str, float] = {}

    def timed(part: str, began: float) -> None:
        best[part] = min(best.get(part, 1e9), (time.perf_counter() - began) * 1000)

    for _ in range(rounds):
        began = time.perf_counter()
        types = note_types(Templates())
        names = digests(types)
        timed("note types", began)
        began = time.perf_counter()
        prepared = prepare(bank, locate=lambda _: "")
        timed("notes: fields, tags", began)
        began = time.perf_counter()
        lock = relock(Lock(), [prepared.shipment], names, _TIME).lock
        timed("lock", began)
        began = time.perf_counter()
        built = package([prepared], types, lock)
        timed("package", began)
    rows = [(part, took, "") for part, took in best.items()]
    return [*rows, ("all", sum(best.values()), f"{len(built.data) / 1e6:.2f} MB")]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--notes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    options.add_argument("--decks", type=int, default=1_000, help="so many in the last comparison, of 10,000 notes")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--folder", default=tempfile.gettempdir(), help="where the files are written")
    options.add_argument("--one", choices=WRITERS, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        found = measure(chosen.one, chosen.notes[0], chosen.decks, chosen.folder)
        print(json.dumps(found))
        return
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}; files in {chosen.folder} "
        f"({file_system(chosen.folder)}); best of {chosen.rounds}"
    )
    print(
        f"{'notes':>8}{'decks':>7}  {'writer':10}{'seconds':>9}{'× genanki':>11}"
        f"{'CPU s':>8}{'extra MB':>10}{'file MB':>9}{'%':>6}"
    )
    for notes, decks in [*((notes, 1) for notes in chosen.notes), (10_000, chosen.decks)]:
        rows = compare(notes, decks, chosen.rounds, chosen.folder)
        for writer, row in rows.items():
            faster = rows["genanki"]["seconds"] / row["seconds"]
            share = 100 * row["size"] / rows["genanki"]["size"]
            print(
                f"{notes:>8}{decks:>7}  {writer:10}{row['seconds']:>9.3f}{faster:>11.1f}{row['cpu']:>8.3f}"
                f"{row['memory']:>10.1f}{row['size']:>9.2f}{share:>6.0f}"
            )
    print("\n1000 questions of all kinds, from the bank to the package: ms")
    for part, took, note in real_build(1000, chosen.rounds):
        print(f"{part:24}{took:>8.1f}  {note}".rstrip())


if __name__ == "__main__":
    main()
