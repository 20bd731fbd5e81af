"""How large things are on paper: the page, the type, the lines to write on. One set of numbers for HTML and PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quizgen.errors import UsageError

__all__ = ["PAPERS", "PRESETS", "Layout", "Paper", "Preset", "layout_of"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper: what people call it, and its sides in millimetres."""

    name: str
    width: float
    height: float


PAPERS = {"a4": Paper("A4", 210, 297), "letter": Paper("Letter", 215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Preset:
    """A look for eyes and hands.

    ``size`` of the type in points, ``leading`` from line to line as a multiple of it, ``line`` the height of a line to
    write on in millimetres. Dyslexic readers are given a face without serifs, no italics, no justified lines.
    """

    name: str
    size: float
    leading: float
    line: float
    face: Literal["serif", "sans"] = "serif"
    italics: bool = True


PRESETS = {
    preset.name: preset
    for preset in (
        Preset("standard", 11, 1.36, 8),
        Preset("large", 18, 1.36, 12),
        Preset("giant", 24, 1.32, 15),
        Preset("dyslexia", 14, 1.6, 11, "sans", italics=False),
    )
}

_MARGIN, _NARROW = 18.0, 16.0  # of the page, in millimetres: printers leave out 4 to 6
_FOOT = 18.0
_GUTTER = 10.0
_ROOMY = 14  # points: with larger type, or in columns, lines of words need all the width there is
_POINT = 25.4 / 72  # millimetres in a point
_LETTER = 0.5  # mean width of a printed letter, in ems


@dataclass(frozen=True, slots=True)
class Layout:
    """A page as it is to be set; lengths in millimetres.

    ``size`` is that of the type in points. ``number`` and ``mark`` are the columns beside a question, for its number
    and for its points.
    """

    paper: Paper
    preset: Preset
    size: float
    columns: int = 1
    duplex: bool = False

    @property
    def margin(self) -> float:
        """The margin at the sides and above."""
        return _MARGIN if self.columns == 1 and self.size <= _ROOMY else _NARROW

    @property
    def foot(self) -> float:
        """The margin below, in which the foot of the page stands."""
        return _FOOT

    @property
    def gutter(self) -> float:
        """The space between two columns."""
        return _GUTTER

    @property
    def em(self) -> float:
        """The size of the type."""
        return self.size * _POINT

    @property
    def line(self) -> float:
        """The height of a line to write on; it grows with the type."""
        return round(self.preset.line * max(self.size / self.preset.size, 0.9), 1)

    @property
    def number(self) -> float:
        """The width of the column for the number of a question."""
        return round(max(8.0, 2 * self.em), 1)

    @property
    def mark(self) -> float:
        """The width of the column for the points of a question."""
        return round(max(17.0, 3.6 * self.em), 1)

    @property
    def column(self) -> float:
        """The width of a column of questions."""
        whole = self.paper.width - 2 * self.margin
        return round((whole - (self.columns - 1) * _GUTTER) / self.columns, 1)

    @property
    def answer(self) -> float:
        """The width that a question and its answer have between number and points."""
        return round(self.column - self.number - self.mark, 1)

    def letters(self, count: float) -> float:
        """About how wide so many printed letters are."""
        return count * _LETTER * self.em


def layout_of(
    paper: str = "a4", preset: str = "standard", *, size: float | None = None, columns: int = 1, duplex: bool = False
) -> Layout:
    """The layout of these names; ``size`` of the type in points, that of the preset if None.

    UsageError says what there is.
    """
    if paper not in PAPERS:
        raise UsageError(f'the paper is {" or ".join(PAPERS)}; found "{paper}"')
    if preset not in PRESETS:
        raise UsageError(f'the preset is {", ".join(PRESETS)}; found "{preset}"')
    chosen = PRESETS[preset]
    if size is not None and not 8 <= size <= 36:
        raise UsageError(f"the size of the type is 8 to 36 points; found {size:g}")
    if columns not in (1, 2):
        raise UsageError(f"a sheet has 1 or 2 columns; found {columns}")
    layout = Layout(PAPERS[paper], chosen, float(size or chosen.size), columns, duplex)
    if columns == 2 and layout.size > 14:
        raise UsageError(f"two columns are too narrow for type of {layout.size:g} points; 14 is the most")
    return layout
