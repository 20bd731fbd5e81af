"""What is right, in words: for the back of a card, the key, and the feedback after an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from quizgen.answers.words.fold import compared, fold
from quizgen.bank.model import (
    Answer,
    Bank,
    Blank,
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Number,
    Open,
    Order,
    Pair,
    Question,
    Quote,
    Short,
    TrueFalse,
)
from quizgen.shown.view import View
from quizgen.shown.words import Words

__all__ = ["RightAnswer", "accepted_forms", "accepted_names", "right_answers"]


@dataclass(frozen=True, slots=True)
class RightAnswer:
    """One line of what is right.

    ``label`` is a letter, a blank's number, "1." of a sequence, or empty; ``left`` the left side of a pair; ``also``
    the further accepted forms; ``quotes`` the evidence that belongs to this line alone; ``feedback`` what is said to
    who gives it (of several ``=`` lines joined). ``model`` marks a model answer, ``point`` a marking point.
    """

    words: Words
    label: str = ""
    left: Words | None = None
    also: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    feedback: str = ""
    point: bool = False
    model: bool = False


def right_answers(view: View) -> tuple[RightAnswer, ...]:
    """What is right of a question, with the letters that ``view`` shows."""
    question = view.question
    match question:
        case Short() | Number():
            first, *others = question.answers
            also = first.forms[1:] + tuple(form for answer in others for form in answer.forms)
            quotes = tuple(quote for answer in question.answers for quote in answer.evidence)
            feedback = " ".join(answer.feedback for answer in question.answers if answer.feedback)
            return (RightAnswer(Words(first.forms[0], literal=True), also=also, quotes=quotes, feedback=feedback),)
        case TrueFalse():
            answer = question.answer
            said = Words("True" if question.true else "False")
            return (RightAnswer(said, quotes=answer.evidence, feedback=answer.feedback),)
        case Choice() | Choices():
            return tuple(
                RightAnswer(
                    shown.words,
                    shown.letter,
                    quotes=question.options[shown.index].evidence,
                    feedback=question.options[shown.index].feedback,
                )
                for shown in view.options
                if question.options[shown.index].right
            )
        case Cloze():
            several = len(question.blanks) > 1
            return tuple(
                RightAnswer(Words(blank.forms[0], literal=True), f"({number})" if several else "", also=blank.forms[1:])
                for number, blank in enumerate(question.blanks, 1)
            )
        case List():
            return tuple(
                _member(answer, f"{number}." if question.ordered else "")
                for number, answer in enumerate(question.members, 1)
            )
        case Match():
            return tuple(
                RightAnswer(
                    Words(pair.forms[0], literal=True),
                    view.option(question.rights.index(pair.forms[0])).letter,
                    Words(pair.left),
                    pair.forms[1:],
                    pair.evidence,
                    pair.feedback,
                )
                for pair in question.matched
            )
        case Order():
            return tuple(
                RightAnswer(Words(item.text), view.option(index).letter, quotes=item.evidence, feedback=item.feedback)
                for index, item in enumerate(question.items)
            )
        case Open():
            points = tuple(
                RightAnswer(Words(point.text), quotes=point.evidence, feedback=point.feedback, point=True)
                for point in question.marking
            )
            return points + tuple(
                RightAnswer(Words(answer.forms[0]), quotes=answer.evidence, model=True) for answer in question.model
            )
        case _ as never:
            assert_never(never)


def _member(answer: Answer, label: str) -> RightAnswer:
    return RightAnswer(
        Words(answer.forms[0], literal=True), label, None, answer.forms[1:], answer.evidence, answer.feedback
    )


def accepted_forms(question: Question) -> tuple[str, ...]:
    """Every form that is right somewhere in this question, as it would stand in the evidence: plain text."""
    match question:
        case Short() | Number():
            return _plain(question.answers)
        case List():
            return _plain(question.members)
        case Cloze():
            return _plain(question.blanks)
        case Match():
            return _plain(question.matched)
        case Choice() | Choices():
            return tuple(Words(option.text).plain() for option in question.options if option.right)
        case TrueFalse() | Order() | Open():
            return ()
        case _ as never:
            assert_never(never)


def _plain(parts: Iterable[Answer | Blank | Pair]) -> tuple[str, ...]:
    return tuple(Words(form, literal=True).plain() for part in parts for form in part.forms)


def accepted_names(forms: Iterable[str], question: Question, bank: Bank) -> tuple[str, ...]:
    """What else is right where one of the forms is a name of the bank: the other forms of it, in the bank's order."""
    if not (bank.names and question.names):
        return ()
    language = bank.language or "en"
    given = {form.casefold() for form in forms}
    keys = {compared(form, language) for form in forms}
    same = (names for names in bank.names if not keys.isdisjoint(fold(name, language) for name in names))
    return tuple(dict.fromkeys(name for names in same for name in names if name.casefold() not in given))
