"""One question that gives another away: the answer stands in its stem, and both are about the same fact.

That an answer stands somewhere in the bank means little, as a bank is on one topic. So the two questions have to share
words, each weighed by how few questions of the bank hold it: of what is asked, a good part must stand in the other
question, too. Answers are looked up as runs of words in each stem, so that no pair of questions is formed in vain.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import log
from typing import NamedTuple

from quizgen.answers.words.fold import fold
from quizgen.bank.model import Choice, Choices, Number, TrueFalse
from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.measured import has_sum_sign, is_sum, measure, measures_in
from quizgen.check.rule import Rule, bank_rule
from quizgen.check.scope import Case, Scope
from quizgen.check.words import content_words, words_of

__all__ = ["RULES", "named"]

_LONGEST = 12
"""Words of an answer beyond which it is a text of its own, which no stem repeats."""

_SHARE = 0.2
"""What part of the question, by weight, has to stand in the other one."""

_COMMON_SHARE = 0.5  # the same for an answer that many stems name: what the whole bank is about
_COMMON = 0.1  # as a part of the questions, from which an answer is common
_COMMON_FROM = 4
_FEWEST_SHARED = 2  # words: one in common is a topic, two are a fact
_FEWEST_UNKNOWN = 3  # the same in a language whose words are not known here: some may be syllables, or little words
_LONG_STEM = 0.5  # of what a long stem tells, the shared words are to be a part, too: it may mention this and that
_LITTLE = 0.1  # as a part of the questions, from which a word of a language other than English says nothing
_LITTLE_FROM = 3
_FRAME = 5  # questions that have the same words but for one or two: a drill
_FILLING = 2
_ASKED_BY = 20  # questions with one answer: beyond them it is a class that things are sorted into

_ROOT = 5  # letters by which two forms of a word are one: Russia and Russian, member and membership
_MARKS = re.compile("[\u0300-\u036f]")
_SYLLABLES = frozenset({"vi"})  # languages that part syllables, so that words cannot be told
_OR = frozenset({"or", "oder", "ou"})

_Words = tuple[str, ...]


class _Asked(NamedTuple):
    """An answer that is wanted: by the question at this place."""

    at: int
    answer: str


class _Telling(NamedTuple):
    """A stem that holds the answer of a question, and how much of that question's words it holds."""

    share: float
    asked: _Asked
    words: _Words


def named(case: Case) -> str:
    """A question as a message names it: by its id, or by its first words, and its line."""
    question = case.question
    name = question.id or f'"{shortened(" ".join(case.stem.split()[:5]))} …"'
    return f"{name} (line {question.line})" if question.line else name


