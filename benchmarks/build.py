"""How long a build of a large bank takes: reading it, its deck, its worksheet and its key, in CPU seconds.

python benchmarks/build.py [--questions 10000]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from parse import make_text

from quizgen.anki import build_deck
from quizgen.bank.parse import parse_bank
from quizgen.paper.html import key_html, worksheet_html
from quizgen.paper.key.key import make_key
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.sheets.sheet import make_sheet
from quizgen.paper.worksheet.worksheet import make_worksheet
from quizgen.publish.build import Order, build
from quizgen.templating import Templates


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--questions", type=int, default=10_000)
    questions = options.parse_args().questions
    text = make_text(questions)
    templates = Templates()

    def nowhere(_quote: str) -> str:
        return ""

    began = time.process_time()
    bank = parse_bank(text)
    rows = [("read the bank", time.process_time() - began)]
    began = time.process_time()
    deck, _ = build_deck(bank, locate=nowhere, templates=templates, now=1)
    rows.append((f"deck ({len(deck.data) / 1e6:.1f} MB)", time.process_time() - began))
    began = time.process_time()
    sheets, layout, labels = [make_sheet(bank)], layout_of(), read_labels("en", templates)
    page = worksheet_html(make_worksheet(sheets, bank, layout, labels), templates)
    rows.append((f"worksheet ({len(page) / 1e6:.1f} MB)", time.process_time() - began))
    began = time.process_time()
    page = key_html(make_key(sheets, bank, layout, labels, locate=nowhere), templates)
    rows.append((f"key ({len(page) / 1e6:.1f} MB)", time.process_time() - began))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "large.md"
        file.write_text(text, encoding="utf-8")
        began = time.process_time()
        build([file], None, Path(folder) / "output", Order())
        rows.append(("quizgen build, all of it with files", time.process_time() - began))
    print(f"{questions} questions{'':20}CPU s")
    for name, seconds in rows:
        print(f"{name:36}{seconds:>8.2f}")


if __name__ == "__main__":
    main()
