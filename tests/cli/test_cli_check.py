"""``quizgen check``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Command

READING = "The sea rises twice a day.\n\nThe pull of the Moon is the main cause of the tides, and the Sun helps.\n"
FRONT = "---\nid: science/tides\ntitle: Tides\narticle: tides.txt\n---\n\n"
SOUND = """## What is the main cause of the tides? {#cause}
= the Moon
> The pull of the Moon is the main cause
"""
CHANGED = SOUND.replace("main cause\n", "chief cause\n")
STYLE = """
## Which of these helps the Moon with the tides? {#helps}
- [x] the Sun
  > the Sun helps
- [ ] the wind
- [ ] all of the above
"""
NEGATIVE = """
## Which of these does not make tides? {#makes-none}
- [x] the wind
  > the Sun helps
- [ ] the Moon
- [ ] the Sun
"""
NUMBERS = """
## How often does the sea rise in a week? {#rises}
- [ ] 28 times
- [ ] 7 times
- [x] 14 times
  > twice a day
"""


@pytest.fixture
def tides(folder: Path) -> Path:
    """A bank without a fault, with its reading beside it."""
    (folder / "tides.txt").write_text(READING, "utf-8")
    return write(folder, SOUND)


def write(folder: Path, questions: str) -> Path:
    path = folder / "tides.md"
    path.write_text(FRONT + questions, "utf-8")
    return path


class TestReport:
    def test_nothing_to_mend_is_said(self, quizgen: Command, tides: Path) -> None:
        run = quizgen("check", tides)
        assert (run.code, run.err) == (0, "")
        assert run.out.startswith("1 bank, 1 question: nothing to mend\n")

    def test_a_finding_stands_with_its_line_and_a_caret(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, CHANGED)
        run = quizgen("check", "tides.md")
        assert run.code == 1
        head, line, caret, *more = run.out.split("\n\n")[0].split("\n")
        assert head.startswith("tides.md:9:")
        assert " error: " in head
        assert head.endswith(" [quote-not-found]")
        assert line == "  9 | > The pull of the Moon is the chief cause"
        assert line[caret.index("^") : caret.rindex("^") + 1] == "chief"
        assert [text.strip() for text in more] == [
            "the nearest words, ¶ 1, sentence 1:",
            "the article: The pull of the Moon is the [main] cause",
            "this quote:  The pull of the Moon is the [chief] cause",
        ]

    def test_the_end_counts_and_says_where_to_learn_more(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, CHANGED + STYLE + NEGATIVE)
        run = quizgen("check", "tides.md")
        assert "1 bank, 3 questions: 2 errors and 1 warning\n" in run.out
        assert "quizgen check --explain quote-not-found" in run.out

    def test_the_share_of_the_reading_that_is_quoted_is_said(self, quizgen: Command, tides: Path) -> None:
        assert "tides.txt" in quizgen("check", tides).out
        assert " % " in quizgen("check", tides).out

    def test_every_bank_of_the_course_is_checked_without_a_name(self, quizgen: Command, course: Path) -> None:
        run = quizgen("check")
        assert run.code == 0
        assert "nothing to mend" in run.out


class TestExitCode:
    @pytest.mark.parametrize(
        ("questions", "fail_on", "code"),
        [
            (SOUND, "error", 0),
            (SOUND, "warning", 0),
            (SOUND + NEGATIVE, "error", 0),
            (SOUND + NEGATIVE, "warning", 1),
            (SOUND + STYLE, "error", 1),
            (SOUND + STYLE, "never", 0),
        ],
    )
    def test_it_is_1_from_the_level_asked_for(
        self, quizgen: Command, tides: Path, questions: str, fail_on: str, code: int
    ) -> None:
        write(tides.parent, questions)
        assert quizgen("check", "tides.md", "--fail-on", fail_on).code == code

    def test_an_unknown_level_is_refused(self, quizgen: Command, tides: Path) -> None:
        run = quizgen("check", tides, "--fail-on", "sometimes")
        assert run.code == 2
        assert "error, warning or never" in run.err

    def test_a_file_that_is_no_bank_is_65_and_the_others_are_checked(self, quizgen: Command, tides: Path) -> None:
        (tides.parent / "broken.md").write_text("---\nid: b\n---\n\n## Who?\n", "utf-8")
        write(tides.parent, CHANGED)
        run = quizgen("check", "broken.md", "tides.md")
        assert run.code == 65
        assert "broken.md:" in run.out
        assert "[format]" in run.out
        assert "[quote-not-found]" in run.out

    @pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"# no bank\n"])
    def test_empty_and_foreign_files_are_65(self, quizgen: Command, folder: Path, data: bytes) -> None:
        (folder / "a.md").write_bytes(data)
        assert quizgen("check", "a.md").code == 65

    def test_a_missing_file_is_66(self, quizgen: Command, folder: Path) -> None:
        run = quizgen("check", "nothing.md")
        assert run.code == 66
        assert "there is no such file" in run.err

    def test_a_reading_that_cannot_be_read_is_said_at_the_reading(self, quizgen: Command, tides: Path) -> None:
        (tides.parent / "tides.txt").write_bytes(b"\xff\xff")
        run = quizgen("check", "tides.md")
        assert run.code == 65
        assert run.out.startswith("tides.txt:1:1: error: ")


class TestMachines:
    def test_json_is_a_list_of_findings(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, CHANGED + NEGATIVE)
        run = quizgen("check", "tides.md", "--json")
        found = json.loads(run.out)
        assert run.code == 1
        assert [list(one) for one in found] == [["file", "line", "column", "rule", "severity", "message"]] * 2
        assert [(one["file"], one["line"], one["rule"], one["severity"]) for one in found] == [
            ("tides.md", 9, "quote-not-found", "error"),
            ("tides.md", 11, "negative-stem", "warning"),
        ]

    def test_json_of_a_sound_bank_is_an_empty_list(self, quizgen: Command, tides: Path) -> None:
        assert json.loads(quizgen("check", tides, "--json").out) == []

    def test_json_holds_what_makes_a_file_no_bank(self, quizgen: Command, folder: Path) -> None:
        (folder / "a.md").write_text("---\nid: a\ntitle: A\n---\n\n## Who?\n", "utf-8")
        run = quizgen("check", "a.md", "--json")
        assert run.code == 65
        (one,) = json.loads(run.out)
        assert (one["rule"], one["severity"], one["line"]) == ("format", "error", 6)

    def test_github_gets_an_annotation_for_each_finding(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, CHANGED + NEGATIVE)
        run = quizgen("check", "tides.md", "--github")
        first, second = run.out.splitlines()
        assert first.startswith("::error file=tides.md,line=9,col=")
        assert second.startswith("::warning file=tides.md,line=11,col=")

    def test_github_gets_paths_from_the_top_of_the_repository(
        self, quizgen: Command, tides: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        course = tides.parent / "my course"
        course.mkdir()
        (course / "changed.md").write_text(FRONT.replace("tides.txt", "../tides.txt") + CHANGED, "utf-8")
        monkeypatch.chdir(course)
        assert "file=changed.md," in quizgen("check", "changed.md", "--github").out
        (tides.parent / ".git").mkdir()
        assert "file=my course/changed.md," in quizgen("check", "changed.md", "--github").out

    @pytest.mark.parametrize("other", [["--json"], ["--blueprint"], ["--page", "page.html"]])
    def test_two_forms_of_output_at_a_time_are_refused(self, quizgen: Command, tides: Path, other: list[str]) -> None:
        run = quizgen("check", "tides.md", "--github", *other)
        assert (run.code, run.out) == (2, "")
        assert other[0] in run.err
        assert not (tides.parent / "page.html").exists()


class TestIds:
    def test_two_banks_of_one_id_are_found_before_a_build_refuses_them(self, quizgen: Command, tides: Path) -> None:
        (tides.parent / "copy.md").write_text(tides.read_text("utf-8"), "utf-8")
        run = quizgen("check", "tides.md", "copy.md", "--json")
        (one,) = json.loads(run.out)
        assert run.code == 1
        assert (one["file"], one["line"], one["column"], one["rule"]) == ("copy.md", 2, 1, "format")
        assert one["message"] == 'the id "science/tides" is that of tides.md, too; change one'
        assert quizgen("build", "tides.md", "copy.md").code == 65
        assert quizgen("check", "tides.md", "tides.md").code == 0


class TestRules:
    def test_only_one_rule_is_looked_for(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, CHANGED + STYLE + NEGATIVE)
        run = quizgen("check", "tides.md", "--json", "--only", "negative-stem")
        assert [one["rule"] for one in json.loads(run.out)] == ["negative-stem"]
        run = quizgen("check", "tides.md", "--json", "--only", "negative-stem,quote-not-found")
        assert len(json.loads(run.out)) == 2

    def test_what_is_off_is_looked_for_when_it_is_asked_for(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, SOUND.replace(" {#cause}", ""))
        assert json.loads(quizgen("check", "tides.md", "--json").out) == []
        assert [one["rule"] for one in json.loads(quizgen("check", "tides.md", "--json", "--all").out)] == ["no-id"]

    @pytest.mark.parametrize("option", ["--only", "--explain"])
    def test_an_unknown_rule_gets_a_hint(self, quizgen: Command, tides: Path, option: str) -> None:
        run = quizgen("check", tides, option, "negativ-stem")
        assert run.code == 2
        assert 'did you mean "negative-stem"?' in run.err

    def test_a_rule_is_explained(self, quizgen: Command, folder: Path) -> None:
        run = quizgen("check", "--explain", "all-of-the-above")
        assert run.code == 0
        for words in (
            "all-of-the-above (error)",
            "Source: ",
            "Found in:",
            "Not in:",
            "allow: all-of-the-above because",
        ):
            assert words in run.out

    def test_what_stands_for_a_rule_where_a_file_is_no_bank_is_explained_too(
        self, quizgen: Command, folder: Path
    ) -> None:
        (folder / "a.md").write_text("# no bank\n", "utf-8")
        run = quizgen("check", "a.md")
        assert "[format]" in run.out
        assert "--explain" not in run.out
        run = quizgen("check", "--explain", "format")
        assert run.code == 0
        assert "what to do" in run.out

    def test_the_rules_are_listed(self, quizgen: Command, folder: Path) -> None:
        run = quizgen("check", "--rules")
        assert run.code == 0
        for name in ("quote-not-found", "near-duplicate", "absolute-terms", "unused-allow"):
            assert f"\n{name} " in f"\n{run.out}"

    def test_an_allowed_finding_is_no_finding(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, f"{SOUND}{NEGATIVE}allow: negative-stem because the odd one is asked\n")
        assert quizgen("check", "tides.md", "--fail-on", "warning").code == 0


class TestFix:
    def test_ids_and_the_order_of_numbers_are_mended(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, SOUND.replace(" {#cause}", "") + NUMBERS)
        run = quizgen("check", "tides.md", "--fix")
        assert run.code == 0
        assert tides.read_text("utf-8") == FRONT + SOUND.replace("{#cause}", "{#main-cause-tides}") + (
            "\n## How often does the sea rise in a week? {#rises}\n"
            "- [ ] 7 times\n- [x] 14 times\n  > twice a day\n- [ ] 28 times\n"
        )
        assert run.out.count("mended") == 2

    def test_only_what_the_rules_asked_for_find_is_mended(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, SOUND.replace(" {#cause}", "") + NUMBERS)
        before = tides.read_bytes()
        assert "mended" not in quizgen("check", "tides.md", "--fix", "--only", "negative-stem").out
        assert tides.read_bytes() == before
        assert quizgen("check", "tides.md", "--fix", "--only", "numbers-unordered").out.count("mended") == 1
        assert "{#main-cause-tides}" not in tides.read_text("utf-8")

    def test_what_a_machine_reads_stays_json(self, quizgen: Command, tides: Path) -> None:
        write(tides.parent, SOUND + NUMBERS)
        run = quizgen("check", "tides.md", "--fix", "--json")
        assert json.loads(run.out) == []
        assert "mended" in run.err

    def test_a_file_that_is_no_bank_stays_as_it_is(self, quizgen: Command, folder: Path) -> None:
        (folder / "a.md").write_text("## Who?\n", "utf-8")
        assert quizgen("check", "a.md", "--fix").code == 65
        assert (folder / "a.md").read_text("utf-8") == "## Who?\n"


class TestReading:
    def test_without_the_reading_the_seal_stands_for_it(self, quizgen: Command, tides: Path) -> None:
        assert quizgen("seal", tides).code == 0
        (tides.parent / "tides.txt").unlink()
        assert quizgen("check", "tides.md").code == 0
        write(tides.parent, CHANGED)
        found = json.loads(quizgen("check", "tides.md", "--json").out)
        assert [(one["line"], one["rule"]) for one in found] == [(9, "needs-article")]
        assert "needs the article" in found[0]["message"]

    def test_without_reading_and_seal_that_is_said_once(self, quizgen: Command, tides: Path) -> None:
        (tides.parent / "tides.txt").unlink()
        found = json.loads(quizgen("check", "tides.md", "--json").out)
        assert [(one["line"], one["rule"]) for one in found] == [(4, "article-missing")]

    def test_a_broken_seal_beside_the_reading_hides_nothing_else(self, quizgen: Command, tides: Path) -> None:
        (tides.parent / "tides.seal.json").write_text("{", "utf-8")
        write(tides.parent, CHANGED)
        run = quizgen("check", "tides.md", "--json")
        assert run.code == 1
        assert [(one["file"], one["rule"]) for one in json.loads(run.out)] == [
            ("tides.seal.json", "format"),
            ("tides.md", "quote-not-found"),
        ]
        write(tides.parent, SOUND)
        assert quizgen("build", "tides.md").code == 0

    def test_the_reading_may_be_named(self, quizgen: Command, tides: Path) -> None:
        (tides.parent / "tides.txt").rename(tides.parent / "elsewhere.txt")
        assert quizgen("check", "tides.md", "--article", "elsewhere.txt").code == 0
        run = quizgen("check", "tides.md", "--article", "nowhere.txt")
        assert run.code == 66


class TestBlueprint:
    def test_it_shows_what_is_asked_and_what_never(self, quizgen: Command, tides: Path) -> None:
        run = quizgen("check", "tides.md", "--blueprint")
        assert run.code == 0
        assert "¶ 1" in run.out

    def test_it_is_written_as_a_page(self, quizgen: Command, tides: Path) -> None:
        run = quizgen("check", "tides.md", "--page", "blueprint.html")
        assert run.code == 0
        assert "blueprint.html" in run.out
        page = (tides.parent / "blueprint.html").read_text("utf-8")
        assert "The pull of the Moon is the main cause" in page

    def test_it_may_go_to_the_output(self, quizgen: Command, tides: Path) -> None:
        run = quizgen("check", "tides.md", "--page", "-")
        assert run.out.lstrip().startswith("<!doctype html>")
        assert not (tides.parent / "-").exists()

    def test_a_page_that_cannot_be_written_is_73(self, quizgen: Command, tides: Path) -> None:
        run = quizgen("check", "tides.md", "--page", "no/such/folder.html")
        assert run.code == 73
