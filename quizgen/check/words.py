"""Words as the rules compare them: which of a text carry meaning, and which two are one word."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["content_words", "stem_of", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_LITTLE_WORDS = """
    a about above according across after again against all almost along already also although always am among an and
    another any are around as at away be became because become becomes been before being below best between both but by
    called came can cannot could did do does doing done down during each either else enough ever every few following
    for from gave get gets give given gives go goes had has have having he her here hers him his how however i if in
    into is it its itself just kind know known last least less let like likely made make makes many may me mean means
    might more most much must my name named neither no nor not now of off often on once one only onto or other others
    our out over own part per perhaps quite rather said same say says see seem seems shall she should since so some
    still such take taken than that the their theirs them themselves then there these they thing things this those
    though through thus to together too toward towards type under until up upon us use used very via was way we well
    were what when where whether which while who whom whose why will with within without would yet you your
    article text passage reading author
    true false correct incorrect right wrong answer answers question statement statements option options choice choices
    choose select describe describes described example examples term refer refers referred
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in lower case, in order; "Japan’s" is "japan"."""
    words = _WORD.findall(text.casefold())
    return [_bare(word) for word in words] if "'" in text or "’" in text else words


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) and len(word) > 3 else word


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """A word of English without its ending, so that "sanctions" and "sanctioned" are one; made for comparing only."""
    if not word.isalpha() or len(word) < 4:
        return word
    for ending, rest in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and not word.endswith(("ss", "us", "is")) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + rest
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@lru_cache(maxsize=65536)
def _meaning(word: str) -> str:
    """The stem of a word, or "" where it carries no meaning."""
    return "" if word in _LITTLE or (len(word) == 1 and not word.isdigit()) else stem_of(word)


@lru_cache(maxsize=16384)
def content_words(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry meaning: no little words, no single letters."""
    return frozenset(map(_meaning, words_of(text))) - {""}
