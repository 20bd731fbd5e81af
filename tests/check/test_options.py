"""Options that say nothing of their own, options that say the same, and too few of them."""

from __future__ import annotations

import pytest
from examples import bank_text, found_in
from multiple_choice import FIRST, STEM, choice, finds, found

from quizgen.check.rule import Rule
from quizgen.check.rules.options import all_of_the_above, duplicate_options, k_type, none_of_the_above, too_few_options

# All and none of them


@pytest.mark.parametrize(
    "option",
    [
        "all of the above",
        "All of the above.",
        "ALL THE ABOVE",
        "(all of the above)",
        "All of these",
        "all of them",
        "All of the options",
        "All the answers above",
        "all answers are correct",
        "All are correct",
        "Any of the above",
        "All of the above are true",
        "each of the above",
        "All of these statements are correct.",
        "The Moon does all of the above",
        "All of these, though the Moon most",
        "All of these are reasons that he gives.",
        "All these were named",
        "Each of these has been tried",
        "All of those happened",
        "All",
        "all two",
        "All the causes listed above",
        "Each of the above-mentioned causes",
        "Everything above",
        "Every answer above",
        "These are all correct",
    ],
)
def test_an_option_that_stands_for_all_others(option: str) -> None:
    (finding,) = found(all_of_the_above, STEM, "the Moon", "the Sun", option)
    assert finding.line == FIRST + 2
    assert not finds(none_of_the_above, STEM, "the Moon", "the Sun", option)


@pytest.mark.parametrize(
    "option",
    [
        "none of the above",
        "None of the above.",
        "NONE OF THESE",
        "none of them",
        "None of the other answers",
        "none are correct",
        "none is correct",
        "no correct answer",
        "There is no correct answer",
        "no answer is correct",
        "Neither of these",
        "None of these options are correct",
        "none of the above: it is the wind",
        "None of these is a reason that he gives.",
        "Neither of those was named",
        "None.",
        "none of the options listed here",
        "Nothing of the above",
        "No cause named above",
    ],
)
def test_an_option_that_says_that_no_other_is_right(option: str) -> None:
    (finding,) = found(none_of_the_above, STEM, "the Moon", "the Sun", option)
    assert finding.line == FIRST + 2
    assert not finds(all_of_the_above, STEM, "the Moon", "the Sun", option)


@pytest.mark.parametrize(
    "options",
    [
        ("All", "Some", "None"),
        ("None", "one", "two"),
        ("None", "only the bow", "the whole ship"),
        ("all three", "the Moon", "the Sun"),  # of other things than the two that stand here
        ("all two", "both of them", "one of them"),
        ("Neither", "the Moon", "the Sun"),
        ("all of them", "most of them", "none of them"),
        ("all of the sailors", "none of the sailors", "the cook"),
        ("all ships", "no ships", "boats"),
        ("for any reason", "any reason", "no reason given"),
        ("all of the above-ground parts", "none of the above-ground parts", "the root"),
        ("no answer came", "the Sun", "the Moon"),
        ("All of these seas are salt", "no sea is salt", "a lake is salt"),
        ("it lies above", "it lies below", "it lies beside"),
        ("All of these metals conduct", "the Moon", "the Sun"),
        ("All of these are old", "All of these are new", "the Sun"),  # of what the stem names
        ("All of these are old", "Some of these are old", "the Sun"),
        ("None of these is old", "Most of these are old", "the Sun"),
        ("None of these ships", "the Moon", "the Sun"),
    ],
)
def test_what_says_something_of_its_own(options: tuple[str, ...]) -> None:
    assert not finds(all_of_the_above, STEM, *options)
    assert not finds(none_of_the_above, STEM, *options)


def test_all_of_these_beside_none_of_these() -> None:
    options = ("the Moon", "the Sun", "All of these are reasons", "None of these is a reason")
    assert [finding.line for finding in found(all_of_the_above, STEM, *options)] == [FIRST + 2]
    assert [finding.line for finding in found(none_of_the_above, STEM, *options)] == [FIRST + 3]


def test_a_count_beside_it_changes_nothing() -> None:
    assert finds(all_of_the_above, STEM, "One of the seas rises", "two", "all of the above")
    assert finds(none_of_the_above, STEM, "One of the seas rises", "it falls", "none of these")


# Combinations


@pytest.mark.parametrize(
    "option",
    [
        "A and B",
        "both A and B",
        "a & b only",
        "(a) and (b)",
        "Both of the above",
        "neither A nor B",
        "1 and 2",
        "A and C, only",
        "two of the above",
        "Options A and B",
        "Both A and B are correct",
        "A and B are both correct",
        "A and B, but not C",
        "all except B",
        "All of the above but A",
        "A, B and C",
        "I and III only",
        "both II and III",
    ],
)
def test_an_option_that_combines_the_options_above(option: str) -> None:
    (finding,) = found(k_type, STEM, "the Moon", "the Sun", "the wind", option)
    assert finding.line == FIRST + 3


@pytest.mark.parametrize(
    "option", ["A and D only", "A, C and D", "A, B and D", "both C and D", "I and IV only", "answers C and D"]
)
def test_a_combination_may_stand_anywhere_among_what_it_combines(option: str) -> None:
    (finding,) = found(k_type, STEM, "the Moon", option, "the Sun", "the wind")
    assert finding.line == FIRST + 1
    assert not finds(k_type, STEM, "the Moon", option, "the Sun")  # there is no fourth option


