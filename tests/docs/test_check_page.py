"""docs/check.md and docs/rules.md say what ``quizgen check`` does."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from manual_pages import DOCS, ROOT, blocks_of, prose_of
from rules_page import PAGE, page
from typer.testing import CliRunner

from quizgen.check.rules import RULES
from quizgen.cli.app import app

CHECK = DOCS / "check.md"
READING = ROOT / "templates" / "course" / "questions" / "tides.txt"


def test_the_page_of_the_rules_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python tests/docs/rules_page.py --write"


def test_the_findings_on_the_page_are_those_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = {block.remark[1]: block.text for block in blocks_of(CHECK) if block.remark[0] == "check"}
    monkeypatch.chdir(tmp_path)
    shutil.copy(READING, tmp_path)
    Path("tides.md").write_text(shown["bank"], "utf-8")
    run = CliRunner().invoke(app, ["check", "tides.md"])
    assert run.output == shown["output"]


def test_the_rules_that_the_page_names_are_rules() -> None:
    text = CHECK.read_text("utf-8")
    named = set(re.findall(r"(?:--explain|--only|allow:) ([a-z]+(?:-[a-z]+)+)", text))
    assert named
    assert named <= set(RULES)


def test_what_a_build_refuses_is_told() -> None:
    section = prose_of(CHECK).split("A build refuses only", 1)[1].split("\n\n", 1)[0]
    section = " ".join(section.split())
    words = {
        "quote-not-found": "a quote that is not in the reading",
        "needs-article": "or that its seal does not know",
        "wrong-is-right": "a wrong answer that would be marked right",
        "duplicate-options": "the same thing twice among options",
        "duplicate-parts": "or parts",
        "mixed-scripts": "an answer that nobody can type",
        "unknown-media": "a picture that is not there",
    }
    assert set(words) == {rule.id for rule in RULES.values() if rule.stops}
    for said in words.values():
        assert said in section


def test_the_hook_runs_a_command_that_there_is() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "  entry: quizgen check\n" in hook
    assert "  pass_filenames: false\n" in hook
