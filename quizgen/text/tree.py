"""Inline, body and literal text as a tree of JSON, which templates/paper/rich.typ sets.

A node is a string, or a list whose first item names it. Inline: ``["em", nodes]``, ``["strong", nodes]``,
``["strike", nodes]``, ``["code", text]``, ``["link", url, nodes]``, ``["maths", row, words, display]``,
``["source", latex]`` (a formula that cannot be read), ``["br"]``, ``["gap", number]`` (a blank, in the source U+FDD1,
its number, U+FDD2), ``["long", text]`` (a word so long that it may be broken anywhere).
Blocks: ``["p", nodes]``, ``["ul", tight, items]``, ``["ol", start, tight, items]`` (an item is blocks),
``["quote", blocks]``, ``["code-block", text]``, ``["table", aligns, rows]`` (cells of nodes; the first row is the
head), ``["box", title nodes, blocks]``, ``["h", level, nodes]``, ``["rule"]``.

The trees agree with :mod:`quizgen.text.html`. What nests deeper than a page can show loses its marks, never its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from quizgen.text.marks import has_block_marks, has_inline_marks, one_line, paragraphs
from quizgen.text.spans import Kind, bare, pieces

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["Node", "block_tree", "inline_tree", "literal_tree"]

Node = str | list[Any]

_MARKED = re.compile(r"[\ufdd1\ufdd2\\`$*_~\]<\0\t\r\n]|  |[!-~\xa1-\u052f]{30}")
"""Where a text may be more than one string; most hold none of this."""

_PART = re.compile("\ufdd1([0-9]{1,9})\ufdd2|[\ufdd1\ufdd2]|([!-~\xa1-\u052f]{30,})")
_SPACES = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_SPANS = {"em_open": "em", "strong_open": "strong", "s_open": "strike"}
_DEEPEST_INLINE, _DEEPEST_BLOCK = 10, 8
_LONGEST_URL = 8000  # what Typst takes


def inline_tree(source: str) -> list[Node]:
    """Inline Markdown as nodes; spaces at its ends stay, so that fragments can be joined."""
    if not _MARKED.search(source):
        return [source] if source else []
    if has_inline_marks(source):
        from quizgen.text.markdown import inline_tokens

        return _inline(inline_tokens(source), hard_break=" ")
    return [node for kind, text in pieces(source) for node in _piece(kind, one_line(text))]


def block_tree(source: str) -> list[Node]:
    """Body text as blocks."""
    if has_block_marks(source) or has_inline_marks(source):
        from quizgen.text.markdown import block_parser

        return _blocks(iter(block_parser().parse(source)), "", 0)
    return [["p", [node for kind, text in pieces(part) for node in _piece(kind, text)]] for part in paragraphs(source)]


def literal_tree(text: str) -> list[Node]:
    """Literal text, as :func:`~quizgen.text.spans.unescape` gives it: only code and maths are marked."""
    if not _MARKED.search(text):
        return [text] if text else []
    return [node for kind, part in pieces(text) for node in _piece(kind, bare(part) if kind == "text" else part)]


def _piece(kind: Kind | Literal["text"], text: str) -> list[Node]:
    if kind == "text":
        return _text(text)
    if kind == "code":
        return _around_gaps("code", text)
    return _formula(text, kind == "display")


def _text(text: str) -> list[Node]:
    """A text, in which a page of HTML shows several spaces as one, with its blanks and its longest words apart."""
    text = _SPACES.sub(" ", text)
    if not _MARKED.search(text):
        return [text] if text else []
    nodes: list[Node] = []
    at = 0
    for found in _PART.finditer(text):
        nodes += [text[at : found.start()]] if found.start() > at else []
        if found[1]:
            nodes.append(["gap", int(found[1])])
        elif found[2]:
            nodes.append(["long", found[2]])
        at = found.end()
    return nodes + ([text[at:]] if at < len(text) else [])


def _around_gaps(name: str, text: str) -> list[Node]:
    """Text that stands as it is, under a name; a blank in it stands between two of them."""
    if "\ufdd1" not in text and "\ufdd2" not in text:
        return [[name, text]]
    parts = (node for node in _gaps(text) if node != "")
    return [[name, node] if isinstance(node, str) else node for node in parts]


def _gaps(text: str) -> Iterator[Node]:
    at = 0
    for found in re.finditer("\ufdd1([0-9]{1,9})\ufdd2|[\ufdd1\ufdd2]", text):
        yield text[at : found.start()]
        if found[1]:
            yield ["gap", int(found[1])]
        at = found.end()
    yield text[at:]


def _formula(latex: str, display: bool) -> list[Node]:
    from quizgen.text.formula import plain_formula
    from quizgen.text.maths_tree import maths_tree

    row = None if "\ufdd1" in latex or "\ufdd2" in latex else maths_tree(latex, display)
    return _around_gaps("source", latex) if row is None else [["maths", row, plain_formula(latex) or latex, display]]


def _inline(tokens: Iterable[Token], *, hard_break: Node) -> list[Node]:
    """Nodes of tokens, which open and close in pairs."""
    open_nodes: list[tuple[Token | None, list[Node]]] = [(None, [])]
    for token in tokens:
        if token.nesting > 0:
            open_nodes.append((token, []))
        elif token.nesting < 0 and len(open_nodes) > 1:
            opening, inner = open_nodes.pop()
            open_nodes[-1][1].extend(_span(opening, inner) if len(open_nodes) <= _DEEPEST_INLINE else inner)
        else:
            open_nodes[-1][1].extend(_leaf(token, hard_break))
    return open_nodes[0][1]


def _span(opening: Token | None, inner: list[Node]) -> list[Node]:
    if opening is None or not inner:
        return inner
    if opening.type == "link_open":
        url = str(opening.attrs["href"])
        return [["link", url, inner]] if len(url) <= _LONGEST_URL else inner
    return [[_SPANS[opening.type], inner]]


def _leaf(token: Token, hard_break: Node) -> list[Node]:
    match token.type:
        case "softbreak":
            return [" "]
        case "hardbreak":
            return [hard_break]
        case "code_inline":
            return _around_gaps("code", token.content)
        case "maths" | "display":
            return _formula(token.content, token.type == "display")
        case _:
            return _text(token.content)


def _blocks(tokens: Iterator[Token], end: str, depth: int) -> list[Node]:
    """The blocks up to a token that closes them, which is taken."""
    blocks: list[Node] = []
    for token in tokens:
        if token.type == end:
            break
        blocks += _block(token, tokens, depth)
    return blocks


def _block(token: Token, tokens: Iterator[Token], depth: int) -> list[Node]:
    match token.type:
        case "paragraph_open":
            return [["p", _until(tokens, "paragraph_close")]]
        case "heading_open":
            return [["h", int(token.tag[1]), _until(tokens, "heading_close")]]
        case "fence":
            return _around_gaps("code-block", token.content.removesuffix("\n"))
        case "hr":
            return [["rule"]]
        case "table_open":
            return [_table(tokens)]
        case "bullet_list_open" | "ordered_list_open":
            return _list(token, tokens, depth)
        case "blockquote_open":
            inner = _blocks(tokens, "blockquote_close", depth + 1)
            return inner if depth >= _DEEPEST_BLOCK else [["quote", inner]]
        case _:
            return _box(tokens, depth)


def _until(tokens: Iterator[Token], end: str) -> list[Node]:
    nodes: list[Node] = []
    for token in tokens:
        if token.type == end:
            break
        nodes += _inline(token.children or [], hard_break=["br"])
    return nodes


def _list(opening: Token, tokens: Iterator[Token], depth: int) -> list[Node]:
    items: list[list[Node]] = []
    tight = True
    for token in tokens:
        if token.type == opening.type.replace("open", "close"):
            break
        inner, loose = _item(tokens, depth + 1)
        items.append(inner)
        tight = tight and not loose
    if depth >= _DEEPEST_BLOCK:
        return [block for item in items for block in item]
    if opening.type == "bullet_list_open":
        return [["ul", tight, items]]
    return [["ol", int(opening.attrs.get("start", 1)), tight, items]]


def _item(tokens: Iterator[Token], depth: int) -> tuple[list[Node], bool]:
    """The blocks of an item, and whether one of them is a paragraph that stands apart."""
    blocks: list[Node] = []
    loose = False
    for token in tokens:
        if token.type == "list_item_close":
            break
        loose = loose or (token.type == "paragraph_open" and not token.hidden)
        blocks += _block(token, tokens, depth)
    return blocks, loose


def _table(tokens: Iterator[Token]) -> Node:
    aligns: list[str | None] = []
    rows: list[list[list[Node]]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            if token.type == "th_open":
                aligns.append(str(token.attrs.get("style", "")).removeprefix("text-align:") or None)
            rows[-1].append(_until(tokens, token.type.replace("open", "close")))
    return ["table", aligns, rows]


def _box(tokens: Iterator[Token], depth: int) -> list[Node]:
    title: list[Node] = []
    blocks: list[Node] = []
    for token in tokens:
        if token.type == "box_close":
            break
        if token.type == "paragraph_open" and token.attrs.get("class") == "title":
            title = _until(tokens, "paragraph_close")
        else:
            blocks += _block(token, tokens, depth + 1)
    if depth >= _DEEPEST_BLOCK:
        return [["p", title], *blocks] if title else blocks
    return [["box", title, blocks]]
