"""The writer beside genanki's own: the same rows, in a smaller file, with no trace of the day or on the disk."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import genanki
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.anki import apkg as writer
from quizgen.anki.apkg import pack
from quizgen.anki.note_ids import numbered
from quizgen.anki.preset import Preset
from quizgen.errors import WriteError

TIME = 1_700_000_000
BASIC = genanki.Model(
    1_607_392_319,
    "Two cards",
    [{"name": "Front"}, {"name": "Back"}],
    [
        {"name": "There", "qfmt": "{{Front}}", "afmt": "{{Back}}"},
        {"name": "Back", "qfmt": "{{Back}}", "afmt": "{{Front}}"},
    ],
    css=".card { color: navy }",
    sort_field_index=1,
)
CLOZE = genanki.Model(
    1_122_529_140,
    "Blanks",
    [{"name": "Text"}],
    [{"name": "Blank", "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}"}],
    model_type=genanki.Model.CLOZE,
)
UNUSED = genanki.Model(1, "Unused", [{"name": "F"}], [{"name": "C", "qfmt": "{{F}}", "afmt": "{{F}}"}])
MODELS = (BASIC, CLOZE, UNUSED)


def note(model: genanki.Model, *fields: str, **values: Any) -> genanki.Note:
    made = genanki.Note(model, list(fields), **values)
    made.mod = TIME
    return made


def decks() -> list[genanki.Deck]:
    first, second = genanki.Deck(2**30 + 1, "Eins", "On *one*"), genanki.Deck(2**30 + 2, "Eins::Zwei “Ü”")
    first.add_note(note(BASIC, "a &lt; b", "", guid="g1", due=1))  # the second card would be empty
    first.add_note(note(BASIC, "q", "42", guid="g2", tags=["one", "two"], sort_field="sorted by", due=2))
    second.add_note(note(CLOZE, "{{c1::a}} {{c3::b}} {{c1::c}}", guid="g3", due=3))
    second.add_note(note(BASIC, "naïve 漢字 😀\n" * 900, "x", guid="g4", due=4))
    suspended = note(BASIC, "y", "z", guid="g5", due=5)
    for card in suspended.cards:
        card.suspend = True
    second.add_note(suspended)
    return [first, second]


def mods(time: int = TIME) -> dict[int, int]:
    return {model.model_id: time for model in MODELS}


def ours(folder: Path, made: list[genanki.Deck] | None = None, **media: bytes) -> Path:
    file = folder / "ours.apkg"
    file.write_bytes(pack(made or decks(), MODELS, media, mods()))
    return file


def genankis(folder: Path) -> Path:
    file = folder / "genanki.apkg"
    genanki.Package(decks()).write_to_file(file, timestamp=TIME)
    return file


def tables(file: Path) -> dict[str, list[dict[str, Any]]]:
    """Every table of a package, row by row, and what SQLite knows of the tables themselves."""
    with ZipFile(file) as archive, closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(archive.read("collection.anki2"))
        db.row_factory = sqlite3.Row
        schema = [dict(row) for row in db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")]
        names = [row["name"] for row in schema if row["type"] == "table"]
        return {name: [dict(row) for row in db.execute(f"SELECT * FROM {name}")] for name in names} | {"schema": schema}


def without_ids(found: dict[str, list[dict[str, Any]]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Notes and cards with the guid of a note in the place of its id."""
    guids = {row["id"]: row["guid"] for row in found["notes"]}
    notes = [row | {"id": ""} for row in found["notes"]]
    cards = [row | {"id": "", "nid": guids[row["nid"]]} for row in found["cards"]]
    return sorted(notes, key=lambda row: row["guid"]), sorted(cards, key=lambda row: (row["nid"], row["ord"]))


# The same rows


def test_notes_and_cards_are_those_of_genanki_but_for_their_numbers(tmp_path):
    written, theirs = tables(ours(tmp_path)), tables(genankis(tmp_path))
    assert without_ids(written) == without_ids(theirs)
    assert len(written["cards"]) == 1 + 2 + 2 + 2 + 2
    assert [written[name] for name in ("revlog", "graves", "schema")] == [
        theirs[name] for name in ("revlog", "graves", "schema")
    ]


def test_the_collection_is_that_of_genanki_but_for_what_is_named_here(tmp_path):
    (written,), (theirs,) = tables(ours(tmp_path))["col"], tables(genankis(tmp_path))["col"]
    both = [
        {name: json.loads(value) if isinstance(value, str) and value else value for name, value in col.items()}
        for col in (written, theirs)
    ]
    expected = both[1]
    expected["mod"] = TIME * 1000
    expected["conf"]["schedVer"] = 2
    expected["decks"][str(2**30 + 1)] |= {"mod": TIME, "md": True}
    expected["decks"][str(2**30 + 2)] |= {"mod": TIME}  # without a description of its own
    for model in expected["models"].values():
        model["did"] = 2**30 + 1
    assert both[0] == expected


