"""Typos: a small slip of spelling is right, unless it makes another answer of it.

The rule: up to 4 letters none, 5 to 8 letters one edit, 9 and more two; an exchange of two neighbours is one edit;
no word that holds a digit, no letter of another script, no sign. What is, or lies as near to, another answer that the
bank knows is not a typo: without this guard 5 of 264 countries pass for others, with it none. So that "South Korea" is
not "North Korea" in a bank that knows but one of them, every word must pass, too (:func:`_word_passes`): one edit in a
word of fewer than 9 letters; of two edits in one word only one heavy; no short word that is another one, no numeral, no
contrary and no word that is easily confused (:mod:`quizgen.answers.words.contrasts`).

One wording written otherwise (:mod:`quizgen.answers.words.variants`) is right without a remark, under the same guard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgen.answers.texts import Comparison
from quizgen.answers.words.carrier import unplaced
from quizgen.answers.words.contrasts import are_other_words, denials, is_numeral
from quizgen.answers.words.edits import edits, heavy_edits
from quizgen.answers.words.fold import compared, fold
from quizgen.answers.words.known import Known, known_to, texts_of
from quizgen.answers.words.neighbours import SHORT
from quizgen.answers.words.variants import plainest, rewritten
from quizgen.text.plain import literal_plain
from quizgen.text.spans import pieces

__all__ = ["Slip", "slip_of"]

_ONE, _TWO = 5, 9  # letters from which one edit, and two, may pass
_NO_LETTERS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")  # their signs are syllables or words
_PARTS = re.compile(r"[ -]+")
_LONGEST = 400  # characters of an answer that are looked at for a slip
_TELLING_NOTHING = """
the and und der die das des dem den et les del della dello los las van von het dos og och de di du la le el
"""
_UNHEARD = frozenset(_TELLING_NOTHING.split())  # "fish an chips"
_LONE_WORDS = frozenset("aeiouyéàвикосуаізй")  # words of one letter, which stand before another word


class Slip(NamedTuple):
    """The form of the bank that was meant, and how it (or the name in it that was meant) is spelled.

    ``spelled`` is empty where the response is the same wording, written otherwise: nothing is to be said of it.
    """

    form: str
    spelled: str


def slip_of(response: str, forms: Sequence[str], compare: Comparison) -> Slip | None:
    """What a response misspells, or writes otherwise, of forms that are one answer.

    None where it is right as it stands, or something else.
    """
    if len(response) > _LONGEST or compare.foreseen(response, forms):
        return None
    language = compare.language
    said = tuple(dict.fromkeys((fold(response, language), compare.key(response), fold(response, ""))))
    near = [
        (count, form, spelled.text)
        for form in forms
        for spelled in _spellings(form, compare.names, language)
        for text in said
        if (count := _distance(text, spelled, language)) is not None
    ]
    if not near:
        return None
    count, form, spelled_so = min(near, key=lambda found: found[0])
    if _is_another(said, count, forms, compare) or compare.says_another(response, form):
        return None
    return Slip(form, literal_plain(spelled_so) if count else "")


class _Spelled(NamedTuple):
    """A way to spell a form: as it is written, compared, in its plainest spelling, and without spaces.

    ``most`` is how many edits may pass; ``name``: a name of several words, of which a plural is another one.
    """

    text: str
    key: str
    plain: str
    joined: str
    most: int
    name: bool


@lru_cache(maxsize=8192)
def _spellings(form: str, names: tuple[tuple[str, ...], ...], language: str) -> tuple[_Spelled, ...]:
    """A form, the form with each other form of a name in it, and other ways to write it; with its article and without.

    None of what holds code or maths.
    """
    if any(kind != "text" for kind, _ in pieces(form)):
        return ()
    spelled = [form]
    for group in names:
        pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in group), re.IGNORECASE)
        if pattern.search(form):
            spelled += [pattern.sub(name.replace("\\", r"\\"), form) for name in group]
    spelled += [unplaced(text, language) for text in spelled]
    spelled += [other for text in tuple(spelled) for other in rewritten(text)]
    texts = [(text, key) for text in spelled for key in (compared(text, language), compared(text, ""))]
    written = {key: text for text, key in reversed(texts)}
    return tuple(
        _Spelled(text, key, plainest(key, language, name=name), _joined(key), _most(key), name)
        for key, text in written.items()
        for name in (_is_name(text),)
    )


def _is_name(text: str) -> bool:
    """Whether it is a name of several words, such as "Northern Territories": each begins with a capital."""
    words = [word for word in text.split() if word.lower() not in _UNHEARD]
    return len(words) > 1 and all(word[0].isupper() for word in words)


@lru_cache(maxsize=8192)
def _joined(text: str) -> str:
    """The letters of a text that is nothing else: "X ray" is "xray"; "" for "A B" and what is too short."""
    letters = text.replace(" ", "")
    return letters if len(letters) > 2 and letters.isalpha() and len(text.split()) < len(letters) else ""


def _distance(said: str, spelled: _Spelled, language: str) -> int | None:
    """How many slips part what was said from a form: 0 for the same wording written otherwise; None for too many."""
    plain = plainest(said, language, name=spelled.name)
    if (
        plain == spelled.plain
        or _joined(plain) == _joined(spelled.plain) != ""
        or (spelled.joined and spelled.joined == _joined(said))
    ):
        return 0
    if not spelled.most or abs(len(said) - len(spelled.key)) > spelled.most:
        return None
    if said != spelled.key and said.replace("ph", "f") == spelled.key.replace("ph", "f"):
        return 1  # "fotosynthesis": spelled by ear
    return _slips(said, spelled.key, spelled.most, language) or None


def _most(wanted: str) -> int:
    """How many edits may pass in a text of this length; only letters count."""
    letters = sum(char.isalpha() for char in wanted)
    return (letters >= _ONE) + (letters >= _TWO)


def _slips(said: str, wanted: str, most: int, language: str) -> int:
    """How many edits make a typo of the wanted text; 0 where it is none."""
    count = edits(said, wanted, most)
    if count > most or _with_digits(said) != _with_digits(wanted):
        return 0
    passes = _one_script(said, wanted) and denials(said) == denials(wanted)
    return count if passes and _words_pass(said, wanted, count, language) else 0


def _with_digits(text: str) -> list[str]:
    """The words that hold a digit, which are never misspelt: "19th" is not "18th", "H2O" not "H2SO4"."""
    return [word for word in _PARTS.split(text) if any(char.isnumeric() for char in word)]


def _one_script(said: str, wanted: str) -> bool:
    """Whether what was said has letters of the wanted text's scripts alone, and its signs."""
    scripts = _scripts(wanted)
    return _scripts(said) <= scripts and not scripts & set(_NO_LETTERS) and _signs(said) == _signs(wanted)


