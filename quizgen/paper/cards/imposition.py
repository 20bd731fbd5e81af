"""Where cards lie on paper so that, once it is printed, cut or folded, each back is behind its front. Millimetres.

Paper stands upright, and its back is printed as its front is: the printer does not turn it. Turned over the long edge
(like a page) the left of the front lies behind the right of the back; turned over the short edge (like a notepad) its
top lies behind the bottom of the back. Backs are laid out mirrored so, and stand upright on their page; each reads
upright when its card is turned over as the paper was. With ``fold`` both lie side by side on one side of the paper and
the card is turned around its fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quizgen.errors import UsageError
from quizgen.paper.layout import Paper

__all__ = ["GRIDS", "TURNS", "Grid", "Imposition", "Line", "Place", "Side", "impose"]

Face = Literal["front", "back"]
Turn = Literal["long", "short", "fold"]


@dataclass(frozen=True, slots=True)
class Grid:
    """So many columns and rows of cards on a page, or of fronts and backs where cards are folded."""

    name: str
    columns: int
    rows: int

    @property
    def cells(self) -> int:
        """The places on a page."""
        return self.columns * self.rows


GRIDS = {name: Grid(name, int(name[0]), int(name[2])) for name in ("1x2", "2x2", "2x3", "2x4", "2x5", "3x3", "3x4")}
TURNS: tuple[Turn, ...] = ("long", "short", "fold")

_SIDE, _HEAD = 10, 16  # the least margins at the sides, above and below; printers leave out 4 to 6
_FARTHEST = 100  # tenths: more is no drift but a wrong setting
_OUT, _TICK = 1.5, 3.5  # cut marks begin so far outside the cards and are so long


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line on the page. ``cut`` runs between cards, ``tick`` beside them, ``fold`` where paper is folded."""

    use: Literal["cut", "tick", "fold"]
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Place:
    """A face of a card, by the card's number from 0, and the upper left corner of its place on the page."""

    card: int
    face: Face
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet of paper. ``gauge``: the centre of the cross that shows how far backs are off, or None."""

    face: Literal["front", "back", "both"]
    places: tuple[Place, ...]
    gauge: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Imposition:
    """Cards on paper. ``width`` and ``height`` are those of a card; ``sides`` follow as they are printed.

    ``lines`` stand on fronts alone: on a back they would not meet them where the printer drifts.
    """

    grid: Grid
    turn: Turn
    width: float
    height: float
    sides: tuple[Side, ...]
    lines: tuple[Line, ...]


def impose(
    count: int,
    paper: Paper,
    grid: str = "2x4",
    turn: str = "long",
    offset: tuple[int, int] = (0, 0),
    *,
    rtl: bool = False,
) -> Imposition:
    """Lay out so many cards; ``offset`` shifts the backs right and down, in tenths of a millimetre.

    The first card is at the upper left, or ``rtl`` at the upper right. Sheets are filled so that a stack of them, cut
    as one, gives piles that follow each other: the first place of every sheet holds the first cards. UsageError says
    what there is.
    """
    chosen, turned = _grid(grid), _turn(turn)
    _check(chosen, turned, offset)
    width, height = _card(chosen, paper)
    cells = [(column, row) for row in range(chosen.rows) for column in range(chosen.columns)]
    frame = _Frame(paper, chosen, width, height)
    behind = [(cell, _behind(cell, chosen, turned)) for cell in cells]
    pairs = _folded(chosen, cells) if turned == "fold" else behind
    if rtl:
        pairs = [(frame.flipped(front), frame.flipped(back)) for front, back in pairs]
    shift = (0.0, 0.0) if turned == "fold" else (offset[0] / 10, offset[1] / 10)
    sheets = cut_and_stack(count, len(pairs))
    sides = tuple(side for n, sheet in enumerate(sheets) for side in _sides(sheet, pairs, frame, turned, shift, not n))
    return Imposition(chosen, turned, width, height, sides, tuple(_lines(frame, turned)))


def cut_and_stack(count: int, cells: int) -> list[list[int]]:
    """Which card lies in each place of each sheet: only the last sheet has places left over."""
    full, rest = divmod(count, cells)
    piles = [full + (at < rest) for at in range(cells)]
    first = [sum(piles[:at]) for at in range(cells)]
    sheets = full + bool(rest)
    return [[first[at] + sheet for at in range(cells) if sheet < piles[at]] for sheet in range(sheets)]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The cards of a page as a whole, in the middle of it."""

    paper: Paper
    grid: Grid
    width: float
    height: float

    @property
    def left(self) -> float:
        return round((self.paper.width - self.grid.columns * self.width) / 2, 3)

    @property
    def top(self) -> float:
        return round((self.paper.height - self.grid.rows * self.height) / 2, 3)

    def corner(self, cell: tuple[int, int]) -> tuple[float, float]:
        return self.left + cell[0] * self.width, self.top + cell[1] * self.height

    def flipped(self, cell: tuple[int, int]) -> tuple[int, int]:
        return self.grid.columns - 1 - cell[0], cell[1]


