"""A digest of how a question is printed, beside those of what it asks and of what is right.

It tells where a question has changed on paper alone: its points, the order in which the bank has its options, its
picture. By that order permutations are kept, so another one must not pass for the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import assert_never

from quizgen.bank.digest import digest_of
from quizgen.bank.model import (
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Media,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)
from quizgen.shown import points_of

__all__ = ["printed_digest"]


def printed_digest(question: Question, image: bytes | None = None, *, hints: bool = False, words: bool = False) -> str:
    """A digest of what students see beside what is asked; ``image`` is the content of the picture.

    ``hints``: the question's own is printed; ``words``: those to choose from are.
    """
    picture = sha256(image).hexdigest() if image is not None else ""
    media = [*_medium(question.image), picture, *_medium(question.audio)]
    said = [question.hint if hints else "", _expected(question) if words else []]
    return digest_of([question.kind, str(points_of(question)), media, said, *_in_order(question)])


def _medium(media: Media | None) -> tuple[str, str]:
    return (media.file, media.alt) if media else ("", "")


def _expected(question: Question) -> list[str]:
    """Expected wrong answers, which stand among the words to choose from."""
    return [wrong.forms[0] for wrong in question.wrong] if isinstance(question, Short | Cloze | List) else []


def _in_order(question: Question) -> Sequence[object]:
    """What the digests of what is asked and of what is right take in an order of their own, or not at all."""
    match question:
        case Choice() | Choices():
            return [option.text for option in question.options]
        case Match():
            return [[pair.left for pair in question.matched], question.rights]
        case Order():
            return [item.text for item in question.items]
        case Open():
            return [question.lines]
        case Short() | Number() | TrueFalse() | Cloze() | List():
            return []
        case _ as never:
            assert_never(never)
