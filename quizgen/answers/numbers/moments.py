"""Moments: dates, years, decades, centuries and times of day, in the spellings of ten languages.

What is asked must be said and agree; who says more (the day where the year is asked) is right, who says less is not.
"02/03/2022" is read day first, but month first in a bank of ``en-US``; where the language is plain "en" it may be meant
either way. With dots the day comes first everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from quizgen.answers.numbers.figures import figure_at, plain
from quizgen.answers.numbers.months import CENTURY, DECADE, LITTLE, MONTHS, OCLOCK, TENS, WEEKDAYS
from quizgen.answers.numbers.roman import roman_value
from quizgen.answers.numbers.spelled import spelled
from quizgen.answers.words.edits import edits

__all__ = ["Moment", "in_year", "read_moments", "same_moment", "wanted_moments"]

_LONGEST = 60
_ONLY_NUMBER = re.compile(r"[0-9]+(?: ?[.,/-] ?[0-9]{1,3})?\.?(?<![12][0-9]{3})")
_HAS = re.compile(r"[0-9〇一二三四五六七八九十]")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as far as it is said. A year before Christ is below 0; of '22 the century is not said (``short``).

    ``minute`` is that of the day; ``half`` says whether morning or afternoon is said. ``part``: "early", "late".
    """

    kind: Literal["date", "decade", "century", "time", "weekday"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int = 0
    half: bool = True
    short: bool = False
    part: str = ""


def same_moment(said: Moment, wanted: Moment) -> bool:
    """Whether what was said agrees with all that is wanted."""
    if said.kind != wanted.kind or (wanted.part and said.part != wanted.part):
        return False
    if said.kind == "time":
        return said.minute == wanted.minute or (
            not (said.half and wanted.half) and said.minute % 720 == wanted.minute % 720
        )
    return (
        _same_year(said, wanted)
        and wanted.month in (None, said.month)
        and (wanted.day is None or (said.day == wanted.day and said.month == wanted.month))
    )


def _same_year(said: Moment, wanted: Moment) -> bool:
    if wanted.year is None or said.year is None:
        return wanted.year is None
    if said.short != wanted.short and min(said.year, wanted.year) >= 0:
        return said.year % 100 == wanted.year % 100
    return said.year == wanted.year


def in_year(response: str, year: int, language: str) -> bool:
    """Whether a response gives a day or a month of this year.

    >>> in_year("24 February 2022", 2022, "en"), in_year("February", 2022, "en")
    (True, False)
    """
    return any(
        moment.kind == "date" and (moment.month is not None or moment.part) and moment.year == year and not moment.short
        for moment in read_moments(response, language)
    )


@lru_cache(maxsize=4096)
def read_moments(text: str, language: str = "en") -> tuple[Moment, ...]:
    """Every way to read a text as one moment.

    >>> read_moments("24th of Feb., 2022") == read_moments("2022-02-24")
    True
    """
    if not text or len(text) > _LONGEST:
        return ()
    tongue = language.partition("-")[0].lower()
    said = plain(text).strip(" .,;!")
    if not _may_be(said, tongue):
        return ()
    weekday = _weekdays(tongue).get(said.removeprefix("on ").strip(" ."))
    if weekday is not None:
        return (Moment("weekday", day=weekday),)
    bare = _bare(said, tongue)
    readers = (_named(bare, tongue), _numeric(bare, language), _in_han(bare), _year(bare), _decades(bare, tongue))
    found = [moment for reader in (*readers, _centuries(bare, tongue), _times(said, tongue)) for moment in reader]
    return tuple(dict.fromkeys(found))


def wanted_moments(form: str, language: str) -> tuple[Moment, ...]:
    """The same for a form of the bank: "1/2" and "1.30" are no dates and times there."""
    return () if _ONLY_NUMBER.fullmatch(form.strip()) else read_moments(form, language)


@cache
def _weekdays(tongue: str) -> dict[str, int]:
    """The days of the week from 0 on; the short names of the other ones would be words in other languages."""
    names = (
        {name: place % 7 for place, name in enumerate(WEEKDAYS.get(tongue, ()))} if tongue in ("de", "fr", "it") else {}
    )
    short = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
    return names or ({name: place for place, name in enumerate(WEEKDAYS["en"][:7])} | short if tongue == "en" else {})


@cache
def _words(tongue: str) -> re.Pattern[str]:
    """A word that only a moment holds."""
    names = {*_months(tongue), *CENTURY.get(tongue, ()), *CENTURY["en"], *TENS.get(tongue, {})} | {
        "noon",
        "midday",
        "midnight",
    }
    names |= _weekdays(tongue).keys() | set(OCLOCK["en"]) | set(OCLOCK.get(tongue, ()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")


def _may_be(text: str, tongue: str) -> bool:
    return _HAS.search(text) is not None or _words(tongue).search(text) is not None


_CIRCA = re.compile(r"\A(?:circa|ca\.?|c\.?) ?(?=[^\W_])")


@cache
def _little(tongue: str) -> re.Pattern[str]:
    words = sorted(
        {*LITTLE.get(tongue, ()), *LITTLE["en"], *WEEKDAYS.get(tongue, ()), *WEEKDAYS["en"]}, key=len, reverse=True
    )
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, words))})(?![\w'])\.?,? ?|(?<!\w)(?:l'|d'|~|≈)")


def _bare(text: str, tongue: str) -> str:
    """Without weekdays, prepositions and articles."""
    return " ".join(_little(tongue).sub(" ", _CIRCA.sub("", text)).split()).strip(" .,")


# -- dates ----------------------------------------------------------------------------------------------------------


@cache
def _months(tongue: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for language in dict.fromkeys((tongue, "en")):
        for number, words in enumerate(MONTHS.get(language, "").split(), 1):
            names |= {word: number for word in words.split("/") if word not in names}
    return names


@cache
def _month(tongue: str) -> re.Pattern[str]:
    longest = sorted(_months(tongue), key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, longest))})(?![^\W\d_])\.?")


