"""Typst at work: what no font has, what cannot be shown, whose fault it is, and the same bytes again."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from banks import MAP, bank_of
from browser import need
from typst import Fonts

from quizgen.bank.model import Bank
from quizgen.errors import ConfigError, DataError, WriteError
from quizgen.paper.json_form import json_form
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.sheets.sheet import make_sheet
from quizgen.paper.typeset import Typeset, typeset
from quizgen.paper.worksheet.worksheet import make_worksheet
from quizgen.templating import Templates, shipped_templates

PICTURE = "## Where? {#where}\nimage: %s | the islands from above\n= there\n"


def form(bank: Bank) -> Any:
    return json_form(make_worksheet([make_sheet(bank)], bank, layout_of(), read_labels("en", Templates())))


def made(questions: str, **options: Any) -> Typeset:
    return typeset("paper/sheet.typ", form(bank_of(questions)), options.pop("templates", Templates()), **options)


def text_of(made: Typeset, folder: Path) -> str:
    [pdftotext] = need(("pdftotext",))
    (folder / "made.pdf").write_bytes(made.pdf)
    done = subprocess.run([pdftotext, folder / "made.pdf", "-"], check=True, capture_output=True, timeout=30)
    return done.stdout.decode()


class TestWhatNoFontHas:
    @pytest.fixture(autouse=True)
    def _fonts_of_typst_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        fonts = Fonts(include_system_fonts=False)
        monkeypatch.setattr("quizgen.paper.typeset._fonts", lambda _: fonts)

    def test_a_character_is_named_once_with_the_font_and_a_box_stands_for_it(self, tmp_path: Path) -> None:
        sheet = made("## What is \U00013000, or \U00013000? {#q}\n= x\n")
        [warning] = sheet.warnings
        assert warning.startswith(
            "no font has “\U00013000” (U+13000, egyptian hieroglyph a001), Libertinus Serif neither"
        )
        assert "□, or □" in text_of(sheet, tmp_path)

    def test_many_letters_of_a_script_are_one_warning(self) -> None:
        [warning] = made("## \U00012000\U00012001\U00012002\U00012003? {#q}\n= x\n").warnings
        assert warning.startswith(
            "no font has 4 letters of Cuneiform, such as “\U00012000” (U+12000, cuneiform sign a)"
        )

    @pytest.mark.parametrize(("letters", "told"), [(2, 2), (3, 1)])
    def test_up_to_two_letters_of_a_script_are_told_one_by_one(self, letters: int, told: int) -> None:
        text = "".join(chr(0x12000 + n) for n in range(letters))
        assert len(made(f"## {text}? {{#q}}\n= x\n").warnings) == told

    def test_all_are_found_together(self) -> None:
        warnings = made("## \U00012000 \U00013000 \U00010280? {#q}\n- [x] \U000102a0\n- [ ] b\n").warnings
        assert [warning.split("U+")[1][:5] for warning in warnings] == ["102A0", "12000", "13000", "10280"]

    @pytest.mark.parametrize("unseen", ["a\u2068b\u2069", "2\ufe0f", "a\u200db", "\u00ad", "\U000e0041", "\u200f"])
    def test_signs_that_are_not_seen_need_no_font(self, unseen: str) -> None:
        assert made(f"## What {unseen}? {{#q}}\n= x\n").warnings == ()

    def test_marks_on_a_letter_that_is_missing_go_with_it(self, tmp_path: Path) -> None:
        sheet = made("## z\U00011d02\U00011d31\U00011d43z? {#q}\n= x\n")
        assert len(sheet.warnings) == 1
        assert "z□z?" in text_of(sheet, tmp_path)

    def test_what_is_no_text_is_replaced_and_nothing_else(self, tmp_path: Path) -> None:
        data = form(bank_of("## q? {#q}\n= x\n"))
        data["questions"][0]["stem"] = ['a\x00b\x07c\ud800d\ufdd0e\uffff\U0001fffef \\u0007 \\t "g"']
        sheet = typeset("paper/sheet.typ", data, Templates())
        assert 'abc�d�e��f \\u0007 \\t "g"' in text_of(sheet, tmp_path)
        assert sheet.warnings == ()


class TestImages:
    def test_one_that_cannot_be_read_is_named_with_its_question(self) -> None:
        with pytest.raises(DataError, match=r"^map\.png \(question where\): this image cannot be read: .*PNG"):
            made(PICTURE % "map.png", media={"map.png": b"not a picture"})

    def test_all_that_cannot_be_read_are_named(self) -> None:
        questions = (
            PICTURE % "a.png"
            + (PICTURE % "b.svg").replace("#where", "#there")
            + (PICTURE % "c.svg").replace("#where", "#c")
        )
        with pytest.raises(DataError) as caught:
            made(questions, media={"a.png": b"", "b.svg": b"<svg", "c.svg": MAP.encode()})
        assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
            "a.png (question where)",
            "b.svg (question there)",
        ]

    def test_one_that_asks_for_other_files_is_refused(self) -> None:
        image = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/hosts" width="9"/></svg>'
        )
        with pytest.raises(DataError, match="/etc/hosts"):
            made(PICTURE % "map.svg", media={"map.svg": image.encode()})

    def test_avif_is_told_and_its_description_printed(self, tmp_path: Path) -> None:
        sheet = made(PICTURE % "map.avif", media={"map.avif": b"whatever"})
        [warning] = sheet.warnings
        assert warning.startswith("map.avif (question where): a PDF cannot show AVIF")
        assert "the islands from above" in text_of(sheet, tmp_path)

    @pytest.mark.parametrize("name", ["pictures/map.svg", "pictures\\map.svg", "MAP.SVG"])
    def test_folders_and_capitals_in_names(self, name: str) -> None:
        assert made(PICTURE % name, media={name: MAP.encode()}).warnings == ()


class TestFaultsOfACourse:
    @pytest.fixture
    def course(self, tmp_path: Path) -> Callable[[str], Templates]:
        def course(text: str) -> Templates:
            (tmp_path / "paper").mkdir()
            (tmp_path / "paper" / "parts.typ").write_text(text, encoding="utf-8")
            return Templates((tmp_path,))

        return course

    def test_the_place_in_its_own_template_is_told(self, course: Callable[[str], Templates], tmp_path: Path) -> None:
        ours = (shipped_templates() / "paper" / "parts.typ").read_text("utf-8")
        line = ours[: ours.index("#let small(body) = text(")].count("\n") + 1
        with pytest.raises(ConfigError) as caught:
            made(
                "## q? {#q}\n= x\n",
                templates=course(ours.replace("#let small(body) = text(", "#let small(body) = txet(")),
            )
        assert str(caught.value) == f"{tmp_path / 'paper' / 'parts.typ'}:{line}:20: unknown variable: txet"

    def test_so_is_a_slip_of_the_pen(self, course: Callable[[str], Templates], tmp_path: Path) -> None:
        with pytest.raises(ConfigError) as caught:
            made("## q? {#q}\n= x\n", templates=course("\n#let x = (\n"))
        assert str(caught.value) == f"{tmp_path / 'paper' / 'parts.typ'}:2:10: unclosed delimiter"


class TestTemporaryFiles:
    def test_none_is_left(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        made("## q? {#q}\n= x\n")
        with pytest.raises(DataError):
            made(PICTURE % "map.png", media={"map.png": b""})
        assert [*tmp_path.iterdir()] == []

    def test_no_place_for_them_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
        with pytest.raises(WriteError, match=r"PDF needs a folder for temporary files .* set TMPDIR"):
            made("## q? {#q}\n= x\n")


SCRIPT = """
import sys
sys.path[:0] = sys.argv[1:]
from hashlib import sha256
from banks import long_bank
from test_typeset import form, typeset, Templates
print(sha256(typeset("paper/sheet.typ", form(long_bank(9)), Templates()).pdf).hexdigest())
"""


def test_the_same_bytes_come_in_another_process_with_another_seed_of_hashes() -> None:
    here = Path(__file__).parent
    roots = [str(here), str(here.parents[1])]
    digests = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, *roots],
            check=True,
            capture_output=True,
            timeout=120,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
