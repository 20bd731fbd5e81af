"""A question as a note: its type, its fields, its tags, and the guid by which Anki knows it again."""

from __future__ import annotations

import re

import genanki

from quizgen.anki.cloze_text import LAST_BLANK
from quizgen.anki.fields import Surroundings, cloze_fields, question_fields
from quizgen.anki.note_types import NoteTypes
from quizgen.bank.model import Bank, Choice, Choices, Cloze, Question
from quizgen.errors import DataError, Problem
from quizgen.shown import view
from quizgen.text.plain import inline_plain

__all__ = ["guid", "make_note", "tags"]

_NOT_IN_A_TAG = re.compile(r'[\s\x00-\x1f\x7f"]+')


class _Note(genanki.Note):  # type: ignore[misc]
    """genanki's note without its check for HTML that nobody escaped.

    The check takes a time quadratic in the length of a field and misses ``a < b``; the fields are escaped by us.
    """

    def _check_invalid_html_tags_in_fields(self) -> None:
        pass


def make_note(question: Question, around: Surroundings, types: NoteTypes, position: int) -> genanki.Note:
    """The note of a question; ``position``, from 1, is its place among the new cards.

    Raises DataError where a cloze has more blanks than Anki makes cards for.
    """
    shown = view(question, around.bank.id)
    if isinstance(question, Cloze):
        _refuse_high_numbers(question, around.bank)
        model, values = types.cloze, cloze_fields(shown, around)
    else:
        model = types.choice if isinstance(question, Choice | Choices) else types.question
        values = question_fields(shown, around)
    return _Note(
        model=model,
        fields=[values.get(field["name"], "") for field in model.fields],
        sort_field=inline_plain(question.prompt),
        tags=tags(question, around.bank) + ["status::draft"] * (question.id in around.drafts),
        guid=guid(around.bank.id, question.id),
        due=position,
    )


def _refuse_high_numbers(question: Cloze, bank: Bank) -> None:
    highest = max(question.blanks, key=lambda blank: blank.group)
    if highest.group > LAST_BLANK:
        message = f"Anki has cards for the blanks 1 to {LAST_BLANK}; this question has a blank {highest.group}"
        raise DataError([Problem(bank.path, question.line, 1, message)])


def guid(bank_id: str, question_id: str) -> str:
    """What Anki knows a note by: a hash of where it comes from, so that a reworded question keeps its schedule."""
    return str(genanki.guid_for(f"{bank_id}\n{question_id}"))


def tags(question: Question, bank: Bank) -> list[str]:
    """The tags of question and bank, its bank, its level and its difficulty; no tag holds a space."""
    wanted = [*question.tags, *bank.tags, "quizgen::" + bank.id.replace("/", "::")]
    if question.level:
        wanted.append(f"level::{question.level}")
    if question.difficulty:
        wanted.append(f"difficulty::{question.difficulty}")
    clean = (_NOT_IN_A_TAG.sub("_", tag.strip()).strip(":") for tag in wanted)
    return sorted({tag.casefold(): tag for tag in clean if tag}.values())