_DAY_END = r"(?:st|nd|rd|th|er|re|e|ère|º|ª|°|\.|-?го|-?е|-?ого)?"
_DAY = re.compile(rf"([0-3]?[0-9]) ?{_DAY_END}")
_YEAR = re.compile(r"'?([0-9]{1,4})")
_ERA = re.compile(
    r"(?P<before>(?:ad|ce|a\.d\.|bc|bce) )?(?P<year>.+?)"
    r"(?: ?(?P<bc>b\.?c\.?(?:e\.?)?|before christ|v\.? ?chr\.?|vor christus|av\.? j\.?-?c\.?|a\.? ?c\.?|v\.? ?u\.? ?z|"
    r"до н\.? ?э\.?|до н\.? ?е\.?)| ?(?P<ad>a\.?d\.?|c\.?e\.?|n\.? ?chr\.?|ap\.? j\.?-?c\.?"
    r"|d\.? ?c\.?|н\.? ?э\.?|н\.? ?е\.?))?"
)
_PART = re.compile(r"(early|mid|middle|late|end|anfang|ende|mitte|début|fin|milieu)(?: of| de|-| )? ?(.+)")
_SAME_PART = {"middle": "mid", "end": "late", "anfang": "early", "ende": "late", "mitte": "mid", "début": "early",
              "fin": "late", "milieu": "mid"}  # fmt: skip


def _named(text: str, tongue: str) -> Iterator[Moment]:
    """A date whose month is a name."""
    month = _month(tongue).search(text)
    if month is None:
        near = _misspelt(text, tongue)
        if near:
            yield from _named(near, tongue)
        return
    number = (
        _months(tongue)[month[0].rstrip(".")] if month[0].rstrip(".") in _months(tongue) else _months(tongue)[month[0]]
    )
    before, after = text[: month.start()].strip(" ,-/"), text[month.end() :].strip(" ,-/")
    if before:
        day = _day_in(before, tongue)
        year = _year_in(after, tongue) if after else None
        if day and (year or not after):
            yield _dated(year, number, day)
        elif not after and (year := _year_in(before, tongue)) and not year[1]:
            yield _dated(year, number, None)
        return
    yield from _after_month(after, number, tongue)


