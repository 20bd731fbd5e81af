"""A build that may change no lock: what it says where one would have to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quizgen.anki import Changes, Prepared, Relocked
from quizgen.errors import DataError, Problem
from quizgen.publish.locks import LockFile

__all__ = ["refuse_changes"]


def refuse_changes(locked: Sequence[tuple[LockFile, Sequence[Prepared], Relocked]]) -> None:
    """DataError with every note and every note type that a lock would have to take up anew."""
    missing = [file.path for file, _, _ in locked if file.content is None]
    if missing:
        raise DataError(
            "\n".join(f"{path}: there is no lock yet, and --frozen writes none; {_advice(path)}" for path in missing)
        )
    problems = [problem for file, parts, relocked in locked for problem in _problems(file, parts, relocked)]
    if problems:
        raise DataError(problems)


def _advice(lock: Path) -> str:
    return f"run quizgen build, and commit {lock}"


def _problems(file: LockFile, parts: Sequence[Prepared], relocked: Relocked) -> Iterator[Problem]:
    kept = f"and --frozen leaves the lock as it is; {_advice(file.path)}"
    if file.lock.mended:
        yield Problem(str(file.path), 1, 1, f"a merge has left more than one version here, {kept}")
    for name, entry in relocked.lock.types.items():
        if file.lock.types.get(name) != entry:
            yield Problem(str(file.path), 1, 1, f'the note type "{name}" has changed, {kept}')
    places = {content.key: (part.bank.path, content.line) for part in parts for content in part.contents}
    files = {part.bank.id: part.bank.path for part in parts}
    words = _words(relocked.changes.values())
    for key in dict.fromkeys(key.partition("~")[0] for key in _changed(file, relocked)):
        bank, _, question = key.partition("#")
        where, line = places.get(key, (files.get(bank, str(file.path)), 1))
        name = f"{{#{question}}}" if bank in files else key
        note = relocked.lock.notes.get(key)
        become = words.get(key) or ("is gone" if note and note.state == "retired" else "has changed")
        yield Problem(where, line, 1, f"question {name} {become}, {kept}")


def _changed(file: LockFile, relocked: Relocked) -> list[str]:
    """The keys whose entries would change or go; a parked note's goes on with "~" after its question's."""
    before, now = file.lock.notes, relocked.lock.notes
    guids = {entry.guid for entry in now.values()}
    lost = [key for key, entry in before.items() if key not in now and entry.guid not in guids]
    return [*lost, *(key for key, entry in now.items() if before.get(key) != entry)]


def _words(changes: Iterable[Changes]) -> dict[str, str]:
    """What has become of each question, in a word."""
    words: dict[str, str] = {}
    for one in changes:
        words |= {moved.key: f"has moved to the deck {moved.new}" for moved in one.moved}
        words |= dict.fromkeys(one.added, "is new")
        words |= dict.fromkeys((*one.changed, *one.restarted), "has changed")
        words |= {renamed.key: f"has another id (it was {renamed.old})" for renamed in one.renamed}
        words |= dict.fromkeys(one.retired, "is gone")
        words |= dict.fromkeys(one.revived, "is back")
    return words
