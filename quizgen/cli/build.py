"""``quizgen build``: decks, worksheets and keys."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.options import Banks, Json
from quizgen.cli.terminal import print_json, write

if TYPE_CHECKING:
    from quizgen.publish.build import Built

__all__ = ["build"]

_PATIENCE = 1.0  # seconds of silence before progress is shown


def build(
    bank: Banks = None,
    only: Annotated[
        list[str] | None,
        typer.Option(help="Make only anki (decks) or paper (worksheets and keys).", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="The folder to write into. [default: the course's output/]", show_default=False
        ),
    ] = None,
    paper: Annotated[
        str | None, typer.Option(help="a4 or letter. [default: as quizgen.toml says, else a4]", show_default=False)
    ] = None,
    pick: Annotated[
        int | None, typer.Option(min=1, help="Put only this many questions on each sheet.", show_default=False)
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option(help="Put only this topic (id or title) on the sheets.", show_default=False)
    ] = None,
    frozen: Annotated[bool, typer.Option("--frozen", help="Write nothing beside the outputs: give no ids.")] = False,
    json: Json = False,
) -> None:
    """Make Anki decks, printable worksheets and their keys from banks, and an index that links them.

    Drafts are left out and counted. Questions without an id are given one, which is said.
    """
    from quizgen.course import bank_files, find_course
    from quizgen.publish.build import Order
    from quizgen.publish.build import build as run

    course = find_course(Path.cwd())
    files = bank_files(bank or (), course)
    if bank and course is None:
        course = find_course(files[0].resolve().parent)
    target = out or (course.output if course else Path("output"))
    order = Order(
        _outputs(only), _paper(paper, course.settings.paper if course else "a4"), pick, tuple(topic or ()), frozen
    )
    built = run(files, course, target, order, _progress(quiet=json))
    if json:
        for one in built:
            print_json(_record(one))
        return
    for one in built:
        _say(one)
    write(f"Open {_near(target / 'index.html')} to see everything.")


def _outputs(only: list[str] | None) -> tuple[str, ...]:
    from quizgen.errors import UsageError
    from quizgen.publish.build import OUTPUTS

    wanted = [name.strip() for names in only or () for name in names.split(",")]
    for name in wanted:
        if name not in OUTPUTS:
            raise UsageError(f'--only takes {" or ".join(OUTPUTS)}; found "{name}"')
    return tuple(name for name in OUTPUTS if name in wanted) or OUTPUTS


def _paper(wanted: str | None, usual: str) -> str:
    from quizgen.course import PAPERS
    from quizgen.errors import UsageError

    paper = (wanted or usual).lower()
    if paper not in PAPERS:
        raise UsageError(f'--paper takes {" or ".join(PAPERS)}; found "{wanted}"')
    return paper


def _near(path: Path) -> str:
    """A path as seen from here, where that is shorter."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _say(one: Built) -> None:
    for stamp in one.stamps:
        write(f"{_near(one.path)}:{stamp.line}: new id {{#{stamp.id}}}")
    drafts = f", {one.drafts} drafts left out" if one.drafts else ""
    write(f"{one.bank.title}: {len(one.bank.approved)} questions{drafts}")
    for file in one.files:
        write(f"  {_near(file)}")
    if not one.files:
        write("  nothing made: take out status: draft to approve a question")


def _record(one: Built) -> dict[str, object]:
    return {
        "bank": one.bank.id,
        "file": str(one.path),
        "questions": len(one.bank.approved),
        "drafts": one.drafts,
        "cards": one.cards,
        "outputs": [str(file) for file in one.files],
        "stamped": [stamp.id for stamp in one.stamps],
    }


class _Bar:
    """One row on a terminal that is written over, from the first second on."""

    def __init__(self) -> None:
        self.began = time.monotonic()

    def __call__(self, done: int, total: int, name: str) -> None:
        if time.monotonic() - self.began < _PATIENCE:
            return
        row = f"{done} of {total} banks; {name}" if done < total else ""
        sys.stderr.write(f"\r\x1b[K{row}")
        sys.stderr.flush()


def _progress(*, quiet: bool) -> _Bar | _Silence:
    return _Silence() if quiet or not sys.stderr.isatty() else _Bar()


class _Silence:
    """No progress, for pipes and machines."""

    def __call__(self, done: int, total: int, name: str) -> None:
        pass
