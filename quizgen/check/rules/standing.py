"""Options that say nothing of their own: they stand for all of the others, or for none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["SAID_OF_ANSWERS", "bare", "stands_for_all", "stands_for_none"]

_ANSWERS = r"(?:options?|answers?|choices?|alternatives?|statements?|responses?)"
_POINTED = r"(?:above|preceding|foregoing|listed|mentioned|given|other)"
_CORRECT = r"(?:is|are|were|may be|can be|could be|would be) (?:all |equally )?(?:correct|right|true|valid|possible)"
_OTHERS = (
    rf"(?:(?:of )?(?:(?:the|these|those) )?(?:{_POINTED}(?: {_ANSWERS})?(?: {_POINTED})?|{_ANSWERS}(?: {_POINTED})?)"
    r"|of (?:these|those|them))"
)
_ALL = re.compile(
    rf"(?:all|any|each|every one) (?:{_OTHERS}(?: (?:{_CORRECT}|appl(?:y|ies)))?|{_CORRECT})"
    r"|(?:all|any) of the (?:above|foregoing)(?![\w-])(?! except| but).*|(?:[\w'’]+ ){1,4}all of the above"
    rf"|all of (?:these|those)(?: {_ANSWERS})?[.,;:] .*"
)
_NONE = re.compile(
    rf"(?:none|neither) (?:{_OTHERS}(?: (?:{_CORRECT}|appl(?:y|ies)))?|{_CORRECT})"
    rf"|(?:there is )?no (?:correct |right )?{_ANSWERS}(?: (?:{_CORRECT}|is {_POINTED}|{_POINTED}))"
    rf"|(?:there is )?no (?:correct|right) {_ANSWERS}"
    r"|none of the (?:above|foregoing)(?![\w-]).*"
)
_POINTS = r"of (?:these|those|the above)|(?:these|the above)"
_VERB = (
    r"(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|will|would|shall|should|must|apply|applies|"
    r"happen(?:s|ed)?|occur(?:s|red)?|contribut(?:es?|ed)|play(?:s|ed)?)(?:n['’]t)?(?![\w-])"
)
_ALL_OF_THESE = re.compile(rf"(?:all (?:{_POINTS})|(?:any|each|every one) of (?:these|those|the above)) {_VERB}.*")
_NONE_OF_THESE = re.compile(rf"(?:none|neither) of (?:these|those|the above) {_VERB}.*")
_SOME_OF_THESE = re.compile(r"(?:only |not |almost |nearly )?\w+(?: or \w+)? of (?:these|those|them)\b")
_COUNTS = re.compile(
    r"(?:only |not |almost |nearly )?(?:some|most|half|few|a few|many|one|two|three|all|part)"
    r"(?: of (?:them|these|those)(?: \w+)?)?"
)

SAID_OF_ANSWERS = _CORRECT
"""What is said of answers: "are correct"."""


def stands_for_all(text: str, options: Sequence[str]) -> bool:
    """Whether an option says that all the others are right: "all of the above"."""
    if not (text[:1] in "AaEe([" or text.endswith(("above", "above."))):
        return False
    return _stands(_ALL, text, options) or _points(_ALL_OF_THESE, text, options)


def stands_for_none(text: str, options: Sequence[str]) -> bool:
    """Whether an option says that no other is right: "none of these"."""
    return text[:1] in "NnTt([" and (_stands(_NONE, text, options) or _points(_NONE_OF_THESE, text, options))


def _points(pattern: re.Pattern[str], text: str, options: Sequence[str]) -> bool:
    """Whether an option tells something of all (or none) of these, which can only be the other options.

    Beside "most of these" or another "all of these are", it tells of what stands in the stem.
    """
    said = bare(text)
    if not pattern.fullmatch(said):
        return False
    others = [other for other in map(bare, options) if other != said]
    opposite = _NONE_OF_THESE if pattern is _ALL_OF_THESE else _ALL_OF_THESE
    return not any(_SOME_OF_THESE.match(other) for other in others if not opposite.fullmatch(other))


def _stands(pattern: re.Pattern[str], text: str, options: Sequence[str]) -> bool:
    said = bare(text)
    if not pattern.fullmatch(said):
        return False
    # "all of them" beside "most of them" tells how many
    return "above" in said or not any(_COUNTS.fullmatch(other) for other in map(bare, options) if other != said)


def bare(text: str) -> str:
    """An option in small letters, without the marks around it."""
    return " ".join(text.casefold().strip(" .,;:!?()[]").split())
