"""A session as a pure state machine: what was typed and when goes in; the next state, lines and events come out.

It knows neither a terminal nor a clock nor a log, so that all of it can be tested without one.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.errors import UsageError
from quizgen.study.lines import Line, blank, line
from quizgen.study.moment import Moment
from quizgen.study.session.asked import Asked, Rules
from quizgen.study.session.asking import how_to_answer, place_lines
from quizgen.study.session.closing import closing
from quizgen.study.session.commands import HELP, stop
from quizgen.study.session.feedback import point_lines
from quizgen.study.session.record import event_record, turn_record
from quizgen.study.session.repeating import to_repeat
from quizgen.study.session.resuming import resume
from quizgen.study.session.saying import say
from quizgen.study.session.state import Session, Stage, Turn

__all__ = [
    "HELP",
    "Session",
    "Stage",
    "Turn",
    "begin",
    "closing",
    "event_record",
    "prompt",
    "resume",
    "say",
    "stop",
    "tell",
    "turn_record",
]


def begin(asked: Sequence[Asked], rules: Rules, uid: str, now: Moment) -> Session:
    """A session of these questions in this order; UsageError where there is none. ``uid`` is unique among all logs."""
    if not asked:
        raise UsageError("there is no question to ask")
    several = any(one.bank is not asked[0].bank for one in asked)
    queue = tuple(range(len(asked)))
    return Session(asked=tuple(asked), rules=rules, uid=uid, id=uid, began=now, put=now, queue=queue, several=several)


def tell(session: Session) -> list[Line]:
    """What is put now, as lines. Tell it whenever ``session.showing`` has changed, and after a resume."""
    if session.stage == "over":
        return []
    if session.stage == "last":
        return _tell_last(session)
    asked = session.on
    before = None if session.before is None else session.asked[session.before]
    again = any(turn.place == session.told for turn in session.turns)
    number = f"Question {session.told + 1} of {len(session.asked)}"
    waiting = session.waiting
    if waiting:
        own = [line(f"Your answer: {waiting.response}", lead="   "), *point_lines(asked.view)]
        return place_lines(asked, before, number, several=session.several) + own
    header = f"{number}, again" if again else number
    return place_lines(asked, before, header, several=session.several)


def _tell_last(session: Session) -> list[Line]:
    if session.late and not session.handed_in:  # that the time is over was said with the last answer
        return [blank()]
    said = "That was the last question."
    count = len(to_repeat(session.turns))
    if session.handed_in:
        said = "Your open answers are marked. :u takes back the last marks."
    elif session.exam:
        said += " Enter hands the exam in."
    elif count:
        said += f" {count} {'was' if count == 1 else 'were'} not right; :r repeats {'it' if count == 1 else 'them'}."
    return [blank(), line(said, "quiet")]


def prompt(session: Session) -> str:
    """What to type now."""
    match session.stage:
        case "marking":
            return "Which points did you make? (numbers, Enter for none)"
        case "last":
            if session.exam:
                return "Enter for the report" if session.handed_in else "Enter to hand in"
            return "Enter to end" if session.rules.mode == "study" else "Enter for the score"
        case _:
            return how_to_answer(session.on.view)
