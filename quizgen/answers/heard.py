"""Which of several answers a response gives: as it stands, or with a slip of spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen.answers.texts import Comparison
from quizgen.answers.typos import slip_of

__all__ = ["Heard", "hear", "spellings"]


class Heard(NamedTuple):
    """The place of an answer, and its spelling where it was misspelt."""

    place: int
    spelled: str = ""


def hear(response: str, answers: Sequence[Sequence[str]], compare: Comparison) -> Heard | None:
    """The answer, each with its forms, that a response gives; what is right as it stands goes before any typo."""
    for place, forms in enumerate(answers):
        if compare.any(response, forms):
            return Heard(place)
    for place, forms in enumerate(answers):
        slip = slip_of(response, forms, compare)
        if slip:
            return Heard(place, slip.spelled)
    return None


def spellings(heard: Iterable[Heard | None]) -> list[str]:
    """What is said of the misspelt: "spelled Soviet Union"."""
    return [f"spelled {text}" for text in dict.fromkeys(one.spelled for one in heard if one and one.spelled)]
