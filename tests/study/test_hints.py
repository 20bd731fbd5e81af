"""The ladder of hints: what the bank says, the first letters, the evidence with the answer left out."""

from __future__ import annotations

import pytest
from played import asked_of, bank_of

from quizgen.study.session.hints import first_letters, hint_lines, rungs


def ladder(question: str, head: str = "") -> list[list[str]]:
    (asked,) = asked_of(bank_of(question, head=head))
    return rungs(asked)


def test_from_the_smallest_help_to_the_greatest() -> None:
    question = "Who led it?\n= the Soviet Union\nhint: A *union*.\n> led by the Soviet Union then"
    assert ladder(question) == [["A union."], ["t… S… U…"], ["From the text, ¶ 1: “led by ____ then”"]]
    (asked,) = asked_of(bank_of(question))
    assert [line.text for line in hint_lines(asked, 1)] == ["Hint 2 of 3: t… S… U…"]
    assert hint_lines(asked, 3) == []


@pytest.mark.parametrize(
    ("question", "letters"),
    [
        ("Who?\n= Kishida | the premier", "K…"),
        ("Which?\n- Etorofu\n- the Habomai islands", "E…, t… H… i…"),
        ("Recite.\n- one\n- two\norder: fixed", "o… → t…"),
        ("Call it {{Southern Kurils}}.", "S… K…"),
        ("Call it {{Southern Kurils}} or {{Northern Territories}}.", "(1) S… K… (2) N… T…"),
        ("Call it {{Kurils :: K…}}.", ""),  # that stands in the gap already
        ("Call it {{Kurils :: islands}}.", "K…"),
        ("When?\n= 1945\nkind: short", "1…"),
        ("What?\n= “A & B”", "A… & B…"),
        ("What?\n= \u0065\u0301tat", "\u0065\u0301…"),
        ("What?\n= 北方領土", "北…"),
        ("What?\n= $x^2$", "x…"),
        ("How far?\n= 20 km", ""),
        ("So?\n= true", ""),
        ("Which?\n- [x] one\n- [ ] two", ""),
        ("Match.\n- a == b\n- c == d", ""),
        ("Order.\n1. a\n2. b", ""),
        ("Why?\n+ first", ""),
    ],
)
def test_first_letters_are_given_of_what_is_typed_in_words(question: str, letters: str) -> None:
    (asked,) = asked_of(bank_of(question))
    assert first_letters(asked.view.question) == letters


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Which?\n= Iturup\n> Etorufu islands, Iturup", "____ islands, ____"),
        ("Which?\n- Etorofu\n- Shikotan\n> Etorofu and Shikotan", "____ and ____"),
        ("Call it {{Southern Kurils}}.\n> the southern Kurils in Russia", "the ____ in Russia"),
        ("Which?\n- [x] assets\n- [ ] shares\n> froze assets", "froze ____"),
        ("Match.\n- Kishida == Japan\n- Zelensky == Ukraine\n> Kishida of Japan", "Kishida of ____"),
        ("Which?\n= Iturup\n> the islands in the north", "the islands in the north"),
        ("So?\n= false\n> Japan did not", "Japan did not"),
        ("Why?\n+ first\n  > it feared", "it feared"),
    ],
)
def test_evidence_has_gaps_where_an_answer_stands(question: str, shown: str) -> None:
    names = "names:\n  - Etorofu | Etorufu | Iturup\n"
    assert ladder(question, names)[-1] == [f"From the text, ¶ 1: “{shown}”"]


@pytest.mark.parametrize(
    ("answer", "quote", "shown"),
    [
        ("$100 million", "a loan of around $100 million to Kyiv", "a loan of around ____ to Kyiv"),
        ("$100 million", "around 100,000,000 dollars", "around ____ dollars"),
        ("9%", "it is 9 per cent (9%)", "it is ____ per cent (____)"),
        ("20\nunit: km", "the strait of 20 kilometres, not 30", "the strait of ____ kilometres, not 30"),
        ("16 m\nrange: 14 to 18", "between 14 m and 18 m, not 22 m", "between ____ m and ____ m, not 22 m"),
        ("5", "15 of 25", "15 of 25"),
        ("9%", "about nine per cent of it", "about ____ per cent of it"),
    ],
)
def test_a_number_is_left_out_however_it_is_written(answer: str, quote: str, shown: str) -> None:
    assert ladder(f"How much?\n= {answer}\n> {quote}")[-1] == [f"From the text, ¶ 1: “{shown}”"]


def test_a_quote_that_is_nothing_but_the_answer_is_left_out() -> None:
    question = "Which?\n- Etorofu\n- Shikotan\n> “Etorofu”\n> Shikotan, too"
    assert ladder(question)[-1] == ["From the text, ¶ 1: “____, too”"]
    assert ladder("So?\n- [x] one\n- [ ] two\n> one") == []


def test_quotes_of_one_place_stand_together() -> None:
    assert ladder("Who?\n= a man\n> said a man\n> the premier")[-1] == [
        "From the text, ¶ 1: “said ____” … “the premier”"
    ]


def test_without_hint_letters_or_evidence_there_is_no_ladder() -> None:
    assert ladder("So?\n= true") == []
