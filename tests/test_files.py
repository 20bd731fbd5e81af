"""Files are read with errors a user understands, and written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from quizgen.errors import DataError, MissingError, WriteError
from quizgen.files import make_folder, read_bytes, read_text, write_all, write_bytes, write_text

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and links are those of POSIX")
NOT_ROOT = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write all")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# Reading


def test_bytes_and_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("a\r\nb\u2028é\n".encode())
    assert read_bytes(path) == "a\r\nb\u2028é\n".encode()
    assert read_text(path) == "a\r\nb\u2028é\n"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbfa\xef\xbb\xbf")
    assert read_text(path) == "a\ufeff"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MissingError) as caught:
        read_text(tmp_path / "none.md")
    assert str(caught.value) == f"{tmp_path / 'none.md'}: there is no such file"
    assert caught.value.exit_code == 66


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="this is a folder; name a file in it"):
        read_text(tmp_path)


def test_a_file_where_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(MissingError, match="there is no such file; a part of the path is not a folder"):
        read_text(tmp_path / "a" / "b.md")


@POSIX
@NOT_ROOT
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("a")
    path.chmod(0)
    with pytest.raises(MissingError, match="cannot be read: permission denied"):
        read_text(path)


@pytest.mark.parametrize(
    ("number", "folder", "reason"),
    [(errno.EACCES, False, "cannot be read: permission denied"), (errno.EIO, False, "cannot be read: "),
     (errno.EACCES, True, "this is a folder; name a file in it")],
)  # fmt: skip
def test_other_reasons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, folder: bool, reason: str) -> None:
    def fail(_: Path) -> bytes:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(MissingError, match=reason):
        read_bytes(tmp_path if folder else tmp_path / "a.md")


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, "ff"),
        (b"a\nb\xc3\xa9\xe9c", 2, 3, "e9"),
        (b"\xef\xbb\xbfa\x80", 1, 3, "80"),
        (b"a\r\n\xc3", 2, 1, "c3"),
    ],
)
def test_text_that_is_not_utf8(tmp_path: Path, data: bytes, line: int, column: int, byte: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(DataError) as caught:
        read_text(path)
    said = f"{path}:{line}:{column}: this is not UTF-8 text (byte 0x{byte}); save the file as UTF-8"
    assert str(caught.value) == said


# Writing


def test_write_says_whether_anything_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    assert write_text(path, "é\r\n") is True
    assert path.read_bytes() == "é\r\n".encode()
    before = path.stat()
    assert write_text(path, "é\r\n") is False
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert write_text(path, "ab\r\n") is True
    assert write_bytes(path, b"") is True
    assert names(tmp_path) == ["a.md"]


@POSIX
def test_the_rights_of_a_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("a")
    path.chmod(0o640)
    write_text(path, "b")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@POSIX
def test_a_new_file_has_the_rights_of_any_other(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_text(tmp_path / "a.md", "a")
    finally:
        assert os.umask(before) == 0o027
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_text("a")
    (tmp_path / "link.md").symlink_to(Path("real") / "a.md")
    write_text(tmp_path / "link.md", "b")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real" / "a.md").read_text() == "b"
    assert names(tmp_path / "real") == ["a.md"]


def full(*_: Any) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("where", ["os.fsync", "os.fdopen", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    path = tmp_path / "a.md"
    path.write_text("before")
    monkeypatch.setattr(where, full)
    with pytest.raises(WriteError) as caught:
        write_text(path, "after")
    monkeypatch.undo()
    assert str(caught.value) == f"{path}: cannot be written: the disk is full"
    assert caught.value.exit_code == 73
    assert path.read_text() == "before"
    assert names(tmp_path) == ["a.md"]


def test_a_disk_that_fills_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.fdopen

    class Full:
        def __init__(self, handle: int, mode: str) -> None:
            self.file = opened(handle, mode)

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        write = full

    monkeypatch.setattr(os, "fdopen", Full)
    with pytest.raises(WriteError, match="the disk is full"):
        write_text(tmp_path / "a.md", "after")
    assert names(tmp_path) == []


def test_an_interrupt_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "a.md", "after")
    assert names(tmp_path) == []


@POSIX
@NOT_ROOT
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(0o500)
    with pytest.raises(WriteError, match="permission denied"):
        write_text(folder / "a.md", "a")


def test_files_that_belong_together_are_written_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.md").write_text("old")
    with pytest.raises(WriteError, match="folder: cannot be written: a folder stands there"):
        write_all({tmp_path / "a.md": b"new", tmp_path / "folder": b"new"})
    assert (tmp_path / "a.md").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "folder"]
    assert write_all({tmp_path / "a.md": b"old", tmp_path / "b.md": b"new"}) == (tmp_path / "b.md",)


def test_what_is_no_file_is_not_replaced() -> None:
    with pytest.raises(WriteError, match="something that is no file stands there"):
        write_text(Path(os.devnull), "a")


def test_places_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError, match="its folder does not exist"):
        write_text(tmp_path / "none" / "a.md", "a")
    with pytest.raises(WriteError, match="a part of the path is not a folder"):
        write_text(tmp_path / "file" / "a.md", "a")
    with pytest.raises(WriteError, match="a folder stands there"):
        write_text(tmp_path / "folder", "a")
    with pytest.raises(WriteError, match="the name is too long"):
        write_text(tmp_path / ("a" * 300), "a")
    assert names(tmp_path) == ["file", "folder"]


def test_a_name_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    name = "a" * 255
    write_text(tmp_path / name, "a")
    assert names(tmp_path) == [name]


# Folders


def test_make_folder(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_folders_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match="a file stands where a folder is wanted; move it or choose another"):
        make_folder(tmp_path / "file")
    with pytest.raises(WriteError, match="the folder cannot be made: a part of the path is not a folder"):
        make_folder(tmp_path / "file" / "a")