def _signs(text: str) -> list[str]:
    """What no finger slips to for a letter: "&", a byte that could not be read."""
    return [char for char in text if unicodedata.category(char)[0] not in "LMZ"]


def _scripts(text: str) -> set[str]:
    return {re.split("[ -]", unicodedata.name(char, ""))[0] for char in text if char.isalpha()}


def _words_pass(said: str, wanted: str, count: int, language: str) -> bool:
    """Whether each word may be a slip for its counterpart, wherever the slips that are spaces are put right."""
    said_words, wanted_words = said.split(), wanted.split()
    if len(said_words) == len(wanted_words):
        last = len(wanted_words) - 1
        return all(
            one == other or _word_passes(one, other, language, at == last)
            for at, (one, other) in enumerate(zip(said_words, wanted_words, strict=True))
        )
    if count == 1:
        return True
    return any(
        edits(text, wanted, count - 1) < count and _words_pass(text, wanted, count - 1, language)
        for text in _with_one_space_put_right(said, len(said_words) < len(wanted_words))
    )


def _with_one_space_put_right(said: str, missing: bool) -> Iterator[str]:
    if missing:
        yield from (f"{said[:at]} {said[at:]}" for at in range(1, len(said)))
    else:
        yield from (said[:at] + said[at + 1 :] for at, char in enumerate(said) if char == " ")


def _word_passes(said: str, wanted: str, language: str, last: bool) -> bool:
    """Whether a word may be a slip for the one that stands in its place."""
    count = edits(said, wanted, 2)
    if count > 1 and (count > 2 or len(wanted) < _TWO or said[0] != wanted[0] or heavy_edits(said, wanted, 2) > 1):
        return False
    if len(wanted) < _ONE and not _short_word_passes(said, wanted, last):
        return False
    return not are_other_words(said, wanted, language)


def _short_word_passes(said: str, wanted: str, last: bool) -> bool:
    """Whether a word of up to four letters, in a longer answer, may be misspelt so: not "Iraq" for "Iran"."""
    if len(wanted) == 1:  # "vitamin A", "World War I"
        return wanted in _LONE_WORDS and not last and len(said) == 2 and not is_numeral(said)
    return wanted in _UNHEARD or said not in SHORT


def _is_another(said: Iterable[str], count: int, forms: Iterable[str], compare: Comparison) -> bool:
    """Whether the bank, or the question itself, knows another answer that is as near."""
    own = {compare.form_key(form) for form in forms}
    language = compare.language
    plain = {plainest(key, language) for key in own}
    here = Known(texts_of(compare.question, language))
    there = known_to(compare.bank)
    return any(_others(here, text, count, own, compare) for text in said) or any(
        plainest(other, language) not in plain for text in said for other in _others(there, text, count, own, compare)
    )


def _others(known: Known, said: str, count: int, own: set[str], compare: Comparison) -> list[str]:
    """Answers as near to what was said that are not the question's own."""
    return [text for text in known.near(said, count) if compare.key(text) not in own]
