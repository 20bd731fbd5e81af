"""``quizgen init`` and ``quizgen build``."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import BANK, Command

from quizgen import __version__
from quizgen.cli.progress import Bar


class TestInit:
    def test_a_new_course_builds(self, quizgen: Command, folder: Path) -> None:
        run = quizgen("init", "my course")
        assert run.code == 0
        made = [line.removeprefix("made ") for line in run.out.splitlines()[:-3]]
        assert {Path(path).relative_to("my course").as_posix() for path in made} == {
            ".gitattributes",
            ".gitignore",
            "questions/tides.md",
            "questions/tides.txt",
            "quizgen.toml",
        }
        assert run.out.splitlines()[-3:] == ["Next:", '  cd "my course"', "  quizgen build"]
        os.chdir("my course")
        assert quizgen("build").code == 0
        assert (folder / "my course" / "output" / "index.html").is_file()

    def test_here(self, quizgen: Command, folder: Path) -> None:
        run = quizgen("init")
        assert run.out.splitlines()[-2:] == ["Next:", "  quizgen build"]
        assert (folder / "questions" / "tides.md").is_file()

    def test_what_was_changed_stays(self, quizgen: Command, course: Path) -> None:
        (course / "quizgen.toml").write_text('paper = "letter"\n')
        (course / ".gitignore").unlink()
        run = quizgen("init")
        assert run.out.splitlines() == ["made .gitignore", "Next:", "  quizgen build"]
        assert (course / "quizgen.toml").read_text() == 'paper = "letter"\n'
        assert quizgen("init").out.splitlines()[0] == "everything is there already"

    def test_a_folder_with_banks_gets_no_example(self, quizgen: Command, course: Path) -> None:
        (course / "questions" / "tides.md").rename(course / "questions" / "mine.md")
        (course / "questions" / "tides.txt").unlink()
        assert quizgen("init").out.splitlines()[0] == "everything is there already"

    def test_a_file_stands_there(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("init", "bank.md")
        assert run.code == 73
        assert run.err.startswith("bank.md")


MADE = (
    "bank.apkg",
    "bank-worksheet.pdf",
    "bank-worksheet.html",
    "bank-key.pdf",
    "bank-key.html",
    "bank-manifest.json",
)


class TestBuild:
    def test_it_names_what_it_made_as_seen_from_here(self, quizgen: Command, course: Path) -> None:
        run = quizgen("build")
        assert (run.code, run.err) == (0, "")
        assert run.out.splitlines() == [
            "Why the sea comes and goes: 6 questions",
            "  output/tides.apkg",
            "  output/tides-worksheet.pdf",
            "  output/tides-worksheet.html",
            "  output/tides-key.pdf",
            "  output/tides-key.html",
            "  output/tides-manifest.json",
            "questions/anki.lock is new: keep it with the banks, so that later decks update those that are imported",
            "Open output/index.html to see everything.",
        ]

    def test_from_a_folder_inside_the_course(self, quizgen: Command, course: Path) -> None:
        os.chdir("questions")
        assert "tides.apkg" in quizgen("build").out
        assert (course / "output" / "index.html").is_file()

    def test_drafts_are_counted(self, quizgen: Command, bank: Path) -> None:
        assert quizgen("build", "bank.md").out.startswith("A small bank: 2 questions, 1 draft left out\n")
        assert quizgen("build", "bank.md", "--draft").out.startswith("A small bank: 3 questions, 1 draft included\n")

    def test_a_bank_of_drafts_among_others_is_said(self, quizgen: Command, bank: Path) -> None:
        (bank.parent / "other.md").write_text("---\nid: b\ntitle: B\n---\n\n## Who?\n= a\nstatus: draft\n")
        out = quizgen("build", "bank.md", "other.md").out
        assert 'B: 0 questions, 1 draft left out\n  nothing made: take out "status: draft" to approve a question' in out

    def test_one_bank_of_another_course_takes_the_settings_of_that_course(self, quizgen: Command, folder: Path) -> None:
        quizgen("init", "there")
        (folder / "there" / "quizgen.toml").write_text('paper = "letter"\n')
        assert quizgen("build", "there/questions/tides.md").code == 0
        assert "letter" in (folder / "there" / "output" / "tides-worksheet.html").read_text("utf-8").lower()

    def test_new_ids_are_said_and_may_be_forbidden(self, quizgen: Command, folder: Path) -> None:
        path = folder / "bank.md"
        path.write_text(BANK.replace(" {#who}", ""), "utf-8")
        before = path.read_bytes()
        run = quizgen("build", "bank.md", "--frozen")
        assert run.code == 65
        assert run.err.startswith("bank.md:8:1: this question has no id, and --frozen forbids")
        assert path.read_bytes() == before
        assert quizgen("build", "bank.md").out.startswith("bank.md:8: new id {#who}\n")
        assert path.read_text("utf-8") == BANK

    def test_only_one_kind_of_output(self, quizgen: Command, bank: Path) -> None:
        out = quizgen("build", "bank.md", "--only", "anki").out
        assert "  output/bank.apkg\n" in out
        assert ".html" not in out.partition("Open")[0]
        run = quizgen("build", "bank.md", "--only", "pdf")
        assert (run.code, run.err) == (2, 'quizgen: --only takes anki or paper; found "pdf"\n')

    @pytest.mark.parametrize("only", [("--only", "anki,paper"), ("--only", "paper", "--only", "anki")])
    def test_several_kinds(self, quizgen: Command, bank: Path, only: tuple[str, ...]) -> None:
        out = quizgen("build", "bank.md", *only).out
        assert ".apkg" in out
        assert "-key.html" in out

    def test_the_size_of_the_paper(self, quizgen: Command, bank: Path) -> None:
        assert quizgen("build", "bank.md", "--paper", "Letter").code == 0
        run = quizgen("build", "bank.md", "--paper", "a3")
        assert (run.code, run.err) == (2, 'quizgen: the paper is a4 or letter; found "a3"\n')

    def test_a_pick_larger_than_the_bank_takes_all_and_says_so(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("build", "bank.md", "--pick", 5)
        assert run.code == 0
        assert "bank.md: 5 questions are wanted; all 2 that there are stand on the sheet\n" in run.err
        run = quizgen("build", "bank.md", "--pick", 5, "--json")
        assert run.err == ""
        assert (json.loads(run.out)["sheet"], json.loads(run.out)["short_by"]) == (2, 3)
        assert "are wanted" not in quizgen("build", "bank.md", "--pick", 1).err
        assert quizgen("build", "bank.md", "--pick", 0).code == 2

    def test_an_unknown_topic(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("build", "bank.md", "--topic", "topics")
        assert run.code == 2
        assert "topic" in run.err
        assert not (bank.parent / "output").exists()

    def test_json_for_machines(self, quizgen: Command, course: Path) -> None:
        (course / "questions" / "bank.md").write_text(BANK, "utf-8")
        run = quizgen("build", "--json")
        assert (run.code, run.err) == (0, "")
        first, second = map(json.loads, run.out.splitlines())
        assert first == {
            "bank": "test/bank",
            "file": str(Path("questions/bank.md")),
            "questions": 2,
            "drafts": 1,
            "drafts_included": 0,
            "cards": 2,
            "sheet": 2,
            "versions": 1,
            "sheets": 1,
            "remarks": [],
            "short_by": 0,
            "unchecked": 0,
            "errors": 0,
            "warnings": 1,
            "stranded": 0,
            "deck": {
                "first": True,
                "new": 2,
                "changed": 0,
                "renamed": [],
                "moved": [],
                "restarted": [],
                "retired": [],
                "revived": [],
                "astray": [],
                "retired_in_all": 0,
            },
            "outputs": [str(Path("output") / name) for name in MADE],
            "stale": [],
            "stamped": [],
        }
        assert second["bank"] == "example/tides"

    def test_quotes_that_nobody_could_look_up_are_said(self, quizgen: Command, course: Path) -> None:
        (course / "questions" / "tides.txt").unlink()
        run = quizgen("build")
        assert run.code == 0
        bank = Path("questions/tides.md")
        assert run.err.startswith(f"{bank}: 8 quotes not checked: tides.txt is not there, and no seal has them\n")

    def test_what_check_finds_besides_is_told_after_the_outputs(self, quizgen: Command, folder: Path) -> None:
        question = "## What rings? {#bell}\n= a b\u202dell\naudio: bell.mp3\n"
        (folder / "my bank.md").write_text(BANK.replace("## Which?", f"{question}\n## Which?"), "utf-8")
        run = quizgen("build", "my bank.md", "--only", "paper")
        assert (run.code, run.out) == (65, "")
        assert "my bank.md:14:8: question {#bell}: bell.mp3: there is no such file" in run.err
        (folder / "bell.mp3").write_bytes(b"x")
        run = quizgen("build", "my bank.md", "--only", "paper")
        assert run.code == 0
        assert run.err == 'my bank.md: check finds 1 error and 2 warnings; see: quizgen check "my bank.md"\n'
        assert quizgen("build", "my bank.md", "--json").err == ""

    def test_a_bank_that_nothing_is_found_in_is_built_without_a_word_of_it(
        self, quizgen: Command, course: Path
    ) -> None:
        assert quizgen("build").err == ""


class FakeTerminal:
    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


class TestProgress:
    @pytest.fixture
    def screen(self, monkeypatch: pytest.MonkeyPatch) -> FakeTerminal:
        screen = FakeTerminal()
        monkeypatch.setattr("quizgen.cli.progress.sys", SimpleNamespace(stderr=screen))
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr("quizgen.cli.progress._PATIENCE", 0.0)
        return screen

    def test_a_row_is_written_over_and_wiped_away(self, screen: FakeTerminal) -> None:
        with Bar() as bar:
            bar(0, 2, "islands")
            bar(1, 2, "aid")
        assert screen.text == "\r\x1b[K0 of 2 banks; islands\r\x1b[K1 of 2 banks; aid\r\x1b[K"

    def test_long_work_that_says_nothing_is_shown_with_its_seconds(
        self, screen: FakeTerminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("quizgen.cli.progress._PATIENCE", 60)
        monkeypatch.setattr("quizgen.cli.progress._TICK", 0.01)
        with Bar() as bar:
            bar(0, 1, "islands")
            for _ in range(500):
                if " s" in screen.text:
                    break
                time.sleep(0.01)
        assert screen.text.startswith("\r\x1b[K0 of 1 banks; islands, 0 s")
        assert screen.text.endswith("\r\x1b[K")

    def test_it_is_wiped_away_before_an_error_is_said(self, screen: FakeTerminal) -> None:
        def fails() -> None:
            with Bar() as bar:
                bar(0, 2, "islands")
                raise ValueError

        with pytest.raises(ValueError):
            fails()
        assert screen.text.endswith("\r\x1b[K")

    def test_it_is_silent_where_it_would_be_in_the_way(
        self, screen: FakeTerminal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with Bar(quiet=True) as bar:
            bar(0, 2, "islands")
        monkeypatch.setattr("quizgen.cli.progress._PATIENCE", 60)
        with Bar() as bar:
            bar(0, 2, "islands")
        monkeypatch.setattr("quizgen.cli.progress._PATIENCE", 0)
        monkeypatch.setenv("TERM", "dumb")
        with Bar() as bar:
            bar(0, 2, "islands")
        assert screen.text == ""


def test_the_version(quizgen: Command) -> None:
    assert quizgen("--version").out == f"quizgen {__version__}\n"


def test_help_names_every_command(quizgen: Command) -> None:
    out = quizgen("--help").out
    assert all(f"  {name} " in out for name in ("init", "build", "quiz", "ids", "seal", "convert"))
