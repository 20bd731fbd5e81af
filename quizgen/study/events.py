"""What the log holds: events, which are only ever added. Scores, schedule and stats follow from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizgen.answers import Mark
from quizgen.bank.digest import asked_digest
from quizgen.bank.model import Bank, Question
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

__all__ = ["GRADER", "Event", "Happened", "Mode", "in_order", "question_key"]

GRADER = 2
"""The version of the grader; it goes up when what counts as right changes."""

Happened = Literal["begin", "answer", "skip", "override", "undo", "end"]
"""What happened.

- ``begin``: a session begins; ``plan`` holds the keys of its questions in order, ``scope`` what it was to ask.
- ``answer``: an answer was given, and graded. An open one has neither score nor rating until an override.
- ``skip``: a question was left out; it has score 0 in a quiz and no rating.
- ``override``: the learner says that an answer was right, or easy, or ticks the points of an open one. ``about`` is the
  uid of that answer; mark, score and rating replace its own.
- ``undo``: the event ``about`` is taken back, with every override of it.
- ``end``: a session came to its end.
"""

Mode = Literal["quiz", "exam", "study"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened in a session.

    ``uid`` is unique among all logs, so that logs can be merged. ``question`` is its key (:func:`question_key`);
    ``asked`` and ``answered`` are the digests of what was asked and of what was right then. ``response`` is the answer
    as it was understood, ``hints`` how many were taken, ``duration`` the milliseconds from question to answer. ``was``
    is the key that its ``was:`` named then: a question that is renamed twice is followed by it.
    """

    uid: str
    kind: Happened
    session: str
    mode: Mode
    moment: Moment
    question: str = ""
    asked: str = ""
    answered: str = ""
    was: str = ""
    about: str = ""
    mark: Mark | Literal[""] = ""
    score: float | None = None
    rating: Rating | None = None
    response: str = ""
    hints: int = 0
    duration: int = 0
    scope: str = ""
    plan: tuple[str, ...] = ()
    grader: int = GRADER


def in_order(event: Event) -> tuple[int, str]:
    """Where an event stands in the history, to sort by; those of one session at one moment stay as they came."""
    return event.moment.time, event.session


def question_key(bank: Bank, question: Question) -> str:
    """A question's name in the log, the same as in ``was:``: "japan-russia/aid#loan".

    One that has no id yet goes by what it asks.
    """
    return f"{bank.id}#{question.id or asked_digest(question)}"
