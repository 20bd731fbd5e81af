"""Whether an answer stands in a text: as whole words after folding, as a number of the same value, or in other forms.

Another form is what a reader calls the same words: "carriers" for "the carrier", "forty-one" for 41, "North and South
Wales" for "North Wales", "des Rheins" for "am Rhein". What is there by its meaning only is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from quizgen.answers.numbers.fits import compare_number
from quizgen.answers.numbers.numerals import in_digits
from quizgen.answers.texts import Comparison
from quizgen.article.scripts import in_word
from quizgen.bank.model import Number
from quizgen.bank.quantity import Quantity, read_quantity
from quizgen.check.language.inflection import carries_meaning, same_word

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
_NUMBER = re.compile(
    r"""(?<![\w.,/])
    (?:[^\W\d_]{0,2}[$€£¥₽₹₩₴]\ ?|[A-Z]{3}\ )?
    [+\-−–]?(?:[0-9][0-9.,]*)?[0-9](?!/?[0-9])(?:\s?[×x]\s?10\^[+\-−]?[0-9]+)?""",
    re.VERBOSE,
)
_AFTER = re.compile(r"([\s\-]{0,2})([^\s,;:!?()\[\]]+)")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
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
            or any(self._hold_reworded(form) for form in forms)
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
        figures = in_digits(text, self.compare.language)
        if figures != text:
            yield figures

    @cached_property
    def _numbers(self) -> list[str]:
        texts = (in_digits(text, self.compare.language) for text in self.texts)
        return [number for text in texts for number in _numbers(text, self.compare.unit)]

    def _hold_reworded(self, form: str) -> bool:
        """Whether the words of a form that carry meaning stand close together, in whatever form and order."""
        language = self.compare.language
        words = self._words(form)
        wanted = [word for word in words if carries_meaning(word, language)] or words
        return any(_close_together(wanted, said, language) for said in self._said)

    @cached_property
    def _said(self) -> list[list[str]]:
        """The words of each sentence or line of the texts."""
        return [self._words(part) for text in self.texts for part in _SENTENCE.split(text)]

    def _words(self, text: str) -> list[str]:
        bare = _APOSTROPHES.sub(" ", _POSSESSIVE.sub("", text))
        return self.compare.form_key(in_digits(bare, self.compare.language)).split()

    def _hold_number(self, forms: list[str]) -> bool:
        question, compare = self.compare.question, self.compare
        forms = [in_digits(form, compare.language) for form in forms]
        if not any(char.isdecimal() for form in forms for char in form):
            return False
        wanted = {quantity for form in forms if (quantity := read_quantity(form, compare.unit))}
        said_too = [quantity for said in self._numbers if (quantity := read_quantity(said, compare.unit))]
        if any(quantity in wanted or _in_degrees(quantity) in wanted for quantity in said_too):
            return True
        return isinstance(question, Number) and any(
            compare_number(question, said, compare)[0] in ("right", "no unit") for said in self._numbers
        )


def _in_degrees(quantity: Quantity) -> Quantity:
    """The number without the scale of its degrees."""
    return replace(quantity, unit="°") if quantity.unit.startswith("°") else quantity


def _close_together(wanted: list[str], said: list[str], language: str) -> bool:
    """Whether each of these words stands in a stretch of the text not much longer than they are."""
    places = [[at for at, word in enumerate(said) if same_word(one, word, language)] for one in wanted]
    if not wanted or not all(places):
        return False
    longest = 2 * len(wanted)
    return any(
        all(any(start <= at <= start + longest for at in found) for found in places)
        for start in sorted({at for found in places for at in found})
    )


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
