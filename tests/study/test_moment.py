"""Study days begin at four in the morning, on the clock of the place where one studies."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from quizgen.study.moment import Moment


def at(text: str, offset: int = 0) -> Moment:
    return Moment(int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000), offset)


@pytest.mark.parametrize(
    ("utc", "offset", "day"),
    [
        ("2026-08-03 12:00", 0, date(2026, 8, 3)),
        ("2026-08-04 03:59", 0, date(2026, 8, 3)),
        ("2026-08-04 04:00", 0, date(2026, 8, 4)),
        ("2026-08-03 19:30", 9 * 60, date(2026, 8, 4)),  # 4.30 in Tokyo
        ("2026-08-03 18:30", 9 * 60, date(2026, 8, 3)),
        ("2026-08-04 09:30", -6 * 60, date(2026, 8, 3)),
        ("2026-08-03 22:45", 5 * 60 + 45, date(2026, 8, 4)),
    ],
)
def test_the_study_day(utc: str, offset: int, day: date) -> None:
    assert at(utc, offset).day == day


def test_a_moment_before_another_is_less_whatever_the_clocks_say() -> None:
    assert at("2026-08-03 12:00", 540) < at("2026-08-03 12:01", -600)
