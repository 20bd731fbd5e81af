"""A course's own look: docs/examples/own-look is built as it stands, and its faults are told where they are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from browser import need
from typer.testing import CliRunner

from quizgen.cli.app import app
from quizgen.errors import ConfigError

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "own-look"
HEAD = "Hilltop School"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(EXAMPLE, folder)
    monkeypatch.chdir(folder)
    return folder


def built(*options: str) -> Path:
    result = CliRunner().invoke(app, ["build", "--only", "paper", *options])
    assert result.exit_code == 0, result.output
    return Path("output")


def text_of(pdf: Path) -> str:
    [pdftotext] = need(("pdftotext",))
    done = subprocess.run([pdftotext, "-layout", pdf, "-"], check=True, capture_output=True, timeout=30)
    return done.stdout.decode()


def test_its_letterhead_stands_once_on_every_copy(course: Path) -> None:
    output = built("--versions", "2", "--copies", "3")
    assert text_of(output / "ice-worksheet.pdf").count(HEAD) == 3
    assert (output / "ice-worksheet.html").read_text("utf-8").count(f"<b>{HEAD}</b>") == 3


def test_it_stands_on_no_key(course: Path) -> None:
    output = built()
    assert HEAD not in text_of(output / "ice-key.pdf")
    assert HEAD not in (output / "ice-key.html").read_text("utf-8")


def test_its_words_take_the_place_of_ours_and_the_others_stay(course: Path) -> None:
    output = built()
    for text in (text_of(output / "ice-worksheet.pdf"), (output / "ice-worksheet.html").read_text("utf-8")):
        assert "Student" in text
        assert "Form" in text
        assert "Score" in text
        assert "Name" not in text.replace("Name three", "")


def test_its_rules_come_after_ours_on_every_page(course: Path) -> None:
    output = built("--cards", "2x4", "--format", "html")
    own = (EXAMPLE / "templates" / "paper" / "own.css").read_text("utf-8")
    for name in ("worksheet", "key", "cards"):
        style = (output / f"ice-{name}.html").read_text("utf-8").partition("</style>")[0]
        assert style.rstrip().endswith(own.rstrip()), name


def test_its_picture_is_in_the_page_itself(course: Path) -> None:
    page = (built("--format", "html") / "ice-worksheet.html").read_text("utf-8")
    assert '<img src="data:image/svg+xml;base64,' in page


def test_a_course_without_a_look_prints_no_letterhead(course: Path) -> None:
    shutil.rmtree(course / "templates")
    output = built()
    assert HEAD not in text_of(output / "ice-worksheet.pdf")
    assert "letterhead" not in (output / "ice-worksheet.html").read_text("utf-8")


@pytest.mark.parametrize("part", ["#let look(body) = body\n", "#let letterhead = [Hilltop]\n"])
def test_either_half_of_a_look_is_enough(course: Path, part: str) -> None:
    (course / "templates" / "paper" / "own.typ").write_text(part, "utf-8")
    built("--format", "pdf")


FAULTS = (
    ("own.typ", "#let letterhead = [\n  #nope\n]\n", "own.typ:2:4: unknown variable: nope"),
    (
        "own.typ",
        '#let letterhead = image("none.svg")\n',
        "own.typ:1:25: file not found (searched at templates/paper/none",
    ),
    ("own.typ", '#let letterhead = image("hill.svg")\n', "own.typ:1:19: PDF/UA-1 error: missing alt text"),
    ("own.html", "<p>\n{{ nope }}\n", "own.html:2:1: 'nope' is undefined"),
    ("own.html", "\n{% if %}\n", "own.html:2:1: Expected an expression"),
    ("own.html", '{{ say("naem") }}', 'own.html:1:1: a template asks for the label "naem"'),
    ("labels/en.toml", 'naem = "Student"\n', 'en.toml: "naem" is no label of those that quizgen\'s en.toml has'),
)


@pytest.mark.parametrize(("name", "text", "said"), FAULTS)
def test_a_fault_is_said_with_the_file_of_the_course_and_the_line(
    course: Path, name: str, text: str, said: str
) -> None:
    (course / "templates" / "paper" / name).write_text(text, "utf-8")
    error = CliRunner().invoke(app, ["build", "--only", "paper"]).exception
    assert isinstance(error, ConfigError)
    assert said in str(error)
    assert str(course) in str(error)
