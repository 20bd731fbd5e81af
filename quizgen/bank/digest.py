"""Digests of what a question asks and of what is right, without positions: by them a log knows what was reworded.

A question keeps its id when it is reworded or corrected. Whoever has answered it goes on from there: a new wording
needs no word, another answer must be said once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import assert_never

from quizgen.bank.cloze import segments_of
from quizgen.bank.model import (
    Blank,
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)

__all__ = ["answered_digest", "asked_digest", "digest_of"]

_VERSION = "1"  # of the rule by which a digest is made; it begins every digest
_SIZE = 16  # hexadecimal digits


def asked_digest(question: Question) -> str:
    """A digest of what is seen before the answer: kind, prompt, body, media, options, sides, items."""
    media = [medium.file if medium else "" for medium in (question.image, question.audio)]
    return digest_of([question.kind, *_texts(question), *media, _shown(question)])


def answered_digest(question: Question) -> str:
    """A digest of what is right, as it is shown: the first form of each answer, so that a further form changes none."""
    return digest_of([question.kind, _right(question)])


def _texts(question: Question) -> Sequence[object]:
    if not isinstance(question, Cloze):
        return [question.prompt, question.body]
    return [[["", part.hint] if isinstance(part, Blank) else part for part in side] for side in segments_of(question)]


def _shown(question: Question) -> Sequence[object]:
    """What stands under the prompt, in an order of its own: to put options in another order asks nothing new."""
    match question:
        case Choice() | Choices():
            return sorted(option.text for option in question.options)
        case Match():
            return [sorted(pair.left for pair in question.matched), sorted(question.rights)]
        case Order():
            return sorted(item.text for item in question.items)
        case List():
            return [question.asked, question.ordered]
        case Number():
            return [question.unit]
        case Short() | TrueFalse() | Cloze() | Open():
            return []
        case _ as never:
            assert_never(never)


def _right(question: Question) -> object:
    match question:
        case Short():
            return [answer.forms[0] for answer in question.answers[:1]]
        case Number():
            first = question.answers[0].forms[0]
            return [first, question.unit, question.tolerance, question.low, question.high]
        case TrueFalse():
            return question.true
        case Choice() | Choices():
            return sorted(option.text for option in question.options if option.right)
        case List():
            members = [member.forms[0] for member in question.members]
            return members if question.ordered else sorted(members)
        case Match():
            return sorted([pair.left, pair.forms[0]] for pair in question.matched)
        case Order():
            return [item.text for item in question.items]
        case Cloze():
            return [blank.forms[0] for blank in question.blanks]
        case Open():
            return [[point.text for point in question.marking], [answer.forms[0] for answer in question.model]]
        case _ as never:
            assert_never(never)


def digest_of(data: object) -> str:
    """The digest of plain data, such as JSON can hold: "1:" and sixteen hexadecimal digits."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{_VERSION}:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:_SIZE]}"
