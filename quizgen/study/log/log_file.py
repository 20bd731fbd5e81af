"""What kind of file a log is, seen from its first bytes.

SQLite changes the files that it opens, if only by tidying up beside them. So a file that is no log, or a newer
program's, is told before it is opened. The bytes are those of https://www.sqlite.org/fileformat.html.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from quizgen.errors import ConfigError, DataError, MissingError, WriteError
from quizgen.study.log.migrations import APPLICATION, VERSION

__all__ = [
    "HEADER_SIZE",
    "MAGIC",
    "Header",
    "beside",
    "check_file",
    "check_version",
    "damaged",
    "header_of",
    "is_filled",
]

MAGIC = b"SQLite format 3\0"
"""What every SQLite file begins with."""

HEADER_SIZE = 100
"""In bytes."""

_WAL_HEADER = struct.Struct(">8xI4x8s8x")  # page size, salts
_WAL_FRAME = struct.Struct(">II8s8x")  # page number, pages after a commit (else 0), salts


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of an SQLite file say of it."""

    application: int
    version: int
    size: int | None  # in bytes; None where it is not said

    @classmethod
    def of(cls, data: bytes) -> Header:
        """From the bytes."""
        (page_size,) = struct.unpack_from(">H", data, 16)
        changes, pages = struct.unpack_from(">II", data, 24)
        (version,) = struct.unpack_from(">i", data, 60)
        (application,) = struct.unpack_from(">i", data, 68)
        (counted_at,) = struct.unpack_from(">I", data, 92)
        size = pages * (65536 if page_size == 1 else page_size) if counted_at == changes else None
        return cls(application, version, size)


def beside(path: Path, ending: str) -> Path:
    """A file that SQLite keeps beside a database: "-wal", "-shm" or "-journal"."""
    return path.with_name(path.name + ending)


def check_file(path: Path, *, reading: bool = False) -> bool:
    """Whether there is a log; False where there is no file, or an empty one.

    DataError where it is something else or cut short, ConfigError where a newer program wrote it, MissingError or
    WriteError where it may not be read.
    """
    header = header_of(path, reading=reading)
    if header is None:
        return False
    if header.application != APPLICATION:
        raise DataError(f"{path}: this is another program's database, not a log of quizgen; name another: --log FILE")
    check_version(path, header.version)
    if header.size and not _under_way(path) and path.stat().st_size < header.size:  # in this order: see there
        raise DataError(damaged(path, "it is cut short"))
    return True


def _under_way(path: Path) -> bool:
    """Whether pages of the file stand beside it still; once these files are gone, it has its whole size."""
    return is_filled(beside(path, "-wal")) or is_filled(beside(path, "-journal"))


def check_version(path: Path, version: int) -> None:
    """ConfigError where the tables are newer than this program."""
    if version > VERSION:
        raise ConfigError(
            f"{path}: a newer quizgen wrote this log (version {version}; this one knows {VERSION}), and it was not "
            "touched. Update quizgen, or name another log: --log FILE"
        )


def damaged(path: Path, why: str) -> str:
    """What to say of a log that is damaged, and what to do."""
    return (
        f"{path}: the log is damaged: {why}. To go on with what can be read: "
        f"quizgen log export --rescue rescued.jsonl --log {path}; then move the damaged file away, and: "
        f"quizgen log import rescued.jsonl --log {path}"
    )


def header_of(path: Path, *, reading: bool = False) -> Header | None:
    """The newest header of an SQLite file, be it in the file or still in the -wal; None where there is no data yet."""
    try:
        with path.open("rb") as file:
            data = file.read(HEADER_SIZE)
    except FileNotFoundError:
        return None
    except OSError as error:
        what = "this is a folder; name a file in it" if path.is_dir() else f"cannot be opened: {error.strerror}"
        raise (MissingError if reading else WriteError)(f"{path}: {what}: --log FILE") from None
    if not data:
        return None
    if not data.startswith(MAGIC):
        raise DataError(f"{path}: this is no log of quizgen; name another file: --log FILE")
    if len(data) < HEADER_SIZE:
        raise DataError(damaged(path, "it is cut short"))
    return Header.of(_newest(beside(path, "-wal")) or data)


def is_filled(path: Path) -> bool:
    """Whether there is a file with something in it."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _newest(wal: Path) -> bytes | None:
    """The header in the last whole transaction of a -wal; None where none changed it."""
    try:
        data = wal.read_bytes()
    except OSError:
        return None
    if len(data) < _WAL_HEADER.size:
        return None
    page_size, salts = _WAL_HEADER.unpack_from(data)
    found = pending = None
    for at in range(_WAL_HEADER.size, len(data) - _WAL_FRAME.size - page_size + 1, _WAL_FRAME.size + page_size):
        page, commit, written = _WAL_FRAME.unpack_from(data, at)
        if written != salts:  # left from before the file was begun anew
            break
        if page == 1:
            pending = data[at + _WAL_FRAME.size : at + _WAL_FRAME.size + HEADER_SIZE]
        if commit:
            found = pending
    return found
