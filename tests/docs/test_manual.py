"""The manual holds what it says: its examples parse, its errors come, its names are those of the program."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest
from manual_pages import DOCS, PAGES, README, ROOT, Block, anchors_of, blocks_of, links_of, section_of

from quizgen import KINDS, DataError, parse_bank
from quizgen.article import find_quote, make_article, read_article
from quizgen.bank.fields import BANK_LISTS, BANK_SCALARS, FIELDS
from quizgen.bank.json_form import bank_from_json, json_schema
from quizgen.bank.model import Bank
from quizgen.paper.layout import PAPERS, PRESETS
from quizgen.paper.plan import FORMATS
from quizgen.settings import AnkiSettings, Settings, SheetSettings, StudySettings, read_settings

BANKS = DOCS / "banks.md"
EXAMPLES = [
    block
    for page in (BANKS, README, DOCS / "tutorial.md", DOCS / "self-test.md", DOCS / "anki.md")
    for block in blocks_of(page)
    if block.info == "markdown"
]
TIDES = read_article(ROOT / "templates" / "course" / "questions" / "tides.txt")


def _named(block: Block) -> str:
    return block.name


def _kinds(block: Block) -> list[str]:
    """The kinds that the page says its questions have: in a remark, else in the heading above."""
    if block.remark[0] == "kinds":
        return block.remark[1].split(", ")
    return [block.headings[-1]] if block.headings[-1] in KINDS else []


def _bank(block: Block) -> Bank:
    return parse_bank(block.bank)


@pytest.mark.parametrize("block", EXAMPLES, ids=_named)
def test_every_example_parses_and_has_the_kinds_that_the_page_says(block: Block) -> None:
    kinds = [question.kind for question in _bank(block).questions]
    assert kinds
    assert kinds == _kinds(block) or block.remark[0] == "file"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_section_with_an_example(kind: str) -> None:
    assert any(block.headings[1:] == ("The ten kinds", kind) for block in EXAMPLES)
    assert f"| {kind}" in section_of(DOCS / "self-test.md", "How to answer")
    assert kind in section_of(BANKS, "Scores and points")


@pytest.mark.parametrize("block", [block for block in EXAMPLES if block.page == BANKS], ids=_named)
def test_the_evidence_of_the_examples_stands_in_their_reading(block: Block) -> None:
    for question in _bank(block).questions:
        for quote in question.all_evidence():
            assert find_quote(TIDES, quote.text), quote.text


def _errors() -> list[tuple[Block, Block]]:
    blocks = blocks_of(BANKS)
    return [(block, blocks[at + 1]) for at, block in enumerate(blocks) if block.info == "markdown error"]


@pytest.mark.parametrize(("block", "message"), _errors(), ids=lambda block: block.name)
def test_every_error_is_the_one_that_the_page_shows(block: Block, message: Block) -> None:
    with pytest.raises(DataError) as error:
        parse_bank(block.bank)
    assert f"{error.value}\n" == message.text


def test_there_are_examples_of_errors() -> None:
    assert len(_errors()) >= 5


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_a_question_has_a_row(name: str) -> None:
    assert f"\n| `{name}` | " in section_of(BANKS, "Fields of a question")


@pytest.mark.parametrize("name", BANK_SCALARS + BANK_LISTS)
def test_every_field_of_a_bank_has_a_row_and_an_example(name: str) -> None:
    assert f"\n| `{name}` | " in section_of(BANKS, "Fields of a bank")
    assert any(f"\n{name}:" in block.text for block in EXAMPLES)


def test_no_row_names_a_field_that_is_not_there() -> None:
    for title, known in (("Fields of a question", FIELDS), ("Fields of a bank", BANK_SCALARS + BANK_LISTS)):
        rows = [line.split("`")[1] for line in section_of(BANKS, title).split("\n") if line.startswith("| `")]
        assert sorted(rows) == sorted(known)


def test_the_examples_in_the_table_of_fields_parse() -> None:
    for line in section_of(BANKS, "Fields of a question").split("\n"):
        if line.startswith("| `"):
            name, example = line.split("`")[1], line.split("`")[-2].replace("\\|", "|")
            front = "---\nid: x\ntitle: X\nobjectives:\n  - Explain the tides\n---\n"
            assert name in _fields_read(front, name, example)


def _fields_read(front: str, name: str, example: str) -> str:
    """The example if a question with it parses; the question is of the kind that the field belongs to."""
    answers = {
        "correction": "= false",
        "lines": "+ a point",
        "unit": "= 25",
        "tolerance": "= 25",
        "range": "= 25",
        "ask": "- one\n- two\n- three",
        "order": "- one\n- two",
        "choose": "- [x] one\n- [ ] two",
        "shuffle": "- [x] one\n- [ ] two",
    }
    parse_bank(f"{front}## Q\n{answers.get(name, '= words')}\n{example}\n")
    return example


def test_the_json_example_is_a_bank() -> None:
    [block] = [block for block in blocks_of(BANKS) if block.info == "json"]
    assert [question.kind for question in bank_from_json(block.text).questions] == ["short"]


def test_the_published_schema_is_that_of_the_program() -> None:
    published = json.loads((DOCS / "bank.schema.json").read_text("utf-8"))
    assert published == json_schema(), "run quizgen convert --schema -o docs/bank.schema.json"


def test_what_a_quote_must_match_is_as_the_page_says() -> None:
    page = DOCS / "article.md"
    [block] = [block for block in blocks_of(page) if block.remark[0] == "article"]
    article = make_article(block.text)
    rows = [line for line in section_of(page, "What a quote must match").split("\n") if line.startswith("| `")]
    assert len(rows) == 5
    for row in rows:
        _, quote, found = row.split("|")[:3]
        assert bool(find_quote(article, quote.strip().strip("`"))) == found.strip().startswith("yes"), quote


TABLES: dict[str, type[Settings | AnkiSettings | SheetSettings | StudySettings]] = {
    "": Settings,
    "[anki]": AnkiSettings,
    "[sheet]": SheetSettings,
    "[study]": StudySettings,
}


def settings_said() -> list[tuple[str, type[Settings | AnkiSettings | SheetSettings | StudySettings], str]]:
    """Each table of the settings with its part of the manual; the first is the top of the file."""
    section = section_of(DOCS / "commands.md", "Settings")
    parts = re.split(r"`\[(?:anki|sheet|study)\]`", section)
    return [(head, settings, part) for (head, settings), part in zip(TABLES.items(), parts, strict=True)]


def test_every_setting_is_named() -> None:
    for _, settings, part in settings_said():
        names = {setting.name.replace("_", "-") for setting in fields(settings)} - {"anki", "sheet", "study"}
        assert set(re.findall(r"^\| `([a-z-]+)` \| ", part, re.MULTILINE)) == names


def test_the_examples_of_settings_are_read(tmp_path: Path) -> None:
    lines = []
    for head, _, part in settings_said():
        rows = re.findall(r"^\| `[a-z-]+` \|", part, re.MULTILINE)
        examples = re.findall(r"`([a-z-]+ = [^`]+)` \|$", part, re.MULTILINE)
        assert len(examples) == len(rows)
        lines += [head, *examples]
    path = tmp_path / "quizgen.toml"
    path.write_text("\n".join(lines), "utf-8")
    read_settings(path)


def test_every_paper_preset_and_format_is_named() -> None:
    section = section_of(DOCS / "commands.md", "Settings")
    for name in (*PAPERS, *PRESETS):
        assert f"`{name}`" in section
    for name in FORMATS:
        assert f'`"{name}"`' in section


def test_the_settings_of_a_new_course_are_those_that_there_are(tmp_path: Path) -> None:
    path = tmp_path / "quizgen.toml"
    text = (ROOT / "templates" / "course" / "quizgen.toml").read_text("utf-8")
    path.write_text(re.sub(r"^# (?=[a-z-]+ = )", "", text, flags=re.MULTILINE), "utf-8")
    read_settings(path)
    for head in ("[anki]", "[sheet]"):
        told = set(re.findall(r"^# ([a-z-]+) = ", text.partition(head)[2].partition("\n[")[0], re.MULTILINE))
        assert told == {setting.name.replace("_", "-") for setting in fields(TABLES[head])}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links_of(page):
        if link.startswith(("https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors_of(target), link


@pytest.mark.parametrize(("title", "room"), [("The room of the decks", "anki"), ("The room of paper", "paper")])
def test_every_module_of_a_room_has_its_row(title: str, room: str) -> None:
    section = section_of(DOCS / "development.md", title)
    rows = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
    named = [
        f"{folder}{name.strip('`')}"
        for row in rows
        for folder, names in [(row[1:].partition("`: ")[0], row.partition(": ")[2]) if "`: " in row else ("", row)]
        for name in names.split(", ")
    ]
    there = (ROOT / "quizgen" / room).rglob("*.py")
    modules = [path.relative_to(ROOT / "quizgen" / room).with_suffix("").as_posix() for path in there]
    assert sorted(named) == sorted(name for name in modules if not name.endswith("__init__"))


def test_the_index_names_every_page() -> None:
    named = {link.partition("#")[0] for link in links_of(DOCS / "index.md")}
    assert {page.name for page in (*DOCS.glob("*.md"), *DOCS.glob("*.json"))} - {"index.md"} <= named


def test_the_license_is_that_of_the_package() -> None:
    license_text = (ROOT / "LICENSE").read_text("utf-8")
    assert license_text.startswith("MIT License\n\nCopyright (c) 2026 The quizgen authors\n")
    assert 'license = "MIT"' in (ROOT / "pyproject.toml").read_text("utf-8")
