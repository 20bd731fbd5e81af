"""The second form of a bank: JSON, lossless in meaning, with a JSON Schema.

Names are those of the bank format ("as-of", "article-title"); what is as it would be without a line is left out; a
quote is its text. Blanks are not repeated: they stand in the prompt and the body as they do in a bank.
Encoding, decoding and the schema all follow the types of :mod:`quizgen.bank.model`.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, NoReturn, Union, get_args, get_origin, get_type_hints

from quizgen.bank.cloze import BlankError, segments
from quizgen.bank.fields import BANK_ID, ID, LANGUAGE, LEVELS
from quizgen.bank.model import KINDS, Bank, Blank, Cloze, Quote
from quizgen.bank.parse import parse_bank
from quizgen.bank.scan import head
from quizgen.bank.write import format_bank, refuse_loss
from quizgen.errors import DataError, Problem

__all__ = ["SCHEMA_ID", "bank_from_json", "bank_to_json", "json_schema"]

SCHEMA_ID = "urn:quizgen:bank:1"
"""Names this form and its version."""

_LEFT_OUT = {"line", "path", "blanks"}


def bank_to_json(bank: Bank) -> str:
    """A bank as JSON text, two spaces to a level, keys in the order of the manual."""
    return json.dumps({"$schema": SCHEMA_ID, **_encode(bank)}, ensure_ascii=False, indent=2) + "\n"


def bank_from_json(text: str, file: str = "bank.json") -> Bank:
    """A bank from JSON text. DataError says where it is not one: line and column, or the path of a value."""
    try:
        data = json.loads(
            text.removeprefix("\ufeff"), parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_object
        )
        if isinstance(data, dict) and data.pop("$schema", SCHEMA_ID) != SCHEMA_ID:
            raise _JsonError(f'"$schema" is not "{SCHEMA_ID}": this is another form or a newer one')
        bank = _decode(Bank, data, "bank")
    except json.JSONDecodeError as error:
        raise DataError([Problem(file, error.lineno, error.colno, f"this is not JSON: {error.msg}")]) from None
    except RecursionError:
        raise DataError([Problem(file, 1, 1, "this is not a bank: it is nested too deeply")]) from None
    except _JsonError as error:
        raise DataError([Problem(file, 1, 1, str(error))]) from None
    except (ValueError, ArithmeticError):  # thousands of digits, or an exponent beyond all numbers
        raise DataError([Problem(file, 1, 1, "this is not a bank: it holds a number of absurd size")]) from None
    return _as_written(bank, file)


def _as_written(bank: Bank, file: str) -> Bank:
    """The bank as the bank format reads it: one set of rules for both forms, and nothing lost between them."""
    try:
        text = format_bank(bank)
    except DataError as error:
        raise DataError([Problem(file, 1, 1, str(error))]) from None
    try:
        read = parse_bank(text, file)
    except DataError as error:
        lines = text.split("\n")
        found = [f'{problem.message} (written as "{_shown(lines[problem.line - 1])}")' for problem in error.problems]
        raise DataError([Problem(file, 1, 1, message) for message in found]) from None
    refuse_loss(bank, read, file)
    return read


def _shown(line: str) -> str:
    """The beginning of a line; half a character, which no terminal prints, as its number."""
    return line[:60].encode(errors="backslashreplace").decode()


def _refuse_constant(name: str) -> NoReturn:
    raise _JsonError(f"{name} is no JSON number")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _JsonError(f'"{head(name)}" stands twice in one object; keep one')
        found[name] = value
    return found


class _JsonError(Exception):
    """A value that is not what its place wants; the message begins with its path."""


@cache
def _members(cls: Any) -> dict[str, tuple[Field[Any], Any]]:
    """JSON name -> field and type, for what is written of a dataclass."""
    hints = get_type_hints(cls)
    return {
        "status" if item.name == "draft" else item.name.replace("_", "-"): (item, hints[item.name])
        for item in fields(cls)
        if item.name not in _LEFT_OUT
    }


def _encode(thing: Any) -> Any:
    if isinstance(thing, Quote):
        return thing.text
    if isinstance(thing, tuple):
        return [_encode(part) for part in thing]
    if isinstance(thing, Decimal):
        return int(thing) if thing == thing.to_integral_value() else float(thing)
    if not is_dataclass(thing):
        return thing
    known = {"kind": thing.kind} if hasattr(thing, "kind") else {}
    owner: Any = type(thing)
    for name, (item, _) in _members(owner).items():
        value = getattr(thing, item.name)
        if value != item.default:
            known[name] = "draft" if name == "status" else _encode(value)
    return known


def _decode(wanted: Any, value: Any, path: str) -> Any:
    origin, args = get_origin(wanted), get_args(wanted)
    if wanted is Quote:
        return Quote(_plain(str, value, path))
    if origin is tuple:
        if not isinstance(value, list):
            raise _JsonError(f"{path}: expected a list, found {_name(value)}")
        return tuple(_decode(args[0], part, f"{path}[{index}]") for index, part in enumerate(value))
    if origin in (Union, UnionType):
        if NoneType in args:
            return _decode(args[0], value, path)
        return _decode_question(value, path)
    if is_dataclass(wanted):
        return _decode_object(wanted, value, path)
    return _plain(wanted, value, path)


def _decode_question(value: Any, path: str) -> Any:
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        raise _JsonError(f'{path}: expected a question with a "kind" of {", ".join(KINDS)}')
    rest = {name: part for name, part in value.items() if name != "kind"}
    return _decode_object(KINDS[kind], rest, path)


def _decode_object(wanted: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise _JsonError(f"{path}: expected an object, found {_name(value)}")
    members = _members(wanted)
    given: dict[str, Any] = {}
    for name, part in value.items():
        if name not in members:
            raise _JsonError(f'{path}: "{head(name)}" is unknown here; expected {", ".join(members)}')
        item, hint = members[name]
        given[item.name] = _status(part, path) if name == "status" else _decode(hint, part, f"{path}.{name}")
    for name, (item, _) in members.items():
        if item.default is MISSING and item.name not in given:
            raise _JsonError(f'{path}: "{name}" is missing')
    if wanted is Cloze:
        given["blanks"] = _blanks(given["prompt"], given.get("body", ""))
    return wanted(**given)


def _blanks(prompt: str, body: str) -> tuple[Blank, ...]:
    """The blanks that prompt and body hold; what is wrong with them is reported when the bank is read."""
    try:
        found = segments(prompt, body)
    except BlankError:
        return ()
    return tuple(part for parts in found for part in parts if isinstance(part, Blank))


def _status(value: Any, path: str) -> bool:
    if value not in ("draft", "approved"):
        raise _JsonError(f'{path}.status: expected "draft" or "approved"')
    return bool(value == "draft")


def _plain(wanted: type, value: Any, path: str) -> Any:
    if wanted is Decimal and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, bool) is not (wanted is bool) or not isinstance(value, wanted):
        raise _JsonError(f"{path}: expected {_NAMES[wanted]}, found {_name(value)}")
    return value


_NAMES = {str: "a text", bool: "true or false", int: "a whole number", Decimal: "a number"}


def _name(value: Any) -> str:
    if value is None:
        return "null"
    return {**_NAMES, list: "a list", dict: "an object"}[type(value)]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the form."""
    schema = _object_schema(Bank)
    schema["properties"] = {"$schema": {"const": SCHEMA_ID}, **schema["properties"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "A quizgen bank",
        **schema,
        "$defs": {name: _object_schema(kind, name) for name, kind in KINDS.items()},
    }


def _schema(wanted: Any) -> dict[str, Any]:
    origin, args = get_origin(wanted), get_args(wanted)
    if wanted is Quote:
        return {"type": "string", "minLength": 1}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0])}
    if origin in (Union, UnionType):
        return _schema(args[0]) if NoneType in args else {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in KINDS]}
    if is_dataclass(wanted):
        return _object_schema(wanted)
    return {"type": {str: "string", bool: "boolean", int: "integer", Decimal: "number"}[wanted]}


