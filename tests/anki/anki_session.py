"""A student's Anki, driven from outside: run with whichever ``anki`` is on the path, from 2.1.54 on.

Each line of standard input is a JSON list of steps, ``{"do": "import", "package": PATH}`` and so on: the methods of
`Student` by name. For each line one line comes back: the list of what the steps gave, or ``{"error": …}``. It imports
nothing but anki and the standard library, so that any Python environment with any Anki in it can run it.
"""

from __future__ import annotations

import json
import sys
import tempfile
import traceback
from hashlib import sha256
from pathlib import Path
from typing import Any

import anki.collection
import anki.lang
from anki.buildinfo import version
from anki.collection import Collection

SCHEDULE = ("queue", "type", "ivl", "due", "reps", "lapses", "factor", "data", "odue", "odid", "flags")
"""All that Anki keeps of when a card is asked again, and its flag."""


class Student:
    """Somebody with one collection, empty at the start."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open()

    def open(self) -> None:
        self.col = Collection(str(self.folder / "collection.anki2"))
        if not self.col.v3_scheduler():
            self.col.set_v3_scheduler(True)

    def close(self) -> None:
        self.col.close()

    # What the student does

    def do_import(self, package: str) -> dict[str, int]:
        """Import as the dialog does with its defaults; how many notes were new, updated, and so on."""
        request = getattr(anki.collection, "ImportAnkiPackageRequest", None)
        if request is None:
            return self._import_as_of_old(package)
        log = self.col.import_anki_package(request(package_path=package, **_import_options())).log
        self.col._clear_caches()
        names = ("new", "updated", "duplicate", "conflicting")
        return {name: len(getattr(log, name)) for name in names} | {"found": log.found_notes}

    def _import_as_of_old(self, package: str) -> dict[str, int]:
        from anki.importing.apkg import AnkiPackageImporter  # what the desktop of 2.1.54 used

        importer = AnkiPackageImporter(self.col, package)
        importer.run()
        found = self._notes_in(package)
        counts = {"new": importer.added, "updated": importer.updated, "duplicate": importer.dupes}
        return counts | {"conflicting": found - sum(counts.values()), "found": found}

    def _notes_in(self, package: str) -> int:
        import sqlite3
        from zipfile import ZipFile

        database = self.folder / "found.anki2"
        with ZipFile(package) as archive:
            database.write_bytes(archive.read("collection.anki2"))
        connection = sqlite3.connect(database)
        try:
            return int(connection.execute("SELECT count(*) FROM notes").fetchone()[0])
        finally:
            connection.close()
            database.unlink()

    def do_study(self, search: str = "", answers: list[list[int]] | None = None) -> int:
        """Answer cards: 1 again to 4 easy, 0 means that the card is due today; one list for each card in turn."""
        lists = answers or [[4]]
        found = self._cards(search)
        for number, card_id in enumerate(found):
            for answer in lists[number % len(lists)]:
                if answer == 0:
                    self.col.sched.set_due_date([card_id], "0")
                    continue
                card = self.col.get_card(card_id)
                card.start_timer()
                self.col.sched.answerCard(card, answer)
        return len(found)

    def do_tag(self, tag: str, search: str = "") -> None:
        self.col.tags.bulk_add(self.col.find_notes(search), tag)

    def do_flag(self, flag: int, search: str = "") -> None:
        self.col.set_user_flag_for_cards(flag, self._cards(search))

    def do_suspend(self, search: str) -> None:
        self.col.sched.suspend_cards(self._cards(search))

    def do_move(self, search: str, deck: str) -> None:
        self.col.set_deck(self._cards(search), self.col.decks.id(deck))

    def do_edit(self, search: str, field: str, text: str) -> None:
        for note_id in self.col.find_notes(search):
            note = self.col.get_note(note_id)
            note[field] = text
            self.col.update_note(note)

    def do_restyle(self, css: str) -> None:
        for model in self.col.models.all():
            self.col.models.update_dict({**model, "css": css})

    def do_delete(self, search: str) -> int:
        found = self.col.find_notes(search)
        self.col.remove_notes(found)
        return len(found)

    def do_clear_empty_cards(self) -> int:
        """What "Empty Cards" in Anki's menu does."""
        found = [card for note in self.col.get_empty_cards().notes for card in note.card_ids]
        self.col.remove_cards_and_orphaned_notes(found)
        return len(found)

    def do_lose_media(self) -> None:
        for file in Path(self.col.media.dir()).iterdir():
            file.unlink()

    # What can be seen

    def do_version(self) -> str:
        return version

    def do_count(self, search: str = "") -> int:
        return len(self.col.find_notes(search))

    def do_queue(self, deck: str) -> list[tuple[str, int]]:
        """The cards that a day's study of a deck shows, in order: the Id of the note, and which of its cards."""
        self.col.decks.select(self.col.decks.id_for_name(deck))
        shown = [self.col.get_card(queued.card.id) for queued in self.col.sched.get_queued_cards(fetch_limit=500).cards]
        order = [(card.note()["Id"], card.ord) for card in shown]
        self.close()  # a queue once made would let no card be answered out of turn
        self.open()
        return order

    def do_look(self, render: str | None = "") -> dict[str, Any]:
        """All that an import may touch; ``render`` is a search for the cards whose sides are shown."""
        col = self.col
        return {
            "notes": [self._note(note_id) for note_id in sorted(col.find_notes(""))],
            "cards": [self._card(card_id) for card_id in self._cards("")],
            "sides": {} if render is None else {card_id: self._sides(card_id) for card_id in self._cards(render)},
            "reviews": col.db.scalar("select count() from revlog"),
            "decks": {
                deck.name: col.decks.by_name(deck.name)["desc"]
                for deck in col.decks.all_names_and_ids(skip_empty_default=True)
            },
            "types": {model["name"]: self._type(model) for model in col.models.all()},
            "empty": [note.note_id for note in col.get_empty_cards().notes],
            "cardless": col.db.list("select id from notes where id not in (select nid from cards)"),
            "media": self._media(),
        }

    def do_check(self) -> list[Any]:
        """Anki's own check of the database: its words, and whether all was well. It may repair, so do it last."""
        return list(self.col.fix_integrity())

    def _cards(self, search: str) -> list[int]:
        return list(self.col.find_cards(search, order="c.nid, c.ord"))

    def _note(self, note_id: int) -> dict[str, Any]:
        note = self.col.get_note(note_id)
        kept = {"id": note_id, "guid": note.guid, "type": note.note_type()["name"], "mod": note.mod}
        return kept | {"tags": sorted(note.tags), "fields": dict(note.items())}

    def _card(self, card_id: int) -> dict[str, Any]:
        columns = ", ".join(("nid", "ord", *SCHEDULE, "did"))
        nid, number, *schedule, did = self.col.db.first(f"select {columns} from cards where id = ?", card_id)
        kept = {"id": card_id, "note": nid, "ord": number, "deck": self.col.decks.name(did)}
        return kept | {"schedule": dict(zip(SCHEDULE, schedule, strict=True))}

    def _sides(self, card_id: int) -> dict[str, str]:
        card = self.col.get_card(card_id)
        return {"front": card.question(), "back": card.answer()}

    def _type(self, model: dict[str, Any]) -> dict[str, Any]:
        cards = [template["name"] for template in model["tmpls"]]
        digest = sha256(model["css"].encode()).hexdigest()
        return {"id": model["id"], "css": digest, "cards": cards, "notes": self.col.models.use_count(model)}

    def _media(self) -> dict[str, list[str]]:
        checked = self.col.media.check()
        files = sorted(file.name for file in Path(self.col.media.dir()).iterdir())
        return {"missing": list(checked.missing), "unused": list(checked.unused), "files": files}


