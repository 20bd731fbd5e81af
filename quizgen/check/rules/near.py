"""Questions that are asked twice: stems that are nearly the same, with answers that say the same.

In a bank on one topic many stems are alike ("What is the capital of France?", "… of Finland?"), so letters alone tell
too little. A question is a near-duplicate of an earlier one where

- the cosine of the counts of their 4-letter sequences is .70 or more: together with
- the cosine of their words, each weighed by how few questions of the bank hold it: what many stems share, such as
  "capital", counts for little, and what one stem alone holds, such as "Finland", for much; and
- their answers are alike, or there are none to compare, and then the stems have to be nearly the same.

Two stems with other numbers in them, or with other pictures, are two questions.

Whoever is to reach a cosine must share one of the rarest words of both (the prefix filter of Chaudhuri, Ganti and
Kaushik, 2006), so each question is held only against those. It finds what a loop over all pairs finds, but where more
than 64 earlier questions share such a word: of these the ones that share the rarest words are looked at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import log, sqrt

from quizgen.answers.words.fold import fold
from quizgen.bank.cloze import segments_of
from quizgen.bank.model import Blank, Choice, Choices, Cloze, List, Match, Number, Open, Order, Short, TrueFalse
from quizgen.bank.quantity import read_quantity
from quizgen.check.finding import Flaw
from quizgen.check.rule import Rule, bank_rule
from quizgen.check.rules.across import named
from quizgen.check.scope import Case, Scope
from quizgen.check.words import content_words, words_of
from quizgen.text.plain import block_plain, inline_plain

__all__ = ["RULES", "Rarity", "Stem", "first_like", "letters_alike", "same_question"]

_LETTERS = 0.70
"""The cosine of 4-letter sequences from which two stems may be one question."""

_WORDS = 0.60
"""The cosine of the weighed words from which they may be."""

_NEARLY = 0.85  # both cosines, where there are no answers to compare
_GRAM = 4
_LOOKED_AT = 64  # earlier questions that one is held against at most

_ROOT = 5  # letters of a word that count in languages whose endings are not known here
_NUMBER = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")

_Says = tuple[str, ...]


def letters_alike(one: str, other: str) -> float:
    """The cosine of the counts of 4-letter sequences of two folded texts: 1 for the same, 0 for none in common."""
    first, second = _grams(one), _grams(other)
    shared = sum(count * second[gram] for gram, count in first.items() if gram in second)
    return shared / sqrt(_square(first) * _square(second)) if shared else 0.0


def _grams(text: str) -> Counter[str]:
    padded = f" {text} "
    return Counter(padded[at : at + _GRAM] for at in range(max(len(padded) - _GRAM + 1, 1)))


def _square(counts: Mapping[str, int]) -> int:
    return sum(count * count for count in counts.values())


@dataclass(eq=False)
class Stem:
    """A question with what it is compared by; what few comparisons need is made when it is needed."""

    at: int
    case: Case

    @cached_property
    def text(self) -> str:
        """Prompt and body as a person reads them, a cloze with its answers filled in."""
        if isinstance(self.case.question, Cloze):
            return _filled(self.case.question)
        return f"{self.case.stem}\n{self.case.body}" if self.case.body else self.case.stem

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that carry meaning; outside English without what may be their endings."""
        if not self.case.scope.english:
            return frozenset(word[:_ROOT] for word in words_of(self.text))
        if isinstance(self.case.question, Cloze) or self.case.body:
            return content_words(self.text)
        return self.case.stem_words

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in the text."""
        return frozenset(number.replace(",", "") for number in _NUMBER.findall(self.text))

    @cached_property
    def folded(self) -> str:
        """The text as it is compared."""
        return fold(self.text, self.case.scope.language)

    @cached_property
    def answers(self) -> tuple[_Says, ...]:
        """What is right, in each of its forms, as words; of several things all in one. Empty where none is known."""
        return tuple(says for text in _answers(self.case) if (says := _said(text, self.case.scope.english)))

    @property
    def whole(self) -> tuple[object, ...]:
        """All that it is compared by."""
        return type(self.case.question), self.folded, self.answers, self.shown

    @cached_property
    def shown(self) -> tuple[str, str, str]:
        """What else a person has before the eyes, or hears: the question may be about that."""
        question = self.case.question
        image, audio = question.image, question.audio
        return image.file if image else "", audio.file if audio else "", self.case.topic.text


def _filled(question: Cloze) -> str:
    texts = ("".join(part.forms[0] if isinstance(part, Blank) else part for part in parts)
             for parts in segments_of(question))  # fmt: skip
    prompt, body = texts
    return f"{inline_plain(prompt)}\n{block_plain(body)}" if body else inline_plain(prompt)


def _answers(case: Case) -> Iterator[str]:
    match case.question:
        case Choice() | Choices():
            yield " ".join(sorted(case.options[place] for place in case.keys))
        case Short() | Number() as question:
            yield from (form for answer in question.answers for form in answer.forms)
        case Cloze() as question:
            yield from question.blanks[0].forms if len(question.blanks) == 1 else (_several(case.members),)
        case List():
            yield _several(case.members)
        case Match() as question:
            yield " ".join(sorted(f"{pair.left} {pair.forms[0]}" for pair in question.matched))
        case Order() as question:
            yield " ".join(item.text for item in question.items)
        case Open() as question:
            yield " ".join(point.text for point in question.marking)
            yield " ".join(answer.forms[0] for answer in question.model)
        case TrueFalse():
            return


def _several(members: Iterable[Sequence[str]]) -> str:
    return " ".join(sorted(forms[0] for forms in members))


def _said(text: str, english: bool) -> _Says:
    """What an answer says: a number by its value, a text by its words in order; little ones only if it has no other."""
    quantity = read_quantity(text)
    if quantity:
        return (f"{quantity.value.normalize()} {quantity.dimension}",)
    words = words_of(text)
    if english:
        return tuple(root for word in words for root in content_words(word)) or tuple(words)
    return tuple(words)


def _answers_alike(one: Stem, other: Stem) -> bool:
    """Whether an answer of one says what an answer of the other says, or says it and a little more."""
    return any(_within(first, second) or _within(second, first) for first in one.answers for second in other.answers)


def _within(short: _Says, long: _Says) -> bool:
    """Whether the words of the short one stand in the long one in their order, and are half of it."""
    if not len(short) <= len(long) <= 2 * len(short):
        return False
    rest = iter(long)
    return all(word in rest for word in short)


class Rarity:
    """The words of some questions, each weighed by how few of these questions hold it."""

    def __init__(self, stems: Sequence[Stem]) -> None:
        holding = Counter(word for stem in stems for word in stem.words)
        # squares, as cosines want them
        self._weights = {word: log(1 + len(stems) / times) ** 2 for word, times in holding.items()}
        self._lengths = [self._weigh(stem.words) for stem in stems]

    def _weigh(self, words: Iterable[str]) -> float:
        weights = self._weights
        return sum([weights[word] for word in words])

    def alike(self, one: Stem, other: Stem) -> float:
        """The cosine of the weighed words of two of the questions."""
        shared = one.words & other.words
        return self._weigh(shared) / sqrt(self._lengths[one.at] * self._lengths[other.at]) if shared else 0.0

    def rarest(self, stem: Stem) -> list[str]:
        """The rarest words, without which the others cannot reach the cosine; equally rare ones by their letters."""
        weights = self._weights
        words = sorted(stem.words, key=lambda word: (-weights[word], word))
        rest = self._lengths[stem.at]
        least = rest * _WORDS**2
        for place, word in enumerate(words):
            if rest < least:
                return words[:place]
            rest -= weights[word]
        return words


def same_question(one: Stem, other: Stem, rarity: Rarity) -> bool:
    """Whether two questions ask the same."""
    words = rarity.alike(one, other)
    if words < _WORDS or one.shown[:2] != other.shown[:2]:
        return False
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return False
    if one.answers and other.answers:
        if _answers_alike(one, other):
            return letters_alike(one.folded, other.folded) >= _LETTERS
        # who is asked the same twice and has to answer otherwise; but two choices may have one stem and other options
        listed = isinstance(one.case.question, Choice | Choices) or isinstance(other.case.question, Choice | Choices)
        return not listed and one.shown == other.shown and one.folded == other.folded
    if isinstance(one.case.question, TrueFalse) != isinstance(other.case.question, TrueFalse):
        return False
    return words >= _NEARLY and letters_alike(one.folded, other.folded) >= _NEARLY


def first_like(stems: Sequence[Stem]) -> Iterator[tuple[Stem, Stem]]:
    """Each question that asks the same as an earlier one, with the first such; ``at`` counts them from 0."""
    rarity = Rarity(stems)
    by_word: defaultdict[str, list[Stem]] = defaultdict(list)
    known: set[tuple[object, ...]] = set()
    for stem in stems:
        rarest = rarity.rarest(stem)
        sharing = (earlier for word in rarest for earlier in by_word.get(word, ()))
        candidates = {earlier.at: earlier for earlier in islice(sharing, _LOOKED_AT)}
        found = next((candidates[at] for at in sorted(candidates) if same_question(candidates[at], stem, rarity)), None)
        if found:
            yield stem, found
            if stem.whole in known:  # an earlier one is wholly the same: what is like this one is like that one
                continue
            known.add(stem.whole)
        for word in rarest:
            by_word[word].append(stem)


@bank_rule(
    "near-duplicate",
    "warning",
    title="a question that asks the same as an earlier one",
    why="It takes the time of a question and tests nothing new, and in a deck it comes back twice as often. Delete one "
    "of the two, or let it ask for something else.",
    source="Our own measurement: the cosine of the counts of 4-letter sequences at .70 tells duplicates from other "
    "questions as well as a model of the meaning of sentences (area under the curve .876 and .880)",
    bad="""\
## Which river has the highest tidal bore of the world? {#bore}
= the Qiantang

## Which river of the world has the highest tidal bore? {#highest}
= Qiantang
""",
    good="""\
## Which river has the highest tidal bore of the world? {#bore}
= the Qiantang

## How high can a tidal bore rise, in metres? {#height}
= 9
unit: metres
""",
)
def _near_duplicate(scope: Scope) -> Iterator[Flaw]:
    for stem, same in first_like([Stem(at, case) for at, case in enumerate(scope.cases)]):
        yield Flaw(f"this asks the same as {named(same.case)}; delete one, or ask for something else", at=stem.at)


RULES: tuple[Rule, ...] = (_near_duplicate,)
