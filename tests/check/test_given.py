"""An answer that its question gives away, and what only looks like it."""

from __future__ import annotations

import pytest
from examples import scope_of

from quizgen.check.finding import Finding
from quizgen.check.rules import RULES
from quizgen.check.run import check_bank


def found(question: str, rule: str, front: str = "") -> list[Finding]:
    return [*check_bank(scope_of(f"---\nid: a\ntitle: A\n{front}---\n\n{question}"), [RULES[rule]])]


NAMES = "names:\n  - Kunashiri | Kunashir\n"


@pytest.mark.parametrize(
    "question",
    [
        "## The neap tide comes at half moon. What comes then?\n= spring | the neap tide\n",
        "## Where does the Red Sea end, which has coral?\n= in the south | red sea\n",
        "## What is pulled, when the Moon’s pull lifts the sea?\n= the sea\n",
        "## Which four islands, with Kunashir in the south, are meant?\n- Etorofu\n- Kunashiri\n",
        "## How large is the part, roughly 30 per cent, that he has?\n= 30 per cent\n",
        "## What turned it?\nThe tide, they say, turned it.\n= the tide\n",
        "## The {{Moon}} pulls the water, and the Moon turns.\n",
        "## A shop sells 250 apples a day. How many are sold in a day?\n= 250\n",
        "## The Sun (a star) is larger than the Moon. What is a star?\n= the Sun\n",
        "## The {{Moon}} pulls the {{water :: pulled by the Moon}}.\n",
        "## How large is the part (30%) that he has?\n= 30 per cent\n",
        "## Who lays 2000 eggs a day, and how many?\n= 2,000 eggs\n",
        "## How far is it, if the 5 km are walked?\n= 5 kilometres\n",
        "## Besides a halt of exports, which steps came?\n- [x] a halt of exports\n- [x] a ban\n- [ ] none\n",
        "## Which school holds that law has sociological ends?\n- [ ] Historical\n- [x] Sociological\n- [ ] Command\n",
    ],
)
def test_an_answer_that_stands_in_the_question_is_found(question: str) -> None:
    assert len(found(question, "answer-in-stem", NAMES)) == 1


@pytest.mark.parametrize(
    "question",
    [
        # alternatives that are named
        "## Which pulls more, the Moon or the Sun?\n= the Moon\n",
        "## Which pulls more: the Moon, the Sun?\n= the Moon\n",
        "## Is it the wind, the Moon or the push of the Sun?\n= the Moon\n",
        "## Which of the Moon and the Sun pulls more?\n= the Moon\n",
        "## There are the Moon and the Sun. Which of them pulls more?\n= the Moon\n",
        "## Say whether the argument is valid.\n- [x] valid\n- [ ] not shown\n- [ ] both of these\n",
        "## Wer zieht mehr, der Mond oder die Sonne?\n= der Mond\n",
        "## Which option names the Moon, and which the Sun?\n- [x] the Moon\n- [ ] the Sun\n- [ ] a comet\n",
        "## Which state has most energy (ice, water, steam)?\n= steam\n",
        "## What is a whale shark: a whale or a shark?\n= a shark\n",
        "## Compare a lake with a pond: which is deeper?\n= the lake\n",
        "## Anna is older than Ben, and Ben is older than Carla. Who is the youngest?\n= Carla\n",
        # numbers to reckon with
        "## What is the square root of 81 squared?\n= 81\n",
        "## In y = 300x + 500, what is the intercept?\n= 500\n",
        "## If P = 100 W, what is the power?\n= 100 watts\n",
        "## Is it 30% or 40% of the sea?\n= 30 per cent\n",
        "## How far is it, if the 5 m are walked?\n= 5 km\n",
        "## Who has 2000 hens?\n= 2,000 eggs\n",
        # one of several right options: what the question is about, or beside a wrong one
        "## Which steps followed the export ban?\n- [x] export ban\n- [x] a visit\n- [ ] none\n",
        "## The ban of cars and the ban of oil: a step?\n- [x] the ban of cars\n- [x] it\n- [ ] the ban of oil\n",
        # words that are spoken of
        "## What is the plural of “mouse”?\n= mouse\n",
        "## Which word is a verb: The dog runs?\n= runs\n",
        "## What does “high water” say?\n- [x] high water\n- [ ] low water\n- [ ] no water\n",
        # what stands anywhere by chance
        "## At 7 o'clock it was 3 degrees. How cold was it?\n= 7\n",
        "## Which letter, A to D, is it?\n= A\n",
        "## Yes, it was hot. Was it?\n= yes\n",
        "## Which pronoun stands for it?\n= it\n",
        "## Which illness do aids of this kind treat?\n= AIDS\n",
        "## 20 boats left, 30 came, 45 sank. How many sank?\n= 45\n",
        "## Work out $3xy - 2xy$, that is, xy times something.\n= $xy$\n",
        "## The {{the}} is an article, as the others are.\n",
        # a part of it, or of another word
        "## Which sea has coral?\n= the Red Sea\n",
        "## When is the sunset?\n= sun\n",
        "## Peace {{came}} treaty, {{peace treaty}} and all.\n",
        # the blank itself is not outside
        "## The {{Moon}} pulls. {{Moon}}\n",
    ],
)
def test_what_gives_nothing_away_is_left_alone(question: str) -> None:
    front = "language: de\n" if "Mond" in question else ""
    assert not found(question, "answer-in-stem", front)


