"""What the page of a worksheet says, and what it never says."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from banks import MAP, bank_of, every_kind
from html_pages import read, words_in

from quizgen.bank.model import Bank
from quizgen.errors import ConfigError, DataError, UsageError
from quizgen.paper.html import worksheet_html
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.media import images_of
from quizgen.paper.sheets.sheet import Selection, make_sheet, with_support
from quizgen.paper.sheets.versions import Copy, version_names
from quizgen.paper.worksheet.reading import Paragraph, Reading
from quizgen.paper.worksheet.worksheet import make_worksheet
from quizgen.templating import Templates

TEMPLATES = Templates()


@pytest.fixture
def media(tmp_path: Path) -> Path:
    (tmp_path / "map.svg").write_text(MAP)
    return tmp_path


def worksheet(
    bank: Bank,
    media: Path | None = None,
    *,
    versions: int = 1,
    copies: Sequence[Copy] | None = None,
    selection: Selection | None = None,
    support: bool = False,
    drafts: Collection[str] = (),
    reading: Reading | None = None,
    templates: Templates = TEMPLATES,
    **look: object,
) -> str:
    sheets = [make_sheet(bank, selection or Selection(), version) for version in version_names(versions)]
    made = make_worksheet(
        [with_support(sheet) for sheet in sheets] if support else sheets,
        bank,
        layout_of(**look),  # type: ignore[arg-type]
        read_labels(bank.language, templates),
        copies=copies,
        drafts=drafts,
        reading=reading,
    )
    return worksheet_html(made, templates, images_of(bank.approved, bank, media))


def question(text: str) -> str:
    return worksheet(bank_of(text))


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
    assert re.findall(r"--blank:(.+?)mm", html) == ["30.0"]
    assert "--blank:80.0mm" in question("## From {{a}} to {{the Northern Territories}} {#q}\n")


# The page as a whole


def test_a_page_is_whole_in_itself(media: Path) -> None:
    for html in (worksheet(every_kind(), media), worksheet(every_kind(), media, versions=3, support=True)):
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
    words = words_in(html)
    sheet = make_sheet(every_kind())
    assert "<h1" in html
    assert 'Every kind "there" is <so far>' in words
    assert "Version A Name" in words
    assert "20 points · 30 minutes · Text: A. Writer, “The Islands”, CAPS" in words
    assert f'is \\3c so far\\3e  · Version A · Sheet {sheet.id}"; }}' in html
    for field in ("Name", "Class", "Date", "Score"):
        assert field in words
    assert "A circle: choose one." in words
    assert "A square: choose all that apply." in words
    assert "to cede to give land to another state" in words


def test_signs_are_explained_only_where_they_stand() -> None:
    words = words_in(question("## q? {#q}\n= a\n"))
    assert "circle" not in words
    assert "square" not in words
    statement = words_in(question("## s {#q}\n= true\n"))
    assert "A circle: choose one." in statement
    assert "square" not in statement


@pytest.mark.parametrize(("paper", "size"), [("a4", "210mm 297mm"), ("letter", "215.9mm 279.4mm")])
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
        ("", '<html lang="en" dir="ltr" class="serif">'),
        ("language: ja\n", '<html lang="ja" dir="ltr" class="serif">'),
        ("language: ar\n", '<html lang="ar" dir="rtl" class="serif">'),
        ("language: fa-IR\n", '<html lang="fa-IR" dir="rtl" class="serif">'),
        ("language: ks-Arab\n", '<html lang="ks-Arab" dir="rtl" class="serif">'),
        ("language: art\n", '<html lang="art" dir="ltr" class="serif">'),
    ],
)
def test_the_page_has_the_language_of_the_bank(language: str, opening: str) -> None:
    assert opening in worksheet(bank_of("## q? {#q}\n= 5\n", language))


def test_the_words_of_the_sheet_are_in_the_language_of_the_bank() -> None:
    words = words_in(worksheet(bank_of("## Wie viele? {#q}\n= 5\n", "language: de\n")))
    assert read_labels("de", TEMPLATES)("number") in words
    assert "Answer" not in words


def test_where_there_is_no_catalogue_they_are_marked_as_english() -> None:
    html = worksheet(bank_of("## س {#q}\n= 5\n", "language: fa\n"))
    assert '<bdi lang="en" dir="ltr">Give a number.</bdi>' in html
    assert '<bdi lang="en" dir="ltr">Version A</bdi>' in html
    assert "<bdi lang" not in worksheet(bank_of("## s {#q}\n= 5\n", "language: en-GB\n"))
    assert "<bdi lang" not in worksheet(bank_of("## س {#q}\n= 5\n", "language: ar\n"))


def test_a_single_label_that_is_missing_is_marked_as_english(tmp_path: Path) -> None:
    labels = tmp_path / "paper" / "labels"
    labels.mkdir(parents=True)
    (labels / "el.toml").write_text('name = "Όνομα"\n', encoding="utf-8")
    html = worksheet(bank_of("## Ποιο; {#q}\n= 5\n", "language: el\n"), templates=Templates((tmp_path,)))
    assert '<p class="name">Όνομα <b' in html
    assert '<bdi lang="en" dir="ltr">Class</bdi>' in html


def test_text_of_a_teacher_is_never_markup() -> None:
    bank = bank_of(
        '# <i>t</i> {#t}\n<i>x</i>\n\n## <i>a</i>? {#a}\nimage: m.svg | "><i>\n- [x] <i>o</i>\n- [ ] b\n'
        "\n## b? {#b}\n= 5 km\nunit: <i>\naudio: <i>.mp3\n",
        "glossary:\n  - <i>g</i> :: <i>m</i>\nobjectives:\n  - <i>o</i>\narticle-title: <i>\n",
    )
    with pytest.raises(DataError):
        worksheet(bank, Path(__file__).parent)
    small = bank_of("# <i>t</i> {#t}\n## <i>a</i>? {#a}\n<i>x</i>\n- [x] <i>o</i>\n- [ ] b\nnote: <i>\nlevel: recall\n")
    copies = [Copy(0, "<i>Ana</i>", "<i>"), Copy(0)]
    reading = Reading("<i>", "<i>", (Paragraph("1", False, "<i>"), Paragraph("", True, "<i>")))
    assert "<i>" not in worksheet(small, copies=copies, reading=reading)
    assert "<i>" not in worksheet(bank_of("## {{d<i>}} {{e<i>}} {{f :: <i>}} {#q}\nhint: <i>\n"), support=True)


def test_a_course_may_bring_its_own_template(tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "sheet.html").write_text("{{ page.title }}: {{ sheet.questions|length }}")
    bank = bank_of("## q? {#q}\n= a\n")
    own = Templates((tmp_path,))
    assert worksheet(bank, templates=own) == "Small: 1"
    (tmp_path / "paper" / "sheet.html").write_text("{{ nothing }}")
    with pytest.raises(ConfigError):
        worksheet(bank, templates=own)


def test_a_course_may_bring_its_own_stylesheet(tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "print.css").write_text('body { font: 1em "My Face"; }')
    html = worksheet(bank_of("## q? {#q}\n= a\n"), templates=Templates((tmp_path,)))
    assert 'body { font: 1em "My Face"; }' in html
    assert html.count("{ font: var(--size)") == 0


# Layouts


def properties(html: str) -> dict[str, str]:
    return dict(re.findall(r"^  (--[a-z]+): (.+);$", html, re.MULTILINE))


def test_the_numbers_of_the_layout_are_in_the_stylesheet() -> None:
    bank = bank_of("## q? {#q}\n= a\n")
    for look in ({}, {"preset": "giant", "paper": "letter"}, {"size": 8.0, "columns": 2}, {"preset": "dyslexia"}):
        layout = layout_of(**look)  # type: ignore[arg-type]
        assert properties(worksheet(bank, **look)) == {
            "--width": f"{layout.paper.width}mm",
            "--height": f"{layout.paper.height}mm",
            "--margin": f"{layout.margin}mm",
            "--gutter": f"{layout.gutter}mm",
            "--size": f"{layout.size}pt",
            "--leading": f"{layout.preset.leading}",
            "--line": f"{layout.line}mm",
            "--number": f"{layout.number}mm",
            "--mark": f"{layout.mark}mm",
        }
    used = set(re.findall(r"var\((--[a-z]+)\)", TEMPLATES.text("paper/print.css")))
    assert used - {"--blank", "--box", "--more", "--room"} <= properties(worksheet(bank)).keys()


def test_for_dyslexic_readers_there_are_neither_serifs_nor_italics() -> None:
    html = worksheet(bank_of("## q? {#q}\n= a\n"), preset="dyslexia")
    assert 'class="sans upright">' in html
    assert properties(html)["--leading"] == "1.6"
    assert 'class="serif">' in worksheet(bank_of("## q? {#q}\n= a\n"), preset="large")


def test_two_columns_hold_the_questions_below_a_head_of_full_width() -> None:
    html = worksheet(bank_of("## q? {#q}\n= a\n"), columns=2)
    assert html.index("</header>") < html.index('<div class="sections in-two">')
    assert "in-two" not in worksheet(bank_of("## q? {#q}\n= a\n")).split("</style>")[1]


# Versions and copies


def feet(html: str) -> dict[str, str]:
    """What stands at the left in the foot of each named page."""
    return dict(re.findall(r"^@page (c\d+) \{.*?content: (.*?); \}", html, re.MULTILINE))


def test_one_copy_has_its_version_and_id_in_the_foot_of_all_pages() -> None:
    bank = bank_of("## q? {#q}\n= a\n")
    html = worksheet(bank)
    assert feet(html) == {}
    assert f'content: "Small · Version A · Sheet {make_sheet(bank).id}"; }}' in html
    assert 'content: "Page " counter(page) " of " counter(pages);' in html


def test_each_of_several_copies_has_pages_of_its_own() -> None:
    bank = bank_of("## q? {#q}\n= a\n")
    html = worksheet(bank, versions=2, copies=[Copy(0, "Ana Íñigo", "7b"), Copy(1, 'Bo "x"'), Copy(0)])
    first, second = make_sheet(bank).id, make_sheet(bank, version="B").id
    assert feet(html) == {
        "c1": rf'"Ana Íñigo · " "Small · Version A · Sheet {first}"',
        "c2": rf'"Bo \22 x\22  · " "Small · Version B · Sheet {second}"',
        "c3": rf'"Small · Version A · Sheet {first}"',
    }
    assert re.findall(r'<article class="copy paper" style="page:(c\d)"', html) == ["c1", "c2", "c3"]
    assert "@page c2 { counter-increment: c2;" in html
    assert 'content: "Page " counter(c2);' in html  # of how many no browser can say


def test_names_and_classes_are_filled_in() -> None:
    html = worksheet(bank_of("## q? {#q}\n= a\n"), copies=[Copy(0, "Ana", "7b"), Copy(0)])
    assert html.count('<b class="rule" dir="auto">Ana</b>') == 1
    assert html.count('<b class="rule" dir="auto">7b</b>') == 1
    assert html.count('<b class="rule" dir="auto"></b>') == 2


def test_a_long_name_and_a_long_title_are_cut_in_the_foot_alone() -> None:
    bank = bank_of("## q? {#q}\n= a\n")
    [title, name] = "title " * 15, "name " * 20
    html = worksheet(Bank(id="t", title=title, topics=bank.topics), copies=[Copy(0, name), Copy(0)])
    for foot in feet(html).values():
        assert len(foot) < 110
        assert "…" in foot
    assert name.strip() in words_in(html)
    assert title.strip() in words_in(html)


def test_no_name_of_an_element_stands_twice(media: Path) -> None:
    html = worksheet(every_kind(), media, versions=3)
    ids = [value for _, name, value in read(html).attributes if name == "id"]
    assert len(ids) == len(set(ids)) == 3 * 15
    named = [value for _, name, value in read(html).attributes if name == "aria-labelledby"]
    assert set(named) == set(ids)


def test_every_version_is_there_in_its_own_order() -> None:
    bank = bank_of("".join(f"## Q{n}? {{#q{n}}}\n- [x] a{n}\n- [ ] b{n}\n- [ ] c{n}\n\n" for n in range(6)))
    html = worksheet(bank, versions=4)
    for at, version in enumerate(version_names(4)):
        article = html.split("<article")[at + 1]
        sheet = make_sheet(bank, version=version)
        asked = re.findall(r"<span id=[^>]+>(Q\d)\?</span>", article)
        assert asked == [item.question.prompt[:2] for item in sheet.items]
        shown = re.findall(r'"letter">(\w)</span> <bdi>(\w)\d</bdi>', article)
        assert shown == [(o.letter, o.words.text[0]) for item in sheet.items for o in item.view.options]


def test_with_support_there_are_words_hints_and_fewer_options() -> None:
    cloze = "## {{b}} {{a}} {{c}} {#a}\nhint: Look *there*.\n\n"
    bank = bank_of(f"{cloze}## q? {{#b}}\n- [x] r\n- [ ] s\n- [ ] t\n- [ ] u\n")
    plain, help_ = worksheet(bank), worksheet(bank, support=True)
    assert "Word bank a b c" in words_in(help_)
    assert "<b>Hint:</b> <bdi>Look <em>there</em>.</bdi>" in help_
    assert "Version A°" in words_in(help_)
    assert (plain.count('class="letter"'), help_.count('class="letter"')) == (4, 3)
    assert "Word bank" not in plain
    assert "Hint" not in words_in(plain)
    assert "Word bank a b c" in words_in(worksheet(bank, selection=Selection(word_bank=True)))


def test_the_reading_stands_before_the_questions_with_the_numbers_of_the_key() -> None:
    paragraphs = (Paragraph("", True, "A heading"), Paragraph("1", False, "One."), Paragraph("2", False, "Two."))
    html = worksheet(bank_of("## q? {#q}\n= a\n"), reading=Reading("The Islands", "A. Writer", paragraphs), versions=2)
    words = words_in(html)
    assert "The text A heading ¶ 1One. ¶ 2Two. A. Writer. This text belongs to its author and publisher." in words
    assert words.count("One.") == 2
    assert html.index("¶ 2") < html.index('class="questions"')


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


def lines_in(html: str) -> list[tuple[str, int]]:
    """The groups of lines to write on: their width, and how many there are."""
    groups = re.findall(r'<div class="lines"(?: style="width:([\d.]+)mm")?>\n((?:<div class="line"></div>\n)+)', html)
    return [(width, lines.count("class")) for width, lines in groups]


def test_short_has_lines_to_write_on() -> None:
    assert lines_in(question("## q? {#q}\n= Crimea\n")) == [("60.0", 1)]
    assert lines_in(question(f"## q? {{#q}}\n= {'word ' * 20}\n")) == [(str(layout_of().answer), 3)]


def test_number_has_a_short_line_and_its_unit() -> None:
    html = question("## How far? {#q}\n= 31 km\nunit: km\n")
    assert '<span class="line" style="width:40.0mm"></span> <bdi>km</bdi>' in html
    assert "Give a number, in km." in html


def test_choice_has_lettered_circles_and_choices_lettered_squares() -> None:
    one = question("## q? {#q}\n- [x] a\n- [ ] b\n")
    many = question("## q? {#q}\n- [x] a\n- [x] b\n- [ ] c\n")
    assert '<ol class="options circle in-2">' in one
    assert "Choose one." in one
    assert '<ol class="options square in-3">' in many
    assert "Choose all that apply." in many
    assert re.findall(r'"letter">(.)<', many) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("letters", "options", "columns"),
    [(4, 4, 4), (18, 4, 2), (12, 3, 3), (20, 2, 2), (60, 2, 1), (4, 5, 1), (34, 4, 1)],
)
def test_options_stand_in_as_many_columns_as_the_longest_has_room_in(letters: int, options: int, columns: int) -> None:
    text = "- [x] **" + "x" * letters + "**\n" + "- [ ] y\n" * (options - 1)
    [shape] = re.findall(r'<ol class="options circle(.*?)">', question(f"## q? {{#q}}\n{text}"))
    assert shape == (f" in-{columns}" if columns > 1 else "")


def test_cloze_has_numbered_blanks_and_hints_in_brackets(media: Path) -> None:
    words = words_in(worksheet(every_kind(), media))
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


@pytest.mark.parametrize(("members", "shape"), [(4, "slots"), (5, "slots in-2")])
def test_more_than_four_short_members_stand_in_two_columns(members: int, shape: str) -> None:
    assert f'<ol class="{shape}">' in question("## q? {#q}\n" + "".join(f"- m{n}\n" for n in range(members)))


def test_match_has_boxes_for_letters_and_lettered_right_sides() -> None:
    html = question("## q? {#q}\n- a == 1\n- b == 2\n- == 3\n")
    assert html.count('<span class="letter-box">') == 2
    assert re.findall(r'"letter">(.)<', html) == ["A", "B", "C"]
    assert "One letter is left over." in html
    assert '<div class="pairs beside">' in html
    long = "## q? {#q}\n- " + "many words " * 20 + " == 1\n- b == 2\n"
    assert '<div class="pairs">' in worksheet(bank_of(long), columns=2, size=14)


def test_order_has_a_box_for_each_letter() -> None:
    html = question("## q? {#q}\n1. a\n2. b\n3. c\n")
    assert html.count('<span class="letter-box">') == 3
    assert re.findall(r'"letter">(.)<', html) == ["A", "B", "C"]
    assert "Letters, first to last:" in html


def test_open_has_lines_to_write_on_and_says_its_points() -> None:
    html = question("## q? {#q}\n+ a\n+ b\nlines: 7\n")
    assert html.count('<div class="line">') == 7
    assert lines_in(html) == [("", 3), ("", 4)]  # groups that stay together
    assert "Answer in your own words." in words_in(html)
    assert "/ 2 points q? Answer" in words_in(html)
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
    with pytest.raises(DataError) as error:
        worksheet(bank, tmp_path)
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
    with pytest.raises(DataError, match="stands beside the bank or in a folder below it"):
        worksheet(bank, folder)


def test_a_recording_is_to_be_listened_to_and_its_file_is_not_named(media: Path) -> None:
    words = words_in(worksheet(every_kind(), media))
    assert "Listen to the recording: the sound of the sea" in words
    assert "sea.mp3" not in words
    assert "Listen to the recording: a.mp3" in words_in(question("## q? {#q}\n= a\naudio: a.mp3\n"))


def test_what_to_do_stands_in_the_line_of_a_prompt_that_is_alone() -> None:
    assert re.search(
        r'<span id="q1-1">q\?</span> <bdi class="instruction short">Choose one\.',
        question("## q? {#q}\n- [x] a\n- [ ] b\n"),
    )
    below = question("## q? {#q}\nA body.\n\n- [x] a\n- [ ] b\n")
    assert below.index("A body.") < below.index("Choose one.")


# Much to print


def calls_for(count: int) -> int:
    """How many functions are called to print so many questions: a measure of work that no busy machine disturbs."""
    shapes = (
        "## What is the name of island {n}? {{#q{n}}}\n= name{n} | other {n}\n> the name{n} of it\n",
        "## Which is island {n}? {{#q{n}}}\n- [x] one {n}\n  > one {n} is\n- [ ] two {n}\n- [ ] three {n}\n",
        "## Island {{{{number{n}}}}} is in the {{{{sea of {n}}}}}. {{#q{n}}}\n> number{n}\n",
        "## Why is island {n}? {{#q{n}}}\n+ because {n}\n  > since {n}\n+ and so {n}\n= It is {n}.\n",
    )
    bank = bank_of("\n".join(shapes[n % 4].format(n=n) for n in range(count)))
    calls = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        html = worksheet(bank)
    finally:
        sys.setprofile(before)
    assert len(html) > 100 * count
    return calls


def test_twice_as_many_questions_are_twice_the_work() -> None:
    calls_for(40)  # what is loaded once
    assert calls_for(800) < 2.1 * calls_for(400)


def test_a_question_that_stands_on_many_sheets_is_rendered_from_markdown_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import quizgen.text.html as html

    rendered = Counter[str]()
    inline_html = html.inline_html
    monkeypatch.setattr(html, "inline_html", lambda source: rendered.update([source]) or inline_html(source))
    worksheet(bank_of("## Which *unheard-of* one? {#q}\n- [x] *unheard* a\n- [ ] *unheard* b\n"), versions=50)
    assert {source: count for source, count in rendered.items() if "unheard" in source} == {
        "Which *unheard-of* one?": 1,
        "*unheard* a": 1,
        "*unheard* b": 1,
    }


# Drafts that were taken in


def test_a_page_is_marked_where_a_draft_is_on_it() -> None:
    bank = bank_of("## who? {#a}\n= x\n\n## what? {#b}\n= y\n")
    for versions in (1, 2):
        for drafts, marked in ((set(), False), ({"elsewhere"}, False), ({"b"}, True)):
            html = worksheet(bank, drafts=drafts, versions=versions)
            assert ('<p class="draft">DRAFT</p>' in html) == marked
            assert ("DRAFT" in html) == marked
            feet = re.findall(r"@bottom-left \{.*?content: (.*?); \}", html)
            assert [('"DRAFT · "' in foot) for foot in feet] == [marked] * (1 if versions == 1 else 3)
