"""What a build makes of the lock: whose note a question goes on with, and when its time moves."""

from __future__ import annotations

import random as chance
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.anki.changes import Changes, Moved, Renamed
from quizgen.anki.content import Content, guid_of
from quizgen.anki.entries import Entry, Lock, TypeEntry
from quizgen.anki.lock import format_lock, parse_lock
from quizgen.anki.note_types import CLOZE, FIELDS, QUESTION, SEQUENCE
from quizgen.anki.relock import Relocked, relock
from quizgen.anki.shipment import Shipment
from quizgen.anki.tombstones import tombstone
from quizgen.errors import DataError

T = 1_700_000_000
TYPES = {QUESTION: "aa", CLOZE: "bb", SEQUENCE: "cc"}


def question(key: str, text: str = "first", *, type: str = QUESTION, deck: str = "T", **values) -> Content:
    fields = (key, text, *[""] * (len(FIELDS[type]) - 2))
    return Content(key, type, fields, (), text, (1,), deck, **values)


def build(lock: Lock, *contents: Content, now: int = T + 100, drafts: tuple[str, ...] = (), **options) -> Relocked:
    """A build of the banks that the questions are of; "a" is always one of them."""
    banks = sorted({"a"} | {content.key.partition("#")[0] for content in contents})
    shipments = [
        Shipment(bank, tuple(content for content in contents if content.key.startswith(f"{bank}#")), frozenset(drafts))
        for bank in banks
    ]
    return relock(lock, shipments, TYPES, now, **options)


def built(*contents: Content, now: int = T, lock: Lock | None = None) -> Lock:
    return build(lock or Lock(), *contents, now=now).lock


def notes(lock: Lock) -> dict[str, tuple[str, int, str]]:
    return {key: (entry.guid, entry.mod, entry.state) for key, entry in lock.notes.items()}


# What is new, what has changed


def test_the_first_build_enters_every_note_at_its_time():
    result = build(Lock(), question("a#x"), question("a#y"), now=T)
    assert notes(result.lock) == {"a#x": (guid_of("a#x"), T, ""), "a#y": (guid_of("a#y"), T, "")}
    assert result.changes == {"a": Changes(first=True, added=("a#x", "a#y"))}
    assert result.lock.notes["a#x"] == Entry(guid_of("a#x"), QUESTION, (1,), "T", question("a#x").digest, T)


def test_an_unchanged_build_changes_nothing():
    lock = built(question("a#x"))
    for now in (0, T, T + 100):
        result = build(lock, question("a#x"), now=now)
        assert result == Relocked(lock, {"a": Changes(first=False)})


def test_a_changed_question_moves_its_own_time_alone():
    result = build(built(question("a#x"), question("a#y")), question("a#x", "second"), question("a#y"))
    assert notes(result.lock) == {"a#x": (guid_of("a#x"), T + 100, ""), "a#y": (guid_of("a#y"), T, "")}
    assert result.changes["a"] == Changes(first=False, changed=("a#x",))


def test_a_late_clock_never_turns_a_time_back():
    lock = built(question("a#x"))
    result = build(lock, question("a#x", "second"), question("a#y"), now=5)
    assert (result.lock.notes["a#x"].mod, result.lock.notes["a#y"].mod) == (T + 1, 5)


def test_two_changes_within_a_second_have_two_times():
    lock = built(question("a#x", "second"), lock=built(question("a#x")))
    assert lock.notes["a#x"].mod == T + 1


def test_an_added_question_is_reported():
    result = build(built(question("a#x")), question("a#new"), question("a#x"))
    assert result.changes["a"] == Changes(first=False, added=("a#new",))


def test_a_guid_of_the_lock_stays():
    lock = built(question("a#x"))
    lock = Lock(lock.types, {"a#x": replace(lock.notes["a#x"], guid="other")})
    assert build(lock, question("a#x", "second")).lock.notes["a#x"].guid == "other"


