"""The stem: where its blank is, whether it asks for an exception, whether it asks anything at all."""

from __future__ import annotations

import pytest
from examples import bank_text, found_in
from multiple_choice import choice, finds, found

from quizgen.check.rules.stem import blank_mid_stem, negative_stem, stem_without_problem

THREE = ("the Moon", "the Sun", "the wind")


# A blank


@pytest.mark.parametrize(
    "stem",
    [
        "The ____ pulls at the sea.",
        "____ is the main cause of the tides.",
        "The tides are made by the _____ and the Sun",
        r"The \_\_\_\_ pulls at the sea.",
        "The [blank] pulls at the sea.",
        "The sea rises every ... hours at this coast.",
        "The sea rises every .......... hours or so.",
        "Most of the pull is that of the ____ (not the Sun) and of the wind.",
        "The sea rises. The ____ pulls at it. Then it falls.",
        "What does ____ mean in that story?",
        "The (blank) pulls at the sea.",
        "The _ _ _ _ pulls at the sea.",
        "The (…) pulls at the sea.",
        "The (   ) pulls at the sea.",
        "The [?] pulls at the sea.",
        "The ???? pulls at the sea.",
        "The ––– pulls at the sea.",
        "At high tide, … is deepest.",
        "The …, which is round, pulls at the sea.",
    ],
)
def test_a_blank_with_words_of_its_sentence_after_it(stem: str) -> None:
    assert finds(blank_mid_stem, stem, *THREE)


@pytest.mark.parametrize(
    "stem",
    [
        "The sea is pulled at by the ____.",
        "The sea is pulled at by the ____",
        "The sea is pulled at by “the ____.”",
        "The sea is pulled at by the ____ (choose one).",
        "Between two high tides lie ____ hours.",  # a unit alone
        "The bay is ____ km² .",
        "The sea is pulled at by the ____. Think of a clear night.",
        "What does `__init__` do in a class?",
        "What is $a__b$ in this sum?",
        "Who wrote “The sea ... rises and falls” in a letter?",  # words left out of a quotation
        "Who sings of the waves…? Name the singer.",
        "Which number follows in 1, 2, ..., n of the row?",
        "What is a well-known cause of the tides?",
        "If a1, a2, a3, …, an are the tides, which is the last?",
        "Which sailor, born in 1450 (?), drew the map?",
        "Is this a tide??? Or what is it?",
        "What does a blank page mean in that story?",
        "What does the snake_case name tide_1 mean in that file?",
    ],
)
def test_a_blank_that_ends_its_sentence_and_what_is_no_blank(stem: str) -> None:
    assert not finds(blank_mid_stem, stem, *THREE)


def test_the_blank_is_marked() -> None:
    (finding,) = found(blank_mid_stem, "The ____ pulls at the sea.", *THREE)
    assert (finding.line, finding.column, finding.end) == (6, 8, 12)


def test_a_gap_in_the_body_is_no_blank_in_the_stem() -> None:
    text = bank_text("## Which word is missing? {#q}\nThe ____ pulls at the sea.\n\n- [x] Moon\n- [ ] Sun\n- [ ] cat\n")
    assert not found_in(text, "", blank_mid_stem)


# A question for the exception


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("Which of these does not pull at the sea?", "not"),
        ("Which of the following is not a tide?", "not"),
        ("Which of these cannot be seen from the shore?", "cannot"),
        ("Which of these isn't a tide?", "isn't"),
        ("In spring, which of these would not rise?", "not"),
        ("Which sea did the author not cross?", "not"),
        ("Which statement about the tides is not true?", "not"),
        ("Which of the following, if true, would not explain the flood?", "not"),
        ("All of these pull at the sea except", "except"),
        ("Each of the following pulls at the sea, except:", "except"),
        ("All are tides with the exception of", "exception"),
        ("All of these are tides except one. Which one?", "except"),
        ("The Moon pulls at all of these seas, except for one. Which sea is it?", "except"),
        ("All but one of these pull at the sea. Which one?", "but"),
        ("Every one of these seas is salt, with one exception; which is left out?", "exception"),
        ("Except for one, all of these are tides. Name it.", "Except"),
        ("All of these are tides, excluding two. Which are they?", "excluding"),
        ("Which of these is least likely to pull at the sea?", "least"),
        ("Which of the following statements is false?", "false"),
        ("Which of these is incorrect about the tides?", "incorrect"),
        ("Choose the word that is not spelt rightly.", "not"),
        ("A spring tide is not", "not"),
        ("The Moon does not cause:", "not"),
        ("The Moon does not pull at which of the following?", "not"),
        ("Which sea did the author, who lived in Spain, not cross?", "not"),
        ("Which of these has never pulled at the sea?", "never"),
        ("Which of these never rises?", "never"),
    ],
)
def test_a_question_for_the_exception(stem: str, word: str) -> None:
    (finding,) = found(negative_stem, stem, *THREE)
    assert finding.end - finding.column == len(word)
    assert f'"{word}"' in finding.message


