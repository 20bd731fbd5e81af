"""Answers that contradict their question."""

from __future__ import annotations

import pytest
from examples import bank_text, found_in

from quizgen.check.finding import Finding
from quizgen.check.rules import RULES

NAMED = "---\nid: example/one\ntitle: An example\nnames:\n  - Kyiv | Kiev\n  - the USA | America\n---\n\n"
GERMAN = "---\nid: example/one\ntitle: Ein Beispiel\nlanguage: de\n---\n\n"


def found(question: str, rule: str, head: str = "") -> tuple[Finding, ...]:
    return found_in(head + question if head else bank_text(question), "", RULES[rule])


class TestWrongIsRight:
    @pytest.mark.parametrize(
        "question",
        [
            "## Who came?\n= the Normans | men of the North\nwrong: Men of the north :: No.\n",
            "## Who came?\n= the Normans\nwrong: Danes | normans :: No.\n",
            "## Where?\n= Kyiv\nwrong: Kiev :: No.\n",
            "## How long is it?\n= 2 km\nwrong: 2,000 m | 2 km :: No.\n",
            "## How many came?\n= 100\ntolerance: 5%\nwrong: 104 :: No.\n",
            "## How many came?\n= 100\nrange: 90 to 110\nwrong: 90 :: No.\n",
            "## Which two came?\n- Danes\n- Normans | Northmen\nwrong: northmen :: No.\n",
            "## Which came?\n- [x] the *Danes*\n- [ ] the Celts\nwrong: Danes :: No.\n",
            "## The {{Danes | Northmen}} came.\nwrong: northmen :: No.\n",
            "## They came.\n= true\nwrong: True :: No.\n",
        ],
    )
    def test_a_wrong_form_that_is_accepted_is_found_at_its_line(self, question: str) -> None:
        (finding,) = found(question, "wrong-is-right", NAMED)
        text = (NAMED + question).split("\n")
        assert text[finding.line - 1].startswith("wrong:")
        assert finding.column > len("wrong:")

    @pytest.mark.parametrize(
        "question",
        [
            "## Who came?\n= the Normans\nwrong: Danes :: No.\n",
            "## What share?\n= 9 per cent\nwrong: 9 :: Nine of what?\n",  # half right: its feedback is given
            "## How many came?\n= 100\nwrong: 104 :: No.\n",
            "## Where, by its Russian name?\n= Kyiv\nwrong: Kiev :: No.\nnames: no\n",
            "## {{Danes}} fought {{Celts}}.\nwrong: Danes | Celts :: The other way round.\n",
            "## Which came?\n- [x] Danes\n- [ ] Celts\nwrong: Celts :: No.\n",
        ],
    )
    def test_a_wrong_form_that_is_not_accepted_is_none(self, question: str) -> None:
        assert not found(question, "wrong-is-right", NAMED)

    @pytest.mark.parametrize("spare", ["Kiev", "kyiv", "the Kyiv", "a town on the Dnieper"])
    def test_a_spare_right_side_must_be_wrong(self, spare: str) -> None:
        question = f"## Match.\n- one == Kyiv | a town on the Dnieper\n- two == Lviv\n- == {spare}\n"
        (finding,) = found(question, "wrong-is-right", NAMED)
        assert (finding.line, finding.column) == (12, 6)

    def test_right_sides_that_are_shown_apart_must_not_be_one(self) -> None:
        question = "## Match.\n- one == a mill | a mill by the sea\n- two == the mill by the sea\n"
        (finding,) = found(question, "wrong-is-right")
        assert finding.line == 8

    def test_a_right_side_may_belong_to_several_left_ones(self) -> None:
        question = "## Match.\n- one == Kyiv\n- two == Kyiv\n- three == Lviv\n- == Odesa\n"
        assert not found(question, "wrong-is-right", NAMED)


