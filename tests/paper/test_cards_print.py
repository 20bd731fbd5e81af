"""Cards as Typst and Chromium print them: backs behind fronts, nothing cut off, tagged, the same each time."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from html import unescape
from itertools import product
from pathlib import Path

import pytest
from banks import MAP, bank_of, every_kind
from browser import CHROMIUM, FLAGS, Word, need, print_page, words_of
from card_banks import random_bank
from outloud import check
from pdfua import validate
from pypdf import PdfReader

from quizgen.bank.model import Bank
from quizgen.paper.cards.cards import Cards, make_cards
from quizgen.paper.cards.imposition import GRIDS, TURNS, Side
from quizgen.paper.html import cards_html
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import PAPERS, layout_of
from quizgen.paper.pdf import cards_pdf
from quizgen.templating import Templates

TEMPLATES = Templates()
POINTS = 72 / 25.4  # PDF points in a millimetre
IMAGES = {"map.svg": MAP.encode()}
PLACES = list(product(PAPERS, GRIDS, TURNS[:2]))


def cards(bank: Bank, paper: str = "a4", preset: str = "standard", **wanted: object) -> Cards:
    labels = read_labels(bank.language, TEMPLATES)
    layout = layout_of(paper, preset)
    return make_cards(bank, layout, labels, locate=lambda quote: "¶ 3, sentence 4", **wanted)  # type: ignore[arg-type]


def few(count: int) -> Bank:
    return bank_of("\n".join(f"## Question {n}? {{#q{n}}}\n= answer {n}\n> quote {n}\n" for n in range(1, count + 1)))


def printed(made: Cards, folder: Path) -> Path:
    done = cards_pdf(made, TEMPLATES, IMAGES)
    assert done.warnings == ()
    (folder / "cards.pdf").write_bytes(done.pdf)
    return folder / "cards.pdf"


def corners(words: list[Word], made: Cards, page: int) -> dict[str, tuple[float, float]]:
    """The upper right corner of the number of each card on a page ("3 of 8"), in millimetres.

    The number is set alike at the same place of a front and of its back, so that it tells where the card lies.
    """
    ends = [
        (number.text, last)
        for number, of, last in zip(words, words[1:], words[2:], strict=False)
        if number.page == page and of.text == "of" and last.text == str(len(made.cards)) and abs(of.top - last.top) < 1
    ]
    return {number: (word.right / POINTS, word.top / POINTS) for number, word in ends}


def letters(words: list[Word]) -> Counter[str]:
    """How often each letter and figure is printed, wherever lines break."""
    return Counter(char for word in words for char in unescape(word.text) if char.isalnum())


def is_true_mirror(pdf: Path, made: Cards, paper: str) -> None:
    """Each back lies within 0.1 mm where its front is seen through the paper."""
    words = words_of(pdf)
    size = PAPERS[paper]
    sheets = made.imposition
    for page in range(1, len(sheets.sides) + 1, 2):
        fronts, backs = corners(words, made, page), corners(words, made, page + 1)
        assert len(fronts) == len(sheets.sides[page - 1].places)
        assert fronts.keys() == backs.keys()
        for number, (x, y) in fronts.items():
            right = sheets.width - made.padding  # from the left edge of a card to the end of its number
            top = y - next(place.y for place in sheets.sides[page - 1].places if place.card == int(number) - 1)
            left_edge, top_edge = x - right, y - top
            if sheets.turn == "long":
                behind = (size.width - left_edge - sheets.width, top_edge)
            else:
                behind = (left_edge, size.height - top_edge - sheets.height)
            found = (backs[number][0] - right, backs[number][1] - top)
            assert found == pytest.approx(behind, abs=0.1)


@pytest.mark.parametrize(("paper", "grid", "turn"), PLACES)
def test_in_the_pdf_each_back_is_the_true_mirror_of_its_front(paper: str, grid: str, turn: str, tmp_path: Path) -> None:
    made = cards(few(GRIDS[grid].cells + 1), paper, grid=grid, turn=turn)
    pdf = printed(made, tmp_path)
    is_true_mirror(pdf, made, paper)
    box = PdfReader(pdf).pages[0].mediabox
    size = (float(box.width) / POINTS, float(box.height) / POINTS)
    assert size == pytest.approx((PAPERS[paper].width, PAPERS[paper].height), abs=0.01)


@pytest.mark.parametrize("turn", ["long", "short"])
def test_in_the_pdf_backs_alone_are_moved_by_the_offset(turn: str, tmp_path: Path) -> None:
    still, moved = (words_of(printed(cards(few(9), turn=turn, offset=to), tmp_path)) for to in ((0, 0), (12, -35)))
    assert [word.text for word in still] == [word.text for word in moved]
    shifts = {
        (word.page % 2, round((to.left - word.left) / POINTS, 2), round((to.top - word.top) / POINTS, 2))
        for word, to in zip(still, moved, strict=True)
        if word.text not in ("Do", "the", "backs", "not", "meet", "fronts?") and word.page > 2
    }
    assert shifts == {(1, 0, 0), (0, 1.2, -3.5)}


def is_whole(side: Side, words: list[Word], made: Cards) -> None:
    """Every word of a card is within the card, but for a fringe of its padding, in which nothing stands."""
    sheets, fringe = made.imposition, made.padding - 1.5
    for word in words:
        x, y = word.left / POINTS, (word.top + word.bottom) / 2 / POINTS
        inside = [
            place
            for place in side.places
            if place.x <= x <= place.x + sheets.width and place.y <= y <= place.y + sheets.height
        ]
        for place in inside:
            assert place.x + fringe <= x, word
            blank = 1.5 if word.text[-1] in "、。" else 0  # the empty half of a sign that stands at the end of a line
            assert word.right / POINTS <= place.x + sheets.width - fringe + blank, word
            assert place.y + fringe <= y <= place.y + sheets.height - fringe, word


@pytest.mark.parametrize(
    ("paper", "preset", "grid", "turn"),
    [("a4", "standard", "2x4", "long"), ("letter", "dyslexia", "3x3", "short"), ("a4", "standard", "3x4", "fold")],
)
def test_in_the_pdf_no_text_leaves_its_card_and_only_what_was_named_is_cut_off(
    paper: str, preset: str, grid: str, turn: str, tmp_path: Path
) -> None:
    made = cards(random_bank(7, 40, "mixed", longest=30), paper, preset, grid=grid, turn=turn)
    words = words_of(printed(made, tmp_path))
    for page, side in enumerate(made.imposition.sides, 1):
        is_whole(side, [word for word in words if word.page == page and word.text != "…"], made)
    cut = sum(fitted.cut for card in made.cards for fitted in (card.front, card.back))
    assert sum(word.text == "…" for word in words) <= cut
    assert len([warning for warning in made.warnings if "may not fit" in warning]) == cut


def test_what_does_not_fit_ends_in_a_sign_and_covers_no_other_card(tmp_path: Path) -> None:
    long = bank_of(f"## {'Why is it so? ' * 400} {{#a}}\n= {'because ' * 900}\n\n## Other? {{#b}}\n= other\n")
    made = cards(long)
    words = words_of(printed(made, tmp_path))
    assert [word.page for word in words if word.text == "…"] == [1, 2]
    [other] = [word for word in words if word.text == "Other?"]
    assert not [word for word in words if word.page == 1 and word.text == "Why" and abs(word.left - other.left) < 5]
    html = cards_html(made, TEMPLATES)
    assert len(re.findall('<article class="card [a-z]+ cut-off"', html)) == 2


MEASURE = """<script>addEventListener("load", () => {
  const faults = [], round = Math.round;
  for (const card of document.querySelectorAll(".card:not(.cut-off)")) {
    const box = card.getBoundingClientRect(), padding = parseFloat(getComputedStyle(card).paddingLeft);
    const main = card.querySelector(".main").children, foot = card.querySelector(".foot");
    const top = card.querySelector("header").getBoundingClientRect().bottom;
    const bottom = foot ? foot.getBoundingClientRect().top : box.bottom - padding;
    const end = foot ? foot.getBoundingClientRect().bottom : bottom;
    const first = main[0].getBoundingClientRect().top, last = main[main.length - 1].getBoundingClientRect().bottom;
    let wide = 0;
    for (const part of card.querySelectorAll(".part, .part *:not(math *)")) {
      const place = part.getBoundingClientRect();
      wide = Math.max(wide, place.right - box.right + padding, box.left + padding - place.left);
    }
    const over = [top - first, last - bottom, end - box.bottom + padding, wide].map(round);
    if (Math.max(...over) > 1) faults.push([card.textContent.trim().slice(0, 40), ...over]);
  }
  const count = document.querySelectorAll(".card").length;
  document.body.innerHTML = "<pre id=found></pre>";
  document.getElementById("found").textContent = JSON.stringify([count, faults]);
})</script></body>"""


def test_in_a_browser_no_text_leaves_its_place(tmp_path: Path) -> None:
    """Type is chosen by an estimate; a browser says whether it is on the safe side."""
    [chromium] = need(CHROMIUM)
    made = cards(random_bank(1, 150, "mixed", longest=30), grid="3x4")
    page = tmp_path / "cards.html"
    page.write_text(cards_html(made, TEMPLATES).replace("</body>", MEASURE), encoding="utf-8")
    command = [chromium, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()]
    found = subprocess.run(command, check=True, capture_output=True, timeout=180).stdout.decode()
    count, faults = json.loads(found.partition('<pre id="found">')[2].partition("</pre>")[0])
    assert (count, faults) == (300, [])


def test_a_browser_prints_the_pages_of_the_pdf(tmp_path: Path) -> None:
    made = cards(every_kind(), "letter", turn="short", drafts=frozenset(["short"]))
    pdf = print_page(cards_html(made, TEMPLATES, IMAGES), tmp_path)
    assert len(PdfReader(pdf).pages) == len(made.imposition.sides) == 4
    is_true_mirror(pdf, made, "letter")
    words, typeset = words_of(pdf), words_of(printed(made, tmp_path))
    assert sum(word.text == "DRAFT" for word in words) == 2, "on the front and on the back of the draft"
    assert letters(words) == letters(typeset)


@pytest.mark.parametrize("turn", TURNS)
def test_the_pdf_can_be_read_aloud_and_is_the_same_each_time(turn: str, tmp_path: Path) -> None:
    made = cards(every_kind(), turn=turn, grid="2x3", drafts=frozenset(["choice"]))
    pdf = printed(made, tmp_path)
    once = pdf.read_bytes()
    assert [str(finding) for finding in validate(pdf).findings] == []
    if turn == "long":
        assert [str(found) for found in check(str(pdf)).findings if found.severity == "error"] == []
    assert (
        printed(cards(every_kind(), turn=turn, grid="2x3", drafts=frozenset(["choice"])), tmp_path).read_bytes() == once
    )
    assert PdfReader(pdf).metadata.title == 'Cards: Every kind "there" is <so far>'  # type: ignore[union-attr]
    assert len(PdfReader(pdf).pages) == (5 if turn == "fold" else 6)


@pytest.mark.parametrize("language", ["ja", "ar"])
def test_scripts_are_set_as_they_run(language: str, tmp_path: Path) -> None:
    made = cards(random_bank(2, 12, language, longest=12))
    pdf = printed(made, tmp_path)
    assert [str(finding) for finding in validate(pdf).findings] == []
    html = cards_html(made, TEMPLATES)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in html
    assert printed(made, tmp_path).read_bytes() == pdf.read_bytes()


def test_a_page_is_whole_in_itself_and_holds_text_as_text() -> None:
    bank = bank_of('## Is `<b>` & "this" <i>so</i>? {#a}\n= <script>\n> it "is" <so>\nexplain: <u>\n')
    html = cards_html(cards(bank), TEMPLATES)
    assert "<script" not in html
    assert "<i>" not in html
    assert "<u>" not in html
    assert "&lt;script&gt;" in html
    assert not re.search(r'(?:src|href)="(?!data:)', html)
    assert html == cards_html(cards(bank), TEMPLATES)
