"""The worksheet as PDF: what stands where, what stays together, what a screen reader and a printer find."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from banks import MAP, bank_of, every_kind
from browser import Word, words_of
from outloud import check
from pdfua import validate
from pypdf import PdfReader

from quizgen.bank.model import Bank
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.pdf import worksheet_pdf
from quizgen.paper.sheets.sheet import make_sheet, with_support
from quizgen.paper.sheets.versions import Copy, version_names
from quizgen.paper.worksheet.reading import Paragraph, Reading
from quizgen.paper.worksheet.worksheet import make_worksheet
from quizgen.templating import Templates

POINT = 72 / 25.4  # in a millimetre
A4 = (595.28, 841.89)
LONG = "x" * 200


@pytest.fixture
def printed(tmp_path: Path) -> Any:
    """Print a bank: the file, whose words are asked for by `words_of`."""

    def printed(bank: Bank, versions: int = 1, support: bool = False, **options: Any) -> Path:
        about = {name: options.pop(name) for name in ("copies", "drafts", "reading", "images") if name in options}
        sheets = [make_sheet(bank, version=name) for name in version_names(versions)]
        chosen = [with_support(sheet) for sheet in sheets] if support else sheets
        images = about.pop("images", {})
        labels = read_labels(bank.language, Templates())
        sheet = make_worksheet(chosen, bank, layout_of(**options), labels, **about)
        made = worksheet_pdf(sheet, Templates(), {name: images.get(name, MAP.encode()) for name in sheet.images})
        assert made.warnings == ()
        (tmp_path / "sheet.pdf").write_bytes(made.pdf)
        return tmp_path / "sheet.pdf"

    return printed


def the(words: Iterable[Word], text: str, at: int = 0) -> Word:
    return [word for word in words if word.text == text][at]


def lines_on(page: Any) -> int:
    """How many lines to write on a page has: horizontal strokes as long as an answer is wide."""
    strokes = re.findall(
        r"([-\d.]+) ([-\d.]+) m\s+([-\d.]+) ([-\d.]+) l", page.get_contents().get_data().decode("latin-1")
    )
    lengths = [round(float(x1) - float(x0)) for x0, y0, x1, y1 in strokes if y0 == y1]
    return lengths.count(round(layout_of().answer * POINT))


class TestAQuestion:
    def test_number_stem_and_points_stand_on_one_line(self, printed: Any) -> None:
        words = words_of(printed(bank_of("## Which one? {#q}\n= x\npoints: 12.5\n")))
        stem = the(words, "Which")
        on_line = [word.text for word in words if abs(word.bottom - stem.bottom) < 2.5]
        assert on_line == ["1", "Which", "one?", "/", "12.5"] or on_line == ["1", "/", "12.5", "Which", "one?"]

    def test_all_that_is_answered_begins_at_the_left_edge_of_the_stem(self, printed: Any) -> None:
        words = words_of(printed(every_kind()))
        edge = the(words, "Which").left
        assert the(words, "1.").left == pytest.approx(edge, abs=0.6)
        beside_circles = {
            round(the(words, text, at).left, 1)
            for text, at in (("optionright", 0), ("optionlong", 0), ("itemone", 0), ("True", 1))
        }
        assert len(beside_circles) == 1
        assert edge + 5 * POINT < beside_circles.pop() < edge + 9 * POINT
        topic, number = the(words, "Choosing"), the(words, "1")
        assert topic.left == pytest.approx(number.left, abs=0.6)

    def test_every_kind_says_what_to_do_and_shows_its_parts(self, printed: Any) -> None:
        text = " ".join(word.text for word in words_of(printed(every_kind())))
        for said in (
            "Give a number, in km.",
            "True or false?",
            "If it is false, write what is true:",
            "Choose one.",
            "Choose all that apply.",
            "Fill in the blanks.",
            "[N… T…]",
            "Name any two.",
            "Match each with a letter. One letter is left over.",
            "Letters, first to last:",
            "Listen to the recording: the sound of the sea",
            "A circle: choose one.",
            "A square: choose all that apply.",
            "20 points · 30 minutes",
        ):
            assert said in text

    def test_short_options_share_a_line_and_long_ones_do_not(self, printed: Any) -> None:
        words = words_of(printed(every_kind()))
        assert the(words, "optionright").top == the(words, "optionwrong").top
        tops = [word.top for word in words if word.text == "optionlong"]
        assert tops == sorted(set(tops))

    def test_steps_between_options_are_even(self, printed: Any) -> None:
        options = "\n".join(f"- [{'x' if n == 1 else ' '}] option{n} {'and *more* words ' * 3}" for n in range(1, 8))
        words = words_of(printed(bank_of(f"## Which? {{#q}}\n{options}\n")))
        tops = [the(words, f"option{n}").top for n in range(1, 8)]
        steps = {round(below - above, 1) for above, below in pairwise(tops)}
        assert len(steps) == 1


class TestWhatStaysTogether:
    def bank(self, count: int) -> Bank:
        options = "\n".join(f"- [{'x' if n == 1 else ' '}] part{{q}} {'and more words ' * 4}" for n in range(1, 6))
        topics = "".join(
            f"# TOPIC{q}\n\n## STEM{q} {'and more words ' * (q % 7)}? {{#q{q}}}\n{options.replace('{q}', str(q))}\n"
            for q in range(count)
        )
        return bank_of(topics)

    @pytest.mark.parametrize(
        "look", [{}, {"columns": 2}, {"preset": "giant"}, {"preset": "dyslexia", "paper": "letter"}]
    )
    def test_a_question_with_its_options_and_a_topic_with_its_first_question(self, printed: Any, look: Any) -> None:
        words = words_of(printed(self.bank(14), **look))
        middle = A4[0] / 2 if look.get("columns") == 2 else A4[0]
        for q in range(14):
            parts = [word for word in words if word.text in (f"TOPIC{q}", f"STEM{q}", f"part{q}")]
            assert len(parts) == 7
            assert len({(part.page, part.left > middle) for part in parts}) == 1

    def test_a_question_higher_than_a_page_runs_on(self, printed: Any) -> None:
        options = "\n".join(f"- [{'x' if n < 2 else ' '}] part{n} {'and more words ' * 12}" for n in range(40))
        words = words_of(printed(bank_of(f"## STEM? {{#q}}\n{options}\n")))
        assert {word.page for word in words} == {1, 2, 3}
        assert the(words, "part0").page == the(words, "STEM?").page == 1

    def test_a_question_as_high_as_a_page_leaves_no_topic_behind(self, printed: Any) -> None:
        topics = ""
        for count in range(35, 44):
            options = "\n".join(f"- [{'x' if n == 0 else ' '}] {'words ' * 12}" for n in range(count))
            topics += f"# TOPIC{count}\n\n## STEM{count}? {{#q{count}}}\n{options}\n"
        words = words_of(printed(bank_of(topics)))
        for count in range(35, 44):
            assert the(words, f"TOPIC{count}").page == the(words, f"STEM{count}?").page

    @pytest.mark.parametrize("lines", [15, 17, 31, 40])
    def test_an_open_answer_breaks_into_three_lines_or_more(self, printed: Any, lines: int) -> None:
        for above in range(5, 20, 2):
            asked = f"## q? {{#a}}\n+ p\nlines: {above}\n## Why? {{#q}}\n+ p\nlines: {lines}\n"
            counts = [count for count in map(lines_on, PdfReader(printed(bank_of(asked))).pages) if count]
            assert sum(counts) == above + lines
            assert counts[0] == above or counts[0] >= above + 3
            assert min(counts) >= 3

    def test_a_shorter_one_does_not(self, printed: Any) -> None:
        before = "".join(f"## q? {{#a{n}}}\n= x\n" for n in range(9))
        pages = PdfReader(printed(bank_of(f"{before}## Why? {{#q}}\n+ p\nlines: 14\n"))).pages
        assert [lines_on(page) for page in pages] == [0, 14]


SUM = " + ".join(f"b_{{{n}}} x^{{{n}}}" for n in range(40))
HOSTILE = f"""# A topic {LONG}

