"""A program that edits a bank touches only the lines it changes."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest
from bank_strategies import examples, files
from bank_texts import FRONT, bank_of
from hypothesis import assume, given
from hypothesis import strategies as st

from quizgen.bank.edit import Splice, Stamp, apply_splices, make_id, stamp_ids, with_ids
from quizgen.bank.fields import ID, did_you_mean
from quizgen.bank.parse import parse_bank
from quizgen.errors import DataError


def stamped(text: str) -> str:
    return stamp_ids(FRONT + text, bank_of(text))[0].removeprefix(FRONT)


# Splices


def test_splices() -> None:
    splices = [Splice(4, 5, ""), Splice(0, 1, "X"), Splice(2, 2, "+"), Splice(2, 2, "-"), Splice(5, 5, "!")]
    assert apply_splices("abcde", splices) == "Xb+-cd!"
    assert apply_splices("abc", []) == "abc"


@pytest.mark.parametrize(
    "splices",
    [
        [Splice(0, 2, ""), Splice(1, 3, "")],
        [Splice(3, 2, "")],
        [Splice(0, 9, "")],
        [Splice(9, 9, "")],
        [Splice(-1, 0, "")],
    ],
)
def test_splices_that_cannot_be_made(splices: list[Splice]) -> None:
    with pytest.raises(ValueError, match="splices overlap"):
        apply_splices("abc", splices)


# Ids


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("Which four islands do Japan and Russia claim?", "four-islands-japan-russia-claim"),
        ("How much did Japan pledge as a loan to Kyiv?", "much-japan-pledge-loan-kyiv"),
        ("Russia calls them the {{Southern Kurils | Kurils :: S… K…}}.", "russia-calls-them-southern-kurils"),
        ("What is Abe's doctrine?", "abes-doctrine"),
        ("Was it Côte d’Ivoire?", "cote-divoire"),
        ("Who is who?", "who-is-who"),
        ("In 1945?", "1945"),
        ("What is $x^2$?", "x-2"),
        ("日本とは?", "q-2d1ce6f3"),
        ("{{", "q-70f76be3"),
        ("a {{b", "b"),
        ("Pneumonoultramicroscopicsilicovolcanoconiosis?", "pneumonoultramicroscopicsilicovolcanocon"),
        ("Pneumonoultramicroscopic silicovolcanoconiosis?", "pneumonoultramicroscopic"),
    ],
)
def test_an_id_from_the_words_that_carry_meaning(prompt: str, name: str) -> None:
    found = make_id(prompt, ())
    assert ID.fullmatch(found)
    assert found == name or (name.startswith("q-") and re.fullmatch(r"q-[0-9a-f]{8}", found))


def test_an_id_is_unlike_those_taken() -> None:
    assert make_id("Japan?", ["japan"]) == "japan-2"
    assert make_id("Japan?", {"japan", "japan-2", "japan-4"}) == "japan-3"


@given(st.text(max_size=60))
def test_any_prompt_has_an_id(prompt: str) -> None:
    assume(all(not "\ud800" <= letter <= "\udfff" for letter in prompt))
    assert ID.fullmatch(make_id(prompt, ()))


# Stamping


def test_questions_without_an_id_get_one() -> None:
    text = "## Japan?\n= a\n\n##\tJapan?  \n= b\n## Russia? {#x}\n= c\n## A \\\n  long \\\nprompt\t \n= d"
    source, stamps = stamp_ids(FRONT + text, bank_of(text))
    assert source == FRONT + (
        "## Japan? {#japan}\n= a\n\n##\tJapan? {#japan-2}  \n= b\n## Russia? {#x}\n= c\n"
        "## A \\\n  long \\\nprompt {#long-prompt}\t \n= d"
    )
    assert stamps == (Stamp(5, "japan"), Stamp(8, "japan-2"), Stamp(12, "long-prompt"))


def test_topics_and_comments_are_left_alone() -> None:
    text = "# Topic\n<!--\n## Old?\n-->\n```\n## No?\n```\n## New?\n= a"
    assert stamped(text) == text.replace("## New?", "## New? {#new}")


def test_ids_that_stand_in_the_bank_are_not_taken_again() -> None:
    assert (
        stamped("## Japan?\n= a\n## Nippon? {#japan}\n= b\n") == "## Japan? {#japan-2}\n= a\n## Nippon? {#japan}\n= b\n"
    )


def test_a_continued_heading_that_ends_in_an_empty_line() -> None:
    source = stamped("## Japan?\\\n\n= a\n")
    assert bank_of(source).questions[0].id == "japan"
    assert bank_of(source).questions[0].prompt == "Japan?"


def test_nothing_to_stamp() -> None:
    text = "## Japan? {#x}\n= a\n"
    assert stamp_ids(FRONT + text, bank_of(text)) == (FRONT + text, ())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@given(text=files())
@examples(60)
def test_stamping_adds_ids_and_nothing_else(end: str, text: str) -> None:
    source = text.replace("\n", end)
    try:
        bank = parse_bank(source)
    except DataError:
        assume(False)
    result, stamps = stamp_ids(source, bank)
    lines = result.split(end)
    for stamp in stamps:
        assert lines[stamp.line - 1].startswith("##")
        name = f" {{#{stamp.id}}}"
        at = next(i for i in range(stamp.line - 1, len(lines)) if name in lines[i])
        lines[at] = lines[at].replace(name, "", 1)
    assert end.join(lines) == source
    read = parse_bank(result)
    assert [question.id for question in read if question.line in {stamp.line for stamp in stamps}] == [
        stamp.id for stamp in stamps
    ]
    assert [replace(question, id="") for question in read] == [replace(question, id="") for question in bank]
    assert stamp_ids(result, read) == (result, ())
    assert with_ids(bank) == read


def test_a_bank_without_ids_has_in_memory_those_that_it_would_be_given() -> None:
    bank = bank_of("## Japan?\n= a\n# Topic\n## Japan?\n= b\n## Nippon? {#japan}\n= c\n")
    assert [question.id for question in with_ids(bank)] == ["japan-2", "japan-3", "japan"]
    stamped_already = with_ids(bank)
    assert with_ids(stamped_already) is stamped_already


def test_a_byte_order_mark_stays() -> None:
    source = "\ufeff" + FRONT + "## Japan?\n= a\n"
    assert stamp_ids(source, parse_bank(source))[0] == "\ufeff" + FRONT + "## Japan? {#japan}\n= a\n"


def test_many_questions_with_one_prompt_are_stamped_in_time() -> None:
    text = FRONT + "## Japan?\n= a\n" * 5000
    start = time.process_time()
    _, stamps = stamp_ids(text, parse_bank(text))
    assert time.process_time() - start < 3
    assert len({stamp.id for stamp in stamps}) == 5000


# Names that are nearly right


def test_did_you_mean() -> None:
    assert did_you_mean("levl", ("level", "hint")) == 'did you mean "level"? '
    assert did_you_mean("Level", ("level", "hint")) == 'did you mean "level"? '
    assert did_you_mean("as_of", ("as-of",)) == 'did you mean "as-of"? '
    assert did_you_mean("colour", ("level", "hint")) == ""
    assert did_you_mean("x" * 100_000, ("level", "hint")) == ""
