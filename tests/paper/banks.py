"""Banks to print: one with every kind, where each answer and each quote is a word that stands nowhere else."""

from __future__ import annotations

from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank

MAP = """<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240" viewBox="0 0 600 240">
<rect width="600" height="240" fill="#eee"/><circle cx="200" cy="120" r="60"/><circle cx="420" cy="90" r="30"/></svg>"""

EVERY_KIND = r"""---
id: tests/every-kind
title: Every kind "there" is <so far>
article-title: The Islands
article-author: A. Writer
publisher: CAPS
language: en
minutes: 30
names:
  - zanswershort | znameother
glossary:
  - to cede :: to give land to another state
  - zanswershort :: a word that would tell
  - tell-tale :: said of what zanswerlist names
objectives:
  - Know the names
---

# Words and numbers {#words}
Read this *before* you begin.

| Year | Event |
|------|-------|
| 1855 | treaty |

## What is the island called? {#short}
= zanswershort | zformshort
> the island of zanswershort lies zquoteshort in the north
wrong: zwrongform :: zfeedbackwrong, not quite
hint: zhintshort
explain: zexplainshort because
note: znoteshort for you
level: recall
objective: Know the names
as-of: March 2022

## How far is it? {#number}
= 31007 km
unit: km
tolerance: 5%
> some 31007 zquotenumber kilometres

## The sea is **warm** there. {#false-one}
= false
> zquotefalse water
correction: The sea is zcorrection cold.

## The sea is deep. {#true-one}
= true
> zquotetrue depth

## Maths: what is \(x^2\) for $x = 3$? {#maths}
= 8009
kind: short

# Choosing {#choosing}

## Which one is it? {#choice}
- [x] optionright north
  > zquotechoice to the north
  zfeedbackright yes
- [ ] optionwrong south
  zfeedbackdistractor no
- [ ] optionwrong *east*
- [ ] none of these {pin}

## Which are long? {#choices}
A body with `code` stands here:

* first
* second

- [x] optionlong which is rather more than twenty-eight letters long
  > zquotechoices one
- [x] optionlong which is also more than twenty-eight letters long
- [ ] optionlong which is wrong, and more than twenty-eight letters long

# Texts {#texts}

## Russia calls them **the {{zclozea}}**; Japan calls them {{zclozeb | zclozeform :: N… T…}}. {#cloze}
> zquotecloze both

## Fill in. {#cloze-body}
The treaty was signed in {{zclozec}}.

::: Extract
An extract stands here.
:::

## Which four? {#list}
- zanswerlist | zformlist
  > zquotelist one
- zmemberb
- zmemberc
- zmemberd
> zquotelistall together
ask: 2

## Match each leader. {#match}
- Kishida == matchright one
  > zquotematch he
- Zelensky == matchright two | zformmatch
- == matchspare
  zfeedbackspare nobody

## Put in order. {#order}
1. itemone first
   > zquoteorder then
2. itemtwo second
3. itemthree third

## Why so mild? {#open}
image: map.svg | a map of the islands
audio: sea.mp3 | the sound of the sea
+ zpointone were going on
  > zquotepoint talks
+ zpointtwo hoped
= zmodelanswer because of that.
lines: 20
note: znoteopen

## Recite. {#ordered}
- zfirst
- zsecond
order: fixed

## A draft that nobody approved zdraft {#draft}
= zdraftanswer
status: draft
"""


def every_kind() -> Bank:
    """The bank with every kind."""
    return parse_bank(EVERY_KIND, "every-kind.md")


def bank_of(questions: str, front: str = "", file: str = "bank.md") -> Bank:
    """A bank of these questions; ``front`` is more front matter."""
    return parse_bank(f"---\nid: tests/small\ntitle: Small\n{front}---\n\n{questions}", file)


def long_bank(count: int, language: str = "en") -> Bank:
    """Questions long and short, in three scripts; every part of one bears its mark, such as Q7."""
    return bank_of("\n".join(_question(number) for number in range(1, count + 1)), f"language: {language}\n", "long.md")


_TEXTS = (
    "Which of the islands does the government claim, and since when has it done so without a break",
    "日本政府はどの島々の領有権を主張していますか。また、それはいつからですか。記事に基づいて答えなさい",
    "ما هي الجزر التي تطالب بها اليابان منذ نهاية الحرب العالمية الثانية",
    "Where",
)


def _question(number: int) -> str:
    mark = f"Q{number}"
    text = f"{mark} {_TEXTS[number % len(_TEXTS)] * (1 + number % 3)}"
    long = " and many more words that make this option run over the end of one line" * (number % 2)
    shapes = (
        f"- [x] {mark} first{long}\n- [ ] {mark} second{long}\n- [ ] {mark} third{long}\n- [ ] {mark} fourth",
        f"- [x] {mark} 択捉島\n- [x] {mark} 国後島\n- [ ] {mark} إيتوروب\n- [ ] {mark} none",
        f"1. {mark} one{long}\n2. {mark} two{long}\n3. {mark} three",
        f"- {mark} left{long} == {mark} right{long}\n- {mark} other == {mark} one\n- == {mark} third",
    )
    return f"## {text} {{#q{number}}}\n{shapes[number // 2 % len(shapes)]}\n"
