"""What is right, as the back of a card shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from quizgen.anki.options_html import marked_options_html, shown_html
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
    Short,
    TrueFalse,
)
from quizgen.shown import RightAnswer, View, Words, accepted_names, right_answers

__all__ = ["also_html", "answer_html", "feedback_html"]


def answer_html(view: View) -> str:
    """The answer of a question, without :func:`feedback_html`; "" for a cloze, whose text holds it."""
    question = view.question
    answers = right_answers(view)
    match question:
        case Short():
            return _said(answers[0].words.html("anki"))
        case Number():
            return _said(answers[0].words.html("anki") + _unit(question))
        case TrueFalse():
            return marked_options_html(view) + _correction(question)
        case Choice() | Choices():
            return marked_options_html(view)
        case Cloze():
            return ""
        case List():
            tag = "ol" if question.ordered else "ul"
            return f'<{tag} class="members">{"".join(map(_member, answers))}</{tag}>'
        case Match():
            return f'<ul class="pairs">{"".join(map(_pair, answers))}</ul>'
        case Order():
            return f'<ol class="sequence">{"".join(map(_item, answers))}</ol>'
        case Open():
            return _model(answers) + _points(answers)
        case _ as never:
            assert_never(never)


def _said(html: str) -> str:
    return f'<p class="said" dir="auto">{html}</p>'


def _correction(question: TrueFalse) -> str:
    return f'<p class="correction" dir="auto">{shown_html(question.correction)}</p>' if question.correction else ""


def _unit(question: Number) -> str:
    """The unit, where the answer is written without it."""
    written = not question.unit or question.unit in question.answers[0].forms[0]
    return "" if written else " " + Words(question.unit, literal=True).html("anki")


def _member(answer: RightAnswer) -> str:
    return f'<li dir="auto">{answer.words.html("anki")}{_also(answer.also)}{_feedback(answer)}</li>'


def _pair(answer: RightAnswer) -> str:
    left = answer.left.html("anki") if answer.left else ""
    right = f'<span class="letter">{answer.label}</span> <b dir="auto">{answer.words.html("anki")}</b>'
    right += _also(answer.also)
    return f'<li><span dir="auto">{left}</span> <span>{right}</span>{_feedback(answer)}</li>'


def _item(answer: RightAnswer) -> str:
    letter = f'<span class="letter">{answer.label}</span>'
    return f'<li dir="auto">{letter} {answer.words.html("anki")}{_feedback(answer)}</li>'


def _model(answers: Iterable[RightAnswer]) -> str:
    return "".join(f'<p class="model" dir="auto">{answer.words.html("anki")}</p>' for answer in answers if answer.model)


def _points(answers: Iterable[RightAnswer]) -> str:
    points = "".join(_member(answer) for answer in answers if answer.point)
    return f'<p class="label">Points</p><ul class="points">{points}</ul>' if points else ""


def _also(forms: Iterable[str]) -> str:
    text = _forms(forms)
    return f' <span class="also">also: {text}</span>' if text else ""


def _forms(forms: Iterable[str]) -> str:
    return " · ".join(Words(form, literal=True).html("anki") for form in forms)


def _feedback(answer: RightAnswer) -> str:
    return f'<p class="feedback">{shown_html(answer.feedback)}</p>' if answer.feedback else ""


def feedback_html(view: View) -> str:
    """What is said of a short answer, a number or a statement, or "": apart, for it may give the question away."""
    single = isinstance(view.question, Short | Number | TrueFalse)
    return shown_html(right_answers(view)[0].feedback) if single else ""


def also_html(view: View, bank: Bank) -> str:
    """What else is accepted of a short answer, a number or the blanks of a cloze, or ""."""
    question = view.question
    match question:
        case Short():
            also = right_answers(view)[0].also
            forms = tuple(form for answer in question.answers for form in answer.forms)
            return _forms((*also, *accepted_names(forms, question, bank)))
        case Number():
            return " · ".join(filter(None, (_forms(right_answers(view)[0].also), _accepted(question))))
        case Cloze():
            answers = [answer for answer in right_answers(view) if answer.also]
            if len(question.blanks) == 1:
                return "".join(_forms(answer.also) for answer in answers)
            return "; ".join(f"{_forms(answer.also)} (for {answer.words.html('anki')})" for answer in answers)
        case _:
            return ""


def _accepted(question: Number) -> str:
    """How far a number may be off."""
    if question.low:
        return f"anything from {_forms([question.low])} to {_forms([question.high])}"
    wide = question.tolerance.strip("0.,% ")
    return f"anything within {_forms([question.tolerance])}" if wide else ""
