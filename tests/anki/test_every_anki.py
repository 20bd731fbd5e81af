"""A first import, in every version of Anki that is there: what the package holds is there, readable, and sound.

What a later import changes is in test_reimport.py, what is to be read on the cards in test_anki_import.py.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from read_package import build
from student import PINNED, Counts, folders, running, words

from quizgen.anki import Package
from quizgen.bank.parse import read_bank

HERE = Path(__file__).parent
BANKS = ("every_kind", "hostile")


@cache
def built(name: str) -> Package:
    return build(read_bank(HERE / f"{name}.md"))


@pytest.fixture(scope="module", params=folders())
def anki(request, tmp_path_factory):
    with running(request.param, tmp_path_factory.mktemp("anki")) as found:
        yield found


@pytest.fixture(scope="module", params=BANKS)
def imported(anki, request):
    """A student who has imported one of the banks, what there was to see then, and the bank's name."""
    student = anki.student()
    assert student.imports(built(request.param)) == Counts(new=built(request.param).notes)
    return student, student.look(), request.param


def test_each_version_is_the_one_that_it_is_called(anki):
    if anki.name in PINNED:
        version = [int(part) for part in anki.student().does("version").split(".")]
        assert version == [int(part) for part in anki.name.split(".")]


def test_all_notes_and_cards_are_there_and_the_collection_is_sound(imported):
    student, look, name = imported
    assert (len(look.notes), len(look.cards)) == (built(name).notes, built(name).cards)
    assert not look.seen["cardless"]
    student.is_sound()


def test_every_card_shows_the_evidence_on_its_back_alone(imported):
    _, look, name = imported
    questions = {question.id: question for question in read_bank(HERE / f"{name}.md")}
    for card in look.cards:
        front, back = words(card.front), words(card.back)
        assert front
        assert back
        for quote in questions[card.question].all_evidence():
            assert " ".join(quote.text.split()) in back
            assert quote.text not in front or quote.text in questions[card.question].prompt


def test_no_template_and_no_field_is_left_unfilled_or_unknown(imported):
    _, look, _ = imported
    for card in look.cards:
        for side in (words(card.front), words(card.back)):
            assert "{{" not in re.sub(r"\{\{c1::[xy]\}\}|\{\{Front\}\}|\{\{c2::[xz]\}\}|\{\{here\}\}", "", side)
            assert not re.search(r"unknown field|cloze not found|no cloze|is blank|template error", side, re.IGNORECASE)


def test_the_media_are_there(imported):
    _, look, name = imported
    assert sorted(built(name).media) == look.seen["media"]["files"]


def test_new_cards_come_in_the_order_of_the_bank(imported):
    student, look, name = imported
    order = [question.id for question in read_bank(HERE / f"{name}.md").approved]
    for deck in {card.deck for card in look.cards}:
        shown = [key.partition("#")[2] for key, number in student.does("queue", deck=deck) if number == 0]
        there = {card.question for card in look.cards if card.deck.startswith(deck)}
        if len(there) < 15:  # a day shows twenty new cards
            assert shown == [question for question in order if question in there]


DECKS = {
    "every_kind": ["One of each", "One of each::Sanctions", "One of each::The islands"],
    "hostile": [
        "A “title”∶with ∶ colons & <b>tags</b>",
        "A “title”∶with ∶ colons & <b>tags</b>::Topic∶with “colons”",
        "A “title”∶with ∶ colons & <b>tags</b>::∶",
    ],
}


def test_the_decks_are_title_and_topics_whatever_they_are_called(imported):
    _, look, name = imported
    assert sorted(look.seen["decks"]) == DECKS[name]


def test_each_deck_says_what_is_in_it(imported):
    _, look, _ = imported
    assert all("question" in description for description in look.seen["decks"].values())


def test_each_answer_brings_the_next_card_another_day(imported):
    student, look, _ = imported
    student.studies(answers=[[4]])
    studied = student.look(render=None)
    assert studied.seen["reviews"] == len(look.cards)
    assert all(card.schedule["ivl"] >= 1 and card.schedule["reps"] == 1 for card in studied.cards)
