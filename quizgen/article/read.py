"""A file, or a text, into an article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from quizgen.article.markdown import markdown_blocks, visible_text
from quizgen.article.model import Article, Paragraph, Role
from quizgen.article.normal import find_marks
from quizgen.article.plain import Block, plain_blocks
from quizgen.article.prose import prose_roles
from quizgen.errors import DataError, Problem
from quizgen.files import read_text

__all__ = ["make_article", "read_article"]

MARKDOWN = frozenset({".md", ".markdown"})
NOT_TEXT = {
    ".doc": "Word",
    ".docx": "Word",
    ".epub": "EPUB",
    ".htm": "HTML",
    ".html": "HTML",
    ".odt": "OpenDocument",
    ".pages": "Pages",
    ".pdf": "PDF",
    ".rtf": "RTF",
}
_COUNTED = frozenset({Role.BODY, Role.ITEM, Role.QUOTE})


def read_article(path: str | Path, language: str = "en") -> Article:
    """Read a plain text or Markdown file (`.md`, `.markdown`) in UTF-8.

    `language` is the bank's language code; it decides how sentences are told apart.
    Raises MissingError if there is no such file or it may not be read; DataError if it is empty or not UTF-8.
    """
    path = Path(path)
    kind = NOT_TEXT.get(path.suffix.lower())
    if kind and path.is_file():
        raise _problem(path, 1, f"is {kind}, not plain text; save it as .txt in UTF-8 and name that file instead")
    text = read_text(path)
    if not text.strip():
        raise _problem(path, 1, "this is empty; put the text of the reading into it")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _problem(path, line, "is not text (a byte is zero); save it as plain text in UTF-8")
    return make_article(text, name=str(path), language=language, markdown=path.suffix.lower() in MARKDOWN)


def _problem(path: Path, line: int, message: str) -> DataError:
    return DataError([Problem(str(path), line, 1, message)])


def make_article(text: str, *, name: str = "", language: str = "en", markdown: bool = False) -> Article:
    """Make an article of text that was read already."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    blocks = markdown_blocks(text) if markdown else plain_blocks(text)
    judged = [text[start:end] for role, start, end in blocks if role is None]
    roles = prose_roles([visible_text(block) for block in judged] if markdown else judged)
    return Article(name, text, language, _numbered(blocks, roles), find_marks(text))


def _numbered(blocks: Iterable[Block], roles: Iterable[Role]) -> tuple[Paragraph, ...]:
    judged, numbers = iter(roles), count(1)
    paragraphs = []
    for given, start, end in blocks:
        role = next(judged) if given is None else given
        number = next(numbers) if role in _COUNTED else None
        paragraphs.append(Paragraph(number, role, start, end))
    return tuple(paragraphs)
