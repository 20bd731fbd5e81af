"""What stands in the fields of a note, as HTML: escaped here, so that Anki shows what the bank says and no more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from quizgen.anki.answer_html import also_html, answer_html, feedback_html
from quizgen.anki.cloze_text import cloze_body, cloze_prompt
from quizgen.anki.evidence_html import evidence_html
from quizgen.anki.inert import inert, inert_in_blank, plain_html
from quizgen.anki.media import MediaFiles
from quizgen.anki.options_html import choice_of, options_html, shown_html
from quizgen.anki.typed import typed_answer
from quizgen.bank.model import Bank, Media, Number, Question, Short, Topic
from quizgen.shown import Locate, View, Words, proofs, right_answers, source_of
from quizgen.text.html import block_html, escape_html

__all__ = ["Surroundings", "cloze_fields", "question_fields", "sequence_fields", "surroundings"]

_DRAFT = '<b class="draft" lang="en" dir="ltr">DRAFT</b>'


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a note takes from outside its question; ``fields`` are those that all questions of a topic share, and
    ``drafts`` the ids of questions that are marked.
    """

    bank: Bank
    fields: dict[str, str]
    locate: Locate
    media: MediaFiles
    drafts: Collection[str] = ()

    def fields_of(self, question: Question) -> dict[str, str]:
        """The shared fields, the mark of a draft before the topic: it stands on both sides of every card."""
        if question.id not in self.drafts:
            return self.fields
        return self.fields | {"Topic": f"{_DRAFT} {self.fields.get('Topic', '')}".strip()}


def surroundings(
    bank: Bank, topic: Topic, locate: Locate, media: MediaFiles, drafts: Collection[str] = ()
) -> Surroundings:
    """What the questions of a topic have in common."""
    fields = {
        "Source": plain_html(source_of(bank)),
        "Topic": shown_html(topic.title),
        "Passage": block_html(topic.text, maths="anki"),
        "Language": escape_html(bank.language),
    }
    return Surroundings(bank, _inert(fields), locate, media, drafts)


def question_fields(view: View, around: Surroundings) -> dict[str, str]:
    """The fields of a question of any kind but a cloze and a list to recite, by name."""
    question = view.question
    reverse = question.reverse and isinstance(question, Short | Number)
    said = feedback_html(view)
    fields = _asked(view) | {
        "Options": options_html(view),
        "Choice": choice_of(question),
        "Answer": answer_html(view) + (f'<p class="feedback">{said}</p>' if said and not reverse else ""),
        "Typed": escape_html(typed_answer(question)),
        "Also": also_html(view, around.bank),
        "Reverse": "yes" if reverse else "",
    }
    fields |= _common(question, around)
    if said and reverse:  # the answer is the front of a card there, and what is said of it may name the question
        fields["Explanation"] = "<br>".join(filter(None, (said, fields["Explanation"])))
    return _inert(fields) | around.fields_of(question)


def cloze_fields(view: View, around: Surroundings) -> dict[str, str]:
    """The fields of a cloze question, by name."""
    fields = {"Also": also_html(view, around.bank)} | _common(view.question, around)
    body = cloze_body(view)
    text = _block("prompt", cloze_prompt(view)) + (_block("body", body) if body else "")
    # the text is inert already, but for its blanks
    return {"Text": text} | _inert(fields) | around.fields_of(view.question)


def sequence_fields(view: View, around: Surroundings) -> dict[str, str]:
    """The fields of a list to recite, by name: the whole of it is card 1, each member in its place a further one.

    A place holds its member alone, for it stands on the fronts of the cards of all others.
    """
    places = (
        f'<li dir="auto">{_blank(number, answer.words.html("anki"))}</li>'
        for number, answer in enumerate(right_answers(view), 2)
    )
    blanks = {
        "Whole": _blank(1, answer_html(view)),
        "Places": f'<ol class="members">{"".join(places)}</ol>',
    }
    return _inert(_asked(view) | _common(view.question, around)) | blanks | around.fields_of(view.question)


def _blank(number: int, html: str) -> str:
    return f"{{{{c{number}::{inert_in_blank(html)}}}}}"


def _inert(fields: dict[str, str]) -> dict[str, str]:
    """All but the sound, which Anki must see."""
    return {name: html if name == "Audio" else inert(html) for name, html in fields.items() if html}


def _block(name: str, html: str) -> str:
    return f'<div class="{name}" dir="auto">{html}</div>'


def _asked(view: View) -> dict[str, str]:
    body = view.question.body
    prompt = _block("prompt", shown_html(view.question.prompt))
    return {
        "Question": prompt + (_block("body", block_html(body, maths="anki")) if body else ""),
        "Instruction": Words(view.instruction, literal=True).html("anki"),  # a unit may stand in it
    }


def _common(question: Question, around: Surroundings) -> dict[str, str]:
    bank = around.bank
    return {
        "Id": f"{bank.id}#{question.id}",
        "Kind": question.kind,
        "Hint": shown_html(question.hint),
        "Explanation": shown_html(question.explain),
        "Evidence": evidence_html(proofs(question, bank, around.locate)),
        "As of": plain_html(question.as_of),
        "Image": _image(question.image, around.media) if question.image else "",
        "Audio": _audio(question.audio, around.media) if question.audio else "",
    }


def _image(image: Media, media: MediaFiles) -> str:
    return f'<img src="{media.names[image.file]}" alt="{escape_html(image.alt)}">'


def _audio(audio: Media, media: MediaFiles) -> str:
    return f"[sound:{media.names[audio.file]}]"
