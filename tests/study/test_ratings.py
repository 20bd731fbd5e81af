"""What an answer says of the memory."""

from __future__ import annotations

import pytest

from quizgen.answers import Mark
from quizgen.study.ratings import Rating, rating_of


@pytest.mark.parametrize(
    ("mark", "helped", "rating"),
    [
        ("right", False, Rating.GOOD),
        ("right", True, Rating.HARD),
        ("close", False, Rating.HARD),
        ("close", True, Rating.HARD),
        ("partial", False, Rating.AGAIN),
        ("wrong", False, Rating.AGAIN),
        ("wrong", True, Rating.AGAIN),
        ("unmarked", False, None),
    ],
)
def test_the_rating_of_an_answer(mark: Mark, helped: bool, rating: Rating | None) -> None:
    assert rating_of(mark, helped=helped) is rating


def test_the_steps_are_those_of_anki() -> None:
    assert [*map(int, Rating)] == [1, 2, 3, 4]
