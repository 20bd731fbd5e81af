"""What the rules of code, maths, separators and backslashes are, in both dialects of a bank."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizgen.text.spans import (
    bare,
    code_and_maths,
    content,
    escape,
    find_outside,
    pieces,
    places_outside,
    split_outside,
    trailing_backslash,
    unescape,
)

RAW = st.text(alphabet="a $`\\|({[]})=:5\n.", max_size=40).map(str.strip)


def spans(text: str) -> list[str]:
    return [text[span.start : span.end] for span in code_and_maths(text)]


def parts(text: str, separator: str = "|") -> list[str]:
    return [part for part, _ in split_outside(text, separator)]


class TestCodeAndMaths:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("`a | b` and `c`", ["`a | b`", "`c`"]),
            ("``a ` b`` c", ["``a ` b``"]),
            ("`` one ` two ``` three", []),
            ("`a``b`", ["`a``b`"]),
            (r"\`a` b`", ["` b`"]),
            ("$x^2$ and $y$", ["$x^2$", "$y$"]),
            (r"\(x\) and \[y\]", [r"\(x\)", r"\[y\]"]),
            (r"\\(x\\)", []),
            (r"\(x", []),
            (r"\(\)", []),
            ("`$x` $y$", ["`$x`", "$y$"]),
            ("$`a`$", ["$`a`$"]),
            ("nothing", []),
        ],
    )
    def test_is_found_from_left_to_right(self, text: str, expected: list[str]) -> None:
        assert spans(text) == expected

    @pytest.mark.parametrize(
        "money",
        [
            "$100 million and also $100 million",
            "$5 or $6",
            "from $5 to 6$7",
            "US$ 5 and $ 6",
            "$5\nand 6$",
            "$$5$$",
            r"\$5 and x$",
            "$",
            "it costs 5$",
        ],
    )
    def test_dollars_that_are_money_are_not_maths(self, money: str) -> None:
        assert spans(money) == []

    def test_a_dollar_that_a_backslash_makes_plain_does_not_end_maths(self) -> None:
        assert spans(r"$a \$ b$") == [r"$a \$ b$"]

    def test_says_what_stands_between_the_marks(self) -> None:
        text = r"`` ` `` $x$ \(y\) \[ z \]"
        assert [(span.kind, content(text, span)) for span in code_and_maths(text)] == [
            ("code", "`"),
            ("maths", "x"),
            ("maths", "y"),
            ("display", "z"),
        ]

    def test_puts_code_on_one_line_and_keeps_spaces_that_are_all_there_is(self) -> None:
        assert list(pieces("a `b\nc` `  `")) == [("text", "a "), ("code", "b c"), ("text", " "), ("code", "  ")]


class TestSplitting:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a | b", ["a", "b"]),
            ("a|b", ["a|b"]),
            ("  a  |  b  ", ["a", "b"]),
            ("a | | b", ["a", "", "b"]),
            ("| b", ["", "b"]),
            ("a |", ["a", ""]),
            ("a", ["a"]),
            ("", [""]),
            (r"a \| b", [r"a \| b"]),
            (r"a\ | b", ["a\\", "b"]),
            ("`a | b` | c", ["`a | b`", "c"]),
            ("$a | b$ | c", ["$a | b$", "c"]),
            (r"\(a | b\) | c", [r"\(a | b\)", "c"]),
            ("$5 | $6", ["$5", "$6"]),
        ],
    )
    def test_needs_spaces_and_counts_only_outside_code_and_maths(self, text: str, expected: list[str]) -> None:
        assert parts(text) == expected

    def test_says_where_each_part_begins(self) -> None:
        assert split_outside("  left ==  right", "==") == [("left", 2), ("right", 11)]

    @given(RAW, st.sampled_from(["|", "==", "::"]))
    def test_finds_each_part_at_its_offset(self, text: str, separator: str) -> None:
        for part, at in split_outside(text, separator):
            assert text[at : at + len(part)] == part


class TestFinding:
    def test_a_blank_ends_at_the_first_braces_outside_maths(self) -> None:
        text = "{{$x_{a_{b}}$}} and }}"
        assert find_outside(text, "}}") == text.index("}} and")

    def test_a_backslash_makes_plain(self) -> None:
        assert find_outside(r"\{{a {{b", "{{") == 5
        assert find_outside(r"\\{{a", "{{") == 2
        assert find_outside("`{{`", "{{") == -1
        assert find_outside("a", "{{") == -1

    def test_can_begin_later(self) -> None:
        assert find_outside("{{ `{{` {{", "{{", 1) == 8
        assert list(places_outside("{{ `{{` {{", "{{")) == [0, 8]

    def test_places_may_overlap(self) -> None:
        assert list(places_outside("{{{", "{{")) == [0, 1]


class TestLiteralText:
    @pytest.mark.parametrize(
        "text",
        [
            "__init__",
            "2*3*4",
            "<b>",
            "a_b",
            "$100 million",
            "$100 million and also $100 million",
            "a|b",
            "{1, 2}",
            "no",
            "1:30",
            "#1",
            r"C:\new",
            "`a | b`",
            r"$\frac{a}{b_{c}}$",
            "x[0]",
            "5 = 5",
            "std::move",
        ],
    )
    def test_is_as_typed(self, text: str) -> None:
        assert unescape(text) == text
        assert bare(text) == text
        assert escape(text) == text

    @pytest.mark.parametrize(
        ("raw", "meant"),
        [
            (r"a \| b", "a | b"),
            (r"\$5", "$5"),
            (r"\{{a\}}", "{{a}}"),
            (r"\= x", "= x"),
            (r"C:\\", "C:\\"),
            (r"\*a\*", "*a*"),
            (r"`\|` \|", r"`\|` |"),
            (r"$\{a\}$ \{", r"$\{a\}$ {"),
        ],
    )
    def test_loses_the_backslashes_before_punctuation_outside_code_and_maths(self, raw: str, meant: str) -> None:
        assert unescape(raw) == meant
        assert bare(meant) == meant

    @pytest.mark.parametrize(
        ("raw", "kept", "seen"),
        [
            (r"\$5 \| x\$", r"\$5 | x\$", "$5 | x$"),
            (r"\\(x\\)", r"\\(x\\)", r"\(x\)"),
            (r"\`a\`", r"\`a\`", "`a`"),
            (r"\\\\server\share", r"\\\\server\\share", r"\\server\share"),
            (r"\\\$", r"\\\$", r"\$"),
        ],
    )
    def test_keeps_those_without_which_it_would_be_code_or_maths(self, raw: str, kept: str, seen: str) -> None:
        assert unescape(raw) == kept
        assert bare(kept) == seen
        assert spans(kept) == []

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("a | b", r"a \| b"),
            ("a == b", r"a \== b"),
            ("a :: b", r"a \:: b"),
            ("| b", r"\| b"),
            ("{{a}}", r"\{{a\}}"),
            ("{{{a", r"\{\{{a"),
            ("a\\", "a\\\\"),
            (r"a\.b", r"a\\.b"),
            ("`a | b` | c", r"`a | b` \| c"),
        ],
    )
    def test_is_written_with_as_few_backslashes_as_will_do(self, text: str, written: str) -> None:
        assert escape(text) == written
        assert unescape(written) == text

    @settings(max_examples=1000, deadline=None)
    @example("\\\\(`$5 | x\\$")
    @example("\\\\a\\")
    @given(RAW)
    def test_comes_back_from_a_bank_as_it_was(self, raw: str) -> None:
        text = unescape(raw)
        assert unescape(escape(text)) == text

    @settings(max_examples=1000, deadline=None)
    @given(RAW)
    def test_has_the_code_and_maths_of_what_was_typed(self, raw: str) -> None:
        assert spans(unescape(raw)) == spans(raw)

    @settings(max_examples=1000, deadline=None)
    @given(RAW)
    def test_once_written_parts_nothing_and_continues_no_line(self, raw: str) -> None:
        written = escape(unescape(raw))
        for separator in ("|", "==", "::"):
            assert parts(written, separator) == [written.strip()]
        assert find_outside(written, "{{") == find_outside(written, "}}") == -1
        assert not trailing_backslash(written)

    @settings(max_examples=1000, deadline=None)
    @given(RAW)
    def test_is_seen_without_any_of_the_kept_backslashes(self, raw: str) -> None:
        assert "".join(text for kind, text in pieces(unescape(raw)) if kind != "text") == "".join(
            text for kind, text in pieces(raw) if kind != "text"
        )
        if not spans(raw):
            assert bare(unescape(raw)) == bare(unescape(escape(unescape(raw))))


def test_a_line_goes_on_after_an_odd_number_of_backslashes() -> None:
    assert trailing_backslash("a\\")
    assert trailing_backslash("\\")
    assert trailing_backslash("a\\\\\\")
    assert not trailing_backslash("a\\\\")
    assert not trailing_backslash("a")
    assert not trailing_backslash("")


HOSTILE = ["`", "$", "\\", "\\(", "\\[a", "\\$", "``` ` ", "$a$ | ", "{{", "| ", "`a` == ", "$a\\$ ", "\\`", "x\\ | "]
FUNCTIONS: list[Callable[[str], object]] = [
    code_and_maths,
    unescape,
    bare,
    escape,
    trailing_backslash,
    lambda text: split_outside(text, "|"),
    lambda text: list(places_outside(text, "{{")),
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_in_a_hostile_text(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    for function in FUNCTIONS:
        start = time.process_time()
        function(text)
        assert time.process_time() - start < 3, function  # quadratic would take a minute


def test_time_is_linear_in_runs_of_every_length() -> None:
    text = " ".join("`" * length for length in range(1, 1400))
    start = time.process_time()
    assert code_and_maths(text) == []
    assert time.process_time() - start < 5
