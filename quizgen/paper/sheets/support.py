"""Help on a sheet for who needs it: fewer options, words to choose from. Numbers and letters stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from quizgen.bank.model import Choice, Choices, Cloze, List, Match, Question, Short
from quizgen.shown import ShownOption, View, accepted_forms

if TYPE_CHECKING:
    from quizgen.paper.sheets.sheet import Item

__all__ = ["fewer_options", "word_bank"]

_FEWEST = 3  # words in a word bank: of two, one is half given


def fewer_options(view: View) -> View:
    """The question with half of its wrong options (the larger half), or one spare right side, under their letters.

    Which ones stay is decided by a hash of each, so that all versions of a sheet agree; what is pinned stays.
    """
    question = view.question
    match question:
        case Choice() | Choices():
            wrong = [option for option in view.options if not question.options[option.index].right]
        case Match():
            used = {question.rights.index(pair.forms[0]) for pair in question.matched}
            wrong = [option for option in view.options if option.index not in used]
        case _:
            return view
    keep = 1 if isinstance(question, Match) else (len(wrong) + 1) // 2
    kept = sorted(wrong, key=lambda option: _rank(question, option))[:keep]
    dropped = {option.index for option in wrong} - {option.index for option in kept}
    return replace(view, options=tuple(option for option in view.options if option.index not in dropped))


def _rank(question: Question, option: ShownOption) -> tuple[bool, bytes]:
    pinned = isinstance(question, Choice | Choices) and question.options[option.index].pinned
    key = "|".join(("quizgen/1", "support", question.id or question.prompt, option.words.text))
    return not pinned, sha256(key.encode()).digest()


def word_bank(items: Iterable[Item], *, support: bool = False) -> tuple[str, ...]:
    """The words to choose from for the blanks of these questions, each once, in order of the alphabet.

    With ``support`` those for short answers and lists, too. Expected wrong answers are among them, but for those that
    another of these questions accepts: there two words would be right. None where there would be fewer than three.
    """
    questions = [item.question for item in items]
    right = _each_once(word for question in questions for word in _right_words(question, support))
    asked = [question for question in questions if _right_words(question, support)]
    accepted = {form.casefold() for question in asked for form in accepted_forms(question)}
    wrong = _each_once(said.forms[0] for question in asked for said in question.wrong)
    words = [*right.values(), *(word for key, word in wrong.items() if key not in accepted)]
    return tuple(sorted(words, key=_alphabetical)) if len(words) >= _FEWEST else ()


def _right_words(question: Question, support: bool) -> tuple[str, ...]:
    """The first form of everything that is to be filled in; none where no words are given for a question."""
    match question:
        case Cloze():
            return tuple(blank.forms[0] for blank in question.blanks)
        case Short() if support:
            return (question.answers[0].forms[0],)
        case List() if support:
            return tuple(member.forms[0] for member in question.members)
        case _:
            return ()


def _each_once(words: Iterable[str]) -> dict[str, str]:
    """Words by what they are without capitals, as the first of them is written."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word.casefold(), word)
    return found


def _alphabetical(word: str) -> tuple[str, str]:
    """Letters without their accents come first, as in a dictionary: élan after eager, before end."""
    letters = normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not combining(letter)), word
