"""A session played from typed lines, by a clock that goes on ten seconds with each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.shown import Locate, view
from quizgen.study.events import Event, Mode
from quizgen.study.lines import Line
from quizgen.study.moment import Moment
from quizgen.study.session.asked import Asked, Rules
from quizgen.study.session.session import Session, begin, resume, say
from quizgen.study.session.step import Step

START = 1_700_000_000_000
TICK = 10_000  # milliseconds that a typed line takes


def bank_of(*questions: str, head: str = "", name: str = "test/bank") -> Bank:
    """A bank of these questions (or topics), each as it stands in a file without its signs."""
    body = "\n".join(text if text.startswith("#") else f"## {text}\n" for text in questions)
    return parse_bank(f"---\nid: {name}\ntitle: T\n{head}---\n\n{body}")


def there(quote: str) -> str:
    """Every quote stands in "¶ 1"."""
    return "¶ 1" if quote else ""


def asked_of(bank: Bank, locate: Locate = there) -> list[Asked]:
    """Every approved question of a bank, laid out."""
    return [Asked(bank, view(question, bank.id), locate) for question in bank.approved]


def started(
    *questions: str,
    patient: bool = True,
    head: str = "",
    mode: Mode = "quiz",
    minutes: float | None = None,
    scope: str = "",
) -> Session:
    """A session that has not been answered yet; in study what was wrong comes again."""
    rules = Rules(mode=mode, patient=patient, again=mode == "study", minutes=minutes, scope=scope)
    return begin(asked_of(bank_of(*questions, head=head)), rules, "s", Moment(START))


def steps(session: Session, typed: Iterable[str]) -> list[Step]:
    """What comes out of each line."""
    found = []
    time = max(session.put.time, session.latest)
    for text in typed:
        time += TICK
        step = say(session, text, Moment(time))
        found.append(step)
        session = step.session
    return found


def played(session: Session, *typed: str) -> tuple[Session, list[str]]:
    """The session after these lines, and what it said to the last one."""
    step = steps(session, typed)[-1]
    return step.session, texts(step.lines)


def events_of(session: Session, *typed: str) -> list[Event]:
    """The events that these lines leave."""
    return [event for step in steps(session, typed) for event in step.events]


def resumed(session: Session, events: Sequence[Event]) -> Session:
    """A session of the same plan, begun anew under another uid and gone on with after these events."""
    now = Moment(START + 3_600_000)
    return resume(begin(session.asked, session.rules, "later", now), events, now)


def texts(lines: Iterable[Line]) -> list[str]:
    """Lines without styles."""
    return [line.text for line in lines]
