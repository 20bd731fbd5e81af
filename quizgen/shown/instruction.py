"""What to do with a question: as names of labels, for paper in any language, and in English words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, assert_never

from quizgen.bank.model import (
    Choice,
    Choices,
    Cloze,
    List,
    Match,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)

__all__ = ["Instruction", "instruction", "instructions"]


class Instruction(NamedTuple):
    """One sentence: the name of its label in ``templates/paper/labels``, and what stands in its braces."""

    name: str
    values: Mapping[str, str | int]


def instructions(question: Question, *, rights: int | None = None) -> tuple[Instruction, ...]:
    """What to do, sentence by sentence; none where the prompt says it all.

    ``rights``: how many right sides of a match are shown, where some that belong to nothing are left out.
    """
    match question:
        case Short():
            return ()
        case Number():
            return (_said("number_in", unit=question.unit) if question.unit else _said("number"),)
        case TrueFalse():
            return (_said("true_false"),)
        case Choice():
            return (_said("choice"),)
        case Choices():
            return (_said("choices"),)
        case Cloze():
            return (_said("blank" if len(question.blanks) == 1 else "blanks"),)
        case List():
            some = "list_any" if question.asked < len(question.members) else "list_all"
            return (_said(f"{some}_ordered" if question.ordered else some, n=question.asked),)
        case Match():
            return tuple(_match(question, rights))
        case Order():
            return (_said("order"),)
        case Open():
            return (_said("open"),)
        case _ as never:
            assert_never(never)


def _said(name: str, **values: str | int) -> Instruction:
    return Instruction(name, values)


def _match(question: Match, rights: int | None) -> Iterator[Instruction]:
    used = [pair.forms[0] for pair in question.matched]
    spare = (len(question.rights) if rights is None else rights) - len(set(used))
    yield _said("match")
    if spare:
        yield _said("letters_left", n=spare)
    if len(set(used)) < len(used):
        yield _said("letter_again")


_ENGLISH = {
    "number": "Give a number.",
    "number_in": "Give a number, in {unit}.",
    "true_false": "True or false?",
    "choice": "Choose one.",
    "choices": "Choose all that apply.",
    "blank": "Fill in the blank.",
    "blanks": "Fill in the blanks.",
    "list_any": "Name any {n}.",
    "list_any_ordered": "Name any {n}, in the right order.",
    "list_all": "Name {n}, in any order.",
    "list_all_ordered": "Name {n}, in the right order.",
    "match": "Match each with a letter.",
    "letters_left": "{n} letters are left over.",
    "letter_again": "A letter may be used more than once.",
    "order": "Put these in order, from first to last.",
    "open": "Answer in your own words.",
}
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def instruction(question: Question) -> str:
    """What to do, in a teacher's English words; empty where the prompt says it all."""
    return " ".join(_in_english(*said) for said in instructions(question))


def _in_english(name: str, values: Mapping[str, str | int]) -> str:
    if (name, values.get("n")) == ("letters_left", 1):
        return "One letter is left over."
    text = _ENGLISH[name].format_map({key: _in_words(value) for key, value in values.items()})
    return text[:1].upper() + text[1:]


def _in_words(value: str | int) -> str:
    return _NUMBER_WORDS[value] if isinstance(value, int) and value < len(_NUMBER_WORDS) else str(value)
