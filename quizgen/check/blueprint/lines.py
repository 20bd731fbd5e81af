"""The blueprint as lines for a terminal: aligned columns in plain text, none longer than the width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from textwrap import wrap

from quizgen.bank.fields import LEVELS
from quizgen.check.blueprint.coverage import AskedParagraph, Coverage, ranges
from quizgen.check.blueprint.plan import BankPlan, Blueprint, Tally, TopicPlan
from quizgen.text.columns import columns, fitting
from quizgen.text.counted import counted, points_text
from quizgen.text.plain import inline_plain

__all__ = ["article_words", "blueprint_lines", "never_words", "used_difficulties"]

_NARROWEST, _WIDEST = 40, 120
_TITLES = 24  # columns that titles need before the heads of the other columns are written in full
_LONGEST_BAR = 40
_HEADS = (*LEVELS, "none", "all", "points")
_SHORT_HEADS = (*(level[:3] for level in LEVELS), "-", "all", "pts")
_NO_LEVEL = len(LEVELS)

Row = tuple[str, Sequence[str]]
"""A name, and a number or "." for each column."""


def blueprint_lines(blueprint: Blueprint, width: int = 80) -> list[str]:
    """The blueprint for a terminal of 40 to 120 columns; titles that are too long end in "…"."""
    width = max(_NARROWEST, min(width, _WIDEST))
    lines = [*_wrapped(_summary(blueprint), width, "")]
    if blueprint.questions:
        lines += ["", *_table(blueprint, width)]
        lines += ["", "Kinds", *_bars([(tally.name, tally.questions) for tally in blueprint.kinds], width)]
        lines += _difficulties(blueprint, width)
    lines += _objectives(blueprint.banks, width)
    for coverage in blueprint.articles:
        if coverage.name or coverage.known:
            lines += ["", *_article(coverage, width)]
        elif coverage.cases:
            lines += ["", *_wrapped(f"{counted(len(coverage.cases), 'question')} without an article", width, "")]
    return lines


def _summary(blueprint: Blueprint) -> str:
    drafts = f"; {counted(blueprint.drafts, 'draft')} not counted" if blueprint.drafts else ""
    banks, questions = counted(len(blueprint.banks), "bank"), counted(blueprint.questions, "question")
    worth = f"{points_text(blueprint.points)} {'point' if blueprint.points == 1 else 'points'}"
    return f"{banks}, {questions}, {worth}{drafts}"


def _table(blueprint: Blueprint, width: int) -> Iterator[str]:
    every = any(tally.questions for tally in blueprint.levels[_NO_LEVEL:])
    several = len(blueprint.banks) > 1
    total: Row = ("All", _cells(blueprint.levels, blueprint.questions, blueprint.points, every))
    rows = [[_topic_row(topic, every, "  " * several) for topic in plan.topics] for plan in blueprint.banks]
    heads, gap = _chosen_heads(every, total[1], width)
    sizes = [gap + max(len(head), len(cell)) for head, cell in zip(heads, total[1], strict=True)]
    longest = max(columns(title) for title, _ in (("Topic", ""), *chain.from_iterable(rows)))
    first = min(longest, width - sum(sizes))
    yield _row(("Topic", heads), first, sizes)
    for plan, topics in zip(blueprint.banks, rows, strict=True):
        if several:
            yield _cut(plan.bank.title, width)
        for row in topics:
            yield _row(row, first, sizes)
    yield _row(total, first, sizes)


def _chosen_heads(every: bool, widest: Sequence[str], width: int) -> tuple[Sequence[str], int]:
    """The heads of the columns and the gap before each: in full where titles still have their room."""
    for names, gap in ((_HEADS, 2), (_SHORT_HEADS, 1)):
        heads = [name for place, name in enumerate(names) if every or place != _NO_LEVEL]
        if width - sum(gap + max(len(head), len(cell)) for head, cell in zip(heads, widest, strict=True)) >= _TITLES:
            break
    return heads, gap


def _topic_row(topic: TopicPlan, every: bool, indent: str) -> Row:
    title = inline_plain(topic.title) or "(no topic)"
    return indent + title, _cells(topic.levels, topic.questions, topic.points, every)


def _cells(levels: Sequence[Tally], questions: int, points: Decimal, every: bool) -> list[str]:
    shown = levels if every else levels[:_NO_LEVEL]
    return [*(str(tally.questions or ".") for tally in shown), str(questions or "."), points_text(points)]


def _row(row: Row, first: int, sizes: Sequence[int]) -> str:
    name, cells = row
    return _padded(name, first) + "".join(cell.rjust(size) for cell, size in zip(cells, sizes, strict=True))


def _bars(tallies: Sequence[tuple[str, int]], width: int) -> Iterator[str]:
    """A name, a number, and a bar as long as the number, or in proportion where the longest would not fit."""
    names = min(max(columns(name) for name, _ in tallies), width // 2)
    most = max(number for _, number in tallies)
    digits = len(str(most))
    room = min(_LONGEST_BAR, width - names - digits - 6)
    for name, number in tallies:
        long = number if most <= room else -(-number * room // most)
        yield f"  {_padded(name, names)}  {number:{digits}}  {'#' * long}".rstrip()


def _difficulties(blueprint: Blueprint, width: int) -> list[str]:
    tallies = [(tally.name or "not said", tally.questions) for tally in used_difficulties(blueprint)]
    return ["", "Difficulty", *_bars(tallies, width)] if tallies else []


def used_difficulties(blueprint: Blueprint) -> tuple[Tally, ...]:
    """The difficulties 1 to 5, and those without one if there are any; nothing where no question has one."""
    if not any(tally.name and tally.questions for tally in blueprint.difficulties):
        return ()
    return tuple(tally for tally in blueprint.difficulties if tally.name or tally.questions)


def _objectives(plans: Sequence[BankPlan], width: int) -> Iterator[str]:
    named = [plan for plan in plans if plan.objectives]
    if named:
        yield ""
        yield "Objectives"
    for plan in named:
        if len(plans) > 1:
            yield _cut(f"  {plan.bank.title}", width)
        for tally in plan.objectives:
            if tally.name or tally.questions:
                name = inline_plain(tally.name) or "(no objective)"
                end = "" if tally.questions else " (no question)"
                yield f"  {tally.questions:3}  {_cut(name, width - 7 - len(end))}{end}"


def _article(coverage: Coverage, width: int) -> Iterator[str]:
    yield from _wrapped(f"The article {coverage.name}", width, "")
    yield from _wrapped(article_words(coverage), width)
    if coverage.paragraphs:
        yield "Questions by paragraph"
        yield from _bars([(f"¶ {part.number}", len(part.cases)) for part in coverage.paragraphs], width)
    for paragraph in coverage.paragraphs:
        never = never_words(paragraph)
        if never:
            yield from _wrapped(f"¶ {paragraph.number}: {never}", width)
    if coverage.known:
        yield from _elsewhere(coverage, width)


def article_words(coverage: Coverage) -> str:
    """How much of an article is asked, in a sentence or two."""
    if not coverage.known:
        return "Neither the article nor a seal is here, so it is not known what of it is asked."
    quotes = counted(len(coverage.quotes), "quote")
    text = f"{quotes} from the article."
    if coverage.covered is not None and coverage.words:
        words = f"{coverage.covered} of the article's {counted(coverage.words, 'word')}"
        cover = "covers" if len(coverage.quotes) == 1 else "together cover"
        most = "" if coverage.exact else "at most "
        text = f"{quotes} {cover} {most}{words} ({round(100 * (coverage.share or 0))}\u00a0%)."
    parts = coverage.paragraphs
    if parts and all(part.sentences is not None for part in parts):
        sentences = sum(part.sentences or 0 for part in parts)
        asked = sentences - sum(len(part.never) for part in parts)
        reached = f"{sum(bool(part.cases) for part in parts)} of {counted(len(parts), 'paragraph')}"
        text += f" {reached} and {asked} of {counted(sentences, 'sentence')} are asked."
    return text


def never_words(paragraph: AskedParagraph) -> str:
    """What of a paragraph is never asked: "sentences 2, 4–6 never asked"; "" where nothing is, or it is not known."""
    never = paragraph.never
    if not never:
        return ""
    if len(never) == paragraph.sentences:
        return "never asked"
    return f"{'sentence' if len(never) == 1 else 'sentences'} {ranges(never)} never asked"


def _elsewhere(coverage: Coverage, width: int) -> Iterator[str]:
    approved = [case for case in coverage.elsewhere if case.question.approved]
    if approved:
        names = ", ".join(case.question.id or f"line {case.question.line}" for case in approved)
        what = counted(len(approved), "question")
        yield from _wrapped(f"{what} that no paragraph proves: {names}", width)


def _wrapped(text: str, width: int, indent: str = "  ") -> Iterable[str]:
    return wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _padded(text: str, room: int) -> str:
    text = _cut(text, room)
    return text + " " * (room - columns(text))


def _cut(text: str, room: int) -> str:
    """A text that takes no more than these columns; "…" stands for what is cut."""
    return text if columns(text) <= room else f"{text[: fitting(text, room - 1)].rstrip()}…"
