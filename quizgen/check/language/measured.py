"""Numbers in a text: those with a unit by their value, numbers written as another text writes them, and sums."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.bank.quantity import read_quantity

__all__ = ["has_sum_sign", "is_sum", "measure", "measures_in", "numbers_as"]

_NUMBERS_OF_SUM = 3  # numbers in a text that make it a sum to work out
_DIGITS = re.compile(r"[0-9][0-9.,]*")
_AMOUNT = re.compile(r"(?:[^\W\d_]{0,2}[$€£¥₽₹₩₴] ?)?[0-9][0-9.,]*(?: ?%| ?°\w?|(?: [^\W\d_]+){1,3}|[^\W\d_]*)")
_WHOLE = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:[,\u00a0\u2009\u202f ]?[0-9]{3})*(?![0-9]|[.,][0-9])")
_GROUPS = re.compile(r"[,\u00a0\u2009\u202f ]")
_SUM_SIGN = re.compile(
    r"\d\s*[=+×÷*/^√]|[=+×÷*/^√]\s*\d"
    r"|\b(?:squared?|cubed?|root|divided|times|multipl\w+|sum|plus|minus|remainder)\b",
    re.IGNORECASE,
)


def measure(form: str) -> str:
    """A number with its unit; empty for a bare one.

    >>> measure("30 per cent") == measure("30%"), measure("30")
    (True, '')
    """
    if not _DIGITS.search(form):
        return ""
    quantity = read_quantity(form)
    return f"{quantity.value.normalize()} {quantity.dimension}" if quantity and quantity.dimension else ""


def measures_in(text: str) -> Iterator[str]:
    """Every number of a text that has a unit."""
    return (key for key, _, _ in _measured(text))


def _measured(text: str) -> Iterator[tuple[str, int, int]]:
    """The same with where it begins and ends."""
    for found in _AMOUNT.finditer(text):
        words = found[0].split(" ")
        for end in range(len(words), 0, -1):
            said = " ".join(words[:end])
            if key := measure(said):
                yield key, found.start(), found.start() + len(said)
                break


def numbers_as(text: str, form: str) -> str:
    """The text with the numbers of this answer as the answer writes them.

    >>> numbers_as("a part (30%)", "30 per cent"), numbers_as("of 2000 eggs", "2,000 eggs")
    ('a part (30 per cent)', 'of 2,000 eggs')
    """
    if not _DIGITS.search(text):
        return text
    if wanted := measure(form):
        for key, start, end in reversed([*_measured(text)]):
            if key == wanted:
                text = text[:start] + form + text[end:]
        return text
    numbers = {_bare(found[0]): found[0] for found in _WHOLE.finditer(form)}
    return _WHOLE.sub(lambda found: numbers.get(_bare(found[0]), found[0]), text)


def _bare(number: str) -> str:
    return _GROUPS.sub("", number)


def is_sum(text: str) -> bool:
    """Whether there is something to reckon with: many numbers, or signs of arithmetic."""
    return len(_DIGITS.findall(text)) >= _NUMBERS_OF_SUM or has_sum_sign(text)


def has_sum_sign(text: str) -> bool:
    """Whether it is a formula, or speaks of one."""
    return _SUM_SIGN.search(text) is not None
