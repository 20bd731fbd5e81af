"""What is wanted of a bank on paper: everything that decides what is printed, and so what a manifest keeps."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.paper.layout import Layout, layout_of
from quizgen.paper.sheets.sheet import Selection
from quizgen.paper.sheets.students import Student

__all__ = ["CARDS", "FORMATS", "CardsPlan", "Look", "Plan"]

FORMATS = ("html", "pdf", "csv", "json")
"""Pages for a browser, PDF, and the key as tables for other programs."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is set, by the names that people use; `layout` says what there is."""

    paper: str = "a4"
    preset: str = "standard"
    size: float | None = None
    columns: int = 1
    duplex: bool = False

    def layout(self) -> Layout:
        """The layout of these names; UsageError where there is none of a name."""
        return layout_of(self.paper, self.preset, size=self.size, columns=self.columns, duplex=self.duplex)


@dataclass(frozen=True, slots=True)
class CardsPlan:
    """Cards to cut out: the grid, which edge the paper is turned over, and how far backs are shifted, in tenths of a
    millimetre.
    """

    grid: str = "2x4"
    turn: str = "long"
    offset: tuple[int, int] = (0, 0)


CARDS = CardsPlan()


@dataclass(frozen=True, slots=True)
class Plan:
    """``copies`` None: each version once. ``students`` get a sheet each. ``support``: a second sheet with help;
    ``reading``: the article stands before the questions; ``drafts``: they are taken in. ``cards`` None: none are made.
    """

    selection: Selection = field(default_factory=Selection)
    look: Look = field(default_factory=Look)
    versions: int = 1
    copies: int | None = None
    students: tuple[Student, ...] = ()
    support: bool = False
    reading: bool = False
    drafts: bool = False
    formats: tuple[str, ...] = FORMATS[:1]
    cards: CardsPlan | None = None
