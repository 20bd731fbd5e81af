"""The tree of errors. Each class carries the exit code that the command line ends with.

    QuizgenError
    ├── UsageError      2   what was asked for makes no sense (an unknown topic, no course here)
    ├── DataError      65   input that can be read but not understood; carries places
    ├── MissingError   66   input that is not there or may not be read
    ├── WriteError     73   output that cannot be written
    └── ConfigError    78   quizgen.toml is wrong, or data is newer than this program

Messages are written for the user: where, what was expected, what was found, what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = [
    "ConfigError",
    "DataError",
    "MissingError",
    "Problem",
    "QuizgenError",
    "UsageError",
    "WriteError",
]


_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _seen(message: str) -> str:
    """A message in which what it quotes can neither command a terminal nor turn the line around."""
    return _UNSEEN.sub(lambda found: f"U+{ord(found[0]):04X}", message)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place of a file; lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return _seen(f"{self.file}:{self.line}:{self.column}: {self.message}")


class QuizgenError(Exception):
    """Something the user can mend; the text says how."""

    exit_code = 1

    def __init__(self, message: str = "") -> None:
        super().__init__(_seen(message))


class UsageError(QuizgenError):
    """The request itself cannot be met."""

    exit_code = 2


class DataError(QuizgenError):
    """Input that cannot be understood, with every place at fault in file order."""

    exit_code = 65

    def __init__(self, problems: Iterable[Problem] | str) -> None:
        self.problems: tuple[Problem, ...] = ()
        if isinstance(problems, str):
            super().__init__(problems)
        else:
            self.problems = tuple(sorted(problems))
            super().__init__("\n".join(map(str, self.problems)))


class MissingError(QuizgenError):
    """Input that is not there, or that may not be read."""

    exit_code = 66


class WriteError(QuizgenError):
    """Output that cannot be written; nothing is left half-written."""

    exit_code = 73


class ConfigError(QuizgenError):
    """Settings that are wrong, or data written by a newer quizgen."""

    exit_code = 78
