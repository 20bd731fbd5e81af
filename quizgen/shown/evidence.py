"""The words of the article that prove an answer, with their place, and with the answer marked in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizgen.article.scripts import in_word, is_combining
from quizgen.bank.model import Bank, Order, Question, Quote
from quizgen.shown.answer import accepted_forms, accepted_names
from quizgen.shown.words import Words

__all__ = ["Locate", "Proof", "from_the_text", "mark_forms", "proofs", "source_of"]

_ALIKE = {"'": "‘’‛ʼ", '"': "“”„«»", "-": "‐‑‒–—−", " ": "\t\n\u00a0\u2009\u202f\u3000", "σ": "ς"}
_ONE_FORM = str.maketrans({char: form for form, others in _ALIKE.items() for char in others})
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\w{4}|\w+\s)", re.IGNORECASE)  # "the US" without it could be "us"
_DIGITS = re.compile(r"\d[.,]\d")

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
    forms = _answers_in_words(question, bank)
    chosen = question.all_evidence() if quotes is None else quotes
    texts = dict.fromkeys(quote.text for quote in chosen)
    return tuple(Proof(mark_forms(text, forms), locate(text)) for text in texts)


def _answers_in_words(question: Question, bank: Bank) -> tuple[str, ...]:
    """What is marked in the evidence: accepted forms, without "the" too, and names, and the items of a sequence."""
    forms = accepted_forms(question)
    items = tuple(Words(item.text).plain() for item in question.items) if isinstance(question, Order) else ()
    bare = tuple(_ARTICLE.sub("", form) for form in forms if _ARTICLE.match(form))
    return (*forms, *bare, *accepted_names(forms, question, bank), *items)


def mark_forms(text: str, forms: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """Part a quote into stretches; those that are one of the forms are marked, the longest first.

    Whole words and whole numbers, in any case; spaces, quotation marks and dashes of any kind. Scripts without spaces
    have no whole words to look for.
    """
    even = _even(text)
    spans = {span for form in forms if form.strip() for span in _places(even, _even(form.strip()))}
    stretches: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < at:
            continue
        if start > at:
            stretches.append((text[at:start], False))
        stretches.append((text[start:end], True))
        at = end
    if at < len(text):
        stretches.append((text[at:], False))
    return tuple(stretches)


def _even(text: str) -> str:
    """The text as it is searched, character by character."""
    lower = text.lower()
    if len(lower) != len(text):  # of "İ" two would be made
        lower = "".join(char if len(char.lower()) > 1 else char.lower() for char in text)
    return lower.translate(_ONE_FORM)


def _places(text: str, form: str) -> Iterator[tuple[int, int]]:
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not (_goes_on(text, start) or _goes_on(text, end)):
            yield start, end
        start = text.find(form, start + 1)


def _goes_on(text: str, at: int) -> bool:
    """Whether a word or a number stands on both sides of a place: that of "2" in "2.5" is none of its ends."""
    before, after = text[max(at - 2, 0) : at], text[at : at + 2]
    if not (before and after):
        return False
    word = in_word(before[-1]) and (in_word(after[0]) or is_combining(after[0]))
    return word or bool(_DIGITS.search(before + after[0]) or _DIGITS.search(before[-1] + after))


def from_the_text(place: str) -> str:
    """How a quote is introduced: "From the text, ¶ 3, sentence 4"."""
    return f"From the text, {place}" if place else "From the text"


def source_of(bank: Bank) -> str:
    """Where the words come from: author, title, publisher and date of the article, as far as the bank says."""
    title = f"“{bank.article_title}”" if bank.article_title else ""
    return ", ".join(filter(None, (bank.article_author, title, bank.publisher, bank.article_date)))
