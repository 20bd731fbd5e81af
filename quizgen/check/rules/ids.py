"""The rule on ids."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.check.finding import Flaw
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import Case

__all__ = ["RULES"]


@question_rule(
    "no-id",
    "off",
    title="a question without an id",
    why="Its card, its place in a log and its answers on a sheet hang on the id; without one it cannot be known again "
    "once its words change. Write {#name} at the end of the heading; quizgen check --fix does it, and so does "
    "quizgen ids.",
    source="Our own rule: the first build gives every question an id, and whoever shares the bank needs the same one",
    bad="## What makes dough rise?\n= yeast\n",
    good="## What makes dough rise? {#rise}\n= yeast\n",
)
def no_id(case: Case) -> Iterator[Flaw]:
    """A question that has not been given its id yet."""
    if not case.question.id:
        yield Flaw("this question has no id; write {#name} at the end of its heading")


RULES: tuple[Rule, ...] = (no_id,)
