"""Sheets from their manifest: the same ones, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from quizgen.article.model import Article
from quizgen.article.seal import article_digest
from quizgen.bank.model import Bank, Question, Topic, TrueFalse
from quizgen.errors import DataError, Problem
from quizgen.paper.media import NO_IMAGES
from quizgen.paper.reprint.made_with import parts_now, templates_now
from quizgen.paper.reprint.manifest import (
    Manifest,
    Permutation,
    PrintedQuestion,
    PrintedSection,
    PrintedSheet,
    glossary_digest,
    kept_space,
    printed_question,
    topic_digest,
    topic_name,
    words_digest,
)
from quizgen.paper.sheets.glossary import safe_glossary
from quizgen.paper.sheets.sheet import Item, Section, Sheet, sheet_id
from quizgen.paper.sheets.support import word_bank
from quizgen.paper.worksheet.space import space_for
from quizgen.shown import View, letter, source_of, view
from quizgen.templating import Templates

__all__ = ["other_parts", "other_spaces", "refuse_changes", "sheets_again"]

_SINCE = "since these sheets were printed; take the change back (git diff shows it), or print new sheets without --from"
_NAMED = 4  # files that are named; a list of all would be read by nobody


def refuse_changes(
    manifest: Manifest, bank: Bank, *, images: Mapping[str, bytes] = NO_IMAGES, article: Article | None = None
) -> None:
    """DataError with everything in ``bank`` that has changed since its sheets were printed, at its line.

    New questions, notes, explanations, evidence and further accepted forms change no sheet. ``images`` are by their
    file; ``article`` is the reading, where it is on the sheets.
    """
    file = bank.path or bank.id
    if bank.id != manifest.bank.id:
        message = f'these sheets are of the bank "{manifest.bank.id}"; this one is "{bank.id}"'
        raise DataError([Problem(file, 1, 1, message)])
    now = _Now(manifest, bank, images)
    told = [*now.questions(), *now.topics(), *now.front(), *now.corrections()]
    if manifest.article and (article is None or article_digest(article) != manifest.article):
        told.append((1, "the reading, which is printed with them, has changed or is not there"))
    if told:
        raise DataError([Problem(file, max(line, 1), 1, f"{what} {_SINCE}") for line, what in told])


@dataclass(frozen=True, slots=True)
class _Now:
    """A bank of today beside the manifest of its sheets; problems are lines and words."""

    manifest: Manifest
    bank: Bank
    images: Mapping[str, bytes]

    def printed(self) -> list[tuple[PrintedQuestion, Question | None]]:
        there = {question.id: question for question in self.bank.questions}
        return [(then, there.get(then.id)) for then in self.manifest.questions]

    def questions(self) -> Iterator[tuple[int, str]]:
        for then, question in self.printed():
            what = self.change(then, question)
            if what:
                yield question.line if question else 1, f"question {{#{then.id}}}: {what}"

    def change(self, then: PrintedQuestion, question: Question | None) -> str:
        """What has become of a question; "" where it is as it was."""
        if question is None:
            return "it is gone"
        if question.draft and not self.manifest.plan.drafts:
            return "it is a draft now, and was not"
        support = any(sheet.support for sheet in self.manifest.sheets)
        now = printed_question(question, self.manifest.plan, self.images, support=support)
        changed = [name for name in ("asked", "answered", "printed") if getattr(now, name) != getattr(then, name)]
        if "asked" in changed and "answered" in changed:
            return "what it asks and what is right have changed"
        return _CHANGED[changed[0]] if changed else ""

    def topics(self) -> Iterator[tuple[int, str]]:
        """Topics whose title or text has changed, and questions that have moved to another topic."""
        by_name = {topic_name(topic): topic for topic in self.bank.topics}
        homes = {question.id: topic for topic in self.bank.topics for question in topic.questions}
        places = {name: section.topic for section in self.manifest.sheets[0].sections for name, _ in section.questions}
        told: set[int] = set()
        for name, place in places.items():
            then, home = self.manifest.topics[place], homes.get(name)
            if home is None or topic_digest(home.title, home.text) == then.digest:
                continue
            known = by_name.get(then.name)
            if known is not None and topic_digest(known.title, known.text) == then.digest:
                yield _line_of(name, home), f"question {{#{name}}}: it has moved to another topic"
            elif place not in told:
                told.add(place)
                yield home.line, f'topic "{then.name or home.title}": its title or text has changed'

    def front(self) -> Iterator[tuple[int, str]]:
        """What the front matter says on every page."""
        then, bank = self.manifest.bank, self.bank
        pairs = {
            "title": (then.title, bank.title),
            "source of the reading": (then.source, source_of(bank)),
            "number of minutes": (then.minutes, bank.minutes),
            "language": (then.language, bank.language),
        }
        for name, (was, is_now) in pairs.items():
            if was != is_now:
                yield 1, f"the {name} has changed from {_quoted(was)} to {_quoted(is_now)}"
        asked = [question for _, question in self.printed() if question]
        if glossary_digest(safe_glossary(bank.glossary, asked)) != then.glossary:
            yield 1, "the glossary, or an answer that stands in it, has changed"

    def corrections(self) -> Iterator[tuple[int, str]]:
        statements = [question for _, question in self.printed() if isinstance(question, TrueFalse)]
        corrected = [question for question in statements if question.correction]
        if bool(corrected) != self.manifest.bank.corrects:
            for question in (corrected or statements)[:1]:
                what = "no statement was" if corrected else "false statements were"
                yield question.line, f"question {{#{question.id}}}: {what} to be corrected, which has changed"


_CHANGED = {
    "asked": "what it asks has changed",
    "answered": "what is right has changed",
    "printed": "its points, picture, hint, lines or the order in the bank have changed",
}


def _quoted(value: str | int | None) -> str:
    return "none" if value in ("", None) else f"“{value}”"


def _line_of(name: str, topic: Topic) -> int:
    return next(question.line for question in topic.questions if question.id == name)


def sheets_again(manifest: Manifest, bank: Bank) -> tuple[Sheet, ...]:
    """The sheets of a manifest, in its order, with the questions of ``bank``, which `refuse_changes` has let pass.

    DataError where they would not be the same.
    """
    again = _Again(manifest, bank)
    return tuple(map(again.sheet, manifest.sheets))


class _Again:
    """What all sheets of a manifest share; views are laid out once for all of them."""

    def __init__(self, manifest: Manifest, bank: Bank) -> None:
        self.manifest, self.bank = manifest, bank
        homes = {question.id: (question, topic) for topic in bank.topics for question in topic.questions}
        on_them = [homes[then.id] for then in manifest.questions if then.id in homes]
        self.views = {question.id: (view(question, bank.id), topic) for question, topic in on_them}
        self.glossary = safe_glossary(bank.glossary, [question for question, _ in on_them])
        self.plain = {sheet.version: sheet for sheet in manifest.sheets if not sheet.support}

    def sheet(self, printed: PrintedSheet) -> Sheet:
        plain = self.plain[printed.version]
        whole = {name: order for section in plain.sections for name, order in section.questions}
        numbers = count(1)
        sections = tuple(self.section(section, printed.support, whole, numbers) for section in printed.sections)
        sheet = Sheet(self.bank.title, printed.version, sections, self.glossary, "", printed.support)
        found = f"{plain.id}-S" if printed.support else sheet_id(sheet, self.bank)
        words = [words_digest(section.words) for section in sections]
        if found != printed.id or words != [section.words for section in printed.sections]:
            raise self.other()
        return replace(sheet, id=found)

    def section(
        self, printed: PrintedSection, support: bool, whole: Mapping[str, Permutation], numbers: Iterator[int]
    ) -> Section:
        items = tuple(Item(next(numbers), self.view(name, order, whole[name])) for name, order in printed.questions)
        topic = self.views[items[0].question.id][1]
        worded = support or self.manifest.plan.selection.word_bank
        return Section(topic.title, topic.text, items, word_bank(items, support=support) if worded else ())

    def view(self, name: str, order: Permutation, whole: Permutation) -> View:
        """A question with its options in this order, under the letters that they have among all."""
        if name not in self.views:
            raise self.other()
        laid = self.views[name][0]
        options = {option.index: option for option in laid.options}
        if options.keys() != set(whole):
            raise self.other()
        letters = {place: letter(at) for at, place in enumerate(whole)}
        return replace(laid, options=tuple(replace(options[place], letter=letters[place]) for place in order))

    def other(self) -> DataError:
        then, now = self.manifest.parts.get("quizgen", ""), parts_now().get("quizgen", "")
        why = "their manifest and the bank do not fit"
        if then != now and then:
            why = f"quizgen {then} laid them out otherwise; install it (pip install quizgen=={then})"
        message = f"these sheets cannot be printed again as they were: {why}, or print new sheets without --from"
        return DataError([Problem(self.bank.path or self.bank.id, 1, 1, message)])


def other_parts(manifest: Manifest, templates: Templates) -> tuple[str, ...]:
    """What to say where programs or templates are not those that the sheets were made with."""
    now = parts_now()
    names = sorted({*manifest.parts, *now})
    programs = [(name, manifest.parts.get(name, "none"), now.get(name, "none")) for name in names]
    other = [f"{name} {then} then, {found} now" for name, then, found in programs if then != found]
    files = templates_now(templates)
    changed = sorted(name for name in {*files, *manifest.templates} if files.get(name) != manifest.templates.get(name))
    if changed:
        other.append(f"templates changed since: {_listed(changed)}")
    return tuple(f"{what}: pages may look different" for what in other)


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def other_spaces(manifest: Manifest, bank: Bank) -> tuple[str, ...]:
    """What to say of questions whose boxes are of another size, as a longer answer is accepted now."""
    layout = manifest.plan.look.layout()
    there = {question.id: question for question in bank.questions}
    spaces = [(then, space_for(there[then.id], layout)) for then in manifest.questions if then.id in there]
    other = [f"{{#{then.id}}}" for then, now in spaces if then.space != kept_space(now)]
    return (f"{_listed(other)}: the space for an answer is of another size now",) if other else ()
