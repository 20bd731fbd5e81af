"""Questions that were renamed or moved to another bank (``was: bank#old-id``) go on with the answers they had.

As for decks: only where the old question is not there any more, and where two name it, the first goes on with it. The
log remembers what ``was:`` said when a question was answered, so that a chain of names holds though a bank has
forgotten the middle of it: renamed once more, with the old ``was:`` or a new one, or back to the old name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from quizgen.bank.digest import asked_digest
from quizgen.bank.model import Bank
from quizgen.study.events import Event, question_key

__all__ = ["bank_of", "banks_to_read", "renamings"]

_Names = Mapping[str, Sequence[str]]


def bank_of(key: str) -> str:
    """The id of the bank in a question's key."""
    return key.rpartition("#")[0]


def banks_to_read(banks: Iterable[Bank]) -> tuple[str, ...]:
    """The ids of the banks under which a log may hold answers to the questions of these."""
    banks = tuple(banks)
    named = (bank_of(question.was) for bank in banks for question in bank.questions if question.was)
    return tuple(dict.fromkeys((*(bank.id for bank in banks), *named)))


def renamings(banks: Iterable[Bank], events: Iterable[Event]) -> dict[str, str]:
    """The key that each renamed question of these banks has now, by every key of the log that it had before.

    The first of two is the first in its bank, of banks the first by id. A question that was answered before it had an
    id is known again by what it asks.
    """
    ordered = sorted(banks, key=lambda bank: bank.id)
    there = {question_key(bank, question): question for bank in ordered for question in bank.questions}
    links = {(event.was, event.question) for event in events if event.question}
    held = {key for _, key in links}
    later: dict[str, list[str]] = {}
    earlier: dict[str, list[str]] = {}
    for old, new in (*_named(ordered, held), *sorted(link for link in links if link[0])):
        later.setdefault(old, []).append(new)
        earlier.setdefault(new, []).append(old)
    heirs = {key: _heir(key, there, later, earlier) for key in held if key not in there}
    return {key: heir for key, heir in heirs.items() if heir}


def _named(banks: Iterable[Bank], held: Collection[str]) -> list[tuple[str, str]]:
    """Old and new key of the questions that their banks say were renamed, or that have got an id since."""
    nameless = {bank_of(key) for key in held if ":" in key.rpartition("#")[2]}  # a digest, where an id would stand
    found = []
    for bank in banks:
        for question in bank.questions:
            key = question_key(bank, question)
            if question.was:
                found.append((question.was, key))
            if question.id and bank.id in nameless:
                found.append((f"{bank.id}#{asked_digest(question)}", key))
    return found


def _heir(key: str, there: Collection[str], later: _Names, earlier: _Names) -> str:
    """The question that is there now: along the names after this one, else along those before; "" for none."""
    waiting, seen = [key], set()
    while waiting:
        name = waiting.pop()
        if name in there:
            return name
        if name not in seen:
            seen.add(name)
            waiting += reversed([*later.get(name, ()), *earlier.get(name, ())])
    return ""
