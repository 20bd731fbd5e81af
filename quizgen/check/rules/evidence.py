"""Evidence: every quote stands in the article, and every answer in its quotes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from quizgen.article.quote import stands_in
from quizgen.article.seal import article_digest
from quizgen.bank.model import Cloze, List, Number, Short
from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.nearest import miss_of
from quizgen.check.language.within import Texts
from quizgen.check.rule import Rule, bank_rule, question_rule
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
    source="Our own rule: of 40 quotes that language models gave as word for word, one was",
    bad=f"{_OFTEN}> The sea comes twice a day\n",
    good=f"{_OFTEN}{_PROOF}",
    article=_TIDES,
    stops=True,
    needs="article",
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
    title="a quote that the seal does not know",
    why="The article is not there, and the seal that stands for it was made before this quote was written or changed. "
    "Only the article can prove it: put it beside the bank, or make the seal where the article is: quizgen seal.",
    source="Our own rule: a quote that was not looked up is a claim, not a proof",
    bad=f"<!-- the article is not there, and this question is newer than the seal -->\n{_OFTEN}{_PROOF}",
    good=f"{_OFTEN}{_PROOF}",
    article=_TIDES,
    stops=True,
    needs="no article",
)
def needs_article(scope: Scope) -> Iterator[Flaw]:
    """Each quote that is new to the seal; once for all where the seal is that of another article."""
    seal = scope.seal
    if scope.article is not None or seal is None or not scope.bank.article:
        return
    if seal.article != PurePath(scope.bank.article).name:
        message = f"the bank needs the article: the seal is that of {seal.article}; make it again: quizgen seal"
        yield Flaw(message, scope.front_line("article"), scope.bank.article)
        return
    for at, case in enumerate(scope.cases):
        for quote in case.question.all_evidence():
            if not seal.place(quote.text):
                message = (
                    f"this quote needs the article: the seal does not know it; put {scope.bank.article} beside "
                    "the bank, or seal the bank again where the article is"
                )
                yield Flaw(message, quote.line, quote.text, at=at)


@bank_rule(
    "article-missing",
    "error",
    title="quotes that nobody can look up",
    why="Neither the article nor a seal lies beside the bank, so nobody can say whether its quotes are true to the "
    "text. Put the article beside the bank, or make the seal where the article is: quizgen seal.",
    source="Our own rule: a quote that was not looked up is a claim, not a proof",
    bad=f"{_FRONT}{_OFTEN}{_PROOF}",
    good=f"---\nid: tides\ntitle: Tides\n---\n\n{_OFTEN}",
    needs="no article",
    of_file=True,
)
def article_missing(scope: Scope) -> Iterator[Flaw]:
    """Said once for all quotes."""
    count = _quotes(scope)
    if scope.article is None and scope.seal is None and scope.bank.article and count:
        what = f"each of the {count} quotes" if count > 1 else "the quote"
        message = (
            f"{what} needs the article: {scope.bank.article} is not here, and there is no seal; "
            "put it beside the bank, or seal the bank where the article is"
        )
        yield Flaw(message, scope.front_line("article"), scope.bank.article)


@bank_rule(
    "no-article",
    "warning",
    title="quotes of a bank that names no article",
    why="A quote is shown as a proof, and nobody knows of what: it is never looked up. Name the reading in the front "
    "matter: article: FILE.",
    source="Our own rule: every answer can be proved from the text",
    bad=f"---\nid: tides\ntitle: Tides\n---\n\n{_OFTEN}{_PROOF}",
    good=f"---\nid: tides\ntitle: Tides\n---\n\n{_OFTEN}",
    needs="no article",
    of_file=True,
)
def no_article(scope: Scope) -> Iterator[Flaw]:
    """Said once for all quotes."""
    count = _quotes(scope)
    if scope.article is None and not scope.bank.article and count:
        what = f"{count} quotes are" if count > 1 else "one quote is"
        yield Flaw(f'{what} never looked up; name the reading: "article: FILE"', scope.front_line("title"))


def _quotes(scope: Scope) -> int:
    return sum(len(case.question.all_evidence()) for case in scope.cases)


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
                f'"{shortened(forms[0])}" is not in the quotes; quote the words that show it, '
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
    bad=f"<!-- this question is newer than the seal -->\n{_OFTEN}{_PROOF}",
    good=f"{_OFTEN}{_PROOF}",
    article=_TIDES,
    needs="article",
    of_file=True,
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


RULES: tuple[Rule, ...] = (
    quote_not_found,
    needs_article,
    article_missing,
    no_article,
    no_evidence,
    answer_not_in_evidence,
    seal_stale,
)
