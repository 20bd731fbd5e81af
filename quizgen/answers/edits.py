"""How many slips of a typing hand part two texts."""

from __future__ import annotations

__all__ = ["edits"]


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
