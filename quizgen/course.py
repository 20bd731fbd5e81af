"""Where a course keeps its questions, templates and outputs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.errors import MissingError, UsageError
from quizgen.settings import Settings, read_settings
from quizgen.templating import Templates

__all__ = ["Course", "bank_files", "course_banks", "find_course", "front_value", "seen_from"]

_FIELD = re.compile(r"^([a-z-]+):[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_HEAD = 4000  # characters in which front matter names the bank and its article


@dataclass(frozen=True, slots=True)
class Course:
    """A folder that holds ``questions/``; ``templates/`` and ``output/`` stand beside it."""

    root: Path
    settings: Settings = field(default_factory=Settings)

    @property
    def questions(self) -> Path:
        """The folder of the banks."""
        return self.root / "questions"

    @property
    def output(self) -> Path:
        """The folder that a build writes into."""
        return self.root / "output"

    @property
    def templates(self) -> Templates:
        """The course's own templates, then those that quizgen brings."""
        own = self.root / "templates"
        return Templates((own,) if own.is_dir() else ())

    def article(self, bank_file: Path, name: str) -> Path | None:
        """The file of a bank's article: beside the bank, else in ``articles``; None where it is not there."""
        places = [bank_file.parent / name]
        if self.settings.articles:
            places.append(self.root / self.settings.articles / name)
        return next((place for place in places if place.is_file()), None)


def find_course(start: Path) -> Course | None:
    """The course of a folder: the nearest one upward that holds ``questions/`` or ``quizgen.toml``."""
    start = start.resolve()
    for folder in (start, *start.parents):
        settings = folder / "quizgen.toml"
        if (folder / "questions").is_dir() or settings.is_file():
            return Course(folder, read_settings(settings) if settings.is_file() else Settings())
    return None


def bank_files(named: Iterable[Path], course: Course | None) -> tuple[Path, ...]:
    """The banks that a command works on: those named, else every one of the course.

    UsageError where there is no course, MissingError where it has no bank.
    """
    chosen: dict[Path, Path] = {}
    for path in named:
        chosen.setdefault(path.resolve(), path)
    if chosen:
        return tuple(chosen.values())
    if course is None:
        raise UsageError("there is no course here (no folder questions/); name a bank, or start one: quizgen init")
    files = course_banks(course)
    if not files:
        raise MissingError(f"{course.questions}: there is no bank here; add one, such as islands.md")
    return files


def seen_from(course: Course | None, path: Path) -> str:
    """A file as seen from the course, with slashes; outside of one its name."""
    if course and path.resolve().is_relative_to(course.root):
        return path.resolve().relative_to(course.root).as_posix()
    return path.name


def course_banks(course: Course) -> tuple[Path, ...]:
    """Every bank of a course, in order of their names.

    In ``questions/`` every Markdown file is a bank, except README.md, the articles that banks name, and what is
    hidden (a name that begins with a dot: trash and copies that editors keep).
    """
    files = sorted(path for path in course.questions.glob("**/*.md") if _may_be_bank(path, course.questions))
    articles = {path.parent / name for path in files if (name := front_value(path, "article"))}
    return tuple(path for path in files if path not in articles)


def _may_be_bank(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.name.lower() != "readme.md" and not path.is_dir()


def front_value(path: Path, name: str) -> str:
    """What the front matter of a bank's file says of ``name``, at a glance; "" where it says nothing.

    Whatever is wrong with the file, reading it as a bank says it.
    """
    try:
        head = path.read_text("utf-8", "replace")[:_HEAD].removeprefix("\ufeff")
    except OSError:
        return ""
    front = head.partition("\n---")[0] if head.startswith("---") else ""
    return next((value for key, value in _FIELD.findall(front) if key == name), "")
