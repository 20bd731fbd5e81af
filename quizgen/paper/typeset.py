"""PDF by Typst: data and templates go into a private folder, which is all that Typst sees.

Typst is a compiler in one wheel, which the extra ``pdf`` installs. What a teacher wrote reaches it as data and is never
read as its markup. The same data, templates, fonts and version of Typst give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from quizgen.errors import ConfigError, DataError, WriteError
from quizgen.files import read_bytes
from quizgen.paper.glyphs import missing_glyphs, replaced, sanitised, told_of
from quizgen.shown.media import IMAGES
from quizgen.templating import Templates

if TYPE_CHECKING:
    from typst import Fonts, TypstError

__all__ = ["Typeset", "has_typst", "typeset"]

_STANDARD: Literal["ua-1"] = "ua-1"  # tagged, for screen readers
_UNSHOWN = ".avif"  # browsers show it, Typst does not
_PRIVATE = re.compile(r"\S*[\\/]quizgen-\w+[\\/]")
_PLACE = re.compile(r"^error: .*?┌─ (?:[^\n]*[\\/])?templates[\\/]([^\n]+?):(\d+):(\d+)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF, and what its reader should know: what no font has, and what could not be shown."""

    pdf: bytes
    warnings: tuple[str, ...] = ()


def has_typst() -> bool:
    """Whether PDF can be made: whether the extra ``pdf`` is installed."""
    return find_spec("typst") is not None


def typeset(
    name: str,
    data: Any,
    templates: Templates,
    *,
    media: Mapping[str, bytes] | None = None,
    fonts: Sequence[Path] = (),
) -> Typeset:
    """The PDF that the template ``name`` ("paper/sheet.typ") makes of ``data``.

    ``media`` are files that the data names, ``fonts`` folders of fonts beside those of the system. DataError names an
    image that cannot be read, ConfigError the place where a course's own template is at fault; WriteError where there
    is no room for temporary files.
    """
    images = media or {}
    known = _fonts(tuple(map(str, fonts)))
    text = sanitised(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    missing: dict[str, str] = {}
    with _private_folder() as root:
        _lay_out(root, templates, images)
        while True:  # a character may hide another of its cluster
            (root / "data.json").write_text(replaced(text, missing), encoding="utf-8")
            done = _compile(root, f"templates/{name}", known)
            if isinstance(done, bytes):
                return Typeset(done, (*told_of(missing), *_unshown(images, data)))
            found = dict(missing_glyphs(done.diagnostic))
            if found.keys() <= missing.keys():
                _refuse_images(root, images, data, known)
                raise ConfigError(_fault(done, templates, name))
            missing |= found


@contextmanager
def _private_folder() -> Iterator[Path]:
    """A folder that nobody else reads and that is gone afterwards; WriteError where there cannot be one."""
    try:
        with TemporaryDirectory(prefix="quizgen-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(
            f"PDF needs a folder for temporary files with some room: {reason}; set TMPDIR (TEMP on Windows) to another"
        ) from None


def _lay_out(root: Path, templates: Templates, media: Mapping[str, bytes]) -> None:
    for name, path in (found for ending in (".typ", *IMAGES) for found in templates.files(ending)):
        target = root / "templates" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(read_bytes(path))
    for name, content in media.items():
        target = root / _media_path(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _media_path(name: str) -> PurePosixPath:
    """Where a template finds an image: below /media, its parts parted by "/"."""
    return PurePosixPath("media") / name.replace("\\", "/")


@lru_cache(maxsize=4)
def _fonts(folders: tuple[str, ...]) -> Fonts:
    """The fonts there are; looking for them takes longer than a sheet."""
    import typst

    return typst.Fonts(font_paths=[*folders])


def _compile(root: Path, file: str, fonts: Fonts) -> bytes | TypstError:
    import typst

    try:
        made = typst.compile(root / file, root=root, font_paths=fonts, pdf_standards=[_STANDARD])
    except typst.TypstError as error:
        return error
    return bytes(made)


# ── images ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unshown(images: Mapping[str, bytes], data: Any) -> Iterator[str]:
    for name in images:
        if name.lower().endswith(_UNSHOWN):
            yield (
                f"{name}{_of(name, data)}: a PDF cannot show AVIF, so its description is printed; "
                "save it as .png or .jpg, too"
            )


def _refuse_images(root: Path, images: Mapping[str, bytes], data: Any, fonts: Fonts) -> None:
    """DataError with each image that Typst cannot read, tried one by one."""
    faults = []
    for name in images:
        source = (
            f'#set document(title: "x")\n#image({json.dumps(f"/{_media_path(name)}", ensure_ascii=False)}, alt: "x")'
        )
        (root / "image.typ").write_text(source, encoding="utf-8")
        done = _compile(root, "image.typ", fonts)
        if not isinstance(done, bytes) and not name.lower().endswith(_UNSHOWN):
            faults.append(f"{name}{_of(name, data)}: this image cannot be read: {done.message}; save it anew")
    if faults:
        raise DataError("\n".join(faults))


def _of(name: str, data: Any) -> str:
    """The questions that show an image, as " (question x, y)"."""
    ids = dict.fromkeys(_showing(name, data))
    return f" (question {', '.join(ids)})" if ids else ""


def _showing(name: str, data: Any) -> Iterator[str]:
    match data:
        case {"image": str(shown), "id": str(question)} if shown == name:
            yield question
        case dict():
            for part in data.values():
                yield from _showing(name, part)
        case list():
            for part in data:
                yield from _showing(name, part)


# ── templates ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _fault(error: TypstError, templates: Templates, name: str) -> str:
    """Where a template is at fault, and Typst's words for it."""
    found = _PLACE.search(error.diagnostic)
    where = str(templates.path(name))
    if found:
        at, line, column = found.groups()
        where = f"{templates.path(at.replace(chr(92), '/'))}:{line}:{int(column) + 1}"
    message = _PRIVATE.sub("", error.message)
    return "; ".join((f"{where}: {message}", *error.hints))
