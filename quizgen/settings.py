"""The settings of a course, as its ``quizgen.toml`` has them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from quizgen.errors import ConfigError, DataError
from quizgen.files import read_text

__all__ = ["AnkiSettings", "Settings", "SheetSettings", "StudySettings", "read_settings"]


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
class SheetSettings:
    """What the table ``[sheet]`` may say: how worksheets, keys and cards are set. ``size`` is that of the type in
    points, 0 for that of the preset; ``fonts`` a folder of fonts, relative to the course.
    """

    preset: str = "standard"
    size: float = 0
    columns: int = 1
    duplex: bool = False
    formats: tuple[str, ...] = ("html", "pdf")
    fonts: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``quizgen.toml`` may say. ``paper`` is "a4" or "letter", "" for that of the country; ``articles`` a folder
    of articles that do not stand beside their banks, relative to the course.
    """

    paper: str = ""
    articles: str = ""
    anki: AnkiSettings = field(default_factory=AnkiSettings)
    sheet: SheetSettings = field(default_factory=SheetSettings)
    study: StudySettings = field(default_factory=StudySettings)


def read_settings(path: Path) -> Settings:
    """Read ``quizgen.toml``; ConfigError where it is not TOML, or says something unknown."""
    import tomllib

    try:
        found = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from None
    except DataError as error:
        raise ConfigError(str(error)) from None
    top = _table(found, "", path)
    tables = {
        "anki": _anki_settings(top.get("anki", {}), path),
        "sheet": SheetSettings(**_table(top.get("sheet", {}), "sheet", path)),
        "study": StudySettings(**_table(top.get("study", {}), "study", path)),
    }
    return Settings(**top | tables)


_KINDS: dict[str, tuple[type | tuple[type, ...], str]] = {
    "str": (str, "a text in quotes"),
    "int": (int, "a whole number"),
    "float": ((int, float), "a number"),
    "bool": (bool, "true or false"),
    "AnkiSettings": (dict, "a table: [anki]"),
    "SheetSettings": (dict, "a table: [sheet]"),
    "StudySettings": (dict, "a table: [study]"),
    "tuple[str, ...]": (list, "a list of texts"),
}
_RANGES: dict[str, tuple[float, float]] = {
    "new-per-day": (0, 9999),
    "reviews-per-day": (0, 9999),
    "retention": (0.7, 0.99),
    "size": (8, 36),
    "columns": (1, 2),
}
_WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("", "paper"): ("a4", "letter"),
    ("sheet", "preset"): ("standard", "large", "giant", "dyslexia"),
    ("sheet", "formats"): ("html", "pdf", "csv", "json"),
}
_TABLES: dict[str, type[Settings | AnkiSettings | SheetSettings | StudySettings]] = {
    "": Settings,
    "anki": AnkiSettings,
    "sheet": SheetSettings,
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
        _refuse_words(value, _WORDS.get((table, key), ()), f'{path}: "{key}"{of}')
    return {key.replace("-", "_"): tuple(value) if isinstance(value, list) else value for key, value in found.items()}


def _refuse_other(value: Any, kind: str, key: str, where: str) -> None:
    """ConfigError where a value is not of the setting's kind, or outside its range; true and false are no numbers."""
    wanted, words = _KINDS[kind]
    fits = isinstance(value, wanted) and (kind == "bool" or not isinstance(value, bool))
    if not fits:
        raise ConfigError(f"{where} is {words}; found {value!r}")
    low, high = _RANGES.get(key, (0, 0))
    if key in _RANGES and not low <= value <= high:
        raise ConfigError(f"{where} is {words} from {low} to {high}; found {value}")


def _refuse_words(value: Any, known: tuple[str, ...], where: str) -> None:
    """ConfigError where a text, or one of a list, is none of those known; none known: any will do."""
    for word in (value if isinstance(value, list) else [value]) if known else ():
        if word not in known:
            *others, last = (f'"{one}"' for one in known)
            found = f'"{word}"' if isinstance(word, str) else repr(word)
            raise ConfigError(f"{where} is {', '.join(others)} or {last}; found {found}")


def _anki_settings(found: dict[str, Any], path: Path) -> AnkiSettings:
    values = _table(found, "anki", path)
    loose = [key for key in found if key not in ("deck", "preset")]
    if loose and not values.get("preset", "").strip():
        raise ConfigError(f'{path}: "{loose[0]}" of [anki] needs a preset; name one, such as preset = "History"')
    return AnkiSettings(**values)
