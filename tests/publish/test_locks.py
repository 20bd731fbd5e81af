"""The lock is an input of a build: decks go on from what has shipped, and change where their questions do."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from anki_decks import deck, locked, type_mods
from banks_to_build import AID, course_in, inside, put
from read_package import column

from quizgen.anki import Package
from quizgen.anki.changes import Moved, Renamed
from quizgen.anki.lock import format_lock
from quizgen.course import Course, bank_files
from quizgen.errors import ConfigError, DataError, MissingError, QuizgenError, WriteError
from quizgen.publish.build import Order, Outcome, build
from quizgen.publish.built import Deck
from quizgen.settings import AnkiSettings, Settings

NOW = 1_700_000_000
ANKI = Order(only=("anki",))


@pytest.fixture(autouse=True)
def _one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    at(NOW, monkeypatch)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return course_in(tmp_path / "course")


def at(seconds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the time of the next builds."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))


def built(course: Course, *files: Path, order: Order = ANKI, out: Path | None = None) -> Outcome:
    return build(bank_files(files, course), course, out or course.output, order)


def told(outcome: Outcome, name: str = "aid") -> Deck:
    """What is told of the deck of a bank."""
    (found,) = [one.deck for one in outcome.banks if one.name == name]
    assert found is not None
    return found


def lock_of(course: Course) -> Path:
    return course.questions / "anki.lock"


def aid_of(course: Course) -> Path:
    return course.output / "aid.apkg"


def edit(course: Course, old: str, new: str, name: str = "aid.md") -> None:
    text = (course.questions / name).read_text("utf-8")
    assert old in text
    put(course.questions / name, text.replace(old, new))


class TestWhereItStands:
    def test_the_banks_of_a_course_share_one(self, course: Course) -> None:
        (lock,) = built(course).locks
        assert lock.path.resolve() == lock_of(course)
        assert lock.new
        assert sorted(locked(course).notes) == [
            "test/aid#much",
            "test/aid#which",
            "test/aid#why",
            "test/tides#how-many",
            "test/tides#spring",
        ]

    def test_a_bank_elsewhere_has_one_beside_it(self, course: Course, tmp_path: Path) -> None:
        far = put(tmp_path / "far" / "b.md", AID.replace("test/aid", "b"))
        built(course, far, course.questions / "aid.md")
        assert '"b#much"' in (tmp_path / "far" / "anki.lock").read_text("utf-8")
        assert {key.partition("#")[0] for key in locked(course).notes} == {"test/aid"}

    def test_a_bank_elsewhere_is_not_what_its_lock_is_all_about(self, course: Course, tmp_path: Path) -> None:
        far = [put(tmp_path / "far" / f"{name}.md", AID.replace("test/aid", name)) for name in "bc"]
        built(course, *far)
        outcome = built(course, *bank_files((), course), far[0])
        assert [lock.gone for lock in outcome.locks] == [(), ()]
        for path in bank_files((), course):
            path.unlink()
        assert [lock.gone for lock in built(course, far[0]).locks] == [()]

    def test_without_a_course_too(self, tmp_path: Path) -> None:
        path = put(tmp_path / "a" / "aid.md", AID)
        (lock,) = build([path], None, tmp_path / "out", ANKI).locks
        assert lock.path == tmp_path / "a" / "anki.lock"
        assert lock.path.is_file()

    def test_it_is_named_as_the_banks_are(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(course.questions / "unit 1")
        (lock,) = build([Path("tides.md")], course, course.output, ANKI).locks
        assert lock.path == Path("../anki.lock")
        monkeypatch.chdir(course.root)
        (lock,) = build([Path("questions/unit 1/tides.md")], course, course.output, ANKI).locks
        assert lock.path == Path("questions/anki.lock")

    def test_a_bank_that_is_a_link_is_where_the_link_is(self, course: Course, tmp_path: Path) -> None:
        far = put(tmp_path / "far" / "b.md", AID.replace("test/aid", "b"))
        (course.questions / "unit 1" / "b.md").symlink_to(far)
        (lock,) = built(course).locks
        assert lock.path.resolve() == lock_of(course)
        assert "b#much" in locked(course).notes

    def test_worksheets_alone_neither_read_nor_write_it(self, course: Course) -> None:
        order = Order(only=("paper",))
        assert built(course, order=order).locks == ()
        assert not lock_of(course).exists()
        put(lock_of(course), "no lock")
        built(course, order=order)
        with pytest.raises(DataError, match=r"anki\.lock:1:1: "):
            built(course)


class TestAnUnchangedRebuild:
    def test_writes_the_same_bytes_and_leaves_the_lock_alone(
        self, course: Course, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built(course)
        before, stamp = inside(course.root), lock_of(course).stat().st_mtime_ns
        at(NOW + 1000, monkeypatch)
        outcome = built(course)
        assert inside(course.root) == before
        assert lock_of(course).stat().st_mtime_ns == stamp
        assert (told(outcome).changes.changed, told(outcome).changes.added) == ((), ())
        assert not outcome.locks[0].new

    def test_does_not_go_by_the_clock(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
        monkeypatch.setattr("time.time", lambda: NOW + 0.5)
        built(course)
        assert {note.mod for note in deck(aid_of(course)).values()} == {NOW}
        before = inside(course.root)
        monkeypatch.setattr("time.time", lambda: NOW + 1000)
        built(course)
        assert inside(course.root) == before

    def test_does_not_go_by_the_times_of_files(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        built(course)
        before = inside(course.root)
        at(NOW + 1000, monkeypatch)
        for path in course.questions.rglob("*"):
            os.utime(path, (4_000_000_000, 4_000_000_000))
        built(course)
        assert inside(course.root) == before

    def test_gives_the_same_bytes_in_a_clone(
        self, course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built(course)
        shutil.copytree(course.root, tmp_path / "clone")
        clone = Course((tmp_path / "clone").resolve())
        shutil.rmtree(clone.output)
        at(NOW + 1000, monkeypatch)
        built(clone)
        assert inside(clone.root) == inside(course.root)

    def test_works_where_nothing_but_the_outputs_can_be_written(self, course: Course, tmp_path: Path) -> None:
        built(course)
        edit(course, "= $100 million", "= $200 million")
        course.questions.chmod(0o555)
        try:
            if os.access(course.questions, os.W_OK):
                pytest.skip("this user may write everywhere")
            with pytest.raises(WriteError, match=r"anki\.lock: cannot be written: .*; it remembers what .*--frozen"):
                built(course, out=tmp_path / "out")
            assert "aid.apkg" not in inside(tmp_path / "out")
            edit(course, "= $200 million", "= $100 million")
            built(course, out=tmp_path / "out")
        finally:
            course.questions.chmod(0o755)
        assert inside(tmp_path / "out") == inside(course.output)


class TestAChange:
    def test_of_one_question_moves_the_time_of_its_note_alone(
        self, course: Course, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built(course)
        tides = (course.output / "unit 1" / "tides.apkg").read_bytes()
        at(NOW + 1000, monkeypatch)
        edit(course, "How much?", "How much was it?")
        outcome = built(course)
        assert {key: note.mod - NOW for key, note in deck(aid_of(course)).items()} == {
            "test/aid#much": 1000,
            "test/aid#which": 0,
            "test/aid#why": 0,
        }
        assert told(outcome).changes.changed == ("test/aid#much",)
        assert set(type_mods(aid_of(course)).values()) == {NOW}
        assert (course.output / "unit 1" / "tides.apkg").read_bytes() == tides

    def test_with_a_clock_that_stands_still_is_newer_all_the_same(self, course: Course) -> None:
        built(course)
        edit(course, "How much?", "How much was it?")
        built(course)
        assert deck(aid_of(course))["test/aid#much"].mod == NOW + 1

    def test_of_the_stylesheet_moves_the_note_types_alone(
        self, course: Course, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built(course)
        notes = deck(aid_of(course))
        at(NOW + 1000, monkeypatch)
        put(course.root / "templates" / "anki" / "style.css", ".card { color: teal; }")
        outcome = built(course)
        assert deck(aid_of(course)) == notes
        assert set(type_mods(aid_of(course)).values()) == {NOW + 1000}
        assert told(outcome).changes.changed == ()
        before = inside(course.root)
        at(NOW + 2000, monkeypatch)
        built(course)
        assert inside(course.root) == before

    def test_a_question_that_is_removed_is_retired_and_may_come_back(
        self, course: Course, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built(course)
        guid = deck(aid_of(course))["test/aid#why"].guid
        at(NOW + 1000, monkeypatch)
        edit(course, "\n## Why? {#why}\n+ because\n", "")
        outcome = built(course)
        assert told(outcome).changes.retired == ("test/aid#why",)
        assert (told(outcome).cards, told(outcome).retired) == (2, 1)
        left = deck(aid_of(course))["test/aid#why"]
        assert (left.guid, left.mod, left.tags, left.cards) == (guid, NOW + 1000, ("quizgen::retired",), 0)
        later = told(built(course))
        assert (later.changes.retired, later.retired) == ((), 1)
        put(course.questions / "aid.md", AID)
        outcome = built(course)
        assert told(outcome).changes.revived == ("test/aid#why",)
        assert deck(aid_of(course))["test/aid#why"].guid == guid

    def test_a_question_that_is_renamed_keeps_its_note(self, course: Course) -> None:
        built(course)
        guid = deck(aid_of(course))["test/aid#why"].guid
        edit(course, "{#why}\n+ because", "{#reason}\n+ because\nwas: test/aid#why")
        outcome = built(course)
        assert told(outcome).changes.renamed == (Renamed("test/aid#reason", "test/aid#why"),)
        assert deck(aid_of(course))["test/aid#reason"].guid == guid

    def test_a_question_that_goes_to_another_bank_in_one_build_keeps_its_note(self, course: Course) -> None:
        built(course)
        guid = deck(aid_of(course))["test/aid#why"].guid
        edit(course, "\n## Why? {#why}\n+ because\n", "")
        edit(course, "## Still", "## Why? {#why}\n+ because\nwas: test/aid#why\n\n## Still", "unit 1/tides.md")
        outcome = built(course)
        assert told(outcome).changes.retired == ()
        tides = told(outcome, "unit 1/tides").changes
        assert tides.renamed == (Renamed("test/tides#why", "test/aid#why"),)
        tag = "quizgen::test::tides::names"
        assert tides.moved == (Moved("test/tides#why", "Aid::Money", "Tides & seas::Names", tag),)
        assert deck(course.output / "unit 1" / "tides.apkg")["test/tides#why"].guid == guid
        assert "test/aid#why" not in deck(aid_of(course))

    def test_a_question_that_becomes_another_kind_of_note_begins_anew(self, course: Course) -> None:
        built(course)
        guid = deck(aid_of(course))["test/aid#much"].guid
        edit(course, "## How much? {#much}\n= $100 million", "## It was {{$100 million}}. {#much}")
        outcome = built(course)
        assert told(outcome).changes.restarted == ("test/aid#much",)
        assert told(outcome).retired == 1
        assert guid in {note.guid for note in deck(aid_of(course)).values() if note.tags == ("quizgen::retired",)}

    def test_a_topic_with_another_title_is_another_deck(self, course: Course) -> None:
        built(course)
        edit(course, "# Money {#money}", "# Sums {#money}")
        told_of = told(built(course))
        assert {moved.key for moved in told_of.changes.moved} == {"test/aid#much", "test/aid#which", "test/aid#why"}

    def test_a_question_in_another_topic_has_moved(self, course: Course) -> None:
        built(course)
        edit(course, "## Why?", "# Reasons {#reasons}\n\n## Why?")
        tag = "quizgen::test::aid::reasons"
        assert told(built(course)).changes.moved == (Moved("test/aid#why", "Aid::Money", "Aid::Reasons", tag),)

    def test_other_capitals_make_no_other_deck(self, course: Course) -> None:
        built(course)
        edit(course, "title: Aid", "title: AID")
        assert told(built(course)).changes.moved == ()


class TestSomeBanks:
    def test_one_bank_alone_leaves_the_entries_of_the_others(self, course: Course) -> None:
        built(course)
        tides = {key: entry for key, entry in locked(course).notes.items() if key.startswith("test/tides#")}
        edit(course, "How many high tides", "How many tides", "unit 1/tides.md")
        edit(course, "How much?", "How much was it?")
        outcome = built(course, course.questions / "aid.md")
        notes = locked(course).notes
        assert {key: entry for key, entry in notes.items() if key.startswith("test/tides#")} == tides
        assert outcome.locks[0].gone == ()
        assert notes["test/aid#much"].mod == NOW + 1

    def test_a_bank_that_is_gone_is_told_once_and_only_where_all_are_built(self, course: Course) -> None:
        built(course)
        (course.questions / "aid.md").unlink()
        assert built(course, course.questions / "unit 1" / "tides.md", order=Order(only=("paper",))).locks == ()
        put(course.questions / "b.md", AID.replace("test/aid", "test/b"))
        assert [lock.gone for lock in built(course, course.questions / "b.md").locks] == [()]
        assert [lock.gone for lock in built(course).locks] == [("test/aid",)]
        assert [lock.gone for lock in built(course).locks] == [()]

    def test_a_bank_whose_questions_are_drafts_again_is_left_alone(self, course: Course) -> None:
        built(course)
        before = locked(course)
        draft = AID.replace("= $100 million\n", "= $100 million\nstatus: draft\n").partition("\n## Which?")[0]
        put(course.questions / "aid.md", draft)
        outcome = built(course)
        assert locked(course) == before
        assert [one.deck is None for one in outcome.banks] == [True, False]
        assert outcome.locks[0].gone == ()
        put(course.questions / "aid.md", AID)
        assert told(built(course)).changes.added == ()

    def test_where_no_bank_makes_a_deck_no_lock_is_looked_at(self, course: Course, tmp_path: Path) -> None:
        far = put(tmp_path / "far" / "b.md", "---\nid: b\ntitle: B\n---\n\n## Who?\n= a\nstatus: draft\n")
        put(tmp_path / "far" / "anki.lock", "no lock")
        assert len(built(course, far, course.questions / "aid.md").locks) == 1


class TestDrafts:
    def test_one_that_is_approved_later_is_new_to_students_then(
        self, course: Course, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        edit(course, "= $100 million", "= $100 million\nstatus: draft")
        aid = course.questions / "aid.md"
        built(course, aid, order=replace(ANKI, drafts=True))
        assert locked(course).notes["test/aid#much"].state == "draft"
        at(NOW + 1000, monkeypatch)
        assert told(built(course, aid)).changes.added == ()
        edit(course, "= $100 million\nstatus: draft", "= $100 million")
        assert told(built(course, aid)).changes.added == ("test/aid#much",)
        assert locked(course).notes["test/aid#much"].state == ""
        assert deck(aid_of(course))["test/aid#much"].mod == NOW + 1000


class TestMergedLocks:
    def conflict(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two people build; git merges the bank, and leaves its marks in the lock."""
        built(course)
        base = lock_of(course).read_text("utf-8")
        sides = []
        for seconds, old, new in ((1000, "How much?", "How much, then?"), (2000, "- [x] one", "- [x] only one")):
            put(lock_of(course), base)
            put(course.questions / "aid.md", AID.replace(old, new))
            at(NOW + seconds, monkeypatch)
            built(course)
            sides.append(lock_of(course).read_text("utf-8"))
        ours, theirs = ([line for line in side.splitlines() if "test/aid#" in line] for side in sides)
        marks = ["<<<<<<< HEAD", *ours, "=======", *theirs, ">>>>>>> theirs"]
        lines = sides[0].splitlines()
        first = lines.index(ours[0])
        lines[first : first + len(ours)] = marks
        put(lock_of(course), "\n".join(lines) + "\n")
        both = AID.replace("How much?", "How much, then?").replace("- [x] one", "- [x] only one")
        put(course.questions / "aid.md", both)
        at(NOW + 3000, monkeypatch)

    def test_marks_of_a_conflict_are_mended(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        self.conflict(course, monkeypatch)
        (lock,) = built(course).locks
        assert (lock.mended, lock.new) == (True, False)
        assert lock_of(course).read_text("utf-8") == format_lock(locked(course))
        assert "<<<<<<<" not in lock_of(course).read_text("utf-8")
        mods = {key: note.mod - NOW for key, note in deck(aid_of(course)).items()}
        assert mods["test/aid#much"] >= 1000
        assert mods["test/aid#which"] >= 2000
        assert mods["test/aid#why"] == 0
        assert not built(course).locks[0].mended

    def test_frozen_refuses_them(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        self.conflict(course, monkeypatch)
        with pytest.raises(DataError, match=r"anki\.lock:1:1: a merge has left more than one version here"):
            built(course, order=replace(ANKI, frozen=True))


class TestFrozen:
    FROZEN = replace(ANKI, frozen=True)

    def refused(self, course: Course) -> list[str]:
        before = inside(course.root)
        with pytest.raises(DataError) as caught:
            built(course, order=self.FROZEN)
        assert inside(course.root) == before
        return [line.replace(f"{course.root}/questions/", "") for line in str(caught.value).split("\n")]

    def test_it_passes_right_after_a_build(self, course: Course, tmp_path: Path) -> None:
        built(course)
        before = inside(course.root)
        built(course, order=self.FROZEN, out=tmp_path / "out")
        assert inside(course.root) == before
        assert inside(tmp_path / "out") == inside(course.output)

    def test_it_names_every_note_that_would_change_and_what_to_do(self, course: Course) -> None:
        built(course)
        edit(course, "How much?", "How much was it?")
        edit(course, "\n## Why? {#why}\n+ because\n", "\n## Who? {#who}\n= a\n")
        edit(course, "# Names {#names}", "# Words {#names}", "unit 1/tides.md")
        lines = self.refused(course)
        assert [line.partition(", and --frozen leaves the lock as it is; run quizgen build")[0] for line in lines] == [
            "aid.md:1:1: question {#why} is gone",
            "aid.md:8:1: question {#much} has changed",
            "aid.md:16:1: question {#who} is new",
            "unit 1/tides.md:17:1: question {#spring} has changed",
        ]
        assert all(line.endswith("anki.lock") for line in lines)

    def test_a_note_that_only_moves_is_named_with_its_deck(self, course: Course) -> None:
        built(course)
        lines = self.refused(replace(course, settings=Settings(anki=AnkiSettings(deck="History 9"))))
        assert len(lines) == 5
        assert lines[0].startswith("aid.md:8:1: question {#much} has moved to the deck History 9::Aid::Money, ")

    def test_a_change_of_text_and_deck_at_once_is_named_once(self, course: Course) -> None:
        built(course)
        edit(course, "## Why?", "# Reasons {#reasons}\n\n## Why then?")
        assert [line.partition(", ")[0] for line in self.refused(course)] == [
            "aid.md:18:1: question {#why} has changed"
        ]

    def test_a_note_of_another_kind_is_named_once(self, course: Course) -> None:
        built(course)
        edit(course, "## How much? {#much}\n= $100 million", "## It was {{$100 million}}. {#much}")
        (line,) = self.refused(course)
        assert line.startswith("aid.md:8:1: question {#much} has changed, ")

    def test_a_renamed_question_is_named_once(self, course: Course) -> None:
        built(course)
        edit(course, "{#why}\n+ because", "{#reason}\n+ because\nwas: test/aid#why")
        (line,) = self.refused(course)
        assert line.startswith("aid.md:16:1: question {#reason} has another id (it was test/aid#why), ")

    def test_note_types_are_named_with_the_lock(self, course: Course) -> None:
        built(course)
        put(course.root / "templates" / "anki" / "style.css", ".card { color: teal; }")
        lines = self.refused(course)
        assert [line.partition(" has changed, and --frozen")[0] for line in lines] == [
            'anki.lock:1:1: the note type "quizgen cloze"',
            'anki.lock:1:1: the note type "quizgen question"',
        ]

    def test_without_a_lock_it_says_so_once(self, course: Course) -> None:
        assert self.refused(course) == [
            "anki.lock: there is no lock yet, and --frozen writes none; run quizgen build, and commit "
            f"{lock_of(course)}".replace(f"{course.root}/questions/", "")
        ]

    def test_worksheets_need_no_lock(self, course: Course) -> None:
        built(course, order=Order(only=("paper",), frozen=True))

    def test_line_ends_of_another_system_are_no_change(self, course: Course) -> None:
        built(course)
        lock_of(course).write_bytes(lock_of(course).read_bytes().replace(b"\n", b"\r\n"))
        before = inside(course.questions)
        built(course, order=self.FROZEN)
        assert inside(course.questions) == before


class TestWriting:
    def test_where_an_output_cannot_be_written_the_lock_is_not_either(self, course: Course) -> None:
        built(course)
        before = inside(course.root)
        aid_of(course).unlink()
        aid_of(course).mkdir()
        edit(course, "How much?", "How much was it?")
        with pytest.raises(WriteError, match=r"aid\.apkg: cannot be written: a folder stands there$"):
            built(course)
        assert lock_of(course).read_bytes() == before["questions/anki.lock"]

    def test_where_the_lock_cannot_be_written_no_output_is_either(
        self, course: Course, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built(course)
        before = inside(course.output)
        edit(course, "How much?", "How much was it?")
        folder = str(lock_of(course).parent)
        monkeypatch.setattr("tempfile.mkstemp", refusing(folder))
        with pytest.raises(WriteError) as caught:
            built(course)
        assert str(caught.value).startswith(f"{lock_of(course)}: cannot be written: permission denied; it remembers")
        assert "--frozen" in str(caught.value)
        assert inside(course.output) == before


def refusing(folder: str) -> object:
    """A disk that takes new files everywhere but in one folder."""
    usual = tempfile.mkstemp

    def make(**options: str) -> tuple[int, str]:
        if str(options["dir"]) == folder:
            raise PermissionError(13, "Permission denied")
        return usual(**options)

    return make


class TestTheTime:
    @pytest.mark.parametrize("value", ["soon", "-1", "1e9", "4102444800", "9" * 40, "9" * 5000])
    def test_one_that_is_none_is_refused(self, course: Course, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
        with pytest.raises(
            ConfigError, match="SOURCE_DATE_EPOCH is a number of seconds since 1970, at most 4102444799"
        ):
            built(course)
        assert not course.output.exists()

    @pytest.mark.parametrize(("value", "mod"), [("0", 1), ("4102444799", 4_102_444_799)])
    def test_the_first_and_the_last(
        self, course: Course, monkeypatch: pytest.MonkeyPatch, value: str, mod: int
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
        built(course)
        assert {note.mod for note in deck(aid_of(course)).values()} == {mod}


class TestSettings:
    def with_anki(self, course: Course, anki: AnkiSettings) -> Course:
        return replace(course, settings=Settings(anki=anki))

    def test_a_deck_may_stand_above_those_of_all_banks(self, course: Course) -> None:
        built(self.with_anki(course, AnkiSettings(deck="History 9")))
        assert {note.deck for note in deck(aid_of(course)).values()} == {"History 9::Aid::Money"}
        tides = deck(course.output / "unit 1" / "tides.apkg")
        assert {note.deck.split("::")[0] for note in tides.values()} == {"History 9"}

    def test_to_name_one_later_moves_the_decks_and_changes_no_note(self, course: Course) -> None:
        built(course)
        before = {key: note.mod for key, note in deck(aid_of(course)).items()}
        told_of = told(built(self.with_anki(course, AnkiSettings(deck="History 9"))))
        assert {key: note.mod for key, note in deck(aid_of(course)).items()} == before
        assert len(told_of.changes.moved) == 3

    def test_a_preset_is_in_the_decks_where_one_is_named(self, course: Course) -> None:
        built(course)
        assert b"desiredRetention" not in options_in(aid_of(course))
        built(self.with_anki(course, AnkiSettings(preset="History", new_per_day=7, retention=0.85)))
        options = options_in(aid_of(course))
        assert b'"History"' in options
        assert b'"perDay": 7' in options
        assert b"0.85" in options


def options_in(file: Path) -> bytes:
    """The presets of a deck, as JSON."""
    return json.dumps(column(Package(file.read_bytes(), 0, 0), "dconf")).encode()


class TestClashes:
    def test_a_bank_copied_from_another_and_built_alone_is_refused(self, course: Course) -> None:
        """It would retire every note of the other."""
        built(course)
        copy = put(course.questions / "copy.md", AID.replace("{#much}", "{#little}"))
        before = inside(course.root)
        with pytest.raises(DataError, match=r'copy\.md:1:1: the id "test/aid" is that of .*aid\.md, too'):
            build([copy], course, course.output, Order())
        assert inside(course.root) == before

    def test_so_is_one_outside_a_course(self, tmp_path: Path) -> None:
        put(tmp_path / "aid.md", AID)
        copy = put(tmp_path / "copy.md", AID)
        with pytest.raises(DataError, match=r"copy\.md:1:1: the id"):
            build([copy], None, tmp_path / "output", Order())
        build([put(tmp_path / "else" / "copy.md", AID)], None, tmp_path / "output", Order())

    @pytest.mark.parametrize("other", ["", "---\n", "no bank", "---\ntitle: test/aid\n---\n\nid: test/aid\n"])
    def test_files_that_are_no_such_bank_are_none(self, tmp_path: Path, other: str) -> None:
        put(tmp_path / "other.md", other)
        build([put(tmp_path / "aid.md", AID)], None, tmp_path / "output", Order())

    def test_two_builds_at_once_do_not_take_each_others_lines_away(
        self, course: Course, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        built(course)
        edit(course, "How much?", "How much was it?")

        def other_build(*_: object) -> str:
            lock = course.questions / "anki.lock"
            lock.write_bytes(lock.read_bytes().replace(b'"mod": 1', b'"mod": 2'))
            return "<p>index</p>"

        monkeypatch.setattr("quizgen.publish.build.index_html", lambda *values, **named: other_build())
        with pytest.raises(WriteError, match=r"anki\.lock: another build has changed it"):
            built(course)


class TestOddFiles:
    """What stands where a lock belongs, and is none."""

    def test_a_link_to_itself(self, course: Course) -> None:
        (course.questions / "anki.lock").symlink_to("anki.lock")
        with pytest.raises(QuizgenError, match=r"anki\.lock"):
            built(course)

    def test_a_pipe_is_not_waited_for(self, course: Course) -> None:
        os.mkfifo(course.questions / "anki.lock")
        with pytest.raises(MissingError, match="this is no file"):
            built(course)

    def test_text_that_is_not_utf_8(self, course: Course) -> None:
        (course.questions / "anki.lock").write_bytes("{}".encode("utf-16"))
        with pytest.raises(DataError, match=r"anki\.lock:1:1: this is not a lock of quizgen: .*git"):
            built(course)
