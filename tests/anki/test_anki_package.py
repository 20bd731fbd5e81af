"""The file of a package: the same bytes for the same bank, decks, order, media, and no trace on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from read_package import MODIFIED, bank, build, column, database, note, notes

from quizgen.bank.parse import parse_bank, read_bank
from quizgen.errors import ConfigError, DataError
from quizgen.templating import Templates

HERE = Path(__file__).parent
EVERY_KIND = read_bank(HERE / "every_kind.md")

TWO_TOPICS = "## Zero? {#q0}\n= x\n\n# B\n## One? {#q1}\n= x\n\n## Two? {#q2}\n= x\n\n# A\n## Three? {#q3}\n= x"


# The same bytes


def test_a_build_is_repeated_to_the_byte():
    assert build(EVERY_KIND).data == build(EVERY_KIND).data


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_do_not_depend_on_folder_or_hash_seed(seed, tmp_path):
    for name in ("every_kind.md", "map.png", "call.mp3"):
        (tmp_path / name).write_bytes((HERE / name).read_bytes())
    program = (
        "import hashlib; from read_package import build; from quizgen.bank.parse import read_bank;"
        "print(hashlib.sha256(build(read_bank('every_kind.md')).data).hexdigest())"
    )
    path = os.pathsep.join([str(HERE), str(HERE.parents[1])])
    variables = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path, "TZ": "Asia/Tokyo"}
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=variables, capture_output=True, text=True)
    assert run.stdout.strip() == sha256(build(EVERY_KIND).data).hexdigest(), run.stderr


def test_only_the_time_that_is_given_is_in_it():
    with database(build(EVERY_KIND, modified=1_650_000_000)) as db:
        assert db.execute("SELECT DISTINCT mod FROM notes").fetchall() == [(1_650_000_000,)]
        assert db.execute("SELECT DISTINCT mod FROM cards").fetchall() == [(1_650_000_000,)]
        assert db.execute("SELECT mod FROM col").fetchone() == (1_650_000_000_000,)
        ids = [number for (number,) in db.execute("SELECT id FROM notes UNION ALL SELECT id FROM cards ORDER BY 1")]
    assert ids == list(range(1_650_000_000_000, 1_650_000_000_000 + len(ids)))
    models = column(build(EVERY_KIND, modified=1_650_000_000), "models").values()
    assert {model["mod"] for model in models} == {1_650_000_000}


def test_the_zip_is_compressed_and_has_no_dates():
    with ZipFile(BytesIO(build(EVERY_KIND).data)) as archive:
        entries = archive.infolist()
        header = archive.read("collection.anki2")[92:100]
    assert [entry.filename for entry in entries] == ["collection.anki2", "media", "0", "1"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {ZIP_DEFLATED}
    assert header == bytes(8)


def test_nothing_is_written_to_the_disk(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a temporary file")

    for name in ("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)
    build(EVERY_KIND)


def test_anki_takes_the_collection_for_a_new_one():
    assert column(build(EVERY_KIND), "conf")["schedVer"] == 2


# Decks and order


def test_topics_are_subdecks_and_new_cards_come_in_the_order_of_the_file():
    found = notes(build(bank(TWO_TOPICS)))
    assert [(name, one.deck) for name, one in found.items()] == [
        ("q0", "Title"),
        ("q1", "Title::B"),
        ("q2", "Title::B"),
        ("q3", "Title::A"),
    ]
    with database(build(EVERY_KIND)) as db:
        due = [number for (number,) in db.execute("SELECT due FROM cards ORDER BY id")]
    assert due == [1, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]


def test_deck_ids_come_from_bank_and_topic():
    first, again = (column(build(bank(text)), "decks") for text in (TWO_TOPICS, TWO_TOPICS.replace("q1", "other")))
    assert {key: deck["name"] for key, deck in first.items()} == {key: deck["name"] for key, deck in again.items()}
    assert all(2**30 <= int(key) < 2**31 for key in first if key != "1")
    renamed = column(build(bank("# New name {#b}\n## One? {#q1}\n= x")), "decks")
    named = column(build(bank("# Old name {#b}\n## One? {#q1}\n= x")), "decks")
    assert renamed.keys() == named.keys()
    elsewhere = column(build(bank(TWO_TOPICS, id="other")), "decks")
    assert not (elsewhere.keys() - {"1"}) & first.keys()


@pytest.mark.parametrize(
    ("title", "topic", "deck"),
    [
        ("A::B", "C:: D", "A∶B::C∶ D"),
        ('The "status quo"', 'A 5" *gun*', "The “status quo”::A 5” gun"),
        ("Ends:", ":begins", "Ends∶::∶begins"),
        ("Part 1: the start", "10:30", "Part 1: the start::10:30"),
        ("::", "::", "∶::∶"),
    ],
)
def test_titles_cannot_break_deck_names(title, topic, deck):
    assert note(f"# {topic}\n## Who? {{#who}}\n= x", title=title).deck == deck


def test_topics_of_one_name_share_a_deck():
    package = build(bank("# A {#a1}\n## One? {#q1}\n= x\n\n# a {#a2}\n## Two? {#q2}\n= x"))
    assert {found.deck for found in notes(package).values()} == {"Title::A"}
    assert len(column(package, "decks")) == 3  # Anki's own, the bank's and this


def test_a_topic_of_drafts_makes_no_deck():
    decks = column(build(bank("# A\n## One? {#q1}\n= x\n\n# B\n## Two? {#q2}\n= x\nstatus: draft")), "decks")
    assert {deck["name"] for deck in decks.values()} == {"Default", "Title", "Title::A"}


def test_a_description_says_where_the_questions_come_from_and_how_many():
    front = {"description": "On <islands>.", "article_author": "S. Walia", "author": "Me", "license": "CC0"}
    decks = {deck["name"]: deck["desc"] for deck in column(build(bank(TWO_TOPICS, **front)), "decks").values()}
    assert decks["Title"] == "On &lt;islands&gt;.<br>4 questions from S. Walia.<br>By Me.<br>License: CC0."
    assert "1 question from" in decks["Title::A"]
    assert "4 questions." in {deck["desc"] for deck in column(build(bank(TWO_TOPICS)), "decks").values()}


# Note types


def test_the_note_types_are_fixed():
    models = column(build(EVERY_KIND), "models")
    shared = ["Hint", "Explanation", "Evidence", "Source", "As of", "Image", "Audio", "Topic", "Passage", "Language"]
    assert {key: [field["name"] for field in model["flds"]] for key, model in models.items()} == {
        "1834502101": ["Id", "Question", "Instruction", "Options", "Answer", "Also", "Reverse", *shared],
        "1834502102": ["Id", "Question", "Instruction", "Options", "Answer", *shared],
        "1834502103": ["Id", "Text", "Also", *shared],
    }
    assert {model["name"]: [card["name"] for card in model["tmpls"]] for model in models.values()} == {
        "quizgen question": ["Question", "Reverse"],
        "quizgen choice": ["Choice"],
        "quizgen cloze": ["Cloze"],
    }
    assert {model["flds"][model["sortf"]]["name"] for model in models.values()} == {"Question", "Text"}


def test_only_the_note_types_that_are_used_are_in_it():
    assert column(build(bank("## Who? {#who}\n= x")), "models").keys() == {"1834502101"}


def test_a_course_may_replace_the_stylesheet_or_a_part(tmp_path):
    (tmp_path / "anki").mkdir()
    (tmp_path / "anki" / "style.css").write_text(".card { color: red }")
    (tmp_path / "anki" / "proof.html").write_text("<p>OURS {{Evidence}}</p>")
    (model,) = column(build(bank("## Who? {#who}\n= x"), templates=Templates((tmp_path,))), "models").values()
    assert model["css"] == ".card { color: red }"
    assert all("OURS" in card["afmt"] for card in model["tmpls"])
    (tmp_path / "anki" / "question-front.html").write_text("  <!-- include nothing.html -->\n")
    with pytest.raises(ConfigError, match=r"anki/nothing\.html"):
        build(bank("## Who? {#who}\n= x"), templates=Templates((tmp_path,)))


# Media


def test_images_and_sounds_are_in_it_under_names_with_a_hash():
    package = build(EVERY_KIND)
    found = notes(package)["map"]
    assert package.media == tuple(
        f"{sha256((HERE / name).read_bytes()).hexdigest()[:12]}-{name}" for name in ("map.png", "call.mp3")
    )
    assert found["Image"] == (
        f'<img src="{package.media[0]}" alt="A map of islands in a row, from north-east to south-west">'
    )
    assert found["Audio"] == f"[sound:{package.media[1]}]"
    with ZipFile(BytesIO(package.data)) as archive:
        assert archive.read("0") == (HERE / "map.png").read_bytes()
        assert archive.read("media").decode() == f'{{"0": "{package.media[0]}", "1": "{package.media[1]}"}}'


def test_files_of_one_name_do_not_meet_and_one_file_is_there_once(tmp_path):
    for name, data in {"a/map.png": b"one", "b/map.png": b"two", 'ça <b>&amp; "x"\'.png': b"three"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    files = ["a/map.png", "b/map.png", "a/map.png", 'ça <b>&amp; "x"\'.png']
    questions = "\n\n".join(f"## Q {n}? {{#q{n}}}\n= x\nimage: {file} | a map" for n, file in enumerate(files))
    package = build(bank(questions), media_folder=tmp_path)
    assert [name[13:] for name in package.media] == ["map.png", "map.png", "ça_b_amp_x_.png"]
    assert len(set(package.media)) == 3


def test_files_that_cannot_be_read_are_all_named_with_their_place(tmp_path):
    questions = (
        "## A? {#a}\n= x\nimage: no.png | a map\n\n## B? {#b}\n= x\naudio: sub.mp3\n\n## C? {#c}\n= x\nstatus: draft"
    )
    (tmp_path / "sub.mp3").mkdir()
    with pytest.raises(DataError) as caught:
        build(bank(questions + "\naudio: unread.mp3"), media_folder=tmp_path)
    first, second = (str(problem) for problem in caught.value.problems)
    assert first.startswith("bank.md:8:1: ")
    assert "no.png: there is no such file" in first
    assert second.startswith("bank.md:12:1: ")
    assert "sub.mp3: there is no such file" in second


@pytest.mark.parametrize("file", ["../secret.png", "/etc/passwd", "C:\\secret.png", "a/../../secret.png", "..\\s.png"])
def test_a_bank_cannot_carry_files_from_elsewhere_into_a_deck(file, tmp_path):
    folder = tmp_path / "bank"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"secret")
    with pytest.raises(DataError, match="stands beside the bank or in a folder below it"):
        build(bank(f"## A? {{#a}}\n= x\nimage: {file} | a map"), media_folder=folder)


# Size


def test_the_time_grows_with_the_questions_and_not_with_the_square_of_the_decks():
    source = parse_bank(
        "---\nid: big\ntitle: Big\n---\n"
        + "\n".join(f"# Topic {t} {{#t{t}}}\n## Which is {t}? {{#q{t}}}\n= answer {t} | another\n" for t in range(2000))
    )
    start = time.process_time()
    assert build(source).notes == 2000
    assert time.process_time() - start < 4  # about half a second; genanki's own writer takes half a minute


def test_the_place_of_a_bank_is_not_in_it(tmp_path):
    assert build(replace(EVERY_KIND, path=str(tmp_path / "x.md")), media_folder=HERE).data == build(EVERY_KIND).data
    assert MODIFIED == 1_700_000_000
