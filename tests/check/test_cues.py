"""What tells the right option without any knowledge: its words, its grammar, its length."""

from __future__ import annotations

import pytest
from multiple_choice import FIRST, STEM, finds, found

from quizgen.check.language.sound import article_before
from quizgen.check.rules.cues import (
    a_an_cue,
    absolute_terms,
    key_longest,
    stem_key_overlap,
    uneven_options,
    vague_terms,
)

HEADING = FIRST - 1


# A word of the stem in the right option


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        ("What makes a tidal wave?", ("the tidal pull", "a storm", "a ship")),
        ("Who governs the harbour?", ("the harbour's master", "a captain", "a fisher")),
        ("Who leads a regulatory inquiry?", ("regulatory bodies", "fishers", "sailors")),
        ("What do sanctions do?", ("they sanction", "they help", "they hurt")),
        (
            "What does an ebb do to a harbour?",  # two words of eight, of which one is short
            ("when it comes, an ebb empties a harbour of water, boats, fish, foam, sand", "a storm", "a ship"),
        ),
    ],
)
def test_a_word_that_only_the_right_option_shares(stem: str, options: tuple[str, ...]) -> None:
    assert [finding.line for finding in found(stem_key_overlap, stem, *options)] == [HEADING]
    assert not finds(stem_key_overlap, stem, *options, key=1)


def test_the_word_is_marked_in_the_stem_as_it_stands_there() -> None:
    (finding,) = found(stem_key_overlap, "Who keeps Harbours in order?", "the harbour's master", "a cook", "a nurse")
    assert (finding.column, finding.end) == (14, 22)
    assert finding.message.startswith('"Harbours"')


def test_a_word_that_is_part_of_another_one_before_it_is_marked_where_it_stands() -> None:
    (finding,) = found(stem_key_overlap, "Which border brings order?", "the order of law", "a wall", "a ditch")
    assert finding.end == 4 + len("Which border brings order")


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        ("What makes a tidal wave?", ("the tidal pull", "a tidal bore", "a ship")),  # a distractor has it, too
        ("Does the harbour or the lighthouse stand on rock?", ("the harbour", "the lighthouse", "the inn")),
        ("What is the sea made of?", ("of the water that is there", "of stone", "of air")),  # little words
        ("What is so at sea?", ("the sea is salt", "milk is white", "bread is brown")),  # a short word
        (
            "What does a harbour need?",
            ("deep calm water, strong walls, skilled pilots, bright lamps near every harbour entrance", "a", "b"),
        ),  # one of many words
        (
            "In the old town a smith, a baker and a sailor lived by the harbour. " + "They met every day. " * 12
            + "Who was the eldest?",
            ("the smith", "a nurse", "a cook"),
        ),  # a story shares words with any option; what is asked is in its last sentence
    ],
)  # fmt: skip
def test_a_word_that_gives_nothing_away(stem: str, options: tuple[str, ...]) -> None:
    assert not finds(stem_key_overlap, stem, *options)


# "a" or "an"


@pytest.mark.parametrize("stem", ["A large sea is called an", "A large sea is called an:", "It is an ____."])
def test_an_article_that_does_not_fit_every_option(stem: str) -> None:
    (finding,) = found(a_an_cue, stem, "ocean", "river", "estuary")
    assert finding.line == HEADING
    assert finding.end == 4 + stem.rindex("an") + len("an")


def test_the_article_is_marked_with_the_words_that_tell_it_from_others() -> None:
    (finding,) = found(a_an_cue, "Since a sea has a shore, it has a", "bay", "estuary", "river")
    assert (finding.column, finding.end) == (
        4 + len("Since a sea has a shore, "),
        4 + len("Since a sea has a shore, it has a"),
    )


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        ("A large sea is called a(n)", ("ocean", "river", "estuary")),
        ("A large sea is called a/an", ("ocean", "river", "estuary")),
        ("A large sea is called an", ("ocean", "estuary", "inlet")),
        ("The vitamin is vitamin A or", ("ocean", "river", "estuary")),
        ("He waited for an", ("hour", "honest man", "MRI scan")),
        ("She is a", ("European", "user", "one-time guest")),
        ("It is a", ("NASA probe", "herb", "18-day trip")),
    ],
)
def test_an_article_that_tells_nothing(stem: str, options: tuple[str, ...]) -> None:
    assert finds(a_an_cue, stem, *options) == (stem == "It is a")


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("an", "apple hour honest heir honour onion umbrella uncle urn ugly utter X-ray F-test MRI FBI"),
        ("an", "8 11 18 80 800 8,000 11.5 18,000 A-level IBM AIDS hors Egypt yttrium"),
        ("a", "house university union unit European ewe one once user usual utility uranium ubiquitous Ukraine yes"),
        ("a", "1 10 100 180 7 T-shirt BBC word horse one-off Ugandan"),
        ("", "unidentified unimodal NASA SAT LED UNO historic herb 1100 1,800 é -5 ? b"),
    ],
)
def test_the_article_of_a_word_by_its_sound(article: str, words: str) -> None:
    for word in words.split():
        assert article_before(word) == article, word


# Length


LONG = "because the Moon pulls at the water on its side"


def test_a_right_option_that_is_much_longer() -> None:
    (finding,) = found(key_longest, STEM, "because of the rain", LONG, "because of the wind", key=1)
    assert finding.line == FIRST + 1


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ((LONG, "because of the rain that falls on it", "because of the wind"), 0),  # not half as long again
        ((LONG, "because of the rain", "because of the wind"), 1),  # a wrong one is the longest
        (("the Moon and the Sun", "a ship", "rain"), 0),  # short
        (("Donaudampfschifffahrtsgesellschaftskapitän", "Kapitän", "Koch"), 0),  # one word
    ],
)
def test_a_right_option_of_fair_length(options: tuple[str, ...], key: int) -> None:
    assert not finds(key_longest, STEM, *options, key=key)


# Looked for only where it is asked for


def test_words_of_some_options_only() -> None:
    assert found(absolute_terms, STEM, "in spring", "always at noon", "at night")[0].line == FIRST + 1
    assert found(vague_terms, STEM, "in spring", "at noon", "usually at night")[0].line == FIRST + 2
    assert not finds(absolute_terms, STEM, "all boats", "all ships", "all rafts")
    assert not finds(vague_terms, STEM, "in spring", "at noon", "at night")


def test_options_of_very_unequal_length() -> None:
    assert found(uneven_options, STEM, "rain", "the rivers that flow into it all year", "wind")[0].line == FIRST + 1
    assert not finds(uneven_options, STEM, "rain", "the rivers there", "wind")
