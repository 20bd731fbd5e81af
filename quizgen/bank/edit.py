"""Edits of a bank's file: programs splice the lines they change and leave every other byte as it was."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.bank.cloze import split_blanks
from quizgen.bank.model import Bank, Blank

__all__ = ["Splice", "Stamp", "apply_splices", "make_id", "stamp_ids"]

_WORDS_IN_ID = 5
_LETTERS_IN_ID = 40
_LITTLE_WORDS = frozenset(
    "a an the of in on at to by for from with and or nor but as is are was were be been did do does has have had "
    "what which who whom whose why how when where that this these those it its their there than then into about "
    "between according following article".split()
)


@dataclass(frozen=True, slots=True)
class Splice:
    """Put ``text`` in the place of ``source[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """An id given to the question in ``line``."""

    line: int
    id: str


def apply_splices(source: str, splices: Iterable[Splice]) -> str:
    """The source with every splice made; splices must not overlap."""
    parts: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        if splice.start < at:
            raise ValueError("splices overlap")
        parts += (source[at : splice.start], splice.text)
        at = splice.end
    parts.append(source[at:])
    return "".join(parts)


def stamp_ids(source: str, bank: Bank) -> tuple[str, tuple[Stamp, ...]]:
    """Give every question without an id one, from its prompt's words; ``source`` is the text that ``bank`` was read
    from. Returns the new text and what was stamped; nothing else is touched.
    """
    taken = {question.id for question in bank.questions if question.id}
    starts = _line_starts(source)
    splices, stamps = [], []
    for question in bank.questions:
        if question.id:
            continue
        name = make_id(question.prompt, taken)
        taken.add(name)
        end = _heading_end(source, starts, question.line - 1)
        splices.append(Splice(end, end, f" {{#{name}}}"))
        stamps.append(Stamp(question.line, name))
    return apply_splices(source, splices), tuple(stamps)


def _line_starts(source: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", source)), len(source) + 1]


def _heading_end(source: str, starts: list[int], line: int) -> int:
    """Where the text of a heading ends: before spaces and the line's end, after lines that a backslash adds."""
    while True:
        text = source[starts[line] : starts[line + 1] - 1].removesuffix("\r")
        if text.endswith("\\") and (len(text) - len(text.rstrip("\\"))) % 2 and line + 2 < len(starts):
            line += 1
            continue
        return starts[line] + len(text.rstrip())


def make_id(prompt: str, taken: Iterable[str]) -> str:
    """An id from the words of a prompt that carry meaning, unlike every one taken."""
    name = _slug(prompt) or f"q-{hashlib.sha256(prompt.encode()).hexdigest()[:8]}"
    others = set(taken)
    number = 2
    unique = name
    while unique in others:
        unique = f"{name}-{number}"
        number += 1
    return unique


def _slug(prompt: str) -> str:
    text = "".join(part.forms[0] if isinstance(part, Blank) else part for part in split_blanks(prompt))
    folded = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded.lower())
    chosen = [word for word in words if word not in _LITTLE_WORDS] or words
    name = ""
    for word in chosen[:_WORDS_IN_ID]:
        longer = f"{name}-{word}" if name else word[:_LETTERS_IN_ID]
        if len(longer) > _LETTERS_IN_ID:
            break
        name = longer
    return name
