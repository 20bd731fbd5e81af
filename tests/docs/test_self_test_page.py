"""docs/self-test.md: its sessions, its commands, what it says of answers, and the records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from manual_pages import DOCS, blocks_of, prose_of, section_of
from sessions import PAGE, parts, told
from typer.main import get_command
from typer.testing import CliRunner

from quizgen import parse_bank
from quizgen.answers import Mark, grade
from quizgen.cli.app import app
from quizgen.settings import StudySettings
from quizgen.study.moment import ROLL_OVER
from quizgen.study.ratings import rating_of
from quizgen.study.session.session import HELP

MARKS = {"right": "right", "close": "close", "wrong": "wrong", "partly right": "partial"}
"""What the columns of the tables of answers say, and the grade that they mean."""


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DOCS / f"{name}.schema.json").read_text("utf-8"))
    return found


# Sessions


def test_every_session_goes_as_the_page_shows(tmp_path: Path) -> None:
    assert len(parts()) >= 4
    for block, now in told(tmp_path):
        assert now == block.text, f"{block.name}: run python tests/docs/sessions.py --write"


def test_every_command_of_a_session_is_in_the_table() -> None:
    section = section_of(PAGE, "Commands")
    assert re.findall(r"^\| `(\?|:[a-z])` \| ", section, re.MULTILINE) == [name for name, _ in HELP]


# Answers


def compared() -> Iterator[tuple[str, str, str]]:
    """Each answer in the tables: the question, what is typed, and the grade that its column says."""
    columns: list[str] = []
    for line in section_of(PAGE, "How answers are compared").split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| the bank has |"):
            columns = [MARKS[cell] for cell in cells[1:]]
        elif line.startswith("| `"):
            question = "\n".join(_code(cells[0]))
            yield from (
                (question, typed, mark) for mark, cell in zip(columns, cells[1:], strict=True) for typed in _code(cell)
            )


def _code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize(("question", "typed", "mark"), list(compared()))
def test_an_answer_is_graded_as_the_table_says(question: str, typed: str, mark: str) -> None:
    bank = parse_bank(f"---\nid: x\ntitle: X\n---\n## What is it?\n{question}\n")
    assert grade(bank.questions[0], typed, bank).verdict == mark


def test_the_tables_of_answers_are_read() -> None:
    assert len(list(compared())) > 90


# Study


RATED: tuple[tuple[str, Mark, bool], ...] = (
    ("right", "right", False),
    ("right after a hint, or in a second try", "right", True),
    ("close", "close", False),
    ("partly right, or wrong", "partial", False),
    ("partly right, or wrong", "wrong", False),
    ("skipped, or not marked", "unmarked", False),
)


@pytest.mark.parametrize(("row", "mark", "helped"), RATED)
def test_an_answer_has_the_rating_of_its_row(row: str, mark: Mark, helped: bool) -> None:
    rating = rating_of(mark, helped=helped)
    said = f"*{rating.name.title()}* |" if rating else "none: "
    assert f"\n| {row} | {said}" in section_of(PAGE, "How an answer counts")


def test_the_day_and_the_limits_are_those_of_the_program() -> None:
    section = section_of(PAGE, "Study")
    settings = StudySettings()
    assert f"begins at {ROLL_OVER} in the morning" in section
    assert re.search(rf"`new-per-day` \|.*\| {settings.new_per_day} \|", section)
    assert re.search(rf"`reviews-per-day` \|.*\| {settings.reviews_per_day} \|", section)
    assert f"(`--retention`, {settings.retention})" in section


@pytest.mark.parametrize("command", ["quiz", "study", "stats"])
def test_every_option_is_named(command: str) -> None:
    root: Any = get_command(app)
    text = prose_of(PAGE)
    for option in root.commands[command].params:
        if option.opts[0].startswith("-"):
            assert any(f"`{name}" in text or f" {name}" in text for name in option.opts), option.opts


# Records


def test_the_record_is_the_one_that_a_session_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [block] = [block for block in blocks_of(PAGE) if block.remark[0] == "record"]
    shown = json.loads(block.text)
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    runner.invoke(app, ["init"])
    result = runner.invoke(app, ["quiz", "questions/tides.md", "--kind", shown["kind"], "--json"], input="t\n")
    [record] = map(json.loads, result.stdout.splitlines())
    changing = ("uid", "seconds")
    assert list(record) == list(shown)
    assert {name: value for name, value in record.items() if name not in changing} == {
        name: value for name, value in shown.items() if name not in changing
    }


def test_every_field_of_an_answer_is_in_the_table() -> None:
    found = schema("answer")["$defs"]
    fields = {name for part in found.values() for name in part.get("properties", {})}
    assert _named("Pipes") == fields
    for name in ("event", "verdict", "rating"):
        values = [part["properties"][name] for part in found.values() if name in part.get("properties", {})]
        for value in {value for one in values for value in one.get("enum", [one.get("const")]) if value}:
            assert f"`{value}`" in section_of(PAGE, "Pipes")


def test_every_field_of_the_log_is_in_the_table() -> None:
    fields = schema("log")["properties"]
    assert _named("From one machine to another") == set(fields)
    for value in (*fields["kind"]["enum"], *fields["mode"]["enum"]):
        assert f"`{value}`" in section_of(PAGE, "From one machine to another")


def _named(title: str) -> set[str]:
    """What stands in the first column of a section's table of fields."""
    _, _, table = section_of(PAGE, title).partition("| field | is |")
    return {name for row in re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE) for name in _code(row)}
