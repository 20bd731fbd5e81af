"""Options that say nothing of their own: they stand for all of the others, or for none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["SAID_OF_ANSWERS", "bare", "stands_for_all", "stands_for_none"]

_ANSWERS = r"(?:options?|answers?|choices?|alternatives?|statements?|responses?)"
_POINTED = r"(?:above|preceding|foregoing|listed|mentioned|given|other)"
_CORRECT = (
    r"(?:is|are|were|may be|can be|could be|would be) (?:all |both |equally )?(?:correct|right|true|valid|possible)"
)
_OTHERS = (
    rf"(?:(?:of )?(?:(?:the|these|those) )?(?:{_POINTED}(?: {_ANSWERS})?(?: {_POINTED})?|{_ANSWERS}(?: {_POINTED})?)"
    r"(?: here| below| above)?|(?:of )?(?:the )?above-?(?:mentioned|named|listed) [\w-]+|of (?:these|those|them))"
)
_LISTED = r"(?: of)?(?: the| these| those)? [\w-]+ (?:listed|mentioned|named|given|stated|shown) (?:above|here|below)"
_ALL = re.compile(
    rf"(?:all|any|each|every one) (?:{_OTHERS}(?: (?:{_CORRECT}|appl(?:y|ies)))?|{_CORRECT})"
    r"|(?:all|any) of the (?:above|foregoing)(?![\w-])(?! except| but).*|(?:[\w'’]+ ){1,4}all of the above"
    rf"|all of (?:these|those)(?: {_ANSWERS})?[.,;:] .*|(?:all|any|each|every){_LISTED}"
    rf"|every {_ANSWERS} {_POINTED}|everything (?:{_POINTED} )?above"
    rf"|(?:these|they|the above)(?: {_ANSWERS})? are all (?:correct|right|true|possible|valid)"
)
_NONE = re.compile(
    rf"(?:none|neither) (?:{_OTHERS}(?: (?:{_CORRECT}|appl(?:y|ies)))?|{_CORRECT})"
    rf"|(?:there is )?no (?:correct |right )?{_ANSWERS}(?: (?:{_CORRECT}|is {_POINTED}|{_POINTED}))"
    rf"|(?:there is )?no (?:correct|right) {_ANSWERS}"
    rf"|none of the (?:above|foregoing)(?![\w-]).*|nothing (?:of )?(?:the )?above"
    rf"|(?:none|no){_LISTED}"
)
_POINTS = r"of (?:these|those|the above)|(?:these|the above)"
_VERB = (
    r"(?:is|are|was|were|has|have|had|do|does|did|can|could|may|might|will|would|shall|should|must|apply|applies|"
    r"happen(?:s|ed)?|occur(?:s|red)?|contribut(?:es?|ed)|play(?:s|ed)?)(?:n['’]t)?(?![\w-])"
)
_ALL_OF_THESE = re.compile(rf"(?:all (?:{_POINTS})|(?:any|each|every one) of (?:these|those|the above)) {_VERB}.*")
_NONE_OF_THESE = re.compile(rf"(?:none|neither) of (?:these|those|the above) {_VERB}.*")
_SOME_OF_THESE = re.compile(r"(?:only |not |almost |nearly )?\w+(?: or \w+)? of (?:these|those|them)\b")
_NUMBERS = ("two", "three", "four", "five", "six", "seven")
_ALL_SO_MANY = re.compile(
    rf"all (?:of the )?(?P<number>{'|'.join(_NUMBERS)}|[2-7])"
    rf"(?: of (?:them|these|those|the above)| (?:of )?(?:the )?above| {_ANSWERS})?(?: {_CORRECT})?"
)
_SAYS_HOW_MUCH = re.compile(
    r".*[0-9]|(?:only |the |about |not |in |at )*(?:no|all|some|any|both|half|most|every|each|part|whole|entire\w*|"
    r"partial\w*|complete\w*|total\w*|full\w*|a (?:few|little|lot)|one|two|three|four|five|six|once|twice|never|always|"
    r"much|many|more|less|few|fewer|little)\b"
)
_COUNTS = re.compile(
    r"(?:only |not |almost |nearly )?(?:some|most|half|few|a few|many|one|two|three|all|part)"
    r"(?: of (?:them|these|those)(?: \w+)?)?"
)

SAID_OF_ANSWERS = _CORRECT
"""What is said of answers: "are correct"."""


def stands_for_all(text: str, options: Sequence[str]) -> bool:
    """Whether an option says that all the others are right: "all of the above"."""
    if not (text[:1] in "AaEe([" or text.endswith(("above", "above.")) or (text[:1] in "Tt" and "are all" in text)):
        return False
    return (
        _stands(_ALL, text, options)
        or _points(_ALL_OF_THESE, text, options)
        or _counts_others(text, options)
        or _alone("all", text, options)
    )


def stands_for_none(text: str, options: Sequence[str]) -> bool:
    """Whether an option says that no other is right: "none of these"."""
    return text[:1] in "NnTt([" and (
        _stands(_NONE, text, options) or _points(_NONE_OF_THESE, text, options) or _alone("none", text, options)
    )


def _counts_others(text: str, options: Sequence[str]) -> bool:
    """Whether an option says that all of the others are right by their number: "all three" beside three."""
    found = _ALL_SO_MANY.fullmatch(bare(text)) if text[:1] in "Aa" else None
    if not found or not _stands(_ALL_SO_MANY, text, options):
        return False
    number = found["number"]
    return (int(number) if number.isdigit() else _NUMBERS.index(number) + 2) == len(options) - 1


def _alone(word: str, text: str, options: Sequence[str]) -> bool:
    """Whether an option is "all" or "none" and nothing more, where no other one says how many or how much."""
    if len(text) > len(word) + 4 or bare(text) != word:
        return False
    return not any(_SAYS_HOW_MUCH.match(other) for other in map(bare, options) if other != word)


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
