"""The fields of a question, read and checked: texts, words of a fixed set, numbers, media."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from quizgen.bank.fields import BANK_ID, ID, LEVELS, REPEATED
from quizgen.bank.model import Allowance, Media, Wrong
from quizgen.bank.raw import Mark, RawQuestion, Report
from quizgen.bank.scan import head
from quizgen.bank.split import forms_of, parts_of

__all__ = ["FieldValues", "read_values", "refuse", "whole"]

FieldValues = dict[str, Any]
"""Values by the attribute of the model that they are for; what no line gives is left out."""

_POINTS = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,2})?")
_MOST_POINTS = 1000
_RULE = re.compile(r"[a-z][a-z0-9-]*")


def read_values(raw: RawQuestion, objectives: tuple[str, ...], report: Report) -> FieldValues:
    """Read the fields that questions of every kind may have, and tidy those that are for one kind."""
    values: FieldValues = {}
    for name, marks in raw.fields.items():
        first = marks[0]
        if not first.text or first.below or len(marks) > 1:
            _tidy(name, marks, report)
        if name in _PLAIN:
            values[_PLAIN[name]] = first.text
        elif name in _READERS:
            attribute, read = _READERS[name]
            value = read(raw, marks, report)
            if value is not None:
                values[attribute] = value
    objective = values.get("objective")
    if objective and objective not in objectives:
        refuse(raw, "objective", 'is one of the bank\'s "objectives:", word for word', report)
    return values


def _tidy(name: str, marks: list[Mark], report: Report) -> None:
    """Join the lines of each value, and refuse a field that is empty or stands twice."""
    if len(marks) > 1 and name not in REPEATED:
        report(marks[1].line, 1, f'"{name}" stands twice (first in line {marks[0].line}); keep one')
    for mark in marks:
        if mark.below:
            mark.text = " ".join([mark.text, *(text for _, text in mark.below)]).strip()
        if not mark.text:
            report(mark.line, 1, f'"{name}:" is empty; give it a value or delete the line')


def refuse(raw: RawQuestion, name: str, rule: str, report: Report) -> None:
    """Report a field whose value is not what ``rule`` says; an empty one has been reported."""
    mark = raw.fields[name][0]
    if mark.text:
        report(mark.line, len(name) + 3, f'"{name}" {rule}; found "{head(mark.text)}"')


def whole(raw: RawQuestion, name: str, least: int, most: int, report: Report) -> int | None:
    """A field that is a whole number, or None where it is not given or not one (then reported)."""
    text = raw.value(name)
    if text.isascii() and text.isdigit() and len(text) < 6 and least <= int(text) <= most:
        return int(text)
    if name in raw.fields:
        refuse(raw, name, f"is a whole number from {least} to {most}", report)
    return None


def _tags(raw: RawQuestion, marks: list[Mark], report: Report) -> tuple[str, ...]:
    text = marks[0].text
    tags = tuple(tag.strip() for tag in text.split(","))
    if not all(tags) or (text[0] == "[" and text[-1] == "]"):
        refuse(raw, "tags", "is words between commas: one, two", report)
    return tags


def _level(raw: RawQuestion, marks: list[Mark], report: Report) -> str:
    if marks[0].text not in LEVELS:
        refuse(raw, "level", f"is one of {', '.join(LEVELS)}", report)
    return marks[0].text


def _yes_no(raw: RawQuestion, marks: list[Mark], report: Report) -> bool:
    if marks[0].text not in ("yes", "no"):
        refuse(raw, marks[0].sign, 'is "yes" or "no"', report)
    return marks[0].text == "yes"


def _difficulty(raw: RawQuestion, _: list[Mark], report: Report) -> int | None:
    return whole(raw, "difficulty", 1, 5, report)


def _points(raw: RawQuestion, marks: list[Mark], report: Report) -> Decimal | None:
    points = Decimal(marks[0].text) if _POINTS.fullmatch(marks[0].text) else Decimal(0)
    if 0 < points <= _MOST_POINTS:
        return points
    refuse(raw, "points", f'is a number above 0, such as "2" or "0.5", up to {_MOST_POINTS}', report)
    return None


def _status(raw: RawQuestion, marks: list[Mark], report: Report) -> bool:
    if marks[0].text not in ("draft", "approved"):
        refuse(raw, "status", 'is "draft", or left out once the question is approved', report)
    return marks[0].text != "approved"


def _wrong(_: RawQuestion, marks: list[Mark], report: Report) -> tuple[Wrong, ...]:
    return tuple([_one_wrong(mark, report) for mark in marks])


def _one_wrong(mark: Mark, report: Report) -> Wrong:
    parts = parts_of(mark.text, "::")
    forms = forms_of(parts[0])
    if mark.text and (len(parts) != 2 or not parts[1] or not all(forms)):
        rule = '"wrong" is an expected wrong answer and what to say: wrong: form :: feedback'
        report(mark.line, len("wrong: ") + 1, f'{rule}; found "{head(mark.text)}"')
    return Wrong(forms, parts[-1], line=mark.line)


def _media(raw: RawQuestion, marks: list[Mark], report: Report) -> Media:
    mark = marks[0]
    file, _, alt = (part.strip() for part in mark.text.partition(" | "))
    if mark.sign == "image" and not (file and alt):
        rule = 'is a file, and words for who cannot see it: "image: map.png | a map of the islands"'
        refuse(raw, "image", rule, report)
    return Media(file, alt, line=mark.line)


def _was(raw: RawQuestion, marks: list[Mark], report: Report) -> str:
    bank, _, old = marks[0].text.partition("#")
    if not (BANK_ID.fullmatch(bank) and ID.fullmatch(old)):
        refuse(raw, "was", 'is the old place of a question: "bank-id#question-id"', report)
    return marks[0].text


def _allow(_: RawQuestion, marks: list[Mark], report: Report) -> tuple[Allowance, ...]:
    return tuple([_one_allowance(mark, report) for mark in marks])


def _one_allowance(mark: Mark, report: Report) -> Allowance:
    rule, _, reason = mark.text.partition(" because ")
    if mark.text and not _RULE.fullmatch(rule):
        message = f'"allow" is a finding\'s name and why it is meant: allow: name because …; found "{head(mark.text)}"'
        report(mark.line, len("allow: ") + 1, message)
    return Allowance(rule, reason.strip(), line=mark.line)


_PLAIN = {"hint": "hint", "explain": "explain", "note": "note", "as-of": "as_of", "objective": "objective"}

_READERS: dict[str, tuple[str, Callable[[RawQuestion, list[Mark], Report], Any]]] = {
    "wrong": ("wrong", _wrong),
    "level": ("level", _level),
    "difficulty": ("difficulty", _difficulty),
    "tags": ("tags", _tags),
    "points": ("points", _points),
    "shuffle": ("shuffle", _yes_no),
    "reverse": ("reverse", _yes_no),
    "typed": ("typed", _yes_no),
    "names": ("names", _yes_no),
    "image": ("image", _media),
    "audio": ("audio", _media),
    "was": ("was", _was),
    "status": ("draft", _status),
    "allow": ("allow", _allow),
}
