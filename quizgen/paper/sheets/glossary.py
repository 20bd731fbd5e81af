"""The words of a bank's glossary that may stand on a worksheet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.bank.model import Gloss, Question
from quizgen.shown import accepted_forms

__all__ = ["safe_glossary"]

_WORD = re.compile(r"\w+")


def safe_glossary(glossary: Iterable[Gloss], questions: Iterable[Question]) -> tuple[Gloss, ...]:
    """The terms whose entry holds no accepted answer of these questions, as whole words in any case.

    An answer that stands inside a term's entry on the same page would be given away by it.
    """
    entries = [(gloss, _words(f"{gloss.term} {gloss.meaning}")) for gloss in glossary]
    if not entries:
        return ()
    seen = {word for _, words in entries for word in words}
    forms = {tuple(_words(form)) for question in questions for form in accepted_forms(question)}
    possible = [form for form in forms if form and seen.issuperset(form)]
    return tuple(gloss for gloss, words in entries if not any(_holds(words, form) for form in possible))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _holds(words: list[str], form: tuple[str, ...]) -> bool:
    size = len(form)
    return any(tuple(words[at : at + size]) == form for at in range(len(words) - size + 1))
