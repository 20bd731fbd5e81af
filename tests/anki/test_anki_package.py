"""The package of a bank, or of several: the same bytes for the same bank, decks, order, descriptions, media."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_package import MODIFIED, bank, build, column, database, note, notes
from render_card import collection, import_package

from quizgen.anki import Lock, Package, digests, note_types, package, prepare, relock
from quizgen.anki.description import bank_description
from quizgen.bank.model import Bank
from quizgen.bank.parse import read_bank
from quizgen.errors import ConfigError, DataError, UsageError
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
    with database(build(EVERY_KIND, now=1_650_000_000)) as db:
        assert db.execute("SELECT DISTINCT mod FROM notes").fetchall() == [(1_650_000_000,)]
        assert db.execute("SELECT DISTINCT mod FROM cards").fetchall() == [(1_650_000_000,)]
        assert db.execute("SELECT mod FROM col").fetchone() == (1_650_000_000_000,)
    models = column(build(EVERY_KIND, now=1_650_000_000), "models").values()
    assert {model["mod"] for model in models} == {1_650_000_000}


def test_anki_takes_the_collection_for_a_new_one():
    assert column(build(EVERY_KIND), "conf")["schedVer"] == 2


def test_banks_that_are_built_in_one_second_do_not_meet_in_anki(anki):
    one, two = (replace(source, title=source.id) for source in (ONE, TWO))
    packages = build(one), build(two)
    before = anki.note_count(), anki.card_count()
    for made in (*packages, merged(one, two)):
        import_package(anki, made)
    ids = {number for made in packages for number in (row[0] for row in rows(made).values())}
    assert (anki.note_count() - before[0], anki.card_count() - before[1]) == (4, 5)
    assert ids <= set(anki.db.list("SELECT id FROM notes"))  # none was moved
    assert {anki.get_note(number)["Id"] for number in ids} == {"one#q1", "one#q2", "two#q1", "two#q2"}


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
        due = [number for (number,) in db.execute("SELECT DISTINCT due FROM cards ORDER BY due")]
    assert due == list(range(1, 16))
    assert list(notes(build(EVERY_KIND))) == [question.id for question in EVERY_KIND.approved]


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


@pytest.mark.parametrize("same", ["ä", "Ä", "a\u0308", "A\u0308"])
def test_topics_of_one_name_share_a_deck(same):
    made = build(bank(f"# Ä {{#a1}}\n## One? {{#q1}}\n= x\n\n# {same} {{#a2}}\n## Two? {{#q2}}\n= x"))
    assert {found.deck for found in notes(made).values()} == {"Title::Ä"}
    assert len(column(made, "decks")) == 3  # Anki's own, the bank's and this


def test_the_names_of_decks_are_spelled_as_anki_keeps_them():
    assert note("# A\u0308 {#a}\n## Who? {#who}\n= x", title="O\u0308").deck == "Ö::Ä"


def test_a_topic_of_drafts_makes_no_deck():
    decks = column(build(bank("# A\n## One? {#q1}\n= x\n\n# B\n## Two? {#q2}\n= x\nstatus: draft")), "decks")
    assert {deck["name"] for deck in decks.values()} == {"Default", "Title", "Title::A"}


def test_a_bank_stands_in_the_deck_that_is_above_it():
    decks = column(merged(bank(TWO_TOPICS), above="Course::Term 1"), "decks")
    assert sorted(deck["name"] for deck in decks.values()) == [
        "Course",
        "Course::Term 1",
        "Course::Term 1::Title",
        "Course::Term 1::Title::A",
        "Course::Term 1::Title::B",
        "Default",
    ]
    assert len({deck["id"] for deck in decks.values()}) == 6
    assert {deck["name"] for deck in decks.values() if not deck["desc"]} == {"Default", "Course", "Course::Term 1"}


# Several banks in one package


def merged(*banks: Bank, lock: Lock | None = None, **options: str) -> Package:
    """The package of several banks."""
    types = note_types(Templates())
    parts = [prepare(one, locate=lambda _: "", **options) for one in banks]
    after = relock(lock or Lock(), [part.shipment for part in parts], digests(types), MODIFIED).lock
    return package(parts, types, after)


def rows(made: Package) -> dict[str, tuple]:
    with database(made) as db:
        return {row[1]: row for row in db.execute("SELECT * FROM notes")}


ONE = bank("# Sea {#s}\n## One? {#q1}\n= x\nreverse: yes\n\n## Two? {#q2}\n= x", id="one", title="Japan", author="A")
TWO = bank("# sea {#s}\n## One? {#q1}\n= x\n\n# Land {#l}\n## It is {{a}}. {#q2}", id="two", title="japan", author="B")


def test_a_note_is_the_same_in_the_package_of_its_bank_and_in_that_of_the_course():
    together = rows(merged(ONE, TWO))
    assert together == rows(merged(ONE)) | rows(merged(TWO)) == rows(merged(TWO, ONE))
    assert len(together) == 4


def test_positions_count_on_over_the_banks():
    with database(merged(ONE, TWO)) as db:
        found = db.execute("SELECT due, flds FROM cards JOIN notes ON nid = notes.id ORDER BY due, ord").fetchall()
    assert [(due, fields.partition("\x1f")[0]) for due, fields in found] == [
        (1, "one#q1"),
        (1, "one#q1"),
        (2, "one#q2"),
        (3, "two#q1"),
        (4, "two#q2"),
    ]


def test_banks_with_one_title_share_their_decks_and_each_counts_its_own_questions():
    made = merged(ONE, TWO)
    decks = {deck["name"]: deck["desc"] for deck in column(made, "decks").values() if deck["name"] != "Default"}
    assert decks == {
        "Japan": f"2 questions. By A.\n\n2 questions. By B.\n\n{UPDATE}",
        "Japan::Sea": "2 questions. By A.\n\n1 question. By B.",
        "Japan::Land": "1 question. By B.",
    }
    assert {one.deck for one in notes(made).values()} == {"Japan::Sea", "Japan::Land"}


def test_decks_whose_numbers_meet_are_both_there(monkeypatch):
    monkeypatch.setattr("quizgen.anki.decks._number", lambda *_: 2**30)
    decks = column(build(bank(TWO_TOPICS)), "decks")
    assert {deck["name"]: deck["id"] for deck in decks.values()} == {
        "Default": 1,
        "Title": 2**30,
        "Title::B": 2**30 + 1,
        "Title::A": 2**30 + 2,
    }


# Descriptions

UPDATE = "To update this deck, import its newer file over it: what you have learned stays."


def described(source: Bank) -> dict[str, str]:
    return {deck["name"]: deck["desc"] for deck in column(build(source), "decks").values()}


def test_a_description_says_where_the_questions_come_from_and_how_many():
    front = {"description": "On islands", "article_author": "S. Walia", "author": "Me", "license": "CC0"}
    decks = described(bank(TWO_TOPICS, **front))
    assert decks["Title"] == f"On islands.\n\n4 questions from S. Walia. By Me. License: CC0.\n\n{UPDATE}"
    assert decks["Title::A"] == "1 question from S. Walia. By Me. License: CC0."
    assert described(bank(TWO_TOPICS))["Title"] == f"4 questions.\n\n{UPDATE}"


def test_banks_of_one_source_are_counted_as_one():
    one, two = (replace(source, author="", description="On it.") for source in (ONE, TWO))
    decks = column(merged(one, two), "decks").values()
    assert f"On it.\n\n4 questions.\n\n{UPDATE}" in {deck["desc"] for deck in decks}


def test_a_package_of_nothing_is_refused():
    with pytest.raises(UsageError, match="there is no question to make a deck of"):
        package([], note_types(Templates()), Lock())


def test_retired_questions_are_not_counted(monkeypatch):
    left_out = "quizgen.anki.build.tombstone"
    monkeypatch.setattr(left_out, lambda key, entry: replace(prepare(ONE, locate=str).contents[0], key=key))
    types = note_types(Templates())
    part = prepare(ONE, locate=lambda _: "")
    lock = relock(Lock(), [part.shipment], digests(types), MODIFIED).lock
    gone = replace(lock.notes["one#q1"], guid="gone", state="retired")
    made = package([part], types, replace(lock, notes={**lock.notes, "one#gone": gone}))
    assert (made.notes, made.cards, made.retired) == (2, 3, 1)
    assert "2 questions" in next(deck["desc"] for deck in column(made, "decks").values() if deck["name"] == "Japan")
    with database(made) as db:
        assert db.execute("SELECT count(*) FROM notes WHERE guid = 'gone'").fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM cards").fetchone() == (3,)


MARKS = ("*a*", "_a_", "[x](y)", "![x](y)", "<script>", "&amp;", "1.", "1. a", "2) a", "# a", "- a", "+ a", "===")
MARKS += (
    "---",
    "> a",
    "`a`",
    "```",
    "~~~",
    "\\",
    r"\*",
    "a  b",
    "a | b",
    "https://x.y/a_b_c",
    "$x$",
    "&#42;",
    "<!-- a",
)
MARKS += ("~~a~~", "1", "12", "a\n\nb", "a\x1fb", "<https://a.b>", "[a]: b", "عربي", "日本。", "😀")


class Read(HTMLParser):
    """What a reader sees of HTML: its text and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.elements = "", set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def typed(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())


