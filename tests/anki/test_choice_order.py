"""The options of a choice, in a real browser: another order each day, the same on both sides, and what was ticked.

Cards are built, imported and rendered by the real Anki, then shown as its programs show them (`card_harness.MODES`).
All inputs are fixed, the clock too: what passes once passes always.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date, timedelta
from itertools import product
from typing import Literal

import pytest
from card_harness import MODES, NOON, Showing, show
from read_package import bank, build
from render_card import collection, import_package

from quizgen.templating import Templates

try:
    import anki.collection  # noqa: F401
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("the anki package is not installed: pip install anki", allow_module_level=True)

SIZES = range(2, 13)
RIGHT = "the right one"
DAYS = dict(zip(MODES, (8, 2, 8, 2), strict=True))
"""On how many days each card is shown; a fresh document for each side takes a browser its time."""

CHI_SQUARE = {
    1: 10.83,
    2: 13.82,
    3: 16.27,
    4: 18.47,
    5: 20.52,
    6: 22.46,
    7: 24.32,
    8: 26.12,
    9: 27.88,
    10: 29.59,
    11: 31.26,
}
"""By degrees of freedom: what a fair shuffle goes beyond once in a thousand (p = 0.001)."""

HEAD = "- [x] the right one\n  Yes, this.\n"


def options(size: int) -> str:
    return HEAD + "".join(f"- [ ] option {number}\n  Not {number}.\n" for number in range(2, size + 1))


def cards_of(questions: str, templates: Templates | None = None) -> dict[str, tuple[str, str]]:
    """Front and back of each question's card by the question's id, as the real Anki renders them."""
    with collection() as col:
        import_package(col, build(bank(questions), templates=templates or Templates()))
        cards = (col.get_card(number) for number in col.find_cards(""))
        return {card.note()["Id"].partition("#")[2]: (card.question(), card.answer()) for card in cards}


@pytest.fixture(scope="module")
def by_size() -> dict[str, tuple[str, str]]:
    """Six questions of each size: `size-4-2` is the third with four options."""
    names = [(size, number) for size in SIZES for number in range(6)]
    return cards_of("\n".join(f"## Which? {{#size-{size}-{number}}}\n{options(size)}" for size, number in names))


SPECIAL = f"""
## Which is it, all considered? {{#pinned}}
{options(5)}- [ ] all of these {{pin}}
- [ ] none of these {{pin}}

## Which are they? {{#several}}
- [x] red
- [x] green
  As grass.
- [ ] blue
  As the sea.
- [ ] grey

## Is it true? {{#untrue}}
= false
correction: It is not.

## As written {{#as-written}}
{options(4)}shuffle: no

