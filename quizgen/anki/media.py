"""The images and sounds of a bank, under names that no other deck's files can have.

Anki keeps the media of all decks in one folder, by name: of two files "map.png" the last would win in silence. So a
name begins with a hash of the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from quizgen.bank.model import Bank, Media
from quizgen.errors import DataError, MissingError, Problem
from quizgen.files import read_bytes

__all__ = ["MediaFiles", "collect_media"]

_UNSAFE = re.compile(r"[^\w.-]+")  # Anki renames files whose names hold other characters
_LONGEST = 60  # characters; Anki allows 120 bytes


@dataclass(frozen=True, slots=True)
class MediaFiles:
    """``names``: how Anki calls a file that the bank names; ``files``: the content by Anki's name."""

    names: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


def collect_media(bank: Bank, folder: Path) -> MediaFiles:
    """Read every image and sound of the approved questions. DataError names each one that cannot be read."""
    found = MediaFiles()
    problems: list[Problem] = []
    for media in _media_of(bank):
        if media.file in found.names:
            continue
        try:
            data = _read(folder, media.file)
        except MissingError as error:
            problems.append(Problem(bank.path, media.line, 1, str(error)))
            continue
        name = _name(media.file, data)
        found.names[media.file] = name
        found.files[name] = data
    if problems:
        raise DataError(problems)
    return found


def _media_of(bank: Bank) -> Iterator[Media]:
    for question in bank.approved:
        yield from filter(None, (question.image, question.audio))


def _read(folder: Path, file: str) -> bytes:
    path = PurePosixPath(file.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        # a bank from elsewhere must not carry other files of this computer into a deck
        raise MissingError(f"{file}: an image or a sound stands beside the bank or in a folder below it")
    return read_bytes(folder / path)


def _name(file: str, data: bytes) -> str:
    stem = _UNSAFE.sub("_", normalize("NFC", PurePosixPath(file.replace("\\", "/")).name))
    return f"{sha256(data).hexdigest()[:12]}-{stem[-_LONGEST:]}"