@given(st.sampled_from(MARKS) | st.text() | st.text("*_[]()<>&#`~\\!-+=>1. \n:|", min_size=1))
def test_a_description_shows_what_is_typed_in_markdown_and_in_html(anki, text):
    source = replace(EMPTY, description=text, author=text, license=text, article_author=text)
    written = bank_description([(source, 2)])
    for shown in (Read(anki.render_markdown(written)), Read(written)):
        assert shown.elements <= {"p"}
        words = typed(shown.text)
        assert words.count(typed(text)) >= 4
        assert words.startswith(typed(text))
        assert words.endswith(UPDATE)


EMPTY = Bank(id="b", title="Title")


@pytest.fixture(scope="module")
def anki():
    """An empty collection of the real Anki."""
    if os.environ.get("CI") != "true":
        pytest.importorskip("anki.collection", reason="the anki package is not installed: pip install anki")
    with collection() as opened:
        yield opened


# Note types

FROZEN = {
    "quizgen question": {
        "id": 1_834_502_111,
        "cloze": False,
        "fields": [
            ("Id", 22_492_043_120_538_072),
            ("Question", 65_451_339_223_090_038),
            ("Kind", 30_873_461_834_197_189),
            ("Instruction", 773_538_074_257_467),
            ("Options", 9_074_950_137_026_070),
            ("Choice", 24_667_541_668_975_015),
            ("Answer", 69_338_508_757_188_470),
            ("Typed", 36_354_316_573_788_106),
            ("Also", 1_180_791_074_235_828),
            ("Reverse", 14_049_214_322_482_480),
            ("Hint", 37_763_772_825_278_087),
            ("Explanation", 23_182_868_203_133_710),
            ("Evidence", 27_519_315_698_884_533),
            ("Source", 67_609_373_916_639_118),
            ("As of", 43_455_029_754_406_760),
            ("Image", 7_983_457_595_886_451),
            ("Audio", 7_574_223_367_541_105),
            ("Topic", 22_734_011_108_372_409),
            ("Passage", 34_945_562_656_916_606),
            ("Language", 26_757_710_828_420_330),
            ("Extra", 39_843_741_294_349_155),
        ],
        "cards": [
            ("Question", 26_843_176_100_953_904),
            ("Reverse", 60_648_815_705_961_744),
        ],
    },
    "quizgen cloze": {
        "id": 1_834_502_112,
        "cloze": True,
        "fields": [
            ("Id", 46_713_144_391_970_592),
            ("Text", 33_615_986_428_204_747),
            ("Kind", 65_348_010_876_103_607),
            ("Also", 10_791_398_063_427_079),
            ("Hint", 46_024_157_745_865_671),
            ("Explanation", 21_271_764_203_530_565),
            ("Evidence", 45_054_327_532_998_484),
            ("Source", 27_748_326_001_203_993),
            ("As of", 66_709_115_221_324_258),
            ("Image", 19_086_757_196_832_328),
            ("Audio", 40_780_098_322_382_874),
            ("Topic", 33_209_387_236_048_821),
            ("Passage", 71_157_061_717_014_568),
            ("Language", 31_917_029_872_566_893),
            ("Extra", 20_183_259_805_555_249),
        ],
        "cards": [
            ("Cloze", 69_692_772_103_689_960),
        ],
    },
    "quizgen sequence": {
        "id": 1_834_502_113,
        "cloze": True,
        "fields": [
            ("Id", 15_885_398_656_941_219),
            ("Question", 26_132_739_852_463_171),
            ("Kind", 61_146_303_865_115_700),
            ("Instruction", 19_398_982_226_576_310),
            ("Whole", 27_223_324_375_244_890),
            ("Places", 36_057_895_375_347_250),
            ("Hint", 51_257_144_560_731_290),
            ("Explanation", 70_914_970_096_561_936),
            ("Evidence", 2_539_743_811_281_977),
            ("Source", 44_144_650_899_239_608),
            ("As of", 69_828_275_393_150_423),
            ("Image", 59_915_991_064_730_236),
            ("Audio", 53_745_336_057_647_334),
            ("Topic", 64_950_571_932_503_432),
            ("Passage", 60_205_021_704_467_294),
            ("Language", 16_745_225_195_252_478),
            ("Extra", 9_816_848_813_798_842),
        ],
        "cards": [
            ("Sequence", 31_000_041_811_181_588),
        ],
    },
}
"""What Anki knows the note types by. If this test fails, every deck that was ever handed out would get a second note
type on its next import, and its notes no updates: a further kind of note is a note type of its own.
"""


