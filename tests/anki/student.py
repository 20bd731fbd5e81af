"""A student, whichever Anki they have: imports decks, studies, tags and edits, and can be looked at.

Each Anki runs in a process of its own (anki_session.py), which lives for all tests of a module and has a new collection
for each student.
"""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from quizgen.anki import Package, note_types
from quizgen.templating import Templates

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PINNED = tuple((HERE / "ankis.txt").read_text().split())
"""The versions beside the installed one; ``make ankis`` puts each into .ankis/ under its name."""

_SESSION = HERE / "anki_session.py"
_RETIRED = "quizgen::retired"
_TYPES = {name: model.model_id for name, model in note_types(Templates()).items()}


def folders() -> dict[str, Path | None]:
    """Where each Anki is, by its name: None is the installed one. $QUIZGEN_ANKIS names folders of further versions."""
    pinned = {version: ROOT / ".ankis" / version for version in PINNED}
    named = [Path(folder) for folder in os.environ.get("QUIZGEN_ANKIS", "").split(os.pathsep) if folder]
    return {"installed": None, **pinned, **{folder.name: folder for folder in named}}


class Counts(NamedTuple):
    """What Anki says of the notes of a package once it is imported."""

    new: int = 0
    updated: int = 0
    duplicate: int = 0
    conflicting: int = 0


@dataclass(frozen=True)
class Card:
    """A card, with its two sides as Anki renders them."""

    question: str
    number: int
    deck: str
    schedule: dict[str, Any]
    note: dict[str, Any]
    front: str = ""
    back: str = ""

    @property
    def retired(self) -> bool:
        return _RETIRED in self.note["tags"]


@dataclass(frozen=True)
class Look:
    """A collection at one moment."""

    seen: dict[str, Any] = field(repr=False)

    @cached_property
    def notes(self) -> dict[int, dict[str, Any]]:
        return {note["id"]: note for note in self.seen["notes"]}

    @cached_property
    def cards(self) -> list[Card]:
        return [self._card(card) for card in self.seen["cards"]]

    def _card(self, card: dict[str, Any]) -> Card:
        note = self.notes[card["note"]]
        question = note["fields"]["Id"].partition("#")[2]
        sides = self.seen["sides"].get(str(card["id"]), {})
        return Card(question, card["ord"] + 1, card["deck"], card["schedule"], note, **sides)

    def note(self, question: str) -> dict[str, Any]:
        """The only note of a question that is not retired."""
        (found,) = (note for note in self.of(question) if _RETIRED not in note["tags"])
        return found

    def of(self, question: str) -> list[dict[str, Any]]:
        return [note for note in self.notes.values() if note["fields"]["Id"].partition("#")[2] == question]

    def card(self, question: str, number: int = 1) -> Card:
        """One card of a question that is not retired."""
        (found,) = (
            card for card in self.cards if (card.question, card.number) == (question, number) and not card.retired
        )
        return found

    @property
    def questions(self) -> list[str]:
        """The questions that have cards to learn, sorted."""
        return sorted({card.question for card in self.cards if not card.retired})

    @property
    def schedules(self) -> dict[tuple[str, int], dict[str, Any]]:
        """When each card is asked again, by its note and its number."""
        return {(card.note["guid"], card.number): card.schedule for card in self.cards}

    @property
    def types(self) -> dict[str, dict[str, Any]]:
        """Our note types, and whatever else Anki has made of them."""
        return {name: kind for name, kind in self.seen["types"].items() if name.startswith("quizgen")}


class Student:
    """Somebody who begins with an empty collection."""

    def __init__(self, session: subprocess.Popen[str], folder: Path) -> None:
        self._session = session
        self._folder = folder
        self._do("open")

    def _do(self, step: str, **values: Any) -> Any:
        assert self._session.stdin
        assert self._session.stdout
        self._session.stdin.write(json.dumps([{"do": step, **values}]) + "\n")
        self._session.stdin.flush()
        answer = json.loads(self._session.stdout.readline() or '{"error": "Anki has died"}')
        assert isinstance(answer, list), answer["error"]
        return answer[0]

    def imports(self, package: Package) -> Counts:
        path = self._folder / "import.apkg"
        path.write_bytes(package.data)
        counts = self._do("import", package=str(path))
        found = counts.pop("found")
        assert found == package.notes + package.retired
        return Counts(**counts)

    def studies(self, search: str = "", answers: list[list[int]] | None = None) -> None:
        """Answers cards, by default each in another way, so that they are in all states of the schedule."""
        again, good, easy, due = 1, 3, 4, 0
        ways = [[easy], [good], [good, good], [easy, due, good], [easy, due, again], [easy, due, easy, due, good]]
        assert self._do("study", search=search, answers=answers or ways)
        self._do("check")  # Anki itself leaves something to repair where answers follow each other within seconds

    def does(self, step: str, **values: Any) -> Any:
        """What the student does else: a ``do_`` method of anki_session.Student by name."""
        return self._do(step, **values)

    def look(self, render: str | None = "") -> Look:
        return Look(self._do("look", render=render))

    def is_sound(self) -> None:
        """Fail where an import has left anything behind that should not be there."""
        look = self.look(render=None)
        bare = [look.notes[number] for number in look.seen["cardless"]]
        assert [note["fields"]["Id"] for note in bare if _RETIRED not in note["tags"]] == []
        assert look.seen["empty"] == []
        used = {note["type"] for note in look.notes.values()}
        assert {name: kind["id"] for name, kind in look.types.items()} == {name: _TYPES[name] for name in used}
        assert look.seen["media"]["missing"] == []
        report, well = self._do("check")
        assert (report, well) == ("Database rebuilt and optimized.", True), report


@dataclass(frozen=True)
class Anki:
    """A version of Anki that runs, and a folder for the packages on their way to it."""

    name: str
    session: subprocess.Popen[str]
    folder: Path

    def student(self) -> Student:
        return Student(self.session, self.folder)


@contextmanager
def running(name: str, folder: Path) -> Iterator[Anki]:
    """The Anki of `folders` under this name; without it a test is left out, or fails where all is checked (CI)."""
    place = folders()[name]
    if not (place.is_dir() if place else find_spec("anki")):
        explain = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        explain(f"Anki {name} is not here: {'make ankis' if place else 'pip install anki'}")
    environment = {**os.environ, "PYTHONPATH": str(place)} if place else dict(os.environ)
    command = [sys.executable, "-W", "ignore", str(_SESSION)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as session:
        yield Anki(name, session, folder)


def words(side: str) -> str:
    """What a person reads on a side of a card."""
    side = re.sub(r"<(style|script|summary)\b.*?</\1>", " ", side, flags=re.DOTALL)
    side = re.sub(r"<(?=/?(?:p|div|li|ol|ul|hr|br|blockquote|details)\b)", " <", side)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", side)).split())
