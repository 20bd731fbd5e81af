"""JSON, the second form of a bank: lossless in meaning, with a schema, strict in what it takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bank_strategies import examples, files
from bank_texts import FRONT, bank_of
from hypothesis import assume, given
from jsonschema import Draft202012Validator
from test_bank_parse import MANUAL
from test_bank_write import EVERYTHING

from quizgen.bank.json_form import SCHEMA_ID, bank_from_json, bank_to_json, json_schema
from quizgen.bank.model import Answer, Bank, Cloze, Short, Topic
from quizgen.bank.parse import parse_bank
from quizgen.bank.write import write_bank
from quizgen.errors import DataError

VALIDATOR = Draft202012Validator(json_schema())

SMALL = """\
{
  "$schema": "urn:quizgen:bank:1",
  "id": "test",
  "title": "Test",
  "topics": [
    {
      "questions": [
        {
          "kind": "short",
          "id": "a",
          "prompt": "What?",
          "evidence": [
            "quote"
          ],
          "points": 2.5,
          "as-of": "2022",
          "status": "draft",
          "answers": [
            {
              "forms": [
                "1:30",
                "no"
              ],
              "feedback": "why"
            }
          ]
        }
      ]
    }
  ]
}
"""


def test_a_bank_as_json() -> None:
    bank = bank_of("## What? {#a}\n= 1:30 | no\n  why\n> quote\npoints: 2.5\nas-of: 2022\nstatus: draft\n")
    assert bank_to_json(bank) == SMALL
    assert bank_from_json(SMALL) == bank


def test_a_bank_from_json_knows_its_file_and_lines() -> None:
    bank = bank_from_json(SMALL, "a.json")
    assert bank.path == "a.json"
    assert bank_from_json("\ufeff" + SMALL) == bank


@pytest.mark.parametrize("text", [MANUAL, FRONT, FRONT + EVERYTHING])
def test_json_is_lossless(text: str) -> None:
    bank = parse_bank(text)
    form = bank_to_json(bank)
    assert bank_from_json(form) == bank
    VALIDATOR.validate(json.loads(form))


@given(files())
@examples(60)
def test_any_bank_that_was_read_goes_both_ways(text: str) -> None:
    try:
        bank = parse_bank(text)
    except DataError:
        assume(False)
    form = bank_to_json(bank)
    assert bank_from_json(form) == bank
    VALIDATOR.validate(json.loads(form))


def test_blanks_stand_in_the_text() -> None:
    bank = bank_of("## {{a | b :: c}} and {{c2::d}}\n{{e}}\n")
    assert '"blanks"' not in bank_to_json(bank)
    question = bank_from_json(bank_to_json(bank)).questions[0]
    assert isinstance(question, Cloze)
    assert [blank.group for blank in question.blanks] == [1, 2, 3]


def test_status_may_say_approved() -> None:
    text = SMALL.replace('"draft"', '"approved"')
    assert bank_from_json(text).questions[0].approved
    VALIDATOR.validate(json.loads(text))


# The schema


def test_the_schema_is_one() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == SCHEMA_ID
    assert set(schema["$defs"]) == {
        "short", "number", "choice", "choices", "true-false", "cloze", "list", "match", "order", "open",
    }  # fmt: skip


def changed(path: list[str | int], value: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(SMALL)
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return data


QUESTION: list[str | int] = ["topics", 0, "questions", 0]
Q = "bank.topics[0].questions[0]"
KINDS = "short, number, choice, choices, true-false, cloze, list, match, order, open"
WRONG: list[tuple[list[str | int], Any, str]] = [
    (["$schema"], "urn:quizgen:bank:2", '"$schema" is not "urn:quizgen:bank:1": this is another form or a newer one'),
    (["id"], 5, "bank.id: expected a text, found a whole number"),
    (["id"], "A b", 'an id is made of a-z, 0-9, "-" and "/"; found "A b" (written as "id: A b")'),
    (["title"], None, "bank.title: expected a text, found null"),
    (["title"], "", 'the front matter has no title; add a line "title: The islands" (written as "---")'),
    (["minutes"], True, "bank.minutes: expected a whole number, found true or false"),
    (["minutes"], 1.5, "bank.minutes: expected a whole number, found a number"),
    (["minutes"], 0, '"minutes" is a whole number from 1 to 9999; found "0" (written as "minutes: 0")'),
    (["tags"], "one", "bank.tags: expected a list, found a text"),
    (["tags"], [1], "bank.tags[0]: expected a text, found a whole number"),
    (["names"], [["A"], "B"], "bank.names[1]: expected a list, found a text"),
    (["glossary"], [["A", "B"]], "bank.glossary[0]: expected an object, found a list"),
    (["glossary"], [{"term": "A"}], 'bank.glossary[0]: "meaning" is missing'),
    (["topics"], {}, "bank.topics: expected a list, found an object"),
    (["topics", 0, "title"], 5, "bank.topics[0].title: expected a text, found a whole number"),
    ([*QUESTION, "kind"], "essay", f'{Q}: expected a question with a "kind" of {KINDS}'),
    ([*QUESTION, "kind"], ["short"], f'{Q}: expected a question with a "kind" of {KINDS}'),
    ([*QUESTION, "answers", 0, "forms"], "no", f"{Q}.answers[0].forms: expected a list, found a text"),
    ([*QUESTION, "answers", 0, "forms"], [False], f"{Q}.answers[0].forms[0]: expected a text, found "
     "true or false"),
    ([*QUESTION, "points"], "2", f"{Q}.points: expected a number, found a text"),
    ([*QUESTION, "points"], True, f"{Q}.points: expected a number, found true or false"),
    ([*QUESTION, "points"], 0, '"points" is a number above 0, such as "2" or "0.5", up to 1000; found "0" '
     '(written as "points: 0")'),
    ([*QUESTION, "status"], True, f'{Q}.status: expected "draft" or "approved"'),
    ([*QUESTION, "level"], "high", '"level" is one of recall, understand, apply, analyse; found "high" '
     '(written as "level: high")'),
    ([*QUESTION, "difficulty"], 6, '"difficulty" is a whole number from 1 to 5; found "6" '
     '(written as "difficulty: 6")'),
    ([*QUESTION, "evidence"], [{"text": "a"}], f"{Q}.evidence[0]: expected a text, found an object"),
    ([*QUESTION, "as_of"], "2022", f'{Q}: "as_of" is unknown here; expected id, prompt, body, evidence, hint, '
     "explain, note, wrong, level, difficulty, objective, tags, points, shuffle, reverse, typed, names, image, audio, "
     "as-of, was, status, allow, comments, answers"),
    ([*QUESTION, "hint"], "a\nb", 'text after the first marked line would be lost: "b"; indent it by two spaces '
     'if it belongs to the line above, else move it up under the prompt (written as "b")'),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "message"), WRONG)
def test_wrong_values(path: list[str | int], value: Any, message: str) -> None:
    data = changed(path, value)
    with pytest.raises(DataError) as caught:
        bank_from_json(json.dumps(data), "a.json")
    assert str(caught.value) == f"a.json:1:1: {message}"
    if path[-1] != "hint":
        assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "1:1: this is not JSON: Expecting value"),
        ('{\n  "id": ,', "2:9: this is not JSON: Expecting value"),
        (SMALL + "x", "32:1: this is not JSON: Extra data"),
        ("[]", "1:1: bank: expected an object, found a list"),
        ("5", "1:1: bank: expected an object, found a whole number"),
        ('"a"', "1:1: bank: expected an object, found a text"),
        ("{}", '1:1: bank: "id" is missing'),
        ('{"id": "a", "id": "b", "title": "A"}', '1:1: "id" stands twice in one object; keep one'),
        ('{"id": "a", "title": NaN}', "1:1: NaN is no JSON number"),
        ('{"id": "a", "title": -Infinity}', "1:1: -Infinity is no JSON number"),
        ("[" * 100_000, "1:1: this is not a bank: it is nested too deeply"),
        ("1" * 5000, "1:1: this is not a bank: it holds a number of absurd size"),
        ("1e99999999999999999999", "1:1: this is not a bank: it holds a number of absurd size"),
        (
            '{"id": "a", "title": "A", "minutes": 1e999999}',
            "1:1: bank.minutes: expected a whole number, found a number",
        ),
    ],
)
def test_wrong_json(text: str, error: str) -> None:
    with pytest.raises(DataError) as caught:
        bank_from_json(text, "a.json")
    assert str(caught.value) == f"a.json:{error}"


@pytest.mark.parametrize(
    ("path", "value", "name"),
    [
        ([*QUESTION, "prompt"], "What? ", "prompt"),
        ([*QUESTION, "answers", 0, "forms"], [" no"], "answers"),
        ([*QUESTION, "comments"], ["x-->\n## Injected?\n= b\n<!--"], "comments"),
        (["topics"], [{"title": "A"}, {}], "topics"),
    ],
)
def test_what_a_bank_cannot_hold_is_refused(path: list[str | int], value: Any, name: str) -> None:
    with pytest.raises(DataError, match=f"cannot be written as it is: see its .*{name}"):
        bank_from_json(json.dumps(changed(path, value)))


def test_a_wrong_blank_is_named() -> None:
    data = {"id": "a", "title": "A", "topics": [{"questions": [{"kind": "cloze", "prompt": "A {{b"}]}]}
    with pytest.raises(DataError, match='without "}}"'):
        bank_from_json(json.dumps(data))


def test_half_a_character_can_be_told_to_a_terminal() -> None:
    with pytest.raises(DataError) as caught:
        bank_from_json('{"id": "a", "title": "\\ud800"}')
    assert "half a character (U+D800)" in str(caught.value).encode().decode()


def test_points_of_an_absurd_size_take_no_time() -> None:
    text = SMALL.replace("2.5,", "1e999999,")
    with pytest.raises(DataError, match='"points" is a number above 0'):
        bank_from_json(text)


def test_all_the_problems_of_a_bank_in_one_run() -> None:
    data = changed([*QUESTION, "level"], "high")
    data["minutes"] = 0
    with pytest.raises(DataError) as caught:
        bank_from_json(json.dumps(data))
    assert len(caught.value.problems) == 2


def test_a_bank_made_in_code() -> None:
    bank = Bank(id="a", title="A")
    assert bank_from_json(bank_to_json(bank)) == bank
    assert Short.kind == "short"


@pytest.mark.parametrize(
    ("kind", "parts"),
    [("short", "answers"), ("number", "answers"), ("choice", "options"), ("choices", "options"), ("list", "members"),
     ("match", "pairs"), ("order", "items")],
)  # fmt: skip
def test_a_question_without_an_answer_is_refused_by_schema_and_reader(kind: str, parts: str) -> None:
    question = {"kind": kind, "prompt": "What?", parts: []}
    text = json.dumps({"id": "a", "title": "T", "topics": [{"questions": [question]}]})
    with pytest.raises(DataError, match='the question "What\\?" has no answer'):
        bank_from_json(text)
    assert not VALIDATOR.is_valid(json.loads(text))


def test_an_answer_without_a_form_is_refused_by_the_writer(tmp_path: Path) -> None:
    question = Short(prompt="What?", answers=(Answer(()),))
    bank = Bank(id="a", title="T", topics=(Topic(questions=(question,)),))
    with pytest.raises(DataError, match="has no answer, or an empty one"):
        write_bank(bank, tmp_path / "a.md")
