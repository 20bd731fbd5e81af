"""Blanks in a text: ``{{answer}}``, ``{{answer | form :: hint}}`` and ``{{c1::answer::hint}}``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.bank.model import Blank
from quizgen.text.spans import find_outside, split_outside, unescape

if TYPE_CHECKING:
    from quizgen.bank.model import Cloze

__all__ = ["BlankError", "segments", "segments_of", "split_blanks"]

_GROUP = re.compile(r"c([1-9]\d{0,3})::")
_LINES = re.compile(r"\s*\n\s*")


class BlankError(ValueError):
    """A blank that cannot be read; ``at`` is its offset in the text."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def split_blanks(text: str) -> list[str | Blank]:
    """A text as its stretches and blanks in turn; a blank without a number has group 0.

    A blank ends at the first ``}}`` outside code and maths. Raises BlankError.
    """
    if "{{" not in text:
        return [text]
    parts: list[str | Blank] = []
    at = 0
    while (start := find_outside(text, "{{", at)) >= 0:
        end = find_outside(text, "}}", start + 2)
        if end < 0:
            raise BlankError('"{{" without "}}"; plain braces? write \\{{', start)
        parts += (text[at:start], _blank(text[start + 2 : end], start))
        at = end + 2
    parts.append(text[at:])
    return parts


def _blank(inner: str, at: int) -> Blank:
    inner = _LINES.sub(" ", inner)
    found = _GROUP.match(inner)
    separator = ":: "
    if found:
        inner = inner[found.end() :]
        answer, hint = _anki_hint(inner)
    else:
        parts = [part for part, _ in split_outside(inner, "::")]
        answer, hint = parts[0], f" {separator}".join(parts[1:])
    forms = tuple(unescape(part) for part, _ in split_outside(answer, "|"))
    if not all(forms):
        raise BlankError("this blank has an empty answer; write {{answer}}", at)
    if any(find_outside(form, "{{") >= 0 for form in forms):
        raise BlankError('a blank stands inside another; close the first with "}}"', at)
    return Blank(forms, hint.strip(), int(found[1]) if found else 0)


def _anki_hint(inner: str) -> tuple[str, str]:
    """Answer and hint of Anki's own form, where ``::`` needs no spaces."""
    at = find_outside(inner, "::")
    return (inner, "") if at < 0 else (inner[:at], inner[at + 2 :])


def segments(*texts: str) -> list[list[str | Blank]]:
    """Each text as stretches and blanks, every blank with its group.

    A number that is written stays; the others get the lowest free ones in order, a card each.
    """
    split = [split_blanks(text) for text in texts]
    taken = {part.group for parts in split for part in parts if isinstance(part, Blank)}
    free = iter(number for number in range(1, 10**6) if number not in taken)
    return [
        [replace(part, group=next(free)) if isinstance(part, Blank) and not part.group else part for part in parts]
        for parts in split
    ]


def segments_of(question: Cloze) -> tuple[list[str | Blank], list[str | Blank]]:
    """Prompt and body of a cloze question as stretches and blanks."""
    prompt, body = segments(question.prompt, question.body)
    return prompt, body
