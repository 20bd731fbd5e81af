"""What stands on a sheet: its questions in order, each as it is asked in this version, and an id to know it by."""

from __future__ import annotations

import json
from base64 import b32encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

from quizgen.bank.model import Bank, Blank, Gloss, List, Number, Question, Topic, TrueFalse
from quizgen.paper.sheets.glossary import safe_glossary
from quizgen.paper.sheets.pick import in_topics, pick_questions
from quizgen.paper.sheets.support import fewer_options, word_bank
from quizgen.paper.sheets.versions import FIRST
from quizgen.shown import View, instructions, require_approved, source_of, view

__all__ = ["Item", "Section", "Selection", "Sheet", "make_sheet", "sheet_id", "with_support"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which questions a sheet asks, and in which order.

    ``pick`` so many, those of ``topics`` (ids or titles) alone; with a ``seed`` the first version is mixed, too, and
    others are asked; ``within_topics`` leaves the topics in their order; ``word_bank`` adds the words to choose from
    for blanks.
    """

    pick: int | None = None
    topics: tuple[str, ...] = ()
    seed: str = ""
    within_topics: bool = False
    word_bank: bool = False


_WHOLE = Selection()


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
    """A topic on a sheet; ``text`` (block Markdown) stands before its questions. The title may be empty.

    ``words`` are those to choose from, as literal text.
    """

    title: str
    text: str
    items: tuple[Item, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of a bank on paper.

    ``id`` is drawn from all that students see on the sheet and from nothing else: it changes when they see something
    else, and it tells them nothing. With support, which changes neither numbers nor letters, it is that of the sheet
    without and "-S", as one key serves both. ``glossary`` holds the terms that give no answer away.
    """

    title: str
    version: str
    sections: tuple[Section, ...]
    glossary: tuple[Gloss, ...] = ()
    id: str = ""
    support: bool = False

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


def make_sheet(bank: Bank, selection: Selection = _WHOLE, version: str = FIRST) -> Sheet:
    """Lay out the approved questions of a bank in one version.

    The first version has questions, and options of a choice, as the bank has them, unless a seed is given. In any
    other, topics and the questions in each are sorted by a hash of seed, version and id: a question that is added or
    removed moves no other. UsageError where a topic is unknown, where nothing is approved, or where fewer are there
    than are wanted.
    """
    wanted = in_topics(bank, selection.topics)
    approved = [replace(topic, questions=tuple(q for q in topic.questions if q.approved)) for topic in wanted]
    require_approved(bank, [question for topic in wanted for question in topic.questions])
    seed = selection.seed or bank.id
    chosen = approved if selection.pick is None else pick_questions(approved, selection.pick, seed)
    as_written = version == FIRST and not selection.seed
    placed = chosen if as_written else _mixed(chosen, seed, version, within=selection.within_topics)
    sections = tuple(_sections(placed, seed, version, selection.word_bank, as_written))
    questions = [item.question for section in sections for item in section.items]
    sheet = Sheet(bank.title, version, sections, safe_glossary(bank.glossary, questions))
    return replace(sheet, id=sheet_id(sheet, bank))


def with_support(sheet: Sheet) -> Sheet:
    """The same sheet with help: fewer options, word banks, hints (which the page shows)."""
    sections = tuple(_supported(section) for section in sheet.sections)
    return replace(sheet, sections=sections, id=f"{sheet.id}-S", support=True)


def _supported(section: Section) -> Section:
    items = tuple(replace(item, view=fewer_options(item.view)) for item in section.items)
    return replace(section, items=items, words=word_bank(items, support=True))


def _mixed(topics: Sequence[Topic], seed: str, version: str, *, within: bool) -> list[Topic]:
    """Topics in another order, unless ``within``, and the questions of each.

    Questions without a topic stay before the others: below another one's title they would seem to belong to it.
    """
    mixed = [
        replace(topic, questions=tuple(sorted(topic.questions, key=lambda q: _rank(seed, version, q.id or q.prompt))))
        for topic in topics
    ]
    if within:
        return mixed
    return sorted(mixed, key=lambda topic: (bool(topic.title), _rank(seed, version, f"# {topic.id or topic.title}")))


def _rank(seed: str, version: str, name: str) -> bytes:
    return sha256("|".join(("quizgen/1", "question", seed, version, name)).encode()).digest()


def _sections(topics: Sequence[Topic], seed: str, version: str, words: bool, as_written: bool) -> Iterator[Section]:
    number = 1
    for topic in topics:
        if topic.questions:
            views = (view(question, seed, version, as_written=as_written) for question in topic.questions)
            items = tuple(Item(at, shown) for at, shown in enumerate(views, number))
            yield Section(topic.title, topic.text, items, word_bank(items) if words else ())
            number += len(items)


def sheet_id(sheet: Sheet, bank: Bank) -> str:
    """Eight characters of base32 from the SHA-256 of what is on a sheet without support."""
    glossary = [[gloss.term, gloss.meaning] for gloss in sheet.glossary]
    sections = [
        [section.title, section.text, section.words, [_on_it(item) for item in section.items]]
        for section in sheet.sections
    ]
    head = [bank.id, sheet.title, sheet.version, source_of(bank), bank.minutes]
    told = ["quizgen/sheet/2", head, sheet.corrects, glossary, sections]
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
    # by their names: to say it in other words one day must not make older manifests refuse
    told = [[said.name, *said.values.values()] for said in instructions(question)]
    return [item.number, question.kind, told, str(asked.points), texts, options, lefts, media, unit, slots]
