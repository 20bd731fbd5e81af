"""The real parts of these tests: Chromium prints a page, poppler says where its words landed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a printed page, in points from its upper left corner; pages count from 1."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def need(*programs: tuple[str, ...]) -> list[str]:
    """The path of each program, by the first of its names that is installed; else skip, or fail where CI is set."""
    found = [next(filter(None, map(shutil.which, names)), "") for names in programs]
    for path, names in zip(found, programs, strict=True):
        if not path:
            reason = f"{names[0]} is not installed"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
    return found


def print_page(html: str, folder: Path, name: str = "page") -> Path:
    """The PDF that Chromium's print dialog would make of a page."""
    [chromium] = need(CHROMIUM)
    page, pdf = folder / f"{name}.html", folder / f"{name}.pdf"
    page.write_text(html, encoding="utf-8")
    profile = f"--user-data-dir={folder / f'profile-{name}'}"
    command = [chromium, *FLAGS, profile, f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return pdf


def words_of(pdf: Path) -> list[Word]:
    """Every word of a PDF with its place."""
    [pdftotext] = need(("pdftotext",))
    xml = subprocess.run([pdftotext, "-bbox", pdf, "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    words = []
    page = 0
    for line in xml.splitlines():
        page += line.strip().startswith("<page ")
        found = re.match(r'\s*<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*)</word>', line)
        if found:
            left, top, right, bottom = map(float, found.groups()[:4])
            words.append(Word(found[5], page, left, top, right, bottom))
    return words
