"""How many slips of a typing hand part two texts, and how heavy they are."""

from __future__ import annotations

__all__ = ["edits", "heavy_edits"]

_VOWELS = frozenset("aeiouyаеиоуыэюяіїєαεηιουω")


def edits(one: str, other: str, most: int) -> int:
    """The fewest letters to add, leave out, change or exchange with their neighbour; ``most + 1`` where it takes more.

    The optimal string alignment distance (Damerau 1964), stopped early: ``most`` is 1 or 2, so few ways are tried.

    >>> edits("soviet union", "sovite union", 2)
    1
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    same = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), None)
    if same is None:
        return abs(len(one) - len(other))
    if not most:
        return 1
    one, other = one[same:], other[same:]
    ways = [(one[1:], other[1:]), (one[1:], other), (one, other[1:])]
    if len(other) > 1 and one[:2] == other[1] + other[0]:
        ways.append((one[2:], other[2:]))
    return 1 + min(edits(left, right, most - 1) for left, right in ways)


def heavy_edits(one: str, other: str, most: int) -> int:
    """The fewest heavy edits among the ways of at most so many edits; ``most + 1`` where there is no such way.

    Light is what the ear or the finger hardly tells: a letter doubled or not, two letters exchanged, a vowel for a
    vowel. Two heavy edits in one word make another word: stalagmite and stalactite, astronomy and astrology.

    >>> heavy_edits("accomodate", "acommodate", 2), heavy_edits("southeast", "southwest", 2)
    (0, 2)
    """
    return _heavy("", one, "", other, most)


def _heavy(before: str, one: str, before_other: str, other: str, most: int) -> int:
    """As above; ``before`` is the letter that has just gone by, in each."""
    while one and other and one[0] == other[0] and one != other:
        same = _skip(one, other)
        before, before_other = one[same - 1], other[same - 1]
        one, other = one[same:], other[same:]
    if one == other:
        return 0
    if not most or abs(len(one) - len(other)) > most:
        return most + 99
    ways = []
    if one and other:
        light = one[0] in _VOWELS and other[0] in _VOWELS
        ways.append((not light) + _heavy(one[0], one[1:], other[0], other[1:], most - 1))
    if one:
        light = one[0] in (before, one[1:2], before_other)
        ways.append((not light) + _heavy(one[0], one[1:], before_other, other, most - 1))
    if other:
        light = other[0] in (before_other, other[1:2], before)
        ways.append((not light) + _heavy(before, one, other[0], other[1:], most - 1))
    if len(one) > 1 and one[:2] == other[1:2] + other[:1]:
        ways.append(_heavy(one[1], one[2:], other[1], other[2:], most - 1))
    return min(ways)


def _skip(one: str, other: str) -> int:
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
