"""The shipped banks, held to what they promise: every answer proved, every kind, fair and few long quotes.

The article is somebody's text and does not travel with the project. Where it stands beside the project, every quote is
looked up in it; everywhere the seals say what was found.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from quizgen.answers.texts import comparison
from quizgen.article import Article, find_quote, normalise, read_article
from quizgen.article.seal import format_seal, make_seal, read_seal, seal_path
from quizgen.bank.model import KINDS, Bank, Choice, Choices, Cloze, List, Number, Question, Short
from quizgen.bank.parse import read_bank

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT.parent / "shared" / "article" / "japan-russia-ties.txt"
FILES = sorted((ROOT / "questions").glob("*.md"))
BANKS = {path.stem: read_bank(path) for path in FILES}
QUESTIONS = [pytest.param(bank, q, id=f"{name}-{q.id}") for name, bank in BANKS.items() for q in bank.questions]


@pytest.fixture(scope="module")
def article() -> Article:
    if not ARTICLE.is_file():
        pytest.skip("the article is not beside the project")
    return read_article(ARTICLE)


def quotes_of(bank: Bank) -> list[str]:
    return [quote.text for question in bank.questions for quote in question.all_evidence()]


def test_the_five_banks_are_there() -> None:
    assert set(BANKS) == {"islands", "sanctions", "aid", "energy-and-trade", "people-and-causes"}


def test_there_are_45_to_55_questions_of_every_kind_and_all_are_approved() -> None:
    questions = [question for bank in BANKS.values() for question in bank.questions]
    kinds = Counter(question.kind for question in questions)
    assert 45 <= len(questions) <= 55
    assert set(kinds) == set(KINDS)
    assert all(question.approved and question.id and question.level for question in questions)


def test_at_least_15_questions_ask_for_causes_contrasts_and_arguments() -> None:
    deep = [q for bank in BANKS.values() for q in bank.questions if q.level in ("understand", "apply", "analyse")]
    assert len(deep) >= 15
    assert len(deep) / sum(len(bank.questions) for bank in BANKS.values()) >= 0.5


@pytest.mark.parametrize("name", BANKS)
def test_every_quote_stands_in_the_article(name: str, article: Article) -> None:
    missing = [quote for quote in quotes_of(BANKS[name]) if find_quote(article, quote) is None]
    assert missing == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_seal_holds_every_quote(path: Path) -> None:
    seal = read_seal(seal_path(path))
    assert [quote for quote in quotes_of(read_bank(path)) if not seal.place(quote)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_seal_is_that_of_the_article(path: Path, article: Article) -> None:
    seal, missing = make_seal(article, quotes_of(read_bank(path)))
    assert missing == ()
    assert seal_path(path).read_text(encoding="utf-8") == format_seal(seal)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_seal_says_how_long_the_article_is(path: Path) -> None:
    seal = read_seal(seal_path(path))
    assert seal.words
    assert len(seal.sentences) == 8
    assert sum(seal.sentences) == 38


def test_quotes_are_short_fragments() -> None:
    long = [quote for bank in BANKS.values() for quote in quotes_of(bank) if len(quote.split()) > 12]
    assert long == []


def test_the_quotes_together_are_at_most_40_percent_of_the_article(article: Article) -> None:
    counted = [block for block in article.blocks if block.number is not None]
    words = {
        found.start() + block.start
        for block in counted
        for found in re.finditer(r"\w+", article.text[block.start : block.end])
    }
    covered: set[int] = set()
    for quote in {normalise(quote).text for bank in BANKS.values() for quote in quotes_of(bank)}:
        place = find_quote(article, quote)
        assert place
        covered |= {word for word in words if place.start <= word < place.end}
    assert len(covered) / len(words) <= 0.40


@pytest.mark.parametrize(("bank", "question"), QUESTIONS)
def test_every_question_has_evidence(bank: Bank, question: Question) -> None:
    assert question.all_evidence()


def members_of(question: Question) -> list[tuple[str, ...]]:
    """The forms of each member that must be proved word for word; approval vouches for the other kinds."""
    match question:
        case Short() | Number():
            return [tuple(form for answer in question.answers for form in answer.forms)]
        case List():
            return [member.forms for member in question.members]
        case Cloze():
            return [blank.forms for blank in question.blanks]
        case _:
            return []


@pytest.mark.parametrize(("bank", "question"), QUESTIONS)
def test_an_accepted_form_of_each_member_stands_in_the_evidence(bank: Bank, question: Question) -> None:
    compare = comparison(question, bank)
    evidence = " | ".join(compare.key(quote.text) for quote in question.all_evidence())
    for forms in members_of(question):
        assert any(f" {compare.form_key(form)} " in f" {evidence} " for form in forms), forms


def test_right_answers_stand_at_every_place() -> None:
    """As written; outputs shuffle them afresh."""
    places = Counter(
        next(place for place, option in enumerate(question.options) if option.right)
        for bank in BANKS.values()
        for question in bank.questions
        if isinstance(question, Choice)
    )
    assert len(places) == 4
    assert max(places.values()) <= sum(places.values()) / 2


def test_the_right_option_is_seldom_the_longest() -> None:
    longest = total = 0
    for bank in BANKS.values():
        for question in bank.questions:
            if isinstance(question, Choice):
                right = next(option.text for option in question.options if option.right)
                total += 1
                longest += all(len(right) > len(option.text) for option in question.options if not option.right)
    assert longest <= total / 2


def test_options_are_no_all_or_none_of_the_above() -> None:
    options = [
        option.text.lower()
        for bank in BANKS.values()
        for question in bank.questions
        if isinstance(question, Choice | Choices)
        for option in question.options
    ]
    assert not [text for text in options if "of the above" in text or "of these" in text]


def test_other_spellings_of_the_names_are_accepted() -> None:
    from quizgen.answers import grade

    bank = BANKS["islands"]
    question = next(question for question in bank.questions if question.id == "four-islands")
    for said in ("Etorufu, Kunashir, Shikotan, Habomai", "Iturup, Kunashiri, Shikotan and the Habomai islands"):
        assert grade(question, said, bank).score == 1


ERRORS_OF_THE_ARTICLE = ("february 26", "26 february", "lpg")


@pytest.mark.parametrize(("bank", "question"), QUESTIONS)
def test_the_errors_of_the_article_are_no_answers(bank: Bank, question: Question) -> None:
    from quizgen.shown import accepted_forms

    forms = " | ".join(accepted_forms(question)).lower()
    assert not [error for error in ERRORS_OF_THE_ARTICLE if error in forms]


def test_the_errors_of_the_article_stand_in_notes() -> None:
    notes = " ".join(question.note for bank in BANKS.values() for question in bank.questions)
    for fact in ("24 February 2022", "LNG", "selected Russian banks", "only group of the four"):
        assert fact in notes
