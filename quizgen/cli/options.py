"""Arguments and options that several commands share."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.completion import complete_banks, values_completer

__all__ = ["Banks", "Json", "Kinds", "Levels", "LogFile", "Minutes", "Number", "Tags", "Topics", "finite"]


def finite(value: float | None) -> float | None:
    """A number as it is; ``nan``, which lies in every range, is refused."""
    if value is not None and not math.isfinite(value):
        raise typer.BadParameter(f"{value} is no number.")
    return value


Banks = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[BANK]...",
        help="Banks; without any, every bank of the course.",
        show_default=False,
        autocompletion=complete_banks,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON for machines.")]
LogFile = Annotated[
    Path | None,
    typer.Option(
        "--log", metavar="FILE", help="The log of your answers. [default: one for all courses]", show_default=False
    ),
]
Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        help="Ask only this topic (id or title); repeat it for several.",
        show_default=False,
        autocompletion=values_completer("topic"),
    ),
]
Tags = Annotated[
    list[str] | None,
    typer.Option(
        "--tag", help="Ask only what has this tag.", show_default=False, autocompletion=values_completer("tag")
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        help="Ask only this kind, such as choice.",
        show_default=False,
        autocompletion=values_completer("kind"),
    ),
]
Levels = Annotated[
    list[str] | None,
    typer.Option(
        "--level",
        help="Ask only this level, such as recall.",
        show_default=False,
        autocompletion=values_completer("level"),
    ),
]
Number = Annotated[
    int | None, typer.Option("--number", "-n", min=1, help="Ask only so many questions.", show_default=False)
]
Minutes = Annotated[
    float | None,
    typer.Option(min=0, callback=finite, help="Ask no further question after so many minutes.", show_default=False),
]
