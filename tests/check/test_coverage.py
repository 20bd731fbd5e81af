"""What of an article is asked: the paragraphs, sentences and words that quotes stand in."""

from __future__ import annotations

import pytest
from scopes import ARTICLE, TEXT, TIDES, YEAR, with_article, with_seal

from quizgen.article import find_quote, locator, make_article
from quizgen.check.blueprint.coverage import AskedParagraph, Coverage, coverages, ranges
from quizgen.check.scope import Case, Scope


def the_one(scopes: list[Scope]) -> Coverage:
    (coverage,) = coverages(scopes)
    return coverage


def ids(cases: tuple[Case, ...]) -> list[str]:
    return [case.question.id for case in cases]


def quoting(*quotes: str, draft: bool = False) -> str:
    """A bank whose questions each give one quote."""
    status = "status: draft\n" if draft else ""
    asked = "".join(f"## Q? {{#q{n}}}\n= a\n> {quote}\n{status}\n" for n, quote in enumerate(quotes, 1))
    return f"---\nid: a\ntitle: A\narticle: tides.txt\n---\n\n{asked}"


def gaps(coverage: Coverage) -> dict[int, tuple[int, ...]]:
    return {paragraph.number: paragraph.never for paragraph in coverage.paragraphs}


@pytest.mark.parametrize("made", [with_article, with_seal], ids=["article", "seal"])
def test_each_paragraph_has_the_questions_that_quote_it(made: object) -> None:
    scopes = with_article(TIDES, YEAR) if made is with_article else with_seal(TIDES, YEAR)
    coverage = the_one(scopes)
    assert [ids(paragraph.cases) for paragraph in coverage.paragraphs] == [["often"], ["mills-turn"], ["higher"]]
    (often,) = coverage.paragraphs[0].cases
    assert 2 in coverage.paragraphs[0].sentences_of(often)
    assert 3 not in coverage.paragraphs[0].sentences_of(often)
    assert gaps(coverage) == {1: (3,), 2: (1, 3, 4), 3: ()}
    assert ids(coverage.elsewhere) == ["why"]
    assert (coverage.name, len(coverage.scopes)) == ("tides.txt", 2)


def test_a_question_may_ask_several_sentences_and_paragraphs() -> None:
    bank = quoting("Ships wait. Fish wait").replace("> Ships", "> Moon pulls\n> Ships")
    first, second, _ = the_one(with_article(bank)).paragraphs
    (case,) = first.cases
    assert second.cases == (case,)
    assert (first.sentences_of(case), second.sentences_of(case)) == ((3,), (3, 4))
    assert second.asked == (3, 4)


def test_a_draft_has_its_place_and_asks_nothing() -> None:
    coverage = the_one(with_article(TIDES))
    assert ids(coverage.paragraphs[0].drafts) == ["pulls"]
    assert coverage.paragraphs[0].never == (3,)
    assert ids(coverage.elsewhere) == []
    drafts = the_one(with_article(quoting("the sea rise", "Ships wait", draft=True)))
    assert (drafts.quotes, drafts.covered, drafts.spans) == ((), 0, ())


@pytest.mark.parametrize(
    ("quotes", "covered"),
    [
        (["the sea rise"], 3),
        (["the sea rise", "the sea rise"], 3),
        (["the sea rise", "see the sea"], 4),  # overlap
        (["coasts see the sea rise each day", "the sea"], 7),  # one in the other
        (["coasts see", "the sea rise"], 5),  # side by side
        (["The sea and its tides", "the sea rise"], 3),  # a title is no word of the body
        (["not in it", "the sea rise"], 3),
    ],
)
def test_words_that_several_quotes_hold_count_once(quotes: list[str], covered: int) -> None:
    coverage = the_one(with_article(quoting(*quotes)))
    assert (coverage.covered, coverage.words, coverage.exact) == (covered, 54, True)
    assert coverage.share == covered / 54


@pytest.mark.parametrize(
    ("quotes", "covered"),
    [
        (["the sea rise", "see the sea"], 6),
        (["It “rises", 'It  "rises'], 2),  # one quote, whatever its marks
        (["The sea and its tides", "the sea rise"], 3),
    ],
)
def test_a_seal_says_at_most(quotes: list[str], covered: int) -> None:
    coverage = the_one(with_seal(quoting(*quotes)))
    assert (coverage.covered, coverage.words, coverage.exact) == (covered, 54, False)


