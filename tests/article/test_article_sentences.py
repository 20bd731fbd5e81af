"""Sentences: where one ends, and that none of the text is lost between them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pysbd.languages import LANGUAGE_CODES

from quizgen.article import Article, make_article, sentences


def parted(text: str, language: str = "en") -> list[str]:
    article = make_article(text, language=language)
    assert len(article.paragraphs) == 1
    return texts(article)


def texts(article: Article) -> list[str]:
    return [
        article.text[sentence.start : sentence.end]
        for block in article.blocks
        for sentence in sentences(article, block)
    ]


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    text = ["Dr. Frost paid $3.5 million at St. Petersburg.", "The U.S. lent 4 per cent of it at 9 a.m. on Monday."]
    assert parted(" ".join(text)) == text


@pytest.mark.parametrize("mark", ["[3]", " [3]", "[3][4]", "[^a]"])
def test_a_mark_after_the_full_stop_belongs_to_the_sentence_before(mark: str) -> None:
    text = [f"They have yet to sign a peace treaty.{mark}", f"Nobody knows when that will be.{mark}"]
    assert parted(" ".join(text)) == text


def test_a_mark_before_the_full_stop_is_part_of_the_sentence() -> None:
    text = ["They have yet to sign a treaty[3].", "Nobody knows when that will be."]
    assert parted(" ".join(text)) == text


def test_sentences_that_come_twice_are_told_apart() -> None:
    assert parted("It froze. It froze. It melted. It froze. And that was all.") == [
        "It froze.",
        "It froze.",
        "It melted.",
        "It froze.",
        "And that was all.",
    ]


def test_a_line_end_ends_no_sentence() -> None:
    assert parted("The sea froze\nearly that year. The ferries\n  stopped in November.") == [
        "The sea froze\nearly that year.",
        "The ferries\n  stopped in November.",
    ]


def test_sentences_are_numbered_from_one_in_each_paragraph() -> None:
    article = make_article("The sea froze early that year. It was cold.\n\nNobody had expected that it would last.")
    numbers = [[sentence.number for sentence in sentences(article, block)] for block in article.paragraphs]
    assert numbers == [[1, 2], [1]]


@pytest.mark.parametrize("language", ["xx", "", "en-GB", "EN_us", "klingon"])
def test_an_unknown_language_is_parted_as_english(language: str) -> None:
    text = ["The sea froze near St. John on that very day.", "It was cold."]
    assert parted(" ".join(text), language) == text


def test_japanese_is_parted_without_spaces() -> None:
    text = ["その年の海は早く凍り、十一月には連絡船が止まった。", "誰も思わなかった。"]
    assert parted("".join(text), "ja-JP") == text


def test_the_language_decides() -> None:
    text = "Das war am 3. Mai des Jahres, als das Meer zufror. Es war kalt."
    assert len(parted(text, "de")) == 2


def test_a_paragraph_as_long_as_a_book_is_parted_in_no_time() -> None:
    text = ["The ice came “at night.”", "It stayed for 3.5 months!"] * 2000
    assert parted(" ".join(text)) == text
    assert len(parted("海が凍った。寒い！" * 3000, "ja")) == 6000


def test_what_pysbd_alters_loses_no_text() -> None:
    # pysbd uses these signs within, and turns them into others
    assert "".join(parted("It is & . ȸ ∯ ȹ ♬ ☉ ☇ a test of many odd signs. It is ok.")).endswith("ok.")


# all that pysbd has a rule for, and some that it uses within
PIECES = ["It froze.", "Mr.", "(a)", "1.", "ii.", "U.S.", "e.g.", "“Go!”", "‘No.’", "[3]", "…", "...", "?!", "寒い。"]
PIECES += ["как", "वह।", "&", "$3.5", "*", "([", "'", '"', "st.", "\n", "∯", "ȸ"]


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(sorted(LANGUAGE_CODES)),
    st.lists(
        st.sampled_from(PIECES),
        min_size=1,
        max_size=25,
    ),
)
def test_sentences_leave_out_nothing_but_white_space(language: str, words: list[str]) -> None:
    article = make_article(" ".join(words), language=language)
    for block in article.blocks:
        position = block.start
        for sentence in sentences(article, block):
            assert not article.text[position : sentence.start].strip()
            assert article.text[sentence.start : sentence.end].strip()
            position = sentence.end
        assert position == block.end


def test_pysbd_is_loaded_only_when_sentences_are_asked_for(tmp_path: Path) -> None:
    # with no compiled files to be found, the warnings that its sources give on newer Pythons are met, too
    code = f"""
import sys
from quizgen.article import find_quote, make_article, sentences
article = make_article("The sea froze early that year. It was very cold.")
assert find_quote(article, "gone") is None and "pysbd" not in sys.modules
sys.pycache_prefix = {str(tmp_path)!r}
assert len(sentences(article, article.blocks[0])) == 2 and "pysbd" in sys.modules
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
