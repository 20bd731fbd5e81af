"""Amounts: the one number that a text says, with what it counts, in figures or in words.

A text may be read in several ways ("100m" is metres or millions,
    "5 pounds" money or a weight): each is an amount. Words
around the number are handed out, too, for whoever knows the question to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from quizgen.answers.numbers.figures import decimal_comma, figure_at, plain
from quizgen.answers.numbers.hedges import bound_said, without_hedges
from quizgen.answers.numbers.spelled import first_word_at, says_number, spelled
from quizgen.answers.numbers.units import Unit, is_money, magnitudes, symbol_before, units_named
from quizgen.bank.quantity import read_quantity

__all__ = ["Amount", "form_amount", "is_share", "own_units", "read_amounts", "says_milli", "says_more"]

_ENGLISH_GROUPS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
_LONGEST = 120  # characters: a longer response is an essay
_DIGIT = re.compile(r"[0-9]|[〇零一二三四五六七八九十百千万萬億亿兆]")
_FIGURE = re.compile(r"(?<![\w.,/:])[.,]?[0-9]|(?<=[a-z$€£¥₽₹₩₴¢])[0-9]|[〇零一二三四五六七八九十百千万萬億亿兆]")
_SIGN = re.compile(r"(?:(?<![\w)])(-|\+) ?|(?<!\w)(minus|negative|plus|moins|menos|meno|min|минус|мінус) )\Z")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th|ère|er|ème|[ºª])(?!\w)|\.? ?(?:e|de|ste)(?!\w)")
_RATIO = re.compile(r" (?:in|out of|of|von|sur|de|su|em|van|из|із)(?: every)? (?=\w)")
_MONEY_SIGN = re.compile(r"((?:\b(?:us|au?|c|ca|can|nz|hk|s|nt|r))?\$|[€£¥₽₹₩₴₺₪฿₫₦₱₸₾₿¢])")
_LINKS = frozenset(str.split("of de d' di von van"))
_RESTATED = re.compile(r"([^()]+)\(([^()]+)\)\.?")
_DECADE = re.compile(r"0'?s(?!\w)")
_MILLI = re.compile(r"(?<![^\W\d_])m(W|Wh|J|Hz)\b")  # in lower case it would be a mega
_LETTERS = {"m": 6, "b": 9, "k": 3, "t": 12}
_KELVIN = re.compile(r"(?<=[0-9])( ?)K\b(?!\w)")
_INVERSE = re.compile(r"(?<=[^\W\d_])[ ·⋅*]([^\W\d_]+)(?:\^?\(?[-−]|⁻)([123¹²³])\)?(?![0-9])")  # "m s⁻²" is m/s²
_MOST_WORDS = 6  # words of one unit: "kilowatt hours per square metre a year"
_CJK = re.compile(r"(?<=[\u3040-\u9fff])(?![\u3040-\u9fff])|(?<![\u3040-\u9fff])(?=[\u3040-\u9fff])")
_JOINED = re.compile(r"([mkb]|bn|mn|mln|tn|mio)\.?([a-z]{2,3}|%)")
_CJK_SHARE = re.compile(r"(\S+?)分[の之](\S+)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, what it counts (in one of these units; none of a bare one), and what is said of it.

    ``bound`` is ">" of "more than", "<" of "less than" (with "=" of "at least"). ``before`` and ``after`` are the words
    around it that are not known to mean nothing; of "80,000 cars" the cars.
    """

    value: Fraction
    units: tuple[Unit, ...] = ()
    unit_said: str = ""
    bound: str = ""
    share: bool = False
    ordinal: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether nothing stands around it."""
        return not self.before and not self.after


def is_share(one: Amount, other: Amount) -> bool:
    """Whether one is written as a fraction, and the other as exactly so many per cent: half, and 50%, but not 0.5."""
    for part, hundredths in ((one, other), (other, one)):
        if part.share and not part.units and any(unit.kind == "%" for unit in hundredths.units):
            return part.value * 100 == hundredths.value
    return False


def says_milli(text: str) -> bool:
    """Whether a unit is written with the small m of a thousandth: "mW" is not "MW"."""
    return _MILLI.search(text) is not None


def says_more(text: str, language: str) -> bool:
    """Whether another number stands in a plain text."""
    return _DIGIT.search(text) is not None or says_number(text, language)


@lru_cache(maxsize=4096)
def read_amounts(text: str, language: str = "en", own: str = "", english: bool = False) -> tuple[Amount, ...]:
    """Every way to read a text as one amount; none where it says no number, or several.

    ``own`` is a further unit that the question allows ("vehicles"). ``english``: figures may also be as English has
    them, where the language writes them otherwise.

    >>> [amount.value for amount in read_amounts("about 100m")]
    [Fraction(100, 1), Fraction(100000000, 1)]
    """
    if not text or len(text) > _LONGEST:
        return ()
    tongue = language.partition("-")[0].lower()
    restated = _RESTATED.fullmatch(text)
    if restated:
        return _said_twice(restated[1], restated[2], language, own, english)
    kelvin = _KELVIN.search(text)
    if kelvin:  # "77 K"; "77K" may be thousands
        own_first = read_amounts(_KELVIN.sub(" kelvin", text), language, own, english)
        others = read_amounts(_KELVIN.sub(" k", text), language, own, english)
        return tuple(dict.fromkeys(own_first + others if kelvin[1] else others + own_first))
    text = _INVERSE.sub(lambda found: f"/{found[1]}{found[2].strip('1¹')}", text)
    said = _CJK_SHARE.sub(_turned, plain(_MILLI.sub(r"milli\1", text)))
    if not _may_be(said, tongue):
        return ()
    bound, said = bound_said(without_hedges(said, tongue), tongue)
    commas = {decimal_comma(language)} | ({False} if english else set())
    found = [
        replace(amount, bound=bound)
        for comma in sorted(commas, reverse=True)
        for amount in _read(said, tongue, own, comma)
    ]
    return tuple(dict.fromkeys(found))


def _said_twice(first: str, again: str, language: str, own: str, english: bool) -> tuple[Amount, ...]:
    """The amounts of "three (3)"."""
    found, values = (read_amounts(text, language, own, english) for text in (first, again))
    return tuple(amount for amount in found if any(amount.value == other.value for other in values))


def _may_be(text: str, tongue: str) -> bool:
    return says_more(text, tongue) or (tongue == "en" and re.match(r"an? ", text) is not None)


def _turned(found: re.Match[str]) -> str:
    """三分之一 is 1/3, 百分之九 is 9%."""
    under, over = (figure_at(part, 0, False) for part in (found[1], found[2]))
    if not under or not over or not under.value:
        return found[0]
    return f"{over.value}%" if under.value == 100 else f"{over.value}/{under.value}"


def _read(text: str, tongue: str, own: str, comma: bool) -> Iterator[Amount]:
    for start, value, rest, share, ordinal in _numbers(text, tongue, comma):
        before, sign, money = _before(text[:start])
        if money is None or says_more(before, tongue):
            continue
        for times, units, said, after in _counted(rest, tongue, own, money):
            amount = Amount(sign * value * times, units, said, "", share, ordinal, tuple(before.split()))
            if not says_more(after, tongue):
                yield replace(amount, after=tuple(after.split()))
            elif units:
                yield from _summed(amount, after, tongue, comma)


def _numbers(text: str, tongue: str, comma: bool) -> Iterator[tuple[int, Fraction, str, bool, bool]]:
    """The first number: where it begins, its value, the text after it, whether it is a share, whether an ordinal."""
    figure, word = _FIGURE.search(text), first_word_at(text, tongue)
    start = figure.start() if figure else -1
    if figure and (word < 0 or start < word):
        read = figure_at(text, start, comma)
        if read and not _DECADE.match(text, read.end - 1):
            yield start, *_as_ratio(read.value, text[read.end :], read.share, tongue, comma)
        return
    if word < 0 and tongue == "en" and re.match(r"an? ", text):
        word = 0
    told = spelled(text[word:], tongue) if word >= 0 else None
    if told:
        value, rest, share, _ = _as_ratio(told.value, told.rest, told.share, tongue, comma)
        yield word, value, rest, share, told.ordinal


def _as_ratio(value: Fraction, rest: str, share: bool, tongue: str, comma: bool) -> tuple[Fraction, str, bool, bool]:
    """ "3 out of 4" is three quarters; "3rd" is an ordinal."""
    end = _ORDINAL_END.match(rest)
    if end and value.denominator == 1:
        return value, rest[end.end() :], share, True
    ratio = _RATIO.match(rest)
    if ratio and value.denominator == 1:
        after = rest[ratio.end() :]
        figure = figure_at(after, 0, comma)
        whole = (figure.value, after[figure.end :]) if figure else None
        if whole is None and (told := spelled(after, tongue)) and not after.startswith("a"):
            whole = told.value, told.rest
        if whole and whole[0] > value and not whole[1]:
            return value / whole[0], "", True, False
    return value, rest, share, False


def _before(text: str) -> tuple[str, int, tuple[Unit, ...] | None]:
    """What stands before a number: words, its sign, and the money that it is."""
    sign = 1
    money: tuple[Unit, ...] = ()
    for _ in range(2):
        signed = _SIGN.search(text)
        if signed:
            sign = -1 if (signed[1] or signed[2]) not in ("+", "plus") else 1
            text = text[: signed.start()]
        mark = next((found for found in symbol_before().finditer(text) if found.end() == len(text)), None)
        if mark and not money:
            money = units_named(mark[0].strip(" ."))
            text = text[: mark.start()]
    if text and not text[-1:].isspace() and (text[-1].isalnum() or text[-1] in "$#/.:"):
        return text, sign, None  # "G7", "$$5"
    return text.strip(" :-"), sign, money


def _counted(
    rest: str, tongue: str, own: str, money: tuple[Unit, ...]
) -> Iterator[tuple[Fraction, tuple[Unit, ...], str, str]]:
    """How much the number is multiplied by, what it counts as it is said, and the text after that."""
    rest = _CJK.sub(" ", _MONEY_SIGN.sub(r" \1 ", rest)).lstrip("-")
    if own and rest.strip(" .").startswith(own.lower()):
        yield from _own(rest, own)
    words = rest.split()
    times, at = _times(words, tongue)
    short = _LETTERS.get(words[0].strip(".")) if words and at == 0 else None
    if short and (money or _unit_at_start(words[1:])[0]):
        return (yield from _with_unit(Fraction(10) ** short, words[1:], money))
    yield from _with_unit(times, words[at:], money)
    if short:
        yield from _with_unit(Fraction(10) ** short, words[1:], money)
    elif words and at == 0 and (joined := _JOINED.fullmatch(words[0])) and not units_named(words[0]):
        power = _LETTERS.get(joined[1]) or magnitudes(tongue)[joined[1]]
        yield from _with_unit(Fraction(10) ** power, [joined[2], *words[1:]], money)


def _own(rest: str, own: str) -> Iterator[tuple[Fraction, tuple[Unit, ...], str, str]]:
    after = rest.strip()[len(own) :]
    if not after[:1].isalnum():
        yield Fraction(1), own_units(own), own, after.strip(" .")


@lru_cache(maxsize=1024)
def own_units(own: str) -> tuple[Unit, ...]:
    """What a unit of the bank counts: a known one, also in millions ("million tonnes"), or one of its own."""
    known = next((amount for amount in read_amounts(f"1 {own}") if amount.alone and amount.units), None)
    if known is None:
        return (Unit(f"own {own.lower()}"),)
    return tuple(unit._replace(scale=unit.scale * known.value) for unit in known.units)


@lru_cache(maxsize=4096)
def form_amount(form: str, language: str = "en", own: str = "") -> Amount | None:
    """The amount that a form of the bank is, words around it and all; a bank may write 80,000 as English does."""
    found = read_amounts(form, language, own, english=True)
    grouped = [amount for amount in found if _ENGLISH_GROUPS.search(form) and amount.value >= 1000]
    quantity = read_quantity(form, own) if _DIGIT.search(form) else None
    same = [amount for amount in found if quantity and amount.value == Fraction(quantity.value)]
    return next(iter((grouped and same) or grouped or ([] if "." in form else same) or found), None)


def _times(words: list[str], tongue: str) -> tuple[Fraction, int]:
    """The magnitudes that words begin with, and how many words they are: "hundred thousand", "dozen"."""
    times, at = Fraction(1), 0
    known = magnitudes(tongue)
    while at < min(len(words), 3):
        word = words[at].strip(".,")
        if word in ("dozen", "dozens") and tongue == "en":
            times *= 12
        elif word in known and (at or word not in _LETTERS):
            times *= 10 ** known[word]
        elif word in _HAN_TIMES:
            times *= _HAN_TIMES[word]
        else:
            break
        at += 1
    return times, at


_HAN_TIMES = {"千": 1000, "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}


def _with_unit(
    times: Fraction, words: list[str], money: tuple[Unit, ...]
) -> Iterator[tuple[Fraction, tuple[Unit, ...], str, str]]:
    """The longest unit that words begin with, and the words after it; and no unit."""
    units, name, after = _unit_at_start(words)
    if money:
        if units and not any(unit.kind == other.kind for unit in units for other in money) and is_money(units):
            return  # "$100 million euros"
        units = tuple(unit for unit in units if any(unit.kind == other.kind and not unit.vague for other in money))
    if units:
        yield times, units, name, after
    else:
        yield times, money, "", " ".join(words).strip(" .,;!")


def _unit_at_start(words: list[str]) -> tuple[tuple[Unit, ...], str, str]:
    """The longest unit that words begin with, its name, and the words after it."""
    words = words[1:] if words and words[0] in _LINKS else words
    if words and words[0].startswith("d'"):
        words = [words[0][2:], *words[1:]]
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        name = " ".join(words[:count]).rstrip(".,;!")
        units = units_named(name) or units_named(name.replace("-", " "))
        if units and not (name in ("a", "in") and count < len(words)):
            return units, name, " ".join(words[count:]).strip(" .,;!")
    first = words[0] if words else ""
    if first and "\u3040" <= first[0] <= "\u9fff":
        for end in range(len(first) - 1, 0, -1):
            if units := units_named(first[:end]):
                return units, first[:end], " ".join([first[end:], *words[1:]])
    return (), "", " ".join(words)


def _summed(amount: Amount, after: str, tongue: str, comma: bool) -> Iterator[Amount]:
    """ "1 hour 30 minutes", "5 ft and 6 in": amounts of one kind, the larger unit first."""
    after = re.sub(r"\A(?:,|and|und|et|y|e|en|и|і) ", "", after.strip())
    for small in _read(after, tongue, "", comma):
        units = tuple(
            unit
            for unit in amount.units
            if any(unit.kind == other.kind and other.scale < unit.scale and not other.vague for other in small.units)
        )
        if units and not small.before and small.value >= 0:
            other = next(other for other in small.units if other.kind == units[0].kind)
            value = amount.value + small.value * other.scale / units[0].scale
            yield replace(amount, value=value, units=units[:1], after=small.after)
            return
