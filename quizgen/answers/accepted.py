"""What would have been right, in the words of the bank."""

from __future__ import annotations

from typing import assert_never

from quizgen.bank.model import (
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

__all__ = ["accepted"]


def accepted(question: Question) -> tuple[str, ...]:
    """Every form of a single answer; of several things the first form of each; of an open question its points, or the
    model answer where there are none.
    """
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
            points = tuple(point.text for point in question.marking)
            return points or tuple(answer.forms[0] for answer in question.model)
        case _ as never:
            assert_never(never)
