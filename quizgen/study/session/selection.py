"""Which questions of the banks a session takes, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from quizgen.bank.fields import did_you_mean
from quizgen.bank.model import Bank, Question, Topic
from quizgen.errors import UsageError
from quizgen.shown import none_approved
from quizgen.shuffle import permutation
from quizgen.text.plain import inline_plain

__all__ = ["FILTERS", "Filters", "Picked", "scope_of", "select", "shuffled", "values_of"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is wanted: of each filter any of its values, of several filters all; one without values lets all pass.

    ``topic`` holds ids or titles; the tags of a bank are those of all its questions. Capitals do not count.
    """

    topic: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    level: tuple[str, ...] = ()

    @classmethod
    def of(cls, *given: Iterable[str] | None) -> Self:
        """The filters in their order, as a command is given them: None is one without values."""
        return cls(*(tuple(values or ()) for values in given))

    def wanted(self, what: str) -> frozenset[str]:
        """The values of one filter, as they are compared."""
        values: tuple[str, ...] = getattr(self, what)
        return frozenset(value.strip().casefold() for value in values)


class Picked(NamedTuple):
    """A question and the bank that it stands in."""

    bank: Bank
    question: Question


class _Placed(NamedTuple):
    bank: Bank
    topic: Topic
    question: Question


FILTERS: dict[str, Callable[[_Placed], Sequence[str]]] = {
    "topic": lambda one: _topic_names(one.topic),
    "tag": lambda one: (*one.bank.tags, *one.question.tags),
    "kind": lambda one: (one.question.kind,),
    "level": lambda one: (one.question.level,) if one.question.level else (),
}
"""What can be filtered by, and the values that a question has of it."""


def _topic_names(topic: Topic) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (topic.id, topic.title, inline_plain(topic.title)))))


def select(banks: Sequence[Bank], filters: Filters) -> tuple[Picked, ...]:
    """The approved questions that pass every filter, in the order of the banks.

    UsageError where a value is no question's, with those that there are, and where nothing is left.
    """
    left = [one for one in _placed(banks) if one.question.approved]
    if not left:
        raise UsageError("\n".join(none_approved(bank, len(bank.questions)) for bank in banks))
    for what, values_of_one in FILTERS.items():
        wanted = filters.wanted(what)
        if wanted:
            _refuse_unknown(what, getattr(filters, what), banks)
            left = [one for one in left if wanted & {value.casefold() for value in values_of_one(one)}]
    if not left:
        raise UsageError(f"no approved question has {_in_words(filters)}; ask for less at a time")
    return tuple(Picked(one.bank, one.question) for one in left)


def _placed(banks: Iterable[Bank]) -> list[_Placed]:
    return [_Placed(bank, topic, question) for bank in banks for topic in bank.topics for question in topic.questions]


def values_of(banks: Iterable[Bank], what: str) -> tuple[str, ...]:
    """The values of a filter that the questions of these banks have, each once; of topics the ids where there are."""
    of = FILTERS[what]
    several = what == "tag"
    return tuple(dict.fromkeys(value for one in _placed(banks) for value in of(one)[: None if several else 1]))


def _refuse_unknown(what: str, values: Iterable[str], banks: Sequence[Bank]) -> None:
    names = tuple(dict.fromkeys(value for one in _placed(banks) for value in FILTERS[what](one)))
    known = {name.casefold() for name in names}
    for value in values:
        if value.strip().casefold() not in known:
            there = values_of(banks, what)
            listed = f"{did_you_mean(value, names)}there are {', '.join(there)}" if there else "there is none"
            raise UsageError(f'there is no {what} "{value}" here; {listed}')


def _in_words(filters: Filters) -> str:
    given = ((what, getattr(filters, what)) for what in FILTERS)
    return " and ".join(f"{what} {' or '.join(values)}" for what, values in given if values)


def shuffled(picked: Sequence[Picked], seed: str) -> tuple[Picked, ...]:
    """The questions in an order drawn from the seed alone."""
    return tuple(picked[place] for place in permutation(len(picked), "session", seed))


def scope_of(mode: str, banks: Iterable[Bank], filters: Filters, *, number: int | None = None, order: str = "") -> str:
    """What a session is to ask, in one text that is the same whenever the same is asked for.

    ``order`` is "" where it is that of the banks, else it says how they are shuffled.
    """
    values = [f"{what}={value}" for what in FILTERS for value in sorted(filters.wanted(what))]
    numbers = [f"number={number}"] if number is not None else []
    return " ".join([mode, *(bank.id for bank in banks), *values, *numbers, *([order] if order else [])])
