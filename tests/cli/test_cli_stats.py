"""``quizgen stats``: what the log says, on a screen and as JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import BANK, Command
from jsonschema import Draft202012Validator

from quizgen.study.events import Event
from quizgen.study.log.log import Log
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "stats.schema.json").read_text("utf-8"))
TODAY = date(2026, 3, 20)
NOON = (TODAY - date(1970, 1, 1)) // timedelta(milliseconds=1) + 12 * 3_600_000
DAY = 86_400_000


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.cli.clock.now", lambda: Moment(NOON))


@pytest.fixture
def kept() -> Path:
    """The log that the command looks for."""
    return Path(os.environ["QUIZGEN_LOG"])


def answers(question: str, *marks: str, bank: str = "test/bank", first: int = 10) -> list[Event]:
    """Answers on days in a row, the first so many days ago."""
    return [
        Event(
            uid=f"{bank}-{question}-{number}",
            kind="answer",
            session="s",
            mode="quiz",
            moment=Moment(NOON - (first - number) * DAY),
            question=f"{bank}#{question}",
            mark=mark,  # type: ignore[arg-type]
            rating={"right": Rating.GOOD, "wrong": Rating.AGAIN}.get(mark),
            response=mark,
        )
        for number, mark in enumerate(marks)
    ]


def log_of(path: Path, *events: Event) -> None:
    with Log.open(path) as log:
        log.add(events)


class TestNothingYet:
    def test_no_log_is_said_with_what_to_do_and_none_is_made(self, quizgen: Command, bank: Path, kept: Path) -> None:
        run = quizgen("stats", "bank.md")
        assert (run.code, run.err) == (0, "")
        words = " ".join(run.out.split())
        assert words.startswith("Nothing is answered yet (the log is ")
        assert words.endswith("2 questions wait for you: quizgen study bank.md")
        assert not kept.exists()

    def test_an_empty_log(self, quizgen: Command, bank: Path, kept: Path) -> None:
        log_of(kept)
        assert "Nothing is answered yet" in quizgen("stats", "bank.md").out

    def test_a_log_named_and_not_there(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("stats", "bank.md", "--log", "none.db")
        assert (run.code, run.out) == (66, "")
        assert run.err.startswith("none.db: there is no log yet")

    def test_only_answers_that_nobody_marked(self, quizgen: Command, bank: Path, kept: Path) -> None:
        log_of(kept, *answers("who", "unmarked"))
        run = quizgen("stats", "bank.md")
        assert (run.code, run.out.split(" (")[0]) == (0, "No answer is marked yet")
        assert "1 open answer nobody has marked" in run.out

    def test_no_course_and_no_bank(self, quizgen: Command, folder: Path) -> None:
        run = quizgen("stats")
        assert run.code == 2
        assert "name a bank" in run.err


class TestScreen:
    def test_what_is_known_of_the_banks_named(self, quizgen: Command, bank: Path, kept: Path) -> None:
        log_of(kept, *answers("who", "wrong", "wrong"), *answers("where", "right", bank="other/bank"))
        run = quizgen("stats", "bank.md")
        assert (run.code, run.err) == (0, "")
        assert run.out.startswith("Fri 20 Mar 2026\n  Today: nothing answered yet.\n  Now: 1 question due")
        assert " 1. Who?\n    Not right 2 of the last 2 times.\n" in run.out
        assert "other/bank" not in run.out

    def test_without_a_name_the_banks_of_the_course_and_others_named(
        self, quizgen: Command, course: Path, kept: Path
    ) -> None:
        tide = answers("season", "right", "right", bank="example/tides")
        log_of(kept, *tide, *answers("where", "right", bank="other/bank"))
        run = quizgen("stats")
        assert "Last 30 days  100% of 1" in run.out
        assert "The log holds answers to other banks, too: other/bank (1 question)." in run.out

    def test_evidence_stands_with_its_place(self, quizgen: Command, course: Path, kept: Path) -> None:
        log_of(kept, *answers("season", "wrong", "wrong", bank="example/tides"))
        assert "From the text, ¶ 2, sentence 3: “they have nothing to do with the season”" in quizgen("stats").out

    def test_how_many_and_how_far_back(self, quizgen: Command, bank: Path, kept: Path) -> None:
        log_of(kept, *answers("who", "wrong", "wrong"), *answers("which", "wrong", "wrong"))
        run = quizgen("stats", "bank.md", "--hardest", "1", "--days", "7")
        assert " 1. " in run.out
        assert " 2. " not in run.out
        assert run.out.count(" Mar: ") == 2  # Saturday to Friday
        assert quizgen("stats", "bank.md", "--days", "0").code == 2

    def test_the_retention_of_the_course(self, quizgen: Command, course: Path, kept: Path) -> None:
        (course / "quizgen.toml").write_text("[study]\nretention = 0.8\n")
        log_of(kept, *answers("season", "right", "right", bank="example/tides"))
        assert "(the schedule aims at 80%)" in quizgen("stats").out

    def test_a_renamed_question_keeps_its_answers(self, quizgen: Command, bank: Path, kept: Path) -> None:
        bank.write_text(BANK.replace("{#who}", "{#leader}\nwas: test/bank#who"), "utf-8")
        log_of(kept, *answers("who", "wrong", "wrong"))
        assert "Not asked any more" not in quizgen("stats", "bank.md").out
        assert "Not right 2 of the last 2 times" in quizgen("stats", "bank.md").out

    def test_gone_questions_are_listed(self, quizgen: Command, bank: Path, kept: Path) -> None:
        log_of(kept, *answers("old", "right"), *answers("draft", "right"))
        run = quizgen("stats", "bank.md")
        assert "  test/bank#old: 1 answer, the last on 10 Mar 2026\n" in run.out
        assert "  test/bank#draft: 1 answer, the last on 10 Mar 2026; a draft now\n" in run.out

    def test_the_log_is_only_read(self, quizgen: Command, bank: Path, kept: Path) -> None:
        log_of(kept, *answers("who", "right"))
        before = kept.read_bytes()
        quizgen("stats", "bank.md")
        assert kept.read_bytes() == before


class TestBars:
    @pytest.fixture
    def said(self, quizgen: Command, bank: Path, kept: Path) -> Callable[[], str]:
        log_of(kept, *answers("who", "right"))
        return lambda: quizgen("stats", "bank.md").out

    def test_in_blocks(self, said: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        assert "█" in said()

    def test_a_dumb_terminal_has_none(self, said: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "dumb")
        out = said()
        assert "##" in out
        assert not set("█▌") & set(out)

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
    def test_nor_has_an_encoding_without_them(
        self, said: Callable[[], str], monkeypatch: pytest.MonkeyPatch, encoding: str
    ) -> None:
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(type(sys.stdout), "encoding", encoding, raising=False)
        out = said()
        assert "##" in out
        assert not set("█▌") & set(out)


class TestJson:
    def record(self, quizgen: Command, *arguments: str) -> dict[str, Any]:
        run = quizgen("stats", *arguments, "--json")
        assert (run.code, run.err) == (0, "")
        record: dict[str, Any] = json.loads(run.out)
        Draft202012Validator.check_schema(SCHEMA)
        Draft202012Validator(SCHEMA).validate(record)
        assert undescribed(record, SCHEMA) == []
        return record

    def test_nothing_yet_is_a_whole_record(self, quizgen: Command, bank: Path) -> None:
        record = self.record(quizgen, "bank.md")
        assert (record["answers"], record["questions"]["new"], record["hardest"]) == (0, 2, [])
        assert record["questions"]["recall"] is None

    def test_everything(self, quizgen: Command, course: Path, kept: Path) -> None:
        tides = "example/tides"
        log_of(
            kept,
            *answers("season", "wrong", "wrong", bank=tides),
            *answers("gone", "right", bank=tides),
            *answers("main-cause", "right", "right", "right", bank=tides, first=0),  # the third is dated after tomorrow
            *answers("where", "right", bank="other/bank"),
        )
        record = self.record(quizgen)
        assert record["day"] == "2026-03-20"
        assert (record["answers"], record["ahead"]) == (6, 1)
        assert (record["today"]["answers"], record["today"]["new"]) == (1, 1)
        [hard] = record["hardest"]
        assert (hard["question"], hard["missed"], hard["instead"]) == ("example/tides#season", 2, "wrong")
        assert hard["places"] == ["¶ 2, sentence 3"]
        assert record["retention"]["spans"][1] == {"days": 30, "reviews": 1, "remembered": 0, "share": 0.0}
        assert record["gone"] == [
            {"question": "example/tides#gone", "answers": 1, "last": "2026-03-10", "draft": False}
        ]
        assert record["elsewhere"] == [{"bank": "other/bank", "questions": 1}]
        assert sum(topic["questions"] for topic in record["banks"][0]["topics"]) == record["questions"]["questions"]


def undescribed(data: Any, schema: dict[str, Any], path: str = "") -> list[str]:
    """The keys of a record that its schema does not describe: it allows them, for there may be more one day."""
    if isinstance(data, list):
        return [found for one in data for found in undescribed(one, schema["items"], path)] if data else []
    if not isinstance(data, dict):
        return []
    there = schema["properties"]
    here = [f"{path}/{key}" for key in data if key not in there]
    return here + [f for key in data if key in there for f in undescribed(data[key], there[key], f"{path}/{key}")]
