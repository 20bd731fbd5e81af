"""The key for other programs: a table that any spreadsheet opens, and JSON by its schema."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from banks import bank_of, every_kind
from jsonschema import Draft202012Validator
from keys import PLACE, key_of

from quizgen.bank.model import Bank
from quizgen.paper.key.table import COLUMNS, key_csv, key_json

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "key.schema.json").read_text("utf-8"))


def rows(bank: Bank, versions: int = 1) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(key_csv(key_of(bank, versions)).removeprefix("\ufeff"), newline=""))]


def test_the_table_has_a_row_for_each_question_of_each_version_in_printed_order() -> None:
    found = rows(every_kind(), 3)
    assert [(line["version"], line["number"]) for line in found] == [
        (version, str(number)) for version in "ABC" for number in range(1, 15)
    ]
    assert {line["sheet"] for line in found} == {version.id for version in key_of(every_kind(), 3).versions}


def test_a_row_has_all_that_a_teacher_marks_by() -> None:
    by_id = {line["question"]: line for line in rows(every_kind())}
    assert by_id["short"] == {
        "version": "A",
        "sheet": key_of(every_kind()).versions[0].id,
        "number": "1",
        "question": "short",
        "kind": "short",
        "asked": "What is the island called?",
        "answer": "zanswershort",
        "in words": "zanswershort",
        "also accepted": "zformshort",
        "margin": "",
        "correction": "",
        "points": "1",
        "evidence": f"the island of zanswershort lies zquoteshort in the north ({PLACE})",
        "marking points": "",
        "model answer": "",
    }
    assert by_id["choices"]["answer"] == "A B"
    assert by_id["choices"]["in words"].count(" | ") == 1
    assert by_id["match"]["in words"] == "Kishida → matchright one | Zelensky → matchright two"
    assert by_id["number"]["margin"] == "± 5%"
    assert (by_id["false-one"]["answer"], by_id["false-one"]["correction"]) == ("False", "The sea is zcorrection cold.")
    assert by_id["false-one"]["evidence"] == "zquotefalse water"  # whose place nobody knows
    assert by_id["list"]["in words"] == "any 2 of zanswerlist | zmemberb | zmemberc | zmemberd"
    assert by_id["open"]["marking points"] == "zpointone were going on | zpointtwo hoped"
    assert by_id["open"]["model answer"] == "zmodelanswer because of that."
    assert by_id["open"]["evidence"] == f"zquotepoint talks ({PLACE})"


def test_spreadsheets_read_it_as_utf_8_and_by_rfc_4180() -> None:
    text = key_csv(key_of(bank_of('## a "b", c? {#q}\n= 択捉島\n')))
    assert text.encode("utf-8").startswith(b"\xef\xbb\xbfversion,sheet,number,")
    assert text.count("\r\n") == text.count("\n") == 2
    assert '"a ""b"", c?",択捉島,' in text


@pytest.mark.parametrize("form", ["=1+1", "+1 km", "-x", "@SUM(A1)", "=HYPERLINK(1)", "＝1", "－x", "＠a"])
def test_no_cell_is_taken_for_a_formula(form: str) -> None:
    [line] = rows(bank_of(f"## {form} {{#q}}\n= {form} | {form}2\n> {form}\nkind: short\n"))
    for column in ("asked", "answer", "in words", "also accepted", "evidence"):
        assert line[column].startswith(f"'{form}"), column


@pytest.mark.parametrize("number", ["-5", "+3.5", "-1,000"])
def test_a_plain_number_stays_a_number(number: str) -> None:
    [line] = rows(bank_of(f"## q? {{#q}}\n= {number}\n"))
    assert line["answer"] == number


def test_every_column_is_there() -> None:
    assert key_csv(key_of(every_kind())).removeprefix("\ufeff").splitlines()[0] == ",".join(COLUMNS)


@pytest.mark.parametrize("versions", [1, 9])
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_json_follows_its_schema(versions: int, language: str) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    text = key_json(key_of(bank_of("## q? {#q}\n+ a\n  > b\n+ c\npoints: 2.5\n", f"language: {language}\n"), versions))
    Draft202012Validator(SCHEMA).validate(json.loads(text))
    told = json.loads(key_json(key_of(every_kind(), versions)))
    Draft202012Validator(SCHEMA).validate(told)
    assert {question["kind"] for question in told["questions"]} == set(
        SCHEMA["$defs"]["question"]["properties"]["kind"]["enum"]
    )
    assert json.loads(text)["points"] == 2.5


def test_the_json_says_what_is_right_in_each_version() -> None:
    key = key_of(every_kind(), 2)
    told = json.loads(key_json(key))
    assert (told["format"], told["points"], told["title"]) == ("quizgen/key/1", 20, 'Every kind "there" is <so far>')
    questions = {question["id"]: question for question in told["questions"]}
    assert questions["cloze"]["answers"][1] == {"left": "", "text": "zclozeb", "also": ["zclozeform"]}
    assert questions["open"]["marking"][0] == {
        "text": "zpointone were going on",
        "evidence": [{"quote": "zquotepoint talks", "place": PLACE}],
    }
    for version, shown in zip(told["versions"], key.versions, strict=True):
        assert (version["version"], version["sheet"]) == (shown.name, shown.id)
        for item in version["questions"]:
            assert told["questions"][item["place"] - 1]["id"] == item["question"]
    letters = {item["question"]: item["letters"] for item in told["versions"][0]["questions"]}
    assert letters["choices"] == ["A", "B"]
    assert letters["short"] == []


def test_the_same_key_is_the_same_text() -> None:
    first, second = (key_of(every_kind(), 4) for _ in range(2))
    assert (key_csv(first), key_json(first)) == (key_csv(second), key_json(second))
    assert [*json.loads(key_json(first))] == sorted(json.loads(key_json(first)))
