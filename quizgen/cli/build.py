"""``quizgen build``: decks, worksheets and keys."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.chosen import chosen, near
from quizgen.cli.options import Banks, Json
from quizgen.cli.output import print_json, write
from quizgen.cli.progress import Bar

if TYPE_CHECKING:
    from quizgen.publish.build import Built

__all__ = ["build"]


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
    draft: Annotated[bool, typer.Option("--draft", help="Include drafts, with a mark on every page and card.")] = False,
    frozen: Annotated[bool, typer.Option("--frozen", help="Write nothing beside the outputs: give no ids.")] = False,
    json: Json = False,
) -> None:
    """Make Anki decks, printable worksheets and their keys from banks, and an index that links them.

    Drafts are left out and counted. Questions without an id are given one, which is said. What would reach a student
    wrong, such as a quote that is not in its article, is refused; quizgen check finds more.
    """
    from quizgen.publish.build import Order
    from quizgen.publish.build import build as run

    course, files = chosen(bank)
    target = out or (near(course.output) if course else Path("output"))
    usual = course.settings.paper if course else "a4"
    order = Order(_outputs(only), _paper(paper, usual), pick, tuple(topic or ()), frozen, draft)
    with Bar(quiet=json) as bar:
        built = run(files, course, target, order, bar)
    for one in built:
        if json:
            print_json(_record(one, pick))
        else:
            _say(one, pick)
    if not json:
        write(f"Open {target / 'index.html'} to see everything.")


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


def _say(one: Built, pick: int | None) -> None:
    for stamp in one.stamps:
        write(f"{one.path}:{stamp.line}: new id {{#{stamp.id}}}")
    write(f"{one.bank.title}: {_count(len(one.bank.approved), 'question')}{_drafts(one)}")
    for file in one.files:
        write(f"  {file}")
    if not one.bank.approved:
        write('  nothing made: take out "status: draft" to approve a question')
    if one.unchecked:
        quotes = f"{_count(one.unchecked, 'quote')} not checked"
        write(f"{one.path}: {quotes}: {one.bank.article} is not there, and no seal has them", sys.stderr)
    if one.errors or one.warnings:
        write(f"{one.path}: {_findings(one)}", sys.stderr)
    short = _short_by(one, pick)
    if short:
        write(f"{one.path}: {pick} questions are wanted; all {one.sheet} that there are stand on the sheet", sys.stderr)


def _drafts(one: Built) -> str:
    if one.included:
        return f", {_count(one.included, 'draft')} included"
    return f", {_count(one.drafts, 'draft')} left out" if one.drafts else ""


def _findings(one: Built) -> str:
    counts = [_count(number, what) for number, what in ((one.errors, "error"), (one.warnings, "warning")) if number]
    path = f'"{one.path}"' if " " in str(one.path) else one.path
    return f"check finds {' and '.join(counts)}; see: quizgen check {path}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _short_by(one: Built, pick: int | None) -> int:
    """How many questions fewer than were wanted stand on the sheet."""
    return 0 if pick is None or one.sheet is None else max(0, pick - one.sheet)


def _record(one: Built, pick: int | None) -> dict[str, object]:
    return {
        "bank": one.bank.id,
        "file": str(one.path),
        "questions": len(one.bank.approved),
        "drafts": one.drafts,
        "drafts_included": one.included,
        "cards": one.cards,
        "sheet": one.sheet,
        "short_by": _short_by(one, pick),
        "unchecked": one.unchecked,
        "errors": one.errors,
        "warnings": one.warnings,
        "outputs": [str(file) for file in one.files],
        "stamped": [stamp.id for stamp in one.stamps],
    }
