"""Sheets as Chromium prints them: nothing parted, nothing cut off, every page with its foot."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import astuple
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from banks import MAP, bank_of, every_kind, long_bank
from browser import Word, need, print_page, words_of
from pypdf import PdfReader

from quizgen.bank.model import Bank
from quizgen.paper.html import worksheet_html
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.sheets.sheet import make_sheet, with_support
from quizgen.paper.sheets.versions import Copy, version_names
from quizgen.paper.worksheet.worksheet import make_worksheet
from quizgen.templating import Templates

POINTS = 72 / 25.4  # PDF points in a millimetre
SIZES = {"a4": (210, 297), "letter": (215.9, 279.4)}
MARGIN = 16
MARK = re.compile(r"(?<![A-Z0-9])Q\d+(?![A-Z0-9])")  # not those letters within the id of a sheet
TEMPLATES = Templates()


def page_html(
    bank: Bank,
    page: str = "sheet",
    drafts: Collection[str] = (),
    versions: int = 1,
    copies: Sequence[Copy] | None = None,
    **look: object,
) -> str:
    layout = layout_of(**look)  # type: ignore[arg-type]
    labels = read_labels(bank.language, TEMPLATES)
    sheets = [make_sheet(bank, version=version) for version in version_names(versions)]
    shown = [with_support(sheet) for sheet in sheets] if page == "support" else sheets
    worksheet = make_worksheet(shown, bank, layout, labels, copies=copies, drafts=drafts)
    return worksheet_html(worksheet, TEMPLATES, dict.fromkeys(worksheet.images, MAP.encode()))


_PRINTED: dict[str, Path] = {}  # Chromium prints a page once, however many tests look at it


def printed(
    bank: Bank, folder: Path, paper: str, page: str = "sheet", drafts: Collection[str] = (), **more: Any
) -> Path:
    html = page_html(bank, page, drafts, paper=paper, **more)
    if html not in _PRINTED:
        folder.mkdir(exist_ok=True)
        _PRINTED[html] = print_page(html, folder, f"{page}-{paper}")
    return _PRINTED[html]


BANKS = {
    "every kind": every_kind,
    "forty": lambda: long_bank(40),
    "forty in Arabic": lambda: long_bank(40, "ar"),
    "forty in Japanese": lambda: long_bank(40, "ja"),
}


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("name", BANKS)
def test_a_printed_page(name: str, paper: str, tmp_path: Path) -> None:
    pdf = printed(BANKS[name](), tmp_path, paper)
    words = words_of(pdf)
    is_of_size(pdf, paper)
    nothing_is_cut_off(words, paper)
    has_its_foot_on_every_page(words, len(PdfReader(pdf).pages))
    no_question_is_parted(words)


LOOKS: dict[str, dict[str, Any]] = {
    "large": {"preset": "large"},
    "giant": {"preset": "giant", "paper": "letter"},
    "dyslexia": {"preset": "dyslexia"},
    "two columns": {"columns": 2},
    "as small as can be": {"size": 8, "columns": 2, "paper": "letter"},
    "with support": {"page": "support"},
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_printed_page_in_another_look(name: str, tmp_path: Path) -> None:
    look = {"paper": "a4"} | LOOKS[name]
    pdf = printed(long_bank(16), tmp_path, **look)
    words = words_of(pdf)
    is_of_size(pdf, look["paper"])
    nothing_is_cut_off(words, look["paper"])
    has_its_foot_on_every_page(words, len(PdfReader(pdf).pages))
    no_question_is_parted(words)
    if look.get("columns") == 2:
        middle = SIZES[look["paper"]][0] / 2 * POINTS
        numbers = [word.left for word in words if word.text in ("1", "7", "9") and word.right - word.left < 12]
        assert min(numbers) < middle < max(numbers)


def test_each_copy_has_pages_its_own_numbers_and_its_own_foot(tmp_path: Path) -> None:
    copies = [Copy(0, "Ana Íñigo"), Copy(1, "Bo"), Copy(0)]
    pdf = printed(long_bank(12), tmp_path, "a4", versions=2, copies=copies)
    words = words_of(pdf)
    feet = defaultdict(list)
    for page in range(1, len(PdfReader(pdf).pages) + 1):
        foot = " ".join(word.text for word in words if word.page == page and word.top > (297 - 18) * POINTS)
        feet[re.sub(r" Page \d+$", "", foot)].append(foot.rpartition(" ")[2])
    first, second = make_sheet(long_bank(12)).id, make_sheet(long_bank(12), version="B").id
    assert [*feet] == [
        f"Ana Íñigo · Small · Version A · Sheet {first}",
        f"Bo · Small · Version B · Sheet {second}",
        f"Small · Version A · Sheet {first}",
    ]
    for numbers in feet.values():
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
        assert len(numbers) > 1


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
    """In English, Arabic or Japanese."""
    for page in range(1, pages + 1):
        foot = " ".join(word.text for word in words if word.page == page and word.top > 240 * POINTS)
        said = (f"Page {page} of {pages}", f"{page} / {pages}", f"{pages} نم {page} ةحفص")  # from left to right
        assert any(words in foot for words in said), foot
        assert re.search(r"\b[A-Z2-7]{8}\b", foot)


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


def test_without_its_programs_a_test_is_skipped_but_fails_where_all_must_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        need(("no-such-program",))
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception):
        need(("no-such-program",))


@pytest.mark.parametrize("paper", SIZES)
def test_a_draft_is_marked_on_every_page_and_moves_nothing(paper: str, tmp_path: Path) -> None:
    plain = printed(long_bank(40), tmp_path / "plain", paper)
    marked = printed(long_bank(40), tmp_path / "marked", paper, drafts={"q7"})
    pages = len(PdfReader(plain).pages)
    assert len(PdfReader(marked).pages) == pages > 1
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
