"""What is said after an answer: the grade, what is right, and the words of the article that prove it."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.answers import Verdict
from quizgen.bank.model import Bank, List, Open, Order, Question, TrueFalse
from quizgen.shown import Locate, View, from_the_text, proofs, right_answers
from quizgen.shown.evidence import Proof
from quizgen.study.lines import Line, Stretch, Style, line
from quizgen.text.plain import inline_plain, literal_plain

__all__ = ["feedback_lines", "point_lines", "proof_lines"]

_LEAD = "   "

_SAYING: dict[str, tuple[str, Style]] = {
    "right": ("Right.", "right"),
    "close": ("Close.", "close"),
    "partial": ("Partly right:", "partial"),
    "wrong": ("Wrong.", "wrong"),
    "unmarked": ("Not marked.", "close"),
}


def feedback_lines(view: View, verdict: Verdict, bank: Bank, locate: Locate, *, right_too: bool = False) -> list[Line]:
    """What is said after an answer: the grade and why, what is right, the words of the article that prove it.

    ``right_too``: what is right is said after a right answer, too.
    """
    question = view.question
    said, style = _SAYING[verdict.verdict]
    reason = verdict.reason[:1].lower() + verdict.reason[1:] if verdict.verdict == "partial" else verdict.reason
    lines = [Line((Stretch(said, style), Stretch(f" {reason}" if reason else "")))]
    if verdict.feedback:
        lines.append(line(inline_plain(verdict.feedback), lead=_LEAD))
    if right_too or verdict.verdict != "right" or isinstance(question, TrueFalse):
        lines += _right_lines(view, right_too=right_too)
    if question.explain:
        lines.append(line(inline_plain(question.explain), lead=_LEAD))
    lines += proof_lines(proofs(question, bank, locate))
    if question.as_of:
        lines.append(line(f"As of {question.as_of}.", "quiet", _LEAD))
    return lines


def _right_lines(view: View, *, right_too: bool) -> list[Line]:
    question = view.question
    if isinstance(question, TrueFalse):
        if question.correction and not question.true:
            return [line(inline_plain(question.correction), "answer", _LEAD)]
        said = Stretch("true" if question.true else "false", "answer")
        return [Line((Stretch("The answer: "), said), _LEAD)] if right_too else []
    answers = right_answers(view)
    if isinstance(question, Open):
        return point_lines(view)
    if len(answers) == 1:
        label = f"{answers[0].label}  " if answers[0].label else ""
        also = f" (also: {', '.join(map(literal_plain, answers[0].also))})" if answers[0].also else ""
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
    lines = [line(_what_is_right(question), lead=_LEAD)]
    for answer in answers:
        left = f"{answer.left.plain()} = " if answer.left else ""
        label = f"{answer.label}  " if answer.label else "- "
        lines.append(line(f"{left}{answer.words.plain()}", "answer", f"{_LEAD}{label}"))
    return lines


def _what_is_right(question: Question) -> str:
    if isinstance(question, List) and question.asked < len(question.members):
        return f"Any {question.asked} of these:"
    return "The answers:"


def point_lines(view: View) -> list[Line]:
    """The marking points of an open question, by number, and its model answer."""
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


def proof_lines(shown: Sequence[Proof]) -> list[Line]:
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
