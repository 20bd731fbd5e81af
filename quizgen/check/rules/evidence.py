"""Evidence: every quote stands in the article, and every answer in its quotes."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.article.quote import stands_in
from quizgen.article.seal import article_digest
from quizgen.bank.model import Cloze, List, Number, Short
from quizgen.check.finding import Flaw
from quizgen.check.rule import Rule, bank_rule, question_rule
from quizgen.check.rules.nearest import miss_of
from quizgen.check.rules.within import Texts
from quizgen.check.scope import Case, Scope

__all__ = ["RULES"]

_TIDES = "The sea rises twice a day. Where a bay is narrow, the water climbs higher than on an open coast.\n"
_OFTEN = "## How often does the sea rise each day? {#rise}\n= twice\n"
_PROOF = "> The sea rises twice a day\n"
_FRONT = "---\nid: tides\ntitle: Tides\narticle: tides.txt\n---\n\n"


@question_rule(
    "quote-not-found",
    "error",
    title="a quote that is not in the article",
    why="What cannot be found proves nothing. Copy the words exactly: only white space, the forms of quotation marks "
    "and dashes, and footnote marks may differ. Where a sentence holds too much, make two quotes of it.",
    source="Our own rule: of the quotes that programs and people wrote from memory, few were word for word",
    bad=f"{_OFTEN}> The sea comes twice a day\n",
    good=f"{_OFTEN}{_PROOF}",
    article=_TIDES,
    stops=True,
)
def quote_not_found(case: Case) -> Iterator[Flaw]:
    """Drafts are looked at, too: a draft with a wrong quote is not worth a person's time."""
    article = case.scope.article
    if article is None:
        return
    for quote in case.question.all_evidence():
        if not stands_in(article, quote.text):
            miss = miss_of(article, quote.text)
            message = f"this quote is not in {_named(case.scope)}; copy the words exactly"
            yield Flaw(message, quote.line, miss.words, miss.lines)


@bank_rule(
    "needs-article",
    "error",
    title="quotes that nobody can look up",
    why="Neither the article nor a seal that knows the quote lies beside the bank, so nobody can say whether it is "
    "true to the text. Put the article beside the bank, or make the seal where the article is: quizgen seal.",
    source="Our own rule: a quote that was not looked up is a claim, not a proof",
    bad=f"{_FRONT}{_OFTEN}{_PROOF}",
    good=f"---\nid: tides\ntitle: Tides\n---\n\n{_OFTEN}",
)
def needs_article(scope: Scope) -> Iterator[Flaw]:
    """Without article and seal it is said once; of a seal, each quote that it does not know."""
    if scope.article is not None or not scope.bank.article:
        return
    if scope.seal is not None:
        yield from _unsealed(scope)
        return
    count = sum(len(case.question.all_evidence()) for case in scope.cases)
    if count:
        what = f"each of the {count} quotes" if count > 1 else "the quote"
        message = (
            f"{what} needs the article: {scope.bank.article} is not here, and there is no seal; "
            "put it beside the bank, or seal the bank where the article is"
        )
        yield Flaw(message, scope.front_line("article"), scope.bank.article)


def _unsealed(scope: Scope) -> Iterator[Flaw]:
    for at, case in enumerate(scope.cases):
        for quote in case.question.all_evidence():
            if scope.seal and not scope.seal.place(quote.text):
                message = (
                    f"this quote needs the article: the seal does not know it; put {scope.bank.article} beside "
                    "the bank, or seal the bank again where the article is"
                )
                yield Flaw(message, quote.line, quote.text, at=at)


@question_rule(
    "no-evidence",
    "error",
    title="an approved question without a quote",
    why="Who doubts the answer finds no proof. Quote the words of the article that show it; where the question is "
    "not about the article, allow it and say why.",
    source="Our own rule: every answer can be proved from the text",
    bad=_OFTEN,
    good=f"{_OFTEN}{_PROOF}",
    article=_TIDES,
)
def no_evidence(case: Case) -> Iterator[Flaw]:
    """Drafts may wait for theirs."""
    bank = case.scope.bank
    if bank.article and case.question.approved and not case.question.all_evidence():
        yield Flaw(f'no quote proves this answer; add "> " and words of {bank.article}')


@question_rule(
    "answer-not-in-evidence",
    "error",
    Short,
    Number,
    List,
    Cloze,
    title="an answer that its quotes do not hold",
    why="A quote that does not hold the answer proves something else. Quote more, or accept the article's own word "
    "beside yours. Of each member one accepted form is enough; numbers count by their value. An answer that has to "
    "be worked out is allowed with its reason.",
    source="Our own rule; of 15 questions that a teacher wrote, 12 had an answer in other words than their evidence, "
    "hence one accepted form of each",
    bad="## What climbs higher where a bay is narrow? {#bay}\n= the tide\n> the water climbs higher\n",
    good="## What climbs higher where a bay is narrow? {#bay}\n= the tide | the water\n> the water climbs higher\n",
    article=_TIDES,
    stops=True,
)
def answer_not_in_evidence(case: Case) -> Iterator[Flaw]:
    """A member counts as shown where one of its forms stands in any quote of its question."""
    if not case.scope.bank.article:
        return
    quotes = case.question.all_evidence()
    if not quotes:
        return
    texts = Texts(tuple(quote.text for quote in quotes), case.compare)
    for forms, line in zip(case.members, _lines(case), strict=True):
        if not texts.hold(forms):
            message = (
                f'"{forms[0]}" is not in the quotes; quote the words that show it, '
                "or accept the article's own words, too"
            )
            yield Flaw(message, line, forms[0])


def _lines(case: Case) -> list[int]:
    match case.question:
        case Short() | Number():
            return [case.question.answers[0].line]
        case List():
            return [member.line for member in case.question.members]
        case Cloze():
            return [blank.line for blank in case.question.blanks]
        case _:
            return []


@bank_rule(
    "seal-stale",
    "warning",
    title="a seal that is older than its bank or its article",
    why="Who gets the bank with the seal and without the article would see wrong places, or none. Make it again: "
    "quizgen seal.",
    source="Our own rule: a seal vouches for quotes as they were when it was made",
    bad=f"{_OFTEN}{_PROOF}",
    good=f"{_OFTEN}{_PROOF}",
    article=_TIDES,
)
def seal_stale(scope: Scope) -> Iterator[Flaw]:
    """Looked for only where both lie beside the bank."""
    if scope.article is None or scope.seal is None:
        return
    line = scope.front_line("article")
    if scope.seal.digest != article_digest(scope.article):
        yield Flaw("the seal was made from another text; make it again: quizgen seal", line, scope.bank.article)
        return
    quotes = {quote.text for question in scope.bank.approved for quote in question.all_evidence()}
    unknown = sum(not scope.seal.place(text) for text in quotes)
    if unknown:
        what = f"{unknown} quotes" if unknown > 1 else "one quote"
        yield Flaw(f"the seal does not know {what}; make it again: quizgen seal", line, scope.bank.article)


def _named(scope: Scope) -> str:
    return scope.bank.article or (scope.article.name if scope.article else "")


RULES: tuple[Rule, ...] = (quote_not_found, needs_article, no_evidence, answer_not_in_evidence, seal_stale)
