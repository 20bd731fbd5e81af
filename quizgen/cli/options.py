"""Arguments and options that several commands share."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated, Any

import typer

from quizgen.cli.completion import complete_banks, values_completer

__all__ = ["Banks", "Json", "Kinds", "Levels", "LogFile", "Minutes", "Number", "Tags", "Topics", "finite"]


def finite(value: float | None) -> float | None:
    """A number as it is; ``nan``, which lies in every range, is refused."""
    if value is not None and not math.isfinite(value):
        raise typer.BadParameter(f"{value} is no number.")
    return value


def _filter(what: str, said: str) -> Any:
    """The option of a filter, whose values complete themselves from the banks."""
    return typer.Option(f"--{what}", help=said, show_default=False, autocompletion=values_completer(what))


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
Topics = Annotated[list[str] | None, _filter("topic", "Ask only this topic (id or title); repeat it for several.")]
Tags = Annotated[list[str] | None, _filter("tag", "Ask only what has this tag.")]
Kinds = Annotated[list[str] | None, _filter("kind", "Ask only this kind, such as choice.")]
Levels = Annotated[list[str] | None, _filter("level", "Ask only this level, such as recall.")]
Number = Annotated[
    int | None, typer.Option("--number", "-n", min=1, help="Ask only so many questions.", show_default=False)
]
Minutes = Annotated[
    float | None,
    typer.Option(min=0, callback=finite, help="Ask no further question after so many minutes.", show_default=False),
]
