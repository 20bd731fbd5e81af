"""Edits of a bank's file: programs splice the lines they change and leave every other byte as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quizgen.bank.cloze import BlankError, split_blanks
from quizgen.bank.model import Bank, Blank, Question
from quizgen.text.spans import trailing_backslash

__all__ = ["Splice", "Stamp", "apply_splices", "make_id", "stamp_ids", "with_ids"]

_WORDS_IN_ID = 5
_LETTERS_IN_ID = 40
_LITTLE_WORDS = """
    a an the of in on at to by for from with and or nor but as is are was were be been did do does has have had what
    which who whom whose why how when where that this these those it its their there than then into about between
    according following article
"""


@dataclass(frozen=True, slots=True)
class Splice:
    """Put ``text`` in the place of ``source[start:end]``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """An id given to the question in ``line``."""

    line: int
    id: str


def apply_splices(source: str, splices: Iterable[Splice]) -> str:
    """The source with every splice made, those of one place in the order given.

    Raises ValueError where splices overlap or stand outside the source.
    """
    parts: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda splice: splice.start):
        if not at <= splice.start <= splice.end <= len(source):
            raise ValueError("splices overlap, or one stands outside the source")
        parts += (source[at : splice.start], splice.text)
        at = splice.end
    parts.append(source[at:])
    return "".join(parts)


def stamp_ids(source: str, bank: Bank) -> tuple[str, tuple[Stamp, ...]]:
    """Give every question without an id one, from its prompt's words; ``source`` is the text that ``bank`` was read
    from. Returns the new text and what was stamped; nothing else is touched.
    """
    starts = _line_starts(source)
    splices, stamps = [], []
    for question, name in _new_ids(bank):
        end = _heading_end(source, starts, question.line - 1)
        splices.append(Splice(end, end, f" {{#{name}}}"))
        stamps.append(Stamp(question.line, name))
    return apply_splices(source, splices), tuple(stamps)


def with_ids(bank: Bank) -> Bank:
    """The bank with the ids that :func:`stamp_ids` would give, in memory: what is learned before that is kept."""
    if all(question.id for question in bank.questions):
        return bank
    names = {id(question): name for question, name in _new_ids(bank)}
    topics = tuple(
        replace(topic, questions=tuple(replace(q, id=q.id or names[id(q)]) for q in topic.questions))
        for topic in bank.topics
    )
    return replace(bank, topics=topics)


def _new_ids(bank: Bank) -> Iterator[tuple[Question, str]]:
    """The questions without an id, each with the one that it is to be given."""
    taken = {question.id for question in bank.questions if question.id}
    numbers: dict[str, int] = {}
    for question in bank.questions:
        if not question.id:
            name = _unlike(_name(question.prompt), taken, numbers)
            taken.add(name)
            yield question, name


def _line_starts(source: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", source)), len(source) + 1]


def _heading_end(source: str, starts: list[int], line: int) -> int:
    """Where the text of a heading ends: before spaces and the line's end, after lines that a backslash adds."""
    while True:
        text = source[starts[line] : starts[line + 1] - 1].rstrip()
        if not trailing_backslash(text):
            break
        line += 1
    return starts[line] + len(text)


def make_id(prompt: str, taken: Iterable[str]) -> str:
    """An id from the words of a prompt that carry meaning, unlike every one taken."""
    return _unlike(_name(prompt), set(taken), {})


def _unlike(name: str, taken: set[str], numbers: dict[str, int]) -> str:
    """The name, numbered where it is taken; ``numbers`` remembers the last one of each name."""
    unique = name
    while unique in taken:
        numbers[name] = numbers.get(name, 1) + 1
        unique = f"{name}-{numbers[name]}"
    return unique


def _name(prompt: str) -> str:
    return _slug(prompt) or f"q-{_digest(prompt)}"


def _digest(prompt: str) -> str:
    import hashlib  # only prompts without a Latin letter or a digit need one

    return hashlib.sha256(prompt.encode()).hexdigest()[:8]


def _slug(prompt: str) -> str:
    try:
        parts = split_blanks(prompt)
    except BlankError:  # braces that are no blanks, where a kind is given
        parts = [prompt]
    text = "".join(part.forms[0] if isinstance(part, Blank) else part for part in parts)
    folded = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded.lower())
    little = _LITTLE_WORDS.split()
    chosen = [word for word in words if word not in little] or words
    name = ""
    for word in chosen[:_WORDS_IN_ID]:
        longer = f"{name}-{word}" if name else word[:_LETTERS_IN_ID]
        if len(longer) > _LETTERS_IN_ID:
            break
        name = longer
    return name