def _after_month(after: str, month: int, tongue: str) -> Iterator[Moment]:
    if not after:
        yield Moment("date", month=month)
        return
    year, day = _year_in(after, tongue), _day_in(after, tongue)
    if day:
        yield _dated(None, month, day)
    elif year:
        yield _dated(year, month, None)
    parts = re.fullmatch(r"(.+?)(?:, ?| )('?[0-9]{4}|'[0-9]{2}|(?:nineteen|twenty|two thousand).*)", after)
    if parts and (day := _day_in(parts[1], tongue)) and (year := _year_in(parts[2], tongue)):
        yield _dated(year, month, day)


def _dated(year: tuple[int, bool] | None, month: int | None, day: int | None) -> Moment:
    return Moment("date", year[0] if year else None, month, day, short=bool(year and year[1]))


def _day_in(text: str, tongue: str) -> int | None:
    found = _DAY.fullmatch(text)
    if found:
        day = int(found[1])
    else:
        told = spelled(text, tongue)
        day = (
            int(told.value) if told and not told.rest.strip() and told.value.denominator == 1 and not told.share else 0
        )
    return day if 1 <= day <= 31 else None


def _year_in(text: str, tongue: str = "en") -> tuple[int, bool] | None:
    """A year, and whether its century is left out."""
    era = _ERA.fullmatch(text)
    found = _YEAR.fullmatch(era["year"]) if era else None
    if era and found:
        before = era["bc"] or (era["before"] or "").startswith("bc")
        said = era["bc"] or era["ad"] or era["before"]
        return (-1 if before else 1) * int(found[1]), len(found[1]) == 2 and not said
    told = spelled(text, tongue) if not _HAS.search(text) else None
    if told and not told.rest and told.value.denominator == 1 and 1000 <= told.value < 3000:
        return int(told.value), False
    return None


def _year(text: str) -> Iterator[Moment]:
    """A year alone: of four figures, or with its era."""
    era = _ERA.fullmatch(text)
    part = _PART.fullmatch(text)
    if part:
        yield from (replace(moment, part=_SAME_PART.get(part[1], part[1])) for moment in _year(part[2]))
    elif era and (era["bc"] or era["ad"] or era["before"] or re.fullmatch("[12][0-9]{3}", text)):
        year = _year_in(text)
        if year:
            yield Moment("date", year[0])


_NUMERIC = re.compile(r"([0-9]{1,2}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})([/.])([0-9]{1,2})\.?")


def _numeric(text: str, language: str) -> Iterator[Moment]:
    iso, month_year = _ISO.fullmatch(text), _MONTH_YEAR.fullmatch(text)
    if iso:
        yield from _valid((int(iso[1]), False), int(iso[3]), int(iso[4]) if iso[4] else None)
    elif month_year:
        yield from _valid((int(month_year[2]), False), int(month_year[1]), None)
    found, short = _NUMERIC.fullmatch(text), _DAY_MONTH.fullmatch(text)
    if found:
        year: tuple[int, bool] | None = (int(found[4]), len(found[4]) == 2)
        yield from _either_way(year, int(found[1]), int(found[3]), language, dotted=found[2] == ".")
    elif short:
        yield from _either_way(None, int(short[1]), int(short[3]), language, dotted=short[2] == ".")


def _either_way(
    year: tuple[int, bool] | None, one: int, other: int, language: str, *, dotted: bool
) -> Iterator[Moment]:
    """Day and month in the order of the language; in the other where it has two, or the first makes no date."""
    tag = language.lower()
    day_first, month_first = [*_valid(year, other, one)], [*_valid(year, one, other)]
    if dotted or (tag != "en" and not tag.startswith("en-us")):
        yield from day_first or month_first
    elif tag.startswith("en-us"):
        yield from month_first or day_first
    else:
        yield from (*day_first, *month_first)


def _valid(year: tuple[int, bool] | None, month: int, day: int | None) -> Iterator[Moment]:
    if 1 <= month <= 12 and (day is None or 1 <= day <= 31):
        yield _dated(year, month, day)


