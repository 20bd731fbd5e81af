"""Random sheets in random layouts, printed by Typst and by Chromium, and looked through for what must never happen.

    python tests/paper/layouts.py            # 500 layouts, each as PDF by Typst and as HTML printed by Chromium
    python tests/paper/layouts.py 40 --first 100 --only pdf

A question's parts bear its mark ("Q7"), a topic's heading its own ("T2"), so that the places of words in the PDF tell
where everything stands. Exit 1 where a fault is found; each is said with the number of its layout, which brings it
back.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from browser import Word, print_page, words_of

from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.paper.html import worksheet_html
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import PRESETS, Layout, layout_of
from quizgen.paper.pdf import worksheet_pdf
from quizgen.paper.sheets.sheet import Selection, make_sheet, with_support
from quizgen.paper.sheets.versions import version_names
from quizgen.paper.worksheet.worksheet import Worksheet, make_worksheet
from quizgen.templating import Templates

POINT = 25.4 / 72  # millimetres
SLACK = 1.5  # millimetres by which ink may pass a margin: accents, italics, the boxes of words
MARK = re.compile(r"(?<![A-Z0-9])[QT]\d+(?![A-Z0-9])")  # not those letters within the id of a sheet
LANGUAGES = ("en", "en", "en", "de", "fr", "ru", "ja", "ar")
WORDS: dict[str, str] = {
    "en": "river bridge water the of a mountain tide which lies between two old harbours and flows slowly north",
    "de": "der Fluss die Brücke fließt Hochwasserschutzmaßnahmen zwischen alten Häfen und langsam nach Norden",
    "fr": "la rivière le pont coule entre deux anciens ports très lentement vers le nord-est aujourd’hui",
    "ru": "река мост вода течёт между двумя старыми портами медленно на север водоснабжение",
    "ja": "川は二つの古い港の間を ゆっくりと北へ 流れています。 橋 水門 観測所",
    "ar": "النهر الجسر الماء يجري بين مينائين قديمين ببطء نحو الشمال",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One random sheet: a bank, and how it is to be set."""

    number: int
    bank: Bank
    layout: Layout
    versions: int
    support: bool
    word_bank: bool

    def worksheet(self) -> Worksheet:
        """The sheets as they are printed."""
        selection = Selection(word_bank=self.word_bank)
        sheets = [make_sheet(self.bank, selection, name) for name in version_names(self.versions)]
        sheets = [with_support(sheet) for sheet in sheets] if self.support else sheets
        return make_worksheet(sheets, self.bank, self.layout, read_labels(self.bank.language, Templates()))


def case_of(number: int) -> Case:
    """The layout of this number, the same each time."""
    chance = random.Random(number)
    preset = chance.choice(list(PRESETS))
    size = chance.choice([None, chance.uniform(10, 24)])
    columns = 2 if (size or PRESETS[preset].size) <= 12 and chance.random() < 0.4 else 1
    paper, duplex = chance.choice(["a4", "letter"]), chance.random() < 0.2
    layout = layout_of(paper, preset, size=size, columns=columns, duplex=duplex)
    language = chance.choice(LANGUAGES)
    bank = parse_bank("\n".join(_lines(chance, language, layout)), f"layout-{number}.md")
    return Case(number, bank, layout, chance.choice([1, 1, 2]), chance.random() < 0.2, chance.random() < 0.3)


def _lines(chance: random.Random, language: str, layout: Layout) -> Iterator[str]:
    yield from ("---", f"id: layouts/{language}", f"title: {_text(chance, language, 9)}", f"language: {language}")
    if chance.random() < 0.3:
        yield "glossary:"
        for at in range(chance.randint(1, 9)):
            yield f"  - term {at} :: {_text(chance, language, 12)}"
    yield "---"
    question = 0
    # a question is no longer than about a third of a page: what is higher than one may be parted
    room = layout.column * layout.paper.height / (layout.em * layout.em * 60)
    for topic in range(chance.randint(1, 4)):
        yield f"# T{topic} {_text(chance, language, 6)} {{#t{topic}}}"
        if chance.random() < 0.5:
            yield _text(chance, language, room / 8)
        for _ in range(chance.randint(1, 7)):
            question += 1
            yield from ("", *_question(chance, language, f"Q{question}", room), "")


def _question(chance: random.Random, language: str, mark: str, room: float) -> Iterator[str]:
    kind = chance.choice(list(KINDS))
    few = max(2, min(6, int(room / 20)))
    prompt = f"{mark} {_text(chance, language, room / 6)}"
    blank = f" {{{{blank{mark[1:]}}}}} {mark}" if kind == "cloze" else ""
    yield f"## {prompt}{blank} {{#{mark.lower()}}}"
    if chance.random() < 0.2 and kind != "cloze":
        yield f"{mark} {_text(chance, language, room / 6)}"
    yield from KINDS[kind](mark, lambda share: _text(chance, language, max(1, room / share)), chance.randint(2, few))
    if chance.random() < 0.2:
        yield f"hint: {mark} {_text(chance, language, room / 12)}"


