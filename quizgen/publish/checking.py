"""Check banks: each read with its article or seal, and every rule looked through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.article.model import Article
from quizgen.article.read import read_article
from quizgen.article.seal import Seal, read_seal, seal_path
from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.check.finding import Finding
from quizgen.check.place import place_of
from quizgen.check.rule import Rule
from quizgen.check.rules import USUAL
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope
from quizgen.course import Course, find_course
from quizgen.errors import DataError, Problem
from quizgen.files import read_text
from quizgen.places import article_file

__all__ = ["FORMAT", "Checked", "check_file", "check_files", "scope_of", "with_clashes"]

Progress = Callable[[int, int, str], None]
"""Told how many banks of how many are checked, and the one that is checked next."""

Readings = dict[tuple[Path, str], Article]
"""Articles by file and language."""

FORMAT = "format"
"""What stands for a rule where a file is no bank, or its id is that of another."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one bank. ``text`` is that of its file; ``scope`` is None where the bank, its article or its
    seal cannot be understood.
    """

    path: Path
    text: str
    scope: Scope | None
    findings: tuple[Finding, ...]

    @property
    def unreadable(self) -> bool:
        """Whether the file could not be understood."""
        return self.scope is None


def check_file(path: str | Path, article: str | Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with a bank, by every rule that is not off; ``article`` stands for the one that it names.

    Raises MissingError where a file is not there.
    """
    bank = Path(path)
    course = find_course(bank.resolve().parent)
    (checked,) = check_files([bank], course, USUAL, Path(article) if article else None)
    return checked.findings


def check_files(
    files: Sequence[Path],
    course: Course | None,
    rules: Sequence[Rule],
    article: Path | None = None,
    progress: Progress = lambda *_: None,
) -> Iterator[Checked]:
    """Check banks one by one; ``article`` stands for the one that each names.

    What cannot be understood becomes findings. Raises MissingError where a file is not there.
    """
    readings: Readings = {}
    for number, path in enumerate(files):
        progress(number, len(files), str(path))
        text = ""
        try:
            text = read_text(path)
            scope = scope_of(path, text, parse_bank(text, str(path)), course, article, readings)
        except DataError as error:
            yield Checked(path, text, None, _as_findings(path, error))
        else:
            yield Checked(path, text, scope, (*_broken_seal(path, scope), *check_bank(scope, rules)))
    progress(len(files), len(files), "")


def with_clashes(checked: Iterable[Checked]) -> Iterator[Checked]:
    """Banks that were checked, with an error in each whose id an earlier one has: a build refuses them."""
    first: dict[str, Path] = {}
    for one in checked:
        earlier = first.setdefault(one.scope.bank.id, one.path) if one.scope else one.path
        clash = () if one.scope is None or earlier == one.path else (_clash(one.scope, earlier),)
        yield replace(one, findings=(*clash, *one.findings))


def _clash(scope: Scope, earlier: Path) -> Finding:
    line, column, end = place_of(scope.lines, scope.front_line("id"), 0, "")
    message = f'the id "{scope.bank.id}" is that of {earlier}, too; change one'
    return Finding(scope.bank.path, line, column, FORMAT, "error", message, end=end)


def scope_of(
    path: Path,
    text: str,
    bank: Bank,
    course: Course | None,
    article: Path | None = None,
    readings: Readings | None = None,
) -> Scope:
    """A bank with its article and its seal, as far as they are there; ``readings`` are the articles read before.

    Raises DataError where the article cannot be read, or the seal without it.
    """
    file = article or article_file(path, bank, course)
    read = _reading(file, bank.language or "en", {} if readings is None else readings) if file else None
    seal = _seal(path, needed=read is None) if bank.article else None
    return Scope(bank, text, read, seal, path.parent)


def _reading(file: Path, language: str, readings: Readings) -> Article:
    """An article, read once for all banks about it: what is known of it is then found out once, too."""
    key = (file.resolve(), language)
    if key not in readings:
        readings[key] = read_article(file, language)
    return readings[key]


def _seal(path: Path, *, needed: bool) -> Seal | None:
    """The seal of a bank, if it has one; DataError where it is broken and ``needed``."""
    sealed = seal_path(path)
    try:
        return read_seal(sealed) if sealed.is_file() else None
    except DataError:
        if needed:
            raise
        return None


def _broken_seal(path: Path, scope: Scope) -> tuple[Finding, ...]:
    """What is wrong with a seal that stands beside its article, so that the bank could be checked without it."""
    if scope.seal or not scope.bank.article or not seal_path(path).is_file():
        return ()
    try:
        read_seal(seal_path(path))
    except DataError as error:
        return _as_findings(path, error)
    return ()


def _as_findings(path: Path, error: DataError) -> tuple[Finding, ...]:
    problems = error.problems or (Problem(str(path), 1, 1, str(error)),)
    return tuple(
        Finding(problem.file, problem.line, problem.column, FORMAT, "error", problem.message) for problem in problems
    )
