"""A card as Anki shows it, as a page of its own: for the tests, and for looking at by eye.

By hand, from the root of the checkout:

    python tests/anki/render_card.py BANK FOLDER

writes the front and back of every card of a bank into FOLDER, by day and by night, and all of them into one long page.
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


def page(html: str, *, night: bool = False, language: str = "") -> str:
    """A standalone page with a side of a card in it, the body as Anki's reviewer has it."""
    night_classes = " nightMode night_mode" if night else ""
    html = _PLAY.sub('<a class="replay-button" href="#">▶</a>', html)
    return (
        f'<!doctype html><html class="{"night-mode" if night else ""}" lang="{escape(language)}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f'<body class="card card1{night_classes}" style="margin: 20px"><div id="qa">{html}</div></body></html>'
    )


def _locate(article_file: Path) -> Locate:
    if not article_file.is_file():
        return lambda _: ""
    article = read_article(article_file)

    def locate(quote: str) -> str:
        place = find_quote(article, quote)
        return locator(place) if place else ""

    return locate


def _write_pages(bank_file: Path, folder: Path) -> None:
    bank = read_bank(bank_file)
    package = build_deck(
        bank, locate=_locate(bank_file.parent / bank.article), templates=Templates(), modified=1_700_000_000
    )
    folder.mkdir(parents=True, exist_ok=True)
    with collection() as col:
        import_package(col, package)
        for night in (False, True):
            sides = []
            for number, card_id in enumerate(col.find_cards("", order="c.due, c.ord"), 1):
                card = col.get_card(card_id)
                for side, html in (("front", card.question()), ("back", card.answer())):
                    sides.append(html)
                    name = f"{number:03}-{side}{'-night' if night else ''}.html"
                    (folder / name).write_text(page(html, night=night), encoding="utf-8")
            all_sides = '<hr style="margin: 40px -20px; border: 0; border-top: 6px double gray">'.join(sides)
            (folder / f"all{'-night' if night else ''}.html").write_text(page(all_sides, night=night), encoding="utf-8")
        for name in package.media:
            (folder / name).write_bytes((Path(col.media.dir()) / name).read_bytes())


if __name__ == "__main__":
    _write_pages(Path(sys.argv[1]), Path(sys.argv[2]))
