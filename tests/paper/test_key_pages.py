"""The key in print, from a browser and as PDF: alike, whole, small, with its foot on every page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from banks import bank_of, every_kind, long_bank
from browser import Word, print_page, words_of
from html_pages import words_in
from keys import TEMPLATES, key_of
from outloud import check
from pdfua import validate
from pypdf import PdfReader

from quizgen.paper.html import key_html
from quizgen.paper.key.key import Key
from quizgen.paper.pdf import key_pdf
from quizgen.paper.sheets.versions import Copy

POINTS = 72 / 25.4  # PDF points in a millimetre
SIZES = {"a4": (210, 297), "letter": (215.9, 279.4)}
MARK = re.compile(r"(?<![A-Z0-9])Q\d+(?![A-Z0-9])")
NAMED = [Copy(at % 3, f"Student{at} Name", "10b") for at in range(40)]


def pdf_of(key: Key, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    made = key_pdf(key, TEMPLATES)
    assert made.warnings == ()
    (folder / "key.pdf").write_bytes(made.pdf)
    return folder / "key.pdf"


def browser_pdf_of(key: Key, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return print_page(key_html(key, TEMPLATES), folder, "key")


def is_whole(pdf: Path, paper: str, foot: str = "") -> None:
    """Of that size, nothing outside the margins, no entry parted, and on every page its foot and which it is."""
    words, pages = words_of(pdf), PdfReader(pdf).pages
    width, height = SIZES[paper]
    size = (float(pages[0].mediabox.width) / POINTS, float(pages[0].mediabox.height) / POINTS)
    assert size == pytest.approx((width, height), abs=0.5)
    for word in words:
        if not is_mark_of_a_draft(word):
            assert 15.5 * POINTS <= word.left <= word.right <= (width - 15.5) * POINTS, word
            assert word.bottom <= (height - 5) * POINTS, word
    for page in range(1, 1 + len(pages) if foot else 1):
        said = " ".join(word.text for word in words if word.page == page)
        assert foot in said
        assert f"Page {page} of {len(pages)}" in said
    places: dict[str, set[int]] = defaultdict(set)
    for word in words:
        for mark in MARK.findall(word.text):
            places[mark].add(word.page)
    assert len(places) == 40
    assert {mark: found for mark, found in places.items() if len(found) > 1} == {}


def is_mark_of_a_draft(word: Word) -> bool:
    return word.bottom - word.top > 60


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    key = key_of(long_bank(40), 3, paper="letter", copies=NAMED, drafts={"q7"})
    return browser_pdf_of(key, tmp_path_factory.mktemp("browser"))


class TestInABrowser:
    def test_every_page_is_whole(self, printed: Path) -> None:
        is_whole(printed, "letter", "DRAFT · KEY · Small")

    def test_so_it_is_of_one_version_and_from_right_to_left(self, tmp_path: Path) -> None:
        is_whole(browser_pdf_of(key_of(long_bank(40, "ar")), tmp_path), "a4")

    def test_a_draft_marks_every_page(self, printed: Path) -> None:
        assert {word.page for word in words_of(printed) if is_mark_of_a_draft(word)} == every_page(printed)


def every_page(pdf: Path) -> set[int]:
    return set(range(1, 1 + len(PdfReader(pdf).pages)))


class TestAsPdf:
    @pytest.mark.parametrize(("language", "paper"), [("en", "a4"), ("en", "letter"), ("ja", "a4"), ("ar", "a4")])
    def test_every_page_is_whole(self, language: str, paper: str, tmp_path: Path) -> None:
        key = key_of(long_bank(40, language), 3, paper=paper, copies=NAMED)
        is_whole(pdf_of(key, tmp_path), paper, "KEY · Small" if language == "en" else "")

    def test_a_draft_marks_every_page(self, tmp_path: Path) -> None:
        pdf = pdf_of(key_of(long_bank(40), 2, drafts={"q7"}), tmp_path)
        assert {word.page for word in words_of(pdf) if is_mark_of_a_draft(word)} == every_page(pdf)
        is_whole(pdf, "a4", "DRAFT · KEY · Small")

    @pytest.mark.parametrize(("language", "versions"), [("en", 1), ("en", 3), ("ja", 12), ("ar", 3)])
    def test_screen_readers_can_read_it(self, language: str, versions: int, tmp_path: Path) -> None:
        key = key_of(
            replace(every_kind(), language=language, title="Every Kind"), versions, copies=NAMED[:9], support=True
        )
        pdf = pdf_of(key, tmp_path)
        assert [str(finding) for finding in validate(pdf).findings] == []
        assert [str(found) for found in check(str(pdf)).findings if found.severity == "error"] == []
        info = PdfReader(pdf)
        assert info.metadata is not None
        assert info.metadata.title == key.title
        assert info.trailer["/Root"]["/Lang"] == language

    def test_it_is_the_same_bytes_again(self, tmp_path: Path) -> None:
        first, second = (key_pdf(key_of(every_kind(), 12), TEMPLATES).pdf for _ in range(2))
        assert first == second

    def test_an_answer_longer_than_a_page_goes_on_on_the_next(self, tmp_path: Path) -> None:
        points = "".join(f"+ Q{n} {'and more words ' * 12}\n" for n in range(1, 41))
        words = words_of(pdf_of(key_of(bank_of(f"## why? {{#a}}\n{points}= {'long ' * 400}\n")), tmp_path))
        assert {mark.text for mark in words if MARK.fullmatch(mark.text)} == {f"Q{n}" for n in range(1, 41)}
        assert sum(word.text == "long" for word in words) == 400
        assert all(word.bottom <= 292 * POINTS for word in words)

    def test_words_without_end_stay_on_the_page(self, tmp_path: Path) -> None:
        long = "w" * 200
        bank = bank_of(
            f"## {long}? {{#a}}\n= {long}\n> {long}\nnote: {long}\n\n## b? {{#b}}\n- {long} == {long}\n- x == y\n"
        )
        for versions in (1, 3):
            words = words_of(pdf_of(key_of(bank, versions), tmp_path))
            assert max(word.right for word in words) <= 194.5 * POINTS


SIMPLE = "".join(f"## Which is Q{n}? {{#s{n}}}\n= name\n> the name of it\n\n" for n in range(1, 41))
TOPICS = "".join(f"# Over{n} {{#t{n}}}\n\n## Under{n} why? {{#q{n}}}\n= name{n % 3}\n\n" for n in range(100))


@pytest.mark.parametrize("make", [pdf_of, browser_pdf_of])
def test_it_is_small_and_no_head_ends_a_page(make: Callable[[Key, Path], Path], tmp_path: Path) -> None:
    words = words_of(make(key_of(bank_of(SIMPLE + TOPICS)), tmp_path))
    a_simple_question_takes_about_eight_millimetres([word for word in words if word.page == 1])
    each_title_stands_above_its_first_question(words)


def a_simple_question_takes_about_eight_millimetres(words: list[Word]) -> None:
    tops = [word.top for word in words if MARK.match(word.text)]
    steps = [(below - above) / POINTS for above, below in pairwise(tops)]
    assert len(steps) >= 20
    assert max(steps) < 9.5


def each_title_stands_above_its_first_question(words: list[Word]) -> None:
    """On one page with it and with the heads of the columns."""
    pages = {word.text: word.page for word in words}
    heads = [word.page for word in words if word.text == "Question,"]
    assert len(heads) == 101
    for number, page in enumerate(heads[1:]):
        assert page == pages[f"Over{number}"] == pages[f"Under{number}"], number


@pytest.mark.parametrize("versions", [1, 3, 30])
def test_page_and_pdf_say_the_same(versions: int, tmp_path: Path) -> None:
    key = key_of(every_kind(), versions, copies=NAMED[:4], support=True)
    body = key_html(key, TEMPLATES).split("<main", 1)[1].split(">", 1)[1].split("</main>")[0]
    pages = PdfReader(pdf_of(key, tmp_path)).pages
    sheet = f"{key.versions[0].words}·{key.versions[0].sheet}" if versions == 1 else ""
    feet = (f"KEY·{key.page.title}{sheet}Page{number}of{len(pages)}" for number in range(1, len(pages) + 1))
    assert letters("".join(page.extract_text() for page in pages)) == letters(words_in(body) + "".join(feet))


def letters(text: str) -> Counter[str]:
    """How often each letter stands there: what is said, wherever its lines end."""
    return Counter("".join(text.split()).upper())
