"""What a build makes of one bank on paper: worksheets, their key, cards, and the manifest to reprint them by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.article.model import Article
from quizgen.course import Course, seen_from
from quizgen.errors import MissingError, UsageError
from quizgen.paper.html import cards_html, key_html, worksheet_html
from quizgen.paper.key.key import Key, make_key
from quizgen.paper.key.table import key_csv, key_json
from quizgen.paper.labels import Labels, read_labels
from quizgen.paper.media import images_of
from quizgen.paper.pdf import cards_pdf, key_pdf, worksheet_pdf
from quizgen.paper.plan import CardsPlan, Plan
from quizgen.paper.reprint.manifest import Manifest, make_manifest
from quizgen.paper.reprint.manifest_form import manifest_json
from quizgen.paper.reprint.reprint import other_parts, other_spaces, refuse_changes, sheets_again
from quizgen.paper.sheets.in_place import same_order, same_place
from quizgen.paper.sheets.sheet import Sheet, make_sheet, with_support
from quizgen.paper.sheets.students import copies_for, twins
from quizgen.paper.sheets.versions import Copy, copies_of, version_names
from quizgen.paper.typeset import Typeset, has_typst
from quizgen.paper.worksheet.reading import reading_of
from quizgen.paper.worksheet.worksheet import Worksheet, make_worksheet
from quizgen.places import article_of
from quizgen.publish.endings import CARDS, ENDINGS, KEY, MANIFEST, SUPPORT, WORKSHEET, ending
from quizgen.publish.order import Order
from quizgen.publish.topics import questions_in, topics_in
from quizgen.publish.works import Work
from quizgen.shown import Locate, source_of
from quizgen.templating import Templates

if TYPE_CHECKING:
    from quizgen.paper.cards.cards import Cards

__all__ = ["NO_TYPST", "Printed", "print_bank"]

_FEW = 8  # versions that a teacher lays side by side

NO_TYPST = "no PDF was made: that needs Typst, which comes with: pip install 'quizgen[pdf]'"


@dataclass(frozen=True, slots=True)
class Printed:
    """Files by the ending of their names; how many questions each sheet asks, how many versions and how many sheets
    there are. ``remarks`` are for the teacher.
    """

    pages: Mapping[str, bytes] = field(default_factory=dict)
    questions: int = 0
    versions: int = 0
    copies: int = 0
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Set:
    """The sheets of a bank and all that is needed to print them."""

    work: Work
    plan: Plan
    sheets: tuple[Sheet, ...]
    supported: tuple[Sheet, ...]
    copies: tuple[Copy, ...]
    labels: Labels
    article: Article | None
    images: Mapping[str, bytes]
    locate: Locate

    def worksheet(self, sheets: Sequence[Sheet], copies: Sequence[Copy]) -> Worksheet:
        """Sheets as they are printed."""
        bank = self.work.bank
        return make_worksheet(
            sheets,
            bank,
            self.plan.look.layout(),
            self.labels,
            copies=copies,
            drafts=self.work.included,
            reading=reading_of(self.article, bank.article_title, source_of(bank)) if self.article else None,
        )

    def key(self) -> Key:
        """The key of all versions."""
        return make_key(
            self.sheets,
            self.work.bank,
            self.plan.look.layout(),
            self.labels,
            locate=self.locate,
            copies=self.copies,
            drafts=self.work.included,
            support=bool(self.supported),
        )


def print_bank(work: Work, course: Course | None, order: Order, templates: Templates, locate: Locate) -> Printed | None:
    """All that is wanted on paper of one bank; None where the topics are not of this bank, or none is approved.

    Asked for more questions than there are, a sheet has all. DataError where a bank has changed whose sheets are to be
    reprinted, or an image cannot be shown; UsageError where PDF alone is wanted and cannot be made.
    """
    plan = _plan_for(work, order)
    if plan is None:
        return None
    made = _set(work, course, plan, order.again, templates, locate)
    forms, remarks = _forms(plan)
    pages, warnings = _pages(made, forms, templates, order.fonts)
    manifest = order.again or _manifest(made, templates, course)
    pages[MANIFEST] = manifest_json(manifest).encode()
    told = (*remarks, *warnings, *_remarks(made, order.again, templates))
    copies = made.copies if {"html", "pdf"} & {*forms} else ()
    used = len({copy.version % len(made.sheets) for copy in copies})
    return Printed(pages, len(made.sheets[0].items), used, len(copies), told)


def _plan_for(work: Work, order: Order) -> Plan | None:
    plan = order.plan
    if order.again is not None:
        return plan
    topics = topics_in(work.bank, plan.selection.topics)
    if plan.selection.topics and not topics:
        return None
    approved = sum(question.approved for question in questions_in(work.bank, topics))
    if not approved:
        return None
    pick = None if plan.selection.pick is None else min(plan.selection.pick, approved)
    return replace(plan, selection=replace(plan.selection, topics=topics, pick=pick))


def _forms(plan: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The formats that can be made, and what is said of those that cannot."""
    if "pdf" not in plan.formats or has_typst():
        return plan.formats, ()
    left = tuple(form for form in plan.formats if form != "pdf")
    if not left:
        raise UsageError(f"{NO_TYPST}, or ask for pages for a browser: --format html")
    return left, (NO_TYPST,)


