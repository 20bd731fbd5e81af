"""The sides of a card, put together from their parts and looked through as Anki reads them.

A course may replace a part by its own. What Anki cannot read makes the whole import fail, or shows an error on every
card; so it is found here.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from quizgen.errors import ConfigError
from quizgen.templating import Templates

__all__ = ["side"]

_INCLUDE = re.compile(r"^[ \t]*<!-- include ([\w.-]+) -->\n?", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARK = re.compile(r"\{\{(.*?)(\}\}|\{\{|\Z)", re.DOTALL)
_OF_ANKI = {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"}
_BLANK = re.compile(r"c[1-9][0-9]*")


def side(templates: Templates, name: str, fields: Collection[str], *, cloze: bool) -> str:
    """A side of a card; ``<!-- include part.html -->`` on a line of its own is that part.

    ConfigError names the file where a part is not there, or Anki could not read what is in it.
    """
    parts = {name: _text(templates, name)}

    def included(found: re.Match[str]) -> str:
        parts[found[1]] = _text(templates, found[1])
        return parts[found[1]]

    whole = _INCLUDE.sub(included, parts[name])
    fault, mark = _fault(_COMMENT.sub("", whole), fields, cloze)
    if fault:
        part = next((part for part, text in parts.items() if mark and mark in text), name)
        line = parts[part].count("\n", 0, parts[part].rfind(mark)) + 1 if mark in parts[part] else 1
        raise ConfigError(f"{templates.path(f'anki/{part}')}:{line}:1: {fault}")
    return whole


def _text(templates: Templates, name: str) -> str:
    """A part with the line ends that it has everywhere, so that Windows makes no other card of it."""
    return templates.text(f"anki/{name}").replace("\r\n", "\n")


def _fault(text: str, fields: Collection[str], cloze: bool) -> tuple[str, str]:
    """What Anki cannot read in a side, and the mark that it is about; twice "" where there is nothing."""
    open_sections: list[str] = []
    shown = []
    for found in _MARK.finditer(text):
        mark, name = found[0], found[1].strip()
        if found[2] != "}}":
            return 'a "{{" has no "}}" after it', found[0].removesuffix("{{")[:40].split("\n")[0]
        if name.startswith("/"):
            if not open_sections or open_sections.pop() != name[1:].strip():
                return f"{mark} closes what was not opened last", mark
            continue
        section = name[:1] in ("#", "^")
        field = name[1:].strip() if section else name.rpartition(":")[2].strip()
        if field not in fields and field not in _OF_ANKI and not (section and cloze and _BLANK.fullmatch(field)):
            return f'there is no field "{field}"; the fields are {", ".join(fields)}', mark
        if section:
            open_sections.append(field)
        else:
            shown.append(name)
    if open_sections:
        return f"{{{{#{open_sections[-1]}}}}} is not closed: {{{{/{open_sections[-1]}}}}} is missing", ""
    if not shown or (cloze and not any(name.startswith("cloze:") for name in shown)):
        wanted = "{{cloze:Field}}" if cloze else "{{Field}}"
        return f"nothing of the note is shown: there is no {wanted}", ""
    return "", ""
