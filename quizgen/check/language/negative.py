"""Whether a stem asks for the exception ("Which of these is not …?"), and by which word."""

from __future__ import annotations

import re

from quizgen.check.words import content_words

__all__ = ["asks_for_exception"]

_WORDS = (
    "not",
    "n't",
    "n’t",
    "Not",
    "never",
    "least",
    "xcept",
    "xclud",
    "but one",
    "but two",
    "save one",
    "incorrect",
    "false",
    "wrong",
    "untrue",
    "inaccurate",
)
_NEGATIVE = re.compile(
    r"\b(?:[Nn]ot|cannot|never|(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|had)n['’]t|except(?:ion)?|"
    r"excluding|least|incorrect|false|untrue|inaccurate|wrong)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.?!])['\"”’)]*\s+|\n")
_BE = r"(?:is|are|was|were|has|have|had)"
_DO = r"(?:do|does|did|can|could|may|might|will|would|should|shall|must|need)"
_HELPER = re.compile(rf"\b(?:{_BE}|{_DO}|cannot)\b|n['’]t\b")
_JUST_BEFORE = re.compile(rf"\b(?:{_BE}|{_DO})(?: be| been)?(?: \w+ly| the one| (?:most|more) likely)?\s*$")
_BEFORE_SUBJECT = re.compile(rf"\b{_DO}(?: [\w'’-]+){{1,6}}\s*$")
_ASKS = re.compile(
    r"(?:^|[,:;]\s+)(?:\W*)(?:(?:in|on|at|by|for|to|of|from|with|under|and|then|but|so|thus|as)\s+)?"
    r"(?:which|what|who|whom|whose)\b|\bwhich\s+(?:one\s+|two\s+)?of\b"
)
_CLAUSE = re.compile(
    r"\b(?:that|who|whom|whose|which|if|when|where|whether|because|since|although|though|while|unless|until|as|than|"
    r"but|why|how|despite|without|for\s+(?:someone|anyone|people))\b|[;:]"
)
_ALOUD = re.compile(
    r",\s*(?:who|whom|whose|which)\b[^,;:]*,"
    r"|,?\s*if\s+(?:true|any|correct|proven|established)\s*,?|,?\s*as\s+(?:a\s+rule|such)\s*,?|according to"
)
_NO_NEGATION = re.compile(r"not\W+(?:only|until|just|merely|so\b)")
_LEAST = re.compile(
    r"least\W+(?:likely|probable|probably|plausible|appropriate|suitable|accurate|consistent|true|correct|applicable|"
    r"helpful|useful|relevant|related|characteristic|typical|associated|supported|desirable)\b"
)
_WRONG_ONE = re.compile(
    r"\b(?:which|what)\b[^.?!;]*?\b(?:is|are)\W+(?:\w+ly\W+)?(?:the\W+|an?\W+)?"
    r"(?:incorrect|false|untrue|inaccurate|wrong)(?:\W+(?:statement|one|option|answer)s?)?"
    r"(?:\W+(?:about|of|regarding|concerning|for|in|on|as|when|to)\b.*)?\W*$"
    r"|\b(?:identify|choose|select|mark|find|pick(?:\W+out)?)\W+the\W+(?:one\W+)?"
    r"(?:incorrect|false|untrue|inaccurate|wrong)\b",
    re.IGNORECASE,
)
_ASKS_LATE = re.compile(r"\b(?:which|what) of (?:the following|these|those)\b")
_PICK = re.compile(r"\b(?:identify|choose|select|mark|find|pick|name|tick)\b.*\b(?:that|which|who)\b(?P<verb>.*)$")
_ALL = re.compile(r"\b(?:all|each|every\w*|any|both)\b", re.IGNORECASE)
_BUT_ONE = re.compile(
    r"\b(?P<word>[Ee]xcept(?:ing)?|[Ee]xcluding|exception|[Bb]ut|[Ss]ave)(?: for| of)? (?:one|two|three)\b"
    r"|\b(?:one|a single) (?P<counted>exception)\b"
)
_THEN_ASKS = re.compile(
    r"(?:[.?!:;,–—-]['\"”’)]*\s+)(?:(?:and|but) )?"
    r"(?P<asked>(?:which|what|who|whom|whose|name|find|choose|identify|pick|mark|select|tick)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OF_EXCEPTIONS = content_words(
    "belong exception excluded excludes fit lacking lacks leaves leave left missing misses odd omits omitted"
)
_FEW = 3  # content words that may follow the "not" of a stem that the options complete