def test_the_note_types_are_frozen():
    models = column(build(EVERY_KIND), "models").values()
    assert {
        model["name"]: {
            "id": int(model["id"]),
            "cloze": bool(model["type"]),
            "fields": [(field["name"], field["id"]) for field in model["flds"]],
            "cards": [(card["name"], card["id"]) for card in model["tmpls"]],
        }
        for model in models
    } == FROZEN
    assert {model["flds"][model["sortf"]]["name"] for model in models} == {"Question", "Text"}


def test_only_the_note_types_that_are_used_are_in_it():
    assert column(build(bank("## Who? {#who}\n= x")), "models").keys() == {"1834502111"}


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


def test_images_and_sounds_are_in_it_under_names_of_their_content():
    made = build(EVERY_KIND)
    found = notes(made)["map"]
    assert made.media == tuple(
        f"quizgen-{sha256((HERE / name).read_bytes()).hexdigest()[:20]}{Path(name).suffix}"
        for name in ("map.png", "call.mp3")
    )
    assert found["Image"] == f'<img src="{made.media[0]}" alt="{MAP}">'
    assert found["Audio"] == f"[sound:{made.media[1]}]"
    assert media_in(made) == {name: (HERE / file).read_bytes() for name, file in zip(made.media, FILES, strict=True)}


