"""A text as words of about known width, which is all that an estimate of its height needs.

Widths are in ems and on the safe side: those of a rather wide face.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from quizgen.text.plain import inline_plain

__all__ = ["Flow", "Run", "Stack", "Table", "Word", "flow_of", "words_in"]

_NARROW, _SLIM = frozenset("ijlI.,;:'’‘!|"), frozenset('ftrsJ-()[]/ \u00a0"“”')
_WIDE = frozenset("mwMWOQ@%&—…жмфшщыюЖМФШЩЫЮ")
_WIDTHS = {**dict.fromkeys(_NARROW, 0.31), **dict.fromkeys(_SLIM, 0.44), **dict.fromkeys(_WIDE, 0.88)}
_SMALL, _OTHER, _CAPITAL, _FULL = 0.55, 0.6, 0.7, 1.0
_BOLD, _OTHER_FORMS = 1.12, 0.82  # in the width of plain letters
_SPACE = 0.28
_CODE, _MATHS = 0.6, 0.6
_BLANK, _BLANK_NUMBER = 5.6, 1.6
_CJK = r"\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\uffef"  # a line may break at each of them
_PIECE = re.compile(rf"[{_CJK}]|[^\s{_CJK}]+|\s+")
_GAP = 0.5  # lines between blocks


class Word(NamedTuple):
    """What no line breaks, unless it ``splits``: its width and that of the space after it; ``high``, in lines, its
    height. It ``begins`` a line.
    """

    width: float
    space: float = 0.0
    high: float = 1.0
    splits: bool = False
    begins: bool = False


Run = tuple[Word, ...]
"""Words one after another."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Flows one under another, ``apart`` lines from each other and with ``around`` lines about them all.

    They begin ``indent`` ems in; ``scale`` is their type in that of the text around.
    """

    flows: tuple[Flow, ...]
    around: float = _GAP
    apart: float = 0.0
    indent: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in columns of one width."""

    rows: tuple[tuple[Flow, ...], ...]


Flow = tuple["Run | Stack | Table", ...]
"""Text as it flows down: runs of words, and blocks."""


def flow_of(nodes: Iterable[Any], gaps: tuple[str, ...] = (), *, numbered: bool = False) -> Flow:
    """The nodes of `quizgen.text.tree` as a flow; ``gaps`` are the hints of blanks.

    A node ``["small", nodes]`` is other forms of an answer, in smaller type.
    """
    return tuple(_flow(nodes, _Blanks(gaps, numbered)))


def words_in(flow: Flow) -> Iterator[Word]:
    """The words of a flow, but for those of tables, whose columns make room for them."""
    for item in flow:
        if isinstance(item, Stack):
            for inner in item.flows:
                yield from words_in(inner)
        elif not isinstance(item, Table):
            yield from item


@dataclass(frozen=True, slots=True)
class _Blanks:
    hints: tuple[str, ...]
    numbered: bool

    def words(self, number: int, wide: float) -> Iterator[Word]:
        yield Word(_BLANK + _BLANK_NUMBER * self.numbered, _SPACE, 1.15)
        hint = self.hints[number - 1] if number <= len(self.hints) else ""
        if hint:
            yield from _text(f"[{inline_plain(hint)}]", wide)


_BLOCKS = frozenset(("p", "ul", "ol", "quote", "code-block", "table", "box", "h", "rule"))


def _flow(nodes: Iterable[Any], blanks: _Blanks) -> Iterator[Run | Stack | Table]:
    inline: list[Any] = []
    for node in nodes:
        if isinstance(node, list) and node[0] in _BLOCKS:
            if inline:
                yield tuple(_words(inline, blanks))
            inline = []
            yield _block(node, blanks)
        else:
            inline.append(node)
    if inline:
        yield tuple(_words(inline, blanks))


def _block(node: list[Any], blanks: _Blanks) -> Stack | Table:
    def flow(nodes: Iterable[Any]) -> Flow:
        return tuple(_flow(nodes, blanks))

    match node[0]:
        case "p":
            return Stack((flow(node[1]),))
        case "h":
            return Stack((flow(node[2]),), around=2 * _GAP, scale=1.15)
        case "ul" | "ol":
            return Stack(tuple(flow(item) for item in node[-1]), apart=_GAP / 2, indent=2)
        case "quote":
            return Stack((flow(node[1]),), around=2 * _GAP, indent=2.5)
        case "box":
            return Stack((flow([["strong", node[1]]]), flow(node[2])), around=3 * _GAP, indent=2.5)
        case "code-block":
            lines = tuple(((Word(len(line) * _CODE, splits=True),),) for line in node[1].split("\n"))
            return Stack(lines, around=2 * _GAP)
        case "table":
            return Table(tuple(tuple(flow(cell) for cell in row) for row in node[2]))
        case _:
            return Stack((), around=3 * _GAP)


def _words(nodes: Iterable[Any], blanks: _Blanks, wide: float = 1.0) -> Iterator[Word]:
    """Inline nodes as words; letters are ``wide`` times as wide as plain ones."""
    for node in nodes:
        if isinstance(node, str):
            yield from _text(node, wide)
            continue
        match node[0]:
            case "em" | "strike":
                yield from _words(node[1], blanks, wide)
            case "strong":
                yield from _words(node[1], blanks, wide * _BOLD)
            case "small":
                yield from _words(node[1], blanks, wide * _OTHER_FORMS)
            case "link":
                yield from _words(node[2], blanks, wide)
            case "code" | "source":
                yield Word(len(node[1]) * _CODE, 0.1, splits=True)
            case "long":
                yield Word(_width(node[1]) * wide, splits=True)
            case "maths":
                high = _maths_height(node[1]) + 0.8 * node[3]
                yield Word(len(node[2]) * _MATHS + 0.5, 0.1, high, begins=node[3])
            case "br":
                yield Word(0, begins=True)
            case "gap":
                yield from blanks.words(node[1], wide)


@lru_cache(maxsize=4096)
def _text(text: str, wide: float) -> Run:
    words: list[Word] = []
    for found in _PIECE.finditer(text):
        piece = found[0]
        if not piece.isspace():
            words.append(Word(_width(piece) * wide))
        elif words:
            words[-1] = words[-1]._replace(space=_SPACE * wide)
    return tuple(words)


def _width(text: str) -> float:
    return sum(map(_letter_width, text))


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    category = unicodedata.category(letter)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _FULL
    if category == "Lu":
        return _CAPITAL
    return _SMALL if letter < "\u0250" else _OTHER


def _maths_height(row: Iterable[Any]) -> float:
    """How many lines a formula is high, about."""
    return max((_maths_node(node) for node in row if isinstance(node, list)), default=1.15)


def _maths_node(node: list[Any]) -> float:
    inner = [part for part in node[1:] if isinstance(part, list)]
    match node[0]:
        case "frac" | "binom" | "stack":
            return sum(map(_maths_height, inner)) + 0.2
        case "table" | "small-table":
            return sum(max(map(_maths_height, row), default=1.15) + 0.35 for row in node[1])
        case "attach":
            return max(map(_maths_height, inner), default=1.15) + 0.6
        case _:
            return max(map(_maths_height, inner), default=1.15) + 0.3
