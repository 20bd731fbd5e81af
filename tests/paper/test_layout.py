"""How large things are: presets, papers, columns."""

from __future__ import annotations

import pytest

from quizgen.errors import UsageError
from quizgen.paper.layout import PAPERS, PRESETS, layout_of


@pytest.mark.parametrize(("preset", "size"), [("standard", 11), ("large", 18), ("giant", 24), ("dyslexia", 14)])
def test_a_preset_has_its_size(preset: str, size: int) -> None:
    assert layout_of(preset=preset).size == size


def test_dyslexia_has_neither_serifs_nor_italics_and_wide_lines() -> None:
    preset = PRESETS["dyslexia"]
    assert (preset.face, preset.italics, preset.leading) == ("sans", False, 1.6)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("size", [8, 11, 14, 24, 36])
@pytest.mark.parametrize("columns", [1, 2])
def test_number_answer_and_points_fill_a_column(paper: str, size: float, columns: int) -> None:
    if columns == 2 and size > 14:
        with pytest.raises(UsageError, match="two columns are too narrow"):
            layout_of(paper, size=size, columns=columns)
        return
    layout = layout_of(paper, size=size, columns=columns)
    assert layout.number + layout.answer + layout.mark == pytest.approx(layout.column, abs=0.1)
    used = columns * layout.column + (columns - 1) * layout.gutter + 2 * layout.margin
    assert used == pytest.approx(layout.paper.width, abs=0.1)
    assert layout.answer > 8 * layout.em


def test_larger_type_has_higher_lines_to_write_on_and_smaller_type_hardly_lower_ones() -> None:
    assert layout_of(size=22).line == 2 * layout_of().line
    assert layout_of(size=8).line == pytest.approx(0.9 * layout_of().line)


def test_large_type_and_columns_get_some_of_the_margin() -> None:
    assert layout_of(preset="dyslexia").margin == layout_of().margin
    for layout in (layout_of(size=14.5), layout_of(columns=2)):
        assert layout.margin < layout_of().margin


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"paper": "a5"}, 'a4 or letter; found "a5"'),
        ({"preset": "huge"}, 'standard, large, giant, dyslexia; found "huge"'),
        ({"size": 7.5}, "8 to 36 points; found 7.5"),
        ({"columns": 3}, "1 or 2 columns; found 3"),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(wish: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        layout_of(**wish)  # type: ignore[arg-type]
