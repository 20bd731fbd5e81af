"""The lock's file: one line for each note, errors that say where, and nothing lost when git merges two of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.anki.content import Content, guid_of
from quizgen.anki.entries import Entry, Lock, TypeEntry
from quizgen.anki.lock import format_lock, parse_lock, read_lock
from quizgen.anki.note_types import CLOZE, FIELDS, QUESTION, SEQUENCE
from quizgen.anki.relock import relock
from quizgen.anki.shipment import Shipment
from quizgen.errors import ConfigError, DataError, MissingError

LOAN = Entry("vvtPqNy-C[", QUESTION, (1,), "Aid::Money", "0123456789abcdef", 1_763_840_000)
OLD = Entry("f.K!*`m{|~", CLOZE, (1, 3), "Hilfe “für” Ukraine", "00ff", 1_763_840_001, "retired", "japan-russia/aid#x")
LOCK = Lock(
    {QUESTION: TypeEntry("aa", 1_763_840_000), CLOZE: TypeEntry("bb", 7)},
    {"japan-russia/aid#old~cloze": OLD, "japan-russia/aid#loan": LOAN},
)
TEXT = r"""{
 "form": "quizgen anki lock 1",
 "types": {
  "quizgen cloze": {"mod": 7, "digest": "bb"},
  "quizgen question": {"mod": 1763840000, "digest": "aa"}
 },
 "notes": {
  "japan-russia/aid#loan": {"mod": 1763840000, "digest": "0123456789abcdef", "guid": "vvtPqNy-C[", "type": "quizgen question", "cards": [1], "deck": "Aid::Money"},
  "japan-russia/aid#old~cloze": {"mod": 1763840001, "digest": "00ff", "guid": "f.K!*`m{|~", "type": "quizgen cloze", "cards": [1, 3], "deck": "Hilfe “für” Ukraine", "state": "retired", "was": "japan-russia/aid#x"}
 }
}
"""  # noqa: E501 - that is what a line of the lock is

KEYS = st.from_regex(r"[ab](/c)?#[de](~cloze)?", fullmatch=True)
DIGESTS = st.text("0f", max_size=3)
TIMES = st.integers(0, 5)
ENTRIES = st.builds(
    Entry,
    st.text("ab![", min_size=1, max_size=1),
    st.sampled_from(list(FIELDS)),
    st.sets(st.integers(1, 9), min_size=1).map(lambda numbers: tuple(sorted(numbers))),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1),
    DIGESTS,
    TIMES,
    st.sampled_from(["", "draft", "retired"]),
    st.sampled_from(["", "a#d", "b#x"]),
)
TYPES = st.dictionaries(st.sampled_from(list(FIELDS)), st.builds(TypeEntry, DIGESTS, TIMES))


def lock_of(types: dict[str, TypeEntry], notes: dict[str, Entry]) -> Lock:
    """A lock in which every note has a guid of its own, as every build leaves it."""
    return Lock(types, {key: Entry(guid_of(key), *list(_values(entry))[1:]) for key, entry in notes.items()})


def _values(entry: Entry):
    return (getattr(entry, name) for name in Entry.__dataclass_fields__)


LOCKS = st.builds(lock_of, TYPES, st.dictionaries(KEYS, ENTRIES))


# The form of the file


def test_a_line_for_each_note_and_note_type_in_the_order_of_their_names():
    assert format_lock(LOCK) == TEXT
    assert json.loads(TEXT)["notes"]["japan-russia/aid#loan"]["guid"] == LOAN.guid


def test_an_empty_lock():
    assert format_lock(Lock()) == '{\n "form": "quizgen anki lock 1",\n "types": {},\n "notes": {}\n}\n'
    assert parse_lock(format_lock(Lock())) == Lock()


@given(LOCKS)
def test_what_is_written_is_read_again(lock):
    assert parse_lock(format_lock(lock)) == lock
    assert format_lock(parse_lock(format_lock(lock))) == format_lock(lock)


@given(LOCKS)
def test_the_order_in_memory_does_not_show(lock):
    turned = Lock(dict(reversed(lock.types.items())), dict(reversed(lock.notes.items())))
    assert format_lock(turned) == format_lock(lock)


def test_line_ends_and_layout_do_not_matter():
    for text in (TEXT.replace("\n", "\r\n"), json.dumps(json.loads(TEXT), indent=4), json.dumps(json.loads(TEXT))):
        assert parse_lock(text) == LOCK


def test_no_file_is_an_empty_lock(tmp_path):
    assert read_lock(tmp_path / "anki.lock") == Lock()


def test_a_file_is_read_and_never_touched(tmp_path):
    path = tmp_path / "anki.lock"
    path.write_text(TEXT, "utf-8")
    assert read_lock(path) == LOCK
    assert path.read_text("utf-8") == TEXT


def test_a_folder_in_its_place_is_an_error(tmp_path):
    with pytest.raises(MissingError, match="this is a folder"):
        read_lock(tmp_path)


# Errors


def problem(text: str):
    with pytest.raises(DataError) as caught:
        parse_lock(text, "questions/anki.lock")
    (found,) = caught.value.problems
    return found


def test_an_error_says_where_and_what_to_do():
    found = problem(TEXT.replace('"cards": [1]', '"cards": "1"'))
    assert str(found) == (
        'questions/anki.lock:8:3: this is not a lock of quizgen: "cards" of "japan-russia/aid#loan" is not the numbers '
        "of its cards, rising from 1 on; mend the line or restore the file from git; without the file every note looks "
        "new to the next build, once, and is updated on the next import"
    )


LOAN_LINE = (8, 3)
CARDS = '"cards": [1]'
NOT_LOCKS = {
    "empty": ("", (1, 1), 'expected "{"'),
    "a list": ("[]", (1, 1), 'expected "{"'),
    "words": (TEXT + "hello", (12, 1), 'expected "a name"'),
    "another file": ('{"form": "quizgen seal 1"}', (1, 2), 'expected "form"'),
    "no form": ("{}", (1, 1), 'expected "form"'),
    "cut off": (TEXT[:-20], (9, 193), "not JSON: Unterminated string"),
    "cut off between lines": (TEXT[: TEXT.index(',\n  "japan-russia/aid#old')], (8, 163), "end of the file is missing"),
    "a number as section": (TEXT.replace('"types": {', '"types": 1, {'), (3, 11), 'expected "{"'),
    "a number as note": (TEXT.replace('aid#loan": {', 'aid#loan": 5, {'), LOAN_LINE, "has no {…} after it"),
    "a name twice in a line": (TEXT.replace(CARDS, f"{CARDS}, {CARDS}"), (8, 28), "twice"),
    "absurd number": (TEXT.replace("[1]", "[" + "9" * 5000 + "]"), (8, 28), "absurd size"),
    "nested": (TEXT.replace("[1]", "[" * 100_000), (8, 28), "nested too deeply"),
    "a strange key": (TEXT.replace("aid#loan", "aid#Loan\\u001b"), LOAN_LINE, 'aid#Loan\\x1b" is not "bank-id#'),
    "a strange type": (TEXT.replace('"quizgen cloze": {', '"basic": {'), (4, 3), '"basic" is no note type'),
}


@pytest.mark.parametrize("name", NOT_LOCKS)
def test_what_is_not_a_lock_is_refused_where_it_ceases_to_be_one(name):
    text, place, message = NOT_LOCKS[name]
    found = problem(text)
    assert message in found.message
    assert (found.line, found.column) == place


WRONG_VALUES = {
    "mod": ["true", "-1", "1.0", '"1"', "null", "NaN", "1e999", "9999999999999"],
    "digest": ["1", '"XYZ"', "null"],
    "guid": ['""', "1", '"a b"', r'"\u0000"', r'"\ud800"', "[]"],
    "type": ['"basic"', "1", "[]", "{}"],
    "cards": ["1", "[]", "[0]", "[true]", "[2, 1]", "[1, 1]", "[1.0]", '["1"]', "[99999]"],
    "deck": ['""', "1", r'"a\u001fb"', r'"a\nb"', r'"\ud800"'],
    "state": ['""', '"gone"', "false"],
    "was": ['""', '"a"', '"a#b~cloze"', "0"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in WRONG_VALUES for value in WRONG_VALUES[name]])
def test_a_wrong_value_is_named_with_its_line(name, value):
    entry = {**json.loads(TEXT)["notes"]["japan-russia/aid#loan"], "state": "draft", "was": "a#b"}
    parts = [f'"{part}": {value if part == name else json.dumps(content)}' for part, content in entry.items()]
    text = '{\n"form": "quizgen anki lock 1", "types": {}, "notes": {\n"a#b": {' + ", ".join(parts) + "}}}"
    found = problem(text)
    assert (found.line, found.column) == (3, 1)
    assert f'"{name}" of "a#b" is not ' in found.message


@pytest.mark.parametrize("name", ["mod", "digest", "guid", "type", "cards", "deck"])
def test_a_missing_value_is_named(name):
    content = json.loads(TEXT)
    del content["notes"]["japan-russia/aid#loan"][name]
    assert f'"japan-russia/aid#loan" has no "{name}"' in problem(json.dumps(content)).message


def test_what_is_no_part_of_a_lock_is_named():
    assert '"x" of' not in problem(TEXT.replace('"cards": [1]', '"x": 1, "cards": [1]')).message
    assert '"x", which is no part of a lock' in problem(TEXT.replace('"cards": [1]', '"x": 1, "cards": [1]')).message


def test_a_newer_lock_is_left_to_a_newer_quizgen(tmp_path):
    path, newer = tmp_path / "anki.lock", '{"form": "quizgen anki lock 2", "notes": [["who knows"'
    path.write_text(newer, "utf-8")
    with pytest.raises(ConfigError, match="a newer quizgen has written this lock: upgrade quizgen") as caught:
        read_lock(path)
    assert caught.value.exit_code == 78
    assert path.read_text("utf-8") == newer


SNIPPETS = ("{", "}", "[", "]", ",", ":", '"', "\\", "\n", "1", "-", "true", "e9", '"a#b"', '"mod"', "<<<<<<< x\n")


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30), st.sampled_from(SNIPPETS)), max_size=4))
def test_a_damaged_lock_is_read_or_refused_and_nothing_else(damages):
    text = TEXT
    for at, length, new in damages:
        text = text[:at] + new + text[at + length :]
    try:
        lock = parse_lock(text)
    except (DataError, ConfigError):
        return
    assert parse_lock(format_lock(lock)) == Lock(lock.types, lock.notes)


NAMES = st.sampled_from(["form", "types", "notes", "a#b", "mod", CLOZE]) | st.text()
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
ANY_JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner)).map(json.dumps)


@given(st.text() | ANY_JSON)
def test_any_text_is_refused_or_read(text):
    for whole in (text, f'{{"form": "quizgen anki lock 1", "types": {{}}, "notes": {text}}}'):
        try:
            parse_lock(whole)
        except (DataError, ConfigError) as error:
            str(error).encode()


# Entries of one note


def mended(*lines: str) -> Lock:
    lock = parse_lock('{"form": "quizgen anki lock 1", "types": {}, "notes": {' + "\n".join(lines) + "}}")
    assert lock.mended
    assert not parse_lock(format_lock(lock)).mended
    return lock


def line(key: str, mod: int, digest: str, **values: object) -> str:
    entry = {"mod": mod, "digest": digest, "guid": guid_of(key), "type": QUESTION, "cards": [1], "deck": "T"} | values
    return f'"{key}": {json.dumps(entry)}'


def test_of_one_note_the_newest_entry_stands():
    for lines in ((line("a#b", 1, "aa"), line("a#b", 2, "bb")), (line("a#b", 2, "bb"), line("a#b", 1, "aa"))):
        entry = mended(*lines).notes["a#b"]
        assert (entry.mod, entry.digest) == (2, "bb")


def test_where_two_contents_have_one_time_none_counts_as_shipped():
    lock = mended(line("a#b", 2, "aa"), line("a#b", 2, "bb"), line("a#b", 1, "cc"))
    assert (lock.notes["a#b"].mod, lock.notes["a#b"].digest) == (2, "")


def test_of_one_time_what_is_live_beats_what_is_retired():
    for states in (("retired", None), (None, "retired")):
        lines = [line("a#b", 2, "aa", **({"state": state} if state else {})) for state in states]
        assert mended(*lines).notes["a#b"].state == ""
    newer = mended(line("a#b", 2, "aa"), line("a#b", 3, "bb", state="retired"))
    assert newer.notes["a#b"].state == "retired"


def test_a_note_that_one_side_has_shipped_is_no_draft_any_more():
    assert mended(line("a#b", 2, "aa"), line("a#b", 3, "bb", state="draft")).notes["a#b"].state == ""


def test_a_note_under_two_keys_is_one_under_the_newer_entrys():
    lock = mended(line("a#b", 2, "aa"), line("a#c", 3, "bb", guid=guid_of("a#b"), was="a#b"))
    assert list(lock.notes) == ["a#c"]


def test_two_notes_of_one_key_are_both_kept():
    lock = mended(line("a#b", 2, "aa", guid="x"), line("a#b", 3, "bb", guid="y"), line("a#b", 1, "cc", guid="z"))
    kept = {key: (entry.guid, entry.state) for key, entry in lock.notes.items()}
    assert kept == {"a#b": ("y", ""), "a#b~question": ("z", "retired"), "a#b~question~2": ("x", "retired")}


def test_a_note_type_takes_the_newest_entry():
    head = '{"form": "quizgen anki lock 1", "types": {'
    sides = [f'"{CLOZE}": {{"mod": {mod}, "digest": "{digest}"}}' for mod, digest in ((1, "aa"), (3, "bb"), (2, "cc"))]
    assert parse_lock(head + ",".join(sides) + '}, "notes": {}}').types[CLOZE] == TypeEntry("bb", 3)
    equal = sides[1].replace("bb", "dd")
    assert parse_lock(head + ",".join([*sides, equal]) + '}, "notes": {}}').types[CLOZE] == TypeEntry("", 3)


@given(st.lists(st.tuples(KEYS, ENTRIES), max_size=6), st.randoms())
def test_the_order_of_the_lines_is_of_no_account_and_no_note_is_lost(entries, random):
    lines = [
        line(key, entry.mod, entry.digest, guid=entry.guid, state=entry.state or "draft") for key, entry in entries
    ]
    head = '{"form": "quizgen anki lock 1", "types": {}, "notes": {'
    lock = parse_lock(head + ",\n".join(lines) + "}}")
    random.shuffle(lines)
    assert parse_lock(head + "\n".join(lines) + ",}}").notes == lock.notes
    guids = [entry.guid for entry in lock.notes.values()]
    assert len(set(guids)) == len(guids)
    assert set(guids) >= {entry.guid for _, entry in entries if entry.state == "retired"}


# What git leaves of two builds

T = 1_700_000_000
STYLES = ["merge", "diff3", "zdiff3", "union"]
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def relocked(lock: Lock, texts: dict[str, str], now: int, style: str = "s") -> Lock:
    """The lock of a build of a bank: the text of each question by its id; an id may say "new was old"."""
    contents = []
    for name, text in texts.items():
        new, _, old = name.partition(" was ")
        fields = (f"a#{new}", text, *[""] * (len(FIELDS[QUESTION]) - 2))
        contents.append(Content(f"a#{new}", QUESTION, fields, (), text, (1,), "T", f"a#{old}" if old else ""))
    return relock(lock, [Shipment("a", tuple(contents))], {QUESTION: style.encode().hex()}, now).lock


class Repository:
    """A repository with a lock in it, and two people who build on a branch each."""

    def __init__(self, folder: Path, style: str) -> None:
        self.folder, self.lock_file = folder, folder / "anki.lock"
        self.git("init", "-q", "-b", "main")
        self.git("config", "merge.conflictStyle", "merge" if style == "union" else style)
        if style == "union":
            (folder / ".git/info/attributes").write_text("anki.lock merge=union\n", "utf-8")
        self.expects_marks = style != "union"

    def git(self, *arguments: str, check: bool = True) -> int:
        who = {f"GIT_{role}_{part}": "a@b" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
        none = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        environment = os.environ | who | none
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, check=check, capture_output=True, env=environment
        ).returncode

    def commit(self, lock: Lock) -> Lock:
        self.lock_file.write_bytes(format_lock(lock).encode())
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "build")
        return lock

    def merge(self, base: Lock | None, ours: Lock, theirs: Lock) -> Lock:
        """What is read after the branches of two builds are merged; whoever merges does not touch the lock."""
        if base:
            self.commit(base)
        else:
            self.git("commit", "-q", "--allow-empty", "-m", "course")
        self.git("checkout", "-q", "-b", "theirs")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)
        conflict = self.git("merge", "-q", "theirs", check=False) != 0
        assert conflict == self.expects_marks == ("<<<<<<<" in self.lock_file.read_text("utf-8"))
        return read_lock(self.lock_file)


CLOCKS = ((T + 10, T + 10), (T + 10, T + 20), (T + 20, T + 10))
BASE = {name: f"{name} first" for name in "bcdefgh"}
BRANCHES = {
    "one note": ({"d": "ours"}, {"d": "theirs"}),
    "one note and its neighbours": ({"c": "ours", "d": "ours"}, {"d": "theirs", "e": "theirs"}),
    "neighbours": ({"d": "ours"}, {"e": "theirs"}),
    "the last notes": ({"g": "ours"}, {"h": "theirs", "g": "theirs"}),
    "added in one place": ({"d1": "ours"}, {"d2": "theirs"}),
    "added at the end": ({"x": "ours"}, {"y": "theirs", "z": "theirs"}),
    "added at the beginning": ({"a1": "ours"}, {"a2": "theirs"}),
    "added with one key": ({"d1": "ours"}, {"d1": "theirs"}),
    "removed and changed": ({"d": None}, {"d": "theirs"}),
    "changed and removed": ({"d": "ours"}, {"d": None}),
    "renamed and changed": ({"d": None, "d9 was d": "d first"}, {"d": "theirs"}),
    "changed and renamed": ({"d": "ours"}, {"d": None, "d9 was d": "d first"}),
    "renamed twice": ({"d": None, "d8 was d": "d first"}, {"d": None, "d9 was d": "d first"}),
    "everything": (dict.fromkeys("bcdefgh", "ours"), dict.fromkeys("bcdefgh", "theirs")),
}


def edited(texts: dict[str, str], changes: dict[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in sorted((texts | changes).items()) if text is not None}


def shipped(lock: Lock) -> dict[str, tuple[str, int]]:
    """What a student has after an import: by guid the digest, and its time."""
    return {entry.guid: (entry.digest, entry.mod) for entry in lock.notes.values()}


@needs_git
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", BRANCHES)
def test_after_a_merge_every_student_gets_what_the_bank_says(tmp_path, name, style):
    """Whichever side somebody has imported, and however the bank was merged: what differs from it is newer."""
    ours, theirs = (edited(BASE, changes) for changes in BRANCHES[name])
    base = relocked(Lock(), BASE, T)
    for number, (at_ours, at_theirs) in enumerate(CLOCKS[:1] if style.endswith("diff3") else CLOCKS):
        folder = tmp_path / str(number)
        folder.mkdir()
        first, second = relocked(base, ours, at_ours), relocked(base, theirs, at_theirs)
        merged = Repository(folder, style).merge(base, first, second)
        assert merged.mended or style == "union"
        for bank in (ours, theirs, {key: f"{text} by hand" for key, text in ours.items()}):
            now = shipped(relocked(merged, bank, T + 5))  # the clock of whoever builds is late
            for student in (shipped(base), shipped(first), shipped(second)):
                assert student.keys() <= now.keys()
                for guid, (digest, mod) in student.items():
                    assert now[guid][1] >= mod
                    assert now[guid] == (digest, now[guid][1]) or now[guid][1] > mod


@needs_git
@pytest.mark.parametrize("style", STYLES)
def test_two_changed_stylesheets_make_a_newer_one(tmp_path, style):
    base = relocked(Lock(), BASE, T)
    ours, theirs = (relocked(base, BASE, T + 10, look) for look in ("ours", "theirs"))
    merged = Repository(tmp_path, style).merge(base, ours, theirs)
    for look in ("ours", "theirs", "both"):
        assert relocked(merged, BASE, T, look).types[QUESTION].mod > T + 10
    assert relocked(merged, BASE, T).notes == base.notes


@needs_git
@pytest.mark.parametrize("style", STYLES)
def test_two_locks_that_began_apart_are_merged_too(tmp_path, style):
    """Both people have built for the first time: git knows of no common lock."""
    ours, theirs = relocked(Lock(), BASE, T), relocked(Lock(), edited(BASE, {"b": "x", "h": None, "i": "i"}), T + 1)
    merged = Repository(tmp_path, style).merge(None, ours, theirs)
    assert merged.mended
    assert merged.types[QUESTION].mod == T + 1
    assert {key.partition("#")[2] for key in merged.notes} == set("bcdefghi")
    assert all(entry.mod == T + 1 for key, entry in merged.notes.items() if key != "a#h")


def test_marks_of_a_merge_within_a_merge_are_known_too():
    marks = "<<<<<<<<< a:b\n||||||||| c\n=========\n>>>>>>>>> d\r\n"
    assert parse_lock(TEXT.replace(' "notes', f'{marks} "notes')) == Lock(LOCK.types, LOCK.notes, mended=True)


def test_every_note_type_can_be_locked():
    assert {QUESTION, CLOZE, SEQUENCE} == set(FIELDS)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_marks_are_read_with_the_line_ends_of_windows_too(ends: str) -> None:
    row = next(line for line in TEXT.splitlines(keepends=True) if "#loan" in line)
    both = f"<<<<<<< ours\n{row}||||||| base\n{row}=======\n{row}>>>>>>> theirs\n"
    read = parse_lock(TEXT.replace(row, both).replace("\n", ends))
    assert read.mended
    assert dict(read.notes) == dict(LOCK.notes)
