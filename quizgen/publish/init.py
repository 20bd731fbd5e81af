"""Start a course from the files that quizgen brings."""

from __future__ import annotations

from pathlib import Path

from quizgen.files import make_folder, read_bytes, write_bytes
from quizgen.templating import shipped_templates

__all__ = ["start_course"]

_NAMES = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}


def start_course(folder: Path) -> tuple[Path, ...]:
    """Lay out a course; returns the files that were made. Files that are there already stay as they are.

    A folder that holds a bank already gets no second one to start from.
    """
    source = shipped_templates() / "course"
    begun = any((folder / "questions").glob("**/*.md"))
    made = []
    for path in sorted(source.rglob("*")):
        if path.is_dir() or (begun and path.parent.name == "questions"):
            continue
        inside = path.relative_to(source)
        target = folder / inside.with_name(_NAMES.get(path.name, path.name))
        if target.exists():
            continue
        make_folder(target.parent)
        write_bytes(target, read_bytes(path))
        made.append(target)
    return tuple(made)