class TestDuplicateParts:
    @pytest.mark.parametrize(
        ("question", "line"),
        [
            ("## Which three?\n- Kyiv\n- Lviv\n- Kiev\n", 12),
            ("## Which two?\n- Kyiv | the capital\n- Lviv | Capital\n", 11),
            ("## Match.\n- a *mill* == one\n- a mill == two\n", 11),
            ("## Order.\n1. It rains.\n2. It pours.\n3. it rains\n", 12),
        ],
    )
    def test_the_later_one_is_found(self, question: str, line: int) -> None:
        (finding,) = found(question, "duplicate-parts", NAMED)
        assert finding.line == line

    @pytest.mark.parametrize(
        "question",
        [
            "## Which two?\n- Kyiv\n- Lviv\n",
            "## Say the refrain.\n- Row\n- row\n- row your boat\norder: fixed\n",
            "## Match.\n- a mill == one\n- a barn == one\n- == two\n- == three\n",
        ],
    )
    def test_what_differs_or_comes_back_in_a_fixed_order_is_none(self, question: str) -> None:
        assert not found(question, "duplicate-parts", NAMED)


class TestAllBlank:
    @pytest.mark.parametrize("question", ["## {{Kyiv}}\n", "## The {{Moon}} and the {{Sun}}.\n", "## {{a}} … {{b}}\n"])
    def test_a_cloze_without_a_word_to_go_by_is_found(self, question: str) -> None:
        assert found(question, "cloze-all-blank")

    @pytest.mark.parametrize(
        "question",
        [
            "## The {{Moon}} makes tides.\n",
            "## {{Moon}}\nIt makes the tides.\n",
            "## go, {{went}}, {{gone}}\n",  # a drill of verbs
            "## \\(a^2 + b^2 =\\) {{\\(c^2\\)}}\n",
            "## {{Moon}}\nimage: moon.png | a round light in the sky\n",
        ],
    )
    def test_a_word_a_formula_or_a_picture_is_enough(self, question: str) -> None:
        assert not found(question, "cloze-all-blank")

    def test_in_another_language_any_word_is_enough(self) -> None:
        assert not found("## Der {{Mond}}.\n", "cloze-all-blank", GERMAN)
        assert found("## {{Mond}}, {{Sonne}}\n", "cloze-all-blank", GERMAN)


class TestListNumber:
    TWO = "\n- Danes\n- Celts\n"

    @pytest.mark.parametrize(
        "prompt",
        [
            "Which two peoples came?",
            "Name 2 peoples that came.",
            "Name both peoples that came.",
            "Which two of the three peoples came?",
            "Name all the peoples that came.",
            "In 793 and in 55, which two peoples came?",
        ],
    )
    def test_one_number_that_fits_is_enough(self, prompt: str) -> None:
        assert not found(f"## {prompt}{self.TWO}", "list-number")

    @pytest.mark.parametrize(
        "prompt",
        [
            "Which peoples came?",
            "Which peoples came in 793?",
            "Which peoples came in the G7?",
            "Which one of these facts names the peoples that came?",
            "Which peoples paid $5, or 3%, or 7 per cent?",
            "Which peoples came within three weeks?",
        ],
    )
    def test_without_a_number_of_things_it_is_not_said(self, prompt: str) -> None:
        (finding,) = found(f"## {prompt}{self.TWO}", "list-number")
        assert "does not say how many" in finding.message

    def test_both_may_count_something_else(self) -> None:
        (finding,) = found("## Which peoples do both Ida and Bo name?\n- Danes\n- Celts\n- Picts\n", "list-number")
        assert "does not say how many" in finding.message

    @pytest.mark.parametrize("number", ["three", "3", "Twelve", "a dozen"])
    def test_another_number_is_said_with_both(self, number: str) -> None:
        (finding,) = found(f"## Name {number} peoples that came.{self.TWO}", "list-number")
        assert f'"{number.split()[-1]}", and two are wanted' in finding.message
        assert finding.column > 4

    def test_the_number_wanted_is_that_of_ask(self) -> None:
        members = "\n- Danes\n- Celts\n- Picts\nask: 2\n"
        assert not found(f"## Name two peoples that came.{members}", "list-number")
        assert found(f"## Name three peoples that came.{members}", "list-number")
        assert found(f"## Name all the peoples that came.{members}", "list-number")

    def test_the_body_may_say_it(self) -> None:
        assert not found(f"## Who came?\nName two peoples.{self.TWO}", "list-number")

    def test_other_languages_are_not_read(self) -> None:
        assert not found(f"## Wer kam?{self.TWO}", "list-number", GERMAN)
