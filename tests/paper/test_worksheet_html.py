"""What the pages of a sheet and its key say, and what the students' pages never say."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from banks import MAP, bank_of, every_kind

from quizgen.bank.model import Bank
from quizgen.errors import ConfigError, DataError, UsageError
from quizgen.paper import key_html, make_sheet, worksheet_html
from quizgen.templating import Templates

TEMPLATES = Templates()
VOID = {"meta", "img", "br", "hr", "link", "input"}


class Reader(HTMLParser):
    """The elements of a page, as they nest: fails where a tag is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def text_of(html: str) -> str:
    return " ".join("".join(read(html).words).split())


@pytest.fixture
def media(tmp_path: Path) -> Path:
    (tmp_path / "map.svg").write_text(MAP)
    return tmp_path


def worksheet(bank: Bank, media: Path | None = None, paper: str = "a4", **wanted: object) -> str:
    sheet = make_sheet(bank, **wanted)  # type: ignore[arg-type]
    return worksheet_html(sheet, bank, paper=paper, templates=TEMPLATES, media_folder=media)


def key(bank: Bank, media: Path | None = None) -> str:
    def locate(quote: str) -> str:
        return "" if "zquotefalse" in quote else "¶ 3, sentence 4"

    return key_html(make_sheet(bank), bank, locate=locate, paper="a4", templates=TEMPLATES, media_folder=media)


def question(text: str) -> str:
    return worksheet(bank_of(text))


def row(html: str, number: int) -> str:
    """The words of one question's row in a key."""
    rows = re.findall(r'<tr class="entry">(.*?)</tr>', html, re.DOTALL)
    return text_of(rows[number - 1])


# What never stands on the students' pages


def test_the_students_pages_hold_no_answer_no_quote_and_no_note(media: Path) -> None:
    html = worksheet(every_kind(), media)
    assert (
        re.findall(r"\bz\w{3,}", html) == []
    )  # every answer, quote, note, hint and feedback of that bank begins with z
    assert "31007" not in html
    assert "8009" not in html
    assert "every-kind" not in html
    assert "<!--" not in html


def test_every_quote_and_every_word_for_teachers_stands_on_the_key(media: Path) -> None:
    bank = every_kind()
    words = text_of(key(bank, media))
    for asked in bank.approved:
        for quote in asked.all_evidence():
            assert quote.text in words
        for text in (asked.explain, asked.note, asked.objective, asked.as_of):
            assert text in words


def test_true_statements_have_a_line_for_a_correction_where_false_ones_have() -> None:
    html = question("## a {#a}\n= false\ncorrection: b\n\n## c {#c}\n= true\n")
    assert html.count("If it is false, write what is true:") == 2
    assert "If it is false" not in question("## a {#a}\n= false\n\n## c {#c}\n= true\n")


def test_where_the_tick_stands_leaves_no_trace() -> None:
    options = [
        "- [{}] north\n- [{}] south\n- [{}] east\n".format(*("x" if n == at else " " for n in range(3)))
        for at in range(3)
    ]
    assert len({question(f"## Which? {{#q}}\n{text}") for text in options}) == 1


def test_whether_a_statement_is_true_leaves_no_trace() -> None:
    assert question("## It is. {#q}\n= true\n") == question("## It is. {#q}\n= false\n")


def test_all_blanks_of_a_question_are_equally_wide() -> None:
    html = question("## From {{a}} to {{b}} {#q}\n")
    assert html == question("## From {{cc}} to {{dddd}} {#q}\n")
    assert re.findall(r"--blank:(\d+)mm", html) == ["30"]
    assert "--blank:80mm" in question("## From {{a}} to {{the Northern Territories}} {#q}\n").replace("90mm", "80mm")


# The page as a whole


def test_a_page_is_whole_in_itself(media: Path) -> None:
    for html in (worksheet(every_kind(), media), key(every_kind(), media)):
        assert html.startswith("<!DOCTYPE html>")
        assert "<script" not in html
        assert "http" not in html.replace('xmlns="http://www.w3.org/1998/Math/MathML"', "")
        assert "@import" not in html
        assert "url(" not in html
        links = [value for _, name, value in read(html).attributes if name in ("src", "href")]
        assert all(link.startswith("data:image/svg+xml;base64,") for link in links)


