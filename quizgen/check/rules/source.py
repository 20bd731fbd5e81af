"""What the article itself brings along: its slips, and wrong options that it calls right."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from math import ceil

from quizgen.answers.words.fold import fold
from quizgen.article.model import Article
from quizgen.article.quote import compared_blocks, compared_spans
from quizgen.bank.model import Choice, Choices, Option, Question, Quote, TrueFalse
from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.within import holds
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import Case
from quizgen.check.words import content_words

__all__ = ["RULES"]

_BRACKETED = re.compile(r"\(([A-Z]{3,6})s?\)")
_ABBREVIATION = re.compile(r"(?<!\w)[A-Z]{3,6}(?=s?(?!\w))")
_BEFORE = re.compile(r"[^.;:!?()]*$")
_NAME_WORD = re.compile(r"[^\W\d_]+")
# what is asked here is true of one of several only, or of none
_ONE_OF_ALL = re.compile(
    r"\b(?:not|never|except|least|less|fewer|most|more|first|last|next|then|before|after|earlier|later|order|only|main"
    r"|chief|best|worst|both|all|how (?:many|much|far|long|often)|number|rank|compared?|differ\w*|than"
    r"|[a-z]{3,}(?<!for)est)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n")
_AND = re.compile(r"\s*(?:,|\b(?:and|or|as well as)\b|&)\s*")
_NO_ITEM = re.compile(
    r"[0-9;:()]|\b(?:in|on|at|by|with|from|to|for|as|than|is|are|was|were|has|have|had|that|which|who)\b"
)
_DIGIT = re.compile(r"[0-9]")
_RELATED = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$")
_DENIED = re.compile(r"\b(?:not|never|no|nor|neither|without|unlike|instead)\b|n['’]t\b", re.IGNORECASE)
_PART, _PART_AFTER = 3, 4  # letters of the first and the second part of a compound
_ITEM_WORDS = 3  # of what stands between two members of one enumeration
_SHARED = 0.8  # of a stem's words that a sentence has to hold to say the same
_FEWEST = 3  # words of a stem that a sentence has to share
_NO_INITIALS = frozenset({"ISO"})  # no initials: chosen to be the same in every language
_SKIPPED_WORDS = "of the and for in on to at by with de la du der die das und et a an"
_SKIPPED = frozenset(_SKIPPED_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Slip:
    """An abbreviation that differs in one letter from the words before it."""

    words: str
    short: str
    meant: str


@question_rule(
    "abbreviation",
    "warning",
    title="an abbreviation that does not match its words",
    why="One letter differs from the initials of the words before it, or two are swapped: a slip, and students will "
    "learn it. Where the article has it, correct it in the question and say so in a note.",
    source="Our own rule: errors of the source pass through into questions; the initials show this one",
    bad="## When is the mean high tide (MLT) measured? {#mean}\n= all through the year\n",
    good="## When is the mean high tide (MHT) measured? {#mean}\n= all through the year\n",
    needs="article",
)
def abbreviation(case: Case) -> Iterator[Flaw]:
    """In what the bank shows and quotes; and an abbreviation of it that is a slip of the article."""
    if not case.scope.english:
        return
    named = _slips_of(case.scope.article) if case.scope.article else {}
    seen = set()
    for text, line in _texts(case.question):
        if "(" in text:
            for slip in _slips(text):
                seen.add(slip.short)
                message = f'"{slip.short}" does not match "{slip.words}"; {slip.meant} is meant, or is it another name?'
                yield Flaw(message, line, f"({slip.short}")
        for short in named:
            if short in text and short not in seen and short in _ABBREVIATION.findall(text):
                seen.add(short)
                message = (
                    f'the article writes "{named[short].words} ({short})", which does not match; '
                    f"see whether {named[short].meant} is meant"
                )
                yield Flaw(message, line, short)


def _texts(question: Question) -> Iterator[tuple[str, int]]:
    """What is shown or quoted, with its line; the teacher's note is not."""
    yield question.prompt, 0
    for text in (question.body, question.explain, question.hint):
        if text:
            yield text, 0
    if isinstance(question, TrueFalse):
        yield question.correction, 0
    for quote in question.evidence:
        yield quote.text, quote.line
    for part in question.parts():
        forms = getattr(part, "forms", ())
        for text in (getattr(part, "text", ""), getattr(part, "left", ""), *forms, part.feedback):
            if text:
                yield text, part.line
        for quote in part.evidence:
            yield quote.text, quote.line


