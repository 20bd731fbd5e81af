"""The manifest as a file: the same thing read back, and whatever is damaged refused in words."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from banks import every_kind
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quizgen.errors import ConfigError, DataError, QuizgenError
from quizgen.paper.plan import CardsPlan, Look, Plan
from quizgen.paper.reprint.manifest import (
    Manifest,
    PrintedBank,
    PrintedQuestion,
    PrintedSection,
    PrintedSheet,
    PrintedTopic,
    make_manifest,
)
from quizgen.paper.reprint.manifest_form import manifest_json, read_manifest
from quizgen.paper.sheets.sheet import Selection, make_sheet, with_support
from quizgen.paper.sheets.students import Student
from quizgen.paper.sheets.versions import Copy
from quizgen.templating import Templates

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "manifest.schema.json").read_text("utf-8"))

TEXT = st.text(max_size=8)
WHOLE = st.integers(0, 1_000_000)


def lists(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3).map(tuple)


PLANS = st.builds(
    Plan,
    selection=st.builds(
        Selection,
        pick=st.none() | WHOLE,
        topics=lists(TEXT),
        seed=TEXT,
        within_topics=st.booleans(),
        word_bank=st.booleans(),
    ),
    look=st.builds(
        Look, paper=TEXT, preset=TEXT, size=st.none() | st.floats(8, 36), columns=WHOLE, duplex=st.booleans()
    ),
    versions=WHOLE,
    copies=st.none() | WHOLE,
    students=lists(st.builds(Student, name=TEXT, group=TEXT, version=TEXT, support=st.booleans())),
    support=st.booleans(),
    reading=st.booleans(),
    drafts=st.booleans(),
    formats=lists(TEXT),
    cards=st.none() | st.builds(CardsPlan, TEXT, TEXT, st.tuples(st.integers(-99, 99), WHOLE)),
)
BANKS = st.builds(
    PrintedBank,
    id=TEXT,
    file=st.sampled_from(["bank.md", "questions/Ünit 1/b.md", ""]),
    title=TEXT,
    source=TEXT,
    minutes=st.none() | WHOLE,
    language=TEXT,
    glossary=TEXT,
    corrects=st.booleans(),
)


@st.composite
def manifests(draw: st.DrawFn) -> Manifest:
    sizes = draw(st.dictionaries(st.text(min_size=1, max_size=4), st.integers(0, 5), min_size=1, max_size=4))
    topics = draw(st.lists(st.builds(PrintedTopic, TEXT, TEXT), min_size=1, max_size=3))
    plain = [draw(printed_sheets(name, sizes, len(topics))) for name in draw(st.sampled_from(["A", "AB"]))]
    supported = [draw(with_fewer(sheet)) for sheet in plain if draw(st.booleans())]
    copies = st.builds(Copy, st.integers(0, len(plain) + len(supported) - 1), TEXT, TEXT)
    spaces = st.tuples(st.floats(0, 400), WHOLE)
    return Manifest(
        bank=draw(BANKS),
        plan=draw(PLANS),
        drafts=draw(lists(TEXT)),
        questions=tuple(PrintedQuestion(name, draw(TEXT), "1:0", draw(TEXT), draw(spaces)) for name in sizes),
        topics=tuple(topics),
        sheets=(*plain, *supported),
        copies=draw(lists(copies)),
        article=draw(TEXT),
        parts=draw(st.dictionaries(TEXT, TEXT, max_size=2)),
        templates=draw(st.dictionaries(TEXT, TEXT, max_size=2)),
    )


@st.composite
def printed_sheets(draw: st.DrawFn, name: str, sizes: dict[str, int], topics: int) -> PrintedSheet:
    names = draw(st.permutations([*sizes]))
    questions = [(one, tuple(draw(st.permutations(range(sizes[one]))))) for one in names]
    cut = draw(st.integers(1, len(questions)))
    parts = [part for part in (questions[:cut], questions[cut:]) if part]
    sections = [PrintedSection(draw(st.integers(0, topics - 1)), draw(TEXT), tuple(part)) for part in parts]
    return PrintedSheet(name, draw(TEXT), False, tuple(sections))


@st.composite
def with_fewer(draw: st.DrawFn, sheet: PrintedSheet) -> PrintedSheet:
    def fewer(order: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place for place in order if draw(st.booleans()))

    sections = tuple(
        PrintedSection(one.topic, one.words, tuple((name, fewer(order)) for name, order in one.questions))
        for one in sheet.sections
    )
    return PrintedSheet(sheet.version, sheet.id, True, sections)


@given(manifests())
@settings(max_examples=60, deadline=None)
def test_any_manifest_is_read_back_as_it_was(manifest: Manifest) -> None:
    text = manifest_json(manifest)
    assert read_manifest(text) == manifest
    assert manifest_json(read_manifest(text)) == text


def printed() -> Manifest:
    bank = every_kind()
    plain = [make_sheet(bank, version=version) for version in "AB"]
    return make_manifest(
        bank,
        (*plain, *map(with_support, plain)),
        Plan(versions=2, support=True, students=(Student("Ann"),), cards=CardsPlan()),
        copies=(Copy(2, "Ann"), Copy(1)),
        templates=Templates(),
        images={"map.svg": b"<svg/>"},
        file="questions/every-kind.md",
    )


MADE = printed()
PRINTED = manifest_json(MADE)


def test_the_file_is_json_of_the_published_schema_with_sorted_keys() -> None:
    content = json.loads(PRINTED)
    Draft202012Validator(SCHEMA).validate(content)
    assert [*content] == sorted(content)
    assert set(content) == set(SCHEMA["properties"]) == set(SCHEMA["required"])


def test_the_schema_leaves_nothing_open() -> None:
    """A key that is written and not described is found by the test above only where no object takes others."""

    def objects(schema: Any) -> list[dict[str, Any]]:
        parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
        here = [schema] if isinstance(schema, dict) and "properties" in schema and "type" in schema else []
        return [*here, *(found for part in parts for found in objects(part))]

    for schema in objects(SCHEMA):
        assert schema["additionalProperties"] is False
        assert set(schema["required"]) == set(schema["properties"])


def test_each_sheet_question_and_copy_has_a_line_of_its_own() -> None:
    lines = PRINTED.splitlines()
    assert sum(line.startswith(' {"id":') for line in lines) == 4
    assert sum('"asked":' in line for line in lines) == len(every_kind().approved)
    assert ' {"group":"","name":"Ann","version":2},' in lines


def test_line_ends_and_spaces_do_not_count() -> None:
    for text in (PRINTED.replace("\n", "\r\n"), "\ufeff" + PRINTED, json.dumps(json.loads(PRINTED), indent=4)):
        assert read_manifest(text) == MADE


def sealed(content: Any) -> str:
    """The file as one would have it who knows how to make the checksum fit."""
    rest = {key: value for key, value in content.items() if key != "checksum"}
    text = json.dumps(rest, separators=(",", ":"), sort_keys=True)
    return json.dumps(rest | {"checksum": sha256(text.encode()).hexdigest()})


def refusal(text: str) -> str:
    with pytest.raises(DataError) as caught:
        read_manifest(text, "m.json")
    assert caught.value.problems
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"corrects": true', '"corrects": false'), ("[0,1,2,3]", "[0,1,3,2]"), ('"id": "tests', '"id": "Tests')],
)
def test_a_manifest_that_was_changed_by_hand_is_refused(old: str, new: str) -> None:
    assert old in PRINTED
    found = refusal(PRINTED.replace(old, new, 1))
    assert found.startswith("m.json:1:1: this manifest was changed after quizgen wrote it; take the file back")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "m.json:1:1: this is no manifest of quizgen; name the file that ends in -manifest.json"),
        (PRINTED[:-30], "this is not JSON"),
        ("# A bank", "m.json:1:1: this is no manifest of quizgen"),
        ("[]", "this is no manifest of quizgen"),
        ('{"$schema": "urn:quizgen:bank:1"}', "this is no manifest of quizgen"),
        ('{"$schema": "urn:quizgen:manifest:1"}', "was changed after quizgen wrote it"),
        ('{"$schema": "urn:quizgen:manifest:1", "n": NaN}', "NaN is no JSON number"),
        ('{"$schema": "urn:quizgen:manifest:1", "n": 1e999}', "a value in it is absurd"),
        ('{"$schema": "urn:quizgen:manifest:1", "n": ' + "9" * 5000 + "}", "a value in it is absurd"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_manifest_is_told_in_words(text: str, message: str) -> None:
    assert message in refusal(text)


def test_a_newer_form_wants_a_newer_quizgen() -> None:
    with pytest.raises(ConfigError, match=r"m\.json: a newer quizgen wrote this manifest; update") as caught:
        read_manifest(PRINTED.replace("manifest:1", "manifest:2"), "m.json")
    assert caught.value.exit_code == 78


def changed(path: list[Any], value: Any) -> str:
    content = json.loads(PRINTED)
    place = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return sealed(content)


ORDER = ["sheets", 0, "sections", 1, "questions", 0]


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["bank", "minutes"], "30", "manifest.bank.minutes: expected a whole number, found a text"),
        (["bank", "minutes"], True, "expected a whole number, found true or false"),
        (["bank", "minutes"], 10**9, "manifest.bank.minutes: a number is absurd"),
        (["bank", "title"], None, "manifest.bank.title: expected a text, found null"),
        (["bank", "title"], "\ud800", "a value in it is absurd"),
        (["bank", "file"], "../../etc/passwd", "expected a file of the course"),
        (["bank", "file"], "/etc/passwd", "expected a file of the course"),
        (["bank", "other"], 1, 'manifest.bank: "other" is unknown'),
        (["parts", "typst"], 0, "manifest.parts.typst: expected a text, found a whole number"),
        (["plan", "cards", "offset"], [1], "manifest.plan.cards.offset: expected 2 values, found 1"),
        (["sheets"], [], "manifest.sheets: expected 1 to 1998, found 0"),
        (["sheets", 1, "version"], "A", "manifest.sheets: expected each version once"),
        (["sheets", 2, "version"], "C", "manifest.sheets[2]: the version without support is not there"),
        (["copies", 0, "version"], 4, "manifest.copies: one is of a version that is not there"),
        ([*ORDER, 0], "short", "manifest.sheets[0]: a question is unknown or stands there twice"),
        ([*ORDER, 0], "gone", "manifest.sheets[0]: a question is unknown"),
        ([*ORDER, 1], [0, 1, 1, 3], "manifest.sheets[0]: the order of the options of {#choice} is none"),
        ([*ORDER, 1], [0, 1, 2, 4], "the order of the options of {#choice} is none"),
        ([*ORDER, 1], [0, 1, "2", 3], "questions[0][1][2]: expected a whole number"),
        (["sheets", 2, *ORDER[2:], 1], [3, 1, 0], "manifest.sheets[2]: the order of the options of {#choice} is none"),
        (["sheets", 0, "sections", 1, "topic"], 3, "manifest.sheets[0]: a topic is unknown"),
    ],
)
def test_what_does_not_fit_is_refused_though_the_checksum_does(path: list[Any], value: Any, message: str) -> None:
    assert message in refusal(changed(path, value))


@pytest.mark.parametrize("key", sorted(set(json.loads(PRINTED)) - {"$schema", "checksum"}))
def test_a_key_that_is_missing_is_named(key: str) -> None:
    content = json.loads(PRINTED)
    del content[key]
    assert f'manifest: "{key}" is missing' in refusal(sealed(content))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=3), values, max_size=3),
    max_leaves=4,
)


@given(st.data(), JSON)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_any_place_there_is_a_manifest_or_an_error_for_people(
    data: st.DataObject, value: Any
) -> None:
    content = json.loads(PRINTED)
    place, key = content, data.draw(st.sampled_from(sorted(set(content) - {"checksum"})))
    while isinstance(place[key], dict | list) and place[key] and data.draw(st.integers(0, 4)):
        place = place[key]
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
    place[key] = value
    try:
        text = sealed(content)
        read = read_manifest(text)
    except QuizgenError:
        return
    assert read_manifest(manifest_json(read)) == read


@given(st.integers(0, len(PRINTED) - 1), st.characters(), st.integers(0, 3))
@settings(max_examples=150, deadline=None)
def test_any_damage_is_found(at: int, sign: str, cut: int) -> None:
    text = PRINTED[:at] + sign + PRINTED[at + cut :]
    try:
        read = read_manifest(text)
    except QuizgenError:
        return
    assert read == MADE
