"""Finding a quote: it is in the article, word for word, or it is not found."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import (
    Article,
    Place,
    Role,
    compared_blocks,
    find_all,
    find_quote,
    locator,
    make_article,
    normalise,
    sentence_text,
    sentences,
    stands_in,
)
from quizgen.article import quote as finding

TEXT = """Ice on the Sound

Author: Ann Other

The sea froze early that year, and the ferries stopped in November. It was Russia’s coldest winter – or
so it was said[1]. The Sakhalin-2 field can’t have cost 100,000 dollars.

        Nobody had “expected” it.[2] It stayed until May. Nobody had “expected” it, as many said.

[1] A. Writer, Ice on the Sound, 1950
"""


@pytest.fixture(scope="module")
def article() -> Article:
    return make_article(TEXT)


def found(article: Article, quote: str) -> str:
    place = find_quote(article, quote)
    assert place is not None, quote
    return article.text[place.start : place.end]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("the ferries stopped", "the ferries stopped"),
        ("  the\tferries \n stopped ", "the ferries stopped"),
        ("It was Russia's coldest winter", "It was Russia’s coldest winter"),
        ("winter - or so it was said.", "winter – or\nso it was said[1]."),
        ("so it was said[1]. The Sakhalin-2", "so it was said[1]. The Sakhalin-2"),
        ("so it was said [7]. The Sakhalin‑2", "so it was said[1]. The Sakhalin-2"),
        ('Nobody had "expected" it. It stayed', "Nobody had “expected” it.[2] It stayed"),
        ("so it was said", "so it was said"),
        ("“expected”", "“expected”"),
        ("expected", "expected"),
    ],
)
def test_a_quote_is_found_whatever_its_spaces_quotes_dashes_and_marks(article: Article, quote: str, words: str) -> None:
    assert found(article, quote) == words


@pytest.mark.parametrize(
    "quote",
    [
        "the ferries halted",
        "The ferries stopped",
        "the ferries, stopped",
        "the ferries stopped in November it",
        "ferries the stopped",
        "November.It was",
        "",
        "  ",
        "[1]",
        "The sea froze … in November",
    ],
)
def test_nothing_looser_is_found(article: Article, quote: str) -> None:
    assert find_quote(article, quote) is None
    assert find_all(article, quote) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("in the sea", "he"),
        ("in the sea", "th"),
        ("we can’t go", "we can"),
        ("Russia’s ice", "Russia"),
        ("the re-elected man", "elected man"),
        ("the re-elected man", "the re"),
        ("the re‑elected man", "the re-"),
        ("the Sakhalin-2 field", "the Sakhalin"),
        ("about 100,000 of them", "about 100"),
        ("about 100,000 of them", "about 100,"),
        ("about 100,000 of them", "000 of them"),
        ("about 3.5 of them", "about 3"),
        ("at 1:30 sharp", "at 1"),
        ("cafe\u0301 noir", "cafe"),
        ("un \u0301accent", "\u0301accent"),
        ("G7 states", "G"),
    ],
)
def test_a_part_of_a_word_or_number_is_not_found(text: str, quote: str) -> None:
    assert find_quote(make_article(text), quote) is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("in the, sea", "the"),
        ("dans l’île bleue", "île bleue"),
        ("a treaty—and peace", "a treaty"),
        ("a treaty–and peace", "and peace"),
        ("a treaty--and peace", "a treaty"),
        ("the states’ ties", "the states"),
        ("about $100 million", "100 million"),
        ("just 4%, then", "just 4"),
        ("as said¹ before", "as said"),
        ("in *bold* type", "bold"),
        ("その年の海は早く凍り", "海は"),
        ("G7の国々", "G7"),
        ("러시아는 크다", "러시아"),
        ("-5 degrees", "5 degrees"),
        ("degrees: 5.", "5"),
        (".5 degrees", "5 degrees"),
    ],
)
def test_whole_words_are_found_beside_signs(text: str, quote: str) -> None:
    assert found(make_article(text), quote) == quote


def test_a_word_is_found_after_the_same_letters_within_another() -> None:
    article = make_article("They saw the he-goat, and then he went.")
    place = find_quote(article, "he")
    assert place is not None
    assert place.start == article.text.index("he went")


def test_a_quote_does_not_run_across_paragraphs(article: Article) -> None:
    assert find_quote(article, "100,000 dollars. Nobody had") is None


def test_the_place_says_paragraph_and_sentence(article: Article) -> None:
    place = find_quote(article, "It stayed until May.")
    assert place is not None
    start = TEXT.index("It stayed")
    assert place == Place(start, start + 20, Role.BODY, 2, 2, 2)
    assert locator(place) == "¶ 2, sentence 2"
    assert sentence_text(article, place) == "It stayed until May."


def test_a_quote_may_span_sentences(article: Article) -> None:
    place = find_quote(article, "stopped in November. It was Russia’s coldest")
    assert place is not None
    assert locator(place) == "¶ 1, sentences 1–2"
    assert sentence_text(article, place) == (
        "The sea froze early that year, and the ferries stopped in November. "
        "It was Russia’s coldest winter – or so it was said."
    )


def test_a_sentence_without_a_space_behind_it_is_one_sentence() -> None:
    article = make_article("海が凍った。とても寒かった。", language="ja")
    place = find_quote(article, "海が凍った。")
    assert place is not None
    assert locator(place) == "¶ 1, sentence 1"


@pytest.mark.parametrize(("quote", "where"), [("Ann Other", "heading"), ("A. Writer", "footnote")])
def test_a_quote_outside_the_paragraphs_is_found_without_a_number(article: Article, quote: str, where: str) -> None:
    place = find_quote(article, quote)
    assert place is not None
    assert (place.paragraph, place.sentence, place.last_sentence) == (None, None, None)
    assert locator(place) == where


def test_outside_the_paragraphs_the_whole_block_is_shown(article: Article) -> None:
    place = find_quote(article, "Ann Other")
    assert place is not None
    assert sentence_text(article, place) == "Author: Ann Other"


def test_all_places_are_found_in_order(article: Article) -> None:
    assert [locator(place) for place in find_all(article, "Ice on the Sound")] == ["heading", "footnote"]
    assert [locator(place) for place in find_all(article, "Nobody had “expected” it")] == [
        "¶ 2, sentence 1",
        "¶ 2, sentence 3",
    ]


def test_places_do_not_overlap() -> None:
    places = find_all(make_article("so so so so so"), "so so")
    assert [(place.start, place.end) for place in places] == [(0, 5), (6, 11)]


def test_the_first_place_counts(article: Article) -> None:
    place = find_quote(article, "Nobody had")
    assert place is not None
    assert place.sentence == 1


def test_a_paragraph_goes_before_a_heading_with_the_same_words() -> None:
    article = make_article("The great ice\n\nIn that year came the ice, The great ice of the north.")
    place = find_quote(article, "The great ice")
    assert place is not None
    assert locator(place) == "¶ 1, sentence 1"
    assert [locator(each) for each in find_all(article, "The great ice")] == ["heading", "¶ 1, sentence 1"]


def test_whether_a_quote_stands_there_is_said_without_parting_sentences() -> None:
    script = (
        "import sys\n"
        "from quizgen.article import make_article, stands_in\n"
        "article = make_article('The ferries stopped in November. Nobody had expected it.')\n"
        "assert stands_in(article, 'ferries stopped') and not stands_in(article, 'ferries halted')\n"
        "assert 'pysbd' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


class Read(str):
    """A text that counts its characters as they are searched and compared."""

    read = 0

    def find(self, sought: str, start: int = 0) -> int:  # type: ignore[override]
        Read.read += len(self) - start
        return super().find(sought, start)

    def startswith(self, sought: str, start: int = 0) -> bool:  # type: ignore[override]
        Read.read += len(sought)
        return super().startswith(sought, start)


def test_a_long_article_is_not_read_through_for_each_quote() -> None:
    quotes = [f"the year {year} the sea froze again" for year in range(4_000, 4_500)]

    def read(years: range) -> int:
        """The characters of an article that are looked at to find none of the quotes."""
        article = make_article(" ".join(f"In the year {year} the sea froze on day {year % 365}." for year in years))
        index = finding._index(article)
        Read.read = 0
        with patch.object(finding, "_index", return_value=replace(index, text=Read(index.text))):
            assert not any(stands_in(article, each) for each in quotes)
        return Read.read

    assert 0 < read(range(2_000, 5_000)) == read(range(2_000, 8_000))


def test_the_blocks_are_given_as_they_are_compared_and_as_they_were_written(article: Article) -> None:
    text, tidy = compared_blocks(article)
    assert len(text) == len(tidy)
    assert (
        text.split("\n")[3] == 'Nobody had "expected" it. It stayed until May. Nobody had "expected" it, as many said.'
    )
    assert (
        tidy.split("\n")[3] == "Nobody had “expected” it. It stayed until May. Nobody had “expected” it, as many said."
    )


# ── properties: any words of any article, in any dress, are found where they stand; other words are not

PLAIN_WORDS = ["ice", "Russia’s", "“cold”", "so-called", "winter", "–", "3.5", "café", "island,", "it", "sea;", "$100"]
words = st.lists(st.sampled_from(PLAIN_WORDS), min_size=8, max_size=30)
gaps = st.sampled_from([" ", "  ", "\n", "\u00a0", "[3] ", " [^4] "])
dresses = st.sampled_from([" ", "\t ", "\u00a0\n", "[12] ", " [^a] "])
SWAPS = str.maketrans("’“”–-", "'\"„‑–")


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, list[tuple[int, str]]]:
    """An article of some paragraphs, and all its words with their offsets."""
    text, places = "Title", []
    for paragraph in draw(st.lists(words, min_size=1, max_size=3)):
        text += "\n\n"
        for number, word in enumerate(paragraph):
            places.append((len(text), word))
            text += word + (draw(gaps) if number < len(paragraph) - 1 else ".")
    return make_article(text), places


@st.composite
def slices(draw: st.DrawFn) -> tuple[Article, list[tuple[int, str]]]:
    """An article and some of the words of one of its paragraphs."""
    article, places = draw(articles())
    block = draw(st.sampled_from(article.paragraphs))
    inside = [place for place in places if block.start <= place[0] < block.end]
    start = draw(st.integers(0, len(inside) - 1))
    return article, inside[start : draw(st.integers(start + 1, len(inside)))]


@given(slices(), st.data())
def test_any_words_of_an_article_are_found_in_any_dress(
    part: tuple[Article, list[tuple[int, str]]], data: st.DataObject
) -> None:
    article, chosen = part
    quote = chosen[0][1] + "".join(data.draw(dresses) + word for _, word in chosen[1:])
    quote = quote.translate(SWAPS) if data.draw(st.booleans()) else quote
    span = (chosen[0][0], chosen[-1][0] + len(chosen[-1][1]))
    every = find_all(article, quote)
    places = [(place.start, place.end) for place in every]
    first = find_quote(article, quote)
    assert first is not None
    # the same words may stand earlier, too, even across the place that was drawn
    assert span in places or any(start < span[1] and span[0] < end for start, end in places)
    assert first == next(place for place in every if place.paragraph is not None)
    assert (first.start, first.end) <= span


@given(slices(), st.data())
def test_any_change_of_a_word_is_not_found(part: tuple[Article, list[tuple[int, str]]], data: st.DataObject) -> None:
    article, chosen = part
    changed = [word for _, word in chosen]
    at = data.draw(st.integers(0, len(changed) - 1))
    changed[at] = data.draw(st.sampled_from(["snow", changed[at] + "x", "x" + changed[at], "Ice", "cafe", "3.6"]))
    assert find_quote(article, " ".join(changed)) is None


@given(slices())
def test_a_place_lies_in_the_sentences_it_names(part: tuple[Article, list[tuple[int, str]]]) -> None:
    article, chosen = part
    place = find_quote(article, " ".join(word for _, word in chosen))
    assert place is not None
    assert place.paragraph is not None
    assert place.sentence is not None
    assert place.last_sentence is not None
    parts = sentences(article, article.paragraphs[place.paragraph - 1])
    assert parts[place.sentence - 1].start <= place.start < parts[place.sentence - 1].end
    assert parts[place.last_sentence - 1].start < place.end <= parts[place.last_sentence - 1].end


def everywhere(article: Article, quote: str) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in find_all(article, quote)]


def plainly(article: Article, quote: str) -> list[tuple[int, int]]:
    """Every place of a quote in a long article, read through as a short one is."""
    with patch("quizgen.article.quote._LONG", 10**9):
        return everywhere(article, quote)


scraps = st.text(st.sampled_from("aé’'-–.,19 [1]\u0301\n海の한“"), min_size=1, max_size=30)


@given(slices(), scraps, st.data())
def test_a_long_article_and_a_short_one_give_the_same_places(
    part: tuple[Article, list[tuple[int, str]]], scrap: str, data: st.DataObject
) -> None:
    article, chosen = part
    start = data.draw(st.integers(0, len(article.text) - 1))
    anything = article.text[start : data.draw(st.integers(start + 1, len(article.text)))]
    with patch("quizgen.article.quote._LONG", 0), patch("quizgen.article.quote._HEAD", 3):
        for quote in (" ".join(word for _, word in chosen), anything, scrap):
            assert everywhere(article, quote) == plainly(article, quote)
            assert stands_in(article, quote) == bool(plainly(article, quote))


@given(scraps, scraps, scraps)
def test_scraps_of_any_script_are_found_alike(before: str, scrap: str, after: str) -> None:
    article = make_article(f"x {before}{scrap}{after} y\n\n{scrap}{scrap}")
    with patch("quizgen.article.quote._LONG", 0), patch("quizgen.article.quote._HEAD", 2):
        assert everywhere(article, scrap) == plainly(article, scrap)


@given(st.text(max_size=40))
def test_a_quote_is_sought_as_the_three_normalisations_have_it(quote: str) -> None:
    article = make_article(f"x {normalise(quote).text} y")
    assert stands_in(article, quote) == stands_in(article, normalise(quote).text)