def _tokens(text: str) -> list[str]:
    """The words of a text without case, marks and punctuation."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return words_of(text)


@lru_cache(maxsize=1024)
def _is_article(word: str, language: str) -> bool:
    return fold(f"{word} x", language) == "x"


def _answer_tokens(form: str, language: str) -> list[str]:
    """The words of an answer, without a leading article."""
    tokens = _tokens(form)
    return tokens[1:] if len(tokens) > 1 and _is_article(tokens[0], language) else tokens


def _roots(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_ROOT] if word.isalpha() else word for word in words)


class _Names:
    """The names of a bank: every form becomes the first one."""

    def __init__(self, groups: Iterable[Sequence[str]], language: str) -> None:
        self._forms: defaultdict[str, dict[_Words, _Words]] = defaultdict(dict)
        for group in groups:
            first, *_ = forms = [tuple(_answer_tokens(form, language)) for form in group]
            for form in forms:
                if form:
                    self._forms[form[0]].setdefault(form, first)

    def unified(self, tokens: list[str]) -> list[str]:
        """The words with every name in its first form."""
        if self._forms.keys().isdisjoint(tokens):
            return tokens
        result: list[str] = []
        at = 0
        while at < len(tokens):
            name, first = self._at(tokens, at)
            result += first
            at += name
        return result

    def _at(self, tokens: Sequence[str], at: int) -> tuple[int, Sequence[str]]:
        forms = self._forms.get(tokens[at], {})
        for form in sorted(forms, key=len, reverse=True):
            if tuple(tokens[at : at + len(form)]) == form:
                return len(form), forms[form]
        return 1, tokens[at : at + 1]


@dataclass
class _Index:
    """The questions of a bank by the words of their answers."""

    scope: Scope
    _filled: dict[frozenset[str], int] = field(default_factory=dict)  # how many questions hold all of these words

    @cached_property
    def names(self) -> _Names:
        """The names of the bank."""
        return _Names(self.scope.bank.names, self.scope.language)

    @cached_property
    def roots(self) -> list[frozenset[str]]:
        """Of every question the words that say what it is about."""
        roots = [
            _roots(case.stem_words | content_words(case.body) if case.body else case.stem_words)
            for case in self.scope.cases
        ]
        if self.scope.english:
            return roots
        times = Counter(root for each in roots for root in each)  # which are little words is seen from how common
        most = max(_LITTLE_FROM, _LITTLE * len(roots))
        return [frozenset(root for root in each if times[root] <= most) for each in roots]

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How rare each word is: what all questions hold weighs .7, what one of 1,000 holds 6.9."""
        holding = Counter(root for roots in self.roots for root in roots)
        count = len(self.roots)
        return {root: log(1 + count / times) for root, times in holding.items()}

    @cached_property
    def stems(self) -> list[list[str]]:
        """Every prompt and body as words."""
        return [
            self.names.unified(_tokens(f"{case.stem}\n{case.body}" if case.body else case.stem))
            for case in self.scope.cases
        ]

    @cached_property
    def answers(self) -> dict[_Words, list[_Asked]]:
        """Who asks for an answer, by its words, or by its value and unit; without those that too many ask for.

        Nor is there a secret where a question names its answer itself: "Which is longer: the Nile or the Rhine?".
        """
        asked: defaultdict[_Words, list[_Asked]] = defaultdict(list)
        for at, case in enumerate(self.scope.cases):
            for form in _forms(case):
                key = self._key(form, case.question.names)
                if key and (not asked[key] or asked[key][-1].at != at) and not self._names_itself(at, key):
                    asked[key].append(_Asked(at, form))
        return {key: who for key, who in asked.items() if len(who) <= _ASKED_BY}

    def _names_itself(self, at: int, key: _Words) -> bool:
        """Whether the stem of this question holds the answer."""
        stem, size = self.stems[at], len(key)
        if key[0] in stem:
            return any(tuple(stem[start : start + size]) == key for start in range(len(stem) - size + 1))
        return " " in key[0] and key[0] in measures_in(_front(self.scope.cases[at]))

    def _key(self, form: str, names: bool) -> _Words:
        if amount := measure(form):
            return (amount,)
        tokens = _answer_tokens(form, self.scope.language)
        key = tuple(self.names.unified(tokens) if names else tokens)
        return key if len(key) <= _LONGEST and _tells(key) else ()

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """How long the answers are that begin with a word."""
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for key in self.answers:
            lengths[key[0]].add(len(key))
        return {word: tuple(found) for word, found in lengths.items()}

    @cached_property
    def held(self) -> list[dict[_Words, list[_Asked]]]:
        """The answers that stand in each stem, with who asks for them."""
        return [dict(self._held(at)) for at in range(len(self.stems))]

    def _held(self, at: int) -> Iterator[tuple[_Words, list[_Asked]]]:
        """The answers that stand in a stem; not one of "the Moon or the Sun"."""
        stem, lengths = self.stems[at], self.lengths
        if not lengths.keys().isdisjoint(stem):
            for start, word in enumerate(stem):
                for length in lengths.get(word, ()):
                    key = tuple(stem[start : start + length])
                    if key in self.answers and not _an_alternative(stem, start, start + length):
                        yield key, self.answers[key]
        case = self.scope.cases[at]
        if not _is_false(case) and not _is_reckoned(case):
            for amount in measures_in(_front(case)):
                if (amount,) in self.answers:
                    yield (amount,), self.answers[amount,]

    @cached_property
    def common(self) -> frozenset[_Words]:
        """The answers that many stems hold."""
        times = Counter(words for held in self.held for words in held)
        least = max(_COMMON_FROM, _COMMON * len(self.stems))
        return frozenset(words for words, count in times.items() if count >= least)

    def wanted(self, asked: _Asked) -> frozenset[str]:
        """The words of a question without those of its answer."""
        return self.roots[asked.at] - _roots(content_words(asked.answer))

    def weight(self, roots: Iterable[str]) -> float:
        """What words weigh together; those of quotes alone weigh nothing."""
        return sum(self.weights.get(root, 0.0) for root in roots)

    @cached_property
    def _holding(self) -> Mapping[str, set[int]]:
        """The questions that hold each word."""
        holding: defaultdict[str, set[int]] = defaultdict(set)
        for at, roots in enumerate(self.roots):
            for root in roots:
                holding[root].add(at)
        return holding

    def is_drill(self, asked: _Asked, at: int) -> bool:
        """Whether both fill one frame that others fill, too: "Who followed Nero?", "Who followed Galba?"."""
        wanted = self.wanted(asked)
        frame = self.roots[at] - _roots(content_words(asked.answer))
        if not frame or not frame <= wanted or len(wanted - frame) > _FILLING:
            return False
        filled = self._filled.get(frame)
        if filled is None:
            filled = self._filled[frame] = len(set.intersection(*(self._holding[root] for root in frame)))
        return filled >= _FRAME


