"""What ``check --fix`` mends, and that it touches nothing else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quizgen.bank.model import Bank, Choice, Question
from quizgen.bank.parse import parse_bank
from quizgen.check.fix import Fix, fixed
from quizgen.check.rules.numbers import numbers_unordered
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope
from quizgen.errors import DataError

EVERY = ("numbers-unordered", "no-id")
FRONT = "---\nid: test\ntitle: Test\n---\n"


def mended(text: str, *rules: str) -> str:
    """The text of a bank's questions with all mended that can be."""
    source = FRONT + text
    result, _ = fixed(source, parse_bank(source), rules or EVERY)
    return result.removeprefix(FRONT)


def sorted_options(text: str) -> str:
    return mended(f"## Hours? {{#x}}\n{text}", "numbers-unordered").removeprefix("## Hours? {#x}\n")


def asked(bank: Bank) -> list[tuple[str, frozenset[object]]]:
    """What a bank asks, whatever the order of its options."""
    return [(question.prompt, parts_of(question)) for question in bank]


def parts_of(question: Question) -> frozenset[object]:
    return frozenset(question.options) if isinstance(question, Choice) else frozenset([question])


# The order of numbers


def test_numbers_are_put_in_rising_order() -> None:
    assert sorted_options("- [ ] 18\n- [x] 12\n- [ ] 6\n- [ ] 24\n") == "- [ ] 6\n- [x] 12\n- [ ] 18\n- [ ] 24\n"


def test_what_belongs_to_an_option_goes_with_it() -> None:
    text = "- [ ] 18\n  > eighteen\n  too long\n\n  by far\n- [x] 12\n- [ ] \\\n 6 \\\n\n  too short\n- [ ] 24"
    assert sorted_options(text) == (
        "- [ ] \\\n 6 \\\n\n  too short\n- [x] 12\n- [ ] 18\n  > eighteen\n  too long\n\n  by far\n- [ ] 24"
    )


def test_what_stands_between_options_stays() -> None:
    around = "- %s\n<!-- about\n  here -->\n\nhint: think\n  twice\n- %s\n> proof\n- %s\n\nlevel: recall\n"
    assert sorted_options(around % ("[ ] 18", "[x] 6", "[ ] 12")) == around % ("[x] 6", "[ ] 12", "[ ] 18")


@pytest.mark.parametrize(
    "below",
    [
        "- [ ] A and B only\n",
        "- [ ] both of the above\n",
        "explain: Option C is even.\n",
        "hint: It is not the first one.\n",
        "shuffle: no\n",
    ],
)
def test_options_that_are_named_by_their_places_or_meant_as_written_stay(below: str) -> None:
    text = f"- [ ] 18\n- [x] 12\n- [ ] 6\n{below}"
    assert sorted_options(text) == text


def test_pinned_options_and_words_keep_their_places() -> None:
    around = "- [ ] 9 {pin}\n- %s\n- [ ] it is not known\n- %s\n- %s\n"
    assert sorted_options(around % ("[ ] 18", "[x] 6", "[ ] 12")) == around % ("[x] 6", "[ ] 12", "[ ] 18")


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] 6\n- [x] 12\n- [ ] 18\n",
        "- [ ] 18\n- [x] 12\n- [ ] 6\n",
        "- [ ] the Moon\n- [x] 12\n- [ ] 6\n",
        "- [ ] 18\n- [x] 6\n- [ ] 12\nallow: numbers-unordered because it is a game\n",
        "- [ ] 18\n- [x] 6\n<!-- amid -->\n  what belongs to 6\n- [ ] 12\n",
        "- 18\n- 6\n- 12\n",
    ],
)
def test_what_is_in_order_or_meant_is_left_alone(text: str) -> None:
    assert sorted_options(text) == text


def test_line_ends_and_a_byte_order_mark_survive() -> None:
    around = f"\ufeff{FRONT}## Hours?%s\n- %s\n- %s\n- %s".replace("\n", "\r\n")
    source = around % ("", "[ ] 18 \r\n  late ", "[x] 6", "[ ] 12")
    result, _ = fixed(source, parse_bank(source), EVERY)
    assert result == around % (" {#hours}", "[x] 6", "[ ] 12", "[ ] 18 \r\n  late ")


# Ids


def test_ids_are_stamped() -> None:
    text = "## Hours between tides?\n- [ ] 18\n- [x] 6\n- [ ] 12\n"
    assert mended(text) == "## Hours between tides? {#hours-tides}\n- [x] 6\n- [ ] 12\n- [ ] 18\n"
    assert mended(text, "no-id") == text.replace("tides?", "tides? {#hours-tides}")
    assert mended(text, "k-type") == text


def test_what_was_done_is_told() -> None:
    source = f"{FRONT}## Hours between tides?\n- [ ] 18\n- [x] 6\n- [ ] 12\n"
    assert fixed(source, parse_bank(source), EVERY)[1] == (
        Fix(5, "no-id", "given the id hours-tides"),
        Fix(6, "numbers-unordered", "put in order: 6, 12, 18"),
    )


# Any bank

BELOW = (
    "  feedback\n",
    "  > a quote\n",
    "\n",
    "<!-- a\ncomment -->\n",
    "  more \\\nand more\n",
    "hint: think\n",
    "> proof \n",
)
ENDS = ("\n", " km\n", " km \n", " \\\n km\n", " {pin}\n", " boats\n")
numbers = st.integers(-9, 99).map(str)
options = st.tuples(numbers, st.sampled_from(ENDS), st.lists(st.sampled_from(BELOW), max_size=2).map("".join))
questions = st.lists(options.map(lambda option: "- [ ] " + "".join(option)), min_size=3, max_size=6)
banks = st.lists(questions.map(lambda parts: "## Hours?\n" + "".join(parts).replace("[ ]", "[x]", 1)), max_size=3)


@given(text=banks.map("".join), end=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_mended_bank_asks_the_same_and_nothing_is_found_in_it(text: str, end: str) -> None:
    source = f"{FRONT}{text}".replace("\n", end)
    try:
        bank = parse_bank(source)
    except DataError:
        assume(False)
    result, done = fixed(source, bank, ["numbers-unordered"])
    again = parse_bank(result)
    assert asked(again) == asked(bank)
    assert sorted(result.split(end)) == sorted(source.split(end))
    left = check_bank(Scope(again, result), [numbers_unordered])
    assert len(left) == len(check_bank(Scope(bank, source), [numbers_unordered])) - len(done)
    assert fixed(result, again, ["numbers-unordered"]) == (result, ())
