"""What is written reads back as the same bank, or is refused with a reason: nothing changes in silence."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from bank_strategies import banks, examples, files, hostile, spaced
from bank_texts import FRONT, bank_of
from hypothesis import assume, given
from hypothesis import strategies as st
from test_bank_parse import MANUAL

from quizgen.bank.model import (
    Answer,
    Bank,
    Choice,
    Cloze,
    List,
    Match,
    Media,
    Option,
    Pair,
    Question,
    Quote,
    Short,
    Topic,
    Wrong,
)
from quizgen.bank.parse import parse_bank, read_bank
from quizgen.bank.write import format_bank, refuse_loss, write_bank
from quizgen.errors import DataError, WriteError
from quizgen.text.spans import bare, unescape


def short(**fields: object) -> Short:
    return Short(**{"prompt": "What?", "answers": (Answer(("a",)),), **fields})  # type: ignore[arg-type]


def bank_with(*questions: Question) -> Bank:
    topics = (Topic(questions=questions),) if questions else ()
    return Bank(id="test", title="Test", topics=topics)


def test_a_bank_as_the_manual_lays_it_out() -> None:
    text = format_bank(parse_bank(MANUAL))
    assert parse_bank(text) == parse_bank(MANUAL)
    assert text == format_bank(parse_bank(text))
    laid_out = re.sub(r"\n\n+", "\n\n", MANUAL.replace("  - item", ""))
    assert sorted(text.split("\n")) == sorted(laid_out.split("\n"))


EVERYTHING = """\
Before the first topic.
<!-- a comment -->

## Every field? {#every-field}
Body text:

::: note
= as it stands
:::

\\note: no field
  \\1. no item

= a | \\| | `b | c`
  > quote
  why
> quote of all
hint: h
explain: e
wrong: f | g :: no
wrong: h :: no, no
note: n
level: apply
difficulty: 2
tags: one, two
points: 0.5
shuffle: no
reverse: yes
typed: no
names: no
image: a.png | words
audio: b.mp3
as-of: 2022
was: old#id
status: draft
allow: rule because reason
allow: other
<!--
two lines
-->

# Kinds {#kinds}
* text

## Number?
= 5 cars | five
unit: cars
range: 4 to 6

## Number?
= 5
tolerance: 5%

## Text?
= 1945
kind: short

## Text?
= true
kind: short

## Braces {{x}}?
= y
kind: short

## Braces {{x}}?
- [x] y
- [ ] z
kind: choice

## Choice?
- [x] a {pin}
  > q
- [ ] b
  no

## Choices?
- [x] a
- [ ] b
choose: any

## True?
= True
correction: no

## The {{c2::a | b :: c}} {{d}}.

## List?
- [x\\] a
- b \\== c
ask: 1
order: fixed

## Match?
- a == b | c
- d == e
- == f

## Order?
1. a
2. b
  > q

## Open?
+ a
  > q
  feedback
= model

## Open?
kind: open

