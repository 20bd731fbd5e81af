"""How cards look: readable by day and by night, on a phone, in every script; and what their templates must keep to."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest
from card_harness import survey
from read_package import bank, build
from render_card import collection, import_package, page, sides_of

import quizgen.anki
from quizgen.anki.note_types import FIELDS
from quizgen.bank.parse import read_bank
from quizgen.templating import shipped_templates

try:
    import anki.collection  # noqa: F401
except ImportError:
    if os.environ.get("CI") == "true":
        raise
    pytest.skip("the anki package is not installed: pip install anki", allow_module_level=True)

HERE = Path(__file__).parent
ANKI = shipped_templates() / "anki"
STYLE = re.sub(r"/\*.*?\*/", "", (ANKI / "style.css").read_text(encoding="utf-8"), flags=re.DOTALL)
RULES = [(found[1].strip(), found[2]) for found in re.finditer(r"([^{}]+)\{([^{}]*)\}", STYLE)]
SIDES = {file.name: file.read_text(encoding="utf-8") for file in ANKI.glob("*-*.html")}
PAPERS = ("paper", "shade")
NIGHT = ("nightMode", "night_mode")  # Anki's desktop has both, AnkiDroid the second, AnkiMobile the first


# Colours


def declared(body: str, name: str) -> str:
    """The value of a declaration, or ""."""
    found = re.search(rf"(?:^|;)\s*{name}:\s*([^;]+)", body)
    return found[1].strip() if found else ""


@cache
def colours(night: bool) -> dict[str, str]:
    """The custom properties that are colours, by day or by night."""
    day_rule, night_rule = (body for selector, body in RULES if "--paper:" in body)
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", day_rule))
    return found | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", night_rule)) if night else found


def channels(colour: str) -> list[float]:
    if colour.startswith("#"):
        return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, paper: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    lighter, darker = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs() -> set[tuple[str, str]]:
    """Every ink with every paper it may stand on: that of its own rule, else those of the page."""
    found = set()
    for _, body in RULES:
        ink = re.search(r"var\(--([\w-]+)\)", declared(body, "color"))
        paper = re.search(r"var\(--([\w-]+)\)", declared(body, "background"))
        if ink:
            found |= {(ink[1], one) for one in ([paper[1]] if paper else PAPERS)}
    return found


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "rgb(255, 255, 255)") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_every_ink_on_every_paper_it_stands_on_has_the_contrast_of_wcag_aa(night):
    known = colours(night)
    assert {("right", "right-wash"), ("wrong", "wrong-wash"), ("ink", "shade"), ("marked", "marker")} <= pairs()
    assert len(pairs()) >= 15
    measured = {pair: contrast(*(known[name] for name in pair)) for pair in pairs()}
    assert {pair: ratio for pair, ratio in measured.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_the_borders_of_what_can_be_ticked_or_typed_in_have_the_contrast_of_controls(night):
    known = colours(night)
    for selector in (".options > li::before", "input#typeans", ".options > .ticked", ".answer .ticked"):
        border = next(
            declared(body, "border-color") or declared(body, "border")
            for one, body in RULES
            if one == selector and "border" in body and "var" in body.partition("border")[2].partition(";")[0]
        )
        [name] = re.findall(r"--([\w-]+)", border)
        assert min(contrast(known[name], known[paper]) for paper in PAPERS) >= 3, selector


def test_a_colour_is_written_once_for_the_day_and_once_for_the_night():
    assert set(colours(True)) == set(colours(False))
    assert all(colours(True)[name] != value for name, value in colours(False).items())
    others = [body for _, body in RULES if "--paper:" not in body]
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", "".join(others))


def test_night_is_known_by_both_of_its_names_on_the_card_and_around_it():
    [selectors] = [selector for selector, body in RULES if "--paper:" in body and selector != ".card"]
    found = {" ".join(selector.split()) for selector in selectors.split(",")}
    assert found == {f".card.{name}" for name in NIGHT} | {f".{name} .card" for name in NIGHT}


def test_nothing_that_a_browser_of_2020_does_not_know_holds_up_the_page():
    """Anki 2.1.54 may run on Chromium 83: a rule that it does not know is dropped as a whole."""
    assert not re.search(r"\binset|:is\(|:where\(|clamp\(|@layer|@container|&", STYLE)
    spared = [selector for selector, _ in RULES if ":has(" in selector or ":focus-visible" in selector]
    assert not [selector for selector in spared if "," in selector]


# As a browser shows them


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    """Every side of a card of every kind, as pages have them, by the question's id, the card and the side."""
    found = {}
    with collection() as col:
        import_package(col, build(read_bank(HERE / "every_kind.md")))
        for number in col.find_cards(""):
            card = col.get_card(number)
            name = f"{card.note()['Id'].partition('#')[2]}-{card.ord + 1}"
            found |= {f"{name}-{side}": page(**values) for side, values in sides_of(col, card).items()}
    return found


