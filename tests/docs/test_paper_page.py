"""docs/paper.md: its commands run in a fresh course, and it names what there is."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from console_blocks import commands, run
from jsonschema import Draft202012Validator
from manual_pages import DOCS, ROOT, Block, blocks_of, prose_of, section_of
from typer.testing import CliRunner

from quizgen import KINDS
from quizgen.cli.app import app
from quizgen.cli.wanted_sheets import Wanted
from quizgen.paper.cards.cards import Cards
from quizgen.paper.cards.imposition import GRIDS, TURNS
from quizgen.paper.json_form import json_form
from quizgen.paper.key.key import Key
from quizgen.paper.key.table import COLUMNS
from quizgen.paper.layout import PAPERS, PRESETS, layout_of
from quizgen.paper.page import Page
from quizgen.paper.plan import FORMATS
from quizgen.paper.sheets.student_columns import column_of
from quizgen.paper.sheets.versions import Copy
from quizgen.paper.worksheet.asked import Asked
from quizgen.paper.worksheet.reading import Paragraph, Reading
from quizgen.paper.worksheet.worksheet import PlacedSection, Version, Worksheet
from quizgen.publish.endings import CARDS, KEY, MANIFEST, SUPPORT, WORKSHEET

PAGE = DOCS / "paper.md"
EXAMPLE = DOCS / "examples" / "own-look"
TEMPLATES = ROOT / "templates" / "paper"

# What it shows


def _prepare(block: Block, folder: Path) -> None:
    """Carry out the remark of a block: write its text, copy a file, or change one."""
    what, value = block.remark
    if what == "file":
        (folder / value).write_text(block.text, "utf-8")
    elif what == "copy":
        old, _, new = value.partition(" => ")
        shutil.copy(folder / old, folder / new)
    elif what == "change":
        name, _, change = value.partition(": ")
        old, _, new = change.partition(" => ")
        path = folder / name
        assert path.read_text("utf-8").count(old) == 1, value
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_every_command_does_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    invoke = CliRunner().invoke
    assert invoke(app, ["init"]).exit_code == 0
    ran = 0
    for block in blocks_of(PAGE):
        _prepare(block, tmp_path)
        for line in block.text.splitlines() if block.info == "sh" else ():
            program, *arguments = line.split()
            if program == "quizgen":
                result = invoke(app, arguments)
                assert result.exit_code == 0, (line, result.output)
                ran += 1
        for command, shown in commands(block) if block.info == "console" else ():
            assert run(command, tmp_path) == shown, block.name
    assert ran > 12


def test_a_build_writes_the_files_at_the_head_of_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    invoke = CliRunner().invoke
    invoke(app, ["init"])
    assert invoke(app, ["build", "--only", "paper", "--support", "--cards", "2x4"]).exit_code == 0
    made = {path.name for path in (tmp_path / "output").iterdir()} - {"index.html"}
    rows = re.findall(r"^\| `output/(\S+?)\.(\w+)`(, `\.html`)? \|", PAGE.read_text("utf-8"), re.MULTILINE)
    named = {f"{stem}.{end}" for stem, end, _ in rows} | {f"{stem}.html" for stem, _, both in rows if both}
    assert named == made
    assert {f"tides{part}.pdf" for part in (WORKSHEET, SUPPORT, KEY, CARDS)} | {f"tides{MANIFEST}"} <= named


@pytest.mark.parametrize("name", ["own.typ", "own.html", "own.css"])
def test_the_example_of_a_look_is_the_one_that_is_built(name: str) -> None:
    [block] = [block for block in blocks_of(PAGE) if block.remark == ("example", name)]
    assert (EXAMPLE / "templates" / "paper" / name).read_text("utf-8") == block.text


# What there is


@pytest.mark.parametrize("name", Wanted.__slots__)
def test_every_option_of_sheets_is_named(name: str) -> None:
    option = {"form": "format"}.get(name, name.replace("_", "-"))
    assert re.search(rf"--{option}\b", PAGE.read_text("utf-8"))


def test_every_preset_is_in_the_table_with_its_numbers() -> None:
    section = section_of(PAGE, "Size, columns, paper")
    rows = re.findall(r"^\| `(\w+)` \| ([\d.]+) pt.*? \| ([\d.]+) mm \|$", section, re.MULTILINE)
    assert rows == [(one.name, f"{one.size:g}", f"{one.line:g}") for one in PRESETS.values()]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_is_named(paper: str) -> None:
    assert f"`--paper {paper}`" in section_of(PAGE, "Size, columns, paper")


def test_every_grid_and_turn_of_cards_is_named() -> None:
    section = section_of(PAGE, "Cards to cut out")
    assert re.findall(r"`(\dx\d)`", section) == [*GRIDS]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [*TURNS]


def test_every_format_and_every_column_of_the_table_is_named() -> None:
    section = section_of(PAGE, "The key")
    for name in (*FORMATS, *COLUMNS):
        assert f"`{name}`" in section, name


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told(kind: str) -> None:
    assert f"\n| {kind} | " in section_of(PAGE, "What is on the sheet")


def test_every_heading_of_a_list_of_students_is_read() -> None:
    section = section_of(PAGE, "A sheet for each student")
    rows = re.findall(r"^\| `(\w+)` \| .*? \| (.*?) \|$", section, re.MULTILINE)
    known = {"name": "name", "class": "group", "version": "version", "support": "support"}
    assert [name for name, _ in rows] == [*known]
    for name, others in rows:
        for heading in (name, *others.split(", ")):
            assert column_of(heading) == known[name], heading
    assert (column_of("first name"), column_of("last name")) == ("first", "last")


def test_every_language_is_named() -> None:
    section = section_of(PAGE, "Languages")
    named = re.findall(r"`(\w\w)` \| [A-Z]", section)
    assert sorted(named) == sorted(path.stem for path in (TEMPLATES / "labels").glob("*.toml"))


def test_every_template_is_named() -> None:
    named = set(re.findall(r"`([\w/]+\.\w+)`", section_of(PAGE, "All templates").partition("Page and PDF")[0]))
    there = {path.name for path in TEMPLATES.iterdir() if path.is_file()} | {"labels/en.toml"}
    assert named == there


DATA = {
    "worksheet": (Worksheet,),
    "… its questions": (Asked,),
    "… its versions": (Version,),
    "… a version's sections": (PlacedSection,),
    "… its copies": (Copy,),
    "… its reading": (Reading, Paragraph),
    "key": (Key,),
    "cards": (Cards,),
    "page of each": (Page,),
}


@pytest.mark.parametrize("row", DATA)
def test_every_field_that_a_template_gets_is_named(row: str) -> None:
    assert _fields_of(row) == {field.name for kind in DATA[row] for field in fields(kind)}


def test_every_field_of_a_layout_is_named() -> None:
    assert _fields_of("layout of a page") == set(json_form(layout_of()))


def _fields_of(row: str) -> set[str]:
    [cell] = re.findall(rf"^\| {row} \| (.*) \|$", section_of(PAGE, "All templates"), re.MULTILINE)
    return set(re.findall(r"`(\w+)`", cell))


@pytest.mark.parametrize("name", ["key", "manifest"])
def test_what_a_build_writes_fits_its_schema(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = json.loads((DOCS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    monkeypatch.chdir(tmp_path)
    invoke = CliRunner().invoke
    invoke(app, ["init"])
    options = ["--format", "json,html", "--versions", "2", "--support", "--reading", "--cards", "2x4"]
    assert invoke(app, ["build", "--only", "paper", *options]).exit_code == 0
    written = json.loads((tmp_path / "output" / f"tides-{name}.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(written)


def test_the_page_says_whose_the_reading_is() -> None:
    assert "belongs to its author" in prose_of(PAGE)
