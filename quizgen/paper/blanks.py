"""The text of a cloze on paper: its blanks put into rendered Markdown, so that emphasis may reach across them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import count

from quizgen.bank.model import Blank
from quizgen.text.html import block_html, inline_html

__all__ = ["stem_and_body"]

_MARK = re.compile("\ufdd1(\\d+)\ufdd2")  # noncharacters, which no text may hold

Parts = Iterable[str | Blank]
ShowBlank = Callable[[int, Blank], str]


def stem_and_body(stem: Parts, body: Parts, show: ShowBlank) -> tuple[str, str]:
    """Prompt and body as HTML; ``show`` gives the HTML of a blank by its number, from 1 through both."""
    numbers = count(1)
    return _rendered(stem, inline_html, show, numbers), _rendered(body, block_html, show, numbers)


def _rendered(parts: Parts, render: Callable[[str], str], show: ShowBlank, numbers: Iterable[int]) -> str:
    blanks: dict[str, str] = {}
    source = []
    numbered = iter(numbers)
    for part in parts:
        if isinstance(part, Blank):
            number = next(numbered)
            blanks[str(number)] = show(number, part)
            source.append(f"\ufdd1{number}\ufdd2")
        else:
            source.append(part)
    html = render("".join(source))
    return _MARK.sub(lambda found: blanks.get(found[1], ""), html) if blanks else html
