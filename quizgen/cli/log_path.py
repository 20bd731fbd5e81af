"""Which log a command works on."""

from __future__ import annotations

from pathlib import Path

__all__ = ["log_path"]


def log_path(named: Path | None, *, there: bool = False) -> Path:
    """The log named, else the one for all courses; MissingError where it must be ``there`` and is not."""
    from quizgen.errors import MissingError
    from quizgen.study.log.log import default_path

    path = named or default_path()
    if there and not path.exists():
        raise MissingError(f"{path}: there is no log yet; a quiz makes it, or name another: --log FILE")
    return path
