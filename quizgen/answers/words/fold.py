"""Folding: what is the same answer to a teacher becomes the same text.

Case, accents, punctuation, dashes, quotes, spaces, wide letters, ligatures and a leading article do not count. Letters
of another script that look alike stay different, and so do the marks that make another letter of it outside Latin,
Greek, Hebrew and Arabic (が is not か). What is raised, a fraction or in a circle stays as it is: x² is not x2, though
H₂O is H2O.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from quizgen.text.spans import bare, pieces

__all__ = ["compared", "fold", "unify"]

_ARTICLES = {
    "en": "the|a|an",
    "de": "der|die|das|den|dem|des|ein|eine|einen|einem|einer",
    "fr": "le|la|les|un|une|des|du",
    "es": "el|la|los|las|un|una|unos|unas",
    "it": "il|lo|la|i|gli|le|un|uno|una",
    "pt": "o|a|os|as|um|uma",
    "nl": "de|het|een",
}
_ELIDED = {"fr": "l['’]", "it": "(?:l|un)['’]"}  # "l’île"
_LATIN_OR_GREEK = "\u0400"  # letters below it lose their marks; so do those of Hebrew and Arabic
_POINTED = ("\u0590", "\u0700")
_UNSEEN = frozenset(  # a soft hyphen and others that come along in a copy; what stretches an Arabic word
    "\u00ad\u061c\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
_SAME_IN_KIND = frozenset(("<wide>", "<narrow>", "<compat>", "<noBreak>", "<square>", "<font>", "<sub>")) | frozenset(
    ("<initial>", "<medial>", "<final>", "<isolated>")
)  # of Unicode's compatibility forms; not <super>, <fraction>, <circle>
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_LETTER_DOTS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b|\s|$)")
_LONE = re.compile(r"(?<!\w)[-–+](?=[$€£¥₽₹₩₴]?\d)|(?<=\d)[.,:/](?=\d)")
_OTHER = {
    "ё": "е", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t",
    "ŋ": "ng", "ı": "i", "ς": "σ", "&": " and ",
}  # fmt: skip


@lru_cache(maxsize=4096)
def fold(text: str, language: str = "en") -> str:
    """The text as it is compared; never empty for a text that is not blank.

    >>> fold("The  Habomai Islands!")
    'habomai islands'
    """
    folded = _letters(_plain(text).casefold())
    article = _leading_article(language.partition("-")[0].lower())
    if article:
        folded = article.sub("", folded, count=1)
    folded = _LETTER_DOTS.sub("", _APOSTROPHES.sub("", folded))
    if folded.isascii() and not _DIGIT.search(folded):  # a sign that stays stands beside a digit
        return " ".join(folded.translate(_PUNCTUATION).split()) or " ".join(text.split())
    kept = {found.start() for found in _LONE.finditer(folded)}
    spaced = "".join(char if index in kept or not _is_punctuation(char) else " " for index, char in enumerate(folded))
    return " ".join(spaced.split()) or " ".join(text.split())


def _plain(text: str) -> str:
    """Composed, with wide letters and digits, ligatures and the like as ordinary ones."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", "".join(map(_ordinary, unicodedata.normalize("NFC", text))))


@lru_cache(maxsize=4096)
def _ordinary(char: str) -> str:
    kind, _, rest = unicodedata.decomposition(char).partition(" ")
    return unicodedata.normalize("NFKC", char) if rest and kind in _SAME_IN_KIND else char


@cache
def _leading_article(language: str) -> re.Pattern[str] | None:
    """An article with something after it; the one of "A, B" is a letter."""
    words = _ARTICLES.get(language)
    elided = f"|{_ELIDED[language]}" if language in _ELIDED else ""
    return re.compile(rf"\A\W*(?:(?:{words})\s+{elided})(?=.*\w)", re.DOTALL) if words else None


def _letters(text: str) -> str:
    if text.isascii():
        return text.replace("&", _OTHER["&"])
    text = "".join(_OTHER.get(char, char) for char in text)
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", text):
        marks = unicodedata.category(char) == "Mn"
        if not (marks and letters and _loses_marks(letters[-1])) and char not in _UNSEEN:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters))


def _loses_marks(letter: str) -> bool:
    return letter < _LATIN_OR_GREEK or _POINTED[0] <= letter < _POINTED[1]


@lru_cache(maxsize=4096)
def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] == "P" and char not in "%#@*/&°"


_DIGIT = re.compile("[0-9]")
_PUNCTUATION = {code: " " for code in range(128) if _is_punctuation(chr(code))}


def compared(text: str, language: str = "en") -> str:
    """A form of the bank as it is compared: without the marks of code and maths, folded."""
    plain = "".join(bare(content) if kind == "text" else content for kind, content in pieces(text))
    return fold(plain, language)


@lru_cache(maxsize=64)
def _unifiers(names: tuple[tuple[str, ...], ...], language: str) -> re.Pattern[str] | None:
    forms = {fold(form, language) for group in names for form in group}
    longest = sorted(forms, key=lambda form: (-len(form), form))
    articles = _ARTICLES.get(language.partition("-")[0].lower())
    article = rf"(?:(?:{articles}) )?" if articles else ""  # "the Moon and the Earth" holds the name Earth
    return re.compile(rf"(?<!\w){article}({'|'.join(map(re.escape, longest))})(?!\w)") if longest else None


@lru_cache(maxsize=64)
def _first_forms(names: tuple[tuple[str, ...], ...], language: str) -> dict[str, str]:
    return {fold(form, language): fold(group[0], language) for group in reversed(names) for form in group}


def unify(folded: str, names: tuple[tuple[str, ...], ...], language: str = "en") -> str:
    """Folded text with every form of a name, and an article before it, replaced by the name's first form."""
    pattern = _unifiers(names, language)
    if pattern is None:
        return folded
    firsts = _first_forms(names, language)
    return pattern.sub(lambda found: firsts[found[1]], folded)
