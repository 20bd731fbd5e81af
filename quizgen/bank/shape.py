"""From a question's lines to its kind: the second half of the parser."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.bank import parts
from quizgen.bank.cloze import BlankError, segments
from quizgen.bank.fields import ONLY_FOR
from quizgen.bank.model import (
    KINDS,
    Blank,
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)
from quizgen.bank.quantity import read_quantity
from quizgen.bank.raw import Line, RawQuestion, Report
from quizgen.bank.split import forms_of
from quizgen.bank.values import FieldValues, read_values, refuse, whole

__all__ = ["build_question"]

_ANSWERS, _OPTIONS, _PAIRS = "answers (=)", "options (- [x])", "pairs (- left == right)"
_MEMBERS, _ITEMS, _POINTS = "members (-)", "items (1.)", "marking points (+)"
_SHAPES = {
    "=": _ANSWERS,
    "[x]": _OPTIONS,
    "[ ]": _OPTIONS,
    "==": _PAIRS,
    "-": _MEMBERS,
    "1.": _ITEMS,
    "+": _POINTS,
}
_OWNED = frozenset(ONLY_FOR)
_KIND_OF_SHAPE = {_PAIRS: "match", _MEMBERS: "list", _ITEMS: "order"}

_NO_ANSWER = (
    "no answer: add a line such as = answer, - [x] option, - member, 1. item, + point, or {{…}} in the text; "
    "for an answer in one's own words add lines: 5"
)
_HAS_DIGIT = re.compile(r"\d")
_UNREADABLE = (Blank(("?",)),)


def build_question(raw: RawQuestion, objectives: tuple[str, ...], report: Report) -> Question | None:
    """The question that the lines make, or None where its kind cannot be seen; problems are reported."""
    values = read_values(raw, objectives, report)
    values["id"] = raw.id
    values["prompt"] = raw.prompt
    values["line"] = raw.line
    blanks: tuple[Blank, ...] = ()
    if raw.body:
        values["body"] = "\n".join([text for _, text in raw.body]).strip("\n")
        blanks = _blanks(raw, values["body"], report)
    elif "{{" in raw.prompt:
        blanks = _blanks(raw, "", report)
    if raw.quotes:
        values["evidence"] = parts.quotes(raw.quotes, report)
    if raw.comments:
        values["comments"] = tuple(raw.comments)
    kind = _kind(raw, blanks, report)
    if kind is None:
        return None
    if not _OWNED.isdisjoint(raw.fields):
        _refuse_foreign(raw, kind, report)
    return _BUILDERS[kind](raw, values, blanks, report)


def _refuse_foreign(raw: RawQuestion, kind: str, report: Report) -> None:
    """Report fields that mean something for other kinds only."""
    for name in raw.fields:
        if name in ONLY_FOR and kind not in ONLY_FOR[name]:
            owner = " and ".join(ONLY_FOR[name])
            message = f'"{name}" belongs to {owner} questions; this one is {kind}'
            report(raw.fields[name][0].line, 1, message)


# Blanks


def _blanks(raw: RawQuestion, body: str, report: Report) -> tuple[Blank, ...]:
    """The blanks of prompt and body, in order."""
    if "{{" not in raw.prompt and "{{" not in body:
        return ()
    try:
        found = segments(raw.prompt, body)
    except BlankError as error:
        line, column = _body_place(raw, error.at) if error.text else (raw.line, raw.column + error.at)
        report(line, column, str(error))
        return _UNREADABLE
    return tuple([part for stretch in found for part in stretch if isinstance(part, Blank)])


def _body_place(raw: RawQuestion, at: int) -> tuple[int, int]:
    """Line and column of an offset in the body, whose empty lines at the beginning do not count."""
    rows: list[Line] = raw.body[next(i for i, (_, text) in enumerate(raw.body) if text) :]
    for number, text in rows:
        if at <= len(text):
            return number, at + 1
        at -= len(text) + 1
    raise AssertionError("an offset outside the body")


# The kind


def _kind(raw: RawQuestion, blanks: tuple[Blank, ...], report: Report) -> str | None:
    """The kind that the shape shows or that ``kind:`` wants; None where there is none, or more than one."""
    shapes = {_SHAPES[mark.sign] for mark in raw.parts}
    wanted = _wanted(raw, report) if "kind" in raw.fields else ""
    is_open = _POINTS in shapes or wanted == "open" or "lines" in raw.fields
    if is_open:
        shapes -= {_ANSWERS, _POINTS}
    if len(shapes) + is_open > 1 or (blanks and not wanted and (shapes or is_open)):
        _refuse_two_shapes(raw, shapes, is_open, bool(blanks), report)
        return None
    kind = "open" if is_open else _seen_kind(raw, next(iter(shapes), ""), blanks)
    if kind is None:
        report(raw.line, 1, _NO_ANSWER)
    elif wanted and wanted != kind:
        return _wanted_kind(raw, kind, wanted, report)
    return kind


def _wanted(raw: RawQuestion, report: Report) -> str:
    wanted = raw.value("kind")
    if wanted in KINDS:
        return wanted
    refuse(raw, "kind", f"is one of {', '.join(KINDS)}", report)
    return ""


def _refuse_two_shapes(raw: RawQuestion, shapes: set[str], is_open: bool, blanks: bool, report: Report) -> None:
    firsts: dict[str, int] = {}
    for mark in raw.parts:
        firsts.setdefault(_SHAPES[mark.sign], mark.line)
    names = [f"{shape} in line {line}" for shape, line in firsts.items() if shape in shapes]
    line = max([firsts[shape] for shape in shapes], default=raw.line)
    if is_open:
        plus = (mark for mark in raw.parts if mark.sign == "+")
        shown = next(plus, None) or (raw.fields.get("lines") or raw.fields["kind"])[0]
        names.append(f"an open answer in line {shown.line}")
        line = max(line, shown.line)
    if blanks:
        names.append("blanks {{…}} in the text")
    report(line, 1, f"two shapes under one heading: {' and '.join(names)}; keep one, or make two questions")


def _seen_kind(raw: RawQuestion, shape: str, blanks: tuple[Blank, ...]) -> str | None:
    if shape == _ANSWERS:
        return _answer_kind(raw)
    if shape == _OPTIONS:
        ticks = sum(mark.sign == "[x]" for mark in raw.parts)
        return "choices" if ticks > 1 or "choose" in raw.fields else "choice"
    return _KIND_OF_SHAPE.get(shape) or ("cloze" if blanks else None)


def _answer_kind(raw: RawQuestion) -> str:
    text = raw.parts[0].text
    if len(raw.parts) == 1 and text.lower() in ("true", "false"):
        return "true-false"
    first = forms_of(text)[0]
    return "number" if _HAS_DIGIT.search(first) and read_quantity(first, raw.value("unit")) else "short"


def _wanted_kind(raw: RawQuestion, kind: str, wanted: str, report: Report) -> str | None:
    """The kind that ``kind:`` wants in place of the one that the shape shows, where the lines can be both."""
    if (kind, wanted) in _MAY_BE:
        return wanted
    asks = _ASKS.get((kind, wanted), f"does not fit: the lines under this heading make a {kind} question")
    refuse(raw, "kind", asks, report)
    return None


_MAY_BE = {("number", "short"), ("true-false", "short"), ("choice", "choices")}
_ASKS = {
    ("short", "number"): 'asks for a line such as "= 9 per cent" that is as a whole a number',
    ("short", "true-false"): 'asks for one line "= true" or "= false"',
    ("choices", "choice"): "asks for one right option",
}

# One builder for each kind


def _short(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    return Short(answers=parts.answers(raw.parts, report), **values)


def _number(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    answers = parts.answers(raw.parts, report)
    unit = raw.value("unit")
    low, high = _range(raw, answers[0].forms[0], unit, report)
    tolerance = raw.value("tolerance")
    if tolerance:
        quantity = read_quantity(tolerance, unit)
        if quantity is None or quantity.value < 0:
            refuse(raw, "tolerance", 'is a number or a percentage: "0.5" or "5%"', report)
    return Number(answers=answers, unit=unit, tolerance=tolerance, low=low, high=high, **values)


def _range(raw: RawQuestion, answer: str, unit: str, report: Report) -> tuple[str, str]:
    """Lower and higher end of what is right, as written."""
    if "range" not in raw.fields:
        return "", ""
    low, _, high = (part.strip() for part in raw.value("range").partition(" to "))
    least, most = read_quantity(low, unit), read_quantity(high, unit)
    given = read_quantity(answer, unit)
    if least is None or most is None or least.value > most.value:
        refuse(raw, "range", 'is two numbers, the lower first: "10 to 20"', report)
    elif given and not least.value <= given.value <= most.value:
        refuse(raw, "range", f"does not hold the answer of line {raw.parts[0].line}", report)
    return low, high


def _choice(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    return Choice(options=parts.options(raw.parts, report), **values)


def _choices(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    if raw.value("choose") not in ("", "any"):
        refuse(raw, "choose", 'is "any"', report)
    return Choices(options=parts.options(raw.parts, report), **values)


def _true_false(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    return TrueFalse(answer=parts.answers(raw.parts, report)[0], correction=raw.value("correction"), **values)


def _cloze(_raw: RawQuestion, values: FieldValues, blanks: tuple[Blank, ...], _report: Report) -> Question:
    return Cloze(blanks=blanks, **values)


def _list(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    order = raw.value("order")
    if order not in ("", "fixed", "any"):
        refuse(raw, "order", 'is "fixed" (to recite) or "any"', report)
    ask = whole(raw, "ask", 1, len(raw.parts), report)
    return List(members=parts.answers(raw.parts, report), ordered=order == "fixed", ask=ask, **values)


def _match(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    return Match(pairs=parts.pairs(raw.parts, report), **values)


def _order(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    return Order(items=parts.items(raw.parts, report), **values)


def _open(raw: RawQuestion, values: FieldValues, _: tuple[Blank, ...], report: Report) -> Question:
    return Open(
        marking=parts.points([mark for mark in raw.parts if mark.sign == "+"], report),
        model=parts.model_answer([mark for mark in raw.parts if mark.sign == "="], report),
        lines=whole(raw, "lines", 1, 100, report),
        **values,
    )


_BUILDERS: dict[str, Callable[[RawQuestion, FieldValues, tuple[Blank, ...], Report], Question]] = {
    "short": _short,
    "number": _number,
    "choice": _choice,
    "choices": _choices,
    "true-false": _true_false,
    "cloze": _cloze,
    "list": _list,
    "match": _match,
    "order": _order,
    "open": _open,
}