def _set(
    work: Work, course: Course | None, plan: Plan, again: Manifest | None, templates: Templates, locate: Locate
) -> _Set:
    bank = work.bank
    article = _article(work, course) if plan.reading else None
    images = images_of(bank.approved, bank)
    if again is None:
        plain = tuple(make_sheet(bank, plan.selection, version) for version in version_names(plan.versions))
        helped = plan.support or any(student.support for student in plan.students)
        supported = tuple(map(with_support, plain)) if helped else ()
    else:
        refuse_changes(again, bank, images=images, article=article)
        sheets = sheets_again(again, bank)
        plain = tuple(sheet for sheet in sheets if not sheet.support)
        supported = tuple(sheet for sheet in sheets if sheet.support)
    copies = again.copies if again else _copies(plan, plain)
    labels = read_labels(bank.language or "en", templates)
    return _Set(work, plan, plain, supported, copies, labels, article, images, locate)


def _copies(plan: Plan, sheets: Sequence[Sheet]) -> tuple[Copy, ...]:
    if plan.students:
        return copies_for(plan.students, [sheet.version for sheet in sheets])
    return copies_of(len(sheets), plan.copies)


def _article(work: Work, course: Course | None) -> Article:
    article = article_of(work.path, work.bank, course)
    if article is None:
        named = work.bank.article
        why = f"{named} is not there" if named else 'the bank names none ("article: …")'
        raise MissingError(f"{work.path}: the reading cannot be printed: {why}")
    return article


def _pages(
    made: _Set, forms: Sequence[str], templates: Templates, fonts: Sequence[Path]
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """What is printed, by the ending of its name, and what its reader should know."""
    pages: dict[str, bytes] = {}
    warnings: list[str] = []
    key = made.key()
    cards = _cards(made, made.plan.cards) if made.plan.cards else None
    warnings += cards.warnings if cards else ()
    with ThreadPoolExecutor(2) as compilers:  # Typst lets other threads go on
        pdfs: dict[str, Future[Typeset]] = {}
        for part, html, pdf in _parts(made, key, cards, templates, fonts):
            if "pdf" in forms:
                pdfs[ending(part, "pdf")] = compilers.submit(pdf)
            if "html" in forms:
                pages[ending(part, "html")] = html().encode()
        for name, typeset in pdfs.items():
            pages[name] = typeset.result().pdf
            warnings += typeset.result().warnings
    tables = {"csv": key_csv, "json": key_json}
    pages |= {ending(KEY, form): table(key).encode() for form, table in tables.items() if form in forms}
    return {name: pages[name] for name in ENDINGS if name in pages}, tuple(dict.fromkeys(warnings))


_Part = tuple[str, Callable[[], str], Callable[[], Typeset]]


def _parts(made: _Set, key: Key, cards: Cards | None, templates: Templates, fonts: Sequence[Path]) -> Iterator[_Part]:
    """Each part with what makes its page and its PDF."""
    images = made.images
    for part, worksheet in _worksheets(made):
        yield (
            part,
            partial(worksheet_html, worksheet, templates, images),
            partial(worksheet_pdf, worksheet, templates, images, fonts),
        )
    yield KEY, partial(key_html, key, templates), partial(key_pdf, key, templates, fonts)
    if cards is not None:
        yield CARDS, partial(cards_html, cards, templates, images), partial(cards_pdf, cards, templates, images, fonts)


def _worksheets(made: _Set) -> Iterator[tuple[str, Worksheet]]:
    """The sheets, and beside them those with support; where each student gets one, all are in one file."""
    if made.plan.students:
        yield WORKSHEET, made.worksheet((*made.sheets, *made.supported), made.copies)
        return
    yield WORKSHEET, made.worksheet(made.sheets, made.copies)
    if made.supported:
        yield SUPPORT, made.worksheet(made.supported, made.copies)


def _cards(made: _Set, wanted: CardsPlan) -> Cards:
    """Cards of the questions that stand on the sheets."""
    from quizgen.paper.cards.cards import make_cards  # most builds make none

    bank = made.work.bank
    on_sheets = {item.question.id for item in made.sheets[0].items}
    topics = (
        replace(topic, questions=tuple(question for question in topic.questions if question.id in on_sheets))
        for topic in bank.topics
    )
    return make_cards(
        replace(bank, topics=tuple(topics)),
        made.plan.look.layout(),
        made.labels,
        locate=made.locate,
        grid=wanted.grid,
        turn=wanted.turn,
        offset=wanted.offset,
        drafts=made.work.included,
    )


def _manifest(made: _Set, templates: Templates, course: Course | None) -> Manifest:
    return make_manifest(
        made.work.bank,
        (*made.sheets, *made.supported),
        made.plan,
        copies=made.copies,
        templates=templates,
        images=made.images,
        article=made.article,
        drafts=made.work.included,
        file=seen_from(course, made.work.path),
    )


def _remarks(made: _Set, again: Manifest | None, templates: Templates) -> tuple[str, ...]:
    """What a teacher should know of these sheets before she hands them out."""
    if again is not None:
        return (*other_parts(again, templates), *other_spaces(again, made.work.bank))
    return (*twins(made.plan.students), *_same_place(made), *_same_order(made))


def _same_place(made: _Set) -> tuple[str, ...]:
    """A remark where version A, which is as written, gives the answers away by their places."""
    if made.plan.selection.seed:
        return ()
    place = same_place(made.sheets[0])
    if not place:
        return ()
    advice = "--seed 1 puts them in another order; or move some in the bank"
    return (f"in version {made.sheets[0].version} the right option is always {place}; {advice}",)


def _same_order(made: _Set) -> tuple[str, ...]:
    """A remark where chance has given two versions their questions in one order; many versions have such pairs."""
    names = [" and ".join(pair) for pair in same_order(made.sheets)] if len(made.sheets) <= _FEW else []
    if not names:
        return ()
    return (f"by chance, versions {', '.join(names)} ask in the same order; another --seed gives other orders",)
