"""The pictures of the manual, made of what the program really makes.

By hand, from the root of the checkout:

    python tests/docs/pictures.py

It needs Chromium, poppler (``pdftoppm``) and the packages of the ``test`` extra, and writes docs/images/.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

from console_blocks import program
from manual_pages import DOCS, ROOT

sys.path.insert(0, str(ROOT / "tests" / "anki"))

from render_card import collection, import_package, page, sides_of

from quizgen.anki import build_deck
from quizgen.bank.model import Bank, Choice, Question
from quizgen.bank.parse import parse_bank, read_bank
from quizgen.paper.cards.cards import make_cards
from quizgen.paper.key.key import make_key
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import Layout, layout_of
from quizgen.paper.pdf import cards_pdf, key_pdf, worksheet_pdf
from quizgen.paper.sheets.sheet import make_sheet
from quizgen.paper.sheets.versions import version_names
from quizgen.paper.worksheet.worksheet import make_worksheet
from quizgen.places import locate_in
from quizgen.study.events import Event, question_key
from quizgen.study.log.log import Log
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.schedule.schedule import Memories, schedule
from quizgen.templating import Templates

BANK = ROOT / "questions" / "islands.md"
TIDES = ROOT / "templates" / "course" / "questions" / "tides.md"
TYPED, TICKED = "seized-by", "which-conflict"
WRITTEN = "the Sovjet Union"
ANSWERS = (
    "Kunashir, Iturup and Habomai",
    "Northern Territories; South Kurils",
    ":h",
    "Russia",
    ":q",
)
LEARNED = "2026-03-20 19:00"
IMAGES = DOCS / "images"
TEMPLATES = Templates()
JAPANESE = """---
id: example/ja
title: 海はなぜ満ち干きするのか
language: ja
minutes: 15
---

# 月と太陽

## 潮の満ち干きを起こすおもな力はどれですか。
- [x] 月の引力
- [ ] 太陽の引力
- [ ] 海の上の風
- [ ] 水の温度

## 約25時間のあいだに、満潮は何回ありますか。
= 2
unit: 回

## 太陽と月と地球が一直線にならぶと、{{大潮}}になります。

## 大潮は一年のうち一つの季節だけに起こる。
= false
correction: 新月と満月のたびに起こる。

# 海岸

## それぞれの海と、潮のようすを結びなさい。
- ファンディ湾 == とても大きい
- 地中海 == ほとんど見えない
- == 一日に四回ある

