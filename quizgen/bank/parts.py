"""The parts of a question, from its marked lines: answers, options, pairs, items, marking points."""

from __future__ import annotations

import re

from quizgen.bank.model import Answer, Item, Option, Pair, Point, Quote
from quizgen.bank.raw import Line, Mark, Report
from quizgen.bank.split import forms_of, parts_of

__all__ = ["answers", "items", "model_answer", "options", "pairs", "points", "quotes"]

_PIN = " {pin}"
_NEARLY_PIN = re.compile(r"(?:^|\s)\{\s*pin\w*\s*\}$", re.IGNORECASE)


def quotes(marks: list[Mark], report: Report) -> tuple[Quote, ...]:
    """The quotes of a question."""
    return tuple([_quote(mark.text, mark.line, report) for mark in marks])


def _quote(text: str, line: int, report: Report) -> Quote:
    if not text:
        report(line, 1, "this quote is empty; copy the article's words after the >")
    return Quote(text, line=line)


def _below(lines: list[Line] | None, report: Report) -> tuple[tuple[Quote, ...], str]:
    """Evidence and feedback of a part, from the lines below its mark."""
    if lines is None:
        return (), ""
    evidence = [_quote(text[1:].lstrip(), line, report) for line, text in lines if text[0] == ">"]
    return tuple(evidence), " ".join([text for _, text in lines if text[0] != ">"])


def _forms(text: str, mark: Mark, report: Report) -> tuple[str, ...]:
    forms = forms_of(text)
    if not all(forms):
        report(mark.line, 1, "an answer is empty; forms stand between bars: = one | another")
    return forms


def _text(mark: Mark, what: str, report: Report) -> str:
    if not mark.text:
        report(mark.line, 1, f"{what} is empty; give it a text or delete the line")
    return mark.text


def answers(marks: list[Mark], report: Report) -> tuple[Answer, ...]:
    """Accepted answers, or members of a list."""
    return tuple([_answer(mark, report) for mark in marks])


def _answer(mark: Mark, report: Report) -> Answer:
    forms = _forms(mark.text, mark, report)
    if mark.below is None:
        return Answer(forms, line=mark.line)
    return Answer(forms, *_below(mark.below, report), line=mark.line)


def options(marks: list[Mark], report: Report) -> tuple[Option, ...]:
    """The options of a choice: two at least, one of them right."""
    if not any(mark.sign == "[x]" for mark in marks):
        report(marks[0].line, 1, "options without a tick: mark the right one with - [x]")
    if len(marks) < 2:
        report(marks[0].line, 1, "one option is no choice; add wrong ones with - [ ]")
    return tuple([_option(mark, report) for mark in marks])


def _option(mark: Mark, report: Report) -> Option:
    text, pinned = _pinned(mark, report) if mark.text.endswith("}") else (mark.text, False)
    if not text:
        report(mark.line, 1, "this option is empty; give it a text or delete the line")
    if mark.below is None:
        return Option(text, mark.sign == "[x]", pinned, line=mark.line)
    return Option(text, mark.sign == "[x]", pinned, *_below(mark.below, report), line=mark.line)


def _pinned(mark: Mark, report: Report) -> tuple[str, bool]:
    """The text of an option that ends in a brace, and whether it is pinned."""
    text = mark.text
    if text.endswith(_PIN):
        return text[: -len(_PIN)].rstrip(), True
    if _NEARLY_PIN.search(text):
        report(mark.line, 1, 'an option that keeps its place ends in " {pin}", after its text')
    return text, False


def pairs(marks: list[Mark], report: Report) -> tuple[Pair, ...]:
    """The pairs of a match: two at least, beside spare right sides."""
    found = tuple([_pair(mark, report) for mark in marks])
    if sum(bool(pair.left) for pair in found) < 2:
        report(marks[0].line, 1, "a single pair is no match; add a second - left == right")
    return found


def _pair(mark: Mark, report: Report) -> Pair:
    left, right, *more = parts_of(mark.text, "==")
    if more:
        report(mark.line, 1, 'a pair is "- left == right"; a plain " == " in it is written " \\== "')
    elif not right:
        report(mark.line, 1, 'a pair needs a right side; a spare one is "- == right"')
    forms = _forms(right or "?", mark, report)
    return Pair(left, forms, *_below(mark.below, report), line=mark.line)


def items(marks: list[Mark], report: Report) -> tuple[Item, ...]:
    """The items of a sequence: two at least."""
    if len(marks) < 2:
        report(marks[0].line, 1, "one item has no order; add a second")
    return tuple([Item(_text(m, "this item", report), *_below(m.below, report), line=m.line) for m in marks])


def points(marks: list[Mark], report: Report) -> tuple[Point, ...]:
    """The marking points of an open answer."""
    return tuple([Point(_text(m, "this point", report), *_below(m.below, report), line=m.line) for m in marks])


def model_answer(marks: list[Mark], report: Report) -> tuple[Answer, ...]:
    """The paragraphs of a model answer; the text below one goes on with it."""
    return tuple([_paragraph(mark, report) for mark in marks])


def _paragraph(mark: Mark, report: Report) -> Answer:
    evidence, more = _below(mark.below, report)
    text = f"{_text(mark, 'the model answer', report)} {more}".strip()
    return Answer((text,), evidence, line=mark.line)
