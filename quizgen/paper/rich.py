"""Text with marks as a page shows it: as HTML for a browser, as a tree for Typst. Blanks of a cloze stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from quizgen.bank.model import Blank
from quizgen.shown import View, Words

__all__ = ["Rich", "rich_of_view", "rich_of_words"]

_GAP = re.compile("\ufdd1(\\d+)\ufdd2")  # noncharacters, which no text may hold


@dataclass(frozen=True, slots=True)
class Rich:
    """Inline or block Markdown, or literal text; a blank stands in it as U+FDD1, its number, U+FDD2."""

    source: str
    form: Literal["inline", "block", "literal"] = "inline"

    def __bool__(self) -> bool:
        return bool(self.source)

    @property
    def html(self) -> str:
        """As safe HTML, in which a blank is an empty ``<span class="gap">``."""
        return _html(self)

    @property
    def tree(self) -> list[Any]:
        """As a tree of JSON, in which a blank is ``["gap", number]``."""
        return _tree(self)

    def with_gaps(self, show: Callable[[int], str]) -> str:
        """As safe HTML; ``show`` gives that of a blank by its number."""
        return _GAP.sub(lambda found: show(int(found[1])), _html(self))


@lru_cache(maxsize=65536)
def _html(rich: Rich) -> str:
    from quizgen.text.html import block_html, inline_html, literal_html

    return {"inline": inline_html, "block": block_html, "literal": literal_html}[rich.form](rich.source)


@lru_cache(maxsize=65536)
def _tree(rich: Rich) -> list[Any]:
    from quizgen.text.tree import block_tree, inline_tree, literal_tree

    return {"inline": inline_tree, "block": block_tree, "literal": literal_tree}[rich.form](rich.source)


def rich_of_words(words: Words) -> Rich:
    """What students choose or write, with its marks or as it stands."""
    return Rich(words.text, "literal" if words.literal else "inline")


def rich_of_view(view: View) -> tuple[Rich, Rich, tuple[Rich, ...]]:
    """The stem and the body of a question, in which blanks are numbered through from 1, and the hint of each blank."""
    blanks = [part for part in (*view.stem, *view.body) if isinstance(part, Blank)]
    in_stem = sum(isinstance(part, Blank) for part in view.stem)
    stem, body = _with_blanks(view.stem, "inline", 1), _with_blanks(view.body, "block", in_stem + 1)
    return stem, body, tuple(Rich(blank.hint) for blank in blanks)


def _with_blanks(parts: Iterable[str | Blank], form: Literal["inline", "block"], first: int) -> Rich:
    number = first
    source = []
    for part in parts:
        if isinstance(part, Blank):
            source.append(f"\ufdd1{number}\ufdd2")
            number += 1
        else:
            source.append(part)
    return Rich("".join(source), form)
