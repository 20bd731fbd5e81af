"""What ``build`` does: read the banks, refuse what would reach a student wrong, make the outputs asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.article.model import Article
from quizgen.bank.edit import Stamp
from quizgen.bank.model import Bank
from quizgen.bank.parse import read_bank
from quizgen.course import Course
from quizgen.errors import DataError, Problem, UsageError
from quizgen.files import make_folder, write_bytes
from quizgen.places import article_of, locate_in, quotes_not_found
from quizgen.publish.index import index_html
from quizgen.publish.stamp import stamp_bank
from quizgen.templating import Templates

__all__ = ["OUTPUTS", "Built", "Order", "Progress", "build"]

OUTPUTS = ("anki", "paper")
"""What can be asked for with ``--only``."""

Progress = Callable[[int, int, str], None]
"""Told how many files of how many are done, and the one that is made next."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a build. ``pick`` and ``topics`` shorten the sheets; ``frozen`` forbids changing a bank."""

    only: tuple[str, ...] = OUTPUTS
    paper: str = "a4"
    pick: int | None = None
    topics: tuple[str, ...] = ()
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What was made of one bank: its files, and the ids that were stamped first. ``file`` is the bank as seen from
    the course.
    """

    bank: Bank
    path: Path
    name: str
    file: str
    files: tuple[Path, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    cards: int = 0

    @property
    def drafts(self) -> int:
        """How many questions no person has approved yet."""
        return len(self.bank.questions) - len(self.bank.approved)


@dataclass(frozen=True, slots=True)
class _Work:
    """A bank on its way: where it was read, what its files are called, and its article if that is there."""

    bank: Bank
    path: Path
    name: str
    article: Article | None
    stamps: tuple[Stamp, ...] = field(default=())


def build(
    files: Sequence[Path], course: Course | None, out: Path, order: Order, progress: Progress = lambda *_: None
) -> tuple[Built, ...]:
    """Build banks into ``out``, and an index that explains what is there.

    Every bank is read and checked before anything is written. Raises DataError with every problem of every bank,
    UsageError where no question is approved, WriteError where an output cannot be written.
    """
    works = _read_all(files, course, frozen=order.frozen)
    if not any(work.bank.approved for work in works):
        drafts = sum(len(work.bank.questions) for work in works)
        raise UsageError(f"nothing to build: 0 approved questions, {drafts} drafts (take out status: draft to approve)")
    templates = course.templates if course else Templates()
    make_folder(out)
    built = []
    for number, work in enumerate(works):
        progress(number, len(works), work.name)
        built.append(_build_one(work, course, out, order, templates))
    progress(len(works), len(works), "")
    write_bytes(out / "index.html", index_html(built, out, templates).encode())
    return tuple(built)


def _read_all(files: Sequence[Path], course: Course | None, *, frozen: bool) -> list[_Work]:
    problems: list[Problem] = []
    others: list[DataError] = []
    works: list[_Work] = []
    for path in files:
        try:
            bank = read_bank(path)
            article = article_of(path, bank, course)
        except DataError as error:
            problems += error.problems
            others += [] if error.problems else [error]
            continue
        problems += quotes_not_found(path, bank, article) if article else []
        works.append(_Work(bank, path, _name(path, course), article))
    problems += _twins(works)
    if others and not problems:
        raise others[0]
    if problems:
        raise DataError(problems)
    return [_with_ids(work, frozen=frozen) for work in works]


def _name(path: Path, course: Course | None) -> str:
    """What a bank's files are called: its own name, with the folders that it has inside ``questions/``."""
    if course:
        try:
            return path.resolve().relative_to(course.questions).with_suffix("").as_posix()
        except ValueError:
            pass  # a bank from elsewhere
    return path.stem


def _twins(works: Iterable[_Work]) -> list[Problem]:
    """Banks whose files or whose notes would be taken for each other's."""
    problems = []
    seen: dict[tuple[str, str], Path] = {}
    for work in works:
        for what, value in (("name", work.name.casefold()), ("id", work.bank.id)):
            first = seen.setdefault((what, value), work.path)
            if first != work.path:
                problems.append(
                    Problem(str(work.path), 1, 1, f'the {what} "{value}" is that of {first}, too; change one')
                )
    return problems


def _with_ids(work: _Work, *, frozen: bool) -> _Work:
    unnamed = [question for question in work.bank.questions if not question.id]
    if not unnamed:
        return work
    if frozen:
        lines = [
            Problem(
                str(work.path),
                question.line,
                1,
                "this question has no id, and --frozen forbids giving it one; run quizgen ids",
            )
            for question in unnamed
        ]
        raise DataError(lines)
    stamps = stamp_bank(work.path)
    return _Work(read_bank(work.path), work.path, work.name, work.article, stamps)


def _build_one(work: _Work, course: Course | None, out: Path, order: Order, templates: Templates) -> Built:
    files: list[Path] = []
    cards = 0
    if work.bank.approved:
        target = out / work.name
        make_folder(target.parent)
        locate = locate_in(work.path, work.bank, course)
        if "anki" in order.only:
            from quizgen.anki import build_deck

            deck = build_deck(work.bank, locate=locate, templates=templates, modified=_modified(work.path, templates))
            cards = deck.cards
            files.append(target.with_name(f"{target.name}.apkg"))
            write_bytes(files[-1], deck.data)
        if "paper" in order.only:
            from quizgen.paper import key_html, make_sheet, worksheet_html

            sheet = make_sheet(work.bank, pick=order.pick, topics=order.topics)
            pages = {
                "worksheet": worksheet_html(sheet, work.bank, paper=order.paper, templates=templates),
                "key": key_html(sheet, work.bank, locate=locate, paper=order.paper, templates=templates),
            }
            for name, page in pages.items():
                files.append(target.with_name(f"{target.name}-{name}.html"))
                write_bytes(files[-1], page.encode())
    return Built(work.bank, work.path, work.name, _seen_from(course, work.path), tuple(files), work.stamps, cards)


def _seen_from(course: Course | None, path: Path) -> str:
    if course and path.resolve().is_relative_to(course.root):
        return path.resolve().relative_to(course.root).as_posix()
    return path.name


def _modified(bank: Path, templates: Templates) -> int:
    """When the inputs of a deck changed last, in seconds since 1970; ``SOURCE_DATE_EPOCH`` stands for it if set.

    It is the only clock of a build: an unchanged bank gives an unchanged deck, and a later edit a later date, which
    is what Anki goes by when a deck is imported again.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdecimal():
        return int(fixed)
    inputs = [bank, *templates.path("anki/style.css").parent.iterdir()]
    return int(max(path.stat().st_mtime for path in inputs))
