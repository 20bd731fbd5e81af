"""Sheets that are printed again from their manifest: the same ones, or the reason why not at the line at fault."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from banks import EVERY_KIND, bank_of, every_kind
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.article.read import make_article
from quizgen.bank.model import Bank
from quizgen.bank.parse import parse_bank
from quizgen.errors import DataError
from quizgen.paper.plan import Plan
from quizgen.paper.reprint.made_with import parts_now, templates_now
from quizgen.paper.reprint.manifest import Manifest, make_manifest
from quizgen.paper.reprint.manifest_form import manifest_json, read_manifest
from quizgen.paper.reprint.reprint import other_parts, other_spaces, refuse_changes, sheets_again
from quizgen.paper.sheets.sheet import Selection, Sheet, make_sheet, with_support
from quizgen.paper.sheets.versions import copies_of, version_names
from quizgen.templating import Templates

IMAGES = {"map.svg": b"<svg/>"}
ARTICLE = make_article("The sea is deep.\n")


def sheets_of(bank: Bank, plan: Plan) -> tuple[Sheet, ...]:
    plain = tuple(make_sheet(bank, plan.selection, version) for version in version_names(plan.versions))
    return (*plain, *(with_support(sheet) for sheet in plain if plan.support))


def manifest_of(bank: Bank, plan: Plan) -> Manifest:
    """The manifest as it comes back from its file."""
    made = make_manifest(
        bank,
        sheets_of(bank, plan),
        plan,
        copies=copies_of(plan.versions),
        templates=Templates(),
        images=IMAGES,
        article=ARTICLE if plan.reading else None,
    )
    return read_manifest(manifest_json(made))


def bank_with(*changes: tuple[str, str]) -> Bank:
    text = EVERY_KIND
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return parse_bank(text, "every-kind.md")


HELPED = Plan(versions=2, support=True)
PLANS = st.builds(
    Plan,
    selection=st.builds(
        Selection,
        pick=st.none() | st.integers(1, 14),
        topics=st.sampled_from([(), ("texts",), ("choosing", "words")]),
        seed=st.sampled_from(["", "x"]),
        within_topics=st.booleans(),
        word_bank=st.booleans(),
    ).filter(lambda selection: not selection.topics or (selection.pick or 0) < 6),
    versions=st.integers(1, 30),
    support=st.booleans(),
)


@given(PLANS)
@settings(max_examples=40, deadline=None)
def test_the_sheets_are_the_same_again(plan: Plan) -> None:
    bank = every_kind()
    manifest = manifest_of(bank, plan)
    refuse_changes(manifest, bank, images=IMAGES)
    assert sheets_again(manifest, bank) == sheets_of(bank, plan)


def test_they_are_the_same_though_a_later_quizgen_draws_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    bank, plan = every_kind(), Plan(versions=3, support=True)
    manifest, before = manifest_of(bank, plan), sheets_of(bank, plan)
    monkeypatch.setattr(
        import_module("quizgen.shown.view"), "permutation", lambda size, *_: tuple(reversed(range(size)))
    )
    monkeypatch.setattr("quizgen.paper.sheets.sheet._rank", lambda *key: key[-1][::-1].encode())
    monkeypatch.setattr("quizgen.paper.sheets.support._rank", lambda question, option: (True, bytes([option.index])))
    assert sheets_of(bank, plan) != before, "it does draw otherwise"
    assert sheets_again(manifest, bank) == before


NO_CHANGE = {
    "a new question": ("# Choosing {#choosing}\n", "# Choosing {#choosing}\n\n## New? {#new}\n= a\n"),
    "a new topic": ("# Texts {#texts}", "# New {#newer}\n\n## New? {#new}\n= a\n\n# Texts {#texts}"),
    "a note": ("znoteshort for you", "another"),
    "an explanation": ("zexplainshort because", "another"),
    "evidence": ("lies zquoteshort in the north", "lies to the north"),
    "a further accepted form": ("= 8009", "= 8009 | eight thousand and nine"),
    "feedback": ("zfeedbackdistractor no", "another"),
    "what is filed under": ("level: recall", "level: apply"),
    "a draft": ("## A draft that nobody approved zdraft", "## Another draft"),
}


@pytest.mark.parametrize("what", NO_CHANGE)
def test_what_is_not_on_a_sheet_may_change(what: str) -> None:
    manifest = manifest_of(every_kind(), HELPED)
    bank = bank_with(NO_CHANGE[what])
    refuse_changes(manifest, bank, images=IMAGES)
    assert [sheet.id for sheet in sheets_again(manifest, bank)] == [sheet.id for sheet in manifest.sheets]


ASKED, RIGHT = "what it asks has changed", "what is right has changed"
BOTH = "what it asks and what is right have changed"
LOOK = "its points, picture, hint, lines or the order in the bank have changed"
PAIRS = "- Kishida == matchright one\n  > zquotematch he\n- Zelensky == matchright two | zformmatch\n"
CHANGES = {
    "a prompt": (("What is the island called?", "What is it called?"), "short", ASKED),
    "an option": (("optionwrong south", "another"), "choice", ASKED),
    "a blank's hint": ((":: N… T…", ":: N…"), "cloze", ASKED),
    "an answer": (("= 8009", "= 8010"), "maths", RIGHT),
    "a statement": (("= true\n", "= false\n"), "true-one", RIGHT),
    "the right option and its text": (("- [x] optionright north", "- [x] optionright west"), "choice", BOTH),
    "a blank": (("{{zclozec}}", "{{changed}}"), "cloze-body", RIGHT),
    "points": (("lines: 20", "lines: 20\npoints: 7"), "open", LOOK),
    "lines": (("lines: 20", "lines: 9"), "open", LOOK),
    "what stands for a picture": (("| a map of the islands", "| a map"), "open", LOOK),
    "what a recording is called": (("| the sound of the sea", "| waves"), "open", LOOK),
    "a hint": (("hint: zhintshort", "hint: another"), "short", LOOK),
    "a word to choose from": (("wrong: zwrongform ::", "wrong: another ::"), "short", LOOK),
    "how many there are": (("- zmemberd\n", ""), "list", RIGHT),
    "how many are asked": (("ask: 2", "ask: 3"), "list", ASKED),
    "the order of left sides": (
        (
            "- Kishida == matchright one\n  > zquotematch he\n- Zelensky == matchright two | zformmatch\n",
            "- Zelensky == matchright two | zformmatch\n- Kishida == matchright one\n  > zquotematch he\n",
        ),
        "match",
        LOOK,
    ),
    "the order of right sides": (
        (
            f"{PAIRS}- == matchspare\n",
            f"- == matchspare\n{PAIRS}",
        ),
        "match",
        LOOK,
    ),
    "approval": (("= 8009\n", "= 8009\nstatus: draft\n"), "maths", "it is a draft now, and was not"),
}


def problems(bank: Bank, plan: Plan = HELPED, images: dict[str, bytes] = IMAGES) -> list[tuple[int, str]]:
    with pytest.raises(DataError) as caught:
        refuse_changes(manifest_of(every_kind(), plan), bank, images=images)
    return [(problem.line, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize("what", CHANGES)
def test_a_question_that_has_changed_is_named_with_what_has(what: str) -> None:
    change, name, words = CHANGES[what]
    bank = bank_with(change)
    [(line, message)] = problems(bank)
    assert line == next(question.line for question in bank.questions if question.id == name)
    assert message.startswith(f"question {{#{name}}}: {words} since these sheets were printed; take the change back")


def test_the_order_in_which_the_bank_has_the_options_is_what_permutations_are_about() -> None:
    bank = bank_with(("- [ ] optionwrong *east*\n", ""), ("- [ ] none of", "- [ ] optionwrong *east*\n- [ ] none of"))
    assert bank == every_kind()
    moved = bank_with(
        ("- [ ] optionwrong *east*\n", ""), ("- [x] optionright", "- [ ] optionwrong *east*\n- [x] optionright")
    )
    assert problems(moved)[0][1].startswith(f"question {{#choice}}: {LOOK}")


def test_a_picture_is_known_by_its_content() -> None:
    [(line, message)] = problems(every_kind(), images={"map.svg": b"<svg></svg>"})
    assert line == EVERY_KIND[: EVERY_KIND.index("## Why so mild?")].count("\n") + 1
    assert message.startswith(f"question {{#open}}: {LOOK}")


def test_what_support_alone_shows_may_change_where_none_was_printed() -> None:
    bank = bank_with(("hint: zhintshort", "hint: another"), ("wrong: zwrongform ::", "wrong: another ::"))
    refuse_changes(manifest_of(every_kind(), Plan(versions=2)), bank, images=IMAGES)


def test_a_word_to_choose_from_for_a_blank_may_not_change_where_word_banks_are_printed() -> None:
    text = "## The {{sun}}, the {{moon}}, the {{sea}}. {#gaps}\nwrong: stars :: no\n\n## q? {#q}\n= a\nwrong: b :: no\n"
    manifest = manifest_of(bank_of(text), Plan(selection=Selection(word_bank=True)))
    refuse_changes(manifest, bank_of(text.replace("wrong: b", "wrong: c")))
    with pytest.raises(DataError, match=r"question \{#gaps\}"):
        refuse_changes(manifest, bank_of(text.replace("stars", "clouds")))


def test_every_change_is_told_at_once() -> None:
    bank = bank_with(
        ("title: Every kind", "title: Any kind"),
        ("minutes: 30", "minutes: 45"),
        ("publisher: CAPS", "publisher: Caps"),
        ("language: en", "language: de"),
        ("to give land to another state", "to give land away"),
        ("Read this *before* you begin.", "Read this."),
        ("## How far is it? {#number}", "## How far is it? {#far}"),
        ("correction: The sea is zcorrection cold.\n", ""),
        ("= 8009", "= 8010"),
    )
    told = [message.partition(" since these")[0] for _, message in problems(bank)]
    assert told == [
        "question {#number}: it is gone",
        "the glossary, or an answer that stands in it, has changed",
        "the language has changed from “en” to “de”",
        "the number of minutes has changed from “30” to “45”",
        "the source of the reading has changed from “A. Writer, “The Islands”, CAPS” "
        "to “A. Writer, “The Islands”, Caps”",
        'the title has changed from “Every kind "there" is <so far>” to “Any kind "there" is <so far>”',
        'topic "words": its title or text has changed',
        "question {#false-one}: false statements were to be corrected, which has changed",
        "question {#maths}: what is right has changed",
    ]


def test_a_question_that_has_moved_to_another_topic_is_told() -> None:
    bank = bank_with(("# Choosing {#choosing}\n\n", ""), ("## Maths: what", "# Choosing {#choosing}\n\n## Maths: what"))
    [(line, message)] = problems(bank)
    assert line == bank.topics[1].questions[0].line
    assert message.startswith("question {#maths}: it has moved to another topic since")


def test_which_option_is_right_is_no_part_of_the_sheet_and_yet_refused() -> None:
    """The key of the sheets that are handed out already would be another."""
    swapped = bank_with(
        ("- [x] optionright north", "- [ ] optionright north"), ("- [ ] optionwrong south", "- [x] optionwrong south")
    )
    manifest = manifest_of(every_kind(), Plan())
    assert [sheet.id for sheet in sheets_again(manifest, swapped)] == [manifest.sheets[0].id]
    assert problems(swapped, Plan())[0][1].startswith(f"question {{#choice}}: {RIGHT} since")


def test_another_bank_is_not_taken_for_it() -> None:
    assert problems(bank_with(("id: tests/every-kind", "id: tests/other"))) == [
        (1, 'these sheets are of the bank "tests/every-kind"; this one is "tests/other"')
    ]


def test_a_reading_that_was_printed_is_the_same_or_refused() -> None:
    manifest = manifest_of(every_kind(), Plan(reading=True))
    refuse_changes(manifest, every_kind(), images=IMAGES, article=ARTICLE)
    for article in (None, make_article("The sea is cold.\n")):
        with pytest.raises(DataError, match="the reading, which is printed with them, has changed"):
            refuse_changes(manifest, every_kind(), images=IMAGES, article=article)


def test_sheets_that_would_be_others_are_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = manifest_of(every_kind(), HELPED)
    for change in (
        CHANGES["a prompt"][0],
        CHANGES["an option"][0],
        ("- [ ] optionwrong *east*\n", ""),
        NO_CHANGE["a note"],
    ):
        if change == NO_CHANGE["a note"]:
            monkeypatch.setattr("quizgen.paper.reprint.reprint.word_bank", lambda items, *, support: ("a", "b", "c"))
        with pytest.raises(
            DataError, match="cannot be printed again as they were: their manifest and the bank do not fit"
        ):
            sheets_again(manifest, bank_with(change))
    older = replace(manifest, parts=manifest.parts | {"quizgen": "0.0.1"})
    with pytest.raises(DataError, match=r"quizgen 0\.0\.1 laid them out otherwise; install it"):
        sheets_again(older, bank_with(("How far is it? {#number}", "How far? {#far}")))


def test_other_programs_and_templates_are_told(tmp_path: Path) -> None:
    manifest = manifest_of(every_kind(), HELPED)
    assert other_parts(manifest, Templates()) == ()
    older = replace(manifest, parts={name: version for name, version in parts_now().items() if name != "typst"})
    older = replace(older, parts=older.parts | {"jinja2": "1.0"})
    assert [told.partition(" then")[0] for told in other_parts(older, Templates())] == ["jinja2 1.0", "typst none"]
    (tmp_path / "paper").mkdir()
    for name in ("sheet.html", "logo.typ", ".logo.typ.swp", "logo.typ~"):
        (tmp_path / "paper" / name).write_text("x", "utf-8")
    [told] = other_parts(manifest, Templates((tmp_path,)))
    assert told == "templates changed since: paper/logo.typ, paper/sheet.html: pages may look different"


def test_a_template_is_known_by_name_and_content(tmp_path: Path) -> None:
    assert templates_now(Templates()) == templates_now(Templates((tmp_path,)))
    assert {name.partition("/")[0] for name in templates_now(Templates())} == {"paper"}


def test_a_longer_accepted_answer_is_told_where_it_wants_a_wider_box() -> None:
    manifest = manifest_of(every_kind(), HELPED)
    assert other_spaces(manifest, every_kind()) == ()
    longer = bank_with(("| zformshort", "| the island that people of the north call zformshort"))
    refuse_changes(manifest, longer, images=IMAGES)
    assert other_spaces(manifest, longer) == ("{#short}: the space for an answer is of another size now",)
