"""What a student reads on the cards, by the real Anki: the installed one.

What an import brings is in test_every_anki.py, what a later one changes in test_reimport.py.
"""

from __future__ import annotations

import html
import os
import re
from pathlib import Path

import pytest
from read_package import MODIFIED, bank, build
from render_card import collection, import_package, page

from quizgen.bank.parse import read_bank

try:
    import anki.collection  # noqa: F401
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("the anki package is not installed: pip install anki", allow_module_level=True)

HERE = Path(__file__).parent
FILES = {"every_kind": HERE / "every_kind.md", "hostile": HERE / "hostile.md"}


@pytest.fixture
def col():
    with collection() as opened:
        yield opened


@pytest.fixture(scope="module", params=FILES)
def imported(request):
    """A collection with one of the banks in it, not to be changed, and the bank's name."""
    with collection() as opened:
        import_package(opened, build(read_bank(FILES[request.param])))
        yield opened, request.param


def cards(col):
    return [col.get_card(number) for number in col.find_cards("", order="c.due, c.ord")]


def read(side: str) -> str:
    """What a person reads on a side of a card."""
    side = re.sub(r"<(style|summary)\b.*?</\1>", " ", side, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", side)).split())


def card_of(col, question, template=0):
    (number,) = col.find_notes(f'"Id:*#{question}"')
    return next(card for card in col.get_note(number).cards() if card.ord == template)


# What the sides show


def test_the_question_stays_visible_on_the_back(imported):
    col, _ = imported
    for card in cards(col):
        if card.note_type()["name"] != "quizgen cloze":
            field = "Answer" if card.template()["name"] == "Reverse" else "Question"
            assert read(card.note()[field]) in read(card.answer())


def test_no_front_gives_the_answer_away(col):
    import_package(col, build(read_bank(FILES["every_kind"])))
    for card in cards(col):
        for word in ("Evidence", "Explanation", "Source", "Also"):
            value = read(dict(card.note().items()).get(word, ""))
            assert not value or value not in read(card.question())
        assert "✓" not in read(card.question())


def test_the_reverse_card_asks_for_the_question(col):
    import_package(col, build(bank("## Hund {#hund}\n= dog | hound\nreverse: yes")))
    reverse = card_of(col, "hund", 1)
    assert read(reverse.question()) == "dog Which question has this answer?"
    assert read(reverse.answer()).endswith("Hund")


BLANKS = {
    "`}}`": "}}",
    "`{{c2::x}}`": "{{c2::x}}",
    r"a\}": "a}",
    r"\}": "}",
    "a::b": "a::b",
    "c:": "c:",
    ":": ":",
    r"\(\frac{a}{b^{2}}\)": r"\(\frac{a}{b^{2} }\)",
    "a < b & c": "a < b & c",
    "<b>bold</b>": "<b>bold</b>",
    "[sound:x.mp3]": "[sound:x.mp3]",
}


@pytest.mark.parametrize(("hint", "hidden"), [("", "[...]"), (" :: h::i", "[h::i]"), (" :: `}}`", "[}}]")])
def test_blanks_hide_and_show_what_the_bank_says(col, hint, hidden):
    headings = (f"## It is {{{{{blank}{hint}}}}}. {{#q{number}}}" for number, blank in enumerate(BLANKS))
    import_package(col, build(bank("\n\n".join(headings))))
    assert col.card_count() == len(BLANKS)
    for number, shown in enumerate(BLANKS.values()):
        card = card_of(col, f"q{number}")
        assert read(card.question()) == f"It is {hidden}."
        assert read(card.answer()) == f"It is {shown}."
        assert not card.answer_av_tags()


def test_a_card_as_a_page_has_the_body_that_anki_gives_it(imported):
    col, _ = imported
    card = cards(col)[-1]
    assert '<body class="card card1 nightMode night_mode"' in page(card.question(), night=True)
    assert "[anki:play" not in page(card.answer())


def test_long_fields_import(col):
    import_package(col, build(bank(f"## Why? {{#why}}\n= x\nexplain: {'<b>long</b> ' * 8_000}")))
    assert read(card_of(col, "why").answer()).count("<b>long</b>") == 8_000


# Drafts that were taken in

DRAFTS = (
    "# Tides {#t}\nText.\n\n## Who? {#short}\n= x\nreverse: yes\n\n## Which? {#choice}\n- [x] a\n- [ ] b\n\n"
    "## It is {{x}}. {#cloze}\n\n## True? {#approved}\n= true\n"
)


def test_a_draft_is_marked_on_both_sides_of_every_card_until_it_is_approved(col):
    source = bank(DRAFTS)
    import_package(col, build(source, drafts={"short", "choice", "cloze"}))
    sides = [(card.note()["Id"], side) for card in cards(col) for side in (card.question(), card.answer())]
    assert len(sides) == 10
    assert {name for name, side in sides if "DRAFT" in read(side)} == {"b#short", "b#choice", "b#cloze"}
    assert all(("DRAFT" in read(side)) == (name != "b#approved") for name, side in sides)
    assert len(col.find_notes("tag:status::draft")) == 3
    import_package(col, build(source, now=MODIFIED + 1))
    assert not [card for card in cards(col) if "DRAFT" in card.question() + card.answer()]
    assert not col.find_notes("tag:status::draft")
    assert col.card_count() == 5
