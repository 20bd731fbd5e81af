"""A text with its dialect, so that whoever shows it need not know where it came from."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["Words", "letter"]


class Words(NamedTuple):
    """Inline Markdown, or (``literal``) text in which only code and maths are marked."""

    text: str
    literal: bool = False

    def html(self, maths: Literal["mathml", "anki"] = "mathml") -> str:
        """As safe HTML."""
        from quizgen.text.html import inline_html, literal_html

        return literal_html(self.text, maths=maths) if self.literal else inline_html(self.text, maths=maths)

    def plain(self) -> str:
        """As plain text for a terminal."""
        from quizgen.text.plain import inline_plain, literal_plain

        return literal_plain(self.text) if self.literal else inline_plain(self.text)


def letter(index: int) -> str:
    """The letter of an option: A to Z, then AA, AB, …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
