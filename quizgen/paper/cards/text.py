"""What the two faces of a card say: parts one under another, each with its type and its distance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from unicodedata import bidirectional

from quizgen.bank.model import Choice, Choices, Cloze, List, Match, Number, Open, Order, Short, TrueFalse
from quizgen.paper.key.entry import Entry, EntryWords, Line, Shown, entry_of
from quizgen.paper.labels import Labels
from quizgen.paper.rich import Rich, rich_of_view, rich_of_words
from quizgen.shown import View, accepted_names, instructions, right_answers

__all__ = ["SMALLEST", "Face", "Part", "Role", "back_of", "front_of"]

Role = Literal["prompt", "body", "note", "row", "pair", "answer", "also", "quote", "explain"]

SMALLEST = 6.0
"""Points below which nothing is set."""

_NOTHING = Rich("")
_WAYS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_SMALL = 0.7  # of the face's type
_SHORT, _LITTLE = 40, 120  # letters of an answer that is set large, of a text that is centred


@dataclass(frozen=True, slots=True)
class Also:
    """Other forms that are right, after a word of ours ("or")."""

    words: str
    forms: tuple[Rich, ...]
    between: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a face.

    ``scale`` is its type as a multiple of that of the face, ``above`` the distance to what is before it, in ems of its
    own type. ``words`` are ours and stand before ``texts``, which are joined by ``between``. A ``row`` has a letter or
    a number as its label, as an answer may, and ``also`` other forms of what it says; a ``pair`` has ``left`` beside
    it, too. A ``quote`` has stretches, of which those that are an answer are marked True, between the two ``marks``,
    and its place. ``gaps`` are the hints of blanks, which are ``numbered``. ``runs``: "ltr" or "rtl", as its
    first letter does.
    """

    role: Role
    scale: float
    above: float
    texts: tuple[Rich, ...] = ()
    words: str = ""
    between: str = ""
    label: str = ""
    left: Rich = _NOTHING
    also: Also | None = None
    stretches: tuple[tuple[str, bool], ...] = ()
    marks: tuple[str, str] = ("", "")
    place: str = ""
    gaps: tuple[Rich, ...] = ()
    numbered: bool = False
    runs: str = ""

    def points(self, size: float, most: float) -> float:
        """Its type on a face of this type; what stands at the foot need not be larger than ``most``."""
        own = self.scale * size
        return max(min(own, most) if self.role in ("quote", "explain") else own, SMALLEST)

    def gap_html(self, number: int) -> str:
        """A blank as safe HTML, by its number from 1."""
        hint = self.gaps[number - 1]
        said = f'<span class="gap-number">({number})</span>' if self.numbered else ""
        blank = f'<span class="blank">{said}<span class="gap"></span></span>'
        return blank + (f" [{hint.html}]" if hint else "")


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a card: what stands in its middle, and what stands at its foot; ``centred``: line by line."""

    main: tuple[Part, ...]
    foot: tuple[Part, ...] = ()
    centred: bool = False
    image: str = ""
    image_alt: str = ""

    def without(self, role: Role) -> Face:
        """The face without the last part of this role at its foot."""
        last = max((at for at, part in enumerate(self.foot) if part.role == role), default=None)
        return self if last is None else replace(self, foot=self.foot[:last] + self.foot[last + 1 :])

    def count(self, role: Role) -> int:
        """How many parts of this role stand at its foot."""
        return sum(part.role == role for part in self.foot)


def front_of(view: View, labels: Labels) -> Face:
    """What is asked: prompt, body, picture, what to do, options under their letters."""
    question = view.question
    parts = _running((*_asked(view, labels), *_options(view)))
    return Face(
        parts,
        centred=_centred(parts, ("prompt", "note")),
        image=question.image.file if question.image else "",
        image_alt=question.image.alt if question.image else "",
    )


def _asked(view: View, labels: Labels) -> Iterator[Part]:
    question = view.question
    stem, body, gaps = rich_of_view(view)
    several = len(gaps) > 1
    yield Part("prompt", 1, 0, (stem,), gaps=gaps, numbered=several)
    if view.body:
        yield Part("body", 0.9, 0.6, (body,), gaps=gaps, numbered=several)
    if question.audio:
        recording = Rich(question.audio.alt or question.audio.file, "literal")
        yield Part("note", _SMALL, 0.8, (recording,), labels("listen"))
    said = " ".join(labels(sentence.name, **sentence.values) for sentence in instructions(question))
    if said:
        yield Part("note", _SMALL, 0.8, words=said)


def _options(view: View) -> Iterator[Part]:
    rights = [(option.letter, rich_of_words(option.words)) for option in view.options]
    if not isinstance(view.question, Match):
        for at, (letter, text) in enumerate(rights):
            yield Part("row", 0.9, 0.4 if at else 0.8, (text,), label=letter)
        return
    lefts = [*map(rich_of_words, view.lefts)]
    for at in range(max(len(lefts), len(rights))):
        letter, text = rights[at] if at < len(rights) else ("", _NOTHING)
        left = lefts[at] if at < len(lefts) else _NOTHING
        yield Part("pair", 0.85, 0.4 if at else 0.8, (text,), label=letter, left=left)


def back_of(view: View, number: int, words: EntryWords) -> Face:
    """What is right, large; at the foot the words of the text that prove it, and the explanation."""
    question = view.question
    entry = entry_of(view, number, words)
    shown = (*entry.proofs, *(proof for line in entry.lines for proof in line.proofs))
    proofs = list({proof.text: proof for proof in reversed(shown)}.values())[::-1]
    foot = [_quote(proof, words.labels, first=not at) for at, proof in enumerate(proofs)]
    if question.explain:
        foot.append(Part("explain", _SMALL, 0.35, (entry.explain,), words.labels("why")))
    main = _running(_right(view, entry, words))
    return Face(main, _running(foot), centred=_centred(main, ("answer", "also", "note")))


def _right(view: View, entry: Entry, words: EntryWords) -> Iterator[Part]:
    question, labels = view.question, words.labels
    if entry.lead:
        yield Part("note", _SMALL, 0, words=entry.lead)
    match question:
        case Short() | Number() | TrueFalse():
            yield from _said(view, entry, words)
        case Cloze() | Choice() | Choices() if len(entry.lines) == 1:
            [line] = entry.lines
            yield _large((line.words,), line.label)
            yield from _also(line.also, labels)
        case Match():
            for at, (line, answer) in enumerate(zip(entry.lines, right_answers(view), strict=True)):
                above = 0.4 if at else 0
                also = _other(line, labels)
                yield Part("pair", 0.95, above, (line.words,), label=answer.label, left=line.left, also=also)
        case Open():
            yield from _open(entry, labels)
        case Cloze() | Choice() | Choices() | List() | Order():
            for at, line in enumerate(entry.lines):
                yield _row(line, 0.4 if at else 0.3 * bool(entry.lead), labels)


def _said(view: View, entry: Entry, words: EntryWords) -> Iterator[Part]:
    question, labels = view.question, words.labels
    [line] = entry.lines
    unit = question.unit if isinstance(question, Number) else ""
    written = not unit or unit in line.words.source
    yield _large((line.words,) if written else (line.words, Rich(f" {unit}", "literal")))
    also = line.also
    if isinstance(question, Short):
        forms = tuple(form for answer in question.answers for form in answer.forms)
        also += tuple(Rich(name, "literal") for name in accepted_names(forms, question, words.bank))
    yield from _also(also, labels)
    if entry.margin:
        yield Part("note", _SMALL, 0.5, words=entry.margin)
    if entry.correction:
        yield Part("also", 0.85, 0.6, (entry.correction,))


def _large(texts: tuple[Rich, ...], label: str = "") -> Part:
    short = sum(len(text.source) for text in texts) <= _SHORT
    return Part("answer", 1.3 if short else 1.0, 0, texts, label=label)


def _row(line: Line, above: float, labels: Labels) -> Part:
    return Part("row", 1, above, (line.words,), label=line.label or "•", also=_other(line, labels))


def _other(line: Line, labels: Labels) -> Also | None:
    return Also(labels("or"), line.also, labels("comma")) if line.also else None


def _also(forms: tuple[Rich, ...], labels: Labels) -> Iterator[Part]:
    if forms:
        yield Part("also", 0.75, 0.35, forms, labels("or"), labels("comma"))


def _open(entry: Entry, labels: Labels) -> Iterator[Part]:
    """The points that are marked, then answers as they might be written."""
    above = 0.0
    for line in entry.lines:
        if line.point:
            yield _row(line, above, labels)
        elif line.model:
            yield Part("also", 0.85, above + 0.2 if above else 0, (line.words,), labels("model") if above else "")
        above = 0.4


def _quote(proof: Shown, labels: Labels, *, first: bool) -> Part:
    before, after = (text for text, _ in labels.parts("quoted"))
    return Part(
        "quote",
        _SMALL,
        0.15,
        words=labels("from_text") if first else "",
        stretches=proof.stretches,
        marks=(before, after),
        place="\u00a0".join(proof.place.rsplit(" ", 1)),  # no "4" alone on a line
    )


def _centred(parts: Sequence[Part], roles: Sequence[Role]) -> bool:
    """Whether what is said is so little that it is set line by line in the middle."""
    said = sum(len(text.source) for part in parts for text in part.texts)
    return said <= _LITTLE and all(part.role in roles for part in parts)


def _running(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(replace(part, runs=_runs(part)) for part in parts)


def _runs(part: Part) -> str:
    """As a browser finds it out: how the first letter runs, of the teacher's words rather than of ours."""
    said = "".join((*(text.source for text in part.texts), *(text for text, _ in part.stretches), part.words))
    ways = (_WAYS.get(bidirectional(char), "") for char in said)
    return next(filter(None, ways), "")
