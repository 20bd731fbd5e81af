"""Every answer that a bank knows, to be found by what is spelled nearly alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.answers.edits import edits
from quizgen.answers.fold import compared, fold, unify
from quizgen.bank.model import Answer, Bank, Blank, Cloze, Item, Open, Option, Pair, Point, Question, TrueFalse
from quizgen.text.plain import inline_plain

__all__ = ["Known", "known_to", "texts_of"]

_KEPT = 4  # banks whose known answers are kept: a session and a build hold one, a course some


class Known:
    """Texts as they are compared, by length; each with a mask of its letters, by which most are passed over."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[int, str]]] = {}
        for text in dict.fromkeys(texts):
            self._by_length.setdefault(len(text), []).append((_mask(text), text))

    def near(self, said: str, most: int) -> Iterator[str]:
        """The texts that lie at most so many edits from what was said."""
        mask = _mask(said)
        for length in range(len(said) - most, len(said) + most + 1):
            for other, text in self._by_length.get(length, ()):
                if (mask ^ other).bit_count() <= 2 * most and edits(said, text, most) <= most:
                    yield text


def _mask(text: str) -> int:
    """Which letters a text holds; one edit changes two of them at most."""
    mask = 0
    for char in text:
        mask |= 1 << (ord(char) & 63)
    return mask


_indexed: dict[int, tuple[Bank, Known]] = {}


def known_to(bank: Bank) -> Known:
    """The answers that a bank knows, read once: by identity, for to compare whole banks would cost more."""
    found = _indexed.get(id(bank))
    if found and found[0] is bank:
        return found[1]
    known = Known(_texts_of_bank(bank))
    while len(_indexed) >= _KEPT:
        _indexed.pop(next(iter(_indexed)), None)
    _indexed[id(bank)] = (bank, known)
    return known


def _texts_of_bank(bank: Bank) -> Iterator[str]:
    language = bank.language or "en"
    texts = [text for question in bank.questions for text in texts_of(question, language)]
    texts += [fold(form, language) for group in bank.names for form in group]
    texts += [fold(gloss.term, language) for gloss in bank.glossary]
    yield from texts
    yield from (unify(text, bank.names, language) for text in texts)


def texts_of(question: Question, language: str) -> Iterator[str]:
    """Every answer, right or wrong, that stands under a question, folded; not the sentences of open questions."""
    forms = [form for wrong in question.wrong for form in wrong.forms]
    shown: list[str] = []
    if not isinstance(question, TrueFalse | Open):
        parts = question.blanks if isinstance(question, Cloze) else question.parts()
        for part in parts:
            forms += part.forms if isinstance(part, Answer | Pair | Blank) else ()
            shown += _shown(part)
    yield from (compared(form, language) for form in forms)
    yield from (fold(inline_plain(text), language) for text in shown)


def _shown(part: Answer | Option | Pair | Item | Point | Blank) -> tuple[str, ...]:
    """What a part shows as Markdown."""
    if isinstance(part, Option | Item):
        return (part.text,)
    return (part.left,) if isinstance(part, Pair) and part.left else ()
