"""The front matter of a bank: ``key: value`` lines and indented lists, all of it text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from quizgen.bank.fields import BANK_ID, BANK_LISTS, BANK_SCALARS, LANGUAGE, did_you_mean
from quizgen.bank.model import Bank, Gloss, Topic
from quizgen.bank.raw import Line, Report
from quizgen.bank.scan import head
from quizgen.bank.split import forms_of, parts_of
from quizgen.text.spans import trailing_backslash

__all__ = ["Front", "read_front"]

_KEYS = BANK_SCALARS + BANK_LISTS
_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)[ \t]*:(?:[ \t]+(.*))?$")
_TIGHT_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*:\S")
_ITEM = re.compile(r"\s+-(?:\s+(.*))?$")
_MINUTES = re.compile(r"[1-9][0-9]{0,3}")
_FAULTY = "?"  # stands for the key of a line that is at fault: what is indented below it is not judged

_RULES = {
    "id": (BANK_ID, 'an id is made of a-z, 0-9, "-" and "/"'),
    "language": (LANGUAGE, 'a language is a code such as "en", "ja" or "pt-BR"'),
    "minutes": (_MINUTES, '"minutes" is a whole number from 1 to 9999'),
}


@dataclass(slots=True)
class Front:
    """Values and lists by key, with their lines; ``end`` is the index of the first line after the front matter."""

    values: dict[str, Line] = field(default_factory=dict)
    lists: dict[str, list[Line]] = field(default_factory=dict)
    end: int = 0

    @property
    def objectives(self) -> tuple[str, ...]:
        """The bank's objectives, which its questions name."""
        return self.texts("objectives")

    def texts(self, key: str) -> tuple[str, ...]:
        """The items of a list."""
        return tuple(item for _, item in self.lists.get(key, ()))

    def bank(self, topics: tuple[Topic, ...], file: str) -> Bank:
        """The bank that has this front matter; of no use where a problem was reported."""
        values: dict[str, Any] = {key.replace("-", "_"): value for key, (_, value) in self.values.items()}
        minutes = values.pop("minutes", "")
        return Bank(
            id=values.pop("id", ""),
            title=values.pop("title", ""),
            **values,
            minutes=int(minutes) if _MINUTES.fullmatch(minutes) else None,
            tags=self.texts("tags"),
            objectives=self.objectives,
            names=tuple(map(forms_of, self.texts("names"))),
            glossary=tuple(Gloss(*[*parts_of(item, "::"), ""][:2]) for item in self.texts("glossary")),
            topics=topics,
            path=file,
        )


def read_front(lines: list[str], report: Report) -> Front:
    """Read the front matter and check each value; ``lines`` is the whole file, without spaces at line ends."""
    front = Front()
    if lines[0] != "---":
        report(1, 1, 'a bank begins with a line "---", then "id: …" and "title: …", then another "---"')
        return front
    end = next((i for i in range(1, len(lines)) if lines[i] == "---"), None)
    if end is None:
        report(1, 1, 'the front matter is never closed; end it with a line "---"')
        front.end = len(lines)
        return front
    front.end = end + 1
    _Reader(front, lines, end, report).run()
    return front


