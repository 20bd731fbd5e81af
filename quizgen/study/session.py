"""A session as a pure state machine: what was typed goes in, the next state and lines to say come out.

It knows neither a terminal nor a clock, so that all of it can be tested without one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from quizgen.answers import Response, Verdict, grade, mark_open
from quizgen.bank.model import Bank, Open, Question
from quizgen.shown import Locate, View, points_of, proofs, require_approved, view
from quizgen.study.asking import ask_lines, how_to_answer, read_response
from quizgen.study.feedback import feedback_lines
from quizgen.study.lines import Line, Stretch, blank, line
from quizgen.text.plain import inline_plain

__all__ = ["Session", "Turn", "begin", "closing", "prompt", "say", "stop", "tell", "turn_record"]

HELP = (
    ("?", "this help"),
    (":h", "a hint, where there is one"),
    (":s", "skip this question"),
    (":q", "quit; what you answered is scored"),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question asked, what was answered ("" where skipped) and the grade."""

    question: Question
    response: Response
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Session:
    """A self-test under way.

    ``at`` is the place of the question that is being asked. ``marking`` holds the response to an open question whose
    marking points wait to be ticked. ``patient``: what cannot be an answer is asked again (a person types), else it is
    graded as it stands (a pipe).
    """

    bank: Bank
    views: tuple[View, ...]
    locate: Locate
    patient: bool = True
    at: int = 0
    turns: tuple[Turn, ...] = ()
    marking: str | None = None
    over: bool = False

    @property
    def view(self) -> View:
        """The question that is being asked."""
        return self.views[self.at]


def begin(bank: Bank, locate: Locate, *, patient: bool = True) -> Session:
    """A session of every approved question of a bank; UsageError where there is none."""
    require_approved(bank)
    views = tuple(view(question, bank.id) for question in bank.approved)
    return Session(bank, views, locate, patient)


def tell(session: Session) -> list[Line]:
    """The question that is to be asked, as lines."""
    topic = session.bank.topic_of(session.view.question)
    before = session.at and session.bank.topic_of(session.views[session.at - 1].question)
    lines = [blank()]
    if topic is not before and topic.title:
        lines += [line(inline_plain(topic.title), "title"), blank()]
    lines.append(line(f"Question {session.at + 1} of {len(session.views)}", "quiet"))
    return lines + ask_lines(session.view, topic.text if topic is not before else "")


def prompt(session: Session) -> str:
    """What to type now."""
    if session.marking is not None:
        return "Which points did you make? (numbers, Enter for none)"
    return how_to_answer(session.view)


def say(session: Session, typed: str) -> tuple[Session, list[Line]]:
    """Take a typed line: a command, the points of an open answer, or an answer."""
    typed = " ".join(typed.splitlines()).strip()  # one line, whoever calls
    if typed in (":q", ":s") or (session.patient and (typed == "?" or typed.startswith(":"))):
        return _command(session, typed)  # from a pipe only what moves on, else answers would slide
    if session.marking is not None:
        return _tick(session, typed)
    if not typed and session.patient:
        return session, [line("Type an answer, or :s to skip, or ? for help.", "quiet")]
    response = read_response(session.view, typed, session.bank)
    if response is None and session.patient and typed:
        return session, [line(f"“{typed}” is no answer here. {how_to_answer(session.view)}.", "quiet")]
    if isinstance(session.view.question, Open) and session.patient and session.view.question.marking:
        return _wait_for_ticks(session, typed)
    taken: Response = typed if response is None else response
    return _answered(session, taken, grade(session.view.question, taken, session.bank))


def _command(session: Session, typed: str) -> tuple[Session, list[Line]]:
    match typed:
        case ":q":
            return stop(session), []
        case ":s":
            return _skip(session)
        case ":h":
            hint = session.view.question.hint
            return session, [line(f"Hint: {inline_plain(hint)}" if hint else "There is no hint here.", "quiet")]
        case "?":
            return session, [Line((Stretch(text),), f"   {name:<4}") for name, text in HELP]
        case _:
            return session, [line(f"“{typed}” is no command; ? lists them.", "quiet")]


def stop(session: Session) -> Session:
    """End a session before its last question; an open answer whose points were not ticked yet is kept, unmarked."""
    if session.marking is not None:
        session = _next(session, _unmarked(session))
    return replace(session, over=True)


