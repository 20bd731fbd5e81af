"""The ladder of hints: what the bank says, the first letters, the evidence with the answer left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from quizgen.answers import grade
from quizgen.bank.model import Cloze, List, Number, Question, Short
from quizgen.shown import Proof, from_the_text, mark_forms, proofs
from quizgen.study.lines import Line, line
from quizgen.study.session.asked import Asked
from quizgen.text.plain import inline_plain, literal_plain

__all__ = ["first_letters", "hint_lines", "rungs"]

_GAP = "____"
_LEAD = "   "
_AROUND = "“”\"'()[],.;:"  # signs that are no part of a number at its ends
_LONGEST = 5  # words of a number: "one hundred and twenty million"


def hint_lines(asked: Asked, taken: int) -> list[Line]:
    """The next hint after so many were taken, as lines; none where there is no further one."""
    ladder = rungs(asked)
    if taken >= len(ladder):
        return []
    first, *others = ladder[taken]
    return [line(f"Hint {taken + 1} of {len(ladder)}: {first}"), *(line(text, lead=_LEAD) for text in others)]


def rungs(asked: Asked) -> list[list[str]]:
    """Each hint that there is, the smallest help first, as texts of one line each."""
    question = asked.view.question
    ladder = [[inline_plain(question.hint)]] if question.hint else []
    letters = first_letters(question)
    ladder += [[letters]] if letters else []
    evidence = _evidence(asked)
    return [*ladder, evidence] if evidence else ladder


def first_letters(question: Question) -> str:
    """The first letter of each word of what is to be typed; "" where nothing is typed in words."""
    match question:
        case Short():
            return _initials(question.answers[0].forms[0])
        case List():
            mark = " → " if question.ordered else ", "
            return mark.join(_initials(member.forms[0]) for member in question.members)
        case Cloze():
            parts = [_initials(blank.forms[0]) for blank in question.blanks]
            if parts == [inline_plain(blank.hint) for blank in question.blanks]:  # they stand in the gaps already
                return ""
            return parts[0] if len(parts) == 1 else " ".join(f"({at}) {part}" for at, part in enumerate(parts, 1))
        case _:
            return ""


def _initials(form: str) -> str:
    return " ".join(_initial(word) for word in literal_plain(form).split())


def _initial(word: str) -> str:
    """The first letter or digit with its marks; a sign that stands for a word alone stays."""
    start = next((at for at, char in enumerate(word) if char.isalnum()), None)
    if start is None:
        return word
    end = start + 1
    while end < len(word) and unicodedata.combining(word[end]):
        end += 1
    return f"{word[start:end]}…"


def _evidence(asked: Asked) -> list[str]:
    """The quotes by place; one that is the answer and nothing more would be a gap, and is left out."""
    places: dict[str, list[str]] = {}
    for proof in proofs(asked.view.question, asked.bank, asked.locate):
        text = _with_gaps(asked, proof)
        if any(map(str.isalnum, text)):
            places.setdefault(proof.place, []).append(text)
    return [f"{from_the_text(place)}: “{'” … “'.join(texts)}”" for place, texts in places.items()]


def _with_gaps(asked: Asked, proof: Proof) -> str:
    """The quote without what would be an answer; as it stands where it holds the answer in other words."""
    question = asked.view.question
    stretches: Sequence[tuple[str, bool]] = proof.stretches
    if isinstance(question, Number):
        stretches = [
            part
            for text, marked in proof.stretches
            for part in ([(text, True)] if marked else mark_forms(text, _numbers(asked, question, text)))
        ]
    return "".join(_GAP if marked else text for text, marked in stretches)


def _numbers(asked: Asked, question: Number, text: str) -> list[str]:
    """What in a text is the number that is asked for, in figures or words, with no more around it than it takes."""
    words = list(re.finditer(r"\S+", text))
    spans = [(first.start(), last.end()) for at, first in enumerate(words) for last in words[at : at + _LONGEST]]
    fits = [
        (start, end)
        for start, end in spans
        if grade(question, text[start:end].strip(_AROUND), asked.bank).verdict in ("right", "close")
    ]
    return [text[start:end].strip(_AROUND) for start, end in fits if not _holds_another(start, end, fits)]


def _holds_another(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= begin and stop <= end and (begin, stop) != (start, end) for begin, stop in spans)
