"""The decks of a build: all banks of a lock held against it at once, then a package of each, and one of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from os.path import realpath
from pathlib import Path

from quizgen.anki import Lock, Package, Prepared, Relocked, digests, note_types, package, relock
from quizgen.anki.built_before import later_notes
from quizgen.anki.decks import bank_decks
from quizgen.anki.entries import bank_of
from quizgen.anki.lock import format_lock
from quizgen.anki.media import MediaFiles
from quizgen.anki.note_types import NoteTypes
from quizgen.anki.preset import Preset
from quizgen.course import Course, course_banks
from quizgen.errors import DataError
from quizgen.files import read_bytes
from quizgen.publish.built import Deck, LockBuilt
from quizgen.publish.endings import DECK
from quizgen.publish.frozen import refuse_changes
from quizgen.publish.locks import LOCK, LockFile, build_time, lock_file, lock_path
from quizgen.publish.made import Decks, Made
from quizgen.publish.neighbours import shared_ids
from quizgen.publish.order import Order
from quizgen.publish.works import Work
from quizgen.settings import AnkiSettings
from quizgen.templating import Templates

__all__ = ["make_decks"]

_DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True)
class _Locked:
    """Banks that one lock remembers, by their names, before and after they ship; ``gone`` are those of it that are not
    there any more.
    """

    file: LockFile
    parts: Mapping[str, Prepared]
    relocked: Relocked
    gone: frozenset[str]


def make_decks(
    works: Sequence[Work], made: Sequence[Made], course: Course | None, order: Order, templates: Templates, out: Path
) -> Decks:
    """Make the package of each bank that has approved questions, and one of all where it is wanted.

    In ``out`` stand the decks of earlier builds. DataError where a bank's id is that of another, or where the order is
    ``frozen`` and a lock would have to change.
    """
    clashes = shared_ids([(work.path, work.bank.id) for work in works], course)
    if clashes:
        raise DataError(clashes)
    types = note_types(templates)
    locked = [
        _relocked(path, banks, types, whole=_is_whole(path, banks, course))
        for path, banks in _by_lock(works, made, course).items()
    ]
    if order.frozen:
        refuse_changes([(one.file, tuple(one.parts.values()), one.relocked) for one in locked])
    preset = _preset(course)
    packages = {
        name: package([part], types, one.relocked.lock, preset)
        for one in locked
        for name, part in one.parts.items()
        if part.contents
    }
    told = {name: deck for one in locked for name, deck in _told(one, packages)}
    parts = [part for one in locked for part in one.parts.values() if part.contents]
    gone = {bank for one in locked for bank in one.gone}
    merged = package(parts, types, _joined(locked), preset, gone) if order.merge else None
    data = {name: packages[name].data for name in packages}
    changed = {one.file.path: format_lock(one.relocked.lock).encode() for one in locked if _moves(one)}
    read = {one.file.path: one.file.content for one in locked}
    return Decks(data, told, merged, changed, read, _stranded(locked), tuple(_lock_built(one, out) for one in locked))


def _by_lock(
    works: Sequence[Work], made: Sequence[Made], course: Course | None
) -> dict[Path, list[tuple[Work, Prepared]]]:
    """The banks of each lock that one of them needs; a bank without approved questions is there to be left alone."""
    found: dict[str, tuple[Path, list[tuple[Work, Prepared]]]] = {}
    for work, one in zip(works, made, strict=True):
        path = lock_path(work.path, course)
        _, banks = found.setdefault(realpath(path), (path, []))
        banks.append((work, one.prepared or Prepared(work.bank, bank_decks(work.bank), (), MediaFiles())))
    return {path: banks for path, banks in found.values() if any(part.contents for _, part in banks)}


def _is_whole(lock: Path, banks: Sequence[tuple[Work, Prepared]], course: Course | None) -> bool:
    """Whether these are all banks that the lock is about, so that one that is missing is gone."""
    if course is None or realpath(lock) != realpath(course.questions / LOCK):
        return False
    built = {work.path.resolve() for work, _ in banks}
    return all(path.resolve() in built for path in course_banks(course))


def _relocked(path: Path, banks: Sequence[tuple[Work, Prepared]], types: NoteTypes, *, whole: bool) -> _Locked:
    file = lock_file(path)
    shipments = [part.shipment for _, part in banks]
    after = relock(file.lock, shipments, digests(types), build_time(), whole=whole)
    resting = {part.bank.id for _, part in banks if not part.contents}
    gone = {bank_of(key) for key in after.lock.notes} - {part.bank.id for _, part in banks} if whole else set[str]()
    parts = {work.name: part for work, part in banks}
    return _Locked(file, parts, _left_alone(after, file.lock, resting), frozenset(gone))


def _left_alone(after: Relocked, before: Lock, resting: set[str]) -> Relocked:
    """The lock with the notes of banks that make nothing as they were, but for those that other banks go on with."""
    notes = {key: entry for key, entry in after.lock.notes.items() if bank_of(key) not in resting}
    taken = {entry.guid for entry in notes.values()}
    left = {key: entry for key, entry in before.notes.items() if bank_of(key) in resting and entry.guid not in taken}
    return replace(after, lock=replace(after.lock, notes=notes | left))


def _moves(one: _Locked) -> bool:
    """Whether the lock says something else after the build, or has to be written out clean."""
    before, after = one.file.lock, one.relocked.lock
    return before.mended or before.types != after.types or before.notes != after.notes


def _preset(course: Course | None) -> Preset | None:
    settings = course.settings.anki if course else AnkiSettings()
    if not settings.preset.strip():
        return None
    return Preset(
        settings.preset.strip(),
        settings.new_per_day,
        settings.reviews_per_day,
        settings.retention,
        settings.bury_siblings,
    )


def _told(one: _Locked, packages: Mapping[str, Package]) -> Iterator[tuple[str, Deck]]:
    for name, part in one.parts.items():
        if name in packages:
            changes = one.relocked.changes[part.bank.id]
            yield name, Deck(packages[name].cards, packages[name].retired, changes)


def _stranded(locked: Sequence[_Locked]) -> dict[str, int]:
    """The banks that make no deck though one was built before, and how many notes students have of each."""
    counts = {
        name: sum(bank_of(key) == part.bank.id and not entry.state for key, entry in one.file.lock.notes.items())
        for one in locked
        for name, part in one.parts.items()
        if not part.contents
    }
    return {name: count for name, count in counts.items() if count}


def _joined(locked: Sequence[_Locked]) -> Lock:
    """The locks as one: each with the notes of its own banks, a note type as new as the newest."""
    notes = {
        key: entry
        for one in locked
        for key, entry in one.relocked.lock.notes.items()
        if bank_of(key) in one.gone.union(part.bank.id for part in one.parts.values())
    }
    every = [item for one in locked for item in one.relocked.lock.types.items()]
    return Lock(dict(sorted(every, key=lambda item: item[1].mod)), notes)


def _lock_built(one: _Locked, out: Path) -> LockBuilt:
    new = one.file.content is None
    newest = max((entry.mod for entry in one.relocked.lock.notes.values()), default=0)
    return LockBuilt(
        one.file.path,
        new,
        one.file.lock.mended,
        one.relocked.gone,
        () if new else tuple(_later(one, out)),
        newest > build_time() + _DAY,
    )


def _later(one: _Locked, out: Path) -> Iterator[str]:
    """The notes that the decks of the last build have later than the lock has them now."""
    for name, part in one.parts.items():
        deck = out / f"{name}{DECK}"
        if part.contents and deck.is_file():
            yield from later_notes(read_bytes(deck), one.relocked.lock, part.bank.id)
