"""What the rules look at: a bank with its article or seal, and each question with its texts made plain."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.answers.texts import Comparison, comparison
from quizgen.bank.cloze import segments_of
from quizgen.bank.model import Bank, Blank, Choice, Choices, Cloze, List, Number, Option, Question, Short, Topic
from quizgen.check.words import content_words
from quizgen.text.plain import block_plain, inline_plain

if TYPE_CHECKING:
    from quizgen.article.model import Article
    from quizgen.article.seal import Seal

__all__ = ["GAP", "Case", "Scope"]

GAP = "____"
"""What stands for a blank in the plain text of a cloze."""


@dataclass(frozen=True)
class Scope:
    """A bank under check. ``source`` is the text that it was read from; ``article`` and ``seal`` are None where they
    are not there; ``folder`` is where its media stand, or None where they are not looked for.
    """

    bank: Bank
    source: str = ""
    article: Article | None = None
    seal: Seal | None = None
    folder: Path | None = None

    @property
    def language(self) -> str:
        """The language of the bank: "en" where it names none."""
        return (self.bank.language or "en").partition("-")[0].lower()

    @cached_property
    def english(self) -> bool:
        """Whether rules on English words apply."""
        return self.language == "en"

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Every question, drafts among them, in the order of the file."""
        return tuple(self._cases())

    def _cases(self) -> Iterator[Case]:
        for topic in self.bank.topics:
            for question in topic.questions:
                yield Case(question, topic, self)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the source."""
        return tuple(self.source.split("\n"))

    def last_line(self, line: int) -> int:
        """The last line of the question, the topic or the front matter that a line belongs to."""
        after = bisect_right(self._starts, line)
        return self._starts[after] - 1 if after < len(self._starts) else len(self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(part.line for topic in self.bank.topics for part in (topic, *topic.questions) if part.line)

    def front_line(self, key: str) -> int:
        """The line of the front matter that begins with ``key:``; 1 where none does."""
        for number, line in enumerate(self.lines[1:], 2):
            if line.startswith(f"{key}:"):
                return number
            if line.startswith("---"):
                break
        return 1


@dataclass(frozen=True, eq=False)
class Case:
    """One question under check."""

    question: Question
    topic: Topic
    scope: Scope

    @cached_property
    def stem(self) -> str:
        """The prompt as a person reads it; of a cloze with ``GAP`` for each blank."""
        if isinstance(self.question, Cloze):
            return inline_plain(_gapped(segments_of(self.question)[0]))
        return inline_plain(self.question.prompt)

    @cached_property
    def body(self) -> str:
        """The body as a person reads it; of a cloze with ``GAP`` for each blank."""
        if not self.question.body:
            return ""
        if isinstance(self.question, Cloze):
            return block_plain(_gapped(segments_of(self.question)[1]))
        return block_plain(self.question.body)

    @cached_property
    def stem_words(self) -> frozenset[str]:
        """The words of the stem that carry meaning, as ``content_words`` has them."""
        return content_words(self.stem)

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options of a choice as the bank has them; empty for other kinds."""
        return self.question.options if isinstance(self.question, Choice | Choices) else ()

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The options of a choice as a person reads them; empty for other kinds."""
        return tuple(inline_plain(option.text) for option in self.choices)

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The places of the right options."""
        return tuple(place for place, option in enumerate(self.choices) if option.right)

    @cached_property
    def members(self) -> tuple[tuple[str, ...], ...]:
        """The things asked of a short, number, list or cloze question, each with its accepted forms (literal text)."""
        match self.question:
            case Short() | Number():
                return (tuple(form for answer in self.question.answers for form in answer.forms),)
            case List():
                return tuple(member.forms for member in self.question.members)
            case Cloze():
                return tuple(blank.forms for blank in self.question.blanks)
            case _:
                return ()

    @cached_property
    def compare(self) -> Comparison:
        """How answers to this question are compared."""
        return comparison(self.question, self.scope.bank)


def _gapped(parts: list[str | Blank]) -> str:
    return "".join(GAP if isinstance(part, Blank) else part for part in parts)
