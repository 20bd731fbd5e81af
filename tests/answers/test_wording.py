"""The same wording written otherwise, and what is put around an answer, is right; what only looks so is not."""

from __future__ import annotations

import pytest
from graded import graded, is_right
from test_typos import in_bank


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("grey", "gray"),
        ("tyre", "tire"),
        ("colour", "color"),
        ("labour movement", "labor movement"),
        ("centre", "center"),
        ("kilometre", "kilometers"),
        ("defence", "defense"),
        ("organisation", "organization"),
        ("analyse", "analyze"),
        ("catalogue", "catalog"),
        ("anaemia", "anemia"),
        ("oesophagus", "esophagus"),
        ("aluminium", "aluminum"),
        ("sulphur", "sulfur"),
        ("sulphate", "sulfate"),
        ("travelled", "traveled"),
        ("Mt. Fuji", "Mount Fuji"),
        ("St. Petersburg", "Saint Petersburg"),
        ("co-op", "co op"),
        ("X-ray", "xray"),
        ("semi-conductors", "semi conductors"),
        ("semiconductors", "semi-conductor"),
        ("U.S.S.R.", "USSR"),
        ("Research & Development", "research and development"),
        ("ship", "ships"),
        ("wives", "wife"),
        ("bacteria", "bacterium"),
        ("Köln", "Koeln"),
        ("Köln", "Koln"),
        ("Fumio Kishida", "Kishida Fumio"),
        ("Fumio Kishida", "Kishida, Fumio"),
        ("World Health Organization (WHO)", "World Health Organization"),
        ("World Health Organization (WHO)", "WHO"),
        ("Ｔｏｋｙｏ", "Tokyo"),
        ("in Tokyo", "Tokyo"),
    ],
)
def test_written_otherwise_is_right_without_a_remark(answer: str, said: str) -> None:
    verdict = graded(f"Which?\n= {answer}", said)
    assert (verdict.score, verdict.reason) == (1, "")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("customs", "custom"),
        ("arms", "arm"),
        ("news", "new"),
        ("prize", "prise"),
        ("Finance Minister", "Minister of Defence"),
        ("cat", "cot"),
        ("x²", "x2"),
        ("½", "12"),
    ],
)
def test_another_word_is_not(answer: str, said: str) -> None:
    assert not is_right(f"Which?\n= {answer}", said)


def test_what_a_bank_knows_as_another_answer_is_not_the_same_wording() -> None:
    assert is_right("Which?\n= ship", "ships")
    assert not is_right("Which?\n= ship\nwrong: ships :: Only one.", "ships")
    assert graded("Which?\n- ship\n- ships", "ships").score == 0.5


def test_a_plural_elsewhere_in_the_bank_does_not_stand_in_the_way() -> None:
    assert in_bank("Which?\n= sanction", "sanctions", "What?\n= sanctions")


@pytest.mark.parametrize(
    "said",
    [
        "It is Tokyo",
        "It's Tokyo.",
        "I think it is Tokyo",
        "Tokyo, I think",
        "Tokyo?",
        "maybe Tokyo",
        "The answer is Tokyo.",
        "It is called Tokyo",
        "Answer: Tokyo",
        "in Tokyo",
        "the city of Tokyo",
        "Well, I think it's in Tokyo, right?",
        "It is Tokio",
    ],
)
def test_what_is_put_around_an_answer_does_not_count(said: str) -> None:
    assert is_right("Where?\n= Tokyo", said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Ich glaube, es ist Tokio"),
        ("fr", "C’est Tokio"),
        ("es", "creo que es Tokio"),
        ("it", "è Tokio"),
        ("pt", "acho que é Tokio"),
        ("nl", "het is Tokio"),
        ("ru", "это Tokio"),
        ("uk", "мабуть, Tokio"),
        ("ja", "それはTokioです"),
    ],
)
def test_in_the_language_of_the_bank(language: str, said: str) -> None:
    assert is_right("Where?\n= Tokio", said, f"language: {language}\n")


@pytest.mark.parametrize(
    "said",
    [
        "not Tokyo",
        "It is not Tokyo",
        "It isn't Tokyo",
        "I don't think it is Tokyo",
        "no Tokyo",
        "never Tokyo",
        "anti-Tokyo",
        "non-Tokyo",
        "Tokyo or Kyoto",
        "Tokyo Kyoto",
        "it is",
        "the answer is",
    ],
)
def test_what_denies_it_or_leaves_it_open_is_wrong(said: str) -> None:
    assert graded("Where?\n= Tokyo", said).score == 0


def test_a_preposition_that_matters_counts() -> None:
    assert not is_right("Which way?\n= to Japan", "from Japan")
    assert not is_right("Which way?\n= turn", "turn right")


def test_what_kind_of_thing_it_is_must_be_the_one_that_is_asked_for() -> None:
    assert not is_right("Which country is it?\n= Mexico", "the city of Mexico")


def test_an_expected_wrong_answer_is_known_in_its_phrase_and_misspelt() -> None:
    question = "Where?\n= Tokyo\nwrong: Vladivostok :: That is in Russia."
    for said in ("Vladivostok", "Vladivostock", "It is Vladivostok", "in Vladivostok"):
        assert graded(question, said).feedback == "That is in Russia."


class TestLettersOfAnotherScript:
    @pytest.mark.parametrize(
        ("answer", "said", "reason"),
        [
            ("Kremlin", "Кremlin", "It looks right, but the К is a Cyrillic letter."),
            ("Kremlin", "Κremlin", "It looks right, but the Κ is a Greek letter."),
            ("Kremlin", "Krеmlin", "It looks right, but the е is a Cyrillic letter."),
            ("CCCP", "СССР", "It looks right, but С and Р are Cyrillic letters."),
            ("Москва", "Mосква", "It looks right, but the M is a Latin letter."),
        ],
    )
    def test_look_right_and_are_told(self, answer: str, said: str, reason: str) -> None:
        verdict = graded(f"What?\n= {answer}", said)
        assert (verdict.score, verdict.reason) == (0, reason)

    def test_are_told_in_a_list_too(self) -> None:
        verdict = graded("Which?\n- Kremlin\n- Duma", "Duma, Кremlin")
        assert verdict.score == 0.5
        assert verdict.reason.endswith("It looks right, but the К is a Cyrillic letter.")

    def test_are_not_told_of_what_would_be_wrong_anyway(self) -> None:
        assert "looks right" not in graded("What?\n= Kremlin", "Кyiv").reason


class TestTrueAndFalse:
    @pytest.mark.parametrize(
        ("language", "true", "false"),
        [
            ("en", "it is true", "that's false"),
            ("en", "ture", "not true"),
            ("de", "richtig", "falsch"),
            ("de", "Ja", "Nein"),
            ("fr", "vrai", "faux"),
            ("fr", "V", "F"),
            ("es", "sí", "no"),
            ("it", "vero", "falso"),
            ("pt", "verdadeiro", "não"),
            ("nl", "waar", "onjuist"),
            ("ru", "верно", "нет"),
            ("uk", "так", "ні"),
            ("ja", "はい", "×"),
            ("ar", "صحيح", "خطأ"),
            ("de", "true", "f"),
        ],
    )
    def test_in_the_words_of_the_language_and_in_english(self, language: str, true: str, false: str) -> None:
        head = f"language: {language}\n"
        assert is_right("So?\n= true", true, head)
        assert is_right("So?\n= false", false, head)
        assert not is_right("So?\n= false", true, head)
        assert not is_right("So?\n= true", false, head)
