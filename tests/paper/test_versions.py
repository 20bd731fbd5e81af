"""The versions of a sheet: A as written, the others in orders of their own, which no other question disturbs."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from banks import bank_of, every_kind

from quizgen.bank.model import Bank, Choice, Choices, Order
from quizgen.bank.parse import read_bank
from quizgen.errors import UsageError
from quizgen.paper.sheets.in_place import same_order, same_place
from quizgen.paper.sheets.sheet import Selection, Sheet, make_sheet
from quizgen.paper.sheets.versions import Copy, copies_of, version_names
from quizgen.shown import letter

QUESTIONS = Path(__file__).parents[2] / "questions"


def mixed_bank(topics: int = 4, size: int = 5) -> Bank:
    """Topics of questions with four options each, of which the last is pinned in every other one."""
    return bank_of(
        "".join(
            f"# Topic {t} {{#t{t}}}\n\n"
            + "".join(
                f"## Q{t}-{n}? {{#q{t}-{n}}}\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] none of these{' {pin}' * (n % 2)}\n\n"
                for n in range(size)
            )
            for t in range(topics)
        )
    )


def ids(sheet: Sheet) -> list[str]:
    return [item.question.id for item in sheet.items]


def order(sheet: Sheet, name: str) -> tuple[int, ...]:
    """The options of a question as they are shown, by their places in the bank."""
    [item] = [item for item in sheet.items if item.question.id == name]
    return tuple(option.index for option in item.view.options)


def orders(sheet: Sheet) -> dict[str, tuple[int, ...]]:
    return {name: order(sheet, name) for name in ids(sheet)}


# Version A


def test_version_a_is_as_written_but_for_what_would_then_be_right() -> None:
    bank = every_kind()
    sheet = make_sheet(bank)
    assert ids(sheet) == [question.id for question in bank.approved]
    for item in sheet.items:
        shown = order(sheet, item.question.id)
        if isinstance(item.question, Choice | Choices):
            assert shown == tuple(range(len(item.question.options)))
        if isinstance(item.question, Order):
            assert shown != tuple(range(len(shown)))


def test_right_sides_are_mixed_in_version_a_too() -> None:
    pairs = "".join(f"- left {n} == right {n}\n" for n in range(6))
    shown = order(make_sheet(bank_of(f"## Match. {{#q}}\n{pairs}")), "q")
    assert sorted(shown) == [*range(6)]
    assert shown != tuple(range(6))


def test_with_a_seed_version_a_is_mixed_too() -> None:
    bank = mixed_bank()
    seeded = make_sheet(bank, Selection(seed="1"))
    assert ids(seeded) != ids(make_sheet(bank))
    assert sorted(ids(seeded)) == sorted(ids(make_sheet(bank)))
    assert orders(seeded) != orders(make_sheet(bank))
    assert orders(seeded) != orders(make_sheet(bank, Selection(seed="2")))


# The other versions


def test_every_version_has_all_questions_in_an_order_of_its_own() -> None:
    bank = mixed_bank()
    sheets = [make_sheet(bank, version=version) for version in version_names(30)]
    assert len({tuple(ids(sheet)) for sheet in sheets}) == 30
    for sheet in sheets:
        assert sorted(ids(sheet)) == sorted(ids(sheets[0]))
        assert [item.number for item in sheet.items] == [*range(1, 21)]
        for item in sheet.items:
            assert sorted(order(sheet, item.question.id)) == [0, 1, 2, 3]
            assert [option.letter for option in item.view.options] == ["A", "B", "C", "D"]


def test_pinned_options_keep_their_place() -> None:
    for version in version_names(30):
        for name, shown in orders(make_sheet(mixed_bank(), version=version)).items():
            if int(name[-1]) % 2:
                assert shown[-1] == 3


def test_topics_move_as_wholes() -> None:
    bank = mixed_bank()
    titles = set()
    for version in version_names(20)[1:]:
        sheet = make_sheet(bank, version=version)
        titles.add(tuple(section.title for section in sheet.sections))
        for section in sheet.sections:
            assert {item.question.id[:2] for item in section.items} == {f"q{section.title[-1]}"}
    assert len(titles) > 5


def test_within_topics_their_order_stays_and_that_of_their_questions_does_not() -> None:
    bank = mixed_bank()
    for version in version_names(20)[1:]:
        sheet = make_sheet(bank, Selection(within_topics=True), version)
        assert [section.title for section in sheet.sections] == [f"Topic {t}" for t in range(4)]
        free = make_sheet(bank, version=version)
        assert {s.title: [item.question.id for item in s.items] for s in sheet.sections} == {
            s.title: [item.question.id for item in s.items] for s in free.sections
        }
        assert ids(sheet) != ids(make_sheet(bank))


def test_questions_without_a_topic_stay_before_the_topics() -> None:
    alone = bank_of(
        "## Alone? {#alone}\n= a\n\n" + "".join(f"# T{t} {{#t{t}}}\n## {t}? {{#q{t}}}\n= a\n\n" for t in "abcd")
    )
    seen = [ids(make_sheet(alone, version=version)) for version in version_names(20)]
    assert {names[0] for names in seen} == {"alone"}
    assert len({tuple(names) for names in seen}) > 5


def test_a_pick_has_the_same_questions_in_every_version() -> None:
    bank = mixed_bank()
    picks = [make_sheet(bank, Selection(pick=7), version) for version in version_names(10)]
    assert len({frozenset(ids(sheet)) for sheet in picks}) == 1
    assert len({tuple(ids(sheet)) for sheet in picks}) == 10


# What is removed or added moves nothing else


def removals() -> Iterator[tuple[Bank, str, Bank]]:
    banks = [mixed_bank(), every_kind(), *(read_bank(path) for path in sorted(QUESTIONS.glob("*.md")))]
    for bank in banks:
        for gone in bank.approved:
            topics = (replace(t, questions=tuple(q for q in t.questions if q is not gone)) for t in bank.topics)
            yield bank, gone.id, replace(bank, topics=tuple(topics))


def test_a_question_that_is_removed_or_added_changes_no_other_order() -> None:
    """Both ways: what is true of one that goes is true of one that comes."""
    counted = 0
    for bank, gone, rest in removals():
        for version in ("A", "B", "G", "AB"):
            before, after = make_sheet(bank, version=version), make_sheet(rest, version=version)
            assert [name for name in ids(before) if name != gone] == ids(after)
            assert {name: shown for name, shown in orders(before).items() if name != gone} == orders(after)
            counted += 1
    assert counted >= 160


# Fair and stable


def chi_square(counts: Counter[int], places: int) -> float:
    expected = counts.total() / places
    return sum((counts[place] - expected) ** 2 / expected for place in range(places))


def test_options_stand_in_each_place_equally_often() -> None:
    """Each option of four over 1,500 versions: below 21.1, what one in 10,000 fair draws passes (3 degrees)."""
    bank = bank_of("".join(f"## Q{n}? {{#q{n}}}\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n\n" for n in range(5)))
    places = {(f"q{n}", index): Counter[int]() for n in range(5) for index in range(4)}
    for at in range(1, 1501):
        for name, shown in orders(make_sheet(bank, version=letter(at))).items():
            for place, index in enumerate(shown):
                places[name, index][place] += 1
    assert {counts.total() for counts in places.values()} == {1500}
    found = {key: chi_square(counts, 4) for key, counts in places.items()}
    assert max(found.values()) < 21.1, found
    assert chi_square(Counter({0: 450, 1: 350, 2: 350, 3: 350}), 4) > 18  # what a slight lean would show as


def test_questions_stand_in_each_place_equally_often() -> None:
    """Each of six over 1,500 versions: below 25.7, what one in 10,000 fair draws passes (5 degrees)."""
    bank = bank_of("".join(f"## Q{n}? {{#q{n}}}\n= a\n\n" for n in range(6)))
    places = {f"q{n}": Counter[int]() for n in range(6)}
    for at in range(1, 1501):
        for place, name in enumerate(ids(make_sheet(bank, version=letter(at)))):
            places[name][place] += 1
    assert max(chi_square(counts, 6) for counts in places.values()) < 25.7


def golden(version: str, seed: str = "") -> list[str]:
    sheet = make_sheet(mixed_bank(2, 3), Selection(seed=seed), version)
    shown = ["".join(map(str, order(sheet, name))) for name in ids(sheet)]
    return [*(f"{name} {places}" for name, places in zip(ids(sheet), shown, strict=True)), sheet.id]


GOLDEN = {
    ("A", ""): "q0-0 0123, q0-1 0123, q0-2 0123, q1-0 0123, q1-1 0123, q1-2 0123, TWHI45QA",
    ("B", ""): "q0-1 2013, q0-0 1230, q0-2 2310, q1-0 1203, q1-2 0231, q1-1 1023, BMC6H5F3",
    ("C", ""): "q1-2 1032, q1-0 1302, q1-1 0123, q0-1 2013, q0-0 3201, q0-2 0231, VF6JDIZM",
    ("AA", ""): "q0-2 0132, q0-1 2013, q0-0 2013, q1-1 1023, q1-2 2301, q1-0 2031, XWMC4GA6",
    ("A", "1"): "q0-1 1023, q0-2 2301, q0-0 1023, q1-2 2103, q1-1 0123, q1-0 0321, 6TVQEHMV",
    ("B", "1"): "q1-2 2301, q1-1 0213, q1-0 3102, q0-1 2103, q0-2 2130, q0-0 2301, 5ITXZ34D",
}


@pytest.mark.parametrize(("version", "seed"), GOLDEN)
def test_the_orders_of_a_bank_are_the_same_for_ever(version: str, seed: str) -> None:
    """What was handed out must be printed again in years: a change here breaks every manifest."""
    assert ", ".join(golden(version, seed)) == GOLDEN[version, seed]


def test_another_process_gives_the_same_orders() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_versions as t;"
        "print([t.golden(v, s) for v in ('A', 'B', 'AZ') for s in ('', '1')])"
    )
    here = str([golden(version, seed) for version in ("A", "B", "AZ") for seed in ("", "1")])
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
        command = [sys.executable, "-c", code, str(Path(__file__).parent)]
        assert subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode().strip() == here


# Names and copies


def test_versions_are_named_by_letters() -> None:
    names = version_names(999)
    assert names[:3] == ("A", "B", "C")
    assert names[25:29] == ("Z", "AA", "AB", "AC")
    assert names[701:704] == ("ZZ", "AAA", "AAB")
    assert len(set(names)) == 999


@pytest.mark.parametrize("count", [0, -1, 1000])
def test_there_are_1_to_999_versions(count: int) -> None:
    with pytest.raises(UsageError, match=f"1 to 999 versions; found {count}"):
        version_names(count)


def test_copies_have_the_versions_in_turn() -> None:
    assert copies_of(3) == (Copy(0), Copy(1), Copy(2))
    assert [copy.version for copy in copies_of(2, 5)] == [0, 1, 0, 1, 0]
    assert len(copies_of(4, 2)) == 2
    with pytest.raises(UsageError, match="from 1; found 0"):
        copies_of(2, 0)


# A sheet that gives itself away


def answers_at(*places: int, sizes: int = 4) -> Bank:
    return bank_of(
        "".join(
            f"## Q{n}? {{#q{n}}}\n"
            + "".join(f"- [{'x' if at == place else ' '}] o{at}\n" for at in range(sizes))
            + "\n"
            for n, place in enumerate(places)
        )
    )


@pytest.mark.parametrize(
    ("places", "said"),
    [((0, 0, 0), "the first"), ((2, 2, 2, 2), "the third"), ((0, 0), ""), ((0, 0, 1), ""), ((), "")],
)
def test_it_is_told_where_all_right_options_stand_in_one_place(places: tuple[int, ...], said: str) -> None:
    asked = answers_at(*places) if places else bank_of("## q? {#q}\n= a\n")
    assert same_place(make_sheet(asked)) == said


def test_the_last_place_is_told_where_there_are_more_or_fewer_options() -> None:
    asked = "".join(
        f"## Q{n}? {{#q{n}}}\n" + "".join(f"- [{'x' if at == n + 1 else ' '}] o{at}\n" for at in range(n + 2)) + "\n"
        for n in range(3)
    )
    assert same_place(make_sheet(bank_of(asked))) == "the last"
    assert same_place(make_sheet(answers_at(7, 7, 7, sizes=9))) == "number 8"


def test_questions_that_ask_for_several_are_no_matter() -> None:
    several = "".join(f"## Q{n}? {{#q{n}}}\n- [x] a\n- [x] b\n- [ ] c\n\n" for n in range(4))
    assert same_place(make_sheet(bank_of(several))) == ""


def test_versions_that_chance_has_given_one_order_are_found() -> None:
    sheets = [make_sheet(mixed_bank(1, 2), version=letter(at)) for at in range(6)]
    orders = [ids(sheet) for sheet in sheets]
    same = same_order(sheets)
    assert same == tuple(
        (letter(one), letter(other)) for one in range(6) for other in range(one + 1, 6) if orders[one] == orders[other]
    )
    assert same != ()
    assert same_order([make_sheet(mixed_bank(1, 1), version=version) for version in "AB"]) == ()
