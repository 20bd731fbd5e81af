"""``quizgen build``: decks, worksheets, keys and cards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.built_words import records, say
from quizgen.cli.chosen import chosen, near
from quizgen.cli.options import Banks, Json
from quizgen.cli.output import print_json, write
from quizgen.cli.progress import Bar
from quizgen.cli.sheet_options import (
    CardsGrid,
    Columns,
    Copies,
    Duplex,
    Formats,
    From,
    Offset,
    OnSheets,
    Paper,
    Pick,
    Preset,
    Reading,
    Seed,
    Size,
    Students,
    Support,
    Turn,
    Versions,
    WithinTopics,
    WordBank,
)
from quizgen.cli.wanted_sheets import Wanted, again_order, fonts_of

if TYPE_CHECKING:
    from quizgen.course import Course
    from quizgen.publish.build import Order

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
    paper: Paper = None,
    preset: Preset = None,
    size: Size = None,
    columns: Columns = None,
    duplex: Duplex = None,
    form: Formats = None,
    versions: Versions = None,
    copies: Copies = None,
    students: Students = None,
    pick: Pick = None,
    topic: OnSheets = None,
    seed: Seed = None,
    within_topics: WithinTopics = False,
    word_bank: WordBank = False,
    support: Support = False,
    reading: Reading = False,
    cards: CardsGrid = None,
    turn: Turn = None,
    offset: Offset = None,
    again: From = None,
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
    from quizgen.publish.build import build as run

    wanted = Wanted(
        paper=paper,
        preset=preset,
        size=size,
        columns=columns,
        duplex=duplex,
        form=form,
        versions=versions,
        copies=copies,
        students=students,
        pick=pick,
        topic=topic,
        seed=seed,
        within_topics=within_topics,
        word_bank=word_bank,
        support=support,
        reading=reading,
        cards=cards,
        turn=turn,
        offset=offset,
    )
    if again is None:
        course, files = chosen(bank)
        order = _order(wanted, course, _outputs(only), frozen=frozen, drafts=draft, merge=merge)
    else:
        others = {"--only": only, "--draft": draft, "--merge": merge}
        course, files, order = again_order(
            again, bank, wanted, [name for name, given in others.items() if given], frozen=frozen
        )
    target = out or (near(course.output) if course else Path("output"))
    with Bar(quiet=json) as bar:
        done = run(files, course, target, order, bar)
    if json:
        for record in records(done, pick):
            print_json(record)
    else:
        say(done, pick)
        write(f"Open {target / 'index.html'} to see everything.")


def _order(
    wanted: Wanted, course: Course | None, only: tuple[str, ...], *, frozen: bool, drafts: bool, merge: bool
) -> Order:
    from quizgen.errors import UsageError
    from quizgen.publish.build import Order
    from quizgen.settings import Settings

    if "paper" not in only and wanted.given():
        raise UsageError(f"--only {', '.join(only)} prints nothing; leave out {', '.join(wanted.given())}")
    plan = wanted.plan(course.settings if course else Settings(), drafts=drafts)
    return Order(only, plan, frozen, drafts, merge, fonts=fonts_of(course))


def _outputs(only: list[str] | None) -> tuple[str, ...]:
    from quizgen.errors import UsageError
    from quizgen.publish.build import OUTPUTS

    wanted = [name.strip() for names in only or () for name in names.split(",")]
    for name in wanted:
        if name not in OUTPUTS:
            raise UsageError(f'--only takes {" or ".join(OUTPUTS)}; found "{name}"')
    return tuple(name for name in OUTPUTS if name in wanted) or OUTPUTS
