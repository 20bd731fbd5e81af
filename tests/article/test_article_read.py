"""Files into articles: what is read as it stands, and what a user is told about a file that cannot be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quizgen.article import Role, make_article, read_article
from quizgen.errors import DataError, MissingError

BODY = "The sea froze early that year, and the ferries stopped in November."


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_the_text_is_kept_as_it_was_read(tmp_path: Path) -> None:
    text = f"A title\n\n  {BODY}\u00a0 Then[1]  came ‘spring’.\n"
    article = read_article(write(tmp_path, "sea.txt", text), language="en-GB")
    assert article.text == text
    assert article.language == "en-GB"
    assert article.name == str(tmp_path / "sea.txt")


def test_line_ends_become_one_kind_and_a_byte_order_mark_goes(tmp_path: Path) -> None:
    path = write(tmp_path, "sea.txt", b"\xef\xbb\xbfTitle\r\n\r\nOne\rtwo\n")
    assert read_article(path).text == "Title\n\nOne\ntwo\n"


@pytest.mark.parametrize("name", ["a.txt", "a", "a.text", "a.rst"])
def test_an_unknown_ending_is_plain_text(tmp_path: Path, name: str) -> None:
    assert read_article(str(write(tmp_path, name, f"# no heading\n\n{BODY}"))).blocks[0].start == 0


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.MD"])
def test_markdown_is_known_by_its_ending(tmp_path: Path, name: str) -> None:
    assert read_article(write(tmp_path, name, f"# heading\n\n{BODY}")).blocks[0].start == 2


def test_footnote_marks_are_found_with_their_labels() -> None:
    article = make_article("peace treaty[3]. Also[^a] in [2014] and [4](url).")
    assert [(mark.label, article.text[mark.start : mark.end]) for mark in article.marks] == [
        ("3", "[3]"),
        ("a", "[^a]"),
    ]


def test_an_article_is_itself() -> None:
    """It is a key of caches: to compare whole texts at each look-up would take longer than to look a quote up."""
    article = make_article(BODY)
    assert article == article
    assert article != make_article(BODY)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match=r"gone\.txt: there is no such file"):
        read_article(tmp_path / "gone.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="this is a folder; name a file in it"):
        read_article(tmp_path)


def test_a_file_in_a_file_cannot_be_read(tmp_path: Path) -> None:
    inner = write(tmp_path, "a.txt", BODY) / "b.txt"
    with pytest.raises(MissingError, match=r"b\.txt: (cannot be read|there is no such file)"):
        read_article(inner)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are other there")
def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    # a real chmod does not stop root, as whom tests run in containers
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(MissingError, match=r"a\.txt: cannot be read: permission denied"):
        read_article(write(tmp_path, "a.txt", BODY))


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u3000\u00a0".encode()])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DataError, match=r"a\.txt:1:1: this is empty"):
        read_article(write(tmp_path, "a.txt", data))


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"abc\xe9", r"1:4: .*0xe9"),
        (b"one\r\ntwo\nthree\nfo\x93ur", r"4:3: .*0x93"),
        (b"\xef\xbb\xbfab\n\xff", r"2:1: .*0xff"),
        ("UTF-16 text".encode("utf-16"), r"1:1: "),
    ],
)
def test_a_file_that_is_not_utf_8(tmp_path: Path, data: bytes, where: str) -> None:
    with pytest.raises(DataError, match=rf"a\.txt:{where}.*; save the file as UTF-8"):
        read_article(write(tmp_path, "a.txt", data))


def test_a_file_with_zero_bytes_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"a\.txt:2:1: is not text"):
        read_article(write(tmp_path, "a.txt", b"a\n\x00b"))


@pytest.mark.parametrize(("name", "kind"), [("a.pdf", "PDF"), ("a.DOCX", "Word"), ("a.html", "HTML")])
def test_other_formats_are_refused_by_name(tmp_path: Path, name: str, kind: str) -> None:
    with pytest.raises(DataError, match=f"is {kind}, not plain text; save it as .txt in UTF-8"):
        read_article(write(tmp_path, name, BODY))


def test_every_block_lies_in_the_text_and_none_is_empty() -> None:
    article = make_article(f"\n\n Title \n\n\t{BODY} \n \n[1] Source\n\n")
    assert [article.text[block.start : block.end] for block in article.blocks] == ["Title", BODY, "[1] Source"]
    assert [block.role for block in article.blocks] == [Role.HEADING, Role.BODY, Role.NOTE]
    assert [block.heading for block in article.blocks] == [True, False, False]
