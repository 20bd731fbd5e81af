"""A question as it is asked: stem, instruction and options in the order of one version, whatever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from quizgen.bank.cloze import segments_of
from quizgen.bank.model import (
    Blank,
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)
from quizgen.bank.quantity import read_quantity
from quizgen.shown.instruction import instruction
from quizgen.shown.words import Words, letter
from quizgen.shuffle import permutation

__all__ = ["ShownOption", "View", "points_of", "view"]


@dataclass(frozen=True, slots=True)
class ShownOption:
    """An option, a right side or an item with the letter it is shown under.

    ``index`` is its place in the bank: in ``options``, ``rights`` or ``items``. ``fixed``: it stands in that place in
    every order, as what is pinned does.
    """

    letter: str
    words: Words
    index: int
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A question as it is asked in one version.

    ``stem`` and ``body`` (block Markdown) are stretches of Markdown and, in a cloze, blanks. ``options`` holds the
    options of a choice, the right sides of a match or the items to put in order, as they are shown; ``lefts`` the left
    sides of a match.
    """

    question: Question
    instruction: str
    stem: tuple[str | Blank, ...]
    body: tuple[str | Blank, ...]
    options: tuple[ShownOption, ...]
    lefts: tuple[Words, ...]
    points: Decimal

    def option(self, index: int) -> ShownOption:
        """The option that stands at ``index`` in the bank."""
        return next(option for option in self.options if option.index == index)


def view(question: Question, seed: str, version: str = "A", *, as_written: bool = False) -> View:
    """Lay a question out. ``seed`` (a bank's id, as a rule) and ``version`` decide the order of its options.

    ``as_written`` leaves the options of a choice in the order of the bank; right sides and items, which would be right
    as they are written, are mixed all the same.
    """
    stem: tuple[str | Blank, ...] = (question.prompt,)
    body: tuple[str | Blank, ...] = (question.body,) if question.body else ()
    if isinstance(question, Cloze):
        parts = segments_of(question)
        stem, body = (tuple(part for part in side if part) for side in parts)
    lefts = tuple(Words(pair.left) for pair in question.matched) if isinstance(question, Match) else ()
    words = _options(question)
    fixed = _fixed(question, len(words))
    if as_written and isinstance(question, Choice | Choices):
        order = tuple(range(len(words)))
    else:
        order = _order(question, fixed, (seed, version, question.id or question.prompt))
    options = tuple(ShownOption(letter(at), words[index], index, fixed[index]) for at, index in enumerate(order))
    return View(question, instruction(question), stem, body, options, lefts, points_of(question))


def _options(question: Question) -> tuple[Words, ...]:
    match question:
        case Choice() | Choices():
            return tuple(Words(option.text) for option in question.options)
        case Match():
            return tuple(Words(right, literal=True) for right in question.rights)
        case Order():
            return tuple(Words(item.text) for item in question.items)
        case _:
            return ()


def _fixed(question: Question, size: int) -> tuple[bool, ...]:
    """Which options keep their place. Numbers all do: the order in which they are written is the easy one to read."""
    match question:
        case Choice() | Choices():
            all_are = not question.shuffle or all(read_quantity(option.text) for option in question.options)
            return tuple(all_are or option.pinned for option in question.options)
        case Match():
            return (not question.shuffle,) * size
        case _:
            return (False,) * size


def _order(question: Question, fixed: tuple[bool, ...], key: tuple[str, ...]) -> tuple[int, ...]:
    if not isinstance(question, Order):
        return _around(fixed, key)
    as_written = tuple(range(len(fixed)))
    attempts = (permutation(len(fixed), *key, f"try {n}" if n else "") for n in range(100))
    return next((order for order in attempts if order != as_written), as_written)  # never already right


def _around(fixed: tuple[bool, ...], key: tuple[str, ...]) -> tuple[int, ...]:
    free = [index for index, stays in enumerate(fixed) if not stays]
    drawn = iter([free[index] for index in permutation(len(free), *key)])
    return tuple(index if stays else next(drawn) for index, stays in enumerate(fixed))


def points_of(question: Question) -> Decimal:
    """What a question is worth: ``points:``, else 1, or the number of things asked where there are several."""
    if question.points is not None:
        return question.points
    match question:
        case Short() | Number() | Choice() | TrueFalse() | Order():
            return Decimal(1)
        case Choices():
            return Decimal(sum(option.right for option in question.options))
        case List():
            return Decimal(question.asked)
        case Match():
            return Decimal(len(question.matched))
        case Cloze():
            return Decimal(len(question.blanks))
        case Open():
            return Decimal(len(question.marking) or 1)
        case _ as never:
            assert_never(never)
