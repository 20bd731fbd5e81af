"""The points of an open answer, which the learner ticks."""

from __future__ import annotations

from dataclasses import replace

from quizgen.answers import Mark, Verdict, grade, mark_open
from quizgen.bank.model import Open
from quizgen.study.events import Event
from quizgen.study.lines import Line, line
from quizgen.study.moment import Moment
from quizgen.study.ratings import rating_of
from quizgen.study.session.going_on import finish, go_on
from quizgen.study.session.noting import note_undo, note_word
from quizgen.study.session.repeating import queued
from quizgen.study.session.state import Session, Turn
from quizgen.study.session.step import Step

__all__ = ["as_said", "hand_in", "leave_unmarked", "marked", "tick", "unmarked", "untick"]


def tick(session: Session, turn: Turn, typed: str, now: Moment) -> Step:
    """Take the numbers of the points that were made; what is none is asked again."""
    question = turn.question
    assert isinstance(question, Open)  # only an open answer waits for ticks
    words = typed.replace(",", " ").split()
    numbers = [int(word) for word in words if word.isdecimal() and len(word) < 4]
    most = len(question.marking)
    if len(numbers) < len(words) or not all(1 <= number <= most for number in numbers):
        return Step(session, (line(f"Type the numbers of the points you made, 1 to {most}, such as “1 2”.", "quiet"),))
    verdict = mark_open(question, [number - 1 for number in numbers])
    said = line(verdict.reason, verdict.verdict if verdict.verdict != "unmarked" else "")
    return _on(*marked(session, turn, verdict.verdict, verdict.score, now), said, now)


def leave_unmarked(session: Session, turn: Turn, now: Moment) -> Step:
    """Go on without ticks."""
    return _on(*marked(session, turn, "unmarked", None, now), line("Not marked.", "quiet"), now)


def marked(
    session: Session, turn: Turn, mark: Mark, score: float | None, now: Moment
) -> tuple[Session, tuple[Event, ...]]:
    """Give a turn the mark that the learner says it has."""
    rating = rating_of(mark, helped=turn.helped)
    session, events = note_word(session, replace(turn, verdict=as_said(turn, mark, score), rating=rating), now)
    return queued(session), events


def as_said(turn: Turn, mark: Mark, score: float | None) -> Verdict:
    """The grade of a turn by the learner's word."""
    question, verdict = turn.question, turn.verdict
    if (mark, score) == (verdict.verdict, verdict.score):
        return verdict
    if isinstance(question, Open) and question.marking and score is not None:
        return mark_open(question, range(round(score * len(question.marking))))
    return replace(verdict, verdict=mark, score=score, reason="Counted as right by the learner.")


def hand_in(session: Session, now: Moment) -> Step:
    """Hand in an exam: its open answers are ticked one by one; after the last tick, too, there is a last word."""
    session = replace(session, handed_in=True)
    return go_on(session, now) if session.waiting else finish(session, now)


def _on(session: Session, events: tuple[Event, ...], said: Line, now: Moment) -> Step:
    return go_on(session, now, (said,), events)


def untick(session: Session, now: Moment) -> Step:
    """Take back the last ticks of an exam that is handed in."""
    ticked = [turn for turn in session.turns if turn.override]
    if not ticked:
        return Step(session, (line("The exam is handed in; its answers stand.", "quiet"),))
    turn = ticked[-1]
    session, events = note_undo(session, turn, now, about=turn.override)
    turns = tuple(unmarked(one) if one.uid == turn.uid else one for one in session.turns)
    session = replace(session, turns=turns)
    said = line(f"Taken back: tick the points of question {turn.place + 1} again.", "quiet")
    return go_on(session, now, (said,), events)


def unmarked(turn: Turn) -> Turn:
    """An open answer as it was before it was ticked."""
    return replace(turn, verdict=grade(turn.question, turn.response, turn.asked.bank), rating=None, override="")
