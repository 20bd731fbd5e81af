"""A question as lines of a terminal, and what was typed as a response."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from quizgen.answers import Response, Verdict, letters_in
from quizgen.answers.responses import pairs_in
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
from quizgen.shown import Locate, View, from_the_text, letter, proofs, right_answers
from quizgen.shown.evidence import Proof
from quizgen.study.lines import Line, Stretch, Style, blank, line
from quizgen.text.plain import block_plain, inline_plain

__all__ = ["ask_lines", "feedback_lines", "how_to_answer", "read_response"]

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


def read_response(view: View, typed: str) -> Response | None:
    """What was typed, with the letters on the screen turned into texts; None where it cannot be a response."""
    question = view.question
    match question:
        case Choice() | Choices() | Order():
            places = letters_in(typed, len(view.options))
            if places is None or (isinstance(question, Choice) and len(places) > 1):
                return None
            texts = _texts(question)
            return [texts[view.options[place].index] for place in places]
        case Match():
            chosen = pairs_in(typed, len(view.lefts), len(view.options))
            if chosen is None:
                return None
            return ["" if place is None else question.rights[view.options[place].index] for place in chosen]
        case TrueFalse():
            said = typed.strip().lower()
            return said if said in ("t", "f", "true", "false", "y", "n", "yes", "no") else None
        case _:
            return typed


def _texts(question: Choice | Choices | Order) -> list[str]:
    if isinstance(question, Order):
        return [item.text for item in question.items]
    return [option.text for option in question.options]


_SAYING: dict[str, tuple[str, Style]] = {
    "right": ("Right.", "right"),
    "close": ("Close.", "close"),
    "partial": ("Partly right:", "partial"),
    "wrong": ("Wrong.", "wrong"),
    "unmarked": ("Not marked.", "close"),
}


def feedback_lines(view: View, verdict: Verdict, bank: Bank, locate: Locate) -> list[Line]:
    """What is said after an answer: the grade and why, what is right, the words of the article that prove it."""
    question = view.question
    said, style = _SAYING[verdict.verdict]
    reason = verdict.reason[:1].lower() + verdict.reason[1:] if verdict.verdict == "partial" else verdict.reason
    lines = [Line((Stretch(said, style), Stretch(f" {reason}" if reason else "")))]
    if verdict.feedback:
        lines.append(line(inline_plain(verdict.feedback), lead=_LEAD))
    if verdict.verdict != "right" or isinstance(question, TrueFalse):
        lines += _right_lines(view)
    if question.explain:
        lines.append(line(inline_plain(question.explain), lead=_LEAD))
    lines += _proof_lines(proofs(question, bank, locate))
    if question.as_of:
        lines.append(line(f"As of {question.as_of}.", "quiet", _LEAD))
    return lines


def _right_lines(view: View) -> list[Line]:
    question = view.question
    if isinstance(question, TrueFalse):
        if question.correction and not question.true:
            return [line(inline_plain(question.correction), "answer", _LEAD)]
        return []
    answers = right_answers(view)
    if isinstance(question, Open):
        return _open_lines(view)
    if len(answers) == 1:
        label = f"{answers[0].label}  " if answers[0].label else ""
        also = f" (also: {', '.join(answers[0].also)})" if answers[0].also else ""
        return [
            Line(
                (Stretch("The answer: "), Stretch(f"{label}{answers[0].words.plain()}", "answer"), Stretch(also)), _LEAD
            )
        ]
    if isinstance(question, Order):
        return [
            line("The right order:", lead=_LEAD),
            *(line(answer.words.plain(), "answer", f"{_LEAD}{answer.label}  ") for answer in answers),
        ]
    lines = [line("The answers:", lead=_LEAD)]
    for answer in answers:
        left = f"{answer.left.plain()} = " if answer.left else ""
        label = f"{answer.label}  " if answer.label else "- "
        lines.append(line(f"{left}{answer.words.plain()}", "answer", f"{_LEAD}{label}"))
    return lines


def _open_lines(view: View) -> list[Line]:
    answers = right_answers(view)
    lines = []
    points = [answer for answer in answers if answer.point]
    if points:
        lines.append(line("Marking points:", lead=_LEAD))
        lines += [line(answer.words.plain(), "answer", f"{_LEAD}{number}. ") for number, answer in enumerate(points, 1)]
    for answer in answers:
        if answer.model:
            lines.append(Line((Stretch("A model answer: "), Stretch(answer.words.plain(), "answer")), _LEAD))
    return lines


def _proof_lines(shown: Sequence[Proof]) -> list[Line]:
    """The article's words, those of one place together."""
    places: dict[str, list[Proof]] = {}
    for proof in shown:
        places.setdefault(proof.place, []).append(proof)
    return [_place_line(place, quotes) for place, quotes in places.items()]


def _place_line(place: str, quotes: Sequence[Proof]) -> Line:
    stretches = [Stretch(f"{from_the_text(place)}: “", "quiet")]
    for number, proof in enumerate(quotes):
        stretches += [Stretch("” … “", "quiet")] if number else []
        stretches += [Stretch(text, "answer" if marked else "") for text, marked in proof.stretches]
    return Line((*stretches, Stretch("”", "quiet")), _LEAD)
