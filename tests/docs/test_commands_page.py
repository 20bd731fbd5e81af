"""docs/commands.md names every command, option, variable and exit code, in the program's own words."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from console_blocks import commands as commands_in
from console_blocks import run
from helps import PAGE, commands, help_of, places, with_helps
from manual_pages import ROOT, blocks_of, section_of
from typer.main import get_command
from typer.testing import CliRunner

from quizgen import errors
from quizgen.cli.app import app

_TYPER = tuple(int(part) for part in version("typer").split(".")[:2])
_LAID_OUT_AS_THE_PAGE = _TYPER >= (0, 28)


def _command(name: str) -> Any:
    found: Any = get_command(app)
    for part in name.split():
        found = found.commands[part]
    return found


def _section(name: str) -> str:
    text = section_of(PAGE, f"quizgen {name}".strip())
    return text.split("\n### ", 1)[0]


def _commands() -> list[str]:
    """The commands without the program itself and without the parts of a group."""
    return [name for name in commands() if name and " " not in name]


@pytest.mark.skipif(not _LAID_OUT_AS_THE_PAGE, reason="older typers lay a help text out otherwise")
def test_every_help_text_is_the_program_s_own() -> None:
    text = PAGE.read_text("utf-8")
    assert with_helps(text) == text, "run python tests/docs/helps.py --write"


def test_every_command_has_its_section_with_its_help() -> None:
    assert places(PAGE.read_text("utf-8")) == commands()
    for name in commands():
        assert _section(name)


@pytest.mark.parametrize("name", commands())
def test_every_option_is_explained_beside_the_help(name: str) -> None:
    section = _section(name)
    options = [option for option in _command(name).params if option.opts[0].startswith("-")]
    for option in options:
        longest = max(option.opts, key=len)
        if longest != "--help" or not name:
            assert f"\n| `{longest}` | " in section, longest
    rows = re.findall(r"^\| `(--[a-z-]+)` \|", section, re.MULTILINE)
    assert set(rows) <= {opt for option in options for opt in option.opts} | {"--help"}


def test_the_page_begins_with_every_command() -> None:
    head = PAGE.read_text("utf-8").split("\n## ", 1)[0]
    for name in _commands():
        assert f"| [`quizgen {name}`](#quizgen-{name}) |" in head


def test_help_says_something_of_every_command() -> None:
    for name in filter(None, commands()):
        group, _, part = name.rpartition(" ")
        assert re.search(rf"^  {part} ", help_of(group), re.MULTILINE)


def test_every_exit_code_is_in_the_table() -> None:
    section = section_of(PAGE, "Exit codes")
    kinds = [getattr(errors, name) for name in errors.__all__]
    codes = {kind.exit_code for kind in kinds if isinstance(kind, type) and issubclass(kind, Exception)}
    codes.discard(errors.QuizgenError.exit_code)  # the root of the tree is never raised itself
    for code in sorted({0, 70, 130} | codes):
        assert f"\n| {code} | " in section


def test_every_variable_that_the_program_reads_is_in_the_table() -> None:
    section = section_of(PAGE, "Environment variables")
    read = {
        found
        for path in Path(ROOT / "quizgen").rglob("*.py")
        for found in re.findall(r"environ(?:\.get\(|\[)\"([A-Z_]+)\"", path.read_text("utf-8"))
    }
    assert read >= {"NO_COLOR", "SOURCE_DATE_EPOCH", "QUIZGEN_DEBUG"}
    for name in read:
        assert f"`{name}" in section, name


def _keys(schema: dict[str, Any]) -> set[str]:
    """The names of all fields that a JSON Schema has, at every depth."""
    fields = schema.get("properties", {})
    parts = [*fields.values(), *([schema["items"]] if "items" in schema else [])]
    return set(fields).union(*map(_keys, parts))


def test_every_field_of_the_stats_is_named() -> None:
    keys = _keys(json.loads((ROOT / "docs" / "stats.schema.json").read_text("utf-8")))
    assert keys >= {"$schema", "expected", "in_a_row", "places", "draft"}
    for key in keys:
        assert f"`{key}`" in _section("stats"), key


def test_every_field_of_the_json_of_logs_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    invoke = CliRunner().invoke
    assert invoke(app, ["init"]).exit_code == 0
    assert invoke(app, ["quiz", "questions/tides.md"], input="c\n").exit_code == 0
    for arguments in (["export", "kept.jsonl", "--json"], ["import", "kept.jsonl", "--json"]):
        result = invoke(app, ["log", *arguments])
        assert result.exit_code == 0, result.output
        for key in json.loads(result.stdout):
            assert f"`{key}`" in _section(f"log {arguments[0]}"), key


def test_every_exit_code_of_a_command_stands_in_the_table_of_all() -> None:
    every = set(re.findall(r"^\| (\d+) \| ", section_of(PAGE, "Exit codes"), re.MULTILINE))
    for name in ("quiz", "study", "stats", "log"):
        [said] = re.findall(r"^Exit codes: (.+)", section_of(PAGE, f"quizgen {name}"), re.MULTILINE)
        assert set(re.findall(r"\b\d+\b", said.split("([")[0])) <= every


@pytest.mark.parametrize("name", ["build", "ids", "seal"])
def test_every_field_of_the_json_is_named(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    invoke = CliRunner().invoke
    assert invoke(app, ["init"]).exit_code == 0
    bank = tmp_path / "questions" / "tides.md"
    bank.write_text(bank.read_text("utf-8").replace(" {#season}", ""), "utf-8")
    result = invoke(app, [name, "--json"])
    assert result.exit_code == 0, result.output
    for line in result.stdout.splitlines():
        for key in json.loads(line):
            assert f"`{key}`" in _section(name), key


def test_a_build_writes_what_the_page_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    invoke = CliRunner().invoke
    invoke(app, ["init"])
    (tmp_path / "questions" / "tides.md").rename(tmp_path / "questions" / "islands.md")
    assert invoke(app, ["build"]).exit_code == 0
    made = sorted(f"output/{path.name}" for path in (tmp_path / "output").iterdir())
    assert made == sorted(re.findall(r"^\| `(output/[^`]+)` \|", _section("build"), re.MULTILINE))


CORRECTIONS = (
    (r"(?m)^(## How many.*)\{#how-many\}$", r"\1{#two-a-day}\nwas: example/tides#how-many"),
    (
        r"(?ms)^## What is the main cause.*?^level: recall$",
        "## The cause is the {{Moon}}. {#main-cause}\n> The Moon is",
    ),
    (r"(?m)^hint: .*$", "hint: A season."),
    (r"(?ms)^(## Spring tides come.*?)(^# Coasts.*?\n\n)", r"\2\1"),
)
"""Of the bank that ``quizgen init`` brings: a question renamed, one that becomes a cloze, one corrected, one moved."""


def corrected(course: Path) -> None:
    path = course / "questions" / "tides.md"
    text = path.read_text("utf-8")
    for pattern, replacement in CORRECTIONS:
        text, times = re.subn(pattern, replacement, text)
        assert times == 1, pattern
    path.write_text(text, "utf-8", newline="\n")


def test_a_build_says_of_a_deck_what_the_page_shows(tmp_path: Path) -> None:
    [block] = [block for block in blocks_of(PAGE) if block.remark == ("console", "moved")]
    run("quizgen init", tmp_path)
    run("quizgen build", tmp_path)
    corrected(tmp_path)
    [(command, printed)] = commands_in(block)
    assert run(command, tmp_path) == printed


def test_every_field_of_the_json_of_decks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    invoke = CliRunner().invoke
    invoke(app, ["init"])
    tides = tmp_path / "questions" / "tides.md"
    second = tmp_path / "questions" / "second.md"
    second.write_text(tides.read_text("utf-8").replace("id: example/tides", "id: example/second"), "utf-8")
    invoke(app, ["build", "--only", "anki"])
    second.unlink()
    corrected(tmp_path)
    result = invoke(app, ["build", "--only", "anki", "--merge", "--json"])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [next(iter(record)) for record in records] == ["bank", "lock", "merged"]
    deck = records[0]["deck"]
    assert deck["moved"]
    assert deck["renamed"]
    for record in (*records, deck, *deck["moved"], *deck["renamed"]):
        for key in record:
            assert f"`{key}`" in _section("build"), key
