"""What ``build`` does: read every bank, refuse what would reach a student wrong, make the outputs, link them."""

from __future__ import annotations

import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from banks_to_build import AID, TIDES, course_in, inside, put

from quizgen.article.read import read_article
from quizgen.article.seal import format_seal, make_seal
from quizgen.bank.parse import read_bank
from quizgen.course import Course, bank_files
from quizgen.errors import DataError, UsageError, WriteError
from quizgen.paper.plan import Look, Plan
from quizgen.paper.sheets.sheet import Selection, make_sheet
from quizgen.publish.build import Built, Order, build

NAMES = [
    f"{name}{ending}"
    for name in ("aid", "unit 1/tides")
    for ending in ("-key.html", "-manifest.json", "-worksheet.html", ".apkg")
]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return course_in(tmp_path)


def built(course: Course, order: Order | None = None, *files: Path) -> tuple[Built, ...]:
    return build(bank_files(files, course), course, course.output, order or Order()).banks


def pages_in(folder: Path) -> dict[str, bytes]:
    """What a build made, but for the manifests, which also keep what was asked for."""
    return {name: data for name, data in inside(folder).items() if not name.endswith("-manifest.json")}


class TestOutputs:
    def test_they_are_called_like_their_banks(self, course: Course) -> None:
        done = built(course)
        assert sorted(inside(course.output)) == sorted([*NAMES, "index.html"])
        assert [one.name for one in done] == ["aid", "unit 1/tides"]
        assert [path.relative_to(course.output).as_posix() for one in done for path in one.files] == [
            f"{name}{ending}"
            for name in ("aid", "unit 1/tides")
            for ending in (".apkg", "-worksheet.html", "-key.html", "-manifest.json")
        ]

    def test_what_was_made_is_told(self, course: Course) -> None:
        aid, tides = built(course)
        assert (aid.bank.id, aid.file, aid.drafts, aid.cards, aid.sheet, aid.stamps) == (
            "test/aid",
            "questions/aid.md",
            0,
            3,
            3,
            (),
        )
        assert (tides.file, tides.drafts, tides.cards, tides.sheet) == ("questions/unit 1/tides.md", 1, 2, 2)

    def test_a_bank_outside_a_course_is_called_by_its_own_name(self, tmp_path: Path) -> None:
        path = put(tmp_path / "somewhere" / "aid.md", AID)
        (one,) = build([path], None, tmp_path / "out", Order()).banks
        assert (one.name, one.file) == ("aid", "aid.md")
        assert sorted(inside(tmp_path / "out")) == [
            "aid-key.html",
            "aid-manifest.json",
            "aid-worksheet.html",
            "aid.apkg",
            "index.html",
        ]

    def test_a_bank_from_elsewhere_may_be_built_into_a_course(self, course: Course, tmp_path: Path) -> None:
        path = put(tmp_path / "elsewhere" / "b.md", AID)
        (one,) = built(course, None, path)
        assert (one.name, one.file) == ("b", "elsewhere/b.md")

    def test_only_what_is_asked_for(self, course: Course) -> None:
        built(course, Order(only=("anki",)))
        assert sorted(inside(course.output)) == ["aid.apkg", "index.html", "unit 1/tides.apkg"]
        (course.output / "aid.apkg").unlink()
        built(course, Order(only=("paper",)))
        assert "aid.apkg" not in inside(course.output)
        assert "aid-key.html" in inside(course.output)

    def test_drafts_reach_no_output(self, course: Course) -> None:
        built(course)
        for name, data in inside(course.output).items():
            assert b"Still a draft" not in data, name
        with zipfile.ZipFile(course.output / "unit 1" / "tides.apkg") as package:
            assert all(b"Still a draft" not in package.read(name) for name in package.namelist())

    def test_a_bank_of_drafts_alone_makes_nothing(self, course: Course) -> None:
        put(course.questions / "aid.md", "---\nid: test/aid\ntitle: Aid\n---\n\n## Who?\n= a\nstatus: draft\n")
        aid, _ = built(course)
        assert (aid.files, aid.drafts, aid.sheet) == ((), 1, None)
        assert not [name for name in inside(course.output) if name.startswith("aid")]

    def test_an_unchanged_build_writes_the_same_bytes(self, course: Course) -> None:
        built(course)
        before = inside(course.output)
        stamps = {path: path.stat().st_mtime_ns for path in course.output.rglob("*")}
        built(course)
        assert inside(course.output) == before
        assert {path: path.stat().st_mtime_ns for path in course.output.rglob("*")} == stamps
        for path in course.output.rglob("*.*"):
            path.unlink()
        built(course)
        assert inside(course.output) == before

    def test_the_same_banks_elsewhere_make_the_same_bytes(
        self, course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Neither a path nor the time of the build is in any output; the time of the last change is, in a deck."""
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        other = course_in(tmp_path / "another place")
        built(course)
        built(other)
        assert inside(course.output) == inside(other.output)
        pages = b"".join(data for name, data in inside(course.output).items() if name.endswith(".html"))
        assert str(tmp_path).encode() not in pages


class TestTemplates:
    def test_a_course_may_have_its_own(self, course: Course) -> None:
        put(course.root / "templates" / "index" / "index.css", "/* mine */")
        built(course)
        assert "/* mine */" in (course.output / "index.html").read_text("utf-8")


class TestRefusals:
    """Everything is read, checked and made before anything is written."""

    def refused(self, course: Course, order: Order | None = None, *, error: type[Exception] = DataError) -> list[str]:
        with pytest.raises(error) as caught:
            built(course, order)
        assert not course.output.exists()
        return str(caught.value).replace(f"{course.root}/", "").split("\n")

    def test_every_problem_of_every_bank(self, course: Course) -> None:
        put(course.questions / "aid.md", f"{AID}\n## No answer\n")
        put(course.questions / "unit 1" / "tides.md", TIDES.replace("> two high tides", "> two low tides"))
        put(course.questions / "z.md", "")
        problems = self.refused(course)
        assert [problem.split(": ")[0].rpartition(":")[0] for problem in problems] == [
            "questions/aid.md:19",
            "questions/unit 1/tides.md:13",
            "questions/z.md:1",
        ]
        assert problems[1].endswith(": question {#how-many}: this quote is not in reading.txt; copy the words exactly")

    def test_a_question_without_an_id_is_named_by_its_first_words(self, course: Course) -> None:
        question = f"## What is *shown* on this map of all the bays {'and capes ' * 9}?\n= a\nimage: none.png | A map\n"
        put(course.questions / "aid.md", f"{AID}\n{question}")
        (problem,) = self.refused(course)
        assert ': question "What is shown on this map of all the ba…": none.png: there is no such file' in problem

    def test_what_is_wrong_with_a_file_is_said_once(self, course: Course) -> None:
        put(course.questions / "aid.md", f"{AID}image: ../x.png | A map\naudio: x.txt | A sound\n")
        problems = self.refused(course)
        assert [problem.split(": ")[0] for problem in problems] == ["questions/aid.md:18:8", "questions/aid.md:19:8"]

    def test_a_quote_of_a_draft_is_not_looked_for(self, course: Course) -> None:
        assert "words that stand nowhere" in TIDES
        built(course)

    def test_an_article_that_cannot_be_read(self, course: Course) -> None:
        (course.questions / "unit 1" / "reading.txt").write_bytes(b"\xff\xfe")
        assert "reading.txt" in self.refused(course)[0]

    def test_two_banks_with_one_id(self, course: Course) -> None:
        put(course.questions / "b.md", AID)
        (problem,) = self.refused(course)
        assert problem == 'questions/b.md:1:1: the id "test/aid" is that of questions/aid.md, too; change one'

    def test_two_banks_with_one_name(self, course: Course, tmp_path: Path) -> None:
        other = put(tmp_path / "elsewhere" / "AID.md", AID.replace("test/aid", "test/other"))
        with pytest.raises(DataError, match='the name "aid" is that of'):
            built(course, None, course.questions / "aid.md", other)

    def test_nothing_approved_anywhere(self, course: Course) -> None:
        draft = "---\nid: {}\ntitle: A\n---\n\n## Who?\n= a\nstatus: draft\n"
        put(course.questions / "aid.md", draft.format("a"))
        put(course.questions / "unit 1" / "tides.md", draft.format("b"))
        lines = self.refused(course, error=UsageError)
        assert [line.split(":")[0] for line in lines] == ["questions/aid.md", "questions/unit 1/tides.md"]
        assert all('0 approved, 1 draft: take out "status: draft"' in line for line in lines)

    def test_pictures_that_are_not_there_in_every_bank(self, course: Course) -> None:
        picture = "\n## What? {#what}\n= a\nimage: none.png | A map\n"
        for path in bank_files((), course):
            put(path, path.read_text("utf-8") + picture)
        problems = self.refused(course)
        assert [problem.split(":")[0] for problem in problems] == ["questions/aid.md", "questions/unit 1/tides.md"]

    def test_a_fault_without_a_place_stops_at_once(self, course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
        def fails(*_: object) -> None:
            raise DataError("no place")

        monkeypatch.setattr("quizgen.publish.build.make", fails)
        assert self.refused(course) == ["no place"]

    def test_an_error_leaves_what_an_earlier_build_made(self, course: Course) -> None:
        built(course)
        before = inside(course.output)
        put(course.questions / "unit 1" / "tides.md", f"{TIDES}\n## No answer\n")
        put(course.questions / "aid.md", AID.replace("How much?", "How much was it?"))
        with pytest.raises(DataError):
            built(course)
        assert inside(course.output) == before


class TestChecks:
    """Of what check finds, a build refuses only what would reach a student wrong; the rest is counted."""

    def test_what_is_found_besides_is_counted(self, course: Course) -> None:
        put(course.questions / "bell.mp3", "x")
        sound = "\n## What rings? {#bell}\n= a b\u202dell\naudio: bell.mp3\n"
        put(course.questions / "aid.md", AID + sound)
        aid, _ = built(course)
        assert (aid.errors, aid.warnings) == (1, 1)
        allowed = "allow: sound-on-paper because it is played\nallow: control-character because it is asked\n"
        put(course.questions / "aid.md", AID + sound + allowed)
        aid, _ = built(course)
        assert (aid.errors, aid.warnings) == (0, 0)

    def test_what_is_allowed_is_built(self, course: Course) -> None:
        quote = "> two low tides in about a day"
        allowed = f"{quote}\nallow: quote-not-found because the second edition says so"
        text = TIDES.replace("= 2 | two\n> two high tides in about a day", f"= 2 | two\n{allowed}")
        put(course.questions / "unit 1" / "tides.md", text)
        _, tides = built(course)
        assert tides.unchecked == 0
        assert "two low tides" in inside(course.output)["unit 1/tides-key.html"].decode().replace(
            "</mark>", ""
        ).replace("<mark>", "")

    def test_a_draft_refuses_nothing_until_it_is_included(self, course: Course) -> None:
        picture = "\n## What? {#what}\n= a\nimage: none.png | A map\nstatus: draft\n"
        put(course.questions / "aid.md", AID + picture)
        built(course)
        with pytest.raises(DataError, match=r"aid\.md:21:8: question \{#what\}: none\.png"):
            built(course, Order(drafts=True))


DRAFTS = AID.replace("= $100 million\n", "= $100 million\nstatus: draft\n")


class TestDrafts:
    @pytest.fixture(autouse=True)
    def two_drafts(self, course: Course) -> None:
        put(course.questions / "aid.md", DRAFTS)
        text = TIDES.replace("> words that stand nowhere", "> there are no such words").replace("= no", "= far")
        put(course.questions / "unit 1" / "tides.md", text.replace("> there are no such words", "> it is far away"))

    def pages(self, course: Course) -> dict[str, str]:
        return {name: data.decode() for name, data in inside(course.output).items() if name.endswith(".html")}

    def test_they_are_taken_in_and_counted(self, course: Course) -> None:
        left_out = built(course)
        assert [(one.drafts, one.included, one.cards, one.sheet) for one in left_out] == [(1, 0, 2, 2), (1, 0, 2, 2)]
        taken_in = built(course, Order(drafts=True))
        assert [(one.drafts, one.included, one.cards, one.sheet) for one in taken_in] == [(0, 1, 3, 3), (0, 1, 3, 3)]

    def test_every_page_that_has_one_is_marked(self, course: Course) -> None:
        built(course)
        assert not [name for name, page in self.pages(course).items() if "DRAFT" in page]
        built(course, Order(drafts=True))
        marked = [name for name, page in self.pages(course).items() if "DRAFT" in page]
        assert marked == sorted([*(name for name in NAMES if name.endswith("html")), "index.html"])

    def test_a_sheet_without_one_is_not(self, course: Course) -> None:
        built(course, Order(drafts=True, plan=Plan(Selection(topics=("names",)))))
        assert 'class="draft"' in self.pages(course)["unit 1/tides-worksheet.html"]
        put(course.questions / "unit 1" / "tides.md", TIDES.partition("## Still")[0])
        built(course, Order(drafts=True))
        assert not [name for name, page in self.pages(course).items() if "tides" in name and "DRAFT" in page]

    def test_a_bank_without_drafts_is_built_as_ever(self, course: Course) -> None:
        for path in bank_files((), course):
            put(path, path.read_text("utf-8").replace("status: draft\n", ""))
        built(course)
        before = inside(course.output)
        built(course, Order(drafts=True))
        assert inside(course.output) == before

    def test_a_bank_of_drafts_alone_is_built(self, course: Course) -> None:
        put(course.questions / "aid.md", "---\nid: test/aid\ntitle: Aid\n---\n\n## Who?\n= a\nstatus: draft\n")
        aid, _ = built(course, Order(drafts=True))
        assert (len(aid.files), aid.included, [stamp.id for stamp in aid.stamps]) == (4, 1, ["who"])
        assert "DRAFT" in self.pages(course)["aid-worksheet.html"]

    def test_the_index_says_so(self, course: Course) -> None:
        built(course, Order(drafts=True))
        said = " ".join(Page(self.pages(course)["index.html"]).text.split())
        assert "3 questions, 1 draft among them, marked DRAFT" in said

    def test_the_bank_stays_as_it_is(self, course: Course) -> None:
        built(course, Order(drafts=True))
        assert (course.questions / "aid.md").read_text("utf-8") == DRAFTS

    def test_the_key_fits_the_sheet_before_and_after_they_are_approved(self, course: Course) -> None:
        built(course, Order(drafts=True))
        bank = read_bank(put(course.questions / "aid.md", AID))
        assert f"Sheet {make_sheet(bank).id}" in self.pages(course)["aid-key.html"]


class TestIds:
    def test_they_are_stamped_and_told(self, course: Course) -> None:
        put(course.questions / "aid.md", AID.replace(" {#which}", ""))
        aid, _ = built(course)
        (stamp,) = aid.stamps
        assert stamp.line == 11
        assert f"## Which? {{#{stamp.id}}}" in (course.questions / "aid.md").read_text("utf-8")
        assert all(question.id for question in aid.bank.questions)

    def test_frozen_forbids_it_and_names_every_question(self, course: Course) -> None:
        bare = AID.replace(" {#which}", "").replace(" {#why}", "")
        put(course.questions / "aid.md", bare)
        with pytest.raises(DataError) as caught:
            built(course, Order(frozen=True))
        assert [problem.line for problem in caught.value.problems] == [11, 16]
        assert (course.questions / "aid.md").read_text("utf-8") == bare
        assert not course.output.exists()

    def test_frozen_builds_where_every_question_has_one(self, course: Course) -> None:
        built(course)
        (course.output / "aid.apkg").unlink()
        built(course, Order(frozen=True))
        assert "aid.apkg" in inside(course.output)


class TestSheets:
    def sheet(self, course: Course, name: str = "aid") -> str:
        return (course.output / f"{name}-worksheet.html").read_text("utf-8")

    def test_a_pick_shortens_every_sheet(self, course: Course) -> None:
        assert [one.sheet for one in built(course, Order(plan=Plan(Selection(1))))] == [1, 1]

    def test_a_pick_larger_than_a_bank_takes_all(self, course: Course) -> None:
        assert [one.sheet for one in built(course, Order(plan=Plan(Selection(3))))] == [3, 2]
        whole = pages_in(course.output)
        built(course)
        assert pages_in(course.output) == whole

    def test_a_topic_is_that_of_the_banks_that_have_it(self, course: Course) -> None:
        done = built(course, Order(plan=Plan(Selection(topics=("causes",)))))
        assert [one.sheet for one in done] == [None, 1]
        assert sorted(inside(course.output)) == [
            "aid.apkg",
            "index.html",
            "unit 1/tides-key.html",
            "unit 1/tides-manifest.json",
            "unit 1/tides-worksheet.html",
            "unit 1/tides.apkg",
        ]
        assert "How many high tides" in self.sheet(course, "unit 1/tides")

    def test_topics_of_several_banks(self, course: Course) -> None:
        assert [one.sheet for one in built(course, Order(plan=Plan(Selection(2, ("Money", "names")))))] == [2, 1]

    def test_an_unknown_topic_is_refused_before_anything_is_written(self, course: Course) -> None:
        with pytest.raises(UsageError, match='there is no topic "cause"'):
            built(course, Order(plan=Plan(Selection(topics=("money", "cause")))))
        assert not course.output.exists()

    def test_a_bank_whose_part_of_a_topic_is_drafts_makes_no_sheet(self, course: Course) -> None:
        put(course.questions / "aid.md", f"{AID}\n# Names {{#names}}\n\n## Who? {{#who}}\n= a\nstatus: draft\n")
        assert [one.sheet for one in built(course, Order(plan=Plan(Selection(topics=("names",)))))] == [None, 1]

    def test_a_topic_of_drafts_alone_is_refused(self, course: Course) -> None:
        put(course.questions / "aid.md", f"{AID}\n# Later {{#later}}\n\n## Who? {{#who}}\n= a\nstatus: draft\n")
        with pytest.raises(UsageError, match="0 approved, 1 draft"):
            built(course, Order(plan=Plan(Selection(topics=("later",)))))

    def test_the_size_of_the_paper(self, course: Course) -> None:
        built(course, Order(plan=Plan(look=Look("letter"))))
        letter = self.sheet(course)
        built(course, Order(plan=Plan(look=Look("a4"))))
        assert self.sheet(course) != letter


class TestPlaces:
    def key(self, course: Course) -> str:
        built(course)
        return (course.output / "unit 1" / "tides-key.html").read_text("utf-8")

    def test_quotes_stand_in_the_article(self, course: Course) -> None:
        assert "¶ 1, sentence 2" in self.key(course)

    def test_or_in_the_seal(self, course: Course) -> None:
        path = course.questions / "unit 1" / "reading.txt"
        with_article = self.key(course)
        seal, _ = make_seal(read_article(path), ["two high tides in about a day", "These are called spring tides"])
        put(path.with_name("tides.seal.json"), format_seal(seal))
        path.unlink()
        assert self.key(course) == with_article

    def test_or_nowhere_and_the_words_are_there_all_the_same(self, course: Course) -> None:
        (course.questions / "unit 1" / "reading.txt").unlink()
        key = self.key(course)
        assert [one.unchecked for one in built(course)] == [0, 2]
        assert "¶" not in key
        assert "high tides in about a day" in key


def test_progress_is_told_bank_by_bank(course: Course) -> None:
    told: list[tuple[int, int, str]] = []
    build(bank_files((), course), course, course.output, Order(), lambda *step: told.append(step))
    assert told == [(0, 2, "aid"), (1, 2, "unit 1/tides"), (2, 2, "")]


class Page(HTMLParser):
    """The tags of a page, each closed, and its links."""

    VOID = frozenset({"meta", "br", "img", "hr", "link", "input"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


class TestIndex:
    def page(self, course: Course, order: Order | None = None) -> Page:
        built(course, order)
        return Page((course.output / "index.html").read_text("utf-8"))

    def test_it_is_a_whole_page_that_needs_no_network(self, course: Course) -> None:
        page = self.page(course)
        text = (course.output / "index.html").read_text("utf-8")
        assert text.startswith("<!doctype html>\n<html lang=")
        assert page.open == []
        assert not {"script", "link", "iframe", "img"} & set(page.tags)
        assert "http" not in text
        assert "url(" not in text
        assert "@import" not in text

    def test_every_link_leads_to_a_file(self, course: Course) -> None:
        page = self.page(course)
        assert sorted(map(unquote, page.links)) == sorted(name for name in NAMES if not name.endswith("-manifest.json"))
        assert all((course.output / unquote(link)).is_file() for link in page.links)
        assert all(" " not in link for link in page.links)

    def test_what_the_banks_say_is_text(self, course: Course) -> None:
        page = self.page(course)
        assert "Tides & seas" in page.text
        assert "About <tides>." in page.text
        assert "from A. Writer" in page.text

    def test_questions_and_drafts_are_counted(self, course: Course) -> None:
        said = " ".join(self.page(course).text.split())
        assert "2 banks, 5 questions" in said
        assert "2 questions and 1 draft left out" in said

    def test_one_bank_one_question(self, tmp_path: Path) -> None:
        path = put(tmp_path / "a.md", "---\nid: a\ntitle: A\n---\n\n## Who? {#who}\n= a\n")
        build([path], None, tmp_path / "out", Order())
        said = " ".join(Page((tmp_path / "out" / "index.html").read_text("utf-8")).text.split())
        assert "1 bank, 1 question." in said
        assert "1 question Anki deck" in said

    def test_the_command_of_a_self_test_can_be_copied(self, course: Course) -> None:
        page = self.page(course)
        assert "quizgen quiz questions/aid.md" in page.text
        assert 'quizgen quiz "questions/unit 1/tides.md"' in page.text

    def test_links_of_an_earlier_build_stay(self, course: Course) -> None:
        self.page(course)
        assert len(self.page(course, Order(only=("paper",))).links) == 6

    def test_a_build_of_one_bank_keeps_the_others_in_the_index(self, course: Course) -> None:
        before = self.page(course)
        built(course, None, course.questions / "aid.md")
        assert Page((course.output / "index.html").read_text("utf-8")).links == before.links
        put(course.questions / "unit 1" / "tides.md", "no bank")
        built(course, None, course.questions / "aid.md")
        assert len(Page((course.output / "index.html").read_text("utf-8")).links) == 3

    def test_drafts_of_an_earlier_build_stay_marked(self, course: Course) -> None:
        aid = put(course.questions / "aid.md", DRAFTS)
        for only in (("anki",), ("paper",)):
            built(course, Order(only=only, drafts=True), aid)
            built(course, Order(only=only), course.questions / "unit 1" / "tides.md")
            text = " ".join((course.output / "index.html").read_text("utf-8").split())
            assert 'Aid <span class="draft">draft</span>' in text
            assert "2 questions and 1 draft left out; an earlier build took drafts in, marked DRAFT" in text
            built(course, Order(only=only), aid)
            assert "DRAFT" not in (course.output / "index.html").read_text("utf-8")

    def test_a_deck_of_an_earlier_build_that_is_damaged_is_linked_as_it_is(self, course: Course) -> None:
        built(course)
        deck = course.output / "aid.apkg"
        whole = deck.read_bytes()
        for start in range(40, len(whole) // 2, 997):
            deck.write_bytes(whole[:start] + bytes(40) + whole[start + 40 :])
            built(course, None, course.questions / "unit 1" / "tides.md")
            assert "aid.apkg" in (course.output / "index.html").read_text("utf-8")

    def test_a_bank_of_drafts_alone_stays_linked_as_such(self, course: Course) -> None:
        aid = put(course.questions / "aid.md", "---\nid: test/aid\ntitle: Aid\n---\n\n## Who?\n= a\nstatus: draft\n")
        built(course, Order(drafts=True), aid)
        built(course, None, course.questions / "unit 1" / "tides.md")
        assert (
            len([link for link in Page((course.output / "index.html").read_text("utf-8")).links if "aid" in link]) == 3
        )

    def test_what_is_a_draft_again_is_not_linked(self, course: Course) -> None:
        self.page(course)
        put(course.questions / "aid.md", "---\nid: test/aid\ntitle: Aid\n---\n\n## Who?\n= a\nstatus: draft\n")
        assert not [link for link in self.page(course).links if link.startswith("aid")]


def test_no_new_sheet_stands_beside_an_old_key(course: Course) -> None:
    built(course)
    before = inside(course.output)
    (course.output / "aid-key.html").unlink()
    (course.output / "aid-key.html").mkdir()
    put(course.questions / "aid.md", AID.replace("How much?", "How much was it?"))
    with pytest.raises(WriteError, match=r"aid-key\.html: cannot be written: a folder stands there"):
        built(course)
    after = inside(course.output)
    assert {name: before[name] for name in after} == after
