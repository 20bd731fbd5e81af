"""The grade of one thing: a word, a number, true or false, an option."""

from __future__ import annotations

import pytest
from graded import bank_of, graded, is_right

from quizgen.answers import Response, mark_open
from quizgen.bank.model import Open

SHORT = "Who?\n= the Soviet Union | USSR\n= CCCP\nwrong: Russia | Russian Federation :: Nearly."
EARTH = "names:\n  - Earth | the Earth | our planet\n"
NAMES = "names:\n  - Etorofu | Etorufu | Iturup\n"


class TestShort:
    @pytest.mark.parametrize("said", ["the Soviet Union", "soviet union.", "USSR", "ussr", "CCCP"])
    def test_every_form_of_every_answer_is_right(self, said: str) -> None:
        assert is_right(SHORT, said)

    @pytest.mark.parametrize("said", ["Union", "Soviet", "the Soviet Union and Japan", "USS"])
    def test_a_part_or_more_than_asked_is_not(self, said: str) -> None:
        assert graded(SHORT, said).score == 0

    def test_what_would_have_been_right_is_told(self) -> None:
        assert graded(SHORT, "Japan").accepted == ("the Soviet Union", "USSR", "CCCP")

    def test_an_expected_wrong_answer_has_its_feedback(self) -> None:
        assert graded(SHORT, "russian federation").feedback == "Nearly."
        assert graded(SHORT, "Japan").feedback == ""

    def test_an_answer_has_its_own_feedback(self) -> None:
        assert graded("Who?\n= one\n  Or another.\n= two", "one").feedback == "Or another."

    def test_an_empty_response_is_wrong(self) -> None:
        for response in ("", "  \t", [], ["", " "]):
            verdict = graded(SHORT, response)
            assert (verdict.verdict, verdict.score, verdict.reason) == ("wrong", 0, "No answer.")

    def test_maths_and_code_are_compared_without_their_marks(self) -> None:
        assert is_right("What?\n= `len(x)`", "len(x)")
        assert is_right("What?\n= \\(x^2\\)", "x^2")

    def test_a_text_that_holds_a_number_is_compared_as_one(self) -> None:
        assert is_right("How much?\n= $100 million\nkind: short", "100m USD")

    def test_what_looks_like_a_number_and_is_none_is_compared_as_it_stands(self) -> None:
        assert is_right("When?\n= 1945\nkind: short", "1945")
        assert not is_right("Which code?\n= 0123", "123")

    @pytest.mark.parametrize("said", ["1,945", "1945.0", "1.945e3", "+1945"])
    def test_a_bare_number_that_is_a_short_answer_is_text(self, said: str) -> None:
        assert not is_right("When?\n= 1945\nkind: short", said)

    def test_a_share_that_is_a_short_answer_is_compared_by_value(self) -> None:
        assert is_right("What share?\n= 9%\nkind: short", "9 per cent")


class TestNames:
    @pytest.mark.parametrize("said", ["Etorofu", "Etorufu", "iturup", "ITURUP"])
    def test_forms_of_one_name_are_one_answer(self, said: str) -> None:
        assert is_right("Which?\n= Etorofu", said, NAMES)

    def test_a_bank_may_write_any_of_them(self) -> None:
        assert is_right("Which?\n= Iturup", "Etorofu", NAMES)

    def test_they_count_inside_longer_answers(self) -> None:
        assert is_right("Which?\n= the island of Etorofu", "island of Iturup", NAMES)

    def test_they_are_whole_words(self) -> None:
        assert not is_right("Which?\n= Etorofuland", "Iturupland", NAMES)

    def test_a_question_may_want_one_particular_form(self) -> None:
        question = "What do Russians call Etorofu?\n= Iturup\nnames: no"
        assert is_right(question, "iturup", NAMES)
        assert not is_right(question, "Etorofu", NAMES)

    def test_the_longest_form_is_taken_first(self) -> None:
        names = "names:\n  - Kurils | Kuril Islands\n  - Islands | Isles\n"
        assert is_right("Which?\n= Kurils", "Kuril Islands", names)


