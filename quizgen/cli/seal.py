"""``quizgen seal``: record where the quotes stand, for where the article cannot go."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.chosen import chosen
from quizgen.cli.options import Banks, Json
from quizgen.cli.output import print_json, write

__all__ = ["seal"]


def seal(
    bank: Banks = None,
    article: Annotated[
        Path | None, typer.Option(help="The article, where it does not stand beside the bank.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Record the place of each verified quote beside the bank, so that the bank can travel without its article."""
    from quizgen.publish.sealing import seal_bank

    course, files = chosen(bank)
    for path in files:
        sealed, count = seal_bank(path, course, article)
        if json:
            print_json({"file": str(path), "seal": str(sealed), "quotes": count})
        else:
            write(f"{sealed}: {count} {'quote' if count == 1 else 'quotes'}")
