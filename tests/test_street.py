"""The one-way street: a file imports only from rooms below its own, and only the command line speaks."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "quizgen"

# From the top of the street to its foot. Rooms of one row never import each other; imports that only serve types
# keep to the street as well.
STREET: tuple[tuple[str, ...], ...] = (
    ("__main__.py",),
    ("cli",),
    ("__init__.py",),  # the library's front, which loads its names when they are used
    ("publish",),
    ("places.py",),  # joins a bank with its article; the uses below are handed a function that says where a quote is
    ("draft",),  # a draft is checked
    ("check", "anki", "paper", "study"),
    ("shown",),
    ("answers",),
    ("article",),
    ("bank",),
    ("text",),
    ("course.py",),
    ("settings.py",),
    ("templating.py",),
    ("files.py", "shuffle.py"),
    ("errors.py",),
)
FLOOR = {room: floor for floor, rooms in enumerate(STREET) for room in rooms}
FILES = sorted(HOUSE.rglob("*.py"))
NOT_AT_START = (
    *("jinja2", "genanki", "markdown_it", "latex2mathml", "pysbd", "rich", "sqlite3"),
    *("fsrs", "platformdirs"),  # the schedule waits for answers that are to be scheduled
)


def room_of(module: str) -> str:
    """The room of a dotted name: "quizgen.bank.model" is in "bank", "quizgen.files" in "files.py"."""
    parts = module.split(".")
    if len(parts) == 1:
        return "__init__.py"
    return parts[1] if (HOUSE / parts[1]).is_dir() else f"{parts[1]}.py"


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            module = node.module or ""
            for alias in node.names:
                whole = f"{module}.{alias.name}"
                yield node.lineno, whole if module == "quizgen" and room_of(whole) in FLOOR else module


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_a_file_imports_only_from_rooms_below_its_own(file: Path) -> None:
    room = file.relative_to(HOUSE).parts[0]
    wrong = []
    for line, module in imported(ast.parse(file.read_text("utf-8"))):
        if module.partition(".")[0] == "quizgen":
            target = room_of(module)
            if target != room and FLOOR[target] <= FLOOR[room]:
                wrong.append(f"line {line}: {room} imports {module}")
    assert not wrong


def test_every_room_has_its_place_in_the_street() -> None:
    there = {file.relative_to(HOUSE).parts[0] for file in FILES}
    assert there <= set(FLOOR)


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if file.relative_to(HOUSE).parts[0] != "cli"],
    ids=lambda file: file.relative_to(HOUSE).as_posix(),
)
def test_only_the_command_line_prints_reads_arguments_or_exits(file: Path) -> None:
    spoken = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Name) and node.id in ("print", "input", "exit", "quit", "SystemExit"):
            spoken.append(f"line {node.lineno}: {node.id}")
        if isinstance(node, ast.Attribute) and node.attr in ("exit", "_exit", "argv", "stdin", "stdout", "stderr"):
            spoken.append(f"line {node.lineno}: .{node.attr}")
    assert not spoken


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a run of the command line has loaded at its end."""
    script = (
        "import atexit, json, sys\n"
        "atexit.register(lambda: sys.stderr.write('\\n' + json.dumps(list(sys.modules))))\n"
        f"sys.argv = {['quizgen', *arguments]!r}\n"
        "from quizgen.cli import main\n"
        "main()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=True,
        env=os.environ | {"PYTHONPATH": str(HOUSE.parent)},
    )
    return set(json.loads(run.stderr.decode().rpartition("\n")[2]))


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), *((name, "--help") for name in ("build", "quiz", "study"))]
)
def test_help_loads_no_heavy_part(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(*arguments)
    assert not loaded & set(NOT_AT_START)
    assert not {name for name in loaded if name.startswith(("quizgen.bank", "quizgen.publish", "quizgen.study"))}


@pytest.mark.parametrize("command", ["quiz", "study"])
def test_the_first_question_loads_only_what_it_shows(tmp_path: Path, command: str) -> None:
    """An article and the log are opened at once, so that what is wrong with them is said first; sentences wait."""
    (tmp_path / "reading.txt").write_text("The sea rises twice a day.\n", "utf-8")
    bank = "---\nid: a\ntitle: A\narticle: reading.txt\n---\n\n## When?\n= twice a day\n> twice a day\n"
    (tmp_path / "bank.md").write_text(bank, "utf-8")
    loaded = loaded_by(command, str(tmp_path / "bank.md"))
    assert loaded & set(NOT_AT_START) == {"sqlite3"}
    assert not {name for name in loaded if name.startswith(("quizgen.publish", "quizgen.anki", "quizgen.paper"))}
