"""Whether a score reaches what is asked for with ``--fail-under``."""

from __future__ import annotations

from decimal import Decimal

from quizgen.study.lines import Line, line
from quizgen.study.session.closing import score_of
from quizgen.study.session.state import Session

__all__ = ["passing_lines", "percent_of"]


def percent_of(session: Session) -> Decimal | None:
    """What was got of all points, 0 to 100; None where nobody can say, since nothing is marked.

    What was not reached counts as wrong: else who stops after one right answer would pass. What is not marked (an
    open answer that nobody ticked) counts neither way. An exam that is not handed in has got nothing yet.
    """
    if _not_handed_in(session):
        return Decimal(0)
    score = score_of(session, unreached=True)
    return score.share * 100 if score else None


def passing_lines(session: Session, wanted: Decimal) -> list[Line]:
    """What is said where a score was asked for: whether it is reached, and what is left out of it."""
    percent = percent_of(session)
    if percent is None:
        return [line(f"Nothing is marked, so that nobody can say whether {wanted:f}% is reached.")]
    reached = len({turn.place for turn in session.turns})
    left = len(session.asked) - reached
    counted = f", with {left} not reached as wrong" if left else ""
    if percent < wanted and _not_handed_in(session):
        return [line(f"An exam that is not handed in does not reach the {wanted:f}% asked for.", "wrong")]
    if percent < wanted:
        return [line(f"Below the {wanted:f}% asked for: {_floored(percent)}%{counted}.", "wrong")]
    return [line(f"That is the {wanted:f}% asked for, or more.", "right")]


def _not_handed_in(session: Session) -> bool:
    """Whether it is an exam that may still be gone on with: what it is worth so far must not be told."""
    return session.exam and not session.ended


def _floored(percent: Decimal) -> str:
    """A tenth below rather than above: 69.96 must not be told as 70."""
    return f"{percent.quantize(Decimal('0.1'), 'ROUND_FLOOR'):f}".removesuffix(".0")
