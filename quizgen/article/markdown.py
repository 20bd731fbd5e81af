"""Markdown into blocks: CommonMark's block structure as far as a quote and a paragraph number need it.

Headings, fenced code, tables, front matter, comments, HTML, link and footnote definitions are told by their
shape and not counted; each list item and each paragraph of a block quote is one paragraph; all else is left
to the rule of prose. Indented lines are text and not code: articles are pasted with indented first lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quizgen.article.model import Role
from quizgen.article.plain import Block, trimmed

__all__ = ["markdown_blocks", "quoted_text", "visible_text"]

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$")
_TABLE = re.compile(r" {0,3}(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:")
_LINK = re.compile(r" {0,3}\[[^\]^]+\]:[ \t]*\S")
# the tags that begin a block in CommonMark, as far as saved articles hold them; or a line that is one tag
_HTML = re.compile(
    r" {0,3}(?:</?(?:article|aside|blockquote|center|details|div|dl|figure|footer|form|h[1-6]|header|hr"
    r"|iframe|main|nav|ol|p|script|section|style|summary|table|ul)\b|<!|</?[a-z][^<>]*>[ \t]*$)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[-*+]|(?P<number>\d{1,9})[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_QUOTED_LINE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
# no bracket within a bracket: a search that begins anew at each of them takes time by the square of their number
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_TARGET = re.compile(r"(?<=\])\([^()]*\)")


@dataclass
class _Scan:
    """The blocks found so far, and the one that is open."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    role: Role | None = None
    start: int = -1
    end: int = -1
    closing: re.Pattern[str] | None = None
    in_list: bool = False
    in_note: bool = False

    @property
    def is_open(self) -> bool:
        return self.start >= 0

    def open(self, role: Role | None, start: int, end: int) -> None:
        self.close()
        self.role, self.start, self.end = role, start, end

    def close(self) -> None:
        if self.is_open:
            start, end = trimmed(self.text, self.start, self.end)
            if start < end:
                self.blocks.append((self.role, start, end))
        self.start = -1


def markdown_blocks(text: str) -> list[Block]:
    """Part a Markdown text into blocks, none of them empty, in order."""
    scan = _Scan(text)
    position = _front_matter(scan)
    for line in text[position:].split("\n"):
        _take(scan, line, position)
        position += len(line) + 1
    scan.close()
    return scan.blocks


def _front_matter(scan: _Scan) -> int:
    found = re.match(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)", scan.text)
    if found is None:
        return 0
    scan.open(Role.MATTER, 0, found.end())
    scan.close()
    return found.end()


def _take(scan: _Scan, line: str, start: int) -> None:
    end = start + len(line)
    if scan.closing is not None:
        _take_enclosed(scan, line, end)
    elif not line.strip():
        scan.close()
    elif not _take_enclosing(scan, line, start) and not _take_single(scan, line, start):
        _take_text(scan, line, start)


def _take_enclosed(scan: _Scan, line: str, end: int) -> None:
    scan.end = end
    if scan.closing is not None and scan.closing.search(line):
        scan.closing = None
        scan.close()


def _take_enclosing(scan: _Scan, line: str, start: int) -> bool:
    """Begin what may hold blank lines: fenced code, a comment."""
    if fence := _FENCE.match(line):
        scan.open(Role.CODE, start, start + len(line))
        mark = fence["fence"]
        scan.closing = re.compile(rf"^ {{0,3}}{mark[0]}{{{len(mark)},}}[ \t]*$")
        return True
    if line.lstrip().startswith("<!--"):
        scan.open(Role.MARKUP, start, start + len(line))
        if "-->" in line:
            scan.close()
        else:
            scan.closing = re.compile("-->")
        return True
    return False


def _take_single(scan: _Scan, line: str, start: int) -> bool:
    """Take a line that says by itself what it is: a heading, an underline, a rule, a definition."""
    end = start + len(line)
    if heading := _HEADING.match(line):
        scan.open(Role.HEADING, start + heading.end(), end)
    elif scan.is_open and scan.role is None and _UNDERLINE.match(line):
        scan.role = Role.HEADING
    elif _RULE.match(line):
        pass
    elif _LINK.match(line) and not scan.is_open:
        scan.open(Role.MARKUP, start, end)
    else:
        return False
    scan.close()
    scan.in_list = scan.in_note = False
    return True


def _take_text(scan: _Scan, line: str, start: int) -> None:
    end = start + len(line)
    if _NOTE.match(line):
        scan.in_note, scan.in_list = True, False
        scan.open(Role.NOTE, start, end)
    elif (item := _ITEM.match(line)) and _may_begin_item(scan, item):
        scan.in_list, scan.in_note = True, False
        scan.open(Role.ITEM, start + item.end(), end)
    elif scan.is_open and scan.role is not Role.QUOTE and _TABLE.match(line):
        scan.role, scan.end = Role.TABLE, end
    elif (quote := _QUOTE.match(line)) and not (scan.is_open and scan.role is Role.QUOTE):
        scan.open(Role.QUOTE, start + quote.end(), end)
    elif quote and not line[quote.end() :].strip():
        scan.close()
    elif scan.is_open:
        scan.end = end
    else:
        scan.open(_role_after_blank(scan, line), start, end)


def _may_begin_item(scan: _Scan, item: re.Match[str]) -> bool:
    # "1945. The war" may be a wrapped line of a paragraph; CommonMark lets only "1." break into one
    return not scan.is_open or scan.in_list or item["number"] in (None, "1")


def _role_after_blank(scan: _Scan, line: str) -> Role | None:
    if line[:2].isspace() or line[:1] == "\t":
        if scan.in_note:
            return Role.NOTE
        if scan.in_list:
            return Role.ITEM
    scan.in_list = scan.in_note = False
    return Role.MARKUP if _HTML.match(line) else None


def quoted_text(text: str) -> str:
    """Return the text of a block quote with spaces for its `>` marks, so that every offset stays as it is."""
    return _QUOTED_LINE.sub(lambda found: " " * len(found.group()), text)


def visible_text(text: str) -> str:
    """Return a paragraph without its images and the addresses of its links, to be judged as prose."""
    return _TARGET.sub("", _IMAGE.sub("", text))
