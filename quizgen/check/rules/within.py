"""Whether an answer stands in a text: as whole words after folding, or as a number of the same value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quizgen.answers.texts import Comparison, compare_number
from quizgen.article.scripts import in_word
from quizgen.bank.model import Number
from quizgen.bank.quantity import read_quantity

__all__ = ["SMALL_NUMBERS", "Texts", "holds"]

_IN_NUMBERS = ".,:/"
_APOSTROPHES = re.compile("['’ʼ]")
_HYPHENS = re.compile("[-‐‑]")
SMALL_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_SMALL_NUMBER = re.compile(rf"\b(?:{'|'.join(SMALL_NUMBERS)})\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"""(?<![\w.,])
    (?:[^\W\d_]{0,2}[$€£¥₽₹₩₴]\ ?|[A-Z]{3}\ )?
    [+\-−–]?(?:[0-9][0-9.,]*)?[0-9](?:\s?[×x]\s?10\^[+\-−]?[0-9]+)?""",
    re.VERBOSE,
)
_AFTER = re.compile(r"([\s\-]{0,2})([^\s,;:!?()\[\]]+)")
_LONGEST_UNIT = 4  # words: "thousand million US dollars"


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text, whole; both as they are compared.

    >>> holds("seized by the soviet union", "soviet union"), holds("the sunset", "sun")
    (True, False)
    """
    start = text.find(words) if words else -1
    while start >= 0:
        if not _runs_on(text, start) and not _runs_on(text, start + len(words)):
            return True
        start = text.find(words, start + 1)
    return False


def _runs_on(text: str, at: int) -> bool:
    """Whether a word or a number runs across this place."""
    if at == 0 or at == len(text):
        return False
    if in_word(text[at - 1]) and in_word(text[at]):
        return True
    return any(
        text[middle] in _IN_NUMBERS
        and text[middle - 1 : middle].isdecimal()
        and text[middle + 1 : middle + 2].isdecimal()
        for middle in (at - 1, at)
    )


@dataclass(frozen=True, eq=False)
class Texts:
    """Words of an article, asked whether an answer stands in them; what that takes is made when it is needed."""

    texts: tuple[str, ...]
    compare: Comparison

    def hold(self, forms: Iterable[str]) -> bool:
        """Whether one of these accepted forms stands in the texts."""
        forms = [*forms]
        return (
            any(holds(self._raw, form.casefold()) for form in forms)
            or any(self._hold_folded(form) for form in forms)
            or self._hold_number(forms)
        )

    @cached_property
    def _raw(self) -> str:
        return "\n".join(self.texts).casefold()

    @cached_property
    def _folded(self) -> str:
        return "\n".join(self.compare.key(dress) for text in self.texts for dress in (text, *self._dresses(text)))

    def _hold_folded(self, form: str) -> bool:
        return any(holds(self._folded, self.compare.form_key(dress)) for dress in (form, *self._dresses(form)))

    def _dresses(self, text: str) -> Iterator[str]:
        """How else it may be written: "Japan s" holds Japan, semi-conductors are semiconductors, and two is 2."""
        if _APOSTROPHES.search(text):
            yield _APOSTROPHES.sub(" ", text)
        if _HYPHENS.search(text):
            yield _HYPHENS.sub("", text)
        if self._english and _SMALL_NUMBER.search(text):
            yield _in_digits(text)

    @property
    def _english(self) -> bool:
        return self.compare.language.partition("-")[0].lower() == "en"

    @cached_property
    def _numbers(self) -> list[str]:
        texts = map(_in_digits, self.texts) if self._english else self.texts
        return [number for text in texts for number in _numbers(text, self.compare.unit)]

    def _hold_number(self, forms: list[str]) -> bool:
        if not any(char.isdecimal() for form in forms for char in form):
            return False
        question, compare = self.compare.question, self.compare
        wanted = {read_quantity(form, compare.unit) for form in forms} - {None}
        if any(read_quantity(said, compare.unit) in wanted for said in self._numbers):
            return True
        return isinstance(question, Number) and any(
            compare_number(question, said, compare)[0] in ("right", "no unit") for said in self._numbers
        )


def _in_digits(text: str) -> str:
    return _SMALL_NUMBER.sub(lambda found: str(SMALL_NUMBERS.index(found[0].lower())), text)


def _numbers(text: str, unit: str) -> Iterator[str]:
    """Each number in a text: with its unit where it has one, else alone and with the words after it."""
    for found in _NUMBER.finditer(text):
        said = [found[0], *_with_words(found[0], text, found.end())]
        measured = [number for number in said if (read := read_quantity(number, unit)) and read.dimension]
        yield from measured[-1:] or said


def _with_words(number: str, text: str, at: int) -> Iterator[str]:
    """The number with as many words as may be its unit: "4 per", "4 per cent"."""
    for _ in range(_LONGEST_UNIT):
        after = _AFTER.match(text, at)
        if after is None:
            return
        number += (" " if after[1] else "") + after[2].rstrip(".")
        at = after.end()
        if after[2] != "in":  # hardly ever inches
            yield number
