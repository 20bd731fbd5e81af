"""Questions that were renamed or moved to another bank go on with the note that they had: ``was: bank#old-id``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.anki.content import Content
from quizgen.anki.entries import Entry
from quizgen.anki.parked import park
from quizgen.anki.shipment import Shipment
from quizgen.errors import DataError, Problem

__all__ = ["adopt", "refuse_doubled_notes"]


def refuse_doubled_notes(shipments: Sequence[Shipment]) -> None:
    """DataError where two questions would go on with one note."""
    live = {content.key for shipment in shipments for content in shipment.contents}
    live |= {key for shipment in shipments for key in shipment.drafts}
    heirs: dict[str, str] = {}
    problems = []
    for shipment in shipments:
        for content in filter(lambda content: content.was, shipment.contents):
            heir = content.was if content.was in live else heirs.setdefault(content.was, content.key)
            if heir != content.key or content.was == content.key:
                problems.append(_problem(shipment, content, heir))
    if problems:
        raise DataError(problems)


def _problem(shipment: Shipment, content: Content, heir: str) -> Problem:
    there = "this question itself" if heir == content.key else "still a question of its own"
    reason = there if heir == content.was else f"claimed by {heir} as well, and a note can go on only once"
    message = (
        f'"was: {content.was}" names a question that was renamed or moved, but it is {reason}; take one of them out'
    )
    return Problem(shipment.file or shipment.bank, content.line, 1, message)


def adopt(
    notes: Mapping[str, Entry], contents: Mapping[str, Content], elsewhere: Collection[str] = ()
) -> tuple[dict[str, Entry], dict[str, str]]:
    """The notes of a lock under the keys that they go on with, and the old key of each that has a new one.

    A question that was shipped before it said ``was:`` has a note by now: that one is retired beside it. ``elsewhere``
    are keys whose questions are there, though they do not ship: their notes are taken by nobody who does not name them.
    """
    found = dict(notes)
    old_keys: dict[str, str] = {}
    for key, old in _heirs(found, contents, elsewhere):
        own = found.pop(key, None)
        found[key] = replace(found.pop(old), was=contents[key].was)
        old_keys[key] = old
        if own:
            park(found, key, own)
    return found, old_keys


def _heirs(
    notes: Mapping[str, Entry], contents: Mapping[str, Content], elsewhere: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The key of each question that takes a note over, and the key of that note; ``notes`` follow in between."""
    for key in sorted(contents):
        was = contents[key].was
        if was in notes and (key not in notes or notes[key].was != was):
            yield key, was
    homeless = {entry.was: key for key, entry in _sorted(notes.items()) if entry.was and key not in contents}
    for key in sorted(contents):
        was = contents[key].was
        # renamed once more under the old "was:", or back to the old name
        old = homeless.get(was or key)
        if old is not None and key not in notes and (was or old not in elsewhere):
            yield key, old


def _sorted(entries: Iterable[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    return sorted(entries, key=lambda keyed: (keyed[1].mod, keyed[0]))
