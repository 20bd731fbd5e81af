"""The room on a real article, which lies beside the checkout and may not be copied into it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from quizgen.article import Article, Place, find_quote, locator, read_article, readable, sentences

ARTICLE = Path(__file__).parents[3] / "shared" / "article" / "japan-russia-ties.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not beside this checkout")

STRAIGHT = str.maketrans("‘’“”–—", "''\"\"--")


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(ARTICLE)


def place_of(article: Article, quote: str) -> Place:
    place = find_quote(article, quote)
    assert place is not None, quote
    return place


def test_eight_paragraphs_are_counted(article: Article) -> None:
    assert [article.text[block.start :].split(maxsplit=3)[:3] for block in article.paragraphs] == [
        ["Russia", "has", "been"],
        ["Japan", "had", "previously"],
        ["Japan", "has", "been"],
        ["This", "time", "around,"],
        ["Japan", "is", "concerned"],
        ["Japan", "aims", "to"],
        ["Amidst", "the", "Ukraine"],
        ["Japan", "feels", "that"],
    ]


def test_it_has_38_sentences(article: Article) -> None:
    assert [len(sentences(article, block)) for block in article.paragraphs] == [4, 5, 5, 6, 6, 4, 6, 2]


def test_it_has_nine_footnote_marks_and_nine_footnotes(article: Article) -> None:
    assert [mark.label for mark in article.marks] == [str(number) for number in range(1, 10)] * 2


def test_every_sentence_is_found_as_a_teacher_types_it(article: Article) -> None:
    for block in article.paragraphs:
        for sentence in sentences(article, block):
            typed = readable(article.text[sentence.start : sentence.end]).translate(STRAIGHT)
            assert locator(place_of(article, typed)) == f"¶ {block.number}, sentence {sentence.number}"


@pytest.mark.parametrize(
    ("quote", "where"),
    [
        ("Likely Future Developments", "heading"),
        ("Research Associate, CAPS", "heading"),
        ("Territorial dispute.", "heading"),
        ("Bangkok Post, March 3, 2022", "footnote"),
        ("Etorufu islands, the Kunashiri islands, the Shikotan islands, and the Habomai islands", "¶ 3, sentence 5"),
        ("feared that condemning Crimea's invasion", "¶ 2, sentence 5"),
        ("a loan of around $100 million to Kyiv", "¶ 6, sentence 4"),
        ("a peace treaty. Japan explicitly claims", "¶ 3, sentences 3–4"),
    ],
)
def test_where_quotes_stand(article: Article, quote: str, where: str) -> None:
    assert locator(place_of(article, quote)) == where


@pytest.mark.parametrize(
    "quote",
    [
        "a loan of about $100 million to Kyiv",
        "a loan of around $100 millions to Kyiv",
        "A loan of around $100 million",
        "Etorofu islands, the Kunashiri islands",
        "per cent of Japan",
    ],
)
def test_a_changed_or_cut_word_is_not_found(article: Article, quote: str) -> None:
    assert find_quote(article, quote) is None


def test_a_thousand_quotes_take_well_under_a_second(article: Article) -> None:
    quotes = [readable(article.text[block.start : block.start + 200]).rsplit(" ", 1)[0] for block in article.paragraphs]
    before = time.process_time()
    for _ in range(125):
        assert all(find_quote(article, quote) for quote in quotes)
    assert time.process_time() - before < 0.5
