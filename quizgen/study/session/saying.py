"""What a typed line does: it is a command, an answer, the ticks of an open one, or the last word."""

from __future__ import annotations

import unicodedata

from quizgen.answers import Response, Verdict, grade
from quizgen.bank.model import Match
from quizgen.study.lines import Line, line
from quizgen.study.moment import Moment
from quizgen.study.session.asking import how_to_answer
from quizgen.study.session.commands import command_in, obey
from quizgen.study.session.feedback import feedback_lines
from quizgen.study.session.going_on import finish, go_on
from quizgen.study.session.marking import hand_in, tick
from quizgen.study.session.noting import note_turn
from quizgen.study.session.repeating import answered
from quizgen.study.session.state import Session
from quizgen.study.session.step import Step
from quizgen.text.plain import inline_plain, literal_plain

__all__ = ["say"]


def say(session: Session, typed: str, now: Moment) -> Step:
    """Take a typed line. Whatever stands in it, the session goes on or ends."""
    typed = _clean(typed)
    stage, waiting = session.stage, session.waiting
    if stage == "over":
        return Step(session)
    command = command_in(typed, patient=session.rules.patient)
    if command:
        return obey(session, command, now)
    if typed.startswith(("\\:", "\\?")):  # an answer that looks like a command
        typed = typed[1:]
    if waiting:
        return tick(session, waiting, typed, now)
    return _last_word(session, typed, now) if stage == "last" else _answer(session, typed, now)


def _clean(typed: str) -> str:
    """One line that can be written anywhere, whoever calls: without control characters and halves of surrogates."""
    text = "".join(_KEPT.get(unicodedata.category(char), char) for char in typed)
    return " ".join(text.splitlines()).strip()


_KEPT = {"Cc": " ", "Cs": "\ufffd"}


def _last_word(session: Session, typed: str, now: Moment) -> Step:
    if typed:
        return Step(session, (line("That was the last question; press Enter, or type ? for help.", "quiet"),))
    return hand_in(session, now) if session.exam and not session.handed_in else finish(session, now)


def _answer(session: Session, typed: str, now: Moment) -> Step:
    asked = session.on
    if not typed and session.rules.patient:
        return Step(session, (line("Type an answer, or :s to skip, or ? for help.", "quiet"),))
    from quizgen.study.session.response import read_response  # the first question is put without the grader

    response = read_response(asked.view, typed, asked.bank)
    if response is None and session.rules.patient:
        return Step(session, (line(f"“{typed}” is no answer here. {how_to_answer(asked.view)}.", "quiet"),))
    understood: Response = typed if response is None else response
    verdict = grade(asked.view.question, understood, asked.bank)
    return _graded(session, understood, verdict, now)


def _graded(session: Session, response: Response, verdict: Verdict, now: Moment) -> Step:
    session, events = note_turn(session, _in_words(session, response), verdict, now)
    session = answered(session)
    lines = _said(session, verdict)
    return Step(session, lines, events) if session.waiting else go_on(session, now, lines, events)


def _in_words(session: Session, response: Response) -> str:
    """A response as one text; of pairs those that were chosen, each with its left side."""
    if isinstance(response, str):
        return response
    question = session.on.view.question
    if not isinstance(question, Match):
        return "; ".join(response)
    pairs = zip(question.matched, response, strict=True)
    return "; ".join(f"{inline_plain(pair.left)} = {literal_plain(right)}" for pair, right in pairs if right)


def _said(session: Session, verdict: Verdict) -> tuple[Line, ...]:
    """What is said to an answer: nothing of it in an exam, and no grade yet where its points are to be ticked."""
    if session.exam:
        return (line("Noted.", "quiet"),)
    asked = session.on
    lines = feedback_lines(asked.view, verdict, asked.bank, asked.locate)
    return tuple(lines[1:] if session.waiting else lines)
