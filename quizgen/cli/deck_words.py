"""What a build says of its decks and locks: what has changed since the last one, and what is left to do in Anki."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
    if changes.astray:
        pairs = [f"{name(one.key)} (was: {one.old})" for one in changes.astray]
        yield f"new, as nothing has shipped under the old id that is named: {_some(pairs)}"
    if changes.restarted:
        yield f"another kind of note now, to be learned anew: {_some(map(name, changes.restarted))}; the old is retired"
    if changes.revived:
        yield f"back again, with what has been learned: {_some(map(name, changes.revived))}"
    yield from _moves(changes.moved, name)
    yield from _retirements(changes, deck.retired, name)


def _moves(moved: Sequence[Moved], name: Callable[[str], str]) -> Iterator[str]:
    """What moved, by the deck that it moved to: cards that somebody has imported do not move by themselves."""
    decks: dict[str, list[Moved]] = {}
    for one in moved:
        decks.setdefault(one.new, []).append(one)
    for new, notes in list(decks.items())[:_FIRST]:
        yield f"moved to {new}: {_some(name(one.key) for one in notes)}"
        yield f"  imported cards stay where they are; in Anki's browser: {_search(new, notes)}, then Change Deck"
    if len(decks) > _FIRST:
        rest = sum(map(len, list(decks.values())[_FIRST:]))
        yield f"and {rest} more moved to {len(decks) - _FIRST} more decks; --json names all"


def _search(deck: str, notes: Sequence[Moved]) -> str:
    """What finds the cards of notes that do not stand in a deck yet, wherever they do."""
    if len(notes) <= _FIRST:
        places = " OR ".join(f'"Id:{one.key}"' for one in notes)
        found = f"({places})" if len(notes) > 1 else places
    else:
        found = " OR ".join(dict.fromkeys(f'"tag:{_quoted(one.tag)}"' for one in notes))
        found = f"({found})" if " OR " in found else found
    return f'{found} -"deck:{_quoted(deck)}"'


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
    """The name of a deck or a tag inside the quotes of a search."""
    return deck.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_")


def _some(names: Iterable[str]) -> str:
    every = list(names)
    if len(every) <= _FIRST:
        return ", ".join(every)
    return f"{', '.join(every[:_FIRST])} and {len(every) - _FIRST} more"


def lock_remarks(lock: LockBuilt) -> Iterator[str]:
    """What has to be known of a lock, with its file."""
    if lock.mended:
        yield f"{lock.path}: a merge had left more than one version here; of each note the newest stands now"
    if lock.later:
        yield (
            f"{lock.path}: the deck that was built before is newer than this lock: {_some(lock.later)}. "
            "Whoever imported it will not get the older one: take the newer lock back from git, and build again"
        )
    if lock.ahead:
        yield f"{lock.path}: it has times that have yet to come; was a clock wrong? Anki may update such notes again"
    for bank in lock.gone[:_FIRST]:
        search = f'"Id:{bank}#*"'
        yield f"{lock.path}: the bank {bank} is gone; in Anki's browser {search} finds its notes, to be deleted"
    if len(lock.gone) > _FIRST:
        yield f"{lock.path}: and {len(lock.gone) - _FIRST} more banks are gone; --json names all"


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
        "astray": [{"id": one.key, "was": one.old} for one in changes.astray],
        "retired_in_all": deck.retired,
    }
