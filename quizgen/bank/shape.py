"""From a question's lines to its kind: the second half of the parser."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from quizgen.bank.cloze import BlankError, segments
from quizgen.bank.fields import FIELDS, LEVELS, ONLY_FOR, REPEATED
from quizgen.bank.model import (
    KINDS,
    Allowance,
    Answer,
    Blank,
    Choice,
    Choices,
    Cloze,
    Item,
    List,
    Match,
    Media,
    Number,
    Open,
    Option,
    Order,
    Pair,
    Point,
    Question,
    Quote,
    Short,
    TrueFalse,
    Wrong,
)
from quizgen.bank.quantity import Quantity, read_quantity
from quizgen.bank.scan import Mark, RawQuestion, Report
from quizgen.text.spans import split_outside, unescape

__all__ = ["build_question"]

_SHAPES = {
    "=": "answers (=)",
    "[x]": "options (- [x])",
    "[ ]": "options (- [x])",
    "==": "pairs (- left == right)",
    "-": "members (-)",
    "1.": "items (1.)",
    "+": "marking points (+)",
}
_PIN = "{pin}"
_Part = TypeVar("_Part", Answer, Option, Pair, Item, Point)


def build_question(raw: RawQuestion, objectives: tuple[str, ...], report: Report) -> Question | None:
    """The question that the lines make, or None where its kind cannot be seen; problems are reported."""
    return _Builder(raw, objectives, report).build()


class _Builder:
    """One question under construction: its marks by sign, its fields by name."""

    def __init__(self, raw: RawQuestion, objectives: tuple[str, ...], report: Report) -> None:
        self.raw = raw
        self.objectives = objectives
        self.report = report
        self.by_sign: dict[str, list[Mark]] = {}
        for mark in raw.marks:
            self.by_sign.setdefault(mark.sign, []).append(mark)

    def build(self) -> Question | None:
        for sign, marks in self.by_sign.items():
            if sign in FIELDS:
                self.field(sign, marks)
        body = "\n".join(self.raw.body).strip("\n") if self.raw.body else ""
        blanks = self.blanks(body)
        kind = self.kind(blanks)
        if kind is None:
            return None
        for name in ONLY_FOR.keys() & self.by_sign.keys():
            if kind not in ONLY_FOR[name]:
                owner = " and ".join(ONLY_FOR[name])
                self.report(
                    self.by_sign[name][0].line, 1, f'"{name}" belongs to {owner} questions; this one is {kind}'
                )
        return _BUILDERS[kind](self, self.common(body), blanks)

    # What every kind has

    def common(self, body: str) -> dict[str, Any]:
        raw = self.raw
        values: dict[str, Any] = {"id": raw.id, "prompt": raw.prompt, "line": raw.line}
        if body:
            values["body"] = body
        if raw.comments:
            values["comments"] = tuple(raw.comments)
        if ">" in self.by_sign:
            values["evidence"] = tuple(self.quote(mark.text, mark.line) for mark in self.by_sign[">"])
        for name, read in _READERS.items():
            if name in self.by_sign:
                value = read(self, self.by_sign[name])
                if value is not None:
                    values[_ATTRIBUTES.get(name, name)] = value
        return values

    def quote(self, text: str, line: int) -> Quote:
        if not text:
            self.report(line, 1, "this quote is empty; copy the article's words after the >")
        return Quote(text, line=line)

    def field(self, name: str, marks: list[Mark]) -> None:
        if len(marks) > 1 and name not in REPEATED:
            self.report(marks[1].line, 1, f'"{name}" stands twice (first in line {marks[0].line}); keep one')
        for mark in marks:
            if mark.below:
                mark.text = " ".join(filter(None, [mark.text, *(text for _, text in mark.below)]))
                mark.below = []
            if not mark.text:
                self.report(mark.line, 1, f'"{name}:" is empty; give it a value or delete the line')

    def value(self, name: str) -> str:
        return self.by_sign[name][0].text if name in self.by_sign else ""

    def wants(self, name: str, rule: str) -> None:
        """Report a field whose value is not what ``rule`` says."""
        mark = self.by_sign[name][0]
        if mark.text:
            self.report(mark.line, len(name) + 3, f'"{name}" {rule}; found "{mark.text[:40]}"')

    # The kind

    def blanks(self, body: str) -> tuple[Blank, ...]:
        raw = self.raw
        if "{{" not in raw.prompt and "{{" not in body:
            return ()
        try:
            found = segments(raw.prompt, body)
        except BlankError as error:
            in_prompt = "{{" in raw.prompt and _fails(raw.prompt)
            line = raw.line if in_prompt else self.body_line(body, error.at)
            self.report(line, error.at + 4 if in_prompt else 1, str(error))
            return (Blank(("?",)),)
        return tuple(part for parts in found for part in parts if isinstance(part, Blank))

    def body_line(self, body: str, at: int) -> int:
        leading = next(i for i, line in enumerate(self.raw.body) if line)
        return self.raw.line + 1 + leading + body.count("\n", 0, at)

    def kind(self, blanks: tuple[Blank, ...]) -> str | None:
        seen: dict[str, Mark] = {}
        for mark in self.raw.marks:
            if mark.sign in _SHAPES:
                seen.setdefault(_SHAPES[mark.sign], mark)
        wanted = self.value("kind")
        if wanted and wanted not in KINDS:
            self.wants("kind", f"is one of {', '.join(KINDS)}")
            wanted = ""
        is_open = "marking points (+)" in seen or "lines" in self.by_sign or wanted == "open"
        if is_open:
            seen.pop("answers (=)", None)
            seen.pop("marking points (+)", None)
        if len(seen) + is_open > 1 or (seen and blanks and not wanted):
            self.two_shapes(list(seen.items()), is_open, bool(blanks))
            return None
        kind = "open" if is_open else self.seen_kind(next(iter(seen), ""), blanks)
        if kind is None:
            self.report(
                self.raw.line,
                1,
                "no answer: add a line such as = answer, - [x] option, - member, 1. item, + point, or {{…}} in the text",
            )
            return None
        return self.wanted_kind(kind, wanted) if wanted else kind

    def two_shapes(self, seen: list[tuple[str, Mark]], is_open: bool, blanks: bool) -> None:
        names = [f"{shape} in line {mark.line}" for shape, mark in seen]
        if is_open:
            mark = next(mark for sign in ("+", "lines", "kind") for mark in self.by_sign.get(sign, ()))
            names.append(f"an open answer in line {mark.line}")
        if blanks:
            names.append("blanks {{…}} in the text")
        line = max([mark.line for _, mark in seen] + [self.raw.line])
        self.report(line, 1, f"two shapes under one heading: {' and '.join(names)}; keep one, or make two questions")

    def seen_kind(self, shape: str, blanks: tuple[Blank, ...]) -> str | None:
        if shape == "answers (=)":
            return self.answer_kind()
        if shape == "options (- [x])":
            return "choices" if len(self.by_sign.get("[x]", ())) > 1 or "choose" in self.by_sign else "choice"
        kinds = {"pairs (- left == right)": "match", "members (-)": "list", "items (1.)": "order"}
        return kinds.get(shape) or ("cloze" if blanks else None)

    def answer_kind(self) -> str:
        marks = self.by_sign["="]
        if len(marks) == 1 and marks[0].text.lower() in ("true", "false"):
            return "true-false"
        first = split_outside(marks[0].text, "|")[0][0]
        return "number" if read_quantity(unescape(first), self.value("unit")) else "short"

    def wanted_kind(self, kind: str, wanted: str) -> str | None:
        fits = {"short": {"number", "true-false"}, "true-false": {"short"}, "number": {"short"}}
        fits |= {"choice": {"choices"}, "choices": {"choice"}}
        if wanted == kind or kind in fits.get(wanted, ()):
            if wanted == "number" and kind == "short":
                self.wants("kind", 'asks for a line such as "= 9 per cent" that is as a whole a number')
            elif wanted == "true-false" and kind != wanted:
                self.wants("kind", 'asks for one line "= true" or "= false"')
            elif wanted == "choice" and kind == "choices":
                self.wants("kind", "asks for one right option")
            else:
                return wanted
            return None
        self.wants("kind", f"does not fit: the lines under this heading make a {kind} question")
        return None

    # Parts

    def part(self, mark: Mark) -> tuple[tuple[Quote, ...], str]:
        """Evidence and feedback of a mark, from the lines below it."""
        if not mark.below:
            return (), ""
        quotes = tuple(self.quote(text[1:].strip(), line) for line, text in mark.below if text.startswith(">"))
        return quotes, " ".join(text for _, text in mark.below if not text.startswith(">"))

    def forms(self, text: str, mark: Mark) -> tuple[str, ...]:
        """Accepted forms of an answer, a member or a right side."""
        if "|" not in text and "\\" not in text and text:
            return (text,)
        forms = tuple(unescape(part) for part, _ in split_outside(text, "|"))
        if not all(forms):
            self.report(mark.line, 1, "an answer is empty; forms stand between bars: = one | another")
        return forms

    def text(self, mark: Mark, what: str) -> str:
        if not mark.text:
            self.report(mark.line, 1, f"{what} is empty; give it a text or delete the line")
        return mark.text

    def answers(self, sign: str = "=") -> tuple[Answer, ...]:
        return tuple(
            Answer(self.forms(mark.text, mark), *self.part(mark), line=mark.line) for mark in self.by_sign[sign]
        )

    def options(self) -> tuple[Option, ...]:
        marks = [mark for mark in self.raw.marks if mark.sign in ("[x]", "[ ]")]
        if not any(mark.sign == "[x]" for mark in marks):
            self.report(marks[0].line, 1, "options without a tick: mark the right one with - [x]")
        if len(marks) < 2:
            self.report(marks[0].line, 1, "one option is no choice; add wrong ones with - [ ]")
        return tuple(self.option(mark) for mark in marks)

    def option(self, mark: Mark) -> Option:
        text = self.text(mark, "this option")
        pinned = text.endswith(f" {_PIN}")
        if pinned:
            text = text[: -len(_PIN)].rstrip()
        return Option(text, mark.sign == "[x]", pinned, *self.part(mark), line=mark.line)

    def pairs(self) -> tuple[Pair, ...]:
        pairs = tuple(self.pair(mark) for mark in self.by_sign["=="])
        if sum(bool(pair.left) for pair in pairs) < 2:
            self.report(pairs[0].line, 1, "a single pair is no match; add a second - left == right")
        return pairs

    def pair(self, mark: Mark) -> Pair:
        sides = [side for side, _ in split_outside(mark.text, "==")]
        if len(sides) > 2:
            self.report(mark.line, 1, 'a pair is "- left == right"; a plain " == " in it is written " \\== "')
        if not sides[1]:
            self.report(mark.line, 1, 'a pair needs a right side; a spare one is "- == right"')
            return Pair(sides[0], ("?",), line=mark.line)
        return Pair(sides[0], self.forms(sides[1], mark), *self.part(mark), line=mark.line)

    def whole(self, name: str, least: int, most: int) -> int | None:
        """A field that is a whole number."""
        if name not in self.by_sign:
            return None
        text = self.value(name)
        if text.isascii() and text.isdigit() and len(text) < 6 and least <= int(text) <= most:
            return int(text)
        self.wants(name, f"is a whole number from {least} to {most}")
        return None

    # One builder for each kind

    def short(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        return Short(**common, answers=self.answers())

    def number(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        low, high = self.range()
        self.tolerance()
        return Number(
            **common,
            answers=self.answers(),
            unit=self.value("unit"),
            tolerance=self.value("tolerance"),
            low=low,
            high=high,
        )

    def range(self) -> tuple[str, str]:
        if "range" not in self.by_sign:
            return "", ""
        low, _, high = (part.strip() for part in self.value("range").partition(" to "))
        ends = [read_quantity(end, self.value("unit")) for end in (low, high)]
        if None in ends or ends[0].value > ends[1].value:  # type: ignore[union-attr]
            self.wants("range", 'is two numbers, the lower first: "10 to 20"')
            return "", ""
        self.inside(ends)
        return low, high

    def inside(self, ends: list[Quantity | None]) -> None:
        first = self.by_sign["="][0]
        answer = read_quantity(unescape(split_outside(first.text, "|")[0][0]), self.value("unit"))
        low, high = ends
        if answer and low and high and not low.value <= answer.value <= high.value:
            self.wants("range", f"does not hold the answer of line {first.line}")

    def tolerance(self) -> None:
        quantity = read_quantity(self.value("tolerance"), self.value("unit"))
        if self.value("tolerance") and (quantity is None or quantity.value < 0):
            self.wants("tolerance", 'is a number or a percentage: "0.5" or "5%"')

    def choice(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        return Choice(**common, options=self.options())

    def choices(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        if self.value("choose") not in ("", "any"):
            self.wants("choose", 'is "any"')
        return Choices(**common, options=self.options())

    def true_false(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        return TrueFalse(**common, answer=self.answers()[0], correction=self.value("correction"))

    def cloze(self, common: dict[str, Any], blanks: tuple[Blank, ...]) -> Question:
        return Cloze(**common, blanks=blanks)

    def list(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        members = self.answers("-")
        if self.value("order") not in ("", "fixed", "any"):
            self.wants("order", 'is "fixed" (to recite) or "any"')
        ask = self.whole("ask", 1, len(members))
        return List(**common, members=members, ordered=self.value("order") == "fixed", ask=ask)

    def match(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        return Match(**common, pairs=self.pairs())

    def order(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        items = tuple(
            Item(self.text(mark, "this item"), *self.part(mark), line=mark.line) for mark in self.by_sign["1."]
        )
        if len(items) < 2:
            self.report(items[0].line, 1, "one item has no order; add a second")
        return Order(**common, items=items)

    def open(self, common: dict[str, Any], _: tuple[Blank, ...]) -> Question:
        points = tuple(
            Point(self.text(mark, "this point"), *self.part(mark), line=mark.line) for mark in self.by_sign.get("+", ())
        )
        model = tuple(self.paragraph(mark) for mark in self.by_sign.get("=", ()))
        return Open(**common, marking=points, model=model, lines=self.whole("lines", 1, 100))

    def paragraph(self, mark: Mark) -> Answer:
        quotes, more = self.part(mark)
        text = f"{self.text(mark, 'the model answer')} {more}".strip()
        return Answer((text,), quotes, line=mark.line)


def _fails(text: str) -> bool:
    try:
        segments(text)
    except BlankError:
        return True
    return False


_BUILDERS: dict[str, Callable[[_Builder, dict[str, Any], tuple[Blank, ...]], Question]] = {
    "short": _Builder.short,
    "number": _Builder.number,
    "choice": _Builder.choice,
    "choices": _Builder.choices,
    "true-false": _Builder.true_false,
    "cloze": _Builder.cloze,
    "list": _Builder.list,
    "match": _Builder.match,
    "order": _Builder.order,
    "open": _Builder.open,
}

# Readers of the fields that every kind has: builder and marks in, value out, None where there is nothing to set


def _plain(_: _Builder, marks: list[Mark]) -> str:
    return marks[0].text


def _tags(builder: _Builder, marks: list[Mark]) -> tuple[str, ...]:
    tags = tuple(tag.strip() for tag in marks[0].text.split(","))
    if not all(tags) and marks[0].text:
        builder.wants("tags", "is words between commas: one, two")
    return tuple(filter(None, tags))


def _one_of(name: str, known: Iterable[str]) -> Callable[[_Builder, list[Mark]], str | None]:
    def read(builder: _Builder, marks: list[Mark]) -> str | None:
        if marks[0].text in known:
            return marks[0].text
        builder.wants(name, f"is one of {', '.join(known)}")
        return None

    return read


def _yes_no(name: str) -> Callable[[_Builder, list[Mark]], bool | None]:
    def read(builder: _Builder, marks: list[Mark]) -> bool | None:
        if marks[0].text not in ("yes", "no"):
            builder.wants(name, 'is "yes" or "no"')
            return None
        return marks[0].text == "yes"

    return read


def _difficulty(builder: _Builder, _: list[Mark]) -> int | None:
    return builder.whole("difficulty", 1, 5)


def _objective(builder: _Builder, marks: list[Mark]) -> str:
    if marks[0].text not in builder.objectives:
        builder.wants("objective", 'is one of the bank\'s "objectives:", word for word')
    return marks[0].text


def _points(builder: _Builder, marks: list[Mark]) -> Decimal | None:
    try:
        points = Decimal(marks[0].text)
    except InvalidOperation:
        points = Decimal(0)
    if points.is_finite() and 0 < points <= 1000:
        return points
    builder.wants("points", "is a number above 0")
    return None


def _status(builder: _Builder, marks: list[Mark]) -> bool:
    if marks[0].text not in ("draft", "approved"):
        builder.wants("status", 'is "draft", or left out once the question is approved')
    return marks[0].text != "approved"


def _wrong(builder: _Builder, marks: list[Mark]) -> tuple[Wrong, ...]:
    return tuple(filter(None, (_one_wrong(builder, mark) for mark in marks)))


def _one_wrong(builder: _Builder, mark: Mark) -> Wrong | None:
    parts = [part for part, _ in split_outside(mark.text, "::")]
    if len(parts) != 2 or not all(parts):
        if mark.text:
            builder.report(mark.line, 8, '"wrong" is an expected wrong answer and what to say: wrong: form :: feedback')
        return None
    return Wrong(builder.forms(parts[0], mark), parts[1], line=mark.line)


def _media(builder: _Builder, marks: list[Mark]) -> Media | None:
    mark = marks[0]
    file, _, alt = (part.strip() for part in mark.text.partition(" | "))
    if not file:
        return None
    if mark.sign == "image" and not alt:
        builder.wants("image", 'needs words for who cannot see it: "image: map.png | a map of the islands"')
    return Media(file, alt, line=mark.line)


def _was(builder: _Builder, marks: list[Mark]) -> str:
    bank, hash_, old = marks[0].text.partition("#")
    if not (bank and hash_ and old):
        builder.wants("was", 'is the old place of a question: "bank-id#question-id"')
    return marks[0].text


def _allow(_: _Builder, marks: list[Mark]) -> tuple[Allowance, ...]:
    found = []
    for mark in marks:
        rule, _because, reason = mark.text.partition(" because ")
        found.append(Allowance(rule.strip(), reason.strip(), line=mark.line))
    return tuple(found)


_READERS: dict[str, Callable[[_Builder, list[Mark]], Any]] = {
    "hint": _plain,
    "explain": _plain,
    "note": _plain,
    "as-of": _plain,
    "wrong": _wrong,
    "level": _one_of("level", LEVELS),
    "difficulty": _difficulty,
    "objective": _objective,
    "tags": _tags,
    "points": _points,
    "shuffle": _yes_no("shuffle"),
    "reverse": _yes_no("reverse"),
    "typed": _yes_no("typed"),
    "names": _yes_no("names"),
    "image": _media,
    "audio": _media,
    "was": _was,
    "status": _status,
    "allow": _allow,
}
_ATTRIBUTES = {"as-of": "as_of", "status": "draft"}
