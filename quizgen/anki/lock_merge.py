"""What two people have shipped of the same notes, made one again.

Of one note (one guid) the newest entry stands, and of one key the newest note. That is safe because the next build
compares contents: one that is not what the standing entry says gets a time after it, so that every student receives
it, whichever side they had. Where both sides shipped different things at the same second, nothing is taken as shipped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.anki.entries import Entry, TypeEntry
from quizgen.anki.parked import park

__all__ = ["merged_notes", "merged_types"]

_Keyed = tuple[str, Entry]


def merged_types(entries: Iterable[tuple[str, TypeEntry]]) -> dict[str, TypeEntry]:
    """Of each note type the newest entry."""
    types: dict[str, TypeEntry] = {}
    for name, entry in entries:
        other = types.setdefault(name, entry)
        if entry.mod == other.mod and entry.digest != other.digest:
            types[name] = TypeEntry("", entry.mod)
        elif entry.mod > other.mod:
            types[name] = entry
    return types


def merged_notes(entries: Iterable[_Keyed]) -> dict[str, Entry]:
    """Every note once, and every key once; a note that lost its key to a newer one is retired beside it."""
    by_guid: dict[str, list[_Keyed]] = defaultdict(list)
    for key, entry in entries:
        by_guid[entry.guid].append((key, entry))
    by_key: dict[str, list[_Keyed]] = defaultdict(list)
    for group in by_guid.values():
        key, entry = _standing(group)
        by_key[key].append((key, entry))
    notes = {key: max(group, key=_rank)[1] for key, group in by_key.items()}
    for key in sorted(by_key):
        for _, entry in sorted(by_key[key], key=_rank)[:-1]:
            park(notes, key, entry)
    return notes


def _standing(group: Sequence[_Keyed]) -> _Keyed:
    """The newest of a note's entries; students have it as soon as one of the sides has shipped it to them."""
    key, newest = max(group, key=_rank)
    if any(entry.mod == newest.mod and entry.digest != newest.digest for _, entry in group):
        newest = replace(newest, digest="")
    if newest.state == "draft" and any(entry.state != "draft" for _, entry in group):
        newest = replace(newest, state="")
    return key, newest


def _rank(keyed: _Keyed) -> tuple[object, ...]:
    """Newer first; then what is live, then what was renamed; the rest makes the order of lines of no account."""
    key, entry = keyed
    return entry.mod, entry.state == "", entry.state == "retired", bool(entry.was), key, entry.guid, entry.digest
