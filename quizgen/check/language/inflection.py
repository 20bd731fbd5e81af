"""Whether two words are one word in two of its forms: "the Moon's" and "moons", "Rhein" and "Rheins", "мая" and "май".

For evidence, where a quote that has the word in another case or number is proof enough. No dictionary is asked: the
words have to begin alike and to end in what the language puts at the end of words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from quizgen.check.words import stem_of

__all__ = ["carries_meaning", "same_word"]

_ENDINGS = {
    "en": "s es ed d ing er est ly",
    "de": "e en em er es n s ern ens se sen t te ten",
    "fr": "s e es x l ux le lle lles ne nne t ts nt ent er ez é ée és ées",
    "es": "s es o a os as an en e n ó",
    "it": "o a i e he hi ano ono no",
    "pt": "s es o a os as e em m l is ão ões",
    "nl": "e en s n er eren t te ten",
    "ru": "а я о е ё ы и у ю й ь ой ей ом ем ам ям ах ях ами ями ов ев ый ий ая яя ое ее ые ие ого его ому ему ым им "
    "ых их ую юю ия ии ию ием",
}
_BEGINNINGS = {
    "ar": re.compile(r"(?:[وف])?(?:[بكل]?ال|لل|[بكل])?(?=\w{2})"),
    "he": re.compile(r"[והבלמשכ]{1,2}(?=\w{2})"),
}
_PLURALS = {"feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse", "children": "child"}
_ENGLISH_PAIRS = frozenset({("f", "ves"), ("fe", "ves"), ("y", "ied"), ("y", "ier"), ("y", "iest")})
_LONGEST_ENDING = 3
_LEAST_STEM = 3  # letters that two forms have in common
_LITTLE_WORD = 3
_LITTLE_WORDS = """
    a about also although am an and any are as at be became because become becomes been being but by can could did do
    does doing each either for from had has have having he her hers him his how i if in into is it its itself just may
    me might must my of on onto or our own quite rather shall she should since so some such than that the their theirs
    them themselves then there these they this those through thus to too toward towards upon us very was we were what
    when where whether which while who whom whose why will with would you your
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())


def same_word(one: str, other: str, language: str) -> bool:
    """Whether these words, both folded, are forms of one.

    >>> same_word("rhein", "rheins", "de"), same_word("rhein", "rhone", "de")
    (True, False)
    """
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    tongue = language.partition("-")[0].lower()
    if tongue in _BEGINNINGS:
        one, other = (_BEGINNINGS[tongue].sub("", _bare(word), count=1) for word in (one, other))
        return one == other
    if tongue == "en":
        one, other = _singular(one), _singular(other)
        if stem_of(one) == stem_of(other):
            return True
    return _ends_alike(one, other, tongue)


def _bare(word: str) -> str:
    """The word without the marks of its vowels, which most texts leave out."""
    return "".join(char for char in word if not unicodedata.category(char).startswith("M"))


def _ends_alike(one: str, other: str, tongue: str) -> bool:
    common = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    ends = (one[common:], other[common:])
    if tongue not in _ENDINGS:
        return common >= _LEAST_STEM + all(ends) and max(map(len, ends)) <= _LONGEST_ENDING
    if tongue == "en" and common >= _LEAST_STEM - 1 and (ends in _ENGLISH_PAIRS or ends[::-1] in _ENGLISH_PAIRS):
        return True
    least = _LEAST_STEM + all(ends) if tongue != "ru" else _LEAST_STEM - 1  # май, мая
    return common >= least and all(end in _endings(tongue) for end in ends)


@cache
def _endings(tongue: str) -> frozenset[str]:
    return frozenset(("", *_ENDINGS[tongue].split()))


def _singular(word: str) -> str:
    """The word without a plural that is made inside it: "fishermen", "feet"."""
    return f"{word[:-2]}an" if word.endswith("men") else _PLURALS.get(word, word)


def carries_meaning(word: str, language: str) -> bool:
    """Whether a folded word of an answer has to stand in its proof: not "in", "a", "would", but "not" and "less"."""
    if any(map(str.isdecimal, word)) or not word.isalpha():
        return True
    if language.partition("-")[0].lower() == "en":
        return word not in _LITTLE and len(word) > 1
    return len(word) > _LITTLE_WORD
