"""docs/anki.md: what it says of notes, builds, the lock and Anki's own words."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from console_blocks import commands, run
from manual_pages import DOCS, ROOT, Block, blocks_of, prose_of, section_of

from quizgen import KINDS, parse_bank
from quizgen.anki import Lock, prepare
from quizgen.anki.lock import Entry, format_lock
from quizgen.anki.note_types import FIELDS
from quizgen.anki.tombstones import RETIRED
from quizgen.anki.typed import typed_answer
from quizgen.bank.model import Bank
from quizgen.settings import AnkiSettings, read_settings

PAGE = DOCS / "anki.md"
FIRST, LATER = "1795000000", "1795003600"
SHAPES = {
    "short": "= a",
    "number": "= 5",
    "choice": "- [x] a\n- [ ] b",
    "choices": "- [x] a\n- [x] b\n- [ ] c",
    "true-false": "= true",
    "list": "- a\n- b\n- c",
    "match": "- a == b\n- c == d",
    "order": "1. a\n2. b",
    "open": "+ a",
    "cloze": "{{c1::a}} {{c2::b}} {{c1::c}}",
}


def bank(questions: str) -> Bank:
    return parse_bank(f"---\nid: b\ntitle: T\n---\n{questions}\n")


def cards_of(shape: str) -> tuple[str, int]:
    """The note type of a question of this shape, and how many cards it has."""
    [content] = prepare(bank(f"## What? {{#q}}\n{shape}"), locate=lambda _: "").contents
    return content.type, len(content.cards)


def blocks(name: str) -> list[Block]:
    return [block for block in blocks_of(PAGE) if block.remark == ("console", name)]


def rows(section: str) -> dict[str, list[str]]:
    """The rows of a section's tables by their first cell."""
    lines = re.findall(r"^\| (.+) \|$", section_of(PAGE, section), re.MULTILINE)
    return {first: rest for first, *rest in (line.split(" | ") for line in lines)}


# What is in a deck


def test_every_kind_has_the_note_type_and_the_cards_of_its_row() -> None:
    table = rows("Notes and cards")
    told = {kind: cells for row, cells in table.items() for kind in row.split(", ") if kind in KINDS}
    assert set(told) == set(KINDS) == set(SHAPES)
    for kind, shape in SHAPES.items():
        note_type, cards = cards_of(shape)
        assert told[kind][0] == f"*{note_type}*"
        assert told[kind][1].split(";")[0].split()[0] == "one"
        assert cards == (2 if kind == "cloze" else 1)
    assert (
        table["list with `order: fixed`"][0] == f"*{cards_of('- a' + chr(10) + '- b' + chr(10) + 'order: fixed')[0]}*"
    )
    assert cards_of("- a\n- b\norder: fixed")[1] == 1 + 2
    assert cards_of("= a\nreverse: yes")[1] == cards_of("= 5\nreverse: yes")[1] == 2


def test_every_note_type_is_named() -> None:
    for name in FIELDS:
        assert f"*{name}*" in prose_of(PAGE)


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("a" * 40, True),
        ("a" * 41, False),
        ("a b c d e f", True),
        ("a b c d e f g", False),
        ("$x$", False),
        ("`x`", False),
        ("a\ntyped: no", False),
    ],
)
def test_answers_are_typed_as_the_page_says(answer: str, typed: bool) -> None:
    assert "at most 40 characters and 6 words" in section_of(PAGE, "Typed answers")
    [question] = bank(f"## What? {{#q}}\n= {answer}").questions
    assert bool(typed_answer(question)) == typed


def test_the_words_on_the_back_of_a_choice_are_those_of_its_script() -> None:
    script = (ROOT / "templates" / "anki" / "choice-back.js").read_text("utf-8")
    for words in ('"Right."', '"Not quite"', '" of "', '" right"', '" wrong"'):
        assert words in script
    assert "*Right*, *Not quite* or *Not quite: 1 of 2 right, 1 wrong*" in section_of(PAGE, "Options")


