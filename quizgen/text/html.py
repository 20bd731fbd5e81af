"""Inline and body text as HTML that is safe to put into a page or a card.

Raw HTML is shown as text, links are to http, https and mailto only, and maths is MathML, or what Anki's MathJax
reads. A formula that cannot be read is shown as its source. Nothing here raises on any text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from quizgen.text.marks import has_block_marks, has_inline_marks, one_line, paragraphs
from quizgen.text.mathjax import hide_maths_marks, mathjax_source
from quizgen.text.spans import Kind, bare, pieces

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["Maths", "block_html", "escape_html", "inline_html", "literal_html"]

Maths = Literal["mathml", "anki"]
"""How maths is written: as MathML, or between the marks that Anki's MathJax looks for."""


def escape_html(text: str) -> str:
    """The text with the characters that mean something in HTML made plain, as fits an element or ``"…"``."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def inline_html(source: str, *, maths: Maths = "mathml") -> str:
    """Inline Markdown as HTML on one line; spaces at its ends stay, so that fragments can be joined."""
    if has_inline_marks(source):
        return str(_inline_renderer().renderInline(source, {"maths": maths}))
    return "".join(_piece(kind, one_line(text), maths) for kind, text in pieces(source))


def block_html(source: str, *, maths: Maths = "mathml") -> str:
    """Body text as HTML: paragraphs, lists, tables, quotes, fenced code, small headings, and ``:::`` boxes.

    A box is ``<div class="extract">``; what follows its colons is a ``<p class="title">`` in it.
    """
    if has_block_marks(source) or has_inline_marks(source):
        return str(_block_renderer().render(source, {"maths": maths}))
    return "".join(f"<p>{_kept_lines(part, maths)}</p>\n" for part in paragraphs(source))


def literal_html(text: str, *, maths: Maths = "mathml") -> str:
    """Literal text, as :func:`~quizgen.text.spans.unescape` gives it, as HTML: only code and maths are marked."""
    return "".join(_piece(kind, bare(part) if kind == "text" else part, maths) for kind, part in pieces(text))


def _kept_lines(paragraph: str, maths: Maths) -> str:
    return "".join(_piece(kind, text, maths) for kind, text in pieces(paragraph))


def _piece(kind: Kind | Literal["text"], text: str, maths: Maths) -> str:
    if kind == "text":
        return _text(text, maths)
    if kind == "code":
        return f"<code>{_text(text, maths)}</code>"
    return _formula(text, kind == "display", maths)


def _text(text: str, maths: Maths) -> str:
    """Text in which nothing is maths, whatever it looks like."""
    html = escape_html(text)
    return hide_maths_marks(html) if maths == "anki" else html


def _formula(latex: str, display: bool, maths: Maths) -> str:
    if maths == "anki":
        source = mathjax_source(latex, display)
        if source is not None:
            return escape_html(source)
    else:
        from quizgen.text.mathml import mathml

        element = mathml(latex, display)
        if element is not None:
            return element
    return f'<code class="maths">{_text(latex, maths)}</code>'


@cache
def _inline_renderer() -> MarkdownIt:
    from quizgen.text.markdown import inline_parser

    parser = inline_parser()
    _set_rules(parser)
    parser.add_render_rule("softbreak", _space)
    parser.add_render_rule("hardbreak", _space)
    return parser


@cache
def _block_renderer() -> MarkdownIt:
    from quizgen.text.markdown import block_parser

    parser = block_parser()
    _set_rules(parser)
    return parser


def _set_rules(parser: MarkdownIt) -> None:
    parser.add_render_rule("maths", _maths_token)
    parser.add_render_rule("display", _maths_token)
    parser.add_render_rule("text", _text_token)
    parser.add_render_rule("code_inline", _code_token)
    parser.add_render_rule("fence", _fence_token)


def _text_token(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: Any) -> str:
    return _text(tokens[index].content, env["maths"])


def _code_token(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: Any) -> str:
    return f"<code>{_text(tokens[index].content, env['maths'])}</code>"


def _fence_token(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    html = str(renderer.fence(tokens, index, options, env))
    return hide_maths_marks(html) if env["maths"] == "anki" else html


def _maths_token(_self: Any, tokens: Sequence[Token], index: int, _options: Any, env: Any) -> str:
    token = tokens[index]
    return _formula(token.content, token.type == "display", env["maths"])


def _space(*_: Any) -> str:
    return " "
