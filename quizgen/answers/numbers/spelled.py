"""Numbers in words: "two and a half", "half a million", "three quarters", "fünf Komma zwei", "a dozen"."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from quizgen.answers.numbers.numerals import number_words, spoken

__all__ = ["Spelled", "counted_word", "first_word_at", "says_number", "spelled"]


class Spelled(NamedTuple):
    """A number in words: its value, the text after it, and what it is written as."""

    value: Fraction
    rest: str
    share: bool = False
    ordinal: bool = False


_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
          "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
          "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100, "hundredths": 100,
          "thousandth": 1000, "thousandths": 1000}  # fmt: skip
_COUNTS = str.split("a an one two three four five six seven eight nine ten")
_OF_A = r"(?: of (?:an?|one)(?= (?:hundred|thousand|million|billion|trillion|dozen)\b))?"
_PART = re.compile(rf"({'|'.join(_COUNTS)}|[0-9]{{1,2}})[ -]({'|'.join(_PARTS)})\b{_OF_A}")
_HALF = re.compile(r"half(?:(?: of)? an?\b| of one\b)?|quarter(?= of an? (?:million|billion))(?: of an?)?")
_AND_PART = re.compile(r" and (an?|one|1|two|2|three|3)[ -](half|third|quarter|fourth|thirds|quarters|fifth|fifths)\b")
_A_MAGNITUDE = re.compile(r"an? (?=(?:hundred|thousand|million|billion|trillion|dozen|score|lakh|crore)\b)")
_MAGNITUDE = re.compile(r"(?:hundred|thousand|million|billion)\b")
_A_AND_HALF = re.compile(r"(?:an?|one|1) ([a-z]+) and (?:a|one|1) (half|quarter)\b")
_A_ONE = re.compile(r"an? (?=\w)")
_TIMES = {"once": 1, "twice": 2, "thrice": 3, "none": 0, "nil": 0}
_TIMES_WORD = re.compile(rf"(?:{'|'.join(_TIMES)})\b(?: times)?")
_ORDINALS = str.split("""
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth
""")
_TENTHS = str.split("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
_TENS = str.split("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINAL = {word: value for value, word in enumerate(_ORDINALS, 1)}
_ORDINAL |= {word: value for value, word in zip(range(20, 100, 10), _TENTHS, strict=True)}
_ORDINAL |= {
    f"{ten}{mark}{unit}": 10 * place + value
    for place, ten in enumerate(_TENS, 2)
    for value, unit in enumerate(_ORDINALS[:9], 1)
    for mark in " -"
}
_ORDINAL |= {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
_ORDINAL_WORD = re.compile(rf"(?:{'|'.join(sorted(_ORDINAL, key=len, reverse=True))})\b")

_WRITTEN = {  # parts of one, and what follows a number for "and a half"
    "de": ("anderthalb=3/2 eineinhalb=3/2 zweieinhalb=5/2 dreieinhalb=7/2 viereinhalb=9/2 fünfeinhalb=11/2 "
        "die_hälfte=1/2 "
           "hälfte=1/2 ein_halb=1/2 eine_halbe=1/2 ein_halber=1/2 ein_halbes=1/2 halb=1/2 halbe=1/2 "
           "ein_drittel=1/3 zwei_drittel=2/3 "
           "ein_viertel=1/4 drei_viertel=3/4 dreiviertel=3/4 ein_fünftel=1/5 ein_zehntel=1/10 ein_dutzend=12",
           " und ein halb", "komma"),
    "fr": ("la_moitié=1/2 moitié=1/2 un_demi=1/2 une_demie=1/2 demi=1/2 un_tiers=1/3 le_tiers=1/3 deux_tiers=2/3 "
        "un_quart=1/4 "
           "le_quart=1/4 trois_quarts=3/4 un_cinquième=1/5 un_dixième=1/10 une_douzaine=12", " et demie?", "virgule"),
    "es": ("la_mitad=1/2 mitad=1/2 un_medio=1/2 medio=1/2 media=1/2 un_tercio=1/3 dos_tercios=2/3 un_cuarto=1/4 "
        "tres_cuartos=3/4 "
           "un_quinto=1/5 un_décimo=1/10 una_docena=12", " y medi[oa]", "coma|punto"),
    "it": ("la_metà=1/2 metà=1/2 mezzo=1/2 mezza=1/2 un_terzo=1/3 due_terzi=2/3 un_quarto=1/4 tre_quarti=3/4 "
        "un_quinto=1/5 "
           "un_decimo=1/10 una_dozzina=12", " e mezz[oa]", "virgola"),
    "pt": ("a_metade=1/2 metade=1/2 meio=1/2 meia=1/2 um_terço=1/3 dois_terços=2/3 um_quarto=1/4 "
        "três_quartos=3/4 um_quinto=1/5 "
           "um_décimo=1/10 uma_dúzia=12", " e mei[oa]", "vírgula|ponto"),
    "nl": ("de_helft=1/2 helft=1/2 een_half=1/2 een_halve=1/2 halve=1/2 anderhalf=3/2 anderhalve=3/2 "
        "tweeënhalf=5/2 een_derde=1/3 "
           "twee_derde=2/3 een_kwart=1/4 driekwart=3/4 een_vijfde=1/5 een_tiende=1/10 een_dozijn=12",
           " en een half", "komma"),
    "ru": ("половина=1/2 половину=1/2 пол=1/2 полтора=3/2 полторы=3/2 треть=1/3 одна_треть=1/3 две_трети=2/3 "
        "четверть=1/4 "
           "одна_четверть=1/4 три_четверти=3/4 дюжина=12", " с половиной", "целых|запятая"),
    "uk": ("половина=1/2 половину=1/2 пів=1/2 півтора=3/2 півтори=3/2 третина=1/3 одна_третина=1/3 "
        "дві_третини=2/3 чверть=1/4 "
           "три_чверті=3/4 дюжина=12", " з половиною", "цілих|кома"),
}  # fmt: skip


@lru_cache(maxsize=4096)
def spelled(text: str, language: str) -> Spelled | None:
    """The number that a plain text begins with in words; None where it is no number, or could be two.

    >>> str(spelled("half a million", "en").value), str(spelled("two and a half", "en").value)
    ('1/2', '5/2')
    """
    if language == "en":
        return next((found for read in _ENGLISH if (found := read(text))), None)
    return _part_of(text, language) or _whole(text, language)


def counted_word(text: str, language: str) -> Spelled | None:
    """The number that a plain text begins with in words, inside a phrase: there "a" is no number, and "once" none."""
    if language != "en":
        return spelled(text, language)
    return _share(text) or _ordinal(text) or _whole(text, "en")


def _ordinal(text: str) -> Spelled | None:
    found = _ORDINAL_WORD.match(text)
    if found is None or (_PARTS.get(found[0]) and text[found.end() :].startswith((" of a ", " of an "))):
        return None
    return Spelled(Fraction(_ORDINAL[found[0]]), text[found.end() :], ordinal=True)


def _times(text: str) -> Spelled | None:
    found = _TIMES_WORD.match(text)
    return Spelled(Fraction(_TIMES[found[0].split()[0]]), text[found.end() :]) if found else None


def _a_and_half(text: str) -> Spelled | None:
    """ "an hour and a half", "a million and a half"."""
    found = _A_AND_HALF.match(text)
    if found is None or found[1] in ("hundred",):
        return None
    return Spelled(1 + Fraction(1, _PARTS[found[2]]), f" {found[1]}{text[found.end() :]}")


def _share(text: str) -> Spelled | None:
    found = _PART.match(text)
    if found:
        count = (
            found[1] if found[1].isdigit() else max(_COUNTS.index(found[1]) - 1, 0 if found[1] in ("a", "an") else 1)
        )
        return Spelled(Fraction(int(count or 1), _PARTS[found[2]]), text[found.end() :], share=True)
    half = _HALF.match(text)
    if half and not text[half.end() : half.end() + 1].isalnum():
        return Spelled(Fraction(1, _PARTS[half[0].split()[0]]), text[half.end() :], share=True)
    return None


def _whole(text: str, language: str) -> Spelled | None:
    """A whole number with what belongs to it: "and a half", "point five"."""
    if language == "en":
        text = _A_MAGNITUDE.sub("one ", text, count=1) if _A_MAGNITUDE.match(text) else text
        text = f"one {text}" if _MAGNITUDE.match(text) else text
    found = spoken(text, language)
    if found is None:
        return None
    value, rest = Fraction(found[0]), text[found[1] :]
    return _and_part(value, rest) if language == "en" else _with_decimals(value, rest, language)


def _and_part(value: Fraction, rest: str) -> Spelled:
    found = _AND_PART.match(rest)
    if found:
        count = {"two": 2, "2": 2, "three": 3, "3": 3}.get(found[1], 1)
        return Spelled(value + Fraction(count, _PARTS[found[2]]) * _last_magnitude(value), rest[found.end() :])
    return _with_decimals(value, rest, "en")


def _last_magnitude(value: Fraction) -> int:
    """What "and a half" is half of: of "two million and a half" a million."""
    return next((times for times in (10**12, 10**9, 10**6) if value and not value % times), 1)


def _with_decimals(value: Fraction, rest: str, language: str) -> Spelled:
    """A whole number with the decimals that are said after it, digit by digit or as a number."""
    half = re.match(_WRITTEN[language][1], rest) if language in _WRITTEN else None
    if half:
        return Spelled(value + Fraction(1, 2) * _last_magnitude(value), rest[half.end() :])
    point = re.match(rf" (?:{_WRITTEN[language][2] if language in _WRITTEN else 'point'}) ", rest)
    if point is None:
        return Spelled(value, rest)
    digits, after = "", rest[point.end() - 1 :]
    while found := spoken(after[1:].partition(" ")[0], language) if after[:1] == " " else None:
        if found[0] >= 10 ** (1 if language == "en" or digits else 2):
            break
        digits, after = f"{digits}{found[0]}", after[1 + found[1] :]
    return Spelled(value + Fraction(int(digits), 10 ** len(digits)), after) if digits else Spelled(value, rest)


def _a_one(text: str) -> Spelled | None:
    """ "an hour": the 1 of a thing, where nothing else says a number."""
    found = _A_ONE.match(text)
    return Spelled(Fraction(1), text[found.end() - 1 :]) if found else None


_ENGLISH: tuple[Callable[[str], Spelled | None], ...] = (
    _a_and_half, _share, _ordinal, lambda text: _whole(text, "en"), _times, _a_one,
)  # fmt: skip


@cache
def _parts(language: str) -> tuple[re.Pattern[str], dict[str, Fraction]]:
    pairs = (entry.split("=") for entry in _WRITTEN[language][0].split())
    values = {words.replace("_", " "): Fraction(value) for words, value in pairs}
    return re.compile(rf"(?:{'|'.join(sorted(values, key=len, reverse=True))})(?!\w)"), values


def _part_of(text: str, language: str) -> Spelled | None:
    if language not in _WRITTEN:
        return None
    pattern, values = _parts(language)
    found = pattern.match(text)
    if found is None:
        return None
    return Spelled(values[found[0]], text[found.end() :], share=values[found[0]] < 1)


@cache
def _any_number(language: str) -> re.Pattern[str] | None:
    words = number_words(language)
    if not words:
        return None
    parts = (
        [*_PARTS, *(_ORDINAL.keys() - {"second"}), *_TIMES, "dozen", "dozens"]
        if language == "en"
        else [*_parts(language)[1]]
    )
    known = "|".join(sorted((*words, *parts), key=len, reverse=True))
    ends = r"(?!\w)" if language in ("en", "es", "pt", "fr", "ru", "uk") else ""
    one_and_half = r"an? [a-z]+ and a (?:half|quarter)|" if language == "en" else ""
    return re.compile(rf"(?<!\w)(?:{one_and_half}{known}){ends}")


def says_number(text: str, language: str) -> bool:
    """Whether a number stands in a plain text as a word."""
    return first_word_at(text, language) >= 0


@lru_cache(maxsize=4096)
def first_word_at(text: str, language: str) -> int:
    """Where the first number word of a plain text stands, with the "a" of "a hundred"; -1 where none does."""
    pattern = _any_number(language)
    found = pattern.search(text) if pattern else None
    if found is None:
        return -1
    start = found.start()
    if language == "en":
        before = re.search(r"(?<!\w)an? $", text[:start])
        start = before.start() if before else start
    return start
