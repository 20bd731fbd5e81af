"""Which questions are hard: those that were wrong the most in their last answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quizgen.answers import fold
from quizgen.bank.model import Bank, Question, TrueFalse
from quizgen.shown import right_answers, view
from quizgen.study.history import Review
from quizgen.study.ratings import Rating
from quizgen.study.session.asking import stem_line
from quizgen.text.plain import inline_plain

__all__ = ["LAST", "Hard", "answers_of", "hardest", "prompt_of"]

LAST = 5
"""How many of its last answers decide how hard a question is now; what was hard long ago need not be."""

_LEAST = 2  # answers; one slip makes no question hard


@dataclass(frozen=True, slots=True)
class Hard:
    """A question that is hard: of ``answers`` in all, ``wrong`` were rated Again; of the last ``recent``, ``missed``.

    ``instead`` is what was answered wrongly the most, as it was typed last, ``times`` how often; "" and 0 where
    nothing was typed.
    """

    key: str
    bank: Bank
    question: Question
    answers: int
    wrong: int
    recent: int
    missed: int
    instead: str = ""
    times: int = 0


def hardest(answered: Iterable[tuple[str, Bank, Question, Sequence[Review]]], most: int) -> tuple[Hard, ...]:
    """The hardest of these questions with their answers, at most so many.

    Asked at least twice and wrong among the last answers; those missed the most in these come first, then those
    missed the most in all.
    """
    tallied = (_tallied(*one) for one in answered if len(one[3]) >= _LEAST)
    hard = sorted(
        (one for one in tallied if one[0].missed),
        key=lambda one: (-one[0].missed, -one[0].missed / one[0].recent, -one[0].wrong, one[0].key),
    )
    return tuple(_with_instead(*one) for one in hard[:most])


def _tallied(key: str, bank: Bank, question: Question, reviews: Sequence[Review]) -> tuple[Hard, list[Review]]:
    wrong = [review for review in reviews if review.rating == Rating.AGAIN]
    last = reviews[-LAST:]
    missed = sum(review.rating == Rating.AGAIN for review in last)
    return Hard(key, bank, question, len(reviews), len(wrong), len(last), missed), wrong


def _with_instead(hard: Hard, wrong: Sequence[Review]) -> Hard:
    instead, times = _instead(wrong, hard.bank)
    return replace(hard, instead=instead, times=times)


def _instead(wrong: Sequence[Review], bank: Bank) -> tuple[str, int]:
    """The wrong answer that was given the most, of several the latest; in one form whatever its capitals and dots."""
    forms = [fold(review.response, bank.language or "en") for review in wrong]
    typed = {form: review.response for form, review in zip(forms, wrong, strict=True) if form}
    if not typed:
        return "", 0
    times = Counter(forms)
    most = max(reversed(typed), key=times.__getitem__)
    return typed[most], times[most]


def prompt_of(hard: Hard) -> str:
    """What is asked, in one line, blanks as gaps."""
    return stem_line(view(hard.question, hard.bank.id)).text


def answers_of(hard: Hard) -> tuple[str, ...]:
    """What is right, each thing asked by itself."""
    question = hard.question
    if isinstance(question, TrueFalse):
        correction = f": {inline_plain(question.correction)}" if question.correction and not question.true else ""
        return (f"{'true' if question.true else 'false'}{correction}",)
    answers = right_answers(view(question, hard.bank.id))
    shown = [answer for answer in answers if answer.point] or answers  # a model answer may be a page
    return tuple(f"{one.left.plain()} = {one.words.plain()}" if one.left else one.words.plain() for one in shown)
