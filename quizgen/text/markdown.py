"""The Markdown of a bank, as a set-up of markdown-it: what is on, what is off, and what differs.

Only listed rules are on. Off, because what is typed is what is asked: raw HTML and entities, images, reference
links, bare links, typography, underlined headings, indented code. What differs from CommonMark is in the modules
:mod:`~quizgen.text.inline_rules` and :mod:`~quizgen.text.block_rules`.

Importing this module loads markdown-it: import it where a text is known to hold Markdown.
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quizgen.text import block_rules, inline_rules

__all__ = ["block_parser", "inline_parser", "inline_tokens"]

_INLINE_RULES = ["newline", "escape", "strikethrough", "emphasis", "autolink"]
_BLOCK_RULES = ["table", "fence", "blockquote", "hr", "list", "heading"]

# deeper nesting is shown as text; zero's own limit of 20 would drop nested lists
_OPTIONS = {"maxNesting": 100}


@cache
def inline_parser() -> MarkdownIt:
    """The parser of inline text."""
    parser = MarkdownIt("zero", _OPTIONS).enable(_INLINE_RULES)
    inline_rules.install(parser)
    return parser


@cache
def block_parser() -> MarkdownIt:
    """The parser of body text: inline text in paragraphs, lists, tables, boxes, quotes, fenced code."""
    parser = MarkdownIt("zero", _OPTIONS).enable(_INLINE_RULES + _BLOCK_RULES)
    inline_rules.install(parser)
    block_rules.install(parser)
    return parser


def inline_tokens(source: str) -> list[Token]:
    """Inline text as markdown-it's tokens."""
    return inline_parser().parseInline(source)[0].children or []
