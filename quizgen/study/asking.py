"""A question as lines of a terminal, and what was typed as a response."""

from __future__ import annotations

from typing import assert_never

from quizgen.answers import Response, letters_in
from quizgen.answers.named import named_in
from quizgen.answers.responses import pairs_in
from quizgen.answers.single import truth_said
from quizgen.answers.texts import comparison
from quizgen.bank.model import (
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
    Short,
    TrueFalse,
)
from quizgen.shown import View, letter
from quizgen.study.lines import Line, Stretch, blank, line
from quizgen.text.plain import block_plain, inline_plain

__all__ = ["ask_lines", "how_to_answer", "read_response"]

_LEAD = "   "


def ask_lines(view: View, topic_text: str = "") -> list[Line]:
    """The question: topic text where it begins, stem, body, options."""
    lines = _block(topic_text, "  | ")
    lines += [blank()] if lines else []
    stem, body = _with_blanks(view)
    lines.append(line(inline_plain(stem), "prompt"))
    lines += _block(body, _LEAD)
    question = view.question
    if question.image:
        lines.append(line(f"[Picture: {question.image.alt}]", "quiet", _LEAD))
    lines += [line(words.plain(), lead=f"{_LEAD}{number}. ") for number, words in enumerate(view.lefts, 1)]
    lines += [line(option.words.plain(), lead=f"{_LEAD}{option.letter}  ") for option in view.options]
    return lines


def _block(source: str, lead: str) -> list[Line]:
    """Body text; rows of a table and of code keep their spaces."""
    rows = block_plain(source).split("\n") if source else []
    return [Line((Stretch(row),), lead, kept="  " in row.strip()) for row in rows]


def _with_blanks(view: View) -> tuple[str, str]:
    """Stem and body with each blank as a numbered gap; one blank needs no number."""
    several = isinstance(view.question, Cloze) and len(view.question.blanks) > 1
    number = 0
    sides = []
    for side in (view.stem, view.body):
        parts = []
        for part in side:
            if isinstance(part, Blank):
                number += 1
                gap = f"({number}) \\_\\_\\_\\_" if several else "\\_\\_\\_\\_"
                parts.append(f"{gap} [{part.hint}]" if part.hint else gap)
            else:
                parts.append(part)
        sides.append("".join(parts))
    return sides[0], sides[1]


def how_to_answer(view: View) -> str:
    """What to type, in words that fit before a ">"."""
    question = view.question
    last = letter(len(view.options) - 1)
    match question:
        case Choice():
            return f"One letter, A to {last}"
        case Choices():
            return f"All letters that apply, A to {last}"
        case TrueFalse():
            return "True or false (t, f)"
        case Match():
            return "A letter for each number, such as 1B 2A"
        case Order():
            return f"All {len(view.options)} letters in the right order"
        case List():
            order = ", in order" if question.ordered else ""
            return f"{question.asked} answers{order}, commas between" if question.asked > 1 else "One answer"
        case Cloze():
            return f"{len(question.blanks)} answers, semicolons between" if len(question.blanks) > 1 else "Fill the gap"
        case Number():
            return f"A number, in {question.unit}" if question.unit else "A number"
        case Open():
            return "In your own words"
        case Short():
            return "Your answer"
        case _ as never:
            assert_never(never)


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
                return None
            return ["" if place is None else question.rights[view.options[place].index] for place in chosen]
        case TrueFalse():
            return None if truth_said(typed) is None else typed
        case _:
            return typed


def _texts(question: Choice | Choices | Order) -> list[str]:
    if isinstance(question, Order):
        return [item.text for item in question.items]
    return [option.text for option in question.options]
