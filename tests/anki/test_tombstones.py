"""What becomes of a removed question in the real Anki: its note says so, keeps its schedule, and can be found."""

from __future__ import annotations

import html
import os
import re
import time

import pytest
from read_package import MODIFIED, bank, build, build_on
from render_card import collection, import_package

from quizgen.anki import Lock
from quizgen.anki.entries import Entry
from quizgen.anki.note_types import CLOZE, FIELDS, QUESTION, SEQUENCE
from quizgen.anki.tombstones import RETIRED, tombstone

try:
    import anki.collection  # noqa: F401
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("the anki package is not installed: pip install anki", allow_module_level=True)

KEPT = "## What stays? {#kept}\n= this\n\n## {{This}} stays. {#kept-cloze}\n"
REMOVED = {
    "short": ("## Who? {#gone}\n= Abe | Shinzo Abe\nhint: a name\nexplain: He was.\n> Abe", 1),
    "reverse": ("## Hund {#gone}\n= dog\nreverse: yes", 2),
    "choice": ("## Which? {#gone}\n- [x] a\n- [ ] b", 1),
    "cloze": ("## {{One}}, {{two}} and {{c4::four}}. {#gone}", 3),
    "sequence": ("## Recite. {#gone}\n- one\n- two\n- three\norder: fixed", 4),
}
SCHEDULE = ("id", "did", "ord", "reps", "due", "ivl", "queue", "type", "factor")


@pytest.fixture(params=REMOVED)
def removed(request):
    """A collection that holds a bank, one question of which has a schedule; the later package without the question, and
    the next one with it.
    """
    question, cards = REMOVED[request.param]
    before, relocked = build_on(Lock(), bank(KEPT + "\n" + question))
    after, relocked = build_on(relocked.lock, bank(KEPT), now=MODIFIED + 60)
    later = int(time.time()) + 60  # up to 24.06 an updated note has the time of the import, not of the package
    again, _ = build_on(relocked.lock, bank(KEPT + "\n" + question), now=later)
    with collection() as opened:
        import_package(opened, before)
        numbers = opened.find_cards('"Id:b#gone"')
        assert len(numbers) == cards
        opened.sched.set_due_date(numbers, "5")
        yield opened, after, again


def schedules(col):
    return [[getattr(card, name) for name in SCHEDULE] for card in map(col.get_card, col.find_cards("", order="c.id"))]


def read(side: str) -> str:
    side = re.sub(r"<(style|script|summary)\b.*?</\1>|<div hidden>.*?</div>", " ", side, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", side)).split())


def test_the_note_says_that_it_is_gone_and_its_cards_keep_their_schedule(removed):
    col, package, _ = removed
    before = schedules(col)
    log = import_package(col, package)
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 1, 0)
    assert schedules(col) == before
    (note,) = map(col.get_note, col.find_notes('"Id:b#gone"'))
    assert note.tags == [RETIRED]
    assert note["Kind"] == "retired"
    for card in note.cards():
        front, back = read(card.question()), read(card.answer())
        if card.template()["name"] == "Reverse":
            assert front.startswith("This question was taken out of its deck")
        else:
            assert front.startswith("This question was taken out of its deck; there is nothing to learn here any more.")
        assert f"tag:{RETIRED}" in front
        assert "This question was taken out of its deck" in back
        for word in ("Abe", "dog", "four", "two", "{{", "[...]"):
            assert word not in front + back


def test_no_card_is_empty_and_the_collection_is_sound(removed):
    col, package, _ = removed
    import_package(col, package)
    assert not col.get_empty_cards().notes
    assert col.fix_integrity() == ("Database rebuilt and optimized.", True)


def test_the_search_that_it_names_finds_it_alone_so_that_it_can_be_deleted(removed):
    col, package, _ = removed
    import_package(col, package)
    found = col.find_notes(f"tag:{RETIRED}")
    assert [col.get_note(number)["Id"] for number in found] == ["b#gone"]
    col.remove_notes(found)
    assert {col.get_note(number)["Id"] for number in col.find_notes("")} == {"b#kept", "b#kept-cloze"}
    assert col.card_count() == 2


def test_who_imports_it_for_the_first_time_has_nothing_to_learn_of_it(removed):
    _, package, _ = removed
    with collection() as col:
        import_package(col, package)
        assert {col.get_card(number).note()["Id"] for number in col.find_cards("")} == {"b#kept", "b#kept-cloze"}
        assert not col.get_empty_cards().notes


def test_it_does_not_count_as_a_question(removed):
    _, package, _ = removed
    assert (package.notes, package.cards, package.retired) == (2, 2, 1)


def test_a_question_that_comes_back_is_as_it_was(removed):
    col, package, again = removed
    before = schedules(col)
    contents = {note["Id"]: note.items() for note in map(col.get_note, col.find_notes(""))}
    import_package(col, package)
    log = import_package(col, again)
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 1, 0)
    assert schedules(col) == before
    assert {note["Id"]: note.items() for note in map(col.get_note, col.find_notes(""))} == contents
    assert not col.find_notes(f"tag:{RETIRED}")


# Its fields


@pytest.mark.parametrize("note_type", FIELDS)
@pytest.mark.parametrize("cards", [(1,), (1, 2), (2, 5), (1, 2, 3, 4, 500)])
def test_it_has_the_fields_of_its_note_type_and_a_blank_for_every_card(note_type, cards):
    content = tombstone("b#q~cloze", Entry("g", note_type, cards, "T::U", "", 1, "retired"))
    fields = dict(zip(FIELDS[note_type], content.fields, strict=True))
    assert (content.key, content.type, content.deck, content.tags) == ("b#q~cloze", note_type, "T::U", (RETIRED,))
    assert (fields["Id"], fields["Kind"], content.cards) == ("b#q~cloze", "retired", ())
    blanks = {int(number) for number in re.findall(r"\{\{c(\d+)::", "".join(content.fields))}
    assert blanks == {QUESTION: set(), CLOZE: set(cards), SEQUENCE: {1, *cards}}[note_type]
    if note_type == QUESTION:
        assert fields["Answer"]
        assert bool(fields["Reverse"]) == (2 in cards)
    if note_type == SEQUENCE:
        assert "{{c1::" in fields["Whole"]
        assert "{{c1::" not in fields["Places"]


def test_the_same_entry_has_the_same_tombstone_whatever_it_was():
    one = tombstone("b#q", Entry("g", QUESTION, (1,), "T", "aa", 1))
    two = tombstone("b#q", Entry("g", QUESTION, (1,), "T", "bb", 9, "retired", "b#old"))
    assert one == two
    assert one.digest != tombstone("b#q", Entry("g", QUESTION, (1, 2), "T", "aa", 1)).digest


def test_it_is_not_in_a_package_whose_lock_knows_of_none():
    assert build(bank(KEPT)).retired == 0
