"""What a bank and its questions are: frozen data, read by every other room.

Two kinds of text stand in these fields. *Inline Markdown* is shown (prompt, body, options, left sides, items, points,
feedback, hint, explain, …) and is kept as it was written. *Literal text* is compared (forms of answers, members,
right sides, blanks); in it only code and maths are marked, and backslashes have done their work.

``line`` (from 1; 0 where data did not come from a file) says where a thing stands. It takes no part in comparison, so
that a bank read again equals the bank that was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

__all__ = [
    "KINDS",
    "Allowance",
    "Answer",
    "Bank",
    "Blank",
    "Choice",
    "Choices",
    "Cloze",
    "Gloss",
    "Item",
    "List",
    "Match",
    "Media",
    "Number",
    "Open",
    "Option",
    "Order",
    "Pair",
    "Point",
    "Question",
    "QuestionBase",
    "Quote",
    "Short",
    "Topic",
    "TrueFalse",
    "Wrong",
]


def _place() -> int:
    return field(default=0, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Quote:
    """The article's words that prove an answer, as the bank quotes them."""

    text: str
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Answer:
    """An accepted answer, or a member of a list: the first form is shown, every form is accepted (literal text).

    Of an open question: one paragraph of the model answer, its only form (inline Markdown).
    """

    forms: tuple[str, ...]
    evidence: tuple[Quote, ...] = ()
    feedback: str = ""
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice. ``pinned`` keeps it in its place when options are shuffled."""

    text: str
    right: bool
    pinned: bool = False
    evidence: tuple[Quote, ...] = ()
    feedback: str = ""
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side (inline Markdown) and the forms of its right side (literal); a spare right side has no left."""

    left: str
    forms: tuple[str, ...]
    evidence: tuple[Quote, ...] = ()
    feedback: str = ""
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a sequence."""

    text: str
    evidence: tuple[Quote, ...] = ()
    feedback: str = ""
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Point:
    """One marking point of an open answer, worth one point."""

    text: str
    evidence: tuple[Quote, ...] = ()
    feedback: str = ""
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Blank:
    """One blank of a cloze. Blanks of one ``group`` (from 1) share a card."""

    forms: tuple[str, ...]
    hint: str = ""
    group: int = 0
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Wrong:
    """An expected wrong answer and what to say to who gives it."""

    forms: tuple[str, ...]
    feedback: str
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Media:
    """An image or a sound: a file beside the bank, and the words that stand for it."""

    file: str
    alt: str = ""
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Allowance:
    """A finding of ``check`` that is meant, and why."""

    rule: str
    reason: str = ""
    line: int = _place()


@dataclass(frozen=True, slots=True)
class Gloss:
    """A term of the reading and its meaning."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBase:
    """What questions of every kind have. An empty id is one that has not been stamped yet."""

    kind: ClassVar[str]

    id: str = ""
    prompt: str
    body: str = ""
    evidence: tuple[Quote, ...] = ()
    hint: str = ""
    explain: str = ""
    note: str = ""
    wrong: tuple[Wrong, ...] = ()
    level: str = ""
    difficulty: int | None = None
    objective: str = ""
    tags: tuple[str, ...] = ()
    points: Decimal | None = None
    shuffle: bool = True
    reverse: bool = False
    typed: bool = True
    names: bool = True
    image: Media | None = None
    audio: Media | None = None
    as_of: str = ""
    was: str = ""
    draft: bool = False
    allow: tuple[Allowance, ...] = ()
    comments: tuple[str, ...] = ()
    line: int = _place()

    @property
    def approved(self) -> bool:
        """Whether a person has approved it; a draft reaches no deck, sheet or session."""
        return not self.draft

    def all_evidence(self) -> tuple[Quote, ...]:
        """Every quote: the question's own, then those of its answers, options, pairs, items or points in order."""
        return self.evidence + tuple(quote for part in self.parts() for quote in part.evidence)

    def parts(self) -> tuple[Answer | Option | Pair | Item | Point, ...]:
        """The answers, options, pairs, items or points, as the bank orders them."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Short(QuestionBase):
    """A word or a phrase, typed. Several answers are further accepted ones, not further parts."""

    kind: ClassVar[str] = "short"
    answers: tuple[Answer, ...]

    def parts(self) -> tuple[Answer, ...]:
        """The accepted answers."""
        return self.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(QuestionBase):
    """A quantity. ``unit`` is printed and not demanded; ``low``/``high`` or ``tolerance`` widen what is right.

    ``tolerance`` is as written: "5%" of the answer, or a difference in the answer's own unit.
    """

    kind: ClassVar[str] = "number"
    answers: tuple[Answer, ...]
    unit: str = ""
    tolerance: str = ""
    low: str = ""
    high: str = ""

    def parts(self) -> tuple[Answer, ...]:
        """The accepted answers."""
        return self.answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(QuestionBase):
    """One right option."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...]

    def parts(self) -> tuple[Option, ...]:
        """The options."""
        return self.options


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(QuestionBase):
    """Any number of right options."""

    kind: ClassVar[str] = "choices"
    options: tuple[Option, ...]

    def parts(self) -> tuple[Option, ...]:
        """The options."""
        return self.options


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(QuestionBase):
    """A statement, true or false; ``correction`` says what is true."""

    kind: ClassVar[str] = "true-false"
    answer: Answer
    correction: str = ""

    @property
    def true(self) -> bool:
        """Whether the statement is true."""
        return self.answer.forms[0].lower() == "true"

    def parts(self) -> tuple[Answer, ...]:
        """The one answer."""
        return (self.answer,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(QuestionBase):
    """A text with blanks: they stand in prompt and body as ``{{…}}``; ``blanks`` lists them in order."""

    kind: ClassVar[str] = "cloze"
    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class List(QuestionBase):
    """Several members, in any order or (``ordered``) in the one given; ``ask`` says how many are wanted."""

    kind: ClassVar[str] = "list"
    members: tuple[Answer, ...]
    ordered: bool = False
    ask: int | None = None

    @property
    def asked(self) -> int:
        """How many members are wanted: ``ask``, or all."""
        return self.ask if self.ask is not None else len(self.members)

    def parts(self) -> tuple[Answer, ...]:
        """The members."""
        return self.members


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(QuestionBase):
    """Left sides to match with right ones; a spare right side matches none."""

    kind: ClassVar[str] = "match"
    pairs: tuple[Pair, ...]

    @property
    def matched(self) -> tuple[Pair, ...]:
        """The pairs that have a left side."""
        return tuple(pair for pair in self.pairs if pair.left)

    @property
    def rights(self) -> tuple[str, ...]:
        """The right sides as they are shown, each once, spare ones among them."""
        return tuple(dict.fromkeys(pair.forms[0] for pair in self.pairs))

    def parts(self) -> tuple[Pair, ...]:
        """The pairs, spare ones among them."""
        return self.pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(QuestionBase):
    """Items to put in order; they stand in the right one."""

    kind: ClassVar[str] = "order"
    items: tuple[Item, ...]

    def parts(self) -> tuple[Item, ...]:
        """The items in the right order."""
        return self.items


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(QuestionBase):
    """An answer in one's own words, marked by points; ``lines`` to write on."""

    kind: ClassVar[str] = "open"
    marking: tuple[Point, ...] = ()
    model: tuple[Answer, ...] = ()
    lines: int | None = None

    def parts(self) -> tuple[Answer | Point, ...]:
        """The marking points, then the paragraphs of the model answer."""
        return self.marking + self.model


Question = Short | Number | Choice | Choices | TrueFalse | Cloze | List | Match | Order | Open
"""The union of the kinds: ``match`` over it with ``assert_never`` where all must be handled."""

KINDS: dict[str, type[Question]] = {
    kind.kind: kind for kind in (Short, Number, Choice, Choices, TrueFalse, Cloze, List, Match, Order, Open)
}
"""The kinds by name, in the order of the manual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subdeck, and a section of a sheet; ``text`` (block Markdown) is shared by its questions.

    The questions before the first topic stand in one whose title is empty.
    """

    title: str = ""
    id: str = ""
    text: str = ""
    questions: tuple[Question, ...] = ()
    comments: tuple[str, ...] = ()
    line: int = _place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """Questions about one article. ``path`` is the file that it was read from, or empty."""

    id: str
    title: str
    language: str = ""
    article: str = ""
    article_title: str = ""
    article_author: str = ""
    article_date: str = ""
    publisher: str = ""
    author: str = ""
    license: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    minutes: int | None = None
    names: tuple[tuple[str, ...], ...] = ()
    glossary: tuple[Gloss, ...] = ()
    objectives: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    path: str = field(default="", compare=False, repr=False)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, drafts among them, in the order of the file."""
        return tuple(question for topic in self.topics for question in topic.questions)

    @property
    def approved(self) -> tuple[Question, ...]:
        """The questions that a person has approved."""
        return tuple(question for question in self.questions if not question.draft)

    def topic_of(self, question: Question) -> Topic:
        """The topic that a question of this bank stands in."""
        return next(topic for topic in self.topics if any(question is other for other in topic.questions))

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)
