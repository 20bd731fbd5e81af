"""Characters that no font has: found in what Typst says, replaced by a box, told to the teacher.

PDF/UA allows no text without a shape, so Typst refuses it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from unicodedata import category, name

__all__ = ["missing_glyphs", "replaced", "sanitised", "told_of"]

_REFUSED = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed with font `"((?:[^"\\]|\\.)+)"`')
_HEX = re.compile(r"\\u\{([0-9a-f]+)\}")
_BOX = "\N{WHITE SQUARE}"  # in the fonts that Typst brings
_UNSEEN = frozenset(("Cf", "Mn", "Me", "Mc", "Cc"))  # shape others: no box stands for them
_FEW = 2  # characters of one script that are told one by one

_UNFIT = re.compile(
    "[\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_ESCAPE = re.compile(r"\\(?:u00[01][0-9a-f]|.)")
_SCRIPT = re.compile(r"[ -](?:CAPITAL|SMALL|LETTER|SYLLABLE|SYLLABICS|IDEOGRAPH|VOWEL|SIGN|HIEROGLYPH|DIGIT)\b")


def sanitised(text: str) -> str:
    """JSON without what is no text: control characters, halves of characters, code points that stand for none."""
    text = _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)
    return _ESCAPE.sub(lambda found: _escaped(found[0]), text) if "\\" in text else text


def _escaped(escape: str) -> str:
    return "" if escape[1] == "u" else " " if escape in (r"\t", r"\f") else "" if escape == r"\b" else escape


def missing_glyphs(diagnostic: str) -> Iterator[tuple[str, str]]:
    """Each character that Typst refuses, with the first font that it was asked of."""
    for text, font in _REFUSED.findall(diagnostic):
        for character in _unquoted(text):
            yield character, _unquoted(font)


def _unquoted(text: str) -> str:
    """A text as Rust quotes it."""
    plain = _HEX.sub(lambda found: f"\\U{int(found[1], 16):08x}", text)
    return str(ast.literal_eval(f'"{plain}"'))


def replaced(text: str, missing: Mapping[str, str]) -> str:
    """The text with a box for each missing character, and without marks and signs that are not seen by themselves."""
    return text.translate({ord(each): "" if category(each) in _UNSEEN else _BOX for each in missing})


def told_of(missing: Mapping[str, str]) -> Iterator[str]:
    """A warning for each missing character; one for all of a script where they are more than two."""
    seen = sorted(each for each in missing if category(each) not in _UNSEEN)
    scripts = {each: _script(each) for each in seen}
    for script, group in groupby(sorted(seen, key=lambda each: (scripts[each], each)), key=scripts.__getitem__):
        characters = [*group]
        font = missing[characters[0]]
        for told in [_many(script, characters)] if len(characters) > _FEW else map(_one, characters):
            yield (
                f"no font has {told}, {font} neither; a box is printed in its place. "
                "Install a font for it, or name a folder of fonts in quizgen.toml"
            )


def _many(script: str, characters: list[str]) -> str:
    what = f"{len(characters)} letters of {script}" if script else f"{len(characters)} signs"
    return f"{what}, such as {_one(characters[0])}"


def _one(character: str) -> str:
    called = name(character, "").lower()
    return f"“{character}” (U+{ord(character):04X}{', ' if called else ''}{called})"


def _script(character: str) -> str:
    """What a letter's script is called, after its name in Unicode; "" for signs."""
    called = name(character, "")
    if not called or category(character)[0] not in "LN":
        return ""
    first = _SCRIPT.split(called)[0]
    return "Chinese" if first.startswith("CJK") else first.title()