# A course, corrected


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course of ``quizgen init``, built once; then a question reworded, one removed, one added."""
    folder = tmp_path_factory.mktemp("course")
    run("quizgen init", folder)
    run("quizgen build --only anki", folder, SOURCE_DATE_EPOCH=FIRST)
    path = folder / "questions" / "tides.md"
    text = path.read_text("utf-8").replace("does a coast have in about", "has a coast in about")
    before, removed, after = re.split(r"(?=^## Spring tides come|^# Coasts)", text, flags=re.MULTILINE)
    assert "{#season}" in removed
    added = "## What are the large tides called? {#large-tides}\n= spring tides\n> These are called spring tides\n\n"
    path.write_text(before + added + after, "utf-8", newline="\n")
    return folder


def test_builds_say_and_locks_hold_what_the_page_shows(course: Path) -> None:
    [corrected], [lock], [frozen] = blocks("corrected"), blocks("lock"), blocks("frozen")
    [(command, printed)] = commands(corrected)
    assert run(command, course, SOURCE_DATE_EPOCH=LATER) == printed
    assert lock.text in (course / "questions" / "anki.lock").read_text("utf-8")
    path = course / "questions" / "tides.md"
    path.write_text(path.read_text("utf-8").replace("= spring tides\n", "= spring tides | springs\n"), "utf-8")
    [(command, printed)] = commands(frozen)
    assert run(command, course) == printed


def test_every_part_of_a_line_of_the_lock_is_explained() -> None:
    entry = Entry("g", "quizgen question", (1,), "T", "0", 1, "retired", "b#old")
    [line] = [line for line in format_lock(Lock({}, {"b#q": entry})).splitlines() if '"b#q"' in line]
    named = {name for row in rows("The lock") for name in re.findall(r"`([a-z]+)`", row)}
    assert set(re.findall(r'"([a-z]+)":', line)) == named


def test_the_search_for_what_is_retired_is_the_one_that_works() -> None:
    assert f"`tag:{RETIRED}`" in section_of(PAGE, "Retired questions")


# Options that a deck brings along


def test_the_settings_of_the_example_are_all_there_are(tmp_path: Path) -> None:
    [example] = [block for block in blocks_of(PAGE) if block.remark == ("settings", "anki")]
    path = tmp_path / "quizgen.toml"
    path.write_text(example.text, "utf-8")
    read_settings(path)
    names = [setting.name.replace("_", "-") for setting in fields(AnkiSettings)]
    assert re.findall(r"^([a-z-]+) =", example.text, re.MULTILINE) == names
    usual = {name.strip("`"): cells[-1] for name, cells in rows("Options that a deck brings along").items()}
    for setting in fields(AnkiSettings):
        said = {"": "none", True: "true"}.get(setting.default, str(setting.default))
        assert usual[setting.name.replace("_", "-")] == said


# Anki's own words


@pytest.fixture(scope="module")
def words() -> Iterator[set[str]]:
    """What Anki calls its options and menus, in English."""
    if os.environ.get("CI") != "true":
        pytest.importorskip("anki.collection", reason="the anki package is not installed: pip install anki")
    sys.path.insert(0, str(ROOT / "tests" / "anki"))
    from render_card import collection

    with collection() as col:
        tr = col.tr
        yield {
            tr.importing_also_import_progress(),
            tr.importing_with_deck_configs(),
            tr.importing_merge_notetypes(),
            tr.importing_update_notes(),
            tr.importing_update_notetypes(),
            tr.importing_update_if_newer(),
            tr.deck_config_ordering_title(),
            tr.deck_config_new_gather_priority(),
            tr.deck_config_new_gather_priority_position_lowest_first(),
            tr.browsing_change_deck(),
            tr.empty_cards_window_title(),
            tr.database_check_title(),
            tr.qt_misc_manage_note_types(),
        }


def test_menus_and_options_are_called_as_anki_calls_them(words: set[str]) -> None:
    text = " ".join(prose_of(PAGE).split())
    assert {word for word in words if word not in text} == set()
