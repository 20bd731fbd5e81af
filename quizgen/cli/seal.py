"""``quizgen seal``: record where the quotes stand, for where the article cannot go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.options import Banks
from quizgen.cli.terminal import write

__all__ = ["seal"]


def seal(
    bank: Banks = None,
    article: Annotated[
        Path | None, typer.Option(help="The article, where it does not stand beside the bank.", show_default=False)
    ] = None,
) -> None:
    """Record the place of each verified quote beside the bank, so that the bank can travel without its article."""
    from quizgen.course import bank_files, find_course
    from quizgen.publish.sealing import seal_bank

    course = find_course(Path.cwd())
    for path in bank_files(bank or (), course):
        sealed, count = seal_bank(path, course, article)
        write(f"{sealed}: {count} quotes")
