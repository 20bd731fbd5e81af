"""A question as the content of a note: its type, its fields, its tags, its cards."""

from __future__ import annotations

import re

from quizgen.anki.cloze_text import LAST_BLANK
from quizgen.anki.content import Content
from quizgen.anki.fields import Surroundings, cloze_fields, question_fields, sequence_fields
from quizgen.anki.note_types import CLOZE, FIELDS, QUESTION, SEQUENCE
from quizgen.anki.tombstones import RETIRED
from quizgen.bank.model import Bank, Cloze, List, Question, Topic
from quizgen.errors import DataError, Problem
from quizgen.shown import View, view
from quizgen.text.plain import inline_plain

__all__ = ["DRAFT", "content_of", "tags"]

_NOT_IN_A_TAG = re.compile(r'[\s\x00-\x1f\x7f"]+')
DRAFT = "status::draft"
"""The tag of a note that nobody has approved."""

_RESERVED = tuple(tag.split("::") for tag in (RETIRED, DRAFT))


def content_of(question: Question, topic: Topic, around: Surroundings, deck: str) -> Content:
    """The content of a question's note. DataError where Anki has not cards enough for its blanks or its members."""
    shown = view(question, around.bank.id)
    note_type, values, cards = _laid_out(shown, around)
    draft = question.id in around.drafts
    return Content(
        f"{around.bank.id}#{question.id}",
        note_type,
        tuple(values.get(field, "") for field in FIELDS[note_type]),
        tuple(tags(question, topic, around.bank) + [DRAFT] * draft),
        inline_plain(question.prompt),
        cards,
        deck,
        question.was,
        draft,
        question.line,
    )


def _laid_out(shown: View, around: Surroundings) -> tuple[str, dict[str, str], tuple[int, ...]]:
    """The note type of a question, its fields by name, and the numbers of its cards."""
    question = shown.question
    if isinstance(question, Cloze):
        _refuse_high_numbers(question, around.bank)
        return CLOZE, cloze_fields(shown, around), tuple(sorted({blank.group for blank in question.blanks}))
    if isinstance(question, List) and question.ordered:
        _refuse_long(question, around.bank)
        fields = sequence_fields(shown, around)
        return SEQUENCE, fields, tuple(range(1, len(question.members) + 2))
    fields = question_fields(shown, around)
    return QUESTION, fields, (1, 2) if fields.get("Reverse") else (1,)


def _refuse_high_numbers(question: Cloze, bank: Bank) -> None:
    highest = max(question.blanks, key=lambda blank: blank.group)
    if highest.group > LAST_BLANK:
        message = f"Anki has cards for the blanks 1 to {LAST_BLANK}; this question has a blank {highest.group}"
        raise DataError([Problem(bank.path, question.line, 1, message)])


def _refuse_long(question: List, bank: Bank) -> None:
    most = LAST_BLANK - 1
    if len(question.members) > most:
        message = (
            f"Anki has {LAST_BLANK} cards for a note: one for the whole of this list and {most} for its members, "
            f'which are {len(question.members)}; part the list, or take out "order: fixed"'
        )
        raise DataError([Problem(bank.path, question.members[most].line or question.line, 1, message)])


def tags(question: Question, topic: Topic, bank: Bank) -> list[str]:
    """The tags of question and bank, its bank and topic, its level and its difficulty; no tag holds a space.

    None of them is, or stands below, one by which people find what to delete or to approve: such a one is changed.
    """
    place = "::".join(filter(None, ("quizgen", *bank.id.split("/"), topic.id or inline_plain(topic.title))))
    wanted = [*question.tags, *bank.tags, place]
    if question.level:
        wanted.append(f"level::{question.level}")
    if question.difficulty:
        wanted.append(f"difficulty::{question.difficulty}")
    clean = (_free(_NOT_IN_A_TAG.sub("_", tag.strip()).strip(":")) for tag in wanted)
    return sorted({tag.casefold(): tag for tag in clean if tag}.values())


def _free(tag: str) -> str:
    """The tag, or another where it is reserved: "quizgen::retired_" of "quizgen::retired"."""
    parts = tag.split("::")
    if [part.casefold() for part in parts[:2]] in _RESERVED:
        parts[1] += "_"
    return "::".join(parts)
