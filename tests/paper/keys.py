"""Keys to look at: as data, as the words of a page, as a PDF."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from html_pages import words_in

from quizgen.bank.model import Bank
from quizgen.paper.html import key_html
from quizgen.paper.key.key import Key, make_key
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.sheets.sheet import Selection, Sheet, make_sheet
from quizgen.paper.sheets.versions import Copy, version_names
from quizgen.templating import Templates

TEMPLATES = Templates()
PLACE = "¶ 3, sentence 4"


def sheets_of(bank: Bank, versions: int = 1, seed: str = "") -> list[Sheet]:
    return [make_sheet(bank, Selection(seed=seed), version) for version in version_names(versions)]


def key_of(
    bank: Bank,
    versions: int = 1,
    *,
    seed: str = "",
    paper: str = "a4",
    copies: Sequence[Copy] = (),
    drafts: Collection[str] = (),
    support: bool = False,
) -> Key:
    """The key of a bank; every quote but one stands at the same place."""
    return make_key(
        sheets_of(bank, versions, seed),
        bank,
        layout_of(paper, "large", columns=1),
        read_labels(bank.language, TEMPLATES),
        locate=lambda quote: "" if "zquotefalse" in quote else PLACE,
        copies=copies,
        drafts=drafts,
        support=support,
    )


def page_of_key(bank: Bank, versions: int = 1) -> str:
    return key_html(key_of(bank, versions), TEMPLATES)


def row(html: str, number: int) -> str:
    """The words of one question's row."""
    rows = re.findall(r'<tr class="entry[^"]*">(.*?)</tr>', html, re.DOTALL)
    return words_in(rows[number - 1])
