"""Options that combine others, or statements under numbers: "A and B only", "I and III"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.check.language.standing import SAID_OF_ANSWERS, bare

__all__ = ["first_combined"]

_ONE_LABEL = r"(?:[a-h]|[1-9]|i{1,3}|iv|vi{0,3}|[sp]-?[1-9])"
_LABEL = rf"\(?{_ONE_LABEL}[).]?"
_NOUN = r"(?:options?|answers?|choices?|statements?|items?|numbers?|propositions?|nos?\.) "
_OF_OPTIONS = ("option", "answer", "choice")
_JOIN = r"(?:, ?(?:and |or )?| ?[&+] ?| and | or | nor )"
_COMBINED = re.compile(
    rf"(?P<how>only |both |either |neither |all of )?(?P<noun>{_NOUN})?"
    rf"(?P<labels>{_LABEL}(?:{_JOIN}(?:{_NOUN})?{_LABEL})*)"
    rf"(?P<only>,? \(?(?:only|alone)\)?| above)?(?: (?:{SAID_OF_ANSWERS}|will be true))?"
    rf"(?P<last>,? only|,? (?:but )?not {_LABEL}| both)?"
)
_ONE = re.compile(rf"(?<![a-z]){_ONE_LABEL}(?![a-z])")
_SOME = re.compile(
    r"(?:any |only |at least )?(?:both|two|three|2|3|either|some|more than one) of (?:the )?above(?: \w+)?"
    r"|both (?:the )?above|(?:true|false)(?:[,;/] ?| and |; )(?:true|false)"
    rf"|both (?:answers |options |statements )?{SAID_OF_ANSWERS}"
)
_VERDICTS = re.compile(
    r"(?:both )?(?:the )?(?P<noun>statement|assertion|proposition)s? \(?(?:[1-3a-c]|i{1,3})\)?(?![\w]).*"
    r"(?:(?P=noun)s? |reason |and |nor )\(?(?:[1-3a-cr]|i{1,3})\)?(?!\w).*\b(?:true|false|correct|incorrect)\b.*"
)
_LISTED = {
    kind: re.compile(rf"(?:^|[\s(]){first}\s?[.):|,–-]\s.*[\s(]{second}\s?[.):|,–-]\s", re.DOTALL)
    for kind, first, second in (("a", "[Aa]", "[Bb]"), ("1", "1", "2"), ("i", "[Ii]", "(?:II|ii)"))
} | {"s": re.compile(r"(?<!\w)[SP]-?1(?!\w).*(?<!\w)[SP]-?2(?!\w)", re.DOTALL)}
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_ALSO_WORDS = ("a", "i")
_WORD = re.compile(r"[^\W\d_]{3,}")
_MARKS = str.maketrans(dict.fromkeys("()[].,;:/&+", " "))
_TELLING_WORDS = """
    b c d e f g h 2 3 4 5 6 7 8 9 ii iii iv v vi vii viii s2 p2 s-2 p-2 above foregoing both statement statements
    assertion proposition true false but except save
"""
_ALL_BUT = re.compile(
    rf"all (?:of (?:these|those|them|the above) |the above )?(?:but|except(?: for)?|save) (?:{_NOUN})?{_ONE_LABEL}"
)
_TELLING = frozenset(_TELLING_WORDS.split())


def first_combined(options: Sequence[str], context: str) -> int | None:
    """The place of the first option that combines others, or statements that ``context`` lists; None without one."""
    if _TELLING.isdisjoint("\n".join(options).lower().translate(_MARKS).split()):
        return None
    said = [bare(option) for option in options]
    return next((place for place in range(len(said)) if _combines(said, place, context)), None)


def _combines(said: Sequence[str], place: int, context: str) -> bool:
    text = said[place]
    if _SOME.fullmatch(text) or _VERDICTS.fullmatch(text) or _ALL_BUT.fullmatch(text):
        return True
    found = _COMBINED.fullmatch(text)
    if not found:
        return False
    labels = _ONE.findall(found["labels"])
    alone = bool(found["how"] or found["only"] or found["last"])
    if len(set(labels)) < len(labels) or (len(labels) == 1 and not alone):
        return False
    alone = alone or (found["noun"] or "").startswith(_OF_OPTIONS)
    kind = _kind(labels)
    if kind == "1" and not alone and text.replace(",", "").replace(" ", "").isdigit():
        return False  # "(1, 6)" is a point, and "1, 6" are numbers
    if kind and _LISTED[kind].search(context) and all(_lists(context, label) for label in labels):
        return True
    if kind == "i" and _numerals(said):
        return True
    if kind == "i" and not alone:
        return False  # "wars I and II"
    return kind in ("a", "1", "i") and _name_options(said, place, labels, context, alone)


def _lists(context: str, label: str) -> bool:
    return re.search(rf"(?:^|[\s(]){label}\s?[.):|,–-]", context, re.IGNORECASE) is not None


def _kind(labels: Sequence[str]) -> str:
    """How the labels count: "a", "1", "i"; empty where they are mixed."""
    kinds = {
        "1" if label.isdigit() else "i" if label[0] in "iv" else "a" if len(label) == 1 else "s" for label in labels
    }
    return kinds.pop() if len(kinds) == 1 else ""


def _numerals(said: Sequence[str]) -> bool:
    """Whether options such as "I only" and "I and II" tell that statements under numerals are meant."""
    found = [match for text in said if (match := _COMBINED.fullmatch(text)) and match["labels"][0] in "(iv"]
    return len(found) > 1 and any(match["how"] or match["only"] or match["last"] for match in found)


def _name_options(said: Sequence[str], place: int, labels: Sequence[str], context: str, alone: bool) -> bool:
    """Whether every label is that of an option which says something; not what the stem calls A and B.

    Two labels without "only" or "both" may be an answer of their own ("A and D" of vitamins): these stand above.
    """
    if len(labels) < 2 or any(
        re.search(rf"(?<!\w){label.upper()}(?!\w)", context) for label in labels if label not in _ALSO_WORDS
    ):
        return False
    after = len(said) if alone or len(labels) > 2 else place
    named = [_place(label) for label in labels]
    return all(at < after and (at == place or _says_something(said[at])) for at in named)


def _place(label: str) -> int:
    """Which option a label names, from 0."""
    if label.isdigit():
        return int(label) - 1
    return _NUMERALS.index(label) if label in _NUMERALS else ord(label) - ord("a")


def _says_something(text: str) -> bool:
    return _WORD.search(text) is not None and not _COMBINED.fullmatch(text)
