"""Typos: a small slip of spelling is right, unless it makes another answer of it.

The rule, measured on 88 answers and 264 names of countries: up to 4 letters none, 5 to 8 letters one edit, 9 and more
two; an exchange of two neighbours is one edit; nothing that holds a digit, no letter of another script, no sign. What
is, or lies as near to, another answer that the bank knows is not a typo: without this guard 5 countries pass for
others, with it none. So that "South Korea" is not "North Korea" in a bank that knows but one of them, every word must
pass, too: no two edits in a word of fewer than 9 letters, no changed letter in one of up to 4, no prefix for its
contrary, and no number for another ("million", "billion").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgen.answers.edits import edits
from quizgen.answers.fold import compared, fold
from quizgen.answers.known import Known, known_to, texts_of
from quizgen.answers.texts import Comparison
from quizgen.text.plain import literal_plain
from quizgen.text.spans import pieces

__all__ = ["Slip", "slip_of"]

_ONE, _TWO = 5, 9  # letters from which one edit, and two, may pass
_NO_LETTERS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")  # their signs are syllables or words
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "mis", "non", "anti", "de", "ex", "re", "uni", "bi")
_NUMBER_WORD = re.compile(
    r"three|thir(?:d|teen|ty)|four(?:th|teen)?|forty|fif(?:th|teen|ty)|(?:six|seven|eight|nine?)(?:t?h|t?een|t?y)?"
    r"|eleven|twel(?:ve|fth)|hundred|thousand|(?:m|b|tr)illion"
)


class Slip(NamedTuple):
    """The form of the bank that was meant, and how it (or the name in it that was meant) is spelled."""

    form: str
    spelled: str


def slip_of(response: str, forms: Sequence[str], compare: Comparison) -> Slip | None:
    """What a response misspells, of forms that are one answer; None where it is right, or something else."""
    said = dict.fromkeys((fold(response, compare.language), compare.key(response)))
    near = [
        (count, form, spelled, text)
        for form, spelled, wanted in _wanted(forms, compare)
        for text in said
        if (count := _slips(text, wanted))
    ]
    if not near:
        return None
    count, form, spelled, _ = min(near, key=lambda found: found[0])
    return None if _is_another(said, count, forms, compare) else Slip(form, literal_plain(spelled))


def _wanted(forms: Iterable[str], compare: Comparison) -> Iterator[tuple[str, str, str]]:
    """Each form with how it may be spelled, by the bank's names, and as that is compared."""
    names = compare.names
    for form in forms:
        for spelled, wanted in _spellings(form, names, compare.language):
            yield form, spelled, wanted


@lru_cache(maxsize=4096)
def _spellings(form: str, names: tuple[tuple[str, ...], ...], language: str) -> tuple[tuple[str, str], ...]:
    """A form, and the form with each other form of a name in it; none of what holds code, maths or a digit."""
    if any(kind != "text" for kind, _ in pieces(form)):
        return ()
    spelled = [form]
    for group in names:
        pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in group), re.IGNORECASE)
        if pattern.search(form):
            spelled += [pattern.sub(name.replace("\\", r"\\"), form) for name in group]
    return tuple((text, compared(text, language)) for text in dict.fromkeys(spelled))


def _slips(said: str, wanted: str) -> int:
    """How many edits make a typo of the wanted text; 0 where it is none."""
    letters = sum(char.isalpha() for char in wanted)
    most = (letters >= _ONE) + (letters >= _TWO)
    if not most or abs(len(said) - len(wanted)) > most or any(char.isnumeric() for char in said + wanted):
        return 0
    count = edits(said, wanted, most)
    return count if count <= most and _one_script(said, wanted) and _words_pass(said, wanted) else 0


def _one_script(said: str, wanted: str) -> bool:
    """Whether what was said has letters of the wanted text's scripts alone, and its signs."""
    scripts = _scripts(wanted)
    return _scripts(said) <= scripts and not scripts & set(_NO_LETTERS) and _signs(said) == _signs(wanted)


def _signs(text: str) -> list[str]:
    """What no finger slips to for a letter: "&", a byte that could not be read."""
    return [char for char in text if unicodedata.category(char)[0] not in "LMZ"]


def _scripts(text: str) -> set[str]:
    return {re.split("[ -]", unicodedata.name(char, ""))[0] for char in text if char.isalpha()}


def _words_pass(said: str, wanted: str) -> bool:
    """Whether each word may be a slip for its counterpart; where a space is one of the slips there are none."""
    pairs = [*zip(said.split(), wanted.split(), strict=False)]
    if said.count(" ") != wanted.count(" "):
        return True
    return all(word == other or _word_passes(word, other) for word, other in pairs)


def _word_passes(said: str, wanted: str) -> bool:
    if edits(said, wanted, 2) > 1 + (len(wanted) >= _TWO) or _NUMBER_WORD.fullmatch(said):
        return False
    if len(wanted) < _ONE and len(said) == len(wanted) and sorted(said) != sorted(wanted):
        return False  # "Iran" and "Iraq"
    return not _stems(said) & _stems(wanted)


def _stems(word: str) -> set[str]:
    """A word with and without a prefix: "inflation" and "deflation" share one."""
    stems = {word.removeprefix(prefix) for prefix in _PREFIXES}
    return {stem for stem in stems if len(stem) >= _ONE - 1}


def _is_another(said: Iterable[str], count: int, forms: Iterable[str], compare: Comparison) -> bool:
    """Whether the bank, or the question itself, knows another answer that is as near."""
    own = {compare.form_key(form) for form in forms}
    indexes = (known_to(compare.bank), Known(texts_of(compare.question, compare.language)))
    return any(
        compare.key(text) not in own for known in indexes for response in said for text in known.near(response, count)
    )
