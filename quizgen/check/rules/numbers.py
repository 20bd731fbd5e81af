"""Rules on options that are numbers: their order, spans that overlap, numbers among words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from quizgen.bank.model import Choice, Choices
from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.amount import Amount, amounts_of
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import Case

__all__ = ["RULES", "disordered"]

_FEWEST = 3  # two numbers are always in order
_ASIDE = 1
_MAY_BE_NAME = 100  # a year, or the title of a book

_DIGIT = re.compile("[0-9]")
_FOREIGN_POINT = re.compile("[0-9][.,][0-9]")  # "1.500" is 1500 in German
_WORDS = re.compile(r"(?=.*[^\W\d_]{3})[^\W\d_'’.,-]+(?: [^\W\d_'’.,-]+){0,4}\.?")
_SAYS_HOW_MANY = re.compile(
    r"""\b(?:no|not|none|nothing|never|neither|zero|half|quarter|third|double|triple|twice|once|both|every|each|any|
    all(?!\ (?:that|who|which)\b)|  # "all that is left" names a thing
    some|many|much|few|several|most|more|less|fewer|same|equal\w*|similar|different|unchanged|unaffected|constant|
    change\w*|increas\w*|decreas\w*|infinit\w*|unlimited|undefined|indeterminate|unknown|limit\w*|exist\w*|number|
    amount|value|cannot|can't|enough|insufficient|depend\w*|determin\w*|impossible|always|today|now|present|above|below|
    before|after|later|earlier|immediately|daily|weekly|monthly|yearly|annually|permanent\w*|forever|indefinite\w*|
    very|low|high|large|small|full|empty|times|percent|per|
    days?|weeks?|months?|years?|hours?|hundreds?|thousands?|millions?|dozens?|pairs?|single|other|true|false|error)\b""",
    re.IGNORECASE | re.VERBOSE,
)

_ASKS_HOW_MUCH = re.compile(
    r"\b(?:how (?:many|much|long|far|high|deep|old|large|big|wide|tall|heavy|fast)|"
    r"what (?:share|part|percentage|proportion|fraction|number|amount|sum))\b",
    re.IGNORECASE,
)
_ONE_THING = re.compile(r"an? (?P<thing>[\w-]+).*", re.IGNORECASE)

_ASKS_FOR_SPAN = re.compile(
    r"\b(?:range|span|period|interval|limits|bounds|reign|dates|last(?:ed|s)?|"
    r"(?:between|from|during|in|over) (?:which|what|when)\b.*)(?!\w)",
    re.IGNORECASE,
)
_ASKS_WHERE = re.compile(
    r"\b(?:between|within|in|into) (?:which|what) (?:of these |two )?"
    r"(?:bounds|limits|ranges?|intervals?|spans?|brackets?|bands?|class(?:es)?|groups?|numbers|values|"
    r"years|decades|dates)\b"
    r".*\b(?:lies?|lay|falls?|fell|belongs?)\b"
    r"|\b(?:between|in|within|during) (?:which|what) (?:of these )?(?:spans?|periods?|intervals?|range|years|decades)\b"
    r".*\b(?:was|were|did)\b.*\b(?:found|founded|discovered|invented|born|die|signed|published|begin|start|end)\b",
    re.IGNORECASE,
)
"""A question for the one span that holds a number or a moment, so that no other may hold it."""


def disordered(case: Case) -> tuple[tuple[int, Amount], ...]:
    """The options of a choice that are numbers, with their places, where all are of one kind and in no order.

    Pinned options are left out, and so is one of words ("none of these"). Empty where nothing is to be put in order.
    """
    options, amounts = case.choices, _read(case)
    found = [(place, amount) for place, amount in enumerate(amounts) if amount and not options[place].pinned]
    if len(found) < _FEWEST or not _one_kind(found):
        return ()
    aside = [
        text
        for option, text, amount in zip(options, case.options, amounts, strict=True)
        if not (amount or option.pinned)
    ]
    if len(aside) > _ASIDE or any(map(_DIGIT.search, aside)):
        return ()
    places = [amount.place for _, amount in found]
    in_order = all(a <= b for a, b in pairwise(places)) or all(a >= b for a, b in pairwise(places))
    return () if in_order else tuple(found)


def _read(case: Case) -> tuple[Amount | None, ...]:
    """Each option as an amount."""
    options = case.options
    if not case.scope.english and any(map(_FOREIGN_POINT.search, options)):
        return (None,) * len(options)
    return amounts_of(options)


def _one_kind(found: Sequence[tuple[int, Amount]]) -> bool:
    """Whether all are of one kind; a bare number among sums of money is one of them."""
    kinds = {amount.kind for _, amount in found}
    return len(kinds) == 1 or (len(kinds) == 2 and "" in kinds and max(kinds).isupper())


@question_rule(
    "numbers-unordered",
    "error",
    Choice,
    Choices,
    title="options that are numbers, in no order",
    why="A learner who knows the number searches for it and loses time, and the odd place of one draws the eye. "
    "Put the numbers in rising order; quizgen check --fix does it.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 21: place choices in logical or numerical order",
    bad="## How many hours lie between two high tides, roughly? {#between}\n- [ ] 18\n- [x] 12\n- [ ] 24\n- [ ] 6\n",
    good="## How many hours lie between two high tides, roughly? {#between}\n- [ ] 6\n- [x] 12\n- [ ] 18\n- [ ] 24\n",
)
def numbers_unordered(case: Case) -> Iterator[Flaw]:
    """Numbers that neither rise nor fall."""
    found = disordered(case)
    if not found:
        return
    options, texts = case.choices, case.options
    wrong = next(place for (_, before), (place, amount) in pairwise(found) if amount.place < before.place)
    order = ", ".join(shortened(texts[place]) for place, amount in sorted(found, key=lambda one: one[1].place))
    yield Flaw(f"these numbers are in no order; put them so: {order}", options[wrong].line, options[wrong].text)


@question_rule(
    "overlapping-options",
    "error",
    Choice,
    Choices,
    title="two options that are spans of numbers and overlap",
    why="A number that lies in both makes both of them right, so that the question has no single answer. "
    "Let each span begin where the one before it ends.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 22: keep choices independent; they do not overlap",
    bad="## How deep is the bay at low tide? {#deep}\n- [ ] 5 to 10 m\n- [x] 8 to 20 m\n- [ ] 20 to 30 m\n",
    good="## How deep is the bay at low tide? {#deep}\n- [ ] 5 to 10 m\n- [x] 10 to 20 m\n- [ ] 20 to 30 m\n",
)
def overlapping_options(case: Case) -> Iterator[Flaw]:
    """Spans of one kind that have more than an end in common."""
    spans = [(place, amount) for place, amount in enumerate(_read(case)) if amount and amount.span]
    if len(spans) < 2 or not _part_a_line([amount for _, amount in spans]) or _asks_for_span(case.stem):
        return
    for (first, one), (second, other) in combinations(spans, 2):
        if one.kind == other.kind and one.place != other.place and max(one.low, other.low) < min(one.high, other.high):
            texts = [shortened(text) for text in case.options]
            message = f'"{texts[second]}" and "{texts[first]}" overlap; what lies in both has two right options'
            yield Flaw(message, case.choices[second].line, case.choices[second].text)
            return


def _asks_for_span(stem: str) -> bool:
    """Whether a span is the fact that is asked for, such as the dates of a war, which others may overlap."""
    return _ASKS_FOR_SPAN.search(stem) is not None and not _ASKS_WHERE.search(stem)


def _part_a_line(spans: Sequence[Amount]) -> bool:
    """Whether some spans stand side by side; where all hold one number, each is an answer as a whole."""
    return max(span.low for span in spans) >= min(span.high for span in spans)


@question_rule(
    "mixed-options",
    "warning",
    Choice,
    Choices,
    title="numbers and words among the options of one question",
    why="Options of another sort than the answer fall away without any knowledge. Make them all numbers, or none.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 23: keep choices homogeneous in content",
    bad="## How long does a low tide last? {#low}\n- [x] 6 hours\n- [ ] 12 hours\n- [ ] the Moon\n",
    good="## How long does a low tide last? {#low}\n- [x] 6 hours\n- [ ] 12 hours\n- [ ] 24 hours\n",
)
def mixed_options(case: Case) -> Iterator[Flaw]:
    """Numbers, and words that say no quantity."""
    if not case.scope.english or not any(map(_DIGIT.search, case.options)):
        return
    amounts = amounts_of(case.options)
    numbers = [place for place, amount in enumerate(amounts) if amount and "#" not in amount.kind] or _counts(case)
    words = [place for place, text in enumerate(case.options) if _only_words(text)]
    if len(numbers) + len(words) < len(amounts) or not words or not numbers or _says_one(case.options, words):
        return
    if len(numbers) > 1:
        yield _odd(case, words[0], "says no number, as other options do")
    elif len(words) > 1 and _is_measure(amounts[numbers[0]]):
        yield _odd(case, numbers[0], "is a number, and no other option is")


def _counts(case: Case) -> list[int]:
    """The places of options that count one kind of thing ("8 barrels"), where the stem asks how many there are.

    Elsewhere a number before a word may be a name: "12 Angry Men".
    """
    found = [(place, amount.kind) for place, amount in enumerate(amounts_of(case.options)) if amount]
    if len({kind for _, kind in found}) > 1 or not all(kind.startswith("# ") for _, kind in found):
        return []
    return [place for place, _ in found] if _ASKS_HOW_MUCH.search(case.stem) else []


def _says_one(options: Sequence[str], words: Sequence[int]) -> bool:
    """Whether an option of words says one of what others count: "a boat" beside "2 boats"."""
    things = [found["thing"] for place in words if (found := _ONE_THING.fullmatch(options[place]))]
    return any(thing in text for thing in things for place, text in enumerate(options) if place not in words)


def _only_words(text: str) -> bool:
    return _WORDS.fullmatch(text) is not None and not _SAYS_HOW_MANY.search(text)


def _is_measure(amount: Amount | None) -> bool:
    """Whether an amount is more than digits that may be a name: "1984"."""
    return amount is not None and (bool(amount.kind) or amount.high < _MAY_BE_NAME)


def _odd(case: Case, place: int, what: str) -> Flaw:
    option = case.choices[place]
    return Flaw(f'"{shortened(case.options[place])}" {what}; give options of one sort', option.line, option.text)


RULES: tuple[Rule, ...] = (numbers_unordered, overlapping_options, mixed_options)
