"""A small slip of spelling is right, unless it makes another answer of it."""

from __future__ import annotations

import pytest
from graded import HEAD, graded, is_right
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answers import grade
from quizgen.answers.words import known
from quizgen.answers.words.edits import edits
from quizgen.bank.model import Answer, Bank, Short, Topic
from quizgen.bank.parse import parse_bank

NAMES = "names:\n  - Etorofu | Etorufu | Iturup\n"


def in_bank(question: str, response: str, *others: str) -> bool:
    """Whether a response to the first question of a bank is right."""
    bank = parse_bank(f"{HEAD}---\n\n" + "\n".join(f"## {text}\n" for text in (question, *others)))
    return grade(bank.questions[0], response, bank).verdict == "right"


@pytest.mark.parametrize(
    ("answer", "said", "right"),
    [
        ("Kyiv", "Kyvi", False),
        ("Japan", "Jappan", True),
        ("Japan", "Jpaan", True),
        ("Japan", "Japn", True),
        ("Japan", "Yapan", True),
        ("Japan", "Jppn", False),
        ("Japan", "japans", True),
        ("Kishida", "Kisihda", True),
        ("Kishida", "Kisheeda", False),
        ("the Soviet Union", "soviet unoin", True),
        ("the Soviet Union", "sovite unoin", True),
        ("the Soviet Union", "SovietUnion", True),
        ("the Soviet Union", "sovite unon's", False),
        ("Zelensky", "Zelenskyy", True),
        ("Northern Territories", "Northen Teritories", True),
        ("Bank of Japan", "Bnak fo Japan", True),
        ("environment", "enviroment", True),
    ],
)
def test_one_edit_from_five_letters_two_from_nine(answer: str, said: str, right: bool) -> None:
    assert is_right(f"Who?\n= {answer}", said) == right


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("North Korea", "South Korea"),
        ("Northern Kurils", "Southern Kurils"),
        ("war with Iran", "war with Iraq"),
        ("independence", "dependence"),
        ("inflation", "deflation"),
        ("a million people", "a billion people"),
        ("eight people", "eighty people"),
        ("fifth place", "fifty place"),
    ],
)
def test_another_word_is_no_typo_even_where_the_bank_does_not_know_it(answer: str, said: str) -> None:
    assert not is_right(f"Who?\n= {answer}", said)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Agreement 1945", "Agreement 1946"),
        ("Kremlin", "Кremlin"),
        ("Москва", "Mосква"),
        ("ひらがなです", "ひらかなです"),
        ("`print(x)`", "prynt(x)"),
        ("what `x + y` is", "whad x + y is"),
        ("Kishida", "Ki\ufffdshida"),
        ("Johnson & Johnson", "Johnson + Johnson"),
    ],
)
def test_digits_other_scripts_syllables_and_code_must_be_right(answer: str, said: str) -> None:
    assert not is_right(f"Which?\n= {answer}", said)
    assert is_right(f"Which?\n= {answer}", answer.replace("`", ""))


def test_a_typo_in_another_script_is_one_in_its_own_letters() -> None:
    assert is_right("Где?\n= Владивосток", "Владивасток")


class TestTheGuard:
    @pytest.mark.parametrize(
        "other",
        [
            "Who?\n= Varenia",
            "Who?\n- [ ] *Varenia*\n- [x] Mali",
            "Who?\n- Varenia\n- Mali",
            "Who?\n- one == Varenia\n- two == Mali",
            "Who?\n- one == Mali\n- two == Niger\n- == Varenia",
            "Who?\n- Varenia == one\n- Mali == two",
            "In {{Varenia}}.",
            "Who?\n= Mali\nwrong: Varenia :: No.",
            "Who?\n1. Varenia\n2. Mali",
            "Who?\n= Varenia\nstatus: draft",
        ],
    )
    def test_what_the_bank_knows_as_another_answer_is_no_typo(self, other: str) -> None:
        assert in_bank("Who?\n= Darenia", "Varenia")
        assert not in_bank("Who?\n= Darenia", "Varenia", other)
        assert in_bank("Who?\n= Darenia", "Darenja", other)

    def test_nor_is_what_lies_as_near_to_it(self) -> None:
        assert not in_bank("Who?\n= Darenia", "Karenia", "Who?\n= Varenia")

    def test_a_name_that_the_bank_knows_is_an_answer(self) -> None:
        assert not is_right("Who?\n= Darenia", "Varenia", "names:\n  - Varenia | Northern Varen\n")

    def test_an_expected_wrong_answer_goes_first(self) -> None:
        verdict = graded("Who?\n= Darenia\nwrong: Varenia :: Next door.", "Varenia")
        assert (verdict.verdict, verdict.feedback) == ("wrong", "Next door.")

    def test_the_same_answer_elsewhere_does_not_stand_in_the_way(self) -> None:
        assert in_bank("Who?\n= the Darenia", "Darenja", "Which?\n- Darenia\n- Mali", "Who?\n= Darenia | The Darenia")

    def test_other_forms_of_one_answer_do_not_either(self) -> None:
        assert is_right("Who?\n= Kunashir | Kunashiri", "Kunashirri")
        assert is_right("Who?\n= Kunashir\n= Kunashiri", "Kunashirri")

    def test_members_of_one_list_are_told_apart(self) -> None:
        assert graded("Who?\n- Darenia\n- Varenia", "Darenia, Darenia, Karenia").score == 0.5


