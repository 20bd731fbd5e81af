"""Blocks of the manual that show a terminal: their commands are run, and what they print is compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from manual_pages import ROOT, Block


def program(at: str = "") -> str:
    """The program as ``python -c`` takes it; ``at`` is the time (UTC) at which its clock stands: "2026-03-02 17:00"."""
    start = "from quizgen.cli import main; main()"
    if not at:
        return start
    moment = round(datetime.fromisoformat(at).replace(tzinfo=UTC).timestamp() * 1000)
    clock = "import quizgen.cli.clock as clock; from quizgen.study.moment import Moment; clock.now = lambda: Moment"
    return f"{clock}({moment}); {start}"


def run(command: str, folder: Path, typed: str = "", at: str = "", **variables: str) -> str:
    """What a command prints, error output included; paths are written with slashes, as on the page."""
    name, *arguments = command.split()
    assert name == "quizgen", command
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **variables}
    done = subprocess.run(
        [sys.executable, "-c", program(at), *arguments],
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
