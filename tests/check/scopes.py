"""Banks about the sea, with the article, with a seal of it, or with neither."""

from __future__ import annotations

from quizgen.article import Article, make_article
from quizgen.article.seal import Seal, make_seal
from quizgen.bank.parse import parse_bank
from quizgen.check.scope import Scope

TEXT = """The sea and its tides

Most coasts see the sea rise each day. It “rises twice a day” on most coasts. The Moon pulls at the water.

What follows

A long sentence about ports that nobody ever asks for at all. Tides turn mills. Ships wait. Fish wait, too.

Twice a year the tides are higher than on any other day.
"""
ARTICLE = make_article(TEXT, name="/far/away/tides.txt")

TIDES = """---
id: sea/tides
title: The tides
article: tides.txt
article-title: The sea and its tides
article-author: A. Writer
objectives:
  - Know the *tides*
  - Use a tide table
---

## How often does the sea rise? {#often}
= twice a day
> rises twice a day
> the sea rise
level: recall
difficulty: 1
objective: Know the *tides*

# Mills {#mills}

## What turns {{mills}} and {{wheels}}? {#mills-turn}
> Tides turn mills
level: apply
difficulty: 3

## What pulls at the water? {#pulls}
= the Moon
> The Moon pulls
status: draft
"""
YEAR = """---
id: sea/year
title: The year
article: tides.txt
---

## How often are the tides higher? {#higher}
- [ ] once a year
- [x] twice a year
  > Twice a year the tides are higher
- [ ] each day
level: recall
points: 2.5

## Why does it rise? {#why}
= the Moon
"""


def with_article(*texts: str, article: Article | None = ARTICLE) -> list[Scope]:
    return [Scope(parse_bank(text, ""), text, article) for text in texts]


def with_seal(*texts: str, article: Article = ARTICLE, counted: bool = True) -> list[Scope]:
    return [Scope(bank.bank, bank.source, None, _seal(bank, article, counted)) for bank in with_article(*texts)]


def _seal(scope: Scope, article: Article, counted: bool) -> Seal:
    seal, _ = make_seal(article, [quote.text for question in scope.bank for quote in question.all_evidence()])
    return seal if counted else Seal(seal.article, seal.digest, seal.places)
