"""Quotes stand in the article, and answers in their quotes."""

from __future__ import annotations

import dataclasses

import pytest
from scopes import ARTICLE, TEXT, TIDES, with_article, with_seal

from quizgen.article import make_article
from quizgen.article.seal import make_seal
from quizgen.bank.parse import parse_bank
from quizgen.check.finding import Finding
from quizgen.check.rules import RULES
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope


def found(scope: Scope, *rules: str) -> list[Finding]:
    return [*check_bank(scope, [RULES[rule] for rule in rules])]


def bank(question: str, front: str = "article: tides.txt\n") -> Scope:
    text = f"---\nid: sea/one\ntitle: One\n{front}---\n\n{question}"
    return Scope(parse_bank(text), text)


# ── quotes


def test_quotes_that_stand_in_the_article_are_fine() -> None:
    [scope] = with_article(TIDES)
    assert not found(scope, "quote-not-found", "needs-article", "seal-stale")


def test_a_wrong_quote_is_found_at_its_line_with_the_word_that_differs_and_what_is_meant() -> None:
    [scope] = with_article(TIDES.replace("> rises twice a day", "> rises once a day"))
    [finding] = found(scope, "quote-not-found")
    assert finding.message == "this quote is not in tides.txt; copy the words exactly"
    assert scope.lines[finding.line - 1] == "> rises once a day"
    assert scope.lines[finding.line - 1][finding.column - 1 : finding.end - 1] == "once"
    assert finding.more == (
        "the nearest words, ¶ 1, sentence 2:",
        "  the article: rises [twice] a day",
        "  this quote:  rises [once] a day",
    )


def test_a_draft_is_looked_at_too() -> None:
    [scope] = with_article(TIDES.replace("> The Moon pulls", "> The Sun pulls"))
    assert [finding.question for finding in found(scope, "quote-not-found")] == ["pulls"]


def test_without_article_and_seal_it_is_said_once() -> None:
    [scope] = with_article(TIDES, article=None)
    [finding] = found(scope, "quote-not-found", "needs-article", "article-missing")
    assert finding.rule == "article-missing"
    assert finding.message.startswith(
        "each of the 4 quotes needs the article: tides.txt is not here, and there is no seal;"
    )
    assert scope.lines[finding.line - 1] == "article: tides.txt"


def test_quotes_of_a_bank_that_names_no_article_are_said_to_be_never_looked_up() -> None:
    [finding] = found(bank("## What?\n= a\n> a\n\n## Which?\n= b\n> b\n", front=""), "no-article")
    assert finding.message == '2 quotes are never looked up; name the reading: "article: FILE"'
    assert not found(bank("## What?\n= a\n", front=""), "no-article")
    [scope] = with_article(TIDES)
    assert not found(scope, "no-article", "article-missing")


def test_the_seal_of_another_article_proves_nothing() -> None:
    [scope] = with_seal(TIDES)
    text = TIDES.replace("article: tides.txt", "article: other.txt")
    [finding] = found(Scope(parse_bank(text), text, None, scope.seal), "needs-article")
    assert finding.message == "the bank needs the article: the seal is that of tides.txt; make it again: quizgen seal"
    assert finding.line == text.split("\n").index("article: other.txt") + 1


def test_a_bank_without_an_article_or_without_quotes_needs_none() -> None:
    assert not found(bank("## What?\n= a\n> a\n", front=""), "needs-article", "no-evidence", "answer-not-in-evidence")
    assert not found(bank("## What?\n= a\n"), "needs-article", "article-missing")


def test_the_seal_stands_for_the_article_but_for_quotes_that_it_does_not_know() -> None:
    [scope] = with_seal(TIDES)
    assert not found(scope, "needs-article")
    text = TIDES.replace("> The Moon pulls", "> The Moon pulls at")
    [finding] = found(Scope(parse_bank(text), text, None, scope.seal), "needs-article")
    assert scope.lines[finding.line - 1] == "> The Moon pulls"
    assert finding.question == "pulls"


