"""Inline and body text for a terminal: no marks, no control sequences, no line wrapping.

Emphasis is dropped, a link is its text and its address, maths is written in Unicode where it can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from quizgen.text.columns import columns
from quizgen.text.marks import has_block_marks, has_inline_marks, one_line, paragraphs
from quizgen.text.spans import Kind, bare, pieces

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

__all__ = ["block_plain", "inline_plain", "literal_plain"]

_MARKED = re.compile(r"[\\`$*_~\]<\r\n\0]")  # most texts hold none of these, and are plain as they are


def inline_plain(source: str) -> str:
    """Inline Markdown as a person reads it, on one line; spaces at its ends stay."""
    if not _MARKED.search(source):
        return source
    if not has_inline_marks(source):
        return "".join(_piece(kind, one_line(text)) for kind, text in pieces(source))
    from quizgen.text.markdown import inline_tokens

    return one_line(_inline(inline_tokens(source)))


def block_plain(source: str) -> str:
    """Body text as a person reads it: blocks parted by a blank line, lists and tables with their marks."""
    if not (has_block_marks(source) or has_inline_marks(source)):
        return "\n\n".join(map(inline_plain, paragraphs(source)))
    return _blocks(_tree(source).children)


def literal_plain(text: str) -> str:
    """Literal text, as :func:`~quizgen.text.spans.unescape` gives it, as a person reads it."""
    return "".join(_piece(kind, bare(part) if kind == "text" else part) for kind, part in pieces(text))


def _piece(kind: Kind | Literal["text"], text: str) -> str:
    return _formula(text) if kind in ("maths", "display") else text


def _formula(latex: str) -> str:
    from quizgen.text.formula import plain_formula

    return plain_formula(latex)


def _inline(tokens: Iterable[Token]) -> str:
    parts: list[str] = []
    links: list[tuple[int, str]] = []
    for token in tokens:
        if token.type == "link_open":
            links.append((len(parts), str(token.attrs["href"])))
        elif token.type == "link_close":
            start, url = links.pop()
            parts[start:] = [_link("".join(parts[start:]), url)]
        else:
            parts.append(_token(token))
    return "".join(parts)


def _token(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "maths" | "display":
            return _formula(token.content)
        case _:
            return token.content


def _link(text: str, url: str) -> str:
    return text if text in (url, url.removeprefix("mailto:")) else f"{text} ({url})"


def _tree(source: str) -> SyntaxTreeNode:
    """Body text as a tree of blocks, whose inline parts are plain already: emphasis may nest without bound."""
    from markdown_it.tree import SyntaxTreeNode

    from quizgen.text.markdown import block_parser

    tokens = block_parser().parse(source)
    for token in tokens:
        if token.type == "inline":
            token.content = _inline(token.children or [])
            token.children = None
    return SyntaxTreeNode(tokens)


def _blocks(nodes: Iterable[SyntaxTreeNode], between: str = "\n\n") -> str:
    return between.join(map(_block, nodes))


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case "bullet_list" | "ordered_list":
            return _list(node)
        case "blockquote":
            return _indented(_blocks(node.children), "> ", "> ")
        case "table":
            return _table([[_text(cell) for cell in row.children] for row in _rows(node)])
        case "fence":
            return node.content.rstrip("\n")
        case "hr":
            return "---"
        case "box":
            return _blocks(node.children)
        case _:
            return _text(node)


def _text(node: SyntaxTreeNode) -> str:
    return "".join(part.content for part in node.children)


def _list(node: SyntaxTreeNode) -> str:
    tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
    first = int(node.attrs.get("start", 1))
    items = [
        _indented(_blocks(item.children, "\n" if tight else "\n\n"), mark, " " * len(mark))
        for number, item in enumerate(node.children, first)
        for mark in ["* " if node.type == "bullet_list" else f"{number}{item.markup} "]
    ]
    return ("\n" if tight else "\n\n").join(items)


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(
        (first if number == 0 else rest) + line if line else (first if number == 0 else rest).rstrip()
        for number, line in enumerate(lines)
    )


def _rows(table: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    return [row for part in table.children for row in part.children]


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    lines = [
        " | ".join(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    lines.insert(1, "-+-".join("-" * width for width in widths))
    return "\n".join(lines)
