"""The blueprint as one page: an article with the questions that ask it beside each paragraph, under the tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quizgen.article.model import Article, Paragraph
from quizgen.bank.cloze import segments_of
from quizgen.bank.model import Blank, Cloze
from quizgen.check.blueprint.coverage import AskedParagraph, Coverage, ranges
from quizgen.check.blueprint.lines import article_words, never_words, used_difficulties
from quizgen.check.blueprint.plan import blueprint_of
from quizgen.check.scope import Case, Scope
from quizgen.shown import Words, points_of, source_of
from quizgen.templating import Templates
from quizgen.text.counted import counted, points_text
from quizgen.text.html import inline_html

__all__ = ["blueprint_html"]

_BLANK = "\ufdd1"  # a noncharacter: underscores would be read as emphasis
_GAP = '<span class="blank"><span class="unseen">(blank)</span></span>'


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as stretches of text, those that are quoted marked True, and the space ``after`` it.

    The number of a heading is 0.
    """

    number: int
    asked: bool
    stretches: tuple[tuple[str, bool], ...]
    after: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A question as it stands beside the text.

    ``prompt`` is safe HTML; ``place`` the sentences that it quotes, or why it has no place.
    """

    prompt: str
    language: str
    draft: bool
    place: str
    small: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Questions of one bank; ``bank`` is empty where the page has only one."""

    bank: str
    language: str
    entries: tuple[_Entry, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of the article with the questions that ask it.

    A heading has no number and no questions; without the text a paragraph has no sentences, and ``length`` says how
    many there are.
    """

    number: int | None
    sentences: tuple[_Sentence, ...]
    length: str
    never: str
    groups: tuple[_Group, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One article; ``elsewhere`` are the questions that stand beside no paragraph.

    ``title`` is empty for banks without an article.
    """

    name: str
    title: str
    source: str
    language: str
    words: str
    has_text: bool
    blocks: tuple[_Block, ...]
    elsewhere: tuple[_Group, ...]


def blueprint_html(scopes: Sequence[Scope], templates: Templates) -> str:
    """The blueprint of banks as one HTML page that needs nothing else; the same banks give the same bytes.

    It holds the whole text of each article that is there.
    """
    blueprint = blueprint_of(scopes)
    levels = [place for place, tally in enumerate(blueprint.levels) if tally.name or tally.questions]
    return templates.render(
        "check/blueprint.html",
        css=templates.text("check/blueprint.css"),
        blueprint=blueprint,
        levels=levels,
        difficulties=used_difficulties(blueprint),
        readings=[_reading(coverage, len(scopes) > 1) for coverage in blueprint.articles],
        count=counted,
        points_text=points_text,
        inline_html=inline_html,
    )


def _reading(coverage: Coverage, several: bool) -> _Reading:
    bank = coverage.scopes[0].bank
    title = bank.article_title or coverage.name if coverage.name or coverage.known else ""
    return _Reading(
        name=coverage.name,
        title=title,
        source=source_of(bank),
        language=bank.language or "en",
        words=article_words(coverage) if title else "",
        has_text=coverage.text is not None,
        blocks=tuple(_blocks(coverage, several)),
        elsewhere=_groups(coverage.elsewhere, lambda case: _reason(case, coverage), several),
    )


def _blocks(coverage: Coverage, several: bool) -> Iterator[_Block]:
    """The counted paragraphs and the headings between them; without the text, the paragraphs that are known."""
    asked = {paragraph.number: paragraph for paragraph in coverage.paragraphs}
    if coverage.text is None:
        for paragraph in coverage.paragraphs:
            yield _paragraph(paragraph, (), several)
        return
    numbered = coverage.text.paragraphs
    for block in coverage.text.blocks:
        if block.number is not None:
            paragraph = asked[block.number]
            words = tuple(_sentences(coverage.text, block, coverage.spans, paragraph.asked))
            yield _paragraph(paragraph, words, several)
        elif block.heading and numbered and numbered[0].start < block.start < numbered[-1].start:
            yield _Block(None, tuple(_sentences(coverage.text, block, coverage.spans, (0,))), "", "", ())


def _paragraph(paragraph: AskedParagraph, sentences: tuple[_Sentence, ...], several: bool) -> _Block:
    length = "" if sentences or paragraph.sentences is None else counted(paragraph.sentences, "sentence")
    cases = sorted(dict.fromkeys(asking.case for asking in paragraph.askings), key=paragraph.sentences_of)
    groups = _groups(cases, lambda case: _sentence_words(paragraph.sentences_of(case)), several)
    return _Block(paragraph.number, sentences, length, never_words(paragraph), groups)


def _sentences(
    article: Article, block: Paragraph, spans: Sequence[tuple[int, int]], asked: Sequence[int]
) -> Iterator[_Sentence]:
    """A block as a reader sees it: white space tidied, footnote marks gone, the quoted words marked."""
    from quizgen.article.normal import normalise
    from quizgen.article.sentence import paragraph_text, sentences

    normal = normalise(paragraph_text(article, block))
    starts = [sentence.start for sentence in sentences(article, block)] if block.number else []
    ends = [end for _, end in spans]

    def marked(at: int) -> bool:
        after = bisect_right(ends, at)
        return after < len(spans) and spans[after][0] <= at

    places = [
        (char, bisect_right(starts, block.start + at), marked(block.start + at))
        for char, at in zip(normal.tidy, normal.offsets, strict=True)
    ]
    for number, group in groupby(places, lambda place: place[1]):
        chars = [*group]
        after = chars.pop()[0] if chars[-1][0] == " " else ""
        runs = groupby(chars, lambda place: place[2])
        stretches = tuple(("".join(char for char, *_ in run), quoted) for quoted, run in runs)
        yield _Sentence(number, number in asked, stretches, after)


def _groups(cases: Iterable[Case], place_of: Callable[[Case], str], several: bool) -> tuple[_Group, ...]:
    """Questions by bank, in the order in which each bank comes first."""
    by_bank: dict[int, list[Case]] = {}
    for case in cases:
        by_bank.setdefault(id(case.scope), []).append(case)
    return tuple(
        _Group(
            group[0].scope.bank.title if several else "",
            group[0].scope.bank.language or "en",
            tuple(_entry(case, place_of(case)) for case in group),
        )
        for group in by_bank.values()
    )


def _entry(case: Case, place: str) -> _Entry:
    question = case.question
    points = points_of(question)
    worth = f"{points_text(points)} {'point' if points == 1 else 'points'}"
    small = (question.kind, question.level, worth, question.id or f"line {question.line}")
    return _Entry(_prompt(case), case.scope.bank.language or "en", question.draft, place, tuple(filter(None, small)))


def _prompt(case: Case) -> str:
    question = case.question
    if not isinstance(question, Cloze):
        return Words(question.prompt).html()
    stem = "".join(_BLANK if isinstance(part, Blank) else part for part in segments_of(question)[0])
    return Words(stem).html().replace(_BLANK, _GAP)


def _sentence_words(numbers: Sequence[int]) -> str:
    return f"{'sentence' if len(numbers) == 1 else 'sentences'} {ranges(numbers)}"


def _reason(case: Case, coverage: Coverage) -> str:
    """Why a question stands beside no paragraph."""
    askings = coverage.askings_of(case)
    if not askings:
        return "no quote"
    if not coverage.known:
        return "place not known"
    place = next((asking.place for asking in askings if asking.place), "")
    return place or ("quote not in the article" if coverage.text else "quote not in the seal")
