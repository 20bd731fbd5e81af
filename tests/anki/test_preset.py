"""A deck's options: taken over by the real Anki where its user asks for them, and never over the user's own."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from read_package import bank, build, column
from render_card import collection

from quizgen.anki.preset import Preset
from quizgen.errors import ConfigError

QUESTIONS = bank("# Islands {#i}\n## Who? {#who}\n= x\nreverse: yes\n\n## Where? {#where}\n= y")
OURS = Preset("History 7b", new_per_day=7, reviews_per_day=70, retention=0.85)


def test_a_preset_is_known_by_its_name():
    assert OURS.id == Preset("History 7b", 1, 2, 0.9).id != Preset("History 7c").id
    assert 2**30 <= OURS.id < 2**31


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"name": " "}, "a preset needs a name"),
        ({"new_per_day": -1}, "new cards a day are from 0 to 9999, not -1"),
        ({"reviews_per_day": 10_000}, "reviews a day are from 0 to 9999, not 10000"),
        ({"retention": 0.5}, "retention is from 0.7 to 0.99, not 0.5"),
        ({"retention": 90}, "retention is from 0.7 to 0.99, not 90"),
    ],
)
def test_values_that_anki_would_not_take_are_refused(values, told):
    with pytest.raises(ConfigError, match=told):
        Preset(**{"name": "P"} | values)


def test_a_build_without_a_preset_brings_no_options():
    assert column(build(QUESTIONS), "dconf").keys() == {"1"}
    assert {deck["conf"] for deck in column(build(QUESTIONS), "decks").values()} == {1}


def test_every_deck_of_a_build_has_the_preset():
    decks = column(build(QUESTIONS, preset=OURS), "decks")
    assert {deck["name"]: deck["conf"] for deck in decks.values()} == {
        "Default": 1,
        "Title": OURS.id,
        "Title::Islands": OURS.id,
    }


# The real Anki


@pytest.fixture
def col():
    if os.environ.get("CI") != "true":
        pytest.importorskip("anki.collection", reason="the anki package is not installed: pip install anki")
    with collection() as opened:
        yield opened


def import_with(col, preset, *, presets, questions=QUESTIONS):
    """Import the questions; ``presets``: the user ticks "Import any deck presets"."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    path = Path(col.path).with_name("import.apkg")
    path.write_bytes(build(questions, preset=preset).data)
    options = ImportAnkiPackageOptions(with_deck_configs=presets)
    col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))


def options_of(col, deck="Title::Islands"):
    return col.decks.config_dict_for_deck_id(col.decks.id_for_name(deck))


@pytest.mark.parametrize("deck", ["Title", "Title::Islands"])
def test_anki_takes_it_over_where_the_user_asks_for_it(col, deck):
    import_with(col, OURS, presets=True)
    taken = options_of(col, deck)
    assert taken["name"] == "History 7b"
    assert (taken["new"]["perDay"], taken["rev"]["perDay"], taken["desiredRetention"]) == (7, 70, 0.85)
    assert taken["new"]["bury"]
    assert taken["rev"]["bury"]
    assert taken["buryInterdayLearning"]
    default = col.decks.get_config(1)
    for part in ("lapse", "maxTaken", "autoplay", "timer", "replayq", "reviewOrder", "newSortOrder", "sm2Retention"):
        assert taken[part] == default[part]
    assert {name: taken["new"][name] for name in ("delays", "ints", "initialFactor", "order")} == {
        name: default["new"][name] for name in ("delays", "ints", "initialFactor", "order")
    }


def test_anki_buries_the_other_card_of_a_note_for_the_day_with_it(col):
    import_with(col, OURS, presets=True)
    col.decks.select(col.decks.id_for_name("Title"))
    queue = col.sched.get_queued_cards(fetch_limit=9)
    assert queue.new_count == 2  # of the three: that of "Who?" which asks the other way waits
    import_with(col, Preset("Both", bury_siblings=False), presets=True)
    assert col.sched.get_queued_cards(fetch_limit=9).new_count == 3


def test_the_limit_of_new_cards_is_kept_to(col):
    import_with(col, Preset("One", new_per_day=1), presets=True)
    col.decks.select(col.decks.id_for_name("Title"))
    assert col.sched.get_queued_cards(fetch_limit=9).new_count == 1


def test_anki_leaves_the_users_options_alone_where_the_user_does_not_ask(col):
    import_with(col, OURS, presets=False)
    assert options_of(col)["name"] == "Default"
    assert [preset["name"] for preset in col.decks.all_config()] == ["Default"]


def test_what_the_user_has_changed_in_it_stays_on_every_later_import(col):
    import_with(col, OURS, presets=True)
    edited = options_of(col)
    edited["new"]["perDay"] = 3
    col.decks.update_config(edited)
    for preset in (OURS, replace(OURS, new_per_day=50), None):
        for asked in (True, False):
            import_with(col, preset, presets=asked)
            assert options_of(col)["name"] == "History 7b"
            assert options_of(col)["new"]["perDay"] == 3


def test_another_name_is_another_preset_beside_the_first(col):
    import_with(col, OURS, presets=True)
    import_with(col, replace(OURS, name="History 7b, before the test", new_per_day=50), presets=True)
    assert options_of(col)["new"]["perDay"] == 50
    assert sorted(preset["name"] for preset in col.decks.all_config()) == [
        "Default",
        "History 7b",
        "History 7b, before the test",
    ]


def test_new_cards_come_in_the_order_of_the_bank_over_all_its_decks():
    """Without it Anki goes deck by deck, by their names."""
    questions = bank(
        "# Z {#z}\n## One? {#one}\n= x\n\n# A {#a}\n## Two? {#two}\n= y\n\n# M {#m}\n## Three? {#three}\n= z"
    )
    for preset, wanted in ((OURS, ["one", "two", "three"]), (None, ["two", "three", "one"])):
        with collection() as fresh:
            import_with(fresh, preset, presets=True, questions=questions)
            fresh.decks.select(fresh.decks.id_for_name("Title"))
            queued = fresh.sched.get_queued_cards(fetch_limit=9).cards
            assert [fresh.get_note(one.card.note_id)["Id"].partition("#")[2] for one in queued] == wanted
