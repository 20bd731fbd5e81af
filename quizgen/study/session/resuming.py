"""Going on with a session that was stopped: its state follows from its plan and its events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from quizgen.answers import Verdict, grade
from quizgen.answers.verdict import Mark
from quizgen.study.events import Event
from quizgen.study.moment import Moment
from quizgen.study.session.asked import Asked
from quizgen.study.session.going_on import next_place, time_is_over
from quizgen.study.session.marking import as_said, unmarked
from quizgen.study.session.repeating import in_rounds
from quizgen.study.session.state import Session, Turn

__all__ = ["resume"]


def resume(session: Session, events: Iterable[Event], now: Moment) -> Session:
    """A session that was freshly begun with the same plan, as it stood after its events (in their order).

    Answers to a question that the plan does not hold any more are passed over. What leaves no event is begun anew:
    hints taken, a round of which nothing was answered, an exam handed in of which nothing was ticked.
    """
    kept = list(events)
    if not kept:
        return session
    turns = _turns(session, kept)
    session = replace(
        in_rounds(session, turns),
        id=kept[0].session,
        used=sum(event.duration for event in kept if event.kind in ("answer", "skip")),
        noted=_noted(session, kept),
        latest=max(event.moment.time for event in kept),
        begun=True,
        handed_in=session.exam and any(turn.override for turn in turns),
        put=now,
    )
    session = replace(session, late=_late(session, kept))
    ended = kept[-1].kind == "end"
    over = ended or (session.stage == "last" and not session.rules.patient)
    return replace(session, told=next_place(session), ended=ended, over=over)


def _late(session: Session, events: Iterable[Event]) -> bool:
    """Whether its minutes are over and it goes no further; one that is handed in with questions left is."""
    if not session.queue or session.handed_in:
        return bool(session.queue)
    return session.stage == "asking" and time_is_over(session) and not _taken_back(events)


def _taken_back(events: Iterable[Event]) -> bool:
    """Whether the last answer was taken back: then its question may be answered, though the time is over."""
    kinds = [event.kind for event in events if event.kind in ("answer", "skip", "undo")]
    return kinds[-1:] == ["undo"]


def _noted(session: Session, events: Iterable[Event]) -> int:
    """The highest number among the events of this very uid."""
    numbers = (event.uid.removeprefix(f"{session.uid}-") for event in events)
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _turns(session: Session, events: Iterable[Event]) -> list[Turn]:
    """The answers and skips that stand, in order, as the learner's word leaves them."""
    places = _places(session)
    turns: dict[str, Turn] = {}
    words: dict[str, str] = {}  # of each override, which answer it is about
    for event in events:
        if event.kind in ("answer", "skip") and event.question in places:
            place = places[event.question]
            turns[event.uid] = _turn(event, place, session.asked[place])
        elif event.kind == "override" and event.about in turns:
            words[event.uid] = event.about
            turns[event.about] = _worded(turns[event.about], event)
        elif event.kind == "undo":
            turns.pop(event.about, None)
            ticked = turns.get(words.get(event.about, ""))
            if ticked:
                turns[ticked.uid] = unmarked(ticked)
    return list(turns.values())


def _places(session: Session) -> dict[str, int]:
    """The place of each question by its key, and by the one that it had before it was renamed."""
    named = {asked.view.question.was: at for at, asked in enumerate(session.asked) if asked.view.question.was}
    return named | {asked.key: at for at, asked in enumerate(session.asked)}


def _turn(event: Event, place: int, asked: Asked) -> Turn:
    skipped = event.kind == "skip"
    verdict = _verdict(asked, event.response, "wrong" if skipped else event.mark, 0.0 if skipped else event.score)
    return Turn(
        uid=event.uid,
        place=place,
        asked=asked,
        response=event.response,
        verdict=replace(verdict, reason="Skipped.") if skipped else verdict,
        given=verdict.verdict,
        rating=event.rating,
        hints=event.hints,
        duration=event.duration,
        skipped=skipped,
    )


def _verdict(asked: Asked, response: str, mark: Mark | Literal[""], score: float | None) -> Verdict:
    """The grade that stands in the log, with its reason where the same answer still gets it."""
    graded = grade(asked.view.question, response, asked.bank)
    if graded.verdict == mark and graded.score == score:
        return graded
    return Verdict(mark or "unmarked", score, "", graded.accepted)


def _worded(turn: Turn, event: Event) -> Turn:
    verdict = as_said(turn, event.mark or "unmarked", event.score)
    return replace(turn, verdict=verdict, rating=event.rating, override=event.uid)