def asks_for_exception(stem: str) -> str:
    """The word by which a stem asks for what does not fit, where it is written small; else empty.

    A "not" in the content of the question ("Why did he not come?", "if it does not rain") does not count.
    """
    if not any(word in stem for word in _WORDS):
        return ""
    sentences = _SENTENCE_END.split(stem.strip())
    last = len(sentences) - 1
    for number, sentence in enumerate(sentences):
        if number == last or sentence.rstrip("'\"”’) ").endswith("?"):
            for found in _NEGATIVE.finditer(sentence):
                if _asked(sentence, found):
                    return found[0]
    return _left_out(stem)


def _left_out(stem: str) -> str:
    """The word that leaves one out of all, where a question follows that says nothing new, and so asks for that one."""
    found = _BUT_ONE.search(stem)
    asks = _THEN_ASKS.search(stem, found.end()) if found else None
    if not found or not asks or not _ALL.search(stem, 0, asks.start()):
        return ""
    asks_for_it = content_words(asks["asked"]) <= content_words(stem[: asks.start()]) | _OF_EXCEPTIONS
    return found["word"] or found["counted"] if asks_for_it else ""


def _asked(sentence: str, found: re.Match[str]) -> bool:
    before, after = sentence[: found.start()], sentence[found.end() :]
    match found[0].lower():
        case "except" | "exception" | "excluding":
            return bool(before.strip()) and not content_words(after)
        case "least":
            return not before.rstrip().endswith(" at") and _LEAST.match(sentence, found.start()) is not None
        case "incorrect" | "false" | "untrue" | "inaccurate" | "wrong":
            wrong = _WRONG_ONE.search(sentence)
            return wrong is not None and wrong.start() < found.start() < wrong.end()
        case _:
            return _negated(sentence, before, after, found)


def _negated(sentence: str, before: str, after: str, found: re.Match[str]) -> bool:
    """Whether a "not" belongs to the main clause of what is asked."""
    if _NO_NEGATION.match(sentence, found.start()) or before.endswith(" or "):
        return False
    word, before, after = found[0].lower(), before.lower(), after.lower()
    asking, picked = _ASKS.search(before), _PICK.search(before)
    if asking or picked:
        between = _ALOUD.sub("", before[asking.end() :] if asking else picked["verb"] if picked else "")
        return not _CLAUSE.search(between) and "without" not in after and _belongs(between, word)
    if _CLAUSE.search(before.rpartition(",")[2]) or (word in ("not", "never") and not _JUST_BEFORE.search(before)):
        return False
    return _ASKS_LATE.search(after) is not None or _is_completed(sentence, after)


def _belongs(between: str, word: str) -> bool:
    """Whether the negation is that of the first verb after "which" or "what"."""
    helpers = len(_HELPER.findall(between))
    if word not in ("not", "never") or (word == "never" and not helpers):
        return helpers == 0
    return helpers == 1 and (_JUST_BEFORE.search(between) is not None or _BEFORE_SUBJECT.search(between) is not None)


def _is_completed(sentence: str, after: str) -> bool:
    """Whether the options complete the sentence soon after its negation."""
    ended = sentence.rstrip("'\"”’) ").endswith(("?", ".", "!"))
    return not ended and not _CLAUSE.search(after.rstrip(" :")) and len(content_words(after)) <= _FEW
