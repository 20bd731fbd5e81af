"""Logs that become one: what exported ones hold is added to a log, all of it or none."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.errors import DataError, Problem
from quizgen.study.events import Event
from quizgen.study.log.exchange import events_in
from quizgen.study.log.log import Log

__all__ = ["add_exported"]


def add_exported(log: Log, texts: Mapping[str, str]) -> tuple[int, int]:
    """Add the events of exported logs, by file name; how many they hold, and how many of them are new.

    DataError with every line of every file that is wrong, ConfigError where a newer program wrote one; nothing is
    added then.
    """
    known = {event.uid: event for event in log.events()}
    found: dict[str, Event] = {}
    problems: list[Problem] = []
    for file, text in texts.items():
        try:
            events = {event.uid: event for event in events_in(text, file, known)}
        except DataError as error:
            problems += error.problems
        else:
            known |= events
            found |= events
    if problems:
        raise DataError(problems)
    return len(found), log.add(found.values())
