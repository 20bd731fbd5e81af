"""What of an article is asked: which paragraphs, sentences and words the quotes of its banks stand in.

Where the article is there, its words say so; where only a seal is, the places that the seal holds. Approved questions
count; a draft has its place, and asks nothing yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.article.seal import Seal, article_digest
from quizgen.check.scope import Case, Scope

if TYPE_CHECKING:
    from quizgen.article.model import Article

__all__ = ["AskedParagraph", "Asking", "Coverage", "coverages", "ranges"]

_PLACE = re.compile(r"¶ (\d{1,5}), sentences? (\d{1,5})(?:–(\d{1,5}))?")
"""A place in a counted paragraph, as ``locator`` writes it and a seal keeps it."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A quote of a question at its place.

    ``place`` is as ``locator`` says it, or "" where nobody knows it. ``paragraph``, ``first`` and ``last`` (sentence)
    count from 1 and are 0 outside counted paragraphs. ``span`` is in offsets of the article's text, or None without it.
    """

    case: Case
    quote: str
    place: str = ""
    paragraph: int = 0
    first: int = 0
    last: int = 0
    span: tuple[int, int] | None = None

    @property
    def approved(self) -> bool:
        """Whether it is an approved question that asks."""
        return self.case.question.approved


@dataclass(frozen=True, slots=True)
class AskedParagraph:
    """A counted paragraph with the quotes that stand in it, in the order of the banks.

    ``sentences`` is how many it has, or None where that is not known.
    """

    number: int
    sentences: int | None
    askings: tuple[Asking, ...]

    @property
    def cases(self) -> tuple[Case, ...]:
        """The approved questions that ask it."""
        return tuple(dict.fromkeys(asking.case for asking in self.askings if asking.approved))

    @property
    def drafts(self) -> tuple[Case, ...]:
        """The drafts that would ask it."""
        return tuple(dict.fromkeys(asking.case for asking in self.askings if not asking.approved))

    @property
    def asked(self) -> tuple[int, ...]:
        """The sentences that are asked."""
        return _sentences(asking for asking in self.askings if asking.approved)

    @property
    def never(self) -> tuple[int, ...]:
        """The sentences that are never asked; none where it is not known how many there are."""
        asked = set(self.asked)
        return tuple(number for number in range(1, (self.sentences or 0) + 1) if number not in asked)

    def sentences_of(self, case: Case) -> tuple[int, ...]:
        """The sentences of it that a question quotes."""
        return _sentences(asking for asking in self.askings if asking.case is case)


@dataclass(frozen=True)
class Coverage:
    """What the banks of one article ask of it; ``text`` and ``seal`` are None where they are not there.

    ``name`` is the article's file, without its folder; "" is the name of those banks that have none.
    """

    name: str
    scopes: tuple[Scope, ...]
    text: Article | None = None
    seal: Seal | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known of where the quotes stand."""
        return self.text is not None or self.seal is not None

    @property
    def exact(self) -> bool:
        """Whether ``covered`` is counted in the text; by seals alone it is "at most", as quotes may overlap."""
        return self.text is not None

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Every question of the banks, drafts among them."""
        return tuple(case for scope in self.scopes for case in scope.cases)

    @cached_property
    def askings(self) -> tuple[Asking, ...]:
        """Every quote at its place, those of drafts among them."""
        return tuple(self._asking(case, quote.text) for case in self.cases for quote in case.question.all_evidence())

    def askings_of(self, case: Case) -> tuple[Asking, ...]:
        """The quotes of one question."""
        return self._by_case.get(case, ())

    @cached_property
    def _by_case(self) -> dict[Case, tuple[Asking, ...]]:
        return {case: tuple(group) for case, group in groupby(self.askings, attrgetter("case"))}

    def _asking(self, case: Case, quote: str) -> Asking:
        if self.text is not None:
            return _found(self.text, case, quote)
        return _placed(case, quote, case.scope.seal.place(quote) if case.scope.seal else "")

    @cached_property
    def paragraphs(self) -> tuple[AskedParagraph, ...]:
        """The counted paragraphs; where nothing says how many there are, those that a quote stands in."""
        inside: dict[int, list[Asking]] = {}
        for one in self.askings:
            if one.paragraph:
                inside.setdefault(one.paragraph, []).append(one)
        counts = dict(enumerate(self._sentence_counts, 1))
        return tuple(
            AskedParagraph(number, counts.get(number), tuple(inside.get(number, ())))
            for number in counts or sorted(inside)
        )

    @cached_property
    def _sentence_counts(self) -> tuple[int, ...]:
        if self.text is not None:
            from quizgen.article.size import sentence_counts

            return sentence_counts(self.text)
        return self.seal.sentences if self.seal else ()

    @cached_property
    def elsewhere(self) -> tuple[Case, ...]:
        """The questions none of whose quotes stands in a counted paragraph, drafts among them."""
        placed = {asking.case for paragraph in self.paragraphs for asking in paragraph.askings}
        return tuple(case for case in self.cases if case not in placed)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """The quotes of approved questions that stand in the article, each once, whatever its marks."""
        return _each_once(one.quote for one in self.askings if one.approved and one.place)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the text is quoted, overlapping quotes as one; empty without the text."""
        return _merged(one.span for one in self.askings if one.approved)

    @cached_property
    def words(self) -> int | None:
        """The words of the counted paragraphs, or None where that is not known."""
        if self.text is not None:
            from quizgen.article.size import body_words

            return body_words(self.text)
        return self.seal.words if self.seal else None

    @cached_property
    def covered(self) -> int | None:
        """How many of ``words`` the quotes cover, or None where that is not known; see ``exact``."""
        if self.words is None:
            return None
        from quizgen.article.size import word_count

        inside = [one for one in self.askings if one.approved and one.paragraph]
        if self.text is None:
            return min(self.words, sum(map(word_count, _each_once(one.quote for one in inside))))
        return sum(word_count(self.text.text[start:end]) for start, end in _merged(one.span for one in inside))

    @property
    def share(self) -> float | None:
        """``covered`` of ``words``, from 0 to 1, or None where that is not known."""
        return self.covered / self.words if self.words and self.covered is not None else None