def test_a_seal_of_another_text_is_stale() -> None:
    [scope] = with_article(TIDES)
    seal, _ = make_seal(make_article(TEXT + "More.\n"), [])
    [finding] = found(dataclasses.replace(scope, seal=seal), "seal-stale")
    assert finding.message == "the seal was made from another text; make it again: quizgen seal"
    assert scope.lines[finding.line - 1] == "article: tides.txt"


def test_a_seal_that_does_not_know_a_quote_of_an_approved_question_is_stale() -> None:
    [scope] = with_article(TIDES)
    seal, _ = make_seal(ARTICLE, ["rises twice a day", "Tides turn mills"])
    [finding] = found(dataclasses.replace(scope, seal=seal), "seal-stale")
    assert finding.message == "the seal does not know one quote; make it again: quizgen seal"
    seal, _ = make_seal(ARTICLE, ["rises twice a day", "the sea rise", "Tides turn mills"])
    assert not found(dataclasses.replace(scope, seal=seal), "seal-stale")


def test_an_approved_question_has_a_quote_of_its_own_or_of_a_part() -> None:
    assert [one.line for one in found(bank("## What?\n= a\n"), "no-evidence")] == [7]
    assert not found(bank("## What?\n= a\nstatus: draft\n"), "no-evidence")
    assert not found(bank("## What?\n- [x] a\n  > a\n- [ ] b\n"), "no-evidence")
    assert not found(bank("## What?\n= a\nallow: no-evidence because a warm-up\n"), "no-evidence")


# ── answers in their quotes


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("= the Moon", "The Moon pulls"),
        ("= moon | Luna", "pulled by the moon."),
        ("= Luna | the Moon", "The Moon pulls"),
        ("= Luna\n= the Moon", "The Moon pulls"),
        ("= the Moon", "the Moon’s pull"),
        ("= the Moon's pull", "the Moon’s pull"),
        ("= Habomai | Habomais", "of Chabomai"),
        ("= semiconductors", "semi-conductors are made"),
        ("= bullet-proof vests", "bulletproof vests"),
        ("= 4%", "4 per cent of it"),
        ("= 80,000\nunit: vehicles", "around 80,000 vehicles a year"),
        ("= $100 million", "a loan of around $100 million"),
        ("= $100,000,000", "some $100 million"),
        ("= 1,500 km", "1500 kilometres long"),
        ("= 5 km", "between 5 and 6 kilometres"),
        ("= Chabomai", "Habomai’s coast"),
        ("= 5 km", "it is 5 in all, in kilometres"),
        ("= 2,000,000", "two million people"),
        ("= 4", "the four islands"),
        ("= four", "the 4 islands"),
        ("= 2 million", "two million people"),
        ("= 90 minutes", "a 90-minute film"),
        ("= 15 min", "for 15 minutes"),
        ("= -5 °C", "at −5 degrees Celsius"),
        ("= 3.14\ntolerance: 1%", "is 3.1416 or so"),
        ("= 15\nrange: 10 to 20", "about 12 of them"),
        ("= 1945\nkind: short", "since 1945."),
        ("- b\n- a", "a and b"),
        ("= 41", "forty-one of the boats"),
        ("= 20%", "from twenty per cent to nil"),
        ("= 0.5 miles", "half a mile long"),
        ("= 1.5 million", "one and a half million leaves"),
        ("= two thirds", "a two-thirds share"),
        ("= 1.3 degrees", "warmed by 1.3 °C"),
        ("= the carrier", "The carriers lost their trade"),
        ("= in a boathouse", "the boathouse is dark"),
        ("= 9 November 1986", "on November 9th, 1986"),
        ("- North Wales\n- South Wales", "from North and South Wales"),
        ("= firms invest less", "firms would invest less"),
        ("= they sold them", "some sold their flats"),
        ("= `x = 1`", "write x = 1 there"),
    ],
)
def test_an_answer_stands_in_its_quote_by_its_words_its_names_or_its_value(answer: str, quote: str) -> None:
    scope = bank(f"## What?\n{answer}\n> {quote}\n", front="article: tides.txt\nnames:\n  - Habomai | Chabomai\n")
    assert not found(scope, "answer-not-in-evidence")


