"""What holds for every question and every response."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from graded import bank_of
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import Response, fold, grade
from quizgen.bank.model import (
    Answer,
    Bank,
    Blank,
    Choice,
    Choices,
    Cloze,
    Item,
    List,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Question,
    Short,
    TrueFalse,
)

BANK = Bank(id="a", title="A", names=(("Etorofu", "Iturup"),))
EVERY_KIND = (
    "Who?\n= one | two\nwrong: three :: No.",
    "How much?\n= $100 million\ntolerance: 5%",
    "How far?\n= 20\nunit: km\nrange: 10 to 30",
    "So?\n= true",
    "Which?\n- [x] one\n- [ ] two",
    "Which?\n- [x] one\n- [x] two\n- [ ] three",
    "Which?\n- one\n- two and three\n- four",
    "Recite.\n- one\n- two\norder: fixed",
    "Match.\n- a == b\n- c == d | e\n- == f",
    "Order.\n1. one\n2. two\n3. three",
    "Fill {{one}} and {{two | 2}}.",
    "Why?\n+ one\n= Because.",
)
words = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéが島", min_size=3, max_size=8)
forms = st.lists(words, min_size=1, max_size=3, unique_by=fold)


def different(count: int) -> st.SearchStrategy[list[list[str]]]:
    """Several things with forms of their own, no form the other's."""
    flat = st.lists(words, min_size=count * 2, max_size=count * 2, unique_by=fold)
    return flat.map(lambda texts: [texts[at : at + 2] for at in range(0, len(texts), 2)])


@pytest.mark.parametrize("question", EVERY_KIND)
@given(response=st.one_of(st.text(), st.lists(st.text(), max_size=6)))
def test_any_response_has_a_grade_and_a_score_within_bounds(question: str, response: Response) -> None:
    bank = bank_of(question)
    verdict = grade(bank.questions[0], response, bank)
    if verdict.score is None:
        assert verdict.verdict == "unmarked"
        return
    assert 0 <= verdict.score <= 1
    assert (verdict.score == 1) == (verdict.verdict == "right")
    assert (verdict.score == 0) == (verdict.verdict == "wrong")
    assert verdict.accepted


ODD = {
    "spaces": " " * 20_000 + "x",
    "spaces inside": "x" + " " * 20_000 + "y",
    "commas": "a," * 5_000,
    "digits": "1" * 20_000,
    "letters": "A" * 20_000,
    "pairs": "1A" * 500,
    "a large exponent": "9e999",
    "a small exponent": "-1e-999",
    "raised digits": "²³",
    "arabic digits": "٣",
    "a control": "\x00\x1b[2J",
    "half a character": "\ud800",
}


@pytest.mark.parametrize("question", EVERY_KIND)
@pytest.mark.parametrize("response", ODD.values(), ids=ODD)
def test_long_and_odd_responses_are_graded_at_once(question: str, response: str) -> None:
    bank = bank_of(question)
    began = time.process_time()
    verdict = grade(bank.questions[0], response, bank)
    assert time.process_time() - began < 1
    assert verdict.score is None or 0 <= verdict.score <= 1


def whole(question: Question, response: Response) -> bool:
    return grade(question, response, BANK).score == 1


@given(st.lists(forms, min_size=1, max_size=3), st.data())
def test_every_form_of_a_short_answer_is_right(answers: list[list[str]], data: st.DataObject) -> None:
    question = Short(prompt="?", answers=tuple(Answer(tuple(forms)) for forms in answers))
    said = data.draw(st.sampled_from([form for forms in answers for form in forms]))
    assert whole(question, said)
    assert whole(question, f" {said.upper()}. ")


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["", "$", "€"]), st.sampled_from(["", " km", "%"]))
def test_every_number_is_right_as_it_is_written(value: Decimal, before: str, after: str) -> None:
    text = f"{before}{value}{'' if before else after}"
    assert whole(Number(prompt="?", answers=(Answer((text,)),)), text)


@given(different(3), st.permutations([0, 1, 2]), st.integers(0, 1), st.sampled_from(["; ", ", ", "\n", " and "]))
def test_every_form_of_every_member_is_right_in_any_order(
    members: list[list[str]], order: list[int], form: int, between: str
) -> None:
    question = List(prompt="?", members=tuple(Answer(tuple(forms)) for forms in members))
    assert whole(question, between.join(members[place][form] for place in order))


@given(different(3), st.integers(0, 2))
def test_an_option_is_right_by_its_text_and_its_letter(texts: list[list[str]], right: int) -> None:
    options = tuple(Option(forms[0], place == right) for place, forms in enumerate(texts))
    question = Choice(prompt="?", options=options)
    for place, option in enumerate(options):
        assert whole(question, option.text) == whole(question, [option.text]) == option.right
        if option.text.upper() not in ("A", "B", "C"):
            assert whole(question, "ABC"[place]) == option.right


@given(different(4), st.sets(st.integers(0, 3), min_size=1))
def test_the_right_options_together_are_right(texts: list[list[str]], right: set[int]) -> None:
    options = tuple(Option(forms[0], place in right) for place, forms in enumerate(texts))
    question = Choices(prompt="?", options=options)
    assert whole(question, [option.text for option in options if option.right])
    assert whole(question, " ".join("ABCD"[place] for place in sorted(right, reverse=True)))


@given(different(3), st.integers(0, 1))
def test_every_form_of_a_right_side_is_right(sides: list[list[str]], form: int) -> None:
    question = Match(prompt="?", pairs=tuple(Pair(str(at), tuple(forms)) for at, forms in enumerate(sides)))
    assert whole(question, [forms[form] for forms in sides])
    assert whole(question, "; ".join(forms[form] for forms in sides))


@given(different(4))
def test_items_in_their_order_are_right(texts: list[list[str]]) -> None:
    question = Order(prompt="?", items=tuple(Item(forms[0]) for forms in texts))
    assert whole(question, [forms[0] for forms in texts])
    assert whole(question, "ABCD")


@given(different(3), st.integers(0, 1))
def test_every_form_of_every_blank_is_right(texts: list[list[str]], form: int) -> None:
    blanks = tuple(Blank(tuple(forms), group=group) for group, forms in enumerate(texts, 1))
    question = Cloze(prompt="{{a}} {{b}} {{c}}", blanks=blanks)
    assert whole(question, "; ".join(forms[form] for forms in texts))


@given(st.booleans())
def test_a_statement_is_true_or_false(true: bool) -> None:
    question = TrueFalse(prompt="?", answer=Answer((str(true).lower(),)))
    assert whole(question, str(true))
    assert not whole(question, str(not true))
