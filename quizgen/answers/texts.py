"""Does one response say what one form says? Words by folding and names, numbers by value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quizgen.answers.numbers.amounts import Amount, form_amount, is_share, read_amounts, says_milli
from quizgen.answers.numbers.figures import decimal_comma
from quizgen.answers.numbers.moments import read_moments, same_moment, wanted_moments
from quizgen.answers.numbers.phrases import numbered, same_numbers
from quizgen.answers.numbers.ranges import read_span
from quizgen.answers.prompts import asks_how_many, stem, stems
from quizgen.answers.words.fold import compared, fold, unify
from quizgen.bank.model import Answer, Bank, Blank, Cloze, Number, Pair, Question, Short

__all__ = ["Comparison", "comparison"]

_SPACE = re.compile(r"(?<!\d) | (?!\d)")  # one that parts no two numbers: "semi-conductors" is "semiconductors"
_WORD = 5  # letters from which spaces do not count: "A, B" is not "AB"
_MEASURE = re.compile(r"[0-9][^\S\n]+\S|[%‰°$€£¥]")  # "230 V", but not "5G"
_TIMES = re.compile(r"\b(?:once|twice|thrice|times)\b", re.IGNORECASE)  # "twice" is not "two"
_HOW_OFTEN = re.compile(r"\bhow (?:many|often)\b|\btimes\b", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2,4}")
_ENGLISH_FIGURE = re.compile(
    r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9.,])|(?<![0-9.,])[0-9]+\.[0-9]{1,2}(?![0-9.,])"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How responses to one question are compared: the bank's language, and its names where they count.

    ``by_value``: a bare number is compared by its value; of a short question it is text, as a year is.
    """

    question: Question
    bank: Bank
    language: str
    names: tuple[tuple[str, ...], ...]
    unit: str = ""
    by_value: bool = True

    def key(self, text: str) -> str:
        """What a response is compared by."""
        return unify(fold(text, self.language), self.names, self.language)

    def form_key(self, form: str) -> str:
        """What a form of the bank is compared by."""
        return unify(compared(form, self.language), self.names, self.language)

    def same(self, response: str, form: str) -> bool:
        """Whether the response says what the form says."""
        return self.same_text(response, form) or (
            self._same_moment(response, form) or self._same_span(response, form) or self._same_amount(response, form)
        )

    def same_text(self, response: str, form: str) -> bool:
        """Whether it says so in the same words, or with numbers in words for those in figures."""
        marked = "$" in response or "\\" in response or "`" in response  # who types the marks of maths or code
        said = {self.key(response), self.form_key(response)} if marked else {self.key(response)}
        key = self.form_key(form)
        if key in said or (len(key) >= _WORD and _SPACE.sub("", key) in {_SPACE.sub("", one) for one in said}):
            return says_milli(response) == says_milli(form) or not says_milli(form.replace("M", "m"))
        return self._same_phrase(response, form)

    def _same_phrase(self, response: str, form: str) -> bool:
        wanted = numbered(form, self.language)
        if wanted is None or (said := numbered(response, self.language)) is None or not same_numbers(said, wanted):
            return False
        if self.form_key(wanted.text) != self.key(said.text):
            return False
        if wanted.text.isdigit() and wanted.numbers[0][1] != said.numbers[0][1] == "roman":
            return False  # "XV" is not said for 15
        return not (form.isdigit() and any(char.isnumeric() for char in response))  # a bare number is text

    def _same_moment(self, response: str, form: str) -> bool:
        """Whether both are the same date or time."""
        numeric = _NUMERIC_DATE.fullmatch(form.strip()) and _NUMERIC_DATE.fullmatch(response.strip())
        language = f"{self.language}-GB" if numeric and self.language == "en" else self.language
        wanted = wanted_moments(form, language)
        return bool(wanted) and any(
            same_moment(one, other) for one in read_moments(response, language) for other in wanted
        )

    def _same_span(self, response: str, form: str) -> bool:
        """Whether both reach from the one number to the other."""
        wanted = read_span(form, self.language)
        return wanted is not None and wanted == read_span(response, self.language)

    def _same_amount(self, response: str, form: str) -> bool:
        """Whether both are the same number, of the same thing."""
        if form.isdigit() and not self.by_value:
            return False
        wanted = form_amount(form, self.language, self.unit)
        if wanted is None or not (wanted.alone or self._may_be_bare(wanted)):
            return False
        if bool(_TIMES.search(response)) != bool(_TIMES.search(form)) and not _HOW_OFTEN.search(self.question.prompt):
            return False
        said = read_amounts(response, self.language, self.unit, self.english)
        return any(_same(one, wanted) for one in said if one.alone)

    def lacks_unit(self, response: str, forms: Iterable[str]) -> bool:
        """Whether the response is the number of one of the forms, without the unit that stands there."""
        wanted = [form_amount(form, self.language, self.unit) for form in forms if _MEASURE.search(form)]
        known = [amount for amount in wanted if amount and amount.alone and amount.units]
        said = read_amounts(response, self.language, self.unit, self.english) if known else ()
        return any(
            one.alone and not one.units and not one.ordinal and one.value == amount.value and one.bound == amount.bound
            for one in said
            for amount in known
        )

    def _may_be_bare(self, wanted: Amount) -> bool:
        """Whether "four" will do for "four islands": where the prompt asks how many islands."""
        prompt = self.question.prompt
        known = not wanted.units and not wanted.before and all(stem(word) in stems(prompt) for word in wanted.after)
        return known and asks_how_many(prompt)

    def says_another(self, response: str, form: str) -> bool:
        """Whether a response says another number or moment than the form: then it is no slip of spelling."""
        moments, wanted = read_moments(response, self.language), wanted_moments(form, self.language)
        if moments and wanted:
            return not any(same_moment(one, other) for one in moments for other in wanted)
        numbers = numbered(response, self.language)
        if numbers is None:
            return False
        known = numbered(form, self.language)
        return known is None or not {value for value, _ in numbers.numbers} <= {value for value, _ in known.numbers}

    def any(self, response: str, forms: Iterable[str]) -> bool:
        """Whether the response says what one of the forms says."""
        forms = tuple(forms)
        return not self.foreseen(response, forms) and any(self.same(response, form) for form in forms)

    def foreseen(self, response: str, forms: Iterable[str]) -> bool:
        """Whether a response is, letter for letter, an expected wrong answer and none of the forms.

        What a teacher wrote for this very question goes before what is the same by the bank's names or by its value.
        """
        if not self.question.wrong:
            return False
        said = fold(response, self.language)
        wrong = (form for one in self.question.wrong for form in one.forms)
        return any(compared(form, self.language) == said for form in wrong) and not any(
            compared(form, self.language) == said for form in forms
        )

    def any_text(self, response: str, forms: Iterable[str]) -> bool:
        """Whether the response says it in the words of one of the forms."""
        return any(self.same_text(response, form) for form in forms)

    @property
    def english(self) -> bool:
        """Whether the bank writes numbers as English does where its language does not."""
        return decimal_comma(self.language) and _in_english(self.question)


def _same(said: Amount, wanted: Amount) -> bool:
    if said.bound != wanted.bound or said.ordinal != wanted.ordinal:
        return False
    if is_share(said, wanted):
        return True
    if not said.units or not wanted.units:
        return said.value == wanted.value and not said.units and not wanted.units
    return any(
        one.kind == other.kind
        and not one.vague
        and not other.vague
        and said.value * one.scale == wanted.value * other.scale
        for one in said.units
        for other in wanted.units
    )


@lru_cache(maxsize=1024)
def _written(forms: tuple[str, ...]) -> bool:
    return any(map(_ENGLISH_FIGURE.search, forms))


def _in_english(question: Question) -> bool:
    parts = question.parts() if not isinstance(question, Cloze) else question.blanks
    forms = tuple(form for part in parts if isinstance(part, Answer | Blank | Pair) for form in part.forms)
    return _written(forms)


def comparison(question: Question, bank: Bank) -> Comparison:
    """How responses to this question are compared."""
    unit = question.unit if isinstance(question, Number) else ""
    names = bank.names if question.names else ()
    return Comparison(question, bank, bank.language or "en", names, unit, not isinstance(question, Short))
