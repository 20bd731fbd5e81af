"""The images and sounds of a bank, under names that no other file can have.

Anki keeps the media of all decks in one folder, by name: of two files "map.png" the last would win in silence. So a
file is named by its content alone: the same one is there once, however often and under whatever names banks hold it,
and renaming it changes no note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from quizgen.bank.model import Bank, Media
from quizgen.errors import DataError, MissingError, Problem
from quizgen.shown.media import MediaKind, read_media

__all__ = ["MediaFiles", "collect_media"]


@dataclass(frozen=True, slots=True)
class MediaFiles:
    """``names``: how Anki calls a file that the bank names; ``files``: the content by Anki's name."""

    names: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


def collect_media(bank: Bank, folder: Path) -> MediaFiles:
    """Read every image and sound of the approved questions. DataError names each one that cannot be read."""
    names: dict[str, str] = {}
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for media, kind in _media_of(bank):
        if media.file in names:
            continue
        try:
            data = read_media(media, kind, folder)
        except MissingError as error:
            problems.append(Problem(bank.path, media.line, 1, str(error)))
            continue
        names[media.file] = _name(media.file, data)
        files[names[media.file]] = data
    if problems:
        raise DataError(problems)
    return MediaFiles(names, files)


def _media_of(bank: Bank) -> Iterator[tuple[Media, MediaKind]]:
    for question in bank.approved:
        if question.image:
            yield question.image, "image"
        if question.audio:
            yield question.audio, "audio"


def _name(file: str, data: bytes) -> str:
    """A name of ASCII letters that every system takes, with the ending by which Anki knows what it is."""
    return f"quizgen-{sha256(data).hexdigest()[:20]}{PurePosixPath(file).suffix.lower()}"
