"""One question as a session asks it, and what a session keeps to."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.bank.digest import answered_digest, asked_digest
from quizgen.bank.model import Bank
from quizgen.shown import Locate, View
from quizgen.study.events import Mode, question_key

__all__ = ["Asked", "Rules"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a bank, laid out. ``remark`` is said before it, such as that its answer has changed."""

    bank: Bank
    view: View
    locate: Locate
    remark: str = ""

    @property
    def key(self) -> str:
        """The question's name in the log."""
        return question_key(self.bank, self.view.question)

    @property
    def digests(self) -> tuple[str, str]:
        """What is asked, and what is right."""
        return asked_digest(self.view.question), answered_digest(self.view.question)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a session keeps to.

    ``patient``: what cannot be an answer is asked again, and there is a last word after the last question (a person
    types); else every line is taken as it stands (a pipe). ``again``: what was wrong comes again until it is right.
    ``minutes``: when they are over no further question is asked; None for no limit. ``scope`` says in one text what the
    session was to ask: a session that was stopped goes on where another of the same scope begins.
    """

    mode: Mode = "quiz"
    patient: bool = True
    again: bool = False
    minutes: float | None = None
    scope: str = ""
