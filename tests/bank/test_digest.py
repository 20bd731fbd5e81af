"""What a log knows of a question: a digest of what is asked, and one of what is right."""

from __future__ import annotations

import pytest

from quizgen.bank.digest import answered_digest, asked_digest
from quizgen.bank.parse import parse_bank


def digests(question: str) -> tuple[str, str]:
    [parsed] = parse_bank(f"---\nid: a\ntitle: A\n---\n\n## {question}\n").questions
    return asked_digest(parsed), answered_digest(parsed)


SHORT = "Who? {#who}\n= Kishida\n"
CHOICE = "Which? {#which}\n- [x] one\n- [ ] two\n"
CLOZE = "Russia calls them {{the Kurils :: K…}}. {#name}\n"
LIST = "Which four? {#four}\n- Etorofu\n- Kunashiri\n"
MATCH = "Match. {#match}\n- Kishida == Japan\n- Putin == Russia\n"
ORDER = "In which order? {#order}\n1. first\n2. second\n"
NUMBER = "How many? {#many}\n= 5 km\n"
OPEN = "Why? {#why}\n+ talks went on\n= They talked.\n"
TRUE = "It is so. {#so}\n= true\n"


@pytest.mark.parametrize(
    ("question", "other"),
    [
        (SHORT, SHORT.replace("Who?", "Who was it?")),
        (SHORT, SHORT.replace("Who? {#who}\n", "Who? {#who}\nIn the year 2022.\n")),
        (CLOZE, CLOZE.replace("Russia calls", "In Russia one calls")),
        (CLOZE, CLOZE.replace("K…", "two words")),
        (CHOICE, CHOICE.replace("- [ ] two", "- [ ] three")),
        (LIST, LIST + "ask: 1\n"),
        (MATCH, MATCH + "- == India\n"),
    ],
)
def test_another_wording_is_another_question_with_the_same_answer(question: str, other: str) -> None:
    assert digests(question)[0] != digests(other)[0]
    assert digests(question)[1] == digests(other)[1]


@pytest.mark.parametrize(
    ("question", "other"),
    [
        (SHORT, SHORT.replace("= Kishida", "= Abe")),
        (CLOZE, CLOZE.replace("{{the Kurils", "{{the Southern Kurils")),
        (LIST, LIST.replace("Etorofu", "Iturup")),
        (NUMBER, NUMBER.replace("5", "6")),
        (NUMBER, NUMBER + "tolerance: 1\n"),
        (OPEN, OPEN.replace("went on", "had begun")),
        (TRUE, TRUE.replace("true", "false")),
        (CHOICE, "Which? {#which}\n- [ ] one\n- [x] two\n"),
    ],
)
def test_another_answer_to_the_same_question(question: str, other: str) -> None:
    assert digests(question)[0] == digests(other)[0]
    assert digests(question)[1] != digests(other)[1]


@pytest.mark.parametrize(
    ("question", "other"),
    [
        (SHORT, SHORT.replace("= Kishida", "= Kishida | Fumio Kishida")),
        (SHORT, SHORT + "= Fumio Kishida\n"),
        (SHORT, SHORT + "> the words that prove it\nhint: a name\nexplain: Why.\nlevel: recall\ntags: a, b\n"),
        (SHORT, SHORT.replace("{#who}", "{#who-was-it}")),
        (CHOICE, "Which? {#which}\n- [ ] two\n- [x] one\n  Right.\n"),
        (LIST, "Which four? {#four}\n- Kunashiri\n- Etorofu | Iturup\n"),
        (MATCH, "Match. {#match}\n- Putin == Russia\n- Kishida == Japan | Nippon\n"),
    ],
)
def test_what_changes_neither_question_nor_answer(question: str, other: str) -> None:
    assert digests(question) == digests(other)


def test_a_unit_that_is_named_is_part_of_what_is_asked_and_of_what_is_right() -> None:
    asked, answered = digests("How far? {#far}\n= 5\nunit: km\n")
    other_asked, other_answered = digests("How far? {#far}\n= 5\nunit: m\n")
    assert asked != other_asked
    assert answered != other_answered


def test_items_in_another_order_are_another_answer() -> None:
    asked, answered = digests(ORDER)
    other_asked, other_answered = digests("In which order? {#order}\n1. second\n2. first\n")
    assert asked == other_asked
    assert answered != other_answered


def test_a_digest_says_by_which_rule_it_was_made_and_stays_as_it_is() -> None:
    """Logs of learners hold these: another digest would call every question reworded."""
    assert digests(SHORT) == ("1:c21dd7a2fda5d3f7", "1:369ca7effa270104")
