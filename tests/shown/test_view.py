"""A question as it is asked: stem, instruction, options in the order of one version, points."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import question_of

from quizgen.bank.model import Blank, Choice, Item, Option, Order
from quizgen.bank.parse import parse_bank
from quizgen.shown import View, instruction, letter, points_of, view

KINDS = [
    ("Who?\n= one", "", 1),
    ("How many?\n= 4", "Give a number.", 1),
    ("How far?\n= 4\nunit: km", "Give a number, in km.", 1),
    ("So?\n= true", "True or false?", 1),
    ("Which?\n- [x] a\n- [ ] b", "Choose one.", 1),
    ("Which?\n- [x] a\n- [x] b\n- [ ] c", "Choose all that apply.", 2),
    ("A {{b}}.", "Fill in the blank.", 1),
    ("A {{b}} {{c}}.", "Fill in the blanks.", 2),
    ("Which?\n- a\n- b\n- c", "Name three, in any order.", 3),
    ("Which?\n- a\n- b\n- c\nask: 2", "Name any two.", 2),
    ("Which?\n- a\n- b\norder: fixed", "Name two, in the right order.", 2),
    ("Which?\n" + "".join(f"- m{n}\n" for n in range(12)), "Name 12, in any order.", 12),
    ("Match.\n- a == b\n- c == d", "Match each with a letter.", 2),
    ("Match.\n- a == b\n- c == d\n- == e", "Match each with a letter. One letter is left over.", 2),
    ("Match.\n- a == b\n- c == d\n- == e\n- == f", "Match each with a letter. Two letters are left over.", 2),
    ("Match.\n- a == b\n- c == b\n- d == e", "Match each with a letter. A letter may be used more than once.", 3),
    ("Order.\n1. a\n2. b", "Put these in order, from first to last.", 1),
    ("Why?\n+ a\n+ b", "Answer in your own words.", 2),
    ("Why?\n= a\nlines: 3", "Answer in your own words.", 1),
]


@pytest.mark.parametrize(("text", "said", "points"), KINDS)
def test_what_to_do_and_what_it_is_worth(text: str, said: str, points: int) -> None:
    question = question_of(text)
    assert instruction(question) == said
    assert points_of(question) == points
    shown = view(question, "seed")
    assert (shown.instruction, shown.points) == (said, points)


def test_points_that_are_written_go_before_those_that_are_counted() -> None:
    assert points_of(question_of("Which?\n- a\n- b\npoints: 2.5")) == Decimal("2.5")


class TestStemAndBody:
    def test_a_plain_question_is_one_stretch(self) -> None:
        shown = view(question_of("Who *was* it?\nThe body.\n\nMore of it.\n\n= one"), "seed")
        assert shown.stem == ("Who *was* it?",)
        assert shown.body == ("The body.\n\nMore of it.",)
        assert (shown.options, shown.lefts) == ((), ())

    def test_a_cloze_is_stretches_and_blanks(self) -> None:
        shown = view(question_of("{{a}} and {{b :: hint}}.\nAlso {{c | d}}."), "seed")
        kinds = [[type(part) for part in side] for side in (shown.stem, shown.body)]
        assert kinds == [[Blank, str, Blank, str], [str, Blank, str]]
        assert shown.stem[1] == " and "

    def test_the_left_sides_keep_their_order(self) -> None:
        shown = view(question_of("Match.\n- one == a\n- two == b\n- three == c\n- == d"), "seed")
        assert [words.text for words in shown.lefts] == ["one", "two", "three"]
        assert sorted(option.words.text for option in shown.options) == ["a", "b", "c", "d"]


def texts(shown: View) -> list[str]:
    return [option.words.text for option in shown.options]


class TestOrder:
    def test_letters_follow_the_places_on_the_page(self) -> None:
        shown = view(question_of("Which?\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d"), "seed")
        assert [option.letter for option in shown.options] == ["A", "B", "C", "D"]
        assert sorted(option.index for option in shown.options) == [0, 1, 2, 3]
        for option in shown.options:
            assert shown.option(option.index) is option

    def test_these_orders_never_change(self) -> None:
        """What is printed today and what is printed next year have the same letters."""
        question = question_of("Which? {#animals}\n- [x] ant\n- [ ] bee\n- [ ] cow\n- [ ] dog\n- [ ] elk")
        assert {version: "".join(text[0] for text in texts(view(question, "seed", version))) for version in "ABC"} == {
            "A": "cadbe",
            "B": "edcab",
            "C": "decab",
        }

    def test_another_seed_version_or_question_has_another_order(self) -> None:
        options = "".join(f"- [{'x' if n == 0 else ' '}] o{n}\n" for n in range(8))
        one, two = question_of(f"Which? {{#one}}\n{options}"), question_of(f"Which? {{#two}}\n{options}")
        orders = {
            tuple(texts(shown))
            for shown in (view(one, "seed"), view(one, "other"), view(one, "seed", "B"), view(two, "seed"))
        }
        assert len(orders) == 4

    def test_a_reworded_question_keeps_its_order(self) -> None:
        options = "- [x] a\n- [ ] b\n- [ ] c\n- [ ] d"
        one, two = question_of(f"Which? {{#id}}\n{options}"), question_of(f"Which one? {{#id}}\n{options}")
        assert texts(view(one, "seed")) == texts(view(two, "seed"))

    def test_a_pin_keeps_an_option_in_its_place(self) -> None:
        question = question_of("Which?\n- [ ] first {pin}\n- [x] b\n- [ ] c\n- [ ] d\n- [ ] none of these {pin}")
        seen = {tuple(texts(view(question, "seed", version))) for version in "ABCDEFGHIJ"}
        assert len(seen) > 1
        assert {(order[0], order[-1]) for order in seen} == {("first", "none of these")}

    def test_options_may_stay_as_they_are_written(self) -> None:
        question = question_of("Which?\n- [x] c\n- [ ] b\n- [ ] a\nshuffle: no")
        assert {tuple(texts(view(question, "seed", version))) for version in "ABCDEF"} == {("c", "b", "a")}

    def test_numbers_stay_as_they_are_written(self) -> None:
        question = question_of("How much?\n- [ ] $10 million\n- [x] $100 million\n- [ ] $1 billion")
        assert all(texts(view(question, "seed", v)) == ["$10 million", "$100 million", "$1 billion"] for v in "ABCDEF")

    @pytest.mark.parametrize(
        ("text", "fixed"),
        [
            ("Which?\n- [x] a\n- [ ] b\n- [ ] c", set()),
            ("Which?\n- [ ] a {pin}\n- [x] b\n- [ ] c\n- [ ] d {pin}", {"a", "d"}),
            ("Which?\n- [x] a\n- [ ] b\nshuffle: no", {"a", "b"}),
            ("Which?\n- [x] 1 km\n- [ ] 2 km", {"1 km", "2 km"}),
            ("Match.\n- a == x\n- b == y", set()),
            ("Match.\n- a == x\n- b == y\nshuffle: no", {"x", "y"}),
            ("Order.\n1. a\n2. b", set()),
        ],
    )
    def test_what_keeps_its_place_in_every_version_says_so(self, text: str, fixed: set[str]) -> None:
        shown = view(question_of(text), "seed")
        assert {option.words.text for option in shown.options if option.fixed} == fixed

    def test_right_sides_may_stay_as_they_are_written(self) -> None:
        question = question_of("Match.\n- a == one\n- b == two\n- c == three\nshuffle: no")
        assert texts(view(question, "seed")) == ["one", "two", "three"]

    @given(st.integers(2, 9), st.text(alphabet="abc", max_size=6), st.sampled_from("ABCDEF"))
    def test_items_never_stand_in_the_right_order_already(self, size: int, seed: str, version: str) -> None:
        question = Order(prompt="?", id="x", items=tuple(Item(str(number)) for number in range(size)))
        order = [option.index for option in view(question, seed, version).options]
        assert sorted(order) == list(range(size))
        assert order != list(range(size))

    @given(st.lists(st.booleans(), min_size=2, max_size=9), st.sampled_from("ABCDEF"))
    def test_pins_hold_whatever_is_pinned(self, pins: list[bool], version: str) -> None:
        options = tuple(Option(f"o{at}", at == 0, pinned=pin) for at, pin in enumerate(pins))
        shown = view(Choice(prompt="?", options=options), "seed", version)
        assert sorted(option.index for option in shown.options) == list(range(len(pins)))
        assert all(shown.options[at].index == at for at, pin in enumerate(pins) if pin)


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AB",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_some_of_a_list_to_recite_are_named_in_order() -> None:
    [question] = parse_bank("---\nid: a\ntitle: T\n---\n## Which?\n- a\n- b\n- c\nask: 2\norder: fixed\n").questions
    assert instruction(question) == "Name any two, in the right order."