def test_every_kind_is_among_them(shown):
    kinds = set(re.findall(r'class="quizgen kind-([\w-]+)"', "".join(shown.values())))
    assert kinds == {"short", "number", "choice", "choices", "true-false", "cloze", "list", "match", "order", "open"}
    assert {name.rpartition("-")[2] for name in shown} >= {"front", "back", "typed", "ticked"}


@pytest.mark.parametrize("classes", ["", *NIGHT])
def test_every_text_on_every_side_can_be_read_and_none_is_wider_than_a_phone(classes, shown, tmp_path):
    looks = dict(zip(shown, survey(list(shown.values()), tmp_path, classes=classes), strict=True))
    assert {name: look["width"] for name, look in looks.items() if look["width"] > 360} == {}
    assert sum(len(look["texts"]) for look in looks.values()) > 200
    faint = []
    for name, look in looks.items():
        for text in look["texts"]:
            large = text["size"] >= 24 or (text["size"] >= 18.7 and text["weight"] >= 700)
            if contrast(text["ink"], text["paper"]) < (3 if large else 4.5):
                faint.append((name, text))
    assert faint == []
    papers = {text["paper"] for look in looks.values() for text in look["texts"]}
    assert any(luminance(paper) < 0.05 for paper in papers) == bool(classes)


WORDS = {"he": "ירושלים", "ar": "القدس", "fa": "تهران"}


@pytest.mark.parametrize("language", WORDS)
def test_a_language_that_is_read_from_the_right_has_every_row_from_the_right(language, tmp_path):
    word = WORDS[language]
    questions = (
        f"## {word}? {{#choice}}\n- [x] {word}\n- [ ] NATO\n\n## {word} {{#match}}\n- {word} == NATO\n"
        f"- Oslo == {word} 2\n\n"
        f"## {word} {{#order}}\n1. Oslo\n2. {word}\n\n## {word} {{#list}}\n- NATO\n- {word}\n"
    )
    assert directions(bank(questions, language=language), tmp_path) == {"rtl"}


def test_words_of_another_script_leave_the_rows_of_a_language_in_line(tmp_path):
    questions = "## What is a house? {#choice}\n- [x] בית\n- [ ] casa\n\n## Which? {#list}\n- בית\n- ספר\n"
    assert directions(bank(questions, language="en"), tmp_path) == {"ltr"}
    assert directions(bank(questions), tmp_path) == {"ltr", "rtl"}  # no language is named: each by its own words


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def test_words_longer_than_a_phone_is_wide_are_broken_in_every_place(tmp_path):
    source = bank(
        f"# {LONG}\n\n## {LONG} {{#choice}}\n- [x] {LONG}\n  {LONG}\n- [ ] a\n\n## Match {{#match}}\n- {LONG} == a\n"
        f"- b == {LONG} | {LONG}2\n\n## Order {{#order}}\n1. {LONG}\n2. b\n\n"
        f"## List {{#list}}\n- {LONG} | {LONG}2\n- b\n\n## It is {{{{{LONG}}}}} {{#cloze}}\n\n"
        f"## Short {{#short}}\n= {LONG} | {LONG}2\n> {LONG}\nexplain: {LONG}\nhint: {LONG}\n"
    )
    with collection() as col:
        import_package(col, build(source))
        sides = [page(**side) for n in col.find_cards("") for side in sides_of(col, col.get_card(n)).values()]
    assert [look["width"] for look in survey(sides, tmp_path) if look["width"] > 360] == []


def test_text_that_a_user_made_twice_as_large_is_so_on_every_side_and_fits_a_phone(shown, tmp_path):
    sides = [f"{side}<style>.card {{ font-size: 40px }}</style>" for side in shown.values()]
    looks = dict(zip(shown, survey(sides, tmp_path), strict=True))
    assert {name: look["width"] for name, look in looks.items() if look["width"] > 360} == {}
    small = {(name, text["text"]) for name, look in looks.items() for text in look["texts"] if text["size"] < 27}
    assert small == set()


def test_a_picture_that_is_drawn_in_black_on_nothing_is_seen_at_night():
    [body] = [body for selector, body in RULES if selector == ".image img"]
    assert declared(body, "background") == "var(--plate)"
    assert contrast("#000000", colours(True)["plate"]) >= 10


def directions(source, folder) -> set[str]:
    with collection() as col:
        import_package(col, build(source))
        cards = [col.get_card(number) for number in col.find_cards("")]
        looks = survey([side for card in cards for side in (card.question(), card.answer())], folder)
    assert any(look["directions"] for look in looks)
    return {direction for look in looks for direction in look["directions"]}


# Classes

FROM_ANKI = {
    *("card", "card1", "nightMode", "night_mode", "cloze", "cloze-inactive", "typeGood", "typeBad", "typeMissed"),
    "replay-button",
}
WITHOUT_A_LOOK = {"question", "choose", "tappable", "live"}
"""Classes that carry no rule of their own, or that scripts and users' own styles know cards by."""


