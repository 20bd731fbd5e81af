"""The fine points of docs/banks.md, one example each."""

from __future__ import annotations

import pytest
from manual_pages import FRONT

from quizgen import Cloze, DataError, parse_bank

KINDS = [
    ("= 1945", "number"),
    ("= 1945\nkind: short", "short"),
    ("= 12 March 2022", "short"),
    ("= 1:30", "short"),
    ("= 3-5", "short"),
    ("= 1/2", "short"),
    ("= 007", "short"),
    ("= 101 Dalmatians", "short"),
    ("= TRUE", "true-false"),
    ("= true | yes", "short"),
    ("= true\nkind: short", "short"),
    ("= 100m", "number"),
    ("= $100m", "number"),
    ("= 80 000", "number"),
    ("= 1.5e3", "number"),
    ("= 2 × 10^6", "number"),
    ("= 80,000 vehicles\nunit: vehicles", "number"),
    ("= words\n= 1945", "short"),
    ("- [x] one\n- [ ] two\nchoose: any", "choices"),
    ("- [x] one\n- [ ] two\nkind: choices", "choices"),
    ("= words\nlines: 3", "open"),
    ("= words\nkind: open", "open"),
    ("kind: open", "open"),
    ("### A smaller heading\n= words", "short"),
    ("= 1980s", "short"),
    ("= 5G", "short"),
    ("= 3rd", "short"),
    ("- \\[1] so\n- two", "list"),
    ("= words\n  aside: this is feedback", "short"),
    (":::\nA {{blank}}.\n:::", "cloze"),
    ("{{std::vector}}", "cloze"),
    ("```\n{{ braces }}\n```\n= words", "short"),
    ("Rule: this is prose\ntwo words: and this\n= words", "short"),
]
ERRORS = [
    "=answer",
    "= words\n>quote",
    "= words\n > one space",
    "= words\n  - indented mark",
    "Hint: nearly a field\n= words",
    "hint : nearly a field\n= words",
    "- [] nearly an option\n- two",
    "- [✓] nearly an option\n- two",
    "* [x] nearly an option\n= words",
    "- [x] one {pinned}\n- [ ] two",
    "= words\n  hint: indented field",
    "= 5\npoints: 0.125",
    "{{c0::a}}",
    "{{C1::a}}",
    "answer: words",
    "= words\nkind: cloze",
    "= 5\nrange: 10 to 20",
    "- [x] one",
    "- a == b\n- == c",
    "1. one",
    "A blank {{ in {{another}} }}",
    "A {{blank}}\n= words",
    "= words\nhint: one\nhint: two",
    "= words\nhint:",
    "= words\nallow:",
    "= words\nhint: a\n  > evidence",
]


@pytest.mark.parametrize(("lines", "kind"), KINDS)
def test_the_kind_is_seen_as_the_page_says(lines: str, kind: str) -> None:
    [question] = parse_bank(f"{FRONT}## What?\n{lines}\n").questions
    assert question.kind == kind


@pytest.mark.parametrize("lines", ERRORS)
def test_what_the_page_calls_an_error_is_one(lines: str) -> None:
    with pytest.raises(DataError):
        parse_bank(f"{FRONT}## What?\n{lines}\n")


@pytest.mark.parametrize(
    "line", ["author:", "author: A\nauthor: B", "autor: A", "tags: [a, b]", "minutes: soon", "names:\n  - one"]
)
def test_errors_of_front_matter(line: str) -> None:
    with pytest.raises(DataError):
        parse_bank(FRONT.replace("\n---\n\n", f"\n{line}\n---\n\n") + "## What?\n= words\n")


def test_a_number_of_a_blank_stays_and_others_are_filled_in() -> None:
    [question] = parse_bank(f"{FRONT}## {{{{c2::b}}}} {{{{a}}}} {{{{c}}}}\n").questions
    assert isinstance(question, Cloze)
    assert [blank.group for blank in question.blanks] == [2, 1, 3]
