"""Numbers in words are read as figures, so that a quote may say them in words and an answer in figures."""

from __future__ import annotations

import pytest

from quizgen.answers.numbers.numerals import in_digits


@pytest.mark.parametrize(
    ("language", "words", "figures"),
    [
        ("en", "forty-one of them", "41 of them"),
        ("en", "two hundred and five miles", "205 miles"),
        ("en", "a hundred people", "100 people"),
        ("en", "six thousand three hundred", "6300"),
        ("en", "One and a half million leaves", "1.5 million leaves"),
        ("en", "half a mile", "0.5 mile"),
        ("en", "by half", "by 1/2"),
        ("en", "two-thirds of a tenth", "2/3 of 1/10"),
        ("en", "the twenty-first and the ninth", "the 21 and the 9"),
        ("en", "the 19th century", "the 19 century"),
        ("de", "einundvierzig", "41"),
        ("de", "etwa vierzigtausend Menschen", "etwa 40000 Menschen"),
        ("de", "770.000 und 10,69", "770000 und 10.69"),
        ("nl", "vierentwintig", "24"),
        ("fr", "quatre-vingt-dix-sept francs", "97 francs"),
        ("fr", "vingt et un", "21"),
        ("fr", "mille neuf cents", "1900"),
        ("es", "treinta y uno", "31"),
        ("pt", "cento e dez", "110"),
        ("it", "ventidue", "22"),
        ("ru", "более трёхсот рек", "более 300 рек"),
        ("ja", "二〇一三年に二十万人", "2013年に200000人"),
        ("ar", "بين عامي ١٩٦٠ و١٩٧٠", "بين عامي 1960 و 1970"),
    ],
)
def test_a_number_in_words_becomes_figures(language: str, words: str, figures: str) -> None:
    assert in_digits(words, language) == figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "hundreds of millions"),
        ("en", "several hundred"),
        ("en", "the tents and the weight"),
        ("en", "1,234.5 and 2.4 million"),
        ("de", "Achtung, 3.14"),
        ("fr", "UNESCO"),
    ],
)
def test_what_is_no_number_word_stays(language: str, text: str) -> None:
    assert in_digits(text, language) == text


@pytest.mark.parametrize(
    ("language", "words", "figures"),
    [
        ("en", "between five and six", "between 5 and 6"),
        ("en", "nine, ten", "9, 10"),
        ("de", "zwei und drei", "2 und 3"),
    ],
)
def test_numbers_beside_each_other_stay_two(language: str, words: str, figures: str) -> None:
    assert in_digits(words, language) == figures