def test_a_content_that_merged_locks_do_not_agree_about_is_shipped():
    lock = built(question("a#x"))
    lock = Lock(lock.types, {"a#x": replace(lock.notes["a#x"], digest="")}, mended=True)
    result = build(lock, question("a#x"), now=5)
    assert result.lock.notes["a#x"].mod == T + 1
    assert not result.lock.mended


def test_another_bank_of_the_lock_is_left_alone():
    lock = built(question("a#x"), question("b#x"))
    assert build(lock, question("a#x", "second")).lock.notes["b#x"] == lock.notes["b#x"]


# Decks


def test_a_question_in_another_deck_is_reported_and_is_no_update():
    result = build(built(question("a#x")), question("a#x", deck="T::New"))
    assert result.changes["a"] == Changes(first=False, moved=(Moved("a#x", "T", "T::New"),))
    assert (result.lock.notes["a#x"].deck, result.lock.notes["a#x"].mod) == ("T::New", T)


def test_capitals_make_no_other_deck():
    assert build(built(question("a#x")), question("a#x", deck="t")).changes["a"] == Changes(first=False)


def test_a_draft_is_not_reported_as_moved():
    draft = question("a#x", draft=True)
    assert not build(built(draft), question("a#x", draft=True, deck="New")).changes["a"].moved
    assert not build(built(draft), question("a#x", deck="New")).changes["a"].moved


# Renamed questions


def test_a_renamed_question_goes_on_with_its_note():
    result = build(built(question("a#old")), question("a#new", was="a#old"))
    assert notes(result.lock) == {"a#new": (guid_of("a#old"), T + 100, "")}
    assert result.lock.notes["a#new"].was == "a#old"
    assert result.changes["a"] == Changes(first=False, renamed=(Renamed("a#new", "a#old"),))
    assert build(result.lock, question("a#new", was="a#old")).lock == result.lock
    assert build(result.lock, question("a#new")).lock == result.lock


@pytest.mark.parametrize("banks", [("a", "b"), ("b", "a")])
def test_a_question_moves_to_another_bank(banks):
    old, new = (f"{bank}#x" for bank in banks)
    lock = built(question(old), question("a#y"), question("b#y"))
    result = build(lock, question("a#y"), question("b#y"), question(new, was=old, deck="New"))
    assert result.lock.notes[new].guid == guid_of(old)
    assert old not in result.lock.notes
    assert result.changes[banks[0]] == Changes(first=False)
    expected = Changes(first=False, renamed=(Renamed(new, old),), moved=(Moved(new, "T", "New"),))
    assert result.changes[banks[1]] == expected


def test_the_note_of_a_retired_question_is_taken_over_too():
    lock = build(built(question("a#old"), question("a#y")), question("a#y")).lock
    result = build(lock, question("a#y"), question("a#new", was="a#old"))
    assert notes(result.lock)["a#new"] == (guid_of("a#old"), T + 101, "")


def test_a_chain_of_renamings_keeps_the_note():
    lock = built(question("a#one"))
    for contents in (question("a#two", was="a#one"), question("a#three", was="a#two")):
        lock = built(contents, lock=lock)
    assert notes(lock) == {"a#three": (guid_of("a#one"), T + 2, "")}


def test_a_question_renamed_again_under_the_old_was_keeps_the_note():
    lock = built(
        question("a#three", was="a#one"), lock=built(question("a#two", was="a#one"), lock=built(question("a#one")))
    )
    assert notes(lock) == {"a#three": (guid_of("a#one"), T + 2, "")}


def test_a_renaming_that_is_undone_keeps_the_note():
    lock = built(question("a#one"), lock=built(question("a#two", was="a#one"), lock=built(question("a#one"))))
    assert notes(lock) == {"a#one": (guid_of("a#one"), T + 2, "")}


def test_a_lost_lock_still_knows_a_note_that_was_renamed_once():
    result = build(Lock(), question("a#new", was="a#old"))
    assert result.lock.notes["a#new"].guid == guid_of("a#old")
    assert result.changes["a"].added == ("a#new",)


