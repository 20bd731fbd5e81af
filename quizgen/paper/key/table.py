"""The key for other programs: a table for a spreadsheet, and JSON, of which docs/key.schema.json is the schema."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

from quizgen.paper.key.by_version import Answered, KeyVersion
from quizgen.paper.key.entry import Entry, Line, Shown
from quizgen.paper.labels import Labels
from quizgen.paper.rich import Rich
from quizgen.text.counted import points_text

if TYPE_CHECKING:
    from quizgen.paper.key.key import Key

__all__ = ["COLUMNS", "answer_in_words", "key_csv", "key_json"]

COLUMNS = (
    *("version", "sheet", "number", "question", "kind", "asked", "answer", "in words", "also accepted", "margin"),
    *("correction", "points", "evidence", "marking points", "model answer"),
)
"""The heads of the table, which stay as they are in every language."""

_BETWEEN = " | "  # as the bank parts the forms of an answer
_FORMULA = re.compile(r"\s*[=+@\t\r＝＋－＠-]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_MARK = "\ufeff"


def answer_in_words(entry: Entry, labels: Labels) -> str:
    """What is right on one line of plain text; of an open question, that it is one."""
    if entry.kind == "open":
        return labels("open_short")
    parted = labels("comma") if entry.kind in ("list", "match", "order") else "; "
    return parted.join(_plain(line.words) for line in entry.lines)


def key_csv(key: Key) -> str:
    """The key as a table: a row for each question of each version in printed order, a head, commas, CRLF (RFC 4180).

    It begins with U+FEFF: without it, Excel takes UTF-8 for an older encoding; LibreOffice, pandas ("utf-8-sig") and
    the like read it, too. A text that begins as a formula does (=, +, -, @, also in their wide forms, or a tab) gets an
    apostrophe before it, so that no spreadsheet runs what somebody wrote into a bank; a plain number such as -5 stays.
    Several things in a cell stand with " | " between them.
    """
    rows = {place: _row(entry, key) for place, entry in enumerate(key.entries)}
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for version in key.versions:
        for item in version.items:
            told, words, others = rows[item.entry]
            answer = " ".join(item.letters) or words
            writer.writerow([_cell(version.name), version.id, item.number, *told, _cell(answer), *others])
    return _MARK + text.getvalue()


def _row(entry: Entry, key: Key) -> tuple[list[str], str, list[str]]:
    """What stands in every row of a question: before its answer, the answer in words, and after it."""
    words = answer_in_words(entry, key.page.labels)
    lines = [line for line in entry.lines if not line.point and not line.model]
    others = [
        f"{entry.lead} {_BETWEEN.join(map(_in_words, lines))}".lstrip(),
        _BETWEEN.join(_plain(form) for line in lines for form in line.also),
        entry.margin,
        _plain(entry.correction),
        points_text(entry.value),
        _BETWEEN.join(f"{shown.text} ({shown.place})" if shown.place else shown.text for shown in _quotes(entry)),
        _BETWEEN.join(_plain(line.words) for line in entry.lines if line.point),
        _BETWEEN.join(_plain(line.words) for line in entry.lines if line.model),
    ]
    return [_cell(text) for text in (entry.id, entry.kind, entry.prompt)], words, [_cell(text) for text in others]


def _in_words(line: Line) -> str:
    return f"{_plain(line.left)} → {_plain(line.words)}" if line.left else _plain(line.words)


def _quotes(entry: Entry) -> Iterable[Shown]:
    return (*entry.proofs, *(shown for line in entry.lines for shown in line.proofs))


def _cell(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def key_json(key: Key) -> str:
    """The key as JSON: the questions once, and for each version their numbers and letters. Its keys are sorted."""
    told = {
        "format": "quizgen/key/1",
        "title": key.page.title,
        "language": key.page.language,
        "points": _number(sum((entry.value for entry in key.entries), Decimal(0))),
        "questions": [_question(entry) for entry in key.entries],
        "versions": [_version(version, key.entries) for version in key.versions],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _question(entry: Entry) -> dict[str, Any]:
    lines = [line for line in entry.lines if not line.point and not line.model]
    return {
        "id": entry.id,
        "kind": entry.kind,
        "asked": entry.prompt,
        "points": _number(entry.value),
        "lead": entry.lead,
        "answers": [_answer(line) for line in lines],
        "margin": entry.margin,
        "correction": _plain(entry.correction),
        "marking": [_point(line) for line in entry.lines if line.point],
        "model": [_plain(line.words) for line in entry.lines if line.model],
        "evidence": _evidence(entry.proofs),
    }


def _answer(line: Line) -> dict[str, Any]:
    return {"left": _plain(line.left), "text": _plain(line.words), "also": [_plain(form) for form in line.also]}


def _point(line: Line) -> dict[str, Any]:
    return {"text": _plain(line.words), "evidence": _evidence(line.proofs)}


def _evidence(proofs: Iterable[Shown]) -> list[dict[str, str]]:
    return [{"quote": shown.text, "place": shown.place} for shown in proofs]


def _version(version: KeyVersion, entries: tuple[Entry, ...]) -> dict[str, Any]:
    return {"version": version.name, "sheet": version.id, "questions": [_item(item, entries) for item in version.items]}


def _item(item: Answered, entries: tuple[Entry, ...]) -> dict[str, Any]:
    return {
        "number": item.number,
        "question": entries[item.entry].id,
        "place": item.entry + 1,
        "letters": [*item.letters],
    }


def _number(points: Decimal) -> int | float:
    return int(points) if points == int(points) else float(points)


def _plain(rich: Rich) -> str:
    from quizgen.text.plain import inline_plain, literal_plain

    return literal_plain(rich.source) if rich.form == "literal" else inline_plain(rich.source)
