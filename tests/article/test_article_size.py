"""How long an article is: what a teacher counts of it, and nothing around it."""

from __future__ import annotations

import pytest

from quizgen.article import make_article
from quizgen.article.size import body_words, sentence_counts, word_count

TEXT = """The sea and its tides

By A. Writer

Most coasts see the sea rise each day[1]. It falls again.

Twice a day the ships in port wait for the water to rise.

[1] A note on coasts that is long enough to be a sentence of its own.
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Japan’s sea can't rise", 4),
        ("the rules-based order", 4),
        ("a treaty[3]. Japan", 3),
        ("see [the port](https://example.org/a/b) again", 4),
        ("月が水を引いている", 4),  # two characters are a word
    ],
)
def test_words(text: str, words: int) -> None:
    assert word_count(text) == words


def test_titles_by_lines_and_footnotes_are_not_measured() -> None:
    article = make_article(TEXT)
    assert body_words(article) == 11 + 13
    assert sentence_counts(article) == (2, 1)
