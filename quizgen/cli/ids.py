"""``quizgen ids``: give every question an id that outlives rewording."""

from __future__ import annotations

from quizgen.cli.chosen import chosen
from quizgen.cli.options import Banks, Json
from quizgen.cli.output import print_json, write

__all__ = ["ids"]


def ids(bank: Banks = None, json: Json = False) -> None:
    """Give every question without an id one, from its words; nothing else in the bank is touched."""
    from quizgen.publish.stamp import stamp_bank

    for path in chosen(bank)[1]:
        stamps = stamp_bank(path)
        for stamp in stamps:
            if json:
                print_json({"file": str(path), "line": stamp.line, "id": stamp.id})
            else:
                write(f"{path}:{stamp.line}: {{#{stamp.id}}}")
        if not stamps and not json:
            write(f"{path}: every question has its id")
