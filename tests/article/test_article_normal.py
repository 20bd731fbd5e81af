"""The three normalisations, and that there is no fourth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import normalise, readable


@pytest.mark.parametrize(
    "space", [" ", "  ", "\t", "\n", " \n  ", "\u00a0", "\u00a0 \u00a0", "\u2009", "\u202f", "\u3000"]
)
def test_white_space_is_one_space(space: str) -> None:
    assert normalise(f"{space}peace{space}treaty{space}").text == "peace treaty"


def test_a_line_end_in_chinese_or_japanese_is_nothing() -> None:
    assert normalise("平和\n条約、\n 島").text == "平和条約、島"
    assert normalise("평화\n조약").text == "평화 조약"
    assert normalise("平和 条約").text == "平和 条約"


@pytest.mark.parametrize("quote", "‘’‚‛ʼ‹›")
def test_single_quotes_have_one_form(quote: str) -> None:
    assert normalise(f"Russia{quote}s").text == "Russia's"


@pytest.mark.parametrize("quote", "“”„‟«»")
def test_double_quotes_have_one_form(quote: str) -> None:
    assert normalise(f"{quote}peace").text == '"peace'


@pytest.mark.parametrize("dash", "‐‑‒–—―−")
def test_dashes_have_one_form(dash: str) -> None:
    assert normalise(f"Russia{dash}Japan").text == "Russia-Japan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("peace treaty[3]. Japan", "peace treaty. Japan"),
        ("peace treaty [3]. Japan", "peace treaty. Japan"),
        ("peace treaty.[3] Japan", "peace treaty. Japan"),
        ("peace treaty. [3] Japan", "peace treaty. Japan"),
        ("peace treaty.[3][4] Japan", "peace treaty. Japan"),
        ("peace treaty.[3] [4] Japan", "peace treaty. Japan"),
        ("peace[3] treaty", "peace treaty"),
        ("peace [3] treaty", "peace treaty"),
        ("peace [3]treaty", "peace treaty"),
        ("条約[3]は", "条約は"),
        ("peace treaty[^3]", "peace treaty"),
        ("peace treaty[^note-a], Japan", "peace treaty, Japan"),
        ("[3] Japan", "Japan"),
        ("[9]Japan", "Japan"),
        ("[3]", ""),
    ],
)
def test_footnote_marks_leave_no_trace(text: str, expected: str) -> None:
    assert normalise(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "in [2014] and [sic] and [...]",
        "see [3](note.html)",
        "Moscow, MOSCOW; moscow",
        "a... b… c",
        "café cafe\u0301",
        "5′ 5″ ´ `",
        "m² and ½",
        "soft\u00adhyphen",
        "「平和」",
        "--",
    ],
)
def test_nothing_else_is_changed(text: str) -> None:
    assert normalise(text).text == text


def test_readable_text_keeps_its_quotes_and_dashes() -> None:
    assert readable(" Russia’s \n“ties”[3] – so to say ") == "Russia’s “ties” – so to say"


WORDS = st.lists(
    st.sampled_from(["ice", "Russia’s", "–", "[3]", "[^a]", "“so”", "氷", "\n", "\u00a0", " ", ".", ","])
    | st.text(max_size=3)
)


@given(WORDS.map("".join))
def test_every_character_knows_where_it_came_from(text: str) -> None:
    normal = normalise(text)
    assert len(normal.text) == len(normal.tidy) == len(normal.offsets)
    assert list(normal.offsets) == sorted(set(normal.offsets))
    for char, offset in zip(normal.tidy, normal.offsets, strict=True):
        # a space may stand for white space that begins behind a mark
        assert char == text[offset] or (char == " " and (text[offset].isspace() or text[offset] == "["))


@given(WORDS.map("".join))
def test_normalised_text_has_single_spaces_inside_and_none_outside(text: str) -> None:
    normal = normalise(text).text
    assert normal == normal.strip()
    assert "  " not in normal
    assert not any(char.isspace() for char in normal.replace(" ", ""))