def test_a_page_is_the_same_byte_for_byte(media: Path) -> None:
    assert worksheet(every_kind(), media) == worksheet(every_kind(), media)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_worksheet_html as t; from pathlib import Path;"
        "sys.stdout.buffer.write(t.worksheet(t.every_kind(), Path(sys.argv[2])).encode())"
    )
    for seed in ("1", "2"):
        command = [sys.executable, "-c", code, str(Path(__file__).parent), str(media)]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
        printed = subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode()
        assert printed == worksheet(every_kind(), media)


def test_the_head_has_what_a_worksheet_needs(media: Path) -> None:
    html = worksheet(every_kind(), media)
    words = text_of(html)
    sheet = make_sheet(every_kind())
    assert "<h1" in html
    assert 'Every kind "there" is <so far>' in words
    assert f"Version A · Sheet {sheet.id} · 20 points · 30 minutes" in words
    assert "A. Writer, “The Islands”, CAPS" in words
    for field in ("Name", "Class", "Date", "Score"):
        assert field in words
    assert "A circle: choose one." in words
    assert "A square: choose all that apply." in words
    assert "to cede to give land to another state" in words


def test_signs_are_explained_only_where_they_stand() -> None:
    words = text_of(question("## q? {#q}\n= a\n"))
    assert "circle" not in words
    assert "square" not in words


@pytest.mark.parametrize(("paper", "size"), [("a4", "210mm 297mm"), ("letter", "8.5in 11in")])
def test_the_paper_is_said_to_the_browser(paper: str, size: str) -> None:
    html = worksheet(bank_of("## q? {#q}\n= a\n"), paper=paper)
    assert f"@page {{\n  size: {size};" in html
    assert 'content: "Page " counter(page) " of " counter(pages)' in html


def test_an_unknown_paper_is_told() -> None:
    with pytest.raises(UsageError, match='the paper is a4 or letter; found "a5"'):
        worksheet(bank_of("## q? {#q}\n= a\n"), paper="a5")


def test_a_title_cannot_leave_the_foot_of_the_page() -> None:
    bank = bank_of("## q? {#q}\n= a\n").__class__
    title = 'A "b" \\ </style><b>' + "x" * 90
    hostile = bank(id="t", title=title, topics=bank_of("## q? {#q}\n= a\n").topics)
    html = worksheet(hostile)
    assert html.count("</style>") == 1
    assert r'content: "A \22 b\22  \5c  \3c /style\3e \3c b\3e x' in html
    assert "…" in html.split("@bottom-left")[-1].split("}")[0]


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("", '<html lang="en" dir="ltr">'),
        ("language: ja\n", '<html lang="ja" dir="ltr">'),
        ("language: ar\n", '<html lang="ar" dir="rtl">'),
        ("language: fa-IR\n", '<html lang="fa-IR" dir="rtl">'),
        ("language: ks-Arab\n", '<html lang="ks-Arab" dir="rtl">'),
        ("language: art\n", '<html lang="art" dir="ltr">'),
    ],
)
def test_the_page_has_the_language_of_the_bank(language: str, opening: str) -> None:
    assert opening in worksheet(bank_of("## q? {#q}\n= 5\n", language))


def test_the_words_of_the_sheet_are_marked_as_english_on_a_sheet_in_another_language() -> None:
    html = worksheet(bank_of("## س {#q}\n= 5\n", "language: ar\n"))
    assert '<bdi lang="en" dir="ltr">Give a number.</bdi>' in html
    assert "<bdi lang" not in worksheet(bank_of("## s {#q}\n= 5\n", "language: en-GB\n"))


def test_text_of_a_teacher_is_never_markup() -> None:
    bank = bank_of(
        '# <i>t</i> {#t}\n<i>x</i>\n\n## <i>a</i>? {#a}\nimage: m.svg | "><i>\n- [x] <i>o</i>\n- [ ] b\n'
        "\n## b? {#b}\n= 5 km\nunit: <i>\naudio: <i>.mp3\n",
        "glossary:\n  - <i>g</i> :: <i>m</i>\nobjectives:\n  - <i>o</i>\narticle-title: <i>\n",
    )
    folder = Path(__file__).parent
    sheet = make_sheet(bank)
    with pytest.raises(DataError):
        worksheet_html(sheet, bank, paper="a4", templates=TEMPLATES, media_folder=folder)
    small = bank_of("# <i>t</i> {#t}\n## <i>a</i>? {#a}\n<i>x</i>\n- [x] <i>o</i>\n- [ ] b\nnote: <i>\nlevel: recall\n")
    assert "<i>" not in worksheet(small)
    assert "<i>" not in key(small)


