"""Is this response right? Verdicts and scores as a teacher would give them. Standard library only.

The grader itself is loaded with the first grade: to ask a question does not need it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizgen.answers.responses import Response, letters_in
from quizgen.answers.verdict import Mark, Verdict
from quizgen.answers.words.fold import fold

if TYPE_CHECKING:
    from quizgen.bank.model import Bank, Open, Question

__all__ = ["Mark", "Response", "Verdict", "fold", "grade", "letters_in", "mark_open"]


def grade(question: Question, response: Response, bank: Bank) -> Verdict:
    """Grade a response as it was typed.

    Of several things a sequence of texts will do: the options ticked, the members named, the right side for each left
    one, the items in the order chosen, a text for each blank. Options, right sides and items may be named by letters,
    in the order of the bank: in a text, or as one letter each where none of a sequence is a text of the bank. An open
    answer is "unmarked"; see :func:`mark_open`.
    """
    from quizgen.answers.grading import graded

    return graded(question, response, bank)


def mark_open(question: Open, ticked: Iterable[int]) -> Verdict:
    """The grade of an open answer whose points (places from 0) the learner or the teacher has ticked."""
    from quizgen.answers.grading import marked_open

    return marked_open(question, ticked)
