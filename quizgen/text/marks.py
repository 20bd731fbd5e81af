"""Whether a text holds any Markdown: most do not, and then no Markdown parser is loaded or run."""

from __future__ import annotations

import re

from quizgen.text.spans import pieces

__all__ = ["has_block_marks", "has_inline_marks", "one_line", "paragraphs"]

_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\n])"  # a backslash that makes something plain
    r"|[*\r\0]|~~|(?<![^\W_])_|_(?![^\W_])"  # an underscore within a word means nothing
    r"|\](?=\()|<(?=[^\s<>]*[:@])"  # a link
)
_BLOCK = re.compile(r"^[ \t]*(?:[-*+#>~`:_]|\d+[.)])|[|\r\0]|(?:  |\\)$", re.MULTILINE)
_LINE_END = re.compile(r" *\n *")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


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
    trimmed = "\n".join(line.strip(" \t") for line in source.split("\n"))
    return [part for part in _BLANK_LINES.split(trimmed.strip("\n")) if part]


def one_line(text: str) -> str:
    """A text with each line end, and the spaces around it, made one space."""
    return _LINE_END.sub(" ", text) if "\n" in text else text
