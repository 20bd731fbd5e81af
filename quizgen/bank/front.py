"""The front matter of a bank: ``key: value`` lines and indented lists, all of it text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quizgen.bank.fields import BANK_ID, BANK_LISTS, BANK_SCALARS, LANGUAGE, did_you_mean
from quizgen.bank.scan import Line, Report
from quizgen.text.spans import split_outside, unescape

__all__ = ["Front", "read_front"]

_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]+-(?:[ \t]+(.*))?$")


@dataclass(slots=True)
class Front:
    """Values and lists by key, with their lines."""

    values: dict[str, Line] = field(default_factory=dict)
    lists: dict[str, list[Line]] = field(default_factory=dict)
    end: int = 0
    """Index of the first line after the front matter."""


def read_front(lines: list[str], report: Report) -> Front:
    """Read the front matter and check each value; ``lines`` is the whole file."""
    front = Front()
    if not lines or lines[0].rstrip() != "---":
        report(1, 1, 'a bank begins with a line "---", then "id: …" and "title: …", then another "---"')
        front.end = 0
        return front
    end = next((i for i in range(1, len(lines)) if lines[i].rstrip() == "---"), None)
    if end is None:
        report(1, 1, 'the front matter is never closed; end it with a line "---"')
        front.end = len(lines)
        return front
    front.end = end + 1
    _read(front, lines, end, report)
    _check(front, report)
    return front


def _read(front: Front, lines: list[str], end: int, report: Report) -> None:
    key = ""
    at = 1
    while at < end:
        number = at + 1
        line = lines[at].rstrip()
        at += 1
        while line.endswith("\\") and (len(line) - len(line.rstrip("\\"))) % 2 and at < end:
            line = f"{line[:-1].rstrip()} {lines[at].strip()}"
            at += 1
        if not line:
            continue
        if line[0].isspace() or line.startswith("- "):
            _item(front, key, line, number, report)
        else:
            key = _key(front, line, number, report)
    for name, items in front.lists.items():
        if not items and name not in front.values:
            report(_line_of(lines, name), 1, f'"{name}:" is empty; give it a value or delete the line')


def _line_of(lines: list[str], name: str) -> int:
    return next(i for i, line in enumerate(lines, 1) if re.match(rf"{name}[ \t]*:", line))


def _key(front: Front, line: str, number: int, report: Report) -> str:
    """Take a ``key: value`` line; the key, where a list may follow."""
    found = _KEY.match(line)
    if not found:
        if re.match(r"[a-z-]+:\S", line):
            report(number, line.index(":") + 2, "put a space after the colon")
        else:
            report(number, 1, f'expected "key: value", found "{line[:40]}"')
        return ""
    key, value = found[1], (found[2] or "").strip()
    if key not in BANK_SCALARS + BANK_LISTS:
        known = ", ".join(BANK_SCALARS + BANK_LISTS)
        hint = did_you_mean(key.lower(), BANK_SCALARS + BANK_LISTS)
        report(number, 1, f'"{key}" is not a field of a bank; {hint or f"the fields are {known}"}'.rstrip())
        return "?"
    if key in front.values or key in front.lists:
        report(number, 1, f'"{key}" stands twice; keep one')
        return "?"
    if not value:
        front.lists[key] = []
        return key
    if key in BANK_LISTS:
        parts = value.split(",") if key == "tags" else [value]
        front.lists[key] = [(number, part.strip()) for part in parts]
        return ""
    front.values[key] = (number, value)
    return ""


def _item(front: Front, key: str, line: str, number: int, report: Report) -> None:
    if key == "?":  # below a line that is already at fault
        return
    found = _ITEM.match(line)
    if not found or not key:
        what = "this line belongs to no key" if not key else 'expected an indented item "  - text"'
        report(number, 1, f"{what}; front matter is key: value, or key: and indented items, nothing nested")
    elif key not in BANK_LISTS:
        report(number, 1, f'"{key}" takes one value on its own line, not a list')
        front.lists[key].append((number, ""))
    elif not (found[1] or "").strip():
        report(number, 1, "this item is empty; give it a text or delete the line")
    else:
        front.lists[key].append((number, found[1].strip()))


def _check(front: Front, report: Report) -> None:
    for key in ("id", "title"):
        if key not in front.values and key not in front.lists:
            example = "japan-russia/islands" if key == "id" else "The islands"
            report(1, 1, f'the front matter has no {key}; add a line "{key}: {example}"')
    patterns = {
        "id": (BANK_ID, 'an id is made of a-z, 0-9, "-" and "/"'),
        "language": (LANGUAGE, 'a language is a code such as "en", "ja" or "pt-BR"'),
        "minutes": (re.compile(r"[1-9]\d{0,3}"), "minutes is a whole number from 1"),
    }
    for key, (pattern, rule) in patterns.items():
        if key in front.values and not pattern.fullmatch(front.values[key][1]):
            number, value = front.values[key]
            report(number, len(key) + 3, f'{rule}; found "{value}"')
    for number, item in front.lists.get("glossary", []):
        parts = [part for part, _ in split_outside(item, "::")]
        if len(parts) != 2 or not all(parts):
            report(number, 5, f'a glossary item is "term :: meaning"; found "{item}"')
    for number, item in front.lists.get("names", []):
        forms = [unescape(part) for part, _ in split_outside(item, "|")]
        if len(forms) < 2 or not all(forms):
            report(number, 5, f'a names item is two or more forms, "Kunashiri | Kunashir"; found "{item}"')
