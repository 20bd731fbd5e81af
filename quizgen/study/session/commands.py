"""Commands of a session: a colon and a letter, so that they never collide with an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quizgen.answers import Verdict, grade
from quizgen.bank.model import Open
from quizgen.study.lines import Line, Stretch, line
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.session.feedback import feedback_lines
from quizgen.study.session.going_on import finish, go_on, put, time_is_over
from quizgen.study.session.hints import hint_lines, rungs
from quizgen.study.session.marking import leave_unmarked, marked, untick
from quizgen.study.session.noting import note_turn, note_undo, note_word
from quizgen.study.session.repeating import answered, queued, to_repeat
from quizgen.study.session.state import Session, Turn
from quizgen.study.session.step import Step
from quizgen.text.counted import counted

__all__ = ["HELP", "command_in", "obey", "stop"]

HELP = (
    ("?", "this help"),
    (":h", "a hint; there may be several"),
    (":u", "take back the last answer"),
    (":o", "the last answer was right after all"),
    (":e", "the last answer was easy"),
    (":s", "skip this question"),
    (":r", "after the last question: repeat what was wrong"),
    (":q", "save and quit"),
)
_NOT_IN_AN_EXAM = frozenset({":h", ":o", ":e", ":r"})


def command_in(typed: str, *, patient: bool) -> str:
    """The command that a typed line is, or "". Of a person every line with a colon is one, if an unknown one."""
    if patient:
        return typed if typed == "?" or typed.startswith(":") else ""
    return typed if typed in _COMMANDS and typed != "?" else ""


def obey(session: Session, command: str, now: Moment) -> Step:
    """Do what a command says."""
    if command not in _COMMANDS:
        return _told(session, f"“{command}” is no command; ? lists them.")
    if session.exam and command in _NOT_IN_AN_EXAM:
        return _told(session, _IN_AN_EXAM[command])
    return _COMMANDS[command](session, now)


_IN_AN_EXAM = {
    ":h": "There are no hints in an exam.",
    ":o": "The marks of an exam are shown at its end.",
    ":e": "The marks of an exam are shown at its end.",
    ":r": "An exam is not repeated.",
}


def _told(session: Session, text: str) -> Step:
    return Step(session, (line(text, "quiet"),))


def _help(session: Session, _now: Moment) -> Step:
    rows = [row for row in HELP if not (session.exam and row[0] in _NOT_IN_AN_EXAM)]
    rows.append(("\\:q", "the answer “:q”, and so on"))
    return Step(session, tuple(Line((Stretch(text),), f"   {name:<4}") for name, text in rows))


def _hint(session: Session, _now: Moment) -> Step:
    if session.stage != "asking":
        return _told(session, "A hint is for a question; this one is answered.")
    lines = hint_lines(session.on, session.hints)
    if lines:
        return Step(replace(session, hints=session.hints + 1), tuple(lines))
    return _told(session, "There is no further hint." if rungs(session.on) else "There is no hint here.")


def _skip(session: Session, now: Moment) -> Step:
    if session.waiting:
        return leave_unmarked(session, session.waiting, now)
    if session.stage == "last":
        return _told(session, "That was the last question; there is none to skip.")
    asked = session.on
    accepted = grade(asked.view.question, "", asked.bank).accepted
    verdict = Verdict("wrong", 0.0, "Skipped.", accepted)
    session, events = note_turn(session, "", verdict, now, skipped=True)
    _, *lines = feedback_lines(asked.view, verdict, asked.bank, asked.locate, right_too=True)
    said = () if session.exam else lines
    return go_on(answered(session), now, (line("Skipped.", "quiet"), *said), events)


def _undo(session: Session, now: Moment) -> Step:
    if session.handed_in:
        return untick(session, now)
    turn = session.last
    if turn is None:
        return _told(session, "There is nothing to take back.")
    if session.exam and session.late:
        return _told(session, "The time is over; the answers stand.")
    session, events = note_undo(session, turn, now, about=turn.uid)
    session = replace(session, turns=session.turns[:-1], round=turn.round, late=False)
    session = put(queued(session), now)
    session = replace(session, hints=turn.hints if session.told == turn.place else 0)
    return Step(session, (line(f"Taken back: question {turn.place + 1} is asked again.", "quiet"),), events)


def _was_right(session: Session, now: Moment) -> Step:
    turn = session.last
    refusal = _why_not_right(session, turn)
    if turn is None or refusal:
        return _told(session, refusal)
    after, events = marked(session, turn, "right", 1.0, now)
    lines = (line("Counted as right.", "right"),)
    return Step(after, lines, events) if _still_put(session, after) else go_on(after, now, lines, events)


def _still_put(before: Session, after: Session) -> bool:
    """Whether what is put stays so: a question that was to come again may not be asked any more."""
    return before.stage == after.stage and (after.stage != "asking" or after.queue[0] == after.told)


def _why_not_right(session: Session, turn: Turn | None) -> str:
    if turn is None:
        return "There is no answer yet."
    if turn.skipped:
        return "That was skipped; :u asks it again."
    if session.waiting:
        return "The points are for you to tick: type the numbers of those you made."
    if turn.right:
        return "That is right already."
    if isinstance(turn.question, Open) and turn.verdict.verdict != "unmarked":
        return "You have ticked its points; :u asks it again."
    return ""


def _was_easy(session: Session, now: Moment) -> Step:
    turn = session.last
    if turn is None:
        return _told(session, "There is no answer yet.")
    if turn.rating == Rating.EASY:
        return _told(session, "That is noted as easy already.")
    if not turn.right or turn.helped:
        return _told(session, "Easy is what was right at once, without a hint.")
    session, events = note_word(session, replace(turn, rating=Rating.EASY), now)
    return Step(session, (line("Noted as easy.", "quiet"),), events)


def _repeat(session: Session, now: Moment) -> Step:
    if session.stage != "last":
        return _told(session, "That is for the end, when every question was asked.")
    if time_is_over(session):
        return _told(session, "The time is over.")
    again = to_repeat(session.turns)
    if not again:
        return _told(session, "There is nothing to repeat.")
    begun = finish(session, now)  # what comes now is beyond the session's end
    session = queued(replace(begun.session, over=False, round=session.round + 1))
    return go_on(session, now, (line(f"Again: {counted(len(again), 'question')}.", "quiet"),), begun.events)


def stop(session: Session, now: Moment) -> Step:
    """End the session here: ``:q``, the end of the input, Ctrl-C. What was answered is in the log.

    As the last word it is the end of the session, as Enter is; an exam that a person has not handed in may be gone on
    with.
    """
    if session.stage == "last" and not (session.exam and not session.handed_in):
        return finish(session, now)
    return Step(replace(session, over=True))


_COMMANDS: dict[str, Callable[[Session, Moment], Step]] = {
    "?": _help,
    ":h": _hint,
    ":u": _undo,
    ":o": _was_right,
    ":e": _was_easy,
    ":s": _skip,
    ":r": _repeat,
    ":q": stop,
}
