"""What ``build`` does: read the banks, refuse what would reach a student wrong, make the outputs asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from quizgen.bank.parse import read_bank
from quizgen.course import Course, course_banks, seen_from
from quizgen.errors import DataError, Problem, QuizgenError, WriteError
from quizgen.files import make_folder, write_all
from quizgen.publish.built import Built, Outcome
from quizgen.publish.endings import DECK, ENDINGS, NUMBERED
from quizgen.publish.index import index_html
from quizgen.publish.made import Decks, Made, make
from quizgen.publish.merging import merged_file, merged_of, refuse_merge
from quizgen.publish.order import OUTPUTS, Order
from quizgen.publish.topics import refuse_topics
from quizgen.publish.works import Work, bank_name, read_works, refuse_empty, with_ids
from quizgen.templating import Templates

__all__ = ["OUTPUTS", "Built", "Order", "Outcome", "Progress", "build"]

Progress = Callable[[int, int, str], None]
"""Told how many banks of how many are made, and the one that is made next."""

_WHAT_FOR = (
    "it remembers what has shipped of every note, so that the next deck corrects those that are imported already. "
    "Build where it can be written, and keep it with the banks; with --frozen a build leaves it as it is, and refuses "
    "what has changed since"
)


def build(
    files: Sequence[Path], course: Course | None, out: Path, order: Order, progress: Progress = lambda *_: None
) -> Outcome:
    """Build banks into ``out``, and an index that explains what is there.

    Every bank is read and checked, and every output made, before anything is written into ``out``; decks go on from
    the lock of their banks, which is written with them where it changes. Raises DataError with every problem of every
    bank, UsageError where no question is approved or a topic is unknown, WriteError where an output cannot be written.
    """
    works = read_works(files, course, drafts=order.drafts)
    refuse_empty(works)
    refuse_topics(works, order.plan.selection.topics)
    refuse_merge(works, course, order)
    works = with_ids(works, frozen=order.frozen, drafts=order.drafts)
    templates = course.templates if course else Templates()
    made = _make_all(works, course, order, templates, progress)
    decks = _decks(works, made, course, order, templates, out)
    outputs = [_files(work, one, decks, out) for work, one in zip(works, made, strict=True)]
    built = tuple(
        _built(work, one, decks, tuple(its), course, out) for work, one, its in zip(works, made, outputs, strict=True)
    )
    merged = merged_of(built, decks.merged, out)
    listed = sorted((*built, *_earlier(works, course, out)), key=lambda one: one.file)
    index = index_html(listed, out, templates, merged, earlier=merged_file(works, course, out))
    together = {merged.file: decks.merged.data} if merged and decks.merged else {}
    pages = {path: data for its in outputs for path, data in its.items()}
    _write(pages | together | {out / "index.html": index.encode()}, decks, out)
    return Outcome(built, merged, decks.locks)


def _decks(
    works: Sequence[Work], made: Sequence[Made], course: Course | None, order: Order, templates: Templates, out: Path
) -> Decks:
    if "anki" not in order.only:
        return Decks()
    from quizgen.publish.decks import make_decks

    return make_decks(works, made, course, order, templates, out)


def _write(outputs: Mapping[Path, bytes], decks: Decks, out: Path) -> None:
    """Write outputs and locks, all or none: a deck that its lock knows nothing of could not be corrected."""
    for folder in {path.parent for path in outputs} | {out}:
        make_folder(folder)
    for lock, content in decks.read.items():
        if (lock.read_bytes() if lock.is_file() else None) != content:
            raise WriteError(f"{lock}: another build has changed it while this one went on; build again")
    try:
        write_all({**decks.changed, **outputs})
    except WriteError as error:
        if any(str(error).startswith(f"{lock}: ") for lock in decks.changed):
            raise WriteError(f"{error}; {_WHAT_FOR}") from None
        raise


def _files(work: Work, made: Made, decks: Decks, out: Path) -> dict[Path, bytes]:
    deck = {DECK: decks.packages[work.name]} if work.name in decks.packages else {}
    pages = made.printed.pages if made.printed else {}
    return {out / f"{work.name}{ending}": data for ending, data in {**deck, **pages}.items()}


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
            found.append(Built(read_bank(path), path, name, seen_from(course, path)))
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


def _built(work: Work, made: Made, decks: Decks, files: tuple[Path, ...], course: Course | None, out: Path) -> Built:
    return Built(
        work.bank,
        work.path,
        work.name,
        seen_from(course, work.path),
        files,
        work.stamps,
        decks.told.get(work.name),
        made.printed,
        made.unchecked,
        len(work.included),
        work.errors,
        work.warnings,
        decks.stranded.get(work.name, 0),
        _stale(work, made, out),
    )


def _stale(work: Work, made: Made, out: Path) -> tuple[Path, ...]:
    """Sheets and keys that an earlier build has left beside those of this one."""
    if made.printed is None:
        return ()
    others = (out / f"{work.name}{ending}" for ending in NUMBERED if ending not in made.printed.pages)
    return tuple(path for path in others if path.is_file())
