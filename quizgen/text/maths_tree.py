"""A formula as a small tree that templates/paper/rich.typ sets with Typst's own maths.

A row is a list of nodes. A node is a string (one character is a letter or a sign, more are a number), or a list whose
first item names it: ``["frac", row, row]``, ``["attach", row, {"t": row, …}]``; rich.typ shows each. The tree is made
from the MathML of the formula, so that a page of HTML and one of PDF show the same.

Importing this module loads latex2mathml (0.2 s): import it where a text is known to hold maths.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import zip_longest
from typing import Any
from unicodedata import category, normalize
from xml.etree.ElementTree import Element

from quizgen.text.mathml import mathml_element

__all__ = ["Row", "maths_tree"]

Row = list[Any]

_DEEPEST = 40
"""Lists in lists; Typst reads 128 of them in a file of JSON, and its functions call each other 80 deep."""

_OPENING, _CLOSING, _EITHER = "([{⟨⌊⌈", ")]}⟩⌋⌉", "|‖"
_SIGNS = str.maketrans("~*-", "∼∗−")  # what TeX sets for these keys
_PRIMES = {"′": 1, "″": 2, "‴": 3, "⁗": 4}
_WITH_LIMITS = frozenset(("lim", "max", "min", "sup", "inf", "limsup", "liminf"))
_NOT = "⧸"

_ACCENTS = dict(
    zip(
        "^~¯˙¨⃛⃜´`˘ˇ˚→←↔",
        "\u0302\u0303\u0304\u0307\u0308\u20db\u20dc\u0301\u0300\u0306\u030c\u030a\u20d7\u20d6\u20e1",
        strict=True,
    )
)
_OVER = {"⏞": "overbrace", "⎴": "overbracket", "⏜": "overparen", "―": "overline"}
_UNDER = {"⏟": "underbrace", "⎵": "underbracket", "⏝": "underparen", "―": "underline"}
_STRIKES = {
    "updiagonalstrike": "cancel",
    "downdiagonalstrike": "cancel-down",
    "updiagonalstrike downdiagonalstrike": "cancel-cross",
    "horizontalstrike": "cancel-level",
    "box": "boxed",
}

_WIDTH = re.compile(r"([+-]?\d*\.?\d+)\s*(em|ex|mu|pt|px|mm|cm|in|pc)?")
_EMS = {"em": 1, "ex": 0.45, "mu": 1 / 18, "pt": 0.09, "px": 0.07, "mm": 0.26, "cm": 2.6, "in": 6.6, "pc": 1.1}
_SPACES = {
    "thinmathspace": 0.167,
    "mediummathspace": 0.222,
    "thickmathspace": 0.278,
    "negativethinmathspace": -0.167,
    "negativemediummathspace": -0.222,
    "negativethickmathspace": -0.278,
}


_CHILDREN = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3}


class _UnknownError(Exception):
    """The formula holds an element that this module does not know, or one that lacks a part."""


@lru_cache(maxsize=4096)
def maths_tree(latex: str, display: bool) -> Row | None:
    """The formula as a row, or None where it cannot be read or shown; nobody may change it."""
    element = mathml_element(latex, display)
    if element is None:
        return None
    try:
        row = _inside(element)
    except Exception:  # whatever an odd formula is made into, the reader gets its source
        return None
    return row if _depth(row) <= _DEEPEST else None


def _depth(node: Any) -> int:
    if isinstance(node, dict):
        node = list(node.values())
    return 1 + max(map(_depth, node), default=0) if isinstance(node, list) else 0


def _row(element: Element) -> Row:
    """An element that is a part of another (a base, a script, a numerator): what its braces hold."""
    return _inside(element) if element.tag == "mrow" else _inside([element])


def _inside(elements: Iterable[Element]) -> Row:
    """Nodes of elements side by side; brackets that grow are put around what stands between them."""
    row = _Gathering()
    for child in elements:
        if len(child) != _CHILDREN.get(child.tag, len(child)):
            raise _UnknownError(child.tag)
        if _is_fence(child):
            row.fence(child)
        elif _is_before(child):
            row.before = _scripts(child, "bl", "tl")
        elif child.tag == "mpadded" and "".join(child.itertext()) == _NOT:
            row.negated = True
        else:
            row.add(_nodes(child))
    return row.finished()


class _Gathering:
    """A row that is being put together from left to right."""

    def __init__(self) -> None:
        self.rows: list[Row] = [[]]
        self.openings: list[str] = []
        self.before: dict[str, Row] = {}
        self.negated = False

    def add(self, nodes: Row) -> None:
        if nodes and self.before:
            nodes = [_with_scripts(nodes[0], self.before), *nodes[1:]]
            self.before = {}
        if nodes and self.negated:
            nodes = [_negated(nodes[0]), *nodes[1:]]
            self.negated = False
        row = self.rows[-1]
        row += nodes
        if [node[0] if isinstance(node, list) else node for node in row[-3:]] == ["big", "stack", "big"]:
            row[-3:] = [["binom", *row[-2][1:]]] if row[-3][1] == "(" else row[-3:]

    def fence(self, element: Element) -> None:
        sign = element.text or ""
        if self.openings and (
            _closes(element) or (sign in _EITHER and self.openings[-1] == sign and not _form(element))
        ):
            inner = self.rows.pop()
            self.add([["lr", self.openings.pop(), inner, sign]])
        elif _closes(element):
            self.add([sign] if sign else [])
        else:
            self.openings.append(sign)
            self.rows.append([])

    def finished(self) -> Row:
        while self.openings:  # only a brace before cases grows where nothing closes it
            inner, sign = self.rows.pop(), self.openings.pop()
            grows = sign == "{" and [node[0] for node in inner] == ["table"]
            self.rows[-1] += [["lr", sign, inner, ""]] if grows else [sign, *inner]
        if self.before:
            self.rows[0].append(["attach", [], self.before])
        return self.rows[0]


def _is_fence(element: Element) -> bool:
    if element.tag != "mo" or len(element) or element.get("stretchy") == "false" or element.get("minsize"):
        return False
    return bool(_form(element)) or (
        (element.text or " ") in _OPENING + _CLOSING + _EITHER and not element.get("lspace")
    )


def _form(element: Element) -> str:
    return element.get("form", "")


def _closes(element: Element) -> bool:
    return _form(element) == "postfix" or (not _form(element) and (element.text or " ") in _CLOSING)


def _is_before(element: Element) -> bool:
    """Whether these are scripts of nothing, which belong to what follows: the numbers of an isotope."""
    return element.tag in ("msub", "msup", "msubsup") and not len(element[0]) and not element[0].text


def _with_scripts(node: Any, scripts: dict[str, Row]) -> Any:
    if isinstance(node, list) and node[0] == "attach":
        return ["attach", node[1], node[2] | scripts]
    return ["attach", [node], scripts]


def _negated(node: Any) -> Any:
    struck = normalize("NFC", f"{node}\u0338") if isinstance(node, str) else ""
    return struck if len(struck) == 1 else ["cancel", [node]]


def _nodes(element: Element) -> Row:
    make = _MADE.get(element.tag)
    if make is None:
        raise _UnknownError(element.tag)
    return make(element)


def _sign(element: Element) -> Row:
    text = element.text or ""
    if len(element):
        return _inside(element)
    if not text:
        return []
    size = _WIDTH.match(element.get("minsize", ""))
    if size:
        return [["big", text, float(size[1])]]
    if element.get("lspace") and element.get("fence"):
        return [["mid", text]]
    if element.get("mathvariant"):
        return [_styled(text, element.get("mathvariant", ""))]
    if len(set(text)) == 1 and text[0] in _PRIMES:
        return [["primes", _PRIMES[text[0]] * len(text)]]
    if len(text) > 1:
        return [["op", text, bool(element.get("movablelimits")) or text in _WITH_LIMITS]]
    return [_character(text.translate(_SIGNS))]


def _character(text: str) -> Any:
    return ["text", text] if category(text)[0] in "MCZ" else text


def _styled(text: str, variant: str) -> Any:
    return ["text", text] if variant == "normal" else ["style", variant, text]


def _number(element: Element) -> Row:
    text, variant = element.text or "", element.get("mathvariant", "")
    return [_styled(text, variant) if variant else text] if text else []


def _words(element: Element) -> Row:
    text = element.text or ""
    return [_styled(text, element.get("mathvariant", "normal"))] if text else []


def _group(element: Element) -> Row:
    """A group: what stands in it, beside its neighbours; one sign in braces is no longer an operator."""
    if len(element) == 1 and element[0].tag == "mo" and not _is_fence(element[0]):
        return [["ord", _inside(element)]]
    return _inside(element)


def _padded(element: Element) -> Row:
    hidden = element.get("width", "").startswith("0") and len(element) == 1 and element[0].tag == "mphantom"
    return [] if hidden else _inside(element)


def _style(element: Element) -> Row:
    inner = _inside(element)
    if element.get("displaystyle") == "true":
        return [["display", inner]]
    if element.get("scriptlevel", "0") != "0":
        return [["script", [["small-table", *node[1:]] if node[0] == "table" else node for node in inner]]]
    return [["inline", inner]] if element.get("displaystyle") else inner


def _space(element: Element) -> Row:
    if element.get("linebreak"):
        return [["br"]]
    name = element.get("width", "")
    found = _WIDTH.match(name)
    ems = _SPACES.get(name) or (float(found[1]) * _EMS[found[2] or "em"] if found else 0)
    return [["space", max(-2, min(round(ems, 3), 20))]] if ems else []


def _fraction(element: Element) -> Row:
    name = "stack" if element.get("linethickness", "")[:1] == "0" else "frac"
    return [[name, _row(element[0]), _row(element[1])]]


def _root(element: Element) -> Row:
    if element.tag == "msqrt":
        return [["sqrt", _inside(element)]]
    return [["root", _row(element[1]), _row(element[0])]]


def _attached(element: Element) -> Row:
    return [["attach", _row(element[0]), _scripts(element, "b", "t")]]


def _scripts(element: Element, below: str, above: str) -> dict[str, Row]:
    """The rows below and above of an element with scripts; primes stand beside their letter, never above."""
    names = {"sub": [below], "sup": [above], "under": [below], "over": [above]}
    places = names.get(element.tag.removeprefix("m"), [below, above])
    scripts = {place: _row(child) for place, child in zip(places, element[1:], strict=True)}
    if [node[0] for node in scripts.get("t", [])] == ["primes"]:
        scripts["tr"] = scripts.pop("t")
    return scripts


def _over_or_under(element: Element) -> Row:
    base, mark = element[0], element[1]
    if len(element) == 2 and mark.tag == "mo":
        name = (_OVER if element.tag == "mover" else _UNDER).get(mark.text or "")
        accent = _ACCENTS.get(mark.text or "") if element.tag == "mover" else None
        inner = _row(base)
        if name or (accent == "\u0304" and len(inner) > 1):
            return [[name or "overline", inner]]
        if accent:
            return [["accent", inner, accent]]
    scripts = _scripts(element, "b", "t")
    inner = _row(base)
    if base.tag == "mstyle" and len(inner) == 1 and isinstance(inner[0], str):
        return [["attach", [["arrow", inner[0]]], scripts]]
    if (
        len(scripts) == 1
        and inner
        and isinstance(inner[0], list)
        and inner[0][0].endswith(("brace", "bracket", "paren"))
    ):
        return [[*inner[0], *scripts.values()]]
    return [["attach", [["limits", inner]], scripts]]


def _table(element: Element) -> Row:
    """``["table", rows of rows, alignment of each column, lines after columns, lines after rows]``."""
    rows = [[_inside(cell) for cell in line] for line in element]
    widest = max(map(len, rows), default=0)
    if not widest:
        return []
    aligned = [cell.get("columnalign", "center") for cell in max(element, key=len)]
    if element.get("displaystyle") == "true":
        return _equations(rows)
    rows = [row + [[]] * (widest - len(row)) for row in rows]
    return [["table", rows, aligned, _lines(element, "columnlines", widest), _lines(element, "rowlines", len(rows))]]


def _equations(rows: list[list[Row]]) -> Row:
    """Equations below each other, each column of them aligned at its sign."""
    widest = (max(map(len, rows)) + 1) // 2
    paired = [[[["display", [*left, ["point"], *right]]] for left, right in _pairs(row)] for row in rows]
    return [["table", [row + [[]] * (widest - len(row)) for row in paired], ["point"] * widest, [], []]]


def _pairs(cells: list[Row]) -> Iterable[tuple[Row, Row]]:
    return zip_longest(cells[::2], cells[1::2], fillvalue=[])


def _lines(element: Element, name: str, count: int) -> list[int]:
    kinds = element.get(name, "").split()
    return [number for number, kind in enumerate(kinds[: count - 1], 1) if kind != "none"]


def _hidden(element: Element) -> Row:
    return [["phantom", _inside(element)]]


def _enclosed(element: Element) -> Row:
    name = _STRIKES.get(element.get("notation", ""))
    if name is None:
        raise _UnknownError(element.tag)
    return [[name, _inside(element)]]


_MADE: dict[str, Callable[[Element], Row]] = {
    **dict.fromkeys(("mi", "mo"), _sign),
    "mn": _number,
    "mtext": _words,
    "mrow": _group,
    "mpadded": _padded,
    "mstyle": _style,
    "mspace": _space,
    "mfrac": _fraction,
    **dict.fromkeys(("msqrt", "mroot"), _root),
    **dict.fromkeys(("msub", "msup", "msubsup"), _attached),
    **dict.fromkeys(("munder", "mover", "munderover"), _over_or_under),
    "mtable": _table,
    "mphantom": _hidden,
    "menclose": _enclosed,
}
