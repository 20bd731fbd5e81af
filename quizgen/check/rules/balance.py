"""What chance would hardly do: statements that are nearly all true, right options that betray themselves.

A test of one bank, in which every question counts with its own number of options: that as many are right in this way
by chance has to be very improbable, and the share has to be worth talking about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import comb, erfc, sqrt

from quizgen.bank.model import Choice, TrueFalse
from quizgen.bank.quantity import read_quantity
from quizgen.check.finding import Flaw
from quizgen.check.rule import Rule, bank_rule
from quizgen.check.scope import Case, Scope

__all__ = ["RULES", "tail"]

_FEWEST = 8
"""Questions below which nothing is said: seven of seven happen."""

_STATEMENTS = 0.05  # how improbable it must be by chance: of true and false, in either direction,
_OPTIONS = 0.01  # and of places and lengths, for all places together
_WORTH = 0.1  # a share that lies no further than this above the expected one is no help to who guesses
_EXACT = 300  # questions up to which the probability is counted out; beyond it the normal curve is as good

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_Asked = tuple[int, Case]


def tail(chances: Sequence[float], hits: int) -> float:
    """How probable it is that at least so many of independent things happen, each with a chance of its own.

    >>> tail([0.5, 0.5], 2)
    0.25
    """
    if len(chances) > _EXACT:
        return _normal_tail(chances, hits)
    if len(set(chances)) == 1:
        chance, count = chances[0], len(chances)
        return sum(comb(count, k) * chance**k * (1 - chance) ** (count - k) for k in range(hits, count + 1))
    spread = [1.0]
    for chance in chances:
        spread = [
            never * (1 - chance) + once * chance for never, once in zip([*spread, 0.0], [0.0, *spread], strict=True)
        ]
    return sum(spread[hits:])


def _normal_tail(chances: Sequence[float], hits: int) -> float:
    variance = sum(chance * (1 - chance) for chance in chances)
    return erfc((hits - 0.5 - sum(chances)) / sqrt(2 * variance)) / 2


def _beyond_chance(chances: Sequence[float], hits: int, most: float) -> bool:
    """Whether so many hits are both improbable and worth a word."""
    if len(chances) < _FEWEST or hits - sum(chances) < _WORTH * len(chances):
        return False
    return tail(chances, hits) < most


_FACTS = (
    "Ebb and flood change about every six hours",
    "The Moon pulls at the sea",
    "A spring tide comes at full moon",
    "The wind can raise the water in a bay",
    "A rock pool keeps its water at low tide",
    "Mussels close their shells when they fall dry",
    "Harbours print tables of high water",
    "Ships with a deep keel wait for the flood",
)


def _statements(answers: Sequence[str]) -> str:
    asked = (
        f"## {fact}. {{#fact-{number}}}\n= {answer}\n"
        for number, (fact, answer) in enumerate(zip(_FACTS, answers, strict=True), 1)
    )
    return "\n".join(asked)


@bank_rule(
    "true-false-balance",
    "warning",
    title="statements of which far more are true, or false, than by chance",
    why="Whoever has noticed it answers the rest without reading. Turn some of the statements round: a false one with "
    "a correction asks more than a true one.",
    source="Frisbie and Becker (1991), An analysis of textbook advice about true-false tests; a two-sided binomial "
    "test of 8 or more statements at p < .05",
    bad=_statements(["true"] * 8),
    good=_statements(["true", "true", "false", "true", "false", "false", "true", "false"]),
)
def _true_false_balance(scope: Scope) -> Iterator[Flaw]:
    asked = [(at, case.question) for at, case in enumerate(scope.cases) if case.question.approved]
    places: dict[bool, list[int]] = {True: [], False: []}
    for at, question in asked:
        if isinstance(question, TrueFalse):
            places[question.true].append(at)
    most = max(places, key=lambda truth: len(places[truth]))
    count = len(places[True]) + len(places[False])
    if _beyond_chance([0.5] * count, len(places[most]), _STATEMENTS / 2):
        said, other = ("true", "false") if most else ("false", "true")
        message = f"{len(places[most])} of {count} statements of this bank are {said}; make some of them {other}"
        yield Flaw(message, at=places[most][0])


def _choices(scope: Scope) -> list[_Asked]:
    """The approved questions with one right option, but for those whose options are numbers: these stand in order."""
    return [
        (at, case)
        for at, case in enumerate(scope.cases)
        if isinstance(case.question, Choice) and case.question.approved and not _all_numbers(case.options)
    ]


def _all_numbers(options: Sequence[str]) -> bool:
    return any(char.isdigit() for char in options[0]) and all(map(read_quantity, options))


_QUESTIONS = (
    ("Which gas do leaves take in?", "argon", "carbon dioxide", "helium"),
    ("What does a cooper make?", "clocks", "barrels", "bridles"),
    ("Which metal is liquid in a warm room?", "copper", "mercury", "nickel"),
    ("Where do puffins dig their burrows?", "in sand banks", "in grassy cliffs", "in old trees"),
    ("What drives a sailing boat?", "a motor", "the wind", "a horse"),
    ("Which bird hunts by night?", "the swan", "the owl", "the lark"),
    ("What makes dough rise?", "salt", "yeast", "flour"),
    ("Which part of a plant drinks?", "the stalk", "the roots", "the bloom"),
)
"""Questions of our own, the right answer in the middle."""


def _asked(places: Sequence[int]) -> str:
    """The questions with the right option at these places."""
    parts = []
    for number, ((prompt, before, right, after), place) in enumerate(zip(_QUESTIONS, places, strict=True), 1):
        options = [f"- [ ] {before}", f"- [ ] {after}"]
        options.insert(place, f"- [x] {right}")
        parts.append(f"## {prompt} {{#choice-{number}}}\n" + "\n".join(options) + "\n")
    return "\n".join(parts)


@bank_rule(
    "answer-position",
    "warning",
    title="the right option stands in one place far too often",
    why="Who tests as the bank is written, from version A of a worksheet, a copy of the file, in a tool without "
    "shuffling or with shuffle: no, gives the answers away by their places. In decks, self-tests and other versions "
    "quizgen shuffles options unless it is told not to.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 20: vary the location of the right answer; a binomial "
    "test of 8 or more questions, each with its number of options, at p < .01 for all places together",
    bad=_asked([0] * 8),
    good=_asked([0, 2, 1, 1, 2, 0, 2, 1]),
)
def _answer_position(scope: Scope) -> Iterator[Flaw]:
    asked = _choices(scope)
    if len(asked) < _FEWEST:
        return
    most = max(len(case.options) for _, case in asked)
    found = [one for place in range(most) if (one := _at_place(asked, place, most)) is not None]
    last = _at_last(asked, most) if len({len(case.options) for _, case in asked}) > 1 else None
    if last is not None:
        found.append(last)
    if found:
        _, flaw = min(found, key=lambda one: one[0])
        yield flaw


def _at_place(asked: Sequence[_Asked], place: int, most: int) -> tuple[float, Flaw] | None:
    there = [(at, case) for at, case in asked if len(case.options) > place]
    name = _PLACES[place] if place < len(_PLACES) else f"{place + 1}th"
    return _too_often(there, [at for at, case in there if case.keys[0] == place], name, most + 1)


def _at_last(asked: Sequence[_Asked], most: int) -> tuple[float, Flaw] | None:
    hits = [at for at, case in asked if case.keys[0] == len(case.options) - 1]
    return _too_often(asked, hits, "last", most + 1)


def _too_often(asked: Sequence[_Asked], hits: Sequence[int], name: str, tests: int) -> tuple[float, Flaw] | None:
    chances = [1 / len(case.options) for _, case in asked]
    if not _beyond_chance(chances, len(hits), _OPTIONS / tests):
        return None
    message = (
        f"as they are written, the right option is the {name} in {len(hits)} of {len(asked)} questions; move some, "
        "or leave it to quizgen to shuffle them and allow this"
    )
    return tail(chances, len(hits)), Flaw(message, at=hits[0])


@bank_rule(
    "longest-is-key",
    "warning",
    title="the right option is the longest far too often",
    why="An option that is exact and guarded grows long, and students know it. Cut it, or give the wrong options as "
    "much to say.",
    source="Haladyna, Downing and Rodriguez (2002), guidelines 24 and 28d: options of about equal length; a binomial "
    "test of 8 or more questions, each with its number of options, at p < .01",
    bad="""\
