"""The same course gives the same files, wherever it lies and however the machine is set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from quizgen.publish.init import start_course

COMMAND = "from quizgen.cli import main; main()"
OPTIONS = ("--only", "paper", "--paper", "a4", "--versions", "2", "--support", "--cards", "2x4")
FORMATS = ("--format", "html,pdf,csv,json")


def files_made(folder: Path, mask: int, **settings: str) -> dict[str, bytes]:
    """What a build in another process makes, by name."""
    start_course(folder)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | settings
    command = [sys.executable, "-c", COMMAND, "build", *OPTIONS, *FORMATS]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60, env=environment, umask=mask)
    return {path.name: path.read_bytes() for path in sorted((folder / "output").iterdir())}


def test_neither_folder_nor_language_zone_or_hashes_leave_a_trace(tmp_path: Path) -> None:
    here = files_made(tmp_path / "a", 0o022, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    there = files_made(
        tmp_path / "b c" / "deçà", 0o077, PYTHONHASHSEED="77", LC_ALL="ja_JP.UTF-8", TZ="Pacific/Kiritimati"
    )
    assert len(here) > 10
    assert [name for name in here if here[name] != there.get(name)] == []
    assert here.keys() == there.keys()
    assert not any(str(tmp_path).encode() in data for data in here.values())
