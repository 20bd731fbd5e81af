"""The three note types: a question, a cloze, a sequence.

Their ids, and the names and order of their fields and cards, are what Anki knows them by. A field added or moved makes
a second note type on the next import, and cuts the notes off from their updates: they stay as they are for good (a test
holds them). What is optional is a field that may be empty. Another kind of note, such as a picture with parts hidden,
is another note type beside these.
"""

from __future__ import annotations

import json
from hashlib import sha256

import genanki

from quizgen.anki.card_sides import side
from quizgen.templating import Templates

__all__ = ["CLOZE", "FIELDS", "QUESTION", "SEQUENCE", "NoteTypes", "digest_of", "note_types"]

QUESTION, CLOZE, SEQUENCE = "quizgen question", "quizgen cloze", "quizgen sequence"

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
    "Extra",  # empty as yet: shown after the explanation
)
FIELDS = {
    QUESTION: (
        "Id",
        "Question",
        "Kind",
        "Instruction",
        "Options",
        "Choice",
        "Answer",
        "Typed",
        "Also",
        "Reverse",
        *_SHARED,
    ),
    CLOZE: ("Id", "Text", "Kind", "Also", *_SHARED),
    SEQUENCE: ("Id", "Question", "Kind", "Instruction", "Whole", "Places", *_SHARED),
}
"""The fields of each note type, in order."""

_IDS = {QUESTION: 1_834_502_111, CLOZE: 1_834_502_112, SEQUENCE: 1_834_502_113}
_CARDS = {QUESTION: ("question", "reverse"), CLOZE: ("cloze",), SEQUENCE: ("sequence",)}

NoteTypes = dict[str, genanki.Model]
"""genanki's models by name, ready for notes."""


def note_types(templates: Templates) -> NoteTypes:
    """The note types with the cards and the stylesheet of ``templates/anki/``.

    ConfigError where one is not there, or Anki could not read it.
    """
    style = templates.text("anki/style.css").replace("\r\n", "\n")
    return {name: _model(name, templates, style) for name in FIELDS}


def _model(name: str, templates: Templates, style: str) -> genanki.Model:
    return genanki.Model(
        model_id=_IDS[name],
        name=name,
        fields=[{"name": field, "id": _fixed_id(name, field), "font": "Arial"} for field in FIELDS[name]],
        templates=[_card(templates, card, name) for card in _CARDS[name]],
        css=style,
        model_type=genanki.Model.FRONT_BACK if name == QUESTION else genanki.Model.CLOZE,
        sort_field_index=1,  # the question: what Anki's browser lists
    )


def _card(templates: Templates, name: str, note_type: str) -> dict[str, object]:
    front, back = (
        side(templates, f"{name}-{which}.html", FIELDS[note_type], cloze=note_type != QUESTION)
        for which in ("front", "back")
    )
    return {"name": name.capitalize(), "qfmt": front, "afmt": back, "id": _fixed_id("card", name)}


def _fixed_id(*key: str) -> int:
    """An id by which newer Ankis know a field or a card even where a user has renamed it."""
    return int.from_bytes(sha256("\n".join(key).encode()).digest()[:7], "big")


def digest_of(model: genanki.Model) -> str:
    """The digest of all that Anki keeps of a note type."""
    cards = [[card[part] for part in ("name", "qfmt", "afmt", "id")] for card in model.templates]
    content = [model.name, [field["id"] for field in model.fields], cards, model.css]
    return sha256(json.dumps(content).encode()).hexdigest()[:16]
