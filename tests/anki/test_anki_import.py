"""The real Anki imports a package: every card is there and readable, and later builds keep the schedule."""

from __future__ import annotations

import html
import os
import re
from pathlib import Path

import pytest
from read_package import MODIFIED, bank, build
from render_card import collection, import_package, page

from quizgen.bank.parse import parse_bank, read_bank

try:
    import anki.collection  # noqa: F401
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("the anki package is not installed: pip install anki", allow_module_level=True)

HERE = Path(__file__).parent
FILES = {"every_kind": HERE / "every_kind.md", "hostile": HERE / "hostile.md"}
QUESTIONS = {"every_kind": 15, "hostile": 6}
CARDS = {"every_kind": 19, "hostile": 7}


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


# The first import


def test_every_question_is_a_note_with_its_cards_and_the_collection_is_sound(imported):
    col, name = imported
    assert (col.note_count(), col.card_count()) == (QUESTIONS[name], CARDS[name])
    assert not col.get_empty_cards().notes
    report, sound = col.fix_integrity()
    assert (report, sound) == ("Database rebuilt and optimized.", True)


def test_every_card_shows_a_question_and_on_the_back_the_evidence(imported):
    col, name = imported
    questions = {question.id: question for question in read_bank(FILES[name])}
    for card in cards(col):
        question = questions[card.note()["Id"].partition("#")[2]]
        front, back = read(card.question()), read(card.answer())
        assert len(front) > len(card.note()["Topic"]) + 2
        assert "{{" not in re.sub(r"\{\{c1::[xy]\}\}|\{\{Front\}\}|\{\{c2::z\}\}", "", front + back)
        assert len(back) > len(front) or card.note_type()["name"] != "quizgen question"
        for quote in question.all_evidence():
            assert " ".join(quote.text.split()) in back


def test_media_are_there_and_nothing_is_missing(imported):
    col, name = imported
    checked = col.media.check()
    assert not checked.missing
    assert not checked.unused
    assert len(list(Path(col.media.dir()).iterdir())) == (2 if name == "every_kind" else 0)


def test_the_decks_are_title_and_topics_with_descriptions(col):
    import_package(col, build(read_bank(FILES["every_kind"])))
    names = sorted(deck.name for deck in col.decks.all_names_and_ids(skip_empty_default=True))
    assert names == ["One of each", "One of each::Sanctions", "One of each::The islands"]
    parent = col.decks.by_name("One of each")
    assert parent["desc"].startswith("15 questions from A. Writer, “Japan and Russia”, The Journal, 2023-05-01.")


def test_hostile_titles_make_two_levels_of_decks(col):
    import_package(col, build(read_bank(FILES["hostile"])))
    names = sorted(deck.name for deck in col.decks.all_names_and_ids(skip_empty_default=True))
    assert names == [
        "A “title”∶with ∶ colons & <b>tags</b>",
        "A “title”∶with ∶ colons & <b>tags</b>::Topic∶with “colons”",
        "A “title”∶with ∶ colons & <b>tags</b>::∶",
    ]


def test_new_cards_come_in_the_order_of_the_bank(col):
    source = bank("\n\n".join(f"## Question {n}? {{#q{n}}}\n= x" for n in (3, 1, 2)))
    import_package(col, build(source))
    col.decks.select(col.decks.id_for_name("Title"))
    shown = []
    while queued := col.sched.get_queued_cards(fetch_limit=1).cards:
        card = col.get_card(queued[0].card.id)
        shown.append(card.note()["Id"])
        col.sched.suspend_cards([card.id])
    assert shown == ["b#q3", "b#q1", "b#q2"]


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
        assert "✓" not in card.question()


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


# Later imports


def test_an_unchanged_package_changes_nothing(imported):
    col, name = imported
    log = import_package(col, build(read_bank(FILES[name])))
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 0, 0)
    assert len(log.duplicate) == QUESTIONS[name]


def study(col, card):
    """Answer a card "good" until it has left the learning steps."""
    from anki.scheduler.v3 import CardAnswer

    col.decks.select(card.did)
    for _ in range(2):
        queued = col.sched.get_queued_cards(fetch_limit=1).cards[0]
        assert queued.card.id == card.id
        fresh = col.get_card(card.id)
        fresh.start_timer()
        col.sched.answer_card(col.sched.build_answer(card=fresh, states=queued.states, rating=CardAnswer.GOOD))


def test_a_changed_answer_updates_in_place_and_keeps_the_schedule(col):
    text = "## Who? {#who}\n= Kishida"
    import_package(col, build(bank(text)))
    study(col, card_of(col, "who"))
    before = card_of(col, "who")
    assert before.reps == 2
    log = import_package(col, build(bank(text.replace("Kishida", "Abe")), modified=MODIFIED + 60))
    after = card_of(col, "who")
    assert (len(log.new), len(log.updated)) == (0, 1)
    assert read(after.answer()) == "Who? Abe"
    for name in ("id", "reps", "due", "ivl", "queue", "type", "factor"):
        assert getattr(after, name) == getattr(before, name)


def test_a_changed_card_or_stylesheet_arrives_with_a_newer_build(col):
    from quizgen.templating import Templates

    class Louder(Templates):
        def text(self, name):
            return super().text(name) + ("/* louder */" if name.endswith(".css") else "")

    source = bank("## Who? {#who}\n= Abe")
    import_package(col, build(source))
    import_package(col, build(source, templates=Louder(), modified=MODIFIED + 60))
    assert card_of(col, "who").note_type()["css"].endswith("/* louder */")
    assert len([one for one in col.models.all_names() if one.startswith("quizgen question")]) == 1


def test_a_question_added_later_is_one_new_note(col):
    text = "## Who? {#who}\n= Abe"
    import_package(col, build(bank(text)))
    log = import_package(col, build(bank(f"## Where? {{#where}}\n= Tokyo\n\n{text}"), modified=MODIFIED + 60))
    assert (len(log.new), col.note_count()) == (1, 2)


def test_decks_of_several_banks_live_side_by_side(col):
    for name in ("one", "two", "three"):
        source = parse_bank(
            f"---\nid: {name}\ntitle: {name}\n---\n# T {{#t}}\n## Q? {{#q}}\n= x\n\n## It is {{{{a}}}}. {{#c}}\n"
        )
        log = import_package(col, build(source))
        assert len(log.new) == 2
    assert (col.note_count(), col.card_count()) == (6, 6)
    assert len(col.decks.all_names_and_ids(skip_empty_default=True)) == 6
    assert len([one for one in col.models.all_names() if one.startswith("quizgen")]) == 2


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
    import_package(col, build(source, modified=MODIFIED + 1))
    assert not [card for card in cards(col) if "DRAFT" in card.question() + card.answer()]
    assert not col.find_notes("tag:status::draft")
    assert col.card_count() == 5
