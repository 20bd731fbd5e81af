"""Questions that are asked twice: which pairs are, and that an index finds what a loop over all pairs finds."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from examples import bank_text, found_in, scope_of
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.check.finding import Finding
from quizgen.check.rules import RULES, near
from quizgen.check.rules.near import Rarity, Stem, first_like, letters_alike, same_question

OTHERS = """
## Which colour has the roof of the old mill? {#roof}
= green

## How many steps lead up to the lighthouse? {#steps}
= 120

## Who rang the bell of the chapel in the storm? {#bell}
= the miller's daughter
"""


def found(*questions: str, others: str = OTHERS) -> tuple[Finding, ...]:
    return found_in(bank_text("\n".join((*questions, others))), "", RULES["near-duplicate"])


def short(prompt: str, *answers: str) -> str:
    return f"## {prompt}\n= {' | '.join(answers)}\nkind: short\n"


def choice(prompt: str, key: str, *others: str) -> str:
    return f"## {prompt}\n- [x] {key}\n" + "".join(f"- [ ] {other}\n" for other in others)


FERRY = short("Which ferryman carried the letters over the Sound in the hard winter?", "Ole Lund")


@pytest.mark.parametrize(
    "later",
    [
        FERRY,
        short("In the hard winter, which ferryman carried the letters over the Sound?", "Ole Lund"),
        short("Which ferryman brought the letters over the Sound in the hard winter?", "Lund", "ole lund"),
        choice("Which ferryman carried letters over the Sound in that hard winter?", "Ole Lund", "Jens Bro", "Ib Holm"),
        "## The ferryman who carried the letters over the Sound in the hard winter is {{Ole Lund}}.\n",
        short("Which ferryman carried the letters over the Sound in the hard winter?", "the Swede"),  # two answers
    ],
)
def test_the_same_question_in_other_words_or_another_kind_is_found_at_the_later_one(later: str) -> None:
    (finding,) = found(FERRY, later)
    assert finding.line == 10
    assert finding.message.startswith('this asks the same as "Which ferryman carried the letters …" (line 6)')


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        # the same frame about something else
        (short("What is the capital of France?", "Paris"), short("What is the capital of Finland?", "Helsinki")),
        (
            short("How much did the town pay as a loan to the abbey?", "100 ducats"),
            short("How much did the town pay for the new roof of the school?", "100 ducats"),
        ),
        # other numbers
        (
            short("How far from the pier is mark 3 of the race?", "far"),
            short("How far from the pier is mark 4 of the race?", "far"),
        ),
        # one stem, two sets of options
        (
            choice("Which of these facts about the old harbour is true?", "it silts up", "it is deep"),
            choice("Which of these facts about the old harbour is true?", "a wall shields it", "it has no pier"),
        ),
        # one stem, two pictures
        (
            short("How many sails has the old ship that is shown here?", "three") + "image: one.png | a ship\n",
            short("How many sails has the old ship that is shown here?", "three") + "image: two.png | a ship\n",
        ),
        # another kind of answer
        (
            short("Why was the harbour of Skagen closed in the hard winter?", "ice"),
            short("When was the harbour of Skagen closed in the hard winter?", "in February"),
        ),
        # two statements that differ in what they say
        (
            "## In the summer the ferry to the old island runs on every Monday.\n= true\n",
            "## In the winter the ferry to the old island runs on every Monday.\n= true\n",
        ),
    ],
)  # fmt: skip
def test_two_questions_with_stems_alike_are_two(earlier: str, later: str) -> None:
    assert not found(earlier, later)


def test_statements_and_open_questions_are_held_against_their_own_kind_and_more_strictly() -> None:
    statement = "## The ferry to the island runs on every Monday of the summer.\n= true\n"
    turned = "## The ferry to the island runs on every Monday of the summers.\n= false\n"
    assert found(statement, turned)
    assert not found(statement, "## The ferry to the island runs on every Monday of the summer.\nlines: 3\n")


def test_of_three_that_are_the_same_two_are_found_each_with_the_first() -> None:
    findings = found(FERRY, FERRY, FERRY)
    assert [finding.line for finding in findings] == [10, 14]
    assert all("(line 6)" in finding.message for finding in findings)


def test_who_is_like_a_duplicate_is_found_though_it_is_not_like_the_first() -> None:
    first = short("Which ferryman carried the letters of the bishop over the frozen Sound in the hard winter?", "Lund")
    second = short(
        "Which ferryman carried the letters of the bishop over the frozen strait in the cold winter?", "Lund"
    )
    third = short("Which boatman brought the letters of the bishop over the frozen strait in the cold winter?", "Lund")
    assert [finding.line for finding in found(first, second, third)] == [10, 14]
    assert not found(first, third)


def test_a_frame_that_many_questions_fill_makes_no_duplicates() -> None:
    animals = "whale seal otter heron stork crane lizard newt adder beaver badger weasel".split()  # noqa: SIM905
    drill = (short(f"To which class of animals does the {animal} belong?", "one of the old ones") for animal in animals)
    assert not found(*drill)


def test_other_languages_are_compared_without_their_endings() -> None:
    head = "---\nid: example/one\ntitle: Пример\nlanguage: ru\n---\n\n"
    questions = short("Какой паромщик перевозил письма через пролив?", "Олаф") + "\n"
    questions += short("Какой паромщик перевёз письма через проливы?", "Олаф")
    assert found_in(head + questions, "", RULES["near-duplicate"])


class TestLetters:
    def test_it_is_the_cosine_of_the_counts_of_four_letters(self) -> None:
        assert letters_alike("abc", "abc") == pytest.approx(1)
        assert letters_alike("abcd", "wxyz") == 0
        # " aaaa ": one " aaa", one "aaaa", one "aaa "; " aaaaa " has "aaaa" twice
        assert letters_alike("aaaa", "aaaaa") == pytest.approx(4 / (3 * 6) ** 0.5)

    def test_short_texts_have_one(self) -> None:
        assert letters_alike("", "") == pytest.approx(1)
        assert letters_alike("a", "b") == 0


WORDS = st.sampled_from("ferry pier mill bell harbour storm winter letter island anchor two 3 4 7".split())  # noqa: SIM905
PROMPTS = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
ANSWERS = st.sampled_from(("Lund", "Bro", "the old Lund", "$3", "3 dollars"))
QUESTIONS = st.one_of(
    st.builds(short, PROMPTS, ANSWERS),
    st.builds(choice, PROMPTS, ANSWERS, st.just("nobody")),
    PROMPTS.map(lambda prompt: f"## {prompt}\n= true\n"),
    PROMPTS.map(lambda prompt: f"## {prompt}\nlines: 2\n"),
    st.builds(lambda prompt, answer: f"## {prompt} {{{{{answer}}}}}\n", PROMPTS, ANSWERS),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(QUESTIONS, min_size=2, max_size=30))
def test_the_index_finds_what_a_loop_over_all_pairs_finds(questions: list[str]) -> None:
    scope = scope_of(bank_text("\n".join(questions)))
    stems = [Stem(at, case) for at, case in enumerate(scope.cases)]
    rarity = Rarity(stems)
    pairs = []
    for later in stems:
        first = next((one for one in stems[: later.at] if same_question(one, later, rarity)), None)
        if first:
            pairs.append((later.at, first.at))
    assert [(later.at, first.at) for later, first in first_like(stems)] == pairs


@pytest.mark.parametrize(
    "question",
    [
        lambda number: short("Which ferryman carried the letters over the Sound in the hard winter?", "Lund"),
        lambda number: short(f"Which ferryman carried the letters of house {number} in the hard winter?", "Lund"),
        lambda number: short(f"Which ferryman carried the letters of {str(number)[::-1]}a in the winter?", "Lund"),
        lambda number: f"## Which ferryman carried the letters over the Sound?\n- [x] Lund{number}\n- [ ] Berg\n",
    ],
    ids=["the same", "other numbers", "other names", "other options"],
)
def test_in_a_bank_made_to_be_slow_the_comparisons_grow_with_the_questions(question: Callable[[int], str]) -> None:
    def compared(count: int) -> int:
        scope = scope_of(bank_text("\n".join(map(question, range(count)))))
        with patch.object(near, "same_question", wraps=same_question) as comparing:
            for _ in first_like([Stem(at, case) for at, case in enumerate(scope.cases)]):
                pass
        return comparing.call_count

    first, second, third = (compared(count) for count in (200, 400, 600))  # the first ones have few to be held against
    assert third - second <= second - first
