"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["Banks", "Json"]

Banks = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[BANK]...", help="Banks; without any, every bank of the course.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON for machines.")]
