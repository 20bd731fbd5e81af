"""The lock: what was shipped of every note and note type, so that a later build ships only what has changed.

Anki updates a note on import where the package's is the newer one, and then overwrites its tags, too. So a note's time
must move when its content does, and at no other time; ``questions/anki.lock`` remembers both. It is committed with the
banks: whoever builds next goes on from it. It is JSON that people can read and git can merge, one line for each note
and each note type.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from quizgen.anki.entries import Entry, Lock, TypeEntry
from quizgen.anki.lock_merge import merged_notes, merged_types
from quizgen.anki.lock_text import Item, LockSyntaxError, scan
from quizgen.anki.note_types import FIELDS
from quizgen.bank.fields import BANK_ID, ID
from quizgen.errors import ConfigError, DataError, MissingError, Problem
from quizgen.files import read_text

__all__ = ["format_lock", "parse_lock", "read_lock"]

_FORM = "quizgen anki lock 1"
_ANY_FORM = re.compile(r'"form"\s*:\s*"quizgen anki lock ([0-9]+)"')
_KEY = re.compile(f"{BANK_ID.pattern}#{ID.pattern}")
_KEY_OR_PARKED = re.compile(rf"{_KEY.pattern}(?:~[a-z]+(?:~[0-9]+)?)?")
_GUID = re.compile(r"[!-~]+")
_DIGEST = re.compile(r"[0-9a-f]*")
_LINE = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]+")
_LAST_TIME = 4_294_967_000  # in 2106: Anki keeps times in 32 bits
_ADVICE = (
    "mend the line or restore the file from git; without the file every note looks new to the next build, once, "
    "and is updated on the next import"
)


def read_lock(path: Path) -> Lock:
    """The lock of a course; an empty one where there is no such file.

    Raises DataError where the file is no lock, ConfigError where a newer quizgen has written it, MissingError where it
    may not be read.
    """
    if not os.path.lexists(path):
        return Lock()
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise MissingError(f"{path}: this is no file; the lock of the decks belongs here")
    try:
        text = read_text(path)
    except DataError as error:
        problems = (replace(one, message=f"this is not a lock of quizgen: {_ADVICE}") for one in error.problems)
        raise DataError(problems) from None
    return parse_lock(text, str(path))


def parse_lock(text: str, file: str = "anki.lock") -> Lock:
    """The lock that a text holds, ``mended`` where a merge has left it. Errors name ``file``, as in `read_lock`."""
    if any(int(number[:9]) > 1 for number in _ANY_FORM.findall(text)):
        raise ConfigError(f"{file}: a newer quizgen has written this lock: upgrade quizgen; nothing was changed")
    try:
        scanned = scan(text)
        form, types, notes = _parted(scanned.items)
    except LockSyntaxError as error:
        raise DataError([_problem(file, text, error)]) from None
    lock = Lock(merged_types(types), merged_notes(notes))
    doubled = len(form) > 1 or len(lock.types) < len(types) or lock.notes != dict(notes) or len(lock.notes) < len(notes)
    return Lock(lock.types, lock.notes, mended=doubled or not scanned.whole)


def _problem(file: str, text: str, error: LockSyntaxError) -> Problem:
    line = text.count("\n", 0, error.offset) + 1
    column = error.offset - (text.rfind("\n", 0, error.offset) + 1) + 1
    return Problem(file, line, column, f"this is not a lock of quizgen: {error}; {_ADVICE}")


def _parted(items: tuple[Item, ...]) -> tuple[list[Item], list[tuple[str, TypeEntry]], list[tuple[str, Entry]]]:
    """The lines of the form, note types and notes: whichever section a merge has left them in, their names tell."""
    form, types, notes = [], [], []
    for item in items:
        if item.name == "form":
            form.append(item)
        elif "#" in item.name:
            notes.append((item.name, _entry(item)))
        else:
            types.append((item.name, _type_entry(item)))
    if not form or any(item.value != _FORM for item in form):
        raise LockSyntaxError(form[0].offset if form else 0, f'expected "form": "{_FORM}"')
    return form, types, notes


def _is_time(value: Any) -> bool:
    return type(value) is int and 0 <= value <= _LAST_TIME  # type(): a bool is an int to isinstance


def _are_cards(value: Any) -> bool:
    if type(value) is not list or not value or not all(type(number) is int for number in value):
        return False
    return value[0] >= 1 and value[-1] < 10_000 and all(one < next_one for one, next_one in pairwise(value))


def _matches(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: type(value) is str and pattern.fullmatch(value) is not None


def _one_of(*names: str) -> Callable[[Any], bool]:
    return lambda value: type(value) is str and value in names


_Checks = Mapping[str, tuple[Callable[[Any], bool], str]]
_TYPE_CHECKS: _Checks = {
    "mod": (_is_time, "a time in seconds since 1970"),
    "digest": (_matches(_DIGEST), "a digest: 0-9 and a-f"),
}
_NOTE_CHECKS: _Checks = {
    **_TYPE_CHECKS,
    "guid": (_matches(_GUID), "the guid of a note"),
    "type": (_one_of(*FIELDS), f"a note type: {', '.join(FIELDS)}"),
    "cards": (_are_cards, "the numbers of its cards, rising from 1 on"),
    "deck": (_matches(_LINE), "the name of a deck"),
    "state": (_one_of("draft", "retired"), '"draft" or "retired"'),
    "was": (_matches(_KEY), 'the old place of a question: "bank-id#question-id"'),
}
_OPTIONAL = {"state", "was"}


def _type_entry(item: Item) -> TypeEntry:
    if item.name not in FIELDS:
        raise LockSyntaxError(item.offset, f'"{_shown(item.name)}" is no note type and no "bank-id#question-id"')
    values = _checked(item, _TYPE_CHECKS)
    return TypeEntry(values["digest"], values["mod"])


def _entry(item: Item) -> Entry:
    if not _KEY_OR_PARKED.fullmatch(item.name):
        raise LockSyntaxError(item.offset, f'"{_shown(item.name)}" is not "bank-id#question-id"')
    values = _checked(item, _NOTE_CHECKS)
    return Entry(**{**values, "cards": tuple(values["cards"])})


def _checked(item: Item, checks: _Checks) -> dict[str, Any]:
    """The value of an item, which holds each of the names that are checked for, and no other."""
    values = item.value
    if not isinstance(values, dict):
        raise LockSyntaxError(item.offset, f'"{item.name}" has no {{…}} after it')
    for name in (*values, *checks):
        if name not in checks:
            raise LockSyntaxError(item.offset, f'"{item.name}" has "{_shown(name)}", which is no part of a lock')
        if name not in values and name not in _OPTIONAL:
            raise LockSyntaxError(item.offset, f'"{item.name}" has no "{name}"')
        holds, wanted = checks[name]
        if name in values and not holds(values[name]):
            raise LockSyntaxError(item.offset, f'"{name}" of "{item.name}" is not {wanted}')
    return values


def _shown(name: str) -> str:
    """The beginning of a name, which may hold what no terminal prints."""
    return ascii(name[:40])[1:-1]


def format_lock(lock: Lock) -> str:
    """The text of a lock's file, the same for equal locks."""
    types = [_line(name, {"mod": entry.mod, "digest": entry.digest}) for name, entry in sorted(lock.types.items())]
    notes = [_line(key, _values(entry)) for key, entry in sorted(lock.notes.items())]
    return f'{{\n "form": "{_FORM}",\n "types": {_section(types)},\n "notes": {_section(notes)}\n}}\n'


def _values(entry: Entry) -> dict[str, Any]:
    values = {
        "mod": entry.mod,
        "digest": entry.digest,
        "guid": entry.guid,
        "type": entry.type,
        "cards": entry.cards,
        "deck": entry.deck,
    }
    optional = {"state": entry.state, "was": entry.was}
    return values | {name: value for name, value in optional.items() if value}


def _line(name: str, values: dict[str, Any]) -> str:
    return f"  {json.dumps(name)}: {json.dumps(values, ensure_ascii=False)}"


def _section(lines: list[str]) -> str:
    return "{\n" + ",\n".join(lines) + "\n }" if lines else "{}"
