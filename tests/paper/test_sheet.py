"""What stands on a sheet: approved questions in order, picked fairly, under an id of what students see."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from banks import bank_of, every_kind
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.model import Bank, Gloss, Short
from quizgen.errors import UsageError
from quizgen.paper.layout import layout_of
from quizgen.paper.sheets.glossary import safe_glossary
from quizgen.paper.sheets.sheet import Selection, Sheet, make_sheet
from quizgen.paper.worksheet.space import groups_of_lines, space_for

A4 = layout_of()
FULL = A4.answer


def ids(sheet: Sheet) -> list[str]:
    return [item.question.id for item in sheet.items]


def topics_of(*sizes: int) -> Bank:
    text = ""
    for topic, size in enumerate(sizes):
        text += f"# Topic {topic} {{#t{topic}}}\n\n"
        text += "".join(f"## Question {topic}-{n}? {{#q{topic}-{n}}}\n= a\n\n" for n in range(size))
    return bank_of(text)


def test_a_sheet_holds_the_approved_questions_in_the_order_of_the_bank() -> None:
    bank = every_kind()
    sheet = make_sheet(bank)
    assert ids(sheet) == [question.id for question in bank.approved]
    assert "draft" not in ids(sheet)
    assert [item.number for item in sheet.items] == list(range(1, len(bank.approved) + 1))
    assert [section.title for section in sheet.sections] == ["Words and numbers", "Choosing", "Texts"]
    assert sheet.title == bank.title
    assert sheet.version == "A"


def test_points_are_those_of_its_questions() -> None:
    bank = bank_of("## a? {#a}\n= x\npoints: 2.5\n\n## b {{c}} {{d}} {#b}\n")
    assert make_sheet(bank).points == Decimal("4.5")


def test_topics_are_chosen_by_id_or_title_in_the_order_of_the_bank() -> None:
    bank = topics_of(1, 2, 3)
    sheet = make_sheet(bank, Selection(topics=("topic 2", "t0")))
    assert ids(sheet) == ["q0-0", "q2-0", "q2-1", "q2-2"]
    assert [item.number for item in sheet.items] == [1, 2, 3, 4]


def test_an_unknown_topic_is_told_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r'no topic "Topik 1".*did you mean "Topic 1"\? its topics are t0, t1'):
        make_sheet(topics_of(1, 1), Selection(topics=("t0", "Topik 1")))
    with pytest.raises(UsageError, match="it has no topics"):
        make_sheet(bank_of("## a? {#a}\n= x\n"), Selection(topics=("t",)))


def test_drafts_alone_make_no_sheet() -> None:
    drafts = "".join(f"## {n}? {{#q{n}}}\n= x\nstatus: draft\n\n" for n in range(24))
    with pytest.raises(UsageError, match=r"bank\.md: 0 approved, 24 drafts: take out"):
        make_sheet(bank_of(drafts))
    with pytest.raises(UsageError, match="0 approved, 1 draft: "):
        make_sheet(bank_of("## q? {#q}\n= x\nstatus: draft\n"))
    with pytest.raises(UsageError, match="there is no question here"):
        make_sheet(replace(bank_of("## q? {#q}\n= x\n"), topics=()))


def test_a_pick_is_spread_over_the_topics_and_stays_in_order() -> None:
    sheet = make_sheet(topics_of(10, 20, 30, 1), Selection(pick=13))
    assert [len(section.items) for section in sheet.sections] == [2, 4, 6, 1]
    assert ids(sheet) == sorted(ids(sheet), key=lambda name: [int(part) for part in name[1:].split("-")])
    assert [item.number for item in sheet.items] == list(range(1, 14))


def test_a_small_topic_gives_its_second_when_its_share_is_one_and_a_half() -> None:
    assert [len(section.items) for section in make_sheet(topics_of(3, 10), Selection(pick=6)).sections] == [1, 5]
    assert [len(section.items) for section in make_sheet(topics_of(3, 10), Selection(pick=7)).sections] == [2, 5]


def test_a_pick_is_stable_and_another_seed_picks_others() -> None:
    bank = topics_of(20, 20)
    picked = ids(make_sheet(bank, Selection(pick=10)))
    assert picked == ids(make_sheet(bank, Selection(pick=10)))
    assert set(picked) != set(ids(make_sheet(bank, Selection(pick=10, seed="other"))))
    assert set(picked) == set(ids(make_sheet(bank, Selection(pick=10, seed=bank.id))))


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.data())
def test_a_larger_pick_holds_the_smaller_one(sizes: list[int], data: st.DataObject) -> None:
    bank = topics_of(*sizes)
    count = data.draw(st.integers(1, sum(sizes)))
    fewer = ids(make_sheet(bank, Selection(pick=count)))
    assert len(fewer) == count
    assert set(fewer) <= set(ids(make_sheet(bank, Selection(pick=min(count + 1, sum(sizes))))))


def test_a_pick_hardly_changes_when_another_question_goes() -> None:
    bank = topics_of(20)
    picked = ids(make_sheet(bank, Selection(pick=10)))
    [topic] = bank.topics
    for gone in topic.questions:
        rest = replace(topic, questions=tuple(q for q in topic.questions if q is not gone))
        now = ids(make_sheet(replace(bank, topics=(rest,)), Selection(pick=10)))
        assert set(picked) - {gone.id} <= set(now)


@pytest.mark.parametrize(("pick", "message"), [(4, "there are only 3 approved; ask for 3"), (0, "from 1; found 0")])
def test_a_pick_that_cannot_be_met_says_how_many_there_are(pick: int, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        make_sheet(topics_of(3), Selection(pick=pick))
    with pytest.raises(UsageError, match="there is only 1 approved"):
        make_sheet(topics_of(1), Selection(pick=4))


def test_the_id_is_eight_letters_and_the_same_each_time() -> None:
    sheet = make_sheet(every_kind())
    assert len(sheet.id) == 8
    assert set(sheet.id) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    assert make_sheet(every_kind()).id == sheet.id


def with_change(old: str, new: str) -> tuple[str, str]:
    text = (
        "## Which? {#a}\n- [x] one\n- [ ] two\n- [ ] three\nhint: help\n\n"
        "## Name {{it :: I…}}. {#b}\n\n## List? {#c}\n- x\n- y\n"
    )
    assert old in text
    return make_sheet(bank_of(text)).id, make_sheet(bank_of(text.replace(old, new))).id


@pytest.mark.parametrize(
    ("old", "new"), [("Which?", "Which one?"), ("three", "four"), (":: I…", ":: J…"), ("- x\n", "")]
)
def test_the_id_changes_with_what_students_see(old: str, new: str) -> None:
    before, after = with_change(old, new)
    assert before != after


@pytest.mark.parametrize(
    ("old", "new"),
    [("[x] one\n- [ ] two", "[ ] one\n- [x] two"), ("{{it", "{{that"), ("- x", "- z"), ("hint: help", "hint: more")],
)
def test_the_id_tells_nothing_of_what_is_right(old: str, new: str) -> None:
    before, after = with_change(old, new)
    assert before == after


def test_another_version_has_the_same_questions_with_options_in_another_order_and_another_id() -> None:
    bank = bank_of("".join(f"## Q{n}? {{#q{n}}}\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n\n" for n in range(8)))
    first, second = make_sheet(bank), make_sheet(bank, version="B")
    assert ids(first) != ids(second)
    assert sorted(ids(first)) == sorted(ids(second))
    orders = [{item.question.id: item.view.options for item in sheet.items} for sheet in (first, second)]
    assert orders[0] != orders[1]
    assert first.id != second.id


def test_the_glossary_leaves_out_what_would_give_an_answer_away() -> None:
    sheet = make_sheet(every_kind())
    assert [gloss.term for gloss in sheet.glossary] == ["to cede"]


def test_glossary_words_count_whole_and_in_any_case() -> None:
    [question] = bank_of("## q? {#q}\n= the Cold War\n").questions
    glossary = (Gloss("cold", "not warm"), Gloss("thaw", "what ended THE COLD WAR"), Gloss("the cold warrior", "a man"))
    assert [gloss.term for gloss in safe_glossary(glossary, [question])] == ["cold", "the cold warrior"]


@pytest.mark.parametrize(
    ("answer", "width", "lines"),
    [
        ("Crimea", 60, 1),
        ("the Soviet Union", 60, 1),
        ("the Northern Territories", 100, 1),
        ("a" * 35, FULL, 1),
        ("a" * 100, FULL, 3),
        ("択捉島" * 4, 100, 1),
    ],
)
def test_boxes_fit_the_longest_answer_in_coarse_steps(answer: str, width: int, lines: int) -> None:
    space = space_for(bank_of(f"## q? {{#q}}\n= {answer} | a\nkind: short\n").questions[0], A4)
    assert (space.width, space.lines) == (width, lines)


def test_a_long_number_has_a_longer_box() -> None:
    short, long = bank_of("## a? {#a}\n= 5 km\n\n## b? {#b}\n= $123 456 789 million\n").questions
    assert space_for(short, A4).width == 40
    assert space_for(long, A4).width == 70


@pytest.mark.parametrize(
    ("answer", "lines"),
    [("+ a", 3), ("+ a\n+ b\n+ c", 6), ("= model\nkind: open", 3), ("+ a\nlines: 5", 5), ("+ a\npoints: 2.5", 5)],
)
def test_an_open_answer_has_two_lines_a_point_and_three_at_least(answer: str, lines: int) -> None:
    assert space_for(bank_of(f"## q? {{#q}}\n{answer}\n").questions[0], A4).lines == lines


@given(st.integers(1, 100))
def test_lines_stay_together_in_threes(lines: int) -> None:
    groups = groups_of_lines(lines)
    assert sum(groups) == lines
    assert min(groups) >= min(3, lines)
    assert max(groups) <= 5


def test_a_question_without_an_id_is_picked_and_laid_out_by_its_prompt() -> None:
    bank = bank_of("## one?\n= a\n\n## two?\n= b\n")
    sheet = make_sheet(bank, Selection(pick=1))
    assert isinstance(sheet.items[0].question, Short)
    assert sheet == make_sheet(bank, Selection(pick=1))
