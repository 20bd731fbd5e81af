"""From a bank to its text: what is written reads back as the same bank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_never

from quizgen.bank.cloze import BlankError, split_blanks
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
    Wrong,
)
from quizgen.bank.parse import parse_bank
from quizgen.bank.quantity import read_quantity
from quizgen.bank.scan import FENCE, head, looks_boxed, wants_backslash
from quizgen.bank.split import forms_of, parts_of
from quizgen.errors import DataError, Problem
from quizgen.files import write_text
from quizgen.text.spans import code_and_maths, escape

__all__ = ["format_bank", "refuse_loss", "write_bank"]


def write_bank(bank: Bank, path: str | Path) -> None:
    """Write a bank to a file, whole or not at all.

    Raises DataError where a text of the bank cannot be written so that it reads back as the same, and WriteError
    where the file cannot be written.
    """
    text = format_bank(bank)
    refuse_loss(bank, parse_bank(text, str(path)), str(path))
    write_text(Path(path), text)


def format_bank(bank: Bank) -> str:
    """The text of a bank, as the manual lays it out.

    What no bank can hold (a line break in a prompt) is not looked for: :func:`write_bank` does.
    """
    blocks = ["\n".join(_front(bank))]
    for topic in bank.topics:
        blocks += _topic(topic)
        blocks += ("\n".join(_question(question)) for question in topic.questions)
    return "\n\n".join(block for block in blocks if block) + "\n"


def refuse_loss(bank: Bank, read: Bank, file: str) -> None:
    """Raise DataError where ``read``, the bank read from what was written, is not the bank that was to be written."""
    if read == bank:
        return
    messages = [
        f'the question "{head(ours.id or ours.prompt)}" cannot be written as it is: {_differences(ours, theirs)}'
        for ours, theirs in zip(bank.questions, read.questions, strict=False)
        if ours != theirs
    ]
    messages = messages or [f"the bank cannot be written as it is: {_differences(bank, read)}"]
    raise DataError([Problem(file, 1, 1, message) for message in messages])


def _differences(ours: Any, theirs: Any) -> str:
    """Where to look: the fields in which two things of the model differ."""
    names = [item.name for item in fields(ours) if item.compare]
    differing = [name for name in names if getattr(ours, name) != getattr(theirs, name, None)]
    return f"see its {', '.join(differing or ['kind'])}"


def _front(bank: Bank) -> Iterator[str]:
    yield "---"
    for key in BANK_SCALARS:
        value = getattr(bank, key.replace("-", "_"))
        if value not in ("", None):
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
        elif opening := FENCE.match(line):
            closing = opening[1]
        else:
            line = _plain(line)
        yield line


def _plain(line: str) -> str:
    """A line of prose, with a backslash where it would else be a field or an item."""
    text = line.lstrip()
    return f"{line[: len(line) - len(text)]}\\{text}" if wants_backslash(text) else line


def _refuse_nothing(question: Question) -> None:
    parts = question.parts()
    empty = not parts and not isinstance(question, Cloze | Open)
    if empty or any(isinstance(part, Answer | Pair) and not part.forms for part in parts):
        raise DataError(f'the question "{question.id or question.prompt}" has no answer, or an empty one; give it one')


def _question(question: Question) -> Iterator[str]:
    _refuse_nothing(question)
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
                if looks_boxed(text):  # not a backslash before "[": that may open maths
                    text = text.replace("]", "\\]", 1)
                yield f"- {text}"
                yield from _below(member)
        case Match():
            for pair in question.pairs:
                yield f"- {_pair(pair)}"
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
        yield f"  {_plain(part.feedback)}"


def _forms(forms: tuple[str, ...], reads: Callable[[str], bool] = bool) -> str:
    """Forms as a line holds them; ``reads`` says whether they are read rightly beside what else stands there.

    A lone backtick or dollar would make code or maths with one of the next form: only then has each a backslash.
    """
    text = " | ".join(escape(form) for form in forms)
    if forms_of(text) == forms and reads(text):
        return text
    return " | ".join(_guarded(escape(form)) for form in forms)


def _guarded(text: str) -> str:
    """Literal text with a backslash before each backtick and dollar outside its code and maths."""
    parts: list[str] = []
    at = 0
    for span in code_and_maths(text):
        parts += (_LONE.sub(_guard, text[at : span.start]), text[span.start : span.end])
        at = span.end
    return "".join([*parts, _LONE.sub(_guard, text[at:])])


def _guard(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found[1] else found[0]


_LONE = re.compile(r"\\.|([`$])")


def _pair(pair: Pair) -> str:
    left = f"{pair.left} == " if pair.left else "== "
    return left + _forms(pair.forms, lambda text: parts_of(left + text, "==") == [pair.left, text])


def _wrong(wrong: Wrong) -> str:
    after = f" :: {wrong.feedback}"
    return _forms(wrong.forms, lambda text: parts_of(text + after, "::") == [text, wrong.feedback]) + after


def _fields(question: Question) -> dict[str, list[str]]:
    """The fields of a question that are not as they would be without a line."""
    values: dict[str, list[str]] = {
        name: [str(value)]
        for name in ("hint", "explain", "note", "level", "difficulty", "objective", "was")
        if (value := getattr(question, name)) not in ("", None)
    }
    if question.points is not None:
        values["points"] = [_number(question.points)]
    if question.as_of:
        values["as-of"] = [question.as_of]
    if question.tags:
        values["tags"] = [", ".join(question.tags)]
    if question.draft:
        values["status"] = ["draft"]
    values["wrong"] = [_wrong(wrong) for wrong in question.wrong]
    values["allow"] = [f"{a.rule} because {a.reason}" if a.reason else a.rule for a in question.allow]
    for name in YES_NO:
        given = getattr(question, name)
        if given is (name == "reverse"):
            values[name] = ["yes" if given else "no"]
    for name in ("image", "audio"):
        media = getattr(question, name)
        if media is not None:
            values[name] = [f"{media.file} | {media.alt}" if media.alt else media.file]
    values |= _own_fields(question)
    if "kind" not in values and _braces_mislead(question):
        values["kind"] = [question.kind]
    return values


def _number(value: Decimal) -> str:
    """A number without an exponent, where it is of a size that a bank takes."""
    return format(value, "f") if -10 < value.adjusted() < 10 else str(value)


def _braces_mislead(question: Question) -> bool:
    """Whether a question that is no cloze one has what looks like a blank in its text."""
    if isinstance(question, Cloze):
        return False
    try:
        return len(split_blanks(question.prompt)) + len(split_blanks(question.body)) > 2
    except BlankError:  # an error in any case: nothing could be written that is read
        return False


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
            ask = "" if question.ask is None else str(question.ask)
            values = {"ask": ask, "order": "fixed" if question.ordered else ""}
            return {name: [value] for name, value in values.items() if value}
        case Open():
            lines = {} if question.lines is None else {"lines": [str(question.lines)]}
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
