"""What outputs cannot show: media that are not there, and what Anki drops; with the rules on texts, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from quizgen.bank.model import Cloze, Media, Number, Question, Short
from quizgen.check.finding import Flaw
from quizgen.check.rule import Rule, bank_rule, question_rule
from quizgen.check.rules import letters, markup
from quizgen.check.scope import Case, Scope
from quizgen.check.words import words_of
from quizgen.shown.media import IMAGES, MediaKind, media_fault, media_file, media_size

__all__ = ["RULES"]

_ASKED = "## When is high water in the harbour? {#harbour}\n= noon\n"


def _media_of(question: Question) -> Iterator[tuple[Media, MediaKind]]:
    if question.image:
        yield question.image, "image"
    if question.audio:
        yield question.audio, "audio"


@question_rule(
    "unknown-media",
    "error",
    stops=True,
    needs="folder",
    title="an image or a sound that nobody would see or hear",
    why="The file is not there, it is empty, it lies outside the folder of the bank, or it is of a type that browsers "
    "and Anki do not show. A student would get a question without what it asks about.",
    source="Our own rule: a file from outside the folder of a bank is never copied, so that a bank from elsewhere "
    "cannot carry off what is on a computer",
    bad=f"{_ASKED}image: ../maps/harbour.png | a map of the harbour\n",
    good=f"{_ASKED}image: maps/harbour.png | a map of the harbour\n",
)
def _unknown_media(case: Case) -> Iterator[Flaw]:
    for media, kind in _media_of(case.question):
        fault = media_fault(media, kind, case.scope.folder)
        if fault:
            yield Flaw(fault, media.line, media.file)


_WORDS_FOR_ANY = (
    "a an the of image images picture pictures pic photo photograph img graphic figure fig illustration alt text "
    "placeholder untitled"
)
_NOTHING_SAID = frozenset(_WORDS_FOR_ANY.split())


@question_rule(
    "image-without-alt",
    "warning",
    title="an image without words that stand for it",
    why="The self-test shows these words in place of the image, and a screen reader speaks them: who has nothing else "
    "must be able to answer. A file's name, or the word image, says nothing of what is to be seen.",
    source="Web Content Accessibility Guidelines 2.2, success criterion 1.1.1 and its failure F30",
    bad=f"{_ASKED}image: tides.png | picture\n",
    good=f"{_ASKED}image: tides.png | a curve of the tide that is highest at noon\n",
)
def _image_without_alt(case: Case) -> Iterator[Flaw]:
    image = case.question.image
    if image and _says_nothing(image):
        message = "these words do not say what the image shows; say it for who cannot see it"
        yield Flaw(message, image.line, f"| {image.alt}")


def _says_nothing(image: Media) -> bool:
    alt = image.alt.casefold().strip()
    named = alt == PurePosixPath(image.file.casefold().replace("\\", "/")).stem and not alt.isalpha()
    return named or alt.endswith(tuple(IMAGES)) or all(w in _NOTHING_SAID or w.isdigit() for w in words_of(alt))


@question_rule(
    "sound-on-paper",
    "warning",
    title="a question that cannot be answered on paper alone",
    why="A worksheet can only say that there is a recording to listen to. Play it in class, leave the question off the "
    "sheet, or say that it is meant.",
    source="Our own rule: the sheet of a bank goes to students who have nothing else",
    bad=f"{_ASKED}audio: bell.mp3 | the bell of the harbour\n",
    good=_ASKED,
)
def _sound_on_paper(case: Case) -> Iterator[Flaw]:
    audio = case.question.audio
    if audio:
        message = 'paper plays no sound; play it in class and say so: "allow: sound-on-paper because …"'
        yield Flaw(message, audio.line, audio.file)


# Measured with Anki 26.9.3: a deck built by quizgen.anki, imported with the options of the import dialog. What was
# tried and holds: 10,000 options, fields of 9 million characters, 500 cards of a note, topics of 5,000 characters.
_LAST_BLANK = 500  # {{c501::…}} imports, makes no card of its own, and is listed by Tools > Empty Cards
_LARGEST = 100 * 1024 * 1024  # bytes; with one more the media check calls the file missing
_TAKEN_TAGS = frozenset({"leech", "marked"})  # Anki's own: an import takes them off, whatever their case


@bank_rule(
    "card-limit",
    "warning",
    title="something that is lost in Anki",
    why="Anki makes cards for the blanks 1 to 500, carries no file above 100 MB, takes off the tags leech and marked, "
    "which are its own, and turns only short questions and numbers the other way round.",
    source="Measured with Anki 26.9.3",
    bad="## The tide is {{c501::high}} at noon. {#noon}\n",
    good="## The tide is {{c1::high}} at noon. {#noon}\n",
)
def _card_limit(scope: Scope) -> Iterator[Flaw]:
    for tag in scope.bank.tags:
        if tag.casefold() in _TAKEN_TAGS:
            yield Flaw(_taken_tag(tag), scope.front_line("tags"), tag)
    for at, case in enumerate(scope.cases):
        question = case.question
        if isinstance(question, Cloze) or question.tags or question.reverse or question.image or question.audio:
            for message, line, words in _limits(case):
                yield Flaw(message, line, words, at=at)


def _limits(case: Case) -> Iterator[tuple[str, int, str]]:
    """What Anki would drop of a question: what to say, the line, the words at fault."""
    question = case.question
    if isinstance(question, Cloze):
        highest = max(blank.group for blank in question.blanks)
        if highest > _LAST_BLANK:
            message = (
                f"Anki makes cards for the blanks 1 to {_LAST_BLANK}, not for a blank {highest}; part the question"
            )
            yield message, 0, f"c{highest}::"
    if question.reverse and not isinstance(question, Short | Number):
        message = 'only short questions and numbers get a card the other way round; delete "reverse: yes"'
        yield message, 0, "reverse:"
    for tag in question.tags:
        if tag.casefold() in _TAKEN_TAGS:
            yield _taken_tag(tag), 0, tag
    for media, _ in _media_of(question):
        path = media_file(media.file, case.scope.folder) if case.scope.folder else None
        if path and (media_size(path) or 0) > _LARGEST:
            yield (
                f"{media.file} is larger than 100 MB, and Anki carries no such file; make it smaller",
                media.line,
                media.file,
            )


def _taken_tag(tag: str) -> str:
    return f'"{tag}" is a tag of Anki\'s own, which an import takes off; choose another word'


RULES: tuple[Rule, ...] = (
    _unknown_media,
    _image_without_alt,
    _sound_on_paper,
    *markup.RULES,
    *letters.RULES,
    _card_limit,
)
