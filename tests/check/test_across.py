"""One question that gives another away: which mentions of an answer tell it, and which are of the topic only."""

from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import pytest
from examples import bank_text, found_in, scope_of

from quizgen.check.finding import Finding
from quizgen.check.rules import RULES, across
from quizgen.check.run import check_bank

RULE = RULES["given-away"]
NAMED = "---\nid: example/one\ntitle: An example\nnames:\n  - the Golden Horde | Kipchak Khanate\n---\n\n"

SEIZED = """## Which state seized the islands that two neighbours claim today? {#seized-by}
= the Soviet Union | USSR
kind: short
"""
SHARE = """## What share of the crude oil comes straight from the north? {#share}
= 9 per cent
"""
OTHERS = """
## Which colour has the roof of the old mill? {#roof}
= green

## How many steps lead up to the lighthouse? {#steps}
= 120
"""


def found(*questions: str, head: str = "") -> tuple[Finding, ...]:
    text = "\n".join((*questions, OTHERS))
    return found_in(head + text if head else bank_text(text), "", RULE)


def asked(prompt: str, answer: str = "nobody", more: str = "") -> str:
    return f"## {prompt} {{#other}}\n= {answer}\nkind: short\n{more}"


class TestFound:
    @pytest.mark.parametrize(
        "prompt",
        [
            "When did the Soviet Union seize the islands?",
            "When did the soviet union’s army seize the islands?",
            "Why did the USSR seize islands of its neighbours?",
        ],
    )
    def test_an_answer_in_the_stem_of_a_question_about_the_same_fact(self, prompt: str) -> None:
        (finding,) = found(SEIZED, asked(prompt))
        assert (finding.line, finding.question) == (10, "other")
        assert "the answer of seized-by (line 6)" in finding.message

    def test_the_caret_stands_under_the_answer(self) -> None:
        (finding,) = found(SEIZED, asked("When did the Soviet Union seize the islands?"))
        assert (finding.column, finding.end) == (13, 29)

    def test_it_is_found_before_the_question_that_it_gives_away_too(self) -> None:
        assert found(asked("When did the Soviet Union seize the islands?"), SEIZED)

    @pytest.mark.parametrize(
        "question",
        [
            "## The Soviet Union seized the islands without a fight.\n= true\n",
            "## The Soviet Union seized the islands in 1850.\n= false\n",  # who did it is still told
            "## When the Soviet Union seized the islands, {{nobody}} was there.\n",
            "## What happened then?\nAt last the Soviet Union seized the islands.\n= nobody came\n",
            "## Why did the Soviet Union seize the islands?\nlines: 3\n",
        ],
    )
    def test_a_stem_of_any_kind_can_tell(self, question: str) -> None:
        assert found(SEIZED, question)

    @pytest.mark.parametrize(
        "question",
        [
            "## Who seized the islands that two neighbours claim?\n- [ ] Danes\n- [x] the Soviet Union\n- [ ] Celts\n",
            "## The islands that two neighbours claim were seized by {{the Soviet Union :: a state}}.\n",
            "## Which two states seized islands that neighbours claim?\n- the Soviet Union\n- Denmark\n",
        ],
    )
    def test_what_is_wanted_word_for_word_can_be_told(self, question: str) -> None:
        assert found(question, asked("When did the Soviet Union seize the islands?"))

    @pytest.mark.parametrize("said", ["9 per cent", "9%", "9 percent"])
    def test_a_number_is_told_by_its_value_and_unit(self, said: str) -> None:
        assert found(SHARE, f"## Of the crude oil {said}, no more, comes from the north.\n= true\n")

    def test_names_are_one(self) -> None:
        question = "## Who burned the town on the river Oka?\n= Kipchak Khanate\n"
        assert found(question, asked("When was the town on the Oka burned by the Golden Horde?"), head=NAMED)
        assert not found(question + "names: no\n", asked("When was the town burned by the Golden Horde?"), head=NAMED)

    def test_quotes_tell_what_a_question_is_about(self) -> None:
        product = asked("Which product is an example of restricted goods?", "a lathe")
        firm = "## A firm may go on selling each lathe that it makes.\n= false\n"
        assert found(product, firm + "> the export of goods was restricted\n")
        assert not found(product, firm + "> firms may do as they like\n")

    def test_one_finding_for_a_question_that_gives_several_away(self) -> None:
        also = "## In which war were the islands of the neighbours seized?\n= the Long War\n"
        assert len(found(SEIZED, also, asked("How did the Soviet Union seize the islands in the Long War?"))) == 1


