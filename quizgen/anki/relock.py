"""Hold what is about to ship against the lock: what is new, changed, moved, renamed or gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from quizgen.anki.adoption import adopt, refuse_doubled_notes
from quizgen.anki.changes import Changes, Shipped, changes_of
from quizgen.anki.content import Content, guid_of
from quizgen.anki.entries import Entry, Lock, TypeEntry, bank_of
from quizgen.anki.parked import park, take_back
from quizgen.anki.shipment import Shipment
from quizgen.anki.tombstones import tombstone

__all__ = ["Relocked", "relock"]


@dataclass(frozen=True, slots=True)
class Relocked:
    """The lock after a build, the changes of each bank by its id, and the banks whose questions are all gone."""

    lock: Lock
    changes: Mapping[str, Changes]
    gone: tuple[str, ...] = ()


def relock(
    lock: Lock, shipments: Sequence[Shipment], types: Mapping[str, str], now: int, *, whole: bool = False
) -> Relocked:
    """The lock once ``shipments`` have shipped at the time ``now``; ``types`` are digests of the note types by name.

    A time moves only where a digest does, to ``max(old + 1, now)``. ``whole``: the shipments are all banks that there
    are, so that a bank of the lock that is not among them is gone; it is named in the build that finds it so.

    Raises DataError where two questions would go on with one note (``was:``).
    """
    refuse_doubled_notes(shipments)
    contents = {content.key: content for shipment in shipments for content in shipment.contents}
    notes, old_keys = adopt(lock.notes, contents, _elsewhere(lock, shipments, whole))
    guids = {entry.guid for entry in notes.values()}
    # every question finds its note before any note is looked at as gone
    shipped = {shipment.bank: _ship(shipment, notes, guids, old_keys, now) for shipment in shipments}
    left = _by_bank(sorted(notes.keys() - contents.keys()))
    banks = {bank_of(key) for key in lock.notes}
    changes = {}
    for shipment in shipments:
        retired = _retire(left[shipment.bank], shipment.drafts, notes, now)
        changes[shipment.bank] = changes_of(shipped[shipment.bank], retired, first=shipment.bank not in banks)
    missing = sorted(banks - changes.keys()) if whole else []
    gone = tuple([bank for bank in missing if _retire(left[bank], (), notes, now)])
    used = {content.type for content in contents.values()}
    used |= {notes[key].type for bank in (*changes, *missing) for key in left[bank] if key in notes}
    known = _with_types(lock.types, used, types, now)
    return Relocked(Lock(dict(sorted(known.items())), dict(sorted(notes.items()))), changes, gone)


def _elsewhere(lock: Lock, shipments: Sequence[Shipment], whole: bool) -> set[str]:
    """Keys whose questions do not ship and are not gone: drafts, and what is live in banks that are not built."""
    drafts = {key for shipment in shipments for key in shipment.drafts}
    if whole:
        return drafts
    built = {shipment.bank for shipment in shipments}
    return drafts | {key for key, entry in lock.notes.items() if bank_of(key) not in built and entry.state != "retired"}


def _by_bank(keys: Sequence[str]) -> Mapping[str, list[str]]:
    banks: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        banks[bank_of(key)].append(key)
    return banks


def _ship(
    shipment: Shipment, notes: dict[str, Entry], guids: set[str], old_keys: Mapping[str, str], now: int
) -> list[Shipped]:
    """Enter the questions of a bank into ``notes``; new ones get a guid that is not among ``guids``, and enter it."""
    shipped = []
    for content in shipment.contents:
        key, known = content.key, notes.pop(content.key, None)
        old = known
        if known and known.type != content.type:
            park(notes, key, known)
            old = None
        old = old or take_back(notes, key, content.type)
        entry = _entry(content, old, known, guids, now)
        guids.add(entry.guid)
        notes[key] = entry
        shipped.append(Shipped(content, known, old, old_keys.get(key, "")))
    return shipped


def _entry(content: Content, old: Entry | None, known: Entry | None, guids: Collection[str], now: int) -> Entry:
    """The entry of a note that goes on from ``old``; ``known`` is what its key had, of whatever note type."""
    students_have_it = old is not None and old.state != "draft"
    return Entry(
        guid=old.guid if old else _new_guid(content, guids),
        type=content.type,
        cards=content.cards,
        deck=content.deck,
        digest=content.digest,
        mod=_mod(old, content.digest, now),
        state="draft" if content.draft and not students_have_it else "",
        was=known.was if known else content.was,
    )


def _mod(old: Entry | TypeEntry | None, digest: str, now: int) -> int:
    if old is None:
        return now
    return old.mod if old.digest == digest else max(old.mod + 1, now)


def _new_guid(content: Content, taken: Collection[str]) -> str:
    """A guid that no note has; that of the old key where a lock that knew of the renaming was lost."""
    keys = (content.was, content.key) if content.was else (content.key,)
    further = (guid_of(content.key, f"{content.type} {number}") for number in count(2))
    guids = chain((guid_of(key, content.type) for key in keys), further)
    return next(guid for guid in guids if guid not in taken)


def _retire(keys: Sequence[str], drafts: Collection[str], notes: dict[str, Entry], now: int) -> tuple[str, ...]:
    """Make tombstones of the notes whose questions are not there, and return the keys of the new ones."""
    retired = []
    for key in keys:
        entry = notes[key]
        if entry.state == "draft":
            if key not in drafts:
                del notes[key]
            continue
        if entry.state != "retired":
            retired.append(key)
        digest = tombstone(key, entry).digest
        notes[key] = replace(entry, state="retired", digest=digest, mod=_mod(entry, digest, now))
    return tuple(retired)


def _with_types(
    known: Mapping[str, TypeEntry], used: Collection[str], digests: Mapping[str, str], now: int
) -> dict[str, TypeEntry]:
    """The note types of a lock, those that are ``used`` brought up to date."""
    types = dict(known)
    for name in used & digests.keys():
        types[name] = TypeEntry(digests[name], _mod(known.get(name), digests[name], now))
    return types
