"""Blocks of the manual that show a terminal: their commands are run, and what they print is compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from manual_pages import ROOT, Block


def run(command: str, folder: Path, typed: str = "", **variables: str) -> str:
    """What a command prints, error output included; paths are written with slashes, as on the page."""
    program, *arguments = command.split()
    assert program == "quizgen", command
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **variables}
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


def commands(block: Block) -> list[tuple[str, str]]:
    """Each command of a console block with the output that stands below it."""
    parts = re.split(r"^\$ (.+)\n", block.text, flags=re.MULTILINE)
    assert not parts[0], block.name
    return list(zip(parts[1::2], parts[2::2], strict=True))
