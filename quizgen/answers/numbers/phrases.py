"""Numbers inside a phrase: "four islands" is "4 islands", "World War II" is "World War Two"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from quizgen.answers.numbers.figures import decimal_comma, figure_at, plain
from quizgen.answers.numbers.roman import roman_value
from quizgen.answers.numbers.spelled import counted_word, says_number
from quizgen.answers.numbers.units import magnitudes

__all__ = ["Phrase", "numbered", "same_numbers"]

_LONGEST = 200
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9]+(?:st|nd|rd|th)?|.", re.DOTALL)
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th|er|ère|e|ème|º|ª)(?![^\W_])")
_PER_CENT = re.compile(
    r" ?(?:%|per ?cents?\b|pct\b|prozent\b|pour cent\b|por ciento\b|por cento\b|per cento\b|procent\b)"
)
_SHORT = {"m": 6, "mn": 6, "bn": 9, "tn": 12, "k": 3}
_LONE_ROMAN = frozenset("IVX")
_THE = re.compile(r"(?<!\w)the \Z")

Written = Literal["cardinal", "ordinal", "roman"]


class Phrase(NamedTuple):
    """A text with its numbers in figures, and how each was written."""

    text: str
    numbers: tuple[tuple[Fraction, Written], ...]


def same_numbers(one: Phrase, other: Phrase) -> bool:
    """Whether both name the same numbers in the same places; the 3rd is not 3, but Roman numerals may be either."""
    return len(one.numbers) == len(other.numbers) and all(
        value == told and (written == said or "roman" in (written, said))
        for (value, written), (told, said) in zip(one.numbers, other.numbers, strict=True)
    )


@lru_cache(maxsize=4096)
def numbered(text: str, language: str) -> Phrase | None:
    """The text with each number that it holds in figures; None where it holds none.

    >>> numbered("the four islands", "en").text, numbered("Louis the Fourteenth", "en").text
    ('the 4 islands', 'louis 14')
    """
    if len(text) > _LONGEST or not _may_hold(text, language):
        return None
    tongue = language.partition("-")[0].lower()
    said, at, out = plain(text), 0, ""
    capitals = " ".join(text.split())
    numbers: list[tuple[Fraction, Written]] = []
    while at < len(said):
        found = _number_at(said, at, capitals, tongue, decimal_comma(language)) if _begins(said, at) else None
        if found is None:
            token = _TOKEN.match(said, at)
            out, at = out + (token[0] if token else ""), token.end() if token else at + 1
            continue
        value, at, written = found
        out = _THE.sub("", out) if written != "cardinal" else out
        percent = _PER_CENT.match(said, at)
        out, at = f"{out}{value}{'%' if percent else ''}", percent.end() if percent else at
        numbers.append((value, written))
    return Phrase(out, tuple(numbers)) if numbers else None


def _may_hold(text: str, language: str) -> bool:
    said = plain(text)
    return (
        any(char.isnumeric() for char in said)
        or says_number(said, language.partition("-")[0].lower())
        or any(_roman(word) for word in re.findall(r"[^\W\d_]+", text))
    )


def _begins(text: str, at: int) -> bool:
    return not at or not (text[at - 1].isalnum() or text[at - 1] == "'")


def _roman(word: str) -> int | None:
    return roman_value(word) if word in _LONE_ROMAN or (len(word) > 1 and (word.isupper() or word.islower())) else None


def _number_at(text: str, at: int, capitals: str, tongue: str, comma: bool) -> tuple[Fraction, int, Written] | None:
    figure = figure_at(text, at, comma)
    if figure:
        ordinal = _ORDINAL_END.match(text, figure.end)
        if ordinal and figure.value.denominator == 1:
            return figure.value, ordinal.end(), "ordinal"
        return *_multiplied(figure.value, text, figure.end, tongue), "cardinal"
    told = counted_word(text[at:], tongue)
    if told:
        end = len(text) - len(told.rest)
        if _begins(told.rest, 0) and told.rest[:1].isalnum():
            return None
        return (
            (told.value, end, "ordinal") if told.ordinal else (*_multiplied(told.value, text, end, tongue), "cardinal")
        )
    word = re.compile(r"[^\W\d_]+").match(text, at)
    if word is None:
        return None
    value = _roman(capitals[at : word.end()] if len(capitals) == len(text) else word[0])
    return (Fraction(value), word.end(), "roman") if value else None


def _multiplied(value: Fraction, text: str, end: int, tongue: str) -> tuple[Fraction, int]:
    """With the magnitude after it: "1.5 million"."""
    word = re.compile(r"[ -]([^\W\d_]{4,})|(?<=[0-9])(m|bn|k|tn|mn)(?= )").match(text, end)
    power = _SHORT.get(word[2]) or magnitudes(tongue).get(word[1]) if word else None
    return (value * 10**power, word.end()) if word and power else (value, end)
