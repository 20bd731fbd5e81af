"""Sheets and keys as Chromium prints them: nothing parted, nothing cut off, every page with its foot."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Collection
from dataclasses import astuple
from itertools import pairwise
from pathlib import Path

import pytest
from banks import MAP, bank_of, every_kind, long_bank
from browser import Word, need, print_page, words_of
from pypdf import PdfReader

from quizgen.bank.model import Bank
from quizgen.paper import key_html, make_sheet, worksheet_html
from quizgen.templating import Templates

POINTS = 72 / 25.4  # PDF points in a millimetre
SIZES = {"a4": (210, 297), "letter": (215.9, 279.4)}
MARGIN = 16
MARK = re.compile(r"Q\d+")


def printed(bank: Bank, folder: Path, paper: str, page: str = "sheet", drafts: Collection[str] = ()) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "map.svg").write_text(MAP)
    sheet = make_sheet(bank)
    templates = Templates()
    if page == "sheet":
        html = worksheet_html(sheet, bank, paper=paper, templates=templates, media_folder=folder, drafts=drafts)
    else:
        html = key_html(
            sheet,
            bank,
            locate=lambda _: "¶ 3, sentence 4",
            paper=paper,
            templates=templates,
            media_folder=folder,
            drafts=drafts,
        )
    return print_page(html, folder, f"{page}-{paper}")


BANKS = {
    "every kind": every_kind,
    "forty": lambda: long_bank(40),
    "forty in Arabic": lambda: long_bank(40, "ar"),
    "forty in Japanese": lambda: long_bank(40, "ja"),
}


@pytest.mark.parametrize("page", ["sheet", "key"])
@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("name", BANKS)
def test_a_printed_page(name: str, paper: str, page: str, tmp_path: Path) -> None:
    pdf = printed(BANKS[name](), tmp_path, paper, page)
    words = words_of(pdf)
    is_of_size(pdf, paper)
    nothing_is_cut_off(words, paper)
    has_its_foot_on_every_page(words, len(PdfReader(pdf).pages))
    no_question_is_parted(words)


def is_of_size(pdf: Path, paper: str) -> None:
    for page in PdfReader(pdf).pages:
        size = (float(page.mediabox.width) / POINTS, float(page.mediabox.height) / POINTS)
        assert size == pytest.approx(SIZES[paper], abs=0.5)


def nothing_is_cut_off(words: list[Word], paper: str) -> None:
    width, height = SIZES[paper]
    for word in words:
        assert word.left >= (MARGIN - 0.5) * POINTS, word
        assert word.right <= (width - MARGIN + 0.5) * POINTS, word
        assert word.bottom <= (height - 5) * POINTS, word


def has_its_foot_on_every_page(words: list[Word], pages: int) -> None:
    for page in range(1, pages + 1):
        foot = " ".join(word.text for word in words if word.page == page)
        assert f"Page {page} of {pages}" in foot
        assert re.search(r"Version A · Sheet [A-Z2-7]{8}", foot)


def no_question_is_parted(words: list[Word]) -> None:
    pages = defaultdict(set)
    for word in words:
        for mark in MARK.findall(word.text):
            pages[mark].add(word.page)
    parted = {mark: places for mark, places in pages.items() if len(places) > 1}
    assert parted == {}


def test_forty_questions_have_forty_marks_to_look_at(tmp_path: Path) -> None:
    words = words_of(printed(long_bank(40), tmp_path, "a4"))
    marks = [mark for word in words for mark in MARK.findall(word.text)]
    assert set(marks) == {f"Q{number}" for number in range(1, 41)}
    assert len(marks) >= 40 * 4


def test_a_topic_stays_with_its_first_question(tmp_path: Path) -> None:
    topics = "".join(
        f"# Q{n}topic {{#t{n}}}\nQ{n}text of it.\n\n## Q{n} why? {{#q{n}}}\n+ a\nlines: {2 + n % 7}\n\n"
        for n in range(40)
    )
    words = words_of(printed(bank_of(topics), tmp_path, "a4"))
    no_question_is_parted(words)


@pytest.mark.parametrize("before", [11, 12, 13])
def test_a_long_answer_may_break_but_keeps_three_lines_together(before: int, tmp_path: Path) -> None:
    bank = bank_of(f"## first? {{#a}}\n+ a\nlines: {before}\n\n## then? {{#b}}\n+ a\nlines: 30\n")
    pdf = printed(bank, tmp_path, "a4")
    assert len(PdfReader(pdf).pages) == 2
    first = len(ruled_lines(pdf, 1)) - 1 - before  # the head has one line
    assert first >= 3
    assert first % 3 == 0
    assert len(ruled_lines(pdf, 2)) == 30 - first


def grey(pdf: Path, page: int) -> tuple[int, int, bytes]:
    """A page as grey pixels, 100 to the inch."""
    [pdftoppm] = need(("pdftoppm",))
    command = [pdftoppm, "-r", "100", "-gray", "-f", str(page), "-l", str(page), pdf]
    image = subprocess.run(command, check=True, capture_output=True).stdout
    _, width, height, _, pixels = image.split(maxsplit=4) if image[:2] == b"P5" else pytest.fail("not a PGM")
    return int(width), int(height), image[-int(width) * int(height) :] if pixels else b""


def ruled_lines(pdf: Path, page: int) -> list[int]:
    """The heights, in pixels, of the lines that are longer than 120 mm."""
    width, height, pixels = grey(pdf, page)
    dark = [sum(value < 140 for value in pixels[y * width : (y + 1) * width]) > 472 for y in range(height)]
    return [y for y, (before, now) in enumerate(pairwise([False, *dark])) if now and not before]


@pytest.mark.parametrize("paper", SIZES)
def test_a_border_at_the_edge_is_printed_whole(paper: str, tmp_path: Path) -> None:
    words = "glossary:\n" + "".join(f"  - term {n} :: what it means\n" for n in range(20))
    width, height, pixels = grey(printed(bank_of("## q? {#q}\n= a\n", words), tmp_path, paper), 1)
    columns = [sum(value < 140 for value in pixels[x::width]) for x in range(width)]
    sides = [x for x, dark in enumerate(columns) if dark > height / 20]
    assert sides[0] < width / 4
    assert sides[-1] > width * 3 / 4


def test_a_simple_question_takes_about_eight_millimetres_of_a_key(tmp_path: Path) -> None:
    text = "".join(f"## Which is Q{n}? {{#q{n}}}\n= name\n> the name of it\n\n" for n in range(1, 61))
    words = words_of(printed(bank_of(text), tmp_path, "a4", "key"))
    tops = [word.top for word in words if MARK.match(word.text) and word.page == 1]
    steps = [(below - above) / POINTS for above, below in pairwise(tops)]
    assert len(steps) >= 20
    assert max(steps) < 9.5


def test_without_its_programs_a_test_is_skipped_but_fails_where_all_must_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        need(("no-such-program",))
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception):
        need(("no-such-program",))


@pytest.mark.parametrize("page", ["sheet", "key"])
@pytest.mark.parametrize("paper", SIZES)
def test_a_draft_is_marked_on_every_page_and_moves_nothing(paper: str, page: str, tmp_path: Path) -> None:
    plain = printed(long_bank(40), tmp_path / "plain", paper, page)
    marked = printed(long_bank(40), tmp_path / "marked", paper, page, drafts={"q7"})
    pages = len(PdfReader(plain).pages)
    assert len(PdfReader(marked).pages) == pages > 1
    if page == "sheet":  # the key has a line more, which says what is a draft
        assert marks_of(marked) == marks_of(plain) != []
    for number in range(1, pages + 1):
        large = [word for word in words_of(marked) if word.page == number and word.bottom - word.top > 60]
        assert large, number  # a letter of the mark across the page
        assert all(0 < word.left < word.right < SIZES[paper][0] * POINTS for word in large)
        foot = " ".join(word.text for word in words_of(marked) if word.page == number)
        assert "DRAFT ·" in foot


def test_the_mark_of_a_draft_hides_nothing(tmp_path: Path) -> None:
    """Nowhere does it make the page lighter, so that what is printed before it stays to be read."""
    bank = bank_of("\n".join(f"## {'many words ' * 40} {{#q{n}}}\n= many\n" for n in range(9)))
    plain, marked = (
        shades_of(printed(bank, tmp_path / name, "a4", drafts=drafts))
        for name, drafts in (("plain", ()), ("marked", {"q0"}))
    )
    assert len(plain) == len(marked)
    above_foot = len(plain) * (297 - 22) // 297
    assert all(after <= before + 2 for before, after in zip(plain[:above_foot], marked[:above_foot], strict=True))
    assert sum(after < before for before, after in zip(plain, marked, strict=True)) > len(plain) // 50


def shades_of(pdf: Path) -> bytes:
    """The first page of a PDF as shades of grey, 0 for black, row by row."""
    [pdftoppm] = need(("pdftoppm",))
    command = [pdftoppm, "-r", "60", "-gray", "-singlefile", pdf]
    picture = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    return picture.split(b"\n", 3)[3]


def marks_of(pdf: Path) -> list[Word]:
    """Where each part of a question stands."""
    return sorted((word for word in words_of(pdf) if MARK.fullmatch(word.text)), key=astuple)
