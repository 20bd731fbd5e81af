"""What the events of a log leave standing, whatever order they come in."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from played import bank_of
from reviewed import event, review

from quizgen.study.events import Event
from quizgen.study.history import changed_answers, gone, histories, rated
from quizgen.study.ratings import Rating

KEY = "bank#one"


def stood(*events: Event) -> tuple[Event, ...]:
    return histories(events).get(KEY, ())


class TestHistories:
    def test_each_question_has_its_answers_oldest_first(self) -> None:
        first, second, other = review(1), review(2), review(3, key="bank#two")
        assert histories([second, other, first]) == {KEY: (first, second), "bank#two": (other,)}

    def test_the_beginning_and_the_end_of_a_session_are_no_reviews(self) -> None:
        assert histories([event("begin", plan=(KEY,)), event("end")]) == {}

    def test_what_two_logs_both_have_counts_once(self) -> None:
        answer = review(1, uid="a")
        assert stood(answer, review(2, uid="b"), answer) == (answer, review(2, uid="b"))

    def test_answers_of_one_moment_stand_in_the_order_of_their_uids(self) -> None:
        late, early = review(1, uid="s-0002"), review(1, uid="s-0001")
        assert stood(late, early) == (early, late)

    def test_a_skip_and_an_unmarked_answer_stand_without_a_rating(self) -> None:
        skip = event("skip", 1, question=KEY, score=0.0)
        unmarked = review(2, None)
        assert [one.rating for one in stood(skip, unmarked)] == [None, None]


class TestUndo:
    def test_it_takes_back_the_answer_or_the_skip_that_it_is_about(self) -> None:
        kept = review(1)
        skip = event("skip", 3, question=KEY)
        events = [kept, review(2, uid="a"), event("undo", 3, about="a"), skip, event("undo", 4, about=skip.uid)]
        assert stood(*events) == (kept,)

    def test_it_takes_back_an_override(self) -> None:
        answer = review(1, 1, uid="a")
        right = event("override", 2, about="a", mark="right", score=1.0, rating=Rating.GOOD, uid="o")
        assert stood(answer, right, event("undo", 3, about="o")) == (answer,)

    def test_an_answer_that_was_taken_back_does_not_come_again_with_an_override(self) -> None:
        right = event("override", 3, about="a", mark="right", score=1.0, rating=Rating.GOOD)
        assert stood(review(1, uid="a"), event("undo", 2, about="a"), right) == ()

    def test_it_can_be_taken_back_itself(self) -> None:
        answer = review(1, uid="a")
        assert stood(answer, event("undo", 2, about="a", uid="u"), event("undo", 3, about="u")) == (answer,)

    def test_two_that_take_each_other_back_end(self) -> None:
        answer = review(1, uid="a")
        assert stood(answer, event("undo", 2, about="v", uid="u"), event("undo", 3, about="u", uid="v")) == (answer,)

    @pytest.mark.parametrize("about", ["", "elsewhere"])
    def test_of_what_is_not_there_it_does_nothing(self, about: str) -> None:
        assert len(stood(review(1), event("undo", 2, about=about))) == 1


class TestOverride:
    def test_it_says_what_the_answer_was_worth(self) -> None:
        answer = review(1, 1, uid="a", response="Etorufu")
        right = event("override", 9, about="a", mark="right", score=1.0, rating=Rating.GOOD)
        [one] = stood(answer, right)
        assert (one.mark, one.score, one.rating) == ("right", 1.0, Rating.GOOD)
        assert (one.uid, one.moment, one.response) == ("a", answer.moment, "Etorufu")

    def test_the_latest_counts(self) -> None:
        ticks = event("override", 5, about="a", mark="partial", score=0.5, rating=Rating.AGAIN)
        easy = event("override", 7, about="a", mark="right", score=1.0, rating=Rating.EASY)
        [one] = stood(easy, review(1, None, uid="a"), ticks)
        assert one.rating is Rating.EASY

    def test_when_the_latest_is_taken_back_the_one_before_counts(self) -> None:
        ticks = event("override", 5, about="a", mark="right", score=1.0, rating=Rating.GOOD)
        easy = event("override", 7, about="a", mark="right", score=1.0, rating=Rating.EASY, uid="o")
        [one] = stood(review(1, None, uid="a"), ticks, easy, event("undo", 8, about="o"))
        assert one.rating is Rating.GOOD


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Events about each other in every way, some of them twice."""
    uids = [f"e{number}" for number in range(draw(st.integers(1, 12)))]
    made = []
    for uid in uids:
        kind = draw(st.sampled_from(["answer", "answer", "skip", "override", "undo", "begin", "end"]))
        said = {"rating": Rating(draw(st.integers(1, 4)))} if kind in ("answer", "override") else {}
        if kind in ("answer", "skip"):
            said["question"] = draw(st.sampled_from([KEY, "bank#two"]))
        if kind in ("override", "undo"):
            said["about"] = draw(st.sampled_from([*uids, "", "elsewhere"]))
        made.append(event(kind, draw(st.integers(-5, 5)), uid=uid, **said))
    return [*made, *draw(st.lists(st.sampled_from(made)))]


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(events: list[Event], drawn: random.Random) -> None:
    found = histories(events)
    drawn.shuffle(events)
    assert histories(events) == found


