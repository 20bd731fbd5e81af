"""``quizgen quiz`` from a pipe: each line is one answer."""

from __future__ import annotations

import io
import json
import signal
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import BANK, Command

from quizgen.article.read import make_article
from quizgen.article.seal import format_seal, make_seal
from quizgen.cli.reading import a_person_types, read_line, uninterrupted
from quizgen.cli.self_test import screen_of
from quizgen.errors import WriteError
from quizgen.study.events import Event
from quizgen.study.log.log import Log

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
    assert [(record["event"], record["question"], record["verdict"]) for record in records] == [
        ("answer", "who", "right"),
        ("skip", "which", "wrong"),
    ]


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

        monkeypatch.setattr("quizgen.cli.self_test.read_line", read)
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
            screen_of(json=False)

    def test_with_json_a_person_reads_the_other_stream(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Screen(io.StringIO):
            def isatty(self) -> bool:
                return True

        monkeypatch.setattr(sys, "stderr", Screen())
        screen = screen_of(json=True)
        assert screen is not None
        assert screen.stream is sys.stderr
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        assert screen_of(json=True) is None

    def test_a_typed_line(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """``input`` lets arrow keys edit; the end of the input (Ctrl-D) is None."""

        class Keyboard(io.TextIOWrapper):
            def isatty(self) -> bool:
                return True

        monkeypatch.setattr(sys, "stdin", Keyboard(io.BytesIO(b"o\xffe\ntwo\n"), "utf-8"))
        monkeypatch.setattr(sys, "stdout", io.StringIO())
        screen = screen_of(json=False)
        assert read_line("> ", screen) == "o\ufffde"
        assert read_line("> ", screen) == "two"
        assert read_line("> ", screen) is None

    def test_ctrl_c_waits_for_what_must_be_whole(self) -> None:
        done = []

        def keep() -> None:
            with uninterrupted():
                signal.raise_signal(signal.SIGINT)
                done.append("kept")

        with pytest.raises(KeyboardInterrupt):
            keep()
        assert done == ["kept"]
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


class TestLog:
    """Every answer is kept before it is judged, in the log that is named."""

    def kept(self, path: Path) -> list[tuple[str, str, str]]:
        with Log.open(path, reading=True) as log:
            return [(event.kind, event.question, event.mark) for event in log.events()]

    def test_what_ctrl_c_meets_while_it_is_kept_counts(
        self, quizgen: Command, bank: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        add = Log.add

        def add_and_interrupt(log: Log, events: Iterable[Event]) -> int:
            kept = add(log, events)
            if kept:
                signal.raise_signal(signal.SIGINT)
            return kept

        monkeypatch.setattr(Log, "add", add_and_interrupt)
        run = quizgen("quiz", "bank.md", "--log", "log.db", typed="Kishida\nA\n")
        assert run.code == 130
        assert "You stopped after 1 of 2 questions.\nScore: 1 of 1 points (100%)" in run.out
        assert [kind for kind, *_ in self.kept(Path("log.db"))] == ["begin", "answer"]

    def test_the_answers_of_a_quiz(self, quizgen: Command, bank: Path) -> None:
        quizgen("quiz", "bank.md", "--log", "log.db", typed="Kishida\nB\n")
        assert self.kept(Path("log.db")) == [
            ("begin", "", ""),
            ("answer", "test/bank#who", "right"),
            ("answer", "test/bank#which", "wrong"),
            ("end", "", ""),
        ]

    def test_without_one_nothing_is_written(
        self, quizgen: Command, bank: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("QUIZGEN_LOG", str(bank.parent / "log.db"))
        assert quizgen("quiz", "bank.md", "--no-log", typed="Kishida\nB\n").code == 0
        assert not Path("log.db").exists()

    def test_one_that_cannot_be_written_is_told_before_the_first_question(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("quiz", "bank.md", "--log", "bank.md/log.db", typed="Kishida\n")
        assert (run.code, run.out) == (73, "")
        assert "--log FILE" in run.err
        assert "--no-log" in run.err

    def test_what_is_no_log_is_left_alone(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("quiz", "bank.md", "--log", "bank.md", typed="Kishida\n")
        assert (run.code, run.out) == (65, "")
        assert bank.read_text("utf-8") == BANK

    def test_a_bank_without_ids_keeps_its_history_when_it_gets_them(self, quizgen: Command, bank: Path) -> None:
        bank.write_text(BANK.replace(" {#who}", "").replace(" {#which}", ""), "utf-8")
        quizgen("quiz", "bank.md", "--log", "log.db", typed="Kishida\n")
        assert quizgen("ids", "bank.md").code == 0
        run = quizgen("quiz", "bank.md", "--log", "log.db", "--resume", typed="A\n")
        assert "Question 2 of 2" in run.out
        assert "2 of 2 right" in run.out

    @pytest.mark.parametrize("both", [("--new", "--resume"), ("--no-log", "--log", "x.db"), ("--no-log", "--resume")])
    def test_what_contradicts_itself_is_refused(self, quizgen: Command, bank: Path, both: tuple[str, ...]) -> None:
        run = quizgen("quiz", "bank.md", *both)
        assert run.code == 2
        assert "contradict" in run.err


class TestGoingOn:
    """From a pipe a quiz goes on where the same one was stopped only if that is asked for."""

    def test_where_it_stopped(self, quizgen: Command, bank: Path) -> None:
        quizgen("quiz", "bank.md", typed="Putin\n")
        run = quizgen("quiz", "bank.md", "--resume", typed="A\n")
        assert run.out.startswith("You stopped the quiz today at ")
        assert "after 1 of 2 questions; going on. (--new" in " ".join(run.out.split())
        assert "Question 1 of 2" not in run.out
        assert "1 of 2 right" in run.out

    def test_otherwise_it_begins_again(self, quizgen: Command, bank: Path) -> None:
        quizgen("quiz", "bank.md", typed="Putin\n")
        run = quizgen("quiz", "bank.md", typed="Kishida\nA\n")
        assert "2 of 2 right" in run.out

    def test_what_came_to_its_end_is_begun_again(self, quizgen: Command, bank: Path) -> None:
        quizgen("quiz", "bank.md", typed="Putin\nA\n")
        run = quizgen("quiz", "bank.md", "--resume", typed="Kishida\nA\n")
        assert "going on" not in run.out
        assert "2 of 2 right" in run.out

    @pytest.mark.parametrize(
        "other", [("--exam",), ("--kind", "choice"), ("--number", "2"), ("--seed", "3"), ("--topic", "topic")]
    )
    def test_another_scope_is_another_quiz(self, quizgen: Command, bank: Path, other: tuple[str, ...]) -> None:
        quizgen("quiz", "bank.md", typed="Putin\n")
        assert "going on" not in quizgen("quiz", "bank.md", *other, "--resume").out

    def test_a_shuffled_one_goes_on_in_its_order(self, quizgen: Command, folder: Path) -> None:
        questions = "".join(f"## Q{n}? {{#q{n}}}\n= {n}\n\n" for n in range(12))
        (folder / "many.md").write_text(f"---\nid: many\ntitle: Many\n---\n\n{questions}", "utf-8")
        first = quizgen("quiz", "many.md", "--shuffle", typed="x\n" * 5).out
        then = quizgen("quiz", "many.md", "--shuffle", "--resume", typed="x\n" * 7).out
        asked = [line for line in (first + then).splitlines() if line.startswith("Q") and line.endswith("?")]
        assert sorted(set(asked)) == sorted(f"Q{n}?" for n in range(12))
        assert len(asked) == 13  # the one at which it stopped is put twice

    def test_what_was_changed_meanwhile(self, quizgen: Command, bank: Path) -> None:
        """Reworded: answered. Another right answer: asked again. Gone: dropped. New: at the end."""
        first = "---\nid: a\ntitle: A\n---\n\n## One? {#one}\n= 1\n\n## Two? {#two}\n= 2\n\n## Three? {#three}\n= 3\n"
        bank.write_text(first + "\n## Four? {#four}\n= 4\n", "utf-8")
        quizgen("quiz", "bank.md", typed="1\n2\n3\n")
        then = first.replace("## Three? {#three}\n= 3\n", "").replace("= 2", "= 22").replace("One?", "First?")
        bank.write_text(then.replace("## First", "## New? {#new}\n= 0\n\n## First"), "utf-8")
        run = quizgen("quiz", "bank.md", "--resume", typed="22\n0\n")
        assert [line for line in run.out.splitlines() if line.endswith("?")] == ["Two?", "New?"]
        assert "3 of 3 right" in run.out


class TestFilters:
    def test_one_topic_kind_level_or_tag(self, quizgen: Command, bank: Path) -> None:
        assert "Question 1 of 1\nWhich?" in quizgen("quiz", "bank.md", "--kind", "choice").out
        run = quizgen("quiz", "bank.md", "--kind", "essay")
        assert run.code == 2
        assert "there are short, choice" in run.err
        assert quizgen("quiz", "bank.md", "--tag", "x").code == 2

    def test_so_many(self, quizgen: Command, bank: Path) -> None:
        assert "Question 1 of 1\nWho?" in quizgen("quiz", "bank.md", "-n", "1").out

    def test_a_seed_gives_the_same_order_each_time(self, quizgen: Command, bank: Path) -> None:
        runs = {quizgen("quiz", "bank.md", "--seed", "5", typed="x\nx\n").out for _ in range(2)}
        assert len(runs) == 1

    def test_several_banks_and_the_whole_course(self, quizgen: Command, course: Path) -> None:
        assert "Question 1 of 6" in quizgen("quiz").out
        (course / "questions" / "two.md").write_text(BANK, "utf-8")
        assert "Question 1 of 8" in quizgen("quiz").out
        assert "Question 1 of 8" in quizgen("quiz", "questions/two.md", "questions/tides.md").out

    def test_two_banks_of_one_id_could_not_be_told_apart(self, quizgen: Command, bank: Path) -> None:
        Path("copy.md").write_text(BANK, "utf-8")
        run = quizgen("quiz", "bank.md", "copy.md")
        assert run.code == 65
        assert 'copy.md:1:1: the id "test/bank" is that of bank.md, too' in run.err


class TestExam:
    def test_nothing_is_said_before_the_end(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("quiz", "bank.md", "--exam", typed="Putin\nA\n")
        before, _, report = run.out.partition("One letter")
        assert "Wrong" not in before
        assert "Kishida" not in before
        assert "Kishida" in report
        assert "1 of 2 right" in report


class TestFailUnder:
    @pytest.mark.parametrize(
        ("typed", "percent", "code", "said"),
        [
            ("Kishida\nB\n", 50, 0, "That is the 50% asked for, or more."),
            ("Kishida\nB\n", 50.5, 1, "Below the 50.5% asked for: 50%."),
            ("Kishida\n", 70, 1, "Below the 70% asked for: 50%, with 1 not reached as wrong."),
            ("", 0, 0, "That is the 0% asked for"),
        ],
    )
    def test_below_it_the_exit_code_is_1(
        self, quizgen: Command, bank: Path, typed: str, percent: float, code: int, said: str
    ) -> None:
        run = quizgen("quiz", "bank.md", "--fail-under", percent, typed=typed)
        assert run.code == code
        assert said in run.out

    def test_what_nobody_has_marked_fails_nobody(self, quizgen: Command, folder: Path) -> None:
        (folder / "open.md").write_text("---\nid: a\ntitle: A\n---\n\n## Why? {#why}\n+ one\n")
        run = quizgen("quiz", "open.md", "--fail-under", 70, typed="Because.\n")
        assert run.code == 0
        assert "Nothing is marked" in run.out


def test_a_bank_with_drafts_asks_the_others(quizgen: Command, bank: Path) -> None:
    bank.write_text(BANK.replace("status: draft\n", ""), "utf-8")
    assert "Question 1 of 3" in quizgen("quiz", "bank.md").out


def test_the_records_of_an_exam_wait_until_it_is_handed_in(quizgen: Command, bank: Path) -> None:
    """They say what is right; and an exam that was stopped goes on."""
    assert quizgen("quiz", "bank.md", "--exam", "--json", typed="Kishida\n").out == ""
    run = quizgen("quiz", "bank.md", "--exam", "--json", "--resume", typed="A\n")
    assert [json.loads(line)["question"] for line in run.out.splitlines()] == ["which"]
    assert len(quizgen("quiz", "bank.md", "--exam", "--json", typed="Kishida\nA\n").out.splitlines()) == 2
