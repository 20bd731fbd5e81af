"""Quotes that stand on the front: the proof of an answer is not for who has not answered yet."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.article.normal import normal_text
from quizgen.bank.model import Choice, Choices, Cloze, List, Match, Number, Open, Quote, Short
from quizgen.check.finding import Flaw
from quizgen.check.language.within import holds
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import Case

__all__ = ["RULES"]

_FEWEST = 4  # words: shorter ones stand in a question by chance, or are what it is about


@question_rule(
    "quote-on-front",
    "error",
    Short,
    Number,
    List,
    Cloze,
    Choice,
    Choices,
    Match,
    Open,
    title="a question that prints the quote which proves its answer",
    why="The words that are shown after the answer stand on the front of the card, so there is nothing left to know. "
    "Ask without them. An extract in which the answer has to be found is allowed with its reason.",
    source="Our own rule, after Haladyna, Downing and Rodriguez (2002), guideline 28: avoid clues to the right answer",
    bad='## "The sea rises twice a day", says the text. How often does it rise? {#rise}\n= twice a day\n'
    "> The sea rises twice a day\n",
    good="## How often does the sea rise, by the text? {#rise}\n= twice a day\n> The sea rises twice a day\n",
    article="The sea rises twice a day.\n",
)
def quote_on_front(case: Case) -> Iterator[Flaw]:
    """A quote of some words that holds what is asked, word for word in the prompt or the body."""
    long = [quote for quote in case.question.all_evidence() if quote.text.count(" ") >= _FEWEST - 1]
    if not long:
        return
    front = normal_text(f"{case.stem}\n{case.body}")[0]
    for quote in long:
        if normal_text(quote.text)[0] in front and _tells(case, quote):
            printed = quote.text in case.question.prompt or quote.text in case.question.body
            message = "the quote that proves the answer stands in the question; ask without it"
            yield Flaw(message, words=quote.text if printed else "")


def _tells(case: Case, quote: Quote) -> bool:
    """Whether a quote holds an answer, or proves a point of an open question."""
    if isinstance(case.question, Open):
        return any(quote is one for point in case.question.marking for one in point.evidence)
    said = quote.text.casefold()
    return any(holds(said, form.casefold()) for form in _answers(case))


def _answers(case: Case) -> list[str]:
    question = case.question
    if isinstance(question, Match):
        return [form for pair in question.matched for form in pair.forms]
    return [*(form for forms in case.members for form in forms), *(case.options[key] for key in case.keys)]


RULES: tuple[Rule, ...] = (quote_on_front,)
