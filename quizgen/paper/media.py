"""Images as ``data:`` addresses, so that a page opens on any machine without its folder."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from quizgen.bank.model import Bank, Media
from quizgen.errors import DataError, MissingError, Problem
from quizgen.files import read_bytes
from quizgen.paper.sheet import Item

__all__ = ["images_of"]

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
}


def images_of(items: Iterable[Item], bank: Bank, folder: Path | None) -> dict[str, str]:
    """The ``data:`` address of each image that the questions show, by its file; ``folder`` None: beside the bank.

    DataError with every image that is not there or is of no known type.
    """
    place = folder if folder is not None else Path(bank.path).parent
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for image in filter(None, (item.question.image for item in items)):
        if image.file not in found:
            try:
                found[image.file] = _address(place / image.file)
            except MissingError as error:
                problems.append(_problem(bank, image, str(error)))
            except KeyError:
                known = ", ".join(_TYPES)
                problems.append(_problem(bank, image, f'"{image.file}" is no image a page can show ({known})'))
    if problems:
        raise DataError(problems)
    return found


def _address(path: Path) -> str:
    kind = _TYPES[path.suffix.lower()]
    return f"data:{kind};base64,{b64encode(read_bytes(path)).decode('ascii')}"


def _problem(bank: Bank, image: Media, message: str) -> Problem:
    return Problem(bank.path or bank.id, image.line, 1, f"image: {message}")
