"""What is right, in words: for the back of a card, the key, and the feedback after an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from quizgen.bank.model import (
    Answer,
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Number,
    Open,
    Order,
    Question,
    Quote,
    Short,
    TrueFalse,
)
from quizgen.shown.view import View
from quizgen.shown.words import Words

__all__ = ["RightAnswer", "accepted_forms", "right_answers"]


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
    """Every form that is right somewhere in this question, as it would stand in the evidence."""
    match question:
        case Short() | Number():
            return tuple(form for answer in question.answers for form in answer.forms)
        case List():
            return tuple(form for answer in question.members for form in answer.forms)
        case Cloze():
            return tuple(form for blank in question.blanks for form in blank.forms)
        case Match():
            return tuple(form for pair in question.matched for form in pair.forms)
        case Choice() | Choices():
            return tuple(option.text for option in question.options if option.right)
        case TrueFalse() | Order() | Open():
            return ()
        case _ as never:
            assert_never(never)
