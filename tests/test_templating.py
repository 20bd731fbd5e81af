"""Templates: one lookup, a course's own first."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.course import Course
from quizgen.errors import ConfigError
from quizgen.templating import Templates, shipped_templates


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_quizgen_brings_templates_for_every_use() -> None:
    folders = {path.name for path in shipped_templates().iterdir()}
    assert {"anki", "paper", "index", "course"} <= folders


def test_an_installed_package_holds_its_templates_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = put(tmp_path / "quizgen" / "templating.py", "")
    monkeypatch.setattr("quizgen.templating.__file__", str(package))
    assert shipped_templates() == tmp_path / "templates"
    put(tmp_path / "quizgen" / "templates" / "index" / "index.html", "")
    assert shipped_templates() == tmp_path / "quizgen" / "templates"


def test_a_course_replaces_one_file_and_keeps_the_rest(tmp_path: Path) -> None:
    own = put(tmp_path / "templates" / "index" / "index.css", "body { color: red }")
    templates = Course(tmp_path).templates
    assert templates.path("index/index.css") == own
    assert templates.text("index/index.css") == "body { color: red }"
    assert templates.path("index/index.html") == shipped_templates() / "index" / "index.html"


def test_a_course_without_templates_has_those_of_quizgen(tmp_path: Path) -> None:
    assert Course(tmp_path).templates == Templates()


def test_a_template_that_is_nowhere_is_named() -> None:
    with pytest.raises(ConfigError, match=r"index/none\.html is not there"):
        Templates().path("index/none.html")


def test_what_is_printed_is_escaped_unless_marked_safe(tmp_path: Path) -> None:
    put(tmp_path / "a.html", "{{ text }} {{ text|safe }}\n")
    assert Templates((tmp_path,)).render("a.html", text="<b>") == "&lt;b&gt; <b>\n"


def test_a_fault_names_the_file_and_the_line(tmp_path: Path) -> None:
    path = put(tmp_path / "a.html", "one\n{% if %}\n")
    with pytest.raises(ConfigError) as caught:
        Templates((tmp_path,)).render("a.html")
    assert str(caught.value).startswith(f"{path}:2:1: ")


def test_a_value_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    path = put(tmp_path / "a.html", "{{ nothing }}")
    with pytest.raises(ConfigError) as caught:
        Templates((tmp_path,)).render("a.html")
    assert str(caught.value).startswith(f"{path}:1:1: ")
    assert "nothing" in str(caught.value)


def test_whatever_goes_wrong_in_a_course_s_template_is_said_with_its_line(tmp_path: Path) -> None:
    path = put(tmp_path / "a.html", "one\n{% include 'b.html' %}\n")
    put(tmp_path / "b.html", "one\n\n{{ 1 + words }}\n")
    with pytest.raises(ConfigError) as caught:
        Templates((tmp_path,)).render("a.html", words="two")
    assert str(caught.value).startswith(f"{path.with_name('b.html')}:3:1: TypeError: ")


def test_a_template_of_a_course_from_elsewhere_runs_no_code(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ ().__class__.__base__.__subclasses__() }}", "utf-8")
    with pytest.raises(ConfigError, match="unsafe"):
        Templates((tmp_path,)).render("page.html")
