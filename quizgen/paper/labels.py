"""The words that quizgen itself prints on paper, in the language of the bank: a catalogue for each language.

``templates/paper/labels/de.toml`` holds those in German; the head of ``en.toml`` there says how one is written. A
course's own file of that name replaces single labels.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal
from unicodedata import bidirectional

from quizgen.errors import ConfigError, DataError
from quizgen.files import read_text
from quizgen.paper.plural import CATEGORIES, plural_category
from quizgen.templating import Templates, shipped_templates
from quizgen.text.counted import points_text

__all__ = ["Direction", "Labels", "direction_of", "read_labels"]

Direction = Literal["ltr", "rtl"]
Value = str | int | Decimal
Forms = Mapping[str, str]

_FOLDER = "paper/labels"
_NUMBERS = frozenset(("n", "count"))  # the braces that hold a number: in digits, and in words where there are any
_BRACE = re.compile(r"\{([a-z_]+)\}")
_FORM = re.compile(rf"{'|'.join(CATEGORIES)}|\d+", re.ASCII)
_RIGHT_TO_LEFT = re.compile(r"(?:ar|he|iw|fa|ur|ps|sd|ug|yi|ckb|dv)(?:-|$)|.*-(?:arab|hebr)\b", re.IGNORECASE)
_ISOLATE, _POP = "\u2068", "\u2069"


def direction_of(language: str) -> Direction:
    """How the script of a language runs, by its tag ("ar", "ku-Arab"): "rtl" or "ltr"."""
    return "rtl" if _RIGHT_TO_LEFT.match(language) else "ltr"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The labels of one language: by name, then by form; a label without forms has "other" alone."""

    language: str
    labels: Mapping[str, Forms]

    @property
    def direction(self) -> Direction:
        """As the catalogue says, else as the language's script runs."""
        said = self.labels.get("direction", {}).get("other")
        return "rtl" if said == "rtl" else "ltr" if said == "ltr" else direction_of(self.language)

    def number(self, number: int | Decimal) -> str:
        """A number without needless zeros, with the language's decimal mark."""
        return points_text(Decimal(number)).replace(".", self.labels.get("decimal", {}).get("other", "."))

    def form(self, name: str, number: int | Decimal | None) -> str:
        """The text of a label for a number: that of the number itself ("1"), else that of its category."""
        forms = self.labels[name]
        if number is None:
            return forms["other"]
        exact = f"{Decimal(number).normalize():f}"
        keys = (exact, plural_category(self.language, number), "other")
        return next(forms[key] for key in keys if key in forms)

    def say(self, name: str, values: Mapping[str, Value]) -> str:
        """A label with its braces filled; KeyError names the brace that has no value."""
        number = values.get("n")
        text = self.form(name, None if isinstance(number, str) else number)

        def fill(found: re.Match[str]) -> str:
            if found[1] == "count" and "count" not in values:
                words = self._in_words(values["n"])
                return words[:1].upper() + words[1:] if found.start() == 0 else words
            return self._shown(values[found[1]])

        return _BRACE.sub(fill, text)

    def _in_words(self, number: Value) -> str:
        return self.say("count", {"n": number}) if "count" in self.labels else self._shown(number)

    def _shown(self, value: Value) -> str:
        return _apart(value, self.direction) if isinstance(value, str) else self.number(value)


