"""What stands on a sheet: its questions in order, each as it is asked in this version, and an id to know it by."""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

from quizgen.bank.model import Bank, Blank, Gloss, List, Number, Question, Topic, TrueFalse
from quizgen.paper.glossary import safe_glossary
from quizgen.paper.pick import in_topics, pick_questions
from quizgen.shown import View, require_approved, source_of, view

__all__ = ["Item", "Section", "Sheet", "make_sheet"]


@dataclass(frozen=True, slots=True)
class Item:
    """A question on a sheet: its number there, from 1 over all sections, and how it is asked."""

    number: int
    view: View

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self.view.question


@dataclass(frozen=True, slots=True)
class Section:
    """A topic on a sheet; ``text`` (block Markdown) stands before its questions. The title may be empty."""

    title: str
    text: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of a bank on paper.

    ``id`` is drawn from all that students see on the sheet and from nothing else: it changes when they see something
    else, and it tells them nothing. ``glossary`` holds the terms that give no answer away.
    """

    title: str
    version: str
    sections: tuple[Section, ...]
    glossary: tuple[Gloss, ...] = ()
    id: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions of every section, in the order of their numbers."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def points(self) -> Decimal:
        """What the whole sheet is worth."""
        return sum((item.view.points for item in self.items), Decimal(0))

    @property
    def corrects(self) -> bool:
        """Whether false statements are to be corrected.

        Then every statement has a line to do so, true ones too: a line below the false ones alone would say which
        they are.
        """
        return any(isinstance(item.question, TrueFalse) and item.question.correction for item in self.items)


def make_sheet(
    bank: Bank,
    *,
    version: str = "A",
    pick: int | None = None,
    topics: Sequence[str] = (),
    seed: str = "",
) -> Sheet:
    """Lay out the approved questions of a bank, or ``pick`` of them, or those of ``topics`` (ids or titles).

    ``seed`` (the bank's id if empty) decides which are picked, and with ``version`` the order of their options.
    UsageError where a topic is unknown, where nothing is approved, or where fewer are there than are wanted.
    """
    wanted = in_topics(bank, topics)
    approved = [replace(topic, questions=tuple(q for q in topic.questions if q.approved)) for topic in wanted]
    require_approved(bank, [question for topic in wanted for question in topic.questions])
    seed = seed or bank.id
    chosen = approved if pick is None else pick_questions(approved, pick, seed)
    sections = _sections(chosen, seed, version)
    questions = [item.question for section in sections for item in section.items]
    sheet = Sheet(bank.title, version, sections, safe_glossary(bank.glossary, questions))
    return replace(sheet, id=_id(sheet, bank))


def _sections(topics: Sequence[Topic], seed: str, version: str) -> tuple[Section, ...]:
    sections = []
    number = 1
    for topic in topics:
        if topic.questions:
            items = (Item(at, view(question, seed, version)) for at, question in enumerate(topic.questions, number))
            sections.append(Section(topic.title, topic.text, tuple(items)))
            number += len(topic.questions)
    return tuple(sections)


def _id(sheet: Sheet, bank: Bank) -> str:
    """Eight characters of base32 from the SHA-256 of what is on the sheet."""
    glossary = [[gloss.term, gloss.meaning] for gloss in sheet.glossary]
    sections = [[section.title, section.text, [_on_it(item) for item in section.items]] for section in sheet.sections]
    head = [bank.id, sheet.title, sheet.version, source_of(bank), bank.minutes]
    told = ["quizgen/sheet/1", head, sheet.corrects, glossary, sections]
    digest = sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).digest()
    return b32encode(digest)[:8].decode()


def _on_it(item: Item) -> list[Any]:
    """What a student sees of a question: never what is right."""
    asked = item.view
    question = item.question
    media = [[file.file, file.alt] if file else None for file in (question.image, question.audio)]
    unit = question.unit if isinstance(question, Number) else ""
    slots = question.asked if isinstance(question, List) else 0
    texts = [
        [["", part.hint] if isinstance(part, Blank) else part for part in side] for side in (asked.stem, asked.body)
    ]
    options = [[option.letter, option.words.text] for option in asked.options]
    lefts = [left.text for left in asked.lefts]
    return [item.number, question.kind, asked.instruction, str(asked.points), texts, options, lefts, media, unit, slots]
