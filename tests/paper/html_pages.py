"""A page of HTML as a person reads it."""

from __future__ import annotations

from html.parser import HTMLParser

__all__ = ["Reader", "read", "words_in"]

_VOID = {"meta", "img", "br", "hr", "link", "input"}


class Reader(HTMLParser):
    """The elements of a page, as they nest: fails where a tag is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def read(html: str) -> Reader:
    """The whole of a page; fails where an element is left open."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def words_in(html: str) -> str:
    """What a person reads on a page."""
    return " ".join("".join(read(html).words).split())