def _apart(text: str, around: Direction) -> str:
    """Keep a text of the other direction together: "$100 million" in an Arabic sentence would be turned around."""
    turns = any(bidirectional(char) in ("R", "AL") for char in text)
    return f"{_ISOLATE}{text}{_POP}" if turns or (around == "rtl" and not text.isalnum()) else text


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for a sheet: ``labels("points", n=Decimal("2.5"))`` is "2.5 points".

    ``language`` is the tag that the words are in: the one asked for, or "en" where there are none in it
    (``fallback``). A single label that is missing is in English, too: ``language_of`` says so.
    """

    language: str
    own: Catalogue
    english: Catalogue
    fallback: bool

    @property
    def direction(self) -> Direction:
        """How the words run."""
        return self.own.direction

    def __call__(self, name: str, /, **values: Value) -> str:
        """The label with its braces filled and in the form that ``n`` asks for; it is plain text.

        A brace ``{count}`` is ``n`` in words. ConfigError where there is no such label, or a brace has no value: a
        course's own template asked.
        """
        catalogue = self._of(name)
        try:
            return catalogue.say(name, values)
        except KeyError as missing:
            raise ConfigError(f'the label "{name}" wants a value for its {{{missing.args[0]}}}') from None

    def language_of(self, name: str) -> str:
        """The tag of the language that this label is in."""
        return self.language if self._of(name) is self.own else self.english.language

    def number(self, number: int | Decimal) -> str:
        """A number as it is printed in this language: "2.5", "2,5"."""
        return self.own.number(number)

    def parts(self, name: str) -> tuple[tuple[str, str], ...]:
        """A label as texts, each with the brace that follows it or "": where a browser or Typst counts the pages."""
        pieces = _BRACE.split(self._of(name).form(name, None))
        return tuple(zip(pieces[::2], [*pieces[1::2], ""], strict=True))

    def texts(self) -> dict[str, str]:
        """Every label that has no forms, its braces as they stand: for Typst, which cannot call this.

        "language" is the tag, not the language's name.
        """
        forms = {name: self._of(name).labels[name] for name in _english_braces()}
        texts = {name: those["other"] for name, those in forms.items() if [*those] == ["other"]}
        return texts | {"language": self.language, "direction": self.direction}

    def _of(self, name: str) -> Catalogue:
        if name in self.own.labels:
            return self.own
        if name in self.english.labels:
            return self.english
        raise ConfigError(f'a template asks for the label "{name}", which is not there{_meant(name)}')


def read_labels(language: str, templates: Templates) -> Labels:
    """The words in a language ("de-CH": of ``de-CH.toml``, then ``de.toml``), else in English; "" is English.

    The course's own files go before those that quizgen brings, label by label. ConfigError names the file and the
    label where one is unknown, has a brace that English does not have, or has forms without "other".
    """
    english = Catalogue("en", _merged("en", templates) or {})
    found = _merged(language or "en", templates)
    if found is None:
        return Labels("en", english, english, fallback=True)
    return Labels(language or "en", Catalogue(language or "en", found), english, fallback=False)


def _merged(language: str, templates: Templates) -> dict[str, Forms] | None:
    """The labels of a language, those of its closest tag and of the course over the others; None if it has no file."""
    files = [*_files(language, templates)]
    return {name: forms for path in files for name, forms in _read(path).items()} if files else None


def _files(language: str, templates: Templates) -> Iterator[Path]:
    """The files of a language: "de" before "de-CH", ours before the course's. The case of a tag says nothing."""
    folders = [folder / _FOLDER for folder in (shipped_templates(), *reversed(templates.folders))]
    there = [{path.stem.lower(): path for path in sorted(folder.glob("*.toml"))} for folder in folders]
    subtags = language.lower().split("-")
    tags = ["-".join(subtags[:size]) for size in range(1, len(subtags) + 1)]
    return (files[tag] for tag in tags for files in there if tag in files)


def _read(path: Path) -> Mapping[str, Forms]:
    try:
        return _checked(path, read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from None
    except DataError as error:
        raise ConfigError(str(error)) from None


@lru_cache(maxsize=64)
def _checked(path: Path, text: str) -> Mapping[str, Forms]:
    """What a catalogue says; kept by its text, so that a file that is edited is read anew."""
    found = tomllib.loads(text)
    return {name: _forms(name, value, f'{path}: "{name}"') for name, value in found.items()}


def _forms(name: str, value: Any, where: str) -> Forms:
    english = _english_braces()
    if name not in english:
        raise ConfigError(f"{where} is no label of those that quizgen's en.toml has{_meant(name)}")
    forms = {"other": value} if isinstance(value, str) else value
    if not isinstance(forms, dict) or not all(isinstance(form, str) for form in forms.values()):
        raise ConfigError(f"{where} is a text in quotes; found {value!r}")
    numbered = bool(english[name] & _NUMBERS)
    if forms is value:
        _refuse_forms(forms, numbered, where)
    allowed = english[name] | (_NUMBERS if numbered else frozenset())
    _refuse_braces(forms, allowed, where)
    if name == "direction" and value not in ("ltr", "rtl"):
        raise ConfigError(f'{where} is "ltr" or "rtl"; found "{value}"')
    return forms


def _refuse_forms(forms: Forms, numbered: bool, where: str) -> None:
    if not numbered:
        raise ConfigError(f"{where} has no plural forms; it is a text in quotes")
    for form in forms:
        if not _FORM.fullmatch(form):
            forms_there = ", ".join(CATEGORIES)
            raise ConfigError(f'{where}: "{form}" is no form of a plural: these are {forms_there}, or a number')
    if "other" not in forms:
        raise ConfigError(f'{where} wants the form "other", for all numbers that have no form of their own')


def _refuse_braces(forms: Forms, allowed: frozenset[str], where: str) -> None:
    known = ", ".join(f"{{{brace}}}" for brace in sorted(allowed)) or "none"
    for brace in sorted(_braces(forms) - allowed):
        raise ConfigError(f"{where} has {{{brace}}}; its braces are: {known}")
    for form in forms.values():
        if re.search(r"[{}]", _BRACE.sub("", form)):
            raise ConfigError(f'{where} has a brace alone in "{form}"; its braces are: {known}')


def _braces(forms: Forms) -> frozenset[str]:
    return frozenset(brace for form in forms.values() for brace in _BRACE.findall(form))


@cache
def _english_braces() -> Mapping[str, frozenset[str]]:
    """Every label by name, with the braces that it has in English; one that has forms there has a number."""
    path = shipped_templates() / _FOLDER / "en.toml"
    labels = tomllib.loads(read_text(path))
    return {
        name: _braces({"": value}) if isinstance(value, str) else _braces(value) | _NUMBERS
        for name, value in labels.items()
    }


def _meant(name: str) -> str:
    from difflib import get_close_matches  # only a mistake needs it

    near = get_close_matches(name, _english_braces(), 1)
    return f'; did you mean "{near[0]}"?' if near else ""
