"""Events as the tests of the log keep them; programs that are killed load no more than this."""

from __future__ import annotations

from quizgen.study.events import Event
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

FULL = Event(
    uid="5e55-0001",
    kind="answer",
    session="5e55",
    mode="study",
    moment=Moment(1_767_225_600_123, -210),
    question="japan-russia/islands#four-islands",
    asked="1:0123456789abcdef",
    answered="1:fedcba9876543210",
    was="japan-russia/old#islands",
    about="5e55-0000",
    mark="partial",
    score=0.1 + 0.2,
    rating=Rating.HARD,
    response="択捉島; “Iturup”\u2028\x00\t",
    hints=2,
    duration=5300,
    scope='{"topics": ["a"]}',
    plan=("a#b", "ä#c"),
    grader=7,
)


def answer(number: int, *, session: str = "s", bank: str = "a", time: int | None = None) -> Event:
    return Event(
        uid=f"{session}-{number:04}",
        kind="answer",
        session=session,
        mode="quiz",
        moment=Moment(number if time is None else time),
        question=f"{bank}#q-{number}",
        mark="right",
        score=1.0,
        rating=Rating.GOOD,
    )
