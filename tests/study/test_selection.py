"""Which questions of the banks a session takes, and in what order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selections import ISLANDS, TRADE, ids

from quizgen.errors import UsageError
from quizgen.study.session.selection import Filters, scope_of, select, shuffled, values_of

BANKS = (ISLANDS, TRADE)


class TestFilters:
    def test_without_any_every_approved_question_in_the_order_of_the_banks(self) -> None:
        assert ids(select(BANKS, Filters())) == ["names", "four", "why", "gas", "loan"]

    @pytest.mark.parametrize(
        ("filters", "left"),
        [
            (Filters(topic=("claims",)), ["names", "four"]),
            (Filters(topic=("The claims",)), ["names", "four"]),
            (Filters(topic=("The *claims*",)), ["names", "four"]),
            (Filters(topic=(" CLAIMS ", "energy")), ["names", "four", "gas", "loan"]),
            (Filters(tag=("history",)), ["names"]),
            (Filters(tag=("money",)), ["gas", "loan"]),
            (Filters(kind=("short", "number")), ["names", "gas", "loan"]),
            (Filters(level=("recall",)), ["names", "gas"]),
            (Filters(kind=("short",), level=("recall",)), ["names", "gas"]),
            (Filters(kind=("number",), topic=("energy",)), ["loan"]),
        ],
        ids=repr,
    )
    def test_any_value_of_one_and_all_of_several(self, filters: Filters, left: list[str]) -> None:
        assert ids(select(BANKS, filters)) == left

    @pytest.mark.parametrize(
        ("filters", "said"),
        [
            (
                Filters(topic=("clams",)),
                'no topic "clams" here; did you mean "claims"? there are claims, Causes, energy',
            ),
            (Filters(tag=("war",)), 'no tag "war" here; there are history, money'),
            (Filters(kind=("essay",)), 'no kind "essay" here; there are short, list, open, number'),
            (Filters(level=("apply",)), 'no level "apply" here; there are recall, understand'),
        ],
        ids=repr,
    )
    def test_an_unknown_value_is_told_with_those_that_there_are(self, filters: Filters, said: str) -> None:
        with pytest.raises(UsageError) as refused:
            select(BANKS, filters)
        assert said in str(refused.value)

    def test_where_no_question_has_any_value_that_is_told(self) -> None:
        bare = replace(ISLANDS, topics=tuple(replace(topic, title="", id="") for topic in ISLANDS.topics))
        with pytest.raises(UsageError, match='no topic "claims" here; there is none'):
            select([bare], Filters(topic=("claims",)))

    def test_nothing_left_is_told(self) -> None:
        with pytest.raises(UsageError, match="no approved question has topic Causes and kind short or list"):
            select(BANKS, Filters(topic=("Causes",), kind=("short", "list")))

    def test_what_only_a_draft_has_is_known_and_not_asked(self) -> None:
        with pytest.raises(UsageError, match="no approved question has level understand"):
            select([TRADE], Filters(level=("understand",)))

    def test_nothing_approved_is_told_of_every_bank(self) -> None:
        drafts = [
            replace(
                bank,
                topics=tuple(
                    replace(topic, questions=tuple(replace(q, draft=True) for q in topic.questions))
                    for topic in bank.topics
                ),
            )
            for bank in BANKS
        ]
        with pytest.raises(UsageError, match=r"islands.md: 0 approved, 3 drafts.*\ntrade.md: 0 approved, 3 drafts"):
            select(drafts, Filters())


class TestValues:
    """What a shell completes."""

    @pytest.mark.parametrize(
        ("what", "values"),
        [
            ("topic", ("claims", "Causes", "energy")),
            ("tag", ("history", "money")),
            ("kind", ("short", "list", "open", "number")),
            ("level", ("recall", "understand")),
        ],
    )
    def test_each_once_and_of_a_topic_the_shortest_name(self, what: str, values: tuple[str, ...]) -> None:
        assert values_of(BANKS, what) == values
        filters = [replace(Filters(), **{what: (value,)}) for value in values]
        assert all(select(BANKS, one) for one in filters)


class TestOrder:
    @given(st.text(max_size=8))
    def test_a_seed_gives_one_order_of_the_same_questions(self, seed: str) -> None:
        picked = select(BANKS, Filters())
        order = shuffled(picked, seed)
        assert order == shuffled(picked, seed)
        assert sorted(ids(order)) == sorted(ids(picked))

    def test_other_seeds_give_other_orders(self) -> None:
        picked = select(BANKS, Filters())
        assert len({tuple(ids(shuffled(picked, str(seed)))) for seed in range(50)}) > 20


class TestScope:
    """The same text whenever the same is asked for."""

    def test_it_names_all_that_was_asked_for(self) -> None:
        filters = Filters(topic=("Claims",), kind=("short", "list"))
        assert (
            scope_of("exam", BANKS, filters, number=3, order="seed=7")
            == "exam islands trade topic=claims kind=list kind=short number=3 seed=7"
        )
        assert scope_of("quiz", [ISLANDS], Filters()) == "quiz islands"

    def test_capitals_and_the_order_of_values_do_not_count(self) -> None:
        one = scope_of("quiz", BANKS, Filters(tag=("A", "b")))
        assert one == scope_of("quiz", BANKS, Filters(tag=("B ", "a")))
