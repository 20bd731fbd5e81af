"""What ``build`` does: read the banks, refuse what would reach a student wrong, make the outputs asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.bank.edit import Stamp
from quizgen.bank.model import Bank
from quizgen.course import Course
from quizgen.errors import DataError, Problem
from quizgen.files import make_folder, write_bytes
from quizgen.publish.index import index_html
from quizgen.publish.made import OUTPUTS, Made, Order, make
from quizgen.publish.topics import refuse_topics
from quizgen.publish.works import Work, read_works, refuse_empty, with_ids
from quizgen.templating import Templates

__all__ = ["OUTPUTS", "Built", "Order", "Progress", "build"]

Progress = Callable[[int, int, str], None]
"""Told how many banks of how many are made, and the one that is made next."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was made of one bank: its files, and the ids that were stamped first.

    ``file`` is the bank as seen from the course. ``cards`` are those of the deck. ``sheet`` is how many questions its
    worksheet asks, or None where no sheet was made.
    """

    bank: Bank
    path: Path
    name: str
    file: str
    files: tuple[Path, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    cards: int = 0
    sheet: int | None = None

    @property
    def drafts(self) -> int:
        """How many questions no person has approved yet."""
        return len(self.bank.questions) - len(self.bank.approved)


def build(
    files: Sequence[Path], course: Course | None, out: Path, order: Order, progress: Progress = lambda *_: None
) -> tuple[Built, ...]:
    """Build banks into ``out``, and an index that explains what is there.

    Every bank is read and checked, and every output made, before anything is written into ``out``. Raises DataError
    with every problem of every bank, UsageError where no question is approved or a topic is unknown, WriteError where
    an output cannot be written.
    """
    works = read_works(files, course)
    refuse_empty(works)
    refuse_topics(works, order.topics)
    works = with_ids(works, frozen=order.frozen)
    templates = course.templates if course else Templates()
    made = _make_all(works, course, order, templates, progress)
    make_folder(out)
    built = tuple(_written(work, one, course, out) for work, one in zip(works, made, strict=True))
    write_bytes(out / "index.html", index_html(built, out, templates).encode())
    return built


def _make_all(
    works: Sequence[Work], course: Course | None, order: Order, templates: Templates, progress: Progress
) -> list[Made]:
    problems: list[Problem] = []
    made = []
    for number, work in enumerate(works):
        progress(number, len(works), work.name)
        try:
            made.append(make(work, course, order, templates))
        except DataError as error:
            if not error.problems:
                raise
            problems += error.problems
    progress(len(works), len(works), "")
    if problems:
        raise DataError(problems)
    return made


def _written(work: Work, made: Made, course: Course | None, out: Path) -> Built:
    files = []
    for ending, data in made.outputs.items():
        files.append(out / f"{work.name}{ending}")
        make_folder(files[-1].parent)
        write_bytes(files[-1], data)
    file = _seen_from(course, work.path)
    return Built(work.bank, work.path, work.name, file, tuple(files), work.stamps, made.cards, made.sheet)


def _seen_from(course: Course | None, path: Path) -> str:
    if course and path.resolve().is_relative_to(course.root):
        return path.resolve().relative_to(course.root).as_posix()
    return path.name
