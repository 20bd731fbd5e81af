"""The schedule is that of Anki: the same reviews, put into a real Anki with FSRS on, give the same memory and day."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from reviewed import review

from quizgen.study.schedule import schedule as scheduled
from quizgen.study.schedule.fuzz import fuzz_bounds
from quizgen.study.schedule.schedule import memory_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a process cannot be given a zone of its own")

SESSION = Path(__file__).parent / "anki_memory.py"
ZONE, OFFSET = "JST-9", 9 * 60
HOUR, DAY = 3_600_000, 86_400_000

Review = tuple[int, int]  # milliseconds since 1970, rating


class Anki(NamedTuple):
    """What Anki says of a card."""

    stability: float
    difficulty: float
    interval: int
    due: int


def ask_anki(
    cards: Sequence[Sequence[Review]], retention: float = 0.9, intervals: Sequence[int] = (), *, fuzz: bool = False
) -> dict[str, Any]:
    asked = {"cards": cards, "parameters": DEFAULT_PARAMETERS, "retention": retention, "intervals": intervals}
    environment = {name: value for name, value in os.environ.items() if name != "ANKI_TEST_MODE"} | {"TZ": ZONE}
    run = subprocess.run(
        [sys.executable, "-W", "ignore", str(SESSION)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
        env=environment if fuzz else environment | {"ANKI_TEST_MODE": "1"},
    )
    return json.loads(run.stdout.splitlines()[-1])


def histories(number: int, seed: int) -> list[list[Review]]:
    """Cards with up to 14 reviews each, every one within three hours of the roll-over; some days have several."""
    drawn = random.Random(seed)
    local_day = (int(time.time() * 1000) + OFFSET * 60_000) // DAY
    cards, taken = [], set()
    for _ in range(number):
        day = local_day - drawn.randint(1, 500)
        reviews = []
        for _ in range(drawn.randint(1, 14)):
            moment = day * DAY + 4 * HOUR + drawn.randint(-3 * HOUR, 3 * HOUR) - OFFSET * 60_000
            if day < local_day - 1 and moment not in taken:
                taken.add(moment)
                reviews.append((moment, drawn.choices((1, 2, 3, 4), (3, 2, 6, 1))[0]))
            day += drawn.choice((0, 0, 1, 1, 2, 3, 5, 8, 13, 30, 90))
        if reviews:
            cards.append(sorted(reviews))
    return cards


@pytest.mark.parametrize("retention", [0.9, 0.8])
def test_stability_difficulty_and_due_days_are_those_of_anki(
    retention: float, monkeypatch: pytest.MonkeyPatch, record_property: pytest.RecordProperty
) -> None:
    monkeypatch.setattr(scheduled, "fuzzed", lambda interval, *_: interval)
    cards = histories(150, seed=int(retention * 100))
    found = [Anki(*card) for card in ask_anki(cards, retention)["cards"]]
    ours = [memory_of("a#b", [review(*one, offset=OFFSET) for one in card], retention) for card in cards]
    assert len(cards) >= 120
    assert sum(len({one[0] for one in card}) > 3 for card in cards) > 60
    worst = [0.0, 0.0]
    for anki, memory in zip(found, ours, strict=True):
        assert memory is not None
        assert memory.stability == pytest.approx(anki.stability, rel=1e-3)
        assert memory.difficulty == pytest.approx(anki.difficulty, rel=1e-3)
        assert (memory.due - memory.last).days == anki.interval
        assert memory.due == date.fromordinal(anki.due)
        worst[0] = max(worst[0], abs(memory.stability / anki.stability - 1))
        worst[1] = max(worst[1], abs(memory.difficulty / anki.difficulty - 1))
    record_property("largest deviation of stability and difficulty", worst)
    print(f"{len(cards)} cards: stability within {worst[0]:.5%}, difficulty within {worst[1]:.5%}, due days equal")


def test_the_fuzz_goes_as_far_as_that_of_anki_and_no_further() -> None:
    intervals = [*range(1, 60), *range(60, 400, 17), 1000]
    cards = [[(moment, 3)] for [(moment, _), *_] in histories(800, seed=1)]
    days = ask_anki(cards, intervals=intervals, fuzz=True)["fuzz"]
    for interval, deltas in zip(intervals, days, strict=True):
        low, high = fuzz_bounds(interval)
        assert low <= interval + min(deltas), interval
        assert interval + max(deltas) <= high, interval
        if high - low < 30:
            assert {interval + delta for delta in deltas} == set(range(low, high + 1)), interval
