"""A card as Anki shows it, as a page of its own: for the tests, and for looking at by eye.

By hand, from the root of the checkout:

    python tests/anki/render_card.py BANK FOLDER

writes every side of every card of a bank into FOLDER, by day and by night, and sheets that show them all, as wide as a
phone and as a desktop. Where there is something to choose or to type, a further back follows a wrong choice, or words
typed in part.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.anki import Package, build_deck
from quizgen.article import find_quote, locator, read_article
from quizgen.bank.parse import read_bank
from quizgen.shown import Locate
from quizgen.templating import Templates

if TYPE_CHECKING:
    from anki.collection import Collection

_PLAY = re.compile(r"\[anki:play:[qa]:\d+\]")
_TYPE = re.compile(r"\[\[type:[^\]]*\]\]")
_RULE = "<hr id=answer>"
_TURN = """<template>%s</template><script>
var qa = document.getElementById("qa"), back = document.querySelector("template");
function tick(option, said) {
  if (!option) return;
  option.querySelectorAll(said).forEach(function (one) { one.remove(); });
  qa.querySelectorAll("label").forEach(function (label) {
    if (label.textContent.trim() === option.textContent.trim()) label.click();
  });
}
var html = back.innerHTML;
if (qa.querySelector("[type=checkbox]")) tick(back.content.querySelector(".options > .right"), ".tick, .feedback");
tick(back.content.querySelector(".options > :not(.right)"), ".feedback");
qa.innerHTML = html;
qa.querySelectorAll("script").forEach(function (old) {
  var script = document.createElement("script");
  script.textContent = old.textContent;
  old.replaceWith(script);
});
</script>"""
"""Turns the card in the page over, once a wrong option has been ticked, and a right one where several may be."""

_SHEET = """<!doctype html><meta charset="utf-8"><title>%(title)s</title><style>
body { margin: 0; padding: 16px; background: #888 }
div { display: flex; align-items: flex-start; gap: 16px; margin-bottom: 16px }
iframe { flex: none; width: %(width)dpx; border: 0 }
</style>%(rows)s<script>
document.querySelectorAll("iframe").forEach(function (frame) {
  frame.onload = function () {
    for (var times = 0; times < 4; times++) frame.height = frame.contentDocument.documentElement.scrollHeight;
  };
  frame.srcdoc = frame.dataset.page;
});
</script>"""
_WIDTHS = {"phone": 360, "desktop": 1280}


@contextmanager
def collection() -> Iterator[Collection]:
    """A new, empty collection of the real Anki, in memory where the system has such a folder."""
    from anki.collection import Collection

    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as home:
        opened = Collection(str(Path(home) / "collection.anki2"))
        try:
            yield opened
        finally:
            opened.close()


def import_package(col: Collection, package: Package) -> Any:
    """Import as the dialog does that Anki opens for a file; the log says what was new, updated and so on."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    path = Path(col.path).with_name("import.apkg")
    path.write_bytes(package.data)
    options = ImportAnkiPackageOptions(
        merge_notetypes=False, update_notes=0, update_notetypes=0, with_scheduling=False, with_deck_configs=False
    )
    log = col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
    col._clear_caches()
    return log


def page(html: str, *, night: bool = False, language: str = "", typed: str = "", turned: str = "") -> str:
    """A standalone page with a side of a card in it, the body as Anki's reviewer has it.

    ``typed`` is the comparison that Anki makes of a typed answer, for a back; ``turned`` is the back of a choice, of
    which ``html`` is the front: one is ticked wrong, and the card turned over.
    """
    night_classes = " nightMode night_mode" if night else ""
    html = _PLAY.sub('<a class="replay-button" href="#">▶</a>', _with_typed(html, typed))
    return (
        f'<!doctype html><html class="{"night-mode" if night else ""}" lang="{escape(language)}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f'<body class="card card1{night_classes}" style="margin: 20px"><div id="qa">{html}</div>'
        f"{_TURN % turned if turned else ''}</body></html>"
    )


def _with_typed(html: str, comparison: str) -> str:
    """What Anki's desktop puts in place of ``[[type:…]]``, in the font that the note type names for the field."""
    style = "style=\"font-family: 'Arial'; font-size: 20px;\""
    if not comparison:
        return _TYPE.sub(f"<center>\n<input type=text id=typeans {style}>\n</center>", html)
    if _RULE in html and _TYPE.search(html):  # on a back, Anki moves the line up
        html, comparison = html.replace(_RULE, ""), _RULE + comparison
    return _TYPE.sub(lambda _: f"<div {style}>{comparison}</div>", html)


def _locate(article_file: Path) -> Locate:
    if not article_file.is_file():
        return lambda _: ""
    article = read_article(article_file)

    def locate(quote: str) -> str:
        place = find_quote(article, quote)
        return locator(place) if place else ""

    return locate


def sides_of(col: Collection, card: Any) -> dict[str, dict[str, str]]:
    """The sides of a card by name: what `page` is to be given for each."""
    front, back, note = card.question(), card.answer(), dict(card.note().items())
    typed = note.get("Typed", "") if _TYPE.search(front) else ""
    sides = {"front": {"html": front}, "back": {"html": back, "typed": col.compare_answer(typed, "") if typed else ""}}
    if typed:
        sides["back-typed"] = {"html": back, "typed": col.compare_answer(typed, f"{typed[: len(typed) // 2]}x")}
    if note.get("Choice"):
        sides["back-ticked"] = {"html": front, "turned": back}
    return sides


def _sheet(title: str, width: int, rows: list[list[str]]) -> str:
    frames = ("".join(f'<iframe data-page="{escape(one)}"></iframe>' for one in row) for row in rows)
    return _SHEET % {"title": escape(title), "width": width, "rows": "".join(f"<div>{row}</div>" for row in frames)}


def _write_pages(bank_file: Path, folder: Path) -> None:
    bank = read_bank(bank_file)
    package, _ = build_deck(
        bank, locate=_locate(bank_file.parent / bank.article), templates=Templates(), now=1_700_000_000
    )
    folder.mkdir(parents=True, exist_ok=True)
    with collection() as col:
        import_package(col, package)
        cards = [sides_of(col, col.get_card(number)) for number in col.find_cards("", order="c.due, c.ord")]
        for name in package.media:
            (folder / name).write_bytes((Path(col.media.dir()) / name).read_bytes())
    for night in (False, True):
        suffix = "-night" if night else ""
        rows = [{name: page(night=night, **side) for name, side in card.items()} for card in cards]
        for number, row in enumerate(rows, 1):
            for name, html in row.items():
                (folder / f"{number:03}-{name}{suffix}.html").write_text(html, encoding="utf-8")
        for device, width in _WIDTHS.items():
            sheet = _sheet(f"{bank.title}, {device}{suffix}", width, [list(row.values()) for row in rows])
            (folder / f"{device}{suffix}.html").write_text(sheet, encoding="utf-8")


if __name__ == "__main__":
    _write_pages(Path(sys.argv[1]), Path(sys.argv[2]))
