"""From the text of a bank to a :class:`~quizgen.bank.model.Bank`, or every problem at once."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.bank.front import read_front
from quizgen.bank.model import Bank, Question, Topic
from quizgen.bank.raw import RawTopic, Report
from quizgen.bank.scan import scan
from quizgen.bank.shape import build_question
from quizgen.errors import DataError, Problem
from quizgen.files import read_text

__all__ = ["collector_paused", "parse_bank", "read_bank"]

_MOST_PROBLEMS = 1000  # a file with more is no bank; reading on would only cost time
_LONGEST_LINE = 100_000  # characters; no person reads a longer one

_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(9), *range(11, 32), 127])
_NONCHARACTER_BYTES = re.compile(rb"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])")


def read_bank(path: str | Path) -> Bank:
    """Read a bank from its file.

    Raises MissingError where there is no such file, DataError with every problem (file:line:col) where it is not a
    bank.
    """
    return parse_bank(read_text(Path(path)), str(path))


def parse_bank(text: str, file: str = "bank.md") -> Bank:
    """Read a bank from text; ``file`` names it in problems.

    Raises DataError with every problem, up to a thousand.
    """
    if not text.strip("\ufeff \t\r\n"):
        message = 'the file is empty; a bank begins with a line "---", then "id: …" and "title: …"'
        raise DataError([Problem(file, 1, 1, message)])
    problems = _Problems(file)
    with collector_paused():
        try:
            bank = _read(text, file, problems.add)
        except _TooManyError:
            raise DataError(problems.found) from None
    if problems.found:
        raise DataError(problems.found)
    return bank


class _TooManyError(Exception):
    """So many problems that the rest of the file is not read."""


class _Problems:
    """The problems found so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def add(self, line: int, column: int, message: str) -> None:
        self.found.append(Problem(self.file, line, column, message))
        if len(self.found) == _MOST_PROBLEMS:
            last = max(self.found)
            message = f"{_MOST_PROBLEMS} problems: what else is wrong was not looked for; mend these first"
            self.found.append(Problem(self.file, last.line, last.column + 1, message))
            raise _TooManyError


@contextmanager
def collector_paused() -> Iterator[None]:
    """Nothing that reading, checking or packing makes is garbage; looking for some takes up to a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(text: str, file: str, report: Report) -> Bank:
    lines = _lines(text, report)
    front = read_front(lines, report)
    topics = _topics(scan(lines, front.end, report), front.objectives, report)
    _refuse_twins(topics, report)
    return front.bank(topics, file)


def _lines(text: str, report: Report) -> list[str]:
    """The lines without what stands at their ends and never counts: spaces, tabs, a carriage return."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not _is_plain(text):
        _refuse_controls(text, report)
    lines = [line.rstrip() for line in text.split("\n")]
    if len(text) > _LONGEST_LINE and max(map(len, lines)) > _LONGEST_LINE:
        return [_not_too_long(line, number, report) for number, line in enumerate(lines, 1)]
    return lines


def _not_too_long(line: str, number: int, report: Report) -> str:
    if len(line) <= _LONGEST_LINE:
        return line
    report(number, 1, f"this line is too long ({len(line)} characters); part it, or see whether the file is a bank")
    return ""


def _is_plain(text: str) -> bool:
    """Whether no control character stands in the text; on bytes, as that is ten times faster than a pattern."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return False
    if len(data.translate(None, _CONTROL_BYTES)) != len(data):
        return False
    return b"\xef" not in data or not _NONCHARACTER_BYTES.search(data)


def _refuse_controls(text: str, report: Report) -> None:
    """Report the first control character of each line."""
    for number, line in enumerate(text.split("\n"), 1):
        found = _NOT_TEXT.search(line)
        if found:
            what = f"a control character (U+{ord(found[0]):04X}) stands here; delete it"
            if found[0] == "\r":
                what = 'a lone carriage return stands here; save the file with line ends "LF" or "CRLF"'
            elif found[0] >= "\ufdd0":
                what = f"no character (U+{ord(found[0]):04X}, which Unicode gives to none) stands here; delete it"
            elif found[0] >= "\ud800":
                what = f"half a character (U+{ord(found[0]):04X}) stands here; delete it"
            report(number, found.start() + 1, what)


def _topics(raw: list[RawTopic], objectives: tuple[str, ...], report: Report) -> tuple[Topic, ...]:
    topics = (_topic(topic, objectives, report) for topic in raw)
    return tuple(topic for topic in topics if topic.line or topic.text or topic.questions or topic.comments)


def _topic(raw: RawTopic, objectives: tuple[str, ...], report: Report) -> Topic:
    questions = [build_question(question, objectives, report) for question in raw.questions]
    return Topic(
        title=raw.title,
        id=raw.id,
        text="\n".join(text for _, text in raw.body).strip("\n"),
        questions=tuple([question for question in questions if question is not None]),
        comments=tuple(raw.comments),
        line=raw.line,
    )


def _refuse_twins(topics: tuple[Topic, ...], report: Report) -> None:
    """Ids are unique in a bank: those of questions, and those of topics."""
    for what, owners in (("question", [q for topic in topics for q in topic.questions]), ("topic", list(topics))):
        seen: dict[str, Question | Topic] = {}
        for owner in owners:
            first = seen.setdefault(owner.id, owner)
            if first is not owner and owner.id:
                message = f'the id "{owner.id}" stands twice (first {what} in line {first.line}); change one'
                report(owner.line, 1, message)
