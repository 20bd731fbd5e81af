"""From a bank to its text: what is written reads back as the same bank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import assert_never

from quizgen.bank.fields import BANK_LISTS, BANK_SCALARS, FIELDS, YES_NO
from quizgen.bank.model import (
    Answer,
    Bank,
    Choice,
    Choices,
    Cloze,
    Item,
    List,
    Match,
    Number,
    Open,
    Option,
    Order,
    Pair,
    Point,
    Question,
    Quote,
    Short,
    Topic,
    TrueFalse,
)
from quizgen.bank.parse import parse_bank
from quizgen.bank.quantity import read_quantity
from quizgen.errors import DataError
from quizgen.files import write_text
from quizgen.text.spans import escape

__all__ = ["format_bank", "write_bank"]

_KEY_LIKE = re.compile(r"[a-z][a-z0-9_-]*:(?:\s|$)|\d{1,9}\.(?:\s|$)")
_BOX_LIKE = re.compile(r"\[.?\](?!\()")
_FENCE = re.compile(r"(`{3,}|:{3,})[^`]*$")


def write_bank(bank: Bank, path: str | Path) -> None:
    """Write a bank to a file, whole or not at all.

    Raises DataError where a text of the bank cannot be written so that it reads back as the same, and WriteError
    where the file cannot be written.
    """
    text = format_bank(bank)
    _refuse_loss(bank, parse_bank(text, str(path)), str(path))
    write_text(Path(path), text)


def format_bank(bank: Bank) -> str:
    """The text of a bank, as the manual lays it out."""
    blocks = ["\n".join(_front(bank))]
    for topic in bank.topics:
        blocks += _topic(topic)
        blocks += ("\n".join(_question(question)) for question in topic.questions)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _refuse_loss(bank: Bank, read: Bank, file: str) -> None:
    if read == bank:
        return
    for ours, theirs in zip(bank.questions, read.questions, strict=False):
        if ours != theirs:
            names = [f.name for f in fields(ours) if getattr(ours, f.name) != getattr(theirs, f.name, None)]
            name = ours.id or ours.prompt
            raise DataError(f'{file}: the question "{name}" cannot be written as it is: see its {", ".join(names)}')
    raise DataError(f"{file}: the bank cannot be written as it is: see its front matter and topics")


def _front(bank: Bank) -> Iterator[str]:
    yield "---"
    for key in BANK_SCALARS:
        value = getattr(bank, key.replace("-", "_"))
        if value or value == 0:
            yield f"{key}: {value}"
    items: dict[str, Iterable[str]] = {
        "tags": bank.tags,
        "names": (_forms(forms) for forms in bank.names),
        "glossary": (f"{gloss.term} :: {gloss.meaning}" for gloss in bank.glossary),
        "objectives": bank.objectives,
    }
    for key in BANK_LISTS:
        lines = [f"  - {item}" for item in items[key]]
        if lines:
            yield f"{key}:"
            yield from lines
    yield "---"


def _topic(topic: Topic) -> Iterator[str]:
    lines = []
    if topic.title:
        lines.append(_heading("#", topic.title, topic.id))
    if topic.text:
        lines += _body(topic.text)
    lines += (f"<!--{comment}-->" for comment in topic.comments)
    yield "\n".join(lines)


def _heading(marks: str, text: str, name: str) -> str:
    return f"{marks} {text} {{#{name}}}" if name else f"{marks} {text}"


def _body(text: str) -> Iterator[str]:
    """Body text, with a backslash where a line would else be a field or an item."""
    closing = ""
    for line in text.split("\n"):
        if closing:
            closing = "" if line.strip() == closing else closing
        elif opening := _FENCE.match(line):
            closing = opening[1]
        elif _KEY_LIKE.match(line):
            line = f"\\{line}"
        yield line


def _question(question: Question) -> Iterator[str]:
    yield _heading("##", question.prompt, question.id)
    if question.body:
        yield from _body(question.body)
    yield from _parts(question)
    yield from (f"> {quote.text}" for quote in question.evidence)
    values = _fields(question)
    for name in FIELDS:
        yield from (f"{name}: {value}" for value in values.get(name, ()))
    yield from (f"<!--{comment}-->" for comment in question.comments)


def _parts(question: Question) -> Iterator[str]:
    match question:
        case Short() | Number():
            yield from _answers("=", question.answers)
        case TrueFalse():
            yield from _answers("=", (question.answer,))
        case Choice() | Choices():
            for option in question.options:
                pin = " {pin}" if option.pinned else ""
                yield f"- [{'x' if option.right else ' '}] {option.text}{pin}"
                yield from _below(option)
        case List():
            for member in question.members:
                text = _forms(member.forms)
                yield f"- \\{text}" if _BOX_LIKE.match(text) else f"- {text}"
                yield from _below(member)
        case Match():
            for pair in question.pairs:
                yield f"- {pair.left} == {_forms(pair.forms)}".replace("-  ==", "- ==")
                yield from _below(pair)
        case Order():
            for number, item in enumerate(question.items, 1):
                yield f"{number}. {item.text}"
                yield from _below(item)
        case Open():
            for point in question.marking:
                yield f"+ {point.text}"
                yield from _below(point)
            for paragraph in question.model:
                yield f"= {paragraph.forms[0]}"
                yield from _below(paragraph)
        case Cloze():
            pass
        case _ as never:
            assert_never(never)


def _answers(sign: str, answers: Iterable[Answer]) -> Iterator[str]:
    for answer in answers:
        yield f"{sign} {_forms(answer.forms)}"
        yield from _below(answer)


def _below(part: Answer | Option | Pair | Item | Point) -> Iterator[str]:
    quotes: tuple[Quote, ...] = part.evidence
    yield from (f"  > {quote.text}" for quote in quotes)
    if part.feedback:
        mark = "\\" if _KEY_LIKE.match(part.feedback) else ""
        yield f"  {mark}{part.feedback}"


def _forms(forms: Iterable[str]) -> str:
    text = " | ".join(escape(form) for form in forms)
    return f"{text}\\" if (len(text) - len(text.rstrip("\\"))) % 2 else text


def _fields(question: Question) -> dict[str, list[str]]:
    """The fields of a question that are not as they would be without a line."""
    values: dict[str, list[str]] = {
        name: [str(value)]
        for name in ("hint", "explain", "note", "level", "difficulty", "objective", "points", "was")
        if (value := getattr(question, name)) not in ("", None)
    }
    if question.as_of:
        values["as-of"] = [question.as_of]
    if question.tags:
        values["tags"] = [", ".join(question.tags)]
    if question.draft:
        values["status"] = ["draft"]
    values["wrong"] = [f"{_forms(wrong.forms)} :: {wrong.feedback}" for wrong in question.wrong]
    values["allow"] = [f"{a.rule} because {a.reason}" if a.reason else a.rule for a in question.allow]
    for name in YES_NO:
        given = getattr(question, name)
        if given is (name == "reverse"):
            values[name] = ["yes" if given else "no"]
    for name in ("image", "audio"):
        media = getattr(question, name)
        if media is not None:
            values[name] = [f"{media.file} | {media.alt}" if media.alt else media.file]
    return values | _own_fields(question)


def _own_fields(question: Question) -> dict[str, list[str]]:
    """The fields that only this kind has, and ``kind`` where the shape would mislead."""
    match question:
        case Short():
            return {"kind": ["short"]} if _misleads(question) else {}
        case Number():
            values = {"unit": question.unit, "tolerance": question.tolerance}
            values["range"] = f"{question.low} to {question.high}" if question.low else ""
            return {name: [value] for name, value in values.items() if value}
        case Choices():
            return {"choose": ["any"]} if sum(option.right for option in question.options) == 1 else {}
        case TrueFalse():
            return {"correction": [question.correction]} if question.correction else {}
        case List():
            values = {"ask": str(question.ask or ""), "order": "fixed" if question.ordered else ""}
            return {name: [value] for name, value in values.items() if value}
        case Open():
            lines = {"lines": [str(question.lines)]} if question.lines else {}
            return lines if question.marking or lines else {"kind": ["open"]}
        case Choice() | Cloze() | Match() | Order():
            return {}
        case _ as never:
            assert_never(never)


def _misleads(question: Short) -> bool:
    """Whether a short answer would be taken for a number, or for true or false."""
    first = question.answers[0].forms
    alone = len(question.answers) == 1 and len(first) == 1
    return bool(read_quantity(first[0])) or (alone and first[0].lower() in ("true", "false"))