def test_what_was_shipped_before_it_said_was_goes_back_to_its_first_note():
    lock = built(question("a#new"), lock=built(question("a#old")))
    assert notes(lock) == {"a#new": (guid_of("a#new"), T, ""), "a#old": (guid_of("a#old"), T + 1, "retired")}
    result = build(lock, question("a#new", was="a#old"))
    assert notes(result.lock) == {
        "a#new": (guid_of("a#old"), T + 100, ""),
        "a#new~question": (guid_of("a#new"), T + 100, "retired"),
    }
    assert result.changes["a"] == Changes(first=False, renamed=(Renamed("a#new", "a#old"),))
    assert build(result.lock, question("a#new", was="a#old")).lock == result.lock


def test_a_new_question_under_a_renamed_ones_old_key_gets_a_note_of_its_own():
    lock = built(question("a#new", was="a#old"), lock=built(question("a#old")))
    result = build(lock, question("a#new"), question("a#old"))
    assert result.lock.notes["a#new"] == lock.notes["a#new"]
    assert result.lock.notes["a#old"].guid not in (guid_of("a#old"), guid_of("a#new"))


def test_a_note_of_its_own_is_not_given_up_for_that_of_a_question_renamed_from_it():
    lock = built(question("a#new", was="a#old"), lock=built(question("a#old")))
    lock = build(lock, question("a#new"), question("a#old")).lock
    result = build(lock, question("a#old"))
    assert result.lock.notes["a#old"] == lock.notes["a#old"]
    assert result.changes["a"] == Changes(first=False, retired=("a#new",))


def test_what_has_been_taken_over_once_is_not_taken_over_again():
    lock = built(question("a#new", was="a#old"), lock=built(question("a#old")))
    lock = build(build(lock, question("a#new"), question("a#old")).lock, question("a#new")).lock
    result = build(lock, question("a#new", was="a#old"))
    assert result.lock == lock
    assert {key: entry.state for key, entry in lock.notes.items()} == {"a#new": "", "a#old": "retired"}


def test_two_questions_cannot_go_on_with_one_note():
    contents = (question("a#one", was="a#old", line=7), question("a#two", was="a#old", line=12))
    shipment = Shipment("a", contents, file="questions/a.md")
    with pytest.raises(DataError) as caught:
        relock(built(question("a#old")), [shipment], TYPES, T)
    assert str(caught.value) == (
        'questions/a.md:12:1: "was: a#old" names a question that was renamed or moved, but it is claimed by a#one as '
        "well, and a note can go on only once; take one of them out"
    )


def test_a_question_that_is_still_there_cannot_be_taken_over():
    shipments = [
        Shipment("a", (question("a#old"), question("a#self", was="a#self", line=3)), file="a.md"),
        Shipment("b", (question("b#new", was="a#old", line=9),), file="b.md"),
    ]
    with pytest.raises(DataError) as caught:
        relock(Lock(), shipments, TYPES, T)
    places = [(problem.file, problem.line, problem.column) for problem in caught.value.problems]
    assert places == [("a.md", 3, 1), ("b.md", 9, 1)]
    assert "it is this question itself" in str(caught.value)
    assert "it is still a question of its own" in str(caught.value)


def test_a_new_question_does_not_take_the_note_of_one_that_was_there_before_and_is_elsewhere_now():
    lock = built(question("b#new", was="a#old"), question("b#y"), lock=built(question("a#old")))
    for result in (
        build(lock, question("a#old", "another")),  # b is not built: its question is there for all we know
        build(lock, question("a#old", "another"), question("b#y"), drafts=("b#new",)),
        build(lock, question("a#old", "another"), question("b#y"), question("b#new"), whole=True),
    ):
        assert result.lock.notes["b#new"].guid == guid_of("a#old")
        assert result.lock.notes["a#old"].guid != guid_of("a#old")
        assert result.changes["a"] == Changes(first=True, added=("a#old",))


def test_a_move_that_is_undone_keeps_the_note_where_the_other_bank_is_built_or_gone():
    lock = built(question("b#new", was="a#old"), question("b#y"), lock=built(question("a#old")))
    retired = build(lock, question("a#y"), question("b#y")).lock
    for result in (
        build(lock, question("a#old"), question("b#y")),
        build(lock, question("a#old"), whole=True),
        build(retired, question("a#old")),
    ):
        assert result.lock.notes["a#old"].guid == guid_of("a#old")
        assert "b#new" not in result.lock.notes


