"""A session under way, as data: what it is to ask, what was answered, what is asked now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizgen.answers import Mark, Verdict
from quizgen.bank.model import Open, Question
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.session.asked import Asked, Rules

__all__ = ["Session", "Stage", "Turn"]

Stage = Literal["asking", "marking", "last", "over"]
"""What a typed line is: an answer; the points that an open answer made; the last word, after the last question."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question asked, what was answered ("" where skipped) and the grade.

    ``uid`` is that of its event, ``place`` the question's in the plan. ``response`` is the answer as it was understood.
    ``given`` is the grade before the learner had a word in it, ``override`` the uid of the event that holds this word.
    ``again``: it was not the first try in this session. ``round`` is 0, and one more each time that what was
    wrong is repeated. ``duration`` is in milliseconds.
    """

    uid: str
    place: int
    asked: Asked
    response: str
    verdict: Verdict
    given: Mark
    rating: Rating | None = None
    hints: int = 0
    duration: int = 0
    skipped: bool = False
    again: bool = False
    round: int = 0
    override: str = ""

    @property
    def question(self) -> Question:
        """The question that was asked."""
        return self.asked.view.question

    @property
    def right(self) -> bool:
        """Whether it is right by now."""
        return self.verdict.verdict == "right"

    @property
    def helped(self) -> bool:
        """Whether there was a hint, or a first try: then it is Hard at best."""
        return self.again or self.hints > 0

    @property
    def to_tick(self) -> bool:
        """Whether it has points that nobody has ticked, nor left so on purpose."""
        question = self.question
        waits = isinstance(question, Open) and bool(question.marking) and not self.override
        return waits and self.verdict.verdict == "unmarked"

    @property
    def on_their_word(self) -> bool:
        """Whether the learner says that it was right, against the grade."""
        return self.right and self.given not in ("right", "unmarked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A self-test under way.

    ``id`` is its name in the log, ``uid`` begins those of its events: two that go on with one session at the same time
    write different ones. ``queue`` holds the places of what is still to be asked, in this ``round``. ``told`` is the
    place of the question that is put, ``before`` of the one put before it, ``put`` when that was. ``showing`` goes up
    whenever something new is put: then it is to be told. ``used`` adds up the milliseconds of every answer, of those
    that were taken back, too. ``late``: its minutes are over. ``handed_in``: of an exam whose
    open answers are ticked now. ``ended``: it came to its end, which is in the log.
    """

    asked: tuple[Asked, ...]
    rules: Rules
    uid: str
    id: str
    began: Moment
    put: Moment
    queue: tuple[int, ...]
    turns: tuple[Turn, ...] = ()
    round: int = 0
    told: int = 0
    before: int | None = None
    showing: int = 1
    hints: int = 0
    used: int = 0
    noted: int = 0  # events of this uid
    latest: int = 0  # the time of the latest event
    begun: bool = False  # that it began is in the log
    ended: bool = False
    late: bool = False
    handed_in: bool = False
    over: bool = False
    several: bool = False  # its questions are of several banks

    @property
    def stage(self) -> Stage:
        """What is waited for."""
        if self.over:
            return "over"
        if self.waiting is not None:
            return "marking"
        return "asking" if self.queue and not self.late else "last"

    @property
    def waiting(self) -> Turn | None:
        """The open answer whose points are to be ticked now: the last, or each of an exam that is handed in."""
        if not self.rules.patient:
            return None
        turns = self.turns[-1:]
        if self.exam:
            turns = self.turns if self.handed_in else ()
        return next((turn for turn in turns if turn.to_tick), None)

    @property
    def exam(self) -> bool:
        """Whether nothing of the answers is said before the end."""
        return self.rules.mode == "exam"

    @property
    def on(self) -> Asked:
        """The question that is put."""
        return self.asked[self.told]

    @property
    def last(self) -> Turn | None:
        """The last answer, or skip, that stands."""
        return self.turns[-1] if self.turns else None