@lru_cache(maxsize=8)
def _slips_of(article: Article) -> dict[str, _Slip]:
    """The slips of an article by their abbreviation."""
    return {slip.short: slip for slip in _slips(compared_blocks(article)[1])}


def _slips(text: str) -> Iterator[_Slip]:
    for found in _BRACKETED.finditer(text):
        before = _BEFORE.search(text, max(found.start() - 120, 0), found.start())
        slip = _slip(found[1], before[0].rpartition("\n")[2] if before else "")
        if slip:
            yield slip


def _slip(short: str, before: str) -> _Slip | None:
    """The words before an abbreviation whose initials are the same but for one letter, or but for two in wrong order.

    More letters that differ, or the first, make it a name in another language (the GDR's DDR). A letter that begins a
    part of a word is no slip either (TVB of "Television Bureau").
    """
    words = [word for word in _NAME_WORD.finditer(before) if word[0].lower() not in _SKIPPED][-len(short) :]
    if len(words) < len(short) or short in _NO_INITIALS:
        return None
    meant = "".join(word[0][0].upper() for word in words)
    wrong = [place for place, letter in enumerate(short) if letter != meant[place]]
    if not wrong or wrong[0] == 0 or not (_swapped(short, meant, wrong) or _mistaken(short, words, wrong)):
        return None
    return _Slip(before[words[0].start() :].strip(), short, meant)


def _swapped(short: str, meant: str, wrong: Sequence[int]) -> bool:
    """Whether two neighbours changed places; other languages begin with another word (UE, OTAN)."""
    if len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    return short[wrong[0]] == meant[wrong[1]] and short[wrong[1]] == meant[wrong[0]]


def _mistaken(short: str, words: Sequence[re.Match[str]], wrong: Sequence[int]) -> bool:
    """Whether one letter is wrong, and does not stand for a part of a word, or as X for "ex", "trans" or "cross"."""
    if len(wrong) != 1 or short[wrong[0]] == "X":
        return False
    at = wrong[0]
    first, letter = short[at - 1].lower(), short[at].lower()
    return not any(_begins_part(word[0].lower(), first, letter) for word in words[at - 1 : at + 1])


def _begins_part(word: str, first: str, letter: str) -> bool:
    """Whether a word with this first letter has the other one where a second part may begin: tele-vision."""
    return word.startswith(first) and letter in word[_PART : 1 - _PART_AFTER]


@question_rule(
    "distractor-true",
    "warning",
    Choice,
    Choices,
    title="a wrong option that the article calls right",
    why="A student who has read well may tick it, and is marked wrong. Take another option, or ask more narrowly.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 19: only one of the options is right",
    bad="## Which food was on board? {#food}\n- [x] bread\n  > laden with bread and salt\n- [ ] salt\n- [ ] wine\n",
    good="## Which food was on board? {#food}\n- [x] bread\n  > laden with bread and salt\n- [ ] rice\n- [ ] wine\n",
    article="The ship was laden with bread and salt.\n",
    needs="article",
)
def distractor_true(case: Case) -> Iterator[Flaw]:
    """A wrong option in one enumeration with a right one, or in another sentence that says what the stem says.

    Not where the question is for one of several: the first, the largest, the only one.
    """
    if not case.scope.english:
        return
    wrong = _wrong_options(case)
    if not wrong or _ONE_OF_ALL.search(case.stem):
        return
    parted = _parted(case.scope.article) if case.scope.article else None
    proved = _proved(case, parted)
    near = _saying_so(case, parted) if parted else ()
    stem = case.stem.casefold()
    for option, text in wrong:
        if holds(stem, text.casefold()):
            continue
        if any(_enumerated(proof, case.options[key], text) for key in case.keys for proof in proved.values()):
            yield Flaw(_TRUE.format(shortened(text), "in one list with the right answer"), option.line, option.text)
        elif parted and (said := _said_elsewhere(case, parted, text, [at for at in near if at not in proved])):
            yield Flaw(
                _TRUE.format(shortened(text), "where it says nearly the same"), option.line, option.text, (said,)
            )


