"""The image and the sound of a question: where their files may stand, and of which types they are.

Every output and ``check`` ask here, so that what an output would refuse is found before.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import Literal

from quizgen.bank.model import Media
from quizgen.errors import MissingError
from quizgen.files import read_bytes

__all__ = ["IMAGES", "SOUNDS", "MediaKind", "media_fault", "media_file", "media_size", "read_media"]

MediaKind = Literal["image", "audio"]
"""Which field names the file."""

IMAGES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
}
"""What browsers and Anki show, by the ending of a name: its media type."""

_SOUNDS = "3gp aac avi flac flv m4a mkv mov mp3 mp4 mpeg mpg oga ogg ogv ogx opus spx swf wav webm"
SOUNDS = frozenset(f".{ending}" for ending in _SOUNDS.split())
"""What Anki plays: the endings that its editor takes for a sound."""


def media_file(file: str, folder: Path) -> Path | None:
    """The file that a bank in ``folder`` names, or None where that is neither beside the bank nor below it.

    A bank from elsewhere must not carry other files of this computer into what is handed out.
    """
    path = PurePosixPath(file.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or any(":" in part for part in path.parts[:1]):
        return None
    return folder / path


def media_size(path: Path) -> int | None:
    """How many bytes a file has; None where there is no such file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size if S_ISREG(found.st_mode) else None


def media_fault(media: Media, kind: MediaKind, folder: Path | None) -> str:
    """Why nobody would see or hear a file, and what to do; "" where nothing is wrong with it.

    ``folder`` is that of the bank; None: whether the file is there is not looked for.
    """
    path = media_file(media.file, folder or Path())
    if path is None:
        return f"{media.file}: an image or a sound stands beside the bank or in a folder below it; copy it there"
    ending = path.suffix.lower()
    if kind == "image" and ending not in IMAGES:
        return f"{media.file} is no image that a page can show; save it as {', '.join(IMAGES)}"
    if kind == "audio" and ending not in SOUNDS:
        return f"{media.file} is no sound that Anki can play; save it as .mp3, .m4a, .ogg or .wav"
    size = media_size(path) if folder else 1
    if size is None:
        return f"{media.file}: there is no such file beside the bank; copy it there, or mend the name"
    if folder and not path.resolve().is_relative_to(folder.resolve()):
        return f"{media.file}: this is a link that leads away from the bank; put the file itself there"
    return "" if size else f"{media.file} is empty; copy it again"


def read_media(media: Media, kind: MediaKind, folder: Path) -> bytes:
    """The content of an image or a sound. MissingError where it cannot be shown, or may not be read."""
    fault = media_fault(media, kind, folder)
    path = media_file(media.file, folder)
    if fault or path is None:
        raise MissingError(fault)
    return read_bytes(path)
