"""A few days more or less for long intervals, so that what was learned together is not due together for ever.

The ranges are Anki's. Chance is a hash of the question's key and of the number of its reviews: the same log gives the
same days on every machine.
"""

from __future__ import annotations

from hashlib import sha256

__all__ = ["fuzz_bounds", "fuzzed"]

_LEAST = 2.5  # days; shorter intervals are left as they are
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))  # from, to, share of the days between


def fuzz_bounds(interval: int) -> tuple[int, int]:
    """The shortest and the longest interval, in days, that may stand for this one."""
    if interval < _LEAST:
        return interval, interval
    delta = 1.0 + sum(share * max(0.0, min(interval, end) - start) for start, end, share in _RANGES)
    return round(interval - delta), round(interval + delta)


def fuzzed(interval: int, key: str, reviews: int) -> int:
    """An interval between the bounds, each as likely as the other, drawn from the key and the number of reviews."""
    low, high = fuzz_bounds(interval)
    if low == high:
        return interval
    drawn = int.from_bytes(sha256(f"quizgen/1|fuzz|{key}|{reviews}".encode()).digest()[:8], "big")
    return low + (drawn * (high - low + 1) >> 64)
