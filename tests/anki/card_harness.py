"""Cards in a browser, shown as Anki's programs show them, and what somebody who ticks an option sees.

Chromium loads one page (`card_harness.js`); no more is asked of it than to run that page and to print what it became.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path
from typing import Any, Literal

from browser import CHROMIUM, FLAGS, need

Mode = Literal["same page", "fresh document", "same page, storage denied", "fresh document, storage denied"]
MODES: tuple[Mode, ...] = (
    "same page",  # Anki's desktop: one page lives on, the card in it is replaced and its scripts are made anew
    "fresh document",  # AnkiDroid: each side is a document of its own; nothing but the browser's storage is kept
    "same page, storage denied",
    "fresh document, storage denied",
)

Time = tuple[int, int, int, int, int]
"""Year, month, day, hour and minute, of the clock on the wall."""

NOON: Time = (2024, 5, 17, 12, 0)
_SCRIPT = Path(__file__).with_name("card_harness.js")


@dataclass(frozen=True, slots=True)
class Showing:
    """A card to show: its sides as Anki renders them, when, and the words of the options to tick on the front."""

    front: str
    back: str
    at: Time = NOON
    turned_at: Time | None = None
    ticks: tuple[str, ...] = ()
    by: Literal["click", "keys"] = "click"
    measure: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """What a side showed: the words of the options in their order; which looked ticked, and were called "your choice".

    ``group`` is the name of the group that the options are in, as a screen reader says it. ``shown`` are all words of
    the side, also those that wait under a hint. Where it was asked for (``measure``): ``controls`` are the inputs that
    Tab reaches, by type, ``heights`` those of the areas to touch.
    """

    order: list[str]
    ticked: list[str]
    mine: list[str]
    verdict: str
    group: str
    controls: list[str]
    heights: list[float]
    shown: str
    errors: list[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """Both sides of a card; ``storage`` says whether the page could keep anything in the browser's storage."""

    front: Side
    back: Side
    storage: bool


def show(showings: Sequence[Showing], mode: Mode, folder: Path, *, zone: str = "UTC") -> list[Shown]:
    """Show cards one after the other, in a browser of its own."""
    sides = list(dict.fromkeys(side for one in showings for side in (one.front, one.back)))  # each is sent once
    number = {side: place for place, side in enumerate(sides)}
    cases = [
        asdict(one) | {"front": number[one.front], "back": number[one.back], "turned_at": one.turned_at or one.at}
        for one in showings
    ]
    found = run_page({"do": "show", "mode": mode, "sides": sides, "cases": cases}, folder, zone=zone)
    return [Shown(Side(**one["front"]), Side(**one["back"]), one["storage"]) for one in found]


def survey(sides: Sequence[str], folder: Path, *, classes: str = "", width: int = 360) -> list[dict[str, Any]]:
    """How sides look on a screen of ``width`` px, the body of the page in the classes: see `card_harness.js`."""
    found: list[dict[str, Any]] = run_page(
        {"do": "survey", "sides": list(sides), "classes": classes, "width": width}, folder
    )
    return found


def run_page(task: dict[str, Any], folder: Path, *, zone: str = "UTC") -> Any:
    """What the harness page found when it was given a task."""
    [chromium] = need(CHROMIUM)
    data = json.dumps(task).replace("</", "<\\/").replace("<!--", "<\\!--")
    page = folder / "harness.html"
    page.write_text(
        '<!doctype html><meta charset="utf-8"><body class="card"><div id="qa"></div>'
        f'<script type="application/json" id="task">{data}</script>'
        f'<script id="harness">{_SCRIPT.read_text(encoding="utf-8")}</script></body>',
        encoding="utf-8",
    )
    command = [
        chromium,
        *FLAGS,
        f"--user-data-dir={folder / 'profile'}",
        "--disable-features=IsolateSandboxedIframes",  # a process for each would take seconds, not milliseconds
        "--virtual-time-budget=600000",
        "--dump-dom",
        page.as_uri(),
    ]
    done = subprocess.run(command, check=True, capture_output=True, timeout=300, env={**os.environ, "TZ": zone})
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found, "the harness page did not come to its end"
    return json.loads(unescape(found[1]))
