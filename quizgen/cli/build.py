"""``quizgen build``: decks, worksheets and keys."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.chosen import chosen, near
from quizgen.cli.deck_words import deck_lines, deck_record, lock_remarks
from quizgen.cli.options import Banks, Json
from quizgen.cli.output import print_json, write
from quizgen.cli.progress import Bar

if TYPE_CHECKING:
    from quizgen.publish.build import Built, Outcome
    from quizgen.publish.built import LockBuilt, Merged

__all__ = ["build"]

_WHY = {True: 'take out "status: draft" to approve a question', False: "there is no question here; add one"}


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
    merge: Annotated[
        bool, typer.Option("--merge", help="Put the decks of all these banks into one file, too: course.apkg.")
    ] = False,
    frozen: Annotated[
        bool,
        typer.Option("--frozen", help="Write nothing beside the outputs: give no ids, and go by anki.lock as it is."),
    ] = False,
    json: Json = False,
) -> None:
    """Make Anki decks, printable worksheets and their keys from banks, and an index that links them.

    Drafts are left out and counted. Questions without an id are given one, which is said. What would reach a student
    wrong, such as a quote that is not in its article, is refused; quizgen check finds more. A deck updates those that
    were imported before: anki.lock, beside the banks, remembers what has shipped, so keep it with them.
    """
    from quizgen.publish.build import Order
    from quizgen.publish.build import build as run

    course, files = chosen(bank)
    target = out or (near(course.output) if course else Path("output"))
    usual = course.settings.paper if course else "a4"
    order = Order(_outputs(only), _paper(paper, usual), pick, tuple(topic or ()), frozen, draft, merge)
    with Bar(quiet=json) as bar:
        done = run(files, course, target, order, bar)
    if json:
        for record in _records(done, pick):
            print_json(record)
    else:
        for one in done.banks:
            _say(one, pick)
        for lock in done.locks:
            _say_lock(lock)
        if done.merged:
            _say_merged(done.merged)
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
    for line in deck_lines(one.deck, one.bank.id) if one.deck else ():
        write(f"  {line}")
    if not one.bank.approved:
        write(f"  nothing made: {_WHY[bool(one.bank.questions)]}")
    if one.stranded:
        search = f'"Id:{one.bank.id}#*"'
        notes = _count(one.stranded, "note")
        write(f"  {notes} of an earlier deck stay with who imported it; in Anki's browser {search} finds them")
    if one.unchecked:
        quotes = f"{_count(one.unchecked, 'quote')} not checked"
        write(f"{one.path}: {quotes}: {one.bank.article} is not there, and no seal has them", sys.stderr)
    if one.errors or one.warnings:
        write(f"{one.path}: {_findings(one)}", sys.stderr)
    short = _short_by(one, pick)
    if short:
        write(f"{one.path}: {pick} questions are wanted; all {one.sheet} that there are stand on the sheet", sys.stderr)


def _say_lock(lock: LockBuilt) -> None:
    if lock.new:
        write(f"{lock.path} is new: keep it with the banks, so that later decks update those that are imported")
    for remark in lock_remarks(lock):
        write(remark, sys.stderr)


def _say_merged(merged: Merged) -> None:
    included = f", {_count(merged.included, 'draft')} included" if merged.included else ""
    write(f"All decks in one file: {_count(merged.questions, 'question')} in {_count(merged.decks, 'deck')}{included}")
    write(f"  {merged.file}")


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


def _records(done: Outcome, pick: int | None) -> Iterator[dict[str, object]]:
    """A record for each bank; then one for each lock that is worth a remark, and one for the merged deck."""
    yield from (_record(one, pick) for one in done.banks)
    for lock in done.locks:
        if lock.mended or lock.gone or lock.later or lock.ahead:
            yield {
                "lock": str(lock.path),
                "new": lock.new,
                "mended": lock.mended,
                "gone": list(lock.gone),
                "later": list(lock.later),
                "ahead": lock.ahead,
            }
    if done.merged:
        merged = done.merged
        yield {
            "merged": str(merged.file),
            "questions": merged.questions,
            "drafts_included": merged.included,
            "cards": merged.cards,
            "decks": merged.decks,
        }


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
        "stranded": one.stranded,
        "deck": deck_record(one.deck) if one.deck else None,
        "outputs": [str(file) for file in one.files],
        "stamped": [stamp.id for stamp in one.stamps],
    }
