"""Marks in a text that no output can show: images, and formulas that cannot be typeset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.texts import Text, texts_of
from quizgen.check.rule import Rule, bank_rule
from quizgen.check.scope import Scope
from quizgen.text.spans import pieces

__all__ = ["RULES"]

_IMAGE = re.compile(r"(?<!\\)!\[[^\[\]]*\]\([^()]*\)")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


@bank_rule(
    "image-in-text",
    "warning",
    title="an image inside text, which no output shows",
    why="A card, a sheet and the self-test show the words of a text and its marks, but no image: students would read "
    "its address. A question has one image, named by a line of its own.",
    source="Our own rule: each output places an image where it has room for it, with words for who cannot see it",
    bad="## Which bay is this? ![a bay](bay.png) {#bay}\n= Fundy\n",
    good="## Which bay is this? {#bay}\n= Fundy\nimage: bay.png | a bay that is long and narrow\n",
)
def _image_in_text(scope: Scope) -> Iterator[Flaw]:
    if scope.source and "![" not in scope.source:
        return
    for text in texts_of(scope):
        if text.dialect in ("inline", "block") and "![" in text.words:
            for image in _images_in(text):
                message = 'an image is not shown inside text; write a line "image: FILE | words for who cannot see it"'
                yield Flaw(message, text.line, image, at=text.at)


def _images_in(text: Text) -> Iterator[str]:
    """The images of a text as they are written; what stands in code is none."""
    for source in [text.words] if text.dialect == "inline" else _paragraphs(text.words):
        for kind, piece in pieces(source):
            if kind == "text":
                yield from _IMAGE.findall(piece)


def _paragraphs(body: str) -> Iterable[str]:
    """The inline texts of a body, without what is fenced."""
    from quizgen.text.markdown import block_parser

    return [token.content for token in block_parser().parse(body) if token.type == "inline"]


@bank_rule(
    "unreadable-maths",
    "warning",
    title="a formula that a page cannot typeset",
    why="The sheet and its key show the source of such a formula, backslashes and all, or Anki shows an error in its "
    "place. A brace may be missing, or a command may be one that only a full TeX knows.",
    source="Our own rule: latex2mathml, which makes the MathML of the pages, gives such a formula up",
    bad="## How much is \\(3 \\tims 4\\)? {#product}\n= 12\n",
    good="## How much is \\(3 \\times 4\\)? {#product}\n= 12\n",
)
def _unreadable_maths(scope: Scope) -> Iterator[Flaw]:
    for text in texts_of(scope):
        if text.dialect != "plain" and ("$" in text.words or "\\" in text.words):
            for latex in _unreadable(text):
                said = (
                    "a page cannot typeset this formula and will show its source"
                    if _closed(latex)
                    else "a brace of this formula has no partner, and Anki will show an error"
                )
                yield Flaw(f'{said}: "{shortened(latex)}"; mend it', text.line, latex, at=text.at)


def _unreadable(text: Text) -> Iterator[str]:
    for source in [text.words] if text.dialect != "block" or "`" not in text.words else _paragraphs(text.words):
        formulas = [(kind, latex) for kind, latex in pieces(source) if kind in ("maths", "display")]
        if formulas:
            from quizgen.text.mathml import mathml  # loads the converter, which takes 0.2 s

            for kind, latex in formulas:
                if not _closed(latex) or mathml(latex, kind == "display") is None:
                    yield latex


def _closed(latex: str) -> bool:
    """Whether every brace has its partner: MathJax, which Anki has, shows an error where one has none."""
    depth = 0
    for brace in _BRACE.findall(latex):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return False
    return not depth


RULES: tuple[Rule, ...] = (_image_in_text, _unreadable_maths)
