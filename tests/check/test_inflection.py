"""Two forms of one word are one word, and words that only begin alike are not."""

from __future__ import annotations

import pytest

from quizgen.check.language.inflection import carries_meaning, same_word


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "carrier", "carriers"),
        ("en", "country", "countries"),
        ("en", "sells", "selling"),
        ("en", "wolf", "wolves"),
        ("en", "study", "studied"),
        ("en", "fisherman", "fishermen"),
        ("en", "mouse", "mice"),
        ("de", "rhein", "rheins"),
        ("de", "lachs", "lachse"),
        ("de", "wand", "wanden"),
        ("fr", "ronde", "ronds"),
        ("es", "rio", "rios"),
        ("it", "isola", "isole"),
        ("ru", "май", "мая"),
        ("ru", "москва", "москве"),
        ("pl", "warszawa", "warszawie"),
        ("sv", "hus", "huset"),
        ("ar", "القمح", "والقمح"),
        ("he", "הים", "ים"),
    ],
)
def test_forms_of_one_word(language: str, one: str, other: str) -> None:
    assert same_word(one, other, language)
    assert same_word(other, one, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "sun", "sunset"),
        ("en", "north", "northern"),
        ("en", "1970", "1971"),
        ("de", "rhein", "rhone"),
        ("de", "haus", "hausmeister"),
        ("sv", "land", "landsting"),
        ("en", "party", "parted"),
        ("ru", "ангара", "ангола"),
        ("ar", "النيل", "الليل"),
        ("ja", "山", "山県"),
    ],
)
def test_words_that_are_two(language: str, one: str, other: str) -> None:
    assert not same_word(one, other, language)


def test_little_words_need_no_proof_and_denials_do() -> None:
    assert [carries_meaning(word, "en") for word in ("he", "was", "in")] == [False] * 3
    assert [carries_meaning(word, "en") for word in ("not", "less", "4%")] == [True] * 3
    assert not carries_meaning("am", "de")
    assert carries_meaning("rhein", "de")
