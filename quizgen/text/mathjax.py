r"""Maths as Anki's MathJax reads it, between ``\(`` and ``\)`` or ``\[`` and ``\]``.

MathJax looks for these marks in the finished page, wherever they stand: in plain text, too, and entities hide nothing
from it. What hides them is an element between their two characters.
"""

from __future__ import annotations

import re

from quizgen.text.refused import is_refused

__all__ = ["hide_maths_marks", "mathjax_source"]

_BRACE_OR_COMMAND = re.compile(r"\\.|[{}]", re.DOTALL)
_OPENING = re.compile(r"\\(?=[(\[])")


def mathjax_source(latex: str, display: bool) -> str | None:
    """The formula with its marks, not yet escaped for HTML; None where it would not end at its end, or does harm."""
    if is_refused(latex) or not _ends_at_its_end(latex, r"\]" if display else r"\)"):
        return None
    # Anki ends a cloze at the first "}}", in a formula too; its manual says to part them
    parted = latex.replace("}}", "} }").replace("}}", "} }")
    return rf"\[{parted}\]" if display else rf"\({parted}\)"


def _ends_at_its_end(latex: str, closing: str) -> bool:
    """Whether MathJax finds the closing mark where it stands: none before it, and no brace open."""
    if "\\" not in latex and "{" not in latex:
        return True
    depth = 0
    for found in _BRACE_OR_COMMAND.finditer(latex):
        token = found[0]
        if token == closing:
            return False  # even inside braces: Anki, unlike MathJax, ends a formula there
        depth = depth + 1 if token == "{" else max(depth - 1, 0) if token == "}" else depth
    return depth == 0 and not _ends_in_lone_backslash(latex)


def _ends_in_lone_backslash(latex: str) -> bool:
    return (len(latex) - len(latex.rstrip("\\"))) % 2 == 1


def hide_maths_marks(html: str) -> str:
    r"""The HTML of a plain text (not of an attribute) with ``\(`` and ``\[`` parted, for they are no maths there."""
    return _OPENING.sub(r"\\<span></span>", html) if "\\" in html else html
