"""A question as lines of a terminal."""

from __future__ import annotations

from typing import assert_never

from quizgen.bank.model import (
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
from quizgen.bank.quantity import read_quantity
from quizgen.shown import View, letter
from quizgen.study.lines import Line, Stretch, blank, line
from quizgen.study.session.asked import Asked
from quizgen.text.plain import block_plain, inline_plain

__all__ = ["ask_lines", "how_to_answer", "place_lines", "stem_line"]

_LEAD = "   "


def place_lines(asked: Asked, before: Asked | None, header: str, *, several: bool) -> list[Line]:
    """A question where it stands: its bank (of several) and topic where they begin, its number, the question itself.

    ``before`` is what was put before it, if anything.
    """
    topic = asked.bank.topic_of(asked.view.question)
    new_bank = before is None or before.bank is not asked.bank
    new_topic = before is None or before.bank.topic_of(before.view.question) is not topic
    lines = [blank()]
    if several and new_bank:
        lines += [line(inline_plain(asked.bank.title), "title"), blank()]
    if new_topic and topic.title:
        lines += [line(inline_plain(topic.title), "title"), blank()]
    lines.append(line(header, "quiet"))
    lines += [line(asked.remark, "quiet")] if asked.remark else []
    return lines + ask_lines(asked.view, topic.text if new_topic else "")


def ask_lines(view: View, topic_text: str = "") -> list[Line]:
    """The question: topic text where it begins, stem, body, options."""
    lines = _block(topic_text, "  | ")
    lines += [blank()] if lines else []
    _, body = _with_blanks(view)
    lines.append(stem_line(view))
    lines += _block(body, _LEAD)
    question = view.question
    if question.image:
        lines.append(line(f"[Picture: {question.image.alt}]", "quiet", _LEAD))
    lines += [line(words.plain(), lead=f"{_LEAD}{number}. ") for number, words in enumerate(view.lefts, 1)]
    lines += [line(option.words.plain(), lead=f"{_LEAD}{option.letter}  ") for option in view.options]
    return lines


def stem_line(view: View) -> Line:
    """The prompt alone, with gaps for blanks."""
    return line(inline_plain(_with_blanks(view)[0]), "prompt")


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
            return _which_number(question)
        case Open():
            return "In your own words"
        case Short():
            return "Your answer"
        case _ as never:
            assert_never(never)


def _which_number(question: Number) -> str:
    if question.unit:
        return f"A number, in {question.unit}"
    answer = read_quantity(question.answers[0].forms[0])
    return "A number with its unit" if answer and answer.dimension else "A number"
