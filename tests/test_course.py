"""A course: where its banks, templates and outputs are, and what its settings say."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.course import Course, Settings, bank_files, find_course, read_settings
from quizgen.errors import ConfigError, MissingError, UsageError


def put(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


class TestFindCourse:
    def test_it_is_the_nearest_folder_upward_that_holds_questions(self, tmp_path: Path) -> None:
        (tmp_path / "course" / "questions" / "unit 1").mkdir(parents=True)
        course = find_course(tmp_path / "course" / "questions" / "unit 1")
        assert course == Course((tmp_path / "course").resolve())

    def test_settings_alone_make_a_course_too(self, tmp_path: Path) -> None:
        put(tmp_path / "quizgen.toml", 'paper = "letter"\n')
        course = find_course(tmp_path)
        assert course is not None
        assert course.settings.paper == "letter"

    def test_there_may_be_none(self, tmp_path: Path) -> None:
        assert find_course(tmp_path) is None

    def test_its_folders_stand_beside_each_other(self, tmp_path: Path) -> None:
        course = Course(tmp_path)
        assert (course.questions, course.output) == (tmp_path / "questions", tmp_path / "output")


class TestSettings:
    def test_what_may_be_said(self, tmp_path: Path) -> None:
        path = put(tmp_path / "quizgen.toml", 'paper = "letter"\narticles = "readings"\n')
        assert read_settings(path) == Settings("letter", "readings")

    def test_an_empty_file_says_nothing(self, tmp_path: Path) -> None:
        assert read_settings(put(tmp_path / "quizgen.toml")) == Settings("a4", "")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("papr = 'a4'", '"papr" is not a setting; the settings are articles, paper'),
            ("paper = 4", '"paper" is a text in quotes; found 4'),
            ("paper = 'a3'", '"paper" is "a4" or "letter"; found "a3"'),
            ("paper =", "Invalid value"),
        ],
    )
    def test_what_is_wrong_is_said_with_the_file(self, tmp_path: Path, text: str, said: str) -> None:
        path = put(tmp_path / "quizgen.toml", text)
        with pytest.raises(ConfigError) as caught:
            read_settings(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert said in str(caught.value)

    def test_they_are_utf8(self, tmp_path: Path) -> None:
        path = tmp_path / "quizgen.toml"
        path.write_bytes(b'paper = "\xff"')
        with pytest.raises(ConfigError, match="UTF-8"):
            read_settings(path)


class TestArticle:
    def test_it_stands_beside_its_bank_or_in_the_folder_of_articles(self, tmp_path: Path) -> None:
        bank = put(tmp_path / "questions" / "a.md")
        course = Course(tmp_path, Settings(articles="readings"))
        assert course.article(bank, "a.txt") is None
        far = put(tmp_path / "readings" / "a.txt")
        assert course.article(bank, "a.txt") == far
        near = put(tmp_path / "questions" / "a.txt")
        assert course.article(bank, "a.txt") == near
        assert Course(tmp_path).article(bank, "b.txt") is None


class TestBankFiles:
    def test_those_named_once_each_in_the_order_named(self, tmp_path: Path) -> None:
        one, two = tmp_path / "one.md", tmp_path / "two.md"
        again = tmp_path / "x" / ".." / "two.md"
        (tmp_path / "x").mkdir()
        assert bank_files([two, one, again, two], None) == (two, one)

    def test_else_every_bank_of_the_course_in_order_of_names(self, tmp_path: Path) -> None:
        for name in ("b.md", "a.md", "unit/c.md", "README.md", "unit/readme.md", "notes.txt"):
            put(tmp_path / "questions" / name)
        names = [path.relative_to(tmp_path / "questions").as_posix() for path in bank_files((), Course(tmp_path))]
        assert names == ["a.md", "b.md", "unit/c.md"]

    def test_an_article_in_markdown_is_no_bank(self, tmp_path: Path) -> None:
        bank = put(tmp_path / "questions" / "a.md", "---\nid: a\narticle:  reading.md \n---\n")
        put(tmp_path / "questions" / "reading.md")
        assert bank_files((), Course(tmp_path)) == (bank,)

    def test_what_is_hidden_is_no_bank(self, tmp_path: Path) -> None:
        bank = put(tmp_path / "questions" / "a.md")
        put(tmp_path / "questions" / ".trash" / "a.md")
        put(tmp_path / "questions" / ".a.md")
        assert bank_files((), Course(tmp_path)) == (bank,)

    def test_a_folder_named_like_a_bank_does_not_stop_the_search(self, tmp_path: Path) -> None:
        (tmp_path / "questions" / "folder.md").mkdir(parents=True)
        bank = put(tmp_path / "questions" / "folder.md" / "a.md")
        assert bank_files((), Course(tmp_path)) == (bank,)

    def test_a_bank_that_may_not_be_read_is_left_to_who_reads_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bank = put(tmp_path / "questions" / "a.md")

        def denied(*_: object) -> str:
            raise PermissionError

        monkeypatch.setattr(Path, "read_text", denied)
        assert bank_files((), Course(tmp_path)) == (bank,)

    def test_no_course_and_no_bank_is_said_with_what_to_do(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="quizgen init"):
            bank_files((), None)
        (tmp_path / "questions").mkdir()
        with pytest.raises(MissingError, match="there is no bank here"):
            bank_files((), Course(tmp_path))
