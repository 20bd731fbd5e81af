"""What makes a page beside its bank: programs and templates. With the same ones, the same sheet has the same bytes."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from quizgen.files import read_bytes
from quizgen.templating import Templates

__all__ = ["parts_now", "templates_now"]

_PARTS = ("quizgen", "typst", "jinja2", "markdown-it-py", "latex2mathml")
_FOLDER = "paper/"
_SIZE = 16  # hexadecimal digits of a digest


def parts_now() -> dict[str, str]:
    """The version of each program that has a part in a page; one that is not installed is left out."""
    found = {name: _version(name) for name in _PARTS}
    return {name: number for name, number in found.items() if number}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def templates_now(templates: Templates) -> dict[str, str]:
    """A digest of each file that the look of paper comes from, by its name. What editors leave behind is none."""
    return {
        name: sha256(read_bytes(path)).hexdigest()[:_SIZE]
        for name, path in templates.files("")
        if name.startswith(_FOLDER) and not path.name.startswith(".") and not name.endswith("~")
    }
