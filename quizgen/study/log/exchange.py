"""Events as lines of JSON, by which logs move from one machine to another and merge.

One event a line, in the order of the history. A line's fields are those of :class:`~quizgen.study.events.Event`, with
the format's number before them and the moment as ``time`` and ``offset``; what is as it would be without a field is
left out. Lines hold only ASCII, so that any pipe and any mail carries them unharmed.

A field that is not known is an error, since to drop it would lose something: a format that gains one gets a new number,
and a program that knows only the older says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NoReturn

from quizgen.errors import ConfigError, DataError, Problem
from quizgen.study.events import Event
from quizgen.study.log.event_form import DEFAULTS, FIELDS, FORMAT, REQUIRED, wrong_with
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

__all__ = ["events_in", "lines_of"]


def lines_of(events: Iterable[Event]) -> Iterator[str]:
    """An event as a line, without its line end."""
    for event in events:
        yield json.dumps(
            {name: value for name, value in _members(event) if name in REQUIRED or value != DEFAULTS[name]}
        )


def _members(event: Event) -> Iterator[tuple[str, Any]]:
    for name in FIELDS:
        if name == "log":
            yield name, FORMAT
        elif name in ("time", "offset"):
            yield name, getattr(event.moment, name)
        else:
            yield name, getattr(event, name)


def events_in(text: str, file: str, known: Mapping[str, Event] | None = None) -> list[Event]:
    """The events of a text of such lines, each once; blank lines are passed over.

    ``known``: the events that are there already, by uid. DataError with every line that is wrong, or that says
    something else of an event that is there; ConfigError where a newer program wrote one.
    """
    problems: list[Problem] = []
    events: dict[str, Event] = {}
    for number, line in enumerate(text.split("\n"), 1):  # a line separator of Unicode is part of an answer
        if not line.strip():
            continue
        try:
            event = _event(line)
            if (known or {}).get(event.uid, event) != events.setdefault(event.uid, event) or events[event.uid] != event:
                raise _LineError("uid", "another event has this uid already; one of the two was changed")
        except _NewerError as newer:
            raise ConfigError(
                f"{file}:{number}: a newer quizgen wrote this (format {newer}; this one knows {FORMAT}); update quizgen"
            ) from None
        except _LineError as error:
            problems.append(Problem(file, number, error.column(line), str(error)))
    if problems:
        raise DataError(problems)
    return list(events.values())


class _NewerError(Exception):
    """A line of a newer format."""


class _LineError(Exception):
    """What is wrong with a line, at one of its fields or at a column."""

    def __init__(self, place: str | int, message: str) -> None:
        super().__init__(message)
        self.place = place

    def column(self, line: str) -> int:
        """Where it is; the line's first column where the field is not there."""
        if isinstance(self.place, int):
            return self.place
        found = re.search(rf"{re.escape(json.dumps(self.place))}\s*:", line)  # a quote in a text has a backslash
        return found.start() + 1 if found else 1


def _event(line: str) -> Event:
    found = _object(line)
    version = found.get("log")
    if type(version) is int and version > FORMAT:
        raise _NewerError(version)
    for name in REQUIRED:
        if name not in found:
            raise _LineError(name, f"the field “{name}” is missing: this is no line of an exported log")
    for name, value in found.items():
        _check(name, value)
    values = {name: value for name, value in found.items() if name not in ("log", "time", "offset")}
    return Event(**values | _typed(values), moment=Moment(found["time"], found["offset"]))


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """Values that JSON has no type for."""
    types: dict[str, Callable[[Any], Any]] = {"score": float, "rating": Rating, "plan": tuple}
    return {name: make(values[name]) for name, make in types.items() if name in values}


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise _LineError(error.colno, f"this is not JSON: {error.msg}") from None
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        raise _LineError(1, "this is no line of an exported log") from None
    if not isinstance(found, dict):
        raise _LineError(1, "expected an object {…}, one event a line; this is no line of an exported log")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _LineError(name, f"the field “{name}” stands twice")
        found[name] = value
    return found


def _no_number(word: str) -> NoReturn:
    raise _LineError(1, f"{word} is no number that an event holds")


def _check(name: str, value: Any) -> None:
    if name not in FIELDS:
        raise _LineError(name, f"“{name}” is no field of an event")
    wrong = wrong_with(name, value)
    if wrong:
        raise _LineError(name, f"{name}: {wrong}")
