"""When a question is due, from its reviews alone. That it is as in Anki: test_schedule_like_anki.py."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import DAY, HOUR, at, event, review

from quizgen.errors import UsageError
from quizgen.study.events import Event
from quizgen.study.history import histories
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.schedule import schedule as scheduled
from quizgen.study.schedule.fuzz import fuzz_bounds
from quizgen.study.schedule.schedule import Memory, memory_of, retrievability, schedule

MONDAY = date(2025, 3, 3)
KEY = "bank#one"


def days_later(days: int, rating: int | None = 3, hours: float = 12, offset: int = 0) -> Event:
    """A review so many days after that Monday."""
    moment = at(MONDAY + timedelta(days=days), hours, offset)
    return review(moment.time, rating, offset=offset)


def remembered(*reviews: Event, **options: object) -> Memory:
    memory = memory_of(KEY, reviews, **options)  # type: ignore[arg-type]
    assert memory is not None
    return memory


class TestMemory:
    def test_it_is_what_is_known_after_the_last_review(self) -> None:
        memory = remembered(days_later(0), days_later(3), days_later(20, 1))
        assert (memory.first, memory.last) == (MONDAY, MONDAY + timedelta(days=20))
        assert (memory.reviews, memory.rating) == (3, Rating.AGAIN)
        assert memory.due > memory.last

    @pytest.mark.parametrize(("rating", "days"), [(1, 1), (2, 1), (3, 2), (4, 8)])
    def test_the_better_the_answer_the_later_it_is_due(
        self, rating: int, days: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(scheduled, "fuzzed", lambda interval, *_: interval)
        assert remembered(days_later(0, rating)).due == MONDAY + timedelta(days=days)

    def test_the_higher_the_retention_asked_for_the_sooner_it_is_due(self) -> None:
        reviews = [days_later(0), days_later(3), days_later(12), days_later(40)]
        dues = [remembered(*reviews, retention=retention).due for retention in (0.7, 0.8, 0.9, 0.95, 0.99)]
        assert dues == sorted(dues, reverse=True)
        assert len(set(dues)) == 5

    @pytest.mark.parametrize("retention", [0, 1, 0.5, 90, float("nan"), -1])
    def test_a_retention_that_makes_no_sense_is_refused(self, retention: float) -> None:
        with pytest.raises(UsageError, match=r"from 0\.7 to 0\.99"):
            memory_of(KEY, [days_later(0)], retention)

    def test_the_fuzz_is_that_of_the_key_and_of_the_number_of_reviews(self) -> None:
        reviews = [days_later(0), days_later(3), days_later(12), days_later(40)]
        dues = {memory_of(f"bank#{number}", reviews).due for number in range(100)}  # type: ignore[union-attr]
        low, high = min(dues) - reviews[-1].moment.day, max(dues) - reviews[-1].moment.day
        middle = (low.days + high.days) // 2
        assert fuzz_bounds(middle) == (low.days, high.days)
        assert len(dues) == high.days - low.days + 1

    def test_without_a_rating_there_is_none(self) -> None:
        skip = event("skip", at(MONDAY), question=KEY)
        assert memory_of(KEY, []) is None
        assert memory_of(KEY, [skip, days_later(1, None)]) is None
        assert schedule({KEY: (skip,)}) == {}

    def test_what_has_no_rating_says_nothing_of_the_memory(self) -> None:
        assert remembered(days_later(0), days_later(2, None), days_later(3)) == remembered(days_later(0), days_later(3))


class TestStudyDays:
    def test_they_count_and_not_hours(self) -> None:
        early = remembered(days_later(0, hours=4), days_later(3, hours=27.9))
        late = remembered(days_later(0, hours=27.9), days_later(3, hours=4))
        assert early == late

    def test_after_midnight_it_is_still_the_day_before(self) -> None:
        assert remembered(days_later(1, hours=3.99)).last == MONDAY
        assert remembered(days_later(1, hours=4)).last == MONDAY + timedelta(days=1)

    def test_an_answer_in_tokyo_at_night_and_one_in_berlin_in_the_morning(self) -> None:
        tokyo, berlin = days_later(0, hours=23.5, offset=540), days_later(1, hours=8, offset=60)
        assert remembered(tokyo, berlin).last == MONDAY + timedelta(days=1)
        assert remembered(tokyo, berlin).stability > remembered(tokyo).stability

    def test_who_flies_back_a_day_has_two_answers_on_one_day(self) -> None:
        tokyo, berlin = days_later(1, hours=5, offset=540), days_later(0, hours=22, offset=60)
        assert tokyo.moment.time < berlin.moment.time
        memory = remembered(tokyo, berlin)
        assert memory.last == MONDAY + timedelta(days=1)
        assert memory.stability == remembered(tokyo, days_later(1, hours=6, offset=540)).stability

    def test_daylight_saving_moves_no_day(self) -> None:
        """On 30 March 2025 a day in Berlin has 23 hours, on 26 October 25."""
        for day in (date(2025, 3, 30), date(2025, 10, 26)):
            before, after = (60, 120) if day.month == 3 else (120, 60)
            for hours in (4.5, 27.5):
                one, two = at(day - timedelta(days=1), hours, before), at(day, hours, after)
                memory = remembered(review(one.time, offset=before), review(two.time, offset=after))
                assert (memory.last - memory.first).days == 1

    def test_an_answer_of_a_clock_that_was_ahead_waits_for_its_day(self) -> None:
        right, ahead = days_later(0), days_later(5000, 4)
        today = MONDAY + timedelta(days=1)
        assert remembered(right, ahead, today=today) == remembered(right)
        assert remembered(right, ahead, today=MONDAY + timedelta(days=5000)).reviews == 2
        assert remembered(right, days_later(2), today=today).reviews == 2, "where it is tomorrow already"
        assert remembered(right, days_later(3), today=today).reviews == 1, "where it is so nowhere"


moments = st.builds(
    Moment,
    st.integers(-30 * 365 * DAY, 230 * 365 * DAY) | st.integers(0, 9 * DAY) | st.integers(0, 30 * HOUR),
    st.integers(-12 * 60, 14 * 60),
)
reviews = st.lists(
    st.builds(
        lambda moment, rating: review(moment.time, rating, offset=moment.offset),
        moments,
        st.sampled_from([1, 2, 3, 4, None]),
    ),
    max_size=12,
)


@given(reviews, st.randoms(use_true_random=False))
def test_whatever_the_clock_and_the_zone_say_there_is_a_day_after_the_last(
    made: list[Event], drawn: random.Random
) -> None:
    found = schedule(histories(made))
    shuffled = drawn.sample(made, len(made))
    assert schedule(histories(shuffled)) == found
    if any(one.rating for one in made):
        memory = found[KEY]
        assert memory.first <= memory.last < memory.due <= memory.last + timedelta(days=fuzz_bounds(36_500)[1])
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10
        chances = [retrievability(memory, memory.last + timedelta(days=days)) for days in (-400, 0, 1, 100, 36_500)]
        assert chances == sorted(chances, reverse=True)
        assert chances[0] == chances[1] == 1
        assert chances[-1] >= 0


@pytest.mark.parametrize("time", [-(10**18), 10**18, -62_135_596_800_000, 253_402_300_799_000])
def test_a_time_beyond_all_calendars_stops_nothing(time: int) -> None:
    found = schedule(histories([review(time), days_later(0)]))
    assert found[KEY].due > found[KEY].last


class TestRetrievability:
    def test_it_is_90_percent_when_the_stability_is_over(self) -> None:
        memory = remembered(days_later(0), days_later(3), days_later(12), days_later(40))
        day = memory.last + timedelta(days=round(memory.stability))
        assert retrievability(memory, day) == pytest.approx(0.9, abs=0.002)


def test_the_same_events_give_the_same_days_in_another_process() -> None:
    """In one with another zone and other hash seeds, too."""
    here = Path(__file__).parent
    script = (
        f"import sys; sys.path[:0] = {[str(here), str(here.parents[1])]}\n"
        "from test_schedule import drawn_log\n"
        "from quizgen.study.history import histories\n"
        "from quizgen.study.schedule.schedule import schedule\n"
        "for key, memory in sorted(schedule(histories(drawn_log())).items()): print(key, memory)\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "JST-9"), ("2", "America/Halifax"))
    ]
    assert runs[0] == runs[1]
    assert runs[0].count("Memory(") == 20


def drawn_log() -> list[Event]:
    drawn = random.Random(5)
    times = [drawn.randrange(400 * DAY) for _ in range(200)]
    return [
        review(time, drawn.randint(1, 4), f"bank#{number % 20}", uid=f"e{number:03}")
        for number, time in enumerate(times)
    ]