@pytest.mark.parametrize(
    ("answer", "quote", "line"),
    [
        ("= the Sun", "the sunset", "= the Sun"),
        ("= 4%", "4 years", "= 4%"),
        ("= 9%", "4 per cent", "= 9%"),
        ("= €100 million", "$100 million", "= €100 million"),
        ("= 100 million", "100 thousand", "= 100 million"),
        ("= 100", "100,000 people", "= 100"),
        ("= 12", "12.5 of them", "= 12"),
        ("= 1945\nkind: short", "in 1946", "= 1945"),
        ("= five", "the four islands", "= five"),
        ("- a\n- c", "a and b", "- c"),
        ("= 2", "a half of it", "= 2"),
        ("= 5", "a fifth of it", "= 5"),
        ("= 40", "forty-one of the boats", "= 40"),
        ("= it does not rise", "the water will rise", "= it does not rise"),
        ("= North Wales", "the north of the land is far from Wales. It is cold", "= North Wales"),
        ("= 9 November 1986", "on November 8th, 1986", "= 9 November 1986"),
    ],
)
def test_an_answer_that_is_not_in_its_quotes_is_found_at_its_line(answer: str, quote: str, line: str) -> None:
    scope = bank(f"## What?\n{answer}\n> {quote}\n")
    [finding] = found(scope, "answer-not-in-evidence")
    assert scope.lines[finding.line - 1] == line


@pytest.mark.parametrize(
    ("language", "answer", "quote"),
    [
        ("de", "am Rhein", "am linken Ufer des Rheins"),
        ("de", "der Lachs", "die ersten Lachse kamen"),
        ("de", "10,69 m", "stieg auf 10,69 Meter"),
        ("fr", "22 ans\nunit: ans", "depuis vingt-deux ans"),
        ("ru", "май", "с января до мая"),
        ("ru", "40 м", "на сорок метров"),
        ("ja", "3776メートル", "高さは三七七六メートルで"),
        ("ar", "القمح", "ويزرعون القطن والقمح"),
        ("ar", "1970", "بين عامي ١٩٦٠ و١٩٧٠"),
    ],
)
def test_in_other_languages_too_the_form_of_a_word_and_of_a_number_does_not_count(
    language: str, answer: str, quote: str
) -> None:
    scope = bank(f"## What?\n= {answer}\n> {quote}\n", front=f"article: tides.txt\nlanguage: {language}\n")
    assert not found(scope, "answer-not-in-evidence")


def test_a_blank_is_found_in_the_heading() -> None:
    scope = bank("## The {{Moon}} pulls at the {{land}} {#pull}\n> The Moon pulls at the water\n")
    [finding] = found(scope, "answer-not-in-evidence")
    assert scope.lines[finding.line - 1][finding.column - 1 : finding.end - 1] == "land"


def test_a_member_may_stand_in_the_quote_of_another_and_quotes_count_together() -> None:
    assert not found(bank("## Which?\n- a\n  > it is b\n- b\n  > it is a\n"), "answer-not-in-evidence")


def test_a_draft_has_to_prove_its_answer_too_and_a_question_without_quotes_is_another_fault() -> None:
    assert found(bank("## What?\n= a\n> b\nstatus: draft\n"), "answer-not-in-evidence")
    assert not found(bank("## What?\n= a\n"), "answer-not-in-evidence")


def test_what_has_to_be_worked_out_is_allowed() -> None:
    question = "## How many?\n= 2\n> a and b\nallow: answer-not-in-evidence because they are counted\n"
    assert not found(bank(question), "answer-not-in-evidence", "unused-allow")
