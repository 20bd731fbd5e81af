"""A question on the key: what is right, the words of the text that prove it, and what a teacher wants to know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from quizgen.bank.fields import LEVELS
from quizgen.bank.model import (
    Bank,
    Blank,
    Choice,
    Choices,
    List,
    Match,
    Number,
    Open,
    Order,
    Question,
    Quote,
    TrueFalse,
)
from quizgen.paper.key.places import place_in_words
from quizgen.paper.labels import Labels
from quizgen.paper.rich import Rich, rich_of_words
from quizgen.shown import Locate, RightAnswer, View, proofs, right_answers
from quizgen.text.columns import columns
from quizgen.text.plain import inline_plain

if TYPE_CHECKING:
    from quizgen.paper.key.by_version import Placed

__all__ = ["Comment", "Entry", "EntryWords", "Line", "Shown", "entry_of"]

_PROMPT = 90  # letters of a prompt: enough to know the question by
_BLANK = "\ufdd1"  # a noncharacter: underscores would be read as emphasis
_WORD = 20  # letters of a long word, at which a prompt is cut rather than before it
_LINE, _LINES = 40, 35  # letters in a line, and lines after which an entry may break
_NOTHING = Rich("")


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote: the label of the line that it proves, or "", its stretches, those that are an answer marked True, and
    where it stands, or "".
    """

    label: str
    stretches: tuple[tuple[str, bool], ...]
    place: str

    @property
    def text(self) -> str:
        """The quote as the bank has it."""
        return "".join(text for text, _ in self.stretches)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what is right: its letter or number, if any, its words, the left side of a pair, other forms.

    ``point``: it is a marking point, of ``worth`` ("(1)"); ``model``: a model answer. ``proofs`` stand below the line
    itself in an open answer; those of other kinds stand together beside it.
    """

    label: str
    words: Rich
    left: Rich
    also: tuple[Rich, ...]
    point: bool
    model: bool
    worth: str
    proofs: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """What to say ``about`` one part: its letter or its words, which are ``quoted`` where students write them."""

    about: tuple[Rich, ...]
    quoted: bool
    text: Rich


@dataclass(frozen=True, slots=True)
class Entry:
    """A question on the key.

    ``number`` is its number on the sheet; where there are several versions, that in the bank, and ``placed`` says
    which it has in each. ``value`` is its ``points`` as a number. ``lead`` stands before the answers ("any two of"),
    ``margin`` says how near is right, ``small`` when it was right and what it asks of students. ``tall``: it may not
    fit on a page.
    """

    number: int
    id: str
    kind: str
    prompt: str
    points: str
    value: Decimal
    lead: str
    lines: tuple[Line, ...]
    margin: str
    correction: Rich
    proofs: tuple[Shown, ...]
    comments: tuple[Comment, ...]
    explain: Rich
    note: Rich
    recording: str
    small: tuple[str, ...]
    placed: tuple[Placed, ...]
    tall: bool


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What all entries of a key share. ``letters``: there is one version, so that answers have the letters of it."""

    bank: Bank
    labels: Labels
    locate: Locate
    drafts: Collection[str] = ()
    letters: bool = True

    def shown(self, question: Question, quotes: Iterable[Quote], label: str = "") -> Iterator[Shown]:
        """Quotes with the answer marked in them, and their places in words."""
        for proof in proofs(question, self.bank, self.locate, quotes):
            yield Shown(label, proof.stretches, place_in_words(proof.place, self.labels))


def entry_of(view: View, number: int, words: EntryWords, placed: tuple[Placed, ...] = ()) -> Entry:
    """The entry of a question under its number."""
    question = view.question
    answers = _answers(view, words)
    lines = tuple(_line(view, answer, words) for answer in answers)
    quoted = tuple(_proofs(question, answers, words))
    comments = tuple(_comments(view, answers, words))
    return Entry(
        number=number,
        id=question.id,
        kind=question.kind,
        prompt=_short_prompt(view),
        points=words.labels.number(view.points),
        value=view.points,
        lead=_lead(question, words.labels),
        lines=lines,
        margin=_margin(question, words.labels),
        correction=Rich(question.correction) if isinstance(question, TrueFalse) else _NOTHING,
        proofs=quoted,
        comments=comments,
        explain=Rich(question.explain),
        note=Rich(question.note),
        recording=question.audio.file if question.audio else "",
        small=_small(question, words),
        placed=placed,
        tall=_is_tall(lines, quoted, comments, question),
    )


def _answers(view: View, words: EntryWords) -> tuple[RightAnswer, ...]:
    """What is right. With several versions a letter says nothing: it is left out, and a sequence is numbered."""
    answers = right_answers(view)
    if words.letters:
        return answers
    match view.question:
        case Choice() | Choices() | Match():
            return tuple(replace(answer, label="") for answer in answers)
        case Order():
            return tuple(replace(answer, label=f"{place}.") for place, answer in enumerate(answers, 1))
        case _:
            return answers