# Another note type


def test_a_question_of_another_note_type_begins_anew_and_its_note_is_retired():
    result = build(built(question("a#x")), question("a#x", type=CLOZE))
    assert notes(result.lock) == {
        "a#x": (guid_of("a#x", CLOZE), T + 100, ""),
        "a#x~question": (guid_of("a#x"), T + 100, "retired"),
    }
    assert result.lock.notes["a#x~question"].type == QUESTION
    assert result.changes["a"] == Changes(first=False, restarted=("a#x",))


def test_a_note_type_that_it_had_before_brings_its_note_back():
    lock = Lock()
    for step, note_type in enumerate((QUESTION, CLOZE, SEQUENCE, CLOZE, QUESTION, CLOZE)):
        lock = built(question("a#x", type=note_type), lock=lock, now=T + step)
        guid = guid_of("a#x") if note_type == QUESTION else guid_of("a#x", note_type)
        assert lock.notes["a#x"] == Entry(guid, note_type, (1,), "T", question("a#x", type=note_type).digest, T + step)
    assert {key: entry.state for key, entry in lock.notes.items()} == {
        "a#x": "",
        "a#x~question": "retired",
        "a#x~sequence": "retired",
    }


def test_a_question_whose_note_of_that_type_comes_back_is_revived():
    lock = built(question("a#x", type=CLOZE), lock=built(question("a#x")))
    assert build(lock, question("a#x")).changes["a"] == Changes(first=False, revived=("a#x",))


def test_a_renamed_question_of_another_note_type_begins_anew_under_its_new_key():
    result = build(built(question("a#old")), question("a#new", was="a#old", type=CLOZE))
    assert notes(result.lock) == {
        "a#new": (guid_of("a#old", CLOZE), T + 100, ""),
        "a#new~question": (guid_of("a#old"), T + 100, "retired"),
    }
    assert result.changes["a"] == Changes(first=False, restarted=("a#new",))
    assert build(result.lock, question("a#new", was="a#old", type=CLOZE)).lock == result.lock


def test_a_note_of_another_type_has_another_guid_with_a_lock_or_without():
    """Two who build apart, or one whose lock is lost, never give one guid to notes that Anki cannot make one."""
    cloze = question("a#x", type=CLOZE)
    assert built(cloze).notes["a#x"].guid == build(built(question("a#x")), cloze).lock.notes["a#x"].guid
    assert built(cloze).notes["a#x"].guid != built(question("a#x")).notes["a#x"].guid


def test_a_new_question_that_names_an_old_place_of_which_nothing_is_known_is_told():
    lock = built(question("a#x"))
    result = build(lock, question("a#x"), question("a#y", was="a#z"))
    assert result.changes["a"].astray == (Renamed("a#y", "a#z"),)
    assert build(result.lock, question("a#x"), question("a#y", was="a#z")).changes["a"].astray == ()


# Questions that are gone


def test_a_removed_question_is_retired_once():
    lock = built(question("a#x"), question("a#y"))
    result = build(lock, question("a#y"))
    assert notes(result.lock) == {"a#x": (guid_of("a#x"), T + 100, "retired"), "a#y": (guid_of("a#y"), T, "")}
    entry = result.lock.notes["a#x"]
    assert (entry.digest, entry.deck) == (tombstone("a#x", entry).digest, "T")
    assert result.changes["a"] == Changes(first=False, retired=("a#x",))
    assert build(result.lock, question("a#y"), now=T + 500) == Relocked(result.lock, {"a": Changes(first=False)})


def test_a_question_that_comes_back_is_revived():
    lock = build(built(question("a#x")), now=T + 1).lock
    result = build(lock, question("a#x"), now=T)
    assert notes(result.lock) == {"a#x": (guid_of("a#x"), T + 2, "")}
    assert result.changes["a"] == Changes(first=False, revived=("a#x",))


