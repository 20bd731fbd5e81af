"""What the article brings along: abbreviations that are slips, and wrong options that are true."""

from __future__ import annotations

import pytest
from examples import found_in

from quizgen.check.finding import Finding
from quizgen.check.rules import RULES


def found(rule: str, question: str, article: str = "") -> list[Finding]:
    front = "article: reading.txt\n" if article else ""
    return [*found_in(f"---\nid: a\ntitle: A\n{front}---\n\n{question}", article, RULES[rule])]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Liquified Natural Gas (LPG)", "LNG"),
        ("mean high tide (MLT)", "MHT"),
        ("a Chief Executive Officer (COO)", "CEO"),
        ("a Chief Executive Officer (CFO)", "CEO"),
        ("the World Health Organization (WTO)", "WHO"),
        ("the Food and Agriculture Organisation (FOA)", "FAO"),
        ("the gross domestic product (GPD)", "GDP"),
        ("the Society for Worldwide Interbank Telecommunication (SWTI)", "SWIT"),
    ],
)
def test_an_abbreviation_with_one_slip_is_found(words: str, meant: str) -> None:
    [finding] = found("abbreviation", f"## What is {words} for?\n= it\n")
    assert f"{meant} is meant" in finding.message
    assert finding.line == 6


@pytest.mark.parametrize(
    "words",
    [
        "Liquefied Natural Gas (LNG)",
        "the European Union (EU)",
        "the North Atlantic Treaty Organization (NATO)",
        "the gross national product (GNP)",
        "the World Health Organisation (OMS)",
        "the International Organization for Standardization (ISO)",
        "Coordinated Universal Time (UTC)",
        "the German Democratic Republic (DDR)",
        "Extensible Markup Language (XML)",
        "the Television London Bureau (TVB)",
        "pure polyvinyl chloride (PVC)",
        "hyperlinked data exchange (HDX)",
        "the Gesamtverband Kunststoffverarbeitende Industrie (GKV)",
        "the European Union (UE)",
        "the North Atlantic Treaty Organisation (OTAN)",
        "the acquired immune deficiency syndrome (SIDA)",
        "post-traumatic stress disorder (PTSD)",
        "deoxyribonucleic acid (DNA)",
        "central processing units (CPUs)",
        "the Association of South East Asian Nations (ASEAN)",
        "Japan's Sakhalin oil development (SODECO)",
        "some of it (4 per cent)",
        "the table below it (see NOTE)",
        "some long kilometres (km)",
    ],
)
def test_a_right_abbreviation_and_a_foreign_one_are_no_slips(words: str) -> None:
    assert not found("abbreviation", f"## What is {words} for?\n= it\n")


@pytest.mark.parametrize(
    "lines",
    [
        "## Why?\nIt is the mean high tide (MLT).\n= so\n",
        "## Why?\n- [x] the mean high tide (MLT)\n- [ ] no\n",
        "## Why?\n= so\n> the mean high tide (MLT)\n",
        "## Why?\n= so\nexplain: It is the mean high tide (MLT).\n",
    ],
)
def test_it_is_found_wherever_students_see_it_or_a_quote_takes_it_over(lines: str) -> None:
    assert len(found("abbreviation", lines)) == 1


def test_the_teachers_note_may_speak_of_a_slip() -> None:
    assert not found("abbreviation", "## Why?\n= so\nnote: It writes mean high tide (MLT).\n")


def test_a_slip_of_the_article_is_found_where_a_question_shows_its_abbreviation() -> None:
    article = "All of it is given for the mean high tide (MLT) of a year and of every port.\n"
    [finding] = found("abbreviation", "## Where is the MLT given?\n= here\n", article)
    assert "see whether MHT is meant" in finding.message
    assert not found("abbreviation", "## Where is it given?\n= here\nnote: MLT is a slip.\n", article)
    assert not found("abbreviation", "## Where is the MHT given?\n= here\n", article)


ARTICLE = """The ship was laden with bread and salt when it left the harbour of the old town. It passed the Lower
islands, the Upper islands, and the Outer islands. The king sent wine to the old town by land in the same week.
About 4 per cent of the oil and 9 per cent of the gas were lost. Peace between Denmark and Sweden held. A gale hit
the mill and Henrik's house. Tar was never sent to the old town by land by any king.
Rye and barley went to Riga and Lund respectively. Hops came by sea, and malt by land.
"""


def choice(stem: str, right: str, proof: str, *wrong: str) -> str:
    return f"## {stem}\n- [x] {right}\n  > {proof}\n" + "".join(f"- [ ] {option}\n" for option in wrong)


@pytest.mark.parametrize(
    ("question", "option"),
    [
        (choice("Which food was on board?", "bread", "laden with bread and salt", "salt", "rice"), "salt"),
        (choice("Which food was on board?", "salt", "The ship was laden with bread", "bread", "rice"), "bread"),
        (choice("What did it pass?", "the Lower islands", "It passed the Lower", "the Outer islands", "a"), "Outer"),
        (choice("What did the king send to the old town by land?", "fish", "About 4", "rice", "wine"), "wine"),
    ],
)
def test_a_wrong_option_that_the_article_calls_right_is_found(question: str, option: str) -> None:
    [finding] = found("distractor-true", question, ARTICLE)
    assert option in finding.message
    line = next(line for line in question.split("\n") if line.startswith("- [ ]") and option in line)
    assert finding.line == 7 + question.split("\n").index(line)


def test_without_the_article_the_quotes_are_looked_at() -> None:
    question = choice("Which food was on board?", "bread", "laden with bread and salt", "salt", "rice")
    assert len(found("distractor-true", question)) == 1


@pytest.mark.parametrize(
    "question",
    [
        choice("Which food was named first?", "bread", "laden with bread and salt", "salt", "rice"),
        choice("Which food was not on board?", "bread", "laden with bread and salt", "salt", "rice"),
        choice("Which food lay under the salt?", "bread", "laden with bread and salt", "salt", "rice"),
        choice("What share of the oil was lost?", "4 per cent", "4 per cent of the oil", "9 per cent", "5 per cent"),
        choice("What was lost in part?", "oil", "4 per cent of the oil and 9 per cent of the gas", "gas", "rice"),
        choice("Which side held it?", "Denmark", "between Denmark and Sweden", "Sweden", "Norway"),
        choice("What did the gale hit?", "the mill", "A gale hit the mill", "Henrik", "the king"),
        choice("What did the king send to the old town by land?", "wine", "The king sent wine", "tar", "rice"),
        choice("What did it carry?", "bread", "laden with bread and salt", "salt\n  > The king sent wine", "rice"),
        choice("What did it carry?", "bread", "laden with bread and salt", "salted fish", "rice"),
        choice("Which grain went to Riga?", "rye", "Rye and barley went to Riga", "barley", "rice"),
        choice("What came by sea?", "hops", "Hops came by sea", "malt", "rice"),
        choice("Which food was baked?", "bread", "About 4 per cent", "salt", "rice"),
        choice("What did the king send to the old town by land?", "fish", "About 4 per cent", "town wine", "rice"),
        choice("What did the king send to the old town by land?", "wine", "About 4 per cent", "week", "rice"),
        choice("What did the king send to the old town by land?", "a drink", "The king sent wine", "week", "rice"),
        "## Which were on board?\n- [x] bread\n  > laden with bread and salt\n- [x] salt\n- [ ] wine\n",
    ],
)
def test_a_wrong_option_that_is_wrong_stays(question: str) -> None:
    assert not found("distractor-true", question, ARTICLE)
