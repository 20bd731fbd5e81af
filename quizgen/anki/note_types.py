"""The three note types: a question, a choice, a cloze.

Their ids, and the names and order of their fields and cards, are what Anki knows them by. A field added or moved makes
a second note type on the next import, and cuts the notes off from their updates: from the first release on they stay
as they are. What is optional is a field that may be empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

import genanki

from quizgen.templating import Templates

__all__ = ["CHOICE_FIELDS", "CLOZE_FIELDS", "QUESTION_FIELDS", "NoteTypes", "note_types"]

_QUESTION_ID, _CHOICE_ID, _CLOZE_ID = 1_834_502_101, 1_834_502_102, 1_834_502_103

_SHARED = (
    "Hint",
    "Explanation",
    "Evidence",
    "Source",
    "As of",
    "Image",
    "Audio",
    "Topic",
    "Passage",
    "Language",
)
QUESTION_FIELDS = ("Id", "Question", "Instruction", "Options", "Answer", "Also", "Reverse", *_SHARED)
CHOICE_FIELDS = ("Id", "Question", "Instruction", "Options", "Answer", *_SHARED)
CLOZE_FIELDS = ("Id", "Text", "Also", *_SHARED)

_INCLUDE = re.compile(r"^[ \t]*<!-- include ([\w-]+\.html) -->\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteTypes:
    """genanki's models, ready for notes."""

    question: genanki.Model
    choice: genanki.Model
    cloze: genanki.Model

    @property
    def all(self) -> tuple[genanki.Model, ...]:
        """The three, in a fixed order."""
        return (self.question, self.choice, self.cloze)


def note_types(templates: Templates) -> NoteTypes:
    """The note types with the cards and the stylesheet of ``templates/anki/``. ConfigError where one is not there."""
    style = templates.text("anki/style.css")
    cards = {name: _card(templates, name) for name in ("question", "reverse", "choice", "cloze")}
    both_ways = [cards["question"], cards["reverse"]]
    return NoteTypes(
        _model(_QUESTION_ID, "quizgen question", QUESTION_FIELDS, both_ways, style),
        _model(_CHOICE_ID, "quizgen choice", CHOICE_FIELDS, [cards["choice"]], style),
        _model(_CLOZE_ID, "quizgen cloze", CLOZE_FIELDS, [cards["cloze"]], style, genanki.Model.CLOZE),
    )


def _card(templates: Templates, name: str) -> dict[str, object]:
    return {
        "name": name.capitalize(),
        "qfmt": _side(templates, f"{name}-front.html"),
        "afmt": _side(templates, f"{name}-back.html"),
        "id": _fixed_id("card", name),
    }


def _side(templates: Templates, name: str) -> str:
    """A side of a card; ``<!-- include part.html -->`` on a line of its own is that part."""
    return _INCLUDE.sub(lambda found: templates.text(f"anki/{found[1]}"), templates.text(f"anki/{name}"))


def _model(
    number: int, name: str, fields: tuple[str, ...], cards: list[dict[str, object]], style: str, model_type: int = 0
) -> genanki.Model:
    return genanki.Model(
        model_id=number,
        name=name,
        fields=[{"name": field, "id": _fixed_id(name, field), "font": "Arial"} for field in fields],
        templates=cards,
        css=style,
        model_type=model_type,
        sort_field_index=1,  # the question: what Anki's browser lists
    )


def _fixed_id(*key: str) -> int:
    """An id by which newer Ankis know a field or a card even where a user has renamed it."""
    return int.from_bytes(sha256("\n".join(key).encode()).digest()[:7], "big")