## 港が潮の表を印刷するのはなぜですか。
+ 船には十分な深さの水がいる
+ 深さは時刻によって変わる
lines: 3
"""

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
_CODES = {
    "1": "font-weight: 600; color: #fff",
    "2": "color: #9aa5b1",
    "1;32": "font-weight: 600; color: #7ee787",
    "1;33": "font-weight: 600; color: #f2cc60",
    "1;31": "font-weight: 600; color: #ff8f85",
    "1;36": "font-weight: 600; color: #76d9e6",
}
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 14px; background: #fff }
main { background: #1b222c; border-radius: 9px; box-shadow: 0 3px 10px #0004; overflow: hidden }
header { background: #2d3642; padding: 9px 12px; display: flex; gap: 7px }
header i { width: 11px; height: 11px; border-radius: 50%%; background: #5d6875 }
pre { margin: 0; padding: 12px 16px 16px; color: #dfe5ec; font: 12.5px/1.42 "DejaVu Sans Mono", monospace }
</style><main><header><i></i><i></i><i></i></header><pre>%s</pre></main>"""
_SIDES = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 12px; display: flex; gap: 14px; background: #fff }
iframe { flex: 1; min-width: 0; height: %dpx; border: 1px solid #c9ced6; border-radius: 9px; background: #fff }
</style>%s"""

_PAPER = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 14px; display: flex; gap: 14px; background: #e6e6e3 }
img { width: %dpx; height: %dpx; object-fit: cover; object-position: top; box-shadow: 0 1px 5px #0005 }
</style>%s"""


def _chromium(*arguments: str) -> None:
    program = next(filter(None, map(shutil.which, _CHROMIUM)))
    with tempfile.TemporaryDirectory() as profile:
        command = [program, *_FLAGS, f"--user-data-dir={profile}", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


def _shoot(html: str, target: Path, width: int, height: int, scale: float) -> None:
    """A picture of a page, ``scale`` dots to each of its pixels."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(html, encoding="utf-8")
        _chromium(
            f"--force-device-scale-factor={scale}",
            f"--window-size={width},{height}",
            f"--screenshot={target}",
            source.as_uri(),
        )


def cards() -> None:
    """Two cards of the deck as the real Anki renders them: one typed with a slip, one with a wrong option ticked."""
    bank = read_bank(BANK)
    package, _ = build_deck(bank, locate=locate_in(BANK, bank, None), templates=Templates(), now=1_700_000_000)
    with collection() as col:
        import_package(col, package)
        found = {name: col.find_cards(f'"Id:{bank.id}#{name}"')[0] for name in (TYPED, TICKED)}
        typed, ticked = (sides_of(col, col.get_card(number)) for number in found.values())
        typed["back-typed"]["typed"] = col.compare_answer(typed_text(col, found[TYPED]), WRITTEN)
    for picture, sides, back, height in (("card", typed, "back-typed", 600), ("choice", ticked, "back-ticked", 810)):
        pages = (page(language=bank.language, **sides[side]) for side in ("front", back))
        frames = "".join(f'<iframe srcdoc="{escape(side)}"></iframe>' for side in pages)
        _shoot(_SIDES % (height, frames), IMAGES / f"{picture}.png", 1000, height + 26, 1.8)


def typed_text(col: Any, number: int) -> str:
    """What is to be typed on a card."""
    return str(col.get_card(number).note()["Typed"])


def sheet() -> None:
    """The first page of a worksheet, as it comes from the printer."""
    _pages(_pdf(read_bank(BANK), layout_of()), "sheet")


def versions() -> None:
    """The same questions in two versions, side by side."""
    _pages(_pdf(read_bank(TIDES), layout_of(), versions=2), "versions", pages=(1, 2), width=600, lower=0.88)


def large() -> None:
    """The first page in large print."""
    _pages(_pdf(read_bank(BANK), layout_of(preset="large")), "large", width=600)


def japanese() -> None:
    """A sheet in Japanese."""
    _pages(_pdf(parse_bank(JAPANESE), layout_of()), "japanese", lower=0.47)


def key() -> None:
    """The key of three versions: its first page."""
    bank = read_bank(BANK)
    sheets = [make_sheet(bank, version=name) for name in version_names(3)]
    labels = read_labels(bank.language, TEMPLATES)
    made = make_key(sheets, bank, layout_of(), labels, locate=locate_in(BANK, bank, None))
    _pages(key_pdf(made, TEMPLATES).pdf, "key", lower=0.47)


def paper_cards() -> None:
    """A page of cards to cut out, front and back."""
    bank = read_bank(BANK)
    labels = read_labels(bank.language, TEMPLATES)
    made = make_cards(bank, layout_of(), labels, locate=locate_in(BANK, bank, None))
    _pages(cards_pdf(made, TEMPLATES).pdf, "paper-cards", pages=(1, 2), width=600)


def _pdf(bank: Bank, layout: Layout, versions: int = 1) -> bytes:
    """The worksheet of a bank without pictures."""
    sheets = [make_sheet(bank, version=name) for name in version_names(versions)]
    worksheet = make_worksheet(sheets, bank, layout, read_labels(bank.language, TEMPLATES))
    return worksheet_pdf(worksheet, TEMPLATES).pdf


def _pages(pdf: bytes, name: str, *, pages: Sequence[int] = (1,), width: int = 900, lower: float = 1) -> None:
    """A picture of pages side by side, each so many dots wide; ``lower`` is how much of their height is shown."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "pages.pdf")
        source.write_bytes(pdf)
        shots = [_page(source, page, Path(folder, f"{page}.png"), width) for page in pages]
        page = "".join(f'<img src="data:image/png;base64,{b64encode(shot).decode()}">' for shot in shots)
        height = round(width * 297 / 210 * lower)
        _shoot(_PAPER % (width, height, page), IMAGES / f"{name}.png", len(pages) * (width + 14) + 14, height + 28, 1)


def _page(pdf: Path, number: int, target: Path, width: int) -> bytes:
    command = ["pdftoppm", "-png", "-gray", "-singlefile", "-f", str(number), "-scale-to-x", str(width)]
    subprocess.run([*command, "-scale-to-y", "-1", pdf, target.with_suffix("")], check=True, timeout=60)
    return target.read_bytes()


def transcript(command: str, log: Path, answers: Sequence[str] = (), at: str = "", rows: int = 50) -> str:
    """What a terminal shows of a command: its escape codes, and what was typed."""
    import pexpect

    arguments = ["-c", program(at), *command.split()[1:]]
    environment = {**os.environ, "QUIZGEN_LOG": str(log), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    child = pexpect.spawn(
        sys.executable, arguments, cwd=ROOT, env=environment, encoding="utf-8", dimensions=(rows, 70), timeout=20
    )
    seen = f"$ {command}\r\n"
    for answer in answers:
        child.expect(" > ")
        seen += f"{child.before} > "
        child.sendline(answer)
    child.expect(pexpect.EOF)
    return re.sub(r"\x1b\[\?[0-9]+[hl]", "", (seen + str(child.before)).replace("\r\n", "\n"))


def _window(text: str, name: str) -> None:
    """A picture of a terminal's window with this text."""
    text = re.sub(r"\x1b\[0m\x1b\[", "\x1b[", text)  # words of one style are painted one by one
    html = escape(text, quote=False)
    html = re.sub(
        r"\x1b\[(1(?:;3\d)?|2)m(.*?)(?=\x1b\[)(?:\x1b\[0m)?",
        lambda f: f'<span style="{_CODES[f[1]]}">{f[2]}</span>',
        html,
    )
    html = re.sub(r"( &gt; )(.+)", r'\1<b style="color: #fff">\2</b>', html)
    assert "\x1b" not in html, html
    rows = html.count("\n") + 1
    _shoot(_TERMINAL % html, IMAGES / f"{name}.png", 600, int(rows * 12.5 * 1.42) + 95, 1.5)


def session() -> None:
    """A session in the terminal."""
    with tempfile.TemporaryDirectory() as folder:
        text = transcript(f"quizgen quiz {BANK.relative_to(ROOT)}", Path(folder, "log.db"), ANSWERS)
    _window(re.split(r"\n\n(?=[^\n]*Question [^\n]*4 [^\n]*of )", text)[0], "session")


def stats() -> None:
    """What an invented learner knows after six weeks."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log.db")
        with Log.open(log) as kept:
            kept.add(learned(read_bank(BANK), datetime.fromisoformat(LEARNED).replace(tzinfo=UTC)))
        text = transcript(f"quizgen stats {BANK.relative_to(ROOT)} --hardest 1", log, at=LEARNED, rows=100)
    _window(text.rstrip(), "stats")


def learned(bank: Bank, end: datetime) -> list[Event]:
    """Six weeks of study of a bank, most evenings: what was due, and three new questions."""
    chance = random.Random(5)
    weak = {question.id: chance.random() ** 2 / 2 for question in bank.approved}
    known: dict[str, tuple[Event, ...]] = {}
    for back in range(42, -1, -1):
        moment = Moment(round((end - timedelta(days=back, hours=1)).timestamp() * 1000))
        if back and chance.random() < 0.3:
            continue
        memories = schedule(known)
        due = [
            question for question in bank.approved if question.id in memories and _is_due(memories, question, moment)
        ]
        new = [question for question in bank.approved if question.id not in known][:3]
        for number, question in enumerate(due[:8] + new if back else due[:2]):
            right = chance.random() > weak[question.id]
            event = _answer(bank, question, replace(moment, time=moment.time + number * 20_000), right=right)
            known[question.id] = (*known.get(question.id, ()), event)
    return [event for events in known.values() for event in events]


def _is_due(memories: Memories, question: Question, moment: Moment) -> bool:
    return memories[question.id].due <= moment.day


def _answer(bank: Bank, question: Question, moment: Moment, *, right: bool) -> Event:
    wrong = (
        next((option.text for option in question.options if not option.right), "")
        if isinstance(question, Choice)
        else ""
    )
    return Event(
        uid=f"s-{moment.time}",
        kind="answer",
        session="s",
        mode="study",
        moment=moment,
        question=question_key(bank, question),
        mark="right" if right else "wrong",
        score=float(right),
        rating=Rating.GOOD if right else Rating.AGAIN,
        response="" if right else wrong,
        duration=18_000,
    )


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    for make in (cards, sheet, versions, large, key, paper_cards, japanese, session, stats):
        make()
    for picture in sorted(IMAGES.glob("*.png")):
        print(picture.relative_to(ROOT), f"{picture.stat().st_size / 1000:.0f} kB")