def test_a_collection_has_the_note_types_that_are_used_alone(tmp_path):
    (col,) = tables(ours(tmp_path))["col"]
    assert json.loads(col["models"]).keys() == {str(BASIC.model_id), str(CLOZE.model_id)}


def test_a_note_of_other_fields_is_refused():
    deck = genanki.Deck(1, "D")
    deck.add_note(note(BASIC, "one", "two", "three", guid="g"))
    with pytest.raises(ValueError, match="g: expected 2 fields of 'Two cards', found 3"):
        pack([deck], MODELS, {}, mods())


# Numbers


def test_a_note_has_the_same_number_in_every_package(tmp_path):
    def ids(made: list[genanki.Deck]) -> dict[str, int]:
        return {row["guid"]: row["id"] for row in tables(ours(tmp_path, made))["notes"]}

    first, second = decks()
    every = ids([first, second])
    assert ids([second]).items() < every.items()
    assert ids([second, first]) == every
    assert every["g1"] == 1_672_700_328_832  # for good: devices are synchronised by it


def test_numbers_are_times_before_any_build(tmp_path):
    found = tables(ours(tmp_path))
    for row in (*found["notes"], *found["cards"]):
        assert 1_577_836_800_000 <= row["id"] < 1_715_275_752_000 + 1_000
    assert all(row["id"] == row["nid"] + row["ord"] for row in found["cards"])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=30))
def test_numbers_are_unique_even_where_hashes_meet(notes):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("quizgen.anki.note_ids.fixed_number", lambda _, __, guid: 1000 + int(guid.partition("-")[0]))
        deck = SimpleNamespace(deck_id=1, notes=[])
        for position, (close, cards) in enumerate(notes):
            numbers = [SimpleNamespace(ord=number, suspend=False) for number in range(cards)]
            deck.notes.append(SimpleNamespace(guid=f"{close}-{position}", cards=numbers, mod=1, due=1))
        found = numbered([deck])
        rows = list(writer._card_rows(found))
    assert len(set(found.numbers)) == len(notes)
    assert len({row[0] for row in rows}) == len(rows) == sum(cards for _, cards in notes)


# The same bytes

