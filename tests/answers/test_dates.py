"""Dates and times of short questions: the same moment in any spelling is right, and no other is."""

from __future__ import annotations

import pytest
from graded import graded


def is_right(answer: str, said: str, language: str = "en", prompt: str = "When?") -> bool:
    """Whether a response to a question with this answer has the whole score."""
    return graded(f"{prompt}\n= {answer}", said, f"language: {language}\n").score == 1


SAME = [
    (
        "24 February 2022",
        "Feb. 24, 2022 · 24th of February 2022 · February 24th, 2022 · 2022-02-24 · 24.2.2022 · 24/02/2022 · "
        "02/24/2022 · "
        "24-02-2022 · 24 Feb 2022 · on 24 February 2022 · Thursday, 24 February 2022 · the twenty-fourth of "
        "February, 2022 · "
        "24.02.22 · 24 Feb '22 · February 24 2022 · 24 FEBRUARY 2022. · 2022/02/24 · 24-Feb-2022 · 24 Febuary 2022",
        "25 February 2022 · 24 March 2022 · 24 February 2021 · 24 February · February 2022 · 2022 · 2022-02-25 · "
        "24/03/2022 · "
        "4 February 2022 · 24 February 1922 · 24 Feb '23",
    ),
    ("February 2022", "Feb 2022 · in February 2022 · 02/2022 · 2022-02 · 24 February 2022", "February · 2022 · "
        "March 2022 · February 2021"),
    ("2022", "in 2022 · the year 2022 · about 2022 · 24 February 2022 · February 2022 · 2022-02-24 · twenty "
        "twenty-two", "2021 · 22 · 2022 BC"),
    ("1945", "nineteen forty-five · in 1945 · 2 September 1945", "1954 · 45 · nineteen fifty-four · 1845"),
    ("7 October", "October 7 · 7th October · the seventh of October · Oct. 7th · 7 October 2023 · 7.10.",
    "8 October · 7 November · October · 7"),
    ("May", "in May · may", "March · June · the fifth"),
    ("the 1990s", "1990s · nineties · the nineties · the '90s · 1990's · the 90s", "the 1980s · 1890s · eighties"),
    ("early 1990s", "the early nineties", "the 1990s · the late 1990s"),
    ("19th century", "the nineteenth century · XIX century · 19th c. · the 1800s · 19th-century", "18th century "
        "· the 1900s · 19th century BC · XXI century"),
    ("44 BC", "44 BCE · 44 B.C. · 44 b.c.e.", "44 · 44 AD · 45 BC · 440 BC"),
    ("AD 79", "79 AD · 79 CE · A.D. 79", "79 BC · 97 AD"),
    ("4 pm", "16:00 · 4 p.m. · 4:00 PM · 4 o'clock · four o'clock · 4pm · four pm", "4 am · 5 pm · 14:00 · 04:00 "
        "· 16:30"),
    ("4:30 pm", "half past four · 16:30 · 4.30 p.m.", "half past five · 4:30 am · 4 pm"),
    ("noon", "12:00 · 12 pm · midday", "midnight · 12 am"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "same", "other"), SAME)
def test_the_same_moment_is_right_and_another_wrong(answer: str, same: str, other: str) -> None:
    assert [said for said in same.split(" · ") if not is_right(answer, said)] == []
    assert [said for said in other.split(" · ") if is_right(answer, said)] == []