def _skip(session: Session) -> tuple[Session, list[Line]]:
    if session.marking is not None:  # the answer is given, only its marking is skipped
        return _next(session, _unmarked(session)), [line("Not marked.", "quiet")]
    verdict = grade(session.view.question, "", session.bank)
    after, lines = _answered(session, "", replace(verdict, verdict="wrong", score=0.0, reason="Skipped."))
    return after, [line("Skipped.", "quiet"), *lines[1:]]


def _unmarked(session: Session) -> Turn:
    question, response = session.view.question, session.marking or ""
    return Turn(question, response, grade(question, response, session.bank))


def _wait_for_ticks(session: Session, typed: str) -> tuple[Session, list[Line]]:
    verdict = grade(session.view.question, typed, session.bank)
    lines = feedback_lines(session.view, verdict, session.bank, session.locate)
    return replace(session, marking=typed), lines[1:]


def _tick(session: Session, typed: str) -> tuple[Session, list[Line]]:
    question = session.view.question
    assert isinstance(question, Open)  # only an open question waits for ticks
    numbers = [int(word) for word in typed.replace(",", " ").split() if word.isdecimal() and len(word) < 4]
    words = typed.replace(",", " ").split()
    if len(numbers) < len(words) or not all(1 <= number <= len(question.marking) for number in numbers):
        most = len(question.marking)
        return session, [line(f"Type the numbers of the points you made, 1 to {most}, such as “1 2”.", "quiet")]
    verdict = mark_open(question, [number - 1 for number in numbers])
    turn = Turn(question, session.marking or "", verdict)
    return _next(session, turn), [line(verdict.reason, "right" if verdict.verdict == "right" else "partial")]


def _answered(session: Session, response: Response, verdict: Verdict) -> tuple[Session, list[Line]]:
    lines = feedback_lines(session.view, verdict, session.bank, session.locate)
    return _next(session, Turn(session.view.question, response, verdict)), lines


def _next(session: Session, turn: Turn) -> Session:
    over = session.at + 1 == len(session.views)
    at = session.at if over else session.at + 1
    return replace(session, turns=(*session.turns, turn), at=at, over=over, marking=None)


def closing(session: Session) -> list[Line]:
    """The score, what was left out, and what to repeat."""
    turns = session.turns
    marked = [turn for turn in turns if turn.verdict.score is not None]
    lines = [blank()]
    if len(turns) < len(session.views):
        lines.append(line(f"You stopped after {len(turns)} of {len(session.views)} questions."))
    if marked:
        lines.append(line(_score(marked), "title"))
    unmarked = len(turns) - len(marked)
    if unmarked:
        lines.append(line(f"{unmarked} open answer{'s' * (unmarked > 1)} to mark yourself."))
    again = [turn for turn in marked if turn.verdict.verdict != "right"]
    if again:
        lines.append(line("To repeat:"))
        lines += [line(_short_prompt(turn.question), lead="   - ") for turn in again]
    return lines


def _score(marked: Sequence[Turn]) -> str:
    got = sum((Decimal(str(turn.verdict.score)) * points_of(turn.question) for turn in marked), Decimal(0))
    total = sum((points_of(turn.question) for turn in marked), Decimal(0))
    right = sum(turn.verdict.verdict == "right" for turn in marked)
    return f"Score: {_figure(got)} of {_figure(total)} points ({got / total:.0%}); {right} of {len(marked)} right."


def _figure(points: Decimal) -> str:
    return f"{points.quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".")


def _short_prompt(question: Question) -> str:
    stem = "".join(part if isinstance(part, str) else "\\_\\_\\_\\_" for part in view(question, "").stem)
    return inline_plain(stem)


def turn_record(session: Session, turn: Turn) -> dict[str, object]:
    """A turn as ``quizgen quiz --json`` writes it."""
    response = turn.response if isinstance(turn.response, str) else "; ".join(turn.response)
    verdict = turn.verdict
    shown = proofs(turn.question, session.bank, session.locate)
    accepted = verdict.accepted or grade(turn.question, "", session.bank).accepted
    return {
        "question": turn.question.id,
        "kind": turn.question.kind,
        "response": response,
        "verdict": verdict.verdict,
        "score": None if verdict.score is None else round(verdict.score, 4),
        "accepted": list(accepted),
        "evidence": [proof.text for proof in shown],
        "places": [proof.place for proof in shown],
    }
