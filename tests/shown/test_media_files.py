"""Which files a bank may show: those beside it or below, and no other file of the computer it is built on."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.bank.model import Media
from quizgen.errors import MissingError
from quizgen.shown.media import read_media


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a bank, beside one with a file that is none of its business."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "key.png").write_bytes(b"private")
    (tmp_path / "questions" / "pictures").mkdir(parents=True)
    (tmp_path / "questions" / "pictures" / "bay.png").write_bytes(b"a bay")
    return tmp_path / "questions"


def read(file: str, folder: Path) -> bytes:
    return read_media(Media(file), "image", folder)


@pytest.mark.parametrize("file", ["pictures/bay.png", "pictures\\bay.png", "./pictures/bay.png"])
def test_a_file_below_the_bank_is_read(file: str, folder: Path) -> None:
    assert read(file, folder) == b"a bay"


@pytest.mark.parametrize("file", ["../private/key.png", "pictures/../../private/key.png", "/etc/key.png", "C:key.png"])
def test_a_path_that_leads_away_is_refused(file: str, folder: Path) -> None:
    with pytest.raises(MissingError, match="stands beside the bank or in a folder below it"):
        read(file, folder)


def test_a_link_may_lead_to_what_is_below_the_bank_alone(folder: Path) -> None:
    (folder / "inside.png").symlink_to(Path("pictures") / "bay.png")
    (folder / "outside.png").symlink_to(Path("..") / "private" / "key.png")
    (folder / "all").symlink_to(Path("..") / "private")
    assert read("inside.png", folder) == b"a bay"
    for file in ("outside.png", "all/key.png"):
        with pytest.raises(MissingError, match=r"a link that leads away from the bank; put the file itself there"):
            read(file, folder)


def test_the_banks_own_folder_may_be_reached_by_a_link(folder: Path) -> None:
    (folder.parent / "course").symlink_to(folder)
    assert read("pictures/bay.png", folder.parent / "course") == b"a bay"


def test_a_link_to_itself_is_no_file(folder: Path) -> None:
    (folder / "loop.png").symlink_to("loop.png")
    with pytest.raises(MissingError, match="there is no such file beside the bank"):
        read("loop.png", folder)