def test_a_question_that_went_back_to_a_draft_is_retired():
    result = build(built(question("a#x")), drafts=("a#x",))
    assert result.lock.notes["a#x"].state == "retired"


def test_tombstones_that_read_differently_now_are_newer(monkeypatch):
    lock = build(built(question("a#x")), now=T + 1).lock
    monkeypatch.setattr("quizgen.anki.tombstones._TEXT", "Gone.")
    result = build(lock, now=T)
    assert notes(result.lock) == {"a#x": (guid_of("a#x"), T + 2, "retired")}
    assert result.changes["a"] == Changes(first=False)


def test_where_all_banks_ship_a_bank_that_is_not_among_them_is_gone():
    lock = built(question("a#x"), question("b#x"), question("b#draft", draft=True), question("c#draft", draft=True))
    result = build(lock, question("a#x"), whole=True)
    assert result.gone == ("b",)
    assert {key: entry.state for key, entry in result.lock.notes.items()} == {"a#x": "", "b#x": "retired"}
    assert build(result.lock, question("a#x"), whole=True) == Relocked(result.lock, {"a": Changes(first=False)})
    assert build(lock, question("a#x")).gone == ()


def test_a_bank_whose_questions_have_all_moved_is_not_gone():
    result = build(built(question("b#x")), question("a#x", was="b#x"), whole=True)
    assert result.gone == ()
    assert list(result.lock.notes) == ["a#x"]


# Drafts


def test_a_draft_is_marked_until_it_is_approved():
    lock = built(question("a#x", "DRAFT", draft=True))
    assert lock.notes["a#x"].state == "draft"
    result = build(lock, question("a#x"))
    assert notes(result.lock) == {"a#x": (guid_of("a#x"), T + 100, "")}
    assert result.changes["a"] == Changes(first=False, added=("a#x",))


def test_a_draft_is_kept_while_it_is_one_and_then_forgotten():
    lock = built(question("a#x", draft=True))
    kept = build(lock, drafts=("a#x",))
    assert (kept.lock.notes, kept.changes) == (lock.notes, {"a": Changes(first=False)})
    assert build(lock).lock.notes == {}


def test_a_note_that_students_have_is_never_forgotten_as_a_draft():
    lock = built(question("a#x", "DRAFT", draft=True), lock=built(question("a#x")))
    assert lock.notes["a#x"].state == ""
    assert build(lock, drafts=("a#x",)).lock.notes["a#x"].state == "retired"


def test_a_draft_of_another_note_type_leaves_nothing_behind():
    lock = built(question("a#x", draft=True))
    assert list(build(lock, question("a#x", type=CLOZE)).lock.notes) == ["a#x"]


# Note types


def test_a_note_type_is_newer_where_its_look_is_another():
    lock = built(question("a#x"), question("a#y", type=CLOZE))
    assert lock.types == {CLOZE: TypeEntry("bb", T), QUESTION: TypeEntry("aa", T)}
    shipment = Shipment("a", (question("a#x"), question("a#y", type=CLOZE)))
    changed = relock(lock, [shipment], TYPES | {CLOZE: "dd"}, 5).lock
    assert changed.types == {CLOZE: TypeEntry("dd", T + 1), QUESTION: TypeEntry("aa", T)}
    assert changed.notes == lock.notes


def test_note_types_that_do_not_ship_stay_as_they_were():
    lock = built(question("a#x"), question("b#y", type=CLOZE))
    types = relock(lock, [Shipment("a", (question("a#x"),))], dict.fromkeys(TYPES, "dd"), T + 1).lock.types
    assert types == {QUESTION: TypeEntry("dd", T + 1), CLOZE: TypeEntry("bb", T)}


def test_the_note_type_of_a_tombstone_ships():
    lock = build(built(question("a#x"), question("a#y", type=CLOZE)), question("a#x")).lock
    types = relock(lock, [Shipment("a", (question("a#x"),))], dict.fromkeys(TYPES, "dd"), T + 1).lock.types
    assert types[CLOZE] == TypeEntry("dd", T + 1)


