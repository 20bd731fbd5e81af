"""``quizgen init``: start a course."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.output import write

__all__ = ["init"]


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The folder of the course.", show_default=False)
    ] = Path(),
) -> None:
    """Start a course: a folder with a small reading, a bank about it that builds, and settings.

    What is there already is left as it is.
    """
    from quizgen.publish.init import start_course

    made = start_course(folder)
    for path in made:
        write(f"made {path}")
    if not made:
        write("everything is there already")
    write("Next:")
    if folder != Path():
        write(f'  cd "{folder}"' if " " in str(folder) else f"  cd {folder}")  # as every shell reads it
    write("  quizgen build")
