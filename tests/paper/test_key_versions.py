"""The key of several versions: side by side in printed order, then each question with its place in every version."""

from __future__ import annotations

import re

from banks import bank_of, every_kind
from html_pages import words_in
from hypothesis import given, settings
from hypothesis import strategies as st
from keys import TEMPLATES, key_of, page_of_key, row, sheets_of

from quizgen.bank.model import Choice, Choices, Match, Order
from quizgen.paper.html import key_html
from quizgen.paper.key.by_version import MANY
from quizgen.paper.key.key import Key
from quizgen.paper.sheets.sheet import Item
from quizgen.paper.sheets.versions import Copy


def cells(key: Key) -> dict[tuple[str, int], tuple[str, int]]:
    """Of all tables, by version and printed number: the answer and the number in the bank."""
    return {
        (name, number): found
        for table in key.tables
        for number, those in enumerate(table.rows, 1)
        for name, found in zip(table.names, those, strict=True)
    }


def right_letters(item: Item) -> str:
    """Worked out from the sheet alone."""
    asked, options = item.question, item.view.options
    match asked:
        case Choice() | Choices():
            return " ".join(option.letter for option in options if asked.options[option.index].right)
        case Match():
            sides = {option.words.text: option.letter for option in options}
            return " ".join(sides[pair.forms[0]] for pair in asked.matched)
        case Order():
            return " ".join(option.letter for option in sorted(options, key=lambda option: option.index))
        case _:
            return ""


def test_one_version_has_no_tables() -> None:
    assert key_of(every_kind()).tables == ()


def test_the_tables_have_each_answer_under_its_printed_number() -> None:
    bank = every_kind()
    in_bank = {question.id: number for number, question in enumerate(bank.approved, 1)}
    found = cells(key_of(bank, 5))
    for sheet in sheets_of(bank, 5):
        for item in sheet.items:
            answer, number = found[sheet.version, item.number]
            assert number == in_bank[item.question.id]
            if right_letters(item):
                assert answer == right_letters(item)
    assert len(found) == 5 * 14


def test_what_has_no_letters_is_there_in_words() -> None:
    bank = every_kind()
    words = {number: answer for (version, number), (answer, _) in cells(key_of(bank, 2)).items() if version == "A"}
    assert [words[number] for number in (1, 2, 3, 4, 13)] == ["zanswershort", "31007 km", "False", "True", "open"]
    assert words[8] == "zclozea; zclozeb"
    assert words[10] == "zanswerlist, zmemberb, zmemberc, zmemberd"


def test_where_many_versions_leave_no_room_for_them_words_are_cut() -> None:
    words = {answer for answer, _ in cells(key_of(every_kind(), 5)).values() if answer.startswith("zanswerlist")}
    assert len(words) == 1
    assert all(word.startswith("zanswerlist, z") and word.endswith("…") for word in words)


def test_each_table_names_its_versions_and_their_sheets() -> None:
    key = key_of(every_kind(), 30)
    sheets = sheets_of(every_kind(), 30)
    assert [name for table in key.tables for name in table.names] == [sheet.version for sheet in sheets]
    assert [id_ for table in key.tables for id_ in table.ids] == [sheet.id for sheet in sheets]
    assert {table.width for table in key.tables} == {key.tables[0].width}


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 40), st.integers(1, 40), st.sampled_from(["a4", "letter"]))
def test_tables_fit_the_page_and_letters_are_never_cut(versions: int, pairs: int, paper: str) -> None:
    sides = "".join(f"- l{n} == r{n}\n" for n in range(pairs + 1))
    bank = bank_of(f"## m? {{#m}}\n{sides}\n## s? {{#s}}\n= {'w' * 90}\n")
    key = key_of(bank, versions, paper=paper)
    for table in key.tables:
        assert 9 + len(table.names) * table.width <= key.page.layout.column + 0.5
        for answer, number in (cell for those in table.rows for cell in those):
            assert len(answer.split()) == (pairs + 1 if number == 1 else 1)
            assert ("…" in answer) == (number == 2)
            assert number == 1 or 1.5 * len(answer) + 6.5 <= table.width