## Which gas do leaves take in? {#gas}
- [ ] oxygen
- [x] carbonic
- [ ] helium

## What does a cooper make? {#cooper}
- [x] barrels
- [ ] clocks
- [ ] pipes

## Which metal is liquid in a warm room? {#metal}
- [ ] copper
- [ ] nickel
- [x] mercury

## Where do puffins dig their burrows? {#puffins}
- [ ] in sand banks
- [x] in grassy cliffs
- [ ] in old trees

## What drives a sailing boat? {#boat}
- [ ] a motor
- [ ] a horse
- [x] the wind

## Which bird hunts by night? {#bird}
- [x] the eagle owl
- [ ] the swan
- [ ] the skylark

## What makes dough rise? {#dough}
- [ ] salt
- [x] yeast
- [ ] oil

## Which part of a plant drinks? {#plant}
- [ ] the stem
- [ ] the leaf
- [x] the roots
""",
    good=_asked([0, 2, 1, 1, 2, 0, 2, 1]),
)
def _longest_is_key(scope: Scope) -> Iterator[Flaw]:
    asked = [(at, case, longest) for at, case in _choices(scope) if (longest := _longest(case.options)) is not None]
    hits = [at for at, case, longest in asked if case.keys[0] == longest]
    if _beyond_chance([1 / len(case.options) for _, case, _ in asked], len(hits), _OPTIONS):
        message = (
            f"the right option is the longest in {len(hits)} of {len(asked)} questions; shorten it in some, "
            "or give their wrong options more to say"
        )
        yield Flaw(message, at=hits[0])


def _longest(options: Sequence[str]) -> int | None:
    """The place of the one option that is longer than all the others."""
    lengths = [len(option) for option in options]
    most = max(lengths)
    return lengths.index(most) if lengths.count(most) == 1 else None


RULES: tuple[Rule, ...] = (_true_false_balance, _answer_position, _longest_is_key)
