"""A seal: where the quotes of a bank stand, for where the article itself cannot go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizgen.article import make_article
from quizgen.article.seal import Seal, format_seal, make_seal, read_seal, seal_path
from quizgen.errors import DataError, MissingError

TEXT = "The sea and its tides\n\nMost coasts see the sea rise each day. It “rises twice a day”, on most coasts.\n"
ARTICLE = make_article(TEXT, name="/far/away/reading.txt")


def test_it_lies_beside_the_bank() -> None:
    assert seal_path(Path("questions/islands.md")) == Path("questions/islands.seal.json")
    assert seal_path(Path("unit.1.md")) == Path("unit.1.seal.json")


def test_quotes_that_are_found_have_their_places_and_the_others_are_told() -> None:
    seal, missing = make_seal(ARTICLE, ["rises twice a day", "the sea rise", "nowhere", "nowhere"])
    assert seal.place("rises twice a day") == "¶ 1, sentence 2"
    assert seal.place("the sea rise") == "¶ 1, sentence 1"
    assert seal.place("nowhere") == ""
    assert missing == ("nowhere",)


def test_a_quote_is_known_by_its_words_and_not_by_its_marks() -> None:
    seal, _ = make_seal(ARTICLE, ["It “rises twice a day”"])
    assert seal.place('It  "rises twice a day"') == "¶ 1, sentence 2"


def test_neither_the_article_nor_where_it_lies_is_in_it() -> None:
    seal, _ = make_seal(ARTICLE, ["rises twice a day"])
    text = format_seal(seal)
    assert "rises" not in text
    assert "far" not in text
    assert json.loads(text)["article"] == "reading.txt"


def test_it_says_how_long_the_article_is_and_nothing_of_what_it_says() -> None:
    seal, _ = make_seal(ARTICLE, [])
    assert (seal.words, seal.sentences) == (16, (2,))
    content = json.loads(format_seal(seal))
    assert (content["words"], content["sentences"]) == (16, [2])


def test_a_seal_of_before_words_were_counted_is_read_and_stays_as_it_is(tmp_path: Path) -> None:
    text = """{
 "form": "quizgen seal 1",
 "article": "a",
 "sha256": "b",
 "quotes": {
  "c": "¶ 1, sentence 1"
 }
}
"""
    path = tmp_path / "bank.seal.json"
    path.write_text(text, "utf-8")
    seal = read_seal(path)
    assert (seal.words, seal.sentences) == (None, ())
    assert format_seal(seal) == text


def test_another_text_has_another_digest() -> None:
    other, _ = make_seal(make_article(TEXT.replace("Most", "Some")), [])
    assert other.digest != make_seal(ARTICLE, [])[0].digest


def test_it_is_written_in_stable_order_and_read_again(tmp_path: Path) -> None:
    seal, _ = make_seal(ARTICLE, ["rises twice a day", "the sea rise", "coasts"])
    again, _ = make_seal(ARTICLE, ["coasts", "the sea rise", "rises twice a day"])
    assert format_seal(seal) == format_seal(again)
    path = tmp_path / "bank.seal.json"
    path.write_text(format_seal(seal), "utf-8")
    assert read_seal(path) == seal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "4",
        "{}",
        '{"form": "quizgen seal 2", "article": "a", "sha256": "b", "quotes": {}}',
        '{"form": "quizgen seal 1", "article": "a", "quotes": {}}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": []}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {"c": 4}}',
        '{"form": "quizgen seal 1", "article": 4, "sha256": "b", "quotes": {}}',
        "[" * 100_000,
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {}, "words": "4"}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {}, "words": -4}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {}, "words": true}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {}, "words": null}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {}, "sentences": 4}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {}, "sentences": {}}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {}, "sentences": [4, 2.5]}',
        '{"form": "quizgen seal 1", "article": "a", "sha256": "b", "quotes": {}, "sentences": ["4"]}',
    ],
    ids=range(19),
)
def test_what_is_no_seal_is_said_with_what_to_do(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bank.seal.json"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError, match=r"bank\.seal\.json:1:1: this is not a seal of quizgen.*quizgen seal"):
        read_seal(path)


def test_a_seal_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        read_seal(tmp_path / "none.seal.json")


def test_an_empty_seal() -> None:
    assert Seal("a", "b", {}).place("anything") == ""
