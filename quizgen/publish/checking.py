"""Check banks: each read with its article or seal, and every rule looked through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.article.read import read_article
from quizgen.article.seal import read_seal, seal_path
from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.check.finding import Finding
from quizgen.check.rule import Rule
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope
from quizgen.course import Course
from quizgen.errors import DataError, Problem
from quizgen.files import read_text
from quizgen.places import article_file

__all__ = ["FORMAT", "Checked", "check_files", "scope_of"]

FORMAT = "format"
"""What stands for a rule where a file is no bank."""


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


def check_files(
    files: Iterable[Path], course: Course | None, rules: Sequence[Rule], article: Path | None = None
) -> Iterator[Checked]:
    """Check banks one by one; ``article`` stands for the one that each names.

    What cannot be understood becomes findings. Raises MissingError where a file is not there.
    """
    for path in files:
        text = ""
        try:
            text = read_text(path)
            scope = scope_of(path, text, parse_bank(text, str(path)), course, article)
        except DataError as error:
            yield Checked(path, text, None, _as_findings(path, error))
        else:
            yield Checked(path, text, scope, check_bank(scope, rules))


def scope_of(path: Path, text: str, bank: Bank, course: Course | None, article: Path | None = None) -> Scope:
    """A bank with its article and its seal, as far as they are there. Raises DataError where one cannot be read."""
    file = article or article_file(path, bank, course)
    read = read_article(file, bank.language or "en") if file and (bank.article or article) else None
    sealed = seal_path(path)
    seal = read_seal(sealed) if bank.article and sealed.is_file() else None
    return Scope(bank, text, read, seal, path.parent)


def _as_findings(path: Path, error: DataError) -> tuple[Finding, ...]:
    problems = error.problems or (Problem(str(path), 1, 1, str(error)),)
    return tuple(
        Finding(problem.file, problem.line, problem.column, FORMAT, "error", problem.message) for problem in problems
    )
