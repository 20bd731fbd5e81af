"""Files are read with errors a user understands, and written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from quizgen.errors import DataError, MissingError, Problem, WriteError

__all__ = ["make_folder", "read_bytes", "read_text", "write_all", "write_bytes", "write_text"]


def read_bytes(path: Path) -> bytes:
    """The content of a file; MissingError where it is not there, is a folder or may not be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise MissingError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise MissingError(f"{path}: this is a folder; name a file in it") from None
    except NotADirectoryError:
        raise MissingError(f"{path}: there is no such file; a part of the path is not a folder") from None
    except OSError as error:
        if path.is_dir():  # Windows says "permission denied" of a folder
            raise MissingError(f"{path}: this is a folder; name a file in it") from None
        raise MissingError(f"{path}: cannot be read: {_reason(error)}") from None


def read_text(path: Path) -> str:
    """A text file as it stands, line ends and all, without a byte order mark; it must be UTF-8."""
    data = read_bytes(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        message = f"this is not UTF-8 text (byte 0x{data[error.start]:02x}); save the file as UTF-8"
        raise DataError([Problem(str(path), line, column, message)]) from None
    return text.removeprefix("\ufeff")


def write_text(path: Path, text: str) -> bool:
    """Write a UTF-8 file whole or not at all; False where it already holds just that."""
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all (a temporary file beside it, then a rename).

    False, and the file untouched, where it already holds just that. WriteError where it cannot be written; what
    stood there before then still stands.
    """
    return bool(write_all({path: data}))


def write_all(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files that belong together, all or (but for a rename that fails) none, each whole.

    Everything is written beside its place first and then renamed, so that a full disk or one file that may not be
    replaced leaves no new sheet beside an old key. Returns the files that were not there just so already.
    """
    parts: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files.items():
            if not _holds(path, data):
                parts.append((path, _part(path, data)))
        for path, part in parts:
            part.replace(os.path.realpath(path))  # a link stays a link
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {_reason(error)}") from None
    finally:
        for _, part in parts:
            part.unlink(missing_ok=True)
    return tuple(path for path, _ in parts)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _part(path: Path, data: bytes) -> Path:
    """A temporary file with the data, beside the file that it is to replace."""
    import tempfile  # costs every start some milliseconds, and only writing needs it

    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise OSError(errno.EISDIR if target.is_dir() else errno.EINVAL, "something that is no file stands there")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(_mode(target))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those of any new file."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def make_folder(path: Path) -> None:
    """Make a folder and those above it; WriteError where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise WriteError(f"{path}: a file stands where a folder is wanted; move it or choose another") from None
    except OSError as error:
        raise WriteError(f"{path}: the folder cannot be made: {_reason(error)}") from None


def _reason(error: OSError) -> str:
    reasons = {
        errno.EACCES: "permission denied",
        errno.EPERM: "permission denied",
        errno.EROFS: "the disk is read-only",
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "the disk quota is used up",
        errno.ENOENT: "its folder does not exist",
        errno.ENOTDIR: "a part of the path is not a folder",
        errno.EISDIR: "a folder stands there",
        errno.ENAMETOOLONG: "the name is too long",
    }
    return reasons.get(error.errno or 0, error.strerror or str(error))
