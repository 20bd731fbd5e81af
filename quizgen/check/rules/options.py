"""Rules on the options of a choice: those that say nothing of their own, those that say the same, too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.answers.words.fold import unify
from quizgen.bank.model import Choice, Choices
from quizgen.bank.quantity import Quantity, read_quantity
from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.amount import SCALES
from quizgen.check.language.combined import first_combined
from quizgen.check.language.standing import stands_for_all, stands_for_none
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import Case
from quizgen.text.spans import code_and_maths

__all__ = ["RULES"]

_FEWEST = 3


@question_rule(
    "all-of-the-above",
    "error",
    Choice,
    Choices,
    title="an option that stands for all the others",
    why="Who knows two options to be right takes it without the third, and who knows one to be wrong strikes it out. "
    "Ask for one thing, or make it a question with several right options.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 26: avoid all-of-the-above",
    bad="## Which of these pulls at the sea? {#pull}\n- [ ] the Moon\n- [ ] the Sun\n- [x] all of the above\n",
    good="## Which of these pull at the sea? {#pull}\n- [x] the Moon\n- [x] the Sun\n- [ ] the wind\n",
)
def all_of_the_above(case: Case) -> Iterator[Flaw]:
    """An option that says that every other one is right."""
    if case.scope.english:
        for option, text in zip(case.choices, case.options, strict=True):
            if stands_for_all(text, case.options):
                message = f'"{shortened(text)}" says nothing of its own; drop it, or let several options be right'
                yield Flaw(message, option.line, option.text)


@question_rule(
    "none-of-the-above",
    "error",
    Choice,
    Choices,
    title="an option that says that no other is right",
    why="Who takes it rightly has shown only what the answer is not. Name a wrong answer that learners really give.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 25: to be used with care; Moreno, Martínez and "
    "Muñiz (2006)",
    bad="## What makes dough rise? {#rise}\n- [x] yeast\n- [ ] salt\n- [ ] none of these\n",
    good="## What makes dough rise? {#rise}\n- [x] yeast\n- [ ] salt\n- [ ] oil\n",
)
def none_of_the_above(case: Case) -> Iterator[Flaw]:
    """An option that says that no other one is right."""
    if case.scope.english:
        for option, text in zip(case.choices, case.options, strict=True):
            if stands_for_none(text, case.options):
                message = f'"{shortened(text)}" shows only what is not known; put an answer in its place'
                yield Flaw(message, option.line, option.text)


@question_rule(
    "k-type",
    "error",
    Choice,
    Choices,
    title="options that combine other options or numbered statements",
    why="One part that is known to be right or wrong settles several options, and the reading takes long. "
    "Make it a question with several right options.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 9: avoid the complex multiple-choice (type K) format",
    bad="## Which of these pull at the sea? {#pull}\n1) the Moon\n2) the Sun\n3) the wind\n\n"
    "- [ ] 1 only\n- [x] 1 and 2 only\n- [ ] 2 and 3 only\n",
    good="## Which of these pull at the sea? {#pull}\n- [x] the Moon\n- [x] the Sun\n- [ ] the wind\n",
)
def k_type(case: Case) -> Iterator[Flaw]:
    """An option such as "A and C", where A and C are other options or statements in the stem."""
    if case.scope.english:
        place = first_combined(case.options, f"{case.stem}\n{case.body}\n{case.topic.text}")
        if place is not None:
            option = case.choices[place]
            said = shortened(case.options[place])
            message = f'"{said}" only combines what stands elsewhere; let several options be right'
            yield Flaw(message, option.line, option.text)


@question_rule(
    "duplicate-options",
    "error",
    Choice,
    Choices,
    title="two options that are the same",
    why="If one is right, so is the other; and if both are wrong, one is lost. Change or delete one.",
    source="Haladyna, Downing and Rodriguez (2002), guidelines 19 (one right answer) and 22 (independent choices)",
    bad="## What makes dough rise? {#rise}\n- [x] yeast\n- [ ] salt\n- [ ] oil\n- [ ] Salt.\n",
    good="## What makes dough rise? {#rise}\n- [x] yeast\n- [ ] salt\n- [ ] oil\n- [ ] sugar\n",
    stops=True,
)
def duplicate_options(case: Case) -> Iterator[Flaw]:
    """Options that say the same word for word, by a name's other form, or as a number with its unit."""
    seen: dict[str | tuple[object, ...], str] = {}
    names = case.scope.bank.names if case.question.names else ()
    if not names and _differ_at_once(case.options):
        return
    language = case.scope.language
    for option, text in zip(case.choices, case.options, strict=True):
        key = _same(option.text, text, language)
        if names and isinstance(key, str):
            key = unify(key, names, language)
        if key in seen:
            message = f'this option says the same as "{shortened(seen[key])}"; change or delete one'
            yield Flaw(message, option.line, option.text)
        else:
            seen[key] = text


