"""What comes out of one typed line: the next state, lines to say, events to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizgen.study.events import Event
from quizgen.study.lines import Line

if TYPE_CHECKING:
    from quizgen.study.session.state import Session

__all__ = ["Step"]


class Step(NamedTuple):
    """Keep the events before you show the lines: what a learner has read must not be lost."""

    session: Session
    lines: tuple[Line, ...] = ()
    events: tuple[Event, ...] = ()
