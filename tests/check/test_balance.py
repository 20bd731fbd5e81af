"""What chance would hardly do in a bank: truth, places and lengths of right answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from math import comb

import pytest
from examples import bank_text, found_in

from quizgen.check.finding import Finding
from quizgen.check.rules import RULES
from quizgen.check.rules.balance import tail

WORDS = ("amber", "birch", "cedar", "daisy", "elder", "fennel", "ginger", "hazel", "iris", "lilac", "maple", "oak")


def statements(answers: Sequence[bool], more: str = "") -> str:
    return "\n".join(
        f"## {WORDS[at % 12].title()} grows on hill {at}.\n= {str(true).lower()}\n{more}"
        for at, true in enumerate(answers)
    )


def choices(places: Sequence[int], size: int = 4, more: str = "", longer: bool = False) -> str:
    """Choices whose right option stands at these places; it is the longest by a letter if ``longer``."""
    parts = []
    for at, place in enumerate(places):
        options = [f"- [ ] {letter * 5}" for letter in "abcdefg"[: size - 1]]
        options.insert(place, f"- [x] {'y' * (6 if longer else 5)}")
        parts.append(f"## What does the {WORDS[at % 12]} hide in year {at}?\n" + "\n".join(options) + f"\n{more}")
    return "\n".join(parts)


def found(questions: str, rule: str) -> tuple[Finding, ...]:
    return found_in(bank_text(questions), "", RULES[rule])


@pytest.mark.parametrize(
    ("true", "false", "is_found"),
    [
        (8, 0, True),
        (0, 8, True),
        (7, 0, False),
        (7, 1, False),
        (8, 1, True),
        (5, 5, False),
        (9, 3, False),
        (40, 15, True),
    ],
)
def test_statements_are_held_against_the_toss_of_a_coin(true: int, false: int, is_found: bool) -> None:
    assert bool(found(statements([True] * true + [False] * false), "true-false-balance")) is is_found


def test_it_is_said_once_with_the_numbers_at_the_first_statement_that_is_part_of_it() -> None:
    (finding,) = found(statements([False] + [True] * 10), "true-false-balance")
    assert finding.message == "10 of 11 statements of this bank are true; make some of them false"
    assert finding.line == 9


def test_a_share_that_is_certain_but_small_is_not_worth_a_word() -> None:
    assert not found(statements([True, False] * 500 + [True] * 120), "true-false-balance")


def test_drafts_do_not_count() -> None:
    assert not found(statements([True] * 9, "status: draft\n"), "true-false-balance")
    assert not found(choices([0] * 9, more="status: draft\n"), "answer-position")
    assert not found(choices([0] * 9, longer=True, more="status: draft\n"), "longest-is-key")


class TestPosition:
    @pytest.mark.parametrize("place", [0, 1, 2, 3])
    def test_one_place_in_all_questions_is_found(self, place: int) -> None:
        (finding,) = found(choices([place] * 8), "answer-position")
        name = ("first", "second", "third", "fourth")[place]
        assert f"the right option is the {name} in 8 of 8 questions" in finding.message
        assert "as they are written" in finding.message

    def test_the_last_place_is_found_whatever_the_number_of_options(self) -> None:
        mixed = choices([2] * 4, 3) + "\n" + choices([3] * 4, 4) + "\n" + choices([4] * 4, 5)
        (finding,) = found(mixed, "answer-position")
        assert "the last in 12 of 12" in finding.message

    def test_what_chance_does_is_not_found(self) -> None:
        assert not found(choices([0] * 7), "answer-position")
        assert not found(choices([0, 1, 2, 3] * 10), "answer-position")
        assert not found(choices([0, 0, 0, 1, 2, 3, 0, 1, 0, 2]), "answer-position")

    def test_a_place_counts_by_the_number_of_options(self) -> None:
        assert not found(choices([0] * 8, 2), "answer-position")  # 1 of 256, three places are looked at
        assert found(choices([0] * 8, 3), "answer-position")

    def test_numbers_stand_in_order_and_are_left_out(self) -> None:
        years = "\n".join(
            f"## In which year did the {word} bloom?\n- [x] 18{at}0\n- [ ] 18{at}4\n- [ ] 18{at}8\n"
            for at, word in enumerate(WORDS[:9])
        )
        assert not found(years, "answer-position")

    def test_only_questions_with_one_right_option_are_asked(self) -> None:
        several = "\n".join(
            f"## Which two does the {word} hide?\n- [x] one\n- [x] two\n- [ ] three\n" for word in WORDS
        )
        assert not found(several, "answer-position")


class TestLongest:
    def test_a_letter_more_is_enough(self) -> None:
        (finding,) = found(choices([0, 1, 2, 3] * 2, longer=True), "longest-is-key")
        assert finding.message.startswith("the right option is the longest in 8 of 8 questions")

    def test_an_option_that_is_no_longer_than_another_is_not_the_longest(self) -> None:
        assert not found(choices([0, 1, 2, 3] * 3), "longest-is-key")

    def test_questions_without_a_longest_option_do_not_count(self) -> None:
        (finding,) = found(choices([1] * 9, longer=True) + "\n" + choices([2] * 30), "longest-is-key")
        assert "9 of 9" in finding.message


class TestTail:
    @pytest.mark.parametrize(("count", "hits"), [(8, 8), (10, 7), (20, 3), (100, 60)])
    def test_of_equal_chances_it_is_the_binomial_tail(self, count: int, hits: int) -> None:
        exact = sum(comb(count, k) for k in range(hits, count + 1)) / 2**count
        assert tail([0.5] * count, hits) == pytest.approx(exact)

    def test_of_chances_that_differ_every_one_counts(self) -> None:
        assert tail([0.5, 0.25], 2) == pytest.approx(0.125)
        assert tail([0.5, 0.25], 1) == pytest.approx(0.625)
        assert tail([0.2, 0.9, 0.4], 0) == pytest.approx(1)

    def test_of_many_it_is_nearly_what_is_counted_out(self) -> None:
        chances = [chance for chance, _ in zip(cycle([0.2, 0.25, 0.5]), range(300), strict=False)]
        assert tail([*chances, 0.25], 120) == pytest.approx(tail([*chances[1:], 0.25], 120), rel=0.15)
        assert tail([0.25] * 20_000, 6_000) < 1e-50
