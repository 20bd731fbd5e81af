"""The manifest of printed sheets: all that it takes to print them again a year later, or to say why that cannot be.

It holds no question: those come from the bank, which must still say what it said. Orders are kept as they were drawn,
so that a quizgen that draws otherwise prints the same sheet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quizgen.article.model import Article
from quizgen.article.seal import article_digest
from quizgen.bank.digest import answered_digest, asked_digest, digest_of
from quizgen.bank.model import Bank, Cloze, Gloss, Question, Topic
from quizgen.paper.media import NO_IMAGES
from quizgen.paper.plan import Plan
from quizgen.paper.reprint.made_with import parts_now, templates_now
from quizgen.paper.reprint.printed import printed_digest
from quizgen.paper.sheets.sheet import Section, Sheet
from quizgen.paper.sheets.versions import Copy
from quizgen.paper.worksheet.space import Space, space_for
from quizgen.shown import source_of
from quizgen.templating import Templates

__all__ = [
    "Manifest",
    "Permutation",
    "PrintedBank",
    "PrintedQuestion",
    "PrintedSection",
    "PrintedSheet",
    "PrintedTopic",
    "glossary_digest",
    "kept_space",
    "make_manifest",
    "printed_bank",
    "printed_question",
    "topic_digest",
    "topic_name",
    "words_digest",
]

Permutation = tuple[int, ...]
"""The options of a question as they stand on a sheet, each by its place in the bank."""


@dataclass(frozen=True, slots=True)
class PrintedBank:
    """What pages say of the bank. ``file`` is where it was, as seen from the course; ``corrects``: false statements
    are to be corrected.
    """

    id: str
    file: str
    title: str
    source: str
    minutes: int | None
    language: str
    glossary: str
    corrects: bool


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """Digests of what a question asks, of what is right, and of what else is seen of it; ``space`` is the width of the
    boxes for its answer in millimetres and how many there are.
    """

    id: str
    asked: str
    answered: str
    printed: str
    space: tuple[float, int]


@dataclass(frozen=True, slots=True)
class PrintedTopic:
    """A topic by its id, or title where it has none, and a digest of its title and text."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section of a sheet: its topic by place in `Manifest.topics`, a digest of the words to choose from ("" for
    none), and each question's id with the order of its options.
    """

    topic: int
    words: str
    questions: tuple[tuple[str, Permutation], ...]


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A version as it was printed; with ``support`` the orders leave out the options that are not shown."""

    version: str
    id: str
    support: bool
    sections: tuple[PrintedSection, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The sheets of one bank. ``drafts`` are the ids of those that were taken in, ``article`` the digest of a reading
    that was printed, ``parts`` the versions of programs and ``templates`` the digests of files, by their names.
    """

    bank: PrintedBank
    plan: Plan
    drafts: tuple[str, ...]
    questions: tuple[PrintedQuestion, ...]
    topics: tuple[PrintedTopic, ...]
    sheets: tuple[PrintedSheet, ...]
    copies: tuple[Copy, ...]
    article: str
    parts: Mapping[str, str]
    templates: Mapping[str, str]


def make_manifest(
    bank: Bank,
    sheets: Sequence[Sheet],
    plan: Plan,
    *,
    copies: Sequence[Copy],
    templates: Templates,
    images: Mapping[str, bytes] = NO_IMAGES,
    article: Article | None = None,
    drafts: Collection[str] = (),
    file: str = "",
) -> Manifest:
    """The manifest of ``sheets``, the plain ones first, then those with support.

    ``images`` are by their file; ``article`` is the reading where it is printed; ``drafts`` are the ids of those that
    are taken in; ``file`` is that of the bank as seen from the course.
    """
    on_them = {item.question.id for sheet in sheets for item in sheet.items}
    topics = [topic for topic in bank.topics if any(question.id in on_them for question in topic.questions)]
    places = {question.id: at for at, topic in enumerate(topics) for question in topic.questions}
    supported = any(sheet.support for sheet in sheets)
    return Manifest(
        bank=printed_bank(bank, file, sheets[0]),
        plan=plan,
        drafts=tuple(question.id for question in bank.questions if question.id in drafts),
        questions=tuple(
            printed_question(question, plan, images, support=supported)
            for question in bank.questions
            if question.id in on_them
        ),
        topics=tuple(PrintedTopic(topic_name(topic), topic_digest(topic.title, topic.text)) for topic in topics),
        sheets=tuple(_sheet(sheet, places) for sheet in sheets),
        copies=tuple(copies),
        article=article_digest(article) if article else "",
        parts=parts_now(),
        templates=templates_now(templates),
    )


def printed_bank(bank: Bank, file: str, sheet: Sheet) -> PrintedBank:
    """What pages say of a bank; any of its sheets will do."""
    return PrintedBank(
        id=bank.id,
        file=file,
        title=bank.title,
        source=source_of(bank),
        minutes=bank.minutes,
        language=bank.language,
        glossary=glossary_digest(sheet.glossary),
        corrects=sheet.corrects,
    )


def printed_question(question: Question, plan: Plan, images: Mapping[str, bytes], *, support: bool) -> PrintedQuestion:
    """The digests of a question; ``support``: hints are printed, and words to choose from, for more than blanks."""
    image = images.get(question.image.file) if question.image else None
    words = support or (plan.selection.word_bank and isinstance(question, Cloze))
    return PrintedQuestion(
        id=question.id,
        asked=asked_digest(question),
        answered=answered_digest(question),
        printed=printed_digest(question, image, hints=support, words=words),
        space=kept_space(space_for(question, plan.look.layout())),
    )


def kept_space(space: Space) -> tuple[float, int]:
    """A space as a manifest keeps it: the width to a tenth of a millimetre, and the lines."""
    return round(float(space.width), 1), space.lines


def glossary_digest(glossary: Sequence[Gloss]) -> str:
    """A digest of a glossary as it is printed; "" where there is none."""
    return digest_of([[gloss.term, gloss.meaning] for gloss in glossary]) if glossary else ""


def topic_name(topic: Topic) -> str:
    """What a topic is known by."""
    return topic.id or topic.title


def topic_digest(title: str, text: str) -> str:
    """A digest of what is printed of a topic."""
    return digest_of([title, text])


def words_digest(words: Sequence[str]) -> str:
    """A digest of words to choose from; "" where there are none."""
    return digest_of(words) if words else ""


def _sheet(sheet: Sheet, places: Mapping[str, int]) -> PrintedSheet:
    return PrintedSheet(sheet.version, sheet.id, sheet.support, tuple(_section(one, places) for one in sheet.sections))


def _section(section: Section, places: Mapping[str, int]) -> PrintedSection:
    return PrintedSection(
        topic=places[section.items[0].question.id],
        words=words_digest(section.words),
        questions=tuple(
            (item.question.id, tuple(option.index for option in item.view.options)) for item in section.items
        ),
    )