def _grid(name: str) -> Grid:
    found = GRIDS.get(name.strip().lower().replace("×", "x"))
    if found is None:
        raise UsageError(f'the grid of cards, columns x rows, is {_any_of(tuple(GRIDS))}; found "{name}"')
    return found


def _turn(name: str) -> Turn:
    found = next((turn for turn in TURNS if turn == name.strip().lower()), None)
    if found is None:
        raise UsageError(f'paper with cards is turned over the {_any_of(TURNS[:2])} edge, or "fold"; found "{name}"')
    return found


def _check(grid: Grid, turn: Turn, offset: tuple[int, int]) -> None:
    if any(abs(way) > _FARTHEST for way in offset):
        found = f"{offset[0]} and {offset[1]}"
        raise UsageError(
            f"the offset of the backs is {-_FARTHEST} to {_FARTHEST} tenths of a millimetre each way; found {found}"
        )
    if turn == "fold" and grid.columns % 2 and grid.rows % 2:
        even = tuple(name for name, other in GRIDS.items() if not (other.columns % 2 and other.rows % 2))
        raise UsageError(f"a grid of {grid.name} has no two halves to fold; choose {_any_of(even)}")


def _any_of(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _card(grid: Grid, paper: Paper) -> tuple[float, float]:
    """The sides of a card: whole millimetres, for who cuts along a ruler."""
    return (paper.width - 2 * _SIDE) // grid.columns, (paper.height - 2 * _HEAD) // grid.rows


def _behind(cell: tuple[int, int], grid: Grid, turn: Turn) -> tuple[int, int]:
    column, row = cell
    return (grid.columns - 1 - column, row) if turn == "long" else (column, grid.rows - 1 - row)


def _folded(grid: Grid, cells: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Each front with the back beside it, or below it where the columns are odd."""
    if grid.columns % 2 == 0:
        return [((column, row), (column + 1, row)) for column, row in cells if column % 2 == 0]
    return [((column, row), (column, row + 1)) for column, row in cells if row % 2 == 0]


def _sides(
    sheet: Sequence[int],
    pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    frame: _Frame,
    turn: Turn,
    shift: tuple[float, float],
    first: bool,
) -> list[Side]:
    fronts = tuple(Place(card, "front", *frame.corner(pair[0])) for card, pair in zip(sheet, pairs, strict=False))
    corners = [frame.corner(pair[1]) for pair in pairs]
    backs = tuple(
        Place(card, "back", round(x + shift[0], 3), round(y + shift[1], 3))
        for card, (x, y) in zip(sheet, corners, strict=False)
    )
    if turn == "fold":
        return [Side("both", tuple(place for pair in zip(fronts, backs, strict=True) for place in pair))]
    x, y = frame.paper.width / 2, frame.top / 2
    behind = y if turn == "long" else frame.paper.height - y
    gauges = ((x, y), (round(x + shift[0], 3), round(behind + shift[1], 3))) if first else (None, None)
    return [Side("front", fronts, gauges[0]), Side("back", backs, gauges[1])]


def _lines(frame: _Frame, turn: Turn) -> list[Line]:
    grid = frame.grid
    (left, top), (right, bottom) = frame.corner((0, 0)), frame.corner((grid.columns, grid.rows))
    upright = turn == "fold" and grid.columns % 2 == 0
    level = turn == "fold" and not upright
    lines = []
    for column in range(grid.columns + 1):
        x = left + column * frame.width
        fold = upright and column % 2 == 1
        lines += _line("fold" if fold else "cut", x, top, x, bottom)
    for row in range(grid.rows + 1):
        y = top + row * frame.height
        lines += _line("fold" if level and row % 2 == 1 else "cut", left, y, right, y)
    return lines


def _line(use: Literal["cut", "fold"], x1: float, y1: float, x2: float, y2: float) -> list[Line]:
    """A line over all cards, and its marks in the margins, by which a whole stack is cut."""
    if use == "fold":
        return [Line(use, x1, y1, x2, y2)]
    far = _OUT + _TICK
    if x1 == x2:
        ticks = [Line("tick", x1, y1 - far, x1, y1 - _OUT), Line("tick", x1, y2 + _OUT, x1, y2 + far)]
    else:
        ticks = [Line("tick", x1 - far, y1, x1 - _OUT, y1), Line("tick", x2 + _OUT, y1, x2 + far, y1)]
    return [Line(use, x1, y1, x2, y2), *ticks]