def _import_options() -> dict[str, Any]:
    """The defaults of the dialog, where the version has such options."""
    options = getattr(anki.collection, "ImportAnkiPackageOptions", None)
    if options is None:
        return {}
    newer = {"merge_notetypes": False, "update_notes": 0, "update_notetypes": 0}
    return {"options": options(**newer, with_scheduling=False, with_deck_configs=False)}


def serve(home: Path) -> None:
    """Answer each line; a step "open" begins with a new student."""
    student: Student | None = None
    opened = 0
    for line in sys.stdin:
        results: list[Any] = []
        try:
            for step in json.loads(line):
                name = step.pop("do")
                if name == "open":
                    if student:
                        student.close()
                    opened += 1
                    folder = home / str(opened)
                    folder.mkdir()
                    student = Student(folder)
                    results.append(None)
                else:
                    results.append(getattr(student, f"do_{name}")(**step))
            answer = json.dumps(results)
        except Exception:
            answer = json.dumps({"error": traceback.format_exc()})
        print(answer, file=_ANSWERS, flush=True)
    if student:
        student.close()


if __name__ == "__main__":
    _ANSWERS = sys.stdout
    sys.stdout = sys.stderr  # Anki prints here and there
    anki.lang.set_lang("en")
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        serve(Path(folder))
