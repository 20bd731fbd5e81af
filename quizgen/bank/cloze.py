"""Blanks in a text: ``{{answer}}``, ``{{answer | form :: hint}}`` and ``{{c1::answer::hint}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from quizgen.bank.model import Blank
from quizgen.bank.split import forms_of, parts_of
from quizgen.text.spans import find_outside, places_outside

if TYPE_CHECKING:
    from quizgen.bank.model import Cloze

__all__ = ["BlankError", "segments", "segments_of", "split_blanks"]

_GROUP = re.compile(r"c([1-9][0-9]{0,3})::")
_NEARLY_GROUP = re.compile(r"\s*[cC]\s?[0-9]*\s?::")
_LINES = re.compile(r"[^\S\n]*+\n\s*+")


class BlankError(ValueError):
    """A blank that cannot be read; ``at`` is its offset in the text, ``text`` says which of several texts that is."""

    def __init__(self, message: str, at: int, text: int = 0) -> None:
        super().__init__(message)
        self.at = at
        self.text = text


def split_blanks(text: str) -> list[str | Blank]:
    """A text as its stretches and blanks in turn; a blank without a number has group 0.

    A blank ends at the first ``}}`` outside code and maths. Raises BlankError.
    """
    if "{{" not in text:
        return [text]
    parts: list[str | Blank] = []
    at = 0
    ends = places_outside(text, "}}")
    end = next(ends, -1)
    for start in places_outside(text, "{{"):
        if start < at:  # inside the blank before, or one brace further
            continue
        while 0 <= end < start + 2:
            end = next(ends, -1)
        if end < 0:
            raise BlankError('"{{" without "}}"; plain braces? write \\{{', start)
        parts += (text[at:start], _blank(text[start + 2 : end], start))
        at = end + 2
    parts.append(text[at:])
    return parts


def _blank(inner: str, at: int) -> Blank:
    if "\n" in inner:
        inner = _LINES.sub(" ", inner)
    answer, hint, group = inner, "", 0
    if "::" in inner:
        answer, hint, group = _with_hint(inner, at)
    forms = forms_of(answer.strip())
    if not all(forms):
        raise BlankError("this blank has an empty answer; write {{answer}}", at)
    if "{{" in inner and any(find_outside(form, "{{") >= 0 for form in forms):
        raise BlankError('a blank stands inside another; close the first with "}}"', at)
    return Blank(forms, hint, group)


def _with_hint(inner: str, at: int) -> tuple[str, str, int]:
    """Answer, hint and number of a blank; in Anki's own form ``::`` needs no spaces."""
    found = _GROUP.match(inner)
    if not found:
        if _NEARLY_GROUP.match(inner):
            raise BlankError('a numbered blank begins with "c1::" to "c9999::", as in {{c1::answer::hint}}', at)
        answer, *hints = parts_of(inner, "::")
        return answer, " :: ".join(hints), 0
    inner = inner[found.end() :]
    place = find_outside(inner, "::")
    answer, hint = (inner, "") if place < 0 else (inner[:place], inner[place + 2 :].strip())
    return answer, hint, int(found[1])


def segments(*texts: str) -> list[list[str | Blank]]:
    """Each text as stretches and blanks, every blank with its group.

    A number that is written stays; the others get the lowest free ones in order, a card each. Raises BlankError.
    """
    split = []
    for index, text in enumerate(texts):
        try:
            split.append(split_blanks(text))
        except BlankError as error:
            error.text = index
            raise
    taken = {part.group for parts in split for part in parts if isinstance(part, Blank)}
    free = (number for number in count(1) if number not in taken)
    return [[_numbered(part, free) for part in parts] for parts in split]


def _numbered(part: str | Blank, free: Iterator[int]) -> str | Blank:
    if isinstance(part, str) or part.group:
        return part
    return Blank(part.forms, part.hint, next(free))


def segments_of(question: Cloze) -> tuple[list[str | Blank], list[str | Blank]]:
    """Prompt and body of a cloze question as stretches and blanks."""
    prompt, body = segments(question.prompt, question.body)
    return prompt, body
