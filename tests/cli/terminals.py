"""A real terminal, in which quizgen runs."""

from __future__ import annotations

import importlib
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

HOME = Path(__file__).parents[2]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def pexpect() -> Any:
    """The module, where the platform has pseudo-terminals."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals that pexpect can open")
    try:
        return importlib.import_module("pexpect")
    except ImportError:
        if os.environ.get("CI") == "true":
            pytest.fail("pexpect is not installed; the tests of real terminals must run")
        pytest.skip("pexpect is not installed")


def spawned(folder: Path, *arguments: str, columns: int = 80, **environment: str) -> Any:
    """quizgen at a terminal of so many columns; reads of it wait ten seconds at most."""
    values = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES", "INPUTRC")}
    child = pexpect().spawn(
        sys.executable,
        ["-m", "quizgen", *arguments],
        cwd=str(folder),
        env=values | {"PYTHONPATH": str(HOME), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | environment,
        dimensions=(24, columns),
        encoding="utf-8",
        codec_errors="replace",
        timeout=10,
    )
    child.delaybeforesend = None
    return child


def ended(child: Any) -> tuple[int | None, str]:
    """The exit code (None where a signal ended it), and the last words without colour."""
    rest = child.read()
    child.close()
    return child.exitstatus, plain(rest)


def plain(text: str) -> str:
    """What stands on the screen, without colour and with the line ends of Python."""
    return ESCAPE.sub("", text).replace("\r\n", "\n")
