"""What was typed at the screen, as a response to the question that is put. Whoever imports this loads the grader."""

from __future__ import annotations

from quizgen.answers import Response, letters_in
from quizgen.answers.named import named_in
from quizgen.answers.responses import pairs_in
from quizgen.answers.several import rights_by_texts
from quizgen.answers.texts import comparison
from quizgen.answers.truth import truth_said
from quizgen.bank.model import Bank, Choice, Choices, Match, Order, TrueFalse
from quizgen.shown import View

__all__ = ["read_response"]


def read_response(view: View, typed: str, bank: Bank) -> Response | None:
    """What was typed, with the letters on the screen turned into texts; None where it cannot be a response."""
    question = view.question
    match question:
        case Choice() | Choices() | Order():
            texts = _texts(question)
            letters = letters_in(typed, len(view.options))
            if letters is not None:
                places: list[int] | None = [view.options[letter].index for letter in letters]
            else:
                places = named_in(texts, typed, comparison(question, bank))
            if places is None or (isinstance(question, Choice) and len(places) > 1):
                return None
            if isinstance(question, Order) and len(set(places)) < len(places):
                return None
            return [texts[place] for place in places]
        case Match():
            chosen = pairs_in(typed, len(view.lefts), len(view.options))
            if chosen is None:
                said = rights_by_texts(question, typed, comparison(question, bank))
                return said if said and any(said) else None
            return ["" if place is None else question.rights[view.options[place].index] for place in chosen]
        case TrueFalse():
            return None if truth_said(typed, bank.language or "en") is None else typed
        case _:
            return typed


def _texts(question: Choice | Choices | Order) -> list[str]:
    if isinstance(question, Order):
        return [item.text for item in question.items]
    return [option.text for option in question.options]
