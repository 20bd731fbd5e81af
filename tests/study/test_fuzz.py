"""A few days more or less: within Anki's bounds (see test_schedule_like_anki.py), evenly, and the same every time."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.schedule.fuzz import fuzz_bounds, fuzzed

INTERVALS = st.integers(1, 36_500)


@given(INTERVALS, st.text(), st.integers(1, 10_000))
def test_it_stays_within_its_bounds(interval: int, key: str, reviews: int) -> None:
    low, high = fuzz_bounds(interval)
    assert low <= fuzzed(interval, key, reviews) <= high


@given(INTERVALS)
def test_the_bounds_are_as_far_on_both_sides_and_never_reach_the_same_day(interval: int) -> None:
    low, high = fuzz_bounds(interval)
    assert 1 <= low <= interval <= high
    assert interval - low == high - interval <= 1.5 + 0.15 * interval


@pytest.mark.parametrize(
    ("interval", "bounds"),
    [(1, (1, 1)), (2, (2, 2)), (3, (2, 4)), (7, (5, 9)), (20, (17, 23)), (100, (93, 107)), (365, (345, 385))],
)
def test_short_intervals_are_left_as_they_are(interval: int, bounds: tuple[int, int]) -> None:
    assert fuzz_bounds(interval) == bounds


@pytest.mark.parametrize("interval", [3, 10, 100])
def test_each_day_is_as_likely_as_another(interval: int) -> None:
    low, high = fuzz_bounds(interval)
    drawn = 4000
    counts = Counter(fuzzed(interval, f"bank#{number}", 3) for number in range(drawn))
    expected = drawn / (high - low + 1)
    assert set(counts) == set(range(low, high + 1))
    assert all(abs(count - expected) < 5 * expected**0.5 for count in counts.values())


def test_it_follows_from_the_key_and_the_number_of_reviews_alone() -> None:
    assert [fuzzed(100, "bank#one", reviews) for reviews in range(1, 7)] == [101, 106, 101, 107, 105, 101]
    assert len({fuzzed(1000, f"bank#{number}", 1) for number in range(50)}) > 20
