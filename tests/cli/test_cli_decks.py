"""``quizgen build`` on decks that students have: what has changed since the last build, and what is left to do."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from banks_to_build import AID
from conftest import Command, Run

from quizgen.anki import Changes, Package
from quizgen.anki.changes import Moved, Renamed
from quizgen.anki.lock import parse_lock, read_lock
from quizgen.cli.deck_words import deck_lines, lock_remarks
from quizgen.publish.built import Deck, LockBuilt


@pytest.fixture
def aid(folder: Path) -> Path:
    """A course of one bank, whose deck students have."""
    path = folder / "questions" / "aid.md"
    path.parent.mkdir()
    path.write_text(AID, "utf-8")
    return path


@pytest.fixture
def again(quizgen: Command, aid: Path) -> Any:
    """Build, edit the bank, and build its deck again."""

    def run(*edits: tuple[str, str], options: tuple[str, ...] = ()) -> Run:
        assert quizgen("build", "--only", "anki").code == 0
        text = AID
        for old, new in edits:
            assert old in text
            text = text.replace(old, new)
        aid.write_text(text, "utf-8")
        return quizgen("build", "--only", "anki", *options)

    return run


def said(run: Run) -> list[str]:
    """What is said between the files of the only bank and the end."""
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    return [line.removeprefix("  ") for line in lines[2:-1]]


class TestSinceTheLastBuild:
    def test_the_first_says_where_the_lock_is_and_no_more(self, quizgen: Command, aid: Path) -> None:
        lock = Path("questions/anki.lock")
        assert said(quizgen("build", "--only", "anki")) == [
            f"{lock} is new: keep it with the banks, so that later decks update those that are imported"
        ]

    def test_where_nothing_has_changed_there_is_nothing_to_say(self, again: Any) -> None:
        assert said(again()) == []

    def test_new_and_changed_are_counted(self, again: Any) -> None:
        more = "## Who? {#who}\n= a\n\n## Where? {#where}\n= b\n\n## Why?"
        run = again(("How much?", "How much was it?"), ("## Why?", more))
        assert said(run) == ["since the last build: 2 new, 1 changed"]

    def test_renamed(self, again: Any) -> None:
        run = again(("{#why}\n+ because", "{#reason}\n+ because\nwas: test/aid#why"))
        assert said(run) == ["renamed, with what has been learned: {#reason} (was {#why})"]

    def test_moved(self, again: Any) -> None:
        run = again(("## Why?", "# Reasons {#reasons}\n\n## Why?"))
        assert said(run) == [
            "since the last build: 1 changed",
            "moved to Aid::Reasons: {#why}",
            '  imported cards stay where they are; in Anki\'s browser: "Id:test/aid#why" -"deck:Aid::Reasons", then '
            "Change Deck",
        ]

    def test_restarted(self, again: Any) -> None:
        run = again(("## How much? {#much}\n= $100 million", "## It was {{$100 million}}. {#much}"))
        assert said(run) == ["another kind of note now, to be learned anew: {#much}; the old is retired"]

    def test_retired_and_revived(self, again: Any, quizgen: Command) -> None:
        run = again(("\n## Why? {#why}\n+ because\n", ""))
        assert said(run) == ["retired: {#why}; tag:quizgen::retired in Anki's browser finds them, to be deleted"]
        run = quizgen("build", "--only", "anki")
        assert said(run) == ["1 note retired in earlier builds: tag:quizgen::retired"]
        Path("questions/aid.md").write_text(AID, "utf-8")
        assert said(quizgen("build", "--only", "anki")) == ["back again, with what has been learned: {#why}"]

    def test_an_old_id_that_nobody_knows(self, again: Any) -> None:
        run = again(("{#why}\n+ because", "{#reason}\n+ because\nwas: test/ade#why"))
        assert said(run)[:2] == [
            "since the last build: 1 new",
            "new, as nothing has shipped under the old id that is named: {#reason} (was: test/ade#why)",
        ]

    @pytest.mark.parametrize("left", ["status: draft", ""])
    def test_a_bank_that_makes_no_deck_any_more(self, quizgen: Command, aid: Path, left: str) -> None:
        quizgen("build", "--only", "anki")
        aid.with_name("b.md").write_text(AID.replace("test/aid", "test/b"), "utf-8")
        front, *questions = AID.split("\n## ")
        drafts = [f"\n## {question.rstrip()}\n{left}\n" for question in questions]
        aid.write_text(front + "".join(drafts if left else []), "utf-8")
        run = quizgen("build", "--only", "anki")
        assert run.code == 0
        lines = run.out.splitlines()
        assert (
            '  3 notes of an earlier deck stay with who imported it; in Anki\'s browser "Id:test/aid#*" finds them'
            in lines
        )
        assert any(line.startswith("  nothing made: ") and ("draft" in line) is bool(left) for line in lines)

    def test_a_commit_that_was_taken_back_with_the_lock(self, quizgen: Command, aid: Path) -> None:
        quizgen("build", "--only", "anki")
        lock = Path("questions/anki.lock")
        first, bytes_then = lock.read_bytes(), Path("output/aid.apkg").read_bytes()
        aid.write_text(AID.replace("= $100 million", "= $900 million"), "utf-8")
        quizgen("build", "--only", "anki")
        later = lock.read_bytes()
        aid.write_text(AID, "utf-8")
        lock.write_bytes(first)
        run = quizgen("build", "--only", "anki")
        assert "the deck that was built before is newer than this lock: test/aid#much." in run.err
        assert Path("output/aid.apkg").read_bytes() == bytes_then  # of the bank and the lock, whatever lies there
        lock.write_bytes(later)  # as the line says
        assert quizgen("build", "--only", "anki").err == ""
        assert read_lock(lock).notes["test/aid#much"].mod > parse_lock(later.decode()).notes["test/aid#much"].mod

    def test_a_clock_that_was_wrong(self, quizgen: Command, aid: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "4000000000")
        quizgen("build", "--only", "anki")
        monkeypatch.delenv("SOURCE_DATE_EPOCH")
        assert "it has times that have yet to come" in quizgen("build", "--only", "anki").err

    def test_a_bank_that_is_gone(self, quizgen: Command, aid: Path) -> None:
        quizgen("build", "--only", "anki")
        aid.with_name("b.md").write_text(AID.replace("test/aid", "test/b"), "utf-8")
        aid.unlink()
        run = quizgen("build", "--only", "anki")
        lock = Path("questions/anki.lock")
        assert run.err == (
            f'{lock}: the bank test/aid is gone; in Anki\'s browser "Id:test/aid#*" finds its notes, to be deleted\n'
        )
        assert quizgen("build", "--only", "anki").err == ""

    def test_a_merge_that_was_mended(self, quizgen: Command, aid: Path) -> None:
        quizgen("build", "--only", "anki")
        lock = Path("questions/anki.lock")
        text = lock.read_text("utf-8")
        row = next(line for line in text.splitlines() if "#much" in line)
        both = f"<<<<<<< HEAD\n{row}\n=======\n{row}\n>>>>>>> theirs"
        lock.write_text(text.replace(row, both), "utf-8")
        run = quizgen("build", "--only", "anki")
        assert run.err == f"{lock}: a merge had left more than one version here; of each note the newest stands now\n"
        assert lock.read_text("utf-8") == text


class TestMany:
    """However much has changed, what is said of it can be read."""

    KEYS = tuple(f"b#question-{number}" for number in range(500))

    def lines(self, changes: Changes, **values: Any) -> list[str]:
        lines = list(deck_lines(Deck(500, values.pop("retired", 0), changes, **values), "b"))
        assert all(len(line) < 250 for line in lines)
        return lines

    def test_a_few_are_named_and_the_rest_is_counted(self) -> None:
        changes = Changes(
            first=False,
            added=self.KEYS,
            changed=self.KEYS,
            renamed=tuple(Renamed(key, "a#x") for key in self.KEYS),
            moved=tuple(Moved(key, "Old", "New", "quizgen::b::new_one") for key in self.KEYS),
            restarted=self.KEYS,
            retired=self.KEYS,
            revived=self.KEYS,
        )
        first = "{#question-0}, {#question-1}, {#question-2} and 497 more"
        lines = self.lines(changes, retired=1000)
        assert lines == [
            "since the last build: 500 new, 500 changed",
            "renamed, with what has been learned: {#question-0} (was a#x), {#question-1} (was a#x), "
            "{#question-2} (was a#x) and 497 more",
            f"another kind of note now, to be learned anew: {first}; the old is retired",
            f"back again, with what has been learned: {first}",
            f"moved to New: {first}",
            '  imported cards stay where they are; in Anki\'s browser: "tag:quizgen::b::new\\_one" -"deck:New", then '
            "Change Deck",
            f"retired: {first}; tag:quizgen::retired in Anki's browser finds them, to be deleted",
        ]

    def test_a_few_are_searched_for_by_their_ids(self) -> None:
        changes = Changes(first=False, moved=tuple(Moved(key, "A::Old", "A::New") for key in self.KEYS[:2]))
        _, line = self.lines(changes)
        assert line.endswith(': ("Id:b#question-0" OR "Id:b#question-1") -"deck:A::New", then Change Deck')

    def test_many_decks(self) -> None:
        moved = tuple(Moved(key, f"Old {number % 50}", f"New {number % 50}") for number, key in enumerate(self.KEYS))
        lines = self.lines(Changes(first=False, moved=moved))
        assert len(lines) == 7
        assert lines[-1] == "and 470 more moved to 47 more decks; --json names all"

    def test_many_banks_that_are_gone(self) -> None:
        *first, last = lock_remarks(LockBuilt(Path("anki.lock"), gone=tuple(f"b{number}" for number in range(100))))
        assert len(first) == 3
        assert last == "anki.lock: and 97 more banks are gone; --json names all"


class TestFrozen:
    def test_right_after_a_build_it_builds(self, again: Any) -> None:
        assert said(again(options=("--frozen",))) == []

    def test_after_an_edit_it_says_what_and_what_to_do(self, again: Any, folder: Path) -> None:
        run = again(("How much?", "How much was it?"), options=("--frozen",))
        bank, lock = Path("questions/aid.md"), Path("questions/anki.lock")
        assert (run.code, run.out) == (65, "")
        assert run.err == (
            f"{bank}:8:1: question {{#much}} has changed, and --frozen leaves the lock as it is; run quizgen build, "
            f"and commit {lock}\n"
        )

    def test_without_a_lock(self, quizgen: Command, aid: Path) -> None:
        run = quizgen("build", "--frozen")
        lock = Path("questions/anki.lock")
        assert run.code == 65
        assert run.err == (
            f"{lock}: there is no lock yet, and --frozen writes none; run quizgen build, and commit {lock}\n"
        )
        assert not Path("output").exists()


class TestMerge:
    def test_it_is_counted_and_named(self, quizgen: Command, aid: Path) -> None:
        run = quizgen("build", "--only", "anki", "--merge")
        file = Path("output/course.apkg")
        assert run.out.splitlines()[-3:-1] == ["All decks in one file: 3 questions in 1 deck", f"  {file}"]

    def test_drafts_in_it_are_counted(self, quizgen: Command, aid: Path) -> None:
        aid.write_text(AID.replace("+ because\n", "+ because\nstatus: draft\n"), "utf-8")
        out = quizgen("build", "--only", "anki", "--merge", "--draft").out
        assert "All decks in one file: 3 questions in 1 deck, 1 draft included\n" in out

    def test_not_with_worksheets_alone(self, quizgen: Command, aid: Path) -> None:
        run = quizgen("build", "--only", "paper", "--merge")
        assert run.code == 2
        assert run.err.startswith("quizgen: --merge puts all decks into one file, and --only leaves out decks")

    def test_not_beside_a_bank_of_that_name(self, quizgen: Command, aid: Path) -> None:
        aid.rename(aid.with_name("course.md"))
        run = quizgen("build", "--merge")
        bank = Path("questions/course.md")
        assert run.code == 2
        assert f"{bank}: --merge makes course.apkg, and so does this bank; give its file another name" in run.err


class TestJson:
    def records(self, run: Run) -> list[dict[str, Any]]:
        assert (run.code, run.err) == (0, "")
        return [json.loads(line) for line in run.out.splitlines()]

    def test_the_first_build(self, quizgen: Command, aid: Path) -> None:
        (record,) = self.records(quizgen("build", "--json"))
        assert record["deck"] == {
            "first": True,
            "new": 3,
            "changed": 0,
            "renamed": [],
            "moved": [],
            "restarted": [],
            "retired": [],
            "revived": [],
            "astray": [],
            "retired_in_all": 0,
        }

    def test_what_has_changed_is_named_in_full(self, again: Any) -> None:
        run = again(
            ("How much?", "How much was it?"),
            ("## Which? {#which}", "# Options {#options}\n\n## Which? {#that}"),
            ("- [ ] three\n", "- [ ] three\nwas: test/aid#which\n\n## Who? {#who}\n= a\n"),
            ("\n## Why? {#why}\n+ because\n", ""),
            options=("--json",),
        )
        (record,) = self.records(run)
        assert record["deck"] == {
            "first": False,
            "new": 1,
            "changed": 1,
            "renamed": [{"id": "test/aid#that", "was": "test/aid#which"}],
            "moved": [{"id": "test/aid#that", "from": "Aid::Money", "to": "Aid::Options"}],
            "restarted": [],
            "retired": ["test/aid#why"],
            "revived": [],
            "astray": [],
            "retired_in_all": 1,
        }

    def test_no_deck_no_changes(self, quizgen: Command, aid: Path) -> None:
        (record,) = self.records(quizgen("build", "--only", "paper", "--json"))
        assert record["deck"] is None

    def test_a_merged_deck_and_banks_that_are_gone_have_records_of_their_own(self, quizgen: Command, aid: Path) -> None:
        quizgen("build")
        aid.with_name("b.md").write_text(AID.replace("test/aid", "test/b"), "utf-8")
        aid.unlink()
        bank, lock, merged = self.records(quizgen("build", "--merge", "--json"))
        assert bank["bank"] == "test/b"
        assert lock == {
            "lock": str(Path("questions/anki.lock")),
            "new": False,
            "mended": False,
            "gone": ["test/aid"],
            "later": [],
            "ahead": False,
        }
        assert merged == {
            "merged": str(Path("output/course.apkg")),
            "questions": 3,
            "drafts_included": 0,
            "cards": 3,
            "decks": 1,
        }


def test_a_lock_that_is_none_is_said_with_its_place(quizgen: Command, aid: Path) -> None:
    lock = Path("questions/anki.lock")
    lock.write_text("{\n  nonsense", "utf-8")
    run = quizgen("build")
    assert run.code == 65
    assert run.err.startswith(f"{lock}:")
    assert not Path("output").exists()


def test_a_lock_of_a_newer_quizgen_is_left_alone(quizgen: Command, aid: Path) -> None:
    quizgen("build")
    lock = Path("questions/anki.lock")
    newer = lock.read_text("utf-8").replace("anki lock 1", "anki lock 2")
    lock.write_text(newer, "utf-8")
    run = quizgen("build")
    assert run.code == 78
    assert lock.read_text("utf-8") == newer


class TestSearches:
    """The searches that are printed find in the real Anki what they are meant to find."""

    @pytest.fixture
    def col(self) -> Iterator[Any]:
        try:
            import anki.collection  # noqa: F401
        except ImportError:
            if os.environ.get("CI") == "true":
                raise
            pytest.skip("the anki package is not installed: pip install anki")
        from render_card import collection

        with collection() as opened:
            yield opened

    def found(self, col: Any, line: str) -> list[str]:
        search = re.search(r'\(?"(?:Id|deck|tag):.*"', line)
        assert search is not None
        return sorted(col.get_note(number)["Id"] for number in col.find_notes(search[0]))

    def imported(self, col: Any) -> None:
        from render_card import import_package

        import_package(col, Package(Path("output/aid.apkg").read_bytes(), 0, 0))

    @pytest.mark.parametrize("title", ["Sums", "a_b*c", "\\ & <i>x</i>", "“Münzen” (1: 2)", "-sums or not"])
    @pytest.mark.parametrize("more", ["", "## Who? {#who}\n= a\n\n"])
    def test_of_what_moved(self, quizgen: Command, aid: Path, col: Any, title: str, more: str) -> None:
        others = "\n# aXb*c {#x}\n\n## Whom? {#whom}\n= a\n\n# a_bYc {#y}\n\n## Where? {#where}\n= b\n"
        aid.write_text(AID.replace("## Why?", f"{more}## Why?") + others, "utf-8")
        quizgen("build", "--only", "anki")
        self.imported(col)
        aid.write_text(aid.read_text("utf-8").replace("# Money {#money}", f"# {title} {{#money}}"), "utf-8")
        (line,) = [line for line in quizgen("build", "--only", "anki").out.splitlines() if "imported cards" in line]
        self.imported(col)
        wanted = ["test/aid#much", "test/aid#which", *(["test/aid#who"] if more else []), "test/aid#why"]
        assert self.found(col, line) == wanted
        cards = [card for key in wanted for card in col.find_cards(f'"Id:{key}"')]
        lock = read_lock(Path("questions/anki.lock"))
        col.set_deck(cards, col.decks.id(lock.notes["test/aid#why"].deck))
        assert self.found(col, line) == []  # once they are where they belong

    def test_of_questions_and_of_a_bank(self, quizgen: Command, aid: Path, col: Any) -> None:
        quizgen("build", "--only", "anki")
        self.imported(col)
        moved = tuple(Moved(f"test/aid#{name}", "Aid::Money", "Aid::Sums") for name in ("much", "why"))
        *_, line = deck_lines(Deck(3, 0, Changes(first=False, moved=moved)), "test/aid")
        assert self.found(col, line) == ["test/aid#much", "test/aid#why"]
        (line,) = lock_remarks(LockBuilt(Path("anki.lock"), gone=("test/aid",)))
        assert len(self.found(col, line)) == 3