{"A shared text of many words. " * 60}

| {" | ".join(f"column{n}" for n in range(8))} |
|{"---|" * 8}
| {" | ".join("W" * 25 for _ in range(8))} |

## {LONG} or https://example.org/{"path/" * 40}? {{#a}}
= {LONG}

## How far, with $a_1 + {SUM}$ and \\[{SUM}\\]? {{#b}}
= 3 km
unit: {"unit " * 20}

## Which? {{#c}}
- [x] {LONG}
- [x] {"many words " * 40}
- [ ] Landwirtschaftsministerium

## Match {{#d}}
- {LONG[:90]} == right
- Sakhalin-Entwicklungsgesellschaft == Landwirtschaftsministeriumsgeb

## The {" and the ".join(f"{{{{answer :: a hint of several words {n}}}}}" for n in range(20))}. {{#e}}

## Why? {{#f}}
image: map.svg | {LONG}
+ p
lines: 30

## Long? {{#g}}
{"A body of many words. " * 300}

- [x] yes
- [ ] no
"""


@pytest.mark.parametrize(
    "look",
    [
        {},
        {"columns": 2, "size": 8},
        {"columns": 2, "preset": "dyslexia"},
        {"preset": "giant"},
        {"size": 36, "paper": "letter"},
    ],
)
def test_nothing_stands_outside_the_margins(printed: Any, look: Any) -> None:
    paper = layout_of(**look).paper
    margin = (layout_of(**look).margin - 2) * POINT
    for word in words_of(printed(bank_of(HOSTILE), **look)):
        assert word.left > margin, word
        assert word.right < paper.width * POINT - margin, word
        assert word.top > margin - 10, word
        assert word.bottom < paper.height * POINT - 6 * POINT, word


def drawn(height: int) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="{height}"/>'.encode()


def scanned(height: int, dots_per_metre: int = 0) -> bytes:
    """A white PNG of 100 pixels by so many."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100, height, 8, 0, 0, 0, 0))
    claim = chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)) if dots_per_metre else b""
    rows = chunk(b"IDAT", zlib.compress((b"\0" + b"\xff" * 100) * height))
    return b"\x89PNG\r\n\x1a\n" + head + claim + rows + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "picture"),
    [("map.svg", drawn), ("map.png", scanned), ("scan.png", lambda height: scanned(height, round(300 / 0.0254)))],
    ids=["drawing", "pixels", "pixels that claim a resolution"],
)
def test_a_picture_is_as_large_as_in_a_browser(name: str, picture: Callable[[int], bytes], printed: Any) -> None:
    """96 pixels to the inch."""
    bank = bank_of(f"## How far? {{#q}}\nimage: {name} | a map\n= 3 km\nunit: km\n")
    low, high = (the(words_of(printed(bank, images={name: picture(height)})), "km").top for height in (20, 100))
    assert high - low == pytest.approx(80 * 72 / 96, abs=0.5)


