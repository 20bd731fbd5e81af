"""Numbers in figures, as the languages write them: 1,000.5 and 1.000,5; 1/2, 3½; 6.02 × 10²³; ３億5000万."""

from __future__ import annotations

import re
import unicodedata
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Figure", "decimal_comma", "figure_at", "han", "plain"]

_POINT = frozenset(str.split("en ja zh ko he th hi ur bn ta ms tl sw"))
_POINT_REGIONS = frozenset(str.split("es-mx es-us es-pr es-gt es-hn es-ni es-sv es-do es-pa de-ch de-li it-ch"))
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000 ]+")
_SAME = str.maketrans(
    {"−": "-", "–": "-", "‐": "-", "‑": "-", "﹣": "-", "⁄": "/", "∕": "/", "’": "'", "‘": "'", "ʼ": "'", "٫": ".",
     "٬": "'", "٪": "%", "﹪": "%", "\u00ad": "", "\u200b": "", "\u200e": "", "\u200f": "", "\ufeff": "", "，": ",",
     "．": ".", "、": ",", "˙": "'"}
)  # fmt: skip
_RAISED = {"⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-"}
_POWER = re.compile(f"(?<=10)[{''.join(_RAISED)}]+")
_BROKEN = re.compile("[¼½¾⅐-⅞]")

_LITERAL = re.compile(
    r"(?<![\w.,])(?:[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[.,]?[0-9](?:[0-9.,]*[0-9])?)"
)
_DIVIDED = re.compile(r" ?/ ?([1-9][0-9]{0,5})(?![0-9.,/])")
_MIXED = re.compile(r"(?: |-| and )([1-9][0-9]?) ?/ ?([1-9][0-9]{0,3})(?![0-9.,/])")
_EXPONENT = re.compile(r"e([+-]?[0-9]{1,3})\b| ?[x×*·] ?10 ?(?:\^|\*\*)? ?\(?([+-]?[0-9]{1,3})\)?(?![0-9])")
_OF_TEN = re.compile(r" ?(?:\^|\*\*) ?\(?([+-]?[0-9]{1,3})\)?")
_GROUPED = {mark: re.compile(rf"[0-9]{{1,3}}(?:\{mark}[0-9]{{3}})+|[0-9]{{1,2}}(?:\{mark}[0-9]{{2}})+\{mark}[0-9]{{3}}")
            for mark in ".,"}  # fmt: skip
_EXACT = Context(prec=120)

_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_HAN_NUMBER = re.compile(
    rf"[0-9,.{''.join(_HAN)}{''.join(_HAN_TIMES)}]*[{''.join(_HAN)}{''.join(_HAN_TIMES)}](?:[0-9,.]*[0-9])?"
)
_HAN_PART = re.compile(rf"([0-9.]+|[{''.join(_HAN)}]+)?([{''.join(_HAN_TIMES)}]?)")
_MYRIAD = 10**4


class Figure(NamedTuple):
    """A number in figures: its value, where it ends, and whether it is written as a fraction."""

    value: Fraction
    end: int
    share: bool = False


def decimal_comma(language: str) -> bool:
    """Whether the language writes 1.000,5: by its tag, "en" or "es-MX"."""
    tag = language.lower().replace("_", "-")
    return tag.partition("-")[0] not in _POINT and tag not in _POINT_REGIONS


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text in lower case, with digits, spaces, dashes and fractions of every script and width as ASCII has them.

    >>> plain("１２ ٣½ 10⁶")
    '12 3 1/2 10^6'
    """
    if not text.isascii():
        text = _POWER.sub(lambda found: "^" + "".join(_RAISED[char] for char in found[0]), text)
        text = _BROKEN.sub(lambda found: f" {unicodedata.normalize('NFKC', found[0])}", text).translate(_SAME)
        text = "".join(map(_plain_char, text)).translate(_SAME)
    return _SPACES.sub(" ", " ".join(text.split())).strip().lower().replace("ё", "е")


def _plain_char(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if "\uff01" <= char <= "\uff5e" or char in "￥￡￦￠":
        return unicodedata.normalize("NFKC", char)
    return char


def figure_at(text: str, at: int, comma: bool) -> Figure | None:
    """The number in figures that begins here in a plain text; None where it is none, or could be more than one."""
    signs = _HAN_NUMBER.match(text, at)
    if signs:
        return Figure(han(signs[0].replace(",", "")), signs.end())
    literal = _LITERAL.match(text, at)
    value = _value(literal[0].replace(" ", "").replace("'", ""), comma) if literal else None
    if literal is None or value is None:
        return None
    return _broken(text, literal.end(), value) or _raised(text, literal.end(), value)


def _broken(text: str, at: int, value: Fraction) -> Figure | None:
    """A fraction: "1/2", "3 1/2"."""
    divided, mixed = _DIVIDED.match(text, at), _MIXED.match(text, at)
    if divided:
        return Figure(value / int(divided[1]), divided.end(), share=True)
    if mixed and value.denominator == 1:
        return Figure(value + Fraction(int(mixed[1]), int(mixed[2])), mixed.end())
    return None


def _raised(text: str, at: int, value: Fraction) -> Figure:
    """A number with a power of ten, or without."""
    power = _OF_TEN.match(text, at) if value == 10 else None
    if power:
        return Figure(Fraction(10) ** int(power[1]), power.end())
    exponent = _EXPONENT.match(text, at)
    if exponent:
        return Figure(value * Fraction(10) ** int(exponent[1] or exponent[2]), exponent.end())
    return Figure(value, at)


def _value(digits: str, comma: bool) -> Fraction | None:
    """What the digits are worth: by the language, and as others write them where that leaves no other reading."""
    point, group = (",", ".") if comma else (".", ",")
    if "." in digits and "," in digits:
        point, group = sorted(".,", key=digits.rfind, reverse=True)
        whole, _, part = digits.rpartition(point)
        return _decimal(whole.replace(group, ""), part) if _GROUPED[group].fullmatch(whole) else None
    for mark in (group, point):
        if mark in digits and _GROUPED[mark].fullmatch(digits) and (mark == group or digits.count(mark) > 1):
            return None if digits[0] == "0" and mark == point else _grouped(digits, mark)
    mark = next((mark for mark in ".," if mark in digits), "")
    if digits.count(mark or ".") > 1:
        return None
    whole, _, part = digits.partition(mark or ".")
    return _decimal(whole, part)


def _grouped(digits: str, mark: str) -> Fraction | None:
    if digits[0] != "0":
        return Fraction(digits.replace(mark, ""))
    return _decimal(*digits.split(mark)) if digits.count(mark) == 1 else None


def _decimal(whole: str, part: str) -> Fraction | None:
    """None where a zero leads: a code, not a number."""
    if len(whole) > 1 and whole[0] == "0":
        return None
    return Fraction(_EXACT.create_decimal(Decimal(f"{whole or 0}.{part or 0}")))


def han(text: str) -> Fraction:
    """二〇一三 is read digit by digit; 三十六, 3億5000万 and 1.5億 by their places."""
    whole = part = digit = Fraction(0)
    for figures, times in _HAN_PART.findall(text):
        if figures:
            digit = Fraction("".join(str(_HAN.get(char, char)) for char in figures))
        if times:
            scale = _HAN_TIMES[times]
            if scale < _MYRIAD:
                part, digit = part + (digit or 1) * scale, Fraction(0)
            else:
                whole, part, digit = whole + (part + digit or 1) * scale, Fraction(0), Fraction(0)
    return whole + part + digit
