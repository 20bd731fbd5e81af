"""Which blocks of a text a teacher counts as paragraphs.

The rule, for a text with nothing but lines (of plain text, and of Markdown paragraphs):

- A block that begins with a footnote mark is a footnote.
- A block is **prose** if it ends as a sentence does (a full stop, question or exclamation mark, or ellipsis;
  closing quotes, brackets and footnote marks may follow) and has at least `SENTENCE_WORDS` words; or if it
  begins with a quotation mark or a dash and ends as a sentence does (speech); or if it has at least
  `LONG_WORDS` words however it ends (a stanza, a paragraph that introduces a list). "Label: item, item,
  item" with items of at most `ITEM_WORDS` words each (keywords, tags) is none.
- After the first block of prose, a shorter block that ends with a full stop is a paragraph, too ("He left.").
- Everything else is a heading: titles, by-lines, section headings, "Share article", "Related articles".
- If nothing is counted by that, the prose among the blocks with a footnote mark is (the numbered paragraphs
  of a judgment); failing that, every block with a word in it is, but for a title line at the top (short
  poems).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.article.model import Role
from quizgen.article.normal import find_marks, readable
from quizgen.article.scripts import count_words

__all__ = ["prose_roles"]

SENTENCE_WORDS = 8
LONG_WORDS = 20
ITEM_WORDS = 4

_CLOSERS = r"[\s\"'”’»›)\]」』）*_]*$"
_SENTENCE_END = re.compile(rf"[.!?…。！？｡।॥؟۔։።]{_CLOSERS}")
_FULL_STOP = re.compile(rf"[.…。｡।॥۔։።]{_CLOSERS}")
_SPEECH = re.compile(r"[\"'“„«‘「『–—]")
_LABEL = re.compile(r"[^\s:：]+(?:\s[^\s:：]+){0,2}\s?[:：]\s?")
_LIST_PARTS = re.compile(r"[,;、，；]")


def prose_roles(blocks: Sequence[str]) -> list[Role]:
    """Say for each block whether it is a paragraph (`Role.BODY`), a heading or a footnote."""
    roles: list[Role] = []
    begun = False
    for block in blocks:
        role = _role(block, begun)
        begun = begun or role is Role.BODY
        roles.append(role)
    return roles if begun else _nothing_counted(blocks, roles)


def _role(block: str, begun: bool) -> Role:
    if _begins_with_mark(block):
        return Role.NOTE
    if _is_prose(block) or (begun and _is_short_sentence(block)):
        return Role.BODY
    return Role.HEADING


def _begins_with_mark(block: str) -> bool:
    marks = find_marks(block)
    return bool(marks) and not block[: marks[0].start].strip()


def _is_prose(block: str) -> bool:
    text = readable(block)
    words = count_words(text)
    if not words or _is_label_line(text):
        return False
    if _SENTENCE_END.search(text) and (words >= SENTENCE_WORDS or _SPEECH.match(text)):
        return True
    return words >= LONG_WORDS


def _is_label_line(text: str) -> bool:
    label = _LABEL.match(text)
    if label is None:
        return False
    return all(count_words(part) <= ITEM_WORDS for part in _LIST_PARTS.split(text[label.end() :]))


def _is_short_sentence(block: str) -> bool:
    text = readable(block)
    return bool(_FULL_STOP.search(text)) and count_words(text) > 0


def _nothing_counted(blocks: Sequence[str], roles: list[Role]) -> list[Role]:
    numbered = [
        Role.BODY if role is Role.NOTE and _is_prose(block) else role for block, role in zip(blocks, roles, strict=True)
    ]
    if Role.BODY in numbered:
        return numbered
    lines = [
        Role.BODY if role is Role.HEADING and count_words(block) else role
        for block, role in zip(blocks, roles, strict=True)
    ]
    if lines.count(Role.BODY) > 1 and _is_title(blocks[lines.index(Role.BODY)]):
        lines[lines.index(Role.BODY)] = Role.HEADING
    return lines


def _is_title(block: str) -> bool:
    return "\n" not in block and not _SENTENCE_END.search(readable(block))
