"""Bars: a name, its number, and a bar as long as the number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.stats.plots import Bar, bars
from quizgen.text.columns import columns

DAYS = [Bar("Today", "12", 12), Bar("Mon 2 Mar", "3", 3), Bar("Tue 3 Mar", "0", 0)]


def test_the_longest_fills_the_room_and_the_others_are_in_proportion() -> None:
    assert bars(DAYS, 27, blocks=False) == [
        "Today      12  ############",
        "Mon 2 Mar   3  ###",
        "Tue 3 Mar   0",
    ]


def test_half_a_column_can_be_drawn_in_blocks() -> None:
    assert bars(DAYS, 25, blocks=True) == [
        "Today      12  ██████████",
        "Mon 2 Mar   3  ██▌",
        "Tue 3 Mar   0",
    ]


def test_what_is_not_nothing_has_a_bar() -> None:
    few = [Bar("many", "9999", 9999), Bar("few", "1", 1)]
    assert bars(few, 30, blocks=False)[1] == "few      1  #"
    assert bars(few, 30, blocks=True)[1] == "few      1  ▌"


def test_the_full_length_can_be_more_than_the_largest() -> None:
    [row] = bars([Bar("Week", "50%", 0.5)], 60, blocks=False, full=1)
    assert row.count("#") == 20


def test_no_bars_where_there_is_no_room_for_any() -> None:
    assert bars(DAYS, 18, blocks=True) == ["Today      12", "Mon 2 Mar   3", "Tue 3 Mar   0"]


def test_names_in_wide_characters_are_aligned() -> None:
    assert bars([Bar("島", "1", 1), Bar("sea", "2", 2)], 20, blocks=False)[0].startswith("島   1  ")


@pytest.mark.parametrize("rows", [[], [Bar("none", "0", 0)]])
def test_nothing_to_draw(rows: list[Bar]) -> None:
    assert bars(rows, 80, blocks=True) == (["none  0"] if rows else [])


ROWS = st.lists(
    st.builds(lambda name, number: Bar(name, str(number), number), st.text("abc ", max_size=9), st.integers(0, 10**6)),
    min_size=1,
    max_size=8,
)


@given(ROWS, st.integers(20, 200), st.booleans())
def test_rows_fit_say_their_number_and_are_longer_for_more(rows: list[Bar], width: int, blocks: bool) -> None:
    drawn = bars(rows, width, blocks=blocks)
    lengths = [sum(row.count(mark) * size for mark, size in (("#", 2), ("█", 2), ("▌", 1))) for row in drawn]
    for bar, row in zip(rows, drawn, strict=True):
        assert columns(row) <= width
        assert bar.said in row.split()
    pairs = sorted(zip([bar.length for bar in rows], lengths, strict=True))
    assert [length for _, length in pairs] == sorted(lengths)
    if any(lengths):
        assert all(bool(length) == bool(bar.length) for bar, length in zip(rows, lengths, strict=True))
