"""The shipped banks as their users get them: imported by the real Anki, printed by a real browser."""

from __future__ import annotations

import html
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser import print_page, words_of
from pypdf import PdfReader

from quizgen.anki import Package
from quizgen.bank.model import Bank, Choice, Choices, List, Match, Open, Order
from quizgen.bank.parse import read_bank
from quizgen.course import Course, bank_files
from quizgen.paper.html import worksheet_html
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.pdf import worksheet_pdf
from quizgen.paper.plan import Look, Plan
from quizgen.paper.sheets.sheet import make_sheet
from quizgen.paper.worksheet.worksheet import make_worksheet
from quizgen.publish.build import Order as Wanted
from quizgen.publish.build import build
from quizgen.templating import Templates

ROOT = Path(__file__).parents[2]
FILES = {path.stem: path for path in sorted((ROOT / "questions").glob("*.md"))}
POINTS = 72 / 25.4  # PDF points in a millimetre
MADE = (".apkg", "-worksheet.html", "-worksheet.pdf", "-key.html", "-key.pdf", "-manifest.json")
WIDTHS = {"a4": 210, "letter": 215.9}


@pytest.fixture(scope="module", params=WIDTHS)
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    course = Course(tmp_path_factory.mktemp(f"course-{request.param}"))
    shutil.copytree(ROOT / "questions", course.questions)  # a build may write its lock
    build(
        bank_files((), course),
        course,
        course.output,
        Wanted(plan=Plan(look=Look(request.param), formats=("html", "pdf"))),
    )
    return course.output, request.param


def test_their_lock_knows_all_that_ships(tmp_path: Path) -> None:
    """Where it does not, as after a change of the card templates: quizgen build, and commit questions/anki.lock."""
    course = Course(tmp_path)
    shutil.copytree(ROOT / "questions", course.questions)
    build(bank_files((), course), course, course.output, Wanted(only=("anki",), frozen=True))


@pytest.fixture
def col() -> Iterator[Any]:
    try:
        import anki.collection  # noqa: F401
    except ImportError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("the anki package is not installed: pip install anki")
    from render_card import collection

    with collection() as opened:
        yield opened


def read(side: str) -> str:
    """What a person reads on a side of a card."""
    side = re.sub(r"<style\b.*?</style>", " ", side, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", side)).split())


def test_a_build_makes_a_deck_a_worksheet_and_a_key_of_each_bank_and_an_index(output: tuple[Path, str]) -> None:
    names = {f"{name}{ending}" for name in FILES for ending in MADE}
    assert {path.name for path in output[0].iterdir()} == names | {"index.html"}


def test_anki_imports_every_deck_as_many_notes_as_approved_questions(output: tuple[Path, str], col: Any) -> None:
    from render_card import import_package

    expected = 0
    for name, path in FILES.items():
        bank = read_bank(path)
        log = import_package(col, Package((output[0] / f"{name}.apkg").read_bytes(), 0, 0))
        expected += len(bank.approved)
        assert len(log.new) == len(bank.approved)
        assert col.note_count() == expected
    assert not col.get_empty_cards().notes
    assert col.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert col.card_count() >= expected
    every_card_proves_its_answer(col)


def every_card_proves_its_answer(col: Any) -> None:
    banks = {bank.id: bank for bank in map(read_bank, FILES.values())}
    for number in col.find_cards(""):
        card = col.get_card(number)
        bank, _, name = card.note()["Id"].partition("#")
        question = next(question for question in banks[bank] if question.id == name)
        front, back = read(card.question()), read(card.answer())
        assert len(front) > 20
        for quote in question.all_evidence():
            assert quote.text in back
            assert "¶" in back
        assert not [quote.text for quote in question.all_evidence() if f"“{quote.text}”" in front]


@pytest.mark.parametrize("page", ["worksheet", "key"])
@pytest.mark.parametrize("name", FILES)
def test_a_browser_prints_it_whole(output: tuple[Path, str], name: str, page: str, tmp_path: Path) -> None:
    out, paper = output
    pdf = print_page((out / f"{name}-{page}.html").read_text("utf-8"), tmp_path)
    pages = PdfReader(pdf).pages
    assert all(float(one.mediabox.width) / POINTS == pytest.approx(WIDTHS[paper], abs=0.5) for one in pages)
    words = words_of(pdf)
    assert max(word.right for word in words) <= (WIDTHS[paper] - 15) * POINTS
    text = " ".join(word.text for word in words)
    assert f"Page {len(pages)} of {len(pages)}" in text
    proved = [quote.text for question in read_bank(FILES[name]).approved for quote in question.all_evidence()]
    if page == "key":
        assert "¶" in text
    else:
        source = (out / f"{name}-worksheet.html").read_text("utf-8")
        assert not [quote for quote in proved if f"“{quote}”" in source or f"¶ {quote}" in source]
        assert "<mark" not in source


@pytest.mark.parametrize("form", ["pdf", "html"])
@pytest.mark.parametrize("paper", WIDTHS)
@pytest.mark.parametrize("name", FILES)
def test_no_question_is_parted_from_its_options(name: str, paper: str, form: str, tmp_path: Path) -> None:
    """Every text of a question carries its number, which must turn up on one page only."""
    bank = marked(read_bank(FILES[name]))
    labels = read_labels(bank.language, Templates())
    worksheet = make_worksheet([make_sheet(bank)], bank, layout_of(paper), labels)
    if form == "html":
        pdf = print_page(worksheet_html(worksheet, Templates()), tmp_path)
    else:
        pdf = tmp_path / "sheet.pdf"
        pdf.write_bytes(worksheet_pdf(worksheet, Templates()).pdf)
    pages = defaultdict(set)
    for word in words_of(pdf):
        for mark in re.findall(r"Q\d+Q", word.text):
            pages[mark].add(word.page)
    assert len(pages) == len(bank.questions)
    assert [mark for mark, places in pages.items() if len(places) > 1] == []


def marked(bank: Bank) -> Bank:
    numbers = {question.id: f"Q{number}Q" for number, question in enumerate(bank.questions)}
    topics = tuple(
        replace(topic, questions=tuple(with_mark(question, numbers[question.id]) for question in topic.questions))
        for topic in bank.topics
    )
    return replace(bank, topics=topics)


def with_mark(question: Any, mark: str) -> Any:
    question = replace(question, prompt=f"{mark} {question.prompt}")
    match question:
        case Choice() | Choices():
            options = tuple(replace(option, text=f"{option.text} {mark}") for option in question.options)
            return replace(question, options=options)
        case Match():
            pairs = tuple(replace(pair, left=pair.left and f"{pair.left} {mark}") for pair in question.pairs)
            return replace(question, pairs=pairs)
        case Order():
            return replace(question, items=tuple(replace(item, text=f"{item.text} {mark}") for item in question.items))
        case List() | Open():
            return replace(question, body=f"{mark} {question.body}")
        case _:
            return question
