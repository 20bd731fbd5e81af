"""The grade of a response, by the table of the manual: one function for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from quizgen.answers.responses import Response, letters_in, pairs_in, pieces_of, split_blanks_typed
from quizgen.answers.texts import Comparison, compare_number, comparison
from quizgen.answers.verdict import Mark, Verdict
from quizgen.bank.model import (
    Bank,
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Number,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)

__all__ = ["grade", "mark_open"]

_TRUE = frozenset({"true", "t", "yes", "y", "right", "correct"})
_FALSE = frozenset({"false", "f", "no", "n", "wrong", "incorrect"})


def grade(question: Question, response: Response, bank: Bank) -> Verdict:
    """Grade a response as it was typed.

    Of several things a sequence of texts will do: the options ticked, the members named, the right side for each left
    one, the items in the order chosen, a text for each blank. In a text, options, right sides and items may be named
    by letters, in the order of the bank. An open answer is "unmarked"; see :func:`mark_open`.
    """
    compare = comparison(question, bank)
    match question:
        case Open():
            return Verdict("unmarked", None, "Compare it with the marking points.", _open_accepted(question))
        case _ if not _given(response):
            return Verdict("wrong", 0.0, "No answer.", _accepted(question))
        case Short():
            verdict = _short(question, _one(response), compare)
        case Number():
            verdict = _number(question, _one(response), compare)
        case TrueFalse():
            verdict = _true_false(question, _one(response))
        case Choice():
            verdict = _choice(question, response, compare)
        case Choices():
            verdict = _choices(question, response, compare)
        case List():
            verdict = _list(question, response, compare)
        case Match():
            verdict = _match(question, response, compare)
        case Order():
            verdict = _order(question, response, compare)
        case Cloze():
            verdict = _cloze(question, response, compare)
        case _ as never:
            assert_never(never)
    return verdict


def mark_open(question: Open, ticked: Iterable[int]) -> Verdict:
    """The grade of an open answer whose points (places from 0) the learner or the teacher has ticked."""
    points = set(ticked) & set(range(len(question.marking)))
    total = len(question.marking)
    if not total:
        return Verdict("unmarked", None, "There are no marking points.", _open_accepted(question))
    return Verdict(_mark(len(points), total), len(points) / total, f"{len(points)} of {total} points.")


def _given(response: Response) -> bool:
    return bool(response.strip()) if isinstance(response, str) else any(part.strip() for part in response)


def _one(response: Response) -> str:
    return response if isinstance(response, str) else "; ".join(response)


def _mark(right: float, asked: float) -> Mark:
    if right >= asked:
        return "right"
    return "partial" if right > 0 else "wrong"


def _accepted(question: Question) -> tuple[str, ...]:
    match question:
        case Short() | Number():
            return tuple(form for answer in question.answers for form in answer.forms)
        case TrueFalse():
            return ("true" if question.true else "false",)
        case Choice() | Choices():
            return tuple(option.text for option in question.options if option.right)
        case List():
            return tuple(member.forms[0] for member in question.members)
        case Match():
            return tuple(f"{pair.left} = {pair.forms[0]}" for pair in question.matched)
        case Order():
            return tuple(item.text for item in question.items)
        case Cloze():
            return tuple(blank.forms[0] for blank in question.blanks)
        case Open():
            return _open_accepted(question)
        case _ as never:
            assert_never(never)


def _open_accepted(question: Open) -> tuple[str, ...]:
    return tuple(point.text for point in question.marking) or tuple(answer.forms[0] for answer in question.model)


def _expected_wrong(question: Question, response: str, compare: Comparison) -> str:
    """What the bank says to an expected wrong answer."""
    return next((wrong.feedback for wrong in question.wrong if compare.any(response, wrong.forms)), "")


def _short(question: Short, response: str, compare: Comparison) -> Verdict:
    accepted = _accepted(question)
    answer = next((answer for answer in question.answers if compare.any(response, answer.forms)), None)
    if answer:
        return Verdict("right", 1.0, "", accepted, answer.feedback)
    return Verdict("wrong", 0.0, "", accepted, _expected_wrong(question, response, compare))


def _number(question: Number, response: str, compare: Comparison) -> Verdict:
    accepted = _accepted(question)
    fits = compare_number(question, response, compare)
    if fits == "right":
        return Verdict("right", 1.0, "", accepted)
    feedback = _expected_wrong(question, response, compare)
    if fits == "no unit":
        return Verdict("close", 0.5, "The number is right; its unit is missing.", accepted, feedback)
    reason = "The number is right, but not in that unit." if fits == "other unit" else ""
    return Verdict("wrong", 0.0, reason, accepted, feedback)


def _true_false(question: TrueFalse, response: str) -> Verdict:
    said = response.strip().strip(".!").lower()
    if said not in _TRUE | _FALSE:
        return Verdict("wrong", 0.0, 'Answer "true" or "false".', _accepted(question))
    right = (said in _TRUE) == question.true
    return Verdict("right" if right else "wrong", float(right), "", _accepted(question), question.answer.feedback)


def _chosen(options: Sequence[Option], response: Response, compare: Comparison) -> list[int] | None:
    """The options that a response names, by text or by letters; None where one cannot be made out."""
    keys = {compare.key(option.text): index for index, option in reversed(list(enumerate(options)))}
    if isinstance(response, str):
        if compare.key(response) in keys:
            return [keys[compare.key(response)]]
        letters = letters_in(response, len(options))
        if letters is not None:
            return letters
    named = pieces_of(response, lambda piece: compare.key(piece) in keys)
    found = [keys.get(compare.key(piece)) for piece in named]
    return None if None in found or not found else [index for index in found if index is not None]


def _choice(question: Choice, response: Response, compare: Comparison) -> Verdict:
    accepted = _accepted(question)
    chosen = _chosen(question.options, response, compare)
    if chosen is None:
        return Verdict("wrong", 0.0, "That is none of the options.", accepted)
    if len(set(chosen)) > 1:
        return Verdict("wrong", 0.0, "Only one option can be chosen.", accepted)
    option = question.options[chosen[0]]
    return Verdict("right" if option.right else "wrong", float(option.right), "", accepted, option.feedback)


def _choices(question: Choices, response: Response, compare: Comparison) -> Verdict:
    accepted = _accepted(question)
    chosen = _chosen(question.options, response, compare)
    if chosen is None:
        return Verdict("wrong", 0.0, "That is none of the options.", accepted)
    ticked = [question.options[index] for index in dict.fromkeys(chosen)]
    right = sum(option.right for option in ticked)
    wrong = [option for option in ticked if not option.right]
    score = max(0, right - len(wrong)) / len(accepted)
    missed = [option.text for option in question.options if option.right and option not in ticked]
    reasons = [f"{right} of {len(accepted)}"]
    reasons += [f"missing {_and(missed)}"] if missed else []
    reasons += [f"not {_and(option.text for option in wrong)}"] if wrong else []
    feedback = " ".join(option.feedback for option in wrong if option.feedback)
    return Verdict(_mark(score, 1), score, _sentence(reasons) if score < 1 else "", accepted, feedback)


def _list(question: List, response: Response, compare: Comparison) -> Verdict:
    def member(piece: str) -> int | None:
        return next((i for i, answer in enumerate(question.members) if compare.any(piece, answer.forms)), None)

    named = pieces_of(response, lambda piece: member(piece) is not None)
    places = [member(piece) for piece in named]
    found = list(dict.fromkeys(place for place in places if place is not None))
    extra = [piece for piece, place in zip(named, places, strict=True) if place is None]
    right = min(_longest_rise(found) if question.ordered else len(found), question.asked)
    missing = [answer.forms[0] for index, answer in enumerate(question.members) if index not in found]
    reasons = [f"{right} of {question.asked}"] if right < question.asked else []
    if right < question.asked and missing and question.asked == len(question.members):
        reasons.append(f"missing {_and(missing)}")
    if question.ordered and right < min(len(found), question.asked):
        reasons.append("not in the right order")
    if extra:
        reasons.append(f"not asked for: {_and(extra)}")
    feedback = " ".join(filter(None, (_expected_wrong(question, piece, compare) for piece in extra)))
    score = right / question.asked
    return Verdict(_mark(score, 1), score, _sentence(reasons), _accepted(question), feedback)


def _match(question: Match, response: Response, compare: Comparison) -> Verdict:
    accepted = _accepted(question)
    said = _rights_said(question, response)
    if said is None:
        return Verdict("wrong", 0.0, "Answer with a letter for each, such as 1B 2A.", accepted)
    hits = [
        text is not None and compare.any(text, pair.forms) for text, pair in zip(said, question.matched, strict=True)
    ]
    missed = [f"{pair.left} = {pair.forms[0]}" for hit, pair in zip(hits, question.matched, strict=True) if not hit]
    score = sum(hits) / len(hits)
    reason = _sentence([f"{sum(hits)} of {len(hits)}", *missed]) if missed else ""
    return Verdict(_mark(score, 1), score, reason, accepted)


def _rights_said(question: Match, response: Response) -> list[str | None] | None:
    rights, count = question.rights, len(question.matched)
    if not isinstance(response, str):
        said: list[str | None] = [text if text.strip() else None for text in response]
        return (said + [None] * count)[:count]
    places = pairs_in(response, count, len(rights))
    if places is not None:
        return [None if place is None else rights[place] for place in places]
    parts = [part.rpartition("=")[2].strip() for part in response.replace("\n", ";").split(";") if part.strip()]
    return (list(parts) + [None] * count)[:count] if len(parts) > 1 else None


def _order(question: Order, response: Response, compare: Comparison) -> Verdict:
    accepted = _accepted(question)
    keys = {compare.key(item.text): index for index, item in enumerate(question.items)}
    places = letters_in(response, len(question.items)) if isinstance(response, str) else None
    if places is None:
        named = pieces_of(response, lambda piece: compare.key(piece) in keys)
        found = [keys.get(compare.key(piece)) for piece in named]
        if None in found or not found:
            return Verdict("wrong", 0.0, "Answer with the letters in order, such as B A C.", accepted)
        places = [place for place in found if place is not None]
    places = list(dict.fromkeys(places))
    longest = _longest_rise(places)
    score = longest / len(question.items)
    reason = "" if score == 1 else f"{longest} of {len(question.items)} are in the right order."
    return Verdict(_mark(score, 1), score, reason, accepted)


def _longest_rise(places: Sequence[int]) -> int:
    """The length of the longest part that is in the right order, whatever stands between."""
    best: list[int] = []
    for index, place in enumerate(places):
        best.append(1 + max((best[j] for j in range(index) if places[j] < place), default=0))
    return max(best, default=0)


def _cloze(question: Cloze, response: Response, compare: Comparison) -> Verdict:
    typed = split_blanks_typed(response, len(question.blanks))
    hits = [compare.any(text, blank.forms) for text, blank in zip(typed, question.blanks, strict=True)]
    score = sum(hits) / len(hits)
    several = len(hits) > 1
    missed = [
        f"({number}) {blank.forms[0]}"
        for number, (hit, blank) in enumerate(zip(hits, question.blanks, strict=True), 1)
        if not hit
    ]
    reason = _sentence([f"{sum(hits)} of {len(hits)}", *missed]) if several and missed else ""
    feedback = " ".join(filter(None, (_expected_wrong(question, text, compare) for text in typed if text)))
    return Verdict(_mark(score, 1), score, reason, _accepted(question), feedback)


def _and(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _sentence(parts: Sequence[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
