"""Every answer that a bank knows, to be found by what is spelled nearly alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from quizgen.answers.words.edits import edits
from quizgen.answers.words.fold import compared, fold, unify
from quizgen.bank.model import Answer, Bank, Blank, Cloze, Item, Open, Option, Pair, Point, Question, TrueFalse
from quizgen.text.plain import inline_plain

__all__ = ["Known", "known_to", "texts_of"]

_KEPT = 4  # banks whose known answers are kept: a session and a build hold one, a course some


class Known:
    """Texts as they are compared, to be found by what is spelled nearly alike.

    An edit touches two neighbouring letters at most, so that of five parts of a text one stays whole through two edits
    (of three parts through one): texts are looked up by their parts.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(dict.fromkeys(texts))
        self._set = frozenset(self._texts)
        self._by_last: dict[str, list[str]] | None = None
        self._by_part: dict[int, dict[tuple[int, int, str], list[str]]] = {}

    def near(self, said: str, most: int) -> Iterator[str]:
        """The texts that lie at most so many edits from what was said."""
        if not most:
            yield from (said,) if said in self._set else ()
            return
        by_part = self._parts(most)
        seen: set[str] = set()
        for length in range(max(1, len(said) - most), len(said) + most + 1):
            for start, end in _cuts(length, most):
                for at in range(max(0, start - most), start + most + 1):
                    seen.update(by_part.get((length, start, said[at : at + end - start]), ()))
        yield from (text for text in sorted(seen) if edits(said, text, most) <= most)

    def ending(self, word: str) -> Iterator[str]:
        """The texts of which a word is the last."""
        if self._by_last is None:
            self._by_last = {}
            for text in self._texts:
                self._by_last.setdefault(text.rpartition(" ")[2], []).append(text)
        yield from self._by_last.get(word, ())

    def _parts(self, most: int) -> dict[tuple[int, int, str], list[str]]:
        if most not in self._by_part:
            by_part: dict[tuple[int, int, str], list[str]] = {}
            for text in self._texts:
                for start, end in _cuts(len(text), most):
                    by_part.setdefault((len(text), start, text[start:end]), []).append(text)
            self._by_part[most] = by_part
        return self._by_part[most]


@cache
def _cuts(length: int, most: int) -> tuple[tuple[int, int], ...]:
    """Where the parts of a text of this length begin and end."""
    parts = 2 * most + 1
    ends = [length * part // parts for part in range(parts + 1)]
    return tuple(pairwise(ends))


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
