"""The words of the article that prove an answer, with their place, and with the answer marked in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizgen.bank.model import Bank, Question, Quote
from quizgen.shown.answer import accepted_forms

__all__ = ["Locate", "Proof", "from_the_text", "mark_forms", "proofs", "source_of"]

Locate = Callable[[str], str]
"""Takes a quote and says where it stands ("¶ 3, sentence 4"), or "" where that is not known."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One quote: stretches of its text, those that are an accepted answer marked True, and its place or ""."""

    stretches: tuple[tuple[str, bool], ...]
    place: str

    @property
    def text(self) -> str:
        """The quote as the bank has it."""
        return "".join(text for text, _ in self.stretches)


def proofs(question: Question, bank: Bank, locate: Locate, quotes: Iterable[Quote] | None = None) -> tuple[Proof, ...]:
    """Every quote of a question (or just ``quotes``), each once."""
    forms = _with_names(accepted_forms(question), bank)
    chosen = question.all_evidence() if quotes is None else quotes
    texts = dict.fromkeys(quote.text for quote in chosen)
    return tuple(Proof(mark_forms(text, forms), locate(text)) for text in texts)


def _with_names(forms: tuple[str, ...], bank: Bank) -> tuple[str, ...]:
    folded = {form.casefold() for form in forms}
    others = (name for names in bank.names if folded & {n.casefold() for n in names} for name in names)
    return tuple(dict.fromkeys((*forms, *others)))


def mark_forms(text: str, forms: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """Part a quote into stretches; those that are one of the forms, as whole words in any case, are marked."""
    wanted = sorted({form.strip() for form in forms if form.strip()}, key=lambda form: (-len(form), form))
    if not wanted:
        return ((text, False),)
    pattern = "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in wanted)
    stretches: list[tuple[str, bool]] = []
    at = 0
    for found in re.finditer(pattern, text, re.IGNORECASE):
        if found.start() > at:
            stretches.append((text[at : found.start()], False))
        stretches.append((found[0], True))
        at = found.end()
    if at < len(text):
        stretches.append((text[at:], False))
    return tuple(stretches)


def from_the_text(place: str) -> str:
    """How a quote is introduced: "From the text, ¶ 3, sentence 4"."""
    return f"From the text, {place}" if place else "From the text"


def source_of(bank: Bank) -> str:
    """Where the words come from: author, title, publisher and date of the article, as far as the bank says."""
    title = f"“{bank.article_title}”" if bank.article_title else ""
    return ", ".join(filter(None, (bank.article_author, title, bank.publisher, bank.article_date)))