## Open?
= model
lines: 3
"""


def test_everything_that_a_bank_can_hold() -> None:
    bank = bank_of(EVERYTHING)
    assert parse_bank(format_bank(bank)) == bank
    assert [line for line in format_bank(bank).split("\n") if line] == [
        line for line in (FRONT + EVERYTHING).split("\n") if line
    ]


@given(files())
@examples(100)
def test_what_was_read_can_be_written(text: str) -> None:
    try:
        bank = parse_bank(text)
    except DataError:
        assume(False)
    written = format_bank(bank)
    read = parse_bank(written)
    assert read == bank
    assert format_bank(read) == written


@given(st.lists(hostile | spaced, min_size=1, max_size=3))
@examples(150)
def test_any_literal_text_can_be_a_form(raws: list[str]) -> None:
    """Every text that a line can give can be written, in all the places where forms stand.

    Where it needs backslashes of its own, beside code or maths of another form, it may be refused.
    """
    forms = tuple(form for raw in raws if (form := unescape(raw.strip())) and form == form.strip())
    assume(forms)
    bank = bank_with(
        short(answers=(Answer(forms),), wrong=(Wrong(forms, "no"),)),
        List(prompt="What?", members=(Answer(forms), Answer(("b",)))),
        Match(prompt="What?", pairs=(Pair("a", forms), Pair("", forms), Pair("b", ("c",)))),
    )
    assert refused(bank) == "" or any(bare(form) != form for form in forms)


def test_lone_marks_of_code_and_maths_are_guarded_only_where_they_would_meet() -> None:
    text = format_bank(
        bank_with(short(answers=(Answer(("$5", "5 $")), Answer(("`", "a`", "`b`")), Answer(("$x$", "$")))))
    )
    assert text.split("\n")[6:9] == ["= $5 | 5 $", "= \\` | a\\` | `b`", "= $x$ | $"]


def refused(bank: Bank) -> str:
    try:
        refuse_loss(bank, parse_bank(format_bank(bank)), "a.md")
    except DataError as error:
        return str(error)
    return ""


@given(banks)
@examples(100)
def test_any_bank_is_written_as_it_is_or_refused(bank: Bank) -> None:
    try:
        text = format_bank(bank)
        read = parse_bank(text)
        refuse_loss(bank, read, "a.md")
    except DataError as error:
        assert error.problems  # noqa: PT017
    else:
        assert read == bank


# Refused


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (short(prompt=" What?"), "prompt"),
        (short(prompt="What? {#x}"), "id, prompt"),
        (short(answers=(Answer((" a",)),)), "answers"),
        (short(comments=("x --> <!-- y",)), "text after a comment would be lost"),
        (short(comments=("x-->\n## Injected?\n= b\n<!--",)), "comments"),
        (short(hint="a\n## Injected?\n= b"), "hint"),
        (short(explain="a \\"), "explain"),
        (short(hint="h", note="n \\"), "note"),
        (short(tags=("a,b",)), "tags"),
        (short(points=Decimal("0.125")), '"points" is a number above 0'),
        (short(points=Decimal("1E+999999")), '"points" is a number above 0'),
        (short(image=Media("a | b", "c")), "image"),
        (Choice(prompt="What?", options=(Option("a {pin}", True), Option("b", False))), "options"),
        (Choice(prompt="What?", options=(Option("a", False), Option("b", False))), "without a tick"),
        (Cloze(prompt="What {{a}}?", blanks=()), "blanks"),
        (List(prompt="What?", members=(Answer(("a",)),), ask=0), '"ask" is a whole number'),
        (short(evidence=(Quote("a\nb"),)), "text after the first marked line would be lost"),
    ],
)
def test_what_no_bank_can_hold_is_refused(tmp_path: Path, question: Question, names: str) -> None:
    path = tmp_path / "bank.md"
    path.write_text("before")
    with pytest.raises(DataError) as caught:
        write_bank(bank_with(question), path)
    assert names in str(caught.value)
    assert path.read_text() == "before"


@pytest.mark.parametrize(
    ("bank", "names"),
    [
        (Bank(id="a", title="A\n"), "title"),
        (Bank(id="a", title="A", topics=(Topic(title="B", text="C\n# D"),)), "topics"),
        (Bank(id="a", title="A", topics=(Topic(), Topic())), "topics"),
        (Bank(id="a", title="A", tags=(" a",)), "tags"),
        (Bank(id="a", title=""), "the front matter has no title"),
        (Bank(id="A", title="A"), "an id is made of"),
        (Bank(id="a", title="A", minutes=0), '"minutes" is a whole number'),
        (Bank(id="a", title="half a character: \ud800"), "half a character (U+D800)"),
    ],
)
def test_a_bank_that_cannot_be_written(tmp_path: Path, bank: Bank, names: str) -> None:
    with pytest.raises(DataError, match=re.escape(names)):
        write_bank(bank, tmp_path / "bank.md")
    assert list(tmp_path.iterdir()) == []


def test_the_refusal_names_the_question(tmp_path: Path) -> None:
    bank = bank_with(short(), short(id="two", hint=" h"))
    with pytest.raises(DataError) as caught:
        write_bank(bank, tmp_path / "a.md")
    assert str(caught.value) == (
        f'{tmp_path / "a.md"}:1:1: the question "two" cannot be written as it is: see its hint'
    )


# Files


def test_write_bank_writes_a_file(tmp_path: Path) -> None:
    bank = parse_bank(MANUAL)
    write_bank(bank, tmp_path / "a.md")
    write_bank(bank, str(tmp_path / "b.md"))
    assert read_bank(tmp_path / "a.md") == bank
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes() == format_bank(bank).encode()


def test_write_bank_into_no_folder(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="its folder does not exist"):
        write_bank(bank_with(), tmp_path / "none" / "a.md")


# Texts that need help


@pytest.mark.parametrize("text", ["hint: x", "Hint: x", "warning: x", "1. x", "hint:x", "12. x", "note :"])
def test_prose_that_looks_like_a_field_or_an_item(text: str) -> None:
    bank = bank_with(
        short(body=f"{text}\n  {text}\n```\n{text}\n```\n{text}", answers=(Answer(("a",), (), text),), hint=text)
    )
    assert parse_bank(format_bank(bank)) == bank
    topics = (Topic(title="T", text=text),)
    assert parse_bank(format_bank(replace(bank, topics=topics))).topics == topics


@pytest.mark.parametrize(
    "form",
    [
        "a | b",
        "a == b",
        "== b",
        "a :: b",
        "[x] a",
        "[ ] b",
        "[]",
        "[x]\\[x\\]",
        "\\|",
        "C:\\",
        "{{a}}",
        "- a",
        "$5 | $6",
    ],
)
@pytest.mark.parametrize("kind", ["short", "list"])
def test_forms_that_need_a_backslash(form: str, kind: str) -> None:
    answers = (Answer((form, "b")), Answer(("c",)))
    question = short(answers=answers) if kind == "short" else List(prompt="What?", members=answers)
    assert parse_bank(format_bank(bank_with(question))).questions == (question,)


def test_write_bank_of_nothing() -> None:
    assert format_bank(bank_with()) == FRONT
