"""What has changed in a bank since the last build, for the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.anki.content import Content
from quizgen.anki.decks import deck_key
from quizgen.anki.entries import Entry

__all__ = ["Changes", "Moved", "Renamed", "Shipped", "changes_of"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A note whose question stands in another deck now: cards that somebody has imported stay where they are.

    ``tag`` is that of its bank and topic.
    """

    key: str
    old: str
    new: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A note that goes on under the key of another question (``was:``)."""

    key: str
    old: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed in one bank since the last build, by key. ``first`` where the lock knew nothing of the bank.

    ``restarted``: the question has become one of another note type, so that it begins anew and its old note is retired.
    A key is in one of these alone; only ``moved`` stands beside them, and ``astray``: new questions that name an old
    place of which the lock knows nothing.
    """

    first: bool = True
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    moved: tuple[Moved, ...] = ()
    restarted: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()
    astray: tuple[Renamed, ...] = ()


@dataclass(frozen=True, slots=True)
class Shipped:
    """What became of one question: ``known`` is the entry that its key had, ``old`` that of the note which goes on
    with it: another one where the note type is another; ``old_key`` the key that the note had, if it was another.
    """

    content: Content
    known: Entry | None
    old: Entry | None
    old_key: str = ""

    @property
    def report(self) -> str:
        """The name of the list in `Changes` that the question is in, or ""."""
        content, known, old = self.content, self.known, self.old
        if old is None and known and known.state != "draft":
            return "restarted"
        if old is None or (old.state == "draft" and not content.draft):
            return "added"
        if self.old_key:
            return "renamed"
        if old.state == "retired":
            return "revived"
        return "changed" if old.digest != content.digest else ""

    @property
    def astray(self) -> bool:
        """Whether it is new although it says what it was."""
        return bool(self.content.was) and self.known is None and self.old is None

    @property
    def moved(self) -> Moved | None:
        """From which deck to which, where students have its cards in another one."""
        content, old = self.content, self.old
        if old is None or old.state or content.draft or deck_key(old.deck) == deck_key(content.deck):
            return None
        return Moved(content.key, old.deck, content.deck, content.place_tag)


def changes_of(shipped: Sequence[Shipped], retired: tuple[str, ...], *, first: bool) -> Changes:
    """The changes of a bank, its questions in the order in which they were shipped."""
    keys: dict[str, list[str]] = defaultdict(list)
    for one in shipped:
        keys[one.report].append(one.content.key)
    return Changes(
        first,
        added=tuple(keys["added"]),
        changed=tuple(keys["changed"]),
        renamed=tuple([Renamed(one.content.key, one.old_key) for one in shipped if one.report == "renamed"]),
        moved=() if first else tuple([one.moved for one in shipped if one.moved]),
        restarted=tuple(keys["restarted"]),
        retired=retired,
        revived=tuple(keys["revived"]),
        astray=() if first else tuple([Renamed(one.content.key, one.content.was) for one in shipped if one.astray]),
    )
