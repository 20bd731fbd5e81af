"""The key of a sheet: what is right under the same numbers and letters, and the words of the text that prove it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.bank.model import Bank, Blank, Choice, Choices, List, Match, Number, Open, TrueFalse
from quizgen.paper.media import images_of
from quizgen.paper.page import page_of, points_text
from quizgen.paper.sheet import Item, Sheet
from quizgen.shown import Locate, Proof, RightAnswer, Words, proofs, right_answers
from quizgen.templating import Templates
from quizgen.text.html import inline_html
from quizgen.text.plain import inline_plain

__all__ = ["Entry", "key_html"]

_PROMPT = 90  # letters of a prompt: enough to know the question by
_BLANK = "\ufdd1"  # a noncharacter: underscores would be read as emphasis
_WORD = 20  # letters of a long word, at which a prompt is cut rather than before it


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote with the label of the line that it proves, or ""."""

    label: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what is right; texts are safe HTML.

    ``worth`` is what a marking point is worth, or "". ``proofs`` stand below the line itself in an open answer; those
    of other kinds stand together beside it.
    """

    label: str
    html: str
    left: str
    also: tuple[str, ...]
    point: bool
    model: bool
    worth: str
    proofs: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """Something to say about one part: the letter or the form it is about, safe HTML, and what to say."""

    about: str
    html: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A question on the key. ``lead`` stands before the answers ("any two of"); ``margin`` says how near is right."""

    number: int
    kind: str
    prompt: str
    points: str
    lead: str
    lines: tuple[Line, ...]
    margin: str
    correction: str
    proofs: tuple[Shown, ...]
    comments: tuple[Comment, ...]
    explain: str
    note: str
    recording: str
    small: tuple[str, ...]


def key_html(
    sheet: Sheet,
    bank: Bank,
    *,
    locate: Locate,
    paper: str,
    templates: Templates,
    media_folder: Path | None = None,
    drafts: Collection[str] = (),
) -> str:
    """The key of a sheet as one HTML page; ``locate`` says where in the article a quote stands, or "".

    ``drafts`` are the ids of questions that are marked, and every page with them.

    Images are not shown on it, but missing ones are an error as they are on the sheet, so that no key is made for a
    sheet that cannot be. DataError and UsageError as for the sheet.
    """
    images_of(sheet.items, bank, media_folder)
    sections = [
        (inline_html(section.title), [_entry(item, bank, locate, drafts) for item in section.items])
        for section in sheet.sections
    ]
    return templates.render(
        "paper/key.html",
        page=page_of(sheet, bank, paper, "KEY · ", drafts),
        css=templates.text("paper/print.css"),
        sections=sections,
    )


def _entry(item: Item, bank: Bank, locate: Locate, drafts: Collection[str]) -> Entry:
    question = item.question
    answers = right_answers(item.view)
    return Entry(
        number=item.number,
        kind=question.kind,
        prompt=_short_prompt(item),
        points=points_text(item.view.points),
        lead=_lead(item),
        lines=tuple(_line(item, answer, bank, locate) for answer in answers),
        margin=_margin(item),
        correction=inline_html(question.correction) if isinstance(question, TrueFalse) else "",
        proofs=tuple(_proofs(item, answers, bank, locate)),
        comments=tuple(_comments(item, answers)),
        explain=inline_html(question.explain),
        note=inline_html(question.note),
        recording=question.audio.file if question.audio else "",
        small=_small(item, drafts),
    )


def _short_prompt(item: Item) -> str:
    stem = "".join(_BLANK if isinstance(part, Blank) else part for part in item.view.stem)
    text = inline_plain(stem).replace(_BLANK, "____")
    if len(text) <= _PROMPT:
        return text
    cut = text[: _PROMPT - 1]
    space = cut.rfind(" ", _PROMPT - _WORD)  # -1 in scripts without spaces: then cut between letters
    return f"{cut[:space] if space > 0 else cut}…"


def _lead(item: Item) -> str:
    question = item.question
    if not isinstance(question, List) or question.asked == len(question.members):
        return ""
    return f"any {question.asked} of"


def _line(item: Item, answer: RightAnswer, bank: Bank, locate: Locate) -> Line:
    below = answer.quotes if isinstance(item.question, Open) else ()
    return Line(
        label=answer.label,
        html=answer.words.html(),
        left=answer.left.html() if answer.left else "",
        also=tuple(Words(form, literal=True).html() for form in answer.also),
        point=answer.point,
        model=answer.model,
        worth=_worth(item) if answer.point else "",
        proofs=tuple(Shown("", proof) for proof in proofs(item.question, bank, locate, below)),
    )


def _worth(item: Item) -> str:
    """What each marking point is worth; nothing where the points do not divide into halves or better."""
    question = item.question
    share = item.view.points / len(question.marking) if isinstance(question, Open) else item.view.points
    return points_text(share) if share * 2 == int(share * 2) else ""


def _margin(item: Item) -> str:
    question = item.question
    if not isinstance(question, Number):
        return ""
    parts = [f"accept {question.low} to {question.high}"] if question.low else []
    parts += [f"± {question.tolerance}"] if question.tolerance else []
    return "; ".join(parts)


def _proofs(item: Item, answers: Iterable[RightAnswer], bank: Bank, locate: Locate) -> Iterator[Shown]:
    """The question's quotes, those of each right answer, then those of spare sides; each once."""
    question = item.question
    if isinstance(question, Open):
        quoted = [("", question.evidence)]
    else:
        quoted = [("", question.evidence), *((answer.label, answer.quotes) for answer in answers)]
        quoted.append(("", question.all_evidence()))
    seen: set[str] = set()
    for label, quotes in quoted:
        left = [quote for quote in quotes if quote.text not in seen]
        seen.update(quote.text for quote in left)
        for proof in proofs(question, bank, locate, left):
            yield Shown(label, proof)


def _comments(item: Item, answers: Iterable[RightAnswer]) -> Iterator[Comment]:
    """What is said about right answers, wrong options, spare sides and expected wrong answers."""
    question = item.question
    for answer in answers:
        if answer.feedback:
            yield Comment(answer.label or answer.words.html(), inline_html(answer.feedback))
    if isinstance(question, Choice | Choices):
        for option in item.view.options:
            part = question.options[option.index]
            if part.feedback and not part.right:
                yield Comment(option.letter, inline_html(part.feedback))
    if isinstance(question, Match):
        for pair in question.pairs:
            if pair.feedback and not pair.left:
                letter = item.view.option(question.rights.index(pair.forms[0])).letter
                yield Comment(letter, inline_html(pair.feedback))
    for wrong in question.wrong:
        forms = ", ".join(f"“{Words(form, literal=True).html()}”" for form in wrong.forms)
        yield Comment(forms, inline_html(wrong.feedback))


def _small(item: Item, drafts: Collection[str]) -> tuple[str, ...]:
    question = item.question
    as_of = f"as of {question.as_of}" if question.as_of else ""
    draft = "DRAFT" if question.id in drafts else ""
    return tuple(filter(None, (draft, as_of, question.level, question.objective)))
