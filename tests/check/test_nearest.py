"""A quote that is not in the article: what it was meant to be, and where it goes wrong."""

from __future__ import annotations

import random
from unittest.mock import patch

import pytest

from quizgen.article import make_article
from quizgen.check.language import nearest
from quizgen.check.language.nearest import miss_of

TEXT = """The sea and its tides

Most coasts see the sea rise twice each day[1]. The Moon, which is near, pulls at the water; the Sun-lit side
is pulled as well. It cost about 100,000 dollars to build the “Great Mill” – or so they say.

Fishermen know that springs come after a new moon, and neaps after a half moon.
"""
ARTICLE = make_article(TEXT, name="tides.txt")


@pytest.mark.parametrize(
    ("quote", "said", "article", "marked", "words"),
    [
        (
            "the sea rise two times each day",
            "the nearest words, ¶ 1, sentence 1:",
            "the sea rise [twice] each day",
            "the sea rise [two times] each day",
            "two",
        ),
        (
            "Most coasts see sea rise twice",
            "the nearest words, ¶ 1, sentence 1:",
            "Most coasts see [the] sea rise twice",
            "Most coasts see sea rise twice",
            "sea",
        ),
        (
            "the moon, which is near",
            "only capitals differ, ¶ 1, sentence 2:",
            "[The Moon,] which is near",
            "[the moon,] which is near",
            "the",
        ),
        (
            "The Moon which is near",
            "only signs and spaces differ, ¶ 1, sentence 2:",
            "The [Moon,] which is near",
            "The [Moon] which is near",
            "Moon",
        ),
        (
            "the moon which is near",
            "only capitals and signs differ, ¶ 1, sentence 2:",
            "[The Moon,] which is near",
            "[the moon] which is near",
            "the",
        ),
        (
            "pulls at the water; the Sun",
            "it begins or ends inside a word, ¶ 1, sentence 2:",
            "pulls at the water; the [Sun-lit]",
            "pulls at the water; the [Sun]",
            "Sun",
        ),
        (
            'cost 100,000 dollars to build the "Great Mill"',
            "the nearest words, ¶ 1, sentence 3:",
            "cost [about] 100,000 dollars to build the “Great Mill”",
            'cost 100,000 dollars to build the "Great Mill"',
            "100,000",
        ),
    ],
)
def test_the_nearest_words_are_shown_beside_the_quote(
    quote: str, said: str, article: str, marked: str, words: str
) -> None:
    miss = miss_of(ARTICLE, quote)
    assert miss.lines == (said, f"  the article: {article}", f"  this quote:  {marked}")
    assert miss.words == words


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("the sea rise … each day", "each part of it is in the article; make them quotes of their own"),
        ("Most coasts [...] twice each day", "each part of it is in the article; make them quotes of their own"),
        ("or so they say. Fishermen know", "it runs from one paragraph into the next; make a quote of each part"),
        ("Bakers let the dough rest overnight", "nothing in the article comes near it"),
        ("…", "nothing in the article comes near it"),
        ("", "nothing in the article comes near it"),
    ],
)
def test_where_no_passage_would_help_the_reason_is_said(quote: str, said: str) -> None:
    assert miss_of(ARTICLE, quote).lines == (said,)
    assert miss_of(ARTICLE, quote).words == quote


def test_a_comma_behind_the_passage_is_no_difference() -> None:
    assert miss_of(ARTICLE, "that springs came after a new moon").lines[1:] == (
        "  the article: that springs [come] after a new moon",
        "  this quote:  that springs [came] after a new moon",
    )


def test_the_words_at_fault_are_the_first_of_their_kind_in_the_quote() -> None:
    """So that a search for them finds this place: "the" alone would be found at the beginning."""
    quote = "pulls at the water; the shady side is pulled"
    assert miss_of(ARTICLE, quote).words == "shady"
    assert miss_of(ARTICLE, "and neaps after half and after half moon").words == "half"
    assert miss_of(ARTICLE, "the sea rise twice the day").words == "the day"


def test_a_script_without_spaces_is_compared_by_its_characters() -> None:
    article = make_article("海は一日に二回高くなる。月が水を引く。", language="ja")
    assert miss_of(article, "海は一日に三回高くなる").lines[1:] == (
        "  the article: 海は一日に[二]回高くなる",
        "  this quote:  海は一日に[三]回高くなる",
    )


def work_on_broken_quotes(paragraphs: int, quotes: int) -> tuple[int, int]:
    """How many texts are parted into words, and how many passages compared, for some quotes of a long article."""
    drawn = random.Random(1)
    vocabulary = ["".join(drawn.choices("abcdefghijklmnop", k=drawn.randint(2, 9))) for _ in range(5000)]
    weights = [1 / place for place in range(1, 5001)]
    written = [drawn.choices(vocabulary, weights, k=100) for _ in range(paragraphs)]
    article = make_article("\n\n".join(" ".join(paragraph) + "." for paragraph in written))
    with (
        patch.object(nearest, "_words", wraps=nearest._words) as parted,
        patch.object(nearest, "_passage", wraps=nearest._passage) as compared,
    ):
        for paragraph in written[:quotes]:
            miss = miss_of(article, " ".join([*paragraph[20:25], "zzz", *paragraph[25:30]]))
            assert miss.words == "zzz"
            assert miss.lines[1].endswith(" ".join(paragraph[20:30]))
    return parted.call_count, compared.call_count


def test_for_each_of_many_broken_quotes_a_long_article_is_not_read_again() -> None:
    parted, compared = work_on_broken_quotes(200, 50)
    assert parted <= 50 + 1  # the article once
    assert compared <= 10 * 50  # of hundreds of places that share a word with a quote
    assert work_on_broken_quotes(400, 50)[1] <= compared


def test_of_a_quote_of_thousands_of_words_no_more_is_compared_than_of_a_long_one() -> None:
    def compared(times: int) -> int:
        with patch.object(nearest, "_matcher", wraps=nearest._matcher) as matching:
            miss_of(make_article("the sea " * times), "sea the " * times)
        return sum(len(left) * len(right) for left, right in (call.args for call in matching.call_args_list))

    assert 0 < compared(300) == compared(600)
