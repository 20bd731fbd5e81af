"""What a build says of its decks and locks: what has changed since the last one, and what is left to do in Anki."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.anki.changes import Changes, Moved
    from quizgen.publish.built import Deck, LockBuilt

__all__ = ["deck_lines", "deck_record", "lock_remarks"]

_FIRST = 3  # so many are named; of the rest there is a count

_RETIRED = "tag:quizgen::retired"


def deck_lines(deck: Deck, bank: str) -> Iterator[str]:
    """A line for each thing that has happened to the notes of a bank since its last build."""
    changes = deck.changes
    name = _namer(bank)
    counts = [f"{len(keys)} {what}" for keys, what in ((changes.added, "new"), (changes.changed, "changed")) if keys]
    if counts and not changes.first:
        yield f"since the last build: {', '.join(counts)}"
    if changes.renamed:
        pairs = [f"{name(one.key)} (was {name(one.old)})" for one in changes.renamed]
        yield f"renamed, with what has been learned: {_some(pairs)}"
    if changes.restarted:
        yield f"another kind of note now, to be learned anew: {_some(map(name, changes.restarted))}; the old is retired"
    if changes.revived:
        yield f"back again, with what has been learned: {_some(map(name, changes.revived))}"
    yield from _moves(changes.moved, deck.emptied, name)
    yield from _retirements(changes, deck.retired, name)


def _moves(moved: Sequence[Moved], emptied: Sequence[str], name: Callable[[str], str]) -> Iterator[str]:
    """What moved, by decks from and to: cards that somebody has imported do not move by themselves."""
    ways: dict[tuple[str, str], list[str]] = {}
    for one in moved:
        ways.setdefault((one.old, one.new), []).append(one.key)
    for (old, new), keys in list(ways.items())[:_FIRST]:
        search = f'"deck:{_quoted(old)}"' if old in emptied else _some((f'"Id:{key}"' for key in keys), " OR ")
        yield f"moved to {new}: {_some(map(name, keys))}"
        yield f"  imported cards stay in {old}; to move them, in Anki's browser: {search}, Change Deck"
    if len(ways) > _FIRST:
        rest = sum(map(len, list(ways.values())[_FIRST:]))
        yield f"and {rest} more moved between {len(ways) - _FIRST} more pairs of decks; --json names all"


def _retirements(changes: Changes, retired: int, name: Callable[[str], str]) -> Iterator[str]:
    if changes.retired:
        yield f"retired: {_some(map(name, changes.retired))}; {_RETIRED} in Anki's browser finds them, to be deleted"
    earlier = retired - len(changes.retired) - len(changes.restarted)
    if earlier > 0:
        notes = "note" if earlier == 1 else "notes"
        yield f"{earlier} {notes} retired in earlier builds: {_RETIRED}"


def _namer(bank: str) -> Callable[[str], str]:
    """Names a question as its bank does; that of another bank in full."""
    return lambda key: f"{{{key.removeprefix(bank)}}}" if key.startswith(f"{bank}#") else key


def _quoted(deck: str) -> str:
    """A deck's name inside the quotes of a search."""
    return deck.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_")


def _some(names: Iterator[str] | Sequence[str], by: str = ", ") -> str:
    every = list(names)
    if len(every) <= _FIRST:
        return by.join(every)
    return f"{by.join(every[:_FIRST])} and {len(every) - _FIRST} more"


def lock_remarks(lock: LockBuilt) -> Iterator[str]:
    """What has to be known of a lock, with its file."""
    if lock.mended:
        yield f"{lock.path}: a merge had left more than one version here; of each note the newest stands now"
    for bank in lock.gone[:_FIRST]:
        search = f'"Id:{bank}#*"'
        yield f"{lock.path}: the bank {bank} is gone; in Anki's browser {search} finds its notes, to be deleted"
    if len(lock.gone) > _FIRST:
        yield f"{lock.path}: and {len(lock.gone) - _FIRST} more banks are gone: {', '.join(lock.gone[_FIRST:])}"


def deck_record(deck: Deck) -> dict[str, object]:
    """The changes of a deck for machines, nothing left out."""
    changes = deck.changes
    return {
        "first": changes.first,
        "new": len(changes.added),
        "changed": len(changes.changed),
        "renamed": [{"id": one.key, "was": one.old} for one in changes.renamed],
        "moved": [{"id": one.key, "from": one.old, "to": one.new} for one in changes.moved],
        "restarted": list(changes.restarted),
        "retired": list(changes.retired),
        "revived": list(changes.revived),
        "retired_in_all": deck.retired,
    }