def test_the_caret_stands_under_the_words_in_the_question() -> None:
    question = "## The neap tide comes at half moon. What comes then?\n= the neap tide\n"
    [finding] = found(question, "answer-in-stem")
    assert (finding.line, finding.column, finding.end) == (6, 4, 17)


def test_a_case_to_be_read_may_hold_its_answer() -> None:
    case = "The miller paid for the wheel by himself. " * 10
    assert not found(f"## {case} Who paid for it?\n- [x] the miller\n- [ ] a baker\n- [ ] nobody\n", "answer-in-stem")


def test_a_choice_whose_wrong_options_stand_there_too_is_fair() -> None:
    question = "## Here are bread and salt. Which is baked?\n- [x] bread\n- [ ] salt\n- [ ] wine\n"
    assert not found(question, "answer-in-stem")


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Neap tides", 1),
        ("Neap tides and their causes", 1),
        ("Neap tides and other tides", 1),
        ("Neap tides and spring tides", 1),
        ("Sailors, neap tides and salt", 1),
        ("Tides", 0),
    ],
)
def test_an_answer_in_its_topics_title_is_found_though_the_title_joins_it_to_others(title: str, count: int) -> None:
    question = f"# {title}\n\n## What comes at half moon?\n= neap tides\n"
    assert len(found(question, "answer-in-title")) == count


def test_one_of_two_that_the_prompt_names_may_be_the_title() -> None:
    question = "# The Rhine\n\n## Which is longer, the Nile or the Rhine?\n= the Rhine\n"
    assert not found(question, "answer-in-title")
    assert not found(question.replace("# The Rhine", "# Nile and Rhine"), "answer-in-title")
    assert not found(question.replace("the Nile or the Rhine", "of the Nile and the Rhine"), "answer-in-title")
    assert found(question.replace("the Nile or the Rhine", "of all"), "answer-in-title")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("## What pulls?\n= Luna | the Moon\nhint: The Moon does.\n", 8),
        ("## What pulls?\n- [x] the Moon\n- [ ] a fish\nhint: The Moon does.\n", 9),
        ("## Which two?\n- ebb\n- flood\nhint: ebb comes with flood\n", 9),
        ("## The {{Moon :: not the Sun: Moon}} pulls.\n", 6),
        ("## How many are laid?\n= 2,000 eggs\nhint: near 2000 a day\n", 8),
        ("## The {{Moon}} pulls.\nhint: It is the moon.\n", 7),
    ],
)
def test_a_hint_that_holds_the_whole_answer_is_found_at_its_line(question: str, line: int) -> None:
    assert [one.line for one in found(question, "hint-gives-away")] == [line]


@pytest.mark.parametrize(
    "question",
    [
        "## What pulls?\n= the Moon\nhint: It is the Moon or the Sun.\n",
        "## Which two?\n- ebb\n- flood\nhint: ebb is one of them\n",
        "## The {{Moon :: M…}} pulls.\n",
        "## How many are laid?\n= 2,000 eggs\nhint: near 20 a day\n",
        "## How many are laid?\n= 5 eggs\nhint: fewer than 5 ducks\n",
        "## What pulls?\n- [x] the Moon\n- [ ] the Sun\nhint: Think of the Moon, of the Sun.\n",
    ],
)
def test_a_hint_that_helps_is_fine(question: str) -> None:
    assert not found(question, "hint-gives-away")
