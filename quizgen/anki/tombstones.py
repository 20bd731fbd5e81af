"""What ships of a question that is gone: its note says so, and can be found and deleted by its tag.

A tombstone brings no card of its own. Where the note is, its cards stay and show the words below; who imports the deck
for the first time gets nothing to learn.
"""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.anki.content import Content
from quizgen.anki.entries import Entry
from quizgen.anki.note_types import CLOZE, FIELDS, SEQUENCE

__all__ = ["RETIRED", "tombstone"]

RETIRED = "quizgen::retired"
"""The tag of every tombstone: searching for it in Anki finds what can be deleted."""

_TEXT = (
    "This question was taken out of its deck; there is nothing to learn here any more. "
    f"To delete it, search for tag:{RETIRED} in Anki’s browser, select the notes and delete them."
)
_ANSWER = f"This question was taken out of its deck (tag:{RETIRED})."


def tombstone(key: str, entry: Entry) -> Content:
    """The content of a retired note, such that none of its cards is empty.

    It has no cards to be shipped; the fields are filled for those that were.
    """
    values = {"Id": key, "Kind": "retired", "Language": "en"} | _words(entry)
    fields = tuple(values.get(field, "") for field in FIELDS[entry.type])
    return Content(key, entry.type, fields, (RETIRED,), _TEXT, (), entry.deck)


def _words(entry: Entry) -> dict[str, str]:
    """The fields that Anki makes cards of."""
    words = f'<div class="prompt retired" dir="auto">{_TEXT}</div>'
    if entry.type == CLOZE:
        return {"Text": words + _blanks(entry.cards)}
    if entry.type == SEQUENCE:
        places = [number for number in entry.cards if number > 1]
        return {"Question": words, "Whole": _blanks([1]), "Places": _blanks(places)}
    return {"Question": words, "Answer": _ANSWER, "Reverse": "yes" if 2 in entry.cards else ""}


def _blanks(numbers: Iterable[int]) -> str:
    """A blank for each card, without which Anki would call it empty; nobody need see them."""
    blanks = "".join(f"{{{{c{number}::retired}}}}" for number in numbers)
    return f"<div hidden>{blanks}</div>" if blanks else ""
