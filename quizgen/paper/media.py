"""Images as ``data:`` addresses, so that a page opens on any machine without its folder."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path, PurePath

from quizgen.bank.model import Bank, Media
from quizgen.errors import DataError, MissingError, Problem
from quizgen.paper.sheet import Item
from quizgen.shown.media import IMAGES, read_media

__all__ = ["images_of"]


def images_of(items: Iterable[Item], bank: Bank, folder: Path | None) -> dict[str, str]:
    """The ``data:`` address of each image that the questions show, by its file; ``folder`` None: beside the bank.

    DataError with every image that is not there, lies elsewhere or is of no known type.
    """
    place = folder if folder is not None else Path(bank.path).parent
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for image in filter(None, (item.question.image for item in items)):
        if image.file not in found:
            try:
                found[image.file] = _address(image, place)
            except MissingError as error:
                problems.append(Problem(bank.path or bank.id, image.line, 1, f"image: {error}"))
    if problems:
        raise DataError(problems)
    return found


def _address(image: Media, folder: Path) -> str:
    data = read_media(image, "image", folder)
    kind = IMAGES[PurePath(image.file).suffix.lower()]
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
