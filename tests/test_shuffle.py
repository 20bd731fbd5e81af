"""Orders by hash: the same on every machine, Python and day."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quizgen.shuffle import permutation


def test_these_orders_never_change() -> None:
    """A sheet that is printed again next year must have the same letters."""
    assert permutation(4, "japan-russia/islands", "A", "which-conflict") == (3, 0, 1, 2)
    assert permutation(6, "bank", "B", "question") == (4, 2, 1, 0, 5, 3)
    assert permutation(10, "é", "択捉島") == (2, 0, 8, 6, 5, 4, 1, 3, 7, 9)


@given(st.integers(0, 40), st.text())
def test_it_is_an_order_of_all(size: int, key: str) -> None:
    key = key.encode("utf-8", "replace").decode()
    assert sorted(permutation(size, key)) == list(range(size))
    assert permutation(size, key) == permutation(size, key)


def test_every_order_is_as_likely_as_another() -> None:
    counts = Counter(permutation(3, "key", str(number)) for number in range(6000))
    assert len(counts) == 6
    assert all(880 < count < 1120 for count in counts.values())
