"""From the text of a bank to a :class:`~quizgen.bank.model.Bank`, or every problem at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from quizgen.bank.front import Front, read_front
from quizgen.bank.model import Bank, Gloss, Question, Topic
from quizgen.bank.scan import RawTopic, Report, scan
from quizgen.bank.shape import build_question
from quizgen.errors import DataError, Problem
from quizgen.files import read_text
from quizgen.text.spans import split_outside, unescape

__all__ = ["parse_bank", "read_bank"]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def read_bank(path: str | Path) -> Bank:
    """Read a bank from its file.

    Raises MissingError where there is no such file, DataError with every problem (file:line:col) where it is not a
    bank.
    """
    return parse_bank(read_text(Path(path)), str(path))


def parse_bank(text: str, file: str = "bank.md") -> Bank:
    """Read a bank from text; ``file`` names it in problems. Raises DataError with every problem."""
    problems: list[Problem] = []

    def report(line: int, column: int, message: str) -> None:
        problems.append(Problem(file, line, column, message))

    text = text.replace("\r\n", "\n")
    if not text.strip():
        report(1, 1, 'the file is empty; a bank begins with a line "---", then "id: …" and "title: …"')
        raise DataError(problems)
    _refuse_controls(text, report)
    lines = text.split("\n")
    front = read_front(lines, report)
    topics = _topics(scan(lines, front.end, report), _texts(front, "objectives"), report)
    _refuse_twins(topics, report)
    if problems:
        raise DataError(problems)
    return Bank(**_bank_fields(front), topics=topics, path=file)


def _refuse_controls(text: str, report: Report) -> None:
    for found in _CONTROL.finditer(text):
        before = text[: found.start()]
        line = before.count("\n") + 1
        column = found.start() - before.rfind("\n")
        report(line, column, f"a control character (U+{ord(found[0]):04X}) stands here; delete it")
        if line > 1000:  # not a text file: the first thousand lines say so
            return


def _texts(front: Front, key: str) -> tuple[str, ...]:
    return tuple(item for _, item in front.lists.get(key, []))


def _bank_fields(front: Front) -> dict[str, Any]:
    values: dict[str, Any] = {key.replace("-", "_"): value for key, (_, value) in front.values.items()}
    if "minutes" in values:
        values["minutes"] = int(values["minutes"])
    values["tags"] = _texts(front, "tags")
    values["objectives"] = _texts(front, "objectives")
    values["names"] = tuple(
        tuple(unescape(form) for form, _ in split_outside(item, "|")) for item in _texts(front, "names")
    )
    values["glossary"] = tuple(
        Gloss(*(part for part, _ in split_outside(item, "::"))) for item in _texts(front, "glossary")
    )
    return values


def _topics(raw: list[RawTopic], objectives: tuple[str, ...], report: Report) -> tuple[Topic, ...]:
    topics = []
    for topic in raw:
        built = (build_question(question, objectives, report) for question in topic.questions)
        text = "\n".join(topic.body).strip("\n")
        if topic.line or text or topic.questions or topic.comments:
            questions = tuple(question for question in built if question is not None)
            topics.append(
                Topic(
                    title=topic.title,
                    id=topic.id,
                    text=text,
                    questions=questions,
                    comments=tuple(topic.comments),
                    line=topic.line,
                )
            )
    return tuple(topics)


def _refuse_twins(topics: tuple[Topic, ...], report: Report) -> None:
    """Ids are unique in a bank: those of questions, and those of topics."""
    for what, owners in (("question", [q for topic in topics for q in topic.questions]), ("topic", list(topics))):
        seen: dict[str, Question | Topic] = {}
        for owner in owners:
            if owner.id and owner.id in seen:
                first = seen[owner.id].line
                report(owner.line, 1, f'the id "{owner.id}" stands twice (first {what} in line {first}); change one')
            seen.setdefault(owner.id, owner)
