"""What a grade is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Mark", "Verdict"]

Mark = Literal["right", "close", "partial", "wrong", "unmarked"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade with its reason.

    ``score`` is 0 to 1, or None where nobody has marked an open answer. ``reason`` is a teacher's words, such as
    "3 of 4; missing Shikotan". ``accepted`` is what would have been right. ``feedback`` is what the bank says to this
    very response.
    """

    verdict: Mark
    score: float | None
    reason: str = ""
    accepted: tuple[str, ...] = ()
    feedback: str = ""
