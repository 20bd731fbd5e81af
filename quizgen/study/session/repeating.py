"""What is still to be asked: it follows from the plan and from what was answered."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.study.session.asked import Rules
from quizgen.study.session.state import Session, Turn

__all__ = ["answered", "in_rounds", "queued", "to_repeat"]


def answered(session: Session) -> Session:
    """The session with its queue as it is after its last answer."""
    queue = deque(session.queue)
    _take(queue, session.turns[-1], session.rules)
    return replace(session, queue=tuple(queue))


def queued(session: Session) -> Session:
    """The session with its queue made anew, after an answer, an undo or a word on an answer.

    What was wrong comes again at the end of what is left (``again``), so that as much as can be lies between. A round
    begins with what was not right in those before it.
    """
    queue, number = _after(session, session.turns)
    if session.round > number:
        queue = deque(to_repeat(session.turns))
    return replace(session, queue=tuple(queue))


def in_rounds(session: Session, turns: Iterable[Turn]) -> Session:
    """A fresh session with these turns, each in the round that it must have been of."""
    done: list[Turn] = []
    queue, number = deque(range(len(session.asked))), 0
    tried: set[int] = set()
    for turn in turns:
        if not queue:
            queue, number = deque(to_repeat(done)), number + 1
        turn = replace(turn, round=number, again=turn.place in tried)
        done.append(turn)
        tried.add(turn.place)
        _take(queue, turn, session.rules)
    return replace(session, turns=tuple(done), round=number, queue=tuple(queue))


def _after(session: Session, turns: Sequence[Turn]) -> tuple[deque[int], int]:
    queue, number = deque(range(len(session.asked))), 0
    for at, turn in enumerate(turns):
        if turn.round > number:
            queue, number = deque(to_repeat(turns[:at])), turn.round
        _take(queue, turn, session.rules)
    return queue, number


def _take(queue: deque[int], turn: Turn, rules: Rules) -> None:
    if queue and queue[0] == turn.place:
        queue.popleft()
    elif turn.place in queue:
        queue.remove(turn.place)
    if _comes_again(turn, rules):
        queue.append(turn.place)


def _comes_again(turn: Turn, rules: Rules) -> bool:
    """A person is asked until it is right; a pipe, which may have no end, once more."""
    wrong = not turn.skipped and turn.verdict.verdict in ("wrong", "partial")
    return rules.again and wrong and (rules.patient or not turn.again)


def to_repeat(turns: Iterable[Turn]) -> list[int]:
    """The places of what was not right, skipped or not, when it was asked last; what nobody marked is left out."""
    latest = {turn.place: turn for turn in turns}
    return sorted(place for place, turn in latest.items() if not turn.right and turn.verdict.score is not None)
