"""Where code and maths stand in a text, and what a backslash makes plain.

Both dialects of a bank (inline Markdown, which is shown, and literal text, which is compared) share these
rules, so that a separator or a blank's end inside maths or code is never taken for one.

Code is a run of backticks up to the next run of the same length. Maths is ``\\(…\\)``, ``\\[…\\]``, or
``$…$``, where the opening ``$`` stands before a non-space, and the closing one (the next ``$`` that no
backslash makes plain) on the same line, after a non-space and not before a digit: "$100 million and also
$100 million" is money.

Every function here takes time linear in its text, whatever the text holds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

__all__ = [
    "PUNCTUATION",
    "Span",
    "bare",
    "code_and_maths",
    "content",
    "escape",
    "find_outside",
    "pieces",
    "places_outside",
    "split_outside",
    "trailing_backslash",
    "unescape",
]

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""What a backslash can make plain, as in CommonMark; before anything else a backslash is a backslash."""

Kind = Literal["code", "maths", "display"]

# possessive, so that a text without a mark is read once
_NEXT_MARK = re.compile(r"(?:[^\\`$]++|\\[^(\[])*+(\\[(\[]|`+|\$)")
_TICKS = re.compile("`+")
_PLAIN = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_KEPT = re.compile(r"\\([\\$`])")
_LONE_OR_PLAIN = re.compile(r"\\(?:([\\$`])|([!-/:-@\[-`{-~])|)")
_TO_ESCAPE = re.compile(
    r"(\\[\\$`])"  # kept by unescape: stays
    r"|\\(?=[!-/:-@\[-`{-~]|\n|\Z)"  # would make the next character plain, or continue the line
    r"|(?<![^ ])(?:\||==|::)(?![^ ])|\{(?=\{)|\}(?=\})"  # would part forms, pairs, hints or blanks
)


class Span(NamedTuple):
    """A stretch of code or maths: ``text[start:end]`` with its marks, ``text[inner:inner_end]`` without."""

    kind: Kind
    start: int
    end: int
    inner: int
    inner_end: int


def code_and_maths(text: str) -> list[Span]:
    """The stretches of code and maths in a text, from left to right, never overlapping."""
    if "`" not in text and "$" not in text and "\\" not in text:
        return []
    spans: list[Span] = []
    runs: dict[int, list[int]] = {}
    unclosed: set[str] = set()  # marks known to have no end further on: keeps hostile text linear
    at = 0
    while found := _NEXT_MARK.match(text, at):
        if found[1] == "$":
            span = _dollars(text, found.start(1))
        elif found[1][0] == "`":
            runs = runs or _runs(text)
            span = _code(found, runs)
        else:
            span = _brackets(text, found, unclosed)
        if span:
            spans.append(span)
        at = span.end if span else found.end()
    return spans


def _runs(text: str) -> dict[int, list[int]]:
    """Where the runs of backticks of each length begin."""
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(run.end() - run.start(), []).append(run.start())
    return runs


def _code(opening: re.Match[str], runs: dict[int, list[int]]) -> Span | None:
    inner = opening.end()
    length = inner - opening.start(1)
    starts = runs.get(length, [])
    place = bisect_left(starts, inner)
    if place == len(starts):
        return None
    return Span("code", opening.start(1), starts[place] + length, inner, starts[place])


def _dollars(text: str, start: int) -> Span | None:
    inner = start + 1
    if inner >= len(text) or text[inner].isspace() or text[inner] == "$" or text[start - 1 : start] == "$":
        return None
    end = text.find("$", inner)
    while end > 0 and _backslashes(text, end) % 2:
        end = text.find("$", end + 1)
    if end < 0 or text[end - 1].isspace() or text[end + 1 : end + 2].isdigit() or "\n" in text[inner:end]:
        return None
    return Span("maths", start, end + 1, inner, end)


def _brackets(text: str, opening: re.Match[str], unclosed: set[str]) -> Span | None:
    mark = opening[1]
    if mark in unclosed:
        return None
    end = text.find(r"\)" if mark == r"\(" else r"\]", opening.end())
    if end < 0:
        unclosed.add(mark)
    if end <= opening.end():
        return None
    return Span("maths" if mark == r"\(" else "display", opening.start(1), end + 2, opening.end(), end)


def _backslashes(text: str, at: int) -> int:
    count = 0
    while at > count and text[at - count - 1] == "\\":
        count += 1
    return count


def pieces(text: str) -> Iterator[tuple[Kind | Literal["text"], str]]:
    """The text from left to right: the :func:`content` of each span, and each text between."""
    at = 0
    for span in code_and_maths(text):
        if span.start > at:
            yield "text", text[at : span.start]
        yield span.kind, content(text, span)
        at = span.end
    if at < len(text):
        yield "text", text[at:]


