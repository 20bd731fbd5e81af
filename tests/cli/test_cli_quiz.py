"""``quizgen quiz`` from a pipe: each line is one answer."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from conftest import BANK, Command

from quizgen.article.read import make_article
from quizgen.article.seal import format_seal, make_seal
from quizgen.cli.quiz import _screen
from quizgen.cli.reading import a_person_types, read_line
from quizgen.errors import WriteError

QUOTED = "---\nid: a\ntitle: A\narticle: reading.txt\n---\n\n## When? {#when}\n= twice a day\n> rises twice a day\n"
READING = (
    "Of tides and seas, and why they come and go\n\nMost coasts see it. There the sea rises twice a day, on most days."
)


def test_every_question_then_the_score(quizgen: Command, bank: Path) -> None:
    run = quizgen("quiz", "bank.md", typed="Kishida\nA\n")
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [
        "",
        "Topic",
        "",
        "Question 1 of 2",
        "Who?",
        "Your answer > ",
        "Right.",
        "",
        "Question 2 of 2",
        "Which?",
        "   A  one",
        "   B  two",
        "One letter, A to B > ",
        "Right.",
        "",
        "Score: 2 of 2 points (100%); 2 of 2 right.",
    ]


def test_the_input_may_end_early(quizgen: Command, bank: Path) -> None:
    run = quizgen("quiz", "bank.md", typed="Putin")
    assert run.code == 0
    assert "You stopped after 1 of 2 questions." in run.out
    assert "Score: 0 of 1 points (0%)" in run.out


def test_no_input_at_all(quizgen: Command, bank: Path) -> None:
    assert "You stopped after 0 of 2 questions." in quizgen("quiz", "bank.md").out


def test_input_that_is_not_utf8_is_graded_as_it_can_be_read(quizgen: Command, bank: Path) -> None:
    run = quizgen("quiz", "bank.md", "--json", typed=b"Ki\xffshida\r\nA\r\n")
    first, second = map(json.loads, run.out.splitlines())
    assert (first["response"], first["verdict"]) == ("Ki\ufffdshida", "wrong")
    assert second["verdict"] == "right"


def test_json_is_all_that_stands_on_the_output(quizgen: Command, bank: Path) -> None:
    run = quizgen("quiz", "bank.md", "--json", typed="Kishida\n:s\n")
    assert run.err == ""
    records = [json.loads(line) for line in run.out.splitlines()]
    assert [(record["question"], record["verdict"]) for record in records] == [("who", "right"), ("which", "wrong")]


def test_an_open_answer_that_was_not_ticked_is_recorded(quizgen: Command, folder: Path) -> None:
    (folder / "open.md").write_text("---\nid: a\ntitle: A\n---\n\n## Why? {#why}\n+ one\n")
    run = quizgen("quiz", "open.md", "--json", typed="Because.\n")
    record = json.loads(run.out)
    assert (record["response"], record["verdict"], record["score"]) == ("Because.", "unmarked", None)


class TestPlaces:
    """The words of the article, with their place where it is known."""

    def quiz(self, quizgen: Command, folder: Path) -> str:
        (folder / "bank.md").write_text(QUOTED, "utf-8")
        run = quizgen("quiz", "bank.md", typed="never\n")
        assert run.code == 0
        return next(line.strip() for line in run.out.splitlines() if "From the text" in line)

    def test_by_the_article_beside_the_bank(self, quizgen: Command, folder: Path) -> None:
        (folder / "reading.txt").write_text(READING, "utf-8")
        assert self.quiz(quizgen, folder) == "From the text, ¶ 1, sentence 2: “rises twice a day”"

    def test_by_the_seal_where_the_article_cannot_go(self, quizgen: Command, folder: Path) -> None:
        seal, _ = make_seal(make_article(READING, name="reading.txt"), ["rises twice a day"])
        (folder / "bank.seal.json").write_text(format_seal(seal), "utf-8")
        assert self.quiz(quizgen, folder) == "From the text, ¶ 1, sentence 2: “rises twice a day”"

    def test_by_neither_the_words_alone(self, quizgen: Command, folder: Path) -> None:
        assert self.quiz(quizgen, folder) == "From the text: “rises twice a day”"

    def test_an_article_in_the_folder_of_the_course(self, quizgen: Command, folder: Path) -> None:
        (folder / "quizgen.toml").write_text('articles = "readings"\n')
        (folder / "readings").mkdir()
        (folder / "readings" / "reading.txt").write_text(READING, "utf-8")
        assert self.quiz(quizgen, folder).startswith("From the text, ¶ 1, sentence 2")

    def test_what_is_wrong_with_it_is_said_before_the_first_question(self, quizgen: Command, folder: Path) -> None:
        (folder / "bank.md").write_text(QUOTED, "utf-8")
        (folder / "bank.seal.json").write_text("{}", "utf-8")
        run = quizgen("quiz", "bank.md", typed="x\n")
        assert (run.code, run.out) == (65, "")
        assert run.err.startswith("bank.seal.json:1:1: this is not a seal")
        (folder / "reading.txt").write_bytes(b"\xff")
        run = quizgen("quiz", "bank.md", typed="x\n")
        assert (run.code, run.out) == (65, "")


class TestStreams:
    def test_ctrl_c_shows_the_score_and_ends_with_130(
        self, quizgen: Command, bank: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lines = iter(["Kishida"])

        def read(_prompt: str, _screen: object) -> str:
            try:
                return next(lines)
            except StopIteration:
                raise KeyboardInterrupt from None

        monkeypatch.setattr("quizgen.cli.reading.read_line", read)
        run = quizgen("quiz", "bank.md")
        assert run.code == 130
        assert run.out.endswith("\n\nYou stopped after 1 of 2 questions.\nScore: 1 of 1 points (100%); 1 of 1 right.\n")

    def test_a_closed_input_is_an_empty_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        assert not a_person_types()
        assert read_line("> ", None) is None

    def test_a_closed_output_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdout", None)
        with pytest.raises(WriteError, match="it is closed"):
            _screen(json=False)

    def test_with_json_a_person_reads_the_other_stream(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Screen(io.StringIO):
            def isatty(self) -> bool:
                return True

        monkeypatch.setattr(sys, "stderr", Screen())
        screen = _screen(json=True)
        assert screen is not None
        assert screen.stream is sys.stderr
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        assert _screen(json=True) is None

    def test_a_typed_line(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """``input`` lets arrow keys edit; the end of the input (Ctrl-D) is None."""

        class Keyboard(io.TextIOWrapper):
            def isatty(self) -> bool:
                return True

        monkeypatch.setattr(sys, "stdin", Keyboard(io.BytesIO(b"o\xffe\ntwo\n"), "utf-8"))
        monkeypatch.setattr(sys, "stdout", io.StringIO())
        screen = _screen(json=False)
        assert read_line("> ", screen) == "o\ufffde"
        assert read_line("> ", screen) == "two"
        assert read_line("> ", screen) is None


def test_a_bank_with_drafts_asks_the_others(quizgen: Command, bank: Path) -> None:
    bank.write_text(BANK.replace("status: draft\n", ""), "utf-8")
    assert "Question 1 of 3" in quizgen("quiz", "bank.md").out
