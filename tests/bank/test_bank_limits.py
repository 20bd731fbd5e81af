"""Large and hostile files: read in time, or refused in time; never anything but DataError."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from bank_strategies import examples, files
from bank_texts import FRONT, bank_of, errors_in, errors_of
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.bank.json_form import bank_from_json
from quizgen.bank.parse import parse_bank
from quizgen.errors import DataError

SECONDS = 3.0
MEGA = 300_000  # repeats: large enough that anything quadratic takes minutes


def in_time(work: Callable[[], object]) -> None:
    start = time.process_time()
    work()
    assert time.process_time() - start < SECONDS


def outcome(text: str) -> object:
    try:
        return parse_bank(text)
    except DataError as error:
        return error.problems


# Any text


@given(st.text(max_size=300) | files() | st.text(alphabet="#=>+-[x] {}$`\\|:1.\n\t\r", max_size=200).map(FRONT.__add__))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    found = outcome(text)
    assert found
    if isinstance(found, tuple):
        lines = text.count("\n") + 1
        assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in found)


@given(files())
@examples(100)
def test_line_ends_change_nothing(text: str) -> None:
    assert outcome(text) == outcome(text.replace("\n", "\r\n"))


@given(st.text(max_size=100))
@settings(max_examples=100, deadline=None)
def test_any_text_is_json_or_refused(text: str) -> None:
    try:
        bank_from_json(text)
    except DataError as error:
        assert error.problems  # noqa: PT017


# Hostile texts


@pytest.mark.parametrize(
    "piece",
    ["{{", "}}", "{{a", "{{a}}", "{{a}} $ ", "{{`", "`", "``` ", "`a", "$", "$a", "\\$", "\\", "\\(", "\\[", "[",
    "] [", "{#", " {#a", "{#a} ", "|", " | ", " == ", " :: ", "a: ", "1. ", "- ", "<!--", "-->", ":", ":::", "> ",
    "[x] ", "\t", "é", "\u3000"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["## {}", "## Q?\n= {}", "## Q?\n- {}", "## Q?\n{}\n= a", "## Q?\n= a\n{}", "{}"])
def test_a_long_line_of(piece: str, form: str) -> None:
    text = (piece * 50_000)[:99_000]
    in_time(lambda: errors_of(form.format(text) + "\n"))


@pytest.mark.parametrize(
    "line",
    ["## {{", "## {{a}}", "{{a}} `$", "= a \\", "\\", "1. a", "- a", "- [x]", "- a == b", "> a", "+ a", "hint: a",
    "x: a", "  a", "  > a", "# a", "## a", "## a {#a}", "```", ":::", "`", "<!--", "<!-- -->", "a", "---", "",
    "wrong: a :: b", "title: a", "  - a"],
)  # fmt: skip
@pytest.mark.parametrize("before", ["", FRONT, FRONT + "## Q?\n", FRONT + "## Q?\n= a\n", "---\ntags:\n"])
def test_many_lines_of(line: str, before: str) -> None:
    text = before + f"{line}\n" * (MEGA // 10)
    in_time(lambda: errors_in(text))


def test_body_text_full_of_blanks_and_code() -> None:
    body = "{{a `}}` | $x$}} and `code` $5 \\{{ \n" * 10_000
    in_time(lambda: bank_of(f"## Q?\n{body}"))
    assert len(bank_of(f"## Q?\n{body}").questions[0].blanks) == 10_000


def test_a_field_of_many_lines() -> None:
    in_time(lambda: bank_of("## Q?\n= a\nexplain: b\n" + "  c\n" * 100_000))


@pytest.mark.parametrize(
    "garbage", ["\x00" * 5_000_000, "\x00\n" * 1_000_000, "ab" * 5_000_000, "=ab\n" * 1_000_000, "\r" * 3_000_000]
)
def test_garbage_is_refused_in_time(garbage: str) -> None:
    in_time(lambda: errors_in(garbage))
    errors = errors_in(garbage)
    assert errors
    assert sum(map(len, errors)) < 500_000


def test_a_large_bank_is_read() -> None:
    question = (
        "## What is asked? {{#q-{}}}\n- [x] an option | with a bar\n  > its proof\n- [ ] another\nlevel: recall\n\n"
    )
    text = FRONT + "".join(question.format(number) for number in range(20_000))
    start = time.process_time()
    bank = parse_bank(text)
    assert time.process_time() - start < 3 * SECONDS
    assert len(bank.questions) == 20_000
