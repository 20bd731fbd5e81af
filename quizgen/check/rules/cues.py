"""Rules on what tells the right option from the others without any knowledge: its words, its grammar, its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.bank.model import Choice, Choices
from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.sound import article_before
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import Case
from quizgen.check.words import content_words

__all__ = ["RULES"]


_LONG_WORD = 4
_LONG_STEM = 40  # words: a story shares a word with any option, and what is asked stands in its last sentence
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_PART_OF_KEY = 0.15  # of a key of many words, one is not what a learner hears
_LAST_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=\S[^.?!]*[^\s.?!][.?!]?\W*$)")


@question_rule(
    "stem-key-overlap",
    "warning",
    Choice,
    title="a word of the stem that stands in the right option and in no other",
    why="Who knows nothing takes the option that sounds like the question. Word the stem or the option anew, "
    "or let the other options have the word, too.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 28b: clang associations; the NBME guide: word repeats",
    bad="## Which pull makes the tides? {#tides}\n- [ ] a storm\n- [x] the pull of the Moon\n- [ ] a ship\n",
    good="## What makes the tides? {#tides}\n- [ ] a storm\n- [x] the pull of the Moon\n- [ ] a ship\n",
)
def stem_key_overlap(case: Case) -> Iterator[Flaw]:
    """A word that carries meaning in the stem and in the key, and in no distractor."""
    if not case.scope.english or len(case.keys) != 1:
        return
    (key,) = case.keys
    said = content_words(case.options[key])
    if said.isdisjoint(case.stem_words):
        return
    stem = _asked_words(case)
    both, others = said & stem, []
    for place, text in enumerate(case.options):
        if not any(map(_is_long, both)):
            return
        if place != key:
            others.append(content_words(text))
            both -= others[-1]
    echoed = _long(both)
    if not echoed or len(both) < _PART_OF_KEY * len(said):
        return
    if len(echoed) > max((len(_long(other & stem) - said) for other in others), default=0):
        word, words = _said_in(case.question.prompt, echoed)
        message = f'"{shortened(word)}" stands in the stem, in the right option and in no other; word one of them anew'
        yield Flaw(message, words=words)


def _said_in(prompt: str, echoed: frozenset[str]) -> tuple[str, str]:
    """The last word of a prompt that is one of these, and the words of the prompt by which it can be found."""
    said = [found for found in _WORD.finditer(prompt) if not content_words(found[0]).isdisjoint(echoed)]
    return (said[-1][0], _only_there(prompt, *said[-1].span())) if said else (min(echoed), "")


def _asked_words(case: Case) -> frozenset[str]:
    """The words of the stem that carry meaning; of a long one, those of its last sentence."""
    if case.stem.count(" ") < _LONG_STEM:
        return case.stem_words
    return content_words(_LAST_SENTENCE.split(case.stem)[-1])


def _long(words: frozenset[str]) -> frozenset[str]:
    return frozenset(filter(_is_long, words))


def _is_long(word: str) -> bool:
    return len(word) >= _LONG_WORD and word.isalpha()


_ARTICLE_LAST = re.compile(r"(?<![\w/(])(an?)(?=[\s_.…:*\\]*$|\s+_{2,}[^_]*$)", re.IGNORECASE)


@question_rule(
    "a-an-cue",
    "error",
    Choice,
    title='a stem that ends in "a" or "an", which does not fit every option',
    why='The article strikes out options that have nothing to do with the matter. Write "a(n)", or put the article '
    "into the options.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 28c: grammatical inconsistencies that cue",
    bad="## The young of a sheep is called a {#lamb}\n- [ ] eaglet\n- [x] lamb\n- [ ] owlet\n",
    good="## The young of a sheep is called {#lamb}\n- [ ] an eaglet\n- [x] a lamb\n- [ ] an owlet\n",
)
def a_an_cue(case: Case) -> Iterator[Flaw]:
    """An article before the place of the options that some of them cannot take."""
    if not case.scope.english:
        return
    found = _ARTICLE_LAST.search(case.stem)
    if not found or "__" in case.stem[: found.start()]:
        return
    article = found[1].lower()
    for text in case.options:
        wanted = article_before(text)
        if wanted and wanted != article:
            message = f'"{shortened(text)}" does not fit after "{article}"; put the article into the options'
            yield Flaw(message, words=_to_article(case.question.prompt))
            return


def _to_article(prompt: str) -> str:
    """The article that a prompt ends in, so that it can be found."""
    found = _ARTICLE_LAST.search(prompt)
    return _only_there(prompt, *found.span(1)) if found else ""


def _only_there(prompt: str, start: int, end: int) -> str:
    """A part of a prompt, with as many words before it as it takes to be the first of its kind."""
    while prompt.find(prompt[start:end]) < start:
        start = prompt.rfind(" ", 0, start - 1) + 1
    return prompt[start:end]


_MUCH_LONGER = 1.5
_LONG_KEY = 30  # characters: of what is shorter, nobody sees that it is longer
_KEY_WORDS = 4


@question_rule(
    "key-longest",
    "error",
    Choice,
    title="a right option that is much longer than every other",
    why="Who writes a question takes care that the right option is quite right, and it grows; learners know that. "
    "Shorten it, or give the others as much detail.",
    source="Haladyna, Downing and Rodriguez (2002), guidelines 24 and 28d; the NBME guide: long correct answer",
    bad="## Why does the sea rise? {#rise}\n- [ ] because of the rain\n- [ ] because of rivers\n"
    "- [x] because the Moon pulls at the water on its side of the Earth\n",
    good="## Why does the sea rise? {#rise}\n- [ ] because rain falls\n- [ ] because rivers flow into it\n"
    "- [x] because the Moon pulls at it\n",
)
def key_longest(case: Case) -> Iterator[Flaw]:
    """A key of some words, at least one and a half times as long as the longest other option."""
    if len(case.keys) != 1:
        return
    (key,) = case.keys
    length = len(case.options[key])
    if length < _LONG_KEY or length < _MUCH_LONGER * max(len(t) for p, t in enumerate(case.options) if p != key):
        return
    if len(case.options[key].split()) >= _KEY_WORDS:
        option = case.choices[key]
        message = "the right option is by far the longest; shorten it, or say as much in the others"
        yield Flaw(message, option.line, option.text)


_ABSOLUTE = re.compile(
    r"\b(?:always|never|all|every|everyone|everything|none|nobody|nothing|no one|only|must|completely|entirely|"
    r"absolutely|totally|invariably|impossible|without exception|in any case)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:often|usually|frequently|sometimes|occasionally|rarely|seldom|generally|commonly|normally|typically|"
    r"mostly|mainly|many|several|some|few|may|might|possibly|probably|perhaps|tends? to)\b",
    re.IGNORECASE,
)


@question_rule(
    "absolute-terms",
    "off",
    Choice,
    Choices,
    title="an option with a word such as always or never",
    why="Hardly anything is always so, and learners know it: such an option is struck out unread. "
    "Say just as much as the others say. Often a false alarm: some things are always so.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 28a: specific determiners",
    bad="## When does the sea rise here? {#rise}\n- [x] twice a day\n- [ ] every month\n- [ ] in spring\n",
    good="## When does the sea rise here? {#rise}\n- [x] twice a day\n- [ ] twice a month\n- [ ] twice a year\n",
)
def absolute_terms(case: Case) -> Iterator[Flaw]:
    """A word that leaves no exception, in some of the options."""
    yield from _worded(case, _ABSOLUTE, "leaves no exception, and few things have none; say as much as the others")


@question_rule(
    "vague-terms",
    "off",
    Choice,
    Choices,
    title="an option with a word such as often or usually",
    why="People do not agree on how often is often, and a careful word marks the right option. "
    "Give the number, or leave the word out. Often a false alarm: some things are only known roughly.",
    source="Case and Swanson (2002), Constructing Written Test Questions (the NBME guide): vague frequency terms",
    bad="## When does the sea rise here? {#rise}\n- [x] usually at noon\n- [ ] at night\n- [ ] in spring\n",
    good="## When does the sea rise here? {#rise}\n- [x] at noon\n- [ ] at dawn\n- [ ] at dusk\n",
)
def vague_terms(case: Case) -> Iterator[Flaw]:
    """A word that does not say how often or how much, in some of the options."""
    yield from _worded(case, _VAGUE, "does not say how often or how much; say it, or leave the word out")


def _worded(case: Case, pattern: re.Pattern[str], what: str) -> Iterator[Flaw]:
    """A flaw of the first option that holds one of the words, unless each option does."""
    if case.scope.english:
        found = [(place, word[0]) for place, text in enumerate(case.options) if (word := pattern.search(text))]
        if 0 < len(found) < len(case.options):
            place, said = found[0]
            option = case.choices[place]
            yield Flaw(f'"{said}" {what}', option.line, said if said in option.text else option.text)


_MUCH_SHORTER = 2.0
_SEEN = 20  # characters: a smaller difference is not seen


@question_rule(
    "uneven-options",
    "off",
    Choice,
    Choices,
    title="options of very unequal length",
    why="The odd one draws the eye, right or wrong. Say about as much in each. Often a false alarm: names are as long "
    "as they are.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 24: keep the length of choices about equal",
    bad="## Why does the sea rise? {#rise}\n- [ ] rain\n- [ ] the rivers that flow into it all year\n"
    "- [x] the pull of the Moon\n",
    good="## Why does the sea rise? {#rise}\n- [ ] the rain of spring\n- [ ] the flow of rivers\n"
    "- [x] the pull of the Moon\n",
)
def uneven_options(case: Case) -> Iterator[Flaw]:
    """A longest option of twice the length of the shortest."""
    lengths = [len(text) for text in case.options]
    if max(lengths) >= max(_MUCH_SHORTER * min(lengths), min(lengths) + _SEEN):
        option = case.choices[lengths.index(max(lengths))]
        message = "this option is much longer than the shortest one; say about as much in each"
        yield Flaw(message, option.line, option.text)


RULES: tuple[Rule, ...] = (
    stem_key_overlap,
    a_an_cue,
    key_longest,
    absolute_terms,
    vague_terms,
    uneven_options,
)
