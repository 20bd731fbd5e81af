"""What Tab completes, by the protocol between the shells and the program."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
Complete = Callable[..., list[str]]
ISLANDS = """---
id: islands
title: Islands
tags:
  - geography
---

# The claims {#claims}

## Who? {#who}
= Kishida
level: recall
tags: leaders

# Two words

## How many? {#many}
= 4
level: understand
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of two banks, one of which names a Markdown file as its article, and a bank beside it."""
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "islands.md").write_text(ISLANDS, "utf-8")
    trade = "---\nid: trade\ntitle: T\narticle: reading.md\n---\n\n## Is it so? {#so}\n= true\n"
    (tmp_path / "questions" / "trade.md").write_text(trade, "utf-8")
    (tmp_path / "questions" / "reading.md").write_text("A reading.\n", "utf-8")
    (tmp_path / "beside.md").write_text("---\nid: b\ntitle: B\n---\n", "utf-8")
    (tmp_path / "README.md").write_text("Read me.\n", "utf-8")
    return tmp_path


@pytest.fixture
def complete(course: Path) -> Complete:
    """What is offered for the last word of a line, by one of the shells."""

    def run(line: str, shell: str = "bash", cwd: Path = course) -> list[str]:
        words = shlex.split(line) + ([""] if line.endswith(" ") else [])
        said = subprocess.run(
            [sys.executable, "-c", "from quizgen.cli import main; main()"],
            env=os.environ
            | {
                "PYTHONPATH": str(HOME),
                "_QUIZGEN_COMPLETE": f"complete_{shell}",
                "COMP_WORDS": "\n".join(words),
                "COMP_CWORD": str(len(words) - 1),
                "_TYPER_COMPLETE_ARGS": line,
                "_TYPER_COMPLETE_FISH_ACTION": "get-args",
                "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
            },
            cwd=cwd,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert said.stderr == ""
        return said.stdout.split("\n")[:-1] if said.stdout.strip() else []

    return run


class TestBanks:
    def test_those_of_the_course_and_those_beside(self, complete: Complete) -> None:
        assert complete("quizgen quiz ") == [
            str(Path("questions/islands.md")),
            str(Path("questions/trade.md")),
            "beside.md",
        ]

    @pytest.mark.parametrize("command", ["quiz", "study", "build", "check", "ids", "seal"])
    def test_for_every_command_that_takes_them(self, complete: Complete, command: str) -> None:
        assert complete(f"quizgen {command} b") == ["beside.md"]

    def test_what_is_typed_stays_as_it_is_typed(self, complete: Complete, course: Path) -> None:
        assert complete("quizgen quiz ./questions/i") == ["./questions/islands.md"]
        assert complete("quizgen quiz ../questions/", cwd=course / "questions") == [
            "../questions/islands.md",
            "../questions/trade.md",
        ]
        assert complete(f"quizgen quiz {course}/b") == [f"{course}/beside.md"]

    def test_inside_the_folder_of_the_banks(self, complete: Complete, course: Path) -> None:
        assert complete("quizgen quiz ", cwd=course / "questions") == ["islands.md", "trade.md"]

    def test_one_that_is_named_already_is_not_offered_again(self, complete: Complete) -> None:
        assert complete("quizgen study beside.md questions/trade.md ") == ["questions/islands.md"]

    def test_without_a_course_what_lies_there(
        self, complete: Complete, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        folder = tmp_path_factory.mktemp("alone")
        assert complete("quizgen quiz ", cwd=folder) == []
        (folder / "one.md").touch()
        assert complete("quizgen quiz ", cwd=folder) == ["one.md"]

    def test_settings_that_are_wrong_do_not_spoil_the_line(self, complete: Complete, course: Path) -> None:
        (course / "quizgen.toml").write_text("paper = ", "utf-8")
        assert complete("quizgen quiz b") == []


class TestFilters:
    """Their values are those of the banks on the line, else of the course."""

    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            ("quiz questions/islands.md --topic ", ["claims"]),  # a title of two words would not be one to a shell
            ("quiz questions/islands.md --topic cl", ["claims"]),
            ("quiz questions/islands.md --tag ", ["geography", "leaders"]),
            ("quiz questions/islands.md --tag l", ["leaders"]),
            ("quiz questions/islands.md --kind ", ["short", "number"]),
            ("study questions/trade.md --kind ", ["true-false"]),
            ("study --kind ", ["short", "number", "true-false"]),
            ("study --level ", ["recall", "understand"]),
            ("study questions/trade.md --level ", []),
            ("quiz none.md --kind ", []),
        ],
    )
    def test_values(self, complete: Complete, line: str, offered: list[str]) -> None:
        assert complete(f"quizgen {line}") == offered

    def test_a_bank_with_errors_offers_none(self, complete: Complete, course: Path) -> None:
        (course / "questions" / "islands.md").write_text("nonsense", "utf-8")
        assert complete("quizgen study --kind ") == ["true-false"]


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("zsh", ["_arguments '*: :((\"claims\"))'"]),
        ("fish", ["claims"]),
        ("powershell", ["claims::: "]),
    ],
)
def test_every_shell_is_served(complete: Complete, shell: str, said: list[str]) -> None:
    assert complete("quizgen quiz questions/islands.md --topic c", shell) == said
