"""The lines of ``--json``, and docs/answer.schema.json, which says what stands in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from played import START, TICK, played, started, steps

from quizgen.study.events import Mode
from quizgen.study.session.session import Session, event_record, turn_record

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "answer.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
WHO = "Who? {#who}\n= Kishida | Fumio Kishida\nhint: h\n> said Kishida\n> the premier"
WHY = "Why? {#why}\n+ p\n+ q\n= m"
LINES = ["Kishida", "x", "5", "20 km", "", "1", "1 2", "A", ":h", ":u", ":o", ":e", ":s", ":r"]


def records(session: Session, *typed: str) -> list[dict[str, Any]]:
    """What these lines write; each is held against the schema."""
    found = []
    for step in steps(session, typed):
        for event in step.events:
            record = event_record(step.session, event)
            if record:
                VALIDATOR.validate(record)
                found.append(json.loads(json.dumps(record)))
    return found


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_everything_that_a_program_may_want_to_know_of_an_answer() -> None:
    assert records(started(WHO, patient=False), ":h", "kishida") == [
        {
            "event": "answer",
            "uid": "s-0002",
            "bank": "test/bank",
            "question": "who",
            "kind": "short",
            "response": "kishida",
            "verdict": "right",
            "score": 1.0,
            "reason": "",
            "accepted": ["Kishida", "Fumio Kishida"],
            "evidence": ["said Kishida", "the premier"],
            "places": ["¶ 1", "¶ 1"],
            "hints": 1,
            "rating": "hard",
            "seconds": 2 * TICK / 1000,
        }
    ]


def test_beginning_and_end_have_no_line() -> None:
    assert [record["event"] for record in records(started(WHO), "x", "")] == ["answer"]


def test_a_response_by_letters_is_told_in_texts() -> None:
    session = started("Which?\n- [x] one\n- [ ] two\n- [ ] three")
    letter = session.on.view.option(0).letter
    assert records(session, letter)[0]["response"] == "one"


def test_a_score_is_rounded() -> None:
    (record,) = records(started("Which?\n- a\n- b\n- c"), "a")
    assert (record["score"], record["reason"]) == (0.3333, "1 of 3; missing b and c.")


def test_a_skipped_question_has_an_empty_response() -> None:
    (record,) = records(started(WHO), ":s")
    assert (record["event"], record["response"], record["verdict"]) == ("skip", "", "wrong")
    assert (record["rating"], record["accepted"]) == (None, ["Kishida", "Fumio Kishida"])


def test_the_ticks_of_an_open_answer_stand_in_its_place() -> None:
    answer, ticks = records(started(WHY), "Because.", "1")
    assert (answer["verdict"], answer["score"], answer["accepted"]) == ("unmarked", None, ["p", "q"])
    assert (ticks["event"], ticks["about"]) == ("override", answer["uid"])
    assert (ticks["response"], ticks["verdict"], ticks["score"]) == ("Because.", "partial", 0.5)
    assert ticks["reason"] == "1 of 2 points."


def test_so_does_what_was_right_after_all() -> None:
    answer, word = records(started(WHO), "x", ":o")
    assert word["about"] == answer["uid"]
    assert (word["verdict"], word["score"], word["reason"]) == ("right", 1, "Counted as right by the learner.")


def test_what_is_taken_back_is_said() -> None:
    answer, undo = records(started(WHO), "x", ":u")
    assert undo == {
        "event": "undo",
        "uid": "s-0003",
        "about": answer["uid"],
        "bank": "test/bank",
        "question": "who",
    }


def test_a_question_without_an_id_has_an_empty_one() -> None:
    answer, undo = records(started("Who?\n= a"), "x", ":u")
    assert (answer["question"], undo["question"]) == ("", "")


@pytest.mark.parametrize("patient", [True, False])
@pytest.mark.parametrize("mode", ["quiz", "exam", "study"])
@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=20))
def test_every_line_keeps_to_the_schema(patient: bool, mode: Mode, typed: list[str]) -> None:
    """And whoever puts overrides in place and leaves out what is taken back has the turns of the session."""
    fresh = started(WHO, WHY, "Which?\n- [x] one\n- [ ] two", "How far?\n= 20 km", mode=mode, patient=patient)
    lines = records(fresh, *typed)
    session = played(fresh, *typed)[0] if typed else fresh
    standing = {line["uid"]: line for line in lines if line["event"] in ("answer", "skip")}
    words = {line["uid"]: line for line in lines if line["event"] == "override"}
    for line in lines:
        if line["event"] == "undo":
            standing.pop(line["about"], None)
            words.pop(line["about"], None)
    standing |= {line["about"]: line for line in words.values() if line["about"] in standing}
    found = [{key: line[key] for key in turn_record(session.turns[0])} for line in standing.values()]
    assert found == [turn_record(turn) for turn in session.turns]


def test_the_clock_is_not_in_it() -> None:
    """So that the same answers give the same lines, but for their seconds."""
    (record,) = records(started(WHO), "x")
    assert str(START)[:6] not in json.dumps(record)