@pytest.mark.parametrize(
    ("body", "options"),
    [
        ("1) the Moon\n2) the Sun\n3) the wind", ("1 only", "1 and 2 only", "2 and 3")),
        ("I. the Moon\nII. the Sun\nIII. the wind", ("I only", "I and II", "I, II and III")),
        ("(a) the Moon (b) the Sun (c) the wind", ("(a) and (b)", "(b) and (c)", "(a) and (c)")),
        ("", ("I only", "II only", "I and II")),
        ("Statement I: it rises. Statement II: it falls.", ("Statement I is true but Statement II is false", "x", "y")),
        ("Two statements.", ("True, false", "False, true", "True, true")),
        ("S1: it rises. S2: it falls.", ("Both (S1) and (S2) are true", "Only S1 is true", "Only S2 is true")),
    ],
)
def test_options_that_combine_statements(body: str, options: tuple[str, ...]) -> None:
    marks = "".join(f"- [{'x' if place == 0 else ' '}] {option}\n" for place, option in enumerate(options))
    assert found_in(bank_text(f"## Which are true? {{#q}}\n{body}\n\n{marks}"), "", k_type)


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        ("Which blood groups did A and B find?", ("A and B", "A and O", "B and O")),
        ("Between which points, A, B, C or D, is the wall?", ("A and B", "B and C", "C and D")),
        ("Which vitamins does a fish give?", ("A and D", "B and C", "E and K")),
        ("Which numbers solve it?", ("1 and 3", "2 and 3", "1 and 4")),
        ("Where do the lines meet? 1. Draw them. 2. Measure.", ("(1, 2)", "(2, 1)", "(2, 3)")),
        ("Where do the lines meet?", ("at the origin", "nowhere", "(1, 2)")),
        ("Which letters are vowels?", ("A and E", "B and C", "the last two")),
        ("Who pulls at the sea?", ("the Moon and the Sun", "both the Sun and the wind", "only the Moon")),
        ("Which nerves move the eye?", ("III and IV", "II and V", "V and VI")),
        ("Who was it?", ("Louis I", "Charles II", "Henry V")),
        ("In which wars?", ("those of the sea", "those of the land", "I and II")),
        ("Which does a fish give?", ("A and D", "only salt", "mere water", "plain fat")),
        ("Of the towns A, B and C, which lie at sea?", ("the old ones", "those on rivers", "A, B and C")),
        ("Which antigens are found?", ("A only", "B only", "A and B only")),
    ],
)
def test_letters_and_numbers_that_are_answers(stem: str, options: tuple[str, ...]) -> None:
    assert not finds(k_type, stem, *options)


# The same twice


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("salt", "Salt"),
        ("salt", "salt."),
        ("the salt", "salt"),
        ("a  wave", "A wave"),
        ("it’s late", "it's late"),
        ("“yes”", '"yes"'),
        ("In the sea", "in the sea"),
        ("5 km", "5 kilometres"),
        ("1,000", "1000"),
        ("$1 million", "$1,000,000"),
        ("50 %", "50 per cent"),
        ("75 °C", "75°C"),
        ("1 kg", "1000 g"),
        ("Sea water", "sea water"),
        ("`a`", "`a`"),
    ],
)
def test_two_options_that_are_the_same(one: str, other: str) -> None:
    (finding,) = found(duplicate_options, STEM, one, "something else", other)
    assert finding.line == FIRST + 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5", "5.0"),
        ("-5", "5"),
        ("5 mm", "5 Mm"),
        ("5 mW", "5 MW"),
        ("5 km", "5 miles"),
        ("its tail", "it's tail"),
        ("CO", "Co"),
        ("AaBb", "AABB"),
        ("Aab", "aab"),
        ("Shh", "shh"),
        ("aabb", "AABB"),
        ("pH", "PH"),
        ("`Sea`", "`sea`"),
        ("$A$", "$a$"),
        ("A", "a"),
        ("the wave", "a wave of it"),
        ("x > 1", "x < 1"),
        ("résumé", "resume"),
        ("e.g", "eg"),
        ("3-5", "35"),
    ],
)
def test_two_options_that_differ(one: str, other: str) -> None:
    assert not finds(duplicate_options, STEM, one, "something else", other)


def test_two_names_of_one_thing_are_the_same() -> None:
    names = "names:\n  - Etorofu | Iturup\n"
    assert finds(duplicate_options, STEM, "Etorofu", "Honshu", "Iturup", front=names)
    assert finds(duplicate_options, STEM, "north of Etorofu", "Honshu", "north of Iturup", front=names)
    assert not finds(duplicate_options, STEM, "Etorofu", "Honshu", "Iturup")
    assert not finds(duplicate_options, STEM, "Etorofu", "Honshu", "Iturup", front=names, below="names: no\n")


# Too few


def test_two_options_are_too_few() -> None:
    assert finds(too_few_options, STEM, "the Moon", "the Sun")
    assert not finds(too_few_options, STEM, "the Moon", "the Sun", "the wind")


@pytest.mark.parametrize("rule", [all_of_the_above, none_of_the_above, k_type])
def test_other_languages_have_other_words(rule: object) -> None:
    text = choice(STEM, "the Moon", "all of the above", "none of these", "both A and B", front="language: de\n")
    assert not found_in(text, "", rule)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "options"),
    [
        (all_of_the_above, ("the Moon", "the Sun", f"All of these, though the Moon {'most ' * 10_000}")),
        (duplicate_options, ("the Moon", f"the Sun {'and more ' * 10_000}", f"The Sun {'and more ' * 10_000}")),
    ],
    ids=["all of the above", "duplicate options"],
)
def test_a_message_quotes_only_the_beginning_of_a_long_option(rule: Rule, options: tuple[str, ...]) -> None:
    (finding,) = found(rule, STEM, *options)
    assert "…" in finding.message
    assert len(finding.message) < 200
