"""What stands in the fields of a note, as HTML: escaped here, so that Anki shows what the bank says and no more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from quizgen.anki.answer_html import also_html, answer_html
from quizgen.anki.cloze_text import cloze_body, cloze_prompt
from quizgen.anki.evidence_html import evidence_html
from quizgen.anki.inert import inert
from quizgen.anki.media import MediaFiles
from quizgen.anki.options_html import options_html, shown_html
from quizgen.bank.model import Bank, Media, Number, Question, Short, Topic
from quizgen.shown import Locate, View, proofs, source_of
from quizgen.text.html import block_html, escape_html

__all__ = ["Surroundings", "cloze_fields", "question_fields", "surroundings"]

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
        "Source": escape_html(source_of(bank)),
        "Topic": shown_html(topic.title),
        "Passage": block_html(topic.text, maths="anki"),
        "Language": escape_html(bank.language),
    }
    return Surroundings(bank, _inert(fields), locate, media, drafts)


def question_fields(view: View, around: Surroundings) -> dict[str, str]:
    """The fields of a question of any kind but cloze, by name."""
    question = view.question
    reverse = question.reverse and isinstance(question, Short | Number)
    fields = {
        "Question": _block("prompt", shown_html(question.prompt)) + _body(question.body),
        "Instruction": escape_html(view.instruction),
        "Options": options_html(view),
        "Answer": answer_html(view),
        "Also": also_html(view),
        "Reverse": "yes" if reverse else "",
    }
    return _inert(fields | _common(question, around)) | around.fields_of(question)


def cloze_fields(view: View, around: Surroundings) -> dict[str, str]:
    """The fields of a cloze question, by name."""
    fields = {"Also": also_html(view)} | _common(view.question, around)
    body = cloze_body(view)
    text = _block("prompt", cloze_prompt(view)) + (_block("body", body) if body else "")
    return (
        {"Text": text} | _inert(fields) | around.fields_of(view.question)
    )  # the text is inert already, but for its blanks


def _inert(fields: dict[str, str]) -> dict[str, str]:
    """All but the sound, which Anki must see."""
    return {name: html if name == "Audio" else inert(html) for name, html in fields.items() if html}


def _block(name: str, html: str) -> str:
    return f'<div class="{name}" dir="auto">{html}</div>'


def _body(source: str) -> str:
    return _block("body", block_html(source, maths="anki")) if source else ""


def _common(question: Question, around: Surroundings) -> dict[str, str]:
    bank = around.bank
    return {
        "Id": f"{bank.id}#{question.id}",
        "Hint": shown_html(question.hint),
        "Explanation": shown_html(question.explain),
        "Evidence": evidence_html(proofs(question, bank, around.locate)),
        "As of": escape_html(question.as_of),
        "Image": _image(question.image, around.media) if question.image else "",
        "Audio": _audio(question.audio, around.media) if question.audio else "",
    }


def _image(image: Media, media: MediaFiles) -> str:
    return f'<img src="{media.names[image.file]}" alt="{escape_html(image.alt)}">'


def _audio(audio: Media, media: MediaFiles) -> str:
    return f"[sound:{media.names[audio.file]}]"
