"""Letters of another script that look right and are not: the К of "Кremlin" is Cyrillic.

They are wrong, for a search would not find them and another keyboard would not type them; but the learner, who sees
nothing wrong, is told.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

__all__ = ["as_seen", "remark"]

_ALIKE = (  # one letter in the three scripts; "" where a script has none that looks so
    ("A", "А", "Α"), ("B", "В", "Β"), ("C", "С", "Ϲ"), ("E", "Е", "Ε"), ("H", "Н", "Η"), ("I", "І", "Ι"),
    ("J", "Ј", ""),
    ("K", "К", "Κ"), ("M", "М", "Μ"), ("N", "", "Ν"), ("O", "О", "Ο"), ("P", "Р", "Ρ"), ("S", "Ѕ", ""), ("T", "Т", "Τ"),
    ("X", "Х", "Χ"), ("Y", "У", "Υ"), ("Y", "Ү", "Υ"), ("Z", "", "Ζ"), ("a", "а", "α"), ("b", "Ь", ""), ("c", "с", "ϲ"),
    ("e", "е", ""), ("h", "һ", ""), ("i", "і", "ι"), ("j", "ј", ""), ("k", "к", "κ"), ("m", "м", ""), ("n", "п", "η"),
    ("o", "о", "ο"), ("p", "р", "ρ"), ("r", "г", ""), ("s", "ѕ", ""), ("t", "т", "τ"), ("u", "", "υ"), ("v", "ѵ", "ν"),
    ("w", "ѡ", "ω"), ("x", "х", "χ"), ("y", "у", "γ"), ("ï", "ї", "ϊ"), ("", "Г", "Γ"), ("", "П", "Π"), ("", "Ф", "Φ"),
    ("", "Л", "Λ"), ("", "ф", "φ"), ("", "п", "π"),
)  # fmt: skip
_SCRIPTS = ("Latin", "Cyrillic", "Greek")


def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    return next((script for script in _SCRIPTS if name.startswith(script.upper())), "")


_TO = {
    script: {
        other: letters[place]
        for letters in _ALIKE
        for at, other in enumerate(letters)
        if at != place and other and letters[place]
    }
    for place, script in enumerate(_SCRIPTS)
}


def as_seen(response: str, wanted: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The response as if its letters were of the script that is wanted, and the letters that are not."""
    counted = Counter(script for text in wanted for char in text if char.isalpha() and (script := _script(char)))
    if not counted:
        return response, ()
    table = _TO[counted.most_common(1)[0][0]]
    composed = unicodedata.normalize("NFC", response)
    foreign = dict.fromkeys(char for char in composed if char in table)
    return "".join(table.get(char, char) for char in composed), tuple(foreign)


def remark(letters: tuple[str, ...]) -> str:
    """What is said of them: "It looks right, but the К is a Cyrillic letter."."""
    scripts = " and ".join(dict.fromkeys(_script(char) for char in letters))
    if len(letters) == 1:
        return f"It looks right, but the {letters[0]} is a {scripts} letter."
    *most, last = letters
    return f"It looks right, but {', '.join(most)} and {last} are {scripts} letters."