def styled() -> set[str]:
    names = set(re.findall(r"\.([a-zA-Z][\w-]*)", " ".join(selector for selector, _ in RULES)))
    return {name for name in names if not name.startswith("kind-")}


def written(shown: dict[str, str]) -> set[str]:
    """The classes in the code and the templates of this room, and those on the cards themselves."""
    sources = [*Path(quizgen.anki.__file__).parent.glob("*.py"), *ANKI.glob("*.html")]
    texts = [file.read_text(encoding="utf-8") for file in sources] + list(shown.values())
    names = {name for text in texts for found in re.findall(r'class="([^"]*)"', text) for name in found.split()}
    scripts = "".join(file.read_text(encoding="utf-8") for file in ANKI.glob("*.js"))
    names |= {name for found in re.findall(r'"([a-z][a-z ]*)"', scripts) for name in found.split()} & styled()
    return {name for name in names if re.fullmatch(r"[\w-]+", name) and not name.startswith("kind-")}


def test_every_class_that_is_written_has_a_look_or_is_known_to_have_none(shown):
    assert written(shown) - styled() - FROM_ANKI - WITHOUT_A_LOOK == set()


def test_every_class_that_has_a_look_is_written_somewhere(shown):
    assert styled() - written(shown) - FROM_ANKI == set()


# Templates

ALWAYS_THERE = {"Id", "Question", "Kind", "Language", "Text", "Whole", "Places", "FrontSide"}
"""Fields that every note has filled, or that stand in an attribute."""


def side(name: str) -> str:
    """A side with the parts that it includes."""
    return re.sub(
        r"<!-- include ([\w.-]+) -->", lambda found: (ANKI / found[1]).read_text(encoding="utf-8"), SIDES[name]
    )


def unguarded(template: str) -> set[str]:
    """The fields that are shown outside a section of their own."""
    open_sections: list[str] = []
    found = set()
    for mark, name in re.findall(r"\{\{([#^/]?)([^}]+)\}\}", template):
        if mark in ("#", "^"):
            open_sections.append(name)
        elif mark == "/":
            assert open_sections.pop() == name
        elif name.rpartition(":")[2] not in open_sections:
            found.add(name.rpartition(":")[2])
    assert open_sections == []
    return found


@pytest.mark.parametrize("name", SIDES)
def test_what_may_be_empty_stands_in_a_section_of_its_field(name):
    template = side(name)
    allowed = ALWAYS_THERE | (
        {"Options"} if name == "question-front.html" else {"Answer"}
    )  # {{#Choice}} stands for them
    assert unguarded(template) <= allowed
    assert "<!-- include" not in template


def test_a_section_that_is_missing_is_seen():
    assert unguarded("{{#Hint}}{{Hint}}{{/Hint}}{{Also}}") == {"Also"}


def test_a_question_with_nothing_but_an_answer_shows_nothing_empty():
    with collection() as col:
        import_package(
            col, build(bank("## Who? {#who}\n= Abe\n\n## Which? {#which}\n- [x] a\n- [ ] b\n\n## It is {{x}}. {#it}"))
        )
        for number in col.find_cards(""):
            card = col.get_card(number)
            for html in (card.question(), card.answer()):
                assert not re.search(r"<(p|div|figure|details)\b[^>]*>\s*</\1>", html)


@pytest.mark.parametrize("name", SIDES)
def test_no_script_holds_what_anki_would_take_for_a_field(name):
    for script in re.findall(r"<script>(.*?)</script>", side(name), re.DOTALL):
        assert "{{" not in script
        assert "}}" not in script
        assert not re.search(r"^(?:let|const|class)\b|\?\.|\?\?|=>|`", script, re.MULTILINE)  # for browsers of 2020


def test_the_real_anki_accepts_every_template_and_refuses_a_broken_one():
    from anki.errors import CardTypeError

    with collection() as col:
        import_package(col, build(read_bank(HERE / "every_kind.md")))
        names = [one.name for one in col.models.all_names_and_ids() if one.name.startswith("quizgen")]
        assert sorted(names) == sorted(FIELDS)
        for name in names:
            kind = col.models.by_name(name)
            assert "<!-- include" not in "".join(card["qfmt"] + card["afmt"] for card in kind["tmpls"])
            col.models.update_dict(kind)
            kind["tmpls"][0]["qfmt"] += "{{No such field}}"
            with pytest.raises(CardTypeError):
                col.models.update_dict(kind)


def test_the_extra_field_shows_after_the_explanation_once_it_is_filled():
    with collection() as col:
        import_package(col, build(bank("## Who? {#who}\n= Abe\nexplain: Because.\n")))
        note = col.get_note(col.find_notes("")[0])
        assert "extra" not in note.cards()[0].answer().partition("</style>")[2]
        note["Extra"] = "And more."
        col.update_note(note)
        back = col.get_note(note.id).cards()[0].answer()
        assert back.index("Because.") < back.index("And more.") < len(back)
