"""What a prompt says of its answer: whether it asks how many, and which words a response may say again."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.answers.numbers.figures import plain

__all__ = ["asks_how_many", "numbers_in", "stem", "stems"]

_STEM = 4  # letters by which a word of the response is one of the prompt: "pledged", "pledge"
_WORDS = re.compile(r"[^\W_]+")
_NUMBERS = re.compile(r"(?<![\w.,])[0-9]+(?![\w,]|\.[0-9])")
_HOW_MANY = re.compile(
    r"how (?:many|much)|wie ?viele?|combien|cuánt|quant[oiae]|hoeveel|сколько|скільки|いくつ|何|多少|几", re.IGNORECASE
)


def asks_how_many(prompt: str) -> bool:
    """Whether a number of things is asked for."""
    return _HOW_MANY.search(prompt) is not None


def stem(word: str) -> str:
    """A word without what inflection changes."""
    word = word.strip(".,;:!?'\"()")
    return word[: max(_STEM, len(word) - 3)] if len(word) > _STEM else word


@lru_cache(maxsize=1024)
def stems(prompt: str) -> frozenset[str]:
    """The stems of the words of a prompt."""
    return frozenset(stem(word) for word in _WORDS.findall(plain(prompt)))


@lru_cache(maxsize=1024)
def numbers_in(prompt: str) -> frozenset[str]:
    """The plain whole numbers of a prompt, such as its years."""
    return frozenset(_NUMBERS.findall(plain(prompt)))
