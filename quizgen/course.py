"""Where a course keeps its questions, templates and outputs, and the settings of its ``quizgen.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from quizgen.errors import ConfigError, DataError, MissingError, UsageError
from quizgen.files import read_text
from quizgen.templating import Templates

__all__ = [
    "PAPERS",
    "AnkiSettings",
    "Course",
    "Settings",
    "StudySettings",
    "bank_files",
    "course_banks",
    "find_course",
    "front_value",
    "read_settings",
]

PAPERS = ("a4", "letter")
_FIELD = re.compile(r"^([a-z-]+):[ \t]+(.+?)[ \t]*$", re.MULTILINE)
_HEAD = 4000  # characters in which front matter names the bank and its article


@dataclass(frozen=True, slots=True)
class AnkiSettings:
    """What the table ``[anki]`` may say. ``deck`` is the deck above those of all banks, "" for none; ``preset`` the
    name of the options that the decks bring, "" for none: only then the rest means something. ``retention`` is the
    share of answers that the schedule aims to have right, 0.7 to 0.99.
    """

    deck: str = ""
    preset: str = ""
    new_per_day: int = 20
    reviews_per_day: int = 200
    retention: float = 0.9
    bury_siblings: bool = True


@dataclass(frozen=True, slots=True)
class StudySettings:
    """What the table ``[study]`` may say. ``retention`` is as in ``[anki]``."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    retention: float = 0.9


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``quizgen.toml`` may say. ``paper`` is "a4" or "letter"; ``articles`` a folder of articles that do not
    stand beside their banks, relative to the course.
    """

    paper: str = "a4"
    articles: str = ""
    anki: AnkiSettings = field(default_factory=AnkiSettings)
    study: StudySettings = field(default_factory=StudySettings)


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


def read_settings(path: Path) -> Settings:
    """Read ``quizgen.toml``; ConfigError where it is not TOML, or says something unknown."""
    import tomllib

    try:
        found = tomllib.loads(read_text(path))
    except (tomllib.TOMLDecodeError, DataError) as error:
        raise ConfigError(f"{path}: {error}") from None
    top = _table(found, "", path)
    tables = {
        "anki": _anki_settings(top.get("anki", {}), path),
        "study": StudySettings(**_table(top.get("study", {}), "study", path)),
    }
    settings = Settings(**top | tables)
    if settings.paper not in PAPERS:
        raise ConfigError(f'{path}: "paper" is "a4" or "letter"; found "{settings.paper}"')
    return settings


_KINDS: dict[str, tuple[type | tuple[type, ...], str]] = {
    "str": (str, "a text in quotes"),
    "int": (int, "a whole number"),
    "float": ((int, float), "a number"),
    "bool": (bool, "true or false"),
    "AnkiSettings": (dict, "a table: [anki]"),
    "StudySettings": (dict, "a table: [study]"),
}
_RANGES: dict[str, tuple[float, float]] = {
    "new-per-day": (0, 9999),
    "reviews-per-day": (0, 9999),
    "retention": (0.7, 0.99),
}
_TABLES: dict[str, type[Settings | AnkiSettings | StudySettings]] = {
    "": Settings,
    "anki": AnkiSettings,
    "study": StudySettings,
}


def _table(found: dict[str, Any], table: str, path: Path) -> dict[str, Any]:
    """What a table of the file says, by the names of its settings; ``table`` is "" for the top of the file."""
    kinds = {setting.name.replace("_", "-"): str(setting.type) for setting in fields(_TABLES[table])}
    of = f" of [{table}]" if table else ""
    for key, value in found.items():
        if key not in kinds:
            known = ", ".join(sorted(kinds))
            raise ConfigError(f'{path}: "{key}" is not a setting{of}; the settings{of} are {known}')
        _refuse_other(value, kinds[key], key, f'{path}: "{key}"{of}')
    return {key.replace("-", "_"): value for key, value in found.items()}


def _refuse_other(value: Any, kind: str, key: str, where: str) -> None:
    """ConfigError where a value is not of the setting's kind, or outside its range; true and false are no numbers."""
    wanted, words = _KINDS[kind]
    fits = isinstance(value, wanted) and (kind == "bool" or not isinstance(value, bool))
    if not fits:
        raise ConfigError(f"{where} is {words}; found {value!r}")
    low, high = _RANGES.get(key, (0, 0))
    if key in _RANGES and not low <= value <= high:
        raise ConfigError(f"{where} is {words} from {low} to {high}; found {value}")


def _anki_settings(found: dict[str, Any], path: Path) -> AnkiSettings:
    values = _table(found, "anki", path)
    loose = [key for key in found if key not in ("deck", "preset")]
    if loose and not values.get("preset", "").strip():
        raise ConfigError(f'{path}: "{loose[0]}" of [anki] needs a preset; name one, such as preset = "History"')
    return AnkiSettings(**values)


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
