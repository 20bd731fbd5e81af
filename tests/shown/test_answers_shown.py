"""What is right, in words, with the letters of a view; the evidence with the answer marked in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import bank_of, question_of

from quizgen.bank.model import Bank, Quote
from quizgen.errors import UsageError
from quizgen.shown import (
    accepted_forms,
    accepted_names,
    from_the_text,
    mark_forms,
    none_approved,
    proofs,
    require_approved,
    right_answers,
    source_of,
    view,
)

NAMES = "names:\n  - Etorofu | Etorufu | Iturup\n"


def right(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(a.label, a.words.plain(), a.also) for a in right_answers(view(question_of(text), "seed"))]


class TestRightAnswers:
    def test_of_one_answer_the_first_form_and_the_others(self) -> None:
        assert right("Who?\n= one | uno\n= eins") == [("", "one", ("uno", "eins"))]
        assert right("How many?\n= 4 | four") == [("", "4", ("four",))]

    def test_of_a_statement(self) -> None:
        assert right("So?\n= true") == [("", "True", ())]
        assert right("So?\n= false") == [("", "False", ())]

    def test_of_options_the_letters_that_are_shown(self) -> None:
        question = question_of("Which?\n- [ ] a\n- [x] b\n  Because.\n  > proof\n- [ ] c\n- [x] d")
        shown = view(question, "seed")
        answers = right_answers(shown)
        assert {answer.words.text: answer.label for answer in answers} == {
            option.words.text: option.letter for option in shown.options if option.words.text in "bd"
        }
        assert [answer.label for answer in answers] == sorted(answer.label for answer in answers)
        (with_proof,) = [answer for answer in answers if answer.words.text == "b"]
        assert (with_proof.feedback, [quote.text for quote in with_proof.quotes]) == ("Because.", ["proof"])

    def test_of_blanks_their_numbers_where_there_are_several(self) -> None:
        assert right("A {{b | c}}.") == [("", "b", ("c",))]
        assert right("A {{b}} {{c}}.") == [("(1)", "b", ()), ("(2)", "c", ())]

    def test_of_members_numbers_where_the_order_is_fixed(self) -> None:
        assert right("Which?\n- a\n- b | c") == [("", "a", ()), ("", "b", ("c",))]
        assert [label for label, *_ in right("Which?\n- a\n- b\norder: fixed")] == ["1.", "2."]

    def test_of_pairs_the_letter_of_each_right_side(self) -> None:
        shown = view(question_of("Match.\n- one == a | alpha\n- two == b\n- three == a\n- == c"), "seed")
        answers = right_answers(shown)
        letters = {option.words.text: option.letter for option in shown.options}
        assert [(a.left.text if a.left else "", a.words.text, a.label) for a in answers] == [
            ("one", "a", letters["a"]),
            ("two", "b", letters["b"]),
            ("three", "a", letters["a"]),
        ]

    def test_of_items_the_letters_in_the_right_order(self) -> None:
        shown = view(question_of("Order.\n1. a\n2. b\n3. c"), "seed")
        answers = right_answers(shown)
        assert [answer.words.text for answer in answers] == ["a", "b", "c"]
        assert [answer.label for answer in answers] == [shown.option(index).letter for index in range(3)]

    def test_of_an_open_question_points_then_the_model_answer(self) -> None:
        answers = right_answers(view(question_of("Why?\n+ one\n  > proof\n+ two\n= All of it."), "seed"))
        assert [(answer.words.text, answer.point, answer.model) for answer in answers] == [
            ("one", True, False),
            ("two", True, False),
            ("All of it.", False, True),
        ]

    @pytest.mark.parametrize(
        ("text", "feedback"),
        [
            ("Who?\n= one\n  First.\n= two\n= three\n  Third.", "First. Third."),
            ("How many?\n= 4\n  Rounded.", "Rounded."),
            ("So?\n= false\n  Never.", "Never."),
        ],
    )
    def test_the_feedback_of_accepted_answers(self, text: str, feedback: str) -> None:
        (answer,) = right_answers(view(question_of(text), "seed"))
        assert answer.feedback == feedback

    def test_literal_answers_are_not_markdown(self) -> None:
        assert right("Which?\n= *a* | _b_")[0][1] == "*a*"
        assert right("Which?\n- [x] *a*\n- [ ] b")[0][1] == "a"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Who?\n= a | b\n= c", ("a", "b", "c")),
        ("How many?\n= 4 | four", ("4", "four")),
        ("Which?\n- a | b\n- c", ("a", "b", "c")),
        ("A {{b | c}} {{d}}.", ("b", "c", "d")),
        ("Match.\n- one == a | b\n- two == c\n- == d", ("a", "b", "c")),
        ("Which?\n- [x] a\n- [ ] b", ("a",)),
        ("Which?\n- [x] a\n- [x] b\n- [ ] c", ("a", "b")),
        ("So?\n= true", ()),
        ("Order.\n1. a\n2. b", ()),
        ("Why?\n+ a\n= b", ()),
        ("Which?\n- [x] **some** banks\n- [ ] b", ("some banks",)),
        (r"Which?" + "\n" + r"= \\$5 | `x`", (r"\$5", "x")),
    ],
)
def test_accepted_forms_are_what_may_be_marked_in_the_evidence(text: str, forms: tuple[str, ...]) -> None:
    assert accepted_forms(question_of(text)) == forms


class TestProofs:
    def test_every_quote_once_with_its_place_and_the_answer_marked(self) -> None:
        bank = bank_of("Who?\n= Kishida\n> said Kishida\n> Kishida, the premier\n> said Kishida")
        shown = proofs(bank.questions[0], bank, {"said Kishida": "¶ 1, sentence 2"}.get)  # type: ignore[arg-type]
        assert [proof.text for proof in shown] == ["said Kishida", "Kishida, the premier"]
        assert shown[0].stretches == (("said ", False), ("Kishida", True))
        assert shown[0].place == "¶ 1, sentence 2"

    def test_the_evidence_of_parts_follows_that_of_the_question(self) -> None:
        bank = bank_of("Which?\n- a\n  > of a\n- b\n  > of b\n> of both")
        assert [proof.text for proof in proofs(bank.questions[0], bank, str)] == ["of both", "of a", "of b"]

    def test_just_these_quotes(self) -> None:
        bank = bank_of("Who?\n= a\n> one\n> two")
        assert [proof.text for proof in proofs(bank.questions[0], bank, str, [Quote("two")])] == ["two"]

    def test_a_name_is_marked_in_every_form_of_it(self) -> None:
        bank = bank_of("Which?\n= Iturup\n> Etorufu islands", head=NAMES)
        assert proofs(bank.questions[0], bank, str)[0].stretches == (("Etorufu", True), (" islands", False))

    def test_a_name_is_marked_in_one_form_where_the_question_wants_that(self) -> None:
        bank = bank_of("Which?\n= Iturup\nnames: no\n> Etorofu is Iturup", head=NAMES)
        assert proofs(bank.questions[0], bank, str)[0].stretches == (("Etorofu is ", False), ("Iturup", True))

    def test_an_answer_is_marked_without_its_article_too(self) -> None:
        bank = bank_of("What?\n= the need for tea | the US\n> it had need for tea, told us THE NEED for tea")
        (proof,) = proofs(bank.questions[0], bank, str)
        assert [text for text, marked in proof.stretches if marked] == ["need for tea", "THE NEED for tea"]

    def test_the_items_of_a_sequence_are_marked(self) -> None:
        bank = bank_of("Order.\n1. the *war*\n2. peace\n> after the war, peace")
        stretches = proofs(bank.questions[0], bank, str)[0].stretches
        assert [text for text, is_marked in stretches if is_marked] == ["the war", "peace"]


class TestAcceptedNames:
    @pytest.mark.parametrize(
        ("lines", "names"),
        [
            ("= Iturup", ("Etorofu", "Etorufu")),
            ("= the ITURUP", ("Etorofu", "Etorufu", "Iturup")),
            ("= Iturup | Etorufu", ("Etorofu",)),
            ("= Iturup\nnames: no", ()),
            ("= Iturup island", ()),
            ("= Shikotan", ()),
        ],
    )
    def test_the_other_forms_of_a_name(self, lines: str, names: tuple[str, ...]) -> None:
        bank = bank_of(f"Which?\n{lines}", head=NAMES)
        question = bank.questions[0]
        assert accepted_names(accepted_forms(question), question, bank) == names


class TestMarkForms:
    @pytest.mark.parametrize(
        ("text", "forms", "marked"),
        [
            ("said KISHIDA", ["Kishida"], ["KISHIDA"]),
            ("a and an", ["a"], ["a"]),
            ("the Southern Kurils", ["Kurils", "Southern Kurils"], ["Southern Kurils"]),
            ("100 of 1000", ["100"], ["100"]),
            ("9% of it", ["9%"], ["9%"]),
            ("(x+y) is", ["(x+y)"], ["(x+y)"]),
            ("one, two, one", ["one"], ["one", "one"]),
            ("2.5 or 1,200 or 2, or 2.", ["2", "1", "5", "200"], ["2", "2"]),
            ("首都は東京です", ["東京"], ["東京"]),
            ("NATO가 말했다", ["NATO"], ["NATO"]),
            ("Crimea’s and “so”, 5–6", ["Crimea's", '"so"', "5-6"], ["Crimea’s", "“so”", "5–6"]),
            ("two\u00a0words", ["two words"], ["two\u00a0words"]),
            ("İN ΟΔΟΣ", ["in", "οδοσ", "İn"], ["İN", "ΟΔΟΣ"]),
            ("cafe\u0301 noir", ["cafe"], []),
            ("none here", ["Kyiv", "", "  "], []),
            ("none here", [], []),
        ],
    )
    def test_whole_words_in_any_case_the_longest_first(self, text: str, forms: list[str], marked: list[str]) -> None:
        assert [part for part, is_marked in mark_forms(text, forms) if is_marked] == marked

    @given(st.text(min_size=1), st.lists(st.text()))
    def test_nothing_is_lost(self, text: str, forms: list[str]) -> None:
        stretches = mark_forms(text, forms)
        assert "".join(part for part, _ in stretches) == text
        assert all(part for part, _ in stretches)


def test_how_a_quote_is_introduced() -> None:
    assert from_the_text("¶ 3") == "From the text, ¶ 3"
    assert from_the_text("") == "From the text"


def test_the_source_is_what_the_bank_says_of_it() -> None:
    assert source_of(Bank(id="a", title="A")) == ""
    assert source_of(Bank(id="a", title="A", article_title="Ties", publisher="CAPS")) == "“Ties”, CAPS"
    whole = Bank(id="a", title="A", article_title="T", article_author="W", article_date="2022", publisher="C")
    assert source_of(whole) == "W, “T”, C, 2022"


class TestNothingApproved:
    def test_one_approved_question_is_enough(self) -> None:
        require_approved(bank_of("Who?\n= a\nstatus: draft", "Who else?\n= b"))

    @pytest.mark.parametrize(
        ("questions", "said"),
        [
            ((), "bank.md: there is no question here; add one"),
            (("A?\n= a\nstatus: draft",), '1 draft: take out "status: draft" once you have read it'),
            (("A?\n= a\nstatus: draft",) * 3, '0 approved, 3 drafts: take out "status: draft" once you have read them'),
        ],
    )
    def test_else_it_is_said_what_there_is_and_what_to_do(self, questions: tuple[str, ...], said: str) -> None:
        bank = bank_of(*questions)
        with pytest.raises(UsageError) as caught:
            require_approved(bank)
        assert said in str(caught.value)
        assert str(caught.value).startswith("bank.md: ")

    def test_a_bank_without_a_file_is_named_by_its_id(self) -> None:
        assert none_approved(Bank(id="test/bank", title="T"), 0).startswith("test/bank: ")

    def test_the_questions_of_a_topic_alone_may_be_meant(self) -> None:
        bank = bank_of("A?\n= a", "B?\n= b\nstatus: draft")
        with pytest.raises(UsageError, match="1 draft"):
            require_approved(bank, bank.questions[1:])
        assert "1 draft:" in none_approved(bank, 1)
