"""``quizgen ids``, ``seal`` and ``convert``: what they say and write."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import BANK, Command

UNNAMED = "---\nid: a\ntitle: A\n---\n\n## Northern Territories?\n= a\n\n## Where? {#where}\n= b\n"


class TestIds:
    def test_every_question_gets_one(self, quizgen: Command, folder: Path) -> None:
        path = folder / "bank.md"
        path.write_text(UNNAMED)
        assert quizgen("ids", "bank.md").out == "bank.md:6: {#northern-territories}\n"
        assert path.read_text() == UNNAMED.replace("Territories?", "Territories? {#northern-territories}")
        assert quizgen("ids", "bank.md").out == "bank.md: every question has its id\n"

    def test_json(self, quizgen: Command, folder: Path) -> None:
        (folder / "bank.md").write_text(UNNAMED)
        stamped = json.loads(quizgen("ids", "bank.md", "--json").out)
        assert stamped == {"file": "bank.md", "line": 6, "id": "northern-territories"}
        assert quizgen("ids", "bank.md", "--json").out == ""

    def test_without_a_bank_those_of_the_course(self, quizgen: Command, course: Path) -> None:
        assert quizgen("ids").out == f"{Path('questions/tides.md')}: every question has its id\n"


class TestSeal:
    def test_it_says_how_many_quotes_it_holds(self, quizgen: Command, course: Path) -> None:
        seal = Path("questions/tides.seal.json")
        assert quizgen("seal").out == f"{seal}: 8 quotes\n"
        assert json.loads((course / seal).read_text("utf-8"))["article"] == "tides.txt"
        run = quizgen("seal", "--json")
        assert json.loads(run.out) == {"file": str(Path("questions/tides.md")), "seal": str(seal), "quotes": 8}

    def test_without_an_article_it_says_how_to_name_one(self, quizgen: Command, course: Path) -> None:
        (course / "questions" / "tides.txt").rename(course / "elsewhere.txt")
        run = quizgen("seal")
        assert run.code == 66
        assert 'its article "tides.txt" is not beside it' in run.err
        assert quizgen("seal", "--article", "elsewhere.txt").code == 0

    def test_a_bank_that_names_no_article(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("seal", "bank.md")
        assert (run.code, run.err) == (
            66,
            "bank.md: it names no article; say where it is: quizgen seal --article FILE\n",
        )


class TestConvert:
    def test_there_and_back(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("convert", "bank.md", "-o", "bank.json")
        assert (run.code, run.out) == (0, "bank.json\n")
        bank.unlink()
        assert quizgen("convert", "bank.json", "-o", "bank.md").code == 0
        assert bank.read_text("utf-8") == BANK

    def test_to_the_screen(self, quizgen: Command, bank: Path) -> None:
        form = json.loads(quizgen("convert", "bank.md").out)
        assert form["id"] == "test/bank"
        (bank.parent / "bank.json").write_text(json.dumps(form), "utf-8")
        assert quizgen("convert", "bank.json").out == BANK

    def test_another_ending_is_refused(self, quizgen: Command, bank: Path) -> None:
        run = quizgen("convert", "bank.md", "-o", "bank.txt")
        assert (run.code, (bank.parent / "bank.txt").exists()) == (2, False)
        assert run.err.startswith("bank.txt: a bank's file ends in .md, its second form in .json")

    def test_json_that_is_no_bank(self, quizgen: Command, folder: Path) -> None:
        (folder / "bank.json").write_text('{"id": 4}')
        run = quizgen("convert", "bank.json")
        assert run.code == 65
        assert "bank.json" in run.err
        (folder / "bank.json").write_text("{")
        assert quizgen("convert", "bank.json").code == 65

    def test_the_schema(self, quizgen: Command, folder: Path) -> None:
        assert "$schema" in json.loads(quizgen("convert", "--schema").out)
        assert quizgen("convert", "--schema", "-o", "schema.json").out == "schema.json\n"
        assert "$schema" in json.loads((folder / "schema.json").read_text("utf-8"))
