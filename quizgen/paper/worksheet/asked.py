"""A question as it is printed, whatever the version and whatever shows it: its texts, and the space for its answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quizgen.bank.model import Choice, Choices, List, Match, Media, Number, TrueFalse
from quizgen.paper.labels import Labels
from quizgen.paper.layout import Layout
from quizgen.paper.rich import Rich, rich_of_view, rich_of_words
from quizgen.paper.worksheet.space import Space, groups_of_lines, space_for
from quizgen.shown import View, Words, instructions
from quizgen.text.columns import columns as letters_in
from quizgen.text.plain import inline_plain

__all__ = ["Asked", "asked_of"]

_LONG_LIST = 4  # members above which short ones stand in two columns
_FEW_WORDS = 6  # ems


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on a sheet, without what a version changes.

    ``options`` are options, right sides or items in the order of the bank, ``lefts`` the left sides of a match.
    ``gaps`` are the hints of the blanks of a cloze, whose numbers are printed where ``numbered``. ``columns`` says in
    how many columns options or slots stand, ``slots`` how many things are to be written, each in the space of
    ``space``; ``lines`` parts the lines of an open answer into groups that stay together. ``image`` is a file's name.
    ``points_unseen`` is the word that is read aloud after the points. ``tall``: it may not fit on a page.
    """

    id: str
    kind: str
    stem: Rich
    body: Rich
    instruction: str
    points: str
    points_unseen: str
    options: tuple[Rich, ...]
    lefts: tuple[Rich, ...]
    gaps: tuple[Rich, ...]
    numbered: bool
    columns: int
    space: Space
    slots: int
    lines: tuple[int, ...]
    unit: str
    correct: bool
    hint: Rich
    image: str
    image_alt: str
    listen: str
    tall: bool


def asked_of(view: View, layout: Layout, labels: Labels, *, corrects: bool = False) -> Asked:
    """Lay a question out; ``corrects``: false statements are to be corrected on this sheet."""
    question = view.question
    space = space_for(question, layout)
    stem, body, gaps = rich_of_view(view)
    options = _options(view)
    return Asked(
        id=question.id,
        kind=question.kind,
        stem=stem,
        body=body,
        instruction=" ".join(labels(said.name, **said.values) for said in instructions(question, rights=_rights(view))),
        points=labels.number(view.points),
        points_unseen=labels("points_unseen", n=view.points),
        options=options,
        lefts=tuple(map(rich_of_words, view.lefts)),
        gaps=gaps,
        numbered=len(gaps) > 1,
        columns=_columns(view, options, space, layout),
        space=space,
        slots=question.asked if isinstance(question, List) else len(options),
        lines=groups_of_lines(space.lines) if question.kind == "open" else (),
        unit=question.unit if isinstance(question, Number) else "",
        correct=corrects and isinstance(question, TrueFalse),
        hint=Rich(question.hint),
        image=question.image.file if question.image else "",
        image_alt=question.image.alt if question.image else "",
        listen=_recording(question.audio),
        tall=_tall(view, options, layout),
    )


def _options(view: View) -> tuple[Rich, ...]:
    by_place: Mapping[int, Words] = {option.index: option.words for option in view.options}
    return tuple(rich_of_words(by_place[index]) if index in by_place else Rich("") for index in range(_size(view)))


def _size(view: View) -> int:
    """How many options the bank has; on a sheet with support some of them are not shown."""
    question = view.question
    if isinstance(question, Choice | Choices):
        return len(question.options)
    return len(question.rights) if isinstance(question, Match) else len(view.options)


def _columns(view: View, options: tuple[Rich, ...], space: Space, layout: Layout) -> int:
    """In how many columns they stand: in as many as the longest has room in, without a lonely last row of one."""
    question = view.question
    if isinstance(question, List):
        return 2 if question.asked > _LONG_LIST and space.width <= layout.answer / 2 - layout.number else 1
    if isinstance(question, Match):
        return (
            2 if _beside([*(left.text for left in view.lefts), *(option.source for option in options)], layout) else 1
        )
    if not isinstance(question, Choice | Choices):
        return 1
    needed = layout.letters(max(letters_in(inline_plain(option.source)) for option in options)) + 3 * layout.em
    return next((n for n in (4, 3, 2) if len(options) % n == 0 and needed <= layout.answer / n), 1)


def _beside(sides: Iterable[str], layout: Layout) -> bool:
    """Whether both sides of a match have room beside each other: for their longest word, and for a few words."""
    longest = max((letters_in(word) for side in sides for word in inline_plain(side).split()), default=0)
    room = layout.answer / 2 - layout.line
    return max(layout.letters(longest), _FEW_WORDS * layout.em) <= room


def _rights(view: View) -> int | None:
    """How many right sides of a match are shown: on a sheet with support not all spare ones."""
    return len(view.options) if isinstance(view.question, Match) else None


def _tall(view: View, options: tuple[Rich, ...], layout: Layout) -> bool:
    """Whether it may be higher than a third of a page, and has to be measured before it is kept in one piece."""
    question = view.question
    listed = [*(option.source for option in options), *(left.text for left in view.lefts)]
    texts = [question.prompt, question.body, *listed]
    in_a_line = layout.answer / layout.letters(1)
    lines = sum(1 + text.count("\n") + letters_in(text) / in_a_line for text in texts)
    written = question.asked * layout.line if isinstance(question, List) else 0
    height = lines * layout.em * layout.preset.leading * 1.5 + written + 90 * bool(question.image)
    return height > layout.paper.height / 3


def _recording(audio: Media | None) -> str:
    """What a recording is called; its file is named only where nothing else is, as a name may say too much."""
    return (audio.alt or audio.file) if audio else ""
