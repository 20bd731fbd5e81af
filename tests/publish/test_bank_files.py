"""What commands do with the file of one bank: stamp its ids, seal its quotes, turn it into its other form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from banks_to_build import AID, READING, TIDES, course_in, put

from quizgen.article.seal import read_seal
from quizgen.course import Course
from quizgen.errors import DataError, MissingError, UsageError
from quizgen.publish.convert import converted
from quizgen.publish.init import start_course
from quizgen.publish.sealing import seal_bank
from quizgen.publish.stamp import stamp_bank
from quizgen.settings import Settings


class TestStamp:
    def test_every_other_byte_stays_as_it_was(self, tmp_path: Path) -> None:
        path = tmp_path / "bank.md"
        before = b"\xef\xbb\xbf" + AID.replace(" {#which}", "  ").replace("\n", "\r\n").encode()
        path.write_bytes(before)
        (stamp,) = stamp_bank(path)
        assert path.read_bytes() == before.replace(b"## Which?", f"## Which? {{#{stamp.id}}}".encode())

    def test_a_bank_with_all_its_ids_is_not_touched(self, tmp_path: Path) -> None:
        path = put(tmp_path / "bank.md", AID)
        before = path.stat().st_mtime_ns
        assert stamp_bank(path) == ()
        assert path.stat().st_mtime_ns == before


class TestSeal:
    def test_it_holds_the_place_of_every_quote_that_is_found(self, tmp_path: Path) -> None:
        course = course_in(tmp_path)
        path = course.questions / "unit 1" / "tides.md"
        sealed, count = seal_bank(path, course)
        assert (sealed, count) == (path.with_name("tides.seal.json"), 2)
        assert read_seal(sealed).place("two high tides in about a day") == "¶ 1, sentence 2"
        assert read_seal(sealed).place("words that stand nowhere") == ""

    def test_the_same_bank_has_the_same_seal(self, tmp_path: Path) -> None:
        course = course_in(tmp_path)
        path = course.questions / "unit 1" / "tides.md"
        before = seal_bank(path, course)[0].read_bytes()
        assert seal_bank(path, course)[0].read_bytes() == before

    def test_a_quote_that_is_not_in_the_article_is_refused(self, tmp_path: Path) -> None:
        course = course_in(tmp_path)
        path = put(course.questions / "unit 1" / "tides.md", TIDES.replace("> two high", "> ten high"))
        said = r"tides\.md:13:3: question \{#how-many\}: this quote is not in reading\.txt; copy the words exactly"
        with pytest.raises(DataError, match=said):
            seal_bank(path, course)
        assert not path.with_name("tides.seal.json").exists()

    def test_one_that_is_allowed_is_left_out(self, tmp_path: Path) -> None:
        course = course_in(tmp_path)
        allowed = "> ten high tides in about a day\nallow: quote-not-found because the second edition says so"
        text = TIDES.replace("> two high tides in about a day", allowed)
        assert seal_bank(put(course.questions / "unit 1" / "tides.md", text), course)[1] == 1

    def test_the_article_may_stand_elsewhere(self, tmp_path: Path) -> None:
        path = put(tmp_path / "tides.md", TIDES)
        with pytest.raises(MissingError, match=r'its article "reading\.txt" is not beside it'):
            seal_bank(path, None)
        assert seal_bank(path, None, put(tmp_path / "far" / "r.txt", READING))[1] == 2
        assert seal_bank(path, Course(tmp_path, Settings(articles="far")), tmp_path / "far" / "r.txt")[1] == 2
        with pytest.raises(MissingError, match="no such file"):
            seal_bank(path, None, tmp_path / "none.txt")


class TestConvert:
    def test_markdown_becomes_json_and_comes_back(self, tmp_path: Path) -> None:
        path = put(tmp_path / "aid.md", AID)
        text = converted(path)
        assert json.loads(text)["id"] == "test/aid"
        form = put(tmp_path / "aid.json", text)
        assert converted(form) == AID

    def test_the_ending_of_the_output_says_which_form(self, tmp_path: Path) -> None:
        path = put(tmp_path / "aid.md", AID)
        assert converted(path, Path("x.MD")) == AID
        assert converted(path, Path("x.json")) == converted(path)
        form = put(tmp_path / "aid.JSON", converted(path))
        assert converted(form, Path("x.json")) == converted(path)

    @pytest.mark.parametrize("name", ["aid", "aid.txt", "aid.apkg"])
    def test_any_other_ending_is_refused(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(UsageError, match=r"ends in \.md"):
            converted(put(tmp_path / "aid.md", AID), Path(name))


class TestInit:
    def test_what_is_made_is_told(self, tmp_path: Path) -> None:
        made = start_course(tmp_path / "course")
        assert [path.relative_to(tmp_path / "course").as_posix() for path in made] == [
            ".gitattributes",
            ".gitignore",
            "questions/tides.md",
            "questions/tides.txt",
            "quizgen.toml",
        ]
        assert start_course(tmp_path / "course") == ()
