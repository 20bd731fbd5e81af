"""``quizgen study`` from a pipe: what is due today."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command

from quizgen.study.moment import Moment

BANK = """---
id: test/study
title: To study
---

## One? {#one}
= 1
kind: short

## Two? {#two}
= 2
kind: short
tags: even

## Which? {#which}
- [x] right
- [ ] wrong
- [ ] worse
- [ ] worst
"""
MORNING = 1_709_280_000_000  # 1 March 2024, 08:00 UTC
DAY = 24 * 60 * 60 * 1000
Calendar = Callable[[int], None]


@pytest.fixture
def bank(folder: Path) -> Path:
    path = folder / "bank.md"
    path.write_text(BANK, "utf-8")
    return path


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    """Sets the clock to a day, counted from the first; every look at it is a second later."""
    seconds = iter(range(10**6))

    def turn_to(number: int) -> None:
        def now() -> Moment:
            return Moment(MORNING + number * DAY + next(seconds) * 1000)

        monkeypatch.setattr("quizgen.cli.clock.now", now)
        monkeypatch.setattr("quizgen.cli.self_test.now", now)

    turn_to(0)
    return turn_to


def right_letter(out: str) -> str:
    return next(line.split()[0] for line in out.splitlines() if line.split()[1:] == ["right"])


def test_a_first_day_from_first_to_last(quizgen: Command, bank: Path, day: Calendar) -> None:
    run = quizgen("study", "bank.md", typed="1\n2\nright\n")
    assert run.code == 0
    assert run.out.splitlines()[:4] == ["3 new.", "", "Question 1 of 3", "One?"]
    assert "3 answered, 3 right (100%)." in run.out
    assert run.out.splitlines()[-1].startswith("Tomorrow 0, in the next 7 days 3.")


def test_what_was_wrong_comes_again_in_the_session_until_it_is_right(
    quizgen: Command, bank: Path, day: Calendar
) -> None:
    run = quizgen("study", "bank.md", typed="x\n2\nright\nx\n1\n")
    assert run.out.count("One?\n") >= 3
    assert run.out.count("Two?\n") == 1
    assert "Question 1 of 3, again" in run.out


def test_nothing_due_says_when_and_how_to_practise(quizgen: Command, bank: Path, day: Calendar) -> None:
    quizgen("study", "bank.md", typed="1\n2\nright\n")
    run = quizgen("study", "bank.md")
    assert run.code == 0
    first, following, practise = run.out.splitlines()
    assert first == "Nothing is due today."
    assert following.startswith("Next: ")
    assert "March." in following
    assert "--ahead 7" in practise
    assert "--all" in practise
    day(1)
    assert "Nothing is due today." in quizgen("study", "bank.md").out
    assert quizgen("study", "bank.md", "--ahead", "7").out.startswith("3 ahead of time.")
    assert quizgen("study", "bank.md", "--all").out.startswith("3 ahead of time.")
    day(8)
    assert quizgen("study", "bank.md").out.startswith("3 due.")


def test_answers_to_a_quiz_count(quizgen: Command, bank: Path, day: Calendar) -> None:
    quizgen("quiz", "bank.md", typed="1\nx\n")
    assert quizgen("study", "bank.md").out.startswith("1 new, 1 wrong today.")


def test_it_goes_on_where_it_stopped(quizgen: Command, bank: Path, day: Calendar) -> None:
    run = quizgen("study", "bank.md", typed="1\n")
    assert "2 still to do today; the same command goes on." in run.out
    assert quizgen("study", "bank.md").out.startswith("2 new.")


def test_after_all_was_asked_nothing_is_left_to_do(quizgen: Command, bank: Path, day: Calendar) -> None:
    assert "still to do" not in quizgen("study", "bank.md", "--all", typed="1\n2\nright\n").out


def test_so_many_at_a_time_leave_the_rest_to_do(quizgen: Command, bank: Path, day: Calendar) -> None:
    run = quizgen("study", "bank.md", "-n", "1", typed="1\n")
    assert "Question 1 of 1" in run.out
    assert "2 still to do today; the same command goes on." in run.out


class TestLimits:
    def test_new_ones_a_day(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        run = quizgen("study", "bank.md", "--new", "1", typed="1\n")
        assert run.out.startswith("1 new.")
        assert "Left for another day: 2 new (--new)." in run.out
        assert "Left for another day: 2 new" in quizgen("study", "bank.md", "--new", "1").out
        day(1)
        assert quizgen("study", "bank.md", "--new", "1").out.startswith("1 new.")

    def test_reviews_a_day(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        quizgen("study", "bank.md", typed="1\n2\nright\n")
        day(30)
        assert quizgen("study", "bank.md", "--reviews", "2").out.startswith("2 due.")

    def test_those_of_the_course(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        Path("quizgen.toml").write_text("[study]\nnew-per-day = 2\n", "utf-8")
        assert quizgen("study", "bank.md").out.startswith("2 new.")
        assert quizgen("study", "bank.md", "--new", "3").out.startswith("3 new.")

    def test_so_many_in_this_session(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        assert quizgen("study", "bank.md", "-n", "1").out.startswith("1 new.")

    def test_the_share_to_have_right(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        quizgen("study", "bank.md", typed="1\n2\nright\n")
        day(1)
        assert quizgen("study", "bank.md", "--retention", "0.97").out.startswith("3 due.")
        assert quizgen("study", "bank.md", "--retention", "2").code == 2


class TestChangedBanks:
    def test_a_changed_answer_is_told_once(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        quizgen("study", "bank.md", "--kind", "short", typed="1\n2\n")
        bank.write_text(BANK.replace("= 1", "= 111"), "utf-8")
        told = "The answer to this question has changed since you answered it."
        run = quizgen("study", "bank.md", "--all", "--kind", "short", typed="2\n111\n")
        assert run.out.count(told) == 1
        assert told not in quizgen("study", "bank.md", "--all", "--kind", "short", typed="2\n111\n").out

    def test_a_reworded_question_keeps_its_history(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        quizgen("study", "bank.md", typed="1\n2\nright\n")
        bank.write_text(BANK.replace("One?", "What is one?"), "utf-8")
        assert quizgen("study", "bank.md").out.startswith("Nothing is due today.")

    def test_so_does_a_renamed_one(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        quizgen("study", "bank.md", typed="1\n2\nright\n")
        bank.write_text(BANK.replace("{#one}\n= 1", "{#first}\n= 1\nwas: test/study#one"), "utf-8")
        assert quizgen("study", "bank.md").out.startswith("Nothing is due today.")

    def test_of_one_that_is_gone_a_quiet_line_tells(self, quizgen: Command, bank: Path, day: Calendar) -> None:
        quizgen("study", "bank.md", "--kind", "short", typed="1\n2\n")
        bank.write_text(BANK.replace("## One? {#one}\n= 1\nkind: short\n", ""), "utf-8")
        run = quizgen("study", "bank.md")
        assert "1 question that you answered is not in the bank any more" in " ".join(run.out.split())

    def test_a_bank_without_ids_keeps_its_history_when_it_gets_them(
        self, quizgen: Command, bank: Path, day: Calendar
    ) -> None:
        bank.write_text(BANK.replace(" {#one}", "").replace(" {#two}", ""), "utf-8")
        quizgen("study", "bank.md", typed="1\n2\nright\n")
        quizgen("ids", "bank.md")
        assert quizgen("study", "bank.md").out.startswith("Nothing is due today.")


def test_options_stand_in_another_order_each_day(quizgen: Command, bank: Path, day: Calendar) -> None:
    letters = set()
    for number in range(12):
        day(number)
        letters.add(right_letter(quizgen("study", "bank.md", "--all", "--kind", "choice").out))
    assert len(letters) > 1


def test_several_banks_and_the_whole_course(quizgen: Command, course: Path, day: Calendar) -> None:
    assert quizgen("study").out.startswith("6 new.")
    (course / "questions" / "two.md").write_text(BANK, "utf-8")
    assert quizgen("study").out.startswith("9 new.")
    assert quizgen("study", "questions/two.md", "--tag", "even").out.startswith("1 new.")


def test_a_line_of_json_for_each_answer(quizgen: Command, bank: Path, day: Calendar) -> None:
    run = quizgen("study", "bank.md", "--json", typed="1\n:s\nwrong\nright\n")
    records = [json.loads(line) for line in run.out.splitlines()]
    assert [(record["event"], record["question"], record["rating"]) for record in records] == [
        ("answer", "one", "good"),
        ("skip", "two", None),
        ("answer", "which", "again"),
        ("answer", "which", "hard"),
    ]


def test_a_log_that_cannot_be_written_is_told_before_the_first_question(quizgen: Command, bank: Path) -> None:
    run = quizgen("study", "bank.md", "--log", "bank.md/log.db")
    assert (run.code, run.out) == (73, "")
    assert "--log FILE" in run.err