def test_a_course_may_bring_its_own_template(tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "sheet.html").write_text("{{ page.title }}: {{ sections[0].asked|length }}")
    bank = bank_of("## q? {#q}\n= a\n")
    own = Templates((tmp_path,))
    assert worksheet_html(make_sheet(bank), bank, paper="a4", templates=own) == "Small: 1"
    (tmp_path / "paper" / "sheet.html").write_text("{{ nothing }}")
    with pytest.raises(ConfigError):
        worksheet_html(make_sheet(bank), bank, paper="a4", templates=own)


# Questions of each kind


def test_questions_are_numbered_over_all_topics_and_have_their_points(media: Path) -> None:
    html = worksheet(every_kind(), media)
    numbers = [int(value) for tag, name, value in read(html).attributes if tag == "li" and name == "value"]
    assert numbers == list(range(1, 15))
    assert re.findall(r'class="number" aria-hidden="true">(\d+)<', html) == [str(number) for number in numbers]
    assert "/ 2</bdi>" in html


def test_a_topic_has_its_title_and_its_text_before_its_questions(media: Path) -> None:
    html = worksheet(every_kind(), media)
    assert '<h2 dir="auto">Words and numbers</h2>' in html
    assert "<em>before</em>" in html
    assert html.index("<td>treaty</td>") < html.index("What is the island called?")


def test_short_has_boxes_to_write_in() -> None:
    assert question("## q? {#q}\n= Crimea\n").count('<span class="box" style="width:60mm">') == 1
    assert question(f"## q? {{#q}}\n= {'word ' * 20}\n").count('<span class="box" style="width:145mm">') == 3


def test_number_has_a_short_box_and_its_unit() -> None:
    html = question("## How far? {#q}\n= 31 km\nunit: km\n")
    assert '<span class="box" style="width:40mm"></span> <bdi>km</bdi>' in html
    assert "Give a number, in km." in html


def test_choice_has_lettered_circles_and_choices_lettered_squares() -> None:
    one = question("## q? {#q}\n- [x] a\n- [ ] b\n")
    many = question("## q? {#q}\n- [x] a\n- [x] b\n- [ ] c\n")
    assert '<ol class="options circle two">' in one
    assert "Choose one." in one
    assert '<ol class="options square two">' in many
    assert "Choose all that apply." in many
    assert re.findall(r'"letter">(.)<', many) == ["A", "B", "C"]


def test_options_stand_in_two_columns_only_where_all_are_short() -> None:
    short, long = "x" * 27, "x" * 28
    assert 'circle two"' in question(f"## q? {{#q}}\n- [x] {short}\n- [ ] **{short}**\n")
    assert 'circle two"' not in question(f"## q? {{#q}}\n- [x] {short}\n- [ ] {long}\n")


def test_cloze_has_numbered_blanks_and_hints_in_brackets(media: Path) -> None:
    words = text_of(worksheet(every_kind(), media))
    assert "Russia calls them the (1); Japan calls them (2) [N… T…]." in words
    assert "The treaty was signed in ." in words
    assert '<strong>the <span class="blank"><span class="tag">(1)</span>' in worksheet(every_kind(), media)


def test_blanks_may_stand_in_lists_and_tables() -> None:
    html = question("## Fill in. {#q}\n* the {{a}}\n* the {{b}}\n\n| x | y |\n|---|---|\n| {{c}} | d |\n")
    assert "<li>the <span" in html
    assert '<td><span class="blank"><span class="tag">(3)</span>' in html


def test_list_has_a_numbered_line_for_each_that_is_asked(media: Path) -> None:
    html = question("## q? {#q}\n- a\n- b\n- c\nask: 2\n")
    assert re.findall(r'"tag">(\d)\.<', html) == ["1", "2"]
    assert "Name any two." in html
    assert '<ol class="slots two">' in question("## q? {#q}\n" + "".join(f"- m{n}\n" for n in range(6)))


def test_match_has_boxes_for_letters_and_lettered_right_sides(media: Path) -> None:
    html = question("## q? {#q}\n- a == 1\n- b == 2\n- == 3\n")
    assert html.count('<span class="box letter-box">') == 2
    assert re.findall(r'"letter">(.)<', html) == ["A", "B", "C"]
    assert "One letter is left over." in html


def test_order_has_a_box_for_each_letter() -> None:
    html = question("## q? {#q}\n1. a\n2. b\n3. c\n")
    assert html.count('<span class="box letter-box">') == 3
    assert re.findall(r'"letter">(.)<', html) == ["A", "B", "C"]
    assert "Letters, first to last:" in html


