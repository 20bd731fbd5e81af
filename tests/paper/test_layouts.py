"""A sample of random sheets in random layouts, printed and looked through; ``layouts.py`` beside this prints all.

Nothing stands outside the page, no question is parted from its options, no heading is left alone.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from browser import Word
from layouts import case_of, faults, printed

PDF = range(1000, 1030)
HTML = range(2000, 2004)  # Chromium takes a second and more for each


@pytest.mark.parametrize("number", PDF)
def test_a_random_sheet_as_pdf(number: int, tmp_path: Path) -> None:
    case = case_of(number)
    assert faults(printed(case, "pdf", tmp_path), case) == []


@pytest.mark.parametrize("number", HTML)
def test_a_random_sheet_in_chromium(number: int, tmp_path: Path) -> None:
    case = case_of(number)
    assert faults(printed(case, "html", tmp_path), case) == []


def test_the_sample_has_every_preset_paper_and_number_of_columns() -> None:
    layouts = [case_of(number).layout for number in PDF]
    assert {layout.preset.name for layout in layouts} == {"standard", "large", "giant", "dyslexia"}
    assert {layout.paper.name for layout in layouts} == {"A4", "Letter"}
    assert {layout.columns for layout in layouts} == {1, 2}


def test_what_must_never_happen_is_seen() -> None:
    case = replace(case_of(0), versions=1)
    marks = [f"Q{at}" for at in range(1, len(case.bank.questions) + 1)]
    there = [Word(mark, 1, 100, 100, 120, 110) for mark in (*marks, *(f"T{at}" for at in range(9)))]
    assert faults(there, case) == []
    assert faults([*there, Word("Q1", 2, 100, 100, 120, 110)], case) == ["Q1 stands on pages [1, 2]"]
    assert "stands outside the margins" in faults([*there, Word("x", 1, 100, 100, 900, 110)], case)[0]
    assert faults(there[1:], case)[-1] == "Q1 is not there"
