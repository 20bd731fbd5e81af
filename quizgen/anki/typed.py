"""What the student types on a card, where that is short enough to be typed.

Anki compares character by character, so only a text that people type alike is asked for in this way.
"""

from __future__ import annotations

from quizgen.bank.model import Number, Question, Short
from quizgen.text.spans import bare, pieces

__all__ = ["typed_answer"]

_MOST_CHARACTERS, _MOST_WORDS = 40, 6
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))  # what comes along in a copy


def typed_answer(question: Question) -> str:
    """The text to type, or "" where none is: the first form of a short answer or a number, without maths and code."""
    if not (isinstance(question, Short | Number) and question.typed):
        return ""
    form = question.answers[0].forms[0]
    if "\n" in form or any(kind != "text" for kind, _ in pieces(form)):
        return ""
    words = bare(form).translate(_UNSEEN).split()  # no keyboard has the spaces that do not break
    text = " ".join(words)
    return text if len(text) <= _MOST_CHARACTERS and len(words) <= _MOST_WORDS else ""
