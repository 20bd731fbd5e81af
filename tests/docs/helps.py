"""The help texts in docs/commands.md: the program's own words, kept in step by a tool.

By hand, from the root of the checkout, after a help text has changed:

    python tests/docs/helps.py --write

Without ``--write`` it only says whether the page is up to date.
"""

from __future__ import annotations

import re
import sys

from manual_pages import DOCS
from typer.main import get_command
from typer.testing import CliRunner

from quizgen.cli.app import app

PAGE = DOCS / "commands.md"
_PLACE = re.compile(r"(<!-- help: ?([\w ]*?) ?-->\n```text\n).*?(```\n)", re.DOTALL)


def commands() -> list[str]:
    """The names of the commands, "" for the program itself; those of a group follow it: "log", "log path" …."""
    names = [""]
    for name, command in getattr(get_command(app), "commands", {}).items():
        names += [name, *(f"{name} {part}" for part in getattr(command, "commands", {}))]
    return names


def help_of(command: str) -> str:
    """What ``quizgen COMMAND --help`` prints on a terminal of eighty columns."""
    arguments = [*command.split(), "--help"]
    result = CliRunner().invoke(app, arguments, prog_name="quizgen", env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"})
    assert result.exit_code == 0, result.output
    return "".join(f"{line.rstrip()}\n" for line in result.output.splitlines())


def with_helps(text: str) -> str:
    """The text of the page with every help text as it is now."""
    return _PLACE.sub(lambda found: f"{found[1]}{help_of(found[2])}{found[3]}", text)


def places(text: str) -> list[str]:
    """The commands whose help texts stand on the page."""
    return [found[2] for found in _PLACE.finditer(text)]


if __name__ == "__main__":
    old = PAGE.read_text("utf-8")
    new = with_helps(old)
    if "--write" in sys.argv[1:]:
        PAGE.write_text(new, "utf-8", newline="\n")
        print("written" if old != new else "up to date")
    else:
        print("up to date" if old == new else "out of date: run python tests/docs/helps.py --write")
        sys.exit(old != new)