BUILD = """
import sys; sys.path[:0] = {path!r}
from test_writer import MODELS, decks, mods
from quizgen.anki.apkg import pack
import hashlib; print(hashlib.sha256(pack(decks(), MODELS, {{"a.png": b"x"}}, mods())).hexdigest())
"""
WORLDS = {
    "seed 0": {"PYTHONHASHSEED": "0"},
    "seed 1": {"PYTHONHASHSEED": "1"},
    "a random seed": {"PYTHONHASHSEED": "random"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0"},
    "far east": {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"},
    "dated": {"SOURCE_DATE_EPOCH": "1"},
}


def test_the_bytes_are_the_same_everywhere_on_one_runtime(tmp_path):
    program = BUILD.format(path=[str(Path(__file__).parent), str(Path(__file__).parents[2])])
    found = set()
    for name, variables in WORLDS.items():
        place = tmp_path / name
        place.mkdir()
        run = subprocess.run(
            [sys.executable, "-c", program],
            cwd=place,
            env=os.environ | variables | {"TMPDIR": str(place)},
            preexec_fn=lambda: os.umask(0o077),
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, run.stderr
        found.add(run.stdout)
        assert not list(place.iterdir())
    assert len(found) == 1


def test_the_header_of_the_database_names_no_sqlite(tmp_path):
    with ZipFile(ours(tmp_path)) as archive:
        header = archive.read("collection.anki2")[:100]
    assert header[92:100] == bytes(8)
    assert header[16:18] == (16384).to_bytes(2, "big")


def test_the_zip_has_no_dates_and_names_one_system(tmp_path):
    with ZipFile(ours(tmp_path, **{"a.mp3": b"sound", "b.png": b"image"})) as archive:
        entries = archive.infolist()
        assert json.loads(archive.read("media")) == {"0": "a.mp3", "1": "b.png"}
        assert [archive.read(number) for number in ("0", "1")] == [b"sound", b"image"]
    assert [entry.filename for entry in entries] == ["collection.anki2", "media", "0", "1"]
    assert [entry.compress_type for entry in entries] == [ZIP_DEFLATED, ZIP_DEFLATED, ZIP_STORED, ZIP_STORED]
    assert {(entry.date_time, entry.create_system, entry.external_attr >> 16) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o644)
    }


# Size and work


def english(number: int) -> str:
    return f"In which year of round {number} did the two states open their talks about the islands between them? " * 4


def many(notes: int, in_decks: int) -> list[genanki.Deck]:
    made = [genanki.Deck(2**30 + number, f"D::{number}") for number in range(in_decks)]
    for number in range(notes):
        made[number % in_decks].add_note(note(BASIC, english(number), f"{number}", guid=f"{number}", due=number))
    return made


def test_the_file_is_a_quarter_of_genankis(tmp_path):
    genanki.Package(many(2000, 1)).write_to_file(tmp_path / "theirs.apkg", timestamp=TIME)
    assert ours(tmp_path, many(2000, 1)).stat().st_size * 4 < (tmp_path / "theirs.apkg").stat().st_size


def test_a_thousand_decks_cost_no_more_statements_than_one(monkeypatch):
    assert work(monkeypatch, 1) == work(monkeypatch, 1000)


def work(monkeypatch: pytest.MonkeyPatch, in_decks: int) -> dict[str, int]:
    """How often the writer turned something into JSON, and gave SQLite a statement; rows of a table are one."""
    done = {"JSON": 0, "statements": 0}

    class Counted(sqlite3.Connection):
        def execute(self, *given: Any) -> sqlite3.Cursor:
            done["statements"] += 1
            return super().execute(*given)

        def executemany(self, *given: Any) -> sqlite3.Cursor:
            done["statements"] += 1
            return super().executemany(*given)

    def counted_dumps(value: Any, **options: Any) -> str:
        done["JSON"] += 1
        return json.dumps(value, **options)

    connect = sqlite3.connect
    with monkeypatch.context() as patch:
        patch.setattr(writer.sqlite3, "connect", lambda *given, **rest: connect(*given, **rest, factory=Counted))
        patch.setattr(writer, "json", SimpleNamespace(dumps=counted_dumps, loads=json.loads))
        pack(many(2000, in_decks), MODELS, {}, mods())
    return done


def test_everything_is_written_in_one_transaction(monkeypatch):
    said = []
    connect = sqlite3.connect

    def traced(*given: Any, **rest: Any) -> sqlite3.Connection:
        connection = connect(*given, **rest)
        connection.set_trace_callback(said.append)
        return connection

    monkeypatch.setattr(writer.sqlite3, "connect", traced)
    pack(decks(), MODELS, {}, mods())
    bounds = [line for line in said if line.strip().upper() in ("BEGIN", "BEGIN;", "COMMIT", "ROLLBACK")]
    assert [line.strip(";\n ") for line in bounds] == ["BEGIN", "COMMIT"]
    assert said.index(bounds[0]) < min(n for n, line in enumerate(said) if "CREATE" in line or "INSERT" in line)
    assert said[-1] == "COMMIT"


# The disk


@pytest.fixture
def place(tmp_path, monkeypatch) -> Path:
    """The folder for temporary files, empty when the test begins."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_no_temporary_file_is_left(place):
    pack(decks(), MODELS, {}, mods())
    assert not list(place.iterdir())


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, ValueError])
@pytest.mark.parametrize("where", ["_card_rows", "zipped"])
def test_no_temporary_file_is_left_by_what_is_broken_off(place, error, where, monkeypatch):
    def broken(*_: Any) -> None:
        (left,) = place.iterdir()  # the database is in a folder that is the user's alone
        assert left.stat().st_mode & 0o077 == 0
        raise error

    monkeypatch.setattr(writer, where, broken)
    with pytest.raises(error):
        pack(decks(), MODELS, {}, mods())
    assert not list(place.iterdir())


def test_a_disk_without_room_is_told_in_words(place):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(WriteError, match=r"cannot be put together .*; make room there, or name another folder"):
            pack(many(2000, 1), MODELS, {}, mods())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert not list(place.iterdir())


def test_a_folder_for_temporary_files_that_is_not_there_is_told_in_words(place):
    place.rmdir()
    with pytest.raises(WriteError, match="TMPDIR"):
        pack(decks(), MODELS, {}, mods())


# Presets


def test_without_a_preset_all_is_as_genanki_has_it_and_with_one_the_decks_name_it(tmp_path):
    preset = Preset("Ours")
    plain = tables(ours(tmp_path))
    file = tmp_path / "preset.apkg"
    file.write_bytes(pack(decks(), MODELS, {}, mods(), preset))
    added = tables(file)
    before, after = (json.loads(found["col"][0]["decks"]) for found in (plain, added))
    assert {deck["conf"] for deck in before.values()} == {1}
    assert {key: deck["conf"] for key, deck in after.items() if key != "1"} == dict.fromkeys(
        (str(2**30 + 1), str(2**30 + 2)), preset.id
    )
    assert json.loads(added["col"][0]["dconf"]).keys() == {"1", str(preset.id)}
