"""The tutorial, carried out line by line: its files are written, its commands run, its outputs compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from manual_pages import DOCS, ROOT, Block, blocks_of

from quizgen.article import find_quote, read_article
from quizgen.bank.parse import read_bank

PAGE = DOCS / "tutorial.md"
_TYPED = re.compile(r"^(.* > )(.+)$", re.MULTILINE)


def _run(command: str, folder: Path, typed: str) -> str:
    """What a command prints, error output included; paths are written with slashes, as on the page."""
    program, *arguments = command.split()
    assert program == "quizgen", command
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, "-c", "from quizgen.cli import main; main()", *arguments],
        cwd=folder,
        env=environment,
        input=typed.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    printed = done.stdout.decode().replace("\r\n", "\n")
    return printed.replace("\\", "/")


def _commands(block: Block) -> list[tuple[str, str]]:
    """Each command of a console block with the output that stands below it."""
    parts = re.split(r"^\$ (.+)\n", block.text, flags=re.MULTILINE)
    assert not parts[0], block.name
    return list(zip(parts[1::2], parts[2::2], strict=True))


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
        for command, shown in _commands(block):
            if command.startswith("cd "):
                folder = folder / command.removeprefix("cd ")
                continue
            typed = "".join(f"{found[2]}\n" for found in _TYPED.finditer(shown))
            assert _run(command, folder, typed) == _TYPED.sub(r"\1", shown), block.name
    assert {path.name for path in (folder / "output").iterdir()} == {
        "index.html",
        "lights.apkg",
        "lights-key.html",
        "lights-worksheet.html",
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


@pytest.mark.parametrize("number", range(1, 8))
def test_the_steps_are_numbered(number: int) -> None:
    assert f"\n## {number}. " in PAGE.read_text("utf-8")