class TestNumber:
    @pytest.mark.parametrize(
        "said",
        [
            "$100 million",
            "100m USD",
            "$100,000,000",
            "100 million dollars",
            "US$100m",
            "about $100 million",
            "~ $100m",
            "$100 million.",
            "$0.1 billion",
            "$100 000 000",
        ],
    )
    def test_the_same_money_is_right_however_written(self, said: str) -> None:
        assert is_right("How much?\n= $100 million", said)

    @pytest.mark.parametrize("said", ["9%", "9 per cent", "9 percent", "9.0 %", "9 pct"])
    def test_per_cent(self, said: str) -> None:
        assert is_right("What share?\n= 9%", said)

    @pytest.mark.parametrize("said", ["90 min", "90 minutes", "about 90 min"])
    def test_a_word_such_as_in_counts_before_the_number_alone(self, said: str) -> None:
        assert is_right("How long?\n= 90 minutes", said)
        assert graded("How long?\n= 90 m", said).score == 0

    def test_a_missing_unit_is_close_and_half(self) -> None:
        for question, said in (("How much?\n= $100 million", "100 million"), ("What share?\n= 9%", "9")):
            verdict = graded(question, said)
            assert (verdict.verdict, verdict.score) == ("close", 0.5)
            assert verdict.reason == "The number is right; its unit is missing."

    def test_another_unit_is_wrong_and_said(self) -> None:
        verdict = graded("How much?\n= $100 million", "€100 million")
        assert (verdict.verdict, verdict.score) == ("wrong", 0)
        assert verdict.reason == "The number is right, but not in euros."

    @pytest.mark.parametrize(
        "said", ["$10 million", "-$100 million", "100", "a hundred", "million", "$100 million to 200"]
    )
    def test_another_number_is_wrong(self, said: str) -> None:
        assert graded("How much?\n= $100 million", said).score == 0

    def test_a_unit_that_is_printed_is_not_demanded(self) -> None:
        question = "How far?\n= 20\nunit: km"
        assert all(is_right(question, said) for said in ("20", "20 km", "20 kilometres"))
        assert graded(question, "20 miles").score == 0
        assert is_right("How far?\n= 20 km\nunit: km", "20")

    def test_a_bare_number_may_be_followed_by_what_it_counts(self) -> None:
        assert is_right("How many cars?\n= 80,000", "80,000 cars a year")
        assert is_right("How many cars?\n= 80,000", "80 thousand")
        assert not is_right("How many cars?\n= 80,000", "8 cars of 80,000")

    @pytest.mark.parametrize(
        ("prompt", "said", "score"),
        [
            ("How many days did it last?", "4 days", 1),
            ("How many days did it last?", "4 days in a row", 1),
            ("How many days did it last?", "4 weeks", 0),
            ("What share, in per cent?", "4%", 1),
            ("What did it cost, in $?", "$4", 1),
            ("What did it cost, in $?", "€4", 0),
            ("What did it cost?", "$4", 1),
            ("How long was it in the end?", "4 km", 1),
            ("How many km?", "4 km", 1),
            ("How many km?", "4 kilometres", 1),
            ("How many km?", "4 m", 0),
            ("How many km?", "4 miles", 0),
            ("How heavy, in kg?", "4 g", 0),
            ("How large, in km²?", "4 km", 0),
            ("How warm, in °C?", "4 °F", 0),
            ("How warm, in °C?", "4 °C", 1),
            ("How many km/h?", "4 km", 0),
            ("How long was the 10 km race?", "4 hours", 1),
        ],
    )
    def test_a_unit_that_the_answer_lacks_may_be_the_one_that_was_asked_for(
        self, prompt: str, said: str, score: float
    ) -> None:
        assert graded(f"{prompt}\n= 4", said).score == score
        assert is_right(f"{prompt}\n= 4", "4")

    def test_a_number_with_another_unit_and_more_words_is_wrong(self) -> None:
        assert graded("How fast?\n= 20\nunit: km/h", "20 miles an hour").score == 0
        assert is_right("How far?\n= 20\nunit: km", "20 km of road")

    def test_a_tolerance_in_per_cent_or_in_the_unit(self) -> None:
        assert is_right("How many?\n= 200\ntolerance: 5%", "190")
        assert not is_right("How many?\n= 200\ntolerance: 5%", "189")
        assert is_right("How far?\n= 200 km\ntolerance: 5 km", "205 km")

    @pytest.mark.parametrize(
        ("said", "right"), [("47.5%", True), ("52.5 per cent", True), ("47%", False), ("45%", False)]
    )
    def test_a_tolerance_in_per_cent_is_of_the_answer_even_of_a_share(self, said: str, right: bool) -> None:
        assert is_right("What share?\n= 50 %\ntolerance: 5%", said) == right

    def test_a_tolerance_of_a_share_may_be_in_points(self) -> None:
        assert is_right("What share?\n= 9%\ntolerance: 1", "10%")
        assert not is_right("What share?\n= 9%\ntolerance: 1", "10.5%")

    def test_a_range(self) -> None:
        question = "How many?\n= 15\nrange: 10 to 20"
        assert [is_right(question, said) for said in ("9", "10", "12.5", "20", "21")] == [
            False,
            True,
            True,
            True,
            False,
        ]

    def test_the_half_holds_in_a_range_too(self) -> None:
        assert graded("How much?\n= $15\nrange: $10 to $20", "12").score == 0.5

    def test_further_forms_may_be_words(self) -> None:
        assert is_right("How many?\n= 2 | two", "Two")

    def test_the_answer_that_fits_has_its_feedback(self) -> None:
        question = "How much?\n= 4 km\n  Rounded.\n= 4.2 km\n  Exactly.\ntolerance: 0.1"
        assert graded(question, "4.2 km").feedback == "Exactly."
        assert graded(question, "3.9 km").feedback == "Rounded."
        assert graded(question, "9 km").feedback == ""

    def test_an_expected_wrong_number_has_its_feedback(self) -> None:
        question = "How much?\n= $100 million\nwrong: $200 million :: That was the year before."
        assert graded(question, "200m dollars").feedback == "That was the year before."