def test_entries_stand_in_the_order_of_the_bank_whatever_is_printed() -> None:
    bank = every_kind()
    for seed in ("", "spring"):
        key = key_of(bank, 2, seed=seed)
        assert [entry.id for entry in key.entries] == [question.id for question in bank.approved]
        assert [entry.number for entry in key.entries] == list(range(1, 15))
        assert [section.title.source for section in key.sections] == ["Words and numbers", "Choosing", "Texts"]


def test_an_entry_says_its_number_and_letters_in_each_version() -> None:
    bank = every_kind()
    key = key_of(bank, 3)
    placed = {(entry.id, at.version): (at.number, at.letters) for entry in key.entries for at in entry.placed}
    for sheet in sheets_of(bank, 3):
        for item in sheet.items:
            assert placed[item.question.id, sheet.version] == (item.number, right_letters(item))
    html = key_html(key, TEMPLATES)
    for version in "ABC":
        number, letters = placed["choices", version]
        assert f"{version} {number}: {letters}" in row(html, 7)


def test_beyond_eight_versions_the_tables_say_it_alone() -> None:
    assert all(len(entry.placed) == MANY for entry in key_of(every_kind(), MANY).entries)
    assert not any(entry.placed for entry in key_of(every_kind(), MANY + 1).entries)


def test_letters_that_differ_from_version_to_version_are_not_in_the_entry() -> None:
    html = page_of_key(every_kind(), 2)
    assert row(html, 6).startswith("6 optionright north A 6: A")
    assert "optionright north: zfeedbackright yes optionwrong south: zfeedbackdistractor no" in row(html, 6)
    assert "Kishida → matchright one" in row(html, 11)
    assert "matchspare: zfeedbackspare nobody" in row(html, 11)
    assert "1. itemone first 2. itemtwo second 3. itemthree third" in row(html, 12)
    assert not re.search(r"\b[A-D] Kishida", row(html, 11))


def test_the_sheets_id_stands_in_the_head_of_one_version_and_in_the_tables_of_several() -> None:
    [sheet] = sheets_of(every_kind())
    assert key_of(every_kind()).about == f"Version A · Sheet {sheet.id} · 20 points"
    several = key_of(every_kind(), 2)
    assert several.about == "20 points"
    words = words_in(key_html(several, TEMPLATES))
    assert all(version.id in words for version in several.versions)


def test_who_has_which_version_is_listed_where_copies_have_names() -> None:
    copies = [Copy(0, "Ann", "10b"), Copy(1, "Ben"), Copy(0), Copy(1, "Cleo")]
    key = key_of(every_kind(), 2, copies=copies)
    assert [(who.name, who.group, who.version) for who in key.holders] == [
        ("Ann", "10b", "Version A"),
        ("Ben", "", "Version B"),
        ("Cleo", "", "Version B"),
    ]
    words = words_in(key_html(key, TEMPLATES))
    assert words.endswith("Who has which version Version A Ann 10b Version B Ben Version B Cleo")
    assert "Who has" not in words_in(page_of_key(every_kind(), 2))


def test_sheets_with_support_stand_behind_the_plain_ones_and_bear_a_sign() -> None:
    copies = [Copy(1, "Ann"), Copy(2, "Ben"), Copy(3, "Cleo")]
    key = key_of(every_kind(), 2, copies=copies, support=True)
    assert [who.version for who in key.holders] == ["Version B", "Version A°", "Version B°"]


def test_it_says_that_it_serves_the_sheets_with_support() -> None:
    said = "° marks a sheet with help. Its numbers and letters are the same: this key serves it, too."
    assert said in words_in(key_html(key_of(every_kind(), support=True), TEMPLATES))
    assert said not in words_in(page_of_key(every_kind()))


def test_letters_in_a_row_run_as_the_boxes_of_the_sheet_do() -> None:
    bank = bank_of("## Order {#o}\n1. one\n2. two\n3. three\n", "language: ar\n")
    key = key_of(bank, 2)
    letters = key.versions[0].items[0].letters
    (cell, _), _ = key.tables[0].rows[0]
    assert cell == " ".join(f"\u2068{one}\u2069" for one in letters)
    assert key.entries[0].placed[0].letters == cell
    assert f"<bdi>{cell}" not in key_html(key, TEMPLATES)  # it would run by its own first letter, from left to right