def content(text: str, span: Span) -> str:
    """What stands between a span's marks, on one line.

    Code loses one space at both ends if it has both, as in CommonMark: that is how a backtick is quoted.
    """
    inner = text[span.inner : span.inner_end].replace("\n", " ")
    if span.kind != "code":
        return inner.strip()
    padded = len(inner) > 2 and inner[0] == inner[-1] == " " and not inner.isspace()
    return inner[1:-1] if padded else inner


def places_outside(text: str, wanted: str, start: int = 0) -> Iterator[int]:
    """The places of ``wanted`` at or after ``start``, outside code and maths and not after a backslash.

    Places may overlap, as those of ``{{`` in ``{{{`` do.
    """
    at = text.find(wanted, start)
    if at < 0:
        return
    spans = iter(code_and_maths(text))
    span = next(spans, None)
    escapable = wanted[0] in PUNCTUATION
    while at >= 0:
        while span and span.end <= at:
            span = next(spans, None)
        if span and span.start < at + len(wanted):
            at = text.find(wanted, max(span.end, at + 1))
            continue
        if not (escapable and _backslashes(text, at) % 2):
            yield at
        at = text.find(wanted, at + 1)


def find_outside(text: str, wanted: str, start: int = 0) -> int:
    """The first of :func:`places_outside`, or -1."""
    return next(places_outside(text, wanted, start), -1)


def split_outside(text: str, separator: str) -> list[tuple[str, int]]:
    """The parts of a text between ``separator`` with spaces around it, each stripped, with its offset.

    Separators inside code and maths, and those that a backslash makes plain, do not count. A separator at the
    very start or end of the text parts off an empty piece.
    """
    if separator not in text:
        return [(text.strip(), len(text) - len(text.lstrip()))]
    padded = f" {text} "
    wanted = f" {separator} "
    # the space after a separator may be the one before the next
    cuts = [-len(separator) - 1, *places_outside(padded, wanted), len(padded)]
    parts: list[tuple[str, int]] = []
    for before, end in pairwise(cuts):
        start = before + len(separator) + 1
        piece = padded[start:end]
        lead = len(piece) - len(piece.lstrip())
        parts.append((piece.strip(), max(start + lead - 1, 0)))
    return parts


def trailing_backslash(line: str) -> bool:
    """Whether the line goes on in the next: it ends in a backslash that no other backslash makes plain."""
    return _backslashes(line, len(line)) % 2 == 1


def unescape(raw: str) -> str:
    r"""Literal text as it is meant: backslashes before punctuation dropped, except in code and maths.

    The result has the same code and maths as ``raw``. Where dropping every backslash would make more of it
    (``\$5 | x\$``), or would leave a pair that :func:`bare` takes for its own, the backslashes before a
    backslash, a dollar and a backtick are kept, and a lone one is doubled; :func:`bare` drops them. So a text
    that holds such a pair is in this careful form, and any other is as it is seen.
    """
    if "\\" not in raw:
        return raw
    spans = code_and_maths(raw)
    outside = [_without_backslashes(part) for part in _between(raw, spans)]
    inside = [raw[span.start : span.end] for span in spans]
    plain = _woven(outside, inside)
    again = code_and_maths(plain)
    same = [plain[span.start : span.end] for span in again] == inside and _between(plain, again) == outside
    if same and not any(map(_KEPT.search, outside)):
        return plain
    return _outside(raw, lambda part: _LONE_OR_PLAIN.sub(_careful, part))


def _without_backslashes(text: str) -> str:
    return "\\".join(_PLAIN.sub("", part) for part in text.split("\\\\"))


def _careful(found: re.Match[str]) -> str:
    if found[2]:
        return found[2]
    return found[0] if found[1] else "\\\\"


def bare(text: str) -> str:
    r"""What :func:`unescape` gave, as a person sees and compares it: without the backslashes it had to keep.

    Only ``\\``, ``\$`` and a backslash before a backtick, outside code and maths, lose their backslash.
    """
    if not _KEPT.search(text):
        return text
    return _outside(text, lambda part: _KEPT.sub(r"\1", part))


def escape(text: str) -> str:
    """Literal text as a bank holds it: ``unescape(escape(text)) == text`` for all that unescape gives.

    Code and maths stay as they are. What would part forms, pairs, hints or blanks is made plain, no more.
    In a blank, where ``}}`` follows, the writer must part a ``}`` at the end from it (``\\}``).
    """
    return _outside(text, lambda part: _TO_ESCAPE.sub(lambda found: found[1] or "\\" + found[0], part))


def _outside(text: str, change: Callable[[str], str]) -> str:
    """The text with what lies outside code and maths changed."""
    spans = code_and_maths(text)
    return _woven(map(change, _between(text, spans)), [text[span.start : span.end] for span in spans])


def _between(text: str, spans: list[Span]) -> list[str]:
    """What lies before, between and after the spans: one part more than there are spans."""
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _woven(outside: Iterable[str], inside: list[str]) -> str:
    return "".join(part for pair in zip(outside, [*inside, ""], strict=True) for part in pair)
