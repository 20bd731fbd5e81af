"""A list of students from a file: a table as any spreadsheet saves it (CSV), or just names, one a line."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import NoReturn
from unicodedata import category, normalize

from quizgen.errors import DataError, Problem
from quizgen.files import read_bytes
from quizgen.paper.sheets.student_columns import NO, YES, column_of
from quizgen.paper.sheets.students import Student, alike, no_version

__all__ = ["read_students"]

_LONGEST = 100  # letters of a name: more would not stand in the head of a page
_LETTERS = re.compile(r"[A-Z]{1,3}")
_EXCEL = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
_PARTS = ("family", "first", "last")  # of a name, as they are said
_JOINERS = "\u061c\u200c\u200d\u200e\u200f"  # have their place inside of names in some scripts
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")  # left behind by other programs
_LATIN = (
    "this is not UTF-8 text (byte 0x{byte:02x}), so its letters cannot be told for sure; save it anew. "
    "Excel: Save as, “CSV UTF-8”; LibreOffice: Save as, “Edit filter settings”, “Unicode (UTF-8)”"
)


def read_students(path: Path, versions: Sequence[str] = ()) -> tuple[Student, ...]:
    """Read a list: columns parted by commas, semicolons or tabs, whose names stand in the first line; or one name a
    line without any.

    Known columns are name, or first and last name, and group, version and support, in eight languages; others are
    passed over, and so are empty lines. ``versions`` are the names of those that are made, if known. DataError with
    every problem of the file, MissingError where it cannot be read.
    """
    rows = [*_rows(_text(path), path)]
    if not rows:
        raise DataError([Problem(str(path), 1, 1, "nobody stands in this list; write one name a line")])
    columns = _columns(rows[0], path)
    named = rows[1:] if columns else rows
    if not named:
        raise DataError([Problem(str(path), rows[0].line, 1, "no student stands under the names of the columns")])
    problems: list[Problem] = []
    reader = _Reader(path, columns or {"name": 0}, len(rows[0].cells), versions, problems)
    students = tuple(reader.student(row) for row in named)
    if problems:
        raise DataError(problems)
    return students


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: tuple[str, ...]
    starts: tuple[int, ...]  # columns of the file, from 1

    def start(self, cell: int) -> int:
        return self.starts[cell] if cell < len(self.starts) else 1


def _text(path: Path) -> str:
    data = read_bytes(path)
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = b"" if utf_16 else data[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        raise DataError([Problem(str(path), line, column, _LATIN.format(byte=data[error.start]))]) from None
    if "\0" in text:
        raise DataError([Problem(str(path), 1, 1, "this is not text (a byte is zero); save it as CSV in UTF-8")])
    return text


def _rows(text: str, path: Path) -> Iterator[_Row]:
    """Every row that is not empty; DataError where a quotation mark is amiss."""
    told = _EXCEL.match(text)
    body = text[told.end() :] if told else text
    delimiter = told[1] if told else _delimiter(body)
    lines = [*StringIO(body, newline="")]
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    skipped = 1 if told else 0
    while True:
        first = reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error:
            message = "a quotation mark is amiss here: around a cell there are two, and one inside of it is doubled"
            raise DataError([Problem(str(path), first + skipped + 1, 1, message)]) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            raw = "".join(lines[first : reader.line_num])
            yield _Row(first + skipped + 1, tuple(cells), _starts(raw, delimiter))


def _delimiter(text: str) -> str:
    """What parts the cells of the first line that has any: the commonest mark; a semicolon where there is none."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(";", ",", "\t", key=bare.count)


def _starts(raw: str, delimiter: str) -> tuple[int, ...]:
    """The columns in which the cells of a row begin; in a row of several lines those behind its first are guesses."""
    starts, quoted = [1], False
    for at, character in enumerate(raw, 1):
        quoted ^= character == '"'
        if character == delimiter and not quoted:
            starts.append(at + 1)
    return tuple(starts)


