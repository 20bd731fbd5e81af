"""A bank on paper: the worksheet that students write on, and the key that it is marked with.

A :class:`Sheet` is data: which questions, in which order, under which letters. Templates show it, so that the page
for a browser's print dialog and any other form of it agree.
"""

from __future__ import annotations

from quizgen.paper.key import key_html
from quizgen.paper.page import SIZES
from quizgen.paper.sheet import Item, Section, Sheet, make_sheet
from quizgen.paper.worksheet import worksheet_html

__all__ = ["SIZES", "Item", "Section", "Sheet", "key_html", "make_sheet", "worksheet_html"]
