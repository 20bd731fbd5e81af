"""What a build prints: versions, copies, sheets with support, cards, and all of it once more from a manifest."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from banks_to_build import course_in, inside, put
from pypdf import PdfReader

from quizgen.course import Course, bank_files
from quizgen.errors import DataError, MissingError, UsageError
from quizgen.paper.plan import CardsPlan, Look, Plan
from quizgen.paper.reprint.manifest_form import read_manifest
from quizgen.paper.sheets.sheet import Selection
from quizgen.paper.sheets.students import Student
from quizgen.publish.build import Built, Order, build
from quizgen.publish.marked import holds_drafts
from quizgen.publish.printing import NO_TYPST

SHEET, KEY, MANIFEST = "aid-worksheet.html", "aid-key.html", "aid-manifest.json"
CHOICES = "\n".join(
    f"## What is {n}? {{#q{n}}}\n- [x] right {n}\n- [ ] wrong {n}\n- [ ] other {n}\n- [ ] none {n}\n" for n in range(4)
)
AID = f"---\nid: test/aid\ntitle: Aid\n---\n\n{CHOICES}\n## Say {{{{a}}}}, {{{{b}}}} or {{{{c}}}}. {{#blanks}}\n"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    course = course_in(tmp_path)
    put(course.questions / "aid.md", AID)
    return course


def printed(course: Course, plan: Plan, *files: str, **order: object) -> Built:
    """The first bank of a build on paper alone, that of AID if no other is named."""
    named = [course.questions / file for file in files or ("aid.md",)]
    wanted = replace(Order(("paper",), plan), **order)
    return build(bank_files(named, course), course, course.output, wanted).banks[0]


def page(course: Course, name: str) -> str:
    return (course.output / name).read_text("utf-8")


def ids(html: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"Sheet (?:<[^>]*>)*([A-Z2-7]{8}(?:-S)?)", html)))


class TestVersions:
    def test_all_stand_in_one_file_and_one_key(self, course: Course) -> None:
        one = printed(course, Plan(versions=3))
        assert one.printed is not None
        assert (one.printed.versions, one.printed.copies, one.sheet) == (3, 3, 5)
        sheets = ids(page(course, SHEET))
        assert len(sheets) == 3
        assert all(sheet in page(course, KEY) for sheet in sheets)

    def test_copies_take_them_in_turn(self, course: Course) -> None:
        printed(course, Plan(versions=2, copies=5))
        assert len(re.findall("<h1", page(course, SHEET))) == 5
        assert [copy["version"] for copy in json.loads(page(course, MANIFEST))["copies"]] == [0, 1, 0, 1, 0]

    def test_each_student_gets_one(self, course: Course) -> None:
        students = (Student("Aiko"), Student("Boris", support=True), Student("Chloé", version="A"))
        one = printed(course, Plan(versions=2, students=students))
        sheet = page(course, SHEET)
        assert all(student.name in sheet for student in students)
        assert one.printed is not None
        assert one.printed.copies == 3
        assert not (course.output / "aid-worksheet-support.html").exists()
        assert sum(sheet_id.endswith("-S") for sheet_id in ids(sheet)) == 1

    def test_students_of_one_name_are_told(self, course: Course) -> None:
        one = printed(course, Plan(students=(Student("Aiko"), Student("Aiko"))))
        assert one.printed is not None
        assert any("Aiko" in remark for remark in one.printed.remarks)


class TestSupport:
    def test_a_second_sheet_which_the_same_key_serves(self, course: Course) -> None:
        printed(course, Plan(support=True))
        (plain,), (helped,) = ids(page(course, SHEET)), ids(page(course, "aid-worksheet-support.html"))
        assert helped == f"{plain}-S"
        assert plain in page(course, KEY)

    def test_words_to_choose_from(self, course: Course) -> None:
        printed(course, Plan(Selection(word_bank=True)))
        assert "Word bank" in page(course, SHEET)


class TestPlaces:
    def test_answers_that_all_stand_in_one_place_are_told(self, course: Course) -> None:
        one = printed(course, Plan())
        assert one.printed is not None
        assert [remark for remark in one.printed.remarks if "always the first" in remark]

    def test_a_seed_puts_them_elsewhere(self, course: Course) -> None:
        one = printed(course, Plan(Selection(seed="1")))
        assert one.printed is not None
        assert one.printed.remarks == ()


class TestReading:
    def test_it_stands_before_the_questions(self, course: Course) -> None:
        printed(course, Plan(reading=True), "unit 1/tides.md")
        sheet = (course.output / "unit 1" / "tides-worksheet.html").read_text("utf-8")
        assert sheet.index("Most coasts see the sea rise") < sheet.index("How many high tides")

    def test_without_an_article_nothing_is_made(self, course: Course) -> None:
        with pytest.raises(MissingError, match=r"aid\.md: the reading cannot be printed: the bank names none"):
            printed(course, Plan(reading=True))
        (course.questions / "unit 1" / "reading.txt").unlink()
        with pytest.raises(MissingError, match=r"the reading cannot be printed: reading\.txt is not there"):
            printed(course, Plan(reading=True), "unit 1/tides.md")
        assert not course.output.exists()


class TestFormats:
    def test_each_that_is_asked_for(self, course: Course) -> None:
        printed(course, Plan(formats=("html", "pdf", "csv", "json"), cards=CardsPlan(), support=True))
        parts = ("worksheet", "worksheet-support", "key", "cards")
        names = [f"aid-{part}.{form}" for part in parts for form in ("html", "pdf")]
        assert sorted(inside(course.output)) == sorted([*names, "aid-key.csv", "aid-key.json", MANIFEST, "index.html"])
        assert len(PdfReader(course.output / "aid-worksheet.pdf").pages) >= 1

    def test_sheets_of_an_earlier_build_are_told(self, course: Course) -> None:
        assert printed(course, Plan(formats=("html", "csv"), support=True)).stale == ()
        assert [path.name for path in printed(course, Plan()).stale] == ["aid-worksheet-support.html", "aid-key.csv"]

    def test_pages_are_made_without_typst_and_it_is_said(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("quizgen.publish.printing.has_typst", lambda: False)
        one = printed(course, Plan(Selection(seed="1"), formats=("html", "pdf")))
        assert one.printed is not None
        assert one.printed.remarks == (NO_TYPST,)
        assert sorted(inside(course.output)) == [KEY, MANIFEST, SHEET, "index.html"]

    def test_pdf_alone_cannot_be_made_without_typst(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("quizgen.publish.printing.has_typst", lambda: False)
        with pytest.raises(UsageError, match=r"pip install 'quizgen\[pdf\]', or ask for pages"):
            printed(course, Plan(formats=("pdf",)))
        assert not course.output.exists()


class TestCards:
    def test_they_are_those_of_the_questions_on_the_sheets(self, course: Course) -> None:
        printed(course, Plan(Selection(pick=2), cards=CardsPlan()))
        cards = page(course, "aid-cards.html")
        assert [f"What is {n}?" in cards for n in range(4)] == [
            f"What is {n}?" in page(course, SHEET) for n in range(4)
        ]

    def test_a_picture_that_typst_cannot_show_stops_nothing(self, course: Course) -> None:
        (course.questions / "map.avif").write_bytes(b"a picture")
        put(course.questions / "aid.md", AID.replace("{#q2}\n", "{#q2}\nimage: map.avif | a map\n"))
        one = printed(course, Plan(formats=("pdf",), cards=CardsPlan()))
        assert one.printed is not None
        assert any("map.avif" in remark for remark in one.printed.remarks)

    def test_a_word_of_warning_where_one_does_not_fit(self, course: Course) -> None:
        put(course.questions / "aid.md", AID.replace("What is 2?", "What is " + "so very long " * 400))
        one = printed(course, Plan(cards=CardsPlan("3x4")))
        assert one.printed is not None
        assert any("q2" in remark for remark in one.printed.remarks)


class TestReprint:
    PLAN = Plan(
        Selection(pick=4, seed="x", word_bank=True),
        Look("letter", "large"),
        versions=3,
        copies=4,
        support=True,
        formats=("html", "pdf", "csv", "json"),
        cards=CardsPlan("2x2"),
    )

    def again(self, course: Course, manifest: str) -> Built:
        read = read_manifest(manifest, MANIFEST)
        return printed(course, read.plan, again=read)

    def test_every_file_is_the_same_to_the_byte(self, course: Course) -> None:
        printed(course, self.PLAN)
        before = inside(course.output)
        shutil.rmtree(course.output)
        self.again(course, before[MANIFEST].decode())
        assert inside(course.output) == before

    def test_a_new_question_changes_nothing(self, course: Course) -> None:
        printed(course, Plan(versions=2))
        before = inside(course.output)
        put(course.questions / "aid.md", AID + "\n## New? {#new}\n= a\n")
        self.again(course, before[MANIFEST].decode())
        assert {name: inside(course.output)[name] for name in (SHEET, KEY)} == {
            name: before[name] for name in (SHEET, KEY)
        }

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("What is 2?", "Which is 2?"),
            ("- [x] right 2\n- [ ] wrong 2", "- [ ] right 2\n- [x] wrong 2"),
            ("- [ ] wrong 2\n- [ ] other 2", "- [ ] other 2\n- [ ] wrong 2"),
            ("{#q2}\n", "{#q2}\nstatus: draft\n"),
            ("{#q2}", "{#another}"),
        ],
    )
    def test_a_question_that_has_changed_is_refused_by_name(self, course: Course, old: str, new: str) -> None:
        printed(course, Plan(versions=2))
        before = inside(course.output)
        assert old in AID
        put(course.questions / "aid.md", AID.replace(old, new))
        with pytest.raises(DataError, match=r"aid\.md:\d+:1: question \{#q2\}"):
            self.again(course, before[MANIFEST].decode())
        assert inside(course.output) == before

    def test_drafts_that_were_taken_in_are_taken_in_again(self, course: Course) -> None:
        put(course.questions / "aid.md", AID.replace("{#q2}\n", "{#q2}\nstatus: draft\n"))
        printed(course, Plan(drafts=True), drafts=True)
        before = inside(course.output)
        shutil.rmtree(course.output)
        read = read_manifest(before[MANIFEST].decode(), MANIFEST)
        printed(course, read.plan, again=read, drafts=read.plan.drafts)
        assert inside(course.output) == before


def test_what_holds_drafts_says_so_itself(course: Course) -> None:
    """By that a later build knows, which finds it in the folder."""
    put(course.questions / "aid.md", AID.replace("{#q2}\n", "{#q2}\nstatus: draft\n"))
    plan = Plan(formats=("html", "pdf"), cards=CardsPlan())
    for drafts in (False, True):
        printed(course, plan, drafts=drafts)
        files = [file for file in course.output.glob("aid-*") if file.suffix in (".html", ".pdf")]
        assert len(files) == 6
        assert {holds_drafts(file) for file in files} == {drafts}
