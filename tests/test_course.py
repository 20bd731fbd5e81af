"""A course: where its banks, templates and outputs are, and what its settings say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.course import Course, bank_files, find_course
from quizgen.errors import ConfigError, MissingError, UsageError
from quizgen.settings import AnkiSettings, Settings, StudySettings, read_settings

PRESET = "[anki]\npreset = 'History'\n"


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

    def test_what_may_be_said_of_decks(self, tmp_path: Path) -> None:
        path = put(
            tmp_path / "quizgen.toml",
            '[anki]\ndeck = "History 9"\npreset = "History"\nnew-per-day = 0\nreviews-per-day = 9999\n'
            "retention = 0.99\nbury-siblings = false\n",
        )
        assert read_settings(path).anki == AnkiSettings("History 9", "History", 0, 9999, 0.99, bury_siblings=False)

    @pytest.mark.parametrize("text", ["[anki]\n", "[anki]\ndeck = 'History 9'\n", "[anki]\npreset = 'History'\n"])
    def test_what_is_not_said_of_decks_is_as_usual(self, tmp_path: Path, text: str) -> None:
        anki = read_settings(put(tmp_path / "quizgen.toml", text)).anki
        assert (anki.new_per_day, anki.reviews_per_day, anki.retention, anki.bury_siblings) == (20, 200, 0.9, True)

    def test_what_may_be_said_of_study(self, tmp_path: Path) -> None:
        text = "[study]\nnew-per-day = 0\nreviews-per-day = 9999\nretention = 0.7\n"
        assert read_settings(put(tmp_path / "quizgen.toml", text)).study == StudySettings(0, 9999, 0.7)

    @pytest.mark.parametrize("text", ["", "[study]\n", "[anki]\npreset = 'History'\nretention = 0.8\n"])
    def test_what_is_not_said_of_study_is_as_usual(self, tmp_path: Path, text: str) -> None:
        study = read_settings(put(tmp_path / "quizgen.toml", text)).study
        assert (study.new_per_day, study.reviews_per_day, study.retention) == (20, 200, 0.9)

    def test_an_empty_file_says_nothing(self, tmp_path: Path) -> None:
        assert read_settings(put(tmp_path / "quizgen.toml")) == Settings("", "")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("papr = 'a4'", '"papr" is not a setting; the settings are anki, articles, paper, sheet, study'),
            ("anki = 3", '"anki" is a table: [anki]; found 3'),
            ("[[anki]]", '"anki" is a table: [anki]; found [{}]'),
            (
                "[anki]\nnew_per_day = 3",
                '"new_per_day" is not a setting of [anki]; the settings of [anki] are bury-siblings, deck, '
                "new-per-day, preset, retention, reviews-per-day",
            ),
            ("[anki]\ndeck = 9", '"deck" of [anki] is a text in quotes; found 9'),
            ("[anki]\npreset = true", '"preset" of [anki] is a text in quotes; found True'),
            (f"{PRESET}new-per-day = '20'", "\"new-per-day\" of [anki] is a whole number; found '20'"),
            (f"{PRESET}new-per-day = 2.5", '"new-per-day" of [anki] is a whole number; found 2.5'),
            (f"{PRESET}new-per-day = true", '"new-per-day" of [anki] is a whole number; found True'),
            (f"{PRESET}new-per-day = -1", '"new-per-day" of [anki] is a whole number from 0 to 9999; found -1'),
            (f"{PRESET}reviews-per-day = 10_000", "is a whole number from 0 to 9999; found 10000"),
            (f"{PRESET}retention = 90", '"retention" of [anki] is a number from 0.7 to 0.99; found 90'),
            (f"{PRESET}retention = nan", '"retention" of [anki] is a number from 0.7 to 0.99; found nan'),
            (f"{PRESET}bury-siblings = 1", '"bury-siblings" of [anki] is true or false; found 1'),
            ("[anki]\nretention = 0.9", '"retention" of [anki] needs a preset; name one, such as preset = "History"'),
            ("[anki]\npreset = ' '\nretention = 0.9", '"retention" of [anki] needs a preset'),
            ("study = 3", '"study" is a table: [study]; found 3'),
            (
                "[study]\npreset = 'History'",
                '"preset" is not a setting of [study]; the settings of [study] are new-per-day, retention, '
                "reviews-per-day",
            ),
            ("[study]\nnew-per-day = 2.5", '"new-per-day" of [study] is a whole number; found 2.5'),
            (
                "[study]\nreviews-per-day = -1",
                '"reviews-per-day" of [study] is a whole number from 0 to 9999; found -1',
            ),
            ("[study]\nretention = 0.5", '"retention" of [study] is a number from 0.7 to 0.99; found 0.5'),
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
        with pytest.raises(ConfigError, match=rf"^{re.escape(str(path))}:1:10: this is not UTF-8 text"):
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
