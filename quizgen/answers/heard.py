"""Which of several answers a response gives: as it stands, or with a slip of spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgen.answers.numbers.phrases import numbered
from quizgen.answers.texts import Comparison
from quizgen.answers.words.carrier import unplaced
from quizgen.answers.words.fold import compared, fold, unify
from quizgen.answers.words.known import Known
from quizgen.answers.words.typos import slip_of
from quizgen.answers.words.variants import plainest, rewritten

__all__ = ["Heard", "hear", "spellings"]


_MANY = 24  # answers from which only the likely ones are looked at


class Heard(NamedTuple):
    """The place of an answer, and its spelling where it was misspelt."""

    place: int
    spelled: str = ""


def hear(response: str, answers: Sequence[Sequence[str]], compare: Comparison) -> Heard | None:
    """The answer, each with its forms, that a response gives; what is right as it stands goes before any typo."""
    likely = _likely(response, answers, compare) if len(answers) > _MANY else range(len(answers))
    for place in likely:
        if compare.any(response, answers[place]):
            return Heard(place)
    for place in likely:
        forms = answers[place]
        slip = slip_of(response, forms, compare)
        if slip:
            return Heard(place, slip.spelled)
    return None


def _likely(response: str, answers: Sequence[Sequence[str]], compare: Comparison) -> Sequence[int]:
    """The places of those answers of a long list that a response can give: near ones, and those of the same number."""
    if any(char.isnumeric() for char in response):
        return range(len(answers))
    places, known = _table(tuple(tuple(forms) for forms in answers), compare.language, compare.names)
    tongue = compare.language
    texts = {compare.key(response), fold(response, tongue), fold(response, "")}
    texts |= {plainest(text, tongue) for text in texts} | {text.replace(" ", "") for text in texts}
    near = {other for text in texts for other in known.near(text, 2)}
    return sorted({place for text in near for place in places[text]} | set(places[""]))


@lru_cache(maxsize=8)
def _table(
    answers: tuple[tuple[str, ...], ...], language: str, names: tuple[tuple[str, ...], ...]
) -> tuple[dict[str, list[int]], Known]:
    """The places of answers by every text that they may be compared by; under "" those that hold a number or signs."""
    places: dict[str, list[int]] = {"": []}
    for place, forms in enumerate(answers):
        for form in forms:
            spelled = [form, unplaced(form, language), *rewritten(form)]
            keys = {key for text in spelled for key in (compared(text, language), compared(text, ""))}
            keys |= {unify(key, names, language) for key in keys}
            keys |= {plainest(key, language) for key in keys}
            for key in keys | {key.replace(" ", "") for key in keys}:
                places.setdefault(key, []).append(place)
            if names or numbered(form, language) or not form.isprintable():
                places[""].append(place)
    return places, Known(places)


def spellings(heard: Iterable[Heard | None]) -> list[str]:
    """What is said of the misspelt: "spelled Soviet Union"."""
    return [f"spelled {text}" for text in dict.fromkeys(one.spelled for one in heard if one and one.spelled)]
