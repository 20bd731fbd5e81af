"""Two small banks to choose questions from."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.bank.parse import parse_bank
from quizgen.study.session.selection import Picked

ISLANDS = parse_bank(
    """---
id: islands
title: The islands
---

# The *claims* {#claims}

## Which name? {#names}
= Kuril
level: recall
tags: history

## Which four? {#four}
- one
- two
level: understand

# Causes

## Why? {#why}
+ because
""",
    "islands.md",
)

TRADE = parse_bank(
    """---
id: trade
title: Trade
tags:
  - money
---

# Energy {#energy}

## Which gas? {#gas}
= LNG
level: recall

## How much? {#loan}
= $100 million

## Still a draft? {#draft}
= no
level: understand
status: draft
""",
    "trade.md",
)


def ids(picked: Iterable[Picked]) -> list[str]:
    """The ids of the questions, in order."""
    return [question.id for _, question in picked]
