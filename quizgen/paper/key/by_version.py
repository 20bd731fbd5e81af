"""What is right in each version: side by side in printed order, and for each question of the bank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from quizgen.bank.model import Choice, Choices, Match, Order
from quizgen.paper.labels import Labels
from quizgen.paper.sheets.sheet import Item, Sheet
from quizgen.shown import right_answers
from quizgen.text.columns import columns, fitting

__all__ = ["MANY", "Answered", "KeyVersion", "Placed", "VersionTable", "key_version", "placed_in", "tables_of"]

MANY = 8
"""Versions above which a question does not say its number in each of them."""

_NUMBER = 9.0  # mm: the column of printed numbers
_LETTER = 1.5  # mm: a letter of 8 points
_ROOM = 6.5  # mm in a cell for its number in the bank, and for white
_WORDS = 14  # letters of an answer in words, which is cut beyond
_LETTERS = 19  # of an answer in letters, which goes on in the next line
_ID = 8  # letters of a sheet's id
_WIDEST = 85.0  # mm of a cell, where there are few


class Answered(NamedTuple):
    """A question in a version: its number there, its place among the entries of the key, and what is right in letters,
    where it is answered in letters.
    """

    number: int
    entry: int
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyVersion:
    """A version, with its questions in printed order. ``words`` names it ("Version A"), ``sheet`` its id."""

    name: str
    words: str
    id: str
    sheet: str
    items: tuple[Answered, ...]


class Placed(NamedTuple):
    """Where a question of the bank stands in a version: under which number, and with which letters."""

    version: str
    number: int
    letters: str


@dataclass(frozen=True, slots=True)
class VersionTable:
    """Versions side by side: names and ids of sheets above, then a row for each printed number.

    A cell is the answer as it is marked and the number in the bank; ``width`` is that of a column in millimetres.
    """

    names: tuple[str, ...]
    ids: tuple[str, ...]
    rows: tuple[tuple[tuple[str, int], ...], ...]
    width: float


def key_version(sheet: Sheet, entries: Mapping[int, int], labels: Labels) -> KeyVersion:
    """What is right on a sheet; ``entries`` says where the entry of a question stands, by its identity."""
    return KeyVersion(
        name=sheet.version,
        words=labels("version", version=sheet.version),
        id=sheet.id,
        sheet=labels("sheet", id=sheet.id),
        items=tuple(Answered(item.number, entries[id(item.question)], _letters(item)) for item in sheet.items),
    )


def _letters(item: Item) -> tuple[str, ...]:
    if not isinstance(item.question, Choice | Choices | Match | Order):
        return ()
    return tuple(answer.label for answer in right_answers(item.view))


def placed_in(versions: Sequence[KeyVersion], *, rtl: bool = False) -> dict[int, tuple[Placed, ...]]:
    """By the place of its entry: where each question stands in all versions, unless there are too many.

    ``rtl``: the key runs from right to left, and so do the letters of an answer, as the boxes of the sheet do.
    """
    if not 1 < len(versions) <= MANY:
        return {}
    found: dict[int, list[Placed]] = {}
    for version in versions:
        for item in version.items:
            found.setdefault(item.entry, []).append(Placed(version.name, item.number, _run(item.letters, rtl)))
    return {entry: tuple(placed) for entry, placed in found.items()}


def tables_of(
    versions: Sequence[KeyVersion], words: Sequence[str], whole: float, *, rtl: bool = False
) -> Iterator[VersionTable]:
    """The versions side by side, as many as ``whole`` millimetres have room for, then the next; none for one version.

    ``rtl`` as in `placed_in`; ``words`` are the answers of the entries in words, which are cut where a column has no
    room for them.
    """
    if len(versions) < 2:
        return
    lettered = {" ".join(item.letters) for version in versions for item in version.items}
    needed = [min(len(text), _LETTERS) for text in lettered] + [min(columns(text), _WORDS) for text in words]
    letters = max(_ID, *needed)
    most = max(1, int((whole - _NUMBER) / (letters * _LETTER + _ROOM)))
    across = ceil(len(versions) / ceil(len(versions) / most))
    width = round(min((whole - _NUMBER) / across, _WIDEST), 1)
    short = [_cut(text, int((width - _ROOM) / _LETTER)) for text in words]
    for first in range(0, len(versions), across):
        yield _table(versions[first : first + across], short, width, rtl)


def _table(versions: Sequence[KeyVersion], words: Sequence[str], width: float, rtl: bool) -> VersionTable:
    cells = (tuple(_cell(item, words, rtl) for item in version.items) for version in versions)
    return VersionTable(
        names=tuple(version.name for version in versions),
        ids=tuple(version.id for version in versions),
        rows=tuple(zip(*cells, strict=True)),
        width=width,
    )


def _cell(item: Answered, words: Sequence[str], rtl: bool) -> tuple[str, int]:
    return (_run(item.letters, rtl) or words[item.entry], item.entry + 1)


def _run(letters: Sequence[str], rtl: bool) -> str:
    """Letters in a row; from right to left each is kept apart, or together they would run from left to right."""
    return " ".join(f"\u2068{one}\u2069" for one in letters) if rtl else " ".join(letters)


def _cut(text: str, room: int) -> str:
    return text if columns(text) <= room else f"{text[: fitting(text, room - 1)].rstrip(' ,;')}…"
