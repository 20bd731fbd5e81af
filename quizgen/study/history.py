"""What the events of a log leave standing: for each question the answers that were given to it, oldest first.

An undo takes an answer back, an override says what it was worth after all. Nothing depends on the order in which the
events come, so that logs can be merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter

from quizgen.bank.model import Bank
from quizgen.study.events import Event, question_key
from quizgen.study.renamed import bank_of

__all__ = ["Histories", "Review", "changed_answers", "gone", "histories", "rated"]

Review = Event
"""An answer, or a skip, that stands: its event, with the mark, the score and the rating that it has by now.

Its ``question`` is the key that the question had then. A skipped and an unmarked one have no rating.
"""

Histories = Mapping[str, tuple[Review, ...]]
"""Of each question, by its key, the reviews that stand, oldest first."""

_IN_TIME = attrgetter("moment.time", "uid")


def histories(events: Iterable[Event], renamed: Mapping[str, str] | None = None) -> dict[str, tuple[Review, ...]]:
    """Of each question that was answered or skipped, the reviews that stand, oldest first.

    ``events`` may come in any order and from several logs; those of one uid count once. ``renamed`` gives the key
    that a question has now to those it had before (:func:`quizgen.study.renamed.renamings`).
    """
    renamed = renamed or {}
    ordered = _each_once(events)
    undone = _undone(ordered)
    overrides = {event.about: event for event in ordered if event.kind == "override" and event.uid not in undone}
    found: dict[str, list[Review]] = {}
    for event in ordered:
        if event.kind in ("answer", "skip") and event.uid not in undone:
            review = _as_it_stands(event, overrides.get(event.uid))
            found.setdefault(renamed.get(event.question, event.question), []).append(review)
    return {key: tuple(reviews) for key, reviews in found.items()}


def _each_once(events: Iterable[Event]) -> list[Event]:
    known: set[str] = set()
    ordered = []
    for event in sorted(events, key=_IN_TIME):
        if event.uid not in known:
            known.add(event.uid)
            ordered.append(event)
    return ordered


def _undone(ordered: list[Event]) -> set[str]:
    """The uids that are taken back. The latest undo goes first, for it may take back another undo."""
    undone: set[str] = set()
    for event in reversed(ordered):
        if event.kind == "undo" and event.uid not in undone:
            undone.add(event.about)
    return undone


def _as_it_stands(event: Event, override: Event | None) -> Review:
    if override is None:
        return event
    return replace(event, mark=override.mark, score=override.score, rating=override.rating)


def rated(histories: Histories) -> dict[str, tuple[Review, ...]]:
    """Only the reviews that say something of the memory: without those that were skipped or left unmarked."""
    kept = {key: tuple(review for review in reviews if review.rating) for key, reviews in histories.items()}
    return {key: reviews for key, reviews in kept.items() if reviews}


def changed_answers(histories: Histories, answered: Mapping[str, str]) -> frozenset[str]:
    """The questions of which something else is right than when they were asked last.

    ``answered`` gives the digest of what is right now, by key. It is to be said once: whoever was asked after the
    change, and be it that they skipped it, has read it. Digests that were made by different rules say nothing.
    """
    asked = ((key, histories[key][-1].answered, now) for key, now in answered.items() if histories.get(key))
    return frozenset(key for key, then, now in asked if then != now and _rule_of(then) == _rule_of(now))


def _rule_of(digest: str) -> str:
    return digest.partition(":")[0]


def gone(histories: Histories, banks: Iterable[Bank]) -> tuple[str, ...]:
    """The questions, by key, that were answered and that these banks do not hold any more, in order of their keys.

    One that was renamed is not gone where ``histories`` knows of it; nor is a draft. Of banks that are not among
    these nothing is said.
    """
    banks = tuple(banks)
    there = {question_key(bank, question) for bank in banks for question in bank.questions}
    ids = {bank.id for bank in banks}
    return tuple(sorted(key for key in histories if key not in there and bank_of(key) in ids))
