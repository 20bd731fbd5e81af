"""Cards on paper: the paper is turned, cut and folded here as a teacher does it, and each back is behind its front."""

from __future__ import annotations

from itertools import product

import pytest

from quizgen.errors import UsageError
from quizgen.paper.cards.imposition import GRIDS, Imposition, Place, Side, impose
from quizgen.paper.layout import PAPERS, Paper

DUPLEX = list(product(PAPERS.values(), GRIDS, ("long", "short")))
FOLDABLE = [grid for grid in GRIDS if grid != "3x3"]


def centre(place: Place, made: Imposition) -> tuple[float, float]:
    return place.x + made.width / 2, place.y + made.height / 2


def seen_through(point: tuple[float, float], paper: Paper, turn: str) -> tuple[float, float]:
    """Where a point of the back is, seen from the front through the paper.

    Turned over its long edge, the paper keeps its top; turned over its short edge, it keeps its left.
    """
    x, y = point
    return (paper.width - x, y) if turn == "long" else (x, paper.height - y)


def pairs(made: Imposition) -> list[tuple[Side, Side]]:
    return list(zip(made.sides[::2], made.sides[1::2], strict=True))


@pytest.mark.parametrize(("paper", "grid", "turn"), DUPLEX)
def test_each_back_lies_behind_its_front(paper: Paper, grid: str, turn: str) -> None:
    made = impose(40, paper, grid, turn)
    for front, back in pairs(made):
        assert (front.face, back.face) == ("front", "back")
        through = {place.card: seen_through(centre(place, made), paper, turn) for place in back.places}
        assert through == {place.card: pytest.approx(centre(place, made)) for place in front.places}


@pytest.mark.parametrize(("turn", "kept"), [("long", "top"), ("short", "left")])
def test_a_card_turned_as_its_paper_was_shows_its_back_upright(turn: str, kept: str) -> None:
    """The top of a back, which is printed upright on its page, is at the top of the card once the card is turned."""
    made = impose(8, PAPERS["a4"], "2x4", turn)
    [(front, back)] = pairs(made)
    for place in back.places:
        x, y = centre(place, made)
        top = seen_through((x, y - made.height / 2), PAPERS["a4"], turn)
        on_front = centre(next(other for other in front.places if other.card == place.card), made)
        # through a page the top of the back is at that of the front; through a notepad it is at its foot,
        # which comes to the top when the card is turned over from below
        assert (top[1] < on_front[1]) is (kept == "top")


@pytest.mark.parametrize(("paper", "grid"), list(product(PAPERS.values(), GRIDS)))
def test_cards_fill_the_page_within_margins_that_every_printer_leaves(paper: Paper, grid: str) -> None:
    made = impose(GRIDS[grid].cells, paper, grid)
    front = made.sides[0].places
    left, top = min(place.x for place in front), min(place.y for place in front)
    right, bottom = max(place.x for place in front) + made.width, max(place.y for place in front) + made.height
    assert left >= 10
    assert top >= 16
    assert (paper.width - right, paper.height - bottom) == (pytest.approx(left), pytest.approx(top))
    assert made.width == int(made.width), "whole millimetres can be cut along a ruler"
    assert made.height == int(made.height)
    places = {(place.x, place.y) for place in front}
    assert len(places) == GRIDS[grid].cells
    across, down = ({way for way, _ in places}, {way for _, way in places})
    assert sorted(across) == pytest.approx([left + made.width * n for n in range(GRIDS[grid].columns)])
    assert sorted(down) == pytest.approx([top + made.height * n for n in range(GRIDS[grid].rows)])


def test_the_usual_card_is_95_by_66_millimetres() -> None:
    made = impose(1, PAPERS["a4"])
    assert (made.grid.name, made.width, made.height) == ("2x4", 95, 66)


@pytest.mark.parametrize("turn", ["long", "short"])
def test_an_offset_moves_backs_alone_by_tenths_of_a_millimetre(turn: str) -> None:
    still, moved = (impose(9, PAPERS["a4"], turn=turn, offset=offset) for offset in ((0, 0), (13, -7)))
    assert moved.lines == still.lines
    for (front, back), (front_still, back_still) in zip(pairs(moved), pairs(still), strict=True):
        assert front == front_still
        for place, before in zip(back.places, back_still.places, strict=True):
            assert (place.x - before.x, place.y - before.y) == (pytest.approx(1.3), pytest.approx(-0.7))


@pytest.mark.parametrize(("paper", "turn"), list(product(PAPERS.values(), ("long", "short"))))
def test_the_gauge_reads_how_far_the_printer_is_off(paper: Paper, turn: str) -> None:
    """Of a printer that sets backs 1.2 mm too far left and 0.5 mm too low, the first sheet shows +12 and −5."""
    first, later = pairs(impose(9, paper, turn=turn))
    drift = (-1.2, 0.5)
    assert first[0].gauge
    assert first[1].gauge
    scale = (first[1].gauge[0] + drift[0], first[1].gauge[1] + drift[1])
    cross = seen_through(first[0].gauge, paper, turn)
    reading = [round(10 * (to - at)) for at, to in zip(scale, cross, strict=True)]
    assert reading == [12, -5]
    assert (later[0].gauge, later[1].gauge) == (None, None)

    mended = pairs(impose(9, paper, turn=turn, offset=(12, -5)))[0][1]
    assert mended.gauge
    assert (mended.gauge[0] + drift[0], mended.gauge[1] + drift[1]) == pytest.approx(cross)