## Who? {{#short}}
= x
"""


@pytest.fixture(scope="module")
def special() -> dict[str, tuple[str, str]]:
    return cards_of(SPECIAL)


def days(count: int, first: date = date(2024, 2, 20)) -> list[tuple[int, int, int, int, int]]:
    """Noon of days in a row, across the end of February and of March."""
    return [(*(first + timedelta(days=number)).timetuple()[:3], 12, 0) for number in range(count)]


# One order on both sides


@pytest.mark.parametrize("mode", MODES)
def test_front_and_back_have_one_order_on_every_day_and_nothing_goes_wrong(mode, by_size, tmp_path):
    times = days(DAYS[mode])
    pairs = show([Showing(*sides, at=at) for sides, at in product(by_size.values(), times)], mode, tmp_path)
    assert len(pairs) == len(by_size) * len(times)
    assert all(pair.storage != mode.endswith("denied") for pair in pairs)
    assert [pair for pair in pairs if pair.front.order != pair.back.order] == []
    assert [pair for pair in pairs if pair.front.errors or pair.back.errors] == []
    sizes = [int(name.split("-")[1]) for name in by_size for _ in times]
    assert [len(set(pair.front.order)) for pair in pairs] == sizes


def test_the_pairs_above_are_more_than_a_thousand(by_size):
    assert len(by_size) * sum(DAYS.values()) >= 1_000


@pytest.mark.parametrize("mode", MODES)
def test_pinned_options_keep_their_place_and_the_others_move(mode, special, tmp_path):
    pairs = show([Showing(*special["pinned"], at=at) for at in days(20)], mode, tmp_path)
    assert all(pair.front.order[5:] == ["all of these", "none of these"] for pair in pairs)
    assert len({tuple(pair.front.order[:5]) for pair in pairs}) > 15
    assert all(pair.front.order == pair.back.order for pair in pairs)


@pytest.mark.parametrize("name", ["untrue", "as-written"])
def test_true_and_false_and_options_that_are_not_to_be_shuffled_stay_as_written(name, special, tmp_path):
    orders = {
        tuple(pair.front.order)
        for pair in show([Showing(*special[name], at=at) for at in days(20)], MODES[0], tmp_path)
    }
    assert orders == {("True", "False") if name == "untrue" else (RIGHT, "option 2", "option 3", "option 4")}


# Each day another


def test_the_right_option_is_at_each_place_as_often_as_by_chance(by_size, tmp_path):
    times = days(60)
    shown = show([Showing(*sides, at=at) for sides, at in product(by_size.values(), times)], MODES[0], tmp_path)
    statistics = {}
    for size in SIZES:
        names = [name for name in by_size for _ in times]
        of_size = [one for one, name in zip(shown, names, strict=True) if name.startswith(f"size-{size}-")]
        places = Counter(one.front.order.index(RIGHT) for one in of_size)
        expected = len(of_size) / size
        statistics[size] = sum((places[place] - expected) ** 2 / expected for place in range(size))
    print({size: round(value, 2) for size, value in statistics.items()})
    assert {size: value for size, value in statistics.items() if value > CHI_SQUARE[size - 1]} == {}


def test_each_order_of_three_comes_as_often_as_by_chance(by_size, tmp_path):
    shown = show([Showing(*by_size["size-3-0"], at=at) for at in days(1_200)], MODES[0], tmp_path)
    orders = Counter(tuple(one.front.order) for one in shown)
    assert len(orders) == 6
    statistic = sum((count - 200) ** 2 / 200 for count in orders.values())
    print(round(statistic, 2))
    assert statistic <= CHI_SQUARE[5]


def test_a_day_begins_at_four_in_the_morning(by_size, tmp_path):
    at = [(2024, 5, 17, 3, 59), (2024, 5, 17, 4, 1), (2024, 5, 17, 23, 59), (2024, 5, 18, 3, 59), (2024, 5, 18, 4, 0)]
    cards = [sides for name, sides in by_size.items() if name.startswith("size-12-")]
    shown = show([Showing(*sides, at=time) for sides, time in product(cards, at)], MODES[0], tmp_path)
    for number in range(0, len(shown), len(at)):
        night, morning, late, last, next_day = (one.front.order for one in shown[number : number + len(at)])
        assert morning == late == last
        assert len({tuple(night), tuple(morning), tuple(next_day)}) == 3


NIGHTS = {
    "Europe/Berlin": [(2024, 3, 31), (2024, 10, 27)],
    "America/New_York": [(2024, 3, 10), (2024, 11, 3)],
    "Australia/Lord_Howe": [(2024, 4, 7), (2024, 10, 6)],
}
"""Where and when the clock on the wall is put forward or back, by half an hour in the last."""


@pytest.mark.parametrize("zone", NIGHTS)
def test_a_day_begins_at_four_by_the_clock_on_the_wall_also_where_it_was_changed_that_night(zone, by_size, tmp_path):
    times = [(*day, *time) for day in NIGHTS[zone] for time in ((3, 59), (4, 1), (12, 0))]
    orders = [
        one.front.order
        for one in show([Showing(*by_size["size-12-0"], at=at) for at in times], MODES[0], tmp_path, zone=zone)
    ]
    for before, after, noon in (orders[:3], orders[3:]):
        assert before != after == noon


@pytest.mark.parametrize("mode", MODES[:3])
def test_a_card_turned_after_four_keeps_the_order_of_its_front(mode, by_size, tmp_path):
    before, after = (2024, 5, 17, 3, 59), (2024, 5, 17, 4, 1)
    cards = [sides for name, sides in by_size.items() if name.startswith("size-12-")]
    pairs = show([Showing(*sides, at=before, turned_at=after) for sides in cards], mode, tmp_path)
    assert all(pair.front.order == pair.back.order for pair in pairs)


# Ticks

HANDS: tuple[Literal["click", "keys"], ...] = ("click", "keys")


@pytest.mark.parametrize("mode", MODES[:3])
def test_what_is_ticked_is_marked_on_the_back_wherever_anything_can_be_remembered(mode, by_size, tmp_path):
    sides = by_size["size-12-3"]
    wanted = list(product([RIGHT, *(f"option {number}" for number in range(2, 13))], HANDS))
    pairs = show([Showing(*sides, ticks=(one,), by=by) for one, by in wanted], mode, tmp_path)
    for (one, _), pair in zip(wanted, pairs, strict=True):
        assert pair.front.ticked == pair.back.ticked == pair.back.mine == [one]
        assert pair.back.verdict == ("Right." if one == RIGHT else "Not quite.")


def test_where_nothing_can_be_remembered_the_back_is_whole_and_says_nothing_of_ticks(by_size, tmp_path):
    [pair] = show([Showing(*by_size["size-4-0"], ticks=(RIGHT,))], MODES[3], tmp_path)
    assert pair.front.ticked == [RIGHT]
    assert (pair.back.ticked, pair.back.mine, pair.back.verdict) == ([], [], "")
    assert pair.back.order == pair.front.order
    assert "✓ right" in pair.back.shown


SCORES = {
    ("red", "green"): "Right.",
    ("red",): "Not quite: 1 of 2 right.",
    ("blue",): "Not quite: 0 of 2 right, 1 wrong.",
    ("grey", "red", "green"): "Not quite: 2 of 2 right, 1 wrong.",
    (): "",
}


@pytest.mark.parametrize("mode", MODES[:3])
def test_several_may_be_ticked_and_the_back_says_how_many_are_right(mode, special, tmp_path):
    wanted = list(product(SCORES.items(), HANDS))
    pairs = show([Showing(*special["several"], ticks=ticks, by=by) for (ticks, _), by in wanted], mode, tmp_path)
    for ((ticks, verdict), _), pair in zip(wanted, pairs, strict=True):
        assert (set(pair.back.mine), pair.back.verdict) == (set(ticks), verdict)
        assert pair.back.mine == pair.back.ticked == pair.front.ticked


def test_a_second_click_takes_a_tick_back_where_several_may_be_ticked(special, tmp_path):
    [pair] = show([Showing(*special["several"], ticks=("red", "blue", "blue"))], MODES[0], tmp_path)
    assert pair.back.mine == ["red"]


def test_of_one_only_the_last_tick_counts(by_size, tmp_path):
    [pair] = show([Showing(*by_size["size-4-0"], ticks=("option 2", RIGHT))], MODES[0], tmp_path)
    assert (pair.back.mine, pair.back.verdict) == ([RIGHT], "Right.")


@pytest.mark.parametrize("mode", MODES[:3])
def test_ticks_are_of_one_showing_of_one_card(mode, by_size, tmp_path):
    first, second = by_size["size-4-0"], by_size["size-4-1"]
    showings = [Showing(*first, ticks=("option 2",)), Showing(*second), Showing(*first), Showing(*first)]
    ticked, *others = show(showings, mode, tmp_path)
    assert ticked.back.mine == ["option 2"]
    assert all(other.front.ticked == other.back.mine == [] for other in others)


@pytest.mark.parametrize("mode", MODES[:2])
def test_a_back_that_is_shown_without_its_front_takes_no_ticks_of_another_card(mode, by_size, tmp_path):
    first, second = by_size["size-4-0"], by_size["size-4-1"]
    mixed, alone = show([Showing(first[0], second[1], ticks=("option 2",)), Showing(*second)], mode, tmp_path)
    assert mixed.front.ticked == ["option 2"]
    assert (mixed.back.mine, mixed.back.verdict) == ([], "")
    assert mixed.back.order == alone.back.order


def test_true_or_false_is_ticked_and_marked_like_any_choice(special, tmp_path):
    right, wrong = show([Showing(*special["untrue"], ticks=(one,)) for one in ("False", "True")], MODES[1], tmp_path)
    assert (right.back.verdict, wrong.back.verdict) == ("Right.", "Not quite.")
    assert wrong.back.mine == ["True"]
    assert "It is not." in wrong.back.shown


# What the sides offer and what they keep to themselves


def test_the_front_offers_a_control_of_its_kind_for_each_option_high_enough_to_touch(special, by_size, tmp_path):
    cards = [special["several"], by_size["size-12-0"]]
    several, one = show([Showing(*sides, measure=True) for sides in cards], MODES[1], tmp_path)
    assert several.front.controls == ["checkbox"] * 4
    assert one.front.controls == ["radio"] * 12
    assert min(several.front.heights + one.front.heights) >= 44
    assert several.back.controls == one.back.controls == []


def test_the_controls_are_a_group_that_has_the_question_for_its_name(special, by_size, tmp_path):
    cards = [special["pinned"], special["several"], by_size["size-4-0"]]
    for mode in MODES[:2]:
        groups = [pair.front.group for pair in show([Showing(*sides) for sides in cards], mode, tmp_path)]
        assert groups == ["Which is it, all considered?", "Which are they?", "Which?"]


@pytest.mark.parametrize("ticks", [(), ("blue",), ("red", "green")])
def test_the_front_reveals_nothing_also_when_ticked(ticks, special, tmp_path):
    [pair] = show([Showing(*special["several"], ticks=ticks)], MODES[0], tmp_path)
    for word in ("right", "wrong", "Not quite", "✓", "✗", "As grass", "As the sea"):
        assert word not in pair.front.shown
        assert word not in special["several"][0].partition("<script>")[0].partition("</style>")[2]


def test_without_scripts_both_sides_are_whole(special, tmp_path):
    def bare(side: str) -> str:
        head, script, tail = side.partition("<script>")
        return head + tail.partition("</script>")[2] if script else side

    cards = [Showing(*map(bare, special[name]), measure=True) for name in ("pinned", "several", "untrue")]
    for pair in show(cards, MODES[1], tmp_path):
        assert pair.front.order == pair.back.order
        assert pair.front.controls == []
        assert "✓ right" in pair.back.shown


def test_cards_of_other_kinds_carry_no_script(special):
    assert all("<script" not in side for side in special["short"])


@pytest.mark.parametrize("side", [0, 1], ids=["front", "back"])
def test_a_side_has_at_most_three_kilobytes_of_script(side, special):
    script = special["several"][side].partition("<script>")[2].partition("</script>")[0]
    print(len(script.encode()))
    assert 500 < len(script.encode()) <= 3_000
    assert "{{" not in script


def test_no_text_of_the_bank_stands_in_a_script(special):
    sides = [side for sides in special.values() for side in sides]
    scripts = {script.partition("</script>")[0] for side in sides for script in side.split("<script>")[1:]}
    assert len(scripts) == 2


# The tests above can fail


class Broken(Templates):
    """The templates with one thing in the scripts of the cards made wrong."""

    def __init__(self, wrong: tuple[str, str]) -> None:
        super().__init__()
        object.__setattr__(self, "wrong", wrong)

    def text(self, name: str) -> str:
        return super().text(name).replace(*self.wrong) if name.endswith(".js") else super().text(name)


FAULTS = {
    "an order by chance": ("% n", "% n * 0 + Math.random() * n | 0"),
    "a day that begins at midnight": ("- 4", "- 0"),
    "pins forgotten": ('item.hasAttribute("data-pin")', "false"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_script_is_seen(fault, tmp_path):
    cards = cards_of(SPECIAL, Broken(FAULTS[fault]))
    at = [(2024, 5, 17, 3, 59), (2024, 5, 17, 4, 1), *days(5)]
    pairs = show([Showing(*cards["pinned"], at=one) for one in at], MODES[3], tmp_path)
    night, morning = pairs[:2]
    seen = {
        "an order by chance": any(pair.front.order != pair.back.order for pair in pairs),
        "a day that begins at midnight": night.front.order == morning.front.order,
        "pins forgotten": any(pair.front.order[5:] != ["all of these", "none of these"] for pair in pairs),
    }
    assert [name for name, failed in seen.items() if failed] == [fault]


def test_noon_is_the_time_of_a_showing_unless_another_is_said():
    assert Showing("", "").at == NOON
