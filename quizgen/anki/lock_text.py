"""The text of a lock, read item by item: also where a merge has left it with marks, doubled lines or stray commas.

A lock is written as JSON with one line for each note and note type, so that git merges it line by line. Where two
people have built, git may still leave both sides in it. Nothing is lost then: every line says by itself what it is
about, so all of them are taken, and `quizgen.anki.lock_merge` decides between those of one note.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

__all__ = ["Item", "LockSyntaxError", "Scanned", "scan"]

_MARK = re.compile(r"^(?:<{7,}|\|{7,}|={7,}|>{7,})(?:[ \t][^\n]*)?\r?$", re.MULTILINE)  # longer where git nests them
_SPACE = re.compile(r"[ \t\r\n]*")
_COLON = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_SECTIONS = ("types", "notes")
_WHOLE = re.compile(r"\{f,s\{(?:i(?:,i)*)?\},s\{(?:i(?:,i)*)?\}\}")
_WANTED = 'expected "a name": and its value'


@dataclass(frozen=True, slots=True)
class Item:
    """One name and its value, and how many characters stand before it in the text."""

    name: str
    value: Any
    offset: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """The items of a lock in the order of the text; not ``whole`` where it is not the JSON that is written."""

    items: tuple[Item, ...]
    whole: bool


class LockSyntaxError(Exception):
    """The text cannot be a lock, for what stands at ``offset``."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset


def scan(text: str) -> Scanned:
    """Take a lock's text apart. LockSyntaxError where there is more amiss than a merge leaves."""
    text, marks = _MARK.subn(lambda mark: " " * len(mark[0]), text)
    items: list[Item] = []
    skeleton: list[str] = []
    at = _space_after(text, 0)
    if not text.startswith("{", at):
        raise LockSyntaxError(at, 'expected "{"')
    while at < len(text):
        if text[at] in "{},":
            skeleton.append(text[at])
            at += 1
        else:
            at = _read_item(text, at, items, skeleton)
        at = _space_after(text, at)
    if skeleton[-1] != "}" or skeleton.count("{") > skeleton.count("}"):
        raise LockSyntaxError(len(text), 'expected "}": the end of the file is missing')
    return Scanned(tuple(items), not marks and _WHOLE.fullmatch("".join(skeleton)) is not None)


def _space_after(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _read_item(text: str, at: int, items: list[Item], skeleton: list[str]) -> int:
    """Read a name and its value (of a section the name alone), and return where they end."""
    name, end = _decoded(text, at)
    colon = _COLON.match(text, end)
    if not isinstance(name, str) or not colon:
        raise LockSyntaxError(at, _WANTED)
    if name in _SECTIONS:
        if not text.startswith("{", colon.end()):
            raise LockSyntaxError(colon.end(), 'expected "{"')
        skeleton.append("s")
        return colon.end()
    value, end = _decoded(text, colon.end())
    items.append(Item(name, value, at))
    skeleton.append("f" if name == "form" else "i")
    return end


class _DoubledError(ValueError):
    pass


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise _DoubledError("a name stands twice in one entry")
    return content


_DECODER = json.JSONDecoder(object_pairs_hook=_object)


def _decoded(text: str, at: int) -> tuple[Any, int]:
    """The JSON value that begins at ``at``, and where it ends."""
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        message = _WANTED if error.pos == at else f"this is not JSON: {error.msg}"
        raise LockSyntaxError(error.pos, message) from None
    except _DoubledError as error:
        raise LockSyntaxError(at, str(error)) from None
    except ValueError:  # thousands of digits
        raise LockSyntaxError(at, "this is a number of absurd size") from None
    except RecursionError:
        raise LockSyntaxError(at, "this is nested too deeply") from None
