"""What ``build`` does: read the banks, refuse what would reach a student wrong, make the outputs asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from quizgen.bank.parse import read_bank
from quizgen.course import Course, course_banks
from quizgen.errors import DataError, Problem, QuizgenError
from quizgen.files import make_folder, write_all
from quizgen.publish.built import Built
from quizgen.publish.index import index_html
from quizgen.publish.made import ENDINGS, OUTPUTS, Made, Order, make
from quizgen.publish.topics import refuse_topics
from quizgen.publish.works import Work, bank_name, read_works, refuse_empty, with_ids
from quizgen.templating import Templates

__all__ = ["OUTPUTS", "Built", "Order", "Progress", "build"]

Progress = Callable[[int, int, str], None]
"""Told how many banks of how many are made, and the one that is made next."""


def build(
    files: Sequence[Path], course: Course | None, out: Path, order: Order, progress: Progress = lambda *_: None
) -> tuple[Built, ...]:
    """Build banks into ``out``, and an index that explains what is there.

    Every bank is read and checked, and every output made, before anything is written into ``out``. Raises DataError
    with every problem of every bank, UsageError where no question is approved or a topic is unknown, WriteError where
    an output cannot be written.
    """
    works = read_works(files, course, drafts=order.drafts)
    refuse_empty(works)
    refuse_topics(works, order.topics)
    works = with_ids(works, frozen=order.frozen, drafts=order.drafts)
    templates = course.templates if course else Templates()
    made = _make_all(works, course, order, templates, progress)
    built = tuple(_built(work, one, course, out) for work, one in zip(works, made, strict=True))
    listed = sorted((*built, *_earlier(works, course, out)), key=lambda one: one.file)
    outputs = {path: data for one, its in zip(built, made, strict=True) for path, data in _by_path(one, its)}
    for folder in {path.parent for path in outputs} | {out}:
        make_folder(folder)
    write_all(outputs | {out / "index.html": index_html(listed, out, templates).encode()})
    return built


def _by_path(one: Built, made: Made) -> Iterator[tuple[Path, bytes]]:
    return zip(one.files, made.outputs.values(), strict=True)


def _earlier(works: Sequence[Work], course: Course | None, out: Path) -> list[Built]:
    """The course's other banks that an earlier build made something of: they stay in the index."""
    if course is None:
        return []
    now = {work.path.resolve() for work in works}
    others = (path for path in course_banks(course) if path.resolve() not in now)
    named = ((path, bank_name(path, course)) for path in others)
    there = [(path, name) for path, name in named if any((out / f"{name}{ending}").is_file() for ending in ENDINGS)]
    found = []
    for path, name in there:
        with suppress(QuizgenError):  # a bank that cannot be read now is not what this build is about
            found.append(Built(read_bank(path), path, name, _seen_from(course, path)))
    return found


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


def _built(work: Work, made: Made, course: Course | None, out: Path) -> Built:
    files = [out / f"{work.name}{ending}" for ending in made.outputs]
    file = _seen_from(course, work.path)
    return Built(
        work.bank,
        work.path,
        work.name,
        file,
        tuple(files),
        work.stamps,
        made.cards,
        made.sheet,
        made.unchecked,
        len(work.included),
        work.errors,
        work.warnings,
    )


def _seen_from(course: Course | None, path: Path) -> str:
    if course and path.resolve().is_relative_to(course.root):
        return path.resolve().relative_to(course.root).as_posix()
    return path.name
