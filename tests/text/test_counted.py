"""How many of something, and how many points, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quizgen.text.counted import counted, points_text


@pytest.mark.parametrize(("number", "said"), [(0, "0 questions"), (1, "1 question"), (1200, "1200 questions")])
def test_one_is_singular(number: int, said: str) -> None:
    assert counted(number, "question") == said


def test_thousands_may_have_commas() -> None:
    assert counted(1200, "event", commas=True) == "1,200 events"
    assert counted(1, "event", commas=True) == "1 event"


@pytest.mark.parametrize(("points", "said"), [("2", "2"), ("2.50", "2.5"), ("10", "10"), ("0.00", "0"), ("1E+1", "10")])
def test_points_have_no_needless_zeros(points: str, said: str) -> None:
    assert points_text(Decimal(points)) == said
