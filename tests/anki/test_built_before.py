"""A deck that was built before, from a newer lock: whoever imported it would not get what the older one says."""

from __future__ import annotations

import pytest
from read_package import MODIFIED, bank, build_on

from quizgen.anki import Lock
from quizgen.anki.built_before import later_notes

FIRST = "## Who? {#who}\n= Abe\n\n## It is {{here}}. {#here}\n\n## Recite. {#recite}\n- a\n- b\norder: fixed"
LATER = FIRST.replace("Abe", "Kishida")


def built(questions, lock=None, now=MODIFIED):
    package, relocked = build_on(lock or Lock(), bank(questions), now=now)
    return package.data, relocked.lock


def test_the_deck_of_the_same_build_or_an_earlier_one_is_not_later():
    early, first = built(FIRST)
    late, second = built(LATER, first, MODIFIED + 60)
    assert later_notes(early, first, "b") == later_notes(early, second, "b") == later_notes(late, second, "b") == ()


def test_a_note_that_was_changed_after_the_lock_is_named():
    _, first = built(FIRST)
    late, _ = built(LATER, first, MODIFIED + 60)
    assert later_notes(late, first, "b") == ("b#who",)


def test_so_is_one_that_was_added_and_one_that_was_retired():
    _, first = built(FIRST)
    more, second = built(f"{FIRST}\n\n## New? {{#new}}\n= x", first, MODIFIED + 60)
    assert later_notes(more, first, "b") == ("b#new",)
    fewer, _ = built(FIRST.partition("\n\n")[2], second, MODIFIED + 90)
    assert later_notes(fewer, second, "b") == ("b#new", "b#who")
    assert later_notes(fewer, first, "b") == ("b#who",)  # a note that is new to the lock, and retired: nobody misses it


def test_notes_of_another_bank_are_another_matter():
    late, _ = built(FIRST)
    assert later_notes(late, Lock(), "other") == ()
    assert len(later_notes(late, Lock(), "b")) == 3


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_package_says_nothing(data):
    assert later_notes(data, Lock(), "b") == ()


def test_a_damaged_package_says_nothing_false():
    data, lock = built(FIRST)
    for at in range(0, len(data), 97):
        later_notes(data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :], lock, "b")
        assert later_notes(data[:at], Lock(), "b") == ()
