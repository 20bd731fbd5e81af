"""What is said at the end: the score, what was left out, and what to repeat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizgen.shown import View, points_of
from quizgen.study.lines import Line, blank, line
from quizgen.study.moment import Moment
from quizgen.study.session.exam import report
from quizgen.study.session.repeating import to_repeat
from quizgen.study.session.state import Session, Turn
from quizgen.text.counted import counted, points_text
from quizgen.text.plain import inline_plain

__all__ = ["Score", "closing", "first_turns", "score_of"]


@dataclass(frozen=True, slots=True)
class Score:
    """Points got of those there were, and how many answers were right of those marked."""

    got: Decimal
    total: Decimal
    right: int
    marked: int

    @property
    def share(self) -> Decimal:
        """What was got, 0 to 1."""
        return self.got / self.total


def first_turns(session: Session) -> list[Turn]:
    """Of each question that was asked its first turn, by which it is scored."""
    first: dict[int, Turn] = {}
    for turn in session.turns:
        first.setdefault(turn.place, turn)
    return list(first.values())


def score_of(session: Session, *, unreached: bool) -> Score | None:
    """The score by first tries; None where nothing is marked. ``unreached``: what was not reached counts as wrong."""
    marked = [turn for turn in first_turns(session) if turn.verdict.score is not None]
    questions = [turn.question for turn in marked]
    if unreached:
        reached = {turn.place for turn in session.turns}
        questions += [asked.view.question for at, asked in enumerate(session.asked) if at not in reached]
    if not questions:
        return None
    got = sum((Decimal(str(turn.verdict.score)) * points_of(turn.question) for turn in marked), Decimal(0))
    total = sum(map(points_of, questions), Decimal(0))
    return Score(got, total, sum(turn.right for turn in marked), len(questions))


def closing(session: Session, now: Moment) -> list[Line]:
    """The score, what was left out, and what to repeat; of an exam first the report, once it is handed in."""
    turns = first_turns(session)
    lines = [blank()]
    if len(turns) < len(session.asked):
        lines.append(line(_stopped(session, len(turns))))
    if session.exam and not session.ended:
        return [*lines, line("The exam is not handed in, and not marked.")] if turns else lines
    score = _study_score(session, turns, now) if session.rules.mode == "study" else _score(session, turns)
    lines += [line(score, "title")] if score else []
    lines += [*_unmarked(turns), *_further_tries(session), *_to_repeat(session)]
    return [*report(session), *lines] if session.exam else lines


def _stopped(session: Session, count: int) -> str:
    how = "The time was over" if session.late else "You stopped"
    return f"{how} after {count} of {len(session.asked)} questions."


def _score(session: Session, turns: Sequence[Turn]) -> str:
    score = score_of(session, unreached=session.exam)
    if not score:
        return ""
    points = f"{_figure(score.got)} of {_figure(score.total)} points ({score.share:.0%})"
    return f"Score: {points}; {score.right} of {score.marked} right{_on_their_word(turns)}."


def _on_their_word(turns: Sequence[Turn]) -> str:
    count = sum(turn.on_their_word for turn in turns)
    return f", {count} of them marked right by you" if count else ""


def _study_score(session: Session, turns: Sequence[Turn], now: Moment) -> str:
    """How it went at the first try, and how long this sitting took."""
    if not turns:
        return ""
    marked = [turn for turn in turns if not turn.skipped and turn.verdict.score is not None]
    skipped = sum(turn.skipped for turn in turns)
    right = sum(turn.right for turn in marked)
    parts = [f"{len(turns) - skipped} answered"]
    if marked:
        parts[0] += f", {right} right ({Decimal(right) / len(marked):.0%}){_on_their_word(marked)}"
    parts += [f"{skipped} skipped"] if skipped else []
    minutes = round((now.time - session.began.time) / 60_000)
    parts += [counted(minutes, "minute")] if minutes > 0 else []
    return f"{'; '.join(parts)}."


def _unmarked(turns: Sequence[Turn]) -> list[Line]:
    count = sum(turn.verdict.score is None for turn in turns)
    return [line(f"{counted(count, 'open answer')} to mark yourself.")] if count else []


def _further_tries(session: Session) -> list[Line]:
    """How it went with what came again."""
    again = {turn.place: turn for turn in session.turns if turn.again}
    right = sum(turn.right for turn in again.values())
    return [line(f"In a further try: {right} of {len(again)} right.")] if again else []


def _to_repeat(session: Session) -> list[Line]:
    again = [line(_short_prompt(session.asked[place].view), lead="   - ") for place in to_repeat(session.turns)]
    return [line("To repeat:"), *again] if again else []


def _figure(points: Decimal) -> str:
    return points_text(points.quantize(Decimal("0.01")))


def _short_prompt(view: View) -> str:
    stem = "".join(part if isinstance(part, str) else "\\_\\_\\_\\_" for part in view.stem)
    return inline_plain(stem)
