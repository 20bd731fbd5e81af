"""Kinds are seen from the shape; fields belong to all kinds or to one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bank_texts import FRONT, asked, error_of, errors_of, question_of

from quizgen.bank.fields import FIELDS, LEVELS
from quizgen.bank.model import (
    KINDS,
    Allowance,
    Answer,
    Choice,
    Choices,
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
    Quote,
    Short,
    TrueFalse,
    Wrong,
)
from quizgen.bank.parse import parse_bank

# The table of kinds


@pytest.mark.parametrize("text", ["true", "false", "True", "FALSE"])
def test_true_or_false_alone(text: str) -> None:
    question = asked(f"= {text}\n  so it is\ncorrection: not so\n")
    assert question == TrueFalse(prompt="What?", answer=Answer((text,), (), "so it is"), correction="not so")
    assert question.true is (text.lower() == "true")
    assert question.kind == "true-false"


@pytest.mark.parametrize("marks", ["= true | right\n", "= true\n= right\n", "= true\nkind: short\n", "= truest\n"])
def test_true_among_others_is_short(marks: str) -> None:
    assert asked(marks).kind == "short"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5", "number"),
        ("-5", "number"),
        ("$100 million", "number"),
        ("9%", "number"),
        ("9 per cent", "number"),
        ("300 km", "number"),
        ("1 945", "number"),
        ("1,945", "number"),
        ("5 vehicles", "short"),
        ("0123", "short"),
        ("24 February 2022", "short"),
        ("3-5", "short"),
        ("101 Dalmatians", "short"),
        ("1:30", "short"),
        ("about 5", "short"),
        ("five", "short"),
    ],
)
def test_an_answer_that_is_as_a_whole_a_number(text: str, kind: str) -> None:
    question = asked(f"= {text}\n")
    assert question.kind == kind
    assert question.parts() == (Answer((text,)),)


def test_fields_of_a_number() -> None:
    question = asked("= 300 vehicles | 300\nunit: vehicles\nrange: 250 to 350\ntolerance: 5%\n")
    assert question == Number(
        prompt="What?",
        answers=(Answer(("300 vehicles", "300")),),
        unit="vehicles",
        low="250",
        high="350",
        tolerance="5%",
    )


def test_the_first_form_decides_whether_it_is_a_number() -> None:
    assert asked("= 9 | nine\n").kind == "number"
    assert asked("= nine | 9\n").kind == "short"


def test_further_answers_are_further_lines() -> None:
    question = asked("= the Soviet Union | USSR\n> seized\n= Soviet Russia\n")
    assert question == Short(
        prompt="What?",
        answers=(Answer(("the Soviet Union", "USSR")), Answer(("Soviet Russia",))),
        evidence=(Quote("seized"),),
    )


def test_one_right_option_is_a_choice() -> None:
    question = asked("- [ ] a\n- [x] b {pin}\n  > why\n  so\n- [ ] none of these {pin}\n")
    assert question == Choice(
        prompt="What?",
        options=(
            Option("a", False),
            Option("b", True, True, (Quote("why"),), "so"),
            Option("none of these", False, pinned=True),
        ),
    )
    assert question.all_evidence() == (Quote("why"),)


@pytest.mark.parametrize(
    "marks", ["- [x] a\n- [X] b\n", "- [x] a\n- [ ] b\nchoose: any\n", "- [x] a\n- [ ] b\nkind: choices\n"]
)
def test_several_right_options_are_choices(marks: str) -> None:
    assert isinstance(asked(marks), Choices)


def test_options_keep_their_text() -> None:
    assert [o.text for o in asked("- [x] a == b\n- [ ] a | b\n- [ ] \\{pin}\n- [ ] {pin} it\n").options] == [
        "a == b",
        "a | b",
        "\\{pin}",
        "{pin} it",
    ]


def test_pairs_are_a_match() -> None:
    question = asked("- a | b == c | d\n  > e\n  f\n- `g == h` == i\n- == j | k\n- \\== l == c\n")
    assert question == Match(
        prompt="What?",
        pairs=(
            Pair("a | b", ("c", "d"), (Quote("e"),), "f"),
            Pair("`g == h`", ("i",)),
            Pair("", ("j", "k")),
            Pair("\\== l", ("c",)),
        ),
    )
    assert [pair.left for pair in question.matched] == ["a | b", "`g == h`", "\\== l"]
    assert question.rights == ("c", "i", "j")


def test_members_are_a_list() -> None:
    question = asked("- a | b\n  > c\n- d\n- [e](f)\n- \\[g]\n- h==i\n- j \\== k\n")
    assert isinstance(question, List)
    assert question.members == (
        Answer(("a", "b"), (Quote("c"),)),
        Answer(("d",)),
        Answer(("[e](f)",)),
        Answer(("[g]",)),
        Answer(("h==i",)),
        Answer(("j == k",)),
    )
    assert (question.ordered, question.ask, question.asked) == (False, None, 6)


def test_fields_of_a_list() -> None:
    question = asked("- a\n- b\n- c\norder: fixed\nask: 2\n")
    assert (question.ordered, question.ask, question.asked) == (True, 2, 2)
    assert asked("- a\norder: any\n").ordered is False


def test_numbered_lines_are_an_order() -> None:
    lines = "".join(f"{number}. item {number}\n" for number in range(1, 13))
    question = asked(lines + "   > proof\n")
    assert isinstance(question, Order)
    assert question.items[0] == Item("item 1")
    assert question.items[11] == Item("item 12", (Quote("proof"),))


def test_points_are_an_open_question() -> None:
    question = asked("+ a\n  > b\n  c\n+ d\n= One model.\n  > e\n  Goes on.\n= 5\nlines: 5\n")
    assert question == Open(
        prompt="What?",
        marking=(Point("a", (Quote("b"),), "c"), Point("d")),
        model=(Answer(("One model. Goes on.",), (Quote("e"),)), Answer(("5",))),
        lines=5,
    )
    assert [quote.text for quote in question.all_evidence()] == ["b", "e"]


@pytest.mark.parametrize("marks", ["lines: 5\n", "kind: open\n", "= a model | answer\nlines: 1\n", "+ a\n"])
def test_open_without_points(marks: str) -> None:
    assert isinstance(asked(marks), Open)


def test_a_model_answer_is_shown_not_compared() -> None:
    assert asked("= a \\| b | c\nlines: 1\n").model == (Answer(("a \\| b | c",)),)


def test_blanks_are_a_cloze() -> None:
    question = question_of("## The {{c2::one}} {{two}}\nand {{three}}\n> q\nexplain: e\n")
    assert [(blank.forms, blank.group) for blank in question.blanks] == [(("one",), 2), (("two",), 1), (("three",), 3)]
    assert question.parts() == ()


@pytest.mark.parametrize(
    ("marks", "kind"),
    [
        ("= 1945\nkind: short\n", "short"),
        ("= true\nkind: short\n", "short"),
        ("= true\nkind: true-false\n", "true-false"),
        ("= 5\nkind: number\n", "number"),
        ("- [x] a\n- [ ] b\nkind: choice\n", "choice"),
        ("- [x] a\n- [ ] b\nkind: choices\n", "choices"),
        ("- a\nkind: list\n", "list"),
        ("1. a\n2. b\nkind: order\n", "order"),
        ("- a == b\n- c == d\nkind: match\n", "match"),
        ("+ a\nkind: open\n", "open"),
    ],
)
def test_kind_decides_where_a_shape_would_mislead(marks: str, kind: str) -> None:
    assert asked(marks).kind == kind


@pytest.mark.parametrize("marks", ["= a\nkind: short\n", "- [x] a\n- [ ] b\nkind: choice\n", "+ a\nkind: open\n"])
def test_a_given_kind_leaves_braces_alone(marks: str) -> None:
    question = question_of(f"## What is {{{{x}}}}?\n{marks}")
    assert question.kind != "cloze"
    assert question.prompt == "What is {{x}}?"


def test_every_kind_has_a_name() -> None:
    assert list(KINDS) == [
        "short", "number", "choice", "choices", "true-false", "cloze", "list", "match", "order", "open",
    ]  # fmt: skip


# The table of fields


def test_every_field_that_all_kinds_have() -> None:
    text = (
        "---\nid: t\ntitle: T\nobjectives:\n  - Name: them\n---\n## What?\n= a\n"
        "hint: first: help\nexplain: why\nwrong: b | c :: No: d\nwrong: e :: Not `f :: g`\nnote: errata\n"
        "level: analyse\ndifficulty: 5\nobjective: Name: them\ntags: one, two words,three\npoints: 2.50\n"
        "shuffle: no\nreverse: yes\ntyped: no\nnames: no\nimage: maps/a b.png | a map | of it\naudio: a.mp3\n"
        "as-of: 2022\nwas: old/bank#old-id\nstatus: draft\nallow: long-options because: it | is\nallow: no-evidence\n"
    )
    (question,) = parse_bank(text.replace("because: it", "because it")).questions
    assert question == Short(
        prompt="What?",
        answers=(Answer(("a",)),),
        hint="first: help",
        explain="why",
        wrong=(Wrong(("b", "c"), "No: d"), Wrong(("e",), "Not `f :: g`")),
        note="errata",
        level="analyse",
        difficulty=5,
        objective="Name: them",
        tags=("one", "two words", "three"),
        points=Decimal("2.5"),
        shuffle=False,
        reverse=True,
        typed=False,
        names=False,
        image=Media("maps/a b.png", "a map | of it"),
        audio=Media("a.mp3"),
        as_of="2022",
        was="old/bank#old-id",
        draft=True,
        allow=(Allowance("long-options", "it | is"), Allowance("no-evidence")),
    )
    assert not question.approved


def test_the_fields_as_they_are_without_a_line() -> None:
    question = asked("= a\nshuffle: yes\nreverse: no\ntyped: yes\nnames: yes\nstatus: approved\n")
    assert question == Short(prompt="What?", answers=(Answer(("a",)),))
    assert question.approved


@pytest.mark.parametrize("level", LEVELS)
def test_levels(level: str) -> None:
    assert asked(f"= a\nlevel: {level}\n").level == level


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("level", "Recall", "is one of recall, understand, apply, analyse"),
        ("difficulty", "6", "is a whole number from 1 to 5"),
        ("difficulty", "0", "is a whole number from 1 to 5"),
        ("difficulty", "two", "is a whole number from 1 to 5"),
        ("difficulty", "٣", "is a whole number from 1 to 5"),
        ("difficulty", "1.0", "is a whole number from 1 to 5"),
        ("objective", "Name them", 'is one of the bank\'s "objectives:", word for word'),
        ("tags", "one,,two", "is words between commas: one, two"),
        ("tags", "[one, two]", "is words between commas: one, two"),
        ("points", "0", 'is a number above 0, such as "2" or "0.5", up to 1000'),
        ("points", "-1", 'is a number above 0, such as "2" or "0.5", up to 1000'),
        ("points", "2,5", 'is a number above 0, such as "2" or "0.5", up to 1000'),
        ("points", "1_0", 'is a number above 0, such as "2" or "0.5", up to 1000'),
        ("points", "1e2", 'is a number above 0, such as "2" or "0.5", up to 1000'),
        ("points", "NaN", 'is a number above 0, such as "2" or "0.5", up to 1000'),
        ("points", "1001", 'is a number above 0, such as "2" or "0.5", up to 1000'),
        ("shuffle", "No", 'is "yes" or "no"'),
        ("reverse", "true", 'is "yes" or "no"'),
        ("typed", "off", 'is "yes" or "no"'),
        ("names", "n", 'is "yes" or "no"'),
        ("image", "map.png", 'is a file, and words for who cannot see it: "image: map.png | a map of the islands"'),
        ("was", "old-id", 'is the old place of a question: "bank-id#question-id"'),
        ("was", "bank#", 'is the old place of a question: "bank-id#question-id"'),
        ("was", "Bank#id", 'is the old place of a question: "bank-id#question-id"'),
        ("status", "done", 'is "draft", or left out once the question is approved'),
        ("kind", "shorts", f"is one of {', '.join(KINDS)}"),
        ("kind", "number", 'asks for a line such as "= 9 per cent" that is as a whole a number'),
        ("kind", "true-false", 'asks for one line "= true" or "= false"'),
        ("kind", "list", "does not fit: the lines under this heading make a short question"),
        ("kind", "cloze", "does not fit: the lines under this heading make a short question"),
    ],
)
def test_a_value_that_a_field_cannot_have(field: str, value: str, rule: str) -> None:
    column = len(field) + 3
    assert error_of(f"## What?\n= a\n{field}: {value}\n") == f'bank.md:7:{column}: "{field}" {rule}; found "{value}"'


@pytest.mark.parametrize(
    ("marks", "error"),
    [
        ("= 5\nrange: 1-9", '7:8: "range" is two numbers, the lower first: "10 to 20"; found "1-9"'),
        ("= 5\nrange: 9 to 1", '7:8: "range" is two numbers, the lower first: "10 to 20"; found "9 to 1"'),
        ("= 5\nrange: 6 to 9", '7:8: "range" does not hold the answer of line 6; found "6 to 9"'),
        ("= 5\ntolerance: a bit", '7:12: "tolerance" is a number or a percentage: "0.5" or "5%"; found "a bit"'),
        ("= 5\ntolerance: -1", '7:12: "tolerance" is a number or a percentage: "0.5" or "5%"; found "-1"'),
        ("- a\n- b\nask: 3", '8:6: "ask" is a whole number from 1 to 2; found "3"'),
        ("- a\n- b\nask: 0", '8:6: "ask" is a whole number from 1 to 2; found "0"'),
        ("- a\norder: strict", '7:8: "order" is "fixed" (to recite) or "any"; found "strict"'),
        ("- [x] a\n- [ ] b\nchoose: all", '8:9: "choose" is "any"; found "all"'),
        ("- [x] a\n- [x] b\nkind: choice", '8:7: "kind" asks for one right option; found "choice"'),
        ("+ a\nlines: 0", '7:8: "lines" is a whole number from 1 to 100; found "0"'),
        ("+ a\nlines: many", '7:8: "lines" is a whole number from 1 to 100; found "many"'),
        ("= a\nunit: km", '7:1: "unit" belongs to number questions; this one is short'),
        ("= a\ntolerance: 5%", '7:1: "tolerance" belongs to number questions; this one is short'),
        ("= a\nrange: 1 to 2", '7:1: "range" belongs to number questions; this one is short'),
        ("= a\nask: 1", '7:1: "ask" belongs to list questions; this one is short'),
        ("= a\norder: any", '7:1: "order" belongs to list questions; this one is short'),
        ("= a\nchoose: any", '7:1: "choose" belongs to choice and choices questions; this one is short'),
        ("= a\ncorrection: b", '7:1: "correction" belongs to true-false questions; this one is short'),
    ],
)
def test_a_value_that_this_kind_cannot_have(marks: str, error: str) -> None:
    assert error_of(f"## What?\n{marks}\n") == f"bank.md:{error}"


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in ("wrong", "allow")])
def test_a_field_stands_once(name: str) -> None:
    errors = errors_of(f"## What?\n{name}: a\n{name}: b\n= a\n")
    assert f'bank.md:7:1: "{name}" stands twice (first in line 6); keep one' in errors


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_not_empty(name: str) -> None:
    errors = errors_of(f"## What?\n= a\n{name}:\n")
    assert f'bank.md:7:1: "{name}:" is empty; give it a value or delete the line' in errors
    assert len([error for error in errors if "belongs to" not in error and "two shapes" not in error]) == 1


def test_front_takes_four_lines() -> None:
    assert FRONT.count("\n") == 4


def test_a_wrong_option_may_have_evidence_that_shows_why() -> None:
    [question] = parse_bank("---\nid: a\ntitle: T\n---\n## What?\n- [x] a\n- [ ] b\n  > not b\n  Why not.\n").questions
    wrong = question.parts()[1]
    assert [quote.text for quote in wrong.evidence] == ["not b"]
    assert wrong.feedback == "Why not."  # type: ignore[union-attr]
