"""Orders by hash: the same key gives the same order on every machine, Python and day.

A stream such as ``random.Random(seed)`` changes half of all orders when one question is removed; a hash of the
question's own id changes none. Only ``random.random()`` is promised to be stable, ``random.shuffle`` is not.
"""

from __future__ import annotations

from hashlib import sha256

__all__ = ["permutation"]

_SPAN = 2**64


def permutation(size: int, *key: str) -> tuple[int, ...]:
    """An order of ``range(size)`` drawn from ``key`` alone (Fisher-Yates over SHA-256, without bias)."""
    order = list(range(size))
    counter = 0
    for last in range(size - 1, 0, -1):
        drawn = _SPAN
        limit = _SPAN - _SPAN % (last + 1)  # beyond it the remainders are not equally likely
        while drawn >= limit:
            drawn = int.from_bytes(sha256("|".join(("quizgen/1", *key, str(counter))).encode()).digest()[:8], "big")
            counter += 1
        other = drawn % (last + 1)
        order[last], order[other] = order[other], order[last]
    return tuple(order)
