"""The sessions on docs/self-test.md: typed at a real terminal, at the time that the page says.

By hand, from the root of the checkout, after what a session says has changed:

    python tests/docs/sessions.py --write

Without ``--write`` it only says whether the page is up to date. The blocks with a remark such as
``<!-- at: 2026-03-02 17:00 -->`` are one story: a course of ``quizgen init`` and its log. What is typed in them stays,
what the program says is put in anew. It needs pexpect.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from console_blocks import commands, program, run
from manual_pages import DOCS, ROOT, Block, blocks_of

sys.path.insert(0, str(ROOT / "tests" / "cli"))

from terminals import HOME, pexpect, plain

PAGE = DOCS / "self-test.md"
_TYPED = re.compile(r"^(?:[^\n]* )?>(?: (.*))?$", re.MULTILINE)


def parts() -> list[Block]:
    """The blocks of the story, in order."""
    return [block for block in blocks_of(PAGE) if block.remark[0] == "at"]


def told(folder: Path) -> Iterator[tuple[Block, str]]:
    """Each block with what it should be."""
    run("quizgen init", folder)
    for block in parts():
        shown = (
            f"$ {command}\n{_seen(command, _TYPED.findall(text), folder, block.remark[1])}"
            for command, text in commands(block)
        )
        yield block, "".join(shown)


def _seen(command: str, typed: list[str], folder: Path, at: str) -> str:
    """What a terminal of eighty columns shows while a command runs, what is typed among it."""
    child = pexpect().spawn(
        sys.executable,
        ["-c", program(at), *command.split()[1:]],
        cwd=str(folder),
        env={
            "PYTHONPATH": str(HOME),
            "QUIZGEN_LOG": str(folder / "log.db"),
            "NO_COLOR": "1",
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
        },
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=20,
    )
    child.delaybeforesend = None
    seen = ""
    for line in [*typed, None]:
        asked = child.expect([r"> $", pexpect().EOF]) == 0
        seen += f"{child.before}> " if asked else child.before
        if not asked or line is None:
            assert line is None, f"{command} ended before “{line}” was typed:\n{seen}"
            break
        child.sendline(line)
    child.close(force=True)
    return "".join(f"{line.rstrip()}\n" for line in plain(seen).splitlines())


def with_sessions(text: str, folder: Path) -> str:
    """The text of the page with every session as it goes now."""
    lines = text.split("\n")
    for block, now in reversed([*told(folder)]):
        lines[block.line : block.line + block.text.count("\n")] = now.removesuffix("\n").split("\n")
    return "\n".join(lines)


if __name__ == "__main__":
    old = PAGE.read_text("utf-8")
    with tempfile.TemporaryDirectory() as place:
        new = with_sessions(old, Path(place))
    if "--write" in sys.argv[1:]:
        PAGE.write_text(new, "utf-8", newline="\n")
        print("written" if old != new else "up to date")
    else:
        print("up to date" if old == new else "out of date: run python tests/docs/sessions.py --write")
        sys.exit(old != new)