_HAN_DATE = re.compile(r"(?:(?:西暦|公元)?(.+?)年)?(?:([^年月日]+)月)?(?:([^年月日]+)[日号])?")


def _in_han(text: str) -> Iterator[Moment]:
    found = _HAN_DATE.fullmatch(text.replace(" ", "")) if re.search("[年月]", text) else None
    if found and any(found.groups()):
        read = [figure_at(part, 0, False) if part else None for part in found.groups()]
        if all(one and one.end == len(part) for one, part in zip(read, found.groups(), strict=True) if part):
            year, month, day = (int(one.value) if one else None for one in read)
            if (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31):
                yield Moment("date", year, month, day)


def _misspelt(text: str, tongue: str) -> str:
    """The text with a month that is misspelt by one letter put right, where it can be no other; empty else."""
    for found in re.finditer(r"[^\W\d_]{6,}", text):
        near = {
            name: number for name, number in _months(tongue).items() if len(name) > 5 and edits(found[0], name, 1) <= 1
        }
        if len(set(near.values())) == 1 and found[0] not in near:
            return text.replace(found[0], next(iter(near)))
    return ""


# -- decades and centuries ------------------------------------------------------------------------------------------

_DECADE = re.compile(r"(?:([0-9]{3}0)|'?([0-9]0)) ?(?:'?s|er|-?е|年代|-?х|-?ті)")
_CENTURY_NUMBER = re.compile(
    r"([0-9]{1,2}) ?(?:st|nd|rd|th|\.|e|er|ème|º|ª|°|-?й|-?е|-?ий)?|([ivx]+)(?:e|er|ème|-?й|-?е)?"
)
_ERA_END = re.compile(
    r"(.+?)(?: ?(b\.?c\.?(?:e\.?)?|v\.? ?chr\.?|av\.? j\.?-?c\.?|a\.? ?c\.?|до н\.? ?э\.?)"
    r"| ?(?:a\.?d\.?|c\.?e\.?|n\.? ?chr\.?|н\.? ?э\.?))?"
)


