"""Spans of two numbers: "1939–1945" is "from 1939 to 1945", "10-20 km" is "between 10 and 20 km"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from quizgen.answers.numbers.amounts import form_amount
from quizgen.answers.numbers.figures import plain
from quizgen.answers.numbers.units import Unit

__all__ = ["Span", "read_span"]

_SPAN = re.compile(
    r"(?:from |between |von |zwischen |de |entre |van |tussen |с |від |between the years )?(.+?)"
    r"(?: ?(?:-|—|〜|~) ?| to | until | till | through | and | bis | und "
    r"| à | au | a | al | et | y | e | t/m | tot | en | до | по )"
    r"(.+)"
)
_CENTURY = 100

Span = tuple[Fraction, Fraction, frozenset[Unit]]
"""The two numbers of a span, and what they count."""


@lru_cache(maxsize=4096)
def read_span(text: str, language: str = "en") -> Span | None:
    """The span that a text is as a whole; None where it is none. Of 1939–45 the century is said once.

    >>> read_span("1939–45") == read_span("from 1939 to 1945")
    True
    """
    found = _SPAN.fullmatch(plain(text).strip(" .")) if len(text) < 80 else None
    if not found:
        return None
    low, high = (form_amount(part, language) for part in found.groups())
    if not (low and high and low.alone and high.alone) or low.bound or high.bound:
        return None
    if low.units and low.units != high.units:
        return None
    top = high.value
    if low.value >= 1000 and top < _CENTURY and low.value.denominator == 1:
        top += low.value // _CENTURY * _CENTURY
    return low.value, top, frozenset(high.units)
