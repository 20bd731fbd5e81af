"""Options that are numbers: read as amounts, in order, without overlap, and none of them among words."""

from __future__ import annotations

import pytest
from multiple_choice import FIRST, STEM, finds, found

from quizgen.check.language.amount import read_amount
from quizgen.check.rules.numbers import mixed_options, numbers_unordered, overlapping_options

# Reading


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("8", "12"),
        ("-5", "5"),
        ("−5 °C", "−4 °C"),
        ("1/3", "½"),
        ("1 1/2", "1 3/4"),
        ("900", "1,000"),
        ("10⁶", "10⁸"),
        ("10^3", "10^5"),
        ("once", "three times"),
        ("twice a day", "3 times a day"),
        ("a third of the sea", "half of the sea"),
        ("two thirds", "three quarters"),
        ("the 3rd century BC", "the 1st century BC"),
        ("2nd century BC", "first century AD"),
        ("2 × 10^3", "3 × 10^3"),
        ("$9 million", "$1 billion"),
        ("8 barrels", "60 barrels"),
        ("1 boat", "2 boats"),
        ("three boats", "twelve boats"),
        ("Twenty-one", "thirty"),
        ("the second law", "the third law"),
        ("the 9th century", "the 12th century"),
        ("the 1920s", "the 1930s"),
        ("90 seconds", "2 minutes"),
        ("90 cm", "2 m"),
        ("9.8 m/s^2", "10 m/s^2"),
        ("0.9 g/cm³", "1.2 g/cm³"),
        ("2.5 to 1", "10 to 1"),
        ("March", "June"),
        ("12 May 1941", "3 June 1941"),
        ("June 3, 1941", "July 2, 1941"),
        ("May 1942", "March 1943"),
        ("44 BC", "AD 79"),
        ("11:30 am", "2 p.m."),
        ("about 50", "about 60"),
        ("in 1914", "in 1939"),
        ("1914–18", "1939–45"),
        ("5 to 10 m", "10 to 20 m"),
        ("$10–20 million", "$20–30 million"),
        ("between 5 and 10", "between 10 and 15"),
        ("under 10", "10 to 20"),
        ("10 to 20", "over 20"),
        ("10 to 20", "20 or more"),
        ("5 or less", "6 or more"),
    ],
)
def test_amounts_of_one_kind_can_be_ordered(less: str, more: str) -> None:
    one, other = read_amount(less), read_amount(more)
    assert one
    assert other
    assert one.kind == other.kind
    assert one.place < other.place


@pytest.mark.parametrize(
    "text",
    ["CO2", "IL-2", "World War II", "3 + 4", "2 kg and 3 kg", "x^2", "2x", "5 - 3", "(1, 2)", "the Moon", "may be so",
     "1 or 2", "f(2, 3)", "3-1", "", "10.0.0.1", "2π", "π/2", "half-moon"],
)  # fmt: skip
def test_what_is_no_amount(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("one", "other"), [("5 km", "5 kg"), ("$5", "€5"), ("5 boats", "5 ships"), ("May", "5 May"), ("5", "5 %")]
)
def test_amounts_of_other_kinds(one: str, other: str) -> None:
    assert getattr(read_amount(one), "kind", None) != getattr(read_amount(other), "kind", None)


# Order


@pytest.mark.parametrize(
    ("options", "at"),
    [
        (("6", "18", "12"), 2),
        (("18", "12", "24", "6"), 1),
        (("8 barrels", "60 barrels", "18 barrels"), 2),
        (("three boats", "twelve boats", "seven boats"), 2),
        (("1914", "1939", "1918"), 2),
        (("6", "18", "12", "none of these"), 2),
        (("6", "18", "it cannot be told", "12"), 3),
        (("10 to 20", "5 to 10", "over 20"), 1),
        (("$30", "$10", "20"), 1),
    ],
)
def test_numbers_in_no_order(options: tuple[str, ...], at: int) -> None:
    (finding,) = found(numbers_unordered, STEM, *options)
    assert finding.line == FIRST + at


@pytest.mark.parametrize(
    "options",
    [
        ("6", "12", "18"),
        ("18", "12", "6"),
        ("12", "6"),
        ("6", "12", "12.0"),
        ("20", "10", "the Moon", "the Sun"),  # words among them
        ("5 km", "3 kg", "4 km"),
        ("3 boats", "1 ship", "2 rafts"),
        ("30 %", "10 %", "20"),
        ("the Moon", "the Sun", "the wind"),
        ("6", "18", "12 {pin}"),
        ("1 and 2", "2 and 3", "1 and 3"),
        ("Henry II", "Henry I", "Henry III"),
    ],
)
def test_numbers_in_order_and_what_has_none(options: tuple[str, ...]) -> None:
    assert not finds(numbers_unordered, STEM, *options)


def test_the_message_gives_the_order() -> None:
    (finding,) = found(numbers_unordered, STEM, "6 hours", "18 hours", "12 hours")
    assert finding.message == "these numbers are in no order; put them so: 6 hours, 12 hours, 18 hours"


def test_a_point_may_part_thousands_in_other_languages() -> None:
    assert not finds(numbers_unordered, STEM, "500", "1.500", "2.500", front="language: de\n")
    assert finds(numbers_unordered, STEM, "500", "1500", "1000", front="language: de\n")