class TestCopies:
    def outline(self, pdf: Path) -> list[Any]:
        def titles(entries: Sequence[Any]) -> list[Any]:
            return [titles(entry) if isinstance(entry, list) else entry.title for entry in entries]

        return titles(PdfReader(pdf).outline)

    COPIES = (Copy(0, "Ana Núñez", "9b"), Copy(1, "李小龙"), Copy(0))

    def test_one_has_its_topics_as_bookmarks(self, printed: Any) -> None:
        assert self.outline(printed(every_kind())) == ["Words and numbers", "Choosing", "Texts"]

    def test_many_are_called_by_version_and_student_with_the_topics_below(self, printed: Any) -> None:
        found = self.outline(printed(every_kind(), versions=2, copies=self.COPIES))
        assert found[::2] == ["Version A · Ana Núñez", "Version B · 李小龙", "Version A"]
        assert [len(below) for below in found[1::2]] == [3, 3, 3]

    def test_each_counts_its_own_pages_and_bears_its_name(self, printed: Any) -> None:
        pages = [page.extract_text() for page in PdfReader(printed(every_kind(), copies=self.COPIES, versions=2)).pages]
        counted = [(str(page), str(many)) for many in (4, 3, 4) for page in range(1, many + 1)]
        assert [found for page in pages for found in re.findall(r"Page (\d) of (\d)", page)] == counted
        assert [page.count("Ana Núñez") for page in pages] == [2, 1, 1, 1, *[0] * 7]
        assert "9b" in pages[0]

    def test_for_printing_on_both_sides_each_begins_on_an_odd_page(self, printed: Any) -> None:
        pages = PdfReader(printed(every_kind(), copies=self.COPIES, versions=2, duplex=True, paper="letter")).pages
        starts = [number for number, page in enumerate(pages, 1) if "Page 1 of" in page.extract_text()]
        assert len(starts) == 3
        assert all(start % 2 for start in starts)

    def test_the_page_between_is_empty(self, printed: Any) -> None:
        bank = bank_of("## q? {#q}\n= a\n")
        pages = PdfReader(printed(bank, copies=self.COPIES, versions=2, duplex=True, drafts=("q",))).pages
        assert [number for number, page in enumerate(pages, 1) if not page.extract_text().strip()] == [2, 4]