Text = Callable[[float], str]


def _options(mark: str, text: Text, count: int, right: int) -> list[str]:
    return [f"- [{'x' if at < right else ' '}] {mark} option{at} {text(20)}" for at in range(count)]


KINDS: dict[str, Callable[[str, Text, int], Sequence[str]]] = {
    "short": lambda mark, text, count: [f"= {text(12)}"],
    "number": lambda mark, text, count: ["= 42 km", "unit: km"],
    "choice": lambda mark, text, count: _options(mark, text, count, 1),
    "choices": lambda mark, text, count: _options(mark, text, count + 1, 2),
    "true-false": lambda mark, text, count: ["= false", f"correction: {text(10)}"],
    "cloze": lambda mark, text, count: [],
    "list": lambda mark, text, count: [f"- member {at} {text(40)}" for at in range(count)],
    "match": lambda mark, text, count: [
        *(f"- {mark} left{at} {text(40)} == {mark} right{at} {text(40)}" for at in range(count)),
        f"- == {mark} spare",
    ],
    "order": lambda mark, text, count: [f"{at}. {mark} item{at} {text(30)}" for at in range(1, count + 1)],
    "open": lambda mark, text, count: [f"+ point {at}" for at in range(count)],
}


def _text(chance: random.Random, language: str, most: float) -> str:
    words = WORDS[language].split()
    return " ".join(chance.choice(words) for _ in range(chance.randint(1, max(1, int(most)))))


def faults(words: Sequence[Word], case: Case) -> list[str]:
    """What must never happen, in words: ink outside the page, a question in two pieces, a heading left alone."""
    layout = case.layout
    found = [
        f"“{word.text}” on page {word.page} stands outside the margins" for word in words if not _within(word, layout)
    ]
    pages: dict[str, set[int]] = defaultdict(set)
    for word in words:
        for mark in MARK.findall(word.text):
            pages[mark].add(word.page)
    if case.versions == 1:
        parted = {mark: sorted(on) for mark, on in pages.items() if len(on) > 1 and mark[0] == "Q"}
        found += [f"{mark} stands on pages {on}" for mark, on in parted.items()]
        found += [
            f"the heading {mark} stands on page {max(pages[mark])}, its first question on {min(pages[first])}"
            for mark, first in _first_questions(case)
            if pages[mark].isdisjoint(pages[first])
        ]
    missing = {f"Q{at}" for at in range(1, len(case.bank.questions) + 1)} - pages.keys()
    return found + [f"{mark} is not there" for mark in sorted(missing)]


def _within(word: Word, layout: Layout) -> bool:
    left, right = layout.margin - SLACK, layout.paper.width - layout.margin + SLACK
    if word.text.endswith(("。", "、")):  # their ink is in the left half: the empty one may stand outside
        right += (word.bottom - word.top) * POINT / 2
    inside = left <= word.left * POINT and word.right * POINT <= right
    return inside and word.top >= 0 and word.bottom * POINT <= layout.paper.height


def _first_questions(case: Case) -> Iterator[tuple[str, str]]:
    for topic in case.bank.topics:
        if topic.questions and not topic.text:
            yield topic.title.split()[0], topic.questions[0].id.upper()


def printed(case: Case, form: str, folder: Path) -> list[Word]:
    """The words of a case as PDF by Typst ("pdf"), or as HTML printed by Chromium ("html")."""
    worksheet = case.worksheet()
    if form == "html":
        return words_of(print_page(worksheet_html(worksheet, Templates()), folder, f"layout-{case.number}"))
    file = folder / f"layout-{case.number}.pdf"
    file.write_bytes(worksheet_pdf(worksheet, Templates()).pdf)
    return words_of(file)


def main() -> int:
    """Print so many layouts; 1 where one has a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only", choices=("pdf", "html"))
    wanted = parser.parse_args()
    bad = 0
    for number in range(wanted.first, wanted.first + wanted.count):
        case = case_of(number)
        for form in (wanted.only,) if wanted.only else ("pdf", "html"):
            with tempfile.TemporaryDirectory() as folder:
                found = faults(printed(case, form, Path(folder)), case)
            bad += bool(found)
            for fault in found[:5]:
                print(f"{number} {form} {case.layout.preset.name} {case.layout.size:.1f} pt: {fault}", flush=True)
    print(f"{wanted.count} layouts, {bad} with a fault")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
