"""What Anki makes of reviews: a process of its own, for Anki looks at the zone and at ANKI_TEST_MODE when it starts.

Standard input is one JSON object: ``cards``, each a list of reviews ``[milliseconds since 1970, rating]``,
``parameters``, ``retention`` and ``intervals``. Standard output is another: ``today``, the study day as an ordinal;
for each card ``[stability, difficulty, interval, due]``, the last as an ordinal, too; and as ``fuzz`` for each of the
intervals by how many days each card would be asked sooner or later.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import anki.lang
from anki.collection import Collection
from anki.deck_config_pb2 import UpdateDeckConfigsRequest

_DECK = 1
_LEARNED, _REVIEWED = 0, 1  # kinds of rows of the revlog


def add_card(col: Collection, reviews: list[list[int]]) -> int:
    """A card that is in review, with these rows in the revlog."""
    note = col.new_note(col.models.by_name("Basic"))
    note["Front"] = "a question"
    col.add_note(note, _DECK)
    [card] = note.card_ids()
    for place, (time, rating) in enumerate(reviews):
        row = (time, card, -1, rating, 1, 1, 2500, 1000, _REVIEWED if place else _LEARNED)
        col.db.execute("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
    col.db.execute("update cards set type = 2, queue = 2, ivl = 1, reps = ? where id = ?", len(reviews), card)
    return card


def switch_on_fsrs(col: Collection, parameters: list[float], retention: float) -> None:
    """As the options of a deck do, with "reschedule cards on change"."""
    options = col.decks.get_deck_configs_for_update(_DECK)
    config = options.all_config[0].config
    config.config.learn_steps[:] = []
    config.config.relearn_steps[:] = []
    config.config.fsrs_params_6[:] = parameters
    config.config.desired_retention = retention
    limits = options.current_deck.limits
    col.decks.update_deck_configs(
        UpdateDeckConfigsRequest(target_deck_id=_DECK, configs=[config], limits=limits, fsrs=True, fsrs_reschedule=True)
    )


def study_day(col: Collection) -> int:
    """The day that ends at the next roll-over, 4 o'clock unless the user has chosen another."""
    return datetime.fromtimestamp(col.sched.day_cutoff).date().toordinal() - 1


def memory(col: Collection, card: int, today: int) -> list[float]:
    state = col._backend.compute_memory_state(card).state
    interval, due = col.db.first("select ivl, due from cards where id = ?", card)
    return [state.stability, state.difficulty, interval, today + due - col.sched.today]


def answer(asked: dict[str, Any], col: Collection) -> dict[str, Any]:
    cards = [add_card(col, reviews) for reviews in asked["cards"]]
    switch_on_fsrs(col, asked["parameters"], asked["retention"])
    today = study_day(col)
    fuzz = [[col._backend.fuzz_delta(card_id=card, interval=days) for card in cards] for days in asked["intervals"]]
    return {"today": today, "cards": [memory(col, card, today) for card in cards], "fuzz": fuzz}


if __name__ == "__main__":
    anki.lang.set_lang("en")
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        print(json.dumps(answer(json.load(sys.stdin), collection)))
        collection.close()
