"""What the log says of a learner: first a small history that a teacher can check by hand, then what always holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from played import texts
from reviewed import at, event

from quizgen.bank.parse import parse_bank
from quizgen.study.events import Event
from quizgen.study.history import Review, histories
from quizgen.study.ratings import Rating
from quizgen.study.schedule.known import Known, known
from quizgen.study.schedule.schedule import RETENTION, Memory
from quizgen.study.stats.days import Retained, Week
from quizgen.study.stats.in_words import nothing_lines, stats_lines
from quizgen.study.stats.standing import Standing
from quizgen.study.stats.stats import Due, Gone, Stats, Today, stats_of

BANK = parse_bank("""---
id: test/bank
title: A *small* bank
names:
  - Kishida | Fumio Kishida
---

# Leaders

## Who led Japan? {#who}
= Kishida
> Prime Minister Kishida

## When was {{it}} over? {#when}

# Islands

## Which are they? {#which}
- Etorofu
- Kunashiri

## A draft {#draft}
= no
status: draft
""")
OTHER = parse_bank("---\nid: other/bank\ntitle: Another\n---\n\n## Where? {#where}\n= here\n")
TODAY = date(2026, 3, 20)  # a Friday
MARCH = date(2026, 2, 28)


def march(day: int) -> date:
    """A day of March 2026; the 2nd, the 9th and the 16th are Mondays."""
    return MARCH + timedelta(days=day)


def given_on(day: int, question: str, mark: str, response: str = "", seconds: int = 30, **said: Any) -> Event:
    """An answer on a day of March; "close" is rated Hard, "unmarked" not at all."""
    ratings = {"right": Rating.GOOD, "close": Rating.HARD, "partial": Rating.AGAIN, "wrong": Rating.AGAIN}
    key = question if "#" in question else f"test/bank#{question}"
    graded: dict[str, Any] = {"mark": mark, "rating": ratings.get(mark), "response": response}
    return event("answer", at(march(day)), question=key, duration=seconds * 1000, **graded | said)


HISTORY = (
    given_on(2, "who", "right", "Kishida"),
    given_on(2, "old", "right"),
    given_on(5, "who", "wrong", "Abe"),
    given_on(5, "who", "right", "Kishida"),  # the same day again: no proof of memory
    given_on(12, "who", "close", "Kishida"),
    given_on(12, "when", "wrong", "later"),
    given_on(20, "when", "wrong", "Then.", seconds=90),
    given_on(20, "when", "right", "it", seconds=7200),  # two hours: gone for tea
    given_on(1, "draft", "right"),
    given_on(3, "other/bank#where", "right"),
    given_on(4, "other/bank#gone", "wrong"),
    given_on(20, "which", "unmarked"),
    event("skip", at(TODAY), question="test/bank#which", mark="wrong", score=0.0),
)


def memory(stability: float, last: int, due: int, rating: Rating = Rating.GOOD) -> Memory:
    return Memory(stability, 5.0, march(2), march(last), march(due), 3, rating)


MEMORIES = {
    "test/bank#who": memory(8, last=12, due=18),  # eight days of eight days' stability: nine in ten
    "test/bank#when": memory(21, last=20, due=43, rating=Rating.GOOD),
}


def told(events: Sequence[Event] = HISTORY, **asked: Any) -> Stats:
    return stats_of(Known((BANK,), histories(events), MEMORIES, TODAY), **{"days": 14} | asked)


class TestToday:
    def test_marked_answers_count_and_an_answer_counts_five_minutes_at_most(self) -> None:
        assert told().today == Today(answers=2, questions=1, right=1, new=0, milliseconds=390_000)

    def test_a_question_is_new_on_the_day_of_its_first_answer(self) -> None:
        assert told((given_on(20, "who", "wrong"), given_on(20, "who", "right"))).today.new == 1

    def test_what_was_wrong_last_today_comes_again(self) -> None:
        assert told().again == 0
        wrong = MEMORIES | {"test/bank#when": memory(1, last=20, due=21, rating=Rating.AGAIN)}
        stats = stats_of(Known((BANK,), histories(HISTORY), wrong, TODAY))
        assert stats.again == 1
        assert stats.standing.expected == pytest.approx(0.9)  # nobody knows what was wrong a moment ago

    def test_the_day_begins_at_four(self) -> None:
        late = event("answer", at(march(21), 3.9), question="test/bank#who", mark="right", rating=Rating.GOOD)
        assert told((late,)).today.answers == 1

    def test_unmarked_and_skipped_ones_count_nowhere_but_are_named(self) -> None:
        stats = told(HISTORY[-2:])
        assert (stats.answers, stats.today.answers, stats.unmarked) == (0, 0, 1)


class TestComing:
    def test_each_day_of_a_week_then_weeks_then_the_rest(self) -> None:
        coming = told().coming
        assert [due.questions for due in coming.days] == [1, 0, 0, 0, 0, 0, 0]  # "who" is overdue
        assert coming.days[0] == Due(TODAY, TODAY, 1)
        assert coming.days[6] == Due(march(26), march(26), 0)
        assert coming.weeks[0] == Due(march(27), march(33), 0)
        assert [due.questions for due in coming.weeks] == [0, 0, 1, 0]  # 12 April
        assert coming.later == 0

    def test_what_comes_after_the_weeks_is_later(self) -> None:
        far = {"test/bank#who": memory(300, last=20, due=20 + 35), "test/bank#when": memory(300, last=20, due=20 + 34)}
        coming = stats_of(Known((BANK,), {}, far, TODAY)).coming
        assert (coming.weeks[3].questions, coming.later) == (1, 1)


class TestStanding:
    def test_new_learning_mature_due_and_what_would_be_known_now(self) -> None:
        whole = told().standing
        assert (whole.questions, whole.new, whole.learning, whole.mature, whole.due) == (3, 1, 1, 1, 1)
        assert whole.expected == pytest.approx(0.9 + 1.0)
        assert whole.recall == pytest.approx(0.95)

    def test_what_is_due_today_is_due(self) -> None:
        due = [memory(8, last=12, due=day) for day in (19, 20, 21)]
        stats = [stats_of(Known((BANK,), {}, {"test/bank#who": one}, TODAY)) for one in due]
        assert [one.standing.due for one in stats] == [1, 1, 0]

    def test_nothing_answered_has_no_share(self) -> None:
        assert Standing(3, new=3).recall is None

    def test_each_bank_and_topic(self) -> None:
        [bank] = told().banks
        assert bank.standing == told().standing
        assert [topic.title for topic, _ in bank.topics] == ["Leaders", "Islands"]
        assert [(one.questions, one.new, one.due) for _, one in bank.topics] == [(2, 0, 1), (1, 1, 0)]


class TestRetained:
    def test_the_first_answer_of_a_later_day(self) -> None:
        """5th: "who" forgotten. 12th: "who" known. 20th: "when" forgotten."""
        assert told().retained == (Retained(7, 1, 0), Retained(30, 3, 1), Retained(None, 3, 1))

    def test_six_days_ago_is_in_the_last_seven_and_seven_are_not(self) -> None:
        for day, within in ((14, 1), (13, 0)):
            week = told((given_on(1, "who", "right"), given_on(day, "who", "right"))).retained[0]
            assert week.reviews == within

    def test_no_second_day_no_share(self) -> None:
        assert told(HISTORY[:2]).retained[-1].share is None


class TestHardest:
    def test_missed_the_most_lately_comes_first(self) -> None:
        first, second = told().hardest
        assert (first.question.id, first.answers, first.wrong, first.recent, first.missed) == ("when", 3, 2, 3, 2)
        assert (second.question.id, second.answers, second.wrong, second.recent, second.missed) == ("who", 4, 1, 4, 1)
        assert [hard.question.id for hard in told(most=1).hardest] == ["when"]
        assert told(most=0).hardest == ()

    def test_of_those_missed_as_often_lately_the_one_missed_more_in_all(self) -> None:
        often = [given_on(day, "who", "wrong") for day in (1, 2, 3, 4, 5, 6, 7)]
        less = [given_on(day, "when", "wrong") for day in (1, 2, 3, 4, 5, 6)]
        assert [hard.question.id for hard in told([*less, *often]).hardest] == ["who", "when"]

    def test_of_those_missed_as_often_lately_the_one_asked_less(self) -> None:
        once = [given_on(1, "who", "wrong"), given_on(2, "who", "right")]
        more = [given_on(1, "when", "wrong"), *(given_on(day, "when", "right") for day in (2, 3, 4))]
        assert [hard.question.id for hard in told([*more, *once]).hardest] == ["who", "when"]

    def test_what_was_hard_long_ago_need_not_be(self) -> None:
        learnt = [given_on(1, "who", "wrong"), *(given_on(day, "who", "right") for day in (2, 3, 4, 5, 6))]
        assert told(learnt).hardest == ()

    def test_one_slip_makes_no_question_hard(self) -> None:
        assert told([given_on(1, "who", "wrong")]).hardest == ()

    def test_the_wrong_answer_that_was_given_the_most_whatever_its_capitals(self) -> None:
        answers = ("Abe", "Putin", "abe!", "", "Putin", "ABE")
        [hard] = told([given_on(day, "who", "wrong", said) for day, said in enumerate(answers, 1)]).hardest
        assert (hard.instead, hard.times) == ("ABE", 3)

    def test_of_two_given_as_often_the_later(self) -> None:
        [hard] = told([given_on(day, "who", "wrong", said) for day, said in enumerate(("Abe", "Putin"), 1)]).hardest
        assert (hard.instead, hard.times) == ("Putin", 1)

    def test_nothing_typed_is_no_answer(self) -> None:
        [hard] = told([given_on(1, "who", "wrong"), given_on(2, "who", "wrong", "  ")]).hardest
        assert (hard.instead, hard.times) == ("", 0)


class TestCalendar:
    def test_whole_weeks_and_no_number_for_days_to_come(self) -> None:
        """The last 14 days begin on Saturday the 7th."""
        assert told().weeks == (
            Week(march(2), (2, 0, 0, 2, 0, 0, 0)),
            Week(march(9), (0, 0, 0, 2, 0, 0, 0)),
            Week(march(16), (0, 0, 0, 0, 2, None, None)),
        )
        assert [week.total for week in told().weeks] == [4, 2, 2]
        assert told().studied == 2  # the 12th and the 20th

    def test_there_are_no_weeks_before_the_first_answer(self) -> None:
        assert [week.monday for week in told(days=99).weeks][:2] == [march(-5), march(2)]
        assert [week.monday for week in told([given_on(12, "who", "right")], days=99).weeks] == [march(9), march(16)]
        assert [week.monday for week in told([given_on(25, "who", "right")], days=99).weeks] == [march(16)]

    def test_the_last_days_begin_on_the_first_of_them(self) -> None:
        assert [told(days=days).studied for days in (8, 9)] == [1, 2]
        assert [told(days=days).weeks[0].monday for days in (11, 12)] == [march(9), march(9)]
        assert told(days=13).weeks[0].monday == march(2)

    @pytest.mark.parametrize(
        ("days", "row"), [((18, 19, 20), 3), ((18, 19), 2), ((17, 18), 0), ((16, 18, 20), 1), ((), 0)]
    )
    def test_days_in_a_row_up_to_today_or_yesterday(self, days: Sequence[int], row: int) -> None:
        assert told([given_on(day, "who", "right") for day in days]).in_a_row == row

    def test_a_clock_that_was_set_back(self) -> None:
        stats = told([given_on(20, "who", "right"), given_on(25, "who", "right")])
        assert (stats.ahead, stats.answers, stats.today.answers) == (1, 2, 1)
        assert stats.weeks[-1].total == 1
        assert stats.retained == (Retained(7, 0, 0), Retained(30, 0, 0), Retained(None, 1, 1))


class TestGone:
    def test_what_has_answers_and_is_not_asked_any_more(self) -> None:
        assert told().gone == (
            Gone("test/bank#draft", 1, march(1), draft=True),
            Gone("test/bank#old", 1, march(2), draft=False),
        )

    def test_what_was_only_skipped_has_no_answers(self) -> None:
        assert told([event("skip", at(TODAY), question="test/bank#old", mark="wrong")]).gone == ()

    def test_other_banks_are_named_only(self) -> None:
        stats = told()
        assert stats.elsewhere == {"other/bank": 2}
        assert stats.answers == 9
        both = stats_of(Known((BANK, OTHER), histories(HISTORY), MEMORIES, TODAY))
        assert both.elsewhere == {}
        assert [one.key for one in both.gone] == ["other/bank#gone", "test/bank#draft", "test/bank#old"]
        assert both.answers == 11


def shown(stats: Stats, width: int = 80, *, blocks: bool = False) -> list[str]:
    nowhere = {"test/bank": lambda _: "¶ 3", "other/bank": lambda _: ""}
    return texts(stats_lines(stats, nowhere, width, blocks=blocks))


class TestLines:
    def test_the_whole_screen(self) -> None:
        assert shown(told(), 60) == [
            "Fri 20 Mar 2026",
            "  Today: 2 answers to 1 question, 1 right; 6 minutes.",
            "  Now: 1 question due; 1 question never asked yet.",
            "",
            "Due in the next days",
            "  Today       1  ########################################",
            "  Sat 21 Mar  0",
            "  Sun 22 Mar  0",
            "  Mon 23 Mar  0",
            "  Tue 24 Mar  0",
            "  Wed 25 Mar  0",
            "  Thu 26 Mar  0",
            "Due in the weeks after",
            "  27 Mar to 2 Apr   0",
            "  3 Apr to 9 Apr    0",
            "  10 Apr to 16 Apr  1  #####################################",
            "  17 Apr to 23 Apr  0",
            "",
            "What you know",
            "  Never asked  1  ########################################",
            "  Learning     1  ########################################",
            "  Mature       1  ########################################",
            "  If all were asked now, you would know about 2 of 2 questions asked before (95%).",
            "",
            "Remembered from an earlier day (the schedule aims at 90%)",
            "  Last 7 days    0% of 1",
            "  Last 30 days  33% of 3  ###########",
            "  All           33% of 3  ###########",
            "",
            "Hardest questions",
            " 1. When was ____ over?",
            "    Not right 2 of the last 3 times.",
            "    Last answered instead: “Then.”",
            "    The answer: it",
            " 2. Who led Japan?",
            "    Not right 1 of the last 4 times.",
            "    Last answered instead: “Abe”",
            "    The answer: Kishida",
            "    From the text, ¶ 3: “Prime Minister Kishida”",
            "",
            "Answers, week by week",
            "   2 Mar: 4 (Mon 2, Thu 2)",
            "   9 Mar: 2 (Thu 2)",
            "  16 Mar: 2 (Fri 2)",
            "  Studied on 2 of the last 14 days.",
            "",
            "Banks and topics (known: if all were asked now)",
            "  3 questions, 2 known, 1 due: A small bank",
            "  2 questions, 2 known, 1 due:   Leaders",
            "  1 question,  0 known, 0 due:   Islands",
            "",
            "Not asked any more; the answers are kept",
            "  test/bank#draft: 1 answer, the last on 1 Mar 2026; a draft now",
            "  test/bank#old: 1 answer, the last on 2 Mar 2026",
            "",
            "1 open answer nobody has marked; it counts nowhere here.",
            "The log holds answers to other banks, too: other/bank (2 questions).",
        ]

    def test_where_there_is_room_the_days_of_a_week_stand_in_columns(self) -> None:
        assert "   2 Mar: 4   Mon 2  Tue 0  Wed 0  Thu 2  Fri 0  Sat 0  Sun 0" in shown(told(), 70)
        assert "  16 Mar: 2   Mon 0  Tue 0  Wed 0  Thu 0  Fri 2" in shown(told(), 70)

    def test_a_long_wrong_answer_is_cut(self) -> None:
        essay = [given_on(day, "who", "wrong", "words and " * 50) for day in (1, 2)]
        [said] = [row for row in shown(told(essay)) if "instead" in row]
        assert re.search(r": “.{,80}(words|and)…” \(2 times\)$", said)

    def test_nothing_of_a_log_commands_the_terminal(self) -> None:
        stats = told([given_on(1, "who", "wrong", "\x1b[2J\u202eAbe\nAbe"), *[given_on(2, "who", "wrong")] * 2])
        assert "    Last answered instead: “\ufffd[2J\ufffdAbe Abe”" in shown(stats)
        stats = told([given_on(1, "test/bank#\x1b[2J", "right"), given_on(1, "\x1b#x", "right")])
        assert not any("\x1b" in row for row in shown(stats))

    def test_a_clock_that_was_set_back(self) -> None:
        stats = told([given_on(20, "who", "right"), given_on(25, "who", "right")])
        assert "1 answer dated after tomorrow: is this computer's clock right?" in shown(stats)

    def test_a_long_list_of_what_is_gone_is_cut(self) -> None:
        stats = told([given_on(1, f"old-{number}", "right") for number in range(30)])
        assert "  and 10 more" in shown(stats)
        assert sum("test/bank#old-" in row for row in shown(stats)) == 20

    @pytest.mark.parametrize(
        ("milliseconds", "said"),
        [(0, "less than a minute"), (60_000, "1 minute"), (3_600_000, "1 hour"), (7_380_000, "2 hours 3 minutes")],
    )
    def test_time_in_words(self, milliseconds: int, said: str) -> None:
        stats = replace(told(), today=Today(1, 1, 1, 0, milliseconds))
        assert shown(stats)[1] == f"  Today: 1 answer, 1 right; {said}."


class TestNothing:
    def test_it_says_so_and_what_to_do(self) -> None:
        assert texts(nothing_lines(told(()), "log.db")) == [
            "Nothing is answered yet (the log is log.db).",
            "3 questions wait for you: quizgen study",
        ]

    def test_only_unmarked_answers(self) -> None:
        assert texts(nothing_lines(told(HISTORY[-2:]), "log.db")) == [
            "No answer is marked yet (the log is log.db).",
            "3 questions wait for you: quizgen study",
            "1 open answer nobody has marked; it counts nowhere here.",
        ]

    def test_only_drafts(self) -> None:
        drafts = parse_bank("---\nid: a\ntitle: A\n---\n\n## Q?\n= a\nstatus: draft\n")
        said = texts(nothing_lines(stats_of(Known((drafts,), {}, {}, TODAY)), "log.db"))
        assert said[1] == "No question of these banks is approved yet; approve one, then: quizgen study"


ANSWERS = st.builds(
    given_on,
    st.integers(-400, 30),
    st.sampled_from(["who", "when", "which", "draft", "old", "other/bank#where"]),
    st.sampled_from(["right", "close", "partial", "wrong", "unmarked"]),
    st.sampled_from(["", "a", "b"]),
    st.integers(0, 1000),
)


@settings(deadline=None)
@given(st.lists(ANSWERS, max_size=40), st.integers(1, 60), st.integers(20, 200), st.booleans())
def test_the_parts_agree_whatever_was_answered(events: list[Event], days: int, width: int, blocks: bool) -> None:
    learner = known([BANK], events, RETENTION, TODAY)
    found, stats = learner.histories, stats_of(learner, days=days, most=3)
    whole = stats.standing
    assert whole.new + whole.learning + whole.mature == whole.questions == 3
    assert 0 <= whole.expected <= whole.answered
    coming = stats.coming
    assert sum(due.questions for due in (*coming.days, *coming.weeks)) + coming.later == whole.answered
    assert coming.days[0].questions == whole.due
    assert all(
        then.last + timedelta(days=1) == now.first for then, now in zip(coming.days, coming.days[1:], strict=False)
    )
    week, month, ever = stats.retained
    assert week.reviews <= month.reviews <= ever.reviews
    assert all(one.remembered <= one.reviews for one in stats.retained)
    assert sum(one.total for one in stats.weeks) + stats.ahead <= stats.answers == len(marked(found))
    assert stats.weeks[-1].answers[TODAY.weekday()] == stats.today.answers
    assert stats.weeks[0].monday <= max(TODAY - timedelta(days=days - 1), min([TODAY, *days_of(found)]))
    assert 0 <= stats.studied <= days
    assert all(2 <= hard.answers >= hard.wrong >= hard.missed >= 1 for hard in stats.hardest)
    assert shown(stats, width, blocks=blocks)


def days_of(found: dict[str, tuple[Review, ...]]) -> list[date]:
    return [one.moment.day for one in marked(found)]


def marked(found: dict[str, tuple[Review, ...]]) -> list[Review]:
    return [one for key, reviews in found.items() for one in reviews if one.rating and key.startswith("test/bank#")]
