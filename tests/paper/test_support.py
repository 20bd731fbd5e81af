"""Sheets with help: fewer options and words to choose from, under the numbers and letters of the sheet without."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from banks import bank_of, every_kind

from quizgen.bank.model import Bank, Choice, Choices, Match
from quizgen.bank.parse import read_bank
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.sheets.sheet import Item, Selection, Sheet, make_sheet, with_support
from quizgen.paper.sheets.versions import version_names
from quizgen.paper.worksheet.worksheet import Worksheet, make_worksheet
from quizgen.templating import Templates

BANKS = [every_kind(), *(read_bank(path) for path in sorted((Path(__file__).parents[2] / "questions").glob("*.md")))]


def right_and_wrong(item: Item) -> tuple[set[int], set[int]]:
    """The options that are shown, by their places in the bank."""
    question, shown = item.question, {option.index for option in item.view.options}
    match question:
        case Choice() | Choices():
            right = {at for at, option in enumerate(question.options) if option.right}
        case Match():
            right = {question.rights.index(pair.forms[0]) for pair in question.matched}
        case _:
            right = shown
    return shown & right, shown - right


def both(bank: Bank, version: str = "A") -> list[tuple[Item, Item]]:
    """The questions of a sheet without and with support."""
    plain = make_sheet(bank, version=version)
    return [*zip(plain.items, with_support(plain).items, strict=True)]


def words(questions: str, *, support: bool = False, front: str = "") -> tuple[str, ...]:
    sheet = make_sheet(bank_of(questions, front), Selection(word_bank=True))
    [section] = (with_support(sheet) if support else sheet).sections
    return section.words


# The same sheet


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.id)
def test_numbers_and_letters_are_those_of_the_sheet_without(bank: Bank) -> None:
    for version in version_names(5):
        for plain, help_ in both(bank, version):
            assert (help_.number, help_.question, help_.view.lefts) == (plain.number, plain.question, plain.view.lefts)
            assert set(help_.view.options) <= set(plain.view.options)  # each with its letter
            letters = [option.letter for option in help_.view.options]
            assert all(before < after for before, after in pairwise(letters))


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.id)
def test_every_right_option_stays_and_a_wrong_one_with_it(bank: Bank) -> None:
    for plain, help_ in both(bank):
        right, wrong = right_and_wrong(plain)
        kept_right, kept_wrong = right_and_wrong(help_)
        assert kept_right == right
        assert bool(kept_wrong) == bool(wrong)
        assert kept_wrong <= wrong


def test_half_of_the_wrong_options_stay_the_larger_half() -> None:
    for wrong, kept in ((1, 1), (2, 1), (3, 2), (4, 2), (5, 3)):
        text = "## q? {#q}\n- [x] right\n" + "".join(f"- [ ] wrong {n}\n" for n in range(wrong))
        [(_, help_)] = both(bank_of(text))
        assert len(help_.view.options) == 1 + kept


def test_one_right_side_too_many_is_left_of_a_match() -> None:
    text = "## q? {#q}\n- a == 1\n- b == 2\n- == 3\n- == 4\n- == 5\n"
    [(_, help_)] = both(bank_of(text))
    assert len(help_.view.options) == 3
    assert {0, 1} <= {option.index for option in help_.view.options}


def test_which_options_stay_is_the_same_in_every_version() -> None:
    bank = bank_of("".join(f"## Q{n}? {{#q{n}}}\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n- [ ] e\n\n" for n in range(9)))
    kept = [{item.question.id: right_and_wrong(item) for _, item in both(bank, version)} for version in "ABCD"]
    assert all(found == kept[0] for found in kept)
    assert len({frozenset(wrong) for _, wrong in kept[0].values()}) > 3  # not the same letters everywhere


def test_what_is_pinned_stays() -> None:
    for n in range(12):
        [(_, help_)] = both(bank_of(f"## q{n}? {{#q{n}}}\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n- [ ] none {{pin}}\n"))
        assert help_.view.options[-1].index == 4


def test_one_key_serves_both_so_the_id_is_that_of_the_sheet_without() -> None:
    plain = make_sheet(every_kind())
    assert with_support(plain).id == f"{plain.id}-S"
    assert with_support(plain).version == plain.version
    assert with_support(plain).points == plain.points
    assert with_support(plain).glossary == plain.glossary


# What is printed


def printed(*sheets: Sheet) -> Worksheet:
    return make_worksheet(sheets, every_kind(), layout_of(), read_labels("en", Templates()))


def test_hints_stand_on_sheets_with_support_alone() -> None:
    plain = make_sheet(every_kind())
    sheet = printed(plain, with_support(plain))
    assert [version.hints for version in sheet.versions] == [False, True]
    assert "zhintshort" in {asked.hint.source for asked in sheet.questions}


def test_a_sign_that_tells_classmates_nothing_stands_after_the_version() -> None:
    plain = make_sheet(every_kind())
    assert [version.words for version in printed(plain, with_support(plain)).versions] == ["Version A", "Version A°"]


def test_both_sheets_have_questions_of_their_own_where_fewer_options_change_what_is_said() -> None:
    bank = bank_of("## q? {#q}\n- a == 1\n- b == 2\n- == 3\n- == 4\n")
    plain = make_sheet(bank)
    sheet = make_worksheet([plain, with_support(plain)], bank, layout_of(), read_labels("en", Templates()))
    places = [version.sections[0].items[0].question for version in sheet.versions]
    said = [sheet.questions[place].instruction for place in places]
    assert said == [
        "Match each with a letter. Two letters are left over.",
        "Match each with a letter. One letter is left over.",
    ]


# Words to choose from


def test_a_word_bank_has_the_words_for_blanks_each_once_in_order_of_the_alphabet() -> None:
    text = "## From {{Tokyo | Tokio}} to {{Kyiv}}. {#a}\n\n## In {{tokyo}} and {{Apia}}. {#b}\n\n## Who? {#c}\n= Bush\n"
    assert words(text) == ("Apia", "Kyiv", "Tokyo")
    assert words(text, support=True) == ("Apia", "Bush", "Kyiv", "Tokyo")


def test_lists_have_their_members_there_with_support() -> None:
    assert words("## Which? {#a}\n- x\n- y\n- z | Z\nask: 2\n", support=True) == ("x", "y", "z")
    assert words("## Which? {#a}\n- x\n- y\n- z\n") == ()


def test_accents_and_capitals_leave_a_word_in_its_place() -> None:
    text = "## {{zeal}} {{Élan}} {{eager}} {{end}} {{Über}} {{under}} {{été}}. {#a}\n"
    assert words(text) == ("eager", "Élan", "end", "été", "Über", "under", "zeal")
    assert words("## {{ё}} {{я}} {{жук}} {{ель}} {#a}\n") == ("ё", "ель", "жук", "я")
    assert words("## {{か}} {{が}} {{き}} {#a}\n") == ("か", "が", "き")


def test_two_words_are_no_word_bank() -> None:
    assert words("## From {{Tokyo}} to {{Kyiv}}. {#a}\n") == ()
    assert words("## From {{Tokyo}} to {{Kyiv}}. {#a}\nwrong: Oslo :: x\n") != ()


def test_expected_wrong_words_are_there_but_not_one_that_is_right_elsewhere() -> None:
    """Else two words would be right for one blank."""
    first = "## The {{people}} came. {#a}\nwrong: Oslo :: no\nwrong: refugees :: no\n\n"
    assert words(f"{first}## {{{{evacuees | refugees}}}} and {{{{x}}}} {{#b}}\n") == ("evacuees", "Oslo", "people", "x")


def test_a_word_bank_serves_the_questions_of_its_topic() -> None:
    bank = bank_of("# A\n## {{a}} {{b}} {{c}} {#a}\n\n# B\n## {{d}} {{e}} {#b}\n")
    sheet = make_sheet(bank, Selection(word_bank=True))
    assert [section.words for section in sheet.sections] == [("a", "b", "c"), ()]
    assert [section.words for section in make_sheet(bank).sections] == [(), ()]


def test_the_words_are_the_same_in_every_version_and_part_of_the_sheets_id() -> None:
    bank = bank_of("## {{b}} and {{a}} {#a}\n\n## {{c}} and {{e}} {#b}\n")
    with_words = [make_sheet(bank, Selection(word_bank=True), version) for version in "ABCDE"]
    assert {sheet.sections[0].words for sheet in with_words} == {("a", "b", "c", "e")}
    assert make_sheet(bank).id != with_words[0].id
