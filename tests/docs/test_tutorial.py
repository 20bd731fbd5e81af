"""The tutorial, carried out line by line: its files are written, its commands run, its outputs compared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from console_blocks import commands, run
from manual_pages import DOCS, blocks_of

from quizgen.article import find_quote, read_article
from quizgen.bank.parse import read_bank

PAGE = DOCS / "tutorial.md"
_TYPED = re.compile(r"^(.* > )(.+)$", re.MULTILINE)


def _change(folder: Path, remark: str) -> None:
    """Carry out ``file: old => new``."""
    name, _, change = remark.partition(": ")
    old, _, new = change.partition(" => ")
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, remark
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def test_every_step_does_what_the_page_shows(tmp_path: Path) -> None:
    folder = tmp_path
    for block in blocks_of(PAGE):
        what, value = block.remark
        if what == "file":
            (folder / value).write_text(block.text, "utf-8", newline="\n")
            continue
        if what == "change":
            _change(folder, value)
        assert block.info == "console", block.name
        for command, shown in commands(block):
            if command.startswith("cd "):
                folder = folder / command.removeprefix("cd ")
                continue
            typed = "".join(f"{found[2]}\n" for found in _TYPED.finditer(shown))
            assert run(command, folder, typed, at=value if what == "at" else "") == _TYPED.sub(r"\1", shown), block.name
    assert {path.name for path in (folder / "output").iterdir()} == {
        "index.html",
        "lights.apkg",
        "lights-key.html",
        "lights-key.pdf",
        "lights-manifest.json",
        "lights-worksheet.html",
        "lights-worksheet.pdf",
    }


def test_the_bank_of_the_tutorial_proves_every_answer(tmp_path: Path) -> None:
    files = {block.remark[1]: block.text for block in blocks_of(PAGE) if block.remark[0] == "file"}
    (tmp_path / "questions").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    bank = read_bank(tmp_path / "questions" / "lights.md")
    article = read_article(tmp_path / "questions" / bank.article)
    assert [question.kind for question in bank.questions] == ["short", "choice", "number", "list"]
    for question in bank.questions:
        assert question.all_evidence(), question.prompt
        for quote in question.all_evidence():
            assert find_quote(article, quote.text), quote.text


@pytest.mark.parametrize("number", range(1, 9))
def test_the_steps_are_numbered(number: int) -> None:
    assert f"\n## {number}. " in PAGE.read_text("utf-8")