FILES = ("map.png", "call.mp3")
MAP = "A map of islands in a row, from north-east to south-west"


def media_in(made: Package) -> dict[str, bytes]:
    """Every file of a package beside the database, by the name that Anki will give it."""
    with ZipFile(BytesIO(made.data)) as archive:
        names = json.loads(archive.read("media"))
        assert set(archive.namelist()) == {"collection.anki2", "media", *names}
        return {name: archive.read(number) for number, name in names.items()}


def referred_to(made: Package) -> set[str]:
    with database(made) as db:
        fields = "".join(text for (text,) in db.execute("SELECT flds FROM notes"))
    return {name for pair in re.findall(r'src="([^"]+)"|\[sound:([^\]]+)\]', fields) for name in pair if name}


def with_images(folder: Path, files: dict[str, bytes], id: str = "b") -> Bank:
    """A bank with a question for each file, and the files in a folder."""
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    questions = "\n\n".join(f"## Q {n}? {{#q{n}}}\n= x\nimage: {file} | a map" for n, file in enumerate(files))
    return bank(questions, id=id)


@pytest.mark.parametrize(
    "file",
    [
        "a.png",
        "Ma\u0308rz.PNG",
        "ça <b>&amp; x'.png",
        "con.png",
        "日本" * 35 + ".png",
        "b?c*.png",
        "x ..png",
        "😀.jpeg",
    ],
)
def test_names_of_media_are_safe_on_every_system(file, tmp_path):
    (name,) = build(with_images(tmp_path, {file: b"x"}), media_folder=tmp_path).media
    assert re.fullmatch(r"quizgen-[0-9a-f]{20}\.(png|jpeg)", name)


def test_one_content_is_there_once_and_files_of_one_name_do_not_meet(tmp_path):
    files = {"a/map.png": b"one", "b/map.png": b"two", "c/karte.PNG": b"one", "d/map.webp": b"one"}
    made = build(with_images(tmp_path, files), media_folder=tmp_path)
    assert sorted(media_in(made).values()) == [b"one", b"one", b"two"]  # once as .png, once as .webp
    assert set(made.media) == referred_to(made)
    found = notes(made)
    assert found["q0"]["Image"] == found["q2"]["Image"] != found["q1"]["Image"]


def test_a_file_that_is_renamed_changes_no_note(tmp_path):
    before = build(with_images(tmp_path, {"map.png": b"one"}), media_folder=tmp_path)
    after = build(with_images(tmp_path, {"karte.png": b"one"}), media_folder=tmp_path)
    assert before.data == after.data


def test_banks_of_one_package_share_their_media(tmp_path):
    one, two = (with_images(tmp_path, {"map.png": b"one", f"{id}.png": id.encode()}, id) for id in ("b1", "b2"))
    made = merged(one, two, media_folder=tmp_path)
    assert sorted(media_in(made).values()) == [b"b1", b"b2", b"one"]
    assert set(made.media) == referred_to(made)


def test_anki_finds_all_media_that_the_notes_name_and_no_other(tmp_path, anki):
    source = (HERE / "map.png").read_bytes()
    files = {"a/map.png": source, "b/map.png": source + b"2", "Ma\u0308rz.PNG": source, "日本" * 35 + ".png": b"x"}
    import_package(anki, build(with_images(tmp_path, files), media_folder=tmp_path))
    checked = anki.media.check()
    assert not checked.missing
    assert not checked.unused
    assert not checked.report.count("renamed")
    assert len(list(Path(anki.media.dir()).iterdir())) == 3


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


def test_the_place_of_a_bank_is_not_in_it(tmp_path):
    assert build(replace(EVERY_KIND, path=str(tmp_path / "x.md")), media_folder=HERE).data == build(EVERY_KIND).data
    assert MODIFIED == 1_700_000_000