class TestNames:
    @pytest.mark.parametrize("said", ["Iturop", "Etorofo", "Etorufuu", "the island of Iturop", "Island of Etorofo"])
    def test_every_form_of_a_name_may_be_misspelt(self, said: str) -> None:
        assert is_right("Which?\n= Etorofu | the island of Etorofu", said, NAMES)

    def test_the_name_that_was_meant_is_told(self) -> None:
        assert graded("Which?\n= Etorofu", "Iturop", NAMES).reason == "Spelled Iturup."

    def test_where_one_form_is_wanted_another_is_no_typo(self) -> None:
        question = "Which?\n= Etorofu\nnames: no"
        assert not is_right(question, "Etorufu", NAMES)
        assert not is_right(question, "Iturop", NAMES)
        assert is_right(question, "Etoroffu", NAMES)


class TestWhatIsSaid:
    def test_of_a_short_answer(self) -> None:
        verdict = graded("Who?\n= Japan\n= the Soviet Union\n  Till 1991.", "Sovite Union")
        assert (verdict.score, verdict.reason, verdict.feedback) == (1, "Spelled the Soviet Union.", "Till 1991.")

    def test_of_a_list(self) -> None:
        question = "Which?\n- Etorofu\n- Kunashiri\n- Shikotan"
        assert graded(question, "Etorofu, Kunashirri, Shikotn").reason == "Spelled Kunashiri; spelled Shikotan."
        verdict = graded(question, "Etorofo and Shikotan")
        assert (verdict.score, verdict.reason) == (
            pytest.approx(2 / 3),
            "2 of 3; missing Kunashiri; spelled Etorofu.",
        )
        assert graded("Which?\n- Bosnia and Herzegovina\n- Mali", "Bosina and Herzegovina, Mali").score == 1

    def test_of_a_member_given_twice(self) -> None:
        assert graded("Which?\n- Etorofu\n- Kunashiri", "Etorofu, Etoroffu").score == 0.5

    def test_of_blanks(self) -> None:
        assert graded("In {{Washington}} they met.", "Washingten").reason == "Spelled Washington."
        verdict = graded("In {{Washington}} and {{Tokyo}}.", "Washingten; Kyoto")
        assert (verdict.score, verdict.reason) == (0.5, "1 of 2; (2) Tokyo; spelled Washington.")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which?\n- [x] Darenia\n- [ ] Varenia", "Karenia"),
        ("Order.\n1. Darenia\n2. Varenia", "Karenia; Darenia"),
        ("So?\n= false", "flue"),
    ],
)
def test_what_may_be_a_slip_for_two_is_none(question: str, said: str) -> None:
    assert graded(question, said).score == 0


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which?\n- [x] Washington\n- [ ] Tokyo", "Washingten"),
        ("Which?\n- [x] Washington\n- [x] Moscow\n- [ ] Tokyo", "Washingten, Moskow"),
        ("So?\n= false", "flase"),
        ("Order.\n1. Washington\n2. Moscow", "Washingten; Moskow"),
        ("Match.\n- one == Washington\n- two == Moscow", "Washingten; Moskow"),
    ],
)
def test_what_is_to_be_chosen_may_be_misspelt_too(question: str, said: str) -> None:
    assert is_right(question, said)


letters = st.text(alphabet="abc", max_size=6)


@given(letters, letters, st.integers(0, 2))
def test_edits_are_the_distance_up_to_most(one: str, other: str, most: int) -> None:
    assert edits(one, other, most) == min(distance(one, other), most + 1)


def distance(one: str, other: str) -> int:
    """The optimal string alignment distance, by its whole table."""
    rows = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i, left in enumerate(one, 1):
        for j, right in enumerate(other, 1):
            rows[i, j] = min(rows[i - 1, j] + 1, rows[i, j - 1] + 1, rows[i - 1, j - 1] + (left != right))
            if i > 1 and j > 1 and one[i - 2 : i] == right + other[j - 2]:
                rows[i, j] = min(rows[i, j], rows[i - 2, j - 2] + 1)
    return rows[len(one), len(other)]


@pytest.mark.parametrize("said", ["Vladivostok 0 harbor", "Vladivstok habour", "nothing of the kind"])
def test_of_a_large_bank_only_what_is_alike_is_compared(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["harbour", "Vladivostok", "Petropavlovsk", "Yuzhno", "Sakhalin", "Magadan", "Nakhodka", "Anadyr"]
    questions = [
        Short(prompt="?", answers=(Answer(tuple(f"{word} {words[(at + n) % 8]} {'x' * (at // 8)}" for n in range(4))),))
        for at, word in enumerate(words * 25)
    ]
    asked = Short(prompt="?", answers=(Answer(("Vladivostok harbour", "harbour of Vladivostok")),))
    bank = Bank(id="a", title="A", topics=(Topic(questions=(asked, *questions)),))
    compared: list[str] = []

    def counted(one: str, other: str, most: int) -> int:
        compared.append(other)
        return edits(one, other, most)

    monkeypatch.setattr(known, "edits", counted)
    grade(asked, said, bank)
    assert len(compared) < 20  # of 800 forms
