"""Numbers that are the same in every build: a hash of what they number."""

from __future__ import annotations

from hashlib import sha256

__all__ = ["fixed_number"]


def fixed_number(first: int, count: int, key: str) -> int:
    """One of ``count`` numbers from ``first`` on, by the hash of a key."""
    return first + int.from_bytes(sha256(key.encode()).digest()[:8], "big") % count