def test_at_most_is_never_more_than_all() -> None:
    sentence = "Twice a year the tides are higher than on any other day"
    words = sentence.split()
    article = make_article(f"{sentence}.\n", name="tides.txt")
    quotes = [" ".join(words[: 4 + n]) for n in range(8)]
    assert the_one(with_seal(quoting(*quotes), article=article)).covered == len(words)


def test_a_seal_without_counts_knows_what_is_asked_and_not_what_is_not() -> None:
    coverage = the_one(with_seal(TIDES, counted=False))
    assert [(part.number, part.sentences, part.asked) for part in coverage.paragraphs] == [
        (1, None, (1, 2)),
        (2, None, (2,)),
    ]
    assert gaps(coverage) == {1: (), 2: ()}
    assert (coverage.words, coverage.covered, coverage.share) == (None, None, None)


def test_a_seal_that_says_a_paragraph_more_than_it_counts_loses_no_question() -> None:
    (scope,) = with_seal(quoting("Twice a year"))
    assert scope.seal
    shorter = Scope(scope.bank, scope.source, None, type(scope.seal)(*["a", "b"], scope.seal.places, 9, (3,)))
    coverage = the_one([shorter])
    assert [part.number for part in coverage.paragraphs] == [1]
    assert ids(coverage.elsewhere) == ["q1"]


def test_without_article_and_seal_nothing_is_known() -> None:
    coverage = the_one(with_article(TIDES, article=None))
    assert (coverage.known, coverage.name, coverage.paragraphs) == (False, "tides.txt", ())
    assert ids(coverage.elsewhere) == ["often", "mills-turn", "pulls"]


def test_banks_are_put_together_by_the_text_and_not_by_its_name() -> None:
    same = make_article(TEXT, name="other-name.txt")
    changed = make_article(TEXT.replace("Most", "Some"), name="tides.txt")
    scopes = [*with_article(TIDES), *with_article(YEAR, article=same), *with_article(TIDES, article=changed)]
    assert [len(coverage.scopes) for coverage in coverages(scopes)] == [2, 1]


def test_one_bank_with_the_article_is_enough_for_the_others() -> None:
    coverage = the_one([*with_seal(TIDES), *with_article(YEAR)])
    assert coverage.exact
    assert [ids(paragraph.cases) for paragraph in coverage.paragraphs] == [["often"], ["mills-turn"], ["higher"]]


def test_the_seal_with_counts_speaks_for_the_others() -> None:
    coverage = the_one([*with_seal(TIDES, counted=False), *with_seal(YEAR)])
    assert gaps(coverage) == {1: (3,), 2: (1, 3, 4), 3: ()}


def test_banks_without_an_article_stand_together() -> None:
    bank = "---\nid: a\ntitle: A\n---\n\n## Q? {#q}\n= a\n"
    coverage = the_one(with_article(bank, bank, article=None))
    assert (coverage.name, coverage.known, ids(coverage.elsewhere)) == ("", False, ["q", "q"])


@pytest.mark.parametrize("quote", ["the sea rise", "each day. It", "Fish wait, too", "The sea and its tides"])
def test_the_places_of_a_seal_are_read_as_they_are_written(quote: str) -> None:
    place = find_quote(ARTICLE, quote)
    assert place
    (asking,) = the_one(with_seal(quoting(quote))).askings
    numbers = (place.paragraph or 0, place.sentence or 0, place.last_sentence or 0)
    assert (asking.paragraph, asking.first, asking.last) == numbers
    assert asking.place == locator(place)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((), ""), ((2,), "2"), ((1, 2), "1–2"), ((2, 4, 5, 6), "2, 4–6"), ((1, 3, 5), "1, 3, 5")],
)
def test_runs_of_numbers(numbers: tuple[int, ...], words: str) -> None:
    assert ranges(numbers) == words


def test_an_empty_paragraph() -> None:
    assert AskedParagraph(1, 2, ()).never == (1, 2)
    assert AskedParagraph(1, None, ()).never == ()
