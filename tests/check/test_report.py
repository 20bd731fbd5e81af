"""What is said of findings: to people, to GitHub, to machines."""

from __future__ import annotations

import pytest

from quizgen.check.finding import Finding
from quizgen.check.report import annotation, explained, record, rows, summary, worth_explaining
from quizgen.check.rules import RULES

LINE = "- [ ] all of the above"
FOUND = Finding("banks/a.md", 3, 7, "all-of-the-above", "error", "name the facts; they are guessed", ("so it is",), 23)


def shown(finding: Finding, line: str = LINE, width: int = 0) -> list[str]:
    return [row.text for row in rows(finding, ["", "", line], width)]


def test_a_person_sees_place_message_line_caret_and_what_more_is_known() -> None:
    assert shown(FOUND) == [
        "banks/a.md:3:7: error: name the facts; they are guessed [all-of-the-above]",
        "  3 | - [ ] all of the above",
        "    |       ^^^^^^^^^^^^^^^^",
        "    so it is",
    ]


def test_a_finding_in_no_line_of_the_bank_has_no_caret() -> None:
    assert [row.text for row in rows(FOUND, [], 0)] == [shown(FOUND)[0], shown(FOUND)[3]]


def test_the_caret_stands_under_wide_letters_and_tabs() -> None:
    found = Finding("a.md", 3, 7, "r", "error", "m", end=9)
    assert shown(found, "- [ ] 千島 の島")[2] == "    |       ^^^^"
    assert shown(Finding("a.md", 3, 4, "r", "error", "m", end=6), "島\t=ab")[1:] == [
        "  3 | 島    =ab",
        "    |        ^^",
    ]


@pytest.mark.parametrize("before", ["हिन्दी ", "นี่ ", "👩\u200d🔬 ", "e\u0301 "])
def test_marks_that_take_no_room_do_not_shift_the_caret(before: str) -> None:
    room = {"ह": 6, "น": 2, "👩": 5, "e": 2}[before[0]]
    start = len(before)
    _, _, caret = shown(Finding("a.md", 3, start + 1, "r", "error", "m", end=start + 2), f"{before}x")
    assert caret == f"    | {' ' * room}^"


def test_a_sign_that_would_steer_the_terminal_is_shown_and_does_nothing() -> None:
    _, source, caret = shown(Finding("a.md", 3, 2, "r", "error", "m", end=3), "a\x1b[31m\x08b")
    assert source == "  3 | a␛[31m␈b"
    assert caret == "    |  ^"
    _, source, caret = shown(Finding("a.md", 3, 2, "r", "error", "m", end=3), "a\u202eb")
    assert (source, caret) == ("  3 | a�b", "    |  ^")


def test_the_severity_is_coloured_and_not_a_file_that_is_called_so() -> None:
    found = Finding("error.md", 3, 1, "r", "error", "m", end=2)
    for width in (0, 20, 80):
        parts = [part for row in rows(found, ["", "", LINE], width) for part in row.parts if part[1] == "severity"]
        assert parts == [("error", "severity")]
        assert next(rows(found, ["", "", LINE], width)).parts[0][0] == "error.md:3:1: "


@pytest.mark.parametrize("char", ["x", "很"])
@pytest.mark.parametrize("width", [0, 80])
def test_a_line_as_long_as_a_book_is_cut_at_once(char: str, width: int) -> None:
    line = char * 400_000
    text = shown(Finding("a.md", 3, 200_000, "r", "error", "m", end=200_001), line, width)
    assert all(len(row) <= 1010 for row in text)
    assert text[1].count("…") == 2


@pytest.mark.parametrize("width", range(20, 61, 5))
def test_on_a_narrow_terminal_the_words_at_fault_stay_in_sight(width: int) -> None:
    line = "## " + "word " * 30 + "HERE" + " word" * 30
    start = line.index("HERE")
    text = shown(Finding("a.md", 3, start + 1, "r", "error", "short", end=start + 5), line, width)
    source, caret = text[-2:]
    assert len(source) <= width
    assert source[caret.index("^") : caret.rindex("^") + 1] == "HERE"
    assert source.count("…") == 2


def test_without_a_width_nothing_is_wrapped_or_cut() -> None:
    long = "word " * 100
    head, source, _ = shown(Finding("a.md", 3, 1, "r", "error", long.strip(), end=2), long)
    assert long.strip() in head
    assert source == f"  3 | {long.strip()}"


def test_on_a_terminal_a_long_message_is_wrapped_and_loses_nothing() -> None:
    found = Finding("a.md", 3, 1, "r", "error", "many words " * 20, end=2)
    wrapped = shown(found, "x", 40)
    assert all(len(row) <= 40 for row in wrapped)
    assert " ".join(" ".join(wrapped).split()).startswith(" ".join(shown(found, "x")[0].split()))


def test_a_machine_gets_six_fields() -> None:
    assert record(FOUND) == {
        "file": "banks/a.md",
        "line": 3,
        "column": 7,
        "rule": "all-of-the-above",
        "severity": "error",
        "message": "name the facts; they are guessed",
    }


def test_github_gets_an_annotation_whose_signs_are_escaped() -> None:
    found = Finding("b,a:n.md", 3, 7, "r", "warning", "9 % of a\nb: c, d", ("more",), 9)
    assert annotation(found) == (
        "::warning file=b%2Ca%3An.md,line=3,col=7,title=r,endColumn=9::9 %25 of a%0Ab: c, d%0Amore"
    )


def test_the_first_error_is_worth_explaining_before_a_warning_and_the_form_of_a_file_is_not() -> None:
    warning, form = Finding("a", 1, 1, "k-type", "warning", "m"), Finding("a", 1, 1, "format", "error", "m")
    assert worth_explaining([form, warning, FOUND]) == FOUND.rule
    assert worth_explaining([form, warning]) == "k-type"
    assert worth_explaining([form]) == worth_explaining([]) == ""


def test_an_explanation_says_how_to_allow_only_what_can_be_allowed() -> None:
    assert "    allow: k-type because …" in explained(RULES["k-type"])
    for name in ("unused-allow", "allow-without-reason", "unknown-rule"):
        assert not [line for line in explained(RULES[name]) if "Meant as it is?" in line]


def test_an_explanation_is_as_narrow_as_the_terminal() -> None:
    assert all(len(line) <= 40 for line in explained(RULES["quote-not-found"], 40) if not line.startswith("    "))


@pytest.mark.parametrize(
    ("banks", "questions", "unreadable", "said"),
    [
        (1, 0, 1, "1 bank (it cannot be checked): 1 error"),
        (3, 4, 1, "3 banks (1 cannot be checked), 4 questions: 1 error"),
        (2, 0, 2, "2 banks (2 cannot be checked): 1 error"),
    ],
)
def test_the_questions_of_a_bank_that_cannot_be_read_are_not_called_none(
    banks: int, questions: int, unreadable: int, said: str
) -> None:
    assert summary([FOUND], banks, questions, unreadable) == said


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([], "1 bank, 3 questions: nothing to mend"),
        ([FOUND], "1 bank, 3 questions: 1 error"),
        ([FOUND, FOUND], "1 bank, 3 questions: 2 errors"),
    ],
)
def test_the_end_says_how_much_was_found(findings: list[Finding], said: str) -> None:
    assert summary(findings, 1, 3) == said


def test_every_finding_is_of_a_rule_with_words() -> None:
    assert FOUND.rule in RULES
