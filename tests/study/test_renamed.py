"""A question that is renamed or moved goes on with its answers, over any chain of names."""

from __future__ import annotations

from reviewed import review

from quizgen.bank.digest import asked_digest
from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.study.events import Event
from quizgen.study.history import histories
from quizgen.study.renamed import banks_to_read, renamings


def bank(*questions: str, id: str = "b") -> Bank:
    """A bank of questions, each "new" or "new was b#old"."""
    text = f"---\nid: {id}\ntitle: T\n---\n"
    for question in questions:
        name, _, old = question.partition(" was ")
        text += f"\n## What is {name}? {{#{name}}}\n= it\n" + (f"was: {old}\n" if old else "")
    return parse_bank(text)


def answered(*keys: str) -> list[Event]:
    """An answer to each of these, "b#new" or "b#new was b#old", one after the other."""
    named = [key.partition(" was ") for key in keys]
    return [review(time, key=key, was=was) for time, (key, _, was) in enumerate(named)]


def reviews_of(banks: list[Bank], events: list[Event]) -> dict[str, int]:
    """How many reviews each question has once what was renamed has gone on."""
    return {key: len(reviews) for key, reviews in histories(events, renamings(banks, events)).items()}


def test_nothing_is_renamed_where_no_bank_says_so() -> None:
    assert renamings([bank("a")], answered("b#a", "b#gone", "c#a")) == {}


def test_a_renamed_question_goes_on() -> None:
    assert reviews_of([bank("new was b#old")], answered("b#old", "b#old", "b#new was b#old")) == {"b#new": 3}


def test_so_does_one_that_moved_to_another_bank() -> None:
    banks = [bank("x"), bank("a was b#a", id="c")]
    assert reviews_of(banks, answered("b#a", "b#x")) == {"c#a": 1, "b#x": 1}
    assert banks_to_read([banks[1]]) == ("c", "b")


def test_an_old_question_that_is_still_there_keeps_its_own() -> None:
    assert reviews_of([bank("old", "new was b#old")], answered("b#old", "b#new")) == {"b#old": 1, "b#new": 1}


def test_two_that_have_changed_names_keep_what_stands_under_each_name() -> None:
    banks = [bank("one was b#two", "two was b#one")]
    assert renamings(banks, answered("b#one", "b#two", "b#one was b#two")) == {}


def test_of_two_that_name_one_the_first_goes_on_with_it() -> None:
    events = answered("b#old")
    assert renamings([bank("n was b#old", "m was b#old")], events) == {"b#old": "b#n"}
    banks = [bank("m was b#old", id="d"), bank("n was b#old", id="c")]
    assert renamings(banks, events) == renamings(banks[::-1], events) == {"b#old": "c#n"}


class TestChains:
    """The bank has forgotten the middle; the log remembers what it said then."""

    def test_renamed_twice(self) -> None:
        events = answered("b#one", "b#two was b#one", "b#three was b#two")
        assert reviews_of([bank("three was b#two")], events) == {"b#three": 3}

    def test_renamed_many_times(self) -> None:
        events = answered("b#q0", *(f"b#q{number} was b#q{number - 1}" for number in range(1, 2000)))
        assert reviews_of([bank("last was b#q1999")], events) == {"b#last": 2000}

    def test_renamed_once_more_under_the_old_line(self) -> None:
        events = answered("b#one", "b#two was b#one")
        assert reviews_of([bank("three was b#one")], events) == {"b#three": 2}

    def test_back_to_the_old_name(self) -> None:
        events = answered("b#one", "b#two was b#one", "b#one")
        assert reviews_of([bank("one")], events) == {"b#one": 3}

    def test_back_to_the_old_name_over_another(self) -> None:
        events = answered("b#one", "b#two was b#one", "b#three was b#two")
        assert reviews_of([bank("one was b#three")], events) == {"b#one": 3}

    def test_what_a_bank_says_now_counts_before_what_it_said_then(self) -> None:
        events = answered("b#one", "b#two was b#one")
        assert reviews_of([bank("one", "three was b#two")], events) == {"b#one": 1, "b#three": 1}

    def test_the_line_was_taken_out_again(self) -> None:
        events = answered("b#old", "b#new was b#old")
        assert reviews_of([bank("new")], events) == {"b#new": 2}

    def test_a_circle_of_names_that_are_all_gone_ends(self) -> None:
        assert renamings([bank("x")], answered("b#one was b#two", "b#two was b#one")) == {}


class TestWithoutAnId:
    def test_what_was_answered_before_a_question_had_an_id_is_its_own(self) -> None:
        nameless = parse_bank("---\nid: b\ntitle: T\n---\n\n## What is a?\n= it\n")
        key = f"b#{asked_digest(nameless.questions[0])}"
        assert reviews_of([bank("a")], answered(key, "b#a")) == {"b#a": 2}
        assert reviews_of([nameless], answered(key)) == {key: 1}
