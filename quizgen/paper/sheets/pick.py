"""Which questions a sheet takes from a bank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256

from quizgen.bank.fields import did_you_mean
from quizgen.bank.model import Bank, Question, Topic
from quizgen.errors import UsageError

__all__ = ["in_topics", "pick_questions"]


def in_topics(bank: Bank, names: Sequence[str]) -> tuple[Topic, ...]:
    """The topics that have these ids or titles, in the order of the bank; all of them where no name is given.

    UsageError names the topics that there are.
    """
    if not names:
        return bank.topics
    wanted = {name.strip().casefold() for name in names}
    found = tuple(topic for topic in bank.topics if wanted & _names(topic))
    known = {name for topic in bank.topics for name in _names(topic)}
    for name in names:
        if name.strip().casefold() not in known:
            raise UsageError(_unknown(bank, name))
    return found


def _names(topic: Topic) -> set[str]:
    return {name.casefold() for name in (topic.id, topic.title) if name}


def _unknown(bank: Bank, name: str) -> str:
    known = tuple(topic.id or topic.title for topic in bank.topics if topic.id or topic.title)
    if not known:
        return f'there is no topic "{name}" in {bank.path or bank.id}: it has no topics'
    names = tuple(dict.fromkeys((*known, *(topic.title for topic in bank.topics if topic.title))))
    hint = did_you_mean(name, names)
    return f'there is no topic "{name}" in {bank.path or bank.id}; {hint}its topics are {", ".join(known)}'


def pick_questions(topics: Sequence[Topic], count: int, seed: str) -> tuple[Topic, ...]:
    """``count`` questions of the topics, in their order; a topic of which none is picked stays, empty.

    Every topic gives one before any gives two; beyond that each gives in proportion to its size (Webster's method:
    the k-th of n comes at (k - ½) / n). Which ones a topic gives is decided by a hash of each question's id, so a
    question that is added or removed moves at most its own place; and a larger pick holds every smaller one.
    UsageError where there are fewer than ``count``.
    """
    available = sum(len(topic.questions) for topic in topics)
    if count < 1:
        raise UsageError(f"how many questions to pick is a whole number from 1; found {count}")
    if count > available:
        there = "there is only 1 approved" if available == 1 else f"there are only {available} approved"
        raise UsageError(f"{count} questions are wanted, but {there}; ask for {available} or fewer")
    turns = sorted(
        (rank > 0, Fraction(2 * rank + 1, len(topic.questions)), _draw(seed, question), place, at)
        for place, topic in enumerate(topics)
        for rank, (at, question) in enumerate(_ranked(topic, seed))
    )
    taken = {(place, at) for *_, place, at in turns[:count]}
    return tuple(
        replace(topic, questions=tuple(q for at, q in enumerate(topic.questions) if (place, at) in taken))
        for place, topic in enumerate(topics)
    )


def _ranked(topic: Topic, seed: str) -> list[tuple[int, Question]]:
    """The questions of a topic with their places in it, in the order in which it gives them."""
    return sorted(enumerate(topic.questions), key=lambda placed: (_draw(seed, placed[1]), placed[0]))


def _draw(seed: str, question: Question) -> bytes:
    return sha256("|".join(("quizgen/1", "pick", seed, question.id or question.prompt)).encode()).digest()
