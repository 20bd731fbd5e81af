"""Whether a text holds any Markdown: most do not, and then no Markdown parser is loaded or run."""

from __future__ import annotations

import re

from quizgen.text.spans import pieces

__all__ = ["has_block_marks", "has_inline_marks", "one_line", "paragraphs"]

_INLINE = re.compile(
    r"\\(?=[ !-/:-@\[-`{-~\n])"  # a backslash that makes something plain; before a space it keeps the space
    r"|[*\r\0]|~~|(?<![^\W_])_|_(?![^\W_])"  # an underscore within a word means nothing
    r"|\](?=\()|<(?=[^\s<>]*[:@])"  # a link
)
_BLOCK = re.compile(r"^(?:[-*+#>~`:_ \t]|\d+[.)])|[|\r\0]|[ \t\\]$", re.MULTILINE)
_LINE_END = re.compile(r" *\n[ \t]*")
_BLANK_LINES = re.compile(r"\n\n+")


def has_inline_marks(source: str) -> bool:
    """Whether a text needs Markdown's inline rules; code and maths alone do not."""
    if not _INLINE.search(source):
        return False
    return any(kind == "text" and _INLINE.search(text) for kind, text in pieces(source))


def has_block_marks(source: str) -> bool:
    """Whether a body text is more than paragraphs."""
    return bool(_BLOCK.search(source))


def paragraphs(source: str) -> list[str]:
    """The paragraphs of a body text without block marks, each with its line ends."""
    return [part.strip() for part in _BLANK_LINES.split(source) if part.strip("\n")]


def one_line(text: str) -> str:
    """A text with each line end, and the spaces around it, made one space."""
    return _LINE_END.sub(" ", text) if "\n" in text else text
