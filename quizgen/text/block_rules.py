"""Where body text differs from CommonMark and GitHub's tables.

- ``:::`` begins a box, which ends at the next line that holds those colons alone, or with the text; what follows
  the colons on the first line is the box's title.
- A ``|`` in code or maths never parts the cells of a table.
- Headings are small (h4 to h6): the title, the topics and the questions stand above them.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from quizgen.text.spans import code_and_maths

__all__ = ["install"]

_BOX = re.compile(r"(:{3,})([^`]*)$")
_HIDDEN = "\ufdd0"
"""Stands for a ``|`` in code and maths while tables are parsed: a noncharacter, which no text may hold."""


def install(parser: MarkdownIt) -> None:
    """Put the rules into a parser."""
    parser.core.ruler.before("block", "hide_bars", _hide_bars)
    parser.core.ruler.after("block", "show_bars", _show_bars)
    parser.core.ruler.after("block", "small_headings", _small_headings)
    parser.block.ruler.before("fence", "box", _box, {"alt": ["paragraph", "blockquote", "list"]})


def _hide_bars(state: StateCore) -> None:
    if "|" in state.src:
        state.src = "\n".join(map(_with_hidden_bars, state.src.split("\n")))


def _with_hidden_bars(line: str) -> str:
    """A line with the bars in its code and maths hidden; a table's row is one line, so lines are enough."""
    if "|" not in line:
        return line
    parts = []
    at = 0
    for span in code_and_maths(line):
        parts += [line[at : span.start], line[span.start : span.end].replace("|", _HIDDEN)]
        at = span.end
    return "".join([*parts, line[at:]])


def _show_bars(state: StateCore) -> None:
    for token in state.tokens:
        token.content = token.content.replace(_HIDDEN, "|")
        token.info = token.info.replace(_HIDDEN, "|")


def _small_headings(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(max(int(token.tag[1]) + 1, 4), 6)}"


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    found = _BOX.match(_line(state, start))
    if not found:
        return False
    if silent:
        return True
    last = start + 1
    while last < end and _line(state, last) != found[1]:
        last += 1
    token = state.push("box_open", "div", 1)
    token.attrs = {"class": "extract"}
    token.block = True
    _title(state, found[2].strip())
    _inside(state, start + 1, last)
    state.push("box_close", "div", -1).block = True
    state.line = min(last + 1, end)
    return True


def _title(state: StateBlock, title: str) -> None:
    if not title:
        return
    state.push("paragraph_open", "p", 1).attrs = {"class": "title"}
    token = state.push("inline", "", 0)
    token.content = title
    token.children = []
    state.push("paragraph_close", "p", -1)


def _inside(state: StateBlock, start: int, end: int) -> None:
    """Parse the lines of a box; a paragraph in it must not read on past its end."""
    line_max, parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = end, "root"
    state.md.block.tokenize(state, start, end)
    state.lineMax, state.parentType = line_max, parent


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
