"""What the key says of each question."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from banks import bank_of, every_kind
from html_pages import words_in
from keys import PLACE, TEMPLATES, key_of, page_of_key, row, sheets_of

from quizgen.bank.model import Choice
from quizgen.paper.html import key_html
from quizgen.paper.key.places import place_in_words
from quizgen.paper.labels import read_labels


@pytest.fixture(scope="module")
def html() -> str:
    return page_of_key(every_kind())


def test_every_quote_and_every_word_for_teachers_stands_on_it(html: str) -> None:
    words = words_in(html)
    for asked in every_kind().approved:
        for quote in asked.all_evidence():
            assert quote.text in words
        for text in (asked.explain, asked.note, asked.objective, asked.as_of):
            assert text in words


def test_it_has_the_numbers_letters_and_points_of_the_sheet(html: str) -> None:
    [sheet] = sheets_of(every_kind())
    assert re.findall(r'<th scope="row" class="number">(\d+)<', html) == [str(item.number) for item in sheet.items]
    assert f"Version A · Sheet {sheet.id} · 20 points" in words_in(html)
    assert words_in(html).endswith("Total20")
    choice = sheet.items[5]
    assert isinstance(choice.question, Choice)
    [right] = [option.letter for option in choice.view.options if choice.question.options[option.index].right]
    assert row(html, 6).startswith(f"6 {right} optionright north")


def test_a_mixed_sheet_has_its_key_in_printed_order() -> None:
    bank = every_kind()
    [sheet] = sheets_of(bank, seed="spring")
    key = key_of(bank, seed="spring")
    assert [entry.id for entry in key.entries] == [item.question.id for item in sheet.items]
    assert [entry.id for entry in key.entries] != [question.id for question in bank.approved]
    assert [entry.number for entry in key.entries] == [item.number for item in sheet.items]


def test_a_row_has_the_answer_its_forms_and_its_proof(html: str) -> None:
    first = row(html, 1)
    assert first.startswith("1 zanswershort or zformshort")
    assert "What is the island called?" in first
    assert f"“the island of zanswershort lies zquoteshort in the north” {PLACE}" in first
    assert "Why: zexplainshort because" in first
    assert "“zwrongform”: zfeedbackwrong, not quite" in first
    assert "For the teacher: znoteshort for you" in first
    assert "as of March 2022 · recall · Know the names" in first
    assert first.endswith(" 1")


def test_the_answer_is_marked_in_its_proof(html: str) -> None:
    assert "the island of <mark>zanswershort</mark> lies" in html
    assert "some <mark>31007" not in html  # the form is "31007 km"


def test_a_place_that_is_not_known_is_left_out(html: str) -> None:
    assert row(html, 3).endswith("“zquotefalse water” 1")


def test_a_row_for_each_kind(html: str) -> None:
    assert "31007 km ± 5%" in row(html, 2)
    assert "False The sea is zcorrection cold." in row(html, 3)
    assert row(html, 4).startswith("4 True")
    assert "A: zfeedbackright yes B: zfeedbackdistractor no" in row(html, 6)
    assert "(1) zclozea (2) zclozeb or zclozeform" in row(html, 8)
    assert "Russia calls them the ____; Japan calls them ____." in row(html, 8)
    assert "any 2 of zanswerlist or zformlist zmemberb" in row(html, 10)
    assert re.search(r"[ABC] Kishida → matchright one", row(html, 11))
    assert re.search(r"[ABC]: zfeedbackspare nobody", row(html, 11))
    assert re.search(r"[ABC] itemone first [ABC] itemtwo second [ABC] itemthree third", row(html, 12))
    assert f"zpointone were going on (1) “zquotepoint talks” {PLACE} zpointtwo hoped (1)" in row(html, 13)
    assert "Model answer: zmodelanswer because of that." in row(html, 13)
    assert "Recording: sea.mp3" in row(html, 13)
    assert "1. zfirst 2. zsecond" in row(html, 14)


def test_blanks_that_touch_words_are_no_emphasis() -> None:
    assert "(____)x(____)" in row(page_of_key(bank_of("## ({{a}})x({{b}}) {#q}\n")), 1)


def test_a_range_is_what_is_accepted() -> None:
    assert "accept 10 to 20" in row(page_of_key(bank_of("## q? {#q}\n= 15\nrange: 10 to 20\n")), 1)


@pytest.mark.parametrize(("points", "worth"), [("4", "(2)"), ("3", "(1.5)"), ("0.5", None)])
def test_marking_points_share_the_points(points: str, worth: str | None) -> None:
    words = row(page_of_key(bank_of(f"## q? {{#q}}\n+ a\n+ b\npoints: {points}\n")), 1)
    assert f"a {worth}" in words if worth else "(" not in words


def test_points_are_written_as_the_language_writes_them() -> None:
    [entry] = key_of(bank_of("## q? {#q}\n+ a\n+ b\npoints: 3\n", "language: de\n")).entries
    assert [line.worth for line in entry.lines] == ["(1,5)", "(1,5)"]
    assert entry.value == Decimal(3)


def test_the_quote_of_a_spare_side_is_on_it_and_each_quote_once() -> None:
    html = page_of_key(bank_of("## q? {#q}\n> both\n- a == 1\n  > both\n- b == 2\n- == 3\n  > only here\n"))
    assert html.count("“both”") == 1
    assert "“only here”" in html


def test_what_is_said_of_a_part_is_said_once() -> None:
    pairs = "## m? {#m}\n- a == b\n  zpair\n- d == e\n- == c\n  zspare\n"
    bank = bank_of(f"{pairs}\n## c? {{#c}}\n- [x] d\n  zright\n- [ ] e\n  zwrong\n")
    for versions in (1, 2):
        comments = [comment.text.source for entry in key_of(bank, versions).entries for comment in entry.comments]
        assert comments == ["zpair", "zspare", "zright", "zwrong"]


def test_long_prompts_are_cut_between_words_where_there_are_words() -> None:
    assert "wordy…" in row(page_of_key(bank_of(f"## {'wordy ' * 30}? {{#q}}\n= x\n")), 1)
    assert "島…" in row(page_of_key(bank_of(f"## {'島' * 120}? {{#q}}\n= x\n")), 1)


def test_its_words_are_in_the_language_of_the_bank() -> None:
    words = words_in(page_of_key(bank_of("## q? {#q}\n= false\n> so\nlevel: recall\n", "language: ja\n")))
    assert "誤り" in words
    assert "「so」 第3段落 第4文" in words
    assert "知識" in words
    assert "False" not in words
    assert "sentence" not in words


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("¶ 3, sentence 4", "第3段落 第4文"),
        ("¶ 12, sentences 4–5", "第12段落 第4〜5文"),
        ("list item", "箇条書き"),
        ("block quote", "引用"),
        ("", ""),
        ("page 7 of the book", "page 7 of the book"),
    ],
)
def test_a_place_in_words(place: str, said: str) -> None:
    assert place_in_words(place, read_labels("ja", TEMPLATES)) == said


def test_words_in_another_language_than_the_page_are_marked_as_such() -> None:
    html = page_of_key(bank_of("## q? {#q}\n= true\n> so\n", "language: ko\n"))
    assert '<bdi lang="en" dir="ltr">¶ 3, sentence 4</bdi>' in html


def test_text_of_a_teacher_is_never_markup() -> None:
    text = (
        "# <i>t</i> {#t}\n## <i>a</i>? {#a}\n- [x] <i>o</i>\n  > <i>q</i>\n  <i>f</i>\n- [ ] b\n"
        "note: <i>\nobjective: <i>\nas-of: <i>\nexplain: <i>\naudio: <i>.mp3\n\n## b? {#b}\n= <i>\nwrong: <i> :: <i>\n"
    )
    bank = bank_of(text, "article-title: <i>\nobjectives:\n  - <i>\n")
    for versions in (1, 2):
        assert "<i>" not in page_of_key(replace(bank, title="<i>"), versions).replace("<i>1</i>", "").replace(
            "<i>2</i>", ""
        )


def test_it_says_which_questions_are_drafts_and_marks_the_page() -> None:
    bank = bank_of("## who? {#a}\n= x\nlevel: recall\n\n## what? {#b}\n= y\nlevel: recall\n")
    html = key_html(key_of(bank, drafts={"b"}), TEMPLATES)
    assert "DRAFT" not in row(html, 1)
    assert "DRAFT · recall" in row(html, 2)
    assert key_of(bank, drafts={"b"}).page.draft
    assert "DRAFT" not in page_of_key(bank)
