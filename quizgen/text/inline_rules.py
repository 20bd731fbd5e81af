"""Where inline text differs from CommonMark.

- Code and maths are the stretches that :mod:`quizgen.text.spans` finds, before any other mark is seen.
- A single ``*`` inside a word, a number or a formula (``2*3*4``, ``a*b*c``, ``(x+y)*z``) is a times sign; two are
  emphasis also inside a word (``re**ceive**d``), but not in a number.
- ``*`` beside a wide character (Chinese, Japanese, Korean) opens and closes as it does beside a space: those
  scripts put none, and CommonMark then leaves ``これは**「強調」**です`` without emphasis.
- ``__init__``, two underscores around one word, is a name of a program and stays as typed.
- Only links to ``http``, ``https`` and ``mailto`` are links; images are text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import east_asian_width

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.rules_inline import image as stock_image
from markdown_it.rules_inline import link as stock_link

from quizgen.text.spans import Span, code_and_maths, content

__all__ = ["install"]

_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_TIMES = re.compile(r"[^\W_][^\W_]|[)\]][^\W_(]|[)\]]\(")
_NAME = re.compile(r"__\w+__(?!\w)")


def install(parser: MarkdownIt) -> None:
    """Put the rules into a parser."""
    parser.inline.ruler.before("newline", "code_and_maths", _code_and_maths)
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.at("image", _image)
    parser.inline.ruler.enable(["emphasis", "link", "image"])
    parser.validateLink = _is_safe_link  # type: ignore[method-assign]


def _is_safe_link(url: str) -> bool:
    return bool(_SAFE_LINK.match(url))


@lru_cache(maxsize=2)
def _spans_by_start(source: str) -> dict[int, Span]:
    return {span.start: span for span in code_and_maths(source)}


def _code_and_maths(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "`$\\":
        return False
    span = _spans_by_start(state.src).get(state.pos)
    if span is None or span.end > state.posMax:
        return False
    if not silent:
        token = state.push("code_inline" if span.kind == "code" else span.kind, "", 0)
        token.content = content(state.src, span)
    state.pos = span.end
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    start, known = state.pos, len(state.delimiters)
    name = _NAME.match(state.src, start, state.posMax)
    if name:
        if not silent:
            state.pending += name[0]
        state.pos = name.end()
        return True
    if not emphasis.tokenize(state, silent):
        return False
    if state.src[start] == "*":
        before = state.src[start - 1] if start else " "
        after = state.src[state.pos] if state.pos < state.posMax else " "
        for mark in state.delimiters[known:]:
            mark.open, mark.close = _flanks(before, after, mark.open, mark.close)
            wide = _is_wide(before) or _is_wide(after)
            if state.pos - start == 1 and not wide and _TIMES.match(before + after):
                mark.open = mark.close = False
    return True


def _flanks(before: str, after: str, opens: bool, closes: bool) -> tuple[bool, bool]:
    """Whether asterisks between two characters may open and close emphasis, given what CommonMark says."""
    word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    if word and (before.isdigit() or after.isdigit()):
        return False, False
    opens = opens or (_is_wide(before) and not after.isspace())
    closes = closes or (_is_wide(after) and not before.isspace())
    return opens, closes


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


def _link(state: StateInline, silent: bool) -> bool:
    """A link; without an address, as in ``[a]()``, it is text."""
    start = state.pos
    if not stock_link(state, True):
        return False
    addressed = not state.src[start : state.pos - 1].rstrip().endswith("](")
    if silent and addressed:
        return True
    state.pos = start
    return addressed and stock_link(state, False)


def _image(state: StateInline, silent: bool) -> bool:
    """An image, as the text it is written with."""
    start = state.pos
    if not stock_image(state, True):
        return False
    if not silent:
        state.pending += state.src[start : state.pos]
    return True
