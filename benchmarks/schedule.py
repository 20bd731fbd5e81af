"""How long it takes to derive the schedule from a log's events, beside bare py-fsrs on the same reviews.

    python benchmarks/schedule.py [--events 100000] [--questions 5000] [--rounds 3]

The time is CPU time of the best round. The events are in memory: answers over five years, one in fifty overridden and
one in fifty undone. The peer is handed its cards and moments ready, and makes no fuzz: it is the bound that nobody who
uses it can beat.
"""

from __future__ import annotations

import argparse
import platform
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import fsrs

from quizgen.study.events import Event
from quizgen.study.history import histories
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.schedule.due import forecast, plan, put_off
from quizgen.study.schedule.schedule import retrievability, schedule

_DAY = 86_400_000
_TODAY = date(2025, 6, 1)
_SPAN = 5 * 365


def make_events(events: int, questions: int) -> list[Event]:
    """Events in the order of their time, as a log gives them."""
    drawn = random.Random(1)
    end = (_TODAY.toordinal() - date(1970, 1, 1).toordinal()) * _DAY
    times = sorted(drawn.randrange(end - _SPAN * _DAY, end) for _ in range(events))
    made: list[Event] = []
    for number, moment in enumerate(times):
        made.append(_event(number, Moment(moment, 120), drawn, questions, made))
    return made


def _event(number: int, moment: Moment, drawn: random.Random, questions: int, before: list[Event]) -> Event:
    uid = f"0192f0c1-7d6b-7{number:07x}"
    kind = drawn.random()
    if before and kind < 0.04 and before[-1].kind == "answer":
        about = before[-1]
        said = {"mark": "right", "score": 1.0, "rating": Rating.GOOD} if kind < 0.02 else {}
        taken = "override" if kind < 0.02 else "undo"
        return Event(uid=uid, kind=taken, session="s", mode="study", moment=moment, about=about.uid, **said)
    rating = Rating(drawn.choices((1, 2, 3, 4), (3, 2, 8, 1))[0])
    key = f"japan-russia/islands#question-{drawn.randrange(questions)}"
    return Event(
        uid=uid, kind="answer", session="s", mode="study", moment=moment, question=key, asked="1:0123456789abcdef",
        answered="1:fedcba9876543210", mark="right", score=1.0, rating=rating, response="Etorofu", duration=4000,
    )  # fmt: skip


def bare(events: list[Event]) -> Callable[[], None]:
    """py-fsrs over the same answers."""
    answers = sorted((event for event in events if event.kind == "answer"), key=lambda event: event.question)
    cards = [
        [
            (fsrs.Rating(int(answer.rating or 3)), datetime.fromtimestamp(answer.moment.time / 1000, UTC))
            for answer in of
        ]
        for _, of in groupby(answers, key=lambda event: event.question)
    ]

    def run() -> None:
        scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        for card_id, reviews in enumerate(cards):
            card = fsrs.Card(card_id=card_id, due=reviews[0][1])
            for rating, moment in reviews:
                card, _ = scheduler.review_card(card, rating, moment)

    return run


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--events", type=int, default=100_000)
    options.add_argument("--questions", type=int, default=5_000)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    events = make_events(given.events, given.questions)
    stood = histories(events)
    memories = schedule(stood, today=_TODAY)
    works: dict[str, Callable[[], object]] = {
        "py-fsrs alone": bare(events),
        "histories": lambda: histories(events),
        "schedule": lambda: schedule(stood, today=_TODAY),
        "both": lambda: schedule(histories(events), today=_TODAY),
        "what to ask today": lambda: plan(memories, memories, _TODAY, without=put_off(stood, _TODAY)),
        "all, the weakest first": lambda: plan(memories, memories, _TODAY, whole=True),
        "forecast and retrievability": lambda: (
            forecast(memories, _TODAY, 30),
            [retrievability(memory, _TODAY) for memory in memories.values()],
        ),
    }
    best = dict.fromkeys(works, float("inf"))
    for _ in range(given.rounds):
        for name, work in works.items():
            began = time.process_time()
            work()
            best[name] = min(best[name], time.process_time() - began)
    print(f"Python {platform.python_version()}: {given.events} events, {len(memories)} questions{'':6}CPU s")
    for name, seconds in best.items():
        print(f"{name:46}{seconds:>8.3f}")
    same = schedule(histories(random.Random(2).sample(events, len(events))), today=_TODAY) == memories
    print(f"the same days from the same events in another order: {'yes' if same else 'NO'}")


if __name__ == "__main__":
    main()
