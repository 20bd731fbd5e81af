"""The grade of a response, by the table of the manual: one function for each kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from quizgen.answers.accepted import accepted
from quizgen.answers.reasons import mark_of
from quizgen.answers.responses import Response
from quizgen.answers.several import grade_choices, grade_cloze, grade_list, grade_match, grade_order
from quizgen.answers.single import grade_choice, grade_number, grade_short, grade_true_false
from quizgen.answers.texts import comparison
from quizgen.answers.verdict import Verdict
from quizgen.bank.model import (
    Bank,
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)

__all__ = ["grade", "mark_open"]


def grade(question: Question, response: Response, bank: Bank) -> Verdict:
    """Grade a response as it was typed.

    Of several things a sequence of texts will do: the options ticked, the members named, the right side for each left
    one, the items in the order chosen, a text for each blank. Options, right sides and items may be named by letters,
    in the order of the bank: in a text, or as one letter each where none of a sequence is a text of the bank. An open
    answer is "unmarked"; see :func:`mark_open`.
    """
    compare = comparison(question, bank)
    match question:
        case Open():
            return Verdict("unmarked", None, "Compare it with the marking points.", accepted(question))
        case _ if not _given(response):
            return Verdict("wrong", 0.0, "No answer.", accepted(question))
        case Short():
            return grade_short(question, _one(response), compare)
        case Number():
            return grade_number(question, _one(response), compare)
        case TrueFalse():
            return grade_true_false(question, _one(response))
        case Choice():
            return grade_choice(question, response, compare)
        case Choices():
            return grade_choices(question, response, compare)
        case List():
            return grade_list(question, response, compare)
        case Match():
            return grade_match(question, response, compare)
        case Order():
            return grade_order(question, response, compare)
        case Cloze():
            return grade_cloze(question, response, compare)
        case _ as never:
            assert_never(never)


def mark_open(question: Open, ticked: Iterable[int]) -> Verdict:
    """The grade of an open answer whose points (places from 0) the learner or the teacher has ticked."""
    total = len(question.marking)
    if not total:
        return Verdict("unmarked", None, "There are no marking points.", accepted(question))
    made = len(set(ticked) & set(range(total)))
    return Verdict(mark_of(made / total), made / total, f"{made} of {total} points.", accepted(question))


def _given(response: Response) -> bool:
    return bool(response.strip()) if isinstance(response, str) else any(part.strip() for part in response)


def _one(response: Response) -> str:
    return response if isinstance(response, str) else "; ".join(response)