def _forms(case: Case) -> Iterator[str]:
    """The forms of every answer that is wanted word for word."""
    if isinstance(case.question, Choice | Choices):
        for place in case.keys:
            yield case.options[place]
    for forms in case.members:
        yield from forms


def _tells(key: _Words) -> bool:
    """Whether these words can be an answer that somebody recognises: not "both", "B", "1945" or "π/4"."""
    return (
        key != ("yes",)
        and any(len(word) > 1 and any(map(str.isalpha, word)) for word in key)
        and bool(content_words(" ".join(key)))
    )


def _an_alternative(stem: Sequence[str], start: int, end: int) -> bool:
    """Whether the words are one of several that the stem lets choose from."""
    before = stem[max(start - 2, 0) : start]
    return not _OR.isdisjoint(before) or (end < len(stem) and stem[end] in _OR)


def _front(case: Case) -> str:
    return f"{case.stem}\n{case.body}"


def _is_reckoned(case: Case) -> bool:
    """Whether its numbers are there to reckon with: in a formula, or several where a number is asked."""
    text = _front(case)
    return has_sum_sign(text) or (isinstance(case.question, Number) and is_sum(text))


def _is_false(case: Case) -> bool:
    """Whether it is a false statement: its number is likely to be what is false in it."""
    return isinstance(case.question, TrueFalse) and not case.question.true


def _telling(index: _Index, at: int) -> Iterator[_Telling]:
    """The questions that the one at this place gives away."""
    others = [(asked, words) for words, who in index.held[at].items() for asked in who if asked.at != at]
    if not others:
        return
    case = index.scope.cases[at]
    about = index.roots[at] | _evidence_roots(case)
    own = frozenset(map(str.casefold, _forms(case)))
    for asked, words in others:
        if asked.answer.casefold() not in own:
            share = _shared(index, asked, about)
            if share >= (_COMMON_SHARE if words in index.common else _SHARE) and not index.is_drill(asked, at):
                yield _Telling(share, asked, words)


def _evidence_roots(case: Case) -> frozenset[str]:
    """The words of a question's quotes: they, too, say what it is about."""
    return _roots(word for quote in case.question.all_evidence() for word in content_words(quote.text))


def _shared(index: _Index, asked: _Asked, about: frozenset[str]) -> float:
    """What part of a question's words, by weight and without its answer, is found in the words of another."""
    wanted = index.wanted(asked)
    shared = wanted & about
    if len(shared) < (_FEWEST_SHARED if index.scope.english else _FEWEST_UNKNOWN):
        return 0.0
    return index.weight(shared) / max(index.weight(wanted), _LONG_STEM * index.weight(about))


@bank_rule(
    "given-away",
    "warning",
    title="a question whose stem holds the answer of another",
    why="On a sheet or in a deck both are seen, and one tells what the other asks. Word the one without that answer, "
    "or keep only one of them.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 4: keep items independent of each other",
    bad="""\
## Which bird carries the seeds of the stone pine over the mountains? {#carrier}
= the nutcracker

## How many seeds of the stone pine does a nutcracker hide in a summer? {#hidden}
= about 100,000
kind: short
""",
    good="""\
## Which bird carries the seeds of the stone pine over the mountains? {#carrier}
= the nutcracker

## How long does a young nutcracker stay in its nest? {#nest}
= three weeks
kind: short
""",
)
def _given_away(scope: Scope) -> Iterator[Flaw]:
    index = _Index(scope)
    if scope.language in _SYLLABLES or not index.answers:
        return
    for at, case in enumerate(scope.cases):
        most = max(_telling(index, at), key=lambda telling: telling.share, default=None)
        if most:
            other = scope.cases[most.asked.at]
            message = (
                f'this gives away "{shortened(most.asked.answer)}", the answer of {named(other)}; '
                "word it without that, or keep one of the two"
            )
            yield Flaw(message, words=_as_written(case, most), at=at)


def _as_written(case: Case, telling: _Telling) -> str:
    """The answer as the prompt has it; empty where it has another form of it, or the body holds it."""
    text = telling.asked.answer
    words = [text] if text in case.question.prompt else telling.words
    found = re.search(r"[\W_]+".join(map(re.escape, words)), case.question.prompt, re.IGNORECASE)
    return found[0] if found else ""


RULES: tuple[Rule, ...] = (_given_away,)
