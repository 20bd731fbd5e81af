"""What is asked today, in which order and why, and what is left for another day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from reviewed import at, event, review

from quizgen.study.history import histories
from quizgen.study.ratings import Rating
from quizgen.study.schedule.due import Counts, Limits, Plan, counted, forecast, next_due, plan, put_off
from quizgen.study.schedule.schedule import Memory, schedule

TODAY = date(2025, 3, 3)


def days(number: int) -> timedelta:
    return timedelta(days=number)


def memory(due: int, last: int = -10, first: int = -20, rating: int = 3, stability: float = 10.0) -> Memory:
    """A memory by its days from today on."""
    first_day, last_day, due_day = (TODAY + days(number) for number in (min(first, last), last, due))
    return Memory(stability, 5.0, first_day, last_day, due_day, 3, Rating(rating))


def asked(found: Plan) -> list[tuple[str, str]]:
    return [tuple(one) for one in found.asked]


def keys_of(found: Plan) -> list[str]:
    return [one.key for one in found.asked]


class TestOrder:
    def test_first_what_is_due_then_what_is_new_then_what_was_wrong_today(self) -> None:
        memories = {"wrong": memory(1, last=0, rating=1), "due": memory(0), "right": memory(4, last=0)}
        found = plan(["new 1", "wrong", "due", "new 2", "right"], memories, TODAY)
        assert asked(found) == [("due", "due"), ("new 1", "new"), ("new 2", "new"), ("wrong", "again")]

    def test_what_is_overdue_the_longest_comes_first(self) -> None:
        memories = {"today": memory(0), "long ago": memory(-9), "tomorrow": memory(1), "yesterday": memory(-1)}
        assert keys_of(plan(memories, memories, TODAY)) == ["long ago", "yesterday", "today"]

    def test_what_is_due_on_one_day_comes_in_another_order_every_day(self) -> None:
        memories = {f"q{number}": memory(-30) for number in range(20)}
        orders = [tuple(keys_of(plan(memories, memories, TODAY + days(number)))) for number in range(5)]
        assert len({*orders, tuple(memories)}) == 6

    def test_after_a_break_the_rest_comes_in_the_same_order(self) -> None:
        memories = {f"q{number}": memory(0) for number in range(20)}
        order = keys_of(plan(memories, memories, TODAY))
        done = dict.fromkeys(order[:5], memory(6, last=0))
        assert keys_of(plan(memories, memories | done, TODAY)) == order[5:]

    def test_new_ones_come_as_they_stand_in_the_bank(self) -> None:
        keys = [f"q{number}" for number in range(9)]
        assert keys_of(plan(keys, {}, TODAY)) == keys

    def test_only_what_is_asked_for_comes(self) -> None:
        assert asked(plan(["due"], {"due": memory(0), "elsewhere": memory(0)}, TODAY)) == [("due", "due")]
        assert plan([], {"due": memory(0)}, TODAY) == Plan(())


class TestLimits:
    def test_new_ones_up_to_a_days_limit(self) -> None:
        found = plan([f"q{number}" for number in range(30)], {}, TODAY)
        assert (len(found.asked), found.new_left) == (20, 10)

    def test_those_that_were_begun_today_count(self) -> None:
        begun = {f"begun {number}": memory(3, last=0, first=0) for number in range(15)}
        found = plan([*begun, *(f"q{number}" for number in range(30))], begun, TODAY)
        assert (len(found.asked), found.new_left) == (5, 25)

    def test_reviews_up_to_a_days_limit_those_that_are_overdue_the_longest(self) -> None:
        memories = {f"q{number:02}": memory(-number) for number in range(30)}
        found = plan(memories, memories, TODAY, Limits(reviews=12))
        assert keys_of(found) == [f"q{number:02}" for number in range(29, 17, -1)]
        assert found.due_left == 18

    def test_those_that_were_answered_today_count(self) -> None:
        memories = {"a": memory(0), "b": memory(0), "answered": memory(9, last=0)}
        assert plan(memories, memories, TODAY, Limits(reviews=2)).due_left == 1

    def test_what_was_wrong_today_has_been_counted(self) -> None:
        memories = {"wrong": memory(1, last=0, rating=1)}
        assert keys_of(plan(memories, memories, TODAY, Limits(0, 0))) == ["wrong"]

    def test_a_limit_below_what_was_done_asks_nothing_more(self) -> None:
        due, new = [f"due {number}" for number in range(9)], [f"new {number}" for number in range(9)]
        found = plan([*due, *new], dict.fromkeys(due, memory(0)), TODAY, Limits(5, 5), Counts(9, 9))
        assert found == Plan((), due_left=9, new_left=9)


class TestCounted:
    def test_each_question_counts_once_however_often_it_was_answered(self) -> None:
        noon = at(TODAY).time
        answers = [review(noon + number, 1, key=key) for key in ("a", "b") for number in range(3)]
        before = review(at(TODAY - days(9)).time, key="b")
        assert counted(schedule(histories([before, *answers])), TODAY) == Counts(new=1, reviews=1)

    def test_what_was_answered_on_other_days_does_not_count(self) -> None:
        assert counted({"a": memory(0, last=-1)}, TODAY) == Counts()

    def test_who_has_flown_back_a_day_has_answered_it_all_the_same(self) -> None:
        assert counted({"a": memory(5, last=1, first=1), "b": memory(5, last=1)}, TODAY) == Counts(1, 1)


class TestPutOff:
    def test_what_was_skipped_or_left_unmarked_today_waits_for_tomorrow(self) -> None:
        noon = at(TODAY)
        events = [
            event("skip", noon, question="skipped"),
            review(noon.time, None, "unmarked"),
            review(noon.time, 3, "answered"),
            event("skip", at(TODAY - days(1)), question="yesterday"),
            event("skip", at(TODAY, 9), question="answered then"),
            review(noon.time, 3, "answered then"),
        ]
        found = put_off(histories(events), TODAY)
        assert found == {"skipped", "unmarked"}
        planned = plan(["skipped", "new", "unmarked"], {}, TODAY, without=found)
        assert (keys_of(planned), planned.put_off) == (["new"], 2)
        assert put_off(histories(events), TODAY + days(1)) == frozenset()

    def test_whoever_wants_everything_is_asked_it_all_the_same(self) -> None:
        assert keys_of(plan(["skipped"], {}, TODAY, without={"skipped"}, whole=True)) == ["skipped"]


SOON = {"in 3": memory(3), "in 1": memory(1), "today": memory(0), "in 4": memory(4), "done": memory(2, last=0)}


class TestAhead:
    def test_what_is_due_in_so_many_days_comes_after_what_is_due(self) -> None:
        found = plan(SOON, SOON, TODAY, ahead=3)
        assert asked(found) == [("today", "due"), ("in 1", "ahead"), ("in 3", "ahead")]

    def test_who_asks_for_more_has_no_limit_of_reviews(self) -> None:
        found = plan(["new", *SOON], SOON, TODAY, Limits(new=0, reviews=0), ahead=3)
        assert (len(found.asked), found.due_left, found.new_left) == (3, 0, 1)

    def test_what_was_answered_today_is_not_asked_ahead(self) -> None:
        assert "done" not in keys_of(plan(SOON, SOON, TODAY, ahead=30))

    def test_a_million_years_ahead_is_everything(self) -> None:
        assert len(plan(SOON, SOON, TODAY, ahead=365_000_000).asked) == 4


class TestWhole:
    def test_the_weakest_comes_first_and_what_is_new_comes_last(self) -> None:
        memories = {
            "firm": memory(9, stability=100),
            "wrong today": memory(1, last=0, rating=1, stability=0.1),
            "weak": memory(-9, stability=1),
            "today": memory(3, last=0),
        }
        found = plan(["new", *memories], memories, TODAY, Limits(0, 0), whole=True)
        assert asked(found) == [
            ("weak", "due"), ("firm", "ahead"), ("today", "ahead"), ("wrong today", "again"), ("new", "new")
        ]  # fmt: skip

    def test_after_a_break_what_was_not_asked_yet_comes_first(self) -> None:
        memories = {f"q{number}": memory(5, last=-number - 1) for number in range(9)}
        order = keys_of(plan(memories, memories, TODAY, whole=True))
        done = dict.fromkeys(order[:4], memory(30, last=0))
        assert keys_of(plan(memories, memories | done, TODAY, whole=True))[:5] == order[4:]


class TestForecast:
    def test_today_holds_all_that_is_overdue(self) -> None:
        memories = {str(number): memory(due) for number, due in enumerate([-9, -1, 0, 1, 1, 3, 90])}
        assert forecast(memories, TODAY, 4) == (3, 2, 0, 1)
        assert forecast({}, TODAY, 2) == (0, 0)

    def test_the_next_day_on_which_something_is_due(self) -> None:
        assert next_due({"a": memory(0), "b": memory(5), "c": memory(3)}, TODAY) == TODAY + days(3)
        assert next_due({"a": memory(0)}, TODAY) is None


memories = st.dictionaries(
    st.sampled_from([f"q{number}" for number in range(12)]),
    st.builds(
        lambda due, span, rating: memory(due, last=due - span, rating=rating),
        st.integers(-40, 40),
        st.integers(1, 30),
        st.integers(1, 4),
    ),
)


@given(
    memories,
    st.integers(0, 8),
    st.integers(0, 8),
    st.integers(0, 40),
    st.booleans(),
    st.frozensets(st.sampled_from(["q1", "q5", "q9"])),
)
def test_nothing_is_asked_twice_or_gets_lost(
    known: dict[str, Memory], new: int, reviews: int, ahead: int, whole: bool, without: frozenset[str]
) -> None:
    keys = [f"q{number}" for number in range(12)]
    found = plan(keys, known, TODAY, Limits(new, reviews), ahead=ahead, whole=whole, without=without)
    names = keys_of(found)
    assert len(set(names)) == len(names)
    assert set(names) <= set(keys)
    assert found == plan(keys, known, TODAY, Limits(new, reviews), ahead=ahead, whole=whole, without=without)
    if whole:
        assert set(names) == set(keys)
    else:
        due = {key for key in keys if key in known and known[key].due <= TODAY} - without
        unknown = set(keys) - set(known) - without
        assert len(due) == sum(one.reason == "due" for one in found.asked) + found.due_left
        assert len(unknown) == sum(one.reason == "new" for one in found.asked) + found.new_left
        assert found.put_off == len(without)