_CLOSING = '.;,"”'


def _differ_at_once(options: tuple[str, ...]) -> bool:
    """Whether no two options can be the same, as they are not even in small letters without marks and spaces."""
    squeezed = set()
    for text in options:
        if len(text) < _LONGEST_NUMBER and _DIGIT.search(text):
            return False
        squeezed.add(
            text.lower()
            .translate(_NO_MARKS)
            .removeprefix("the ")
            .removeprefix("an ")
            .removeprefix("a ")
            .replace(" ", "")
        )
    return len(squeezed) == len(options)


_DIGIT = re.compile("[0-9]")
_LONGEST_NUMBER = 40  # characters; with its unit
_NO_MARKS = str.maketrans("", "", ".;,\"'“”’‘\u00a0")
_LITERAL = re.compile(r"[`$\\]")
_ARTICLE = re.compile(r"(?:the|an|a) (?=\w\w)", re.IGNORECASE)
_QUOTES = str.maketrans("’‘“”", "''\"\"")
_LITTLE_WORDS = """
    a an and are as at by for he i if in is it its no not of on or she so the they to we yes you
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())
_UNIT = re.compile(r"[^\W\d_]+")
_LONG_NAME = 4
_SHORT_NAME = 3
_VOWELS = frozenset("aeiou")
_LITTLE_OPTION = 3  # letters: "A" and "a", "Mm" and "mm" are not one


def _same(source: str, text: str, language: str) -> str | tuple[object, ...]:
    """What two options have in common that are one: nothing more than how they are written."""
    if "*" in source or (_LITERAL.search(source) and code_and_maths(source)):
        return source.strip()  # how it is set may be what is asked
    plain = " ".join(text.translate(_QUOTES).split()).rstrip(_CLOSING).lstrip('"') or text
    if _DIGIT.search(plain):
        quantity = read_quantity(plain)
        if quantity and _unit_is_plain(plain, quantity):
            kind, scale = SCALES.get(quantity.unit, (quantity.dimension, 1))
            return (quantity.value * scale).as_tuple(), kind
    if language == "en":
        plain = _ARTICLE.sub("", plain, count=1) if plain[:1] in "TtAa" else plain
    if plain.islower() or len(plain) < _LITTLE_OPTION:
        return plain
    return " ".join([word.lower() if _case_is_style(word) else word for word in plain.split(" ")])


def _unit_is_plain(text: str, quantity: Quantity) -> bool:
    """Whether the unit can be read in one way only: "mW" and "MW" are not one, though a learner may type either."""
    if quantity.currency or quantity.unit in ("", "%"):
        return True
    units = _UNIT.findall(text)
    return all(len(unit) >= _LONG_NAME or unit == quantity.unit.removeprefix("°") for unit in units)


def _case_is_style(word: str) -> bool:
    """Whether capitals change nothing: not in "Mm", "CO", "pH" or "AaBb"."""
    if word.lower() in _LITTLE:
        return True
    letters = set(word.lower())
    if len(word) == _SHORT_NAME:  # "Sea"; but not "RNA" or "Shh"
        return len(letters) == len(word) and word.istitle() and not letters.isdisjoint(_VOWELS)
    return len(word) >= _LONG_NAME and 2 * len(letters) > len(word) and (word[1:].islower() or word.isupper())


@question_rule(
    "too-few-options",
    "warning",
    Choice,
    title="a choice between two options",
    why="Half of those who guess are right. Add a third.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 18; Rodriguez (2005): three options are optimal",
    bad="## What makes dough rise? {#rise}\n- [x] yeast\n- [ ] salt\n",
    good="## What makes dough rise? {#rise}\n- [x] yeast\n- [ ] salt\n- [ ] oil\n",
)
def too_few_options(case: Case) -> Iterator[Flaw]:
    """A choice with fewer than three options."""
    if len(case.choices) < _FEWEST:
        yield Flaw("with two options half of all guesses are right; add a third")


RULES: tuple[Rule, ...] = (
    all_of_the_above,
    none_of_the_above,
    k_type,
    duplicate_options,
    too_few_options,
)