def test_open_has_lines_to_write_on_and_says_its_points() -> None:
    html = question("## q? {#q}\n+ a\n+ b\nlines: 7\n")
    assert html.count('<div class="line">') == 7
    assert html.count('<div class="group">') == 2
    assert "Answer in your own words. (2 points)" in text_of(html)
    assert 'class="question open"' in html
    assert 'class="question open long"' in question("## q? {#q}\n+ a\nlines: 15\n")


def test_an_image_is_in_the_page_with_its_words(media: Path) -> None:
    attributes = read(worksheet(every_kind(), media)).attributes
    assert ("img", "alt", "a map of the islands") in attributes
    [source] = [value for tag, name, value in attributes if (tag, name) == ("img", "src")]
    assert source.startswith("data:image/svg+xml;base64,")


def test_images_stand_beside_the_bank_where_no_folder_is_named(media: Path) -> None:
    bank = bank_of("## q? {#q}\n= a\nimage: map.svg | a map\n", file=str(media / "bank.md"))
    assert worksheet(bank) == worksheet(bank, media)


def test_every_missing_image_is_told_with_its_line(tmp_path: Path) -> None:
    bank = bank_of("## q? {#q}\n= a\nimage: no.png | x\n\n## r? {#r}\n= a\nimage: film.mov | y\n")
    for make in (worksheet, key):
        with pytest.raises(DataError) as error:
            make(bank, tmp_path)
        first, second = error.value.problems
        assert (first.file, first.line) == ("bank.md", 8)
        assert "no.png: there is no such file" in first.message
        assert (second.line, second.message[:27]) == (12, "image: film.mov is no image")


