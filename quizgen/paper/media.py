"""The images of a sheet, read before anything is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from quizgen.bank.model import Bank, Question
from quizgen.errors import DataError, MissingError, Problem
from quizgen.shown.media import read_media

__all__ = ["NO_IMAGES", "images_of"]

NO_IMAGES: Mapping[str, bytes] = {}
"""Of a bank without any."""


def images_of(questions: Iterable[Question], bank: Bank, folder: Path | None = None) -> dict[str, bytes]:
    """The content of each image that the questions show, by its file; ``folder`` None: beside the bank.

    DataError with every image that is not there, lies elsewhere or is of no known type.
    """
    place = folder if folder is not None else Path(bank.path).parent
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for image in filter(None, (question.image for question in questions)):
        if image.file not in found:
            try:
                found[image.file] = read_media(image, "image", place)
            except MissingError as error:
                problems.append(Problem(bank.path or bank.id, image.line, 1, f"image: {error}"))
    if problems:
        raise DataError(problems)
    return found