class TestTrueFalse:
    @pytest.mark.parametrize("said", ["true", "True.", " T ", "yes", "y", "right", "correct!"])
    def test_true_in_the_usual_words(self, said: str) -> None:
        assert is_right("It rains.\n= true", said)
        assert graded("It rains.\n= false", said).score == 0

    @pytest.mark.parametrize("said", ["false", "F", "no", "n", "wrong", "Incorrect"])
    def test_false_in_the_usual_words(self, said: str) -> None:
        assert is_right("It rains.\n= false", said)
        assert graded("It rains.\n= true", said).score == 0

    def test_anything_else_is_wrong_and_says_what_to_type(self) -> None:
        verdict = graded("It rains.\n= false", "maybe")
        assert (verdict.verdict, verdict.reason) == ("wrong", 'Answer "true" or "false".')
        assert verdict.accepted == ("false",)


CHOICE = "Which?\n- [ ] World War I\n  That was earlier.\n- [x] World War II\n  Yes, in 1945.\n- [ ] *neither*"


class TestChoice:
    @pytest.mark.parametrize("said", ["World War II", "world war ii.", "B", "b", "(b)", "B.", ["World War II"]])
    def test_by_text_or_by_letter(self, said: str) -> None:
        assert is_right(CHOICE, said)

    @pytest.mark.parametrize("said", ["A", "World War I", "C", "neither", "*neither*"])
    def test_a_wrong_option(self, said: str) -> None:
        assert graded(CHOICE, said).verdict == "wrong"

    def test_the_option_that_is_taken_has_its_feedback(self) -> None:
        assert graded(CHOICE, "A").feedback == "That was earlier."
        assert graded(CHOICE, "B").feedback == "Yes, in 1945."

    @pytest.mark.parametrize("said", ["D", "World War", "the second", "1", "ß"])
    def test_no_option(self, said: str) -> None:
        verdict = graded(CHOICE, said)
        assert (verdict.verdict, verdict.reason) == ("wrong", "That is none of the options.")

    def test_a_letter_alone_in_a_sequence(self) -> None:
        assert is_right(CHOICE, ["B"])
        assert graded(CHOICE, ["A"]).feedback == "That was earlier."
        assert is_right("Which blood group?\n- [ ] B\n- [x] A\n- [ ] AB", ["A"])

    @pytest.mark.parametrize("said", ["A", ["A"], "World War I", ["World War I"]])
    def test_an_expected_wrong_answer_may_be_an_option(self, said: Response) -> None:
        assert graded(f"{CHOICE}\nwrong: world war I :: 1918.", said).feedback == "That was earlier. 1918."

    def test_an_expected_wrong_answer_need_not_be_an_option(self) -> None:
        assert graded(f"{CHOICE}\nwrong: Crimean War :: 1856.", "crimean war").feedback == "1856."

    def test_two_options_are_one_too_many(self) -> None:
        assert graded(CHOICE, "A, B").reason == "Only one option can be chosen."
        assert is_right(CHOICE, "B and B")

    def test_a_text_goes_before_a_letter(self) -> None:
        question = "Which blood group?\n- [ ] B\n- [x] A\n- [ ] AB"
        assert is_right(question, "A")
        assert graded(question, "B").verdict == "wrong"

    def test_options_that_fold_alike_stay_apart(self) -> None:
        question = "… own colour\n- [x] its\n- [ ] it's\n- [ ] its'"
        assert is_right(question, "its")
        assert graded(question, "it's").verdict == "wrong"
        assert is_right(question, ["its"])
        assert graded(question, ["its'"]).verdict == "wrong"

    def test_options_that_are_forms_of_one_name_stay_apart(self) -> None:
        question = "What do Russians call it?\n- [x] Iturup\n- [ ] Etorofu"
        assert is_right(question, "Iturup", NAMES)
        assert graded(question, "Etorofu", NAMES).verdict == "wrong"

    def test_a_word_is_not_letters_because_and_stands_in_it(self) -> None:
        question = "Which?\n" + "".join(f"- [{'x' if n == 1 else ' '}] option {n}\n" for n in range(14))
        assert graded(question, "band").reason in ("That is none of the options.", "Only one option can be chosen.")
        assert graded(question, "land").verdict == "wrong"
        assert is_right(question, "B")