def _object_schema(wanted: Any, kind: str = "") -> dict[str, Any]:
    members = _members(wanted)
    properties = {name: _SPECIAL.get((wanted is Bank, name)) or _schema(hint) for name, (_, hint) in members.items()}
    required = [name for name, (item, _) in members.items() if item.default is MISSING]
    for name in required:
        if properties[name].get("type") == "array":
            properties[name] = {**properties[name], "minItems": 1}
    if kind:
        properties = {"kind": {"const": kind}, **properties}
        required = ["kind", *required]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


_SPECIAL: dict[tuple[bool, str], dict[str, Any]] = {
    (True, "id"): {"type": "string", "pattern": f"^{BANK_ID.pattern}$"},
    (True, "title"): {"type": "string", "minLength": 1},
    (True, "language"): {"type": "string", "pattern": f"^({LANGUAGE.pattern})?$"},
    (True, "minutes"): {"type": "integer", "minimum": 1, "maximum": 9999},
    (False, "prompt"): {"type": "string", "minLength": 1},
    (False, "forms"): {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
    (False, "id"): {"type": "string", "pattern": f"^({ID.pattern})?$"},
    (False, "level"): {"enum": list(LEVELS)},
    (False, "status"): {"enum": ["draft", "approved"]},
    (False, "difficulty"): {"type": "integer", "minimum": 1, "maximum": 5},
    (False, "points"): {"type": "number", "exclusiveMinimum": 0, "maximum": 1000},
}
"""Rules that the types do not say, by whether the owner is the bank, and name."""