class _Reader:
    """One pass over the lines of the front matter."""

    def __init__(self, front: Front, lines: list[str], end: int, report: Report) -> None:
        self.front = front
        self.lines = lines
        self.end = end
        self.report = report
        self.key = ""
        self.key_lines: dict[str, int] = {}

    def run(self) -> None:
        at = 1
        while at < self.end:
            number = at + 1
            line, at = self.continued(at)
            if not line:
                continue
            if line[0].isspace() or line.startswith("- "):
                self.item(line, number)
            else:
                self.key = self.take(line, number)
        self.check_present()
        self.check_values()
        self.check_items()

    def continued(self, at: int) -> tuple[str, int]:
        """The line at an index with those that a trailing backslash adds, and the index after them."""
        line = self.lines[at]
        at += 1
        parts = []
        while trailing_backslash(line) and at < self.end:
            parts.append(line[:-1].rstrip())
            line = self.lines[at].strip()
            at += 1
        return " ".join([*parts, line]) if parts else line, at

    def take(self, line: str, number: int) -> str:
        """Take a ``key: value`` line; the key, where a list may follow."""
        found = _KEY.match(line)
        if not found:
            if _TIGHT_KEY.match(line):
                self.report(number, line.index(":") + 2, "put a space after the colon")
            else:
                self.report(number, 1, f'expected "key: value", found "{head(line)}"')
            return _FAULTY
        key, value = found[1], (found[2] or "").strip()
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"the fields are {', '.join(_KEYS)}"
            self.report(number, 1, f'"{head(key)}" is not a field of a bank; {hint.rstrip()}')
            return _FAULTY
        if key in self.key_lines:
            self.report(number, 1, f'"{key}" stands twice (first in line {self.key_lines[key]}); keep one')
            return _FAULTY
        self.key_lines[key] = number
        if not value:
            self.front.lists[key] = []
            return key
        if key in BANK_LISTS:
            self.take_list(key, value, number)
        else:
            self.front.values[key] = (number, value)
        return ""

    def take_list(self, key: str, value: str, number: int) -> None:
        """Take a list that stands on the line of its key: tags between commas, or a single item."""
        items = [part.strip() for part in value.split(",")] if key == "tags" else [value]
        self.front.lists[key] = [(number, item) for item in items]
        column = self.column(number, value)
        if value[0] == "[" and value[-1] == "]":
            self.report(number, column, f'brackets make no list here; write each item below "{key}:" as "  - item"')
        elif not all(items):
            self.report(number, column, f'"{key}" is words between commas: one, two; found "{head(value)}"')

    def item(self, line: str, number: int) -> None:
        """Take an indented line."""
        key = self.key
        found = _ITEM.match(line)
        text = (found[1] or "") if found else ""
        if key == _FAULTY:
            return
        if not found or not key:
            what = 'expected an indented item "  - text"' if key else "this line belongs to no key"
            self.report(number, 1, f"{what}; front matter is key: value, or key: and indented items, nothing nested")
            self.key = _FAULTY
        elif key not in BANK_LISTS:
            self.report(number, 1, f'"{key}" takes one value on its own line, not a list')
            self.key = _FAULTY
        elif not text:
            self.report(number, 1, "this item is empty; give it a text or delete the line")
        else:
            self.front.lists[key].append((number, text))
            return
        if key:
            self.front.lists[key].append((number, ""))  # reported: not empty as well

    def check_present(self) -> None:
        for key, items in self.front.lists.items():
            if not items:
                self.report(self.key_lines[key], 1, f'"{key}:" is empty; give it a value or delete the line')
        for key, example in (("id", "japan-russia/islands"), ("title", "The islands")):
            if key not in self.key_lines:
                self.report(1, 1, f'the front matter has no {key}; add a line "{key}: {example}"')

    def check_values(self) -> None:
        for key, (pattern, rule) in _RULES.items():
            number, value = self.front.values.get(key, (0, ""))
            if number and not pattern.fullmatch(value):
                self.report(number, self.column(number, value), f'{rule}; found "{head(value)}"')

    def check_items(self) -> None:
        for number, item in self.front.lists.get("glossary", ()):
            parts = parts_of(item, "::")
            if item and (len(parts) != 2 or not all(parts)):
                column = self.column(number, item)
                self.report(number, column, f'a glossary item is "term :: meaning"; found "{head(item)}"')
        for number, item in self.front.lists.get("names", ()):
            forms = forms_of(item)
            if item and (len(forms) < 2 or not all(forms)):
                column = self.column(number, item)
                rule = 'a names item is two or more forms, "Kunashiri | Kunashir"'
                self.report(number, column, f'{rule}; found "{head(item)}"')

    def column(self, number: int, text: str) -> int:
        """Where a value or an item begins in its line (a continued one may end in a later line)."""
        line = self.lines[number - 1]
        return max(line.rfind(text.split(" ", 1)[0] if line.endswith("\\") else text), 0) + 1