# Overlap


@pytest.mark.parametrize(
    ("options", "at"),
    [
        (("5 to 10 m", "8 to 20 m", "20 to 30 m"), 1),
        (("11–15 years", "13–19 years", "19–25 years"), 1),
        (("less than 10", "5 to 20", "more than 20"), 1),
        (("10 to 20", "20 to 30", "15 to 18"), 2),
        (("less than 20", "20 to 49", "at least 50", "more than 70"), 3),
        (("under 20", "over 50", "over 70"), 2),
    ],
)
def test_spans_that_overlap(options: tuple[str, ...], at: int) -> None:
    (finding,) = found(overlapping_options, "How old are they?", *options)
    assert finding.line == FIRST + at


@pytest.mark.parametrize(
    "stem",
    [
        "Between which bounds lies the number of boats?",
        "In which range does the depth fall?",
        "Within what limits does the age of the boat lie?",
        "Between which years lies the first voyage?",
        "In which span of years was the island discovered?",
        "How many boats sail between the two islands?",
        "How many years did they sail from the island?",
    ],
)
def test_a_number_lies_in_one_span_only(stem: str) -> None:
    assert finds(overlapping_options, stem, "10 to 30", "25 to 50", "60 to 90")


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        ("How deep is it?", ("5 to 10", "10 to 20", "20 to 30")),
        ("How deep is it?", ("under 10", "10 to 20", "over 20")),
        ("How deep is it?", ("at least 10", "at least 20", "at least 30")),  # bounds are the answers
        ("How deep is it?", ("5 to 10 m", "8 to 20 ft", "20 to 30 m")),
        ("How deep is it?", ("5 to 10", "5 to 10", "20 to 30")),  # the same: another rule
        ("How deep is it?", ("5 to 30", "10 to 20", "15 to 18")),  # each is an answer as a whole
        ("What is the range of depths?", ("5 to 10", "8 to 20", "20 to 30")),
        ("Between which ages do they learn to swim?", ("5 to 10", "8 to 20", "20 to 30")),
        ("What is the normal range of its pulse?", ("60 to 100", "80 to 120", "120 to 180")),
        ("From when to when did the king reign?", ("1800 to 1830", "1820 to 1840", "1840 to 1850")),
        ("In which period did they rule?", ("1800 to 1830", "1820 to 1840", "1840 to 1850")),
        ("When was the war?", ("1939 to 1945", "1941 to 1945", "1938 to 1944")),
        ("What was the score?", ("3-1", "2-1", "2-0")),
    ],
)
def test_spans_that_do_not(stem: str, options: tuple[str, ...]) -> None:
    assert not finds(overlapping_options, stem, *options)


# Numbers among words


@pytest.mark.parametrize("odd", ["all that is left", "the cargo of the ship", "water", "a ship"])
@pytest.mark.parametrize("things", ["barrels", "old boats"])
def test_words_among_counts_of_one_thing(odd: str, things: str) -> None:
    (finding,) = found(mixed_options, f"How many {things} go ashore?", f"8 {things}", f"18 {things}", odd)
    assert finding.line == FIRST + 2


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        ("Which film is it?", ("12 men", "13 men", "Vertigo")),  # names
        ("How many go ashore?", ("8 barrels", "18 barrels", "all of them")),
        ("How many go ashore?", ("8 barrels", "18 barrels", "a barrel")),
        ("How many go ashore?", ("8 boats", "18 boats", "a boat")),
        ("Which are they?", ("8 boats", "18 boats", "the cargo")),
        ("How many go ashore?", ("8 ships", "18 boats", "the cargo")),
        ("How many go ashore?", ("8 barrels", "18 barrels", "it depends")),
    ],
)
def test_what_may_stand_beside_counts(stem: str, options: tuple[str, ...]) -> None:
    assert not finds(mixed_options, stem, *options)


@pytest.mark.parametrize(
    ("options", "at"),
    [
        (("6 hours", "12 hours", "the Moon"), 2),
        (("Paris", "1945", "1950"), 0),
        (("Paris", "5 kg", "Rome"), 1),
        (("Paris", "26", "Rome"), 1),
    ],
)
def test_numbers_among_words(options: tuple[str, ...], at: int) -> None:
    (finding,) = found(mixed_options, STEM, *options)
    assert finding.line == FIRST + at


@pytest.mark.parametrize(
    "options",
    [
        ("6", "12", "none"),
        ("6", "12", "infinitely many"),
        ("6 hours", "12 hours", "it cannot be determined"),
        ("5 %", "10 %", "the same"),
        ("6", "12", "x"),
        ("100 ohms", "1000 ohms", "very low"),
        ("1984", "Brave New World", "Animal Farm"),
        ("Apollo 11", "Apollo 13", "Sputnik"),
        ("type 1", "type 2", "gout"),
        ("Wait 5 minutes", "Wait an hour or two until it rises", "Go home"),
        ("6", "12", "18"),
        ("Paris", "Rome", "Oslo"),
    ],
)
def test_what_may_stand_beside_numbers(options: tuple[str, ...]) -> None:
    assert not finds(mixed_options, STEM, *options)