def coverages(scopes: Sequence[Scope]) -> tuple[Coverage, ...]:
    """The banks by their article, in the order in which each article comes first."""
    together: dict[str, list[Scope]] = {}
    for scope in scopes:
        together.setdefault(_article_key(scope), []).append(scope)
    return tuple(_coverage(tuple(group)) for group in together.values())


def _article_key(scope: Scope) -> str:
    if scope.article is not None:
        return article_digest(scope.article)
    return scope.seal.digest if scope.seal else f"name: {scope.bank.article}"


def _coverage(scopes: tuple[Scope, ...]) -> Coverage:
    text = next((scope.article for scope in scopes if scope.article is not None), None)
    seals = [scope.seal for scope in scopes if scope.seal is not None]
    # one text, so any seal that counted its sentences counted those of all
    seal = max(seals, key=lambda seal: (bool(seal.sentences), seal.words is not None), default=None)
    name = text.name if text else seal.article if seal else scopes[0].bank.article
    return Coverage(Path(name).name if name else "", scopes, text, seal)


def _found(article: Article, case: Case, quote: str) -> Asking:
    from quizgen.article.quote import find_quote, locator

    place = find_quote(article, quote)
    if place is None:
        return Asking(case, quote)
    span = (place.start, place.end)
    numbers = (place.paragraph or 0, place.sentence or 0, place.last_sentence or 0)
    return Asking(case, quote, locator(place), *numbers, span)


def _placed(case: Case, quote: str, place: str) -> Asking:
    found = _PLACE.fullmatch(place)
    if found is None:
        return Asking(case, quote, place)
    paragraph, first, last = found.groups()
    return Asking(case, quote, place, int(paragraph), int(first), int(last or first))


def _sentences(askings: Iterable[Asking]) -> tuple[int, ...]:
    return tuple(sorted({number for one in askings if one.paragraph for number in range(one.first, one.last + 1)}))


def _each_once(quotes: Iterable[str]) -> tuple[str, ...]:
    from quizgen.article.normal import normalise

    return tuple({normalise(quote).text: quote for quote in quotes}.values())


def _merged(spans: Iterable[tuple[int, int] | None]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that overlap as one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span):
        if apart and start < apart[-1][1]:
            start, end = apart[-1][0], max(end, apart.pop()[1])
        apart.append((start, end))
    return tuple(apart)


def ranges(numbers: Sequence[int]) -> str:
    """Rising numbers in words: "2, 4–6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
