"""A manifest as a file: JSON with sorted keys, one thing a line, and a checksum.

A file that was changed by hand is refused: nobody could say which sheets it would print. ``docs/manifest.schema.json``
describes the form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from functools import cache
from hashlib import sha256
from math import isfinite
from pathlib import PurePosixPath
from types import NoneType, UnionType
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

from quizgen.errors import ConfigError, DataError, Problem
from quizgen.paper.reprint.manifest import Manifest, PrintedSheet
from quizgen.paper.sheets.versions import MOST

__all__ = ["SCHEMA_ID", "manifest_json", "read_manifest"]

SCHEMA_ID = "urn:quizgen:manifest:1"
"""Names this form and its version."""

_NEWER = re.compile(r"urn:quizgen:manifest:[0-9]+")
_LARGEST = 1_000_000  # of any number here: what a page could never hold
_OTHER = "this is no manifest of quizgen; name the file that ends in -manifest.json"
_ANEW = "take the file back as quizgen wrote it (git has it, if it was committed), or print new sheets"


def manifest_json(manifest: Manifest) -> str:
    """The text of a manifest's file; equal manifests have equal text."""
    content = {"$schema": SCHEMA_ID, **_encode(manifest)}
    content["checksum"] = _checksum(content)
    lines = (f"{_compact(key)}: {_laid_out(content[key])}" for key in sorted(content))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read_manifest(text: str, file: str = "manifest.json") -> Manifest:
    """A manifest from the text of its file.

    DataError where it is none, is damaged or was changed by hand; ConfigError where a newer quizgen wrote it.
    """
    try:
        return _manifest_of(json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse_constant), file)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg}; {_ANEW}" if text.lstrip("\ufeff \t\r\n").startswith("{") else _OTHER
        problem = Problem(file, error.lineno, error.colno, message)
    except _FormError as error:
        problem = Problem(file, 1, 1, str(error))
    except RecursionError:
        problem = Problem(file, 1, 1, f"this is no manifest: it is nested too deeply; {_ANEW}")
    except ValueError:  # thousands of digits, a number beyond all numbers, half of a character
        problem = Problem(file, 1, 1, f"this is no manifest: a value in it is absurd; {_ANEW}")
    raise DataError([problem])


class _FormError(Exception):
    """What is wrong with the content of a file, in words."""


def _manifest_of(content: Any, file: str) -> Manifest:
    schema = content.get("$schema") if isinstance(content, dict) else None
    if schema != SCHEMA_ID:
        if isinstance(schema, str) and _NEWER.fullmatch(schema):
            raise ConfigError(f"{file}: a newer quizgen wrote this manifest; update: pip install -U quizgen")
        raise _FormError(_OTHER)
    if content.get("checksum") != _checksum(content):
        raise _FormError(f"this manifest was changed after quizgen wrote it; {_ANEW}")
    rest = {key: value for key, value in content.items() if key not in ("$schema", "checksum")}
    try:
        manifest: Manifest = _decode(Manifest, rest, "manifest")
        _refuse_nonsense(manifest)
    except _FormError as error:
        raise _FormError(f"{error}; {_ANEW}") from None
    return manifest


def _refuse_constant(name: str) -> NoReturn:
    raise _FormError(f"{name} is no JSON number; {_ANEW}")


def _checksum(content: Mapping[str, Any]) -> str:
    """SHA-256 of all but the checksum, so that line ends and spaces, which git and editors change, do not count."""
    rest = {key: value for key, value in content.items() if key != "checksum"}
    return sha256(_compact(rest, ascii_only=True).encode()).hexdigest()


def _compact(value: Any, *, ascii_only: bool = False) -> str:
    return json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"), sort_keys=True, allow_nan=False)


def _laid_out(value: Any) -> str:
    """A list or an object with a line for each thing in it, which git compares and joins line by line."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f" {_compact(part)}" for part in value) + "\n]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f" {_compact(key)}: {_compact(value[key])}" for key in sorted(value)) + "\n}"
    return _compact(value)


@cache
def _members(owner: Any) -> dict[str, tuple[Field[Any], Any]]:
    """The fields of a dataclass that are kept, with their types."""
    hints = get_type_hints(owner)
    return {field.name: (field, hints[field.name]) for field in fields(owner) if field.compare}


def _encode(thing: Any) -> Any:
    if isinstance(thing, tuple):
        return [_encode(part) for part in thing]
    if isinstance(thing, Mapping):
        return dict(thing)
    if is_dataclass(thing):
        owner: Any = type(thing)
        return {name: _encode(getattr(thing, name)) for name in _members(owner)}
    return thing


def _decode(wanted: Any, value: Any, path: str) -> Any:
    origin, args = get_origin(wanted), get_args(wanted)
    if origin is UnionType:
        return None if value is None else _decode(next(arg for arg in args if arg is not NoneType), value, path)
    if origin is tuple:
        return _decode_tuple(args, value, path)
    if is_dataclass(wanted):
        return _decode_object(wanted, value, path)
    if origin is not None:  # the one mapping there is: texts by texts
        return {_plain(str, key, path): _plain(str, part, f"{path}.{key}") for key, part in _typed(dict, value, path)}
    return _plain(wanted, value, path)


def _decode_tuple(args: tuple[Any, ...], value: Any, path: str) -> tuple[Any, ...]:
    parts = [part for _, part in _typed(list, value, path)]
    wanted = (args[0],) * len(parts) if args[-1] is Ellipsis else args
    if len(parts) != len(wanted):
        raise _FormError(f"{path}: expected {len(wanted)} values, found {len(parts)}")
    return tuple(_decode(one, part, f"{path}[{at}]") for at, (one, part) in enumerate(zip(wanted, parts, strict=True)))


def _decode_object(wanted: Any, value: Any, path: str) -> Any:
    members = _members(wanted)
    given = dict(_typed(dict, value, path))
    for name in (*members, *given):
        if name not in given or name not in members:
            raise _FormError(f'{path}: "{name[:40]}" is {"unknown" if name in given else "missing"}')
    return wanted(**{name: _decode(hint, given[name], f"{path}.{name}") for name, (_, hint) in members.items()})


def _typed(wanted: type[list[Any]] | type[dict[str, Any]], value: Any, path: str) -> list[tuple[Any, Any]]:
    """The parts of a list or an object with their numbers or names."""
    if not isinstance(value, wanted):
        raise _FormError(f"{path}: expected {_NAMES[wanted]}, found {_name(value)}")
    return [*value.items()] if isinstance(value, dict) else [*enumerate(value)]


def _plain(wanted: type, value: Any, path: str) -> Any:
    fits = type(value) in (int, float) if wanted is float else type(value) is wanted  # a bool is an int to isinstance
    if not fits:
        raise _FormError(f"{path}: expected {_NAMES[wanted]}, found {_name(value)}")
    if isinstance(value, str):
        value.encode()  # half of a character is a ValueError
    elif not (isfinite(value) and abs(value) <= _LARGEST):
        raise _FormError(f"{path}: a number is absurd")
    return value


_NAMES = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "an object",
    NoneType: "null",
}


def _name(value: Any) -> str:
    return _NAMES[type(value)]


def _refuse_nonsense(manifest: Manifest) -> None:
    """_FormError where parts of a manifest do not fit each other."""
    if not 1 <= len(manifest.sheets) <= 2 * MOST:
        raise _FormError(f"manifest.sheets: expected 1 to {2 * MOST}, found {len(manifest.sheets)}")
    file = PurePosixPath(manifest.bank.file)
    if file.is_absolute() or ".." in file.parts or "\\" in manifest.bank.file or ":" in manifest.bank.file:
        raise _FormError("manifest.bank.file: expected a file of the course")
    if not all(0 <= copy.version < len(manifest.sheets) for copy in manifest.copies):
        raise _FormError("manifest.copies: one is of a version that is not there")
    known = {question.id for question in manifest.questions}
    plain = {sheet.version: _orders(sheet) for sheet in manifest.sheets if not sheet.support}
    if not plain or len(plain) < sum(not sheet.support for sheet in manifest.sheets):
        raise _FormError("manifest.sheets: expected each version once")
    for at, sheet in enumerate(manifest.sheets):
        _refuse_sheet(sheet, known, len(manifest.topics), plain.get(sheet.version), f"manifest.sheets[{at}]")


_Orders = list[tuple[str, tuple[int, ...]]]


def _orders(sheet: PrintedSheet) -> _Orders:
    return [question for section in sheet.sections for question in section.questions]


def _refuse_sheet(sheet: PrintedSheet, known: set[str], topics: int, plain: _Orders | None, path: str) -> None:
    orders = _orders(sheet)
    names = [name for name, _ in orders]
    if not orders or not known.issuperset(names) or len(set(names)) < len(names):
        raise _FormError(f"{path}: a question is unknown or stands there twice, or there is none")
    if not all(section.questions and 0 <= section.topic < topics for section in sheet.sections):
        raise _FormError(f"{path}: a topic is unknown, or has no question")
    if sheet.support and (plain is None or names != [name for name, _ in plain]):
        raise _FormError(f"{path}: the version without support is not there, or is another")
    for (name, order), (_, whole) in zip(orders, plain or (), strict=True):
        if sorted(whole) != [*range(len(whole))] or [place for place in whole if place in set(order)] != [*order]:
            raise _FormError(f"{path}: the order of the options of {{#{name[:40]}}} is none")
