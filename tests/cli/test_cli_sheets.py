"""The options of ``build`` that say what is printed, from the command line and from the settings of a course."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Command
from pypdf import PdfReader

from quizgen.cli.country import paper_of_country

HTML = ("build", "--only", "paper", "--format", "html")


def page(course: Path, part: str = "worksheet") -> str:
    return (course / "output" / f"tides-{part}.html").read_text("utf-8")


class TestOptions:
    def test_versions_and_copies(self, quizgen: Command, course: Path) -> None:
        run = quizgen(*HTML, "--versions", 2, "--copies", 5)
        assert run.code == 0
        assert "  5 sheets in 2 versions\n" in run.out
        assert page(course).count("<h1") == 5
        assert json.loads(quizgen(*HTML, "--versions", 2, "--json").out)["versions"] == 2

    def test_what_is_made_is_counted(self, quizgen: Command, course: Path) -> None:
        assert "  2 sheets in 2 versions\n" in quizgen(*HTML, "--versions", 5, "--copies", 2).out
        assert " sheets in " not in quizgen("build", "--only", "paper", "--format", "csv", "--versions", 2).out
        assert "  3 questions on each sheet\n" in quizgen(*HTML, "--pick", 3).out

    @pytest.mark.parametrize(("option", "value"), [("--versions", 0), ("--versions", 1000), ("--copies", 0)])
    def test_as_many_as_can_be_told_apart(self, quizgen: Command, course: Path, option: str, value: int) -> None:
        assert quizgen(*HTML, option, value).code == 2
        assert not (course / "output").exists()

    def test_a_list_of_students(self, quizgen: Command, course: Path) -> None:
        (course / "class.csv").write_text("name,class\nAiko Tanaka,9b\nBoris Ek,9b\n", "utf-8")
        assert quizgen(*HTML, "--students", "class.csv", "--versions", 2).code == 0
        assert all(name in page(course) for name in ("Aiko Tanaka", "Boris Ek", "9b"))

    def test_a_list_that_is_none(self, quizgen: Command, course: Path) -> None:
        assert quizgen(*HTML, "--students", "none.csv").code == 66
        (course / "class.csv").write_text("name,version\nAiko,Z\n", "utf-8")
        run = quizgen(*HTML, "--students", "class.csv")
        assert run.code in (2, 65)
        assert "Aiko" in run.err or "class.csv:2" in run.err
        assert not (course / "output").exists()

    def test_sheets_with_support_and_words(self, quizgen: Command, course: Path) -> None:
        out = quizgen(*HTML, "--support", "--word-bank").out
        assert "tides-worksheet-support.html" in out
        assert "Hint:" in page(course, "worksheet-support")
        assert "Hint:" not in page(course)

    def test_the_reading(self, quizgen: Command, course: Path) -> None:
        quizgen(*HTML)
        assert "belongs to its author" not in page(course)
        quizgen(*HTML, "--reading")
        assert "belongs to its author" in page(course)

    def test_the_look(self, quizgen: Command, course: Path) -> None:
        seen = set()
        for look in ((), ("--preset", "large"), ("--size", 20), ("--columns", 2), ("--paper", "letter")):
            assert quizgen(*HTML, *look).code == 0
            seen.add(page(course))
        assert len(seen) == 5

    def test_each_copy_on_a_new_leaf(self, quizgen: Command, course: Path) -> None:
        pdf = ("build", "--only", "paper", "--format", "pdf", "--copies", 2, "--pick", 1)
        pages = []
        for duplex in ((), ("--duplex",)):
            assert quizgen(*pdf, *duplex).code == 0
            pages.append(len(PdfReader(course / "output" / "tides-worksheet.pdf").pages))
        assert pages == [2, 3]

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--preset", "huge"), 'the preset is standard, large, giant, dyslexia; found "huge"'),
            (("--paper", "a3"), 'the paper is a4 or letter; found "a3"'),
            (("--columns", 2, "--preset", "large"), "two columns are too narrow for type of 18 points; 14 is the most"),
            (("--format", "docx"), '--format takes html, pdf, csv or json; found "docx"'),
            (("--offset", "a,b"), "--offset takes two whole numbers, tenths of a millimetre to the right and down"),
            (("--students", "a.csv", "--copies", 3), "--students prints one sheet for each; leave out --copies"),
            (("--students", "a.csv", "--support"), 'the list says who gets help, in a column "support"'),
            (("--turn", "fold", "--offset", "3,3"), "folded cards have theirs on the same side"),
            (("--cards", "2x4", "--format", "csv"), "cards are made as pdf or html"),
            (("--cards", "7x7x7"), "2x4"),
            (("--cards", "2x4", "--turn", "round"), "long"),
            (("--offset", "1000,0"), "offset"),
        ],
    )
    def test_what_there_is_not_is_said_and_nothing_made(
        self, quizgen: Command, course: Path, options: tuple[object, ...], said: str
    ) -> None:
        run = quizgen("build", "--only", "paper", *options)
        assert run.code == 2
        assert said in run.err
        assert not (course / "output").exists()

    def test_what_prints_nothing_takes_no_options_of_sheets(self, quizgen: Command, course: Path) -> None:
        run = quizgen("build", "--only", "anki", "--versions", 3)
        assert (run.code, run.err) == (2, "quizgen: --only anki prints nothing; leave out --versions\n")

    def test_cards(self, quizgen: Command, course: Path) -> None:
        assert "tides-cards.html" in quizgen(*HTML, "--cards", "2x4").out
        assert "tides-cards.html" in quizgen(*HTML, "--turn", "fold").out
        assert "tides-cards.html" in quizgen(*HTML, "--offset", "5,-3").out

    def test_formats_in_a_list(self, quizgen: Command, course: Path) -> None:
        out = quizgen("build", "--only", "paper", "--format", "csv,JSON").out
        assert [line.strip() for line in out.splitlines() if "key" in line] == [
            "output/tides-key.csv",
            "output/tides-key.json",
        ]
        assert json.loads((course / "output" / "tides-key.json").read_text("utf-8"))


class TestFrom:
    def test_it_prints_the_same_once_more(self, quizgen: Command, course: Path) -> None:
        quizgen(*HTML, "--versions", 3, "--preset", "large", "--seed", "spring")
        before = page(course)
        manifest = (course / "output" / "tides-manifest.json").rename(course / "spring.json")
        quizgen(*HTML)
        assert page(course) != before
        run = quizgen("build", "--from", manifest.name)
        assert (run.code, run.err) == (0, "")
        assert page(course) == before

    def test_other_formats_may_be_asked_for_and_nothing_else(self, quizgen: Command, course: Path) -> None:
        quizgen(*HTML)
        run = quizgen("build", "--from", "output/tides-manifest.json", "--format", "csv", "-o", "again")
        assert run.code == 0
        assert (course / "again" / "tides-key.csv").is_file()
        run = quizgen("build", "--from", "output/tides-manifest.json", "--versions", 2, "--word-bank", "--draft")
        assert (run.code, run.err) == (
            2,
            "quizgen: --from prints what its manifest says; leave out --versions, --word-bank, --draft\n",
        )

    def test_a_bank_that_has_changed(self, quizgen: Command, course: Path) -> None:
        quizgen(*HTML)
        bank = course / "questions" / "tides.md"
        bank.write_text(bank.read_text("utf-8").replace("## ", "## So, ", 1), "utf-8")
        run = quizgen("build", "--from", "output/tides-manifest.json")
        assert run.code == 65
        assert "questions/tides.md:" in run.err.replace("\\", "/")

    def test_what_is_no_manifest(self, quizgen: Command, course: Path) -> None:
        assert quizgen("build", "--from", "none.json").code == 66
        (course / "a.json").write_text("{}", "utf-8")
        run = quizgen("build", "--from", "a.json")
        assert run.code == 65
        assert "a.json" in run.err

    def test_a_bank_that_is_not_here(self, quizgen: Command, course: Path) -> None:
        quizgen(*HTML)
        (course / "questions" / "tides.md").rename(course / "tides.md")
        run = quizgen("build", "--from", "output/tides-manifest.json")
        assert run.code == 2
        assert 'the bank "example/tides" is not in this course; name its file' in run.err

    def test_more_than_one_bank(self, quizgen: Command, course: Path) -> None:
        quizgen(*HTML)
        bank = course / "questions" / "tides.md"
        run = quizgen("build", "--from", "output/tides-manifest.json", bank, bank)
        assert run.code == 2
        assert "--from prints the sheets of one bank; name that one" in run.err


class TestSettings:
    def test_they_are_those_of_the_course(self, quizgen: Command, course: Path) -> None:
        (course / "quizgen.toml").write_text('[sheet]\npreset = "dyslexia"\nsize = 16\nformats = ["html"]\n', "utf-8")
        assert ".pdf" not in quizgen("build").out
        by_settings = page(course)
        (course / "quizgen.toml").unlink()
        quizgen("build", "--preset", "dyslexia", "--size", 16)
        assert page(course) == by_settings

    @pytest.mark.parametrize(("option", "duplex"), [(None, True), ("--duplex", True), ("--no-duplex", False)])
    def test_an_option_goes_before_them(self, quizgen: Command, course: Path, option: str | None, duplex: bool) -> None:
        (course / "quizgen.toml").write_text('[sheet]\npreset = "giant"\nduplex = true\n', "utf-8")
        quizgen(*HTML, "--preset", "large", *filter(None, (option,)))
        look = json.loads((course / "output" / "tides-manifest.json").read_text("utf-8"))["plan"]["look"]
        assert (look["preset"], look["duplex"]) == ("large", duplex)

    def test_a_folder_of_fonts_that_is_not_there(self, quizgen: Command, course: Path) -> None:
        (course / "quizgen.toml").write_text('[sheet]\nfonts = "fonts"\n', "utf-8")
        run = quizgen("build")
        assert run.code == 66
        assert "fonts: there is no such folder; quizgen.toml names it for fonts" in run.err
        (course / "fonts").mkdir()
        assert quizgen("build").code == 0

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("preset = 'huge'", '"preset" of [sheet] is "standard", "large", "giant" or "dyslexia"; found "huge"'),
            ("formats = 'pdf'", '"formats" of [sheet] is a list of texts; found'),
            ("formats = ['doc']", '"formats" of [sheet] is "html", "pdf", "csv" or "json"; found "doc"'),
            ("formats = [3]", '"formats" of [sheet] is "html", "pdf", "csv" or "json"; found 3'),
            ("columns = 3", '"columns" of [sheet] is a whole number from 1 to 2; found 3'),
        ],
    )
    def test_what_is_wrong_with_them(self, quizgen: Command, course: Path, text: str, said: str) -> None:
        (course / "quizgen.toml").write_text(f"[sheet]\n{text}\n", "utf-8")
        run = quizgen("build")
        assert run.code == 78
        assert said in run.err


class TestPaperOfTheCountry:
    @pytest.mark.parametrize(
        ("environment", "paper"),
        [
            ({"LANG": "en_US.UTF-8"}, "letter"),
            ({"LANG": "en_GB.UTF-8"}, "a4"),
            ({"LANG": "fr_CA@euro"}, "letter"),
            ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, "a4"),
            ({"LANG": "de_DE", "LC_PAPER": "de_DE", "LC_ALL": "es-MX"}, "letter"),
            ({"LC_ALL": "C.UTF-8"}, "a4"),
            ({"LC_ALL": "English_United States.1252"}, "letter"),
        ],
    )
    def test_it_is_letter_where_letter_is_sold(self, environment: dict[str, str], paper: str) -> None:
        assert paper_of_country(environment) == paper

    def test_what_is_asked_for_and_what_the_course_says_come_first(
        self, quizgen: Command, course: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
        pdf = ("build", "--only", "paper", "--format", "pdf")
        assert quizgen(*pdf).code == 0
        file = course / "output" / "tides-worksheet.pdf"
        assert round(float(PdfReader(file).pages[0].mediabox.width)) == 612
        quizgen(*pdf, "--paper", "a4")
        assert round(float(PdfReader(file).pages[0].mediabox.width)) == 595
        (course / "quizgen.toml").write_text('paper = "a4"\n', "utf-8")
        quizgen(*pdf)
        assert round(float(PdfReader(file).pages[0].mediabox.width)) == 595
