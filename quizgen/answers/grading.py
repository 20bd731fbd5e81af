"""The grade of a response, by the table of the manual: one function for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from quizgen.answers.accepted import accepted
from quizgen.answers.reasons import mark_of
from quizgen.answers.responses import Response
from quizgen.answers.several import grade_choices, grade_cloze, grade_list, grade_match, grade_order
from quizgen.answers.single import grade_choice, grade_number, grade_short, grade_true_false
from quizgen.answers.texts import Comparison, comparison
from quizgen.answers.verdict import Verdict
from quizgen.answers.words.carrier import unwrapped
from quizgen.answers.words.lookalikes import as_seen, remark
from quizgen.answers.words.restated import restated
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

__all__ = ["graded", "marked_open"]


def graded(question: Question, response: Response, bank: Bank) -> Verdict:
    """The grade of a response; see :func:`quizgen.answers.grade`.

    What is not right as it stands is looked at again without what people put around an answer ("I think it is …").
    """
    if _too_long(question, response):
        return Verdict("wrong", 0.0, "That is too long for an answer.", accepted(question))
    compare = comparison(question, bank)
    verdict = _by_kind(question, response, compare)
    if verdict.score is not None and verdict.score < 1 and _given(response):
        others = (_by_kind(question, other, compare) for other in _without_carrier(question, response, compare))
        verdict = _best(verdict, others)
    if verdict.score is not None and verdict.score < 1:
        return _with_lookalikes_told(verdict, question, response, compare)
    return verdict


_ANSWER = 1000  # characters that any answer may have; more than eight times what is asked nobody types
_TIMES_ASKED = 8


def _too_long(question: Question, response: Response) -> bool:
    """Whether a response is no answer but, say, a file that was pasted; an open answer may be as long as it will."""
    said = len(response) if isinstance(response, str) else sum(map(len, response))
    if said <= _ANSWER or isinstance(question, Open):
        return False
    return said > _ANSWER + _TIMES_ASKED * sum(map(len, accepted(question)))


def _best(verdict: Verdict, others: Iterable[Verdict]) -> Verdict:
    """The first verdict, or a better one; the first that is right ends the search."""
    for other in others:
        if _worth(other) > _worth(verdict):
            verdict = other
        if verdict.score == 1:
            break
    return verdict


def _worth(verdict: Verdict) -> tuple[float, bool]:
    return verdict.score or 0, bool(verdict.feedback)


def _without_carrier(question: Question, response: Response, compare: Comparison) -> Iterator[Response]:
    forms = accepted(question)
    if isinstance(response, str):
        bare = [response, *unwrapped(response, compare.language, question.prompt, forms)]
        yield from bare[1:]
        if isinstance(question, Short) or (isinstance(question, Cloze) and len(question.blanks) == 1):
            others = (text for one in bare for text in restated(one, forms, compare))
            yield from dict.fromkeys(text for text in others if text not in bare)
        return
    last = [[part, *unwrapped(part, compare.language, question.prompt, forms)][-1] for part in response]
    if last != list(response):
        yield last


_TYPED = (Short, List, Match, Cloze)


def _with_lookalikes_told(verdict: Verdict, question: Question, response: Response, compare: Comparison) -> Verdict:
    """The verdict; what looks right, but for letters of another script, is told so."""
    text = _one(response)
    if not isinstance(question, _TYPED):
        return verdict
    seen, letters = as_seen(text, verdict.accepted)
    if not letters or (_by_kind(question, seen, compare).score or 0) <= (verdict.score or 0):
        return verdict
    told = remark(letters)
    return replace(verdict, reason=f"{verdict.reason} {told}" if verdict.reason else told)


def _by_kind(question: Question, response: Response, compare: Comparison) -> Verdict:
    match question:
        case Open():
            return Verdict("unmarked", None, _how_to_mark(question), accepted(question))
        case _ if not _given(response):
            return Verdict("wrong", 0.0, "No answer.", accepted(question))
        case Short():
            return grade_short(question, _one(response), compare)
        case Number():
            return grade_number(question, _one(response), compare)
        case TrueFalse():
            return grade_true_false(question, _one(response), compare.language)
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


def _how_to_mark(question: Open) -> str:
    if question.marking:
        return "Compare it with the marking points."
    return "Compare it with the model answer." if question.model else "Nothing is given to compare it with."


def marked_open(question: Open, ticked: Iterable[int]) -> Verdict:
    """The grade of an open answer by its points; see :func:`quizgen.answers.mark_open`."""
    total = len(question.marking)
    if not total:
        return Verdict("unmarked", None, "There are no marking points.", accepted(question))
    made = len(set(ticked) & set(range(total)))
    return Verdict(mark_of(made / total), made / total, f"{made} of {total} points.", accepted(question))


def _given(response: Response) -> bool:
    return bool(response.strip()) if isinstance(response, str) else any(part.strip() for part in response)


def _one(response: Response) -> str:
    return response if isinstance(response, str) else "; ".join(response)
