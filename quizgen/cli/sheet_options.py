"""The options of ``build`` that say what is printed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = [
    "CardsGrid",
    "Columns",
    "Copies",
    "Duplex",
    "Formats",
    "From",
    "Offset",
    "OnSheets",
    "Paper",
    "Pick",
    "Preset",
    "Reading",
    "Seed",
    "Size",
    "Students",
    "Support",
    "Turn",
    "Versions",
    "WithinTopics",
    "WordBank",
]


def _option(what: str, *names: str, **more: Any) -> Any:
    return typer.Option(*names, help=what, show_default=False, **more)


Pick = Annotated[int | None, _option("Put only this many questions on each sheet.", min=1)]
OnSheets = Annotated[list[str] | None, _option("Put only this topic (id or title) on the sheets.", "--topic")]
Versions = Annotated[
    int | None, _option("So many versions, A, B, C …, each in another order. [default: 1]", min=1, max=999)
]
Copies = Annotated[
    int | None, _option("So many sheets in one file, the versions in turn. [default: each once]", min=1, max=9999)
]
Students = Annotated[
    Path | None, _option("A sheet for each student of this list (CSV), with the name printed.", metavar="FILE")
]
Seed = Annotated[str | None, _option("Mix version A, too; another seed gives other versions.")]
WithinTopics = Annotated[bool, typer.Option("--within-topics", help="Leave the topics in their order in each version.")]
Support = Annotated[
    bool, typer.Option("--support", help="A second sheet with help: fewer options, hints, words to choose from.")
]
WordBank = Annotated[bool, typer.Option("--word-bank", help="Print the words to choose from for the blanks.")]
Reading = Annotated[bool, typer.Option("--reading", help="Print the article before the questions.")]
Paper = Annotated[str | None, _option("a4 or letter. [default: as quizgen.toml says, else by your country]")]
Preset = Annotated[str | None, _option("standard, large, giant or dyslexia. [default: standard]")]
Size = Annotated[float | None, _option("The size of the type in points. [default: that of the preset]", min=8, max=36)]
Columns = Annotated[int | None, _option("1 or 2 columns. [default: 1]", min=1, max=2)]
Duplex = Annotated[
    bool | None, typer.Option("--duplex/--no-duplex", help="Begin each copy on a new leaf.", show_default=False)
]
Formats = Annotated[
    list[str] | None,
    _option("pdf, html, and for the key csv and json; may be a list with commas. [default: pdf,html]", "--format"),
]
CardsGrid = Annotated[
    str | None, _option("Cards to cut out as well, so many across and down a page: 2x4.", "--cards", metavar="GRID")
]
Turn = Annotated[
    str | None, _option("Cards: the paper is turned over the long or the short edge; or fold. [default: long]")
]
Offset = Annotated[
    str | None, _option("Cards: shift the backs to the right and down, in tenths of a millimetre.", metavar="X,Y")
]
From = Annotated[Path | None, _option("Print once more the sheets of this manifest.", "--from", metavar="MANIFEST")]
