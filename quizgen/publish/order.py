"""What is wanted of a build."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["OUTPUTS", "Order"]

OUTPUTS = ("anki", "paper")
"""What can be asked for with ``--only``."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a build. ``pick`` and ``topics`` shorten the sheets; ``frozen`` forbids changing a bank or a
    lock; ``drafts`` takes in what is not approved, and marks it; ``merge`` puts all decks into one file besides.
    """

    only: tuple[str, ...] = OUTPUTS
    paper: str = "a4"
    pick: int | None = None
    topics: tuple[str, ...] = ()
    frozen: bool = False
    drafts: bool = False
    merge: bool = False