LANGUAGES = [
    ("de", "24. Februar 2022", "24.02.2022 · 24. Feb. 2022 · am 24. Februar 2022 · 24.2.22 · 2022-02-24",
    "24. März 2022 · 2.4.2022"),
    ("fr", "24 février 2022", "le 24 février 2022 · 24/02/2022 · 24 fevrier 2022", "24 mars 2022"),
    ("fr", "1er mars 2020", "1 mars 2020 · le 1er mars 2020", "11 mars 2020"),
    ("es", "24 de febrero de 2022", "24 febrero 2022 · el 24 de febrero de 2022 · 24/2/2022", "24 de enero de 2022"),
    ("it", "24 febbraio 2022", "il 24 febbraio 2022 · 24/2/2022", "24 gennaio 2022"),
    ("pt", "24 de fevereiro de 2022", "24/02/2022 · 24 fevereiro 2022", "24 de março de 2022"),
    ("nl", "24 februari 2022", "24-02-2022 · op 24 februari 2022", "24 maart 2022"),
    ("ru", "24 февраля 2022 года", "24 февраля 2022 · 24.02.2022 · 24 февраля 2022 г.", "24 марта 2022 года"),
    ("uk", "24 лютого 2022 року", "24 лютого 2022 · 24.02.2022", "24 березня 2022 року"),
    ("ja", "2022年2月24日", "２０２２年２月２４日 · 二〇二二年二月二十四日 · 2022/2/24", "2022年2月25日 · "
        "2022年3月24日"),
    ("de", "19. Jahrhundert", "neunzehntes Jahrhundert · XIX. Jahrhundert · 19. Jh.", "18. Jahrhundert"),
    ("fr", "XIXe siècle", "19e siècle · le XIXème siècle", "XXe siècle"),
    ("es", "siglo XIX", "siglo 19 · el siglo XIX", "siglo XX"),
    ("ru", "XIX век", "19 век · 19-й век", "XX век"),
    ("ja", "19世紀", "十九世紀", "20世紀"),
    ("de", "die 1990er Jahre", "1990er · die neunziger Jahre", "1980er"),
    ("de", "16 Uhr", "16:00 · 16.00 Uhr", "6 Uhr"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "answer", "same", "other"), LANGUAGES)
def test_other_languages(language: str, answer: str, same: str, other: str) -> None:
    assert [said for said in same.split(" · ") if not is_right(answer, said, language)] == []
    assert [said for said in other.split(" · ") if is_right(answer, said, language)] == []


@pytest.mark.parametrize(
    ("language", "said", "right"),
    [
        ("en-US", "3/2/2022", True), ("en-US", "2/3/2022", False), ("en-GB", "2/3/2022", True), ("en-GB",
        "3/2/2022", False),
        ("en", "2/3/2022", True), ("en", "3/2/2022", True), ("en", "2.3.2022", True), ("en", "3.2.2022", False),
        ("de", "2.3.2022", True), ("de", "3.2.2022", False), ("en-US", "2022-03-02", True), ("en", "2022-02-03", False),
    ],
)  # fmt: skip
def test_day_and_month_stand_in_the_order_of_the_language(language: str, said: str, right: bool) -> None:
    assert is_right("2 March 2022", said, language) == right


def test_figures_that_are_turned_around_are_another_date() -> None:
    assert not is_right("02/03/2022", "03/02/2022")
    assert is_right("02/03/2022", "2/3/2022")


@pytest.mark.parametrize(
    ("answer", "said"),
    [("1/2", "2/1"), ("1/2", "1 February"), ("1.5", "1 May"), ("3-5", "5 March"), ("24/7", "24 July")],
)
def test_what_is_no_date_in_the_bank_is_not_read_as_one(answer: str, said: str) -> None:
    assert not is_right(answer, said)


@pytest.mark.parametrize(
    ("language", "answer", "said"),
    [("en", "June", "July"), ("de", "Juni", "Juli"), ("en", "June 1940", "July 1940"), ("es", "mayo", "marzo"),
        ("uk", "червень", "червня 5"),
     ("en", "September", "December"), ("ru", "июнь", "июль"), ("fr", "juin", "juillet"), ("pt", "março", "maio")],
)  # fmt: skip
def test_no_slip_of_spelling_makes_another_month(language: str, answer: str, said: str) -> None:
    assert is_right(answer, said, language) == (said == "червня 5")


def test_a_number_that_is_no_year_takes_no_date() -> None:
    assert not is_right("2022", "24 February 2022", prompt="How many were there?")