class TestWhatMayBeAdded:
    def test_the_mark_of_a_draft_stands_behind_the_words_of_every_page(self, printed: Any) -> None:
        for page in PdfReader(printed(every_kind(), drafts=("short",))).pages:
            assert page.extract_text().startswith("DRAFT")

    def test_support_brings_hints_and_words_to_choose_from(self, printed: Any) -> None:
        text = " ".join(word.text for word in words_of(printed(every_kind(), support=True)))
        assert "Hint: zhintshort" in text
        assert "Word bank" in text
        assert "zclozea" in text

    def test_the_reading_has_its_paragraphs_numbered_and_a_line_on_rights(self, printed: Any) -> None:
        paragraphs = (
            Paragraph("", True, "A heading"),
            Paragraph("1", False, "The sea."),
            Paragraph("12", False, "The isle."),
        )
        words = words_of(printed(every_kind(), reading=Reading("T", "A. Writer", paragraphs)))
        assert the(words, "12").bottom == pytest.approx(the(words, "isle.").bottom, abs=3)
        assert the(words, "12").right < the(words, "isle.").left
        text = " ".join(word.text for word in words)
        assert "A. Writer. This text belongs to its author" in text


class TestScripts:
    ARABIC = """# أسئلة

## أين warm الجزيرة؟ {#a}
= هناك
points: 2

## أي منها؟ {#b}
- [x] الأولى
- [ ] الثانية

## صل {#c}
- كيشيدا == طوكيو
- بوتين == موسكو
"""

    def test_a_page_from_right_to_left_is_mirrored(self, printed: Any) -> None:
        words = words_of(printed(bank_of(self.ARABIC, "language: ar\n")))
        latin = the(words, "warm")
        number = min((w for w in words if w.text == "1" and abs(w.bottom - latin.bottom) < 3), key=lambda w: -w.left)
        points = the([w for w in words if abs(w.bottom - latin.bottom) < 3], "2")
        assert points.right < A4[0] / 3 < latin.right < number.left
        assert number.right == pytest.approx(A4[0] - layout_of().margin * POINT, abs=1)

    @pytest.mark.parametrize(("language", "face"), [("ja", "JP"), ("ko", "KR"), ("zh", "SC"), ("zh-TW", "TC")])
    def test_characters_have_the_shape_of_their_language(self, printed: Any, language: str, face: str) -> None:
        if not has_font("Noto Serif CJK JP"):
            pytest.skip("no fonts of Noto CJK are installed")
        pages = PdfReader(printed(bank_of("## 直骨? {#q}\n= 直\n", f"language: {language}\n"))).pages
        names = {font["/BaseFont"] for page in pages for font in fonts_of(page)}
        assert any(f"Noto{style}CJK{face.lower()}" in str(name) for name in names for style in ("Serif", "Sans"))

    def test_no_italics_for_dyslexic_readers(self, printed: Any) -> None:
        pages = PdfReader(printed(every_kind(), preset="dyslexia")).pages
        names = {str(font["/BaseFont"]) for page in pages for font in fonts_of(page)}
        assert not [name for name in names if re.search("italic|oblique", name, re.IGNORECASE)]
        assert not [name for name in names if "Serif" in name and "Math" not in name]


def has_font(family: str) -> bool:
    from typst import Fonts

    return family in Fonts().families()


def fonts_of(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"].get_object()["/Font"].get_object().values()]


@pytest.mark.parametrize("look", [{}, {"columns": 2}])
def test_screen_readers_find_title_language_and_order(printed: Any, look: Any) -> None:
    pdf = printed(every_kind(), versions=2, **look)
    reader = PdfReader(pdf)
    assert reader.metadata.title == 'Every kind "there" is <so far>'
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert [str(finding) for finding in validate(pdf).findings] == []
    assert [str(found) for found in check(str(pdf)).findings if found.severity == "error"] == []
