"""A line of ``--json``: one for each answer and skip, and for each word of the learner on one."""

from __future__ import annotations

from quizgen.shown import proofs
from quizgen.study.events import Event
from quizgen.study.session.state import Session, Turn

__all__ = ["event_record", "turn_record"]


def event_record(session: Session, event: Event) -> dict[str, object] | None:
    """An event as ``--json`` writes it, with the session as its step leaves it; None of one that has no line.

    An override has all the fields of the answer that it is ``about``, and stands in its place; an undo has none, for
    the answer that it is about does not count any more.
    """
    if event.kind in ("answer", "skip", "override"):
        uid = event.about or event.uid
        turn = next((turn for turn in reversed(session.turns) if turn.uid == uid), None)
        record = turn_record(turn) if turn else None
        return _of(event) | record if record else None
    if event.kind == "undo":
        asked = next(asked for asked in session.asked if asked.key == event.question)
        return _of(event) | {"bank": asked.bank.id, "question": asked.view.question.id}
    return None


def _of(event: Event) -> dict[str, object]:
    about = {"about": event.about} if event.about else {}
    return {"event": event.kind, "uid": event.uid, **about}


def turn_record(turn: Turn) -> dict[str, object]:
    """What a program may want to know of an answer."""
    asked, verdict = turn.asked, turn.verdict
    question = turn.question
    shown = proofs(question, asked.bank, asked.locate)
    return {
        "bank": asked.bank.id,
        "question": question.id,
        "kind": question.kind,
        "response": turn.response,
        "verdict": verdict.verdict,
        "score": None if verdict.score is None else round(verdict.score, 4),
        "reason": verdict.reason,
        "accepted": list(verdict.accepted),
        "evidence": [proof.text for proof in shown],
        "places": [proof.place for proof in shown],
        "hints": turn.hints,
        "rating": turn.rating.name.lower() if turn.rating else None,
        "seconds": round(turn.duration / 1000, 1),
    }
