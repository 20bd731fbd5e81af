"""Inline text: the two dialects of a bank, for a page, a card, a terminal and Typst.

What is shown (prompts, options, feedback) is inline Markdown; what is compared (answers) is literal text, in which
only code and maths are marked. Importing this package loads none of it: a name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizgen.text.html import Maths, block_html, escape_html, inline_html, literal_html
    from quizgen.text.plain import block_plain, inline_plain, literal_plain
    from quizgen.text.spans import bare, escape, unescape
    from quizgen.text.tree import block_tree, inline_tree, literal_tree

__all__ = [
    "Maths",
    "bare",
    "block_html",
    "block_plain",
    "block_tree",
    "escape",
    "escape_html",
    "inline_html",
    "inline_plain",
    "inline_tree",
    "literal_html",
    "literal_plain",
    "literal_tree",
    "unescape",
]

_HOMES = dict.fromkeys(("Maths", "block_html", "escape_html", "inline_html", "literal_html"), "html")
_HOMES |= dict.fromkeys(("block_plain", "inline_plain", "literal_plain"), "plain")
_HOMES |= dict.fromkeys(("bare", "escape", "unescape"), "spans")
_HOMES |= dict.fromkeys(("block_tree", "inline_tree", "literal_tree"), "tree")


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that reading a bank does not pay for showing it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