@pytest.mark.parametrize(
    "stem",
    [
        "Which of these does NOT pull at the sea?",
        "Which of these does **not** pull at the sea?",
        "Which of these does *not* pull at the sea?",
        "Which of these **does not** pull at the sea?",
        "All of these pull at the sea EXCEPT",
    ],
)
def test_a_word_that_is_marked_is_seen(stem: str) -> None:
    assert not finds(negative_stem, stem, *THREE)


@pytest.mark.parametrize(
    "stem",
    [
        "Why did the sea not rise that day?",
        "Why isn't there a tide in a pond?",
        "If it does not rain, which of these falls?",
        "What happens when the Moon does not shine?",
        "Which sea has a tide that does not reach the shore?",
        "Which of these is the reason the sea did not rise?",
        "Which tide is not only high but also late?",
        "What decides whether or not a tide is high?",
        "Which sailor, who could not swim, was saved?",
        "Which sailor, who never learnt to swim, was saved?",
        "Why has the sea never risen here?",
        "What is the least depth at low tide?",
        "At least how many tides are there in a day?",
        "What is the principle of least action?",
        "Which plan was found to be wrong by the sailors of the time?",
        "What was wrong with the sailor's plan?",
        "Plants cannot grow without",
        "The ship did not sail. What kept it in the harbour?",
        "Except for the Moon, what pulls at the sea?",
        "All the boats came home except one. What sank it near the old harbour?",
        "He had no friend but one. Who was it?",
        "All of them slept but one old sailor heard it. What did he hear?",
        "What does a false spring bring?",
        "The ship may not sail because",
        "Which word means the same as “not deep”?",
        "What is a knot?",
    ],
)
def test_a_not_in_what_is_told_is_no_question_for_the_exception(stem: str) -> None:
    assert not finds(negative_stem, stem, *THREE)


# A stem that asks nothing


@pytest.mark.parametrize(
    "stem",
    [
        "Japan:",
        "Tides",
        "The tide",
        "Isaac Newton",
        "The Moon is",
        "Neap tides are",
        "A tide is a:",
        "The Moon is ____",
        "Which of the following is true?",
        "Which of these statements is correct?",
        "Which one of the following statements is false?",
        "Which of the following is true of tides?",
        "Which of the following statements is true, according to the article?",
        "By the article, which one is the correct answer?",
        "Choose the right answer.",
        "Please tick the correct statement below:",
        "Select one of the following.",
        "Mark all that are true.",
        "Answer the question.",
        "Complete the sentence.",
        "Tick the correct box:",
        "Which of the following?",
        "Consider the following.",
        "True or false?",
        "Question 3",
        "Ebb and flood",
        "?",
    ],
)
def test_a_stem_that_asks_nothing(stem: str) -> None:
    assert finds(stem_without_problem, stem, *THREE)


@pytest.mark.parametrize(
    "stem",
    [
        "What is a tide?",
        "The capital of Japan is",
        "The largest sea is",
        "The main cause is",
        "Tides are caused by",
        "The tide rises when",
        "Capital of Japan:",
        "Which tide is highest?",
        "Which of these is a tide?",
        "Which of these is one of the tides?",
        "Choose the correct spelling.",
        "Find the sea that is salt.",
        "Choose a suitable title.",
        "Which of these is true of the tides at the coasts of the northern seas?",
        "2 + 2 =",
        "$x^2$ is",
        "“Tide” is",
        "Who?",
    ],
)
def test_a_stem_that_asks_something(stem: str) -> None:
    assert not finds(stem_without_problem, stem, *THREE)


@pytest.mark.parametrize(
    "around",
    [
        "## Which of these is true? {#q}\nThe Moon rose at noon.\n\n%s",
        "## Which of these is true? {#q}\n%simage: moon.png | the Moon over the sea\n",
    ],
)
def test_what_is_asked_may_stand_beside_the_stem(around: str) -> None:
    text = bank_text(around % "- [x] the Moon\n- [ ] the Sun\n- [ ] the wind\n")
    assert not found_in(text, "", stem_without_problem)


def test_a_text_above_all_questions_of_a_topic_poses_the_problem_of_none() -> None:
    text = "# Topic\nThe Moon rose at noon.\n\n## Which of these is true? {#q}\n- [x] the Moon\n- [ ] the Sun\n"
    (finding,) = found_in(bank_text(text), "", stem_without_problem)
    assert finding.line == 9


@pytest.mark.parametrize("stem", ["Which of these is not true?", "Moon:"])
def test_other_languages_have_other_words(stem: str) -> None:
    assert not finds(negative_stem, stem, *THREE, front="language: de\n")
    assert not finds(stem_without_problem, stem, *THREE, front="language: de\n")
    assert finds(blank_mid_stem, "Der ____ zieht am Meer.", *THREE, front="language: de\n")


def test_choices_are_looked_at_too() -> None:
    text = choice("Which of these do not pull at the sea?", *THREE).replace("- [ ] the wind", "- [x] the wind")
    assert found_in(text, "", negative_stem)