_NOWHERE: frozenset[int] = frozenset()
_TRUE = 'the article names "{}" {}; see whether it is right, too'


def _wrong_options(case: Case) -> list[tuple[Option, str]]:
    """The wrong options that may be true: no numbers, and none that the author has proved wrong."""
    parts = case.question.options if isinstance(case.question, Choice | Choices) else ()
    return [
        (option, text)
        for option, text in zip(parts, case.options, strict=True)
        if not option.right and not option.evidence and len(text) > 2 and not _DIGIT.search(text)
    ]


def _proved(case: Case, parted: _Parted | None) -> dict[int, str]:
    """The sentences that the evidence of the right options stands in; without the article the evidence itself."""
    quotes = _key_quotes(case.question)
    if parted is None or case.scope.article is None:
        return dict(enumerate(quote.text for quote in quotes))
    places = {at for quote in quotes for at in parted.holding(case.scope.article, quote.text)}
    return {at: parted.sentences[at] for at in sorted(places)}


def _key_quotes(question: Question) -> list[Quote]:
    parts = question.options if isinstance(question, Choice | Choices) else ()
    return [*question.evidence, *(quote for part in parts if part.right for quote in part.evidence)]


def _enumerated(text: str, key: str, option: str) -> bool:
    """Whether both are members of one enumeration: "bread and salt", "the A islands and the B islands"."""
    low = text.casefold()
    key, option = key.casefold(), option.casefold()
    if not (holds(low, key) and holds(low, option)) or "respectively" in low:
        return False
    (start, first), (then, second) = sorted([(low.index(key), key), (low.index(option), option)])
    between = low[start + len(first) : then]
    if _RELATED.search(low[:start]) or low[then + len(second) :].startswith(("'s", "’s")):
        return False
    return bool(_AND.search(between)) and all(map(_is_item, _AND.split(between)))


def _is_item(part: str) -> bool:
    return len(part.split()) <= _ITEM_WORDS and not _NO_ITEM.search(part)


@dataclass(frozen=True, slots=True)
class _Parted:
    """An article's sentences, parted quickly, and those of each word that carries meaning."""

    starts: list[int]
    sentences: list[str]
    of_word: dict[str, set[int]]

    def holding(self, article: Article, quote: str) -> Iterator[int]:
        """The sentences in which a quote stands, where it stands first."""
        for start, end in islice(compared_spans(article, quote), 1):
            yield from range(bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1))


@lru_cache(maxsize=4)
def _parted(article: Article) -> _Parted:
    text, tidy = compared_blocks(article)
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(text))]
    sentences = [tidy[start:end].strip() for start, end in pairwise([*starts, len(text)])]
    of_word: dict[str, set[int]] = {}
    for at, sentence in enumerate(sentences):
        for word in content_words(sentence):
            of_word.setdefault(word, set()).add(at)
    return _Parted(starts, sentences, of_word)


def _saying_so(case: Case, parted: _Parted) -> list[int]:
    """The sentences that hold nearly all words of the stem.

    Each of them holds one of the rarest words, of which it may lack but so many; so only these are looked up.
    """
    words = case.stem_words
    needed = max(_FEWEST, ceil(_SHARED * len(words)))
    if len(words) < needed:
        return []
    by_rarity = sorted((parted.of_word.get(word, _NOWHERE) for word in words), key=len)
    maybe: set[int] = set().union(*by_rarity[: len(words) - needed + 1])
    return [at for at in sorted(maybe) if sum(at in where for where in by_rarity) >= needed]


def _said_elsewhere(case: Case, parted: _Parted, option: str, places: Iterable[int]) -> str:
    """A sentence of these that holds the wrong option and no right one, and denies nothing; or ""."""
    wanted = fold(option)
    for at in places:
        sentence = parted.sentences[at]
        said = fold(sentence)
        if not holds(said, wanted) or _DENIED.search(sentence):
            continue
        if not any(holds(said, fold(case.options[key])) for key in case.keys):
            return sentence
    return ""


RULES: tuple[Rule, ...] = (abbreviation, distractor_true)