def test_only_reviews_with_a_rating_say_something_of_the_memory() -> None:
    right, unmarked = review(1), review(2, None)
    found = histories([right, unmarked, review(3, None, key="bank#two")])
    assert rated(found) == {KEY: (right,)}


class TestChangedAnswers:
    def test_it_is_one_of_which_something_else_is_right_than_when_it_was_asked_last(self) -> None:
        found = histories([review(1, answered="1:aa"), review(2, answered="1:bb", key="bank#two")])
        assert changed_answers(found, {KEY: "1:cc", "bank#two": "1:bb", "bank#new": "1:cc"}) == {KEY}

    def test_it_is_said_once(self) -> None:
        found = histories([review(1, answered="1:aa"), review(2, answered="1:cc")])
        assert changed_answers(found, {KEY: "1:cc"}) == frozenset()

    def test_whoever_skipped_it_has_read_it_too(self) -> None:
        found = histories([review(1, answered="1:aa"), event("skip", 2, question=KEY, answered="1:cc")])
        assert changed_answers(found, {KEY: "1:cc"}) == frozenset()

    def test_an_answer_that_was_taken_back_has_not_told_it(self) -> None:
        events = [review(1, answered="1:aa"), review(2, answered="1:cc", uid="a"), event("undo", 3, about="a")]
        assert changed_answers(histories(events), {KEY: "1:cc"}) == {KEY}

    @pytest.mark.parametrize("then", ["", "0:aa"])
    def test_digests_of_different_rules_say_nothing(self, then: str) -> None:
        assert changed_answers(histories([review(1, answered=then)]), {KEY: "1:cc"}) == frozenset()


class TestGone:
    def test_it_was_answered_and_its_bank_holds_it_no_more(self) -> None:
        bank = bank_of("Where? {#where}\n= here")
        keys = ("test/bank#where", "test/bank#b", "test/bank#a", "other#x")
        found = histories([review(1, key=key) for key in keys])
        assert gone(found, [bank]) == ("test/bank#a", "test/bank#b")

    def test_a_draft_is_not_gone(self) -> None:
        bank = bank_of("Where? {#where}\n= here\nstatus: draft")
        assert gone(histories([review(1, key="test/bank#where")]), [bank]) == ()

    def test_nor_is_what_another_question_went_on_with(self) -> None:
        bank = bank_of("Where? {#where}\n= here")
        found = histories([review(1, key="test/bank#old")], {"test/bank#old": "test/bank#where"})
        assert gone(found, [bank]) == ()