class TestNotFound:
    @pytest.mark.parametrize(
        "question",
        [
            asked("What is the capital of the Soviet Union?"),
            asked("Which of the islands lies nearest to the Soviet Union?"),
            asked("When were the islands seized?"),
            asked("When did the union of soviet states seize the islands?"),  # other words
            asked("Was it Denmark or the Soviet Union that seized the islands?"),
            asked("Who seized the islands, the Soviet Union or Denmark?"),
            asked("Which state once seized islands, as the Soviet Union did?", "the Soviet Union"),
        ],
    )
    def test_a_mention_that_tells_nothing(self, question: str) -> None:
        assert not found(SEIZED, question)

    def test_a_number_to_reckon_with(self) -> None:
        power = asked("Which power has the lamp of the old lighthouse?", "100 watts").replace("other", "first")
        assert found(power, asked("Who lit the lamp of the old lighthouse with 100 W?"))
        assert not found(power, asked("If the lamp of the old lighthouse has P = 100 W, what is its current?"))

    @pytest.mark.parametrize(
        "prompt",
        [
            "Which river of the plain is longer: the Oka or the Moksha?",
            "Which river of the plain is longer (the Moksha, the Oka)?",
        ],
    )
    def test_an_answer_that_its_own_prompt_names(self, prompt: str) -> None:
        longer = asked(prompt, "the Oka").replace("other", "first")
        assert not found(longer, asked("Why does the Oka, the longer river of the plain, freeze?"))

    @pytest.mark.parametrize("answer", ["B", "1945", "7", "yes", "both", "π/4"])
    def test_answers_that_stand_everywhere(self, answer: str) -> None:
        first = asked("Which mark do the seized islands bear on the map?", answer).replace("other", "first")
        assert not found(first, asked(f"Why do the seized islands bear mark {answer} on the map?"))

    def test_a_false_number_in_a_false_statement(self) -> None:
        assert not found(SHARE, "## Of the crude oil 9 per cent comes from the north.\n= false\n")

    def test_a_frame_that_is_filled_again_and_again(self) -> None:
        kings = ("Nero", "Galba", "Otho", "Vitellius", "Vespasian", "Titus", "Domitian", "Nerva")
        drill = (f"## Who followed {one} as emperor of Rome?\n= {other}\n" for one, other in pairwise(kings))
        assert not found(*drill)

    def test_an_answer_that_is_what_the_bank_is_about(self) -> None:
        parts = ("wall", "skin", "shape", "size", "age", "heat", "salt", "acid", "food", "waste", "genes", "motion")
        stem = "What is the {} of the mitochondria in a living cell of a plant or animal like?"
        power = asked("Which parts of a living cell of a plant or animal make its power?", "mitochondria")
        assert found(power, f"## {stem.format('wall')}\n= so\n")
        assert not found(power, "\n".join(f"## {stem.format(part)}\n= so\n" for part in parts))

    def test_a_stem_with_one_word_in_common(self) -> None:
        assert not found(
            "## Who seized the islands?\n= the Danes\n", asked("How near to the islands do the Danes live?")
        )

    def test_a_long_stem_that_mentions_this_and_that(self) -> None:
        told = (
            "A miller, whose barn had burned in the night, lent a wagon to the brewer. The brewer, late for market, "
            "drove over a bridge that the carpenter had mended badly, and a wheel broke. The Danes had once seized "
            "islands nearby, and gulls still nested on the ruins of a chapel. Nobody asked the shepherd, who saw it."
        )
        question = "## Who seized islands, harbours and towers of the neighbours?\n= the Danes\n"
        assert found(question, asked("When had the Danes seized islands?"))
        assert not found(question, asked("Who pays?").replace("\n", f"\n{told}\n", 1))

    def test_what_many_ask_for_is_a_class_and_no_secret(self) -> None:
        towns = "\n".join(
            f"## On which river lies the town of Ka{letter}burg?\n= the Oka\n" for letter in "abcdefghijklmnopqrstuvw"
        )
        assert not found(towns, asked("Which town of the river Oka lies by the sea, Kaaburg?"))


def compared(questions: int, told: int) -> int:
    """How often two questions are compared, in a bank where each run of so many stems holds the answers of the run."""
    text = ""
    for number in range(questions):
        answers = [f"{name}{number // told}" for name in ("Falm", "Orn", "Oka", "Ulm", "Aar", "Inn")]
        answer = answers.pop(number % len(answers))
        text += f"## Which miller sold the mill by the river to {', '.join(answers)}?\n= {answer}\n\n"
    with patch.object(across, "_shared", wraps=across._shared) as shared:
        check_bank(scope_of(bank_text(text)), [RULE])
    return shared.call_count


def test_a_bank_of_stems_that_hold_many_answers_is_not_compared_pair_by_pair() -> None:
    few, many = compared(300, told=60), compared(600, told=60)
    assert few > 0
    assert many <= 2 * few


def test_an_answer_that_every_stem_holds_is_compared_with_none() -> None:
    few, many = compared(300, told=300), compared(600, told=600)
    assert many <= 2 * few
