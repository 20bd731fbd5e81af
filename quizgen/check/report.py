"""Findings in words: for people with the line and a caret, for GitHub as annotations, for machines as records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import indent, wrap
from typing import Literal

from quizgen.check.finding import Finding
from quizgen.check.rule import Rule
from quizgen.check.rules import RULES
from quizgen.text.columns import columns, fitting
from quizgen.text.counted import counted

__all__ = [
    "Row",
    "Style",
    "annotation",
    "explained",
    "format_explained",
    "record",
    "rows",
    "rule_list",
    "summary",
    "worth_explaining",
]

Style = Literal["", "severity", "caret", "quiet"]

_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # marks that turn the direction of writing
_SHOWN = {code: chr(0x2400 + code) for code in range(32)} | {9: "    ", 127: "␡"} | dict.fromkeys(_TURNS, "�")
_LEAST = 12  # columns of a source line that are worth showing
_MOST = 1000  # columns of it that anybody reads
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a report, in parts of their own style for who has colours: the ``severity``, the ``caret`` under the
    words at fault, what is ``quiet`` beside the message.
    """

    parts: tuple[tuple[str, Style], ...]

    @property
    def text(self) -> str:
        """The row without styles."""
        return "".join(text for text, _ in self.parts)


def rows(finding: Finding, lines: Sequence[str], width: int = 0) -> Iterator[Row]:
    """A finding for a person: place and message, the line of the bank with a caret, what more is known.

    ``lines`` are those of the bank's text; ``width`` is that of the terminal, or 0 where rows may be of any length.
    """
    place = f"{finding.file}:{finding.line}:{finding.column}: "
    first, *others = _wrapped(f"{place}{finding.severity}: {finding.message} [{finding.rule}]", width, "    ")
    start = len(place) if first.startswith(finding.severity, len(place)) else len(first)  # on a row too short for both
    end = start + len(finding.severity)
    yield Row(((first[:start], "quiet"), (first[start:end], "severity"), (first[end:], "")))
    yield from (Row(((text, ""),)) for text in others)
    if 0 < finding.line <= len(lines):
        yield from _shown_line(finding, lines[finding.line - 1], width)
    lead = " " * (len(str(finding.line)) + 3)
    for more in finding.more:
        yield from (Row(((text, ""),)) for text in _wrapped(f"{lead}{more}", width, f"{lead}  "))


def _wrapped(text: str, width: int, hang: str) -> list[str]:
    if not width or len(text) <= width:
        return [text]
    lead = text[: len(text) - len(text.lstrip())]
    return wrap(text.strip(), max(width, _LEAST), initial_indent=lead, subsequent_indent=hang, break_on_hyphens=False)


def _shown_line(finding: Finding, line: str, width: int) -> Iterator[Row]:
    number = f"  {finding.line} | "
    room = max(width - len(number), _LEAST) if width else _MOST
    before, at, after = _cut(line.rstrip(), finding.column - 1, finding.end - 1, room)
    blank = " " * (len(number) - 2) + "| "
    yield Row(((number, "quiet"), (before + at + after, "")))
    yield Row(((blank, "quiet"), (" " * columns(before), ""), ("^" * max(columns(at), 1), "caret")))


def _cut(line: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """A line in three: before, at and after the words at fault, cut to ``room`` columns around them."""
    before, at, after = (text.translate(_SHOWN) for text in (line[:start], line[start:end], line[end:]))
    if columns(before + at + after) <= room:
        return before, at, after
    at = _first(at, room)
    before = _last(before, max(room - columns(at), 0) // 2)
    return before, at, _first(after, room - columns(before + at))


def _first(text: str, room: int) -> str:
    if fitting(text, room) == len(text):
        return text
    return text[: fitting(text, room - 1)] + _CUT if room > 0 else ""


def _last(text: str, room: int) -> str:
    return _first(text[::-1], room)[::-1]


def record(finding: Finding) -> dict[str, object]:
    """A finding for machines."""
    return {
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
    }


def annotation(finding: Finding) -> str:
    """A finding as a workflow command of GitHub Actions, which shows it beside the line of a pull request."""
    places = {"file": finding.file, "line": finding.line, "col": finding.column, "title": finding.rule}
    if finding.end > finding.column:
        places["endColumn"] = finding.end
    named = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in places.items())
    message = "\n".join((finding.message, *finding.more))
    return f"::{finding.severity} {named}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    for char in f"%\r\n{also}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def summary(findings: Iterable[Finding], banks: int, questions: int, unreadable: int = 0) -> str:
    """What was found, in a line; the questions of ``unreadable`` banks are not known."""
    found = [*findings]
    looked = counted(banks, "bank", commas=True)
    if unreadable:
        looked += f" ({'it' if banks == 1 else unreadable} cannot be checked)"
    if banks > unreadable:
        looked += f", {counted(questions, 'question', commas=True)}"
    if not found:
        return f"{looked}: nothing to mend"
    errors = sum(finding.severity == "error" for finding in found)
    tallies = ((errors, "error"), (len(found) - errors, "warning"))
    counts = [counted(number, what, commas=True) for number, what in tallies if number]
    return f"{looked}: {' and '.join(counts)}"


def worth_explaining(findings: Sequence[Finding]) -> str:
    """The rule of the first error, else of the first warning; "" where no finding is of a rule."""
    ruled = [finding for finding in findings if finding.rule in RULES]
    return min(ruled, key=lambda finding: finding.severity != "error").rule if ruled else ""


def format_explained(width: int = 80) -> list[str]:
    """What stands for a rule where a file is no bank, for a person who asks for it as for a rule."""
    what = "format (error; a build refuses it): a bank, a reading or a seal that cannot be understood"
    why = (
        "Until it can, nothing else is looked for in that bank. Each message says what was expected, what was found "
        "and what to do. Two banks with one id are found, too: their cards would be taken for each other's."
    )
    return [*wrap(what, width), "", *wrap(why, width)]


def explained(rule: Rule, width: int = 80) -> list[str]:
    """A rule for a person: what it finds, why, who says so, an example of each side, and how to allow it."""
    level = {"error": "error", "warning": "warning", "off": "off unless asked for"}[rule.level]
    stops = "; a build refuses it" if rule.stops else ""
    parts = [
        *wrap(f"{rule.id} ({level}{stops}): {rule.title}", width, break_on_hyphens=False),
        "",
        *wrap(rule.why, width),
        "",
        *wrap(f"Source: {rule.source}", width),
    ]
    if rule.article:
        parts += [
            "",
            "The reading of the examples:",
            "",
            *indent("\n".join(wrap(rule.article, width - 4)), "    ").split("\n"),
        ]
    for name, text in (("Found in", rule.bad), ("Not in", rule.good)):
        parts += ["", f"{name}:", "", *indent(text.rstrip("\n"), "    ").split("\n")]
    said_of_an_allowance = not (rule.of_question or rule.of_bank)
    if not (rule.of_file or said_of_an_allowance):
        parts += ["", *wrap("Meant as it is? Write under the question:", width), "", f"    allow: {rule.id} because …"]
    return parts


def rule_list(rules: Iterable[Rule], width: int = 80) -> list[str]:
    """Every rule with its level and what it finds."""
    shown = [*rules]
    names = max(len(rule.id) for rule in shown) + 2
    hang = " " * (names + 9)
    return [
        row
        for rule in shown
        for row in wrap(f"{rule.id:{names}}{rule.level:9}{rule.title}", max(width, names + 30), subsequent_indent=hang)
    ]
