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
from quizgen.bank.parse import read_bank
from quizgen.paper import make_sheet, worksheet_html
from quizgen.places import locate_in
from quizgen.study.events import Event, question_key
from quizgen.study.log.log import Log
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.schedule.schedule import Memories, schedule
from quizgen.templating import Templates

BANK = ROOT / "questions" / "islands.md"
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
    bank = read_bank(BANK)
    html = worksheet_html(make_sheet(bank), bank, paper="a4", templates=Templates())
    with tempfile.TemporaryDirectory() as folder:
        source, pdf = Path(folder, "sheet.html"), Path(folder, "sheet.pdf")
        source.write_text(html, encoding="utf-8")
        _chromium("--no-pdf-header-footer", f"--print-to-pdf={pdf}", source.as_uri())
        target = IMAGES / "sheet"
        command = ["pdftoppm", "-png", "-gray", "-singlefile", "-scale-to-x", "900", "-scale-to-y", "-1"]
        subprocess.run([*command, pdf, target], check=True, timeout=60)


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
    for make in (cards, sheet, session, stats):
        make()
    for picture in sorted(IMAGES.glob("*.png")):
        print(picture.relative_to(ROOT), f"{picture.stat().st_size / 1000:.0f} kB")
