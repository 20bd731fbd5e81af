"""Exported logs: stable, idempotent, the same wherever logs are merged; what is wrong is told and nothing comes in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quizgen.errors import ConfigError, DataError
from quizgen.study.events import Event
from quizgen.study.log.event_form import DEFAULTS, FIELDS, json_schema
from quizgen.study.log.exchange import events_in, lines_of
from quizgen.study.log.log import Log
from quizgen.study.log.merging import add_exported
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating

HOME = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json_schema())
LINE = {
    "log": 1,
    "uid": "u1",
    "kind": "answer",
    "session": "s",
    "mode": "quiz",
    "time": 1000,
    "offset": 60,
    "question": "a#b",
    "mark": "right",
    "score": 1.0,
    "rating": 3,
    "response": "x",
    "grader": 2,
}

texts = st.text(st.characters(exclude_categories=["Cs"]))
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
counts = st.integers(0, 2**53)
an_event = st.builds(
    Event,
    uid=names,
    kind=st.sampled_from(FIELDS["kind"]["enum"]),
    session=names,
    mode=st.sampled_from(FIELDS["mode"]["enum"]),
    moment=st.builds(
        Moment, st.integers(FIELDS["time"]["minimum"], FIELDS["time"]["maximum"]), st.integers(-1440, 1440)
    ),
    question=texts,
    asked=texts,
    answered=texts,
    was=texts,
    about=texts,
    mark=st.sampled_from(["", *FIELDS["mark"]["enum"]]),
    score=st.none() | st.floats(0, 1),
    rating=st.none() | st.sampled_from(Rating),
    response=texts,
    hints=counts,
    duration=counts,
    scope=texts,
    plan=st.lists(texts).map(tuple),
    grader=counts,
)


def exported(log: Log) -> str:
    return "".join(f"{line}\n" for line in lines_of(log.events()))


def answers(session: str, times: range | list[int]) -> list[Event]:
    return [
        Event(uid=f"{session}-{number:04}", kind="answer", session=session, mode="quiz", moment=Moment(time))
        for number, time in enumerate(times, 1)
    ]


def without(name: str) -> str:
    return json.dumps({key: value for key, value in LINE.items() if key != name})


# There and back


@given(an_event)
def test_an_event_comes_back_as_it_went(event: Event) -> None:
    [line] = lines_of([event])
    assert line.isascii()
    assert "\n" not in line
    assert not [*VALIDATOR.iter_errors(json.loads(line))]
    assert events_in(line, "") == [event]


@pytest.mark.parametrize("offset", [-1440, 1440])
@pytest.mark.parametrize("end", ["minimum", "maximum"])
def test_whatever_it_takes_has_a_date(end: str, offset: int) -> None:
    moment = Moment(FIELDS["time"][end], offset)
    assert moment.day - moment.local.date() in (timedelta(0), timedelta(days=-1))


def test_what_is_as_usual_is_left_out() -> None:
    [line] = lines_of(answers("s", [5]))
    assert set(json.loads(line)) == {"log", "uid", "kind", "session", "mode", "time", "offset", "grader"}


def test_an_export_that_is_imported_is_exported_with_the_same_bytes(tmp_path: Path) -> None:
    with Log.open(tmp_path / "one.db") as one, Log.open(tmp_path / "two.db") as two:
        one.add([*answers("b", [3, 3, 3]), *answers("a", [9, 2, 3])])
        text = exported(one)
        assert add_exported(two, {"one.jsonl": text}) == (6, 6)
        assert exported(two) == text
        assert add_exported(two, {"one.jsonl": text}) == (6, 0)
        assert add_exported(one, {"two.jsonl": text}) == (6, 0)
        assert exported(two) == exported(one) == text


def test_logs_of_two_machines_merge_to_the_same_history_on_both(tmp_path: Path) -> None:
    with Log.open(tmp_path / "one.db") as one, Log.open(tmp_path / "two.db") as two:
        one.add(answers("laptop", [1, 2, 2, 4, 7]))
        two.add(answers("desk", [2, 2, 3, 4, 4]))
        first, second = exported(one), exported(two)
        assert add_exported(one, {"two": second}) == (5, 5)
        assert add_exported(two, {"one": first}) == (5, 5)
        assert [*one.events()] == [*two.events()]
        assert exported(one) == exported(two)


def test_several_files_may_hold_the_same(tmp_path: Path) -> None:
    lines = [f"{line}\n" for line in lines_of(answers("s", [1, 2, 3]))]
    with Log.open(tmp_path / "log.db") as log:
        assert add_exported(log, {"one": "".join(lines[:2]), "two": "".join(lines[1:]), "none": "\n"}) == (3, 3)


def test_blank_lines_and_line_ends_of_windows_do_not_matter() -> None:
    text = "\r\n".join(["", *lines_of(answers("s", [1, 2])), "", ""])
    assert events_in(text, "") == answers("s", [1, 2])


def test_a_line_separator_in_an_answer_parts_no_line() -> None:
    line = json.dumps(LINE | {"response": "a\u2028b\u0085c"}, ensure_ascii=False)
    assert events_in(line, "")[0].response == "a\u2028b\u0085c"


# What is wrong


def wrong(text: str) -> list[str]:
    with pytest.raises(DataError) as found:
        events_in(text, "log.jsonl")
    return str(found.value).splitlines()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "1:2: this is not JSON: Expecting property name enclosed in double quotes"),
        ("[]", "1:1: expected an object {…}, one event a line; this is no line of an exported log"),
        ('"x"', "1:1: expected an object {…}, one event a line; this is no line of an exported log"),
        ("SQLite", "1:1: this is not JSON: Expecting value"),
        ("[" * 100_000, "1:1: this is no line of an exported log"),
        ('{"log": ' + "9" * 5000 + "}", "1:1: this is no line of an exported log"),
        ("{}", "1:1: the field “log” is missing: this is no line of an exported log"),
        (without("grader"), "1:1: the field “grader” is missing: this is no line of an exported log"),
        ('{"log": 1, "log": 1}', "1:2: the field “log” stands twice"),
        ('{"log": NaN}', "1:1: NaN is no number that an event holds"),
        (json.dumps(LINE | {"colour": "red"}), "1:{at}: “colour” is no field of an event"),
        (json.dumps(LINE | {"log": 0}), "1:2: log: expected 1, found 0"),
        (json.dumps(LINE | {"log": True}), "1:2: log: expected 1, found true"),
        (json.dumps(LINE | {"uid": ""}), "1:12: uid: expected a text that is not empty"),
        (json.dumps(LINE | {"mode": "game"}), '1:{at}: mode: expected "quiz" or "exam" or "study", found "game"'),
        (json.dumps(LINE | {"rating": 3.0}), "1:{at}: rating: expected 1 or 2 or 3 or 4, found 3.0"),
        (json.dumps(LINE | {"score": 1.5}), "1:{at}: score: expected 0 to 1, found 1.5"),
        (json.dumps(LINE | {"score": True}), "1:{at}: score: expected a number, found true"),
        (json.dumps(LINE | {"score": None}), "1:{at}: score: expected a number, found null"),
        (json.dumps(LINE | {"offset": 60.0}), "1:{at}: offset: expected a whole number, found 60.0"),
        (
            json.dumps(LINE | {"time": 10**20}),
            "1:{at}: time: expected -62135424000000 to 253402127999999, found 1" + "0" * 20,
        ),
        (json.dumps(LINE | {"response": 5}), "1:{at}: response: expected a text, found 5"),
        (
            json.dumps(LINE | {"response": "\ud800"}),
            '1:{at}: response: expected a text, found half of a character in "\\ud800"',
        ),
        (json.dumps(LINE | {"plan": "a#b"}), '1:{at}: plan: expected a list, found "a#b"'),
        (json.dumps(LINE | {"plan": [1]}), "1:{at}: plan: expected a text, found 1"),
        (json.dumps(LINE | {"hints": -1}), "1:{at}: hints: expected 0 to 9007199254740992, found -1"),
        (
            json.dumps(LINE | {"mark": ""}),
            '1:{at}: mark: expected "right" or "close" or "partial" or "wrong" or "unmarked", ',
        ),
    ],
)
def test_what_is_wrong_with_a_line_is_told_with_its_place(line: str, told: str) -> None:
    field = told.removeprefix("1:{at}: ").strip("“").partition(":")[0].partition("”")[0]
    [found] = wrong(line)
    assert found.startswith(f"log.jsonl:{told}".replace("{at}", str(line.find(f'"{field}": ') + 1)))


@pytest.mark.parametrize("name", FIELDS)
def test_the_schema_refuses_what_the_reader_refuses(name: str) -> None:
    for value in (None, "", "x", -1, 0, 1, 1.5, 10**30, True, [], [1], ["x"], {}):
        line = json.dumps(LINE | {name: value})
        if name == "log" and value == 10**30:
            continue  # a newer one
        try:
            events_in(line, "")
        except DataError:
            read = False
        else:
            read = True
        if value is not True and value != 1.0:  # JSON Schema holds true and 1, or 1.0 and 1, for the same here or there
            assert read == VALIDATOR.is_valid(json.loads(line)), (name, value)


def test_every_wrong_line_is_told() -> None:
    text = "\n".join([json.dumps(LINE), "x", "", json.dumps(LINE | {"uid": ""}), "{}"])
    assert [line.split(":")[1] for line in wrong(text)] == ["2", "4", "5"]


def test_a_uid_that_two_different_events_have_is_told() -> None:
    lines = [json.dumps(LINE), json.dumps(LINE), json.dumps(LINE | {"response": "y"})]
    assert wrong("\n".join(lines)) == ["log.jsonl:3:12: another event has this uid already; one of the two was changed"]


def test_where_anything_is_wrong_nothing_comes_in(tmp_path: Path) -> None:
    good = json.dumps(LINE)
    with Log.open(tmp_path / "log.db") as log:
        log.add(answers("s", [1]))
        changed = "".join(lines_of([replace(answers("s", [1])[0], response="changed")]))
        with pytest.raises(DataError) as found:
            add_exported(log, {"one": good, "two": f"{good}\nx", "three": changed})
        assert [str(problem).split(" ")[0] for problem in found.value.problems] == ["three:1:12:", "two:2:1:"]
        with pytest.raises(DataError):
            add_exported(log, {"one": good, "two": json.dumps(LINE | {"hints": 3})})
        assert [*log.events()] == answers("s", [1])


@pytest.mark.parametrize("more", [{}, {"kind": "dream"}, {"colour": "red"}])
def test_a_line_of_a_newer_program_is_told_as_such(more: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match=r"^log.jsonl:2: a newer quizgen wrote this \(format 2; this one knows 1\)"):
        events_in(f"{json.dumps(LINE)}\n{json.dumps(LINE | {'log': 2} | more)}", "log.jsonl")


# The schema


def test_the_schema_in_the_manual_is_that_of_the_program() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json.loads((HOME / "docs" / "log.schema.json").read_text("utf-8")) == json_schema()


def test_every_field_is_described() -> None:
    assert all(form["description"].endswith(".") for form in FIELDS.values())
    assert set(DEFAULTS) < set(FIELDS)


def test_the_golden_exports_follow_the_schema() -> None:
    for file in (Path(__file__).parent / "logs").glob("*.jsonl"):
        for line in file.read_text("utf-8").splitlines():
            assert not [*VALIDATOR.iter_errors(json.loads(line))]
