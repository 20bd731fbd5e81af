"""The events that a session writes, each with the next number of its uid."""

from __future__ import annotations

from dataclasses import replace

from quizgen.answers import Verdict
from quizgen.study.events import Event
from quizgen.study.moment import Moment
from quizgen.study.ratings import rating_of
from quizgen.study.session.state import Session, Turn

__all__ = ["note_end", "note_turn", "note_undo", "note_word"]


def _event(session: Session, now: Moment, event: Event) -> tuple[Session, Event]:
    """The event as it is kept; its time is never before that of the one before it, for a clock may be set back."""
    number = session.noted + 1
    moment = now if now.time >= session.latest else replace(now, time=session.latest)
    kept = replace(event, uid=f"{session.uid}-{number:04}", moment=moment)
    return replace(session, noted=number, latest=moment.time), kept


def _blank(session: Session, now: Moment) -> Event:
    return Event(uid="", kind="begin", session=session.id, mode=session.rules.mode, moment=now)


def _of(session: Session, now: Moment, turn: Turn) -> Event:
    asked, answered = turn.asked.digests
    key, was = turn.asked.key, turn.question.was
    return replace(_blank(session, now), question=key, asked=asked, answered=answered, was=was)


def note_turn(
    session: Session, response: str, verdict: Verdict, now: Moment, *, skipped: bool = False
) -> tuple[Session, tuple[Event, ...]]:
    """Add an answer, or a skip, to the question that is put.

    That the session began is written with the first, for an empty one leaves nothing.
    """
    session, begun = _note_begin(session, now)
    turn = _turn(session, response, verdict, now, skipped=skipped)
    answer = replace(
        _of(session, now, turn),
        kind="skip" if skipped else "answer",
        mark="" if skipped else verdict.verdict,
        score=None if skipped and session.rules.mode == "study" else verdict.score,
        rating=turn.rating,
        response=response,
        hints=turn.hints,
        duration=turn.duration,
    )
    session, event = _event(session, now, answer)
    turns = (*session.turns, replace(turn, uid=event.uid))
    return replace(session, turns=turns, used=session.used + turn.duration), (*begun, event)


def _note_begin(session: Session, now: Moment) -> tuple[Session, tuple[Event, ...]]:
    if session.begun:
        return session, ()
    plan = tuple(asked.key for asked in session.asked)
    begin = replace(_blank(session, now), plan=plan, scope=session.rules.scope)
    session, event = _event(session, session.began, begin)
    return replace(session, begun=True), (event,)


def _turn(session: Session, response: str, verdict: Verdict, now: Moment, *, skipped: bool) -> Turn:
    again = any(turn.place == session.told for turn in session.turns)
    return Turn(
        uid="",
        place=session.told,
        asked=session.on,
        response=response,
        verdict=verdict,
        given=verdict.verdict,
        rating=None if skipped else rating_of(verdict.verdict, helped=again or session.hints > 0),
        hints=session.hints,
        duration=max(0, now.time - session.put.time),
        skipped=skipped,
        again=again,
        round=session.round,
    )


def note_word(session: Session, turn: Turn, now: Moment) -> tuple[Session, tuple[Event, ...]]:
    """Put a turn, marked anew by the learner, in the place of the one with its uid."""
    word = replace(
        _of(session, now, turn),
        kind="override",
        about=turn.uid,
        mark=turn.verdict.verdict,
        score=turn.verdict.score,
        rating=turn.rating,
    )
    session, event = _event(session, now, word)
    turns = tuple(replace(turn, override=event.uid) if other.uid == turn.uid else other for other in session.turns)
    return replace(session, turns=turns), (event,)


def note_undo(session: Session, turn: Turn, now: Moment, *, about: str) -> tuple[Session, tuple[Event, ...]]:
    """Write that the event ``about`` of a turn is taken back."""
    session, event = _event(session, now, replace(_of(session, now, turn), kind="undo", about=about))
    return session, (event,)


def note_end(session: Session, now: Moment) -> tuple[Session, tuple[Event, ...]]:
    """Write that the session came to its end; once more when a round of what was wrong did."""
    session, event = _event(session, now, replace(_blank(session, now), kind="end"))
    return replace(session, ended=True), (event,)