class TestOpen:
    QUESTION = "Why?\n+ one\n+ two\n= Because."

    def test_it_is_not_marked_by_a_program(self) -> None:
        for said in ("Because.", ""):
            verdict = graded(self.QUESTION, said)
            assert (verdict.verdict, verdict.score) == ("unmarked", None)
            assert verdict.accepted == ("one", "two")

    def test_without_points_the_model_answer_is_what_is_accepted(self) -> None:
        assert graded("Why?\n= Because.\nlines: 3", "x").accepted == ("Because.",)

    @pytest.mark.parametrize(
        ("ticked", "mark", "score"),
        [((0, 1), "right", 1), ((1,), "partial", 0.5), ((), "wrong", 0), ((1, 1, 7, -1), "partial", 0.5)],
    )
    def test_points_that_are_ticked_over_points(self, ticked: tuple[int, ...], mark: str, score: float) -> None:
        question = bank_of(self.QUESTION).questions[0]
        assert isinstance(question, Open)
        verdict = mark_open(question, ticked)
        assert (verdict.verdict, verdict.score) == (mark, score)
        assert verdict.accepted == ("one", "two")

    def test_without_points_there_is_nothing_to_tick(self) -> None:
        question = bank_of("Why?\n= Because.\nlines: 3").questions[0]
        assert isinstance(question, Open)
        assert mark_open(question, [0]).score is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("= the Moon and Earth", "the Moon and the Earth"),
        ("= the Moon and the Earth", "moon and our planet"),
        ("= $x^2$", "$x^2$"),
        ("= $x^2$", r"\(x^2\)"),
        ("= $E = mc^2$", "E=mc^2"),
        ("= semi-conductors", "semiconductors"),
        ("= northwest", "north-west"),
        ("= peace treaty", "peacetreaty"),
        ("= 1945", "in 1945"),
        ("= 1945", "the year 1945"),
    ],
)
def test_the_same_said_otherwise_is_right(lines: str, said: str) -> None:
    assert is_right(f"How many?\n{lines}", said, EARTH)


@pytest.mark.parametrize(("lines", "said"), [("= 35", "3 5"), ("= 80,000", "80,000%"), ("= 80,000", "$80,000")])
def test_another_number_or_measure_is_not(lines: str, said: str) -> None:
    assert graded(f"How many?\n{lines}", said).score == 0