def test_the_note_type_of_a_bank_that_is_gone_ships():
    """The package of all banks has its tombstones."""
    lock = built(question("a#x"), question("b#y", type=CLOZE))
    lock = Lock({QUESTION: lock.types[QUESTION]}, lock.notes)  # a line was lost in a merge
    assert build(lock, question("a#x"), whole=True).lock.types[CLOZE] == TypeEntry("bb", T + 100)


# Whatever happens to the banks

NAMES = ("a#1", "a#2", "a#3", "b#1", "b#2")
QUESTIONS = st.builds(
    lambda text, type, deck, draft, was: (text, type, deck, draft, was),
    st.sampled_from(["x", "y"]),
    st.sampled_from([QUESTION, QUESTION, CLOZE]),
    st.sampled_from(["T", "U"]),
    st.sampled_from([False, False, True]),
    st.sampled_from(["", "", *NAMES]),
)
BANKS = st.dictionaries(st.sampled_from(NAMES), QUESTIONS)
BUILDS = st.lists(
    st.tuples(BANKS, st.integers(0, 9), st.booleans(), st.sampled_from(["a", "b", "ab", "ab"])), max_size=8
)


def shipments_of(banks: dict, built: str, *, taken_in: bool) -> list[Shipment]:
    """A build of some of the banks, with the drafts or without them."""
    shipments = []
    for bank in built:
        contents, drafts = [], set()
        for key, (text, note_type, deck, draft, was) in banks.items():
            if key[0] == bank and (taken_in or not draft):
                words = f"{text} DRAFT" if draft else text
                contents.append(question(key, words, type=note_type, deck=deck, draft=draft, was=was))
            elif key[0] == bank:
                drafts.add(key)
        shipments.append(Shipment(bank, tuple(contents), frozenset(drafts)))
    return shipments


@settings(max_examples=500)
@given(BUILDS, st.booleans())
def test_no_note_is_lost_doubled_or_shipped_without_need(builds, whole):
    lock = Lock()
    for banks, now, taken_in, which in builds:
        shipments = shipments_of(banks, which, taken_in=taken_in)
        try:
            result = relock(lock, shipments, TYPES, now, whole=whole)
        except DataError:
            continue
        check_step(lock, result, shipments)
        again = relock(result.lock, shipments, TYPES, now + 3, whole=whole)
        assert again.lock == result.lock
        assert all(change == Changes(first=change.first) for change in again.changes.values())
        assert again.gone == ()
        assert shuffled(lock, shipments, now, whole) == result
        lock = parse_lock(format_lock(result.lock))
        assert lock == result.lock


def check_step(before: Lock, result: Relocked, shipments: list[Shipment]) -> None:
    after = result.lock
    by_guid = {entry.guid: entry for entry in after.notes.values()}
    assert len(by_guid) == len(after.notes)
    for old in before.notes.values():
        new = by_guid.get(old.guid)
        if new is None:
            assert old.state == "draft"
        else:
            assert (new.mod > old.mod) == (new.digest != old.digest)
            assert new.mod >= old.mod
            assert new.type == old.type
            assert new.state != "draft" or old.state == "draft"
    for shipment in shipments:
        for content in shipment.contents:
            entry = after.notes[content.key]
            assert (entry.digest, entry.type, entry.deck) == (content.digest, content.type, content.deck)
            assert entry.state == ("draft" if content.draft and entry.state else "")
    for key, entry in after.notes.items():
        if entry.state == "retired" and key[0] in result.changes:
            assert entry.digest == tombstone(key, entry).digest


def shuffled(lock: Lock, shipments: list[Shipment], now: int, whole: bool) -> Relocked:
    """The same with the lock's mappings in another order."""
    items = list(lock.notes.items())
    chance.Random(1).shuffle(items)
    return relock(Lock(dict(reversed(lock.types.items())), dict(items)), shipments, TYPES, now, whole=whole)


def test_the_lock_is_sorted():
    lock = built(question("b#x"), question("a#y", type=CLOZE), question("a#x"))
    assert list(lock.notes) == ["a#x", "a#y", "b#x"]
    assert list(lock.types) == [CLOZE, QUESTION]