def _decades(text: str, tongue: str) -> Iterator[Moment]:
    """The 1990s, the nineties; the 1800s may be a century."""
    part = _PART.fullmatch(text)
    if part:
        yield from (replace(moment, part=_SAME_PART.get(part[1], part[1])) for moment in _decades(part[2], tongue))
        return
    words = DECADE.get(tongue, ())
    bare = next((text.replace(word, "").strip() for word in words if word in text.split()), "")
    found = (
        _DECADE.fullmatch(text)
        or _DECADE.fullmatch(bare)
        or (re.fullmatch(r"([0-9]{3}0)|'?([0-9]0)", bare) if bare else None)
    )
    tens = {**TENS["en"], **TENS.get(tongue, {})}
    if found and found[1]:
        yield Moment("decade", int(found[1]))
        if not int(found[1]) % 100:
            yield Moment("century", int(found[1]) // 100 + 1)
    elif found:
        yield Moment("decade", 1900 + int(found[2]))
    elif (name := bare or text) in tens:
        yield Moment("decade", 1900 + tens[name])
    else:
        century = re.fullmatch(r"(eighteen|nineteen|seventeen|sixteen)[ -](\w+)", text)
        if century and century[2] in TENS["en"]:
            hundreds = {"sixteen": 1600, "seventeen": 1700, "eighteen": 1800, "nineteen": 1900}[century[1]]
            yield Moment("decade", hundreds + TENS["en"][century[2]])


def _centuries(text: str, tongue: str) -> Iterator[Moment]:
    part = _PART.fullmatch(text)
    if part:
        yield from (replace(moment, part=_SAME_PART.get(part[1], part[1])) for moment in _centuries(part[2], tongue))
        return
    for word in {*CENTURY["en"], *CENTURY.get(tongue, ())}:
        pattern = rf"(?<![^\W\d_]){re.escape(word)}\b\.?"
        if not re.search(pattern, text):
            continue
        bare = re.sub(pattern, " ", text, count=1)
        era = _ERA_END.fullmatch(" ".join(bare.split()).strip(" -"))
        number = _century_number(era[1].strip(" -"), tongue) if era else None
        if era and number:
            yield Moment("century", -number if era[2] else number)


def _century_number(text: str, tongue: str) -> int | None:
    found = _CENTURY_NUMBER.fullmatch(text)
    if found:
        return int(found[1]) if found[1] else roman_value(found[2])
    han = figure_at(text, 0, False)
    if han and han.end == len(text):
        return int(han.value)
    told = spelled(re.sub("s?te[ns]?\\Z", "", text) if tongue == "de" else text, tongue)
    return int(told.value) if told and not told.rest.strip() and told.value.denominator == 1 else None


# -- times of day ---------------------------------------------------------------------------------------------------

_CLOCK = re.compile(
    r"(?:at |um |à |a las |a la |alle |às |om |в |о )?(?P<hour>[0-2]?[0-9])"
    r"(?:(?:[:.]| ?h(?:eures?)? ?| ?uhr )(?P<minute>[0-5][0-9]))?"
    r"(?::[0-5][0-9])? ?(?P<mark>a\.? ?m\.?|p\.? ?m\.?|o'? ?clock|uhr|h|heures?|uur|hours|hrs)?"
    r"(?: ?(?P<later>a\.? ?m\.?|p\.? ?m\.?|in the morning|in the afternoon|in the evening|at night))?"
)
_MILITARY = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9]) ?(?:hours|hrs|h)")
_HOURS = str.split("one two three four five six seven eight nine ten eleven twelve")
_SPOKEN_CLOCK = re.compile(
    rf"(?:at )?(?:(half|quarter|a quarter|five|ten|twenty|twenty-five|twenty five) (past|to|after|before) )?"
    rf"({'|'.join(_HOURS)}|1[0-2]|[1-9])(?: ?(o'? ?clock))?"
    r"(?: ?(a\.? ?m\.?|p\.? ?m\.?|in the morning|in the afternoon|in the evening|at night))?"
)
_PAST = {
    "half": 30,
    "quarter": 15,
    "a quarter": 15,
    "five": 5,
    "ten": 10,
    "twenty": 20,
    "twenty-five": 25,
    "twenty five": 25,
}


def _times(text: str, tongue: str) -> Iterator[Moment]:
    text = text.removeprefix("at ")
    if text in ("noon", "midday", "12 noon", "twelve noon", "midnight", "12 midnight", "twelve midnight"):
        yield Moment("time", minute=0 if "midnight" in text else 720)
        return
    military = _MILITARY.fullmatch(text)
    if military:
        yield Moment("time", minute=int(military[1]) * 60 + int(military[2]))
        return
    found = _CLOCK.fullmatch(text)
    if found and (found["minute"] or found["mark"] or found["later"]):
        yield from _clock(int(found["hour"]), int(found["minute"] or 0), found["mark"] or "", found["later"] or "")
    elif tongue == "en" and (told := _SPOKEN_CLOCK.fullmatch(text)) and (told[1] or told[4] or told[5]):
        hour = int(told[3]) if told[3].isdigit() else _HOURS.index(told[3]) + 1
        minute = _PAST.get(told[1] or "", 0) * (-1 if told[2] in ("to", "before") else 1)
        yield from _clock(hour, minute, told[4] or "o'clock", told[5] or "")


def _clock(hour: int, minute: int, mark: str, later: str) -> Iterator[Moment]:
    side = (later or mark)[:1] if (later or mark)[:1] in "ap" and not later.startswith("at") else ""
    side = {"in the morning": "a", "in the afternoon": "p", "in the evening": "p", "at night": "p"}.get(later, side)
    if hour > 24 or (side and not 1 <= hour <= 12):
        return
    if side:
        hour = hour % 12 + (12 if side == "p" else 0)
    said = bool(side) or not mark.startswith("o") or hour > 12
    yield Moment("time", minute=(hour * 60 + minute) % 1440, half=said)
