"""The report of an exam: every question with its mark, the answer given, the right one and its evidence."""

from __future__ import annotations

from quizgen.study.lines import Line, Stretch, blank, line
from quizgen.study.session.asking import stem_line
from quizgen.study.session.feedback import feedback_lines
from quizgen.study.session.state import Session, Turn

__all__ = ["report"]

_LEAD = "   "


def report(session: Session) -> list[Line]:
    """Every question of an exam in its order, marked."""
    turns = {turn.place: turn for turn in session.turns}
    lines: list[Line] = []
    for place, asked in enumerate(session.asked):
        lines += [blank(), line(f"Question {place + 1} of {len(session.asked)}", "quiet"), stem_line(asked.view)]
        turn = turns.get(place)
        lines += _marked(turn) if turn else [line("Not reached.", "wrong")]
    return lines


def _marked(turn: Turn) -> list[Line]:
    asked = turn.asked
    said, *others = feedback_lines(asked.view, turn.verdict, asked.bank, asked.locate, right_too=True)
    if turn.skipped:
        return [line("Skipped.", "wrong"), *others]
    return [said, Line((Stretch("Your answer: "), Stretch(turn.response or "none")), _LEAD), *others]