def _columns(row: _Row, path: Path) -> dict[str, int]:
    """Which column holds what, by the first row; empty where that is a name already."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row.cells):
        known = column_of(cell)
        if known in found:
            message = f"“{cell.strip()}” is a second column of what “{row.cells[found[known]].strip()}” holds; keep one"
            raise DataError([Problem(str(path), row.line, row.start(at), message)])
        if known:
            found[known] = at
    if {"name", *_PARTS} & found.keys():
        return found
    if found or len(row.cells) > 1:
        _refuse_nameless(row, path)
    return {}


def _refuse_nameless(row: _Row, path: Path) -> NoReturn:
    message = (
        "no column of this list is called “name” (or “first name” and “last name”); write so above the names. "
        "A comma in a name needs quotation marks around it"
    )
    raise DataError([Problem(str(path), row.line, 1, message)])


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    columns: Mapping[str, int]
    width: int
    versions: Sequence[str]
    problems: list[Problem]

    def _name(self, row: _Row) -> str:
        """The whole name; in lists with Name and Vorname the one is that of the family, and does not say the other."""
        named = self.cell(row, "name")
        if not named:
            return " ".join(filter(None, (self.cell(row, part) for part in _PARTS)))
        first, last = (
            part if not {*part.split()} <= {*named.split()} else ""
            for part in (self.cell(row, "first"), self.cell(row, "last"))
        )
        return " ".join(filter(None, (first, named, last)))

    def student(self, row: _Row) -> Student:
        """The student of a row; what is wrong with it is kept for the end."""
        if any(cell.strip() for cell in row.cells[self.width :]):
            columns = f"{len(row.cells)} cells, but the first row has {self.width}"
            self.tell(row, self.width, f"this row has {columns}; a name with “,” or “;” in it needs quotation marks")
        whole = self._name(row)
        if not whole.strip(_JOINERS):
            place = min(self.columns.get(part, len(row.cells)) for part in ("name", *_PARTS))
            self.tell(row, place, "this row has no name; write one, or delete the row")
        return Student(whole, self.cell(row, "group"), self.version(row), self.support(row), row.line)

    def cell(self, row: _Row, column: str) -> str:
        at = self.columns.get(column)
        text = _UNSEEN.sub("", row.cells[at]) if at is not None and at < len(row.cells) else ""
        odd = next((sign for sign in text.strip() if _is_odd(sign)), "")
        text = " ".join(text.split())
        if at is not None and odd:
            what = "a line break" if odd in "\r\n" else f"a sign that cannot be seen (U+{ord(odd):04X})"
            self.tell(row, at, f"there is {what} in this cell; delete it")
        elif at is not None and len(text) > _LONGEST:
            self.tell(row, at, f"this is longer than {_LONGEST} letters ({len(text)}); shorten it")
        return text

    def version(self, row: _Row) -> str:
        text = normalize("NFKC", self.cell(row, "version")).upper()
        if text and not _LETTERS.fullmatch(text):
            found = f"“{text[:20]}”{_of(text)}"
            self.tell(row, self.columns["version"], f"a version is a letter from A to Z; found {found}")
        elif text and self.versions and text not in self.versions:
            self.tell(row, self.columns["version"], no_version(text, self.versions))
        return text

    def support(self, row: _Row) -> bool:
        text = self.cell(row, "support")
        if alike(text) not in YES | NO:
            self.tell(row, self.columns["support"], f"support is “yes” or “no”; found “{text[:20]}”")
        return alike(text) in YES

    def tell(self, row: _Row, cell: int, message: str) -> None:
        self.problems.append(Problem(str(self.path), row.line, row.start(cell), message))


def _is_odd(sign: str) -> bool:
    """Whether a sign has no place in a name: what commands, turns a line around, is half of a sign or none."""
    return category(sign) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp") and sign not in _JOINERS


def _of(text: str) -> str:
    """A word on letters of another alphabet that look like ours."""
    return ", which is a letter of another alphabet" if text.isalpha() and not text.isascii() else ""
