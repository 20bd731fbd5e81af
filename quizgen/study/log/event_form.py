"""What each field of an exported event may hold: one table for the schema, for reading and for writing."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from typing import Any, get_args

from quizgen.answers import Mark
from quizgen.study.events import Event, Happened, Mode
from quizgen.study.ratings import Rating

__all__ = ["DEFAULTS", "FIELDS", "FORMAT", "REQUIRED", "json_schema", "wrong_with"]

FORMAT = 1
"""The format of a line, in its field "log"."""

_MOST = 2**53  # whole numbers above are not the same in every program that reads JSON
_DAY = 24 * 60
_TEXT = {"type": "string"}
_NAME = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 0, "maximum": _MOST}

FIELDS: dict[str, dict[str, Any]] = {
    "log": {"const": FORMAT, "description": "The version of this format."},
    "uid": _NAME | {"description": "The event's name among all logs."},
    "kind": {"enum": list(get_args(Happened)), "description": "What happened."},
    "session": _NAME | {"description": "The session's name among all logs."},
    "mode": {"enum": list(get_args(Mode)), "description": "What the session was."},
    "time": {
        "type": "integer",
        "minimum": -62_135_424_000_000,  # the years 1 to 9999, which Python has dates for, but for two days at each
        "maximum": 253_402_127_999_999,  # end: so that there is a date wherever on earth it was
        "description": "Milliseconds since 1970-01-01 UTC.",
    },
    "offset": {
        "type": "integer",
        "minimum": -_DAY,
        "maximum": _DAY,
        "description": "How many minutes local time was ahead of UTC.",
    },
    "question": _TEXT | {"description": "The question as bank#id."},
    "asked": _TEXT | {"description": "A digest of what was asked."},
    "answered": _TEXT | {"description": "A digest of what was right then."},
    "was": _TEXT | {"description": "The question's earlier name, as bank#id."},
    "about": _TEXT | {"description": "The uid of the event that an override or an undo is about."},
    "mark": {"enum": list(get_args(Mark)), "description": "How the answer was marked."},
    "score": {"type": "number", "minimum": 0, "maximum": 1, "description": "The share of the question's points."},
    "rating": {
        "enum": [int(rating) for rating in Rating],
        "description": "How well it was remembered: 1 again, 2 hard, 3 good, 4 easy.",
    },
    "response": _TEXT | {"description": "The answer as it was understood."},
    "hints": _COUNT | {"description": "How many hints were taken."},
    "duration": _COUNT | {"description": "Milliseconds from the question to the answer."},
    "scope": _TEXT | {"description": "What the session was to ask."},
    "plan": {"type": "array", "items": _TEXT, "description": "The questions of the session, in order."},
    "grader": _COUNT | {"description": "The version of the grader that marked the answer."},
}
"""The fields in the order in which they are written; each as JSON Schema says it."""

DEFAULTS: dict[str, Any] = {
    field.name: field.default for field in fields(Event) if field.default is not MISSING and field.name != "grader"
}
"""What a field that is left out holds. The grader's version is always written: its default changes."""

REQUIRED = tuple(name for name in FIELDS if name not in DEFAULTS)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a line."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:quizgen:log:{FORMAT}",
        "title": "An event of an exported quizgen log, one a line",
        "type": "object",
        "properties": FIELDS,
        "required": list(REQUIRED),
        "additionalProperties": False,
    }


def wrong_with(name: str, value: Any) -> str:
    """What is wrong with the value of a field; "" where it fits."""
    form = FIELDS[name]
    if "enum" in form or "const" in form:
        choices = form.get("enum", [form.get("const")])
        fits = any(type(value) is type(choice) and value == choice for choice in choices)
        return "" if fits else f"expected {' or '.join(map(json.dumps, choices))}, found {_shown(value)}"
    return _WRONG[form["type"]](value, form)


def _wrong_text(value: Any, form: dict[str, Any]) -> str:
    if not isinstance(value, str):
        return f"expected a text, found {_shown(value)}"
    if len(value) < form.get("minLength", 0):
        return "expected a text that is not empty"
    try:
        value.encode()
    except UnicodeEncodeError:
        return f"expected a text, found half of a character in {_shown(value)}"
    return ""


def _wrong_number(value: Any, form: dict[str, Any]) -> str:
    whole = form["type"] == "integer"
    if type(value) is int or (type(value) is float and not whole):
        if form["minimum"] <= value <= form["maximum"]:
            return ""
        return f"expected {form['minimum']} to {form['maximum']}, found {_shown(value)}"
    return f"expected a {'whole ' * whole}number, found {_shown(value)}"


def _wrong_list(value: Any, form: dict[str, Any]) -> str:
    if not isinstance(value, list):
        return f"expected a list, found {_shown(value)}"
    return next(filter(None, (_wrong_text(item, form["items"]) for item in value)), "")


_WRONG = {"string": _wrong_text, "integer": _wrong_number, "number": _wrong_number, "array": _wrong_list}


def _shown(value: Any) -> str:
    text = json.dumps(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
