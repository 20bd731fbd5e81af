"""The worksheet as a page for a browser's print dialog. Nothing on it, seen or unseen, says what is right."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from quizgen.bank.model import Bank, Blank, Choice, Choices, List, Media, Number, TrueFalse
from quizgen.paper.blanks import stem_and_body
from quizgen.paper.media import images_of
from quizgen.paper.page import page_of, points_text, points_words
from quizgen.paper.sheet import Item, Sheet
from quizgen.paper.space import Space, groups_of_lines, space_for
from quizgen.templating import Templates
from quizgen.text.html import block_html, inline_html
from quizgen.text.plain import inline_plain

__all__ = ["Asked", "worksheet_html"]

_SHORT_OPTION = 28  # letters below which options stand in two columns
_LONG_LIST = 4  # members above which short ones stand in two columns


@dataclass(frozen=True, slots=True)
class Lettered:
    """An option, a right side or an item, as HTML, under its letter."""

    letter: str
    html: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the template shows it; ``stem``, ``body``, ``options`` and ``lefts`` are safe HTML.

    ``slots`` is how many things are to be written, each in the space of ``space``; ``lines`` parts the lines of an
    open answer into groups that stay together.
    """

    number: int
    kind: str
    stem: str
    body: str
    instruction: str
    points: str
    points_words: str
    options: tuple[Lettered, ...]
    lefts: tuple[str, ...]
    two_columns: bool
    space: Space
    slots: int
    lines: tuple[int, ...]
    unit: str
    correct: bool
    image: str
    image_alt: str
    listen: str


@dataclass(frozen=True, slots=True)
class AskedSection:
    """A topic as the template shows it: title and text are safe HTML."""

    title: str
    text: str
    asked: tuple[Asked, ...]


def worksheet_html(
    sheet: Sheet,
    bank: Bank,
    *,
    paper: str,
    templates: Templates,
    media_folder: Path | None = None,
    drafts: Collection[str] = (),
) -> str:
    """The sheet as one HTML page, whole in itself; ``paper`` is "a4" or "letter".

    Images stand in ``media_folder``, beside the bank if None. Every page is marked where one of the ``drafts``, ids of
    questions, is on it. DataError where one is missing, UsageError where the
    paper is unknown.
    """
    images = images_of(sheet.items, bank, media_folder)
    corrects = sheet.corrects
    sections = tuple(
        AskedSection(
            inline_html(section.title),
            block_html(section.text),
            tuple(_asked(item, corrects, images) for item in section.items),
        )
        for section in sheet.sections
    )
    return templates.render(
        "paper/sheet.html",
        page=page_of(sheet, bank, paper, drafts=drafts),
        css=templates.text("paper/print.css"),
        sections=sections,
        glossary=[(inline_html(gloss.term), inline_html(gloss.meaning)) for gloss in sheet.glossary],
        kinds={item.question.kind for item in sheet.items},
    )


def _asked(item: Item, corrects: bool, images: dict[str, str]) -> Asked:
    question, view = item.question, item.view
    space = space_for(question)
    several = sum(isinstance(part, Blank) for part in (*view.stem, *view.body)) > 1
    stem, body = stem_and_body(view.stem, view.body, _numbered_blank if several else _lone_blank)
    return Asked(
        number=item.number,
        kind=question.kind,
        stem=stem,
        body=body,
        instruction=view.instruction,
        points=points_text(view.points),
        points_words=points_words(view.points),
        options=tuple(Lettered(option.letter, option.words.html()) for option in view.options),
        lefts=tuple(left.html() for left in view.lefts),
        two_columns=_two_columns(item, space),
        space=space,
        slots=question.asked if isinstance(question, List) else len(view.options),
        lines=groups_of_lines(space.lines) if question.kind == "open" else (),
        unit=question.unit if isinstance(question, Number) else "",
        correct=corrects and isinstance(question, TrueFalse),
        image=images[question.image.file] if question.image else "",
        image_alt=question.image.alt if question.image else "",
        listen=_recording(question.audio),
    )


def _numbered_blank(number: int, blank: Blank) -> str:
    return f'<span class="blank"><span class="tag">({number})</span><span class="rule"></span></span>{_hint(blank)}'


def _lone_blank(_: int, blank: Blank) -> str:
    return f'<span class="blank"><span class="rule"></span></span>{_hint(blank)}'


def _hint(blank: Blank) -> str:
    return f' <span class="given">[{inline_html(blank.hint)}]</span>' if blank.hint else ""


def _two_columns(item: Item, space: Space) -> bool:
    question = item.question
    if isinstance(question, Choice | Choices):
        return all(len(inline_plain(option.words.text)) < _SHORT_OPTION for option in item.view.options)
    return isinstance(question, List) and question.asked > _LONG_LIST and space.width <= 60


def _recording(audio: Media | None) -> str:
    """What a recording is called; its file is named only where nothing else is, as a name may say too much."""
    return (audio.alt or audio.file) if audio else ""