@pytest.mark.parametrize(
    "file", ["../secret.svg", "/etc/secret.svg", "C:\\secret.svg", "a/../../secret.svg", "..\\secret.svg"]
)
def test_a_bank_cannot_carry_files_from_elsewhere_onto_a_sheet(file: str, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(MAP)
    folder = tmp_path / "bank"
    folder.mkdir()
    bank = bank_of(f"## q? {{#q}}\n= a\nimage: {file} | x\n")
    for make in (worksheet, key):
        with pytest.raises(DataError, match="stands beside the bank or in a folder below it"):
            make(bank, folder)


def test_a_recording_is_to_be_listened_to_and_its_file_is_on_the_key(media: Path) -> None:
    words = text_of(worksheet(every_kind(), media))
    assert "Listen to the recording: the sound of the sea" in words
    assert "sea.mp3" not in words
    assert "Recording: sea.mp3" in text_of(key(every_kind(), media))
    assert "Listen to the recording: a.mp3" in text_of(question("## q? {#q}\n= a\naudio: a.mp3\n"))


# The key


def test_the_key_has_the_same_numbers_letters_and_points_as_the_sheet(media: Path) -> None:
    bank = every_kind()
    html = key(bank, media)
    sheet = make_sheet(bank)
    assert re.findall(r'<th scope="row" class="number">(\d+)<', html) == [str(item.number) for item in sheet.items]
    assert f"Version A · Sheet {sheet.id} · 20 points" in text_of(html)
    assert text_of(html).endswith("Total20")
    choice = sheet.items[5]
    [right] = [option.letter for option in choice.view.options if choice.question.parts()[option.index].right]  # type: ignore[union-attr]
    assert f"{right} optionright north" in row(html, 6)


def test_a_row_has_the_answer_its_forms_and_its_proof(media: Path) -> None:
    first = row(key(every_kind(), media), 1)
    assert first.startswith("1 zanswershort or zformshort")
    assert "What is the island called?" in first
    assert "“the island of zanswershort lies zquoteshort in the north” ¶ 3, sentence 4" in first
    assert "Why: zexplainshort because" in first
    assert "“zwrongform”: zfeedbackwrong, not quite" in first
    assert "For the teacher: znoteshort for you" in first
    assert "as of March 2022 · recall · Know the names" in first
    assert first.endswith(" 1")


def test_the_answer_is_marked_in_its_proof(media: Path) -> None:
    html = key(every_kind(), media)
    assert "the island of <mark>zanswershort</mark> lies" in html
    assert "some <mark>31007" not in html  # the form is "31007 km"


def test_a_place_that_is_not_known_is_left_out(media: Path) -> None:
    assert row(key(every_kind(), media), 3).endswith("“zquotefalse water” 1")


def test_a_row_for_each_kind(media: Path) -> None:
    html = key(every_kind(), media)
    assert "31007 km ± 5%" in row(html, 2)
    assert "False The sea is zcorrection cold." in row(html, 3)
    assert row(html, 4).startswith("4 True")
    assert re.search(r"[AB]: zfeedbackdistractor no", row(html, 6))
    assert "C: zfeedbackright yes" in row(html, 6)
    assert "(1) zclozea (2) zclozeb or zclozeform" in row(html, 8)
    assert "Russia calls them the ____; Japan calls them ____." in row(html, 8)
    assert "(____)x(____)" in row(key(bank_of("## ({{a}})x({{b}}) {#q}\n")), 1)
    assert "any 2 of zanswerlist or zformlist zmemberb" in row(html, 10)
    assert re.search(r"[ABC] Kishida → matchright one", row(html, 11))
    assert re.search(r"[ABC]: zfeedbackspare nobody", row(html, 11))
    assert re.search(r"[ABC] itemone first [ABC] itemtwo second [ABC] itemthree third", row(html, 12))
    assert "zpointone were going on (1) “zquotepoint talks” ¶ 3, sentence 4 zpointtwo hoped (1)" in row(html, 13)
    assert "Model answer: zmodelanswer because of that." in row(html, 13)
    assert "1. zfirst 2. zsecond" in row(html, 14)


def test_a_range_is_what_is_accepted() -> None:
    assert "accept 10 to 20" in row(key(bank_of("## q? {#q}\n= 15\nrange: 10 to 20\n")), 1)


@pytest.mark.parametrize(("points", "worth"), [("4", "(2)"), ("3", "(1.5)"), ("0.5", None)])
def test_marking_points_share_the_points(points: str, worth: str | None) -> None:
    words = row(key(bank_of(f"## q? {{#q}}\n+ a\n+ b\npoints: {points}\n")), 1)
    assert f"a {worth}" in words if worth else "(" not in words


def test_the_quote_of_a_spare_side_is_on_the_key_and_each_quote_once() -> None:
    html = key(bank_of("## q? {#q}\n> both\n- a == 1\n  > both\n- b == 2\n- == 3\n  > only here\n"))
    assert html.count("“both”") == 1
    assert "“only here”" in html


def test_long_prompts_are_cut_between_words_where_there_are_words() -> None:
    assert "wordy…" in row(key(bank_of(f"## {'wordy ' * 30}? {{#q}}\n= x\n")), 1)
    assert "島…" in row(key(bank_of(f"## {'島' * 120}? {{#q}}\n= x\n")), 1)


@pytest.mark.parametrize("name", ["worksheet", "key"])
def test_ten_thousand_questions_take_less_than_four_seconds(name: str) -> None:
    shapes = (
        "## What is the name of island {n}? {{#q{n}}}\n= name{n} | other {n}\n> the name{n} of it\n",
        "## Which is island {n}? {{#q{n}}}\n- [x] one {n}\n  > one {n} is\n- [ ] two {n}\n- [ ] three {n}\n",
        "## Island {{{{number{n}}}}} is in the {{{{sea of {n}}}}}. {{#q{n}}}\n> number{n}\n",
        "## Why is island {n}? {{#q{n}}}\n+ because {n}\n  > since {n}\n+ and so {n}\n= It is {n}.\n",
    )
    bank = bank_of("\n".join(shapes[n % 4].format(n=n) for n in range(10_000)))
    start = time.process_time()
    html = worksheet(bank) if name == "worksheet" else key(bank)
    spent = time.process_time() - start
    assert len(html) > 1_000_000
    assert spent < (4 if sys.gettrace() is None else 16)  # coverage takes its own time


# Drafts that were taken in


def test_a_page_is_marked_where_a_draft_is_on_it() -> None:
    bank = bank_of("## who? {#a}\n= x\n\n## what? {#b}\n= y\n")
    for make in (worksheet_html, partial(key_html, locate=lambda _: "")):
        for drafts, marked in ((set(), False), ({"elsewhere"}, False), ({"b"}, True)):
            html = make(make_sheet(bank), bank, paper="a4", templates=Templates(), drafts=drafts)
            assert ('<p class="draft" lang="en" dir="ltr">DRAFT</p>' in html) == marked
            assert ("DRAFT" in html) == marked


def test_the_key_says_which_questions_are_drafts() -> None:
    bank = bank_of("## who? {#a}\n= x\nlevel: recall\n\n## what? {#b}\n= y\nlevel: recall\n")
    html = key_html(make_sheet(bank), bank, locate=lambda _: "", paper="a4", templates=Templates(), drafts={"b"})
    assert html.count("<bdi>DRAFT</bdi> · <bdi>recall</bdi>") == 1
