"""What ``check --fix`` mends: only what has one cure, and by splices, so that every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from quizgen.bank.edit import Splice, apply_splices, stamp_ids
from quizgen.bank.model import Bank, Choice, Choices, Option
from quizgen.check.rules.ids import no_id
from quizgen.check.rules.numbers import disordered, numbers_unordered
from quizgen.check.scope import Case, Scope
from quizgen.text.spans import trailing_backslash

__all__ = ["Fix", "fixed"]

_BY_PLACE = re.compile(
    r"\b(?:options?|answers?|choices?)\s+\(?(?:[A-Ha-h]|[1-9])\b|\([A-H]\)"
    r"|\b[A-H](?:,? (?:and|or) |, )[A-H]\b|\babove\b"
    r"|\b(?:first|second|third|fourth|fifth|last)\s+(?:option|answer|choice|one)\b"
)


@dataclass(frozen=True, slots=True)
class Fix:
    """Something that was mended: the line of the bank (from 1), the rule that asks for it, and what was done."""

    line: int
    rule: str
    message: str


def fixed(source: str, bank: Bank, rules: Collection[str]) -> tuple[str, tuple[Fix, ...]]:
    """The text with all mended that these rules find and that can be, and what was done, in the order of the lines.

    ``source`` is the text that ``bank`` was read from. The text that comes back reads as the same questions: options
    may stand in another order, and ids may be new. It has as many lines.
    """
    done: list[Fix] = []
    if numbers_unordered.id in rules:
        splices: list[Splice] = []
        lines = _Lines(source)
        for case in Scope(bank, source).cases:
            sorting = _sorted(case, lines)
            if sorting:
                fix, moved = sorting
                done.append(fix)
                splices += moved
        source = apply_splices(source, splices)
    if no_id.id in rules:
        source, stamps = stamp_ids(source, bank)
        done += [Fix(stamp.line, no_id.id, f"given the id {stamp.id}") for stamp in stamps]
    return source, tuple(sorted(done, key=lambda fix: fix.line))


def _sorted(case: Case, lines: _Lines) -> tuple[Fix, list[Splice]] | None:
    """The numbers of a choice put in rising order; None where they stand in one, or may stand so."""
    question = case.question
    if not isinstance(question, Choice | Choices) or any(a.rule == numbers_unordered.id for a in question.allow):
        return None
    found = disordered(case)
    if not found or not question.shuffle or _named_by_place(case):
        return None
    blocks = lines.blocks(question.options[place] for place, _ in found)
    if blocks is None:
        return None
    order = sorted(range(len(found)), key=lambda index: found[index][1].place)
    splices = [Splice(*slot, lines.text(blocks[index])) for slot, index in zip(blocks, order, strict=True)]
    message = f"put in order: {', '.join(case.options[found[index][0]] for index in order)}"
    return Fix(question.options[found[0][0]].line, numbers_unordered.id, message), splices


def _named_by_place(case: Case) -> bool:
    """Whether something may name an option by its letter or place: "A and B only", "option C is even"."""
    question = case.question
    texts = (question.prompt, question.body, question.hint, question.explain, question.note)
    feedback = (part.feedback for part in question.parts())
    return any(_BY_PLACE.search(text) for text in (*texts, *feedback, *case.options))


class _Lines:
    """The lines of a bank's text, each with its place; their ends ("\\r" among them) belong to no line."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(found.end() for found in re.finditer("\n", source)), len(source) + 1]

    def text(self, block: tuple[int, int]) -> str:
        """The text of a block."""
        return self._source[slice(*block)]

    def blocks(self, options: Iterable[Option]) -> list[tuple[int, int]] | None:
        """Where each option stands with all that belongs to it; None where a comment stands amid it."""
        blocks = [self._block(option.line - 1) for option in options]
        return None if None in blocks else [block for block in blocks if block]

    def _block(self, line: int) -> tuple[int, int] | None:
        """From the beginning of an option's line to the end of the last indented line below it."""
        start, after = self._starts[line], self._after(line)
        last = after - 1
        amid = False
        while after < len(self._starts) - 1:
            text = self._line(after)
            if text.startswith("<!--"):
                amid = True
                after = self._after_comment(after)
            elif text and not text[0].isspace():
                break
            else:
                if text.strip():
                    if amid:
                        return None
                    last = self._after(after) - 1
                after = self._after(after)
        return start, self._starts[last] + len(self._line(last))

    def _line(self, line: int) -> str:
        return self._source[self._starts[line] : self._starts[line + 1] - 1].removesuffix("\r")

    def _after(self, line: int) -> int:
        """The line after this one and those that a backslash at its end adds to it."""
        while trailing_backslash(self._line(line).rstrip()) and line + 2 < len(self._starts):
            line += 1
        return line + 1

    def _after_comment(self, line: int) -> int:
        while "-->" not in self._line(line) and line + 2 < len(self._starts):
            line += 1
        return line + 1