@pytest.mark.parametrize("count", [1, 7, 8, 9, 20, 24, 25])
def test_a_stack_cut_as_one_gives_cards_in_the_order_of_the_bank(count: int) -> None:
    made = impose(count, PAPERS["a4"])
    sheets = [front for front, _ in pairs(made)]
    piles: dict[tuple[float, float], list[int]] = {}
    for sheet in sheets:
        for place in sheet.places:
            piles.setdefault((place.y, place.x), []).append(place.card)
    assert [card for _, pile in sorted(piles.items()) for card in pile] == list(range(count))
    assert [len(sheet.places) for sheet in sheets[:-1]] == [8] * (len(sheets) - 1), "only the last has room left"


def test_nothing_to_print_is_no_page() -> None:
    assert impose(0, PAPERS["a4"]).sides == ()


def test_right_to_left_the_first_card_is_at_the_upper_right() -> None:
    made = impose(8, PAPERS["a4"], rtl=True)
    [(front, back)] = pairs(made)
    first, second = sorted(front.places, key=lambda place: place.card)[:2]
    assert first.y == second.y
    assert first.x - second.x == made.width
    assert min(back.places, key=lambda place: place.card).x == second.x


@pytest.mark.parametrize(("paper", "grid", "rtl"), list(product(PAPERS.values(), FOLDABLE, (False, True))))
def test_a_card_to_fold_has_its_back_beside_its_front_with_the_fold_between(paper: Paper, grid: str, rtl: bool) -> None:
    made = impose(20, paper, grid, "fold", rtl=rtl)
    across = GRIDS[grid].columns % 2 == 0
    folds = {line.x1 if across else line.y1 for line in made.lines if line.use == "fold"}
    for side in made.sides:
        assert side.face == "both"
        faces = {(place.card, place.face): place for place in side.places}
        for card in {place.card for place in side.places}:
            front, back = faces[card, "front"], faces[card, "back"]
            if across:
                assert (abs(back.x - front.x), back.y) == (pytest.approx(made.width), front.y)
                assert (back.x < front.x) is rtl
                assert max(front.x, back.x) == pytest.approx(
                    next(x for x in folds if abs(x - max(front.x, back.x)) < 1)
                )
            else:
                assert (back.x, back.y) == (front.x, pytest.approx(front.y + made.height))
                assert any(abs(y - back.y) < 1e-6 for y in folds)


def test_lines_run_between_cards_and_their_marks_only_in_the_margins() -> None:
    made = impose(8, PAPERS["a4"])
    left, top, right, bottom = 10, 16.5, 200, 280.5
    cuts = [line for line in made.lines if line.use == "cut"]
    assert {(line.x1, line.x2) for line in cuts if line.x1 == line.x2} == {(x, x) for x in (10, 105, 200)}
    assert {(line.y1, line.y2) for line in cuts if line.y1 == line.y2} == {
        (y, y) for y in (16.5, 82.5, 148.5, 214.5, 280.5)
    }
    ticks = [line for line in made.lines if line.use == "tick"]
    assert len(ticks) == 2 * (3 + 5)
    for line in ticks:
        beside = max(line.x1, line.x2) <= left - 1.5 or min(line.x1, line.x2) >= right + 1.5
        above = max(line.y1, line.y2) <= top - 1.5 or min(line.y1, line.y2) >= bottom + 1.5
        assert beside or above, "a card that is cut a little off shows no mark"
        assert min(line.x1, line.y1, line.x2, line.y2) >= 5


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"grid": "4x9"}, 'the grid of cards, columns x rows, is 1x2, 2x2, 2x3, 2x4, 2x5, 3x3 or 3x4; found "4x9"'),
        ({"turn": "left"}, 'paper with cards is turned over the long or short edge, or "fold"; found "left"'),
        (
            {"offset": (0, -101)},
            "the offset of the backs is -100 to 100 tenths of a millimetre each way; found 0 and -101",
        ),
        (
            {"grid": "3x3", "turn": "fold"},
            "a grid of 3x3 has no two halves to fold; choose 1x2, 2x2, 2x3, 2x4, 2x5 or 3x4",
        ),
    ],
)
def test_what_there_is_none_of_is_refused_with_what_there_is(wanted: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        impose(8, PAPERS["a4"], **wanted)  # type: ignore[arg-type]
    assert str(refused.value) == message


def test_names_are_taken_as_people_write_them() -> None:
    assert impose(8, PAPERS["a4"], "3×4", " Short ") == impose(8, PAPERS["a4"], "3x4", "short")
