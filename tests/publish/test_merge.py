"""The decks of all banks that are built in one file, besides the file of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from anki_decks import deck, type_mods
from banks_to_build import AID, course_in, inside, put

from quizgen.course import Course, bank_files
from quizgen.errors import UsageError
from quizgen.publish.build import Order, Outcome, build
from quizgen.publish.built import Merged

MERGE = Order(merge=True)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return course_in(tmp_path / "course")


def built(course: Course, *files: Path, order: Order = MERGE) -> Outcome:
    return build(bank_files(files, course), course, course.output, order)


def page(course: Course) -> str:
    return " ".join((course.output / "index.html").read_text("utf-8").split())


class TestTheDeck:
    def test_it_holds_every_note_of_every_bank_as_the_decks_of_the_banks_do(self, course: Course) -> None:
        outcome = built(course)
        together = deck(course.output / "course.apkg")
        assert together == deck(course.output / "aid.apkg") | deck(course.output / "unit 1" / "tides.apkg")
        assert outcome.merged == Merged(course.output / "course.apkg", questions=5, cards=5, decks=2)

    def test_it_is_made_where_it_is_asked_for(self, course: Course) -> None:
        assert built(course, order=Order()).merged is None
        assert "course.apkg" not in inside(course.output)

    def test_it_holds_the_banks_that_are_named(self, course: Course) -> None:
        outcome = built(course, course.questions / "aid.md")
        assert outcome.merged is not None
        assert (outcome.merged.questions, outcome.merged.decks) == (3, 1)
        assert set(deck(course.output / "course.apkg")) == {"test/aid#much", "test/aid#which", "test/aid#why"}

    def test_retired_notes_are_in_it_and_not_counted(self, course: Course) -> None:
        built(course)
        put(course.questions / "aid.md", AID.partition("\n## Why?")[0])
        outcome = built(course)
        assert outcome.merged is not None
        assert outcome.merged.questions == 4
        assert deck(course.output / "course.apkg")["test/aid#why"].tags == ("quizgen::retired",)

    def test_the_notes_of_a_bank_that_is_gone_are_retired_by_it(self, course: Course) -> None:
        built(course)
        (course.questions / "aid.md").unlink()
        for _ in range(2):  # and by every later one
            built(course)
            together = deck(course.output / "course.apkg")
            assert {key for key in together if together[key].tags == ("quizgen::retired",)} == {
                "test/aid#much",
                "test/aid#which",
                "test/aid#why",
            }

    def test_banks_of_several_locks_are_as_new_as_each_lock_says(
        self, course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        far = put(tmp_path / "far" / "b.md", AID.replace("test/aid", "b"))
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        built(course, far)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700001000")
        built(course, course.questions / "aid.md", far)
        mods = {key: note.mod for key, note in deck(course.output / "course.apkg").items()}
        assert (mods["b#much"], mods["test/aid#much"]) == (1_700_000_000, 1_700_001_000)
        assert type_mods(course.output / "course.apkg") == {"quizgen question": 1_700_001_000}

    def test_an_unchanged_rebuild_gives_the_same_bytes(self, course: Course) -> None:
        built(course)
        before = inside(course.root)
        built(course)
        assert inside(course.root) == before
        built(course, order=replace(MERGE, frozen=True))
        assert inside(course.root) == before


class TestRefusals:
    def test_a_bank_that_makes_the_same_file(self, course: Course) -> None:
        path = put(course.questions / "Course.md", AID.replace("test/aid", "test/course"))
        for files in ((), (path,), (course.questions / "aid.md",)):
            with pytest.raises(UsageError, match=r"Course\.md: --merge makes course\.apkg, and so does this bank"):
                built(course, *files)
        assert not course.output.exists()

    def test_one_in_a_folder_makes_another(self, course: Course) -> None:
        put(course.questions / "unit 1" / "course.md", AID.replace("test/aid", "test/course"))
        built(course)
        assert {"course.apkg", "unit 1/course.apkg"} <= set(inside(course.output))

    def test_worksheets_alone(self, course: Course) -> None:
        with pytest.raises(UsageError, match="--merge puts all decks into one file, and --only leaves out decks"):
            built(course, order=replace(MERGE, only=("paper",)))


class TestIndex:
    def test_it_is_linked_and_counted(self, course: Course) -> None:
        built(course)
        assert 'href="course.apkg"' in page(course)
        assert "All decks in one file" in page(course)
        assert "5 questions in 2 decks" in page(course)

    def test_that_of_an_earlier_build_is_linked_as_such(self, course: Course) -> None:
        built(course)
        built(course, order=Order())
        assert 'href="course.apkg"' in page(course)
        assert "From an earlier build" in page(course)
        (course.output / "course.apkg").unlink()
        built(course, order=Order())
        assert "course.apkg" not in page(course)

    def test_the_deck_of_a_bank_of_that_name_is_not_taken_for_it(self, course: Course) -> None:
        put(course.questions / "course.md", AID.replace("test/aid", "test/course"))
        for _ in range(2):
            built(course, order=Order())
            assert "All decks in one file" not in page(course)
        far = put(course.root / "far" / "course.md", AID.replace("test/aid", "test/far"))
        for _ in range(2):
            build([far], None, far.parent, Order())
            assert "All decks in one file" not in (far.parent / "index.html").read_text("utf-8")

    def test_drafts_in_it_are_marked_until_it_is_made_without_them(self, course: Course) -> None:
        aid = put(course.questions / "aid.md", AID.replace("= $100 million\n", "= $100 million\nstatus: draft\n"))
        heading = 'All decks in one file <span class="draft">draft</span>'
        assert built(course, aid, order=replace(MERGE, drafts=True)).merged == Merged(
            course.output / "course.apkg", 3, 3, 1, included=1
        )
        assert heading in page(course)
        built(course, order=Order())
        assert heading in page(course)
        built(course)
        assert "DRAFT" not in page(course)