def _short_prompt(view: View) -> str:
    stem = "".join(_BLANK if isinstance(part, Blank) else part for part in view.stem)
    text = inline_plain(stem).replace(_BLANK, "____")
    if len(text) <= _PROMPT:
        return text
    cut = text[: _PROMPT - 1]
    space = cut.rfind(" ", _PROMPT - _WORD)  # -1 in scripts without spaces: then cut between letters
    return f"{cut[:space] if space > 0 else cut}…"


def _lead(question: Question, labels: Labels) -> str:
    if not isinstance(question, List) or question.asked == len(question.members):
        return ""
    return labels("any_of", n=question.asked)


def _line(view: View, answer: RightAnswer, words: EntryWords) -> Line:
    question = view.question
    below = answer.quotes if isinstance(question, Open) else ()
    return Line(
        label=answer.label,
        words=_said(question, answer, words.labels),
        left=rich_of_words(answer.left) if answer.left else _NOTHING,
        also=tuple(Rich(form, "literal") for form in answer.also),
        point=answer.point,
        model=answer.model,
        worth=_worth(view, words.labels) if answer.point else "",
        proofs=tuple(words.shown(question, below)),
    )


def _said(question: Question, answer: RightAnswer, labels: Labels) -> Rich:
    if isinstance(question, TrueFalse):
        return Rich(labels("true" if question.true else "false"), "literal")
    return rich_of_words(answer.words)


def _worth(view: View, labels: Labels) -> str:
    """What each marking point is worth; nothing where the points do not divide into halves or better."""
    question = view.question
    share = view.points / len(question.marking) if isinstance(question, Open) else view.points
    return labels("brackets", words=labels.number(share)) if share * 2 == int(share * 2) else ""


def _margin(question: Question, labels: Labels) -> str:
    if not isinstance(question, Number):
        return ""
    parts = [labels("accept", low=question.low, high=question.high)] if question.low else []
    parts += [labels("tolerance", tolerance=question.tolerance)] if question.tolerance else []
    return "; ".join(parts)


def _proofs(question: Question, answers: Iterable[RightAnswer], words: EntryWords) -> Iterator[Shown]:
    """The question's quotes, those of each right answer, then those of spare sides; each once."""
    if isinstance(question, Open):
        quoted = [("", question.evidence)]
    else:
        quoted = [("", question.evidence), *((answer.label, answer.quotes) for answer in answers)]
        quoted.append(("", question.all_evidence()))
    seen: set[str] = set()
    for label, quotes in quoted:
        left = [quote for quote in quotes if quote.text not in seen]
        seen.update(quote.text for quote in left)
        yield from words.shown(question, left, label)


def _comments(view: View, answers: Iterable[RightAnswer], words: EntryWords) -> Iterator[Comment]:
    """What is said about right answers, wrong options, spare sides and expected wrong answers."""
    for answer in answers:
        if answer.feedback:
            about = Rich(answer.label, "literal") if answer.label else rich_of_words(answer.words)
            yield _comment(about, answer.feedback)
    said = dict(_wrong_parts(view.question))
    for option in view.options:
        if option.index in said:
            about = Rich(option.letter, "literal") if words.letters else rich_of_words(option.words)
            yield _comment(about, said[option.index])
    for wrong in view.question.wrong:
        yield Comment(tuple(Rich(form, "literal") for form in wrong.forms), True, Rich(wrong.feedback))


def _comment(about: Rich, feedback: str) -> Comment:
    return Comment((about,), False, Rich(feedback))


def _wrong_parts(question: Question) -> Iterator[tuple[int, str]]:
    """The places of wrong options and spare right sides of which something is said, with what is said."""
    match question:
        case Choice() | Choices():
            for index, option in enumerate(question.options):
                if option.feedback and not option.right:
                    yield index, option.feedback
        case Match():
            for pair in question.pairs:
                if pair.feedback and not pair.left:
                    yield question.rights.index(pair.forms[0]), pair.feedback
        case _:
            return


def _small(question: Question, words: EntryWords) -> tuple[str, ...]:
    labels = words.labels
    draft = labels("draft") if question.id in words.drafts else ""
    as_of = labels("as_of", date=question.as_of) if question.as_of else ""
    level = labels(f"level_{question.level}") if question.level in LEVELS else question.level
    return tuple(filter(None, (draft, as_of, level, question.objective)))


def _is_tall(lines: Iterable[Line], proofs: Iterable[Shown], comments: Iterable[Comment], question: Question) -> bool:
    """Whether what is right, or why, takes more than half a page: about so many lines, as wide as the left column."""
    right = [text for line in lines for text in (line.words.source + line.left.source, *_sources(line.also))]
    right += [shown.text for line in lines for shown in line.proofs]
    why = [question.explain, question.note, *(shown.text for shown in proofs)]
    why += [part.source for comment in comments for part in (*comment.about, comment.text)]
    return any(sum(1 + columns(text) / _LINE for text in side) > _LINES for side in (right, why))


def _sources(texts: Iterable[Rich]) -> Iterator[str]:
    return (text.source for text in texts)
