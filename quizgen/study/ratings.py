"""Ratings: what an answer says of the memory, in the four steps of Anki and FSRS."""

from __future__ import annotations

from enum import IntEnum

from quizgen.answers import Mark

__all__ = ["Rating", "rating_of"]


class Rating(IntEnum):
    """How well it was remembered."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


def rating_of(mark: Mark, *, helped: bool) -> Rating | None:
    """The rating of a graded answer; None of an unmarked one.

    Right is Good, after a hint or in a second try (``helped``) Hard. Close is Hard: the figure was known, its unit
    was not said. Right in part, or wrong, is Again. Easy is only for the learner to say.
    """
    match mark:
        case "right":
            return Rating.HARD if helped else Rating.GOOD
        case "close":
            return Rating.HARD
        case "partial" | "wrong":
            return Rating.AGAIN
        case "unmarked":
            return None
