"""What an article is: its text exactly as read, and the places in it that are talked about.

Every `start` and `end` is an offset into `Article.text`, counted in characters, `end` exclusive; so
`article.text[paragraph.start:paragraph.end]` is the paragraph as its author wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Article", "Mark", "Paragraph", "Role", "Sentence"]


class Role(StrEnum):
    """What a block of an article is for; the values are words that a teacher reads in a locator."""

    BODY = "paragraph"
    ITEM = "list item"
    QUOTE = "block quote"
    HEADING = "heading"
    NOTE = "footnote"
    TABLE = "table"
    CODE = "code"
    MATTER = "front matter"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark: `[3]` has the label "3", `[^a]` the label "a"."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph, its footnote marks included; numbers count from 1 in each paragraph."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of text.

    `number` is what a teacher counts ("¶ 3"), from 1; it is None for what nobody counts: titles, by-lines,
    footnotes, tables.
    """

    number: int | None
    role: Role
    start: int
    end: int

    @property
    def heading(self) -> bool:
        """Whether this is a title, a by-line, a section heading or a line of the page around the text."""
        return self.role is Role.HEADING


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """A reading: `name` is the file as the user named it, `language` the code of the bank ("en", "pt-BR").

    `text` is the file's text with nothing changed but line ends (all `\\n`) and the byte order mark (gone). Articles
    are compared by identity: they are keys of this room's caches, and to compare texts at each look-up takes longer
    than what is looked up.
    """

    name: str
    text: str
    language: str
    blocks: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The blocks that have a number, in the order of their numbers."""
        return tuple(block for block in self.blocks if block.number is not None)
