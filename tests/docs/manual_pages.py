"""The pages of the manual as the tests read them: their sections, code blocks and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = (README, ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md")))

FRONT = "---\nid: manual/example\ntitle: An example\n---\n\n"
"""What stands before an example that is no whole bank: five lines, as the manual says of its errors."""

_FENCE = re.compile(r"(`{3,})(.*)")
_HEADING = re.compile(r"(#{1,6}) (.+)")
_REMARK = re.compile(r"<!-- (\w+): ?(.*?) ?-->$")
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)")


@dataclass(frozen=True)
class Block:
    """A code block: what stands behind its fence, its text, the headings above it and the remark just before it.

    A remark is a comment such as ``<!-- kinds: short, list -->``.
    """

    page: Path
    line: int
    info: str
    text: str
    headings: tuple[str, ...] = ()
    remark: tuple[str, str] = ("", "")

    @property
    def name(self) -> str:
        return f"{self.page.name}:{self.line}"

    @property
    def whole(self) -> bool:
        """Whether it is a bank with its front matter."""
        return self.text.startswith("---\n")

    @property
    def bank(self) -> str:
        return self.text if self.whole else FRONT + self.text


@dataclass
class _Reader:
    page: Path
    headings: list[str] = field(default_factory=list)
    remark: tuple[str, str] = ("", "")

    def blocks(self) -> Iterator[Block]:
        lines = iter(enumerate(self.page.read_text("utf-8").split("\n"), 1))
        for number, line in lines:
            if fence := _FENCE.match(line):
                body = []
                for _, inside in lines:
                    if inside == fence[1]:
                        break
                    body.append(inside)
                yield Block(
                    self.page,
                    number,
                    fence[2].strip(),
                    "".join(f"{text}\n" for text in body),
                    tuple(self.headings),
                    self.remark,
                )
                self.remark = ("", "")
            elif line:
                self._take(line)

    def _take(self, line: str) -> None:
        remark = _REMARK.match(line)
        self.remark = (remark[1], remark[2]) if remark else ("", "")
        if heading := _HEADING.match(line):
            self.headings = [*self.headings[: len(heading[1]) - 1], heading[2]]


def blocks_of(page: Path) -> list[Block]:
    """The code blocks of a page in order."""
    return list(_Reader(page).blocks())


def section_of(page: Path, title: str) -> str:
    """The text of a page from a heading to the next one of its level, code blocks left out."""
    text = prose_of(page)
    found = re.search(rf"^(#+) {re.escape(title)}\n", text, re.MULTILINE)
    assert found, f"{page.name} has no section {title}"
    end = re.compile(rf"^#{{1,{len(found[1])}}} ", re.MULTILINE).search(text, found.end())
    return text[found.start() : end.start() if end else None]


def prose_of(page: Path) -> str:
    """The text of a page without its code blocks."""
    return re.sub(r"^(`{3,})[^\n]*\n.*?^\1$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def links_of(page: Path) -> list[str]:
    """Where the links and images of a page lead."""
    return [found[1] for found in _LINK.finditer(re.sub(r"`[^`\n]*`", "", prose_of(page)))]


def anchors_of(page: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a page."""
    titles = re.findall(r"^#{1,6} (.+)$", prose_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
